//! Group-relative policy optimisation (Shao et al. 2024, "DeepSeekMath", arXiv 2402.03300), as
//! TRL's `grpo_trainer.py` has it, for small heads.
//!
//! A *completion* is a segment: what one actor did until its horizon. A *group* is the segments
//! with the same [`Segment::group`]: those of one persona group, or K rollouts branched from one
//! saved situation ([`branch`]). There is no critic: the advantage of every step of a segment is
//! how much better its sum of rewards is than its group's mean.
//!
//! * `A_i = (r_i − mean(group)) / (std + 1e-4)`, with the unbiased deviation; a group whose rewards
//!   are all the same, or of one segment, has 0. The deviation is the group's, the batch's, or left
//!   out ([`Scale`]; Dr. GRPO, arXiv 2503.20783).
//! * `min(ρA, clip(ρ, 1 − ε_low, 1 + ε_high)·A) − β·k3` a step, `k3 = π_ref/π − log(π_ref/π) − 1`
//!   (DAPO's clip-higher, arXiv 2503.14476).
//! * Steps are averaged within segments and then over them (the paper), over all steps alike (DAPO,
//!   TRL's default), or over segments and the longest length there can be (Dr. GRPO):
//!   [`Aggregation`].
//! * Every batch is gone over `iterations` times (μ), whole; gradients clipped to norm 1 (the
//!   Hugging Face trainer's), Adam with PyTorch's constants, the learning rate in a line to 0.
//!
//! With [`GrpoConfig::memory`] the policy sees what a gated recurrent unit made of all observations
//! of its segment so far: segments must then begin with an empty memory, as those of [`branch`] do;
//! episodes that follow one another in a segment each begin with one.
//!
//! TRL's learning rate of 1e-6 is for language models: [`GrpoConfig::heads`] has one for heads of
//! some thousand weights.

use super::offline::{check_settings, finite_weights};
use crate::algorithm::{Ask, Data, Descriptor, Kind};
use crate::backend::{AutodiffBackend, Backend, Device};
use crate::batch::Batch;
use crate::checkpoint::Checkpoint;
use crate::env::{Action, Environment};
use crate::error::{Error, Result, finite};
use crate::head::{Head, Scratch};
use crate::learner::{Learner, Making, Method, Recipe, Single, count};
use crate::metrics::Metrics;
use crate::nets::gru::Gru;
use crate::nets::init::Init;
use crate::nets::mlp::{Activation, MlpShape};
use crate::nets::params::{Weights, tensor, trained_count, values};
use crate::nets::policy::{Dist, Policy, Taken, check_shape, possible};
use crate::optim::{Adam, AdamConfig, AdamState};
use crate::rollout::{Segment, Shape};
use crate::schedule::Schedule;
use crate::seed::{Stream, Use, stream};
use burn::module::{AutodiffModule, Module};
use burn::tensor::{Int, Tensor, TensorData};
use serde::{Deserialize, Serialize};

/// How it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "grpo",
    title: "group relative policy optimisation",
    kind: Kind::Online,
    data: Data::None,
    adapters: false,
    rounds: 40,
    // A campus is lived on from once for each rollout of a group.
    worlds: 2,
    method,
    gold: &["learn/grpo"],
};

fn method(ask: &Ask<'_>) -> Result<Box<dyn Method>> {
    Ok(Box::new(ask.settings(GrpoConfig {
        ent_coef: 0.01,
        ..GrpoConfig::heads()
    })?))
}

impl Recipe for GrpoConfig {
    fn step(&self, rows: usize) -> (&[usize], usize) {
        (&self.hidden, rows)
    }

    fn group_size(&self) -> Option<usize> {
        Some(self.group_size)
    }

    fn learner<B: AutodiffBackend>(&self, making: Making<B>) -> Result<Box<dyn Learner>> {
        let Making {
            shape,
            seed,
            policy,
            device,
            ..
        } = making;
        let (config, to) = (self.clone(), device.clone());
        Ok(Box::new(Single::<B, _, _> {
            part: "grpo",
            learner: match policy {
                Some(policy) => Grpo::from_policy(config, shape, policy, to)?,
                None => Grpo::<B>::new(config, shape, seed, to)?,
            },
            data: (),
            device,
            round: |grpo, _, fresh, progress| Ok((grpo.update(fresh, progress)?, count(fresh))),
            head: Grpo::head,
            checkpoint: Grpo::checkpoint,
            resume: Grpo::resume,
        }))
    }
}

/// What advantages are divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// The deviation of the group's rewards.
    #[default]
    Group,
    /// That of all rewards of the batch.
    Batch,
    /// Nothing (Dr. GRPO).
    None,
}

/// How steps are averaged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Aggregation {
    /// Within a segment, then over segments: steps of long segments count less (the paper).
    Original,
    /// Over all steps alike (DAPO; TRL's default).
    #[default]
    Dapo,
    /// Their sum over the number of segments times `max_length` (Dr. GRPO).
    DrGrpo,
}

/// Settings. The default is TRL's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GrpoConfig {
    /// Segments of a group that who collects should provide (TRL's `num_generations`).
    pub group_size: usize,
    /// Adam's learning rate at the start.
    pub learning_rate: f64,
    /// How the learning rate changes over the training.
    pub schedule: Schedule,
    /// μ: times a batch is gone over.
    pub iterations: usize,
    /// How far a probability may fall, as a share of what it was.
    pub epsilon_low: f64,
    /// How far it may rise.
    pub epsilon_high: f64,
    /// Weight of the divergence from the reference policy; 0 for none.
    pub beta: f64,
    /// What advantages are divided by.
    pub scale_rewards: Scale,
    /// How steps are averaged.
    pub aggregation: Aggregation,
    /// The longest a segment can be, for Dr. GRPO's average.
    pub max_length: usize,
    /// Weight of an entropy bonus; none in the reference.
    pub ent_coef: f64,
    /// Gradients are scaled down to this norm.
    pub max_grad_norm: f64,
    /// Numbers that a recurrent unit before the policy remembers; 0 for none.
    pub memory: usize,
    /// Widths of hidden layers.
    pub hidden: Vec<usize>,
    /// What stands after each hidden layer.
    pub activation: Activation,
}

impl Default for GrpoConfig {
    fn default() -> Self {
        GrpoConfig {
            group_size: 8,
            learning_rate: 1e-6,
            schedule: Schedule::Linear,
            iterations: 1,
            epsilon_low: 0.2,
            epsilon_high: 0.2,
            beta: 0.0,
            scale_rewards: Scale::Group,
            aggregation: Aggregation::Dapo,
            max_length: 256,
            ent_coef: 0.0,
            max_grad_norm: 1.0,
            memory: 0,
            hidden: vec![64, 64],
            activation: Activation::Tanh,
        }
    }
}

impl GrpoConfig {
    /// For heads of some thousand weights: a learning rate as PPO's, and four times over a batch.
    pub fn heads() -> Self {
        GrpoConfig {
            learning_rate: 2.5e-3,
            iterations: 4,
            ..GrpoConfig::default()
        }
    }

    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        if self.group_size < 2 {
            return Err(Error::config("group_size", self.group_size, "at least 2"));
        }
        check_settings(
            &[
                ("iterations", self.iterations),
                ("max_length", self.max_length),
            ],
            &[
                ("learning_rate", self.learning_rate),
                ("epsilon_high", self.epsilon_high),
                ("max_grad_norm", self.max_grad_norm),
            ],
            &[("epsilon_low", self.epsilon_low)],
            &[("beta", self.beta), ("ent_coef", self.ent_coef)],
        )
    }
}

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
fn deviation(numbers: &[f64]) -> f64 {
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

/// What is trained.
#[derive(Module, Debug)]
pub struct GrpoModel<B: Backend> {
    /// From observations, or from what is remembered, to actions.
    pub policy: Policy<B>,
    /// What remembers, where something does; its own head has no layers.
    pub memory: Option<Gru<B>>,
}

impl<B: Backend> GrpoModel<B> {
    fn dist(&self, data: &Seen<B>) -> Dist<B> {
        let seen = match (&self.memory, &data.sequences) {
            (Some(memory), Some(all)) => {
                let [_, rows, _] = all.observations.dims();
                let empty = Tensor::zeros([rows, memory.width()], &all.observations.device());
                memory
                    .sequence(all.observations.clone(), all.keep.clone(), empty)
                    .0
                    .select(0, all.steps.clone())
            }
            _ => data.observations.clone(),
        };
        self.policy.dist(seen, data.possible.clone())
    }

    /// The weights of a head that acts as this.
    fn weights(&self) -> Weights {
        let policy = self.policy.weights();
        let Some(memory) = &self.memory else {
            return policy;
        };
        let (stds, layers): (Vec<_>, Vec<_>) = policy
            .0
            .into_iter()
            .partition(|named| named.name == "log_std");
        let mut all = Weights::of(memory);
        all.0.extend(Weights(layers).under("head").0);
        all.0.extend(stds);
        all
    }
}

/// What a batch's actors saw, on the device.
struct Seen<B: Backend> {
    observations: Tensor<B, 2>,
    possible: Option<Tensor<B, 2>>,
    sequences: Option<Sequences<B>>,
}

/// Segments side by side, the shorter ones filled up with zeros.
struct Sequences<B: Backend> {
    /// `[longest, segments, width]`.
    observations: Tensor<B, 3>,
    /// 0 where an episode begins and 1 elsewhere, `[longest, segments]`.
    keep: Tensor<B, 2>,
    /// Where each step of the batch stands among the outputs, `[steps]`.
    steps: Tensor<B, 1, Int>,
}

impl<B: Backend> Seen<B> {
    fn of(
        segments: &[Segment],
        batch: &Batch,
        shape: &Shape,
        memory: bool,
        device: &Device<B>,
    ) -> Self {
        Seen {
            observations: tensor(
                batch.observations.clone(),
                [batch.len(), shape.observation],
                device,
            ),
            possible: possible(batch, shape, device),
            sequences: memory.then(|| Sequences::of(segments, shape.observation, device)),
        }
    }
}

impl<B: Backend> Sequences<B> {
    fn of(segments: &[Segment], width: usize, device: &Device<B>) -> Self {
        let (rows, longest) = (
            segments.len(),
            segments.iter().map(Segment::len).max().unwrap_or(0),
        );
        let (mut observations, mut keep) =
            (vec![0.0; longest * rows * width], vec![0.0; longest * rows]);
        let mut steps = Vec::new();
        for (row, segment) in segments.iter().enumerate() {
            for (t, seen) in segment.observations.chunks(width).enumerate() {
                let at = t * rows + row;
                observations[at * width..(at + 1) * width].copy_from_slice(seen);
                let began = t == 0 || segment.terminated[t - 1] || segment.truncated[t - 1];
                keep[at] = f32::from(u8::from(!began));
                steps.push(at as i32);
            }
        }
        let count = steps.len();
        Sequences {
            observations: tensor(observations, [longest, rows, width], device),
            keep: tensor(keep, [longest, rows], device),
            steps: Tensor::from_data(TensorData::new(steps, [count]), device),
        }
    }
}

/// A policy with its optimiser and, where a KL weight asks for it, the policy it must stay near.
#[derive(Clone, Debug)]
pub struct Grpo<B: AutodiffBackend> {
    /// Its settings, which hold for the whole training.
    pub config: GrpoConfig,
    /// Numbers in an observation and in a central critic's state, and the actions.
    pub shape: Shape,
    /// What is trained.
    pub model: GrpoModel<B>,
    /// What it is held near to where β is not 0: the policy with which training began.
    reference: GrpoModel<B::InnerBackend>,
    adam: Adam<B>,
    state: State,
    device: Device<B>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct State {
    updates: u64,
    steps: u64,
}

/// Names of what an iteration reports, in the order of its tensor.
const REPORTED: [&str; 7] = [
    "losses/policy_loss",
    "entropy",
    "kl",
    "clip_ratio/low_mean",
    "clip_ratio/high_mean",
    "losses/approx_kl",
    "losses/grad_norm",
];

/// A batch on the device.
struct Prepared<B: AutodiffBackend> {
    seen: Seen<B>,
    taken: Taken<B>,
    old: Tensor<B, 1>,
    reference: Option<Tensor<B, 1>>,
    advantages: Tensor<B, 1>,
    weights: Tensor<B, 1>,
}

impl<B: AutodiffBackend> Grpo<B> {
    /// A fresh learner with a policy of its own.
    ///
    /// # Errors
    /// Where settings or shape cannot be.
    pub fn new(config: GrpoConfig, shape: Shape, seed: u64, device: Device<B>) -> Result<Self> {
        check_shape(&shape, &config.hidden)?;
        let init = (Init::Orthogonal(2.0_f32.sqrt()), Init::Orthogonal(0.01));
        let mut dice = stream(seed, Use::Init, 0);
        let (width, activation) = (config.memory, config.activation);
        let memory = (width > 0).then(|| {
            let none = MlpShape {
                widths: vec![width],
                activation,
            };
            Gru::new(
                &mut dice,
                shape.observation,
                width,
                &none,
                Init::Zero,
                &device,
            )
        });
        let sees = if width > 0 {
            Shape {
                observation: width,
                ..shape.clone()
            }
        } else {
            shape.clone()
        };
        let policy = Policy::new(&mut dice, &sees, &config.hidden, activation, init, &device);
        Grpo::with(config, shape, GrpoModel { policy, memory }, device)
    }

    /// A learner that goes on with a policy without memory, which is also its reference. Only the
    /// adapter trains where there is one.
    ///
    /// # Errors
    /// Where settings cannot be, or ask for a memory.
    pub fn from_policy(
        config: GrpoConfig,
        shape: Shape,
        policy: Policy<B>,
        device: Device<B>,
    ) -> Result<Self> {
        if config.memory > 0 {
            return Err(Error::config(
                "memory",
                config.memory,
                "0, for a policy that has none",
            ));
        }
        Grpo::with(
            config,
            shape,
            GrpoModel {
                policy,
                memory: None,
            },
            device,
        )
    }

    fn with(
        config: GrpoConfig,
        shape: Shape,
        model: GrpoModel<B>,
        device: Device<B>,
    ) -> Result<Self> {
        config.check()?;
        let reference = model.valid();
        let state = State {
            updates: 0,
            steps: 0,
        };
        Ok(Grpo {
            config,
            shape,
            model,
            reference,
            adam: Adam::new(AdamConfig::default()),
            state,
            device,
        })
    }

    /// Updates made.
    pub fn updates(&self) -> u64 {
        self.state.updates
    }

    /// Steps learned from.
    pub fn steps(&self) -> u64 {
        self.state.steps
    }

    /// A head that acts as the policy does now.
    ///
    /// # Errors
    /// Where the policy does not fit the shape.
    pub fn head(&self) -> Result<Head> {
        Head::new(
            &self.model.weights(),
            self.config.activation,
            &self.shape,
            None,
        )
    }

    /// Learns from segments that the current policy collected, each with its group. `progress` is
    /// the share of the whole training that is done.
    ///
    /// # Errors
    /// Where segments do not fit, one is empty, or a loss turns non-finite: then everything is as
    /// before the update.
    pub fn update(&mut self, segments: &[Segment], progress: f64) -> Result<Metrics> {
        if let Some(i) = segments.iter().position(Segment::is_empty) {
            return Err(Error::data(
                format!("segments[{i}]"),
                "no steps",
                "at least one",
            ));
        }
        let batch = Batch::of(segments, &self.shape)?;
        if batch.log_probs.is_empty() {
            return Err(Error::data(
                "log_probs",
                "none",
                "one a step: GRPO learns from what its own policy did",
            ));
        }
        let before = (self.model.clone(), self.adam.clone());
        let rewards: Vec<f32> = segments
            .iter()
            .map(|segment| segment.rewards.iter().sum())
            .collect();
        let groups: Vec<u32> = segments.iter().map(|segment| segment.group).collect();
        let (advantages, same) = group_advantages(&rewards, &groups, self.config.scale_rewards);
        let prepared = self.prepare(segments, &batch, &advantages);
        let rate = self
            .config
            .schedule
            .rate(self.config.learning_rate, progress);
        let learned = self.iterations(&prepared, rate);
        match learned {
            Ok(mut metrics) => {
                let all: Vec<f64> = rewards.iter().map(|r| f64::from(*r)).collect();
                metrics.set("reward", all.iter().sum::<f64>() / all.len() as f64);
                metrics.set("reward_std", deviation(&all));
                metrics.set("frac_reward_zero_std", same);
                metrics.set(
                    "completions/mean_length",
                    batch.len() as f64 / segments.len() as f64,
                );
                metrics.set("charts/learning_rate", rate);
                self.state.updates += 1;
                self.state.steps += batch.len() as u64;
                Ok(metrics)
            }
            Err(problem) => {
                (self.model, self.adam) = before;
                Err(problem)
            }
        }
    }

    fn prepare(&self, segments: &[Segment], batch: &Batch, advantages: &[f32]) -> Prepared<B> {
        let (len, device) = (batch.len(), &self.device);
        let lengths: Vec<usize> = segments.iter().map(Segment::len).collect();
        let each = lengths
            .iter()
            .zip(advantages)
            .flat_map(|(len, a)| std::iter::repeat_n(*a, *len))
            .collect();
        let weights = step_weights(&lengths, self.config.aggregation, self.config.max_length);
        let reference = (self.config.beta != 0.0).then(|| {
            let seen = Seen::of(
                segments,
                batch,
                &self.shape,
                self.model.memory.is_some(),
                device,
            );
            Tensor::from_inner(self.reference.dist(&seen).log_prob(Taken::of(
                batch,
                &self.shape,
                device,
            )))
        });
        Prepared {
            seen: Seen::of(
                segments,
                batch,
                &self.shape,
                self.model.memory.is_some(),
                device,
            ),
            taken: Taken::of(batch, &self.shape, device),
            old: tensor(batch.log_probs.clone(), [len], device),
            reference,
            advantages: tensor(each, [len], device),
            weights: tensor(weights, [len], device),
        }
    }

    fn iterations(&mut self, data: &Prepared<B>, rate: f64) -> Result<Metrics> {
        let first = self.adam.steps();
        let reports: Vec<_> = (0..self.config.iterations)
            .map(|_| self.iteration(data, rate))
            .collect();
        let table = values(&Tensor::cat(reports, 0));
        for (i, row) in table.chunks(REPORTED.len()).enumerate() {
            finite(
                first + i as u64,
                REPORTED.iter().copied().zip(row.iter().copied()),
            )?;
        }
        finite_weights(self.adam.steps(), &Weights::of(&self.model))?;
        let mut metrics = Metrics::new();
        for (i, name) in REPORTED.iter().enumerate() {
            let mean = table.iter().skip(i).step_by(REPORTED.len()).sum::<f32>()
                / self.config.iterations as f32;
            metrics.set(name, mean);
        }
        Ok(metrics)
    }

    /// One gradient step on the whole batch; gives what it reports.
    fn iteration(&mut self, data: &Prepared<B>, rate: f64) -> Tensor<B::InnerBackend, 1> {
        let config = &self.config;
        let dist = self.model.dist(&data.seen);
        let log_prob = dist.log_prob(data.taken.clone());
        let log_ratio = log_prob.clone() - data.old.clone();
        let ratio = log_ratio.clone().exp();
        let each = surrogate(
            ratio.clone(),
            data.advantages.clone(),
            config.epsilon_low,
            config.epsilon_high,
        );
        let near = data
            .reference
            .as_ref()
            .map(|reference| k3(log_prob, reference.clone()));
        let each = match &near {
            Some(kl) => each + kl.clone() * config.beta,
            None => each,
        };
        let entropy = dist.entropy().mean();
        let loss = (each * data.weights.clone()).sum();
        let whole = if config.ent_coef == 0.0 {
            loss.clone()
        } else {
            loss.clone() - entropy.clone() * config.ent_coef
        };
        let gradients = whole.backward();
        let (model, norm) = self.adam.step(
            self.model.clone(),
            &gradients,
            rate,
            Some(config.max_grad_norm),
        );
        let (ratio, advantages) = (ratio.inner(), data.advantages.clone().inner());
        let low = ratio.clone().lower_elem(1.0 - config.epsilon_low).float()
            * advantages.clone().lower_elem(0.0).float();
        let high = ratio
            .clone()
            .greater_elem(1.0 + config.epsilon_high)
            .float()
            * advantages.greater_elem(0.0).float();
        self.model = model;
        let moved = (ratio - 1.0 - log_ratio.inner()).mean();
        let zero = || Tensor::zeros([1], &self.device);
        let kl = near.map_or_else(zero, |kl| kl.inner().mean());
        let norm = norm.unwrap_or_else(zero);
        Tensor::cat(
            vec![
                loss.inner(),
                entropy.inner(),
                kl,
                low.mean(),
                high.mean(),
                moved,
                norm,
            ],
            0,
        )
    }

    /// Everything that is needed to go on bit for bit.
    ///
    /// # Errors
    /// Where it cannot be put in JSON.
    pub fn checkpoint(&self) -> Result<Checkpoint> {
        let adapter = self
            .model
            .policy
            .adapter
            .as_ref()
            .map(crate::nets::lora::Lora::config);
        let saved = Saved {
            learner: self.state.clone(),
            adam_steps: self.adam.steps(),
            adapter,
        };
        Ok(Checkpoint::new("grpo", &self.shape, &self.config, &saved)?
            .with("policy", self.model.weights())
            .with("model", Weights::of(&self.model))
            .with("reference", Weights::of(&self.reference))
            .with("optimizer", self.adam.state().weights()))
    }

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// Where it is of another kind, or does not fit its own settings.
    pub fn resume(checkpoint: &Checkpoint, device: Device<B>) -> Result<Self> {
        checkpoint.expect_kind("grpo")?;
        let saved: Saved = checkpoint.state()?;
        let mut grpo = Grpo::new(checkpoint.config()?, checkpoint.shape.clone(), 0, device)?;
        if let Some(config) = saved.adapter {
            grpo.model.policy =
                grpo.model
                    .policy
                    .adapted(&mut stream(0, Use::Init, 0), config, &grpo.device)?;
        }
        grpo.reference = checkpoint
            .weights("reference")?
            .into_module(grpo.model.valid(), &grpo.device)?;
        grpo.model = checkpoint
            .weights("model")?
            .into_module(grpo.model, &grpo.device)?;
        let state = AdamState::from_weights(checkpoint.weights("optimizer")?, saved.adam_steps)?;
        grpo.adam
            .restore(&state, trained_count(&grpo.model), &grpo.device)?;
        grpo.state = saved.learner;
        Ok(grpo)
    }
}

#[derive(Serialize, Deserialize)]
struct Saved {
    learner: State,
    adam_steps: u64,
    adapter: Option<crate::nets::lora::LoraConfig>,
}

/// A situation to branch from: the stream with which an episode began, and what was done since.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Situation {
    /// What the environment draws from.
    pub began: Stream,
    /// The actions since then, in order.
    pub done: Vec<Action>,
}

/// `count` rollouts from one situation, until the episode ends or `steps` are done: the environment
/// draws the same in all of them, the head differently, so that what differs is what the head did.
/// Segment `i` draws from stream `first + i` of a seed.
pub fn branch(
    environment: &mut dyn Environment,
    head: &Head,
    situation: &Situation,
    (count, steps): (usize, usize),
    group: u32,
    (seed, first): (u64, u64),
) -> Vec<Segment> {
    let mut scratch = Scratch::default();
    let mut seen = vec![0.0; environment.spec().observation];
    let mut rollout = |i: usize| {
        let mut segment = Segment {
            group,
            ..Segment::default()
        };
        let (mut world, mut act) = (
            situation.began.clone(),
            stream(seed, Use::Act, first + i as u64),
        );
        environment.reset(&mut world, &mut seen);
        let over = situation
            .done
            .iter()
            .any(|action| environment.step(action, &mut world, &mut seen).done());
        let mut memory = vec![0.0; head.state_width()];
        for _ in 0..if over { 0 } else { steps } {
            let mask = environment.mask();
            let (action, log_prob) =
                head.decide(&seen, mask, &mut memory, Some(&mut act), &mut scratch);
            segment.observations.extend_from_slice(&seen);
            segment.log_probs.push(log_prob);
            match &action {
                Action::Discrete(a) => {
                    segment.masks.push(mask);
                    segment.actions.push(u32::try_from(*a).unwrap_or(0));
                }
                Action::Continuous(moves) => segment.moves.extend_from_slice(moves),
            }
            let step = environment.step(&action, &mut world, &mut seen);
            segment.rewards.push(step.reward);
            segment.terminated.push(step.terminated);
            segment.truncated.push(step.truncated);
            if step.done() {
                break;
            }
        }
        segment.next_observation = seen.clone();
        segment
    };
    (0..count).map(&mut rollout).collect()
}

#[cfg(test)]
mod tests;
