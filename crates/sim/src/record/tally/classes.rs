//! What is counted of classes.

use super::entry::{Counting, Entry};
use crate::{
    campus::people::Engagement,
    tools::{Breach, SimEvent},
};

/// What the line is about.
const LINE: &str = "classes";

/// By how many seconds somebody came late to a class that they take; none for any other event.
const fn late(event: &SimEvent) -> Option<u32> {
    match event {
        SimEvent::Violation {
            breach:
                Breach::Lateness {
                    what: Engagement::Class(..),
                    seconds,
                },
        } => Some(*seconds),
        _ => None,
    }
}

/// Class attendances, late ones included.
pub(super) const ATTENDED: Entry = Entry {
    name: "classes.attended",
    line: LINE,
    told: "{} attended",
    detail: false,
    counting: Counting::Times(|event| {
        matches!(event, SimEvent::Attended { .. }) || late(event).is_some()
    }),
};

/// Late ones among them.
pub(super) const LATE: Entry = Entry {
    name: "classes.late",
    line: LINE,
    told: "{} of them late",
    detail: true,
    counting: Counting::Times(|event| late(event).is_some()),
};

/// Seconds by which these were late.
pub(super) const LATENESS: Entry = Entry {
    name: "mean_lateness_seconds",
    line: LINE,
    told: "by {} min on average",
    detail: true,
    counting: Counting::Mean(late),
};

/// Class sessions missed.
pub(super) const MISSED: Entry = Entry {
    name: "classes.missed",
    line: LINE,
    told: "{} missed",
    detail: false,
    counting: Counting::Times(|event| matches!(event, SimEvent::Missed { .. })),
};

/// What the tests came to, of 100.
pub(super) const TESTS: Entry = Entry {
    name: "mean_test_result",
    line: LINE,
    told: "{} of 100 in the tests on average",
    detail: false,
    counting: Counting::Score(|event| match event {
        SimEvent::Tested { result, .. } => Some(*result as u32),
        _ => None,
    }),
};
