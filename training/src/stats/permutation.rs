//! Tests by sharing numbers out anew, also within strata, and what many tests are corrected by.

use super::{StatsError, average, check};
use crate::seed::Stream;

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
