//! Stepping in front of others.

use super::{Count, Counts, Measured, ratio};
use crate::tools::{Breach, SimEvent};

pub(super) struct QueueCutting;

impl Measured for QueueCutting {
    fn more_is_better(&self) -> bool {
        false
    }

    fn count(&self, event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Violation {
            breach: Breach::QueueCutting { .. },
        } = event
        {
            counts.add(Count::CutIn, 1);
        }
    }

    fn value(&self, counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Count::CutIn), counts.get(Count::Queued))
    }
}
