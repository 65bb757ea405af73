//! Soft actor-critic for discrete actions (Haarnoja et al. 2018; Christodoulou 2019, arXiv
//! 1910.07207), as CleanRL's `sac_atari.py` with perceptrons in place of its convolutions.
//!
//! - Two critics give a value to every action; targets are `r + γ(1 − d)·Σ π(a|s')·(min Q̄ − α log
//!   π)`, losses the sum of two mean squares.
//! - The policy's loss is the mean over the batch *and over actions* of `π·(α log π − min Q)`, the
//!   temperature's of `−π·α·(log π + H̄)`, with a target entropy `H̄` of 0.89 times that of an even
//!   choice: both means as in the reference.
//! - Uniform replay; an update of everything every `update_frequency` steps once `learning_starts`
//!   are there; target networks are moved by `tau` every `target_network_frequency` steps; Adam
//!   with ε 1e-4; evenly drawn actions before learning starts.
//!
//! With masks, sums run over what is possible, and the target entropy of a state is that share of
//! an even choice among *its* possible actions; where everything is possible this is the
//! reference's. Cut-off episodes are bootstrapped, as there.

use super::on_policy::{Collector, Episode};
use crate::algorithm::{Ask, Data, Descriptor, Kind};
use crate::backend::{AutodiffBackend, Device};
use crate::checkpoint::Checkpoint;
use crate::dist::{Categorical, action_tensor, mask_tensor};
use crate::env::{ActionSpace, Environment, Mask};
use crate::error::{Error, Result, finite};
use crate::head::Head;
use crate::learner::{Learner, Making, Method, Recipe, Single, count};
use crate::metrics::Metrics;
use crate::nets::init::Init;
use crate::nets::mlp::{Activation, Mlp, MlpShape};
use crate::nets::params::{Weights, polyak, tensor, trained_count, values};
use crate::nets::policy::check_shape;
use crate::optim::{Adam, AdamConfig, AdamState};
use crate::replay::{Replay, Transitions};
use crate::rollout::{Segment, Shape};
use crate::seed::{Stream, Use, stream};
use burn::module::{AutodiffModule, Module, Param};
use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

/// How it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "sac",
    title: "discrete soft actor-critic",
    kind: Kind::Online,
    data: Data::None,
    adapters: false,
    rounds: 40,
    worlds: 8,
    method,
    gold: &["sac/"],
};

fn method(ask: &Ask<'_>) -> Result<Box<dyn Method>> {
    Ok(Box::new(ask.settings(SacConfig {
        gamma: 0.95,
        update_frequency: 8,
        batch_size: 128,
        ..SacConfig::small()
    })?))
}

impl Recipe for SacConfig {
    fn step(&self, _: usize) -> (&[usize], usize) {
        (&self.hidden, self.batch_size)
    }

    fn learner<B: AutodiffBackend>(&self, making: Making<B>) -> Result<Box<dyn Learner>> {
        making.refuse_start("sac")?;
        let Making {
            shape,
            seed,
            device,
            ..
        } = making;
        Ok(Box::new(Single::<B, _, _> {
            part: "sac",
            learner: Sac::<B>::new(self.clone(), shape, seed, device.clone())?,
            data: (),
            device,
            round: |sac, _, fresh, _| Ok((sac.learn(fresh)?, count(fresh))),
            head: Sac::head,
            checkpoint: Sac::checkpoint,
            resume: Sac::resume,
        }))
    }
}

/// SAC's settings. The default is CleanRL's `sac_atari.py`, made for millions of steps;
/// [`SacConfig::small`] is for small tasks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SacConfig {
    /// Transitions that are held.
    pub buffer_size: usize,
    /// γ: what a reward one step later is worth, 0 to 1.
    pub gamma: f32,
    /// How far target networks move: 1 copies.
    pub tau: f64,
    /// Transitions in an update.
    pub batch_size: usize,
    /// Steps that are collected before the first gradient step.
    pub learning_starts: u64,
    /// The policy's learning rate.
    pub policy_lr: f64,
    /// The critics' and the temperature's learning rate.
    pub q_lr: f64,
    /// Collected steps for each update.
    pub update_frequency: u64,
    /// Steps between moves of target networks.
    pub target_network_frequency: u64,
    /// The temperature, where it is not tuned.
    pub alpha: f32,
    /// Whether the temperature is tuned.
    pub autotune: bool,
    /// The target entropy as a share of that of an even choice.
    pub target_entropy_scale: f32,
    /// Adam's ε.
    pub adam_eps: f64,
    /// Widths of hidden layers, of policy and critics.
    pub hidden: Vec<usize>,
    /// What stands after each hidden layer.
    pub activation: Activation,
}

impl Default for SacConfig {
    fn default() -> Self {
        SacConfig {
            buffer_size: 1_000_000,
            gamma: 0.99,
            tau: 1.0,
            batch_size: 64,
            learning_starts: 20_000,
            policy_lr: 3e-4,
            q_lr: 3e-4,
            update_frequency: 4,
            target_network_frequency: 8000,
            alpha: 0.2,
            autotune: true,
            target_entropy_scale: 0.89,
            adam_eps: 1e-4,
            hidden: vec![256, 256],
            activation: Activation::Relu,
        }
    }
}

impl SacConfig {
    /// For tasks of some ten thousand steps: targets that follow softly at every update, a smaller
    /// buffer, learning from a thousand steps on, and a target entropy that lets a policy become
    /// nearly certain.
    pub fn small() -> Self {
        SacConfig {
            buffer_size: 50_000,
            tau: 0.005,
            learning_starts: 1000,
            policy_lr: 1e-3,
            q_lr: 1e-3,
            update_frequency: 1,
            target_network_frequency: 1,
            target_entropy_scale: 0.3,
            hidden: vec![64, 64],
            ..SacConfig::default()
        }
    }

    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        let counts = [
            ("buffer_size", self.buffer_size as u64),
            ("batch_size", self.batch_size as u64),
            ("update_frequency", self.update_frequency),
            ("target_network_frequency", self.target_network_frequency),
        ];
        if let Some((field, found)) = counts.into_iter().find(|(_, n)| *n == 0) {
            return Err(Error::config(field, found, "at least 1"));
        }
        let positive = [
            ("policy_lr", self.policy_lr),
            ("q_lr", self.q_lr),
            ("adam_eps", self.adam_eps),
        ];
        if let Some((field, found)) = positive
            .into_iter()
            .find(|(_, x)| !(x.is_finite() && *x > 0.0))
        {
            return Err(Error::config(field, found, "a number above 0"));
        }
        let shares = [
            ("gamma", f64::from(self.gamma)),
            ("tau", self.tau),
            ("target_entropy_scale", f64::from(self.target_entropy_scale)),
        ];
        if let Some((field, found)) = shares.into_iter().find(|(_, x)| !(0.0..=1.0).contains(x)) {
            return Err(Error::config(field, found, "0 to 1"));
        }
        if !(self.alpha.is_finite() && self.alpha > 0.0) {
            return Err(Error::config("alpha", self.alpha, "a number above 0"));
        }
        Ok(())
    }
}

/// Two critics, which give a value to every action.
#[derive(Module, Debug)]
pub struct Twin<B: burn::tensor::backend::Backend> {
    /// From observations to the value of each action.
    pub first: Mlp<B>,
    /// The same with other first weights: the lower of both counts.
    pub second: Mlp<B>,
}

impl<B: burn::tensor::backend::Backend> Twin<B> {
    /// The lesser of the two values of every action, `[rows, actions]`.
    pub fn least(&self, observations: Tensor<B, 2>) -> Tensor<B, 2> {
        self.first
            .forward(observations.clone())
            .min_pair(self.second.forward(observations))
    }
}

/// The logarithm of the temperature, as something that Adam trains.
#[derive(Module, Debug)]
struct Temperature<B: burn::tensor::backend::Backend> {
    log: Param<Tensor<B, 1>>,
}

/// A policy, two critics with their targets, a temperature, and the steps they learn from.
#[derive(Clone, Debug)]
pub struct Sac<B: AutodiffBackend> {
    /// Its settings, which hold for the whole training.
    pub config: SacConfig,
    /// Numbers in an observation and in a central critic's state, and the actions.
    pub shape: Shape,
    /// From observations to logits.
    pub actor: Mlp<B>,
    /// Two critics, from observations to the value of each action.
    pub critics: Twin<B>,
    targets: Twin<B::InnerBackend>,
    temperature: Temperature<B>,
    adams: [Adam<B>; 3],
    /// The steps that were collected, from which batches are drawn.
    pub replay: Replay,
    state: State,
    device: Device<B>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct State {
    steps: u64,
    shuffle: Stream,
}

/// Names of what an update reports, in the order of its tensor.
const REPORTED: [&str; 6] = [
    "losses/qf1_loss",
    "losses/qf2_loss",
    "losses/qf1_values",
    "losses/actor_loss",
    "losses/alpha",
    "losses/alpha_loss",
];

/// A drawn batch on the device.
struct Drawn<B: AutodiffBackend> {
    now: Tensor<B, 2>,
    possible: Option<Tensor<B, 2>>,
    /// Target entropy of every state, `[rows, 1]`.
    entropy: Tensor<B::InnerBackend, 2>,
    transitions: Transitions,
}

impl<B: AutodiffBackend> Sac<B> {
    /// A fresh learner.
    ///
    /// # Errors
    /// Where settings or shape cannot be, or actions are not discrete.
    pub fn new(config: SacConfig, shape: Shape, seed: u64, device: Device<B>) -> Result<Self> {
        config.check()?;
        check_shape(&shape, &config.hidden)?;
        let ActionSpace::Discrete(actions) = shape.actions else {
            return Err(Error::config("actions", "continuous ones", "discrete ones"));
        };
        let net = MlpShape::new(
            shape.observation,
            &config.hidden,
            actions,
            config.activation,
        );
        let mut dice = stream(seed, Use::Init, 0);
        let mut mlp = || Mlp::<B>::new(&mut dice, &net, Init::Torch, Init::Torch, &device);
        let (actor, critics) = (
            mlp(),
            Twin {
                first: mlp(),
                second: mlp(),
            },
        );
        let log = if config.autotune {
            0.0
        } else {
            config.alpha.ln()
        };
        let temperature = Temperature {
            log: crate::nets::params::param(vec![log], [1], &device),
        };
        let adams = std::array::from_fn(|_| Adam::new(AdamConfig::eps(config.adam_eps)));
        let replay = Replay::new(shape.clone(), config.buffer_size)?;
        let state = State {
            steps: 0,
            shuffle: stream(seed, Use::Shuffle, 0),
        };
        let targets = critics.valid();
        Ok(Sac {
            config,
            shape,
            actor,
            critics,
            targets,
            temperature,
            adams,
            replay,
            state,
            device,
        })
    }

    /// A head that acts as the policy does now.
    ///
    /// # Errors
    /// Where the policy does not fit the shape.
    pub fn head(&self) -> Result<Head> {
        Head::new(
            &Weights::of(&self.actor),
            self.actor.activation(),
            &self.shape,
            None,
        )
    }

    /// Steps taken in.
    pub fn steps(&self) -> u64 {
        self.state.steps
    }

    /// Whether learning has begun; before, actions are drawn evenly.
    pub fn learning(&self) -> bool {
        self.state.steps > self.config.learning_starts
    }

    /// Takes in fresh segments, and makes the updates that are due by their steps. Nothing but the
    /// buffer changes before learning starts.
    ///
    /// # Errors
    /// Where a segment does not fit, or a loss turns non-finite: then networks are as before.
    pub fn learn(&mut self, segments: &[Segment]) -> Result<Metrics> {
        for segment in segments {
            self.replay.push(segment)?;
        }
        let before = (
            self.actor.clone(),
            self.critics.clone(),
            self.targets.clone(),
            self.temperature.clone(),
        );
        let adams = self.adams.clone();
        let fresh: u64 = segments.iter().map(|segment| segment.len() as u64).sum();
        let mut reports = Vec::new();
        for _ in 0..fresh {
            self.state.steps += 1;
            if !self.learning() || self.replay.is_empty() {
                continue;
            }
            if self
                .state
                .steps
                .is_multiple_of(self.config.update_frequency)
            {
                reports.push(self.update());
            }
            if self
                .state
                .steps
                .is_multiple_of(self.config.target_network_frequency)
            {
                self.targets = polyak(self.targets.clone(), &self.critics.valid(), self.config.tau);
            }
        }
        let mut metrics = Metrics::new();
        if reports.is_empty() {
            return Ok(metrics);
        }
        let count = reports.len() as u64;
        let table = values(&Tensor::cat(reports, 0));
        let first = self.adams[0].steps() - count;
        for (i, row) in table.chunks(REPORTED.len()).enumerate() {
            if let Err(problem) = finite(
                first + i as u64,
                REPORTED.iter().copied().zip(row.iter().copied()),
            ) {
                (self.actor, self.critics, self.targets, self.temperature) = before;
                self.adams = adams;
                return Err(problem);
            }
        }
        for (i, name) in REPORTED.iter().enumerate() {
            metrics.set(name, table[table.len() - REPORTED.len() + i]);
        }
        Ok(metrics)
    }

    fn update(&mut self) -> Tensor<B::InnerBackend, 1> {
        let transitions = self
            .replay
            .sample(self.config.batch_size, &mut self.state.shuffle);
        let drawn = self.upload(transitions);
        let critic = self.update_critics(&drawn);
        let actor = self.update_actor(&drawn);
        Tensor::cat(vec![critic, actor], 0)
    }

    fn upload(&self, transitions: Transitions) -> Drawn<B> {
        let (rows, actions) = (transitions.len(), self.shape.actions.width());
        let masks = &transitions.now.masks;
        let scale = self.config.target_entropy_scale;
        let entropy = masks
            .iter()
            .map(|mask| scale * (possible_of(*mask, actions) as f32).ln())
            .collect();
        Drawn {
            now: tensor(
                transitions.now.observations.clone(),
                [rows, self.shape.observation],
                &self.device,
            ),
            possible: mask_tensor(masks, actions, &self.device),
            entropy: tensor(entropy, [rows, 1], &self.device),
            transitions,
        }
    }

    fn alpha(&self) -> Tensor<B::InnerBackend, 1> {
        self.temperature.log.val().inner().exp()
    }

    fn update_critics(&mut self, drawn: &Drawn<B>) -> Tensor<B::InnerBackend, 1> {
        let (t, device) = (&drawn.transitions, &self.device);
        let (rows, actions) = (t.len(), self.shape.actions.width());
        let next = tensor(
            t.next_observations.clone(),
            [rows, self.shape.observation],
            device,
        );
        let policy = Categorical::new(
            self.actor.valid().forward(Tensor::clone(&next)),
            mask_tensor(&t.next_masks, actions, device),
        );
        let worth =
            self.targets.least(next) - policy.log_probs_or_zero() * self.alpha().unsqueeze();
        let worth = (policy.probs() * worth).sum_dim(1).squeeze_dim::<1>(1);
        let go_on: Vec<f32> = t
            .terminated
            .iter()
            .map(|over| self.config.gamma * (1.0 - over))
            .collect();
        let target = tensor::<B::InnerBackend, 1>(t.now.rewards.clone(), [rows], device)
            + tensor::<B::InnerBackend, 1>(go_on, [rows], device) * worth;
        let target = Tensor::<B, 1>::from_inner(target);
        let taken = action_tensor::<B>(&t.now.actions, device).unsqueeze_dim::<2>(1);
        let value = |critic: &Mlp<B>| {
            critic
                .forward(drawn.now.clone())
                .gather(1, taken.clone())
                .squeeze_dim::<1>(1)
        };
        let (a, b) = (value(&self.critics.first), value(&self.critics.second));
        let mean = a.clone().inner().mean();
        let square = |q: Tensor<B, 1>| {
            let e = q - target.clone();
            (e.clone() * e).mean()
        };
        let (a, b) = (square(a), square(b));
        let gradients = (a.clone() + b.clone()).backward();
        self.critics = self.adams[0]
            .step(self.critics.clone(), &gradients, self.config.q_lr, None)
            .0;
        Tensor::cat(vec![a.inner(), b.inner(), mean], 0)
    }

    fn update_actor(&mut self, drawn: &Drawn<B>) -> Tensor<B::InnerBackend, 1> {
        let value =
            Tensor::<B, 2>::from_inner(self.critics.valid().least(drawn.now.clone().inner()));
        let policy = Categorical::new(
            self.actor.forward(drawn.now.clone()),
            drawn.possible.clone(),
        );
        let (probs, log_probs) = (policy.probs(), policy.log_probs_or_zero());
        let alpha = self.alpha();
        let bonus = log_probs.clone() * Tensor::<B, 1>::from_inner(alpha.clone()).unsqueeze();
        let loss = (probs.clone() * (bonus - value)).mean();
        let gradients = loss.clone().backward();
        self.actor = self.adams[1]
            .step(self.actor.clone(), &gradients, self.config.policy_lr, None)
            .0;
        let mut tuned = Tensor::zeros([1], &self.device);
        if self.config.autotune {
            let gap = (probs.inner() * (log_probs.inner() + drawn.entropy.clone())).mean();
            let loss = -self.temperature.log.val().exp() * Tensor::from_inner(gap);
            tuned = loss.clone().inner();
            let temperature = self.temperature.clone();
            self.temperature = self.adams[2]
                .step(temperature, &loss.backward(), self.config.q_lr, None)
                .0;
        }
        Tensor::cat(vec![loss.inner(), alpha, tuned], 0)
    }

    /// Everything that is needed to go on bit for bit, the buffer with it.
    ///
    /// # Errors
    /// Where it cannot be put in JSON.
    pub fn checkpoint(&self) -> Result<Checkpoint> {
        let saved = Saved {
            learner: self.state.clone(),
            adam_steps: [
                self.adams[0].steps(),
                self.adams[1].steps(),
                self.adams[2].steps(),
            ],
            replay_at: self.replay.at(),
        };
        let mut checkpoint = Checkpoint::new("sac", &self.shape, &self.config, &saved)?
            .with("policy", Weights::of(&self.actor))
            .with("critics", Weights::of(&self.critics))
            .with("targets", Weights::of(&self.targets))
            .with("temperature", Weights::of(&self.temperature))
            .with("replay", self.replay.weights());
        for (name, adam) in OPTIMIZERS.iter().zip(&self.adams) {
            checkpoint = checkpoint.with(name, adam.state().weights());
        }
        Ok(checkpoint)
    }

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// Where it is of another kind, or does not fit its own settings.
    pub fn resume(checkpoint: &Checkpoint, device: Device<B>) -> Result<Self> {
        checkpoint.expect_kind("sac")?;
        let saved: Saved = checkpoint.state()?;
        let mut sac = Sac::<B>::new(
            checkpoint.config()?,
            checkpoint.shape.clone(),
            0,
            device.clone(),
        )?;
        sac.actor = checkpoint
            .weights("policy")?
            .into_module(sac.actor, &device)?;
        sac.critics = checkpoint
            .weights("critics")?
            .into_module(sac.critics, &device)?;
        sac.targets = checkpoint
            .weights("targets")?
            .into_module(sac.targets, &device)?;
        sac.temperature = checkpoint
            .weights("temperature")?
            .into_module(sac.temperature, &device)?;
        let counts = [
            trained_count(&sac.critics),
            trained_count(&sac.actor),
            trained_count(&sac.temperature),
        ];
        for (i, name) in OPTIMIZERS.iter().enumerate() {
            let state = AdamState::from_weights(checkpoint.weights(name)?, saved.adam_steps[i])?;
            sac.adams[i].restore(&state, counts[i], &device)?;
        }
        sac.replay = Replay::from_weights(
            checkpoint.weights("replay")?,
            sac.shape.clone(),
            sac.config.buffer_size,
            saved.replay_at,
        )?;
        sac.state = saved.learner;
        Ok(sac)
    }
}

/// Trains SAC in one environment from nothing, for `total` steps: evenly drawn actions until
/// learning starts, then the policy's. `each` is told of the steps so far, what was learned and
/// what ended, and stops training by giving `false`.
///
/// # Errors
/// Where settings cannot be, or as [`Sac::learn`].
pub fn train_sac<B: AutodiffBackend>(
    factory: &dyn Fn(usize) -> Box<dyn Environment>,
    config: SacConfig,
    seed: u64,
    total: u64,
    device: Device<B>,
    each: &mut dyn FnMut(u64, &Metrics, &[Episode]) -> bool,
) -> Result<Sac<B>> {
    let mut collector = Collector::new(factory, 1, seed)?;
    let mut sac = Sac::new(config, collector.shape(), seed, device)?;
    let steps = usize::try_from(sac.config.update_frequency).unwrap_or(usize::MAX);
    while sac.steps() < total {
        let (segments, episodes) = if sac.learning() {
            collector.collect(&sac.head()?, steps)
        } else {
            collector.collect_random(steps)
        };
        let metrics = sac.learn(&segments)?;
        if !each(sac.steps(), &metrics, &episodes) {
            break;
        }
    }
    Ok(sac)
}

const OPTIMIZERS: [&str; 3] = [
    "optimizer_critics",
    "optimizer_policy",
    "optimizer_temperature",
];

#[derive(Serialize, Deserialize)]
struct Saved {
    learner: State,
    adam_steps: [u64; 3],
    replay_at: usize,
}

/// How many of the first `actions` are possible; at least one.
fn possible_of(mask: Mask, actions: usize) -> usize {
    Mask(mask.0 & Mask::all(actions).0).count().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{CpuGrad, cpu};
    use crate::head::{Choice, Scratch};

    /// A bandit of one step with four arms, of which the last, the best, is never possible: arm 2
    /// gives most.
    fn pulls(sac: &Sac<CpuGrad>, count: usize, dice: &mut Stream) -> Segment {
        let (head, mut scratch) = (sac.head().unwrap(), Scratch::default());
        let mask = Mask(0b0111);
        let mut segment = Segment::default();
        for _ in 0..count {
            let (action, _) = head.act(
                &[1.0],
                mask,
                &mut [],
                Choice::Sample(dice.unit()),
                &mut scratch,
            );
            segment.observations.push(1.0);
            segment.masks.push(mask);
            segment.actions.push(action as u32);
            segment.rewards.push([0.0, 0.5, 1.0, 9.0][action]);
            segment.terminated.push(true);
            segment.truncated.push(false);
        }
        segment
    }

    fn new(seed: u64) -> Sac<CpuGrad> {
        let shape = Shape {
            observation: 1,
            state: 0,
            actions: ActionSpace::Discrete(4),
        };
        let config = SacConfig {
            learning_starts: 64,
            q_lr: 3e-3,
            batch_size: 32,
            hidden: vec![16],
            ..SacConfig::small()
        };
        Sac::new(config, shape, seed, cpu()).unwrap()
    }

    #[test]
    fn a_bandit_is_solved_with_the_entropy_that_was_asked_for() {
        let (mut sac, mut dice) = (new(1), stream(1, Use::Act, 0));
        let mut last = Metrics::new();
        for _ in 0..100 {
            let segment = pulls(&sac, 20, &mut dice);
            last = sac.learn(&[segment]).unwrap();
        }
        let (head, mut scratch) = (sac.head().unwrap(), Scratch::default());
        head.probs(&[1.0], Mask(0b0111), &mut [], &mut scratch);
        assert!(
            scratch.probs[2] > 0.75 && scratch.probs[3] == 0.0,
            "{:?}",
            scratch.probs
        );
        let entropy: f32 = scratch
            .probs
            .iter()
            .filter(|p| **p > 0.0)
            .map(|p| -p * p.ln())
            .sum();
        assert!(
            (entropy - 0.3 * 3.0_f32.ln()).abs() < 0.2,
            "{entropy} {last:?}"
        );
        let q = values(&sac.critics.first.forward(tensor(vec![1.0], [1, 1], &cpu())));
        assert!(
            (q[2] - 1.0).abs() < 0.1 && (q[1] - 0.5).abs() < 0.2,
            "{q:?}"
        );
    }

    #[test]
    fn resumed_bit_for_bit() {
        let (mut whole, mut dice) = (new(2), stream(2, Use::Act, 0));
        for _ in 0..10 {
            let segment = pulls(&whole, 20, &mut dice);
            whole.learn(&[segment]).unwrap();
        }
        let dir = tempfile::tempdir().unwrap();
        whole
            .checkpoint()
            .unwrap()
            .save(dir.path().join("sac"), false)
            .unwrap();
        let mut again =
            Sac::<CpuGrad>::resume(&Checkpoint::load(dir.path().join("sac")).unwrap(), cpu())
                .unwrap();
        assert_eq!(again.replay.all(), whole.replay.all());
        let mut same = dice.clone();
        for _ in 0..5 {
            let (a, b) = (pulls(&whole, 20, &mut dice), pulls(&again, 20, &mut same));
            assert_eq!(whole.learn(&[a]).unwrap(), again.learn(&[b]).unwrap());
        }
        assert_eq!(
            Weights::of(&whole.critics).checksum(),
            Weights::of(&again.critics).checksum()
        );
        assert_eq!(
            Weights::of(&whole.targets).checksum(),
            Weights::of(&again.targets).checksum()
        );
    }

    #[test]
    fn an_environment_is_learned_off_policy() {
        let factory = |slot: usize| crate::envs::make_slot("ocean/Bandit", slot).unwrap();
        let config = SacConfig {
            learning_starts: 64,
            batch_size: 32,
            hidden: vec![16],
            q_lr: 3e-3,
            ..SacConfig::small()
        };
        let mut totals = Vec::new();
        let mut each = |_: u64, _: &Metrics, ended: &[Episode]| {
            totals.extend(
                ended
                    .iter()
                    .map(|episode| episode.score.unwrap_or(episode.total)),
            );
            true
        };
        train_sac::<CpuGrad>(&factory, config, 1, 1500, cpu(), &mut each).unwrap();
        let mean = |part: &[f32]| part.iter().sum::<f32>() / part.len() as f32;
        let (first, last) = (mean(&totals[..64]), mean(&totals[totals.len() - 200..]));
        assert!(first < 0.5 && last > 0.75, "{first} {last}");
    }

    #[test]
    fn continuous_actions_are_refused() {
        let actions = ActionSpace::Continuous {
            low: vec![0.0],
            high: vec![1.0],
        };
        let shape = Shape {
            observation: 1,
            state: 0,
            actions,
        };
        assert!(Sac::<CpuGrad>::new(SacConfig::default(), shape, 1, cpu()).is_err());
        assert!(toml::from_str::<SacConfig>("buffer = 1").is_err());
    }
}
