//! Breaking off studying.

use super::{Count, Counts, Measured, ratio};

pub(super) struct Breaks;

impl Measured for Breaks {
    fn more_is_better(&self) -> bool {
        false
    }

    fn value(&self, counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Count::BrokeOff), counts.get(Count::Tempted))
    }
}
