//! What models are writing just now, for whoever looks on. It is shown and never kept: what enters the
//! world is the whole answer.

use super::lock;
use crate::request::{Purpose, Request};
use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

/// The texts of lines under way, by the numbers of their requests.
#[derive(Default)]
pub(super) struct SaidSoFar {
    listened: AtomicBool,
    texts: Mutex<BTreeMap<u64, String>>,
}

impl SaidSoFar {
    pub(super) fn listen(&self) {
        self.listened.store(true, Ordering::Relaxed);
    }

    /// Whether somebody wants to see what comes of a request: a line that somebody speaks.
    pub(super) fn listens_to(&self, request: &Request) -> bool {
        request.purpose == Purpose::Line && self.listened.load(Ordering::Relaxed)
    }

    pub(super) fn hear(&self, request: u64, text: String) {
        lock(&self.texts).insert(request, text);
    }

    /// The text was refused, or is whole and collected.
    pub(super) fn forget(&self, request: u64) {
        lock(&self.texts).remove(&request);
    }

    pub(super) fn all(&self) -> BTreeMap<u64, String> {
        lock(&self.texts).clone()
    }
}
