//! What is counted of deeds: what was given, lent and given back, and whatever else a tool call
//! does for somebody else.

use super::entry::{Counting, Entry};
use crate::tools::{Deed, SimEvent};

/// What was done for others, by what it was.
pub(super) const DEEDS: Entry = Entry {
    name: "deeds",
    line: "deeds",
    told: "{}",
    detail: false,
    counting: Counting::Words {
        all: Deed::words,
        at_zero: true,
        of: |event| match event {
            SimEvent::Deed { deed } => Some(deed.does().word()),
            _ => None,
        },
    },
};
