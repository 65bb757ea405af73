//! Being too loud for a place.

use super::{Counts, Measured, each_day};
use crate::tools::{Breach, SimEvent};

collegium_core::named! {
    /// What is counted of voices.
    Noise {
        /// Lines too loud for their place.
        Noise = "noise",
    }
}

impl Measured for Noise {
    const MORE_IS_BETTER: bool = false;

    fn count(event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Violation {
            breach: Breach::Noise { .. },
        } = event
        {
            counts.add(Self::Noise, 1);
        }
    }

    fn value(counts: &Counts, person_days: f64) -> Option<f64> {
        each_day(counts.get(Self::Noise), person_days)
    }
}
