//! Coming late to work: to shifts and to classes that one gives.

use super::{Counts, Measured, ratio};
use crate::campus::people::Engagement;

collegium_core::named! {
    /// What is counted of it.
    WorkLateness {
        /// Arrivals at shifts and at classes to give.
        Came = "came_to_work",
        /// Those of them that were late.
        Late = "late_to_work",
    }
}

impl Measured for WorkLateness {
    const MORE_IS_BETTER: bool = false;

    fn came(what: Engagement, late: bool, counts: &mut Counts) {
        if matches!(what, Engagement::Shift(_) | Engagement::Teach(..)) {
            counts.add(Self::Came, 1);
            counts.add(Self::Late, u32::from(late));
        }
    }

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Self::Late), counts.get(Self::Came))
    }
}
