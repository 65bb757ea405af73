//! Coming to classes.

use super::{Counts, Measured, ratio};
use crate::{
    campus::people::Engagement,
    tools::{Breach, SimEvent},
};

collegium_core::named! {
    /// What is counted of classes.
    ClassAttendance {
        /// Class sessions come to, late ones included.
        Attended = "attended",
        /// Class sessions missed.
        Missed = "missed",
    }
}

impl Measured for ClassAttendance {
    const MORE_IS_BETTER: bool = true;

    fn count(event: &SimEvent, counts: &mut Counts) {
        match event {
            SimEvent::Attended { .. }
            | SimEvent::Violation {
                breach:
                    Breach::Lateness {
                        what: Engagement::Class(..),
                        ..
                    },
            } => counts.add(Self::Attended, 1),
            SimEvent::Missed { .. } => counts.add(Self::Missed, 1),
            _ => {}
        }
    }

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        let attended = counts.get(Self::Attended);
        ratio(attended, attended + counts.get(Self::Missed))
    }
}
