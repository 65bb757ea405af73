//! Completes terrain sets over cells, as Tiled's terrain brush does.

use crate::{
    noise::unit,
    tileset::{Tileset, Wang, WangKind},
};

/// The cells around a cell, in the order in which terrain sets name a tile's terrains: from the
/// upper one clockwise.
pub const AROUND: [(i32, i32); 8] = [
    (0, -1),
    (1, -1),
    (1, 0),
    (1, 1),
    (0, 1),
    (-1, 1),
    (-1, 0),
    (-1, -1),
];

/// The terrains of the tile for a cell of an area of one terrain, by which of the cells around it
/// the area goes on at. A corner counts only between two sides that do.
pub fn around(kind: WangKind, goes_on: impl Fn(i32, i32) -> bool) -> [u8; 8] {
    let near = AROUND.map(|(dx, dy)| goes_on(dx, dy));
    std::array::from_fn(|i| {
        let corner = i % 2 == 1;
        let used = match kind {
            WangKind::Corner => corner,
            WangKind::Edge => !corner,
            WangKind::Mixed => true,
        };
        let whole = !corner || (near[i - 1] && near[(i + 1) % 8]);
        u8::from(used && near[i] && whole)
    })
}

/// The tile of a terrain set that has exactly these terrains, or else the one that misses the
/// fewest; among those that fit alike, one by their probabilities and the cell.
pub fn tile(set: &Tileset, wang: &Wang, want: [u8; 8], x: i32, y: i32) -> Option<usize> {
    let misses = |id: &[u8; 8]| id.iter().zip(want).filter(|(a, b)| **a != *b).count();
    let least = wang.tiles.iter().map(|(_, id)| misses(id)).min()?;
    if least > 0 {
        eprintln!(
            "terrain set {}: no tile {want:?}, for {x},{y}; the nearest misses {least}",
            wang.name
        );
    }
    let fits: Vec<usize> = wang
        .tiles
        .iter()
        .filter(|(_, id)| misses(id) == least)
        .map(|(tile, _)| *tile)
        .collect();
    let chance = |tile: usize| set.tiles.get(tile).map_or(0.0, |t| t.probability);
    let all: f32 = fits.iter().map(|tile| chance(*tile)).sum();
    let mut roll = unit(x, y, seed(&wang.name)) * all;
    for tile in &fits {
        roll -= chance(*tile);
        if roll < 0.0 {
            return Some(*tile);
        }
    }
    fits.last().copied()
}

/// A number of its own for each terrain set, so that their choices differ.
fn seed(name: &str) -> u32 {
    name.bytes()
        .fold(301, |sum, byte| sum.wrapping_mul(31) ^ u32::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        canvas::Canvas,
        tileset::{Sheet, Tile},
    };

    #[test]
    fn corners_count_between_two_sides() {
        let right_half = |dx: i32, _: i32| dx >= 0;
        assert_eq!(
            around(WangKind::Mixed, right_half),
            [1, 1, 1, 1, 1, 0, 0, 0]
        );
        assert_eq!(around(WangKind::Edge, right_half), [1, 0, 1, 0, 1, 0, 0, 0]);
        let diagonal = |dx: i32, dy: i32| dx == dy;
        assert_eq!(around(WangKind::Mixed, diagonal), [0; 8]);
    }

    #[test]
    fn a_tile_that_fits_is_taken_by_its_probability() {
        let mut set = Tileset {
            name: "test",
            sheet: Sheet::Pieces,
            tiles: Vec::new(),
            wangs: Vec::new(),
            seasons: Vec::new(),
        };
        for (name, probability) in [("often", 1.0), ("never", 0.0), ("edge", 1.0)] {
            let mut tile = Tile::new(name, Canvas::new(32, 32));
            tile.probability = probability;
            set.tiles.push(tile);
        }
        let full = [1; 8];
        let wang = Wang {
            name: "test".to_owned(),
            kind: WangKind::Mixed,
            colors: Vec::new(),
            tiles: vec![(0, full), (1, full), (2, [0; 8])],
        };
        for x in 0..50 {
            assert_eq!(tile(&set, &wang, full, x, 3), Some(0));
            assert_eq!(tile(&set, &wang, [0; 8], x, 3), Some(2));
        }
    }
}
