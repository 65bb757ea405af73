//! Distributions over actions: categorical with impossible actions left out, and diagonal Gaussian.
//!
//! Impossible actions get a logit of [`MASKED`] before the log-softmax, so that their probability
//! is 0 in `f32` and no gradient reaches them; entropy and divergence run over what is possible
//! only (Huang & Ontañón 2020, arXiv 2006.14171).

use crate::backend::{Backend, BurnDevice};
use crate::env::Mask;
use crate::nets::params::tensor;
use crate::seed::Stream;
use burn::tensor::{Int, Tensor, TensorData, activation};

/// The logit of an impossible action.
pub const MASKED: f32 = -1e9;

/// ½·ln(2π), the constant of a Gaussian's log-density.
pub const HALF_LOG_TAU: f32 = 0.918_938_5;

/// A batch of categorical distributions.
#[derive(Clone, Debug)]
pub struct Categorical<B: Backend> {
    /// Log-probabilities, `[rows, actions]`; about [`MASKED`] where impossible.
    pub log_probs: Tensor<B, 2>,
    /// 1 where possible and 0 elsewhere, of the same shape; none where everything is possible.
    pub possible: Option<Tensor<B, 2>>,
}

impl<B: Backend> Categorical<B> {
    /// From logits `[rows, actions]` and, where something is impossible, [`mask_tensor`].
    pub fn new(logits: Tensor<B, 2>, possible: Option<Tensor<B, 2>>) -> Self {
        let logits = match &possible {
            // Not logits + (m − 1)·1e9: that would keep a gradient of the impossible logit and
            // round the possible ones.
            Some(m) => logits * m.clone() + (m.clone() - 1.0) * -f64::from(MASKED),
            None => logits,
        };
        Categorical {
            log_probs: activation::log_softmax(logits, 1),
            possible,
        }
    }

    /// Log-probability of an action a row, `[rows]`.
    pub fn log_prob(&self, actions: Tensor<B, 1, Int>) -> Tensor<B, 1> {
        self.log_probs
            .clone()
            .gather(1, actions.unsqueeze_dim(1))
            .squeeze_dim(1)
    }

    /// Probabilities, `[rows, actions]`.
    pub fn probs(&self) -> Tensor<B, 2> {
        self.log_probs.clone().exp()
    }

    /// Log-probabilities with 0 where impossible, for sums of probability times logarithm.
    pub fn log_probs_or_zero(&self) -> Tensor<B, 2> {
        match &self.possible {
            Some(m) => self.log_probs.clone() * m.clone(),
            None => self.log_probs.clone(),
        }
    }

    /// Entropy, `[rows]`, in nats.
    pub fn entropy(&self) -> Tensor<B, 1> {
        -(self.probs() * self.log_probs_or_zero())
            .sum_dim(1)
            .squeeze_dim::<1>(1)
    }

    /// Divergence `KL(self ‖ other)`, `[rows]`, in nats. Both must have the same possible actions.
    pub fn kl(&self, other: &Self) -> Tensor<B, 1> {
        (self.probs() * (self.log_probs_or_zero() - other.log_probs_or_zero()))
            .sum_dim(1)
            .squeeze_dim::<1>(1)
    }
}

/// A batch of Gaussians with independent dimensions, the deviation the same in every row.
#[derive(Clone, Debug)]
pub struct Gaussian<B: Backend> {
    /// The mean of each row, `[rows, dimensions]`.
    pub mean: Tensor<B, 2>,
    /// Logarithm of the standard deviation, `[dimensions]`.
    pub log_std: Tensor<B, 1>,
}

impl<B: Backend> Gaussian<B> {
    /// Log-density of a move a row, summed over dimensions, `[rows]`.
    pub fn log_prob(&self, moves: Tensor<B, 2>) -> Tensor<B, 1> {
        let away = (moves - self.mean.clone()) / self.log_std.clone().exp().unsqueeze();
        let each =
            away.clone() * away * -0.5 - self.log_std.clone().unsqueeze() - f64::from(HALF_LOG_TAU);
        each.sum_dim(1).squeeze_dim(1)
    }

    /// Entropy, summed over dimensions, `[rows]`.
    pub fn entropy(&self) -> Tensor<B, 1> {
        let rows = self.mean.dims()[0];
        (self.log_std.clone() + (0.5 + f64::from(HALF_LOG_TAU)))
            .sum()
            .expand([rows])
    }
}

/// Masks as a tensor `[rows, actions]` of 1 and 0; nothing where all is possible in every row,
/// which saves its operations.
pub fn mask_tensor<B: Backend>(
    masks: &[Mask],
    actions: usize,
    device: &BurnDevice<B>,
) -> Option<Tensor<B, 2>> {
    if masks.is_empty()
        || masks
            .iter()
            .all(|mask| mask.0 & Mask::all(actions).0 == Mask::all(actions).0)
    {
        return None;
    }
    let values = masks
        .iter()
        .flat_map(|mask| (0..actions).map(|i| f32::from(u8::from(mask.allows(i)))))
        .collect();
    Some(tensor(values, [masks.len(), actions], device))
}

/// Numbers of actions as a tensor `[rows]`.
pub fn action_tensor<B: Backend>(actions: &[u32], device: &BurnDevice<B>) -> Tensor<B, 1, Int> {
    let values: Vec<i32> = actions
        .iter()
        .map(|a| i32::try_from(*a).unwrap_or(0))
        .collect();
    Tensor::from_data(TensorData::new(values, [actions.len()]), device)
}

/// Actions as one-hot rows, `rows × width`.
pub fn one_hot(actions: &[u32], width: usize) -> Vec<f32> {
    let mut rows = vec![0.0; actions.len() * width];
    for (row, action) in rows.chunks_mut(width.max(1)).zip(actions) {
        if let Some(cell) = row.get_mut(*action as usize) {
            *cell = 1.0;
        }
    }
    rows
}

/// Draws an index by probabilities, which need not sum to exactly 1: the inverse of their
/// cumulative sum at a uniform number. Never gives one of probability 0 unless all are.
#[inline]
pub fn draw(probs: &[f32], uniform: f32) -> usize {
    let total: f32 = probs.iter().sum();
    let mut left = uniform * total;
    let mut last = 0;
    for (i, p) in probs.iter().enumerate().filter(|(_, p)| **p > 0.0) {
        last = i;
        left -= p;
        if left < 0.0 {
            break;
        }
    }
    last
}

/// Draws an index by probabilities from a stream.
pub fn sample(probs: &[f32], dice: &mut Stream) -> usize {
    draw(probs, dice.unit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{Cpu, CpuGrad, cpu};
    use crate::nets::params::values;
    use crate::seed::{Use, stream};

    fn close(found: &[f32], expected: &[f32]) {
        assert_eq!(found.len(), expected.len());
        for (f, e) in found.iter().zip(expected) {
            assert!((f - e).abs() < 1e-5, "{found:?} {expected:?}");
        }
    }

    #[test]
    fn categorical_over_what_is_possible() {
        let logits = || tensor::<Cpu, 2>(vec![1.0, 2.0, 3.0, 0.0, 5.0, 0.0], [2, 3], &cpu());
        let mask = mask_tensor::<Cpu>(&[Mask(0b111), Mask(0b101)], 3, &cpu());
        let d = Categorical::new(logits(), mask);
        let e: Vec<f32> = [1.0_f32, 2.0, 3.0].iter().map(|x| x.exp()).collect();
        let p: Vec<f32> = e.iter().map(|x| x / e.iter().sum::<f32>()).collect();
        close(&values(&d.probs()), &[p[0], p[1], p[2], 0.5, 0.0, 0.5]);
        close(
            &values(&d.log_prob(action_tensor(&[2, 0], &cpu()))),
            &[p[2].ln(), 0.5_f32.ln()],
        );
        let h: f32 = -p.iter().map(|p| p * p.ln()).sum::<f32>();
        close(&values(&d.entropy()), &[h, 2.0_f32.ln()]);
        close(&values(&d.kl(&d)), &[0.0, 0.0]);
        let flat = Categorical::new(logits() * 0.0, d.possible.clone());
        close(&values(&d.kl(&flat)), &[3.0_f32.ln() - h, 0.0]);
        assert!(mask_tensor::<Cpu>(&[Mask(0b111), Mask::all(3)], 3, &cpu()).is_none());
    }

    #[test]
    fn no_gradient_reaches_the_impossible() {
        let logits = tensor::<CpuGrad, 2>(vec![0.3, 1e4, -0.2], [1, 3], &cpu()).require_grad();
        let d = Categorical::new(logits.clone(), mask_tensor(&[Mask(0b101)], 3, &cpu()));
        let gradients = (d.log_prob(action_tensor(&[0], &cpu())) + d.entropy())
            .sum()
            .backward();
        let g = values(&logits.grad(&gradients).unwrap());
        assert!(g[1] == 0.0 && g[0].is_finite() && g[0] != 0.0, "{g:?}");
    }

    #[test]
    fn gaussian() {
        let d = Gaussian::<Cpu> {
            mean: tensor(vec![0.0, 1.0], [1, 2], &cpu()),
            log_std: tensor(vec![0.0, 2.0_f32.ln()], [2], &cpu()),
        };
        // log N(1; 0, 1) + log N(−1; 1, 2)
        let expected = -0.5 - 0.5 - 2.0 * HALF_LOG_TAU - 2.0_f32.ln();
        close(
            &values(&d.log_prob(tensor(vec![1.0, -1.0], [1, 2], &cpu()))),
            &[expected],
        );
        close(
            &values(&d.entropy()),
            &[2.0 * (0.5 + HALF_LOG_TAU) + 2.0_f32.ln()],
        );
    }

    #[test]
    fn draws_follow_probabilities() {
        let probs = [0.2, 0.0, 0.5, 0.3];
        let mut dice = stream(1, Use::Act, 0);
        let mut counts = [0.0; 4];
        for _ in 0..20_000 {
            counts[sample(&probs, &mut dice)] += 1.0 / 20_000.0;
        }
        assert_eq!(counts[1], 0.0);
        assert!(
            counts
                .iter()
                .zip(probs)
                .all(|(c, p): (&f32, f32)| (c - p).abs() < 0.015),
            "{counts:?}"
        );
        assert_eq!(draw(&[0.0, 1.0, 0.0], 0.999_999_9), 1);
        assert_eq!(draw(&[], 0.5), 0);
    }
}
