//! Imitation against a discriminator: any [`Discriminator`] with any learner that takes
//! [`Segment`]s.
//!
//! An [`Adversarial`] is a [`Rewarder`]: it stands between collection and the policy's update. Who
//! collects does not matter: [`train_adversarial`] does it in environments by PPO; a driver outside
//! (of a campus, or of another learner) calls, for every batch of fresh segments,
//! [`Rewarder::policy`] with the policy that collected them, [`Rewarder::before_update`] (which
//! puts learned rewards in the place of theirs), then updates its learner on them, then
//! [`Rewarder::policy`] with the updated policy and [`Rewarder::after_update`]. Segment `i` of a
//! call must go on where segment `i` of the last one ended, where rewards are normalised or
//! horizons checked.
//!
//! Two orders, by their references. [`Order::Imitation`] (HumanCompatibleAI/imitation,
//! `adversarial/common.py`): rewards by the discriminator as it is; the policy's update; fresh
//! steps enter a buffer; `n_disc_updates_per_round` steps of the discriminator, each on
//! `demo_batch_size` expert rows (shuffled, all before one comes again) and as many drawn from the
//! buffer with replacement. [`Order::Drail`] (DRAIL's repository): `disc_epochs` times over the
//! fresh steps in batches, beside expert batches, an epoch ending with the shorter of the two; then
//! rewards by the new discriminator; then the policy's update.
//!
//! Episodes of varying length are refused unless allowed: with them, a reward that is never below 0
//! (or never above) already tells a policy to live on (or to end), and some tasks are solved by
//! that alone.

mod config;
mod learner;
pub mod map;
#[cfg(test)]
mod tests;

pub use config::{AdversarialConfig, Order, Retention, RewardScale};
pub(crate) use learner::method;

use super::disc::{Discriminator, NextRows, Rows, resume};
use super::on_policy::{Iteration, PpoTrainer, Rewarder};
use super::ppo::PpoConfig;
use crate::backend::{AutodiffBackend, BurnDevice};
use crate::batch::minibatches;
use crate::checkpoint::Checkpoint;
use crate::env::Environment;
use crate::error::{Error, Result};
use crate::head::Head;
use crate::learner::Device;
use crate::metrics::Metrics;
use crate::nets::params::Checksum;
use crate::norm::{RewardNorm, RunningNorm};
use crate::rollout::{Segment, Shape};
use crate::seed::{Stream, Use, stream};
use serde::{Deserialize, Serialize};

/// A discriminator at work on demonstrations and on what a policy does.
pub struct Adversarial {
    /// Its settings, which hold for the whole training.
    pub config: AdversarialConfig,
    /// What tells demonstrations from the policy, and rewards what it cannot tell.
    pub disc: Box<dyn Discriminator>,
    demos: Rows,
    head: Option<Head>,
    order: Vec<usize>,
    buffer: Rows,
    state: AdversarialState,
}

/// What goes on beside the discriminator.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct AdversarialState {
    rounds: u64,
    /// Before the order of demonstrations was drawn, and how many are used up.
    shuffle: Stream,
    used: usize,
    draw: Stream,
    noise: Stream,
    rewards: Option<RewardNorm>,
    output: Option<RunningNorm>,
    /// Steps so far of each actor's episode, and of the first episode that ended.
    lengths: Vec<u32>,
    horizon: Option<u32>,
}

#[derive(Serialize, Deserialize)]
struct Saved {
    config: AdversarialConfig,
    state: AdversarialState,
    demos: String,
}

impl Adversarial {
    /// A fresh discriminator with demonstrations, whose rewards are not looked at.
    ///
    /// # Errors
    /// Where settings or shape cannot be, or demonstrations are missing, of another shape, or hold
    /// numbers that are not finite.
    pub fn new(
        config: AdversarialConfig,
        shape: Shape,
        demonstrations: &[Segment],
        seed: u64,
        device: &Device,
    ) -> Result<Self> {
        let disc = config.disc.build(shape, seed, device)?;
        Adversarial::with(config, disc, demonstrations, seed)
    }

    /// A discriminator that is there already, as one of somebody else's making; `config.disc` is
    /// not looked at.
    ///
    /// # Errors
    /// As [`Adversarial::new`].
    pub fn with(
        config: AdversarialConfig,
        disc: Box<dyn Discriminator>,
        demonstrations: &[Segment],
        seed: u64,
    ) -> Result<Self> {
        config.check()?;
        let demos = demos(disc.as_ref(), demonstrations)?;
        let state = AdversarialState {
            rounds: 0,
            shuffle: stream(seed, Use::Shuffle, 1),
            used: 0,
            draw: stream(seed, Use::Shuffle, 2),
            noise: stream(seed, Use::Noise, 1),
            rewards: (config.reward_scale == RewardScale::Returns)
                .then(|| RewardNorm::new(config.gamma, REWARD_CLIP)),
            output: (config.reward_scale == RewardScale::Output).then(|| RunningNorm::new(1)),
            lengths: Vec::new(),
            horizon: None,
        };
        let order = order(&mut state.shuffle.clone(), demos.len());
        Ok(Adversarial {
            config,
            disc,
            demos,
            head: None,
            order,
            buffer: Rows::default(),
            state,
        })
    }

    /// Rounds done.
    pub fn rounds(&self) -> u64 {
        self.state.rounds
    }

    /// Steps of the policy's that are kept.
    pub fn kept(&self) -> usize {
        self.buffer.len()
    }

    /// Everything that is needed to go on bit for bit, except the demonstrations, as a checkpoint
    /// of the discriminator's kind.
    ///
    /// # Errors
    /// Where it cannot be put in JSON.
    pub fn checkpoint(&self) -> Result<Checkpoint> {
        let demos = format!("{:016x}", checksum(&self.demos));
        let saved = Saved {
            config: self.config.clone(),
            state: self.state.clone(),
            demos,
        };
        let json = serde_json::to_value(saved)
            .map_err(|e| Error::data("adversarial", e, "what JSON can hold"))?;
        let mut checkpoint = self.disc.checkpoint()?;
        if let Some(state) = checkpoint.state.as_object_mut() {
            state.insert("adversarial".to_owned(), json);
        }
        Ok(checkpoint.with("buffer", self.buffer.weights()))
    }

    /// Goes on from a checkpoint, with the same demonstrations.
    ///
    /// # Errors
    /// Where it is of something else, or the demonstrations are others.
    pub fn resume(
        checkpoint: &Checkpoint,
        demonstrations: &[Segment],
        device: &Device,
    ) -> Result<Self> {
        #[derive(Deserialize)]
        struct Whole {
            adversarial: Saved,
        }
        let Whole {
            adversarial:
                Saved {
                    config,
                    state,
                    demos: known,
                },
        } = checkpoint.state()?;
        let mut fresh = Adversarial::with(config, resume(checkpoint, device)?, demonstrations, 0)?;
        if format!("{:016x}", checksum(&fresh.demos)) != known {
            return Err(Error::data(
                "demonstrations",
                "others",
                "those with which the checkpoint was made",
            ));
        }
        let same = state.rewards.is_some() == fresh.state.rewards.is_some()
            && state.output.is_some() == fresh.state.output.is_some();
        if !same || state.used > fresh.demos.len() {
            return Err(Error::data(
                "checkpoint, adversarial",
                "another state",
                "that of its configuration",
            ));
        }
        if let Some(output) = &state.output {
            output.check(1)?;
        }
        fresh.buffer = Rows::from_weights(
            checkpoint.weights("buffer")?,
            fresh.disc.shape(),
            fresh.disc.needs(),
        )?;
        fresh.order = order(&mut state.shuffle.clone(), fresh.demos.len());
        fresh.state = state;
        Ok(fresh)
    }

    /// The next expert rows; all come once before one comes again.
    fn expert(&mut self, count: usize) -> Rows {
        let mut picked = Vec::with_capacity(count);
        while picked.len() < count {
            if self.state.used == self.order.len() {
                // What was drawn from before is drawn from again, which moves it on.
                let mut dice = self.state.shuffle.clone();
                order(&mut dice, self.demos.len());
                self.state.shuffle = dice.clone();
                self.order = order(&mut dice, self.demos.len());
                self.state.used = 0;
            }
            let more = (count - picked.len()).min(self.order.len() - self.state.used);
            picked.extend_from_slice(&self.order[self.state.used..self.state.used + more]);
            self.state.used += more;
        }
        self.demos.take(&picked)
    }

    /// One step of the discriminator.
    fn learn(&mut self, mut policy: Rows) -> Result<Metrics> {
        let mut expert = self.expert(policy.len());
        if self.disc.needs().log_probs {
            let head = self.head.as_ref();
            let head = head.ok_or_else(|| {
                Error::data("policy", "none", "one, told before segments are given")
            })?;
            expert.judge(head)?;
            policy.judge(head)?;
        }
        if self.config.shuffle_labels {
            let experts = expert.len();
            expert.append(&policy);
            let mut mixed: Vec<usize> = (0..expert.len()).collect();
            self.state.draw.shuffle(&mut mixed);
            (expert, policy) = (
                expert.take(&mixed[..experts]),
                expert.take(&mixed[experts..]),
            );
        }
        self.disc.update(&expert, &policy, &mut self.state.noise)
    }

    /// Puts fresh steps in the buffer, the oldest giving way.
    fn keep(&mut self, fresh: &Rows, segments: &[Segment]) {
        let capacity = match self.config.gen_replay_buffer_capacity {
            0 => fresh.len(),
            capacity => capacity,
        };
        let mut chosen: Vec<usize> = (0..fresh.len()).collect();
        if fresh.len() > capacity {
            match self.config.keep {
                Retention::Latest => chosen = as_stored(segments),
                Retention::Spread => self.state.draw.shuffle(&mut chosen),
            }
            chosen.drain(..chosen.len() - capacity);
        }
        // In the order in which they came, without what is too old.
        let held = self.buffer.len();
        let spare = (held + chosen.len()).saturating_sub(capacity).min(held);
        let old: Vec<usize> = (spare..held).collect();
        self.buffer = self.buffer.take(&old);
        self.buffer.append(&fresh.take(&chosen));
    }

    fn relabel(&mut self, segments: &mut [Segment], rows: &Rows) -> Result<Metrics> {
        let rewards = self.disc.reward(rows, &mut self.state.noise)?;
        let n = rewards.len().max(1) as f64;
        let mean = rewards.iter().map(|r| f64::from(*r)).sum::<f64>() / n;
        let variance = rewards
            .iter()
            .map(|r| (f64::from(*r) - mean).powi(2))
            .sum::<f64>()
            / n;
        let mut rest = rewards.as_slice();
        for segment in segments.iter_mut() {
            let (now, later) = rest.split_at(segment.len().min(rest.len()));
            segment.rewards.copy_from_slice(now);
            rest = later;
        }
        if let Some(norm) = &mut self.state.rewards {
            norm.apply(segments);
        }
        if let Some(norm) = &mut self.state.output {
            center(norm, segments);
        }
        let mut metrics = Metrics::new();
        metrics.set("disc/reward_mean", mean);
        metrics.set("disc/reward_std", variance.sqrt());
        Ok(metrics)
    }

    /// Refuses episodes of another length than the first.
    fn check_lengths(&mut self, segments: &[Segment]) -> Result<()> {
        if self.config.allow_variable_horizon {
            return Ok(());
        }
        self.state
            .lengths
            .resize(segments.len().max(self.state.lengths.len()), 0);
        for (segment, length) in segments.iter().zip(&mut self.state.lengths) {
            for (over, cut) in segment.terminated.iter().zip(&segment.truncated) {
                *length += 1;
                if !(*over || *cut) {
                    continue;
                }
                let horizon = *self.state.horizon.get_or_insert(*length);
                if *length != horizon {
                    return Err(Error::data(
                        "episodes",
                        format!("one of {length} steps after one of {horizon}"),
                        "episodes of one length, or allow_variable_horizon: their ends tell of the \
                         reward",
                    ));
                }
                *length = 0;
            }
        }
        Ok(())
    }

    fn rows(&self, segments: &[Segment]) -> Result<Rows> {
        let next = if self.disc.needs().next {
            NextRows::Needed
        } else {
            NextRows::Unneeded
        };
        Rows::of(segments, self.disc.shape(), next)
    }

    fn epochs(&mut self, rows: &Rows) -> Result<Metrics> {
        let size = self.config.demo_batch_size;
        let most = self.demos.len().div_ceil(size);
        let mut all = Vec::new();
        for _ in 0..self.config.disc_epochs {
            let whole = |part: &Vec<usize>| part.len() == size || rows.len() < size;
            let parts = minibatches(rows.len(), size, &mut self.state.draw);
            for part in parts.into_iter().filter(whole).take(most) {
                all.push(self.learn(rows.take(&part))?);
            }
        }
        Ok(means(&all))
    }
}

impl Rewarder for Adversarial {
    fn policy(&mut self, head: &Head) {
        if self.disc.needs().log_probs {
            self.head = Some(head.clone());
        }
    }

    fn before_update(&mut self, segments: &mut [Segment]) -> Result<Metrics> {
        let rows = self.rows(segments)?;
        self.check_lengths(segments)?;
        let mut metrics = Metrics::new();
        if self.config.order == Order::Drail {
            metrics = self.epochs(&rows)?;
            self.state.rounds += 1;
        }
        metrics.merge(self.relabel(segments, &rows)?);
        Ok(metrics)
    }

    fn after_update(&mut self, segments: &[Segment]) -> Result<Metrics> {
        if self.config.order == Order::Drail {
            return Ok(Metrics::new());
        }
        let rows = self.rows(segments)?;
        self.keep(&rows, segments);
        let mut all = Vec::with_capacity(self.config.n_disc_updates_per_round);
        for _ in 0..self.config.n_disc_updates_per_round {
            let picked: Vec<usize> = (0..self.config.demo_batch_size)
                .map(|_| self.state.draw.below(self.buffer.len()))
                .collect();
            all.push(self.learn(self.buffer.take(&picked))?);
        }
        self.state.rounds += 1;
        Ok(means(&all))
    }
}

/// Rewards are held within this after [`RewardScale::Returns`].
const REWARD_CLIP: f32 = 10.0;

/// Demonstrations as rows, with errors that say so.
fn demos(disc: &dyn Discriminator, segments: &[Segment]) -> Result<Rows> {
    let next = if disc.needs().next {
        NextRows::OrLeaveOut
    } else {
        NextRows::Unneeded
    };
    let mut all = Rows::default();
    for (i, segment) in segments.iter().enumerate() {
        if segment.is_empty() {
            continue;
        }
        let rows = Rows::of(std::slice::from_ref(segment), disc.shape(), next).map_err(|problem| {
            match problem {
                Error::Data {
                    what,
                    found,
                    expected,
                } => Error::Data {
                    what: format!("demonstration {i}, {what}"),
                    found,
                    expected,
                },
                other => other,
            }
        });
        all.append(&rows?);
    }
    if all.is_empty() {
        Err(Error::data("demonstrations", "no steps", "at least one"))
    } else {
        Ok(all)
    }
}

/// Numbers below `len` in random order.
fn order(dice: &mut Stream, len: usize) -> Vec<usize> {
    let mut all: Vec<usize> = (0..len).collect();
    dice.shuffle(&mut all);
    all
}

/// Numbers of rows (segments one after another) in the order in which imitation stores them:
/// episodes that ended, by when they did, then those that go on, by actor.
fn as_stored(segments: &[Segment]) -> Vec<usize> {
    let (mut ended, mut open) = (Vec::new(), Vec::new());
    let mut from = 0;
    for (actor, segment) in segments.iter().enumerate() {
        let mut began = 0;
        for t in 0..segment.len() {
            if segment.terminated[t] || segment.truncated[t] {
                ended.push((t, actor, from + began..from + t + 1));
                began = t + 1;
            }
        }
        open.push(from + began..from + segment.len());
        from += segment.len();
    }
    ended.sort_by_key(|(t, actor, _)| (*t, *actor));
    ended
        .into_iter()
        .map(|(_, _, rows)| rows)
        .chain(open)
        .flatten()
        .collect()
}

/// Brings rewards to mean 0 and deviation 1, step by step over all segments: first by what was seen
/// before, then they are seen.
fn center(norm: &mut RunningNorm, segments: &mut [Segment]) {
    let longest = segments.iter().map(Segment::len).max().unwrap_or(0);
    for t in 0..longest {
        let now: Vec<f32> = segments
            .iter()
            .filter_map(|segment| segment.rewards.get(t).copied())
            .collect();
        let mut scaled = now.clone();
        super::disc::core::normalize(norm, &mut scaled);
        let slots = segments
            .iter_mut()
            .filter_map(|segment| segment.rewards.get_mut(t));
        slots.zip(scaled).for_each(|(slot, reward)| *slot = reward);
        norm.update(&now);
    }
}

/// The mean of each number over all.
fn means(all: &[Metrics]) -> Metrics {
    let mut found = Metrics::new();
    let Some(first) = all.first() else {
        return found;
    };
    for (name, _) in first.iter() {
        found.set(
            name,
            all.iter().filter_map(|m| m.get(name)).sum::<f64>() / all.len() as f64,
        );
    }
    found
}

fn checksum(rows: &Rows) -> u64 {
    let mut sum = Checksum::default();
    [&rows.observations, &rows.actions, &rows.next, &rows.ended]
        .into_iter()
        .for_each(|all| sum.floats(all));
    sum.0
}

/// Trains PPO against a discriminator in environments. `each` is told of every iteration and the
/// steps so far, and stops training by giving `false`.
///
/// # Errors
/// Where the environment's episodes differ in length and that is not allowed, and as [`PpoTrainer`]
/// and [`Adversarial`].
pub fn train_adversarial<B: AutodiffBackend>(
    factory: &dyn Fn(usize) -> Box<dyn Environment>,
    ppo: PpoConfig,
    adversarial: &mut Adversarial,
    (seed, total): (u64, u64),
    device: BurnDevice<B>,
    each: &mut dyn FnMut(u64, &Iteration) -> bool,
) -> Result<PpoTrainer<B>> {
    let mut trainer = PpoTrainer::new(factory, ppo, seed, total, device)?;
    adversarial.config.check_horizon(trainer.collector.spec())?;
    while !trainer.done() {
        let iteration = trainer.iterate(adversarial)?;
        if !each(trainer.ppo.steps(), &iteration) {
            break;
        }
    }
    Ok(trainer)
}
