//! The seven sanity tasks of PufferLib ("Ocean", MIT): each fails under a common mistake of a
//! learner, and is learned in seconds without one. Sizes are those that PufferLib registers. Scores
//! are in [0, 1].

use super::{Dynamics, choice, spec, write};
use crate::env::{Action, ActionSpace, Spec};
use crate::seed::Stream;

/// `ocean/Bandit`: one step, 10 arms, one of which gives 1 more than the others; rewards have
/// standard normal noise. The score is whether the arm was right.
#[derive(Clone, Debug)]
pub struct Bandit {
    spec: Spec,
    noise: f32,
    score: f32,
}

impl Default for Bandit {
    fn default() -> Self {
        Self {
            spec: spec("ocean/Bandit", 1, ActionSpace::Discrete(10), 1, true),
            noise: 1.0,
            score: 0.0,
        }
    }
}

impl Bandit {
    /// The arm that pays.
    pub const ARM: usize = 6;

    /// The task without noise on its rewards.
    pub fn quiet() -> Self {
        Self {
            noise: 0.0,
            ..Self::default()
        }
    }
}

impl Dynamics for Bandit {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, _: &mut Stream) {
        self.score = 0.0;
    }

    fn advance(&mut self, action: &Action, dice: &mut Stream) -> (f32, bool) {
        self.score = f32::from(u8::from(choice(action, 10) == Self::ARM));
        (self.score + self.noise * dice.normal(), true)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        write(observation, &[1.0]);
    }

    fn score(&self) -> Option<f32> {
        Some(self.score)
    }
}

/// `ocean/Squared`: from the centre of a square grid to targets on its rim, by eight moves; 1 less
/// the distance to the nearest target over the distance from centre to rim, a step. Whoever comes
/// to the rim is put back to the centre. The score is the share of targets hit.
///
/// Targets that were hit disappear from what is seen (in PufferLib they stay), so that no memory is
/// needed.
#[derive(Clone, Debug)]
pub struct Squared {
    spec: Spec,
    reach: i32,
    wanted: usize,
    steps: u32,
    at: (i32, i32),
    targets: Vec<(i32, i32)>,
}

impl Default for Squared {
    fn default() -> Self {
        Self::with(3, 1)
    }
}

impl Squared {
    const MOVES: [(i32, i32); 8] = [
        (0, -1),
        (0, 1),
        (-1, 0),
        (1, 0),
        (1, -1),
        (-1, -1),
        (1, 1),
        (-1, 1),
    ];

    /// A grid whose rim is `reach` steps from its centre (1 to 20), with a number of targets (at
    /// least 1, at most all of the rim).
    pub fn with(reach: usize, targets: usize) -> Self {
        let reach = reach.clamp(1, 20);
        let wanted = targets.clamp(1, 8 * reach);
        let side = 2 * reach + 1;
        let spec = spec(
            "ocean/Squared",
            side * side,
            ActionSpace::Discrete(8),
            (wanted * reach) as u32,
            true,
        );
        Self {
            spec,
            reach: reach as i32,
            wanted,
            steps: 0,
            at: (0, 0),
            targets: Vec::new(),
        }
    }
}

impl Dynamics for Squared {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        let r = self.reach;
        (self.at, self.steps) = ((0, 0), 0);
        self.targets = (-r..=r)
            .flat_map(|x| (-r..=r).map(move |y| (x, y)))
            .filter(|(x, y)| x.abs().max(y.abs()) == r)
            .collect();
        dice.shuffle(&mut self.targets);
        self.targets.truncate(self.wanted);
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        let (dx, dy) = Self::MOVES[choice(action, 8)];
        let to = (self.at.0 + dx, self.at.1 + dy);
        let nearest = self
            .targets
            .iter()
            .map(|t| (t.0 - to.0).abs().max((t.1 - to.1).abs()))
            .min();
        let reward = nearest.map_or(0.0, |d| 1.0 - d as f32 / self.reach as f32);
        self.targets.retain(|t| *t != to);
        self.at = if to.0.abs().max(to.1.abs()) >= self.reach {
            (0, 0)
        } else {
            to
        };
        self.steps += 1;
        (reward, self.steps >= self.spec.horizon)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        let side = 2 * self.reach + 1;
        let place = |(x, y): (i32, i32)| ((x + self.reach) * side + y + self.reach) as usize;
        observation.fill(0.0);
        for (at, value) in self
            .targets
            .iter()
            .map(|t| (place(*t), 1.0))
            .chain([(place(self.at), -1.0)])
        {
            if let Some(x) = observation.get_mut(at) {
                *x = value;
            }
        }
    }

    fn score(&self) -> Option<f32> {
        Some(1.0 - self.targets.len() as f32 / self.wanted as f32)
    }
}

/// `ocean/Password`: guess five binary digits, one a step; 1 at the end if all are right. A policy
/// must not settle before it found them, and must hold on to them afterwards. What was guessed so
/// far is seen, −1 for what was not yet.
#[derive(Clone, Debug)]
pub struct Password {
    spec: Spec,
    guesses: [f32; 5],
    at: usize,
}

impl Default for Password {
    fn default() -> Self {
        Self {
            spec: spec("ocean/Password", 5, ActionSpace::Discrete(2), 5, true),
            guesses: [-1.0; 5],
            at: 0,
        }
    }
}

impl Password {
    /// The right digits, in order: the action of each step.
    pub const DIGITS: [f32; 5] = [0.0, 1.0, 0.0, 0.0, 0.0];

    fn right(&self) -> f32 {
        f32::from(u8::from(self.guesses == Self::DIGITS))
    }
}

impl Dynamics for Password {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, _: &mut Stream) {
        (self.guesses, self.at) = ([-1.0; 5], 0);
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        if let Some(guess) = self.guesses.get_mut(self.at) {
            *guess = choice(action, 2) as f32;
        }
        self.at += 1;
        let over = self.at >= self.guesses.len();
        (if over { self.right() } else { 0.0 }, over)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        write(observation, &self.guesses);
    }

    fn score(&self) -> Option<f32> {
        Some(self.right())
    }
}

/// `ocean/Stochastic`: action 0 should be taken 70 % of the time, by a policy that sees nothing and
/// so must be random; 100 steps. The score is one less the squared distance from that share.
#[derive(Clone, Debug)]
pub struct Stochastic {
    spec: Spec,
    zeros: u32,
    steps: u32,
}

impl Default for Stochastic {
    fn default() -> Self {
        Self {
            spec: spec("ocean/Stochastic", 1, ActionSpace::Discrete(2), 100, true),
            zeros: 0,
            steps: 0,
        }
    }
}

impl Stochastic {
    /// How often action 0 should be taken.
    pub const SHARE: f32 = 0.7;

    fn share(&self) -> f32 {
        self.zeros as f32 / self.steps.max(1) as f32
    }

    fn closeness(&self) -> f32 {
        let off = Self::SHARE - self.share();
        1.0 - off * off
    }
}

impl Dynamics for Stochastic {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, _: &mut Stream) {
        (self.zeros, self.steps) = (0, 0);
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        let zero = choice(action, 2) == 0;
        self.steps += 1;
        self.zeros += u32::from(zero);
        let wanted = zero == (self.share() < Self::SHARE);
        (
            if wanted { self.closeness() } else { 0.0 },
            self.steps >= self.spec.horizon,
        )
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        write(observation, &[0.0]);
    }

    fn score(&self) -> Option<f32> {
        Some(self.closeness())
    }
}

/// `ocean/Memory`: two binary digits are seen one after the other, then two zeros, while zeros
/// should be answered; then the digits should be repeated. Only a policy that remembers can do
/// better than chance. 1 for every right answer; the score is whether all of the digits were.
#[derive(Clone, Debug)]
pub struct OceanMemory {
    spec: Spec,
    digits: [usize; OceanMemory::LENGTH],
    seen: f32,
    tick: usize,
    right: usize,
}

impl Default for OceanMemory {
    fn default() -> Self {
        let horizon = 2 * Self::LENGTH + Self::DELAY - 1;
        let spec = spec(
            "ocean/Memory",
            1,
            ActionSpace::Discrete(2),
            horizon as u32,
            true,
        );
        Self {
            spec,
            digits: [0; Self::LENGTH],
            seen: 0.0,
            tick: 1,
            right: 0,
        }
    }
}

impl OceanMemory {
    /// How many digits there are.
    pub const LENGTH: usize = 2;
    /// How many steps lie between the last digit and the first answer.
    pub const DELAY: usize = 2;
}

impl Dynamics for OceanMemory {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        self.digits = std::array::from_fn(|_| dice.below(2));
        (self.seen, self.tick, self.right) = (self.digits[0] as f32, 1, 0);
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        // The first digit is seen before the first step, so that ticks run from 1.
        let answer = choice(action, 2);
        let mut reward = 0.0;
        self.seen = 0.0;
        if let Some(digit) = self.digits.get(self.tick) {
            self.seen = *digit as f32;
            reward = f32::from(u8::from(answer == 0));
        }
        let asked = self.tick.checked_sub(Self::LENGTH + Self::DELAY);
        if asked.and_then(|i| self.digits.get(i)) == Some(&answer) {
            self.right += 1;
            reward = 1.0;
        }
        self.tick += 1;
        (reward, self.tick == 2 * Self::LENGTH + Self::DELAY)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        write(observation, &[self.seen]);
    }

    fn score(&self) -> Option<f32> {
        Some(f32::from(u8::from(self.right == Self::LENGTH)))
    }
}

/// `ocean/Multiagent`: the first agent must choose 0 and the second 1; each sees which it is.
/// Learners that mix agents up fail. Each slot is one agent.
#[derive(Clone, Debug)]
pub struct Multiagent {
    spec: Spec,
    agent: usize,
    score: f32,
}

impl Default for Multiagent {
    fn default() -> Self {
        Self::new(0)
    }
}

impl Multiagent {
    /// The first (0) or second (1) agent.
    pub fn new(agent: usize) -> Self {
        let spec = spec("ocean/Multiagent", 1, ActionSpace::Discrete(2), 1, true);
        Self {
            spec,
            agent: agent.min(1),
            score: 0.0,
        }
    }
}

impl Dynamics for Multiagent {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, _: &mut Stream) {
        self.score = 0.0;
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        self.score = f32::from(u8::from(choice(action, 2) == self.agent));
        (self.score, true)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        write(observation, &[self.agent as f32]);
    }

    fn score(&self) -> Option<f32> {
        Some(self.score)
    }
}

/// `ocean/Spaces`: a 5 × 5 image of standard normal numbers and five of −1, 0 and 1, one behind the
/// other; two binary choices in one number (twice the image's and the other's): whether each sums
/// to more than 0. Half a point each.
#[derive(Clone, Debug)]
pub struct Spaces {
    spec: Spec,
    image: [f32; 25],
    flat: [f32; 5],
    score: f32,
}

impl Default for Spaces {
    fn default() -> Self {
        let spec = spec("ocean/Spaces", 30, ActionSpace::Discrete(4), 1, true);
        Self {
            spec,
            image: [0.0; 25],
            flat: [0.0; 5],
            score: 0.0,
        }
    }
}

impl Dynamics for Spaces {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        self.image = std::array::from_fn(|_| dice.normal());
        self.flat = std::array::from_fn(|_| dice.below(3) as f32 - 1.0);
        self.score = 0.0;
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        let chosen = choice(action, 4);
        let right = |numbers: &[f32], chose: bool| (numbers.iter().sum::<f32>() > 0.0) == chose;
        let points = u8::from(right(&self.image, chosen / 2 == 1))
            + u8::from(right(&self.flat, chosen % 2 == 1));
        self.score = 0.5 * f32::from(points);
        (self.score, true)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        write(observation, &self.image);
        write(observation.get_mut(25..).unwrap_or_default(), &self.flat);
    }

    fn score(&self) -> Option<f32> {
        Some(self.score)
    }
}
