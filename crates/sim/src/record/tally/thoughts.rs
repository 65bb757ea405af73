//! What is counted of inner life.

use super::entry::{Counting, Entry};
use crate::{
    campus::people::{Obstacle, Stands},
    tools::{Flaw, SimEvent},
};

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

/// Goals that were met.
pub(super) const GOALS_MET: Entry = Entry {
    name: "thoughts.goals_met",
    line: LINE,
    told: "{} goals met",
    detail: false,
    counting: Counting::Times(|event| {
        matches!(
            event,
            SimEvent::Goal {
                stands: Stands::Met,
                ..
            }
        )
    }),
};

/// Goals that were given up, by what kept people from them.
pub(super) const GOALS_GIVEN_UP: Entry = Entry {
    name: "thoughts.goals_given_up",
    line: LINE,
    told: "given up: {}",
    detail: true,
    counting: Counting::Words {
        all: || {
            Obstacle::ALL
                .iter()
                .map(|obstacle| obstacle.word())
                .collect()
        },
        at_zero: false,
        of: |event| match event {
            SimEvent::Goal {
                stands: Stands::GivenUp(obstacle),
                ..
            } => Some(obstacle.word()),
            _ => None,
        },
    },
};
