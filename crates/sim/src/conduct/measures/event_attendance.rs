//! Coming to events that one is invited to.

use super::{Counts, Measured, ratio};
use crate::campus::people::Engagement;

collegium_core::named! {
    /// What is counted of it.
    EventAttendance {
        /// Events in people's timetables that have ended: one is invited, and knows or means to go.
        Due = "events_due",
        /// Those of them that were come to.
        Attended = "events_attended",
    }
}

impl Measured for EventAttendance {
    const MORE_IS_BETTER: bool = true;

    fn was_due(what: Engagement, came: bool, counts: &mut Counts) {
        if matches!(what, Engagement::Event(_)) {
            counts.add(Self::Due, 1);
            counts.add(Self::Attended, u32::from(came));
        }
    }

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Self::Attended), counts.get(Self::Due))
    }
}
