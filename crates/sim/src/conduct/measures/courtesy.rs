//! Greetings and apologies.

use super::{Count, Counts, Measured, ratio};

pub(super) struct Courtesy;

impl Measured for Courtesy {
    fn more_is_better(&self) -> bool {
        true
    }

    fn value(&self, counts: &Counts, _: f64) -> Option<f64> {
        ratio(
            counts.get(Count::Greeted) + counts.get(Count::Apologised),
            counts.get(Count::Met) + counts.get(Count::AmendsDue),
        )
    }
}
