//! Generative adversarial imitation learning (Ho & Ermon 2016, arXiv 1606.03476), as imitation's
//! `gail.py` has it.
//!
//! A multilayer perceptron (two hidden layers of 32, ReLU, PyTorch's initialisation) over
//! observation and action gives the logit of being an expert's step; binary cross-entropy with
//! logits, one mean over the experts' and the policies' rows; Adam at 1e-3 with PyTorch's
//! constants. The reward is imitation's `−log(1 − D) = softplus(logit)`, or another [`RewardKind`].
//! Of its gradient accumulation ([`GailConfig::demo_minibatch_size`]) one thing differs: running
//! statistics take in the whole batch at once and before, so that parts give exactly the gradient
//! of the whole.

use super::core::{Core, StepSettings, check_settings, finite_logits, index, norm_widths};
use super::{Config, DiscConfig, Discriminator, InputScale, RewardKind, Rows};
use crate::algo::adversarial::{Order, method};
use crate::backend::{AutodiffBackend, BurnDevice};
use crate::checkpoint::Checkpoint;
use crate::descriptor::{AlgorithmKind, Data, Descriptor};
use crate::error::Result;
use crate::metrics::Metrics;
use crate::nets::init::Init;
use crate::nets::mlp::{Activation, Mlp, MlpShape};
use crate::nets::params::{tensor, values};
use crate::rollout::Shape;
use crate::seed::{Stream, Use, stream};
use burn::module::AutodiffModule;
use serde::{Deserialize, Serialize};

/// How the discriminator is registered.
pub static DISCRIMINATOR: super::DiscDescriptor = super::DiscDescriptor::of::<GailConfig>();

/// How imitation by it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "gail",
    title: "adversarial imitation by a classifier (GAIL)",
    kind: AlgorithmKind::Adversarial,
    data: Data::Steps,
    adapters: false,
    rounds: 40,
    worlds: 8,
    method: |given| method(given, Order::Drail, DiscConfig::from(GailConfig::default())),
    gold: &["gail/"],
};

/// GAIL's settings. The default is imitation's, with its tutorial's `RunningNorm` on the input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GailConfig {
    /// Widths of hidden layers.
    pub hidden: Vec<usize>,
    /// What stands after each hidden layer.
    pub activation: Activation,
    /// Adam's learning rate.
    pub learning_rate: f64,
    /// Adam's ε.
    pub adam_eps: f64,
    /// Gradients are scaled down to this norm, where it is given.
    pub max_grad_norm: Option<f64>,
    /// Expert rows whose gradients are found at once, with as many of the policy's; 0 for all.
    /// Saves memory, changes nothing.
    pub demo_minibatch_size: usize,
    /// How inputs are normalised.
    pub input: InputScale,
    /// How the reward is made.
    pub reward: RewardKind,
    /// What `airl-positive` adds.
    pub reward_constant: f32,
}

impl Default for GailConfig {
    fn default() -> Self {
        GailConfig {
            hidden: vec![32, 32],
            activation: Activation::Relu,
            learning_rate: 1e-3,
            adam_eps: 1e-8,
            max_grad_norm: None,
            demo_minibatch_size: 0,
            input: InputScale::Inputs,
            reward: RewardKind::Imitation,
            reward_constant: 20.0,
        }
    }
}

impl GailConfig {
    /// The baseline of DRAIL's repository: five layers of 64 with tanh, reward `log D − log(1 −
    /// D)`, observations normalised.
    pub fn drail_baseline() -> Self {
        GailConfig {
            hidden: vec![64; 4],
            activation: Activation::Tanh,
            input: InputScale::Observations,
            reward: RewardKind::Airl,
            ..GailConfig::default()
        }
    }

    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        check_settings(
            &[
                ("learning_rate", self.learning_rate),
                ("adam_eps", self.adam_eps),
                ("max_grad_norm", self.max_grad_norm.unwrap_or(1.0)),
            ],
            &[("hidden", &self.hidden)],
        )
    }
}

impl Config for GailConfig {
    const WORD: &'static str = "gail";

    fn build<B: AutodiffBackend>(
        self,
        shape: Shape,
        seed: u64,
        device: BurnDevice<B>,
    ) -> Result<Box<dyn Discriminator>> {
        Ok(Box::new(Gail::<B>::new(self, shape, seed, device)?))
    }

    fn resume<B: AutodiffBackend>(
        checkpoint: &Checkpoint,
        device: BurnDevice<B>,
    ) -> Result<Box<dyn Discriminator>> {
        Ok(Box::new(Gail::<B>::resume(checkpoint, device)?))
    }
}

/// GAIL's discriminator.
#[derive(Clone, Debug)]
pub struct Gail<B: AutodiffBackend> {
    /// Its settings, which hold for the whole training.
    pub config: GailConfig,
    core: Core<B, Mlp<B>>,
}

impl<B: AutodiffBackend> Gail<B> {
    /// A fresh discriminator.
    ///
    /// # Errors
    /// Where settings or shape cannot be.
    pub fn new(config: GailConfig, shape: Shape, seed: u64, device: BurnDevice<B>) -> Result<Self> {
        config.check()?;
        let width = shape.observation + shape.actions.width();
        let net = MlpShape::new(width, &config.hidden, 1, config.activation);
        let model = Mlp::new(
            &mut stream(seed, Use::Init, 1),
            &net,
            Init::Torch,
            Init::Torch,
            &device,
        );
        let norms = norm_widths(config.input, &shape);
        Ok(Gail {
            core: Core::new(shape, model, &norms, config.adam_eps, device)?,
            config,
        })
    }

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// Where it is of another kind, or does not fit its own settings.
    pub fn resume(checkpoint: &Checkpoint, device: BurnDevice<B>) -> Result<Self> {
        checkpoint.expect_kind(GailConfig::WORD)?;
        let fresh = Gail::new(checkpoint.config()?, checkpoint.shape.clone(), 0, device)?;
        Ok(Gail {
            core: fresh.core.restore(checkpoint)?,
            config: fresh.config,
        })
    }
}

impl<B: AutodiffBackend> Discriminator for Gail<B> {
    fn kind(&self) -> &'static str {
        GailConfig::WORD
    }

    fn shape(&self) -> &Shape {
        &self.core.shape
    }

    fn steps(&self) -> u64 {
        self.core.steps()
    }

    fn update(&mut self, expert: &Rows, policy: &Rows, _: &mut Stream) -> Result<Metrics> {
        let width = self.core.width();
        let norms = self.core.norms.clone();
        let inputs = self
            .core
            .prepare([expert, policy], self.config.input, self.needs())?
            .concat();
        let (count, device) = (expert.len() + policy.len(), self.core.device.clone());
        let inputs = tensor::<B, 2>(inputs, [count, width], &device);
        let how = StepSettings {
            rate: self.config.learning_rate,
            max_norm: self.config.max_grad_norm,
            minibatch: self.config.demo_minibatch_size,
            summed: false,
        };
        let logits = |net: &Mlp<B>, rows: &[usize]| {
            net.forward(inputs.clone().select(0, index(rows, &device)))
                .squeeze_dim::<1>(1)
        };
        let learned = self.core.step((expert.len(), policy.len()), how, logits);
        learned.inspect_err(|_| self.core.norms = norms)
    }

    fn logits(&self, rows: &Rows, _: &mut Stream) -> Result<Vec<f32>> {
        rows.expect(&self.core.shape, self.needs())?;
        let inputs = self.core.inputs(rows, self.config.input);
        let inputs = tensor(inputs, [rows.len(), self.core.width()], &self.core.device);
        finite_logits(
            values(&self.core.model.valid().forward(inputs)),
            self.core.steps(),
        )
    }

    fn reward(&self, rows: &Rows, dice: &mut Stream) -> Result<Vec<f32>> {
        Ok(self
            .config
            .reward
            .all(self.logits(rows, dice)?, self.config.reward_constant))
    }

    fn checkpoint(&self) -> Result<Checkpoint> {
        self.core.checkpoint(self.kind(), &self.config)
    }
}
