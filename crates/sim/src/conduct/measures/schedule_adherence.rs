//! Doing what the plan says.

use super::{Count, Counts, Measured, ratio};

pub(super) struct ScheduleAdherence;

impl Measured for ScheduleAdherence {
    fn more_is_better(&self) -> bool {
        true
    }

    fn value(&self, counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Count::PlanKept), counts.get(Count::PlanMoments))
    }
}
