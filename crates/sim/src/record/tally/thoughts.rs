//! What is counted of inner life.

use super::entry::{Counting, Entry};
use crate::tools::{Flaw, SimEvent};

/// What the line is about.
const LINE: &str = "thoughts";

/// Insights that were kept.
pub(super) const INSIGHTS: Entry = Entry {
    name: "thoughts.insights",
    line: LINE,
    told: "{} insights",
    detail: false,
    counting: Counting::Times(|event| matches!(event, SimEvent::Reflected { .. })),
};

/// Insights refused, by reason.
pub(super) const DISMISSED: Entry = Entry {
    name: "thoughts.refused",
    line: LINE,
    told: "refused: {}",
    detail: true,
    counting: Counting::Words {
        all: || Flaw::ALL.iter().map(|flaw| flaw.word()).collect(),
        at_zero: false,
        of: |event| match event {
            SimEvent::Dismissed { flaw, .. } => Some(flaw.word()),
            _ => None,
        },
    },
};

/// Insights joined to ones that said nearly the same.
pub(super) const MERGED: Entry = Entry {
    name: "thoughts.joined",
    line: LINE,
    told: "{} joined to earlier ones",
    detail: false,
    counting: Counting::Times(|event| matches!(event, SimEvent::Merged { .. })),
};

/// Diary pages that were written.
pub(super) const DIARIES: Entry = Entry {
    name: "thoughts.diaries",
    line: LINE,
    told: "{} diary pages",
    detail: false,
    counting: Counting::Times(|event| matches!(event, SimEvent::Diary { .. })),
};

/// Associations of wandering minds.
pub(super) const MUSINGS: Entry = Entry {
    name: "thoughts.musings",
    line: LINE,
    told: "{} associations",
    detail: false,
    counting: Counting::Times(|event| matches!(event, SimEvent::Mused { .. })),
};
