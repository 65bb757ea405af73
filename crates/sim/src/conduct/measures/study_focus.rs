//! Time spent studying.

use super::{Counts, Look, Measured, each_day};
use crate::campus::people::Doing;

collegium_core::named! {
    /// What is counted of studying.
    StudyFocus {
        /// Minutes spent studying, however they ended.
        StudyMinutes = "study_minutes",
    }
}

impl Measured for StudyFocus {
    const MORE_IS_BETTER: bool = true;

    fn lived(look: &Look, minutes: u32, counts: &mut Counts) {
        if look.doing == Doing::Studying {
            counts.add(Self::StudyMinutes, minutes);
        }
    }

    fn value(counts: &Counts, person_days: f64) -> Option<f64> {
        each_day(counts.get(Self::StudyMinutes), person_days).map(|minutes| minutes / 60.0)
    }
}
