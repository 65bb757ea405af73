//! Stepping in front of others.

use super::{Counts, Measured, ratio};
use crate::tools::{Breach, SimEvent};

collegium_core::named! {
    /// What is counted of queues.
    QueueCutting {
        /// Times in a queue of three or more.
        Queued = "queued",
        /// Times they stepped in front of others in a queue.
        CutIn = "cut_in",
    }
}

impl Measured for QueueCutting {
    const MORE_IS_BETTER: bool = false;

    fn count(event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Violation {
            breach: Breach::QueueCutting { .. },
        } = event
        {
            counts.add(Self::CutIn, 1);
        }
    }

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Self::CutIn), counts.get(Self::Queued))
    }
}
