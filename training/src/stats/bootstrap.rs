//! Intervals by drawing samples anew.

use super::{StatsError, between, check};
use crate::seed::Stream;
use serde::{Deserialize, Serialize};

/// An estimate and the interval it lies in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The value that the interval is around.
    pub estimate: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
}

impl Interval {
    /// Whether a number lies within, ends included.
    pub fn holds(&self, number: f64) -> bool {
        (self.low..=self.high).contains(&number)
    }

    /// Whether two intervals have nothing in common.
    pub fn apart(&self, other: &Interval) -> bool {
        self.high < other.low || other.high < self.low
    }
}

/// How intervals are made.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Bootstrap {
    /// How often samples are drawn anew.
    pub resamples: usize,
    /// How likely the interval holds the truth, in (0, 1).
    pub level: f64,
}

impl Default for Bootstrap {
    fn default() -> Self {
        Self {
            resamples: 2000,
            level: 0.95,
        }
    }
}

/// A percentile bootstrap interval of a statistic of a sample ([`mean`](super::mean),
/// [`iqm`](super::iqm), …).
///
/// # Errors
///
/// As the statistic's, and for settings out of their ranges.
pub fn bootstrap(
    numbers: &[f64],
    statistic: impl Fn(&[f64]) -> Result<f64, StatsError>,
    how: Bootstrap,
    dice: &mut Stream,
) -> Result<Interval, StatsError> {
    check("an interval", 1, numbers)?;
    if how.resamples == 0 {
        return Err(StatsError::Range {
            what: "the number of resamples",
            range: "[1, …)",
            found: 0.0,
        });
    }
    if !(how.level > 0.0 && how.level < 1.0) {
        return Err(StatsError::Range {
            what: "the level",
            range: "(0, 1)",
            found: how.level,
        });
    }
    let estimate = statistic(numbers)?;
    let mut drawn = vec![0.0; numbers.len()];
    let mut found = Vec::with_capacity(how.resamples);
    for _ in 0..how.resamples {
        drawn.fill_with(|| numbers[dice.below(numbers.len())]);
        found.push(statistic(&drawn)?);
    }
    found.sort_by(f64::total_cmp);
    let tail = (1.0 - how.level) / 2.0;
    Ok(Interval {
        estimate,
        low: between(&found, tail),
        high: between(&found, 1.0 - tail),
    })
}

/// A percentile bootstrap interval of a statistic of the differences `after − before` of pairs (the
/// same seed with and without something).
///
/// # Errors
///
/// As [`bootstrap`], and when there are not as many of one as of the other.
pub fn paired_bootstrap(
    before: &[f64],
    after: &[f64],
    statistic: impl Fn(&[f64]) -> Result<f64, StatsError>,
    how: Bootstrap,
    dice: &mut Stream,
) -> Result<Interval, StatsError> {
    if before.len() != after.len() {
        return Err(StatsError::Unpaired(before.len(), after.len()));
    }
    let differences: Vec<f64> = before.iter().zip(after).map(|(b, a)| a - b).collect();
    bootstrap(&differences, statistic, how, dice)
}
