//! Time spent in conversation.

use super::{Counts, Look, Measured, each_day};

collegium_core::named! {
    /// What is counted of talks.
    TalkTime {
        /// Minutes in a conversation.
        TalkMinutes = "talk_minutes",
    }
}

impl Measured for TalkTime {
    const MORE_IS_BETTER: bool = true;

    fn lived(look: &Look, minutes: u32, counts: &mut Counts) {
        if look.talks {
            counts.add(Self::TalkMinutes, minutes);
        }
    }

    fn value(counts: &Counts, person_days: f64) -> Option<f64> {
        each_day(counts.get(Self::TalkMinutes), person_days)
    }
}
