//! Coming late: to classes, to classes to give, and to shifts.

use super::{ClassAttendance, Counts, Measured, ratio};
use crate::tools::{Breach, SimEvent};

collegium_core::named! {
    /// What is counted of lateness.
    Lateness {
        /// Times late to a class, a class to give, or a shift.
        Late = "late",
    }
}

impl Measured for Lateness {
    const MORE_IS_BETTER: bool = false;

    fn count(event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Violation {
            breach: Breach::Lateness { .. },
        } = event
        {
            counts.add(Self::Late, 1);
        }
    }

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        // Shifts and classes that one gives are come to late as well.
        let arrivals = counts
            .get(ClassAttendance::Attended)
            .max(counts.get(Self::Late));
        ratio(counts.get(Self::Late), arrivals)
    }
}
