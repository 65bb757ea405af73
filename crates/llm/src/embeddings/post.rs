//! The HTTP side of embeddings: one bounded call.

use super::EmbeddingError;
use crate::{
    endpoint,
    http::{self, MOST_BODY, Response, after, causes, send, with_key},
    secrets::Secrets,
    settings::{Api, Embeddings},
};
use serde_json::Value;
use std::time::Duration;

/// The most that is read of a response: 2048 vectors of 3072 numbers as text.
const MOST: usize = 100_000_000;

pub(super) struct EmbeddingFailure {
    pub(super) passing: bool,
    pub(super) after: Option<Duration>,
    pub(super) error: EmbeddingError,
}

pub(super) fn client(settings: &Embeddings) -> Result<reqwest::Client, String> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    http::client(&settings.base_url, settings.timeout)
}

/// How many bytes a response to one batch may have.
fn most(settings: &Embeddings) -> usize {
    (settings.max_batch * settings.dimensions.max(64) * 64 + MOST_BODY).min(MOST)
}

/// What a response says that has no embeddings: whether it may be otherwise another time, and when.
fn refused(secrets: &Secrets, response: &Response) -> EmbeddingFailure {
    let status = response.status;
    let said = endpoint::error_text(&response.body);
    let what = secrets
        .scrub(&format!("status {status}: {said}"))
        .into_owned();
    if matches!(status, 408 | 409 | 425 | 429 | 500..=599) {
        EmbeddingFailure {
            passing: true,
            after: after(response),
            error: EmbeddingError::Unavailable(what),
        }
    } else {
        EmbeddingFailure {
            passing: false,
            after: None,
            error: EmbeddingError::Rejected(what),
        }
    }
}

pub(super) async fn post(
    client: &reqwest::Client,
    settings: &Embeddings,
    secrets: &Secrets,
    body: &Value,
) -> Result<Value, EmbeddingFailure> {
    let unavailable = |what: &str| EmbeddingFailure {
        passing: true,
        after: None,
        error: EmbeddingError::Unavailable(secrets.scrub(what).into_owned()),
    };
    let url = format!("{}/embeddings", settings.base_url);
    let request = client
        .post(url)
        .header("content-type", "application/json")
        .body(body.to_string());
    let request =
        with_key(request, Api::OpenAi, settings.key.as_ref()).map_err(|what| EmbeddingFailure {
            passing: false,
            after: None,
            error: EmbeddingError::Rejected(what),
        })?;
    let response = match tokio::time::timeout(settings.timeout, send(request, most(settings))).await
    {
        Err(_) => {
            return Err(unavailable(&format!(
                "no whole answer within {} s",
                settings.timeout.as_secs_f64()
            )));
        }
        Ok(Err(error)) => return Err(unavailable(&causes(&error.without_url()))),
        Ok(Ok(response)) => response,
    };
    if response.cut {
        let error = EmbeddingError::Shape("it is too large".to_owned());
        return Err(EmbeddingFailure {
            passing: true,
            after: None,
            error,
        });
    }
    if !(200..300).contains(&response.status) {
        return Err(refused(secrets, &response));
    }
    serde_json::from_slice(&response.body).map_err(|error| EmbeddingFailure {
        passing: true,
        after: None,
        error: EmbeddingError::Shape(format!("it is not whole JSON ({error})")),
    })
}
