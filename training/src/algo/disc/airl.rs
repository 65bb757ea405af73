//! Adversarial inverse reinforcement learning (Fu, Luo & Levine 2018, arXiv 1710.11248), as
//! imitation's `airl.py` has it.
//!
//! The logit of being an expert's step is `f(s, a, s') − log π(a|s)`, with `f` a [`ShapedReward`]
//! (reward: one hidden layer of 32; potential: two; ReLU; γ 0.99; the potential 0 where an episode
//! ended, over or cut off, as imitation's `dones` say). A policy is trained by `f` itself;
//! [`Discriminator::test_reward`] is the reward without the potential. One thing differs: running
//! statistics of the potential's inputs take in observations before and after together, and not one
//! after the other.

use super::core::{
    Core, StepSettings, check_settings, finite_logits, index, norm_widths, normalize,
};
use super::{Config, DiscConfig, Discriminator, InputScale, RequiredInputs, Rows};
use crate::algo::adversarial::{Order, method};
use crate::backend::{AutodiffBackend, Backend, BurnDevice};
use crate::checkpoint::Checkpoint;
use crate::descriptor::{AlgorithmKind, Data, Descriptor};
use crate::error::{Error, Result};
use crate::metrics::Metrics;
use crate::nets::mlp::Activation;
use crate::nets::params::{tensor, values};
use crate::nets::reward::{Shaped, ShapedReward};
use crate::rollout::Shape;
use crate::seed::{Stream, Use, stream};
use burn::module::AutodiffModule;
use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

/// How the discriminator is registered.
pub static DISCRIMINATOR: super::DiscDescriptor = super::DiscDescriptor::of::<AirlConfig>();

/// How imitation by it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "airl",
    title: "adversarial imitation that finds a reward (AIRL)",
    kind: AlgorithmKind::Adversarial,
    data: Data::Steps,
    adapters: false,
    rounds: 40,
    worlds: 8,
    method: |given| {
        method(
            given,
            Order::Imitation,
            DiscConfig::from(AirlConfig::default()),
        )
    },
    gold: &["airl/"],
};

/// AIRL's settings. The default is imitation's `BasicShapedRewardNet`, with `RunningNorm` on
/// inputs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AirlConfig {
    /// Widths of the reward's hidden layers.
    pub reward_hidden: Vec<usize>,
    /// Widths of the potential's hidden layers.
    pub potential_hidden: Vec<usize>,
    /// What stands after each hidden layer.
    pub activation: Activation,
    /// Discount of the potential.
    pub gamma: f64,
    /// Adam's learning rate.
    pub learning_rate: f64,
    /// Adam's ε.
    pub adam_eps: f64,
    /// Gradients are scaled down to this norm, where it is given.
    pub max_grad_norm: Option<f64>,
    /// Expert rows whose gradients are found at once, with as many of the policy's; 0 for all.
    pub demo_minibatch_size: usize,
    /// Whether inputs are normalised.
    pub norm_input: bool,
}

impl Default for AirlConfig {
    fn default() -> Self {
        AirlConfig {
            reward_hidden: vec![32],
            potential_hidden: vec![32, 32],
            activation: Activation::Relu,
            gamma: 0.99,
            learning_rate: 1e-3,
            adam_eps: 1e-8,
            max_grad_norm: None,
            demo_minibatch_size: 0,
            norm_input: true,
        }
    }
}

impl AirlConfig {
    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        if !(0.0..=1.0).contains(&self.gamma) {
            return Err(Error::config("gamma", self.gamma, "0 to 1"));
        }
        check_settings(
            &[
                ("learning_rate", self.learning_rate),
                ("adam_eps", self.adam_eps),
                ("max_grad_norm", self.max_grad_norm.unwrap_or(1.0)),
            ],
            &[
                ("reward_hidden", &self.reward_hidden),
                ("potential_hidden", &self.potential_hidden),
            ],
        )
    }

    fn scale(&self) -> InputScale {
        if self.norm_input {
            InputScale::Inputs
        } else {
            InputScale::None
        }
    }
}

impl Config for AirlConfig {
    const WORD: &'static str = "airl";

    fn build<B: AutodiffBackend>(
        self,
        shape: Shape,
        seed: u64,
        device: BurnDevice<B>,
    ) -> Result<Box<dyn Discriminator>> {
        Ok(Box::new(Airl::<B>::new(self, shape, seed, device)?))
    }

    fn resume<B: AutodiffBackend>(
        checkpoint: &Checkpoint,
        device: BurnDevice<B>,
    ) -> Result<Box<dyn Discriminator>> {
        Ok(Box::new(Airl::<B>::resume(checkpoint, device)?))
    }
}

/// AIRL's discriminator.
#[derive(Clone, Debug)]
pub struct Airl<B: AutodiffBackend> {
    /// Its settings, which hold for the whole training.
    pub config: AirlConfig,
    core: Core<B, ShapedReward<B>>,
}

impl<B: AutodiffBackend> Airl<B> {
    /// A fresh discriminator.
    ///
    /// # Errors
    /// Where settings or shape cannot be.
    pub fn new(config: AirlConfig, shape: Shape, seed: u64, device: BurnDevice<B>) -> Result<Self> {
        config.check()?;
        let hidden = (
            config.reward_hidden.as_slice(),
            config.potential_hidden.as_slice(),
        );
        let (seen, width) = (shape.observation, shape.observation + shape.actions.width());
        let mut dice = stream(seed, Use::Init, 1);
        let model = ShapedReward::new(&mut dice, width, seen, hidden, config.activation, &device);
        let mut norms = norm_widths(config.scale(), &shape);
        norms.extend(config.norm_input.then_some(seen));
        Ok(Airl {
            core: Core::new(shape, model, &norms, config.adam_eps, device)?,
            config,
        })
    }

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// Where it is of another kind, or does not fit its own settings.
    pub fn resume(checkpoint: &Checkpoint, device: BurnDevice<B>) -> Result<Self> {
        checkpoint.expect_kind(AirlConfig::WORD)?;
        let fresh = Airl::new(checkpoint.config()?, checkpoint.shape.clone(), 0, device)?;
        Ok(Airl {
            core: fresh.core.restore(checkpoint)?,
            config: fresh.config,
        })
    }

    fn seen<C: Backend>(&self, rows: &Rows, device: &BurnDevice<C>) -> Shaped<C> {
        let (len, seen) = (rows.len(), self.core.shape.observation);
        let observations = |from: &[f32]| {
            let mut all = from.to_vec();
            if let Some(norm) = self.core.norms.get(1) {
                normalize(norm, &mut all);
            }
            tensor(all, [len, seen], device)
        };
        Shaped {
            inputs: tensor(
                self.core.inputs(rows, self.config.scale()),
                [len, self.core.width()],
                device,
            ),
            before: observations(&rows.observations),
            after: observations(&rows.next),
            goes_on: tensor(
                rows.ended.iter().map(|ended| 1.0 - ended).collect(),
                [len],
                device,
            ),
        }
    }

    fn shaped(&self, rows: &Rows) -> Result<Vec<f32>> {
        rows.expect(
            &self.core.shape,
            RequiredInputs {
                next: true,
                log_probs: false,
            },
        )?;
        let seen = self.seen::<B::InnerBackend>(rows, &self.core.device);
        finite_logits(
            values(&self.core.model.valid().forward(seen, self.config.gamma)),
            self.core.steps(),
        )
    }
}

impl<B: AutodiffBackend> Discriminator for Airl<B> {
    fn kind(&self) -> &'static str {
        AirlConfig::WORD
    }

    fn shape(&self) -> &Shape {
        &self.core.shape
    }

    fn needs(&self) -> RequiredInputs {
        RequiredInputs {
            next: true,
            log_probs: true,
        }
    }

    fn steps(&self) -> u64 {
        self.core.steps()
    }

    fn update(&mut self, expert: &Rows, policy: &Rows, _: &mut Stream) -> Result<Metrics> {
        expert.expect(&self.core.shape, self.needs())?;
        policy.expect(&self.core.shape, self.needs())?;
        let norms = self.core.norms.clone();
        self.core.see([expert, policy], self.config.scale());
        if let Some(norm) = self.core.norms.get_mut(1) {
            let parts = [
                &expert.observations,
                &expert.next,
                &policy.observations,
                &policy.next,
            ];
            norm.update(&parts.map(Vec::as_slice).concat());
        }
        let mut both = expert.clone();
        both.append(policy);
        let device = self.core.device.clone();
        let seen = self.seen::<B>(&both, &device);
        let log_probs = tensor::<B, 1>(both.log_probs, [expert.len() + policy.len()], &device);
        let gamma = self.config.gamma;
        let how = StepSettings {
            rate: self.config.learning_rate,
            max_norm: self.config.max_grad_norm,
            minibatch: self.config.demo_minibatch_size,
            summed: false,
        };
        let logits = |net: &ShapedReward<B>, rows: &[usize]| {
            let rows = index(rows, &device);
            let pick = |from: &Tensor<B, 2>| from.clone().select(0, rows.clone());
            let part = Shaped {
                inputs: pick(&seen.inputs),
                before: pick(&seen.before),
                after: pick(&seen.after),
                goes_on: seen.goes_on.clone().select(0, rows.clone()),
            };
            net.forward(part, gamma) - log_probs.clone().select(0, rows)
        };
        let learned = self.core.step((expert.len(), policy.len()), how, logits);
        learned.inspect_err(|_| self.core.norms = norms)
    }

    fn logits(&self, rows: &Rows, _: &mut Stream) -> Result<Vec<f32>> {
        rows.expect(&self.core.shape, self.needs())?;
        Ok(self
            .shaped(rows)?
            .into_iter()
            .zip(&rows.log_probs)
            .map(|(f, log_prob)| f - log_prob)
            .collect())
    }

    fn reward(&self, rows: &Rows, _: &mut Stream) -> Result<Vec<f32>> {
        self.shaped(rows)
    }

    fn test_reward(&self, rows: &Rows, _: &mut Stream) -> Result<Vec<f32>> {
        rows.expect(&self.core.shape, RequiredInputs::default())?;
        let inputs = self.core.inputs(rows, self.config.scale());
        let inputs = tensor(inputs, [rows.len(), self.core.width()], &self.core.device);
        finite_logits(
            values(&self.core.model.valid().unshaped(inputs)),
            self.core.steps(),
        )
    }

    fn checkpoint(&self) -> Result<Checkpoint> {
        self.core.checkpoint(self.kind(), &self.config)
    }
}
