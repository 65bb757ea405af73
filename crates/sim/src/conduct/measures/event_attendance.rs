//! Coming to events and meetings.

use super::{Count, Counts, Measured, ratio};
use crate::{
    campus::people::Engagement,
    tools::{Attend, SimEvent, ToolCall},
};

pub(super) struct EventAttendance;

impl Measured for EventAttendance {
    fn more_is_better(&self) -> bool {
        true
    }

    fn count(&self, event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Done {
            call:
                ToolCall::Attend(Attend {
                    what: Engagement::Event(_) | Engagement::Meeting(_),
                }),
        } = event
        {
            counts.add(Count::EventsAttended, 1);
        }
    }

    fn value(&self, counts: &Counts, _: f64) -> Option<f64> {
        let attended = counts.get(Count::EventsAttended);
        // Some come to what they had not known of.
        ratio(attended, counts.get(Count::EventsDue).max(attended))
    }
}
