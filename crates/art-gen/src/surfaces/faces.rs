//! The faces of walls, one and a half cells high: inside with paper and wainscot, outside of brick
//! or plaster over a plinth.

use super::{edges, flagged, of_size, picture, sides};
use crate::{
    brush::Ramp,
    noise::{pick, unit},
    palette::Color,
    tiles::walls::{
        FACE, Paper,
        Pattern::{self, Plain, Sprigs, Stripes, Tiled},
    },
    tileset::{TILE, Tile, Tileset},
};

/// The colour of shadows in corners.
const DUSK: Color = Color::hex(0x33264D);

/// The papers of inner walls: the name of the terrain set, the colours above and of the wainscot,
/// and the pattern.
const PAPERS: [(&str, u32, u32, Pattern); 31] = [
    ("paper straw sprigs", 0xE4D6B4, 0xB08A60, Sprigs),
    ("paper mint stripes", 0xBFD0C0, 0xC4A67C, Stripes),
    ("paper sky plain", 0xC4CCDC, 0xB49470, Plain),
    ("paper peach stripes", 0xE2C4B4, 0xAD8058, Stripes),
    ("paper lilac sprigs", 0xDCCFDC, 0xB99670, Sprigs),
    ("paper straw hall", 0xD8C8A0, 0x9A7048, Plain),
    ("paper sky hall", 0xC0CCD8, 0x9A7048, Plain),
    ("paper lilac hall", 0xD4C4D4, 0x9A7048, Plain),
    ("glazed teal", 0xDCE6E2, 0x6FA098, Tiled),
    ("glazed blue", 0xDCE6E2, 0x7F9CC0, Tiled),
    ("glazed violet", 0xDCE6E2, 0x9A86AA, Tiled),
    ("paper green stripes", 0xC9D4B0, 0x94683F, Stripes),
    ("paper blue stripes", 0xB9CCDA, 0x94683F, Stripes),
    ("paper pink stripes", 0xD9C0CC, 0x94683F, Stripes),
    ("paint cream brick", 0xE0D2B4, 0x9A5F4A, Plain),
    ("paint wheat umber", 0xD9C4A0, 0x7F5238, Plain),
    ("paint lime oak", 0xDFE0C4, 0xB88A5A, Plain),
    ("paint sand oak", 0xE6D8B8, 0xB88A5A, Plain),
    ("paint ice oak", 0xCBD9D9, 0xB88A5A, Plain),
    ("paint ice teal", 0xDCE4E0, 0x8FA8A8, Plain),
    ("paint ice blue", 0xCFDAE4, 0x7F92AC, Plain),
    ("paint mist navy", 0xD4DCE0, 0x5F7C98, Plain),
    ("paint pearl oak", 0xDDD8C0, 0x9A7650, Plain),
    ("paint straw walnut", 0xD8C8A0, 0x7C5236, Plain),
    ("paint apricot clay", 0xE8D4A8, 0xB0643E, Plain),
    ("paper leaf stripes", 0xC4D4B4, 0x8A5E3C, Stripes),
    ("paint chalk mustard", 0xE2DCC8, 0xC29A4A, Plain),
    ("paper rose stripes", 0xD4B4C0, 0x7C5240, Stripes),
    ("paint chalk teal", 0xE4DCC4, 0x5F9AA0, Plain),
    ("paint white mint", 0xE2EAE4, 0x8FBCB0, Plain),
    ("paint straw olive", 0xD8CBA8, 0x7A6A4A, Plain),
];

/// The outer walls of buildings: the name of the terrain set, the colour, and whether of brick.
const FACADES: [(&str, u32, bool); 14] = [
    ("plaster straw", 0xD8C8A4, false),
    ("plaster cream", 0xE0D6C4, false),
    ("plaster blush", 0xDCCFC0, false),
    ("plaster slate", 0xB9C2C8, false),
    ("plaster parchment", 0xDDD2BA, false),
    ("plaster sand", 0xE6D4B8, false),
    ("plaster rose", 0xDCC9C0, false),
    ("plaster ivory", 0xE2D6BE, false),
    ("plaster white", 0xE6E2D8, false),
    ("brick red", 0xC08468, true),
    ("brick amber", 0xD9B48A, true),
    ("brick khaki", 0xC9B79A, true),
    ("brick tan", 0xD6C2A6, true),
    ("brick olive", 0xC4B59A, true),
];

/// The kinds of a face: whether it goes on to its right and to its left.
const ENDS: [[bool; 2]; 4] = [[true, true], [true, false], [false, true], [false, false]];

/// The tileset of inner faces, a row each.
pub fn faces() -> Tileset {
    let mut set = of_size("faces", FACE, 4);
    for (name, upper, wainscot, pattern) in PAPERS {
        let paper = Paper {
            upper,
            wainscot,
            pattern,
        };
        let paint =
            |ends: [bool; 2], _: u32, x: i32, y: i32| inner(&paper, x, y).mix(DUSK, dark(ends, x));
        row(&mut set, name, upper, &ENDS, &paint);
    }
    set
}

/// The tileset of outer faces, a row each.
pub fn facades() -> Tileset {
    let mut kinds = ENDS.to_vec();
    kinds.extend([[true, true]; 2]);
    let mut set = of_size("facades", FACE, kinds.len() as i32);
    for (name, wall, brick) in FACADES {
        let paint = |ends: [bool; 2], v: u32, x: i32, y: i32| outer(wall, brick, ends, v, x, y);
        row(&mut set, name, wall, &kinds, &paint);
    }
    set
}

/// Adds the tiles of one face, and its terrain set. It is painted by whether it goes on to its
/// right and left, the number of the tile, and the pixel.
fn row(
    set: &mut Tileset,
    name: &str,
    color: u32,
    kinds: &[[bool; 2]],
    paint: &dyn Fn([bool; 2], u32, i32, i32) -> Color,
) {
    let first = set.tiles.len();
    let mut tiles = Vec::new();
    for (v, ends) in (0u32..).zip(kinds) {
        let art = picture(FACE, |x, y| paint(*ends, v, x, y));
        tiles.push((set.tiles.len(), sides([false, ends[0], false, ends[1]])));
        let tile = Tile::new(format!("{name} {v}"), art);
        set.tiles.push(flagged(tile, &["blocks", "hides"]));
    }
    set.wangs.push(edges(name.to_owned(), color, first, tiles));
}

/// How dark the corners of a room are on its upper wall.
fn dark([right, left]: [bool; 2], x: i32) -> f32 {
    match x {
        0..2 if !left => 0.34,
        2..5 if !left => 0.20,
        5..9 if !left => 0.09,
        31 if !right => 0.22,
        29..31 if !right => 0.10,
        _ => 0.0,
    }
}

/// A pixel of an inner wall.
fn inner(paper: &Paper, x: i32, y: i32) -> Color {
    let wood = Ramp::of(paper.wainscot);
    if paper.pattern == Tiled {
        return glazed(paper, x, y);
    }
    match y {
        30 => wood.line,
        31 => wood.hi,
        32 => wood.mid,
        33 => wood.dark,
        34..=43 => match (x % 16, y) {
            (0, _) => wood.dark,
            (15, _) => wood.light,
            (3..=12, 36 | 42) | (3 | 12, 36..=42) => wood.dark,
            (4..=11, 37) => wood.dark.mix(wood.deep, 0.5),
            (4..=11, 41) => wood.mid.mix(wood.light, 0.6),
            _ => wood.mid,
        },
        44 => wood.light,
        45 | 46 => wood.dark,
        47.. => wood.line,
        _ => upper(paper, x, y),
    }
}

/// A pixel of an inner wall above its wainscot.
fn upper(paper: &Paper, x: i32, y: i32) -> Color {
    let upper = Ramp::of(paper.upper);
    let base = match y {
        0 | 1 => return upper.deep,
        2..=4 => return upper.dark,
        5 => return upper.dark.mix(upper.mid, 0.6),
        6..=24 => upper.mid.mix(upper.light, 0.35),
        _ => upper.mid,
    };
    match paper.pattern {
        Stripes if x % 8 < 3 => base.mix(upper.dark, 0.30),
        Stripes if x % 8 == 5 => base.mix(upper.hi, 0.35),
        Sprigs => match (x % 16, (y + if x < 16 { 0 } else { 6 }) % 12) {
            (8, 4) | (7 | 9, 5) | (8, 6) => base.mix(upper.deep, 0.55),
            (8, 5) => upper.hi,
            (8, 7) => Color::hex(0x8FA878),
            _ => base,
        },
        _ => base,
    }
}

/// A pixel of a wall of glazed tiles.
fn glazed(paper: &Paper, x: i32, y: i32) -> Color {
    let (upper, band) = (Ramp::of(paper.upper), Ramp::of(paper.wainscot));
    match y {
        0 | 1 => upper.deep,
        2 => upper.dark,
        26 => band.light,
        27..=29 => band.mid,
        44 => band.light,
        45.. => band.dark,
        _ if x % 8 == 7 || y % 8 == 7 => upper.mid.mix(upper.dark, 0.7),
        _ if x % 8 == 0 || y % 8 == 0 => upper.hi,
        _ => upper.mid.mix(upper.light, 0.4),
    }
}

/// A pixel of an outer wall: at its ends corner stones, at its foot a plinth.
fn outer(wall: u32, brick: bool, [right, left]: [bool; 2], v: u32, x: i32, y: i32) -> Color {
    let ramp = Ramp::of(wall);
    let stone = Ramp::of(0xB9B0A2);
    if (!left && x == 0) || (!right && x == TILE - 1) {
        return if y < 38 { ramp.line } else { stone.line };
    }
    match y {
        0 | 1 => ramp.line,
        2..=4 => ramp.deep,
        38 => stone.line,
        39 => stone.hi,
        40..=46 => match (x % 16, y) {
            (0, _) => stone.deep,
            (1, _) | (_, 40) => stone.light,
            (_, 46) => stone.dark,
            _ if pick(x / 16, 1, 83 + v, 3) == 0 => stone.mid.mix(stone.dark, 0.3),
            _ => stone.mid,
        },
        47.. => stone.line,
        _ => {
            let from_left = if left { TILE } else { x };
            let from_right = if right { TILE } else { TILE - 1 - x };
            corner_stone(&ramp, from_left.min(from_right), y)
                .unwrap_or_else(|| wall_pixel(&ramp, brick, v, x, y))
        }
    }
}

/// A pixel of the stones at the end of an outer wall, so far from it, if there is one.
fn corner_stone(wall: &Ramp, from_end: i32, y: i32) -> Option<Color> {
    let (block, v) = ((y - 5) / 8, (y - 5) % 8);
    let wide = if block % 2 == 0 { 8 } else { 5 };
    if from_end > wide {
        return None;
    }
    Some(if from_end == wide || v == 7 {
        wall.deep
    } else if v == 0 {
        wall.hi
    } else {
        wall.light
    })
}

/// A pixel of an outer wall between its ends.
fn wall_pixel(wall: &Ramp, brick: bool, v: u32, x: i32, y: i32) -> Color {
    let shaded = y < 8;
    let base = if brick {
        bricks(wall, v, x, y)
    } else if unit(x, y, 82 + v) > 0.965 {
        wall.mid.mix(wall.dark, 0.25)
    } else if y < 14 {
        wall.mid
    } else {
        wall.mid.mix(wall.light, 0.4)
    };
    if shaded {
        base.mix(wall.deep, 0.35)
    } else {
        base
    }
}

/// Courses of brick; those that cross a side of the tile are alike in all.
fn bricks(wall: &Ramp, v: u32, x: i32, y: i32) -> Color {
    let row = y / 5;
    let shifted = x + row % 2 * 4;
    if shifted % 8 == 7 || y % 5 == 4 {
        return wall.dark;
    }
    let column = shifted / 8;
    let crossing = row % 2 == 1 && (column == 0 || column == 4);
    let number = if crossing {
        3
    } else {
        pick(column, row, 810 + v, 5)
    };
    let base = match number {
        0 => wall.mid.mix(wall.light, 0.5),
        1 => wall.mid.mix(wall.dark, 0.4),
        _ => wall.mid,
    };
    if y % 5 == 0 {
        base.mix(wall.light, 0.4)
    } else {
        base
    }
}
