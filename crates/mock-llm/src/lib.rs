//! A stand-in for language model servers: speaks their protocols, answers by JSON schema, and
//! injects faults.
//!
//! ```
//! use mock_llm::{FaultKind, Options, Server};
//!
//! // The first request is turned away, the second hangs, everything after that is answered.
//! let script = vec![Some(FaultKind::RateLimited), Some(FaultKind::Hang)];
//! let server = Server::start(Options { script, ..Options::default() })?;
//! let endpoint = format!("{}/v1", server.url());
//! assert!(endpoint.starts_with("http://127.0.0.1:"));
//! assert_eq!(server.count(), 0);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! It understands OpenAI (`/v1/chat/completions`, `/v1/models`, `/v1/embeddings`, also without
//! `/v1`), Ollama (`/api/chat`, `/api/tags`, `/api/version`, `/api/embed`) and Gemini
//! (`/v1beta/models`, `/v1beta/models/{model}:generateContent`). One server speaks all three.

mod ask;
mod fault;
mod generate;
mod http;
mod mischief;
mod options;
mod pattern;
mod reply;
mod schema;
mod server;
mod voice;

pub use fault::FaultKind;
pub use options::Options;
pub use server::{Seen, Server, ServerTally};

/// A value that satisfies `schema`, chosen by `seed`, with words from `prompt`: what the server
/// would answer, without a server.
pub fn answer(schema: &serde_json::Value, prompt: &str, seed: u64) -> serde_json::Value {
    let voice = voice::TextWriter::new(prompt, fault::dice(&[seed]));
    generate::Generator::new(schema, voice, generate::Twist::None, false).document()
}
