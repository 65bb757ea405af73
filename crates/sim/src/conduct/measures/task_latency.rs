//! Being slow to do what the plan says.

use super::{Count, Counts, Measured, ratio};

pub(super) struct TaskLatency;

impl Measured for TaskLatency {
    fn more_is_better(&self) -> bool {
        false
    }

    fn value(&self, counts: &Counts, _: f64) -> Option<f64> {
        ratio(
            counts.get(Count::LatencySeconds),
            counts.get(Count::PartsBegun),
        )
        .map(|seconds| seconds / 60.0)
    }
}
