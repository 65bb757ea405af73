//! Getting on with what one has set out to do.

use super::{Counts, Measured, each_day};
use crate::{campus::people::Came, tools::SimEvent};

collegium_core::named! {
    /// What is counted of long-term tasks.
    TasksDone {
        /// Parts that were done, the last one of a task with them.
        Parts = "task_parts_done",
    }
}

impl Measured for TasksDone {
    const MORE_IS_BETTER: bool = true;

    fn count(event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Worked { came, .. } = event
            && *came != Came::GivenUp
        {
            counts.add(Self::Parts, 1);
        }
    }

    fn value(counts: &Counts, person_days: f64) -> Option<f64> {
        each_day(counts.get(Self::Parts), person_days)
    }
}
