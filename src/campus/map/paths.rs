//! Path-finding: distance fields towards often-visited tiles, computed once and shared, and A* for the rest.
//!
//! A field holds for every walkable tile the cost of the way to one target (Dijkstra's, with buckets, for costs are 2 on paving and 3
//! elsewhere), so that five hundred people who cross the campus pay only for their own steps.

use super::grid::{Grid, PAVED, Tile};
use std::{cmp::Reverse, collections::BinaryHeap, sync::OnceLock};

/// The cost that stands for “no way”.
const NO_WAY: u16 = u16::MAX;

/// The distance fields of a map, filled as they are asked for.
#[derive(Debug, Default)]
pub struct PathTables {
    fields: Vec<OnceLock<Box<[u16]>>>,
    kept: Vec<bool>,
}

impl Clone for PathTables {
    /// A clone starts with no fields computed.
    fn clone(&self) -> Self {
        Self { fields: self.fields.iter().map(|_| OnceLock::new()).collect(), kept: self.kept.clone() }
    }
}

/// The cost of stepping onto a tile.
fn cost(grid: &Grid, tile: Tile) -> u16 {
    if grid.flags(tile) & PAVED != 0 { 2 } else { 3 }
}

impl PathTables {
    /// Tables for `grid` that keep a field for each of `targets`.
    pub fn new(grid: &Grid, targets: impl IntoIterator<Item = Tile>) -> Self {
        let mut kept = vec![false; grid.len()];
        for target in targets {
            if let Some(i) = grid.index(target) {
                kept[i] = true;
            }
        }
        Self { fields: (0..grid.len()).map(|_| OnceLock::new()).collect(), kept }
    }

    /// The field towards the tile of that index.
    fn field(&self, grid: &Grid, target: usize) -> &[u16] {
        self.fields[target].get_or_init(|| field(grid, target))
    }

    /// The cost of the way from `from` to `to` (2 per paved tile, 3 per other), or none when there is no way.
    pub fn cost(&self, grid: &Grid, from: Tile, to: Tile) -> Option<u32> {
        if from == to {
            return Some(0);
        }
        let target = grid.index(to)?;
        if !self.kept.get(target).copied()? {
            let path = a_star(grid, from, to)?;
            return Some(path.iter().map(|t| u32::from(cost(grid, *t))).sum());
        }
        let field = self.field(grid, target);
        step(grid, field, from, to, None, 0).map(|(cost, _)| u32::from(cost))
    }

    /// The tiles of a shortest way from `from` (left out) to `to` (the last), or none when there is no way. `turn` (any number) decides
    /// between ways of equal length, so that not everybody walks in the same tracks.
    pub fn path(&self, grid: &Grid, from: Tile, to: Tile, turn: u32) -> Option<Vec<Tile>> {
        if from == to {
            return Some(Vec::new());
        }
        let target = grid.index(to)?;
        if !self.kept.get(target).copied()? {
            return a_star(grid, from, to);
        }
        let field = self.field(grid, target);
        let mut path = Vec::with_capacity(32);
        let (mut here, mut heading) = (from, None);
        while here != to {
            let (_, next) = step(grid, field, here, to, heading, turn)?;
            heading = Some((next.x - here.x, next.y - here.y));
            here = next;
            path.push(here);
            if path.len() > grid.len() {
                return None;
            }
        }
        Some(path)
    }
}

/// The cheapest next tile from `here`, straight on when that is as cheap.
fn step(grid: &Grid, field: &[u16], here: Tile, to: Tile, heading: Option<(i16, i16)>, turn: u32) -> Option<(u16, Tile)> {
    let neighbours = here.neighbours();
    let mut best: Option<(u16, bool, Tile)> = None;
    for offset in 0..4 {
        let next = neighbours[(offset + turn as usize) % 4];
        let Some(i) = grid.index(next) else { continue };
        if next != to && !grid.walkable(next) || field[i] == NO_WAY {
            continue;
        }
        let total = field[i].saturating_add(cost(grid, next));
        let turns = heading.is_some_and(|h| h != (next.x - here.x, next.y - here.y));
        if best.is_none_or(|(c, t, _)| (total, turns) < (c, t)) {
            best = Some((total, turns, next));
        }
    }
    best.map(|(cost, _, next)| (cost, next))
}

/// Dijkstra's algorithm outward from `target` with a ring of buckets.
fn field(grid: &Grid, target: usize) -> Box<[u16]> {
    let mut distance = vec![NO_WAY; grid.len()].into_boxed_slice();
    let mut buckets: [Vec<usize>; 4] = Default::default();
    distance[target] = 0;
    buckets[0].push(target);
    let (mut current, mut left) = (0u16, 1usize);
    while left > 0 {
        let mut bucket = std::mem::take(&mut buckets[current as usize % 4]);
        for i in bucket.drain(..) {
            left -= 1;
            if distance[i] != current {
                continue;
            }
            let tile = grid.tile(i);
            let beyond = current.saturating_add(cost(grid, tile));
            if beyond == NO_WAY {
                continue;
            }
            for next in tile.neighbours() {
                if !grid.walkable(next) {
                    continue;
                }
                let Some(n) = grid.index(next) else { continue };
                if beyond < distance[n] {
                    distance[n] = beyond;
                    buckets[beyond as usize % 4].push(n);
                    left += 1;
                }
            }
        }
        buckets[current as usize % 4] = bucket;
        match current.checked_add(1) {
            Some(next) => current = next,
            None => break,
        }
    }
    distance
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
    use super::super::grid::{BLOCKED, SPOT};
    use super::*;
    use proptest::prelude::*;

    /// A 12 × 12 grid from bits: one in three tiles blocked, some paved.
    fn grid_from(bits: &[u8]) -> Grid {
        let mut grid = Grid::new(12, 12);
        for (i, bit) in bits.iter().enumerate() {
            let tile = grid.tile(i);
            grid.mark(tile, match bit % 6 { 0 | 1 => BLOCKED, 2 => PAVED, _ => 0 });
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
    }

    #[test]
    fn chairs_are_ends_and_never_ways() {
        let mut grid = Grid::new(5, 1);
        grid.mark(Tile::new(2, 0), BLOCKED | SPOT);
        let tables = PathTables::new(&grid, [Tile::new(2, 0), Tile::new(4, 0)]);
        assert_eq!(tables.path(&grid, Tile::new(0, 0), Tile::new(2, 0), 0).map(|p| p.len()), Some(2));
        assert_eq!(tables.path(&grid, Tile::new(0, 0), Tile::new(4, 0), 0), None);
        assert_eq!(tables.path(&grid, Tile::new(2, 0), Tile::new(4, 0), 0).map(|p| p.len()), Some(2));
    }
}
