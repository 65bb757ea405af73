//! Collecting experience with the current policy, and training on it: environments side by side,
//! acted in by the plain `f32` [`Head`].
//!
//! A collector saves without help from its environments: a slot keeps the stream with which its
//! episode began and what was done since, and an environment is a function of the two, so that the
//! episode is played again on resumption.

mod collect;
mod play;

pub use collect::{Collector, EpisodeStats, SlotState, shape};
pub use play::{PolicyInput, evaluate, play, random};

use super::ppo::{Ppo, PpoConfig};
use crate::backend::{AutodiffBackend, BurnDevice};
use crate::checkpoint::Checkpoint;
use crate::env::Environment;
use crate::error::{Error, Result};
use crate::head::Head;
use crate::metrics::Metrics;
use crate::norm::RewardNorm;
use crate::rollout::Segment;
use serde::{Deserialize, Serialize};

/// What stands between collection and the policy's update: a learned reward, as GAIL's.
pub trait Rewarder {
    /// Told of the policy that collected before [`Rewarder::before_update`], and of the updated one
    /// before [`Rewarder::after_update`].
    fn policy(&mut self, head: &Head) {
        let _ = head;
    }

    /// Called with fresh segments before the policy learns from them: trains (in DRAIL's order) and
    /// puts its own rewards in their place.
    ///
    /// # Errors
    /// Where it cannot go on.
    fn before_update(&mut self, segments: &mut [Segment]) -> Result<Metrics>;

    /// Called with the same segments after the policy's update: trains in imitation's order.
    ///
    /// # Errors
    /// Where it cannot go on.
    fn after_update(&mut self, segments: &[Segment]) -> Result<Metrics> {
        let _ = segments;
        Ok(Metrics::new())
    }
}

/// The environment's own rewards.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnReward;

impl Rewarder for OwnReward {
    fn before_update(&mut self, _: &mut [Segment]) -> Result<Metrics> {
        Ok(Metrics::new())
    }
}

/// PPO in environments.
pub struct PpoTrainer<B: AutodiffBackend> {
    /// The policy and its optimiser.
    pub ppo: Ppo<B>,
    /// The environments, side by side, where each stands.
    pub collector: Collector,
    rewards: Option<RewardNorm>,
    total: u64,
}

/// What one iteration gave.
#[derive(Clone, Debug, Default)]
pub struct Iteration {
    /// What was learned, and the mean of what ended.
    pub metrics: Metrics,
    /// Episodes that ended in this iteration.
    pub episodes: Vec<EpisodeStats>,
}

#[derive(Serialize, Deserialize)]
struct TrainerState {
    slots: Vec<SlotState>,
    rewards: Option<RewardNorm>,
    total: u64,
}

/// Rewards are held within this after they are normalised.
const REWARD_CLIP: f32 = 10.0;

impl<B: AutodiffBackend> PpoTrainer<B> {
    /// A fresh learner in fresh environments, for `total` steps over all of them.
    ///
    /// # Errors
    /// Where settings cannot be.
    pub fn new(
        factory: &dyn Fn(usize) -> Box<dyn Environment>,
        config: PpoConfig,
        seed: u64,
        total: u64,
        device: BurnDevice<B>,
    ) -> Result<Self> {
        config.check()?;
        let collector = Collector::new(factory, config.num_envs, seed)?;
        let rewards = config
            .norm_reward
            .then(|| RewardNorm::new(config.gamma, REWARD_CLIP));
        let ppo = Ppo::new(config, collector.shape(), seed, device)?;
        Ok(PpoTrainer {
            ppo,
            collector,
            rewards,
            total,
        })
    }

    /// Whether all steps are done. Only whole rollouts are collected: the last that does not fit is
    /// left out, as in the reference.
    pub fn done(&self) -> bool {
        self.ppo.steps() + self.rollout() > self.total
    }

    fn rollout(&self) -> u64 {
        (self.ppo.config.num_envs * self.ppo.config.num_steps) as u64
    }

    /// One rollout and the update on it.
    ///
    /// # Errors
    /// Where the learner or the rewarder cannot go on; the learner is then as before.
    pub fn iterate(&mut self, rewarder: &mut dyn Rewarder) -> Result<Iteration> {
        let head = self.ppo.head()?;
        let (mut segments, episodes) = self.collector.collect(&head, self.ppo.config.num_steps);
        rewarder.policy(&head);
        let mut metrics = rewarder.before_update(&mut segments)?;
        if let Some(norm) = &mut self.rewards {
            norm.apply(&mut segments);
        }
        let progress = self.ppo.updates() as f64 / (self.total / self.rollout()).max(1) as f64;
        metrics.merge(self.ppo.update(&segments, progress)?);
        rewarder.policy(&self.ppo.head()?);
        metrics.merge(rewarder.after_update(&segments)?);
        if !episodes.is_empty() {
            let mean = |of: &dyn Fn(&EpisodeStats) -> f64| {
                episodes.iter().map(of).sum::<f64>() / episodes.len() as f64
            };
            metrics.set("charts/episodic_return", mean(&|e| f64::from(e.total)));
            metrics.set("charts/episodic_length", mean(&|e| f64::from(e.length)));
            if episodes.iter().any(|e| e.score.is_some()) {
                metrics.set("charts/score", mean(&|e| f64::from(e.score.unwrap_or(0.0))));
            }
        }
        Ok(Iteration { metrics, episodes })
    }

    /// The learner's checkpoint with the state of the environments.
    ///
    /// # Errors
    /// Where it cannot be put in JSON.
    pub fn checkpoint(&self) -> Result<Checkpoint> {
        let trainer = TrainerState {
            slots: self.collector.state(),
            rewards: self.rewards.clone(),
            total: self.total,
        };
        let mut checkpoint = self.ppo.checkpoint()?;
        let json = serde_json::to_value(trainer)
            .map_err(|e| Error::data("trainer", e, "what JSON can hold"))?;
        if let Some(state) = checkpoint.state.as_object_mut() {
            state.insert("trainer".to_owned(), json);
        }
        Ok(checkpoint)
    }

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// Where it is of something else.
    pub fn resume(
        checkpoint: &Checkpoint,
        factory: &dyn Fn(usize) -> Box<dyn Environment>,
        device: BurnDevice<B>,
    ) -> Result<Self> {
        #[derive(Deserialize)]
        struct Saved {
            trainer: TrainerState,
        }
        let Saved { trainer } = checkpoint.state()?;
        let ppo = Ppo::resume(checkpoint, device)?;
        let collector = Collector::resume(factory, trainer.slots)?;
        if collector.shape() != ppo.shape || collector.actors() != ppo.config.num_envs {
            return Err(Error::data(
                "checkpoint",
                "another shape or number of environments",
                "the learner's",
            ));
        }
        Ok(PpoTrainer {
            ppo,
            collector,
            rewards: trainer.rewards,
            total: trainer.total,
        })
    }
}

/// Trains PPO in environments from nothing. `each` is told of every iteration and the steps so far,
/// and stops training by giving `false`.
///
/// # Errors
/// As [`PpoTrainer`].
pub fn train_ppo<B: AutodiffBackend>(
    factory: &dyn Fn(usize) -> Box<dyn Environment>,
    config: PpoConfig,
    seed: u64,
    total: u64,
    device: BurnDevice<B>,
    each: &mut dyn FnMut(u64, &Iteration) -> bool,
) -> Result<PpoTrainer<B>> {
    let mut trainer = PpoTrainer::new(factory, config, seed, total, device)?;
    while !trainer.done() {
        let iteration = trainer.iterate(&mut OwnReward)?;
        if !each(trainer.ppo.steps(), &iteration) {
            break;
        }
    }
    Ok(trainer)
}
