//! Environments side by side that go on between rollouts.

use super::play::{PolicyInput, random};
use crate::env::{Action, ActionSpace, Environment, Mask, Spec, Step};
use crate::error::{Error, Result};
use crate::head::{Head, Scratch};
use crate::rollout::{Segment, Shape};
use crate::seed::{Stream, Use, stream};
use serde::{Deserialize, Serialize};

/// An episode that ended.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct EpisodeStats {
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

    /// How many environments there are.
    pub fn actors(&self) -> usize {
        self.slots.len()
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
    pub fn collect(&mut self, head: &Head, steps: usize) -> (Vec<Segment>, Vec<EpisodeStats>) {
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
    pub fn collect_random(&mut self, steps: usize) -> (Vec<Segment>, Vec<EpisodeStats>) {
        let mut policy = random(&self.spec.actions);
        self.run(steps, &mut |slot, _| {
            let mask = slot.environment.mask();
            let step = u32::try_from(slot.done.len()).unwrap_or(u32::MAX);
            let action = policy(
                PolicyInput {
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
    ) -> (Vec<Segment>, Vec<EpisodeStats>) {
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
    ) -> Option<EpisodeStats> {
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
        let episode = EpisodeStats {
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
pub(super) fn record(segment: &mut Segment, action: &Action, mask: Mask) {
    match action {
        Action::Discrete(action) => {
            segment.masks.push(mask);
            segment.actions.push(u32::try_from(*action).unwrap_or(0));
        }
        Action::Continuous(moves) => segment.moves.extend_from_slice(moves),
    }
}

/// Puts what a step gave in a segment.
pub(super) fn after(segment: &mut Segment, step: Step, observation: &[f32], mask: Mask) {
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
