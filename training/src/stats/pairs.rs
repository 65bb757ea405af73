//! What numbers of one kind say of those of another: improvement and correlations.

use super::{StatsError, average, check};

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

pub(super) fn ranks(numbers: &[f64]) -> Vec<f64> {
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
