//! Saying what one remembers.

use super::{Counts, Measured, ratio};

collegium_core::named! {
    /// What is counted of lines that were said.
    RememberingLines {
        /// Lines that were said.
        All = "lines",
        /// Those of them that rest on a memory.
        FromMemory = "lines_from_memory",
    }
}

impl Measured for RememberingLines {
    const MORE_IS_BETTER: bool = true;

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Self::FromMemory), counts.get(Self::All))
    }
}
