//! What policies act in: observations, actions, masks and what a step gives.

use crate::seed::Stream;
use serde::{Deserialize, Serialize};

/// The actions that an environment knows: numbered ones, or vectors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ActionSpace {
    /// One of `n` actions, numbered from 0. At most 64, so that a mask fits in a [`Mask`].
    Discrete(usize),
    /// A vector of numbers, each within its bounds.
    Continuous {
        /// The lower bound of each number.
        low: Vec<f32>,
        /// The upper bound of each number.
        high: Vec<f32>,
    },
}

impl ActionSpace {
    /// How many outputs a policy has: actions to choose from, or dimensions.
    pub fn width(&self) -> usize {
        match self {
            ActionSpace::Discrete(n) => *n,
            ActionSpace::Continuous { low, .. } => low.len(),
        }
    }
}

/// Which actions are possible: bit `i` for action `i`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mask(pub u64);

impl Mask {
    /// All of `n` actions.
    pub const fn all(n: usize) -> Self {
        Mask(if n >= 64 { u64::MAX } else { (1 << n) - 1 })
    }

    /// Whether action `i` is possible.
    pub const fn allows(self, i: usize) -> bool {
        i < 64 && self.0 >> i & 1 == 1
    }

    /// How many actions are possible.
    pub const fn count(self) -> usize {
        self.0.count_ones() as usize
    }
}

/// What is done in a step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Action {
    /// The number of a discrete action.
    Discrete(usize),
    /// A number for each dimension, within its bounds.
    Continuous(Vec<f32>),
}

/// What is fixed about an environment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spec {
    /// Its published name, as `CartPole-v1`.
    pub name: String,
    /// How many numbers an observation has.
    pub observation: usize,
    /// What [`Action`]s its steps take.
    pub actions: ActionSpace,
    /// The number of steps after which an episode is cut off.
    pub horizon: u32,
    /// Whether every episode has exactly `horizon` steps, so that its length tells nothing.
    pub fixed_horizon: bool,
}

/// What a step of an environment gave.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Step {
    /// The reward of the step.
    pub reward: f32,
    /// The episode is over: nothing comes after.
    pub terminated: bool,
    /// The episode is cut off at its horizon: more would have come.
    pub truncated: bool,
}

impl Step {
    /// Whether the episode ended, either way.
    pub const fn done(&self) -> bool {
        self.terminated || self.truncated
    }
}

/// An environment of one agent.
///
/// All chance comes from the stream that is passed in, so that a run is a function of its seeds.
pub trait Environment: Send {
    /// What is fixed about it.
    fn spec(&self) -> &Spec;

    /// Begins an episode and writes the first observation.
    fn reset(&mut self, dice: &mut Stream, observation: &mut [f32]);

    /// Takes an action, and writes the observation after it (the last of the episode where it
    /// ended: the caller resets). An action that does not fit the space is read as the nearest that
    /// does.
    fn step(&mut self, action: &Action, dice: &mut Stream, observation: &mut [f32]) -> Step;

    /// What is possible now. All, unless overridden.
    fn mask(&self) -> Mask {
        Mask::all(self.spec().actions.width())
    }

    /// The measure by which the task is judged, of the episode that just ended, where it is not the
    /// sum of rewards: success as 0 or 1, or a score in `[0, 1]`.
    fn score(&self) -> Option<f32> {
        None
    }
}
