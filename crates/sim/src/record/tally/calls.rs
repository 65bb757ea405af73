//! What is counted of tool calls.

use super::entry::{Counting, Entry};
use crate::tools::{Refusal, SimEvent};

/// What the line is about.
const LINE: &str = "tool calls";

/// Tool calls carried out.
pub(super) const DONE: Entry = Entry {
    name: "tool_calls.done",
    line: LINE,
    told: "{} done",
    detail: false,
    counting: Counting::Times(|event| matches!(event, SimEvent::Done { .. })),
};

/// Tool calls refused.
pub(super) const REFUSED: Entry = Entry {
    name: "tool_calls.refused",
    line: LINE,
    told: "{} refused",
    detail: false,
    counting: Counting::Times(|event| matches!(event, SimEvent::Refused { .. })),
};

/// The same by reason.
pub(super) const REFUSALS: Entry = Entry {
    name: "refusals",
    line: LINE,
    told: "{}",
    detail: true,
    counting: Counting::Words {
        all: || Refusal::WORDS.to_vec(),
        at_zero: false,
        of: |event| match event {
            SimEvent::Refused { why, .. } => Some(why.word()),
            _ => None,
        },
    },
};
