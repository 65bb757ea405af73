//! Floors of rooms, patterned by what the room is for.

use crate::{
    noise::{pick, smooth, unit},
    palette::Color,
    scene::{Layer, Rect, Scene, TILE},
};

/// What a floor is made of, and its colour as `0xRRGGBB`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Floor {
    /// Long boards.
    Planks(u32),
    /// Basket-weave parquet.
    Parquet(u32),
    /// Two colours of square tiles.
    Checker(u32, u32),
    /// Woven carpet with a quiet weave.
    Carpet(u32),
    /// Stone flags.
    Stone(u32),
    /// Speckled lino in large sheets.
    Lino(u32),
    /// Polished boards of a gymnasium.
    Gym(u32),
    /// Small glazed tiles.
    Tiles(u32),
}

/// How far a floor reaches under the walls around it, in pixels: left and right, and at the bottom.
const UNDER: (i32, i32) = (16, 9);

/// What floors are lightened and darkened with.
const WARM: u32 = 0xFFF2D6;
const DUSK: u32 = 0x3A2A48;

/// Paints the floor of a room, with the soft shadows of its walls.
pub fn floor(scene: &mut Scene, rect: Rect, floor: Floor) {
    let layer = scene.layer(Layer::Paths);
    let (left, right) = (rect.x * TILE - UNDER.0, (rect.x + rect.w) * TILE + UNDER.0);
    let (top, bottom) = (rect.y * TILE - 2, (rect.y + rect.h) * TILE + UNDER.1);
    for py in top..bottom {
        for px in left..right {
            let mut color = pixel(floor, px, py);
            let (from_wall, from_left) = (py - top - 2, px - left - 7);
            let edge = right - 8 - px;
            let shade = match (from_wall, from_left) {
                (v, _) if v < 3 => 0.34,
                (v, _) if v < 8 => 0.20,
                (_, h) if h < 5 => 0.26,
                (v, h) if v < 12 || h < 10 => 0.12,
                _ if edge < 3 => 0.08,
                _ => 0.0,
            };
            color = color.mix(Color::hex(0x33264D), shade);
            layer.set(px, py, color);
        }
    }
}

/// The colour of a floor at a pixel. Patterns repeat every 64 pixels.
pub fn pixel(floor: Floor, px: i32, py: i32) -> Color {
    let (x, y) = (px.rem_euclid(64), py.rem_euclid(64));
    match floor {
        Floor::Planks(c) => boards(c, false, x, y),
        Floor::Gym(c) => boards(c, true, x, y),
        Floor::Parquet(c) => parquet(c, x, y),
        Floor::Checker(a, b) => checker((a, b), x, y),
        Floor::Carpet(c) => carpet(c, x, y),
        Floor::Stone(c) => stone(c, x, y),
        Floor::Lino(c) => lino(c, x, y),
        Floor::Tiles(c) => tiles(c, x, y),
    }
}

/// Boards, long ones or those of a gymnasium.
fn boards(c: u32, gym: bool, x: i32, y: i32) -> Color {
    let warm = Color::hex(WARM);
    let dusk = Color::hex(DUSK);
    let base = Color::hex(c);
    let board = if gym { 4 } else { 8 };
    let row = y / board;
    let joint = (row * 23 + 7) % 64;
    let along = (x - joint).rem_euclid(64);
    let strong = if gym { 0.10 } else { 0.26 };
    if y % board == board - 1 {
        return base.mix(dusk, strong);
    }
    if along == 0 || (!gym && along == 34) {
        return base.mix(dusk, strong + 0.04);
    }
    let tone = pick(row, i32::from(along > 34), 71, 4);
    let tinted = match tone {
        0 => base.mix(warm, 0.14),
        1 => base.mix(dusk, 0.06),
        _ => base,
    };
    if !gym && y % board == 0 {
        return tinted.mix(warm, 0.16);
    }
    let grain = smooth(x, y * 6, 8, 8, 72);
    if grain > 0.74 {
        tinted.mix(dusk, 0.07)
    } else {
        tinted
    }
}

/// Basket-weave: strips of four, turned from one square to the next.
fn parquet(c: u32, x: i32, y: i32) -> Color {
    let warm = Color::hex(WARM);
    let dusk = Color::hex(DUSK);
    let base = Color::hex(c);
    let (bx, by) = (x / 16, y / 16);
    let turned = (bx + by) % 2 == 0;
    let (u, v) = if turned {
        (x % 16, y % 16)
    } else {
        (y % 16, x % 16)
    };
    let strip = u / 4;
    if u % 4 == 3 || v == 15 {
        return base.mix(dusk, 0.24);
    }
    let tinted = match pick(bx * 4 + strip, by, 73, 3) {
        0 => base.mix(warm, 0.14),
        1 => base.mix(dusk, 0.06),
        _ => base,
    };
    let tinted = if turned {
        tinted
    } else {
        tinted.mix(dusk, 0.05)
    };
    if u % 4 == 0 {
        tinted.mix(warm, 0.14)
    } else {
        tinted
    }
}

/// Square tiles in two colours.
fn checker((a, b): (u32, u32), x: i32, y: i32) -> Color {
    let warm = Color::hex(WARM);
    let dusk = Color::hex(DUSK);
    let odd = (x / 16 + y / 16) % 2 == 0;
    let base = Color::hex(if odd { a } else { b });
    let (u, v) = (x % 16, y % 16);
    if u == 15 || v == 15 {
        base.mix(dusk, 0.16)
    } else if u == 0 || v == 0 {
        base.mix(warm, 0.30)
    } else if u + v == 8 || u + v == 9 {
        base.mix(warm, 0.12)
    } else {
        base
    }
}

/// A lattice of lozenges with a dot in each cell of the weave.
fn carpet(c: u32, x: i32, y: i32) -> Color {
    let warm = Color::hex(WARM);
    let dusk = Color::hex(DUSK);
    let base = Color::hex(c);
    let (u, v) = (x % 8, y % 8);
    let lattice = (x % 32 - 16).abs() + (y % 32 - 16).abs();
    if lattice == 12 || lattice < 2 {
        base.mix(warm, 0.16)
    } else if lattice == 13 {
        base.mix(dusk, 0.10)
    } else if (u == 2 && v == 2) || (u == 6 && v == 6) {
        base.mix(warm, 0.15)
    } else if (u == 3 && v == 3) || (u == 7 && v == 7) {
        base.mix(dusk, 0.12)
    } else if (x + y) % 2 == 0 {
        base.mix(warm, 0.03)
    } else {
        base
    }
}

/// Flags, every other row set half a flag aside.
fn stone(c: u32, x: i32, y: i32) -> Color {
    let warm = Color::hex(WARM);
    let dusk = Color::hex(DUSK);
    let base = Color::hex(c);
    let row = y / 32;
    let (u, v) = ((x + row * 16) % 32, y % 32);
    if u == 0 || v == 0 {
        return base.mix(dusk, 0.24);
    }
    let column = ((x + row * 16) % 64) / 32;
    let tinted = match pick(column, row, 75, 3) {
        0 => base.mix(warm, 0.16),
        1 => base.mix(dusk, 0.06),
        _ => base,
    };
    if u == 1 || v == 1 {
        return tinted.mix(warm, 0.28);
    }
    if unit(x, y, 76) > 0.97 {
        tinted.mix(dusk, 0.08)
    } else {
        tinted
    }
}

/// Large sheets with specks.
fn lino(c: u32, x: i32, y: i32) -> Color {
    let warm = Color::hex(WARM);
    let dusk = Color::hex(DUSK);
    let base = Color::hex(c);
    if x % 64 == 0 || y % 64 == 0 {
        return base.mix(dusk, 0.12);
    }
    let n = unit(x / 2, y, 77);
    if n > 0.95 {
        base.mix(warm, 0.25)
    } else if n < 0.05 {
        base.mix(dusk, 0.09)
    } else {
        base
    }
}

/// Small tiles, each with a glint.
fn tiles(c: u32, x: i32, y: i32) -> Color {
    let warm = Color::hex(WARM);
    let dusk = Color::hex(DUSK);
    let base = Color::hex(c);
    let (u, v) = (x % 8, y % 8);
    if u == 7 || v == 7 {
        return base.mix(dusk, 0.16);
    }
    let tinted = if pick(x / 8, y / 8, 78, 5) == 0 {
        base.mix(dusk, 0.06)
    } else {
        base
    };
    if u == 1 && v == 1 {
        tinted.mix(warm, 0.5)
    } else {
        tinted
    }
}

/// Painted court lines on a gymnasium floor.
pub fn court_lines(scene: &mut Scene, rect: Rect, color: Color) {
    let layer = scene.layer(Layer::Paths);
    let (x, y, w, h) = (
        rect.x * TILE + 8,
        rect.y * TILE + 8,
        rect.w * TILE - 16,
        rect.h * TILE - 16,
    );
    for i in 0..2 {
        layer.rect(x, y + i * (h - 2), w, 2, color);
        layer.rect(x + i * (w - 2), y, 2, h, color);
    }
    layer.rect(x + w / 2 - 1, y, 2, h, color);
    let (cx, cy) = (x + w / 2, y + h / 2);
    for py in cy - 44..cy + 44 {
        for px in cx - 44..cx + 44 {
            let r = (((px - cx) * (px - cx) + (py - cy) * (py - cy)) as f32).sqrt();
            if (40.0..42.5).contains(&r) {
                layer.blend(px, py, color);
            }
        }
    }
}
