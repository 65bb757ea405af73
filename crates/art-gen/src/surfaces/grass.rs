//! Open ground: grass, meadow and shade that run into one another, and sand and soil upon them.

use super::{
    blob::{Blob, edged},
    blotches, squares,
};
use crate::{
    canvas::Canvas,
    noise::{hash, pick, smooth, unit},
    palette::Color,
    tileset::{TILE, Tile, Tileset, Wang, WangKind},
};

const GRASS: Color = Color::hex(0x92B860);
const LIGHT: Color = Color::hex(0xA2C46C);
const DARK: Color = Color::hex(0x7FA655);
const DEEP: Color = Color::hex(0x6A924B);
/// What meadow and shade tint the grass with.
const TINTS: [Color; 2] = [Color::hex(0xB5CC73), Color::hex(0x739E58)];

/// The kinds of ground, as the terrain set `grass` counts them from 1.
const KINDS: [(&str, u32); 3] = [
    ("grass", 0x92B860),
    ("meadow", 0xC6D47A),
    ("shade", 0x5F8A4C),
];

/// What grows on a tile.
#[derive(Clone, Copy)]
enum Growth {
    Bare,
    Tufts(i32),
    Clover,
    Daisies,
    Buttercups,
    Poppies,
    Stones,
    Tall,
    Leaves,
}

/// Full tiles of grass, with how often they come.
const GRASS_TILES: [(Growth, f32); 20] = [
    (Growth::Bare, 1.0),
    (Growth::Bare, 1.0),
    (Growth::Bare, 1.0),
    (Growth::Bare, 1.0),
    (Growth::Tufts(1), 1.0),
    (Growth::Tufts(1), 1.0),
    (Growth::Tufts(2), 1.0),
    (Growth::Tufts(2), 0.9),
    (Growth::Tufts(3), 0.8),
    (Growth::Tufts(3), 0.8),
    (Growth::Tufts(4), 0.6),
    (Growth::Clover, 0.5),
    (Growth::Clover, 0.5),
    (Growth::Daisies, 0.3),
    (Growth::Daisies, 0.25),
    (Growth::Buttercups, 0.25),
    (Growth::Tall, 0.4),
    (Growth::Tall, 0.4),
    (Growth::Stones, 0.2),
    (Growth::Leaves, 0.2),
];

/// Full tiles of meadow.
const MEADOW_TILES: [(Growth, f32); 5] = [
    (Growth::Tall, 1.0),
    (Growth::Tufts(3), 1.0),
    (Growth::Daisies, 0.6),
    (Growth::Buttercups, 0.6),
    (Growth::Poppies, 0.3),
];

/// Full tiles of shade.
const SHADE_TILES: [(Growth, f32); 5] = [
    (Growth::Bare, 1.0),
    (Growth::Tufts(2), 1.0),
    (Growth::Clover, 0.9),
    (Growth::Tall, 0.5),
    (Growth::Leaves, 0.4),
];

/// The tileset of grass, sand and soil.
pub fn tileset() -> Tileset {
    let mut set = squares("terrain", 16);
    let mut tiles = Vec::new();
    let mut faces = [0; 3];
    let kinds: [&[(Growth, f32)]; 3] = [&GRASS_TILES, &MEADOW_TILES, &SHADE_TILES];
    for (kind, growths) in kinds.iter().enumerate() {
        faces[kind] = set.tiles.len();
        for (growth, probability) in growths.iter() {
            let number = set.tiles.len();
            let mut tile = Tile::new(
                format!("{} {}", KINDS[kind].0, number - faces[kind]),
                ground([kind; 4], *growth, number as u32),
            );
            tile.probability = *probability;
            set.tiles.push(tile);
            tiles.push((number, corners([kind; 4])));
        }
    }
    for code in 0..81usize {
        let around: [usize; 4] = std::array::from_fn(|i| code / 3usize.pow(i as u32) % 3);
        if around.iter().all(|kind| *kind == around[0]) {
            continue;
        }
        let number = set.tiles.len();
        let growth = Growth::Tufts(pick(code as i32, 1, 9, 4) as i32);
        let art = ground(around, growth, number as u32);
        set.tiles.push(Tile::new(format!("between {code}"), art));
        tiles.push((number, corners(around)));
    }
    set.wangs.push(Wang {
        name: "grass".to_owned(),
        kind: WangKind::Corner,
        colors: KINDS
            .iter()
            .zip(faces)
            .map(|((name, color), face)| ((*name).to_owned(), *color, face))
            .collect(),
        tiles,
    });
    bare(&mut set, "sand", 0xE3D2A0, &sand);
    bare(&mut set, "soil", 0x7C5B44, &soil);
    set
}

/// A tile's terrains by its corners: upper right, lower right, lower left, upper left.
fn corners([a, b, c, d]: [usize; 4]) -> [u8; 8] {
    let of = |kind: usize| kind as u8 + 1;
    [0, of(a), 0, of(b), 0, of(c), 0, of(d)]
}

/// The picture of a tile of grass with the kinds of its corners.
fn ground(around: [usize; 4], growth: Growth, seed: u32) -> Canvas {
    let mut out = super::picture(TILE, |x, y| {
        let mut color = turf(x, y, seed);
        for (i, tint) in TINTS.iter().enumerate() {
            let a = tinted(share(around, i + 1, x, y), x, y);
            color = tint.alpha(a).over(color);
        }
        color
    });
    blades(&mut out, seed);
    grow(&mut out, growth, seed);
    out
}

/// Plain grass with soft blotches.
fn turf(x: i32, y: i32, seed: u32) -> Color {
    match blotches(x, y, 300 + seed) {
        wave if wave > 0.13 => GRASS.mix(LIGHT, 0.45),
        wave if wave < -0.13 => GRASS.mix(DARK, 0.4),
        _ => GRASS,
    }
}

/// How much of a kind a pixel is, between the corners of its tile.
fn share(around: [usize; 4], kind: usize, x: i32, y: i32) -> f32 {
    let ease = |v: i32| {
        let t = (v as f32 + 0.5) / TILE as f32;
        t * t * (3.0 - 2.0 * t)
    };
    let (right, down) = (ease(x), ease(y));
    let weights = [
        right * (1.0 - down),
        right * down,
        (1.0 - right) * down,
        (1.0 - right) * (1.0 - down),
    ];
    let of = around.iter().zip(weights).filter(|(k, _)| **k == kind);
    of.map(|(_, weight)| weight).sum()
}

/// How strongly a tint covers a pixel of which it has a share.
fn tinted(share: f32, x: i32, y: i32) -> u8 {
    match share + (smooth(x, y, 4, 8, 21) - 0.5) * 0.24 {
        f if f > 0.64 => 105,
        f if f > 0.50 => 72,
        f if f > 0.38 => 34,
        _ => 0,
    }
}

/// A few single blades, which keep plain grass from looking flat.
fn blades(c: &mut Canvas, seed: u32) {
    for i in 0..5 {
        let x = 1 + pick(i, 11, seed, 30) as i32;
        let y = 2 + pick(i, 12, seed, 29) as i32;
        c.blend(x, y, DEEP.alpha(90));
        c.blend(x, y - 1, LIGHT.alpha(150));
    }
}

/// The growth of a tile, drawn upon it.
fn grow(c: &mut Canvas, growth: Growth, seed: u32) {
    let at = |i: i32, axis: i32| 4 + (hash(i * 3 + axis, axis, seed ^ 0x3A) % 22) as i32;
    match growth {
        Growth::Bare => {}
        Growth::Tufts(count) => (0..count).for_each(|i| tuft(c, at(i, 0), at(i, 1))),
        Growth::Tall => {
            for i in 0..4 {
                let (x, y) = (at(i, 0), at(i, 1).max(8));
                tuft(c, x, y);
                tuft(c, x + 2, y + 1);
                c.vline(x - 1, y - 6, 4, LIGHT);
                c.set(x - 1, y - 7, Color::hex(0xD8D08A));
                c.vline(x + 2, y - 5, 3, DARK);
            }
        }
        Growth::Clover => (0..4).for_each(|i| clover(c, at(i, 0), at(i, 1))),
        Growth::Daisies => (0..4).for_each(|i| flower(c, at(i, 0), at(i, 1), 0)),
        Growth::Buttercups => (0..3).for_each(|i| flower(c, at(i, 0), at(i, 1), 1)),
        Growth::Poppies => (0..3).for_each(|i| flower(c, at(i, 0), at(i, 1), 2)),
        Growth::Stones => {
            (0..3).for_each(|i| tuft(c, at(i, 0), at(i, 1)));
            let (x, y) = (at(5, 0), at(5, 1));
            c.rect(x, y, 3, 2, Color::hex(0xC9BFA8));
            c.hline(x, y + 2, 3, DEEP);
            c.set(x, y, Color::hex(0xE2DAC6));
        }
        Growth::Leaves => {
            for i in 0..4 {
                let color = [0xC98A4A, 0xB96A44, 0xD6B05A, 0xA87B48][(i % 4) as usize];
                let (x, y) = (at(i, 0), at(i, 1));
                c.set(x, y + 1, DEEP);
                c.hline(x, y, 2, Color::hex(color));
                c.set(x + 1, y - 1, Color::hex(color).mix(LIGHT, 0.3));
            }
        }
    }
}

/// Three blades of grass.
fn tuft(c: &mut Canvas, x: i32, y: i32) {
    c.set(x, y, DEEP);
    for (dx, dy) in [(0, -1), (-1, -1), (1, -1)] {
        c.set(x + dx, y + dy, DARK);
    }
    for (dx, dy) in [(-2, -2), (0, -2), (0, -3), (2, -2)] {
        c.set(x + dx, y + dy, LIGHT);
    }
}

/// A leaf of clover.
fn clover(c: &mut Canvas, x: i32, y: i32) {
    for (dx, dy) in [(0, 0), (2, 0), (1, -1)] {
        c.set(x + dx, y + dy, DEEP);
        c.set(x + dx, y + dy - 1, LIGHT.mix(Color::hex(0xD8E8A0), 0.3));
    }
}

/// A daisy, a buttercup or a poppy.
fn flower(c: &mut Canvas, x: i32, y: i32, kind: usize) {
    let petals = [0xF4EFE0, 0xF0CF62, 0xD8645A][kind];
    let heart = [0xE8B84A, 0xC98A3A, 0x6A4048][kind];
    c.set(x, y + 2, DEEP);
    c.set(x + 1, y + 3, DARK);
    for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
        c.set(x + dx, y + dy, Color::hex(petals));
    }
    c.set(x, y, Color::hex(heart));
}

/// Adds an area of bare ground.
fn bare(set: &mut Tileset, name: &str, color: u32, ground: &dyn Fn(i32, i32, u32) -> Color) {
    let rim = Color::hex(color).mix(Color::hex(0x5F4636), 0.3);
    Blob {
        name,
        color,
        round: 14.0,
        rough: 5.0,
        full: 3,
        second_edges: false,
        flags: &[],
        paint: &|d, x, y, seed| edged(d, 5.0, rim, ground(x, y, seed)),
    }
    .add_to(set);
}

/// Fine sand, rippled here and there.
fn sand(x: i32, y: i32, seed: u32) -> Color {
    let base = Color::hex(0xE3D2A0);
    let wave = blotches(x, y, 700 + seed);
    if unit(x, y, 710 + seed) > 0.975 {
        return base.mix(Color::hex(0xA98F66), 0.4);
    }
    match wave {
        w if w > 0.12 => base.mix(Color::hex(0xF2E6C2), 0.5),
        w if w < -0.12 && (y + x / 6) % 4 == 0 => base.mix(Color::hex(0xC4AC78), 0.5),
        _ => base,
    }
}

/// Turned earth with crumbs.
pub fn soil(x: i32, y: i32, seed: u32) -> Color {
    let base = Color::hex(0x7C5B44);
    let crumb = unit(x / 2, y / 2, 720 + seed);
    if crumb > 0.95 {
        let lit = y % 2 == 0;
        return Color::hex(if lit { 0x9C7860 } else { 0x5F4636 });
    }
    match blotches(x, y, 730 + seed) {
        w if w > 0.11 => base.mix(Color::hex(0x97725A), 0.6),
        w if w < -0.11 => Color::hex(0x694B3A),
        _ => base,
    }
}
