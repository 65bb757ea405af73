//! Tiles to be laid over others: the shadows that buildings cast, and markers that say what a cell
//! is where its tiles do not.

use super::{picture, squares};
use crate::{
    brush::SHADOW,
    palette::Color,
    tileset::{TILE, Tile, Tileset, Value},
};

/// Shadows on the ground: below façades (`south`, and `south start` at the left end of one), right
/// of walls (`east`, and `east start` at the upper end of one), and at the corner between them.
pub fn shadows() -> Tileset {
    let mut set = squares("shadows", 5);
    let below = |y: i32| [56, 40, 22][((y - 4) / 2).clamp(0, 2) as usize];
    let beside = |x: i32| [52, 38, 24][((x - 9) / 3).clamp(0, 2) as usize];
    let south = |_: i32, y: i32| if y < 10 { below(y) } else { 0 };
    let east = |x: i32, _: i32| if x < 17 { beside(x) } else { 0 };
    let first = |from: i32, along: i32, shade: u8| match along - from {
        i32::MIN..0 => 0,
        0..3 => shade / 2,
        _ => shade,
    };
    let shadow = |shade: u8| SHADOW.alpha(shade);
    for (name, art) in [
        ("south", picture(TILE, |x, y| shadow(south(x, y)))),
        (
            "south start",
            picture(TILE, |x, y| shadow(first(7, x, south(x, y)))),
        ),
        ("east", picture(TILE, |x, y| shadow(east(x, y)))),
        (
            "east start",
            picture(TILE, |x, y| shadow(first(12, y, east(x, y)))),
        ),
        (
            "corner",
            picture(TILE, |x, y| shadow(south(x, y).min(east(x, y)))),
        ),
    ] {
        set.tiles.push(Tile::new(name, art));
    }
    set
}

/// Markers: `blocked`, `unseen` and `open`.
pub fn markers() -> Tileset {
    let mut set = squares("markers", 3);
    for (name, flag, color, slant) in [
        ("blocked", "blocks", 0xC9584E, 1),
        ("unseen", "hides", 0x6F5FA8, -1),
        ("open", "opens", 0x4FA46A, 0),
    ] {
        let art = picture(TILE, |x, y| {
            let edge = x < 2 || y < 2 || x >= TILE - 2 || y >= TILE - 2;
            let inside = if slant == 0 {
                (x - 16).abs() + (y - 16).abs() < 9
            } else {
                (x + slant * y).rem_euclid(8) < 3
            };
            let a = match (edge, inside) {
                (true, _) => 200,
                (_, true) => 120,
                _ => 40,
            };
            Color::hex(color).alpha(a)
        });
        set.tiles
            .push(Tile::new(name, art).with(flag, Value::Bool(true)));
    }
    set
}
