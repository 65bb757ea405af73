//! Being slow to do what the plan says.

use super::{Counts, Measured, ratio};

collegium_core::named! {
    /// What is counted of how soon the plan is followed.
    TaskLatency {
        /// Seconds between the beginning of a part of the plan and the action it asks for, once a
        /// part.
        LatencySeconds = "latency_seconds",
        /// Parts of the plan that were begun.
        PartsBegun = "parts_begun",
    }
}

impl Measured for TaskLatency {
    const MORE_IS_BETTER: bool = false;

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(
            counts.get(Self::LatencySeconds),
            counts.get(Self::PartsBegun),
        )
        .map(|seconds| seconds / 60.0)
    }
}
