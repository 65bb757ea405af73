//! The patterns of floors, cell by cell: each has variants that join at every side.

use crate::{
    noise::{pick, smooth, unit},
    palette::Color,
    tiles::floors::Floor,
};

/// How many variants a floor has.
pub const VARIANTS: u32 = 4;

/// What floors are lightened and darkened with.
const WARM: Color = Color::hex(0xFFF2D6);
const DUSK: Color = Color::hex(0x3A2A48);

/// The colour of a variant of a floor at a pixel of its tile.
pub fn pixel(floor: Floor, v: u32, x: i32, y: i32) -> Color {
    match floor {
        Floor::Planks(c) => boards(Color::hex(c), false, v, x, y),
        Floor::Gym(c) => boards(Color::hex(c), true, v, x, y),
        Floor::Parquet(c) => parquet(Color::hex(c), v, x, y),
        Floor::Checker(a, b) => checker([a, b], v, x, y),
        Floor::Carpet(c) => carpet(Color::hex(c), v, x, y),
        Floor::Stone(c) => stone(Color::hex(c), v, x, y),
        Floor::Lino(c) => lino(Color::hex(c), v, x, y),
        Floor::Tiles(c) => tiles(Color::hex(c), v, x, y),
    }
}

/// One of three tones of a colour, by a number.
fn toned(base: Color, number: u32) -> Color {
    match number {
        0 => base.mix(WARM, 0.13),
        1 => base.mix(DUSK, 0.06),
        _ => base,
    }
}

/// Boards, long ones or those of a gymnasium. A board that crosses a side of the tile has the tone
/// of its row; what lies between two joints has its own.
fn boards(base: Color, gym: bool, v: u32, x: i32, y: i32) -> Color {
    let board = if gym { 4 } else { 8 };
    let row = y / board;
    let strong = if gym { 0.10 } else { 0.26 };
    if y % board == board - 1 {
        return base.mix(DUSK, strong);
    }
    let early = 3 + pick(row, 1, 901 + v, 9) as i32;
    let late = 20 + pick(row, 2, 901 + v, 9) as i32;
    let (from, to) = match pick(row, 3, 901 + v, if gym { 7 } else { 5 }) {
        0 => (early, late),
        1 => (early, early),
        2 => (late, late),
        3 => (early + 10, early + 10),
        _ => (-1, -1),
    };
    if x == from || x == to {
        return base.mix(DUSK, strong + 0.04);
    }
    let own = from < x && x < to;
    let tone = if own {
        2 * pick(row, 4, 901 + v, 2)
    } else {
        pick(row, 5, 71, 4)
    };
    let tinted = toned(base, tone);
    if !gym && y % board == 0 {
        return tinted.mix(WARM, 0.16);
    }
    let grain = smooth(x, y * 6, 8, 8, 72 + v);
    if grain > 0.72 && (2..30).contains(&x) {
        tinted.mix(DUSK, 0.07)
    } else {
        tinted
    }
}

/// Basket-weave: strips of four, turned from one square to the next.
fn parquet(base: Color, v: u32, x: i32, y: i32) -> Color {
    let (bx, by) = (x / 16, y / 16);
    let turned = (bx + by) % 2 == 0;
    let (a, b) = if turned {
        (x % 16, y % 16)
    } else {
        (y % 16, x % 16)
    };
    if a % 4 == 3 || b == 15 {
        return base.mix(DUSK, 0.24);
    }
    let tinted = toned(base, pick(bx * 4 + a / 4, by, 73 + v, 3));
    let tinted = if turned {
        tinted
    } else {
        tinted.mix(DUSK, 0.05)
    };
    if a % 4 == 0 {
        tinted.mix(WARM, 0.14)
    } else {
        tinted
    }
}

/// Square tiles in two colours.
fn checker(colors: [u32; 2], v: u32, x: i32, y: i32) -> Color {
    let (column, row) = (x / 16, y / 16);
    let base = Color::hex(colors[((column + row) % 2) as usize]);
    let base = match pick(column, row, 74 + v, 5) {
        0 => base.mix(DUSK, 0.03),
        1 => base.mix(WARM, 0.05),
        _ => base,
    };
    let (a, b) = (x % 16, y % 16);
    if a == 15 || b == 15 {
        base.mix(DUSK, 0.16)
    } else if a == 0 || b == 0 {
        base.mix(WARM, 0.30)
    } else if a + b == 8 || a + b == 9 {
        base.mix(WARM, 0.12)
    } else {
        base
    }
}

/// A lattice of lozenges with a dot in each cell of the weave.
fn carpet(base: Color, v: u32, x: i32, y: i32) -> Color {
    let (a, b) = (x % 8, y % 8);
    let lattice = (x - 16).abs() + (y - 16).abs();
    if lattice == 12 || lattice < 2 {
        base.mix(WARM, 0.16)
    } else if lattice == 13 {
        base.mix(DUSK, 0.10)
    } else if (a == 2 && b == 2) || (a == 6 && b == 6) {
        base.mix(WARM, 0.15)
    } else if (a == 3 && b == 3) || (a == 7 && b == 7) {
        base.mix(DUSK, 0.12)
    } else if unit(x, y, 75 + v) > 0.97 {
        base.mix(DUSK, 0.06)
    } else if (x + y) % 2 == 0 {
        base.mix(WARM, 0.03)
    } else {
        base
    }
}

/// Square flags, some of them cut into halves or quarters.
fn stone(base: Color, v: u32, x: i32, y: i32) -> Color {
    let (w, h) = [(32, 32), (32, 32), (16, 32), (32, 16)][(v % 4) as usize];
    let (a, b) = (x % w, y % h);
    if a == 0 || b == 0 {
        return base.mix(DUSK, 0.24);
    }
    let tinted = match v % 4 {
        0 => base,
        1 => toned(base, 0),
        _ => toned(base, pick(x / w, y / h, 75 + v, 3)),
    };
    if a == 1 || b == 1 {
        tinted.mix(WARM, 0.28)
    } else if a == w - 1 || b == h - 1 {
        tinted.mix(DUSK, 0.07)
    } else if unit(x, y, 76 + v) > 0.97 {
        tinted.mix(DUSK, 0.08)
    } else {
        tinted
    }
}

/// Smooth sheets with specks.
fn lino(base: Color, v: u32, x: i32, y: i32) -> Color {
    if x == 0 || y == 0 {
        return base.mix(DUSK, 0.05);
    }
    let n = unit(x / 2, y, 770 + v);
    if n > 0.95 {
        base.mix(WARM, 0.25)
    } else if n < 0.05 {
        base.mix(DUSK, 0.09)
    } else {
        base
    }
}

/// Small tiles, each with a glint.
fn tiles(base: Color, v: u32, x: i32, y: i32) -> Color {
    let (a, b) = (x % 8, y % 8);
    if a == 7 || b == 7 {
        return base.mix(DUSK, 0.16);
    }
    let tinted = match pick(x / 8, y / 8, 780 + v, 6) {
        0 => base.mix(DUSK, 0.06),
        1 => base.mix(WARM, 0.18),
        _ => base,
    };
    if a == 1 && b == 1 {
        tinted.mix(WARM, 0.5)
    } else {
        tinted
    }
}
