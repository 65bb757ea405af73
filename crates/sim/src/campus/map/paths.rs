//! Path-finding: distance fields towards often-visited tiles, computed once and shared, and A* for
//! the rest.
//!
//! A field holds for every walkable tile the cost of the way to one target (Dijkstra's, with
//! buckets, for costs are 2 on paving and 3 elsewhere), so that five hundred people who cross the
//! campus pay only for their own steps.

use super::grid::{Grid, PAVED, Tile};
use std::{cmp::Reverse, collections::BinaryHeap, sync::OnceLock};

/// The cost that stands for “no way”.
const NO_WAY: u16 = u16::MAX;

/// The distance fields of a map, filled as they are asked for.
///
/// Inside, tiles are numbered over a grid with a blocked border around it, so that neighbours need
/// no bounds checks.
#[derive(Debug, Default)]
pub struct PathTables {
    /// Tiles from one row to the next, the border included.
    stride: usize,
    /// What it costs to step onto each tile; 0 where one cannot.
    costs: Box<[u8]>,
    /// For each tile that is often walked to, the field towards it.
    fields: Vec<OnceLock<Box<[u16]>>>,
    /// Which tiles those are.
    kept: Vec<bool>,
}

impl Clone for PathTables {
    /// A clone starts with no fields computed.
    fn clone(&self) -> Self {
        let fields = self.fields.iter().map(|_| OnceLock::new()).collect();
        Self {
            stride: self.stride,
            costs: self.costs.clone(),
            fields,
            kept: self.kept.clone(),
        }
    }
}

/// The cost of stepping onto a tile.
fn cost(grid: &Grid, tile: Tile) -> u16 {
    if grid.flags(tile) & PAVED != 0 { 2 } else { 3 }
}

impl PathTables {
    /// Tables for `grid` that keep a field for each of `targets`.
    pub fn new(grid: &Grid, targets: impl IntoIterator<Item = Tile>) -> Self {
        let stride = grid.width as usize + 2;
        let size = stride * (grid.height as usize + 2);
        let mut tables = Self {
            stride,
            costs: vec![0; size].into_boxed_slice(),
            fields: Vec::new(),
            kept: vec![false; size],
        };
        for i in 0..grid.len() {
            let tile = grid.tile(i);
            if grid.walkable(tile) {
                let at = tables.number(tile);
                tables.costs[at] = cost(grid, tile) as u8;
            }
        }
        for target in targets {
            if grid.index(target).is_some() {
                let at = tables.number(target);
                tables.kept[at] = true;
            }
        }
        tables.fields = (0..size).map(|_| OnceLock::new()).collect();
        tables
    }

    /// The number of a tile of the map.
    fn number(&self, tile: Tile) -> usize {
        (tile.y as usize + 1) * self.stride + tile.x as usize + 1
    }

    fn tile(&self, number: usize) -> Tile {
        Tile::new(
            (number % self.stride) as i16 - 1,
            (number / self.stride) as i16 - 1,
        )
    }

    /// The field towards a tile, when one is kept for it.
    fn field(&self, grid: &Grid, target: usize) -> Option<&[u16]> {
        self.kept[target].then(|| &**self.fields[target].get_or_init(|| self.spread(grid, target)))
    }

    /// The cost of the way from `from` to `to` (2 per paved tile, 3 per other), or none when there
    /// is no way.
    pub fn cost(&self, grid: &Grid, from: Tile, to: Tile) -> Option<u32> {
        grid.index(from)?;
        grid.index(to)?;
        if from == to {
            return Some(0);
        }
        match self.field(grid, self.number(to)) {
            Some(field) => self
                .step(grid, field, self.number(from), self.number(to), 0, 0)
                .map(|(cost, _)| u32::from(cost)),
            None => a_star(grid, from, to)
                .map(|path| path.iter().map(|t| u32::from(cost(grid, *t))).sum()),
        }
    }

    /// The tiles of a shortest way from `from` (left out) to `to` (the last), or none when there is
    /// no way. `turn` (any number) decides between ways of equal length, so that not everybody
    /// walks in the same tracks.
    pub fn path(&self, grid: &Grid, from: Tile, to: Tile, turn: u32) -> Option<Vec<Tile>> {
        grid.index(from)?;
        grid.index(to)?;
        if from == to {
            return Some(Vec::new());
        }
        let (mut here, goal) = (self.number(from), self.number(to));
        let Some(field) = self.field(grid, goal) else {
            return a_star(grid, from, to);
        };
        let mut path = Vec::with_capacity(48);
        let mut heading = 0isize;
        while here != goal {
            let (_, next) = self.step(grid, field, here, goal, heading, turn)?;
            heading = next as isize - here as isize;
            here = next;
            path.push(self.tile(here));
            if path.len() > self.costs.len() {
                return None;
            }
        }
        Some(path)
    }

    /// The four neighbours: up, right, down, left.
    const fn neighbours(&self, at: usize) -> [usize; 4] {
        [at - self.stride, at + 1, at + self.stride, at - 1]
    }

    /// The cheapest next tile from `here`, straight on when that is as cheap.
    fn step(
        &self,
        grid: &Grid,
        field: &[u16],
        here: usize,
        goal: usize,
        heading: isize,
        turn: u32,
    ) -> Option<(u16, usize)> {
        let neighbours = self.neighbours(here);
        let mut best: Option<(u16, bool, usize)> = None;
        for offset in 0..4 {
            let next = neighbours[(offset + turn as usize) % 4];
            if field[next] == NO_WAY {
                continue;
            }
            // The goal may be a blocked tile that holds a spot; it costs what its ground costs.
            let onto = if next == goal {
                cost(grid, self.tile(next))
            } else {
                u16::from(self.costs[next])
            };
            if onto == 0 {
                continue;
            }
            let total = field[next].saturating_add(onto);
            let turns = heading != 0 && next as isize - here as isize != heading;
            if best.is_none_or(|(c, t, _)| (total, turns) < (c, t)) {
                best = Some((total, turns, next));
            }
        }
        best.map(|(cost, _, next)| (cost, next))
    }

    /// Dijkstra's algorithm outward from `target` with a ring of buckets: for each tile the cost of
    /// the way from it to the target.
    fn spread(&self, grid: &Grid, target: usize) -> Box<[u16]> {
        let mut distance = vec![NO_WAY; self.costs.len()].into_boxed_slice();
        let mut buckets: [Vec<u32>; 4] = std::array::from_fn(|_| Vec::with_capacity(256));
        // The target may be a blocked tile that holds a spot (a chair); it costs what its ground
        // costs.
        let onto_target = cost(grid, self.tile(target));
        distance[target] = 0;
        buckets[0].push(target as u32);
        let (mut current, mut left) = (0u16, 1usize);
        while left > 0 {
            let mut bucket = std::mem::take(&mut buckets[usize::from(current) % 4]);
            left -= bucket.len();
            for i in bucket.drain(..) {
                let i = i as usize;
                if distance[i] != current {
                    continue;
                }
                let onto = if i == target {
                    onto_target
                } else {
                    u16::from(self.costs[i])
                };
                let beyond = current.saturating_add(onto);
                if beyond == NO_WAY {
                    continue;
                }
                for next in self.neighbours(i) {
                    if self.costs[next] != 0 && beyond < distance[next] {
                        distance[next] = beyond;
                        buckets[usize::from(beyond) % 4].push(next as u32);
                        left += 1;
                    }
                }
            }
            buckets[usize::from(current) % 4] = bucket;
            match current.checked_add(1) {
                Some(next) => current = next,
                None => break,
            }
        }
        distance
    }
}

/// For every tile of the grid, in its order, how many tiles the cheapest way from `from` to it has;
/// none where there is no way, and for blocked tiles.
pub(super) fn steps_from(grid: &Grid, from: Tile) -> Vec<Option<u32>> {
    let mut best = vec![(u32::MAX, 0); grid.len()];
    let mut open = BinaryHeap::new();
    if let Some(start) = grid.index(from) {
        best[start] = (0, 0);
        open.push(Reverse((0u32, 0u32, start)));
    }
    while let Some(Reverse((spent, steps, i))) = open.pop() {
        if (spent, steps) > best[i] {
            continue;
        }
        for next in grid.tile(i).neighbours() {
            let Some(n) = grid.index(next) else { continue };
            let reached = (spent + u32::from(cost(grid, next)), steps + 1);
            if grid.walkable(next) && reached < best[n] {
                best[n] = reached;
                open.push(Reverse((reached.0, reached.1, n)));
            }
        }
    }
    let steps = |(cost, steps): (u32, u32)| (cost < u32::MAX).then_some(steps);
    best.into_iter().map(steps).collect()
}

/// A* over walkable tiles; both ends may be blocked tiles that hold a spot.
fn a_star(grid: &Grid, from: Tile, to: Tile) -> Option<Vec<Tile>> {
    if !grid.enterable(to) {
        return None;
    }
    let estimate = |t: Tile| 2 * (u32::from(t.x.abs_diff(to.x)) + u32::from(t.y.abs_diff(to.y)));
    let (start, goal) = (grid.index(from)?, grid.index(to)?);
    let mut best = vec![u32::MAX; grid.len()];
    let mut came = vec![usize::MAX; grid.len()];
    let mut open = BinaryHeap::new();
    best[start] = 0;
    open.push(Reverse((estimate(from), 0u32, start)));
    while let Some(Reverse((_, spent, i))) = open.pop() {
        if i == goal {
            let mut path = Vec::new();
            let mut at = goal;
            while at != start {
                path.push(grid.tile(at));
                at = came[at];
            }
            path.reverse();
            return Some(path);
        }
        if spent > best[i] {
            continue;
        }
        for next in grid.tile(i).neighbours() {
            let Some(n) = grid.index(next) else { continue };
            if n != goal && !grid.walkable(next) {
                continue;
            }
            let total = spent + u32::from(cost(grid, next));
            if total < best[n] {
                best[n] = total;
                came[n] = i;
                open.push(Reverse((total + estimate(next), total, n)));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{
        super::grid::{BLOCKED, SPOT},
        *,
    };
    use proptest::prelude::*;

    /// A 12 × 12 grid from bits: one in three tiles blocked, some paved.
    fn grid_from(bits: &[u8]) -> Grid {
        let mut grid = Grid::new(12, 12);
        for (i, bit) in bits.iter().enumerate() {
            let tile = grid.tile(i);
            grid.mark(
                tile,
                match bit % 6 {
                    0 => BLOCKED,
                    1 => BLOCKED | PAVED,
                    2 | 3 => PAVED,
                    _ => 0,
                },
            );
        }
        grid
    }

    proptest! {
        #[test]
        fn fields_and_a_star_agree(bits in proptest::collection::vec(any::<u8>(), 144), a in 0usize..144, b in 0usize..144, turn in 0u32..4) {
            let mut grid = grid_from(&bits);
            let (from, to) = (grid.tile(a), grid.tile(b));
            grid.mark(from, SPOT);
            grid.mark(to, SPOT);
            let tables = PathTables::new(&grid, [to]);
            let plain = PathTables::new(&grid, []);
            let by_field = tables.cost(&grid, from, to);
            prop_assert_eq!(by_field, plain.cost(&grid, from, to));
            if let Some(path) = tables.path(&grid, from, to, turn) {
                let mut here = from;
                for tile in &path {
                    prop_assert_eq!(u32::from(here.x.abs_diff(tile.x) + here.y.abs_diff(tile.y)), 1);
                    prop_assert!(grid.walkable(*tile) || *tile == to);
                    here = *tile;
                }
                prop_assert_eq!(here, to);
                prop_assert_eq!(by_field, Some(path.iter().map(|t| u32::from(cost(&grid, *t))).sum::<u32>()));
            } else {
                prop_assert_eq!(by_field, None);
            }
        }

        #[test]
        fn steps_lead_where_ways_do(bits in proptest::collection::vec(any::<u8>(), 144), a in 0usize..144, b in 0usize..144) {
            let grid = grid_from(&bits);
            let (from, to) = (grid.tile(a), grid.tile(b));
            let tables = PathTables::new(&grid, []);
            let steps = steps_from(&grid, from)[b];
            if from == to {
                prop_assert_eq!(steps, Some(0));
            } else if grid.walkable(to) {
                let cost = tables.cost(&grid, from, to);
                prop_assert_eq!(steps.is_some(), cost.is_some());
                let (steps, cost) = (steps.unwrap_or(0), cost.unwrap_or(0));
                prop_assert!(2 * steps <= cost && cost <= 3 * steps, "{} tiles cost {}", steps, cost);
            } else {
                prop_assert_eq!(steps, None);
            }
        }
    }

    #[test]
    fn chairs_are_ends_and_never_ways() {
        let mut grid = Grid::new(5, 1);
        grid.mark(Tile::new(2, 0), BLOCKED | SPOT);
        let tables = PathTables::new(&grid, [Tile::new(2, 0), Tile::new(4, 0)]);
        assert_eq!(
            tables
                .path(&grid, Tile::new(0, 0), Tile::new(2, 0), 0)
                .map(|p| p.len()),
            Some(2)
        );
        assert_eq!(
            tables.path(&grid, Tile::new(0, 0), Tile::new(4, 0), 0),
            None
        );
        assert_eq!(
            tables
                .path(&grid, Tile::new(2, 0), Tile::new(4, 0), 0)
                .map(|p| p.len()),
            Some(2)
        );
    }
}
