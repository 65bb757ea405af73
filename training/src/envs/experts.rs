//! Scripted experts, and demonstrations by them.

use super::classic::wrap_angle;
use super::maze::{Planner, PointMaze};
use super::{TimeLimit, grids, make, sine};
use crate::env::{Action, ActionSpace, Environment, Mask};
use crate::rollout::Segment;
use crate::seed::{Stream, Use, stream};
use serde::{Deserialize, Serialize};

/// Somebody who acts from what is seen.
pub trait Expert: Send {
    /// The action to take, one that `mask` allows.
    fn act(&mut self, observation: &[f32], mask: Mask, dice: &mut Stream) -> Action;
}

impl<F: FnMut(&[f32], Mask, &mut Stream) -> Action + Send> Expert for F {
    fn act(&mut self, observation: &[f32], mask: Mask, dice: &mut Stream) -> Action {
        self(observation, mask, dice)
    }
}

fn discrete(rule: impl Fn(&[f32]) -> usize + Send + 'static) -> Box<dyn Expert> {
    Box::new(move |seen: &[f32], _: Mask, _: &mut Stream| Action::Discrete(rule(seen)))
}

fn vector(rule: impl Fn(&[f32]) -> Vec<f32> + Send + 'static) -> Box<dyn Expert> {
    Box::new(move |seen: &[f32], _: Mask, _: &mut Stream| Action::Continuous(rule(seen)))
}

/// Somebody who can do the task of a name; `None` where there is nobody (the `ocean` tasks) and for
/// unknown names.
///
/// Tables are solved exactly (discount 0.999, so that a policy needs no clock); the rest are short
/// rules that are good, not optimal.
pub fn expert(name: &str) -> Option<Box<dyn Expert>> {
    if let Some((mdp, _)) = grids::mdp(name) {
        let policy = mdp.value_iteration(0.999, 1e-9).ok()?.policy;
        return Some(discrete(move |seen| {
            let state = seen.iter().position(|x| *x > 0.5).unwrap_or(0);
            policy.get(state).copied().unwrap_or(0)
        }));
    }
    Some(match name {
        "CartPole-v1" | "seals/CartPole-v0" => discrete(|seen| match *seen {
            // Leans the pole back to the middle of the track while it keeps it up.
            [x, x_dot, theta, theta_dot] => {
                usize::from(0.1 * x + 0.25 * x_dot + 3.0 * theta + theta_dot > 0.0)
            }
            _ => 0,
        }),
        "MountainCar-v0" => discrete(|seen| {
            if seen.get(1).is_some_and(|v| *v < 0.0) {
                0
            } else {
                2
            }
        }),
        "MountainCarContinuous-v0" => vector(|seen| {
            vec![if seen.get(1).is_some_and(|v| *v < 0.0) {
                -0.75
            } else {
                0.75
            }]
        }),
        "Pendulum-v1" => vector(|seen| vec![swing(seen)]),
        "Acrobot-v1" => discrete(|seen| match *seen {
            // Pumps energy: pushes the second link the way it swings against the first.
            [.., dtheta1, dtheta2] if dtheta2 - dtheta1 < 0.0 => 0,
            _ => 2,
        }),
        "seals/NoisyObs-v0" => discrete(|seen| match *seen {
            [x, ..] if x < 2.0 => 0,
            [x, ..] if x > 2.0 => 2,
            [_, y, ..] if y < 2.0 => 1,
            [_, y, ..] if y > 2.0 => 3,
            _ => 4,
        }),
        "PointMaze-v0" => {
            let planner = Planner::default();
            vector(move |seen| planner.forces(seen).to_vec())
        }
        "Sine-v0" => Box::new(|seen: &[f32], _: Mask, dice: &mut Stream| {
            Action::Continuous(vec![sine::expert_action(
                seen.first().copied().unwrap_or(0.0),
                dice,
            )])
        }),
        _ => return None,
    })
}

/// Torque for a pendulum: feeds energy until there is enough to stand, then holds it.
fn swing(seen: &[f32]) -> f32 {
    let &[c, s, speed] = seen else {
        return 0.0;
    };
    let lean = wrap_angle(f64::from(libm::atan2f(s, c))) as f32;
    if c > 0.85 && speed.abs() < 4.0 {
        return (-20.0 * lean - 5.0 * speed).clamp(-2.0, 2.0);
    }
    // Energy in units of m·l²: ½·speed²/3 kinetic, 5·cos θ potential; 5 when it stands.
    let short = 5.0 - (speed * speed / 6.0 + 5.0 * c);
    (short * if speed < 0.0 { -4.0 } else { 4.0 }).clamp(-2.0, 2.0)
}

/// How demonstrations are made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Demos {
    /// How many episodes.
    pub episodes: usize,
    /// Of all that is drawn.
    pub seed: u64,
    /// The share of situations that are shown, in (0, 1]: pairs of start and goal in the maze.
    /// Elsewhere it has no meaning and must be 1.
    pub coverage: f32,
    /// The share of actions that are drawn uniformly from those possible instead, in [0, 1]: data
    /// for offline learners must not all be perfect.
    pub random: f32,
}

impl Default for Demos {
    fn default() -> Self {
        Self {
            episodes: 60,
            seed: 0,
            coverage: 1.0,
            random: 0.0,
        }
    }
}

/// Episodes that were shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// What was seen and done, a segment for each episode.
    pub segments: Vec<Segment>,
    /// The sum of rewards of each.
    pub returns: Vec<f32>,
    /// The score of each, where the task has one, else its return.
    pub scores: Vec<f32>,
}

/// Why there are no demonstrations.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DemosError {
    /// There is no such environment, or nobody who can do it.
    #[error("no demonstrations for {0:?}: no such environment, or nobody can do it")]
    Unknown(String),
    /// A number is outside of its range.
    #[error("demonstrations of {name}: {field} must be in {range}, found {found}")]
    Range {
        /// The environment's name.
        name: String,
        /// The name of the setting.
        field: &'static str,
        /// The range that it must be in.
        range: &'static str,
        /// The value that was given.
        found: f32,
    },
}

/// What the expert of an environment does, the same for the same arguments. `Sine-v0` is shown on
/// its pieces only.
///
/// # Errors
///
/// When there is no such environment or expert, or a number is outside of its range.
pub fn demos(name: &str, how: &Demos) -> Result<Shown, DemosError> {
    let unknown = || DemosError::Unknown(name.to_owned());
    let mut env: Box<dyn Environment> = match name {
        "PointMaze-v0" => Box::new(TimeLimit::new(PointMaze::covering(how.coverage))),
        "Sine-v0" => Box::new(TimeLimit::new(sine::Sine::pieces())),
        _ => make(name).ok_or_else(unknown)?,
    };
    let mut expert = expert(name).ok_or_else(unknown)?;
    let range = |field, range, found| DemosError::Range {
        name: name.to_owned(),
        field,
        range,
        found,
    };
    let whole = name != "PointMaze-v0";
    if !(how.coverage > 0.0 && how.coverage <= 1.0) || whole && how.coverage != 1.0 {
        return Err(range(
            "coverage",
            if whole { "[1, 1]" } else { "(0, 1]" },
            how.coverage,
        ));
    }
    if !(0.0..=1.0).contains(&how.random) {
        return Err(range("random", "[0, 1]", how.random));
    }
    let actions = env.spec().actions.clone();
    let slip = how.random;
    let mut act = move |seen: &[f32], mask: Mask, dice: &mut Stream| {
        if slip > 0.0 && dice.chance(slip) {
            any(&actions, mask, dice)
        } else {
            expert.act(seen, mask, dice)
        }
    };
    Ok(play(env.as_mut(), &mut act, how.episodes, how.seed))
}

/// An action drawn uniformly from those that are possible.
pub fn any(actions: &ActionSpace, mask: Mask, dice: &mut Stream) -> Action {
    match actions {
        ActionSpace::Discrete(n) => {
            let possible: Vec<usize> = (0..*n).filter(|i| mask.allows(*i)).collect();
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

/// Plays whole episodes and keeps them. Episode `i` draws from streams of its own, so that more
/// episodes begin with the same ones.
pub fn play(
    env: &mut dyn Environment,
    expert: &mut dyn Expert,
    episodes: usize,
    seed: u64,
) -> Shown {
    let mut shown = Shown::default();
    for episode in 0..episodes {
        let mut world = stream(seed, Use::Environment, episode as u64);
        let mut dice = stream(seed, Use::Act, episode as u64);
        let segment = play_one(env, expert, &mut world, &mut dice);
        let sum = segment.rewards.iter().sum();
        shown.returns.push(sum);
        shown.scores.push(env.score().unwrap_or(sum));
        shown.segments.push(segment);
    }
    shown
}

fn play_one(
    env: &mut dyn Environment,
    expert: &mut dyn Expert,
    world: &mut Stream,
    dice: &mut Stream,
) -> Segment {
    let mut segment = Segment::default();
    let mut seen = vec![0.0; env.spec().observation];
    let (low, high) = match &env.spec().actions {
        ActionSpace::Discrete(_) => (Vec::new(), Vec::new()),
        ActionSpace::Continuous { low, high } => (low.clone(), high.clone()),
    };
    env.reset(world, &mut seen);
    loop {
        let mask = env.mask();
        let action = expert.act(&seen, mask, dice);
        segment.observations.extend_from_slice(&seen);
        match &action {
            // What is written down is what was done: within bounds, and of the right width.
            _ if !low.is_empty() => {
                segment
                    .moves
                    .extend((0..low.len()).map(|i| super::pull(&action, i, low[i], high[i])));
            }
            _ => {
                segment.masks.push(mask);
                segment
                    .actions
                    .push(super::choice(&action, env.spec().actions.width()) as u32);
            }
        }
        let step = env.step(&action, world, &mut seen);
        segment.rewards.push(step.reward);
        segment.terminated.push(step.terminated);
        segment.truncated.push(step.truncated);
        if step.done() {
            if step.truncated {
                segment.final_observations.extend_from_slice(&seen);
            }
            segment.next_observation = seen;
            return segment;
        }
    }
}
