//! Made grounds with straight edges: the red sports ground, and the road with its kerbs and marks.

use super::{
    blob::{Blob, edged},
    blotches, picture, squares,
};
use crate::{
    noise::unit,
    palette::Color,
    tileset::{TILE, Tile, Tileset, Value},
};

const PAINT: Color = Color::hex(0xE4DCC8);

/// The tileset of sports ground and road.
pub fn tileset() -> Tileset {
    let mut set = squares("yards", 16);
    Blob {
        name: "court",
        color: 0xB9775C,
        round: 6.0,
        rough: 0.0,
        full: 5,
        second_edges: false,
        flags: &["paved"],
        paint: &|d, x, y, seed| edged(d, 2.4, Color::hex(0xE8DCC4), court(x, y, seed)),
    }
    .add_to(&mut set);
    Blob {
        name: "road",
        color: 0x85828A,
        round: 12.0,
        rough: 0.0,
        full: 5,
        second_edges: false,
        flags: &["paved"],
        paint: &kerbed,
    }
    .add_to(&mut set);
    for (seed, (name, marked)) in (0u32..).zip(MARKS) {
        let art = picture(TILE, |x, y| {
            let ground = asphalt(x, y, 900 + seed);
            let worn = unit(x, y, 920) > 0.9;
            if !marked(x, y) {
                ground
            } else if worn {
                PAINT.mix(ground, 0.35)
            } else {
                PAINT
            }
        });
        let tile = Tile::new(name, art).with("paved", Value::Bool(true));
        set.tiles.push(tile);
    }
    set
}

/// The name of a road tile, and where it is painted.
type Mark = (&'static str, fn(i32, i32) -> bool);

/// The road's painted marks, by name, and the pixels that each covers. `low` and `high`, `left`
/// and `right` are for a road of an even number of lanes, whose middle lies between two tiles.
const MARKS: [Mark; 8] = [
    ("road dash", |x, y| {
        (4..20).contains(&x) && (14..17).contains(&y)
    }),
    ("road dash low", |x, y| (4..20).contains(&x) && y >= 30),
    ("road dash high", |x, y| (4..20).contains(&x) && y < 1),
    ("road dash down", |x, y| {
        (14..17).contains(&x) && (4..20).contains(&y)
    }),
    ("road dash down right", |x, y| {
        x >= 30 && (4..20).contains(&y)
    }),
    ("road dash down left", |x, y| x < 1 && (4..20).contains(&y)),
    ("road crossing", |x, _| x % 8 < 4),
    ("road crossing down", |_, y| y % 8 < 4),
];

/// The ground of a sports court.
fn court(x: i32, y: i32, seed: u32) -> Color {
    let base = Color::hex(0xB9775C);
    let tone = match blotches(x, y, 850 + seed) {
        w if w > 0.14 => base.mix(Color::hex(0xC98D70), 0.25),
        w if w < -0.14 => base.mix(Color::hex(0x9A5A48), 0.12),
        _ => base,
    };
    if unit(x, y, 860 + seed) > 0.92 {
        tone.mix(Color::hex(0xCB9074), 0.5)
    } else {
        tone
    }
}

/// Asphalt.
fn asphalt(x: i32, y: i32, seed: u32) -> Color {
    let base = Color::hex(0x85828A);
    match unit(x, y, 870 + seed) {
        n if n > 0.94 => Color::hex(0x918E94),
        n if n < 0.06 => Color::hex(0x7A7781),
        _ if blotches(x, y, 880 + seed) < -0.15 => base.mix(Color::hex(0x7A7781), 0.4),
        _ => base,
    }
}

/// The road with a kerb of stones at its edge and a gutter along it.
fn kerbed(depth: f32, x: i32, y: i32, seed: u32) -> Color {
    let joint = x % 16 == 8 || y % 16 == 8;
    match depth {
        d if d < 1.0 => Color::hex(0x6A924B).alpha(140),
        d if d < 2.0 => Color::hex(0x8F8B88),
        d if d < 3.0 => Color::hex(0xDAD2C2),
        d if d < 6.0 && joint => Color::hex(0x9C9282),
        d if d < 6.0 => Color::hex(0xC2B8A6),
        d if d < 8.0 => Color::hex(0x6E6A74),
        d if d < 9.0 => asphalt(x, y, seed).mix(Color::hex(0x6E6A74), 0.3),
        _ => asphalt(x, y, seed),
    }
}
