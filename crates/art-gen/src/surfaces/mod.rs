//! Surfaces: the tilesets of grounds, ways, floors and walls, every tile of a size.
//!
//! A surface is drawn so that all of its tiles join: what varies from tile to tile keeps away from
//! their sides, and what crosses a side is the same in all.

mod beds;
mod blob;
mod faces;
mod floor_sets;
mod floors;
mod grass;
mod lines;
mod marks;
mod rosette;
mod seasons;
mod walls;
mod water;
mod ways;
mod yards;

use crate::{
    canvas::Canvas,
    noise::smooth,
    palette::Color,
    tileset::{Sheet, TILE, Tile, Tileset, Value, Wang, WangKind},
};

/// All tilesets of surfaces.
pub fn tilesets() -> Vec<Tileset> {
    let mut all = vec![
        grass::tileset(),
        water::tileset(),
        ways::tileset(),
        yards::tileset(),
        beds::tileset(),
        rosette::tileset(),
        lines::tileset(),
    ];
    all.extend(floor_sets::tilesets());
    all.extend([
        faces::faces(),
        faces::facades(),
        walls::tileset(),
        marks::shadows(),
        marks::markers(),
    ]);
    all.iter_mut().for_each(seasons::dress);
    all
}

/// An empty tileset of square tiles.
fn squares(name: &'static str, columns: i32) -> Tileset {
    of_size(name, TILE, columns)
}

/// An empty tileset of tiles that are one cell wide and so many pixels high.
fn of_size(name: &'static str, h: i32, columns: i32) -> Tileset {
    Tileset {
        name,
        sheet: Sheet::Grid {
            w: TILE,
            h,
            columns,
        },
        tiles: Vec::new(),
        wangs: Vec::new(),
        seasons: Vec::new(),
    }
}

/// A picture of one cell, pixel by pixel.
fn picture(h: i32, pixel: impl Fn(i32, i32) -> Color) -> Canvas {
    let mut out = Canvas::new(TILE, h);
    for y in 0..h {
        for x in 0..TILE {
            out.set(x, y, pixel(x, y));
        }
    }
    out
}

/// The tile with these flags set.
fn flagged(tile: Tile, flags: &[&'static str]) -> Tile {
    flags
        .iter()
        .fold(tile, |tile, &flag| tile.with(flag, Value::Bool(true)))
}

/// How far a pixel is from the sides of its tile: 0 at them, 1 from `reach` pixels on.
fn window(x: i32, y: i32, reach: f32) -> f32 {
    let near = x.min(y).min(TILE - 1 - x).min(TILE - 1 - y) as f32;
    let t = (near / reach).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// Soft blotches that keep away from the sides of a tile, in -0.5..0.5.
fn blotches(x: i32, y: i32, seed: u32) -> f32 {
    let wave = smooth(x, y, 8, 4, seed) * 0.65 + smooth(x, y, 4, 8, seed ^ 0x55) * 0.35;
    (wave - 0.5) * window(x, y, 7.0)
}

/// How far apart two colours are, for finding the nearest.
fn distance(a: u32, b: u32) -> u32 {
    let channel = |shift: u32| ((a >> shift) & 255).abs_diff((b >> shift) & 255).pow(2);
    channel(16) + channel(8) + channel(0)
}

/// A terrain set of sides with one terrain.
fn edges(name: String, color: u32, face: usize, tiles: Vec<(usize, [u8; 8])>) -> Wang {
    Wang {
        colors: vec![(name.clone(), color, face)],
        name,
        kind: WangKind::Edge,
        tiles,
    }
}

/// A tile's terrains by its sides: up, right, down and left.
fn sides([up, right, down, left]: [bool; 4]) -> [u8; 8] {
    let one = u8::from;
    [one(up), 0, one(right), 0, one(down), 0, one(left), 0]
}

/// Which sides the bits of a number name: up, right, down and left, from the lowest.
fn of_bits(bits: u32) -> [bool; 4] {
    std::array::from_fn(|i| (bits >> i) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tileset::write::check;
    use std::collections::BTreeSet;

    fn names() -> Vec<String> {
        let all = tilesets();
        let wangs = all.iter().flat_map(|set| &set.wangs);
        wangs.map(|wang| wang.name.clone()).collect()
    }

    #[test]
    fn all_tilesets_keep_the_rules() {
        for set in tilesets() {
            assert_eq!(check(&set), Vec::<String>::new());
        }
    }

    #[test]
    fn terrain_sets_have_names_of_their_own() {
        let names = names();
        let distinct: BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
    }
}
