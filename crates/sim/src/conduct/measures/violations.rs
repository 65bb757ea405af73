//! Norms broken.

use super::{Counts, Lateness, Measured, Noise, QueueCutting, each_day};

collegium_core::named! {
    /// Nothing is counted for it: it adds up what others count.
    Violations {}
}

impl Counts {
    /// How many norms were broken: lateness, queue cutting and noise.
    pub fn violations(&self) -> u32 {
        self.get(Lateness::Late) + self.get(QueueCutting::CutIn) + self.get(Noise::Noise)
    }
}

impl Measured for Violations {
    const MORE_IS_BETTER: bool = false;

    fn value(counts: &Counts, person_days: f64) -> Option<f64> {
        each_day(counts.violations(), person_days)
    }
}
