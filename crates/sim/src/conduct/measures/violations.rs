//! Norms broken.

use super::{Counts, Measured, each_day};

pub(super) struct Violations;

impl Measured for Violations {
    fn more_is_better(&self) -> bool {
        false
    }

    fn value(&self, counts: &Counts, person_days: f64) -> Option<f64> {
        each_day(counts.violations(), person_days)
    }
}
