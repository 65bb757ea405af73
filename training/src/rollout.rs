//! What was experienced: segments of consecutive steps of one actor, from which every learner takes
//! its batches.

use crate::env::{ActionSpace, Mask};
use serde::{Deserialize, Serialize};

/// Consecutive steps of one actor (an environment slot, or one person of a campus).
///
/// All vectors have one entry a step (`len`), except where a width is named. A segment may span
/// episodes: `terminated` and `truncated` say where one ended. Observations after a truncation are
/// kept (`final_observations`), so that their value can be bootstrapped.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// Observations before each action, `len × width`.
    pub observations: Vec<f32>,
    /// What a centralised critic sees beside them, `len × state width`; empty without one.
    pub states: Vec<f32>,
    /// What was possible, for discrete actions; empty for continuous ones.
    pub masks: Vec<Mask>,
    /// Discrete actions taken; empty for continuous ones.
    pub actions: Vec<u32>,
    /// Continuous actions taken, `len × action width`; empty for discrete ones.
    pub moves: Vec<f32>,
    /// Log-probability of each action under the policy that took it; empty for demonstrations.
    pub log_probs: Vec<f32>,
    /// The reward after each action.
    pub rewards: Vec<f32>,
    /// The episode was over after this step.
    pub terminated: Vec<bool>,
    /// The episode was cut off after this step.
    pub truncated: Vec<bool>,
    /// The observation after each truncated step, in order, `truncations × width`.
    pub final_observations: Vec<f32>,
    /// The centralised state after each truncated step, in order.
    pub final_states: Vec<f32>,
    /// The observation after the last step, for the bootstrap of a segment that was cut for
    /// collection alone; `width` numbers.
    pub next_observation: Vec<f32>,
    /// The centralised state after the last step.
    pub next_state: Vec<f32>,
    /// What was possible after each truncated step, in order; empty where it is not known.
    #[serde(default)]
    pub final_masks: Vec<Mask>,
    /// What was possible after the last step, where it is known.
    #[serde(default)]
    pub next_mask: Option<Mask>,
    /// Group of the actor: GRPO compares within it, heads of different groups train apart.
    pub group: u32,
}

impl Segment {
    /// How many steps the segment has.
    pub fn len(&self) -> usize {
        self.rewards.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rewards.is_empty()
    }
}

/// What shapes a learner's networks: widths of what goes in, and the actions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// How many numbers an observation has.
    pub observation: usize,
    /// Numbers in a centralised critic's state; 0 without one.
    pub state: usize,
    /// What is chosen from at each step.
    pub actions: ActionSpace,
}
