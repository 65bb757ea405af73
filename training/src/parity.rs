//! The parity gate: what a backend computes, held against the CPU, before anything is trained on
//! it.
//!
//! The checks are those that burn 0.21's graphics backends were reported to fail on networks such
//! as these (burn issues 5122, 5162, 5202, 5268), and what every learner here is made of. A backend
//! that fails one is not to be used.

use crate::backend::{AutodiffBackend, Backend, BurnDevice, Cpu, CpuGrad, cpu};
use crate::dist::{Categorical, action_tensor, mask_tensor};
use crate::env::Mask;
use crate::learner;
use crate::nets::init::Init;
use crate::nets::mlp::{Activation, Mlp, MlpShape};
use crate::nets::params::{Weights, flat_gradients, tensor, values};
use crate::optim::{Adam, AdamConfig};
use crate::seed::{Stream, Use, stream};
use burn::tensor::{Int, Tensor, TensorData, activation};
use serde::Serialize;

/// One thing that was compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParityCheck {
    /// The computation that was held against another.
    pub name: String,
    /// The greatest difference, absolute below 1 and relative above; infinite where numbers are not
    /// finite or not as many.
    pub error: f64,
    /// The greatest that is allowed.
    pub tolerance: f64,
    /// Whether it is within that.
    pub passed: bool,
}

/// Allowed for single computations.
const TOLERANCE: f64 = 1e-4;

/// Allowed for losses over fifty steps of Adam.
const TRAINING_TOLERANCE: f64 = 1e-3;

/// Allowed for gradients against differences of losses in `f32`.
const DIFFERENCE_TOLERANCE: f64 = 1e-2;

/// Compares what a device computes with the CPU, in seven groups of checks.
pub fn gate(device: &learner::Device) -> Vec<ParityCheck> {
    match device {
        learner::Device::Cpu => compared::<CpuGrad>(&cpu()),
        #[cfg(feature = "gpu")]
        learner::Device::Gpu(device) => compared::<crate::backend::GpuGrad>(device),
    }
}

fn compared<B: AutodiffBackend>(device: &BurnDevice<B>) -> Vec<ParityCheck> {
    let mut checks = Vec::new();
    let mut compare = |name: &str, tolerance: f64, found: Vec<f32>, expected: Vec<f32>| {
        checks.push(check(name, tolerance, &found, &expected));
    };
    let here = cpu();
    compare(
        "a, narrow product",
        TOLERANCE,
        narrow::<B::InnerBackend>(device),
        narrow::<Cpu>(&here),
    );
    for rows in [1, 7, 32, 126, 512] {
        let name = |what: &str| format!("{what} of {rows} rows");
        for head in [1, 6] {
            let (found, expected) = (
                forward::<B::InnerBackend>(rows, head, device),
                forward::<Cpu>(rows, head, &here),
            );
            compare(
                &name(&format!("b, forward to {head}")),
                TOLERANCE,
                found,
                expected,
            );
            let (found, expected) = (
                backward::<B>(rows, head, device),
                backward::<CpuGrad>(rows, head, &here),
            );
            compare(
                &name(&format!("c, backward from {head}")),
                TOLERANCE,
                found,
                expected,
            );
        }
        compare(
            &name("d, masked softmax"),
            TOLERANCE,
            softmax::<B::InnerBackend>(rows, device),
            softmax::<Cpu>(rows, &here),
        );
        compare(
            &name("e, chosen log-probability"),
            TOLERANCE,
            chosen::<B>(rows, device),
            chosen::<CpuGrad>(rows, &here),
        );
    }
    let (found, expected) = differences::<B>(device);
    compare(
        "c, backward against differences",
        DIFFERENCE_TOLERANCE,
        found,
        expected,
    );
    compare(
        "f, fifty steps of Adam",
        TRAINING_TOLERANCE,
        training::<B>(device),
        training::<CpuGrad>(&here),
    );
    compare(
        "g, embedding",
        TOLERANCE,
        embedding::<B>(device),
        embedding::<CpuGrad>(&here),
    );
    checks
}

/// Whether all checks passed.
pub fn passed(checks: &[ParityCheck]) -> bool {
    checks.iter().all(|check| check.passed)
}

fn check(name: &str, tolerance: f64, found: &[f32], expected: &[f32]) -> ParityCheck {
    let error = |(found, expected): (&f32, &f32)| {
        let (found, expected) = (f64::from(*found), f64::from(*expected));
        let error = (found - expected).abs() / expected.abs().max(1.0);
        if error.is_finite() {
            error
        } else {
            f64::INFINITY
        }
    };
    let fits = found.len() == expected.len() && !found.is_empty();
    let error = if fits {
        found.iter().zip(expected).map(error).fold(0.0, f64::max)
    } else {
        f64::INFINITY
    };
    ParityCheck {
        name: name.to_owned(),
        error,
        tolerance,
        passed: error <= tolerance,
    }
}

fn dice(index: u64) -> Stream {
    stream(5122, Use::Noise, index)
}

fn numbers(dice: &mut Stream, count: usize) -> Vec<f32> {
    (0..count).map(|_| dice.normal()).collect()
}

fn narrow<B: Backend>(device: &BurnDevice<B>) -> Vec<f32> {
    let mut dice = dice(0);
    let h = tensor::<B, 2>(numbers(&mut dice, 12), [4, 3], device);
    let v = tensor::<B, 2>(numbers(&mut dice, 3), [3, 1], device);
    let out = h.matmul(v);
    values(&(out.clone() + out))
}

const INPUT: usize = 11;

fn net<B: Backend>(head: usize, device: &BurnDevice<B>) -> Mlp<B> {
    let shape = MlpShape::new(INPUT, &[64, 64], head, Activation::Tanh);
    Mlp::new(
        &mut dice(1),
        &shape,
        Init::Orthogonal(1.4),
        Init::Torch,
        device,
    )
}

fn rows_of<B: Backend>(rows: usize, width: usize, device: &BurnDevice<B>) -> Tensor<B, 2> {
    tensor(
        numbers(&mut dice(2 + rows as u64), rows * width),
        [rows, width],
        device,
    )
}

fn forward<B: Backend>(rows: usize, head: usize, device: &BurnDevice<B>) -> Vec<f32> {
    values(&net::<B>(head, device).forward(rows_of(rows, INPUT, device)))
}

/// Gradients of parameters alone: nothing else requires one.
fn backward<B: AutodiffBackend>(rows: usize, head: usize, device: &BurnDevice<B>) -> Vec<f32> {
    let net = net::<B>(head, device);
    let gradients = loss(&net, rows, device).backward();
    flat_gradients(&net, &gradients)
        .map(|flat| values(&flat))
        .unwrap_or_default()
}

fn loss<B: Backend>(net: &Mlp<B>, rows: usize, device: &BurnDevice<B>) -> Tensor<B, 1> {
    let out = net.forward(rows_of(rows, INPUT, device));
    (out.clone() * out - 0.5).mean()
}

/// Slopes along random directions, by the gradient and by differences.
fn differences<B: AutodiffBackend>(device: &BurnDevice<B>) -> (Vec<f32>, Vec<f32>) {
    const STEP: f32 = 1e-2;
    let net = net::<B>(1, device);
    let weights = Weights::of(&net);
    let gradient = backward::<B>(32, 1, device);
    let (mut found, mut expected) = (Vec::new(), Vec::new());
    for i in 0..4 {
        let mut direction = numbers(&mut dice(100 + i), gradient.len());
        let length = direction.iter().map(|x| x * x).sum::<f32>().sqrt();
        direction.iter_mut().for_each(|x| *x /= length);
        let moved = |step: f32| {
            let mut moved = weights.clone();
            let all = moved.0.iter_mut().flat_map(|named| named.values.iter_mut());
            all.zip(&direction).for_each(|(x, d)| *x += step * d);
            let moved = moved.into_module(net.clone(), device).ok()?;
            values(&loss(&moved, 32, device)).first().copied()
        };
        let (Some(up), Some(down)) = (moved(STEP), moved(-STEP)) else {
            return (Vec::new(), Vec::new());
        };
        found.push(gradient.iter().zip(&direction).map(|(g, d)| g * d).sum());
        expected.push((up - down) / (2.0 * STEP));
    }
    (found, expected)
}

fn masks(rows: usize) -> Vec<Mask> {
    (0..rows as u64).map(|i| Mask(i % 63 + 1)).collect()
}

fn softmax<B: Backend>(rows: usize, device: &BurnDevice<B>) -> Vec<f32> {
    let masks = mask_tensor::<B>(&masks(rows), 6, device);
    let dist = Categorical::new(rows_of(rows, 6, device) * 5.0, masks);
    let mut all = values(&dist.probs());
    all.extend(values(&dist.log_probs_or_zero()));
    all.extend(values(&dist.entropy()));
    all
}

/// Gathered log-probabilities, a log-sum-exp, and the gradient through both and a one-hot product.
fn chosen<B: AutodiffBackend>(rows: usize, device: &BurnDevice<B>) -> Vec<f32> {
    let logits = rows_of::<B>(rows, 6, device).require_grad();
    let actions: Vec<u32> = (0..rows as u32).map(|i| i % 6).collect();
    let picked = Categorical::new(logits.clone(), None).log_prob(action_tensor(&actions, device));
    let highest = logits.clone().max_dim(1).detach();
    let total = (logits.clone() - highest.clone()).exp().sum_dim(1).log() + highest;
    let hot = tensor::<B, 2>(crate::dist::one_hot(&actions, 6), [rows, 6], device);
    let other = (logits.clone() * hot).sum_dim(1) - total.clone();
    let gradients =
        (picked.clone().sum() * 0.5 + total.clone().sum() + other.clone().sum() * 0.25).backward();
    let mut all = values(&picked);
    all.extend(values(&total));
    all.extend(values(&other));
    all.extend(
        logits
            .grad(&gradients)
            .map(|g| values(&g))
            .unwrap_or_default(),
    );
    all
}

fn training<B: AutodiffBackend>(device: &BurnDevice<B>) -> Vec<f32> {
    let mut net = net::<B>(1, device);
    let x = rows_of::<B>(126, INPUT, device);
    let goal = rows_of::<B>(126, 1, device);
    let mut adam = Adam::<B>::new(AdamConfig::default());
    let mut losses = Vec::new();
    for _ in 0..50 {
        let error = net.forward(x.clone()) - goal.clone();
        let loss = (error.clone() * error).mean();
        losses.extend(values(&loss));
        net = adam.step(net, &loss.backward(), 1e-3, Some(0.5)).0;
    }
    losses
}

/// A table's rows added to a layer before its nonlinearity, as a diffusion step's embedding, and
/// the gradient of the table.
fn embedding<B: AutodiffBackend>(device: &BurnDevice<B>) -> Vec<f32> {
    let mut dice = dice(3);
    let table = tensor::<B, 2>(numbers(&mut dice, 10 * 8), [10, 8], device).require_grad();
    let index: Vec<i32> = (0..32).map(|i| i * 7 % 10).collect();
    let index = Tensor::<B, 1, Int>::from_data(TensorData::new(index, [32]), device);
    let x = tensor::<B, 2>(numbers(&mut dice, 32 * 8), [32, 8], device);
    let out = activation::relu(x + table.clone().select(0, index));
    let gradients = (out.clone() * out.clone()).sum().backward();
    let mut all = values(&out);
    all.extend(
        table
            .grad(&gradients)
            .map(|g| values(&g))
            .unwrap_or_default(),
    );
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cpu_is_like_itself_and_like_differences() {
        let checks = gate(&learner::Device::Cpu);
        assert_eq!(checks.len(), 34);
        for check in &checks {
            let exact = check.error == 0.0 || check.name.contains("differences");
            assert!(check.passed && exact, "{check:?}");
        }
    }

    #[test]
    fn wrong_numbers_fail() {
        assert!(!check("x", 1e-4, &[1.0, 2.0], &[1.0, 2.001]).passed);
        assert!(!check("x", 1e-4, &[f32::NAN], &[1.0]).passed);
        assert!(!check("x", 1e-4, &[], &[]).passed);
        assert!(!check("x", 1e-4, &[1.0], &[1.0, 1.0]).passed);
        assert!(check("x", 1e-4, &[1000.05], &[1000.0]).passed);
    }

    #[cfg(feature = "gpu")]
    #[test]
    fn the_graphics_backend_is_like_the_cpu() {
        let opened = crate::backend::open(true).unwrap();
        let checks = gate(&learner::Device::Gpu(opened.device));
        let failed: Vec<_> = checks.iter().filter(|check| !check.passed).collect();
        assert!(failed.is_empty(), "{failed:#?}");
    }
}
