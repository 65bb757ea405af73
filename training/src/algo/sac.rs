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

mod config;
#[cfg(test)]
mod tests;
mod update;

pub use config::SacConfig;

use super::on_policy::{Collector, EpisodeStats};
use crate::backend::{AutodiffBackend, BurnDevice};
use crate::checkpoint::Checkpoint;
use crate::descriptor::{AlgorithmKind, Data, Descriptor, Hyperparameters};
use crate::env::{ActionSpace, Environment};
use crate::error::{Error, Result, finite};
use crate::head::Head;
use crate::learner::{Learner, LearnerInputs, Method, Recipe, Single, count};
use crate::metrics::Metrics;
use crate::nets::critics::TwinCritics;
use crate::nets::init::Init;
use crate::nets::mlp::{Mlp, MlpShape};
use crate::nets::params::{Weights, polyak, trained_count, values};
use crate::optim::{Adam, AdamConfig, AdamState};
use crate::policy::check_shape;
use crate::replay::ReplayBuffer;
use crate::rollout::{Segment, Shape};
use crate::seed::{Stream, Use, stream};
use burn::module::{AutodiffModule, Module, Param};
use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};
use update::REPORTED;

/// How it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "sac",
    title: "discrete soft actor-critic",
    kind: AlgorithmKind::Online,
    data: Data::None,
    adapters: false,
    rounds: 40,
    worlds: 8,
    method,
    gold: &["sac/"],
};

fn method(given: &Hyperparameters<'_>) -> Result<Box<dyn Method>> {
    Ok(Box::new(given.settings(SacConfig {
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

    fn learner<B: AutodiffBackend>(&self, making: LearnerInputs<B>) -> Result<Box<dyn Learner>> {
        making.refuse_start("sac")?;
        let LearnerInputs {
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
    pub critics: TwinCritics<B>,
    targets: TwinCritics<B::InnerBackend>,
    temperature: Temperature<B>,
    adams: [Adam<B>; 3],
    /// The steps that were collected, from which batches are drawn.
    pub replay: ReplayBuffer,
    state: SacState,
    device: BurnDevice<B>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct SacState {
    steps: u64,
    shuffle: Stream,
}

impl<B: AutodiffBackend> Sac<B> {
    /// A fresh learner.
    ///
    /// # Errors
    /// Where settings or shape cannot be, or actions are not discrete.
    pub fn new(config: SacConfig, shape: Shape, seed: u64, device: BurnDevice<B>) -> Result<Self> {
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
            TwinCritics {
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
        let replay = ReplayBuffer::new(shape.clone(), config.buffer_size)?;
        let state = SacState {
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
    pub fn resume(checkpoint: &Checkpoint, device: BurnDevice<B>) -> Result<Self> {
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
        sac.replay = ReplayBuffer::from_weights(
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
    device: BurnDevice<B>,
    each: &mut dyn FnMut(u64, &Metrics, &[EpisodeStats]) -> bool,
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
    learner: SacState,
    adam_steps: [u64; 3],
    replay_at: usize,
}
