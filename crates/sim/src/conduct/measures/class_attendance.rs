//! Coming to classes.

use super::{Count, Counts, Measured, ratio};
use crate::tools::SimEvent;

pub(super) struct ClassAttendance;

impl Measured for ClassAttendance {
    fn more_is_better(&self) -> bool {
        true
    }

    fn count(&self, event: &SimEvent, counts: &mut Counts) {
        match event {
            SimEvent::Attended { .. } | SimEvent::Late { .. } => counts.add(Count::Attended, 1),
            SimEvent::Missed { .. } => counts.add(Count::Missed, 1),
            _ => {}
        }
    }

    fn value(&self, counts: &Counts, _: f64) -> Option<f64> {
        let attended = counts.get(Count::Attended);
        ratio(attended, attended + counts.get(Count::Missed))
    }
}
