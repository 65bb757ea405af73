//! A point mass in a maze, in the spirit of D4RL's `maze2d` (Fu et al. 2020) as DRAIL uses it: any
//! start, any goal, forces as actions. Smaller, without a physics engine, and of fixed length, so
//! that the length of an episode tells an imitator nothing.
//!
//! Demonstrations *cover* a share of the ordered pairs of start and goal cells ([`pairs`]): what
//! imitators make of pairs that nobody showed is the test.

use super::{Dynamics, pull, spec, within, write};
use crate::env::{Action, Spec};
use crate::seed::{Stream, Use, stream};

/// The maze: walls and ways, one square metre each. It has loops and dead ends.
const MAP: [&str; 7] = [
    "#######", "#...#.#", "#.#...#", "#.###.#", "#.....#", "#.#.#.#", "#######",
];
/// Cells a side, walls included.
const SIDE: usize = MAP.len();
/// Radius of the point, so that it cannot squeeze through corners; metres.
const RADIUS: f32 = 0.1;
/// How near to the goal counts as there; metres.
const NEAR: f32 = 0.5;
/// Share of the velocity that stays from step to step.
const GLIDE: f32 = 0.8;
/// Velocity that a full force adds in a step; metres a step. With [`GLIDE`], no faster than 0.25
/// either way.
const FORCE: f32 = 0.05;
/// Steps of an episode: the longest way takes about 50.
const HORIZON: u32 = 100;

/// A place or a velocity.
type Pair = [f32; 2];
/// Column and row of a cell.
pub type Cell = [usize; 2];

/// Whether a cell is free; what is out of the map is wall.
pub fn free([column, row]: Cell) -> bool {
    MAP.get(row).and_then(|line| line.as_bytes().get(column)) == Some(&b'.')
}

/// All free cells, row by row.
pub fn cells() -> Vec<Cell> {
    (0..SIDE)
        .flat_map(|row| (0..SIDE).map(move |column| [column, row]))
        .filter(|c| free(*c))
        .collect()
}

/// The ordered pairs of different start and goal cells that demonstrations of a coverage in [0, 1]
/// show. The order is fixed, so that a lower coverage is a part of a higher one.
pub fn pairs(coverage: f32) -> Vec<(Cell, Cell)> {
    let cells = cells();
    let mut all: Vec<_> = cells
        .iter()
        .flat_map(|a| cells.iter().map(move |b| (*a, *b)))
        .filter(|(a, b)| a != b)
        .collect();
    stream(0, Use::Environment, 0).shuffle(&mut all);
    let kept = (all.len() as f32 * coverage.clamp(0.0, 1.0)).round() as usize;
    all.truncate(kept.max(1));
    all
}

fn centre(cell: Cell) -> Pair {
    cell.map(|x| x as f32 + 0.5)
}

fn cell(at: Pair) -> Cell {
    at.map(|x| x.max(0.0) as usize)
}

fn distance(a: Pair, b: Pair) -> f32 {
    let (x, y) = (a[0] - b[0], a[1] - b[1]);
    // Not `hypot`, which differs between platforms.
    (x * x + y * y).sqrt()
}

/// `PointMaze-v0`: two forces in ±1; 1 for every step that ends within half a metre of the goal,
/// 100 steps. The score is whether the goal was reached.
///
/// The observation is position, velocity and goal, six numbers, each about in ±1: places from the
/// middle of the maze over 2.5 m, velocities over 0.25 m a step.
#[derive(Clone, Debug)]
pub struct PointMaze {
    spec: Spec,
    pairs: Vec<(Cell, Cell)>,
    at: Pair,
    velocity: Pair,
    goal: Pair,
    reached: bool,
}

impl Default for PointMaze {
    fn default() -> Self {
        Self::covering(1.0)
    }
}

impl PointMaze {
    /// The maze with only the starts and goals of a coverage in [0, 1].
    pub fn covering(coverage: f32) -> Self {
        let spec = spec("PointMaze-v0", 6, within(1.0, 2), HORIZON, true);
        let (at, goal) = ([1.5; 2], [1.5; 2]);
        Self {
            spec,
            pairs: pairs(coverage),
            at,
            velocity: [0.0; 2],
            goal,
            reached: false,
        }
    }

    /// Where the point is, in metres from the top left corner.
    pub fn place(&self) -> [f32; 2] {
        self.at
    }

    /// Begins at a pair of cells instead of a drawn one, at rest and without noise.
    pub fn set(&mut self, start: Cell, goal: Cell) {
        (self.at, self.goal, self.velocity, self.reached) =
            (centre(start), centre(goal), [0.0; 2], false);
    }

    /// Moves along one axis, up to the wall if there is one.
    fn slide(&mut self, axis: usize) {
        let mut to = self.at;
        to[axis] += self.velocity[axis];
        let ahead = RADIUS.copysign(self.velocity[axis]);
        // Both corners of the leading side.
        let blocked = [-RADIUS, RADIUS].into_iter().any(|beside| {
            let mut corner = to;
            corner[axis] += ahead;
            corner[1 - axis] += beside * 0.99;
            !free(cell(corner))
        });
        if blocked {
            let edge = if ahead > 0.0 {
                (to[axis] + ahead).floor()
            } else {
                (to[axis] + ahead).ceil()
            };
            // A hair off the wall, so that rounding does not put the point into it.
            to[axis] = edge - ahead * 1.001;
            self.velocity[axis] = 0.0;
        }
        self.at = to;
    }
}

impl Dynamics for PointMaze {
    fn spec(&self) -> &Spec {
        &self.spec
    }

    fn begin(&mut self, dice: &mut Stream) {
        let (start, goal) = self.pairs[dice.below(self.pairs.len())];
        self.set(start, goal);
        for axis in 0..2 {
            self.at[axis] += dice.between(-0.1, 0.1);
            self.goal[axis] += dice.between(-0.1, 0.1);
            self.velocity[axis] = (0.02 * dice.normal()).clamp(-0.1, 0.1);
        }
    }

    fn advance(&mut self, action: &Action, _: &mut Stream) -> (f32, bool) {
        for axis in 0..2 {
            self.velocity[axis] =
                GLIDE * self.velocity[axis] + FORCE * pull(action, axis, -1.0, 1.0);
            self.slide(axis);
        }
        let there = distance(self.at, self.goal) <= NEAR;
        self.reached |= there;
        (if there { 1.0 } else { 0.0 }, false)
    }

    fn observe(&mut self, _: &mut Stream, observation: &mut [f32]) {
        let middle = SIDE as f32 / 2.0;
        let place = |p: Pair| p.map(|x| (x - middle) / 2.5);
        let ([x, y], [vx, vy], [gx, gy]) = (
            place(self.at),
            self.velocity.map(|v| v * 4.0),
            place(self.goal),
        );
        write(observation, &[x, y, vx, vy, gx, gy]);
    }

    fn score(&self) -> Option<f32> {
        Some(if self.reached { 1.0 } else { 0.0 })
    }
}

/// Somebody who knows the maze: heads from cell to cell along a shortest way, and stays at the
/// goal.
#[derive(Clone, Debug)]
pub struct Planner {
    /// Steps to each goal cell from each cell, `goal × cell`; unreachable is `u16::MAX`.
    far: Vec<u16>,
}

impl Default for Planner {
    fn default() -> Self {
        let mut far = vec![u16::MAX; SIDE * SIDE * SIDE * SIDE];
        for goal in cells() {
            let row = &mut far[index(goal) * SIDE * SIDE..][..SIDE * SIDE];
            row[index(goal)] = 0;
            let mut queue = std::collections::VecDeque::from([goal]);
            while let Some(at) = queue.pop_front() {
                for next in around(at).filter(|c| free(*c)) {
                    if row[index(next)] == u16::MAX {
                        row[index(next)] = row[index(at)] + 1;
                        queue.push_back(next);
                    }
                }
            }
        }
        Self { far }
    }
}

fn index([column, row]: Cell) -> usize {
    row.min(SIDE - 1) * SIDE + column.min(SIDE - 1)
}

/// The four cells beside one.
fn around([column, row]: Cell) -> impl Iterator<Item = Cell> {
    [
        [column + 1, row],
        [column, row + 1],
        [column.wrapping_sub(1), row],
        [column, row.wrapping_sub(1)],
    ]
    .into_iter()
}

impl Planner {
    /// The forces for an observation of [`PointMaze`].
    pub fn forces(&self, observation: &[f32]) -> [f32; 2] {
        let &[x, y, vx, vy, gx, gy] = observation else {
            return [0.0; 2];
        };
        let middle = SIDE as f32 / 2.0;
        let (at, goal) = (
            [x, y].map(|p| p * 2.5 + middle),
            [gx, gy].map(|p| p * 2.5 + middle),
        );
        let (here, end) = (cell(at), cell(goal));
        let far = |c: Cell| self.far[index(end) * SIDE * SIDE + index(c)];
        let way = around(here).filter(|c| free(*c)).min_by_key(|c| far(*c));
        let to = match way {
            Some(next) if here != end && free(here) => centre(next),
            _ => goal,
        };
        let velocity = [vx, vy].map(|v| v / 4.0);
        std::array::from_fn(|i| (4.0 * (to[i] - at[i]) - 16.0 * velocity[i]).clamp(-1.0, 1.0))
    }

    /// Steps from cell to cell; `None` when either is no free cell.
    pub fn distance(&self, from: Cell, to: Cell) -> Option<u16> {
        (free(from) && free(to)).then(|| self.far[index(to) * SIDE * SIDE + index(from)])
    }
}
