//! The tasks of seals (Center for Human-Compatible AI) that are not tables: CartPole of fixed
//! length, and NoisyObs. For the tables see [`super::grids`].

use super::classic::{POLE_LIMIT, TRACK_LIMIT, cart_pole_start, cart_pole_step, wrap_angle};
use super::{Dynamics, choice, spec, write};
use crate::env::{Action, ActionSpace, Spec};
use crate::seed::Stream;

/// `seals/CartPole-v0`: CartPole that always takes 500 steps, so that the length of an episode
/// tells an imitator nothing; 1 for every step after which pole and cart are within their limits.
/// The angle is wrapped to [−π, π).
#[derive(Clone, Debug)]
pub struct SealsCartPole {
    spec: Spec,
    /// Position, velocity, angle, angular velocity.
    pub state: [f64; 4],
}

impl Default for SealsCartPole {
    fn default() -> Self {
        Self {
            spec: spec("seals/CartPole-v0", 4, ActionSpace::Discrete(2), 500, true),
            state: [0.0; 4],
        }
    }
}

impl Dynamics for SealsCartPole {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        self.state = cart_pole_start(dice);
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        self.state = cart_pole_step(self.state, choice(action, 2) == 1);
        self.state[2] = wrap_angle(self.state[2]);
        let well = self.state[0].abs() < TRACK_LIMIT && self.state[2].abs() < POLE_LIMIT;
        (if well { 1.0 } else { 0.0 }, false)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        write(observation, &self.state.map(|x| x as f32));
    }
}

/// Side of the grid of [`NoisyObs`].
const SIDE: usize = 5;
/// Numbers of noise in an observation of [`NoisyObs`].
const NOISE: usize = 20;

/// `seals/NoisyObs-v0`: from a corner of a 5 × 5 grid to its centre (right, down, left, up, stay),
/// with 20 numbers of standard normal noise behind the two coordinates; 1 for every step that
/// begins at the centre, 15 steps.
#[derive(Clone, Debug)]
pub struct NoisyObs {
    spec: Spec,
    at: [usize; 2],
}

impl Default for NoisyObs {
    fn default() -> Self {
        Self {
            spec: spec(
                "seals/NoisyObs-v0",
                2 + NOISE,
                ActionSpace::Discrete(5),
                15,
                true,
            ),
            at: [0, 0],
        }
    }
}

impl Dynamics for NoisyObs {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        let corner = dice.below(4);
        self.at = [corner % 2 * (SIDE - 1), corner / 2 * (SIDE - 1)];
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        let reward = if self.at == [SIDE / 2; 2] { 1.0 } else { 0.0 };
        let [x, y] = self.at;
        self.at = match choice(action, 5) {
            0 => [(x + 1).min(SIDE - 1), y],
            1 => [x, (y + 1).min(SIDE - 1)],
            2 => [x.saturating_sub(1), y],
            3 => [x, y.saturating_sub(1)],
            _ => [x, y],
        };
        (reward, false)
    }

    fn observe(&mut self, dice: &mut Stream, observation: &mut [f32]) {
        for noise in observation.iter_mut().skip(2) {
            *noise = dice.normal();
        }
        write(observation, &self.at.map(|x| x as f32));
    }
}
