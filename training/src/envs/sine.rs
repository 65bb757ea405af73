//! The toy task of DRAIL (arXiv 2405.16194): expert actions are a noisy sine of a state drawn anew
//! each step. With one state and one action, what a discriminator has learned can be drawn as a
//! map.

use super::{Dynamics, pull, spec, write};
use crate::env::{Action, ActionSpace, Spec};
use crate::seed::Stream;
use std::f32::consts::PI;

/// Periods of the sine over the states from 0 to 1. The released code of DRAIL has ten (frequency 1
/// over 0 to 10): with them, networks of its size do not even find the sine in some hundred
/// thousand steps, and what was not shown holds whole periods that nothing tells of.
pub const PERIODS: f32 = 2.0;
/// Standard deviation of an expert's actions about the sine.
pub const NOISE: f32 = 0.05;
/// The largest action, either way: some room around the sine.
pub const REACH: f32 = 1.5;
/// The stretches of states that an expert shows, so that what was shown is discontinuous: between
/// them a discriminator has seen no expert.
pub const PIECES: [(f32, f32); 3] = [(0.0, 0.2), (0.4, 0.6), (0.8, 1.0)];

/// The middle of an expert's actions in a state: `sin(2π · PERIODS · state)`.
pub fn middle(state: f32) -> f32 {
    libm::sinf(2.0 * PI * PERIODS * state)
}

/// An expert's action in a state.
pub fn expert_action(state: f32, dice: &mut Stream) -> f32 {
    (middle(state) + NOISE * dice.normal()).clamp(-REACH, REACH)
}

/// A state from the shown [`PIECES`], uniform over their lengths.
pub fn shown_state(dice: &mut Stream) -> f32 {
    let length: f32 = PIECES.iter().map(|(low, high)| high - low).sum();
    let mut left = dice.unit() * length;
    for (low, high) in PIECES {
        if left < high - low {
            return low + left;
        }
        left -= high - low;
    }
    PIECES[PIECES.len() - 1].1
}

/// Whether a state lies in the shown [`PIECES`].
pub fn is_shown(state: f32) -> bool {
    PIECES
        .iter()
        .any(|(low, high)| (*low..=*high).contains(&state))
}

/// `Sine-v0`: states uniform in [0, 1) that do not depend on actions, one action in ±[`REACH`],
/// minus the distance from the sine as reward, 100 steps. The score is the share of actions within
/// three standard deviations of the expert's.
#[derive(Clone, Debug)]
pub struct Sine {
    spec: Spec,
    pieces: bool,
    state: f32,
    near: u32,
    steps: u32,
}

impl Default for Sine {
    fn default() -> Self {
        let actions = ActionSpace::Continuous {
            low: vec![-REACH],
            high: vec![REACH],
        };
        Self {
            spec: spec("Sine-v0", 1, actions, 100, true),
            pieces: false,
            state: 0.0,
            near: 0,
            steps: 0,
        }
    }
}

impl Sine {
    /// The task with states only from the shown [`PIECES`], for demonstrations.
    pub fn pieces() -> Self {
        Self {
            pieces: true,
            ..Self::default()
        }
    }

    fn draw(&mut self, dice: &mut Stream) {
        self.state = if self.pieces {
            shown_state(dice)
        } else {
            dice.unit()
        };
    }
}

impl Dynamics for Sine {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        (self.near, self.steps) = (0, 0);
        self.draw(dice);
    }

    fn advance(&mut self, action: &Action, dice: &mut Stream) -> (f32, bool) {
        let off = (pull(action, 0, -REACH, REACH) - middle(self.state)).abs();
        self.near += u32::from(off <= 3.0 * NOISE);
        self.steps += 1;
        self.draw(dice);
        (-off, false)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        write(observation, &[self.state]);
    }

    fn score(&self) -> Option<f32> {
        Some(self.near as f32 / self.steps.max(1) as f32)
    }
}
