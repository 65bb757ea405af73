//! What answers requests: a broker, or a cassette in its place.

use super::{
    broker::Broker,
    request::{Answer, Request},
};
use std::time::Duration;

/// Something that answers requests in its own time.
pub trait Model: Send {
    /// Hands in requests. Never waits.
    fn submit(&mut self, requests: Vec<Request>);

    /// The answers that have come, each once. When there is none yet and any is outstanding, waits for the first, but no longer than
    /// `patience` of real time.
    fn collect(&mut self, patience: Duration) -> Vec<Answer>;
}

impl Model for Broker {
    fn submit(&mut self, requests: Vec<Request>) {
        for request in requests {
            Broker::submit(self, request);
        }
    }

    fn collect(&mut self, patience: Duration) -> Vec<Answer> {
        if patience.is_zero() { self.poll() } else { self.wait(patience) }
    }
}
