//! What GRPO's loss is made of, as functions of numbers and tensors, so that published numbers can
//! be held against them on any backend.

use super::config::{Aggregation, Scale};
use crate::backend::Backend;
use burn::tensor::Tensor;

/// Added to standard deviations before something is divided by them.
const EPS: f64 = 1e-4;

/// The advantage of each of some rewards, whose groups have any numbers, in any order; and the
/// share of groups whose rewards are all the same.
pub fn group_advantages(rewards: &[f32], groups: &[u32], scale: Scale) -> (Vec<f32>, f64) {
    let mut names: Vec<u32> = groups.to_vec();
    names.sort_unstable();
    names.dedup();
    let all: Vec<f64> = rewards.iter().map(|r| f64::from(*r)).collect();
    let whole = deviation(&all);
    let mut advantages = vec![0.0; rewards.len()];
    let mut same = 0_usize;
    for name in &names {
        let members: Vec<usize> = (0..rewards.len())
            .filter(|i| groups.get(*i) == Some(name))
            .collect();
        let of: Vec<f64> = members.iter().map(|i| all[*i]).collect();
        if of.iter().all(|r| *r == of[0]) {
            // Their advantage is 0 exactly, whatever rounding would make of it.
            same += 1;
            continue;
        }
        let mean = of.iter().sum::<f64>() / of.len() as f64;
        let by = match scale {
            Scale::Group => deviation(&of) + EPS,
            Scale::Batch => whole + EPS,
            Scale::None => 1.0,
        };
        members
            .iter()
            .zip(&of)
            .for_each(|(i, r)| advantages[*i] = ((r - mean) / by) as f32);
    }
    (advantages, same as f64 / names.len().max(1) as f64)
}

/// The unbiased standard deviation; 0 for fewer than two.
pub(super) fn deviation(numbers: &[f64]) -> f64 {
    let n = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / n.max(1.0);
    let squares = numbers.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>();
    if numbers.len() < 2 {
        0.0
    } else {
        (squares / (n - 1.0)).sqrt()
    }
}

/// The clipped surrogate a step, to be minimised: `−min(ρA, clip(ρ, 1 − ε_low, 1 + ε_high)·A)`.
pub fn surrogate<B: Backend>(
    ratio: Tensor<B, 1>,
    advantages: Tensor<B, 1>,
    low: f64,
    high: f64,
) -> Tensor<B, 1> {
    let clipped = ratio.clone().clamp(1.0 - low, 1.0 + high);
    -(ratio * advantages.clone()).min_pair(clipped * advantages)
}

/// Schulman's k3 estimate of `KL(π ‖ π_ref)` a step, never negative: `π_ref/π − log(π_ref/π) − 1`.
pub fn k3<B: Backend>(log_prob: Tensor<B, 1>, reference: Tensor<B, 1>) -> Tensor<B, 1> {
    let log_ratio = reference - log_prob;
    log_ratio.clone().exp() - log_ratio - 1.0
}

/// How much each step of segments of some lengths counts in the loss.
pub fn step_weights(lengths: &[usize], aggregation: Aggregation, max_length: usize) -> Vec<f32> {
    let (count, total) = (lengths.len() as f32, lengths.iter().sum::<usize>() as f32);
    let weight = |len: usize| match aggregation {
        Aggregation::Original => 1.0 / (count * len as f32),
        Aggregation::Dapo => 1.0 / total,
        Aggregation::DrGrpo => 1.0 / (count * max_length as f32),
    };
    lengths
        .iter()
        .flat_map(|len| std::iter::repeat_n(weight(*len), *len))
        .collect()
}
