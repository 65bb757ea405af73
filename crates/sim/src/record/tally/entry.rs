//! What an entry of the tally is: which events count, and how the count is named and told.

use crate::tools::SimEvent;

/// The part of a count that is the count itself.
pub(super) const WHOLE: &str = "";

/// The part of a mean that says of how many times it is one.
pub(super) const TIMES: &str = "times";

/// Something that is counted of a run.
pub(super) struct Entry {
    /// Its name in saves, and its key in `run --json`; within an object where there is a dot.
    pub(super) name: &'static str,
    /// What the line is about on which it stands. Those of one line follow each other in the list.
    pub(super) line: &'static str,
    /// Its words, with `{}` where the figure goes.
    pub(super) told: &'static str,
    /// Whether it stands in brackets after the one before it.
    pub(super) detail: bool,
    pub(super) counting: Counting,
}

/// What counts, and what comes of it.
pub(super) enum Counting {
    /// Events: how many there were.
    Times(fn(&SimEvent) -> bool),
    /// Seconds of events: what they are on average.
    Mean(fn(&SimEvent) -> Option<u32>),
    /// Marks of events: what they are on average.
    Score(fn(&SimEvent) -> Option<u32>),
    /// Seconds of events: the most there were.
    Longest(fn(&SimEvent) -> Option<u32>),
    /// Events that have a word: how many there were of each.
    Words {
        /// All the words that there are, in the order in which they are told.
        all: fn() -> Vec<&'static str>,
        /// Whether those are told, too, of which there were none.
        at_zero: bool,
        /// The word of an event; none for one that does not count.
        of: fn(&SimEvent) -> Option<&'static str>,
    },
}

impl Entry {
    /// The parts of which each has a sum of its own.
    pub(super) fn parts(&self) -> Vec<&'static str> {
        match self.counting {
            Counting::Times(_) | Counting::Longest(_) => vec![WHOLE],
            Counting::Mean(_) | Counting::Score(_) => vec![WHOLE, TIMES],
            Counting::Words { all, .. } => all(),
        }
    }
}
