//! Areas of cells with soft edges: the forty-seven tiles of an area whose cells belong to it or do
//! not, and how deep within it a pixel lies.

use super::{flagged, picture, window};
use crate::{
    noise::smooth,
    palette::Color,
    tileset::{TILE, Tile, Tileset, Wang, WangKind},
};

/// What grass shades the ground with at the edge of a way.
const GRASS_DEEP: Color = Color::hex(0x6A924B);

/// Which of the eight neighbours of a cell are of its area, from the upper one clockwise.
pub type Around = [bool; 8];

/// Every neighbourhood that looks different; the last is that of a cell all around which the area
/// goes on. A corner counts only between two sides that do.
pub fn arounds() -> Vec<Around> {
    let mut found = Vec::new();
    for bits in 0..256u32 {
        let around: Around = std::array::from_fn(|i| (bits >> i) & 1 == 1);
        let plain = [1, 3, 5, 7]
            .iter()
            .all(|&i| !around[i] || (around[i - 1] && around[(i + 1) % 8]));
        if plain {
            found.push(around);
        }
    }
    found
}

/// How many pixels a pixel lies within the area, at most a tile's side. Outward corners are
/// rounded by `round` pixels, which is at most half a tile.
pub fn depth(around: &Around, x: i32, y: i32, round: f32) -> f32 {
    let side = TILE as f32;
    let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
    let to = [py, side - px, side - py, px];
    let mut least = side;
    for (i, near) in to.iter().enumerate() {
        if !around[2 * i] {
            least = least.min(*near);
        }
        let (a, b) = (*near, to[(i + 1) % 4]);
        let (has_a, has_b) = (around[2 * i], around[(2 * i + 2) % 8]);
        if !has_a && !has_b && a < round && b < round {
            let (u, v) = (round - a, round - b);
            least = least.min(round - (u * u + v * v).sqrt());
        } else if has_a && has_b && !around[2 * i + 1] {
            least = least.min((a * a + b * b).sqrt());
        }
    }
    least
}

/// By how many pixels an edge wanders at a pixel; alike in all tiles at their sides.
pub fn wobble(x: i32, y: i32, rough: f32, seed: u32) -> f32 {
    let inner = window(x, y, 8.0);
    let common = smooth(x, y, 4, 8, 41) - 0.5;
    let own = smooth(x, y, 4, 8, 500 + seed) - 0.5;
    (common + (own - common) * inner) * rough
}

/// The edge of a way on grass, `inset` pixels within its cells: shaded grass, a rim, and the
/// surface inside.
pub fn edged(depth: f32, inset: f32, rim: Color, inside: Color) -> Color {
    match depth - inset {
        d if d < -2.2 => Color::CLEAR,
        d if d < -1.1 => GRASS_DEEP.alpha(70),
        d if d < 0.0 => GRASS_DEEP.alpha(150),
        d if d < 1.1 => rim,
        d if d < 2.8 => inside.mix(rim, 0.28),
        _ => inside,
    }
}

/// An area to be drawn as tiles.
pub struct Blob<'a> {
    /// What its terrain set is called.
    pub name: &'a str,
    /// Its colour in the editor.
    pub color: u32,
    /// By how many pixels outward corners are rounded.
    pub round: f32,
    /// How far its edges wander, in pixels.
    pub rough: f32,
    /// How many further full tiles it has.
    pub full: u32,
    /// Whether each of its straight edges has a second tile.
    pub second_edges: bool,
    /// What all its tiles mean.
    pub flags: &'a [&'static str],
    /// A pixel, by how deep it lies, where in its tile, and the tile's number.
    pub paint: &'a dyn Fn(f32, i32, i32, u32) -> Color,
}

impl Blob<'_> {
    /// Adds the tiles and the terrain set to a tileset.
    pub fn add_to(&self, set: &mut Tileset) {
        let mut all = arounds();
        let face = set.tiles.len() + all.len() - 1;
        all.extend(std::iter::repeat_n([true; 8], self.full as usize));
        if self.second_edges {
            for side in [0, 2, 4, 6] {
                let mut around = [true; 8];
                for i in [side + 7, side, side + 1] {
                    around[i % 8] = false;
                }
                all.push(around);
            }
        }
        let mut tiles = Vec::new();
        for (seed, around) in (0u32..).zip(&all) {
            let art = picture(TILE, |x, y| {
                let wander = wobble(x, y, self.rough, seed);
                let d = depth(around, x, y, self.round) + wander;
                (self.paint)(d, x, y, seed)
            });
            tiles.push((set.tiles.len(), around.map(u8::from)));
            let tile = Tile::new(format!("{} {seed}", self.name), art);
            set.tiles.push(flagged(tile, self.flags));
        }
        set.wangs.push(Wang {
            name: self.name.to_owned(),
            kind: WangKind::Mixed,
            colors: vec![(self.name.to_owned(), self.color, face)],
            tiles,
        });
    }
}
