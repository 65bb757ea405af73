//! Who is near whom: a coarse grid of people's whereabouts.

use super::Tile;
use bevy::prelude::{Resource, World};
use collegium_core::ids::AgentId;

/// Tiles along a side of a cell.
const CELL: i16 = 8;

/// Those who are on the campus by cell, in order of their numbers within each.
#[derive(Resource, Clone, Debug, Default)]
pub struct Neighbourhood {
    columns: i16,
    rows: i16,
    cells: Vec<Vec<(AgentId, Tile)>>,
}

impl Neighbourhood {
    /// An empty neighbourhood over a map of that size in tiles.
    pub fn new(width: i16, height: i16) -> Self {
        let (columns, rows) = (width / CELL + 1, height / CELL + 1);
        Self {
            columns,
            rows,
            cells: vec![Vec::new(); columns as usize * rows as usize],
        }
    }

    /// An empty one over the map of a world.
    pub fn of(world: &World) -> Self {
        let grid = &world.resource::<super::Ground>().0.grid;
        Self::new(grid.width, grid.height)
    }

    fn cell(&self, tile: Tile) -> usize {
        let x = (tile.x / CELL).clamp(0, self.columns - 1);
        let y = (tile.y / CELL).clamp(0, self.rows - 1);
        y as usize * self.columns as usize + x as usize
    }

    /// Puts in somebody who comes to stand on `tile`.
    pub fn enter(&mut self, agent: AgentId, tile: Tile) {
        let cell = self.cell(tile);
        let people = &mut self.cells[cell];
        let at = people.partition_point(|(a, _)| *a < agent);
        people.insert(at, (agent, tile));
    }

    /// Takes somebody out who stands on `tile`.
    pub fn leave(&mut self, agent: AgentId, tile: Tile) {
        let cell = self.cell(tile);
        self.cells[cell].retain(|(a, _)| *a != agent);
    }

    /// Notes that somebody has stepped from one tile to another.
    pub fn walk(&mut self, agent: AgentId, from: Tile, to: Tile) {
        let (a, b) = (self.cell(from), self.cell(to));
        if a == b {
            if let Some(entry) = self.cells[a].iter_mut().find(|(who, _)| *who == agent) {
                entry.1 = to;
            }
        } else {
            self.leave(agent, from);
            self.enter(agent, to);
        }
    }

    /// Calls `see` for everybody within `radius` tiles of `centre`, in a fixed order.
    pub fn around(&self, centre: Tile, radius: i16, mut see: impl FnMut(AgentId, Tile)) {
        let low = |v: i16, last: i16| ((v - radius).max(0) / CELL).min(last - 1);
        let high = |v: i16, last: i16| ((v + radius).max(0) / CELL).min(last - 1);
        for y in low(centre.y, self.rows)..=high(centre.y, self.rows) {
            for x in low(centre.x, self.columns)..=high(centre.x, self.columns) {
                for (agent, tile) in &self.cells[y as usize * self.columns as usize + x as usize] {
                    if tile.distance(centre) <= radius as u32 {
                        see(*agent, *tile);
                    }
                }
            }
        }
    }
    /// Those of the people within `radius` tiles of `centre` whom `admits` lets through, the
    /// nearest first, `most` of them at most: in a crowd nobody attends to more.
    pub fn nearest(
        &self,
        centre: Tile,
        radius: i16,
        most: usize,
        mut admits: impl FnMut(AgentId, Tile) -> bool,
    ) -> Vec<AgentId> {
        let mut near: Vec<(u32, AgentId, Tile)> = Vec::new();
        self.around(centre, radius, |who, tile| {
            near.push((tile.distance(centre), who, tile));
        });
        near.sort_unstable_by_key(|(distance, who, _)| (*distance, *who));
        near.into_iter()
            .filter(|(_, who, tile)| admits(*who, *tile))
            .map(|(_, who, _)| who)
            .take(most)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nobody_near_is_overlooked(spots in proptest::collection::vec((0i16..60, 0i16..40), 1..40), cx in 0i16..60, cy in 0i16..40, radius in 1i16..12) {
            let mut hood = Neighbourhood::new(60, 40);
            for (i, (x, y)) in spots.iter().enumerate() {
                hood.enter(AgentId(i as u32), Tile::new(0, 0));
                hood.walk(AgentId(i as u32), Tile::new(0, 0), Tile::new(*x, *y));
            }
            let centre = Tile::new(cx, cy);
            let mut seen = Vec::new();
            hood.around(centre, radius, |a, _| seen.push(a.0));
            seen.sort_unstable();
            let expected: Vec<u32> = spots.iter().enumerate()
                .filter(|(_, (x, y))| Tile::new(*x, *y).distance(centre) <= radius as u32).map(|(i, _)| i as u32).collect();
            prop_assert_eq!(&seen, &expected);
            let distance = |a: &AgentId| {
                let (x, y) = spots[a.0 as usize];
                (Tile::new(x, y).distance(centre), *a)
            };
            let mut ordered: Vec<AgentId> = expected.into_iter().map(AgentId).collect();
            ordered.sort_by_key(distance);
            prop_assert_eq!(&hood.nearest(centre, radius, usize::MAX, |_, _| true), &ordered);
            ordered.retain(|a| a.0 % 2 == 0);
            ordered.truncate(3);
            prop_assert_eq!(hood.nearest(centre, radius, 3, |a, _| a.0 % 2 == 0), ordered);
        }
    }
}
