//! Diffusion-reward adversarial imitation learning (Lai et al. 2024, arXiv 2405.16194), written
//! from the paper.
//!
//! A diffusion model over `x = (s, a)` that is told "expert" or "agent" (a label of ones or zeros,
//! repeated [`DrailConfig::label_dim`] times beside the noised `x`) predicts the noise that was
//! added. With `L(c)` its squared error under label `c`, mean over dimensions, the chance of being
//! an expert's step is `D = e^{−L(c+)}/(e^{−L(c+)} + e^{−L(c−)}) = σ(L(c−) − L(c+))`, the loss is
//! the sum of the experts' and the policies' mean cross-entropy, and the reward `log D − log(1 −
//! D)` is exactly `L(c−) − L(c+)`: [`RewardKind::Airl`] gives that difference with no logarithm.
//!
//! Details of the released code that are kept, as facts: 1000 steps of the cosine schedule;
//! antithetic steps within a batch (`t` for the first half, `T − 1 − t` for the second), or one
//! constant step; an embedding of the step added before each ReLU; a `depth` of `d ≥ 2` means `d −
//! 1` hidden layers that take effect (the last one built there is never applied, so it is not built
//! here); observations normalised by running statistics and held within ±10, actions as they are.
//! In [`Sampling::Official`], `L(c+)` and `L(c−)` draw steps and noise independently, which makes
//! the reward noisy; [`Sampling::Paired`] (ours) gives both the same draws, whose noise cancels in
//! the difference. In both the mean of [`DrailConfig::samples`] draws is taken, 1 in the reference.
//! Where the reference takes statistics of rollouts for its normaliser, here they are of the rows
//! that were trained on.
//!
//! DRAIL-UN, the ablation without labels (as DiffAIL, arXiv 2312.06348): `D = e^{−L}`, whose logit
//! is `−log(e^L − 1)`.

use super::core::{Core, StepSettings, check_settings, finite_logits, norm_widths};
use super::{Config, DiscConfig, Discriminator, InputScale, RewardKind, Rows};
use crate::algo::adversarial::{Order, method};
use crate::backend::{AutodiffBackend, Backend, BurnDevice};
use crate::checkpoint::Checkpoint;
use crate::descriptor::{AlgorithmKind, Data, Descriptor};
use crate::error::{Error, Result};
use crate::metrics::Metrics;
use crate::nets::diffusion::{CosineSchedule, Denoiser};
use crate::nets::mlp::DEEPEST;
use crate::nets::params::{tensor, values};
use crate::rollout::Shape;
use crate::seed::{Stream, Use, stream};
use burn::module::AutodiffModule;
use burn::tensor::{Int, Tensor, TensorData};
use serde::{Deserialize, Serialize};

/// How the discriminator is registered.
pub static DISCRIMINATOR: super::DiscDescriptor = super::DiscDescriptor::of::<DrailConfig>();

/// How imitation by it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "drail",
    title: "adversarial imitation by diffusion (DRAIL)",
    kind: AlgorithmKind::Adversarial,
    data: Data::Steps,
    adapters: false,
    rounds: 40,
    worlds: 8,
    // With the released code's own noise it fails where paired noise does not (training/GOLD.md).
    method: |given| method(given, Order::Drail, DiscConfig::from(DrailConfig::paired())),
    gold: &["drail/", "imitation/drail"],
};

/// How its ablation is registered.
pub static UNCONDITIONAL: Descriptor = Descriptor {
    word: "drail-un",
    title: "the same without labels for the diffusion (DRAIL-UN, an ablation)",
    kind: AlgorithmKind::Adversarial,
    data: Data::Steps,
    adapters: false,
    rounds: 40,
    worlds: 8,
    method: |given| {
        let config = DrailConfig {
            conditional: false,
            ..DrailConfig::default()
        };
        method(given, Order::Drail, DiscConfig::from(config))
    },
    gold: &["drail/PointMaze"],
};

/// How steps of the diffusion are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StepDraw {
    /// Uniformly for half of the rows, and mirrored for the other half.
    #[default]
    Antithetic,
    /// Always [`DrailConfig::constant_step`].
    Constant,
}

/// Whether both labels are tried on the same draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sampling {
    /// Each label on draws of its own, as the released code.
    #[default]
    Official,
    /// Both on the same, and further draws in mirrored pairs.
    Paired,
}

/// DRAIL's settings. The default is the released configuration of the maze.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DrailConfig {
    /// How often the label's number is repeated in the input.
    pub label_dim: usize,
    /// Width of hidden layers.
    pub num_units: usize,
    /// Depth, as the released code counts: one more than the hidden layers that take effect, but
    /// one layer for 1.
    pub depth: usize,
    /// Steps from a pair of observation and action to noise.
    pub diffusion_steps: usize,
    /// How steps are drawn.
    pub sample_strategy: StepDraw,
    /// The step of [`StepDraw::Constant`].
    pub constant_step: usize,
    /// Whether labels share their draws.
    pub sampling: Sampling,
    /// Draws over which a loss is averaged.
    pub samples: usize,
    /// Whether there are labels; DRAIL-UN without.
    pub conditional: bool,
    /// Adam's learning rate.
    pub learning_rate: f64,
    /// Adam's ε.
    pub adam_eps: f64,
    /// Gradients are scaled down to this norm, where it is given.
    pub max_grad_norm: Option<f64>,
    /// Expert rows whose gradients are found at once, with as many of the policy's; 0 for all.
    pub demo_minibatch_size: usize,
    /// How inputs are normalised.
    pub input: InputScale,
    /// How the reward is made.
    pub reward: RewardKind,
    /// What `airl-positive` adds.
    pub reward_constant: f32,
}

impl Default for DrailConfig {
    fn default() -> Self {
        DrailConfig {
            label_dim: 10,
            num_units: 128,
            depth: 4,
            diffusion_steps: 1000,
            sample_strategy: StepDraw::Antithetic,
            constant_step: 250,
            sampling: Sampling::Official,
            samples: 1,
            conditional: true,
            learning_rate: 1e-3,
            adam_eps: 1e-8,
            max_grad_norm: None,
            demo_minibatch_size: 0,
            input: InputScale::Observations,
            reward: RewardKind::Airl,
            reward_constant: 20.0,
        }
    }
}

impl DrailConfig {
    /// DRAIL-UN, the ablation without labels.
    pub fn unconditional() -> Self {
        DrailConfig {
            conditional: false,
            ..DrailConfig::default()
        }
    }

    /// What we recommend for small tasks, where the released noise drowns the reward: both labels
    /// on the same draws, the mean of four, and a small network that learns fast. No source has
    /// these numbers.
    pub fn paired() -> Self {
        DrailConfig {
            sampling: Sampling::Paired,
            samples: 4,
            num_units: 32,
            depth: 2,
            learning_rate: 3e-3,
            ..DrailConfig::default()
        }
    }

    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        let counts = [
            ("label_dim", self.label_dim),
            ("num_units", self.num_units),
            ("depth", self.depth),
            ("diffusion_steps", self.diffusion_steps),
            ("samples", self.samples),
        ];
        if let Some((field, found)) = counts.into_iter().find(|(_, n)| *n == 0) {
            return Err(Error::config(field, found, "at least 1"));
        }
        let most = [
            ("label_dim", self.label_dim, 1024),
            ("diffusion_steps", self.diffusion_steps, 100_000),
            ("samples", self.samples, 1024),
        ];
        if let Some((field, found, most)) = most.into_iter().find(|(_, n, most)| n > most) {
            return Err(Error::config(field, found, format!("at most {most}")));
        }
        if self.depth > DEEPEST {
            return Err(Error::config(
                "depth",
                self.depth,
                format!("at most {DEEPEST}"),
            ));
        }
        if self.constant_step >= self.diffusion_steps && self.sample_strategy == StepDraw::Constant
        {
            return Err(Error::config(
                "constant_step",
                self.constant_step,
                format!("below diffusion_steps, {}", self.diffusion_steps),
            ));
        }
        check_settings(
            &[
                ("learning_rate", self.learning_rate),
                ("adam_eps", self.adam_eps),
                ("max_grad_norm", self.max_grad_norm.unwrap_or(1.0)),
            ],
            &[("num_units", &[self.num_units])],
        )
    }

    fn labels(&self) -> usize {
        if self.conditional { 2 } else { 1 }
    }
}

impl Config for DrailConfig {
    const WORD: &'static str = "drail";

    fn build<B: AutodiffBackend>(
        self,
        shape: Shape,
        seed: u64,
        device: BurnDevice<B>,
    ) -> Result<Box<dyn Discriminator>> {
        Ok(Box::new(Drail::<B>::new(self, shape, seed, device)?))
    }

    fn resume<B: AutodiffBackend>(
        checkpoint: &Checkpoint,
        device: BurnDevice<B>,
    ) -> Result<Box<dyn Discriminator>> {
        Ok(Box::new(Drail::<B>::resume(checkpoint, device)?))
    }
}

/// `D` of the two losses, the chance of being an expert's step.
pub fn probability(loss_expert: f32, loss_agent: f32) -> f32 {
    1.0 / (1.0 + libm::expf(loss_expert - loss_agent))
}

/// DRAIL's discriminator.
#[derive(Clone, Debug)]
pub struct Drail<B: AutodiffBackend> {
    /// Its settings, which hold for the whole training.
    pub config: DrailConfig,
    core: Core<B, Denoiser<B>>,
    schedule: CosineSchedule,
}

/// Steps and noise for some rows, several draws each: number `d` of row `i` stands at `d·rows + i`.
#[derive(Clone, Debug)]
struct Draws {
    rows: usize,
    steps: Vec<usize>,
    /// `width` numbers a draw of a row.
    noise: Vec<f32>,
}

/// Noised rows on the device.
struct Noised<B: Backend> {
    inputs: Tensor<B, 2>,
    steps: Tensor<B, 1, Int>,
    noise: Tensor<B, 2>,
}

/// Rows whose rewards are found at once.
const CHUNK: usize = 512;

impl<B: AutodiffBackend> Drail<B> {
    /// A fresh discriminator.
    ///
    /// # Errors
    /// Where settings or shape cannot be.
    pub fn new(
        config: DrailConfig,
        shape: Shape,
        seed: u64,
        device: BurnDevice<B>,
    ) -> Result<Self> {
        config.check()?;
        let width = shape.observation + shape.actions.width();
        let label = if config.conditional {
            config.label_dim
        } else {
            0
        };
        let layers = config.depth.saturating_sub(1).max(1);
        let mut dice = stream(seed, Use::Init, 1);
        let steps = config.diffusion_steps;
        let model = Denoiser::new(
            &mut dice,
            (width + label, width),
            (config.num_units, layers),
            steps,
            &device,
        );
        let norms = norm_widths(config.input, &shape);
        let core = Core::new(shape, model, &norms, config.adam_eps, device)?;
        Ok(Drail {
            core,
            schedule: CosineSchedule::new(steps),
            config,
        })
    }

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// Where it is of another kind, or does not fit its own settings.
    pub fn resume(checkpoint: &Checkpoint, device: BurnDevice<B>) -> Result<Self> {
        checkpoint.expect_kind(DrailConfig::WORD)?;
        let fresh = Drail::new(checkpoint.config()?, checkpoint.shape.clone(), 0, device)?;
        Ok(Drail {
            core: fresh.core.restore(checkpoint)?,
            ..fresh
        })
    }

    /// The losses under the label of experts and of agents, of each row; the same twice without
    /// labels.
    ///
    /// # Errors
    /// Where rows do not fit, or a loss is not finite.
    pub fn losses(&self, rows: &Rows, dice: &mut Stream) -> Result<(Vec<f32>, Vec<f32>)> {
        self.losses_by(rows, &mut |count| self.draws(count, dice))
    }

    fn losses_by(
        &self,
        rows: &Rows,
        draws: &mut dyn FnMut(usize) -> Draws,
    ) -> Result<(Vec<f32>, Vec<f32>)> {
        rows.expect(&self.core.shape, self.needs())?;
        let (inputs, width) = (self.core.inputs(rows, self.config.input), self.core.width());
        let net = self.core.model.valid();
        let (mut expert, mut agent) = (
            Vec::with_capacity(rows.len()),
            Vec::with_capacity(rows.len()),
        );
        for part in inputs.chunks(CHUNK * width) {
            let count = part.len() / width;
            let draws = draws(count);
            let all: Vec<usize> = (0..count).collect();
            let noised = self.noised::<B::InnerBackend>(part, &draws, &all, &self.core.device);
            let found = values(&self.errors(&net, noised, count));
            expert.extend_from_slice(&found[..count]);
            agent.extend_from_slice(&found[found.len() - count..]);
        }
        let steps = self.core.steps();
        Ok((finite_logits(expert, steps)?, finite_logits(agent, steps)?))
    }

    /// The logits of losses on the host.
    fn host_logits(&self, (expert, agent): (Vec<f32>, Vec<f32>)) -> Vec<f32> {
        if self.config.conditional {
            return agent
                .into_iter()
                .zip(expert)
                .map(|(agent, expert)| agent - expert)
                .collect();
        }
        let logit = |loss: f32| {
            let loss = loss.max(1e-5);
            -(loss + libm::logf(-libm::expm1f(-loss)))
        };
        expert.into_iter().map(logit).collect()
    }

    /// Draws for a number of rows, as many as all labels need.
    fn draws(&self, rows: usize, dice: &mut Stream) -> Draws {
        let config = &self.config;
        let (width, last) = (self.core.width(), config.diffusion_steps - 1);
        let paired = config.sampling == Sampling::Paired || !config.conditional;
        let count = config.samples * if paired { 1 } else { 2 };
        let mut steps: Vec<usize> = Vec::with_capacity(count * rows);
        let mut noise = Vec::with_capacity(count * rows * width);
        for draw in 0..count {
            let from = steps.len();
            for i in 0..rows {
                let step = match config.sample_strategy {
                    StepDraw::Constant => config.constant_step,
                    // A second draw of the same row mirrors its first; where draws stand alone, a
                    // second half of rows its first half.
                    StepDraw::Antithetic if paired && draw % 2 == 1 => {
                        last - steps[from - rows + i]
                    }
                    StepDraw::Antithetic if i >= rows.div_ceil(2) => {
                        last - steps[from + i - rows.div_ceil(2)]
                    }
                    StepDraw::Antithetic => dice.below(config.diffusion_steps),
                };
                steps.push(step);
                noise.extend((0..width).map(|_| dice.normal()));
            }
        }
        Draws { rows, steps, noise }
    }

    /// Chosen rows of `inputs` with noise and labels: all draws of the experts' label, then all of
    /// the agents'.
    fn noised<C: Backend>(
        &self,
        inputs: &[f32],
        draws: &Draws,
        part: &[usize],
        device: &BurnDevice<C>,
    ) -> Noised<C> {
        let (config, width) = (&self.config, self.core.width());
        let own = config.sampling == Sampling::Official;
        let (mut x, mut steps, mut noise) = (Vec::new(), Vec::new(), Vec::new());
        for label in 0..config.labels() {
            for sample in 0..config.samples {
                let draw = if own {
                    label * config.samples + sample
                } else {
                    sample
                };
                for row in part {
                    let at = draw * draws.rows + row;
                    let (kept, added) = self.schedule.factors(draws.steps[at]);
                    let fresh = &draws.noise[at * width..(at + 1) * width];
                    let clean = &inputs[row * width..(row + 1) * width];
                    x.extend(clean.iter().zip(fresh).map(|(x, e)| kept * x + added * e));
                    if config.conditional {
                        x.extend(std::iter::repeat_n(
                            if label == 0 { 1.0 } else { 0.0 },
                            config.label_dim,
                        ));
                    }
                    steps.push(draws.steps[at] as i32);
                    noise.extend_from_slice(fresh);
                }
            }
        }
        let rows = steps.len();
        let wide = x.len() / rows.max(1);
        Noised {
            inputs: tensor(x, [rows, wide], device),
            steps: Tensor::from_data(TensorData::new(steps, [rows]), device),
            noise: tensor(noise, [rows, width], device),
        }
    }

    /// The losses of `count` rows, averaged over draws: `[labels, count]`.
    fn errors<C: Backend>(
        &self,
        net: &Denoiser<C>,
        noised: Noised<C>,
        count: usize,
    ) -> Tensor<C, 2> {
        let off = net.forward(noised.inputs, noised.steps) - noised.noise;
        let labels = self.config.labels();
        let each = (off.clone() * off)
            .mean_dim(1)
            .reshape([labels, self.config.samples, count]);
        each.mean_dim(1).reshape([labels, count])
    }

    /// The logits of losses `[labels, count]`.
    fn tell<C: Backend>(&self, losses: Tensor<C, 2>) -> Tensor<C, 1> {
        let count = losses.dims()[1];
        let row = |i: usize| losses.clone().narrow(0, i, 1).reshape([count]);
        if self.config.conditional {
            return row(1) - row(0);
        }
        // −log(e^L − 1), so that a large L does not overflow; a loss below 1e-5 is as sure as can
        // be said.
        let loss = row(0).clamp_min(1e-5);
        -(loss.clone() + (-(-loss).exp() + 1.0).log())
    }
}

impl<B: AutodiffBackend> Discriminator for Drail<B> {
    fn kind(&self) -> &'static str {
        DrailConfig::WORD
    }

    fn shape(&self) -> &Shape {
        &self.core.shape
    }

    fn steps(&self) -> u64 {
        self.core.steps()
    }

    fn update(&mut self, expert: &Rows, policy: &Rows, dice: &mut Stream) -> Result<Metrics> {
        let (norms, before) = (self.core.norms.clone(), dice.clone());
        let parts = self
            .core
            .prepare([expert, policy], self.config.input, self.needs())?;
        let draws = [
            self.draws(expert.len(), dice),
            self.draws(policy.len(), dice),
        ];
        let how = StepSettings {
            rate: self.config.learning_rate,
            max_norm: self.config.max_grad_norm,
            minibatch: self.config.demo_minibatch_size,
            summed: true,
        };
        // The step changes the network in the core; what else it needs of `self` is constant.
        let fixed = self.clone();
        let (experts, device) = (expert.len(), self.core.device.clone());
        let logits = |net: &Denoiser<B>, rows: &[usize]| {
            let cut = rows.partition_point(|row| *row < experts);
            let policies: Vec<usize> = rows[cut..].iter().map(|row| row - experts).collect();
            let logits = [(0, rows[..cut].to_vec()), (1, policies)]
                .into_iter()
                .filter(|(_, rows)| !rows.is_empty());
            let logits = logits.map(|(i, rows)| {
                let noised = fixed.noised::<B>(&parts[i], &draws[i], &rows, &device);
                fixed.tell(fixed.errors(net, noised, rows.len()))
            });
            Tensor::cat(logits.collect(), 0)
        };
        let learned = self.core.step((experts, policy.len()), how, logits);
        learned.inspect_err(|_| {
            self.core.norms = norms;
            *dice = before;
        })
    }

    fn logits(&self, rows: &Rows, dice: &mut Stream) -> Result<Vec<f32>> {
        Ok(self.host_logits(self.losses(rows, dice)?))
    }

    fn reward(&self, rows: &Rows, dice: &mut Stream) -> Result<Vec<f32>> {
        Ok(self
            .config
            .reward
            .all(self.logits(rows, dice)?, self.config.reward_constant))
    }

    fn reward_alike(&self, rows: &Rows, dice: &mut Stream) -> Result<Vec<f32>> {
        let one = self.draws(1, dice);
        let width = self.core.width();
        let mut same = |count: usize| Draws {
            rows: count,
            steps: one
                .steps
                .iter()
                .flat_map(|step| std::iter::repeat_n(*step, count))
                .collect(),
            noise: one
                .noise
                .chunks(width)
                .flat_map(|noise| std::iter::repeat_n(noise, count))
                .flatten()
                .copied()
                .collect(),
        };
        let logits = self.host_logits(self.losses_by(rows, &mut same)?);
        Ok(self.config.reward.all(logits, self.config.reward_constant))
    }

    fn checkpoint(&self) -> Result<Checkpoint> {
        self.core.checkpoint(self.kind(), &self.config)
    }
}
