//! What is counted of talk.

use super::entry::{Counting, Entry};
use crate::tools::{SimEvent, Source};

/// What the line is about.
const LINE: &str = "conversations";

/// Conversations that were begun.
pub(super) const CONVERSATIONS: Entry = Entry {
    name: "conversations",
    line: LINE,
    told: "{} begun",
    detail: false,
    counting: Counting::Times(|event| matches!(event, SimEvent::TalkBegan { .. })),
};

/// Lines that were said.
pub(super) const LINES: Entry = Entry {
    name: "lines",
    line: LINE,
    told: "{} lines",
    detail: false,
    counting: Counting::Times(|event| matches!(event, SimEvent::Said { .. })),
};

/// How often somebody joined a conversation.
pub(super) const JOINED: Entry = Entry {
    name: "talk.joined",
    line: LINE,
    told: "{} joined",
    detail: false,
    counting: Counting::Times(|event| matches!(event, SimEvent::Joined { .. })),
};

/// How often somebody learned a fact by overhearing it.
pub(super) const OVERHEARD: Entry = Entry {
    name: "talk.overheard",
    line: LINE,
    told: "{} overheard something",
    detail: false,
    counting: Counting::Times(|event| {
        matches!(
            event,
            SimEvent::Learned {
                source: Source::Overheard,
                ..
            }
        )
    }),
};
