//! Path-finding: distance fields towards often-visited tiles, computed once and shared, and A* for
//! the rest.
//!
//! A field holds for every walkable tile the cost of the way to one target (Dijkstra's, with
//! buckets, for costs are 2 on paving and 3 elsewhere), so that five hundred people who cross the
//! campus pay only for their own steps. Towards a tile in a room with few doors the field holds the
//! room alone: beyond it a way costs as much as one to a door and on from there. So all the beds
//! and chairs of a house need no more memory than its doors.

use super::grid::{Grid, PAVED, Rect, Tile};
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
    /// Which tiles those are, and what their fields hold.
    kept: Vec<Kept>,
    /// The rooms that fields hold alone.
    rooms: Vec<Room>,
}

/// What the field towards a tile holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kept {
    /// There is none.
    #[default]
    No,
    /// The whole map.
    Whole,
    /// The room of that number.
    Room(u16),
}

/// The most doors of a room that a field holds alone: each is asked at every step towards it.
const MOST_DOORS: usize = 4;

/// Tiles that one enters over a few doors only.
#[derive(Clone, Debug)]
struct Room {
    /// Its tiles, and one more around them, where doors may lie.
    around: Rect,
    /// The numbers of its doors.
    doors: Vec<usize>,
}

/// What it costs to walk to a tile, from any other.
enum Costs<'a> {
    /// From every tile.
    Whole(&'a [u16]),
    /// From the tiles of a room; and for each of its doors what it costs to walk to it from every
    /// tile, and on from there.
    Room {
        room: &'a Room,
        stride: usize,
        inside: &'a [u16],
        doors: [Option<(&'a [u16], u16)>; MOST_DOORS],
    },
}

impl Costs<'_> {
    /// From the tile of a number.
    fn at(&self, number: usize) -> u16 {
        match self {
            Costs::Whole(field) => field[number],
            Costs::Room {
                room,
                stride,
                inside,
                doors,
            } => {
                let mut least = room.place(*stride, number).map_or(NO_WAY, |at| inside[at]);
                for (field, on) in doors.iter().flatten() {
                    least = least.min(field[number].saturating_add(*on));
                }
                least
            }
        }
    }
}

impl Room {
    /// Where a tile stands in a field of the room; none for tiles that lie neither in it nor beside.
    fn place(&self, stride: usize, number: usize) -> Option<usize> {
        // Numbers count from a border around the grid on.
        let x = (number % stride).checked_sub((self.around.x + 1) as usize)?;
        let y = (number / stride).checked_sub((self.around.y + 1) as usize)?;
        let (w, h) = (self.around.w as usize, self.around.h as usize);
        (x < w && y < h).then_some(y * w + x)
    }
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
            rooms: self.rooms.clone(),
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
            kept: vec![Kept::No; size],
            rooms: Vec::new(),
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
                tables.kept[at] = Kept::Whole;
            }
        }
        tables.fields = (0..size).map(|_| OnceLock::new()).collect();
        tables
    }

    /// Keeps fields of a room alone for `targets` that lie in it, where one comes into it over no
    /// other tiles than its `doors`, of which there are few; else fields of the whole map.
    pub fn keep_within(
        &mut self,
        grid: &Grid,
        rect: Rect,
        doors: &[Tile],
        targets: impl IntoIterator<Item = Tile>,
    ) {
        let room = self.room(grid, rect, doors);
        for target in targets {
            if grid.index(target).is_none() {
                continue;
            }
            let at = self.number(target);
            let number = u16::try_from(self.rooms.len()).ok();
            self.kept[at] = match (self.kept[at], &room, number) {
                (Kept::No, Some(_), Some(number)) if rect.contains(target) => Kept::Room(number),
                _ => Kept::Whole,
            };
        }
        self.rooms.extend(room);
    }

    /// A room with few doors, for which fields of the whole map are kept then; none where one comes
    /// in otherwise.
    fn room(&mut self, grid: &Grid, rect: Rect, doors: &[Tile]) -> Option<Room> {
        let around = Rect {
            x: rect.x.saturating_sub(1),
            y: rect.y.saturating_sub(1),
            w: rect.w.saturating_add(2),
            h: rect.h.saturating_add(2),
        };
        let few = (1..=MOST_DOORS).contains(&doors.len());
        let beside = doors
            .iter()
            .all(|d| around.contains(*d) && grid.walkable(*d));
        let open = |tile: Tile| grid.walkable(tile) && !doors.contains(&tile);
        if !few || !beside {
            return None;
        }
        let closed = rect.tiles().filter(|tile| open(*tile)).all(|tile| {
            let mut beside = tile.neighbours().into_iter();
            beside.all(|t| rect.contains(t) || !open(t))
        });
        if !closed {
            return None;
        }
        let doors: Vec<usize> = doors.iter().map(|d| self.number(*d)).collect();
        for door in &doors {
            self.kept[*door] = Kept::Whole;
        }
        Some(Room { around, doors })
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

    /// The costs of ways to a tile, when a field is kept for it.
    fn costs_to(&self, grid: &Grid, target: usize) -> Option<Costs<'_>> {
        let whole = |target: usize| {
            &**self.fields[target].get_or_init(|| self.spread(grid, target, |_| true))
        };
        let number = match self.kept[target] {
            Kept::No => return None,
            Kept::Whole => return Some(Costs::Whole(whole(target))),
            Kept::Room(number) => usize::from(number),
        };
        let room = self.rooms.get(number)?;
        let inside = self.fields[target].get_or_init(|| self.spread_within(grid, target, room));
        let mut doors = [None; MOST_DOORS];
        for (slot, door) in doors.iter_mut().zip(&room.doors) {
            let on = room
                .place(self.stride, *door)
                .map_or(NO_WAY, |at| inside[at]);
            *slot = (on != NO_WAY).then(|| (whole(*door), on));
        }
        Some(Costs::Room {
            room,
            stride: self.stride,
            inside,
            doors,
        })
    }

    /// The cost of the way from `from` to `to` (2 per paved tile, 3 per other), or none when there
    /// is no way.
    pub fn cost(&self, grid: &Grid, from: Tile, to: Tile) -> Option<u32> {
        grid.index(from)?;
        grid.index(to)?;
        if from == to {
            return Some(0);
        }
        match self.costs_to(grid, self.number(to)) {
            Some(costs) => self
                .step(grid, &costs, self.number(from), self.number(to), 0, 0)
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
        let Some(costs) = self.costs_to(grid, goal) else {
            return a_star(grid, from, to);
        };
        let mut path = Vec::with_capacity(48);
        let mut heading = 0isize;
        while here != goal {
            let (_, next) = self.step(grid, &costs, here, goal, heading, turn)?;
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
        costs: &Costs<'_>,
        here: usize,
        goal: usize,
        heading: isize,
        turn: u32,
    ) -> Option<(u16, usize)> {
        let neighbours = self.neighbours(here);
        let mut best: Option<(u16, bool, usize)> = None;
        for offset in 0..4 {
            let next = neighbours[(offset + turn as usize) % 4];
            let on = costs.at(next);
            if on == NO_WAY {
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
            let total = on.saturating_add(onto);
            let turns = heading != 0 && next as isize - here as isize != heading;
            if best.is_none_or(|(c, t, _)| (total, turns) < (c, t)) {
                best = Some((total, turns, next));
            }
        }
        best.map(|(cost, _, next)| (cost, next))
    }

    /// The field towards a tile of a room that holds the room alone: what ways cost that do not
    /// leave it.
    fn spread_within(&self, grid: &Grid, target: usize, room: &Room) -> Box<[u16]> {
        let Rect { x, y, w, h } = room.around;
        let floor = Rect {
            x: x + 1,
            y: y + 1,
            w: w - 2,
            h: h - 2,
        };
        let within = |n: usize| floor.contains(self.tile(n)) || room.doors.contains(&n);
        let whole = self.spread(grid, target, within);
        let mut field = vec![NO_WAY; w as usize * h as usize].into_boxed_slice();
        for tile in room.around.tiles().filter(|t| grid.index(*t).is_some()) {
            let number = self.number(tile);
            if let Some(at) = room.place(self.stride, number) {
                field[at] = whole[number];
            }
        }
        field
    }

    /// Dijkstra's algorithm outward from `target` with a ring of buckets, over tiles `within`: for
    /// each tile the cost of the way from it to the target.
    fn spread(&self, grid: &Grid, target: usize, within: impl Fn(usize) -> bool) -> Box<[u16]> {
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
                    if self.costs[next] != 0 && beyond < distance[next] && within(next) {
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

    proptest! {
        /// A room of four by three whose wall is open at some tiles, its doors.
        #[test]
        fn fields_of_rooms_and_of_maps_agree(bits in proptest::collection::vec(any::<u8>(), 144), gaps in proptest::collection::btree_set(0usize..18, 1..=5), a in 0usize..144, b in 0usize..12, turn in 0u32..4) {
            let mut grid = grid_from(&bits);
            let room = Rect { x: 4, y: 5, w: 4, h: 3 };
            let around = Rect { x: 3, y: 4, w: 6, h: 5 };
            let wall: Vec<Tile> = around.tiles().filter(|t| !room.contains(*t)).collect();
            let doors: Vec<Tile> = gaps.iter().map(|gap| wall[*gap]).collect();
            for tile in wall {
                grid.mark(tile, if doors.contains(&tile) { PAVED } else { BLOCKED });
            }
            let doors: Vec<Tile> = doors.into_iter().filter(|d| grid.walkable(*d)).collect();
            let to = room.tiles().nth(b).unwrap();
            let from = grid.tile(a);
            grid.mark(from, SPOT);
            grid.mark(to, SPOT);
            let whole = PathTables::new(&grid, [to]);
            let mut alone = PathTables::new(&grid, []);
            alone.keep_within(&grid, room, &doors, [to]);
            let few = (1..=MOST_DOORS).contains(&doors.len());
            prop_assert_eq!(matches!(alone.kept[alone.number(to)], Kept::Room(_)), few);
            prop_assert_eq!(alone.cost(&grid, from, to), whole.cost(&grid, from, to));
            prop_assert_eq!(alone.path(&grid, from, to, turn), whole.path(&grid, from, to, turn));
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
