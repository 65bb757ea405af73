//! Vectors from an OpenAI-compatible `/v1/embeddings` server.

mod post;

use super::{backoff, secrets::Secrets, settings::Embeddings};
use post::{EmbeddingFailure, post};
use serde_json::{Value, json};
use std::{
    borrow::Cow,
    sync::atomic::{AtomicBool, Ordering},
};

/// Attempts at a call that fails for reasons that may pass.
const ATTEMPTS: u32 = 3;

/// Why there are no vectors.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmbeddingError {
    /// The client could not be made.
    #[error("embeddings cannot be asked for: {0}")]
    Client(String),
    /// The variable of the key is not set.
    #[error("the key for embeddings is missing: set {0} in the environment or in .env")]
    MissingKey(String),
    /// No connection, no answer in time, or a server that fails.
    #[error("the embeddings server does not answer: {0}")]
    Unavailable(String),
    /// The server refused.
    #[error("the embeddings server refuses: {0}")]
    Rejected(String),
    /// The answer was not one vector of the right length for each text.
    #[error("the embeddings server's answer cannot be used: {0}")]
    Shape(String),
}

/// A client that waits for its answers. Can be shared between threads.
#[derive(Debug)]
pub struct EmbeddingClient {
    settings: Embeddings,
    secrets: Secrets,
    client: reqwest::Client,
    runtime: tokio::runtime::Runtime,
    /// Whether the server has to be told the length of vectors.
    tell_dimensions: AtomicBool,
}

impl EmbeddingClient {
    /// A client for the server of the settings. No text that it sends and no error that it gives
    /// has any of the `secrets` in it.
    ///
    /// # Errors
    /// When its key is missing, or its connection cannot be prepared.
    pub fn new(settings: Embeddings, secrets: Secrets) -> Result<Self, EmbeddingError> {
        if let (Some(variable), None) = (&settings.key_env, &settings.key) {
            return Err(EmbeddingError::MissingKey(variable.clone()));
        }
        let client = post::client(&settings).map_err(EmbeddingError::Client)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| EmbeddingError::Client(error.to_string()))?;
        Ok(Self {
            settings,
            secrets,
            client,
            runtime,
            tell_dimensions: AtomicBool::new(false),
        })
    }

    /// What the server calls the model.
    pub fn model(&self) -> &str {
        &self.settings.model
    }

    /// How many numbers a vector has.
    pub const fn dimensions(&self) -> usize {
        self.settings.dimensions
    }

    /// A vector of length 1 for each text, in their order. Waits for the server, at most a few
    /// times its timeout per batch. Must not be called from within asynchronous code.
    ///
    /// # Errors
    /// When the server cannot be reached, refuses, or answers with something else.
    pub fn embed(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, EmbeddingError> {
        if tokio::runtime::Handle::try_current().is_ok() {
            return Err(EmbeddingError::Client(
                "called from within asynchronous code".to_owned(),
            ));
        }
        let mut vectors = Vec::with_capacity(texts.len());
        for batch in texts.chunks(self.settings.max_batch.max(1)) {
            vectors.extend(self.runtime.block_on(self.batch(batch))?);
        }
        Ok(vectors)
    }

    async fn batch(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, EmbeddingError> {
        let mut attempt = 0;
        loop {
            let told = self.tell_dimensions.load(Ordering::Relaxed);
            // Some servers refuse empty texts.
            let input: Vec<Cow<'_, str>> = texts
                .iter()
                .map(|text| if text.is_empty() { " " } else { text })
                .map(|text| self.secrets.scrub(text))
                .collect();
            let mut body =
                json!({"model": self.settings.model, "input": input, "encoding_format": "float"});
            if told {
                body["dimensions"] = json!(self.settings.dimensions);
            }
            let failure = match post(&self.client, &self.settings, &self.secrets, &body).await {
                Ok(value) => match read(&value, texts.len()) {
                    Ok(vectors) => match self.fitting(vectors) {
                        Ok(vectors) => return Ok(vectors),
                        // Ask once with the length named.
                        Err(_) if !told => {
                            self.tell_dimensions.store(true, Ordering::Relaxed);
                            continue;
                        }
                        Err(what) => return Err(EmbeddingError::Shape(what)),
                    },
                    Err(what) => EmbeddingFailure {
                        passing: true,
                        after: None,
                        error: EmbeddingError::Shape(what),
                    },
                },
                Err(failure) => failure,
            };
            attempt += 1;
            if !failure.passing || attempt >= ATTEMPTS {
                return Err(failure.error);
            }
            let key = blake3::hash(texts.first().map_or(&[], |text| text.as_bytes()));
            let pause = backoff::pause(
                self.settings.timeout.min(MOST_BACKOFF),
                attempt - 1,
                key.as_bytes(),
            );
            tokio::time::sleep(failure.after.unwrap_or(pause).min(self.settings.timeout)).await;
        }
    }

    /// The vectors at length 1, when they have the right number of numbers.
    fn fitting(&self, vectors: Vec<Vec<f64>>) -> Result<Vec<Vec<f32>>, String> {
        let wanted = self.settings.dimensions;
        vectors
            .into_iter()
            .map(|vector| {
                if vector.len() != wanted {
                    return Err(format!(
                        "found vectors of {} numbers; expected {wanted} (dimensions)",
                        vector.len()
                    ));
                }
                let length = vector.iter().map(|x| x * x).sum::<f64>().sqrt();
                Ok(vector.into_iter().map(|x| (x / length) as f32).collect())
            })
            .collect()
    }
}

/// The longest first pause between attempts.
const MOST_BACKOFF: std::time::Duration = std::time::Duration::from_millis(500);

/// The vectors of a response, in the order of the texts.
fn read(value: &Value, texts: usize) -> Result<Vec<Vec<f64>>, String> {
    let list = value
        .get("data")
        .and_then(Value::as_array)
        .ok_or("found no list of data")?;
    if list.len() != texts {
        return Err(format!("found {} vectors; expected {texts}", list.len()));
    }
    let mut vectors: Vec<Option<Vec<f64>>> = vec![None; texts];
    for (place, entry) in list.iter().enumerate() {
        let index = entry
            .get("index")
            .and_then(Value::as_u64)
            .map_or(place, |index| index as usize);
        let numbers = entry
            .get("embedding")
            .and_then(Value::as_array)
            .ok_or("found an entry without a vector")?;
        let vector: Option<Vec<f64>> = numbers.iter().map(Value::as_f64).collect();
        let vector = vector.ok_or("found a vector with something else than numbers")?;
        let square = vector.iter().map(|x| x * x).sum::<f64>();
        if !square.is_finite() || square < 1e-24 {
            return Err("found a vector without a length".to_owned());
        }
        match vectors.get_mut(index) {
            Some(slot @ None) => *slot = Some(vector),
            _ => return Err(format!("found the index {index} twice or out of range")),
        }
    }
    vectors
        .into_iter()
        .map(|vector| vector.ok_or_else(|| "a vector is missing".to_owned()))
        .collect()
}
