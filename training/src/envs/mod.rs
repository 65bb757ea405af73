//! Small published environments, each true to its source: what learners are proven in before they
//! are let near anybody.
//!
//! Every one is a [`Dynamics`], its rules alone, in a [`TimeLimit`], which counts steps to the
//! horizon. [`make`] gives one by its published name, [`experts::expert`] somebody who can do the
//! task, and [`experts::demos`] what that expert did.

pub mod acrobot;
pub mod classic;
pub mod experts;
pub mod grids;
pub mod maze;
pub mod ocean;
pub mod seals;
pub mod sine;

use crate::env::{Action, ActionSpace, Environment, Mask, Spec, Step};
use crate::seed::Stream;

/// Names that [`make`] knows.
pub const NAMES: &[&str] = &[
    "CartPole-v1",
    "Acrobot-v1",
    "MountainCar-v0",
    "MountainCarContinuous-v0",
    "Pendulum-v1",
    "FrozenLake-v1",
    "FrozenLake8x8-v1",
    "CliffWalking-v1",
    "seals/CartPole-v0",
    "seals/RiskyPath-v0",
    "seals/EarlyTermPos-v0",
    "seals/EarlyTermNeg-v0",
    "seals/Branching-v0",
    "seals/InitShiftTrain-v0",
    "seals/InitShiftTest-v0",
    "seals/NoisyObs-v0",
    "PointMaze-v0",
    "Sine-v0",
    "ocean/Bandit",
    "ocean/Squared",
    "ocean/Password",
    "ocean/Stochastic",
    "ocean/Memory",
    "ocean/Multiagent",
    "ocean/Spaces",
];

/// The environment of a name; `None` for a name that is not in [`NAMES`].
pub fn make(name: &str) -> Option<Box<dyn Environment>> {
    make_slot(name, 0)
}

/// The environment of a name for one of several slots that run side by side. Slots are alike,
/// except in `ocean/Multiagent`, where even slots are the first agent and odd ones the second.
pub fn make_slot(name: &str, slot: usize) -> Option<Box<dyn Environment>> {
    if let Some(tabular) = grids::make(name) {
        return Some(Box::new(tabular));
    }
    Some(match name {
        "CartPole-v1" => Box::new(TimeLimit::new(classic::CartPole::default())),
        "Acrobot-v1" => Box::new(TimeLimit::new(acrobot::Acrobot::default())),
        "MountainCar-v0" => Box::new(TimeLimit::new(classic::MountainCar::default())),
        "MountainCarContinuous-v0" => {
            Box::new(TimeLimit::new(classic::MountainCarContinuous::default()))
        }
        "Pendulum-v1" => Box::new(TimeLimit::new(classic::Pendulum::default())),
        "seals/CartPole-v0" => Box::new(TimeLimit::new(seals::SealsCartPole::default())),
        "seals/NoisyObs-v0" => Box::new(TimeLimit::new(seals::NoisyObs::default())),
        "PointMaze-v0" => Box::new(TimeLimit::new(maze::PointMaze::default())),
        "Sine-v0" => Box::new(TimeLimit::new(sine::Sine::default())),
        "ocean/Bandit" => Box::new(TimeLimit::new(ocean::Bandit::default())),
        "ocean/Squared" => Box::new(TimeLimit::new(ocean::Squared::default())),
        "ocean/Password" => Box::new(TimeLimit::new(ocean::Password::default())),
        "ocean/Stochastic" => Box::new(TimeLimit::new(ocean::Stochastic::default())),
        "ocean/Memory" => Box::new(TimeLimit::new(ocean::OceanMemory::default())),
        "ocean/Multiagent" => Box::new(TimeLimit::new(ocean::Multiagent::new(slot % 2))),
        "ocean/Spaces" => Box::new(TimeLimit::new(ocean::Spaces::default())),
        _ => return None,
    })
}

/// The rules of an environment, without the counting of steps.
pub trait Dynamics: Send {
    /// What is fixed about it.
    fn spec(&self) -> &Spec;

    /// Draws a first state.
    fn begin(&mut self, dice: &mut Stream);

    /// Takes an action; gives the reward and whether that ended the episode for good.
    fn advance(&mut self, action: &Action, dice: &mut Stream) -> (f32, bool);

    /// Writes what is seen of the state.
    fn observe(&mut self, dice: &mut Stream, observation: &mut [f32]);

    /// As [`Environment::mask`].
    fn mask(&self) -> Mask {
        Mask::all(self.spec().actions.width())
    }

    /// As [`Environment::score`].
    fn score(&self) -> Option<f32> {
        None
    }
}

/// An environment from its rules: cuts episodes off at the horizon.
///
/// A step before the first reset, or after an episode ended, changes nothing and gives reward 0 and
/// `terminated`.
#[derive(Clone, Debug)]
pub struct TimeLimit<C> {
    dynamics: C,
    steps: u32,
    over: bool,
}

impl<C: Dynamics> TimeLimit<C> {
    /// An environment that waits for its first reset.
    pub fn new(dynamics: C) -> Self {
        Self {
            dynamics,
            steps: 0,
            over: true,
        }
    }

    /// The rules and state within.
    pub fn dynamics(&self) -> &C {
        &self.dynamics
    }

    /// The rules and state within, to be changed.
    pub fn dynamics_mut(&mut self) -> &mut C {
        &mut self.dynamics
    }
}

impl<C: Dynamics> Environment for TimeLimit<C> {
    fn spec(&self) -> &Spec {
        self.dynamics.spec()
    }

    fn reset(&mut self, dice: &mut Stream, observation: &mut [f32]) {
        self.dynamics.begin(dice);
        (self.steps, self.over) = (0, false);
        self.dynamics.observe(dice, observation);
    }

    fn step(&mut self, action: &Action, dice: &mut Stream, observation: &mut [f32]) -> Step {
        if self.over {
            self.dynamics.observe(dice, observation);
            return Step {
                terminated: true,
                ..Step::default()
            };
        }
        let (reward, terminated) = self.dynamics.advance(action, dice);
        self.steps += 1;
        let truncated = !terminated && self.steps >= self.dynamics.spec().horizon;
        self.over = terminated || truncated;
        self.dynamics.observe(dice, observation);
        Step {
            reward,
            terminated,
            truncated,
        }
    }

    fn mask(&self) -> Mask {
        self.dynamics.mask()
    }

    fn score(&self) -> Option<f32> {
        self.dynamics.score()
    }
}

/// The number of a discrete action below `n`: a number too high is the last, the sign of a vector's
/// first entry chooses between first and last.
pub(crate) fn choice(action: &Action, n: usize) -> usize {
    let last = n.saturating_sub(1);
    match action {
        Action::Discrete(i) => (*i).min(last),
        Action::Continuous(v) => {
            if v.first().is_some_and(|x| *x > 0.0) {
                last
            } else {
                0
            }
        }
    }
}

/// Entry `i` of a continuous action, held within bounds; 0 (or the bound nearest to it) for what is
/// missing or not a number.
pub(crate) fn pull(action: &Action, i: usize, low: f32, high: f32) -> f32 {
    let wish = match action {
        Action::Continuous(v) => v.get(i).copied().filter(|x| !x.is_nan()).unwrap_or(0.0),
        Action::Discrete(_) => 0.0,
    };
    wish.max(low).min(high)
}

/// Writes numbers to the front of an observation, as many as fit.
pub(crate) fn write(observation: &mut [f32], numbers: &[f32]) {
    for (to, from) in observation.iter_mut().zip(numbers) {
        *to = *from;
    }
}

/// Writes a one at `at` and zeros elsewhere.
pub(crate) fn one_hot(observation: &mut [f32], at: usize) {
    observation.fill(0.0);
    if let Some(x) = observation.get_mut(at) {
        *x = 1.0;
    }
}

/// A spec, written in one line.
pub(crate) fn spec(
    name: &str,
    observation: usize,
    actions: ActionSpace,
    horizon: u32,
    fixed_horizon: bool,
) -> Spec {
    Spec {
        name: name.to_owned(),
        observation,
        actions,
        horizon,
        fixed_horizon,
    }
}

/// One continuous action of `n` numbers, all within `±bound`.
pub(crate) fn within(bound: f32, n: usize) -> ActionSpace {
    ActionSpace::Continuous {
        low: vec![-bound; n],
        high: vec![bound; n],
    }
}

#[cfg(test)]
mod tests;
