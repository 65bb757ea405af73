//! Adam, with the state where a checkpoint can reach it.
//!
//! burn has an Adam of its own. It clips every tensor apart, where PPO's reference clips by the
//! norm over all of them; and its state is a record keyed by parameter identities that change with
//! every process, in a format that changes with burn. Here gradients, parameters and moments are
//! each one flat tensor in the module's order: a step is some fifteen operations however many
//! layers there are, and the state is two vectors.

use crate::backend::{AutodiffBackend, Backend, BurnDevice};
use crate::error::{Error, Result};
use crate::nets::params::{Named, Weights, flat_gradients, flat_params, from_flat, tensor, values};
use burn::module::Module;
use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

/// Adam's constants (Kingma & Ba 2015).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AdamConfig {
    /// Decay of the first moment.
    pub beta1: f64,
    /// Decay of the second moment.
    pub beta2: f64,
    /// Added to the root of the second moment. PyTorch's default is 1e-8; PPO's references take
    /// 1e-5.
    pub eps: f64,
    /// Decoupled weight decay (AdamW, Loshchilov & Hutter 2019), times the learning rate; 0 for
    /// plain Adam.
    pub weight_decay: f64,
}

impl Default for AdamConfig {
    /// PyTorch's.
    fn default() -> Self {
        AdamConfig {
            beta1: 0.9,
            beta2: 0.999,
            eps: 1e-8,
            weight_decay: 0.0,
        }
    }
}

impl AdamConfig {
    /// The usual settings with another ε.
    pub fn eps(eps: f64) -> Self {
        AdamConfig {
            eps,
            ..AdamConfig::default()
        }
    }
}

/// Adam over all trained parameters of a module (those that require a gradient).
#[derive(Clone, Debug)]
pub struct Adam<B: AutodiffBackend> {
    config: AdamConfig,
    steps: u64,
    moments: Option<(Tensor<B::InnerBackend, 1>, Tensor<B::InnerBackend, 1>)>,
}

/// What Adam remembers, on the host.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AdamState {
    /// Steps taken, by which moments are corrected.
    pub steps: u64,
    /// First moments of all trained parameters in order; empty before the first step.
    pub first: Vec<f32>,
    /// Running means of squared gradients, one for each number.
    pub second: Vec<f32>,
}

impl AdamState {
    /// As named tensors for a checkpoint.
    pub fn weights(&self) -> Weights {
        let named = |name: &str, values: &[f32]| Named {
            name: name.to_owned(),
            shape: vec![values.len()],
            values: values.to_vec(),
        };
        Weights(vec![
            named("first", &self.first),
            named("second", &self.second),
        ])
    }

    /// From [`AdamState::weights`] and the number of steps.
    ///
    /// # Errors
    /// Where a moment is missing or the two differ in length.
    pub fn from_weights(weights: &Weights, steps: u64) -> Result<Self> {
        let get = |name: &str| {
            let found = weights.get(name).map(|named| named.values.clone());
            found.ok_or_else(|| {
                Error::shape(format!("optimiser, {name}"), "no such tensor", "a vector")
            })
        };
        let (first, second) = (get("first")?, get("second")?);
        if first.len() != second.len() {
            return Err(Error::shape("optimiser, second", second.len(), first.len()));
        }
        Ok(AdamState {
            steps,
            first,
            second,
        })
    }
}

impl<B: AutodiffBackend> Adam<B> {
    /// Before the first step.
    pub fn new(config: AdamConfig) -> Self {
        Adam {
            config,
            steps: 0,
            moments: None,
        }
    }

    /// How many steps were taken.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// One step down `gradients` (of `loss.backward()`), at a learning rate, clipped to a global
    /// norm where `max_norm` is given (`torch.nn.utils.clip_grad_norm_`). Gives the module and the
    /// norm before clipping, as a tensor of one number.
    pub fn step<M: Module<B>>(
        &mut self,
        module: M,
        gradients: &B::Gradients,
        rate: f64,
        max_norm: Option<f64>,
    ) -> (M, Option<Tensor<B::InnerBackend, 1>>) {
        match max_norm {
            Some(max) => self.step_with(module, gradients, rate, |gradient| clip(gradient, max)),
            None => {
                let (module, _) = self.step_with(module, gradients, rate, |gradient| {
                    let none = Tensor::zeros([1], &gradient.device());
                    (gradient, none)
                });
                (module, None)
            }
        }
    }

    /// A step whose flat gradient (all trained parameters in the module's order) goes through
    /// `clip`, which also gives a norm to report.
    pub fn step_with<M: Module<B>>(
        &mut self,
        module: M,
        gradients: &B::Gradients,
        rate: f64,
        clip: impl FnOnce(
            Tensor<B::InnerBackend, 1>,
        ) -> (Tensor<B::InnerBackend, 1>, Tensor<B::InnerBackend, 1>),
    ) -> (M, Option<Tensor<B::InnerBackend, 1>>) {
        let (Some(gradient), Some(params)) =
            (flat_gradients(&module, gradients), flat_params(&module))
        else {
            return (module, None);
        };
        let (gradient, norm) = clip(gradient);
        let params = self.descend(params, gradient, rate);
        (from_flat(module, params), Some(norm))
    }

    fn descend(
        &mut self,
        params: Tensor<B::InnerBackend, 1>,
        gradient: Tensor<B::InnerBackend, 1>,
        rate: f64,
    ) -> Tensor<B::InnerBackend, 1> {
        let AdamConfig {
            beta1,
            beta2,
            eps,
            weight_decay,
        } = self.config;
        self.steps += 1;
        let (first, second) = self.moments.take().unwrap_or_else(|| {
            let zeros = || Tensor::zeros(gradient.dims(), &gradient.device());
            (zeros(), zeros())
        });
        let first = first * beta1 + gradient.clone() * (1.0 - beta1);
        let second = second * beta2 + gradient.clone() * gradient * (1.0 - beta2);
        let steps = self.steps.min(i32::MAX as u64) as i32;
        let (bias1, bias2) = (1.0 - beta1.powi(steps), 1.0 - beta2.powi(steps));
        let scale = second.clone().sqrt() / bias2.sqrt() + eps;
        let params = if weight_decay > 0.0 {
            params * (1.0 - rate * weight_decay)
        } else {
            params
        };
        let params = params - first.clone() / scale * (rate / bias1);
        self.moments = Some((first, second));
        params
    }

    /// The moments and the number of steps, to be saved.
    pub fn state(&self) -> AdamState {
        let (first, second) = self
            .moments
            .as_ref()
            .map(|(a, b)| (values(a), values(b)))
            .unwrap_or_default();
        AdamState {
            steps: self.steps,
            first,
            second,
        }
    }

    /// Goes on from a saved state, for a module of `params` trained numbers.
    ///
    /// # Errors
    /// Where the state is of another number of parameters or not finite.
    pub fn restore(
        &mut self,
        state: &AdamState,
        params: usize,
        device: &BurnDevice<B>,
    ) -> Result<()> {
        self.steps = state.steps;
        self.moments = match state.first.len() {
            0 if state.steps == 0 => None,
            n if n == params && state.second.len() == params => {
                if state
                    .first
                    .iter()
                    .chain(&state.second)
                    .any(|x| !x.is_finite())
                {
                    return Err(Error::shape(
                        "optimiser state",
                        "a number that is not finite",
                        "finite numbers",
                    ));
                }
                let load =
                    |from: &[f32]| tensor::<B::InnerBackend, 1>(from.to_vec(), [params], device);
                Some((load(&state.first), load(&state.second)))
            }
            n => {
                return Err(Error::shape(
                    "optimiser state",
                    format!("{n} numbers"),
                    format!("{params} numbers"),
                ));
            }
        };
        Ok(())
    }
}

/// Scales a gradient down to a norm, as `torch.nn.utils.clip_grad_norm_`: by `min(1, max/(norm +
/// 1e-6))`. Gives the norm before.
pub fn clip<B: Backend>(gradient: Tensor<B, 1>, max: f64) -> (Tensor<B, 1>, Tensor<B, 1>) {
    let norm = (gradient.clone() * gradient.clone()).sum().sqrt();
    let by = ((norm.clone() + 1e-6).recip() * max).clamp_max(1.0);
    (gradient * by, norm)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{Cpu, CpuGrad, cpu};
    use crate::nets::init::Init;
    use crate::nets::mlp::Linear;
    use crate::seed::{Use, stream};

    /// Adam in plain f64, as PyTorch's documentation writes it.
    fn reference(mut p: f64, gradients: &[f64], c: AdamConfig, rate: f64) -> f64 {
        let (mut m, mut v) = (0.0, 0.0);
        for (t, g) in gradients.iter().enumerate() {
            p -= rate * c.weight_decay * p;
            m = c.beta1 * m + (1.0 - c.beta1) * g;
            v = c.beta2 * v + (1.0 - c.beta2) * g * g;
            let (m_hat, v_hat) = (
                m / (1.0 - c.beta1.powi(t as i32 + 1)),
                v / (1.0 - c.beta2.powi(t as i32 + 1)),
            );
            p -= rate * m_hat / (v_hat.sqrt() + c.eps);
        }
        p
    }

    #[test]
    fn steps_are_those_of_the_paper() {
        for config in [
            AdamConfig::default(),
            AdamConfig {
                weight_decay: 0.1,
                ..AdamConfig::eps(1e-5)
            },
        ] {
            let mut adam = Adam::<CpuGrad>::new(config);
            let mut p = tensor::<Cpu, 1>(vec![0.5, -1.0], [2], &cpu());
            let gradients = [[1.0, 0.2], [-0.5, 0.1], [2.0, -0.3]];
            for g in gradients {
                p = adam.descend(
                    p,
                    tensor(g.iter().map(|x| *x as f32).collect(), [2], &cpu()),
                    0.01,
                );
            }
            for (i, (found, start)) in values(&p).into_iter().zip([0.5, -1.0]).enumerate() {
                let expected = reference(start, &gradients.map(|g| g[i]), config, 0.01);
                assert!(
                    (f64::from(found) - expected).abs() < 1e-6,
                    "{found} {expected}"
                );
            }
        }
    }

    #[test]
    fn the_norm_is_over_everything() {
        let (g, norm) = clip(tensor::<Cpu, 1>(vec![3.0, 4.0], [2], &cpu()), 0.5);
        assert!((values(&norm)[0] - 5.0).abs() < 1e-6);
        assert!((values(&g)[0] - 0.3).abs() < 1e-6 && (values(&g)[1] - 0.4).abs() < 1e-6);
        let (g, _) = clip(tensor::<Cpu, 1>(vec![0.1, 0.2], [2], &cpu()), 0.5);
        assert_eq!(values(&g), [0.1, 0.2]);
    }

    #[test]
    fn a_restored_state_goes_on_bit_for_bit() {
        let mut dice = stream(1, Use::Init, 0);
        let start = Linear::<CpuGrad>::new(&mut dice, 3, 2, Init::Torch, &cpu());
        let x = tensor::<CpuGrad, 2>(vec![1.0, 2.0, 3.0], [1, 3], &cpu());
        let run = |mut adam: Adam<CpuGrad>, mut net: Linear<CpuGrad>, n: usize| {
            for _ in 0..n {
                let gradients = net.forward(x.clone()).powi_scalar(2).sum().backward();
                net = adam.step(net, &gradients, 0.1, Some(0.5)).0;
            }
            (adam, net)
        };
        let new = || Adam::<CpuGrad>::new(AdamConfig::default());
        let (_, whole) = run(new(), start.clone(), 6);
        let (half, net) = run(new(), start, 3);
        let state = AdamState::from_weights(&half.state().weights(), half.steps()).unwrap();
        let mut resumed = new();
        resumed.restore(&state, 8, &cpu()).unwrap();
        let (_, net) = run(resumed, net, 3);
        assert_eq!(Weights::of(&net).checksum(), Weights::of(&whole).checksum());
        assert!(new().restore(&state, 9, &cpu()).is_err());
    }
}
