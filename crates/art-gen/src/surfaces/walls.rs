//! The tops of walls, seen from above: a bevelled band in the trim of the building, with a dark
//! skirting beside it where it runs up and down.

use super::{edges, flagged, of_bits, picture, sides, squares};
use crate::{
    brush::Ramp,
    palette::Color,
    tileset::{TILE, Tile, Tileset},
};

/// Where the band lies: across a wall that runs up and down, and down one that runs left and
/// right.
const ACROSS: (i32, i32) = (5, 27);
const DEEP: i32 = 16;

/// The trims of buildings, each with the name of its terrain set.
const TRIMS: [(&str, u32); 14] = [
    ("walls green", 0x4F7F62),
    ("walls blue", 0x4F79A4),
    ("walls violet", 0x8A6A9A),
    ("walls red", 0xA8584A),
    ("walls slate", 0x4E6E8E),
    ("walls ochre", 0xB08A4A),
    ("walls copper", 0xC07A3E),
    ("walls leaf", 0x5F9A6A),
    ("walls gold", 0xC29A3E),
    ("walls plum", 0x9A5A86),
    ("walls teal", 0x3F8A92),
    ("walls wine", 0x7F4F5A),
    ("walls rose", 0xC4706A),
    ("walls olive", 0x6A7A5A),
];

/// The tileset of wall tops, a row for each trim; a tile's number in its row says by bits whether
/// the wall goes on up, right, down and left.
pub fn tileset() -> Tileset {
    let mut set = squares("walls", 16);
    for (name, color) in TRIMS {
        let trim = Ramp::of(color);
        let first = set.tiles.len();
        let mut tiles = Vec::new();
        for bits in 0..16 {
            let top = Top {
                joins: of_bits(bits),
            };
            let art = picture(TILE, |x, y| top.pixel(&trim, x, y));
            tiles.push((set.tiles.len(), sides(top.joins)));
            let tile = Tile::new(format!("{name} {bits}"), art);
            set.tiles.push(flagged(tile, &["blocks", "hides"]));
        }
        set.wangs
            .push(edges(name.to_owned(), color, first + 10, tiles));
    }
    set
}

/// A wall top: whether it goes on up, right, down and left.
struct Top {
    joins: [bool; 4],
}

impl Top {
    /// Whether it runs left and right only, and so has no skirting.
    fn lies(&self) -> bool {
        !self.joins[0] && !self.joins[2]
    }

    /// Whether a pixel of the tile, or just beside it, is on the band.
    fn band(&self, x: i32, y: i32) -> bool {
        let [up, right, down, left] = self.joins;
        let upright = (ACROSS.0..ACROSS.1).contains(&x);
        let level = (0..DEEP).contains(&y);
        if y < 0 {
            return up && upright;
        }
        if y >= TILE {
            return down && upright;
        }
        if x < 0 {
            return left && level;
        }
        if x >= TILE {
            return right && level;
        }
        let (from, to) = if self.lies() { (0, TILE) } else { ACROSS };
        let flat = level && (left || x >= from) && (right || x < to);
        flat || (down && upright && y >= DEEP)
    }

    /// A pixel of the tile.
    fn pixel(&self, trim: &Ramp, x: i32, y: i32) -> Color {
        if self.band(x, y) {
            return self.cap(trim, x, y);
        }
        if self.lies() || (y >= DEEP && !self.joins[2]) {
            return Color::CLEAR;
        }
        skirting(trim, x, y)
    }

    /// A pixel of the band: an outline, a rim that is lit at the upper left and dark at the lower
    /// right, a calm middle, and joints where walls meet.
    fn cap(&self, trim: &Ramp, x: i32, y: i32) -> Color {
        let open = |dx: i32, dy: i32| !self.band(x + dx, y + dy);
        if open(-1, 0) || open(1, 0) || open(0, -1) || open(0, 1) {
            return trim.line;
        }
        if self.joint(x, y) {
            return trim.dark.mix(trim.deep, 0.5);
        }
        if open(-2, 0) || open(0, -2) || open(-1, -1) {
            trim.hi
        } else if open(2, 0) || open(0, 2) || open(1, 1) {
            trim.dark
        } else if self.joint(x - 1, y) || self.joint(x, y - 1) {
            trim.hi
        } else if open(-4, 0) || open(4, 0) || open(0, -4) || open(0, 4) {
            trim.mid
        } else {
            trim.light
        }
    }

    /// Whether a joint runs through a pixel: between the stone at a corner or crossing and each
    /// wall that meets there.
    fn joint(&self, x: i32, y: i32) -> bool {
        let [up, right, down, left] = self.joins;
        let straight = (up == down && left == right && up != left) || self.lies();
        if straight {
            return false;
        }
        let level = (0..DEEP).contains(&y);
        (left && x == ACROSS.0 && level)
            || (right && x == ACROSS.1 - 1 && level)
            || (down && y == DEEP - 1 && (ACROSS.0..ACROSS.1).contains(&x))
            || (up && y == 0 && (ACROSS.0..ACROSS.1).contains(&x))
    }
}

/// A pixel of the dark strip beside a wall that runs up and down.
fn skirting(trim: &Ramp, x: i32, y: i32) -> Color {
    let base = trim.deep.mix(Color::hex(0x3A2E48), 0.55);
    let out = x.min(TILE - 1 - x);
    let right = x >= TILE / 2;
    match out {
        0 => base.mix(trim.line, 0.7),
        1 if !right => base.mix(trim.dark, 0.35),
        3 | 4 if right => base.mix(Color::hex(0x2A2038), 0.35),
        _ if y % 16 == 15 => base.mix(Color::hex(0x2A2038), 0.18),
        _ => base,
    }
}
