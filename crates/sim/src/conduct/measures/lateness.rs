//! Coming late to classes.

use super::{Count, Counts, Measured, ratio};
use crate::tools::{Breach, SimEvent};

pub(super) struct Lateness;

impl Measured for Lateness {
    fn more_is_better(&self) -> bool {
        false
    }

    fn count(&self, event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Violation {
            breach: Breach::Lateness { .. },
        } = event
        {
            counts.add(Count::Late, 1);
        }
    }

    fn value(&self, counts: &Counts, _: f64) -> Option<f64> {
        // Shifts and classes that one gives are come to late as well.
        let arrivals = counts.get(Count::Attended).max(counts.get(Count::Late));
        ratio(counts.get(Count::Late), arrivals)
    }
}
