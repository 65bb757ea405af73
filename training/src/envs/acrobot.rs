//! `Acrobot-v1` of Gymnasium (Sutton 1996; equations of Sutton and Barto's book): swing the tip of
//! a two-link arm above a line.

use super::{Dynamics, choice, spec, write};
use crate::env::{Action, ActionSpace, Spec};
use crate::seed::Stream;
use libm::{cos, sin};
use std::f64::consts::{FRAC_PI_2, PI};

/// Change per second of both angles and angular velocities under a torque at the second joint.
/// Masses and lengths are 1, centres of mass at 0.5, moments of inertia 1, gravity 9.8.
fn change([theta1, theta2, dtheta1, dtheta2]: [f64; 4], torque: f64) -> [f64; 4] {
    const CENTRE: f64 = 0.5;
    const GRAVITY: f64 = 9.8;
    let (s2, c2) = (sin(theta2), cos(theta2));
    let d1 = CENTRE * CENTRE + (1.0 + CENTRE * CENTRE + 2.0 * CENTRE * c2) + 2.0;
    let d2 = CENTRE * CENTRE + CENTRE * c2 + 1.0;
    let phi2 = CENTRE * GRAVITY * cos(theta1 + theta2 - FRAC_PI_2);
    let phi1 = -CENTRE * dtheta2 * dtheta2 * s2 - 2.0 * CENTRE * dtheta2 * dtheta1 * s2
        + (CENTRE + 1.0) * GRAVITY * cos(theta1 - FRAC_PI_2)
        + phi2;
    let ddtheta2 = (torque + d2 / d1 * phi1 - CENTRE * dtheta1 * dtheta1 * s2 - phi2)
        / (CENTRE * CENTRE + 1.0 - d2 * d2 / d1);
    let ddtheta1 = -(d2 * ddtheta2 + phi1) / d1;
    [dtheta1, dtheta2, ddtheta1, ddtheta2]
}

/// An angle brought into [−π, π] by whole turns.
fn wrap(angle: f64) -> f64 {
    if angle.abs() <= PI {
        angle
    } else {
        (angle + PI).rem_euclid(2.0 * PI) - PI
    }
}

/// One step of 0.2 s by a single Runge–Kutta step of fourth order. The state is the angle of the
/// first link from hanging, that of the second from the first, and their velocities (held within
/// ±4π and ±9π rad/s).
pub fn acrobot_step(state: [f64; 4], torque: f64) -> [f64; 4] {
    const DT: f64 = 0.2;
    let along = |slope: [f64; 4], by: f64| std::array::from_fn(|i| state[i] + by * slope[i]);
    let k1 = change(state, torque);
    let k2 = change(along(k1, DT / 2.0), torque);
    let k3 = change(along(k2, DT / 2.0), torque);
    let k4 = change(along(k3, DT), torque);
    let next: [f64; 4] =
        std::array::from_fn(|i| state[i] + DT / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]));
    [
        wrap(next[0]),
        wrap(next[1]),
        next[2].clamp(-4.0 * PI, 4.0 * PI),
        next[3].clamp(-9.0 * PI, 9.0 * PI),
    ]
}

/// Whether the tip is above the line.
pub fn acrobot_there(state: [f64; 4]) -> bool {
    -cos(state[0]) - cos(state[1] + state[0]) > 1.0
}

/// `Acrobot-v1`: torques −1 (0), none (1) and 1 (2); −1 a step and 0 when the tip is above the
/// line, 500 steps. The observation is cosine and sine of both angles and their velocities.
#[derive(Clone, Debug)]
pub struct Acrobot {
    spec: Spec,
    /// Both angles and their velocities.
    pub state: [f64; 4],
}

impl Default for Acrobot {
    fn default() -> Self {
        Self {
            spec: spec("Acrobot-v1", 6, ActionSpace::Discrete(3), 500, false),
            state: [0.0; 4],
        }
    }
}

impl Dynamics for Acrobot {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        self.state = std::array::from_fn(|_| f64::from(dice.between(-0.1, 0.1)));
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        self.state = acrobot_step(self.state, choice(action, 3) as f64 - 1.0);
        let there = acrobot_there(self.state);
        (if there { 0.0 } else { -1.0 }, there)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        let [theta1, theta2, dtheta1, dtheta2] = self.state;
        let numbers = [
            cos(theta1),
            sin(theta1),
            cos(theta2),
            sin(theta2),
            dtheta1,
            dtheta2,
        ];
        write(observation, &numbers.map(|x| x as f32));
    }
}
