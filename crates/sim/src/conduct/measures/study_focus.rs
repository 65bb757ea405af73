//! Time spent studying.

use super::{Count, Counts, Measured, each_day};

pub(super) struct StudyFocus;

impl Measured for StudyFocus {
    fn more_is_better(&self) -> bool {
        true
    }

    fn value(&self, counts: &Counts, person_days: f64) -> Option<f64> {
        each_day(counts.get(Count::StudySeconds), person_days).map(|seconds| seconds / 3600.0)
    }
}
