//! Norms broken.

use super::{Counts, Measured, Noise, QueueCutting, each_day};
use crate::tools::{Breach, SimEvent};

collegium_core::named! {
    /// What is counted of norms for which nothing else counts it.
    Violations {
        /// Times so late to a class, a class to give or a shift that it breaks a norm.
        Late = "late",
    }
}

impl Counts {
    /// How many norms were broken: lateness, queue cutting and noise.
    pub fn violations(&self) -> u32 {
        self.get(Violations::Late) + self.get(QueueCutting::CutIn) + self.get(Noise::Noise)
    }
}

impl Measured for Violations {
    const MORE_IS_BETTER: bool = false;

    fn count(event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Violation {
            breach: Breach::Lateness { .. },
        } = event
        {
            counts.add(Self::Late, 1);
        }
    }

    fn value(counts: &Counts, person_days: f64) -> Option<f64> {
        each_day(counts.violations(), person_days)
    }
}
