//! What answers requests: a broker, or a cassette in its place.

use super::{
    broker::{Broker, Health},
    request::{Answer, Request},
};
use std::{collections::BTreeMap, time::Duration};

/// Something that answers requests in its own time.
pub trait Model: Send {
    /// Hands in requests. Never waits.
    fn submit(&mut self, requests: Vec<Request>);

    /// The answers that have come, each once. When there is none yet and any is outstanding, waits
    /// for the first, but no longer than `patience` of real time.
    fn collect(&mut self, patience: Duration) -> Vec<Answer>;

    /// How it is, for screens; nothing for what is no server.
    fn health(&self) -> Vec<Health> {
        Vec::new()
    }

    /// Says that somebody looks on, who wants to see what is being written.
    fn listen(&mut self) {}

    /// What has been written so far of lines whose answers have not been collected, by the numbers
    /// of their requests; nothing where nobody listens.
    fn so_far(&self) -> BTreeMap<u64, String> {
        BTreeMap::new()
    }
}

impl Model for Broker {
    fn submit(&mut self, requests: Vec<Request>) {
        for request in requests {
            Broker::submit(self, request);
        }
    }

    fn collect(&mut self, patience: Duration) -> Vec<Answer> {
        if patience.is_zero() {
            self.poll()
        } else {
            self.wait(patience)
        }
    }

    fn health(&self) -> Vec<Health> {
        Broker::health(self)
    }

    fn listen(&mut self) {
        Broker::listen(self);
    }

    fn so_far(&self) -> BTreeMap<u64, String> {
        Broker::so_far(self)
    }
}
