//! Language models: what is asked of them and what comes back.
//!
//! A mind puts a [`Request`] on the queue; whoever drives the campus hands it to a model and brings
//! back an [`Answer`]. The simulation itself never waits and never touches the network.

pub mod backoff;
pub mod breaker;
pub mod broker;
pub mod budget;
mod calls;
pub mod cassette;
pub mod embeddings;
pub mod endpoint;
pub mod extract;
mod http;
pub mod limits;
pub mod model;
pub mod probe;
pub mod repair;
pub mod request;
pub mod secrets;
pub mod settings;
pub mod tokens;
pub mod usages;
pub mod validate;

pub use broker::{Broker, BrokerError, Health, HealthState};
pub use calls::Call;
pub use cassette::{Cassette, Player, Tape};
pub use embeddings::{EmbeddingClient, EmbeddingError};
pub use endpoint::Level;
pub use model::Model;
pub use repair::{Mending, Repair, Unfit};
pub use request::{Answer, Fault, Outcome, Prompt, Purpose, Request, Usage};
pub use settings::Settings;
pub use usages::{CallRecord, Usages};
