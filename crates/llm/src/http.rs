//! What every call to a server goes through: a client that does not follow the server elsewhere, a
//! key that nothing logs, and a response of which only so much is read.

use crate::{backoff, endpoint::Api, secrets::Key, settings::is_here};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use std::time::Duration;

/// The most that is read of a response.
pub(crate) const MOST_BODY: usize = 2_000_000;

/// A client for one server. Redirects are not followed, since the key must not travel to where the
/// settings did not send it; nor does what is for this machine go by a proxy, which nobody has
/// agreed to.
///
/// # Errors
/// When the address cannot be understood, or the system gives no client.
pub(crate) fn client(base_url: &str, timeout: Duration) -> Result<reqwest::Client, String> {
    let mut builder = reqwest::Client::builder()
        .user_agent(concat!("collegium/", env!("CARGO_PKG_VERSION")))
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(timeout.min(Duration::from_secs(15)))
        .pool_idle_timeout(Duration::from_secs(20));
    let url = reqwest::Url::parse(base_url).map_err(|error| error.to_string())?;
    if url.scheme() == "http" {
        // No certificates are needed, and reading the system's takes a while.
        builder = builder.tls_certs_only([]);
    }
    if is_here(&url) {
        builder = builder.no_proxy();
    }
    builder.build().map_err(|error| causes(&error))
}

/// Adds the key's header, marked so that nothing logs it.
///
/// # Errors
/// When the key has characters that no header may have.
pub(crate) fn with_key(
    request: reqwest::RequestBuilder,
    api: Api,
    key: Option<&Key>,
) -> Result<reqwest::RequestBuilder, String> {
    let Some(key) = key else { return Ok(request) };
    let (name, before) = api.protocol().key_header();
    let mut value = HeaderValue::from_str(&format!("{before}{}", key.reveal())).map_err(|_| {
        "the key has characters that cannot be sent; expected plain letters, digits and signs"
            .to_owned()
    })?;
    value.set_sensitive(true);
    Ok(request.header(HeaderName::from_static(name), value))
}

/// Sends a request and reads its response up to `most` bytes.
///
/// # Errors
/// When the server cannot be reached, or the connection breaks off.
pub(crate) async fn send(
    request: reqwest::RequestBuilder,
    most: usize,
) -> Result<Response, reqwest::Error> {
    send_listening(request, most, |_| {}).await
}

/// As [`send`]; `heard` is told what comes of a good response as it comes.
///
/// # Errors
/// As [`send`].
pub(crate) async fn send_listening(
    request: reqwest::RequestBuilder,
    most: usize,
    mut heard: impl FnMut(&[u8]),
) -> Result<Response, reqwest::Error> {
    let mut response = request.send().await?;
    let status = response.status().as_u16();
    let headers = std::mem::take(response.headers_mut());
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        let room = most - body.len();
        if (200..300).contains(&status) {
            heard(&chunk[..chunk.len().min(room)]);
        }
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if chunk.len() > room {
            return Ok(Response {
                status,
                headers,
                body,
                cut: true,
            });
        }
    }
    Ok(Response {
        status,
        headers,
        body,
        cut: false,
    })
}

/// A response that was read, whatever its status.
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    /// Whether there was more than is read.
    pub(crate) cut: bool,
}

/// After how long the server wants to be asked again; none where it does not say.
pub(crate) fn after(response: &Response) -> Option<Duration> {
    let header = |name: &str| {
        response
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    header("retry-after-ms")
        .and_then(|text| text.trim().parse::<f64>().ok())
        .filter(|ms| (0.0..1e10).contains(ms))
        .map(|ms| Duration::from_secs_f64(ms / 1000.0))
        .or_else(|| {
            header("retry-after").and_then(|value| backoff::retry_after(value, header("date")))
        })
}

/// An error and what caused it, in one line.
pub(crate) fn causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner_text = inner.to_string();
        if !text.contains(&inner_text) {
            text.push_str(": ");
            text.push_str(&inner_text);
        }
        cause = inner.source();
    }
    text
}
