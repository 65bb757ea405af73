//! Coming to events and meetings.

use super::{Counts, Measured, ratio};
use crate::{
    campus::people::Engagement,
    tools::{Attend, SimEvent, ToolCall},
};

collegium_core::named! {
    /// What is counted of events.
    EventAttendance {
        /// Events that one knew of and that took place.
        EventsDue = "events_due",
        /// Events and meetings come to.
        EventsAttended = "events_attended",
    }
}

impl Measured for EventAttendance {
    const MORE_IS_BETTER: bool = true;

    fn count(event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Done {
            call:
                ToolCall::Attend(Attend {
                    what: Engagement::Event(_) | Engagement::Meeting(_),
                }),
        } = event
        {
            counts.add(Self::EventsAttended, 1);
        }
    }

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        let attended = counts.get(Self::EventsAttended);
        // Some come to what they had not known of.
        ratio(attended, counts.get(Self::EventsDue).max(attended))
    }
}
