//! Where the sky is open over a map, and where puddles lie.

use collegium_sim::campus::{
    CampusMap, Tile,
    map::{PAVED, Rect},
};

/// How far walls reach beyond a room: to the sides and below, and above.
const WALLS: (i16, i16) = (1, 2);

/// One paved cell in so many has a puddle when it has rained.
const PUDDLES: u32 = 14;

/// For every cell of a map, row by row, whether the sky is open over it: over all but rooms and
/// their walls.
pub fn open_sky(map: &CampusMap) -> Vec<bool> {
    let grid = &map.grid;
    let mut open = vec![true; grid.len()];
    for place in map.places.iter().filter(|place| !place.kind.outdoors()) {
        let Rect { x, y, w, h } = place.rect;
        let roof = Rect {
            x: x.saturating_sub(WALLS.0),
            y: y.saturating_sub(WALLS.1),
            w: w.saturating_add(2 * WALLS.0),
            h: h.saturating_add(WALLS.0 + WALLS.1),
        };
        for tile in roof.tiles() {
            if let Some(open) = grid.index(tile).and_then(|at| open.get_mut(at)) {
                *open = false;
            }
        }
    }
    open
}

/// The cells on which puddles lie after rain, each with a number that says how it looks: some of
/// those that are paved under the open sky and can be walked on.
pub fn puddles(map: &CampusMap, open: &[bool]) -> Vec<(Tile, u32)> {
    let grid = &map.grid;
    let wet = |tile: Tile| {
        let under_sky = grid.index(tile).and_then(|at| open.get(at)).copied();
        under_sky.unwrap_or(false) && grid.walkable(tile) && grid.flags(tile) & PAVED != 0
    };
    let cells = (0..grid.len()).map(|at| grid.tile(at));
    cells
        .filter(|tile| wet(*tile) && wet(Tile::new(tile.x + 1, tile.y)))
        .map(|tile| (tile, scattered(tile)))
        .filter(|(_, number)| number.is_multiple_of(PUDDLES))
        .map(|(tile, number)| (tile, number / PUDDLES))
        .collect()
}

/// A number of a cell that tells nothing of its neighbours'.
fn scattered(tile: Tile) -> u32 {
    let (x, y) = (tile.x as u32, tile.y as u32);
    let mut n = x.wrapping_mul(0x9e37_79b1) ^ y.wrapping_mul(0x85eb_ca77);
    n = (n ^ (n >> 15)).wrapping_mul(0x2c1b_3c6d);
    n = (n ^ (n >> 12)).wrapping_mul(0x297a_2d39);
    n ^ (n >> 15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_sim::campus::testing;

    #[test]
    fn the_sky_is_open_over_plazas_and_not_over_rooms() {
        let (_, map) = testing::first_week();
        let open = open_sky(&map);
        for place in &map.places {
            for tile in place.rect.tiles() {
                let at = map.grid.index(tile).unwrap();
                assert!(!open[at] || place.kind.outdoors(), "{}", place.name);
            }
        }
        let plaza = map.place(map.find("Fountain Plaza").unwrap()).rect;
        let middle = Tile::new(plaza.x + plaza.w / 2, plaza.y + plaza.h / 2);
        assert!(open[map.grid.index(middle).unwrap()]);
        let share = open.iter().filter(|open| **open).count() as f32 / open.len() as f32;
        assert!((0.3..0.8).contains(&share), "{share}");
    }

    #[test]
    fn puddles_lie_on_ways_under_the_sky() {
        let (_, map) = testing::first_week();
        let open = open_sky(&map);
        let found = puddles(&map, &open);
        assert!((30..800).contains(&found.len()), "{}", found.len());
        for (tile, _) in &found {
            assert!(open[map.grid.index(*tile).unwrap()] && map.grid.walkable(*tile));
        }
        assert_eq!(found, puddles(&map, &open));
        assert!(puddles(&map, &vec![false; open.len()]).is_empty());
    }
}
