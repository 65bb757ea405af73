//! What a server is started with.

use crate::FaultKind;
use std::time::Duration;

/// What a server is started with; the default answers everything well, at once, on a free port.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// Decides answers and faults, together with the request's body.
    pub seed: u64,
    /// The share of requests that meet a fault, 0 to 1.
    pub fault_rate: f64,
    /// The kinds of fault that `fault_rate` draws from.
    pub faults: Vec<FaultKind>,
    /// The exact fate of the first requests for completions or embeddings, in the order of their
    /// arrival; `None` is a good answer. After them `fault_rate` rules.
    pub script: Vec<Option<FaultKind>>,
    /// How long every answer to a request for completions or embeddings takes.
    pub latency: Duration,
    /// The models that are listed. Any name is answered.
    pub models: Vec<String>,
    /// Whether answers can be bound to a JSON schema. If not, requests that ask for it in
    /// `response_format`, `format` or `generationConfig` get status 400, as from servers that do
    /// not know it.
    pub schema_support: bool,
    /// The key that clients must bring, as bearer token, `x-goog-api-key` header or `key=` in the
    /// address; status 401 without it.
    pub key: Option<String>,
    /// What `Retry-After` says, in seconds.
    pub retry_after: u32,
    /// Whether answers come piece by piece where that is asked for. If not, requests that ask for it
    /// get status 400.
    pub streaming: bool,
    /// The time between two pieces of a streamed answer.
    pub pace: Duration,
    /// The time between two bytes of a slow drip.
    pub drip: Duration,
    /// Texts that answers repeat: one of them stands at the beginning of every longer text in an
    /// answer, by turns.
    pub echo: Vec<String>,
    /// The tokens that every completion claims to have used, in and out, in the place of the truth.
    pub boast: Option<u64>,
    /// How many requests the log keeps, the latest ones.
    pub log_limit: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            seed: 0,
            fault_rate: 0.0,
            faults: FaultKind::ALL.to_vec(),
            script: Vec::new(),
            latency: Duration::ZERO,
            models: vec!["mock-llm".to_owned()],
            schema_support: true,
            key: None,
            retry_after: 1,
            streaming: true,
            pace: Duration::ZERO,
            drip: Duration::from_millis(200),
            echo: Vec::new(),
            boast: None,
            log_limit: 100_000,
        }
    }
}
