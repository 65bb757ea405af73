//! Collecting experience with the current policy, and training on it: environments side by side,
//! acted in by the plain `f32` [`Head`].
//!
//! A collector saves without help from its environments: a slot keeps the stream with which its
//! episode began and what was done since, and an environment is a function of the two, so that the
//! episode is played again on resumption.

use super::ppo::{Ppo, PpoConfig};
use crate::backend::{AutodiffBackend, Device};
use crate::checkpoint::Checkpoint;
use crate::env::{Action, ActionSpace, Environment, Mask, Spec, Step};
use crate::error::{Error, Result};
use crate::head::{Head, Scratch};
use crate::metrics::Metrics;
use crate::norm::RewardNorm;
use crate::rollout::{Segment, Shape};
use crate::seed::{Stream, Use, stream};
use serde::{Deserialize, Serialize};

/// An episode that ended.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Episode {
    /// The sum of its rewards, as the environment gave them.
    pub total: f32,
    /// Steps from its beginning to its end.
    pub length: u32,
    /// By what the task is judged, where that is not the sum.
    pub score: Option<f32>,
}

/// One environment and where it stands.
struct Slot {
    environment: Box<dyn Environment>,
    observation: Vec<f32>,
    /// What the environment draws from.
    dice: Stream,
    /// What the policy draws from.
    act: Stream,
    /// A recurrent policy's state.
    memory: Vec<f32>,
    total: f32,
    /// `dice` when the episode began.
    began: Stream,
    /// What was done since.
    done: Vec<Action>,
}

/// What a slot goes on from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SlotState {
    began: Stream,
    done: Vec<Action>,
    act: Stream,
}

/// Environments side by side, which go on from one rollout to the next.
pub struct Collector {
    spec: Spec,
    slots: Vec<Slot>,
    scratch: Scratch,
}

impl Collector {
    /// `count` environments under a seed, each at the beginning of an episode. Slot `i` draws from
    /// streams of its own.
    ///
    /// # Errors
    /// Where `count` is 0.
    pub fn new(
        factory: &dyn Fn(usize) -> Box<dyn Environment>,
        count: usize,
        seed: u64,
    ) -> Result<Self> {
        let new = |i: usize| {
            let dice = stream(seed, Use::Environment, i as u64);
            let act = stream(seed, Use::Act, i as u64);
            let state = SlotState {
                began: dice,
                done: Vec::new(),
                act,
            };
            Slot::restore(factory(i), state)
        };
        let slots: Vec<Slot> = (0..count).map(new).collect();
        let spec = slots.first().map(|slot| slot.environment.spec().clone());
        let spec = spec.ok_or_else(|| Error::config("num_envs", 0, "at least 1"))?;
        Ok(Collector {
            spec,
            slots,
            scratch: Scratch::default(),
        })
    }

    /// What is fixed about the environments.
    pub fn spec(&self) -> &Spec {
        &self.spec
    }

    /// The shape of a learner for these environments, without a centralised critic.
    pub fn shape(&self) -> Shape {
        shape(&self.spec)
    }

    /// What to save.
    pub fn state(&self) -> Vec<SlotState> {
        self.slots.iter().map(Slot::state).collect()
    }

    /// Goes on from what was saved, playing the episodes that had begun again.
    ///
    /// # Errors
    /// Where there is no slot.
    pub fn resume(
        factory: &dyn Fn(usize) -> Box<dyn Environment>,
        state: Vec<SlotState>,
    ) -> Result<Self> {
        let slots: Vec<Slot> = state
            .into_iter()
            .enumerate()
            .map(|(i, s)| Slot::restore(factory(i), s))
            .collect();
        let spec = slots.first().map(|slot| slot.environment.spec().clone());
        let spec = spec.ok_or_else(|| Error::data("collector", "no environments", "at least 1"))?;
        Ok(Collector {
            spec,
            slots,
            scratch: Scratch::default(),
        })
    }

    /// `steps` steps of every slot, acted by a head that draws its actions: a segment a slot, and
    /// the episodes that ended. A recurrent head begins with nothing remembered, as it does in the
    /// learner.
    pub fn collect(&mut self, head: &Head, steps: usize) -> (Vec<Segment>, Vec<Episode>) {
        for slot in &mut self.slots {
            slot.memory.clear();
            slot.memory.resize(head.state_width(), 0.0);
        }
        self.run(steps, &mut |slot, scratch| {
            let mask = slot.environment.mask();
            head.decide(
                &slot.observation,
                mask,
                &mut slot.memory,
                Some(&mut slot.act),
                scratch,
            )
        })
    }

    /// The same with evenly drawn actions, as off-policy learners begin.
    pub fn collect_random(&mut self, steps: usize) -> (Vec<Segment>, Vec<Episode>) {
        let mut policy = random(&self.spec.actions);
        self.run(steps, &mut |slot, _| {
            let mask = slot.environment.mask();
            let step = u32::try_from(slot.done.len()).unwrap_or(u32::MAX);
            let action = policy(
                Turn {
                    observation: &slot.observation,
                    mask,
                    step,
                },
                &mut slot.act,
            );
            let probability = match slot.environment.spec().actions {
                ActionSpace::Discrete(n) => {
                    1.0 / Mask(mask.0 & Mask::all(n).0).count().max(1) as f32
                }
                ActionSpace::Continuous { ref low, ref high } => low
                    .iter()
                    .zip(high)
                    .map(|(low, high)| 1.0 / (high - low).max(f32::MIN_POSITIVE))
                    .product(),
            };
            (action, libm::logf(probability))
        })
    }

    fn run(
        &mut self,
        steps: usize,
        decide: &mut dyn FnMut(&mut Slot, &mut Scratch) -> (Action, f32),
    ) -> (Vec<Segment>, Vec<Episode>) {
        let mut episodes = Vec::new();
        let mut segments = vec![Segment::default(); self.slots.len()];
        for _ in 0..steps {
            for (slot, segment) in self.slots.iter_mut().zip(&mut segments) {
                let decided = decide(slot, &mut self.scratch);
                episodes.extend(slot.step(decided, segment));
            }
        }
        for (slot, segment) in self.slots.iter().zip(&mut segments) {
            segment.next_observation = slot.observation.clone();
            segment.next_mask = segment.masks.first().map(|_| slot.environment.mask());
        }
        (segments, episodes)
    }
}

impl Slot {
    fn restore(environment: Box<dyn Environment>, state: SlotState) -> Self {
        let width = environment.spec().observation;
        let SlotState { began, done, act } = state;
        let memory = Vec::new();
        let observation = vec![0.0; width];
        let dice = began.clone();
        let mut slot = Slot {
            environment,
            observation,
            dice,
            act,
            memory,
            total: 0.0,
            began,
            done: Vec::with_capacity(done.len()),
        };
        slot.environment
            .reset(&mut slot.dice, &mut slot.observation);
        for action in done {
            slot.total += slot
                .environment
                .step(&action, &mut slot.dice, &mut slot.observation)
                .reward;
            slot.done.push(action);
        }
        slot
    }

    fn state(&self) -> SlotState {
        SlotState {
            began: self.began.clone(),
            done: self.done.clone(),
            act: self.act.clone(),
        }
    }

    fn step(
        &mut self,
        (action, log_prob): (Action, f32),
        segment: &mut Segment,
    ) -> Option<Episode> {
        let mask = self.environment.mask();
        segment.observations.extend_from_slice(&self.observation);
        record(segment, &action, mask);
        segment.log_probs.push(log_prob);
        let step = self
            .environment
            .step(&action, &mut self.dice, &mut self.observation);
        self.done.push(action);
        self.total += step.reward;
        after(segment, step, &self.observation, self.environment.mask());
        if !step.done() {
            return None;
        }
        let length = u32::try_from(self.done.len()).unwrap_or(u32::MAX);
        let episode = Episode {
            total: self.total,
            length,
            score: self.environment.score(),
        };
        self.total = 0.0;
        self.done.clear();
        self.memory.fill(0.0);
        self.began = self.dice.clone();
        self.environment
            .reset(&mut self.dice, &mut self.observation);
        Some(episode)
    }
}

/// Puts an action, and for a discrete one its mask, in a segment.
fn record(segment: &mut Segment, action: &Action, mask: Mask) {
    match action {
        Action::Discrete(action) => {
            segment.masks.push(mask);
            segment.actions.push(u32::try_from(*action).unwrap_or(0));
        }
        Action::Continuous(moves) => segment.moves.extend_from_slice(moves),
    }
}

/// Puts what a step gave in a segment.
fn after(segment: &mut Segment, step: Step, observation: &[f32], mask: Mask) {
    segment.rewards.push(step.reward);
    segment.terminated.push(step.terminated);
    segment.truncated.push(step.truncated);
    if step.truncated {
        segment.final_observations.extend_from_slice(observation);
        if !segment.masks.is_empty() {
            segment.final_masks.push(mask);
        }
    }
}

/// The shape of a learner for an environment, without a centralised critic.
pub fn shape(spec: &Spec) -> Shape {
    Shape {
        observation: spec.observation,
        state: 0,
        actions: spec.actions.clone(),
    }
}

/// What a policy decides on in [`play`].
#[derive(Clone, Copy, Debug)]
pub struct Turn<'a> {
    /// The observation, as wide as the environment's.
    pub observation: &'a [f32],
    /// The actions that are possible now.
    pub mask: Mask,
    /// Steps taken in this episode.
    pub step: u32,
}

/// Plays whole episodes with any policy, one after another from the evaluation streams of a seed,
/// and records them, a segment each: demonstrations, or an evaluation. The policy is given a stream
/// to draw from.
pub fn play(
    environment: &mut dyn Environment,
    policy: &mut dyn FnMut(Turn<'_>, &mut Stream) -> Action,
    episodes: usize,
    seed: u64,
) -> (Vec<Segment>, Vec<Episode>) {
    let spec = environment.spec().clone();
    let (mut segments, mut ended) = (Vec::with_capacity(episodes), Vec::with_capacity(episodes));
    for i in 0..episodes {
        let mut dice = stream(seed, Use::Evaluate, 2 * i as u64);
        let mut act = stream(seed, Use::Evaluate, 2 * i as u64 + 1);
        let mut observation = vec![0.0; spec.observation];
        environment.reset(&mut dice, &mut observation);
        let mut segment = Segment::default();
        for step in 0..spec.horizon.max(1) {
            let mask = environment.mask();
            let action = policy(
                Turn {
                    observation: &observation,
                    mask,
                    step,
                },
                &mut act,
            );
            segment.observations.extend_from_slice(&observation);
            record(&mut segment, &action, mask);
            let step = environment.step(&action, &mut dice, &mut observation);
            after(&mut segment, step, &observation, environment.mask());
            if step.done() {
                break;
            }
        }
        segment.next_mask = segment.masks.first().map(|_| environment.mask());
        segment.next_observation = observation;
        let length = u32::try_from(segment.len()).unwrap_or(u32::MAX);
        ended.push(Episode {
            total: segment.rewards.iter().sum(),
            length,
            score: environment.score(),
        });
        segments.push(segment);
    }
    (segments, ended)
}

/// Plays whole episodes with a head, drawing its actions or greedily: [`play`].
pub fn evaluate(
    environment: &mut dyn Environment,
    head: &Head,
    greedy: bool,
    episodes: usize,
    seed: u64,
) -> (Vec<Segment>, Vec<Episode>) {
    let mut scratch = Scratch::default();
    let mut memory = vec![0.0; head.state_width()];
    let mut policy = |turn: Turn<'_>, dice: &mut Stream| {
        if turn.step == 0 {
            memory.fill(0.0);
        }
        let dice = if greedy { None } else { Some(dice) };
        head.decide(turn.observation, turn.mask, &mut memory, dice, &mut scratch)
            .0
    };
    play(environment, &mut policy, episodes, seed)
}

/// A policy that picks evenly among what is possible, as a baseline.
pub fn random(actions: &ActionSpace) -> impl FnMut(Turn<'_>, &mut Stream) -> Action + use<> {
    let actions = actions.clone();
    move |turn, dice| match &actions {
        ActionSpace::Discrete(n) => {
            let possible: Vec<usize> = (0..*n).filter(|i| turn.mask.allows(*i)).collect();
            Action::Discrete(
                possible
                    .get(dice.below(possible.len()))
                    .copied()
                    .unwrap_or(0),
            )
        }
        ActionSpace::Continuous { low, high } => Action::Continuous(
            low.iter()
                .zip(high)
                .map(|(low, high)| dice.between(*low, *high))
                .collect(),
        ),
    }
}

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
    pub episodes: Vec<Episode>,
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
        device: Device<B>,
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
            let mean = |of: &dyn Fn(&Episode) -> f64| {
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
        device: Device<B>,
    ) -> Result<Self> {
        #[derive(Deserialize)]
        struct Saved {
            trainer: TrainerState,
        }
        let Saved { trainer } = checkpoint.state()?;
        let ppo = Ppo::resume(checkpoint, device)?;
        let collector = Collector::resume(factory, trainer.slots)?;
        if collector.shape() != ppo.shape || collector.slots.len() != ppo.config.num_envs {
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
    device: Device<B>,
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
