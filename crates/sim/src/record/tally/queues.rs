//! What is counted of queues at counters.

use super::entry::{Counting, Entry};
use crate::tools::SimEvent;

/// What the line is about.
const LINE: &str = "queues";

/// How many seconds somebody had waited when they were served; none for any other event.
const fn waited(event: &SimEvent) -> Option<u32> {
    match event {
        SimEvent::Served { waited, .. } => Some(*waited),
        _ => None,
    }
}

/// People served at counters.
pub(super) const SERVED: Entry = Entry {
    name: "queues.served",
    line: LINE,
    told: "{} served",
    detail: false,
    counting: Counting::Times(|event| waited(event).is_some()),
};

/// The seconds that they waited, on average.
pub(super) const WAIT: Entry = Entry {
    name: "queues.mean_wait_seconds",
    line: LINE,
    told: "after {} min on average",
    detail: true,
    counting: Counting::Mean(waited),
};

/// The most seconds that somebody waited.
pub(super) const LONGEST_WAIT: Entry = Entry {
    name: "queues.longest_wait_seconds",
    line: LINE,
    told: "{} min at most",
    detail: true,
    counting: Counting::Longest(waited),
};

/// Queues given up.
pub(super) const GAVE_UP: Entry = Entry {
    name: "queues.gave_up",
    line: LINE,
    told: "{} gave up",
    detail: false,
    counting: Counting::Times(|event| matches!(event, SimEvent::GaveUp { .. })),
};
