//! The classic control tasks of Gymnasium (`gymnasium/envs/classic_control`): CartPole, MountainCar
//! with discrete and continuous forces, and Pendulum. States are `f64` as there, observations
//! `f32`.

use super::{Dynamics, choice, pull, spec, within, write};
use crate::env::{Action, ActionSpace, Spec};
use crate::seed::Stream;
use libm::{cos, sin};
use std::f64::consts::PI;

/// The angle from upright at which CartPole fails, radians: 12 degrees.
pub const POLE_LIMIT: f64 = 12.0 * 2.0 * PI / 360.0;
/// How far from the centre the cart may go, metres.
pub const TRACK_LIMIT: f64 = 2.4;

/// State, action and next state, as printed in the docstrings of Gymnasium's vectorised
/// environments. States are position (m), velocity (m/s), angle (rad) and angular velocity (rad/s).
pub const CART_POLE_TRANSITIONS: [([f64; 4], usize, [f64; 4]); 6] = [
    (
        [0.01823519, -0.0446179, -0.02796401, -0.03156282],
        1,
        [0.01734283, 0.15089367, -0.02859527, -0.33293587],
    ),
    (
        [0.02852531, 0.02858594, 0.0469136, 0.02480598],
        0,
        [0.02909703, -0.16717631, 0.04740972, 0.3319138],
    ),
    (
        [0.03517495, -0.000635, -0.01098382, -0.03203924],
        0,
        [0.03516225, -0.19559774, -0.01162461, 0.25715804],
    ),
    (
        [0.0273956, -0.00611216, 0.03585979, 0.0197368],
        1,
        [0.02727336, 0.18847767, 0.03625453, -0.26141977],
    ),
    (
        [0.01522993, -0.04562247, -0.04799704, 0.03392126],
        0,
        [0.01431748, -0.24002443, -0.04731862, 0.3110827],
    ),
    (
        [-0.03774345, -0.02418869, -0.00942293, 0.0469184],
        1,
        [-0.03822722, 0.1710671, -0.00848456, -0.2487226],
    ),
];

/// One step of 0.02 s of a cart of 1 kg with a pole of 0.1 kg and 1 m, pushed by 10 N to the left
/// (`right` false) or right, by explicit Euler. The state is position, velocity, angle from
/// upright, angular velocity.
pub fn cart_pole_step([x, x_dot, theta, theta_dot]: [f64; 4], right: bool) -> [f64; 4] {
    const GRAVITY: f64 = 9.8;
    const POLE: f64 = 0.1;
    const TOTAL: f64 = 1.0 + POLE;
    const HALF_LENGTH: f64 = 0.5;
    const TAU: f64 = 0.02;
    let force = if right { 10.0 } else { -10.0 };
    let (s, c) = (sin(theta), cos(theta));
    let push = (force + POLE * HALF_LENGTH * theta_dot * theta_dot * s) / TOTAL;
    let turn = (GRAVITY * s - c * push) / (HALF_LENGTH * (4.0 / 3.0 - POLE * c * c / TOTAL));
    let speed_up = push - POLE * HALF_LENGTH * turn * c / TOTAL;
    [
        x + TAU * x_dot,
        x_dot + TAU * speed_up,
        theta + TAU * theta_dot,
        theta_dot + TAU * turn,
    ]
}

/// Whether a state of CartPole is past a limit.
pub fn cart_pole_fell(state: [f64; 4]) -> bool {
    state[0].abs() > TRACK_LIMIT || state[2].abs() > POLE_LIMIT
}

/// A first state of CartPole: each number uniform in ±0.05.
pub(super) fn cart_pole_start(dice: &mut Stream) -> [f64; 4] {
    std::array::from_fn(|_| f64::from(dice.between(-0.05, 0.05)))
}

/// `CartPole-v1`: keep a pole upright on a cart, by pushes to the left (0) and right (1); 1 a step,
/// 500 steps. Ends when the pole leans by more than 12 degrees or the cart is more than 2.4 m off.
#[derive(Clone, Debug)]
pub struct CartPole {
    spec: Spec,
    /// Position, velocity, angle, angular velocity.
    pub state: [f64; 4],
}

impl Default for CartPole {
    fn default() -> Self {
        Self {
            spec: spec("CartPole-v1", 4, ActionSpace::Discrete(2), 500, false),
            state: [0.0; 4],
        }
    }
}

impl Dynamics for CartPole {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        self.state = cart_pole_start(dice);
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        self.state = cart_pole_step(self.state, choice(action, 2) == 1);
        (1.0, cart_pole_fell(self.state))
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        write(observation, &self.state.map(|x| x as f32));
    }
}

/// One step of MountainCar with a push of `force` on top of gravity: position in [−1.2, 0.6],
/// velocity in ±0.07, at rest against the left wall.
pub fn mountain_car_step([position, velocity]: [f64; 2], force: f64) -> [f64; 2] {
    let velocity = (velocity + force - 0.0025 * cos(3.0 * position)).clamp(-0.07, 0.07);
    let position = (position + velocity).clamp(-1.2, 0.6);
    [
        position,
        if position == -1.2 && velocity < 0.0 {
            0.0
        } else {
            velocity
        },
    ]
}

/// `MountainCar-v0`: get an underpowered car up a hill by pushing left (0), not at all (1) or right
/// (2); −1 a step until position 0.5, 200 steps.
#[derive(Clone, Debug)]
pub struct MountainCar {
    spec: Spec,
    /// Position, −1.2 to 0.6, and velocity, −0.07 to 0.07.
    pub state: [f64; 2],
}

impl Default for MountainCar {
    fn default() -> Self {
        Self {
            spec: spec("MountainCar-v0", 2, ActionSpace::Discrete(3), 200, false),
            state: [-0.5, 0.0],
        }
    }
}

impl Dynamics for MountainCar {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        self.state = [f64::from(dice.between(-0.6, -0.4)), 0.0];
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        self.state = mountain_car_step(self.state, (choice(action, 3) as f64 - 1.0) * 0.001);
        (-1.0, self.state[0] >= 0.5 && self.state[1] >= 0.0)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        write(observation, &self.state.map(|x| x as f32));
    }
}

/// `MountainCarContinuous-v0`: as MountainCar with a force in ±1; −0.1·force² a step and 100 at
/// position 0.45, 999 steps.
#[derive(Clone, Debug)]
pub struct MountainCarContinuous {
    spec: Spec,
    /// Position and velocity, rounded to `f32` after each step as Gymnasium does.
    pub state: [f64; 2],
}

impl Default for MountainCarContinuous {
    fn default() -> Self {
        Self {
            spec: spec("MountainCarContinuous-v0", 2, within(1.0, 1), 999, false),
            state: [-0.5, 0.0],
        }
    }
}

impl Dynamics for MountainCarContinuous {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        self.state = [f64::from(dice.between(-0.6, -0.4)), 0.0];
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        let force = f64::from(pull(action, 0, -1.0, 1.0));
        let [position, velocity] = mountain_car_step(self.state, force * 0.0015);
        let there = position >= 0.45 && velocity >= 0.0;
        self.state = [f64::from(position as f32), f64::from(velocity as f32)];
        (
            (if there { 100.0 } else { 0.0 } - 0.1 * force * force) as f32,
            there,
        )
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        write(observation, &self.state.map(|x| x as f32));
    }
}

/// An angle brought into [−π, π).
pub fn wrap_angle(angle: f64) -> f64 {
    (angle + PI).rem_euclid(2.0 * PI) - PI
}

/// `Pendulum-v1`: swing up and hold a pendulum of 1 kg and 1 m with a torque in ±2 N·m; −(θ² +
/// 0.1·θ̇² + 0.001·torque²) a step, 200 steps. The observation is cos θ, sin θ, θ̇, with θ = 0
/// upright.
#[derive(Clone, Debug)]
pub struct Pendulum {
    spec: Spec,
    /// Angle and angular velocity.
    pub state: [f64; 2],
}

impl Default for Pendulum {
    fn default() -> Self {
        Self {
            spec: spec("Pendulum-v1", 3, within(2.0, 1), 200, true),
            state: [PI, 0.0],
        }
    }
}

impl Dynamics for Pendulum {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        self.state = [
            f64::from(dice.between(-1.0, 1.0)) * PI,
            f64::from(dice.between(-1.0, 1.0)),
        ];
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        const TAU: f64 = 0.05;
        let [theta, theta_dot] = self.state;
        let torque = f64::from(pull(action, 0, -2.0, 2.0));
        let lean = wrap_angle(theta);
        let cost = lean * lean + 0.1 * theta_dot * theta_dot + 0.001 * torque * torque;
        let faster = (theta_dot + (15.0 * sin(theta) + 3.0 * torque) * TAU).clamp(-8.0, 8.0);
        self.state = [theta + faster * TAU, faster];
        (-cost as f32, false)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        let [theta, theta_dot] = self.state;
        write(
            observation,
            &[cos(theta) as f32, sin(theta) as f32, theta_dot as f32],
        );
    }
}
