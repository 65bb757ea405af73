//! Losses of offline learners as functions of tensors, so that published numbers can be held
//! against them on any backend.

use crate::backend::Backend;
use crate::dist::MASKED;
use burn::tensor::Tensor;

/// The expectile loss a row, `|τ − 1(u < 0)|·u²` (Kostrikov et al. 2021, arXiv 2110.06169; CORL's
/// `asymmetric_l2_loss`).
pub fn expectile<B: Backend>(u: Tensor<B, 1>, tau: f64) -> Tensor<B, 1> {
    let below = u.clone().lower_elem(0.0).float();
    // τ where u ≥ 0 and 1 − τ below.
    let weight = below * (1.0 - 2.0 * tau) + tau;
    weight * u.clone() * u
}

/// `log Σ exp Q(s, a)` over the possible actions of a row, `[rows]`. `possible` is 1 where an
/// action is and 0 elsewhere.
pub fn logsumexp<B: Backend>(q: Tensor<B, 2>, possible: Option<Tensor<B, 2>>) -> Tensor<B, 1> {
    let q = masked(q, possible);
    let greatest = q.clone().max_dim(1).detach();
    let sum = (q - greatest.clone()).exp().sum_dim(1).log();
    (sum + greatest).squeeze_dim(1)
}

/// Values with those of impossible actions far below all others, and without gradient.
pub fn masked<B: Backend>(q: Tensor<B, 2>, possible: Option<Tensor<B, 2>>) -> Tensor<B, 2> {
    match possible {
        Some(m) => q * m.clone() + (m - 1.0) * -f64::from(MASKED),
        None => q,
    }
}

/// CQL's conservative gap a row: `log Σ exp Q(s, a) − Q(s, a_data)` (Kumar et al. 2020, arXiv
/// 2006.04779), with `q_data` the value of what was done.
pub fn conservative<B: Backend>(
    q: Tensor<B, 2>,
    q_data: Tensor<B, 1>,
    possible: Option<Tensor<B, 2>>,
) -> Tensor<B, 1> {
    logsumexp(q, possible) - q_data
}

/// Huber's loss a row with δ = 1: `½e²`, and `|e| − ½` beyond 1 (d3rlpy's `compute_huber_loss`).
pub fn huber<B: Backend>(e: Tensor<B, 1>) -> Tensor<B, 1> {
    let size = e.abs();
    let near = size.clone().clamp_max(1.0);
    near.clone() * (size - near * 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{Cpu, CpuGrad, cpu};
    use crate::nets::params::{tensor, values};

    fn t(values: &[f32]) -> Tensor<Cpu, 1> {
        tensor(values.to_vec(), [values.len()], &cpu())
    }

    fn close(found: &[f32], expected: &[f32]) {
        assert_eq!(found.len(), expected.len());
        for (f, e) in found.iter().zip(expected) {
            assert!((f - e).abs() < 1e-5, "{found:?} {expected:?}");
        }
    }

    #[test]
    fn reference_vectors() {
        close(
            &values(&expectile(t(&[-2.0, -1.0, 0.5, 3.0]), 0.7)),
            &[1.2, 0.3, 0.175, 6.3],
        );
        close(
            &values(&expectile(t(&[-2.0, -1.0, 0.5, 3.0]), 0.9)),
            &[0.4, 0.1, 0.225, 8.1],
        );
        let q = || tensor::<Cpu, 2>(vec![1.0, 2.0, 3.0, 0.0], [1, 4], &cpu());
        close(&values(&logsumexp(q(), None)), &[3.440_189_7]);
        close(&values(&conservative(q(), t(&[2.0]), None)), &[1.440_189_7]);
        close(
            &values(&huber(t(&[0.5, -0.5, 3.0, -3.0]))),
            &[0.125, 0.125, 2.5, 2.5],
        );
    }

    #[test]
    fn impossible_actions_count_for_nothing() {
        let q = tensor::<CpuGrad, 2>(vec![1.0, 50.0, 3.0, 1e4, -1e4, 0.0], [2, 3], &cpu())
            .require_grad();
        let possible = tensor::<CpuGrad, 2>(vec![1.0, 0.0, 1.0, 1.0, 1.0, 0.0], [2, 3], &cpu());
        let sums = logsumexp(q.clone(), Some(possible));
        close(&values(&sums), &[(1.0_f32.exp() + 3.0_f32.exp()).ln(), 1e4]);
        let gradient = values(&q.grad(&sums.sum().backward()).unwrap());
        let p = 1.0 / (1.0 + 2.0_f32.exp());
        close(&gradient, &[p, 0.0, 1.0 - p, 1.0, 0.0, 0.0]);
    }
}
