//! Running statistics: of observations, of rewards by their discounted return, and of a critic's
//! targets.

use crate::error::{Error, Result};
use crate::rollout::Segment;
use serde::{Deserialize, Serialize};

/// Running mean and variance of vectors, merged batch by batch (Chan, Golub & LeVeque 1979), as
/// imitation's `RunningNorm` and Gymnasium's `NormalizeObservation` keep them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunningNorm {
    /// How many vectors were taken in.
    #[serde(with = "exact")]
    pub count: f64,
    /// Their mean, number by number.
    #[serde(with = "exact::all")]
    pub mean: Vec<f64>,
    /// Their variance, over the count.
    #[serde(with = "exact::all")]
    pub variance: Vec<f64>,
}

/// Added to variances before roots are taken.
const EPS: f64 = 1e-8;

impl RunningNorm {
    /// Nothing seen yet: mean 0 and variance 1.
    pub fn new(width: usize) -> Self {
        RunningNorm {
            count: 0.0,
            mean: vec![0.0; width],
            variance: vec![1.0; width],
        }
    }

    /// How many numbers a vector has.
    pub fn width(&self) -> usize {
        self.mean.len()
    }

    /// Takes in rows of vectors; a rest that is no whole row is left out.
    pub fn update(&mut self, rows: &[f32]) {
        let width = self.width();
        if width == 0 || rows.len() < width {
            return;
        }
        let n = (rows.len() / width) as f64;
        for i in 0..width {
            let column = || {
                rows.iter()
                    .skip(i)
                    .step_by(width)
                    .take(n as usize)
                    .map(|x| f64::from(*x))
            };
            let mean = column().sum::<f64>() / n;
            let variance = column().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n;
            let (delta, total) = (mean - self.mean[i], self.count + n);
            let squares = self.variance[i] * self.count
                + variance * n
                + delta * delta * self.count * n / total;
            self.mean[i] += delta * n / total;
            self.variance[i] = squares / total;
        }
        self.count += n;
    }

    /// The factor and the offset a column: a number `x` becomes `x·factor + offset`.
    pub fn affine(&self) -> (Vec<f32>, Vec<f32>) {
        let factors: Vec<f64> = self
            .variance
            .iter()
            .map(|v| 1.0 / (v + EPS).sqrt())
            .collect();
        let offsets = self
            .mean
            .iter()
            .zip(&factors)
            .map(|(mean, factor)| (-mean * factor) as f32)
            .collect();
        (factors.into_iter().map(|f| f as f32).collect(), offsets)
    }

    /// Rows with mean 0 and variance 1, held within `±clip`.
    pub fn apply(&self, rows: &mut [f32], clip: f32) {
        let (factors, offsets) = self.affine();
        for row in rows.chunks_mut(self.width().max(1)) {
            for ((x, factor), offset) in row.iter_mut().zip(&factors).zip(&offsets) {
                *x = (*x * factor + offset).clamp(-clip, clip);
            }
        }
    }

    /// Refuses what a damaged file may hold.
    ///
    /// # Errors
    /// Where it is not of a width, or holds numbers that cannot be statistics.
    pub fn check(&self, width: usize) -> Result<()> {
        if self.mean.len() != width || self.variance.len() != width {
            return Err(Error::shape(
                "normaliser",
                format!("{} numbers", self.mean.len()),
                format!("{width} numbers"),
            ));
        }
        let fine = self.mean.iter().all(|x| x.is_finite())
            && self.variance.iter().all(|v| v.is_finite() && *v >= 0.0);
        if fine && self.count.is_finite() && self.count >= 0.0 {
            Ok(())
        } else {
            Err(Error::shape(
                "normaliser",
                "numbers that are no statistics",
                "finite means and variances of at least 0",
            ))
        }
    }
}

/// Divides rewards by the running deviation of their discounted sum, without shifting them
/// (Gymnasium's `NormalizeReward`; DRAIL's `drail-reward-norm`). Every actor has a sum of its own,
/// all share the statistics.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RewardNorm {
    /// γ: what a reward one step later is worth, 0 to 1.
    pub gamma: f32,
    /// Rewards are held within this, either way, after division.
    pub clip: f32,
    #[serde(with = "exact::all")]
    returns: Vec<f64>,
    seen: RunningNorm,
}

impl RewardNorm {
    /// For a discount and a limit (the reference's is 10).
    pub fn new(gamma: f32, clip: f32) -> Self {
        RewardNorm {
            gamma,
            clip,
            returns: Vec::new(),
            seen: RunningNorm::new(1),
        }
    }

    /// Normalises the rewards of segments that go on where the last call's ended, step by step over
    /// all of them: first a step's sums enter the statistics, then its rewards are divided.
    pub fn apply(&mut self, segments: &mut [Segment]) {
        self.returns
            .resize(segments.len().max(self.returns.len()), 0.0);
        let longest = segments.iter().map(Segment::len).max().unwrap_or(0);
        let mut sums = Vec::with_capacity(segments.len());
        for t in 0..longest {
            sums.clear();
            for (segment, sum) in segments
                .iter()
                .zip(&mut self.returns)
                .filter(|(segment, _)| t < segment.len())
            {
                *sum = *sum * f64::from(self.gamma) + f64::from(segment.rewards[t]);
                sums.push(*sum as f32);
            }
            self.seen.update(&sums);
            let factor = 1.0 / (self.seen.variance[0] + EPS).sqrt();
            for (segment, sum) in segments
                .iter_mut()
                .zip(&mut self.returns)
                .filter(|(segment, _)| t < segment.len())
            {
                let reward = (f64::from(segment.rewards[t]) * factor) as f32;
                segment.rewards[t] = reward.clamp(-self.clip, self.clip);
                if segment.terminated[t] || segment.truncated[t] {
                    *sum = 0.0;
                }
            }
        }
    }
}

/// MAPPO's `ValueNorm`: a moving mean and variance of a critic's targets, so that it learns numbers
/// near 0 and 1 whatever rewards are (arXiv 2103.01955; β 0.99999, corrected for starting at 0,
/// variance at least 0.01).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ValueNorm {
    #[serde(with = "exact")]
    beta: f64,
    #[serde(with = "exact")]
    mean: f64,
    #[serde(with = "exact")]
    square: f64,
    #[serde(with = "exact")]
    weight: f64,
}

impl Default for ValueNorm {
    fn default() -> Self {
        ValueNorm {
            beta: 0.999_99,
            mean: 0.0,
            square: 0.0,
            weight: 0.0,
        }
    }
}

impl ValueNorm {
    /// Takes targets into the running mean and variance; an empty list changes nothing.
    pub fn update(&mut self, targets: &[f32]) {
        if targets.is_empty() {
            return;
        }
        let n = targets.len() as f64;
        let mean = targets.iter().map(|x| f64::from(*x)).sum::<f64>() / n;
        let square = targets
            .iter()
            .map(|x| f64::from(*x) * f64::from(*x))
            .sum::<f64>()
            / n;
        let mix = |old: f64, new: f64| old * self.beta + new * (1.0 - self.beta);
        (self.mean, self.square, self.weight) = (
            mix(self.mean, mean),
            mix(self.square, square),
            mix(self.weight, 1.0),
        );
    }

    /// Mean and standard deviation.
    pub fn statistics(&self) -> (f32, f32) {
        let weight = self.weight.max(1e-5);
        let mean = self.mean / weight;
        let variance = (self.square / weight - mean * mean).max(1e-2);
        (mean as f32, variance.sqrt() as f32)
    }

    /// A target as the critic learns it.
    pub fn normalize(&self, x: f32) -> f32 {
        let (mean, deviation) = self.statistics();
        (x - mean) / deviation
    }

    /// What the critic says, in the targets' own measure.
    pub fn denormalize(&self, x: f32) -> f32 {
        let (mean, deviation) = self.statistics();
        x * deviation + mean
    }
}

/// Numbers as text. `serde_json` reads long decimals fast and not exactly, and a state that goes on
/// bit for bit must be read exactly.
pub mod exact {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    fn parse<E: Error>(text: &str) -> Result<f64, E> {
        text.parse()
            .map_err(|_| E::custom(format!("found {text:?}, expected a number as text")))
    }

    /// Writes the shortest decimal that reads back as the same number.
    ///
    /// # Errors
    /// Where the serialiser refuses.
    pub fn serialize<S: Serializer>(x: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("{x:?}"))
    }

    /// Reads what [`serialize`] wrote.
    ///
    /// # Errors
    /// Where it is no number.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
        parse(&String::deserialize(deserializer)?)
    }

    /// Lists of numbers, each as text that says it exactly.
    pub mod all {
        use super::parse;
        use serde::{Deserialize, Deserializer, Serializer};

        /// Writes every number as text.
        ///
        /// # Errors
        /// Where the serialiser refuses.
        pub fn serialize<S: Serializer>(all: &[f64], serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq(all.iter().map(|x| format!("{x:?}")))
        }

        /// Reads what [`serialize`] wrote.
        ///
        /// # Errors
        /// Where one is no number.
        pub fn deserialize<'de, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<Vec<f64>, D::Error> {
            Vec::<String>::deserialize(deserializer)?
                .iter()
                .map(|text| parse(text))
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{Use, stream};

    #[test]
    fn batches_merge_to_the_whole() {
        let mut dice = stream(1, Use::Noise, 0);
        let rows: Vec<f32> = (0..600)
            .map(|i| dice.normal() * (1 + i % 2) as f32 + 3.0)
            .collect();
        let mut whole = RunningNorm::new(2);
        whole.update(&rows);
        let mut parts = RunningNorm::new(2);
        [&rows[..2], &rows[2..250], &rows[250..]]
            .into_iter()
            .for_each(|part| parts.update(part));
        for i in 0..2 {
            assert!((whole.mean[i] - parts.mean[i]).abs() < 1e-9);
            assert!((whole.variance[i] - parts.variance[i]).abs() < 1e-9);
        }
        let mut normal = rows;
        parts.apply(&mut normal, 10.0);
        let mut again = RunningNorm::new(2);
        again.update(&normal);
        assert!(
            again.mean.iter().all(|m| m.abs() < 1e-5)
                && again.variance.iter().all(|v| (v - 1.0).abs() < 1e-4)
        );
        parts.apply(&mut normal, 0.1);
        assert!(normal.iter().all(|x| x.abs() <= 0.1));
        assert!(parts.check(2).is_ok() && parts.check(3).is_err());
        parts.variance[0] = f64::NAN;
        assert!(parts.check(2).is_err());
    }

    #[test]
    fn rewards_are_scaled_not_shifted() {
        let segment = || Segment {
            rewards: vec![1.0, 1.0, -3.0, 2.0],
            terminated: vec![false, true, false, false],
            truncated: vec![false; 4],
            ..Segment::default()
        };
        let (mut norm, mut found) = (RewardNorm::new(0.5, 10.0), [segment()]);
        norm.apply(&mut found);
        // Sums: 1, 1.5, then from 0: −3, 0.5.
        let mut sums = RunningNorm::new(1);
        for (i, (sum, reward)) in [(1.0, 1.0), (1.5, 1.0), (-3.0, -3.0), (0.5, 2.0)]
            .into_iter()
            .enumerate()
        {
            sums.update(&[sum]);
            let expected = (reward / (sums.variance[0] as f32 + 1e-8).sqrt()).clamp(-10.0, 10.0);
            assert!(
                (found[0].rewards[i] - expected).abs() < 1e-4,
                "{i}: {} {expected}",
                found[0].rewards[i]
            );
        }
    }

    #[test]
    fn value_norm_follows_its_targets() {
        let mut norm = ValueNorm::default();
        norm.update(&[90.0, 110.0]);
        assert!((norm.normalize(110.0) - 1.0).abs() < 1e-3);
        assert!((norm.denormalize(norm.normalize(42.0)) - 42.0).abs() < 1e-3);
        let resumed: ValueNorm =
            serde_json::from_str(&serde_json::to_string(&norm).unwrap()).unwrap();
        assert_eq!(resumed, norm);
    }
}
