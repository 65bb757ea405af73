//! The rosette of a plaza: rings of setts, sixteen by sixteen tiles, running out into slabs.

use super::{picture, squares, ways};
use crate::{
    noise::pick,
    palette::Color,
    tileset::{TILE, Tile, Tileset, Value},
};

/// How many tiles it has a side, and its radius in pixels.
const TILES: i32 = 16;
const RADIUS: f32 = 240.0;

/// The tileset of the rosette; its tiles are called `rosette x,y` by column and row.
pub fn tileset() -> Tileset {
    let mut set = squares("rosette", TILES);
    let middle = TILES * TILE / 2;
    for row in 0..TILES {
        for column in 0..TILES {
            let art = picture(TILE, |x, y| {
                let (dx, dy) = (column * TILE + x - middle, row * TILE + y - middle);
                rings(dx, dy).unwrap_or_else(|| ways::slab(x, y, (row * TILES + column) as u32))
            });
            let tile = Tile::new(format!("rosette {column},{row}"), art);
            set.tiles.push(tile.with("paved", Value::Bool(true)));
        }
    }
    set
}

/// A pixel of the rings, so far from their centre; none beyond them.
fn rings(dx: i32, dy: i32) -> Option<Color> {
    let (fx, fy) = (dx as f32 + 0.5, dy as f32 + 0.5);
    let r = (fx * fx + fy * fy).sqrt();
    let joint = Color::hex(0xA3937C);
    if r >= RADIUS + 1.5 {
        return None;
    }
    if r >= RADIUS {
        return Some(joint);
    }
    let ring = (r / 16.0) as i32;
    let inner = r - ring as f32 * 16.0;
    let count = (ring * 6 + 3).max(8);
    let turn = fy.atan2(fx) / std::f32::consts::TAU + 0.5;
    let slot = turn * count as f32 + if ring % 2 == 0 { 0.5 } else { 0.0 };
    let across = (slot - slot.floor()) * std::f32::consts::TAU * r / count as f32;
    if inner < 1.0 || across < 1.2 {
        return Some(joint);
    }
    let base = match ring {
        7 | 13 | 14 => Color::hex(0xC79A78),
        9 => Color::hex(0xADA79C),
        _ => Color::hex(0xDDD0B6),
    };
    let tone = match pick(slot as i32 % count, ring, 59, 4) {
        0 => base.mix(Color::hex(0xF2E7CF), 0.4),
        1 => base.mix(Color::hex(0xA79880), 0.25),
        _ => base,
    };
    Some(if inner < 2.2 {
        tone.mix(Color::hex(0xF6EDDA), 0.35)
    } else if inner > 15.0 {
        tone.mix(joint, 0.35)
    } else {
        tone
    })
}
