//! The tilesets of floors: of wood, soft ones, tiled ones, and the sills of doors. Along walls
//! a floor lies in their shadow.

use super::{
    edges,
    floors::{VARIANTS, pixel},
    of_bits, picture, sides, squares,
};
use crate::{
    brush::Ramp,
    palette::Color,
    tiles::floors::Floor,
    tileset::{TILE, Tile, Tileset, Value},
};

/// The colour of shadows on floors.
const DUSK: Color = Color::hex(0x33264D);

/// A floor and the name of its terrain set.
type Named = (&'static str, Floor);

const WOOD: [Named; 10] = [
    ("planks pale", Floor::Planks(0xD4AC7C)),
    ("planks honey", Floor::Planks(0xC8996A)),
    ("planks oak", Floor::Planks(0xB98B5E)),
    ("planks chestnut", Floor::Planks(0xB07E52)),
    ("planks cherry", Floor::Planks(0xA87450)),
    ("planks walnut", Floor::Planks(0x8C6246)),
    ("parquet oak", Floor::Parquet(0xC79C6A)),
    ("parquet chestnut", Floor::Parquet(0xBE8F5C)),
    ("parquet walnut", Floor::Parquet(0x9C7048)),
    ("gym boards", Floor::Gym(0xD9A868)),
];

const SOFT: [Named; 7] = [
    ("carpet wine", Floor::Carpet(0x8F5F58)),
    ("carpet blue", Floor::Carpet(0x7F93A8)),
    ("carpet sage", Floor::Carpet(0x8FA08A)),
    ("carpet forest", Floor::Carpet(0x6F8478)),
    ("carpet plum", Floor::Carpet(0x84708E)),
    ("lino mint", Floor::Lino(0xC4CCC4)),
    ("lino sand", Floor::Lino(0xD6CCB8)),
];

const TILED: [Named; 9] = [
    ("checker cream", Floor::Checker(0xD8CCB4, 0xB9A78C)),
    ("checker red", Floor::Checker(0xD8CCB4, 0xA8624E)),
    ("checker sand", Floor::Checker(0xE0D2B4, 0xCBA888)),
    ("checker slate", Floor::Checker(0xD4D6D2, 0x8792A0)),
    ("tiles aqua", Floor::Tiles(0xBFD2CE)),
    ("tiles sky", Floor::Tiles(0xC4D4D8)),
    ("tiles pearl", Floor::Tiles(0xD8DED4)),
    ("stone grey", Floor::Stone(0xC2BDB4)),
    ("stone sand", Floor::Stone(0xC4B49C)),
];

/// The terrain sets of door sills: inside of buildings, and at their entrances.
const THRESHOLDS: [(&str, u32); 2] = [
    ("threshold inside", 0xA67C54),
    ("threshold outside", 0xB9AE9C),
];

/// All tilesets of floors.
pub fn tilesets() -> Vec<Tileset> {
    vec![
        of("floors_wood", &WOOD),
        of("floors_soft", &SOFT),
        of("floors_tiled", &TILED),
        thresholds(),
    ]
}

/// A tileset of floors, a row each: the sixteen kinds of sides, the last without a wall, and
/// further tiles without one.
fn of(name: &'static str, floors: &[Named]) -> Tileset {
    let mut set = squares(name, 15 + VARIANTS as i32);
    for (title, floor) in floors {
        let first = set.tiles.len();
        let mut tiles = Vec::new();
        for i in 0..15 + VARIANTS {
            let open = of_bits(i.min(15));
            let v = if i < 15 { i % VARIANTS } else { i - 15 };
            let art = picture(TILE, |x, y| {
                pixel(*floor, v, x, y).mix(DUSK, shade(open, x, y))
            });
            tiles.push((set.tiles.len(), sides(open)));
            let mut tile = Tile::new(format!("{title} {i}"), art);
            if matches!(floor, Floor::Stone(_)) && v > 1 && i > 14 {
                tile.probability = 0.35;
            }
            set.tiles.push(tile.with("paved", Value::Bool(true)));
        }
        let color = color(*floor);
        set.wangs
            .push(edges((*title).to_owned(), color, first + 15, tiles));
    }
    set
}

/// The main colour of a floor.
fn color(floor: Floor) -> u32 {
    match floor {
        Floor::Planks(c)
        | Floor::Parquet(c)
        | Floor::Checker(_, c)
        | Floor::Carpet(c)
        | Floor::Stone(c)
        | Floor::Lino(c)
        | Floor::Gym(c)
        | Floor::Tiles(c) => c,
    }
}

/// How dark the shadow of the walls is at a pixel of a cell which is open to its upper, right,
/// lower and left side.
fn shade([up, right, _, left]: [bool; 4], x: i32, y: i32) -> f32 {
    let above: f32 = match y {
        _ if up => 0.0,
        0..3 => 0.34,
        3..8 => 0.20,
        8..12 => 0.12,
        12..15 => 0.05,
        _ => 0.0,
    };
    let beside: f32 = match x {
        _ if left => 0.0,
        0..2 => 0.28,
        2..6 => 0.18,
        6..9 => 0.10,
        9..11 => 0.04,
        _ => 0.0,
    };
    let corner: f32 = if !up && !left && x + y < 22 {
        0.14
    } else {
        0.0
    };
    let across: f32 = if !right && x >= TILE - 2 { 0.08 } else { 0.0 };
    above.max(beside).max(corner).max(across)
}

/// The tileset of door sills: a passage is two cells deep and one or two wide.
fn thresholds() -> Tileset {
    let mut set = squares("thresholds", 8);
    for (name, stuff) in THRESHOLDS {
        let first = set.tiles.len();
        let mut tiles = Vec::new();
        for i in 0..8 {
            let (right, left, lower) = (i % 2 == 1, i / 2 % 2 == 1, i / 4 == 1);
            let art = picture(TILE, |x, y| sill(stuff, [right, left, lower], x, y));
            tiles.push((set.tiles.len(), sides([lower, right, !lower, left])));
            let tile = Tile::new(format!("{name} {i}"), art);
            set.tiles.push(tile.with("paved", Value::Bool(true)));
        }
        set.wangs.push(edges(name.to_owned(), stuff, first, tiles));
    }
    set
}

/// A pixel of a sill, of the upper or the lower row, between jambs or beside another.
fn sill(stuff: u32, [right, left, lower]: [bool; 3], x: i32, y: i32) -> Color {
    let ramp = Ramp::of(stuff);
    let base = match y {
        30 if lower => ramp.hi,
        31 if lower => ramp.line,
        y if y % 16 == 4 => ramp.dark,
        y if y % 16 == 12 => ramp.light,
        _ => ramp.mid,
    };
    let above: f32 = match (lower, y) {
        (false, 16..26) => 0.24,
        (false, 26..30) => 0.12,
        _ => 0.0,
    };
    let beside: f32 = match x {
        _ if left => 0.0,
        0..5 => 0.28,
        5..9 => 0.12,
        _ => 0.0,
    };
    let across: f32 = if !right && x >= TILE - 4 { 0.12 } else { 0.0 };
    base.mix(DUSK, above.max(beside).max(across))
}
