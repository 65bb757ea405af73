//! Water with a sandy bank and a foam that laps, moving in four pictures.

use super::{
    blob::{Around, arounds, depth, wobble},
    blotches, flagged, picture, squares,
};
use crate::{
    brush::Ramp,
    canvas::Canvas,
    noise::pick,
    palette::Color,
    tileset::{TILE, Tile, Tileset, Wang, WangKind},
};

/// How many pictures water moves in, and for how many milliseconds each is shown.
const FRAMES: usize = 4;
const DURATION: u32 = 380;
/// How far the water reaches up its bank in each picture, in pixels.
const LAP: [f32; FRAMES] = [0.0, 0.5, 0.9, 0.5];
/// How many further full tiles it has.
const MORE: usize = 5;

/// The tileset of water.
pub fn tileset() -> Tileset {
    let mut set = squares("water", 16);
    let mut all = arounds();
    let face = (all.len() - 1) * FRAMES;
    all.extend([[true; 8]; MORE]);
    let mut tiles = Vec::new();
    for (seed, around) in (0u32..).zip(&all) {
        let first = set.tiles.len();
        tiles.push((first, around.map(u8::from)));
        for frame in 0..FRAMES {
            let art = water(around, seed, frame);
            let name = format!("water {seed} {}", ["a", "b", "c", "d"][frame]);
            let mut tile = flagged(Tile::new(name, art), &["blocks"]);
            if frame == 0 {
                tile.frames = (0..FRAMES).map(|i| (first + i, DURATION)).collect();
            }
            set.tiles.push(tile);
        }
    }
    set.wangs.push(Wang {
        name: "water".to_owned(),
        kind: WangKind::Mixed,
        colors: vec![("water".to_owned(), 0x5A9FB6, face)],
        tiles,
    });
    set
}

/// One picture of a tile of water.
fn water(around: &Around, seed: u32, frame: usize) -> Canvas {
    let sand = Ramp::of(0xCDB588);
    let mut out = picture(TILE, |x, y| {
        let d = depth(around, x, y, 15.0) + wobble(x, y, 3.6, seed);
        match d {
            d if d < 1.4 => Color::CLEAR,
            d if d < 2.6 => Color::hex(0x6A924B).alpha(130),
            d if d < 3.8 => sand.light,
            d if d < 6.6 => sand.mid,
            d if d < 7.5 => sand.deep,
            d => wet(d - 7.5 + LAP[frame], x, y, seed),
        }
    });
    if around.iter().all(|near| *near) {
        glints(&mut out, seed, frame);
    }
    out
}

/// The colour of water so many pixels from its bank.
fn wet(d: f32, x: i32, y: i32, seed: u32) -> Color {
    match d {
        d if d < 1.6 => Color::hex(0xC6E4DA),
        d if d < 3.4 => Color::hex(0x8CC6C8),
        d if d < 6.6 => Color::hex(0x74B6C2),
        d if d < 11.0 => Color::hex(0x63A8BB),
        _ => match blotches(x, y, 800 + seed) {
            w if w > 0.10 => Color::hex(0x529AB4),
            w if w < -0.16 => Color::hex(0x62A6BB),
            _ => Color::hex(0x5A9FB6),
        },
    }
}

/// Small waves that catch the light; some tiles have none, so that the water rests.
fn glints(c: &mut Canvas, seed: u32, frame: usize) {
    let count = [1, 0, 2, 1][(seed % 4) as usize];
    for i in 0..count {
        let shift = [0, 1, 2, 1][frame];
        let wide = [8, 7, 5, 7][frame];
        let x = 2 + pick(i, 1, seed, 16) as i32 + shift;
        let y = 5 + i * 13 + pick(i, 2, seed, 9) as i32;
        c.hline(x, y, wide, Color::hex(0x8CC6CC));
        if frame != 2 {
            c.hline(x + 2, y - 1, wide - 4, Color::hex(0xA8D8D6));
        }
        c.hline(x + 4, y + 1, wide - 1, Color::hex(0x4E92AC));
    }
}
