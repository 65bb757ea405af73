//! Coming to meetings that were agreed upon.

use super::{Counts, Measured, ratio};
use crate::campus::people::Engagement;

collegium_core::named! {
    /// What is counted of it.
    MeetingAttendance {
        /// Meetings in people's timetables that have ended.
        Due = "meetings_due",
        /// Those of them that were come to.
        Attended = "meetings_attended",
    }
}

impl Measured for MeetingAttendance {
    const MORE_IS_BETTER: bool = true;

    fn was_due(what: Engagement, came: bool, counts: &mut Counts) {
        if matches!(what, Engagement::Meeting(_)) {
            counts.add(Self::Due, 1);
            counts.add(Self::Attended, u32::from(came));
        }
    }

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Self::Attended), counts.get(Self::Due))
    }
}
