//! Learning rates over the course of training.

use serde::{Deserialize, Serialize};

/// How a learning rate changes. Progress is the share of training that is done, `0..=1`; beyond
/// that the last value stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LearningRateSchedule {
    /// The rate stays as it is.
    #[default]
    Constant,
    /// In a line to 0 (PPO).
    Linear,
    /// Along half a cosine to 0, without restart (IQL's actor; burn 0.21's restarts).
    Cosine,
}

impl LearningRateSchedule {
    /// The rate at a progress, held within `0..=1`; `start` is the rate at the start.
    pub fn rate(self, start: f64, progress: f64) -> f64 {
        let progress = progress.clamp(0.0, 1.0);
        match self {
            LearningRateSchedule::Constant => start,
            LearningRateSchedule::Linear => start * (1.0 - progress),
            LearningRateSchedule::Cosine => {
                start * 0.5 * (1.0 + (std::f64::consts::PI * progress).cos())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_and_middles() {
        for (schedule, middle, end) in [
            (LearningRateSchedule::Constant, 2.0, 2.0),
            (LearningRateSchedule::Linear, 1.0, 0.0),
            (LearningRateSchedule::Cosine, 1.0, 0.0),
        ] {
            for (progress, expected) in [(0.0, 2.0), (0.5, middle), (1.0, end), (1.5, end)] {
                assert!(
                    (schedule.rate(2.0, progress) - expected).abs() < 1e-12,
                    "{schedule:?} {progress}"
                );
            }
        }
    }
}
