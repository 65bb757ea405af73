//! Doing what the plan says.

use super::{Counts, Measured, ratio};

collegium_core::named! {
    /// What is counted of how far the plan is kept to.
    ScheduleAdherence {
        /// Times an action was chosen while a part of the day's plan was on.
        PlanMoments = "plan_moments",
        /// Times it was what the plan said.
        PlanKept = "plan_kept",
        /// Times it was not, for a reason: it could not be done, did not work, or something
        /// mattered more.
        PlanLeftForAReason = "plan_left_for_a_reason",
    }
}

impl Measured for ScheduleAdherence {
    const MORE_IS_BETTER: bool = true;

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Self::PlanKept), counts.get(Self::PlanMoments))
    }
}
