//! Coming late to events.

use super::{Counts, Measured, ratio};
use crate::campus::people::Engagement;

collegium_core::named! {
    /// What is counted of it.
    EventLateness {
        /// Arrivals at events.
        Came = "came_to_event",
        /// Those of them that were late.
        Late = "late_to_event",
    }
}

impl Measured for EventLateness {
    const MORE_IS_BETTER: bool = false;

    fn came(what: Engagement, late: bool, counts: &mut Counts) {
        if matches!(what, Engagement::Event(_)) {
            counts.add(Self::Came, 1);
            counts.add(Self::Late, u32::from(late));
        }
    }

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Self::Late), counts.get(Self::Came))
    }
}
