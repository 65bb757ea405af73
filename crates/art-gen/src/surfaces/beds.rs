//! Flower beds: turned earth at the edge, dense leaves and flowers inside.

use super::{
    blob::{Blob, arounds, depth, edged, wobble},
    grass::soil,
    squares,
};
use crate::{
    brush::{Ramp, tone},
    canvas::Canvas,
    noise::{pick, smooth},
    palette::Color,
    tileset::Tileset,
};

/// The terrain sets of flower beds, with the petals of their flowers.
pub const BEDS: [(&str, [u32; 2]); 5] = [
    ("beds red", [0xD8646C, 0xF0A0A0]),
    ("beds yellow", [0xE8B84A, 0xF6DF8C]),
    ("beds violet", [0x9A7CC4, 0xC4AEE4]),
    ("beds white", [0xE8E0D0, 0xFFFAEC]),
    ("beds orange", [0xE08A5A, 0xF6C090]),
];

/// How far earth and leaves reach towards the side of a cell, in pixels from it.
const EARTH: f32 = 3.4;
const LEAVES: f32 = 7.0;
const ROUND: f32 = 11.0;
const ROUGH: f32 = 3.2;
/// How many further full tiles a bed has.
const FULL: u32 = 4;

/// The tileset of flower beds.
pub fn tileset() -> Tileset {
    let mut set = squares("beds", 17);
    for (kind, (name, petals)) in (0u32..).zip(BEDS) {
        let first = set.tiles.len();
        Blob {
            name,
            color: petals[0],
            round: ROUND,
            rough: ROUGH,
            full: FULL,
            second_edges: false,
            flags: &["blocks"],
            paint: &bed,
        }
        .add_to(&mut set);
        let mut all = arounds();
        all.extend(std::iter::repeat_n([true; 8], FULL as usize));
        for (seed, around) in (0u32..).zip(&all) {
            let art = &mut set.tiles[first + seed as usize].art;
            flowers(art, petals, kind * 64 + seed, |x, y| {
                depth(around, x, y, ROUND) + wobble(x, y, ROUGH, seed) > LEAVES + 3.0
            });
        }
    }
    set
}

/// A pixel of earth or leaves.
fn bed(d: f32, x: i32, y: i32, seed: u32) -> Color {
    let leaf = Ramp::of(tone::LEAF);
    match d {
        d if d < LEAVES => edged(d, EARTH, Color::hex(0x5F4636), soil(x, y, seed)),
        d if d < LEAVES + 1.2 => leaf.line.mix(Color::hex(0x5F4636), 0.25),
        _ => leaves(x, y, &leaf),
    }
}

/// A carpet of leaves, lit from the top left; it repeats with every tile.
fn leaves(x: i32, y: i32, leaf: &Ramp) -> Color {
    let height = |x: i32, y: i32| smooth(x, y, 4, 8, 951) + 0.5 * smooth(x, y, 2, 16, 952);
    let slope = height(x + 1, y + 1) - height(x - 1, y - 1);
    match height(x, y) {
        h if h < 0.48 => leaf.line.mix(leaf.deep, 0.4),
        h if h < 0.62 => leaf.deep,
        _ if slope > 0.30 => leaf.light,
        _ if slope > 0.08 => leaf.mid,
        _ => leaf.dark,
    }
}

/// Flowers where their middle may be.
fn flowers(c: &mut Canvas, petals: [u32; 2], seed: u32, within: impl Fn(i32, i32) -> bool) {
    let leaf = Ramp::of(tone::LEAF);
    for i in 0..12 {
        let x = i % 4 * 8 + pick(i, 3, seed, 4) as i32;
        let y = i / 4 * 10 + i % 2 * 3 + pick(i, 4, seed, 4) as i32;
        if !within(x + 2, y + 2) {
            continue;
        }
        let main = Color::hex(petals[usize::from(i % 4 == 3)]);
        c.hline(x + 1, y + 5, 3, leaf.line);
        c.rect(x + 1, y, 3, 5, main);
        c.rect(x, y + 1, 5, 3, main);
        let lit = Color::hex(petals[1]).mix(Color::hex(0xFFF6E4), 0.4);
        c.hline(x + 1, y + 1, 2, lit);
        c.set(x + 2, y + 2, Color::hex(0xF6E4A0));
        c.set(x + 4, y + 3, Ramp::of(petals[0]).dark);
    }
}
