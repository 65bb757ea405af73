//! Deciding from what one remembers.

use super::{Counts, Measured, ratio};

collegium_core::named! {
    /// What is counted of decisions about what to do next.
    RememberingDecisions {
        /// Decisions about what to do next.
        All = "next_decisions",
        /// Those of them that rest on a memory.
        FromMemory = "next_decisions_from_memory",
    }
}

impl Measured for RememberingDecisions {
    const MORE_IS_BETTER: bool = true;

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Self::FromMemory), counts.get(Self::All))
    }
}
