//! Environments that are tables: FrozenLake and CliffWalking of Gymnasium
//! (`gymnasium/envs/toy_text`), and the tabular diagnostics of seals (`seals/diagnostics`, Freire
//! et al., "DERAIL", 2020). The table of each can be solved exactly ([`mdp`]). Observations are
//! one-hot.

use super::{Dynamics, TimeLimit, choice, one_hot, spec};
use crate::env::{Action, ActionSpace, Spec};
use crate::seed::Stream;
use crate::tabular::{Mdp, Transition};

/// The maps of FrozenLake: start, frozen, hole, goal.
const LAKE_4X4: [&str; 4] = ["SFFF", "FHFH", "FFFH", "HFFG"];
const LAKE_8X8: [&str; 8] = [
    "SFFFFFFF", "FFFFFFFF", "FFFHFFFF", "FFFFFHFF", "FFFHFFFF", "FHHFFFHF", "FHFFHFHF", "FFFHFFFG",
];

/// The table and the horizon of an environment by its name; `None` for one that is not a table.
pub fn mdp(name: &str) -> Option<(Mdp, u32)> {
    match name {
        "FrozenLake-v1" => lake(&LAKE_4X4).map(|m| (m, 100)),
        "FrozenLake8x8-v1" => lake(&LAKE_8X8).map(|m| (m, 200)),
        // Gymnasium sets no limit; without one, a policy that walks in circles never ends.
        "CliffWalking-v1" => cliff().map(|m| (m, 200)),
        "seals/RiskyPath-v0" => risky_path().map(|m| (m, 5)),
        "seals/EarlyTermPos-v0" => early_termination(1.0).map(|m| (m, 10)),
        "seals/EarlyTermNeg-v0" => early_termination(-1.0).map(|m| (m, 10)),
        "seals/Branching-v0" => branching(2, 10).map(|m| (m, 11)),
        "seals/InitShiftTrain-v0" => init_shift(0).map(|m| (m, 3)),
        "seals/InitShiftTest-v0" => init_shift(1).map(|m| (m, 3)),
        _ => None,
    }
}

/// The environment of a table by its name.
pub(super) fn make(name: &str) -> Option<TimeLimit<Table>> {
    let (mdp, horizon) = mdp(name)?;
    Some(TimeLimit::new(Table::new(name, mdp, horizon)))
}

/// An environment that is a table. Its score is 1 when the episode was as good as FrozenLake's
/// goal; others have none.
#[derive(Clone, Debug)]
pub struct Table {
    spec: Spec,
    mdp: Mdp,
    state: usize,
    goal: Option<bool>,
}

impl Table {
    /// The environment of a table, cut off after `horizon` steps.
    pub fn new(name: &str, mdp: Mdp, horizon: u32) -> Self {
        let fixed = !(0..mdp.states() * mdp.actions()).any(|i| {
            mdp.outcomes(i / mdp.actions(), i % mdp.actions())
                .iter()
                .any(|o| o.terminated)
        });
        let spec = spec(
            name,
            mdp.states(),
            ActionSpace::Discrete(mdp.actions()),
            horizon,
            fixed,
        );
        let goal = name.starts_with("FrozenLake").then_some(false);
        Self {
            spec,
            mdp,
            state: 0,
            goal,
        }
    }

    /// The number of the state it is in.
    pub fn state(&self) -> usize {
        self.state
    }
}

/// Draws an index by its probability. What rounding leaves over goes to the last that is possible.
fn draw(probabilities: impl Iterator<Item = f64>, dice: &mut Stream) -> usize {
    let mut left = f64::from(dice.unit());
    let mut last = 0;
    for (i, p) in probabilities.enumerate().filter(|(_, p)| *p > 0.0) {
        last = i;
        left -= p;
        if left < 0.0 {
            break;
        }
    }
    last
}

impl Dynamics for Table {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        self.state = draw(self.mdp.start().iter().copied(), dice);
        self.goal = self.goal.map(|_| false);
    }

    fn advance(&mut self, action: &Action, dice: &mut Stream) -> (f32, bool) {
        let outcomes = self
            .mdp
            .outcomes(self.state, choice(action, self.mdp.actions()));
        let Some(outcome) = outcomes.get(draw(outcomes.iter().map(|o| o.probability), dice)) else {
            return (0.0, true);
        };
        self.state = outcome.next;
        self.goal = self.goal.map(|there| there || outcome.reward > 0.0);
        (outcome.reward as f32, outcome.terminated)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        one_hot(observation, self.state);
    }

    fn score(&self) -> Option<f32> {
        self.goal.map(|there| if there { 1.0 } else { 0.0 })
    }
}

/// A table whose first state is certain.
fn from(
    states: usize,
    actions: usize,
    first: usize,
    of: impl Fn(usize, usize) -> Vec<Transition>,
) -> Option<Mdp> {
    let mut start = vec![0.0; states];
    *start.get_mut(first)? = 1.0;
    Mdp::new(
        states,
        actions,
        start,
        (0..states * actions)
            .map(|i| of(i / actions, i % actions))
            .collect(),
    )
    .ok()
}

fn surely(next: usize, reward: f64, terminated: bool) -> Vec<Transition> {
    vec![Transition {
        probability: 1.0,
        next,
        reward,
        terminated,
    }]
}

/// FrozenLake, slippery: left, down, right, up; a third each the way meant and the two beside it. 1
/// for the goal; goal and holes end it.
fn lake(map: &[&str]) -> Option<Mdp> {
    let side = map.len();
    let tile = |s: usize| {
        map[s / side]
            .as_bytes()
            .get(s % side)
            .copied()
            .unwrap_or(b'F')
    };
    let ends = |s| matches!(tile(s), b'G' | b'H');
    let go = |s: usize, way: usize| {
        let (row, column) = (s / side, s % side);
        match way {
            0 => row * side + column.saturating_sub(1),
            1 => (row + 1).min(side - 1) * side + column,
            2 => row * side + (column + 1).min(side - 1),
            _ => row.saturating_sub(1) * side + column,
        }
    };
    from(side * side, 4, 0, |s, a| {
        if ends(s) {
            return surely(s, 0.0, true);
        }
        let slip = |way| {
            let next = go(s, way);
            let reward = if tile(next) == b'G' { 1.0 } else { 0.0 };
            Transition {
                probability: 1.0 / 3.0,
                next,
                reward,
                terminated: ends(next),
            }
        };
        vec![slip((a + 3) % 4), slip(a), slip((a + 1) % 4)]
    })
}

/// CliffWalking (Sutton and Barto, example 6.6): up, right, down, left on 4 × 12; −1 a step, −100
/// and back to the start off the cliff, which lies between start and goal.
fn cliff() -> Option<Mdp> {
    const WIDTH: usize = 12;
    from(4 * WIDTH, 4, 36, |s, a| {
        let (row, column) = (s / WIDTH, s % WIDTH);
        let (row, column) = match a {
            0 => (row.saturating_sub(1), column),
            1 => (row, (column + 1).min(WIDTH - 1)),
            2 => ((row + 1).min(3), column),
            _ => (row, column.saturating_sub(1)),
        };
        match (row, column) {
            (3, 1..=10) => surely(36, -100.0, false),
            _ => surely(row * WIDTH + column, -1.0, (row, column) == (3, WIDTH - 1)),
        }
    })
}

/// seals RiskyPath: the safe way to the goal takes two steps, the risky one a single step half of
/// the time and is ruin otherwise. Rewards are of the state that is left.
fn risky_path() -> Option<Mdp> {
    const REWARDS: [f64; 4] = [0.0, 0.0, 1.0, -100.0];
    from(4, 2, 0, |s, a| {
        let go = |probability, next| Transition {
            probability,
            next,
            reward: REWARDS[s],
            terminated: false,
        };
        match (s, a) {
            (0, 0) => vec![go(1.0, 1)],
            (0, _) => vec![go(0.5, 2), go(0.5, 3)],
            (1, 0) => vec![go(1.0, 2)],
            _ => vec![go(1.0, s)],
        }
    })
}

/// seals EarlyTerm: back and forth between two states, or out of the second for good; every step
/// has the same reward.
fn early_termination(reward: f64) -> Option<Mdp> {
    from(3, 2, 0, |s, a| match (s, a) {
        (0, _) => surely(1, reward, false),
        (1, 0) => surely(0, reward, false),
        _ => surely(2, reward, true),
    })
}

/// seals Branching: of `factor` ways at each of `length` forks only the last goes on; 1 at the end
/// of it.
fn branching(factor: usize, length: usize) -> Option<Mdp> {
    let last = factor * length;
    from(last + 1, factor, 0, |s, a| {
        let next = if s % factor == 0 && s != last {
            s + a + 1
        } else {
            s
        };
        surely(next, if s == last { 1.0 } else { 0.0 }, false)
    })
}

/// seals InitShift: a binary tree of depth 2 with rewards 1, −1, −1, 2 at its leaves. Experts start
/// at the root, learners at its left child.
fn init_shift(first: usize) -> Option<Mdp> {
    const LEAVES: [f64; 4] = [1.0, -1.0, -1.0, 2.0];
    from(7, 2, first, |s, a| match s.checked_sub(3) {
        None => surely(2 * s + 1 + a, 0.0, false),
        Some(leaf) => surely(s, LEAVES[leaf], false),
    })
}
