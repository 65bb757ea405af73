//! How costs grow: exponents, fitted.

use super::{
    long::{Run, WEEK, Week},
    sizes::Size,
};
use serde::Serialize;

/// Exponents `b` of `cost = a · xᵇ`, fitted by least squares on logarithms; none where there are
/// fewer than two points.
#[derive(Debug, Serialize)]
pub(super) struct Exponents {
    /// Seconds of a week by its number: 0 where the last costs what the first does.
    pub week_seconds_by_week: Option<f64>,
    /// The save by days: 1 where each day adds the same.
    pub save_by_days: Option<f64>,
    /// Memory in use by days: 0 where it stays.
    pub memory_by_days: Option<f64>,
    /// Seconds for an agent-step by people: 0 where it stays.
    pub step_seconds_by_people: Option<f64>,
    /// The save of a day by people: 1 where each person adds the same.
    pub save_by_people: Option<f64>,
}

/// The exponent `b` of `y = a · xᵇ` through some points, by least squares on logarithms.
fn exponent(points: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let points: Vec<(f64, f64)> = points
        .filter(|(x, y)| *x > 0.0 && *y > 0.0)
        .map(|(x, y)| (x.ln(), y.ln()))
        .collect();
    let count = points.len() as f64;
    let mean_x = points.iter().map(|p| p.0).sum::<f64>() / count;
    let mean_y = points.iter().map(|p| p.1).sum::<f64>() / count;
    let spread: f64 = points.iter().map(|p| (p.0 - mean_x).powi(2)).sum();
    let shared: f64 = points.iter().map(|p| (p.0 - mean_x) * (p.1 - mean_y)).sum();
    (points.len() > 1 && spread > 0.0).then(|| shared / spread)
}

impl Exponents {
    pub(super) fn of(run: &Run, sizes: &[Size]) -> Self {
        let weeks = || run.weeks.iter().filter(|w| w.days == WEEK);
        let by_days = |of: fn(&Week) -> f64| {
            exponent(run.weeks.iter().map(|w| (f64::from(w.until_day), of(w))))
        };
        let by_people =
            |of: fn(&Size) -> f64| exponent(sizes.iter().map(|s| (s.people as f64, of(s))));
        Self {
            week_seconds_by_week: exponent(
                weeks().map(|w| (f64::from(w.until_day / WEEK), w.seconds)),
            ),
            save_by_days: by_days(|w| w.save_bytes as f64),
            memory_by_days: by_days(|w| w.resident_bytes.unwrap_or(0) as f64),
            step_seconds_by_people: by_people(|s| 1.0 / s.steps_per_second),
            save_by_people: by_people(|s| s.save_bytes as f64),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_are_those_of_powers() {
        let powers = |b: f64| (1..9).map(move |x| (f64::from(x), 3.0 * f64::from(x).powf(b)));
        for b in [-1.0, 0.0, 0.5, 2.0] {
            let fitted = exponent(powers(b)).unwrap();
            assert!((fitted - b).abs() < 1e-9, "{fitted} for {b}");
        }
        // One point, or several at one place, say nothing; what is not above nothing is left out.
        assert_eq!(exponent([(2.0, 3.0)].into_iter()), None);
        assert_eq!(exponent([(2.0, 3.0), (2.0, 4.0)].into_iter()), None);
        assert_eq!(exponent([(2.0, 3.0), (4.0, 0.0)].into_iter()), None);
    }
}
