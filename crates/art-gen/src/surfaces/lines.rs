//! The painted lines of ball courts, to be laid over any floor: clear tiles with lines, of which
//! courts of any size are put together.

use super::{picture, squares};
use crate::{
    palette::Color,
    tileset::{TILE, Tile, Tileset},
};

const PAINT: Color = Color::hex(0xF4EAD6);
/// The darker ground within the boxes at the ends.
const BOX: Color = Color::hex(0x9A5A48);
/// How far the outer lines lie within the court, in pixels.
const INSET: i32 = 8;

/// A court of so many cells, with or without boxes at its left and right ends.
#[derive(Clone, Copy)]
struct Court {
    w: i32,
    h: i32,
    boxes: bool,
}

/// The tileset of court lines.
pub fn tileset() -> Tileset {
    let mut set = squares("lines", 16);
    for (w, h, boxes) in [
        (12, 10, true),
        (11, 10, true),
        (12, 10, false),
        (11, 10, false),
        (12, 9, false),
        (11, 9, false),
    ] {
        let court = Court { w, h, boxes };
        for row in 0..h {
            for column in 0..w {
                let name = court.name(column, row);
                if set.number(&name).is_some() || !court.lined(column, row) {
                    continue;
                }
                let art = picture(TILE, |x, y| court.at(column * TILE + x, row * TILE + y));
                set.tiles.push(Tile::new(name, art));
            }
        }
    }
    set
}

/// Where a cell lies along a side of `n` cells: at an end, about the middle, or between.
fn part(i: i32, n: i32) -> String {
    let middle = n / 2;
    match (i, n % 2) {
        (0, _) => "first".to_owned(),
        (i, _) if i == n - 1 => "last".to_owned(),
        (i, 0) if (middle - 2..middle + 2).contains(&i) => format!("even{}", i - middle + 2),
        (i, 1) if (middle - 1..=middle + 1).contains(&i) => format!("odd{}", i - middle + 1),
        _ => "plain".to_owned(),
    }
}

impl Court {
    /// What the tile of a cell is called.
    fn name(self, x: i32, y: i32) -> String {
        let column = if self.boxes && x < 4 {
            format!("left{x}")
        } else if self.boxes && x >= self.w - 4 {
            format!("right{}", self.w - 1 - x)
        } else {
            part(x, self.w)
        };
        format!("lines {column} {}", part(y, self.h))
    }

    /// Whether there is anything on a cell.
    fn lined(self, column: i32, row: i32) -> bool {
        (0..TILE).any(|y| (0..TILE).any(|x| self.at(column * TILE + x, row * TILE + y).a > 0))
    }

    /// The colour at a pixel of the court.
    fn at(self, px: i32, py: i32) -> Color {
        let (w, h) = (self.w * TILE, self.h * TILE);
        let (x, y) = (px - INSET, py - INSET);
        let (right, bottom) = (w - 2 * INSET, h - 2 * INSET);
        if x < 0 || y < 0 || x >= right || y >= bottom {
            return Color::CLEAR;
        }
        let frame = x < 2 || y < 2 || x >= right - 2 || y >= bottom - 2;
        let halfway = (w / 2 - 1..w / 2 + 1).contains(&px);
        let (dx, dy) = (px - w / 2, py - h / 2);
        let away = ((dx * dx + dy * dy) as f32).sqrt();
        if frame || halfway || (40.0..42.5).contains(&away) {
            return PAINT;
        }
        let deep = x.min(right - 1 - x);
        if !self.boxes || deep >= 98 || dy.abs() > 48 {
            Color::CLEAR
        } else if deep >= 96 || dy.abs() > 46 {
            PAINT
        } else {
            BOX.alpha(80)
        }
    }
}
