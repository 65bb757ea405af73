//! Numbers of runs put together: averages that outliers do not rule, intervals, and tests.
//!
//! Follows "Deep Reinforcement Learning at the Edge of the Statistical Precipice" (Agarwal et al.
//! 2021, `rliable`): interquartile means with percentile bootstrap intervals over runs.

use crate::seed::Stream;
use serde::{Deserialize, Serialize};

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

/// The mean.
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

/// The median.
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

/// A percentile bootstrap interval of a statistic of a sample ([`mean`], [`iqm`], …).
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

/// How many ways there are to choose `k` of `n`, up to `limit`.
fn ways(n: usize, k: usize, limit: usize) -> usize {
    let mut ways = 1_usize;
    for i in 0..k.min(n - k) {
        ways = ways.saturating_mul(n - i) / (i + 1);
        if ways > limit {
            return limit.saturating_add(1);
        }
    }
    ways
}

/// How likely a mean of `after` that is above that of `before` by as much as it is would be, were
/// there no difference: a one-sided permutation test of two samples. Exact where there are no more
/// ways to share the numbers out than `permutations`, drawn (and never 0) otherwise.
///
/// # Errors
///
/// When a sample is empty, a number is not finite, or `permutations` is 0.
pub fn permutation_test(
    before: &[f64],
    after: &[f64],
    permutations: usize,
    dice: &mut Stream,
) -> Result<f64, StatsError> {
    check("a permutation test", 1, before)?;
    check("a permutation test", 1, after)?;
    if permutations == 0 {
        return Err(StatsError::Range {
            what: "the number of permutations",
            range: "[1, …)",
            found: 0.0,
        });
    }
    let mut all: Vec<f64> = after.iter().chain(before).copied().collect();
    let total: f64 = all.iter().sum();
    let (n, m) = (after.len() as f64, before.len() as f64);
    let gap = |sum: f64| sum / n - (total - sum) / m;
    // Rounding must not tell apart what is the same.
    let scale = all.iter().fold(0.0_f64, |a, x| a.max(x.abs()));
    let least = gap(after.iter().sum()) - 1e-12 * scale;
    if ways(all.len(), after.len(), permutations) <= permutations {
        let (mut as_high, mut count) = (0_usize, 0_usize);
        choices(all.len(), after.len(), &mut |chosen| {
            count += 1;
            as_high += usize::from(gap(chosen.iter().map(|i| all[*i]).sum()) >= least);
        });
        return Ok(as_high as f64 / count as f64);
    }
    let mut as_high = 0_usize;
    for _ in 0..permutations {
        dice.shuffle(&mut all);
        as_high += usize::from(gap(all[..after.len()].iter().sum()) >= least);
    }
    Ok((as_high + 1) as f64 / (permutations + 1) as f64)
}

/// Numbers within which something can be compared: without it and with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stratum {
    /// The numbers without it; how many need not be as many as with it.
    pub before: Vec<f64>,
    /// The numbers with it.
    pub after: Vec<f64>,
}

impl Stratum {
    /// By how much the sum of `after` is above as many times the mean of all, and how much the
    /// stratum weighs: `n m / (n + m)`. The quotient is the difference of the two means.
    pub fn excess(&self) -> (f64, f64) {
        let (n, m) = (self.after.len() as f64, self.before.len() as f64);
        if n == 0.0 || m == 0.0 {
            return (0.0, 0.0);
        }
        let after: f64 = self.after.iter().sum();
        let all = after + self.before.iter().sum::<f64>();
        (after - n * all / (n + m), n * m / (n + m))
    }
}

/// The difference `after − before` of means within strata, each weighed by `n m / (n + m)`: what a
/// regression with an intercept for each stratum finds.
///
/// # Errors
///
/// When no stratum has numbers of both, or one is not finite.
pub fn stratified_gap(strata: &[Stratum]) -> Result<f64, StatsError> {
    for stratum in strata {
        check("a stratum", 0, &stratum.before)?;
        check("a stratum", 0, &stratum.after)?;
    }
    let (excess, weight) = strata
        .iter()
        .map(Stratum::excess)
        .fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
    if weight == 0.0 {
        return Err(StatsError::Few {
            what: "a difference within strata, of each kind in one of them,",
            least: 1,
            found: 0,
        });
    }
    Ok(excess / weight)
}

/// How likely a difference within strata ([`stratified_gap`]) as high as it is would be, were there
/// none: a one-sided permutation test that shares the numbers of each stratum out anew
/// `permutations` times; never 0.
///
/// # Errors
///
/// As [`stratified_gap`], and when `permutations` is 0.
pub fn stratified_permutation_test(
    strata: &[Stratum],
    permutations: usize,
    dice: &mut Stream,
) -> Result<f64, StatsError> {
    stratified_gap(strata)?;
    if permutations == 0 {
        return Err(StatsError::Range {
            what: "the number of permutations",
            range: "[1, …)",
            found: 0.0,
        });
    }
    // Centred in its stratum, what is drawn for one side is what the other lacks: the smaller side
    // is enough.
    let mut drawn: Vec<(Vec<f64>, usize, f64)> = strata
        .iter()
        .filter(|s| !s.before.is_empty() && !s.after.is_empty())
        .map(|s| {
            let all: Vec<f64> = s.after.iter().chain(&s.before).copied().collect();
            let middle = average(&all);
            let (few, sign) = if s.after.len() <= s.before.len() {
                (s.after.len(), 1.0)
            } else {
                (s.before.len(), -1.0)
            };
            (all.iter().map(|x| x - middle).collect(), few, sign)
        })
        .collect();
    // Rounding must not tell apart what is the same.
    let scale: f64 = drawn
        .iter()
        .flat_map(|(all, ..)| all)
        .map(|x| x.abs())
        .sum();
    let least = strata.iter().map(|s| s.excess().0).sum::<f64>() - 1e-12 * scale;
    let mut as_high = 0_usize;
    for _ in 0..permutations {
        let mut sum = 0.0;
        for (all, few, sign) in &mut drawn {
            for i in 0..*few {
                let other = i + dice.below(all.len() - i);
                all.swap(i, other);
                sum += *sign * all[i];
            }
        }
        as_high += usize::from(sum >= least);
    }
    Ok((as_high + 1) as f64 / (permutations + 1) as f64)
}

/// Probabilities corrected for there being so many of them (Holm 1979): in the order given, none
/// below what it was.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let mut corrected = vec![0.0; p.len()];
    let mut highest = 0.0_f64;
    for (rank, i) in order.into_iter().enumerate() {
        highest = highest.max((p[i] * (p.len() - rank) as f64).min(1.0));
        corrected[i] = highest;
    }
    corrected
}

/// Calls with each choice of `k` of the numbers below `n`, in order.
fn choices(n: usize, k: usize, with: &mut impl FnMut(&[usize])) {
    let mut chosen: Vec<usize> = (0..k).collect();
    loop {
        with(&chosen);
        let Some(i) = (0..k).rev().find(|i| chosen[*i] < n - k + i) else {
            return;
        };
        let first = chosen[i] + 1;
        chosen[i..]
            .iter_mut()
            .enumerate()
            .for_each(|(j, c)| *c = first + j);
    }
}

/// How likely one of `after` is above one of `before`, ties counted half (rliable's probability of
/// improvement).
///
/// # Errors
///
/// When a sample is empty or a number is not finite.
pub fn improvement(before: &[f64], after: &[f64]) -> Result<f64, StatsError> {
    check("a probability of improvement", 1, before)?;
    check("a probability of improvement", 1, after)?;
    let points = |a: &f64, b: &f64| {
        if a > b {
            1.0
        } else {
            f64::from(u8::from(a == b)) / 2.0
        }
    };
    let sum: f64 = after
        .iter()
        .flat_map(|a| before.iter().map(move |b| points(a, b)))
        .sum();
    Ok(sum / (before.len() * after.len()) as f64)
}

/// Pearson's correlation of pairs, in [−1, 1].
///
/// # Errors
///
/// When there are fewer than two pairs, not as many of one as of the other, a number that is not
/// finite, or numbers that are all the same.
pub fn pearson(x: &[f64], y: &[f64]) -> Result<f64, StatsError> {
    if x.len() != y.len() {
        return Err(StatsError::Unpaired(x.len(), y.len()));
    }
    check("a correlation", 2, x)?;
    check("a correlation", 2, y)?;
    let (mx, my) = (average(x), average(y));
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (a, b) in x.iter().zip(y) {
        let (a, b) = (a - mx, b - my);
        (xy, xx, yy) = (xy + a * b, xx + a * a, yy + b * b);
    }
    let scale = (xx * yy).sqrt();
    if scale > 0.0 {
        Ok((xy / scale).clamp(-1.0, 1.0))
    } else {
        Err(StatsError::Constant)
    }
}

/// Spearman's rank correlation of pairs, in [−1, 1]; equal numbers share the mean of their ranks.
///
/// # Errors
///
/// As [`pearson`].
pub fn spearman(x: &[f64], y: &[f64]) -> Result<f64, StatsError> {
    check("a correlation", 2, x)?;
    check("a correlation", 2, y)?;
    pearson(&ranks(x), &ranks(y))
}

fn ranks(numbers: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order.sort_by(|a, b| numbers[*a].total_cmp(&numbers[*b]));
    let mut ranks = vec![0.0; numbers.len()];
    let mut from = 0;
    for same in order.chunk_by(|a, b| numbers[*a] == numbers[*b]) {
        let rank = from as f64 + (same.len() + 1) as f64 / 2.0;
        same.iter().for_each(|i| ranks[*i] = rank);
        from += same.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{Use, stream};

    fn dice() -> Stream {
        stream(1, Use::Bootstrap, 0)
    }

    #[test]
    fn known_values() {
        let numbers = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        assert_eq!(mean(&numbers), Ok(5.0));
        assert!((std(&numbers).unwrap() - (32.0_f64 / 7.0).sqrt()).abs() < 1e-15);
        assert_eq!(median(&numbers), Ok(4.5));
        // numpy.quantile([1, 2, 3, 4], [0.1, 0.25, 1])
        let few = [4.0, 1.0, 3.0, 2.0];
        assert!(
            (quantile(&few, 0.1).unwrap() - 1.3).abs() < 1e-12 && quantile(&few, 0.25) == Ok(1.75)
        );
        assert_eq!(quantile(&few, 1.0), Ok(4.0));
        // scipy.stats.trim_mean(x, 0.25): two of eight, one of five, and two of ten go on either
        // side.
        assert_eq!(iqm(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 100.0]), Ok(4.5));
        assert_eq!(iqm(&[-50.0, 1.0, 2.0, 3.0, 9.0]), Ok(2.0));
        assert_eq!(
            iqm(&[9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0]),
            Ok(4.5)
        );
        assert_eq!(iqm(&[3.0]), Ok(3.0));
        // scipy.stats.pearsonr and spearmanr of their own manuals.
        let five = [1.0, 2.0, 3.0, 4.0, 5.0];
        assert!(
            (pearson(&five, &[10.0, 9.0, 2.5, 6.0, 4.0]).unwrap() + 0.742_610_657_232_505_7).abs()
                < 1e-12
        );
        assert!(
            (spearman(&five, &[5.0, 6.0, 7.0, 8.0, 7.0]).unwrap() - 0.820_782_681_668_123_3).abs()
                < 1e-12
        );
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
        assert_eq!(improvement(&[1.0, 2.0], &[2.0, 3.0]), Ok(0.875));
    }

    #[test]
    fn permutations_are_counted() {
        let p = |a: &[f64], b: &[f64], n| permutation_test(a, b, n, &mut dice()).unwrap();
        // Of 20 ways to share six numbers out, one is as good; the other way round all are.
        assert_eq!(p(&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0], 100), 0.05);
        assert_eq!(p(&[4.0, 5.0, 6.0], &[1.0, 2.0, 3.0], 100), 1.0);
        assert_eq!(p(&[1.0; 4], &[1.0; 4], 100), 1.0);
        // Drawn: close to the exact value, and never 0.
        let (a, b) = (
            [0.1, 0.9, 0.4, 0.7, 0.2, 0.6],
            [0.8, 0.5, 1.1, 0.3, 1.2, 1.0],
        );
        let exact = p(&a, &b, 924);
        let drawn = p(&a, &b, 923);
        assert!(
            (exact - drawn).abs() < 0.03 && exact > 0.02 && exact < 0.1,
            "{exact} {drawn}"
        );
        let far = p(&[0.0; 30], &[1.0; 30], 500);
        assert_eq!(far, 1.0 / 501.0);
    }

    #[test]
    fn intervals_hold_the_truth_as_often_as_they_say() {
        // Of [0, 1], means are 0, ½ and 1 with ¼, ½, ¼.
        let two = bootstrap(&[0.0, 1.0], mean, Bootstrap::default(), &mut dice()).unwrap();
        assert_eq!(
            two,
            Interval {
                estimate: 0.5,
                low: 0.0,
                high: 1.0
            }
        );
        let mut noise = stream(2, Use::Noise, 0);
        let how = Bootstrap {
            resamples: 400,
            level: 0.9,
        };
        let held = (0..400)
            .filter(|_| {
                let sample: Vec<f64> = (0..40).map(|_| 3.0 + f64::from(noise.normal())).collect();
                bootstrap(&sample, mean, how, &mut noise)
                    .unwrap()
                    .holds(3.0)
            })
            .count();
        assert!((335..=375).contains(&held), "{held}");
        // The width is that of the normal approximation.
        let sample: Vec<f64> = (0..400).map(|_| f64::from(noise.normal())).collect();
        let found = bootstrap(&sample, mean, Bootstrap::default(), &mut dice()).unwrap();
        let expected = 2.0 * 1.96 * std(&sample).unwrap() / 20.0;
        assert!(((found.high - found.low) / expected - 1.0).abs() < 0.08);
        assert_eq!(
            found,
            bootstrap(&sample, mean, Bootstrap::default(), &mut dice()).unwrap()
        );
    }

    #[test]
    fn pairs_see_what_samples_do_not() {
        // Seeds differ much, what is done to them little and always the same.
        let before: Vec<f64> = (0..20).map(|i| f64::from(i) * 10.0).collect();
        let after: Vec<f64> = before
            .iter()
            .enumerate()
            .map(|(i, x)| x + 1.0 + 0.1 * (i % 3) as f64)
            .collect();
        let paired =
            paired_bootstrap(&before, &after, mean, Bootstrap::default(), &mut dice()).unwrap();
        assert!(
            paired.low > 1.0 && paired.high < 1.2 && (paired.estimate - 1.095).abs() < 1e-9,
            "{paired:?}"
        );
        let apart = |x: &[f64]| bootstrap(x, mean, Bootstrap::default(), &mut dice()).unwrap();
        assert!(!apart(&before).apart(&apart(&after)));
    }

    #[test]
    fn strata_are_compared_within_themselves() {
        let stratum = |before: &[f64], after: &[f64]| Stratum {
            before: before.to_vec(),
            after: after.to_vec(),
        };
        // In each stratum one more is better, although the means of all say the contrary.
        let strata = [
            stratum(&[10.0, 12.0, 11.0], &[12.0]),
            stratum(&[1.0], &[2.0, 1.0, 3.0]),
            stratum(&[50.0], &[]),
        ];
        assert!((stratified_gap(&strata).unwrap() - 1.0).abs() < 1e-12);
        // Of eight ways to share three pairs out one is as high: all three.
        let pairs = vec![stratum(&[0.0], &[1.0]); 3];
        let p = stratified_permutation_test(&pairs, 20_000, &mut dice()).unwrap();
        assert!((p - 0.125).abs() < 0.01, "{p}");
        // Two of three in one stratum, the smaller side being without: 1 of 3 ways.
        let p = stratified_permutation_test(&[stratum(&[0.0], &[1.0, 2.0])], 20_000, &mut dice())
            .unwrap();
        assert!((p - 1.0 / 3.0).abs() < 0.015, "{p}");
        // Where there is nothing, chances below 5 % come in 5 % of cases.
        let rare = (0..400)
            .filter(|seed| {
                let mut dice = stream(*seed, Use::Noise, 1);
                let mut draw = |n: usize, base: f64| {
                    (0..n)
                        .map(|_| base + f64::from(dice.normal()))
                        .collect::<Vec<_>>()
                };
                let strata: Vec<Stratum> = (0..6_u8)
                    .map(|i| Stratum {
                        before: draw(5, f64::from(i)),
                        after: draw(usize::from(i), f64::from(i)),
                    })
                    .collect();
                stratified_permutation_test(&strata, 199, &mut dice).unwrap() <= 0.05
            })
            .count();
        assert!((8..=34).contains(&rare), "{rare} of 400");
        assert!(stratified_gap(&[stratum(&[], &[1.0])]).is_err() && stratified_gap(&[]).is_err());
        assert!(stratified_permutation_test(&pairs, 0, &mut dice()).is_err());
        assert!(stratified_gap(&[stratum(&[f64::NAN], &[1.0])]).is_err());
    }

    #[test]
    fn many_probabilities_are_corrected() {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        let corrected = holm(&[0.01, 0.04, 0.03, 0.005]);
        for (found, expected) in corrected.iter().zip([0.03, 0.06, 0.06, 0.02]) {
            assert!((found - expected).abs() < 1e-12, "{corrected:?}");
        }
        assert_eq!(holm(&[0.9, 0.8]), vec![1.0, 1.0]);
        assert_eq!(holm(&[]), Vec::<f64>::new());
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert!(matches!(mean(&[]), Err(StatsError::Few { least: 1, .. })));
        assert!(matches!(std(&[1.0]), Err(StatsError::Few { least: 2, .. })));
        assert!(matches!(
            iqm(&[1.0, f64::NAN]),
            Err(StatsError::NotFinite { at: 1, .. })
        ));
        assert!(quantile(&[1.0], 1.5).is_err() && median(&[]).is_err());
        assert_eq!(
            pearson(&[1.0, 2.0], &[1.0]),
            Err(StatsError::Unpaired(2, 1))
        );
        assert_eq!(
            spearman(&[1.0, 2.0], &[1.0, 1.0]),
            Err(StatsError::Constant)
        );
        for how in [
            Bootstrap {
                resamples: 0,
                level: 0.9,
            },
            Bootstrap {
                resamples: 9,
                level: 1.0,
            },
        ] {
            assert!(matches!(
                bootstrap(&[1.0], mean, how, &mut dice()),
                Err(StatsError::Range { .. })
            ));
        }
        assert!(paired_bootstrap(&[1.0], &[], mean, Bootstrap::default(), &mut dice()).is_err());
        assert!(permutation_test(&[], &[1.0], 9, &mut dice()).is_err());
        assert!(permutation_test(&[1.0], &[1.0], 0, &mut dice()).is_err());
        assert!(improvement(&[1.0], &[f64::INFINITY]).is_err());
    }
}
