//! Numbers of runs put together: averages that outliers do not rule, intervals, and tests.
//!
//! Follows "Deep Reinforcement Learning at the Edge of the Statistical Precipice" (Agarwal et al.
//! 2021, `rliable`): interquartile means with percentile bootstrap intervals over runs.

mod bootstrap;
mod pairs;
mod permutation;
#[cfg(test)]
mod tests;

pub use bootstrap::{Bootstrap, Interval, bootstrap, paired_bootstrap};
pub use pairs::{improvement, pearson, spearman};
pub use permutation::{
    Stratum, holm, permutation_test, stratified_gap, stratified_permutation_test,
};

/// Why a number cannot be had.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum StatsError {
    /// There are too few numbers.
    #[error("{what} needs at least {least} numbers, found {found}")]
    Few {
        /// The statistic that was asked for.
        what: &'static str,
        /// How many it needs.
        least: usize,
        /// How many there are.
        found: usize,
    },
    /// One of the numbers is not finite.
    #[error("number {at} of {found} is {value}, not a finite number")]
    NotFinite {
        /// The place of the number, from 0.
        at: usize,
        /// How many there are.
        found: usize,
        /// The number that was found.
        value: f64,
    },
    /// Pairs were asked for, but there are more of one than of the other.
    #[error("pairs need as many of one as of the other, found {0} and {1}")]
    Unpaired(usize, usize),
    /// Numbers that are all the same have no correlation.
    #[error("numbers that are all the same correlate with nothing")]
    Constant,
    /// A setting is out of its range.
    #[error("{what} must be in {range}, found {found}")]
    Range {
        /// The name of the setting.
        what: &'static str,
        /// The range that it must be in.
        range: &'static str,
        /// The value that was given.
        found: f64,
    },
}

/// Checks that there are enough numbers and that all are finite.
fn check(what: &'static str, least: usize, numbers: &[f64]) -> Result<(), StatsError> {
    let found = numbers.len();
    if found < least {
        return Err(StatsError::Few { what, least, found });
    }
    match numbers.iter().position(|x| !x.is_finite()) {
        Some(at) => Err(StatsError::NotFinite {
            at,
            found,
            value: numbers[at],
        }),
        None => Ok(()),
    }
}

fn average(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / numbers.len() as f64
}

fn sorted(numbers: &[f64]) -> Vec<f64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The arithmetic mean of at least one number.
///
/// # Errors
///
/// When there is no number or one is not finite; so for all of these.
pub fn mean(numbers: &[f64]) -> Result<f64, StatsError> {
    check("a mean", 1, numbers)?;
    Ok(average(numbers))
}

/// The standard deviation of a sample (n − 1).
///
/// # Errors
///
/// As [`mean`], and for fewer than two numbers.
pub fn std(numbers: &[f64]) -> Result<f64, StatsError> {
    check("a standard deviation", 2, numbers)?;
    let middle = average(numbers);
    let squares: f64 = numbers.iter().map(|x| (x - middle) * (x - middle)).sum();
    Ok((squares / (numbers.len() - 1) as f64).sqrt())
}

/// The median of at least one number: of an even count the middle of the two in the middle.
///
/// # Errors
///
/// As [`mean`].
pub fn median(numbers: &[f64]) -> Result<f64, StatsError> {
    quantile(numbers, 0.5)
}

/// A quantile in [0, 1], linear between neighbours (NumPy's default).
///
/// # Errors
///
/// As [`mean`], and for a quantile out of its range.
pub fn quantile(numbers: &[f64], q: f64) -> Result<f64, StatsError> {
    check("a quantile", 1, numbers)?;
    if !(0.0..=1.0).contains(&q) {
        return Err(StatsError::Range {
            what: "a quantile",
            range: "[0, 1]",
            found: q,
        });
    }
    Ok(between(&sorted(numbers), q))
}

fn between(sorted: &[f64], q: f64) -> f64 {
    let at = q * (sorted.len() - 1) as f64;
    let (low, high) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
    low + (high - low) * at.fract()
}

/// The interquartile mean: the mean of what is left without the lowest and highest quarter (each
/// rounded down, as `scipy.stats.trim_mean`).
///
/// # Errors
///
/// As [`mean`].
pub fn iqm(numbers: &[f64]) -> Result<f64, StatsError> {
    check("an interquartile mean", 1, numbers)?;
    let cut = numbers.len() / 4;
    Ok(average(&sorted(numbers)[cut..numbers.len() - cut]))
}
