//! Language models: what is asked of them and what comes back.
//!
//! A mind puts a [`Request`] on its desk; whoever drives the campus hands it to a model and brings back an [`Answer`]. The simulation itself
//! never waits and never touches the network.

mod calls;
pub mod request;

pub use calls::{Call, Calls};
pub use request::{Answer, Fault, Outcome, Prompt, Purpose, Request, Usage};
