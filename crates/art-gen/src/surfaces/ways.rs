//! Ways to walk on: gravel, a path of cut stone, and slabs with lozenges.

use super::{
    blob::{Blob, edged},
    blotches, squares,
};
use crate::{
    noise::{pick, unit},
    palette::Color,
    tileset::Tileset,
};

/// The rim of paved ways.
const STONE_RIM: Color = Color::hex(0x9C8F7C);

/// The tileset of gravel, flags and slabs.
pub fn tileset() -> Tileset {
    let mut set = squares("ways", 14);
    way("gravel", 0xDCC79C, 14.0, 5.0, &|d, x, y, seed| {
        edged(d, 5.0, Color::hex(0xB0956A), gravel(x, y, seed))
    })
    .add_to(&mut set);
    way("flags", 0xCFC4B0, 13.0, 1.0, &|d, x, y, seed| {
        edged(d, 4.0, STONE_RIM, flags(x, y, seed))
    })
    .add_to(&mut set);
    way("slabs", 0xC79A78, 13.0, 0.6, &|d, x, y, seed| {
        edged(d, 3.0, STONE_RIM, slab(x, y, seed))
    })
    .add_to(&mut set);
    set
}

/// A way in full, with variants of its full tile and of its straight edges.
fn way<'a>(
    name: &'a str,
    color: u32,
    round: f32,
    rough: f32,
    paint: &'a dyn Fn(f32, i32, i32, u32) -> Color,
) -> Blob<'a> {
    Blob {
        name,
        color,
        round,
        rough,
        full: 5,
        second_edges: true,
        flags: &["paved"],
        paint,
    }
}

/// Fine warm gravel.
fn gravel(x: i32, y: i32, seed: u32) -> Color {
    let base = Color::hex(0xDCC79C);
    let tone = match blotches(x, y, 400 + seed) {
        w if w > 0.12 => base.mix(Color::hex(0xE8D8B2), 0.38),
        w if w < -0.12 => base.mix(Color::hex(0xCBB286), 0.30),
        _ => base,
    };
    if unit(x / 2, y / 2, 460 + seed) > 0.985 {
        let lit = y % 2 == 0;
        return Color::hex(if lit { 0xF0E4C6 } else { 0xB39B72 });
    }
    if unit(x, y, 530 + seed) > 0.965 {
        tone.mix(Color::hex(0xA98F66), 0.4)
    } else {
        tone
    }
}

/// Cut stones in two courses: those of the upper one begin with the tile, one of the lower one
/// lies across its sides and is alike in all tiles.
fn flags(x: i32, y: i32, seed: u32) -> Color {
    let (course, v) = (y / 16, y % 16);
    let starts: &[i32] = match (course, pick(1, course, 600 + seed, 5)) {
        (0, 0 | 1) => &[0, 18],
        (0, 2) => &[0, 14],
        (0, 3) => &[0, 11, 21],
        (0, _) => &[0],
        (_, 0) => &[-7, 9, 17, 25],
        _ => &[-7, 9, 25],
    };
    let stone = starts.iter().filter(|start| **start <= x).count() - 1;
    let left = starts[stone];
    let right = match starts.get(stone + 1) {
        Some(next) => *next,
        None if course == 0 => 32,
        None => 41,
    };
    let across = course == 1 && (stone == 0 || right == 41);
    let tone = if across {
        4
    } else {
        pick(stone as i32, course, 610 + seed, 5)
    };
    stone_pixel(
        (x - left, v),
        (right - left, 16),
        tone,
        unit(x, y, 620 + seed),
    )
}

/// A square slab, mostly with a lozenge of clay in its middle.
pub fn slab(x: i32, y: i32, seed: u32) -> Color {
    let (cream, clay) = (Color::hex(0xDDD0B6), Color::hex(0xC79A78));
    let off = (x - 16).abs() + (y - 16).abs();
    if off < 7 {
        return match off {
            6 => Color::hex(0xA3937C),
            5 if y < 16 => clay.mix(cream, 0.55),
            _ => clay.mix(cream, 0.25),
        };
    }
    let tone = pick(seed as i32, 5, 630, 6);
    stone_pixel((x, y), (32, 32), tone, unit(x, y, 640 + seed))
}

/// A pixel of one stone of a paving: a joint along its left and top, a lit rim, a tone of its own
/// and, by the grain, a speck.
pub fn stone_pixel((x, y): (i32, i32), (w, h): (i32, i32), tone: u32, grain: f32) -> Color {
    let base = Color::hex(0xCFC4B0);
    if x == 0 || y == 0 {
        return Color::hex(0xA99D8A);
    }
    let tone = match tone {
        0 => base.mix(Color::hex(0xE0D3BC), 0.8),
        1 => base.mix(Color::hex(0xBDB4A6), 0.7),
        2 => base.mix(Color::hex(0xD3BFA2), 0.7),
        _ => base,
    };
    if x == 1 || y == 1 {
        tone.mix(Color::hex(0xF4EBD8), 0.45)
    } else if x == w - 1 || y == h - 1 {
        tone.mix(Color::hex(0xA0957F), 0.3)
    } else if grain > 0.97 {
        tone.mix(Color::hex(0xA0957F), 0.35)
    } else {
        tone
    }
}
