//! PPO's losses as functions of tensors, so that published numbers can be held against them on any
//! backend.

use crate::backend::Backend;
use burn::tensor::Tensor;

/// The clipped surrogate a step: `max(−A·ρ, −A·clip(ρ, 1 − ε, 1 + ε))`.
pub fn surrogate<B: Backend>(
    ratio: Tensor<B, 1>,
    advantages: Tensor<B, 1>,
    clip: f64,
) -> Tensor<B, 1> {
    let clipped = ratio.clone().clamp(1.0 - clip, 1.0 + clip);
    (-advantages.clone() * ratio).max_pair(-advantages * clipped)
}

/// How far a policy has moved: `[(ρ − 1) − log ρ, −log ρ, |ρ − 1| > ε]`, each as its mean over
/// steps, in one tensor. The first is Schulman's k3 estimate of the divergence, the second the
/// older k1.
pub fn drift<B: Backend>(log_ratio: Tensor<B, 1>, clip: f64) -> Tensor<B, 1> {
    let ratio = log_ratio.clone().exp();
    let k3 = (ratio.clone() - 1.0 - log_ratio.clone()).mean();
    let clipped = (ratio - 1.0).abs().greater_elem(clip).float().mean();
    Tensor::cat(vec![k3, -log_ratio.mean(), clipped], 0)
}

/// Squared error, or Huber's with a limit, halved: `½e²`, and `δ·(|e| − ½δ)` beyond `δ`.
fn error<B: Backend>(e: Tensor<B, 1>, huber: Option<f64>) -> Tensor<B, 1> {
    match huber {
        None => e.clone() * e * 0.5,
        Some(delta) => {
            let near = e.clone().abs().clamp_max(delta);
            near.clone() * (e.abs() - near * 0.5)
        }
    }
}

/// The critic's loss, averaged: of `v` against returns, or with `clip` the greater of that and the
/// same for `v` held within `±clip` of what it was.
pub fn value_loss<B: Backend>(
    value: Tensor<B, 1>,
    old: Tensor<B, 1>,
    returns: Tensor<B, 1>,
    clip: Option<f64>,
    huber: Option<f64>,
) -> Tensor<B, 1> {
    let plain = error(value.clone() - returns.clone(), huber);
    match clip {
        None => plain.mean(),
        Some(clip) => {
            let held = old.clone() + (value - old).clamp(-clip, clip);
            plain.max_pair(error(held - returns, huber)).mean()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{Cpu, cpu};
    use crate::nets::params::{tensor, values};

    fn t(values: &[f32]) -> Tensor<Cpu, 1> {
        tensor(values.to_vec(), [values.len()], &cpu())
    }

    #[test]
    fn reference_vectors() {
        let loss = surrogate(
            t(&[0.3, 0.3, -0.3, -0.3]).exp(),
            t(&[1.0, -1.0, 1.0, -1.0]),
            0.2,
        );
        for (found, expected) in values(&loss)
            .iter()
            .zip([-1.2, 1.349_858_8, -0.740_818_2, 0.8])
        {
            assert!((found - expected).abs() < 1e-5, "{found} {expected}");
        }
        for (log_ratio, k3) in [(0.3, 0.049_858_8), (-0.3, 0.040_818_2)] {
            let found = values(&drift(t(&[log_ratio]), 0.2));
            assert!(
                (found[0] - k3).abs() < 1e-5 && found[1] == -log_ratio && found[2] == 1.0,
                "{found:?}"
            );
        }
    }

    #[test]
    fn values_are_clipped_and_huber_is_linear_far_out() {
        let loss = |v: f32, clip, huber| {
            values(&value_loss(t(&[v]), t(&[0.0]), t(&[1.0]), clip, huber))[0]
        };
        assert!((loss(0.5, None, None) - 0.125).abs() < 1e-6);
        // Held at 0.2: the greater error.
        assert!((loss(0.5, Some(0.2), None) - 0.32).abs() < 1e-6);
        assert!((loss(21.0, None, Some(10.0)) - 150.0).abs() < 1e-4);
        assert!((loss(3.0, None, Some(10.0)) - 2.0).abs() < 1e-6);
    }
}
