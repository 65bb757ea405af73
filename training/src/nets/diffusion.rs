//! A small diffusion model over vectors, and the cosine schedule of its noise.

use super::init::{Init, normal};
use super::mlp::Linear;
use super::params::param;
use crate::backend::{Backend, BurnDevice};
use crate::seed::Stream;
use burn::module::{Module, Param};
use burn::tensor::{Int, Tensor, activation};

/// How much of a vector is left after each step of noising (Nichol & Dhariwal 2021, arXiv
/// 2102.09672).
#[derive(Clone, Debug, PartialEq)]
pub struct CosineSchedule {
    /// `ᾱ` by step: what is left of the vector's square; `1 − ᾱ` is noise.
    pub left: Vec<f64>,
}

impl CosineSchedule {
    /// `f(t) = cos²((t/T + s)/(1 + s)·π/2)` with s = 0.008, `β_t = 1 − f(t+1)/f(t)` held within
    /// [1e-4, 0.9999], `ᾱ_t = Π (1 − β)`, for `steps` steps from 0.
    pub fn new(steps: usize) -> Self {
        const S: f64 = 0.008;
        let f = |t: usize| {
            let angle =
                (t as f64 / steps.max(1) as f64 + S) / (1.0 + S) * std::f64::consts::FRAC_PI_2;
            angle.cos().powi(2)
        };
        let mut product = 1.0;
        let left = (0..steps)
            .map(|t| {
                product *= 1.0 - (1.0 - f(t + 1) / f(t)).clamp(1e-4, 0.9999);
                product
            })
            .collect();
        CosineSchedule { left }
    }

    /// The factors of a vector and of its noise at a step: `√ᾱ` and `√(1 − ᾱ)`. A step beyond the
    /// last is the last.
    pub fn factors(&self, step: usize) -> (f32, f32) {
        let left = self
            .left
            .get(step)
            .or(self.left.last())
            .copied()
            .unwrap_or(1.0);
        (left.sqrt() as f32, (1.0 - left).sqrt() as f32)
    }
}

/// Predicts the noise in a vector from the vector, a condition beside it and the step: `layers` of
/// linear map, plus the step's embedding, then ReLU; and a last linear map.
#[derive(Module, Debug)]
pub struct Denoiser<B: Backend> {
    /// The hidden layers, from the input up.
    pub layers: Vec<Linear<B>>,
    /// The embedding of every step, `[steps, units]`, a table a hidden layer.
    pub steps: Vec<Param<Tensor<B, 2>>>,
    /// The last linear map, to the noise.
    pub last: Linear<B>,
}

impl<B: Backend> Denoiser<B> {
    /// A fresh network with PyTorch's initialisation (embeddings standard normal): `input` numbers
    /// in, `output` out.
    pub fn new(
        dice: &mut Stream,
        (input, output): (usize, usize),
        (units, layers): (usize, usize),
        steps: usize,
        device: &BurnDevice<B>,
    ) -> Self {
        let mut hidden = Vec::with_capacity(layers);
        let mut tables = Vec::with_capacity(layers);
        for i in 0..layers {
            hidden.push(Linear::new(
                dice,
                if i == 0 { input } else { units },
                units,
                Init::Torch,
                device,
            ));
            tables.push(param(
                normal(dice, steps * units, 1.0),
                [steps, units],
                device,
            ));
        }
        let last = Linear::new(
            dice,
            if layers == 0 { input } else { units },
            output,
            Init::Torch,
            device,
        );
        Denoiser {
            layers: hidden,
            steps: tables,
            last,
        }
    }

    /// `[rows, input]` and each row's step to `[rows, output]`.
    pub fn forward(&self, x: Tensor<B, 2>, steps: Tensor<B, 1, Int>) -> Tensor<B, 2> {
        let hidden = self
            .layers
            .iter()
            .zip(&self.steps)
            .fold(x, |x, (layer, table)| {
                activation::relu(layer.forward(x) + table.val().select(0, steps.clone()))
            });
        self.last.forward(hidden)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_schedule() {
        let schedule = CosineSchedule::new(1000);
        let expected = [
            (0, 0.999_900),
            (10, 0.998_901),
            (100, 0.971_202),
            (250, 0.845_563),
            (500, 0.492_096),
            (750, 0.143_124),
            (900, 0.023_607),
            (990, 0.000_197),
        ];
        for (t, expected) in expected {
            assert!(
                (schedule.left[t] - expected).abs() < 1e-6,
                "{t}: {} {expected}",
                schedule.left[t]
            );
        }
        let (kept, noise) = schedule.factors(250);
        assert!((kept * kept + noise * noise - 1.0).abs() < 1e-6);
        assert_eq!(schedule.factors(5000), schedule.factors(999));
    }
}
