//! Time spent studying.

use super::{Counts, Measured, each_day};

collegium_core::named! {
    /// What is counted of studying.
    StudyFocus {
        /// Seconds spent studying.
        StudySeconds = "study_seconds",
    }
}

impl Measured for StudyFocus {
    const MORE_IS_BETTER: bool = true;

    fn value(counts: &Counts, person_days: f64) -> Option<f64> {
        each_day(counts.get(Self::StudySeconds), person_days).map(|seconds| seconds / 3600.0)
    }
}
