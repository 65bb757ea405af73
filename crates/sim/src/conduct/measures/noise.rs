//! Being too loud for a place.

use super::{Count, Counts, Measured, each_day};
use crate::tools::{Breach, SimEvent};

pub(super) struct Noise;

impl Measured for Noise {
    fn more_is_better(&self) -> bool {
        false
    }

    fn count(&self, event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Violation {
            breach: Breach::Noise { .. },
        } = event
        {
            counts.add(Count::Noise, 1);
        }
    }

    fn value(&self, counts: &Counts, person_days: f64) -> Option<f64> {
        each_day(counts.get(Count::Noise), person_days)
    }
}
