//! Grounds and ways in other seasons: the same tiles in other colours, with what lies on them.

use super::{blotches, distance};
use crate::{
    canvas::Canvas,
    noise::{hash, smooth, unit},
    palette::Color,
    tiles::season::SNOW,
    tileset::{TILE, Tile, Tileset},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// Snow in hollows and under edges.
const HOLLOW: Color = Color::hex(0xC9D5E6);
/// Ice near a bank.
const ICE: Color = Color::hex(0xDCE9F0);
/// Cold water.
const COLD: Color = Color::hex(0x54809E);
/// Colours of fallen leaves.
const LEAVES: [u32; 5] = [0xC98A4A, 0xB9623F, 0xD9B04E, 0xA5693C, 0xCF7A3E];
/// Colours of spring flowers, each with its heart.
const FLOWERS: [(u32, u32); 4] = [
    (0xF6F1E4, 0xE8B84A),
    (0xB79AD6, 0xF0D070),
    (0xF2D264, 0xD09A3A),
    (0xEFA9BE, 0xF6E3A0),
];

/// How many colours the pictures of a season have at most.
const COLOURS: usize = 160;

/// How far from an edge snow lies that was swept from a way, in pixels.
const SWEPT: i32 = 5;

/// A season by its name, and what draws a tile of a number in it.
type Dress = (&'static str, fn(&Tile, u32) -> Canvas);

/// Gives a tileset the pictures of its tiles in the seasons in which they look otherwise.
pub fn dress(set: &mut Tileset) {
    let seasons: &[Dress] = match set.name {
        "terrain" => &[("spring", spring), ("autumn", autumn), ("winter", winter)],
        "water" | "ways" | "yards" | "beds" | "rosette" => &[("winter", winter)],
        _ => &[],
    };
    for (season, draw) in seasons {
        let tiles = set.tiles.iter().zip(0u32..);
        let mut pictures: Vec<Canvas> = tiles.map(|(tile, seed)| draw(tile, seed)).collect();
        thin_out(&mut pictures);
        set.seasons.push((season, pictures));
    }
}

/// Leaves so few colours in pictures that their file has a palette: rarer ones become the nearest
/// of those that are most frequent.
fn thin_out(pictures: &mut [Canvas]) {
    let mut counts: BTreeMap<[u8; 4], u32> = BTreeMap::new();
    for color in pictures.iter().flat_map(|picture| &picture.pixels) {
        *counts.entry(color.bytes()).or_default() += 1;
    }
    let mut kept: Vec<([u8; 4], u32)> = counts.iter().map(|(color, n)| (*color, *n)).collect();
    kept.sort_by_key(|(color, n)| (Reverse(*n), *color));
    // Of each opacity one is kept at least, as no pixel changes its own.
    let mut opacities = BTreeSet::new();
    let firsts: BTreeSet<[u8; 4]> = kept
        .iter()
        .filter(|(color, _)| opacities.insert(color[3]))
        .map(|(color, _)| *color)
        .collect();
    let others = kept.iter().map(|(color, _)| *color);
    let others = others.filter(|color| !firsts.contains(color));
    let room = COLOURS.saturating_sub(firsts.len());
    let palette: Vec<[u8; 4]> = firsts.iter().copied().chain(others.take(room)).collect();
    let nearest = |color: [u8; 4]| {
        let rgb = |c: [u8; 4]| u32::from(c[0]) << 16 | u32::from(c[1]) << 8 | u32::from(c[2]);
        let alike = palette.iter().filter(|kept| kept[3] == color[3]);
        alike
            .min_by_key(|kept| distance(rgb(**kept), rgb(color)))
            .copied()
    };
    let known: BTreeMap<[u8; 4], [u8; 4]> = counts
        .keys()
        .filter_map(|color| Some((*color, nearest(*color)?)))
        .collect();
    for color in pictures.iter_mut().flat_map(|picture| &mut picture.pixels) {
        if let Some([r, g, b, a]) = known.get(&color.bytes()).copied() {
            *color = Color { r, g, b, a };
        }
    }
}

/// An amount in few steps, so that flat parts stay flat.
fn stepped(amount: f32) -> f32 {
    (amount.clamp(0.0, 1.0) * 6.0).round() / 6.0
}

/// Whether grass grows all over a tile.
fn grows(tile: &Tile) -> bool {
    !tile.name.starts_with("sand") && !tile.name.starts_with("soil")
}

/// Whether a colour is that of grass or leaves.
fn green(c: Color) -> bool {
    i32::from(c.g) > i32::from(c.r) + 6 && i32::from(c.g) > i32::from(c.b) + 18
}

/// How bright a colour is, 0 to 1.
fn brightness(c: Color) -> f32 {
    (0.3 * f32::from(c.r) + 0.5 * f32::from(c.g) + 0.2 * f32::from(c.b)) / 255.0
}

/// A picture in other colours.
fn painted(art: &Canvas, paint: impl Fn(i32, i32, Color) -> Color) -> Canvas {
    let mut out = art.clone();
    for y in 0..art.height {
        for x in 0..art.width {
            let color = art.get(x, y);
            if color.a > 0 {
                out.set(x, y, paint(x, y, color).alpha(color.a));
            }
        }
    }
    out
}

/// Where the `i`-th thing lies that is strewn over a tile.
fn strewn(i: i32, seed: u32) -> (i32, i32) {
    let along = |axis: i32| 3 + (hash(i * 5 + axis, axis, seed ^ 0x5EA5) % 25) as i32;
    (along(0), along(1))
}

fn spring(tile: &Tile, seed: u32) -> Canvas {
    let fresh = Color::hex(0x98CC58);
    let mut out = painted(&tile.art, |_, _, c| {
        if green(c) {
            let lit = fresh.mix(Color::hex(0x5E9A4A), (0.86 - brightness(c)).clamp(0.0, 0.4));
            c.mix(lit, 0.38)
        } else {
            c
        }
    });
    if grows(tile) {
        for i in 0..[0, 1, 0, 3, 0, 0, 2, 1][(hash(seed as i32, 3, 77) % 8) as usize] {
            let (x, y) = strewn(i, seed);
            let (petals, heart) = FLOWERS[(hash(x, y, seed) % 4) as usize];
            out.set(x, y + 2, Color::hex(0x5C8E46));
            for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
                out.set(x + dx, y + dy, Color::hex(petals));
            }
            out.set(x, y, Color::hex(heart));
        }
    }
    out
}

fn autumn(tile: &Tile, seed: u32) -> Canvas {
    let (ochre, brown) = (Color::hex(0xC2AE5A), Color::hex(0x94834A));
    let grows = grows(tile);
    let mut out = painted(&tile.art, |x, y, c| {
        let known = [c.r, c.g, c.b].map(u32::from);
        let rgb = known[0] << 16 | known[1] << 8 | known[2];
        let flower = grows && (c.b > 200 || distance(rgb, 0xD8645A) < 900);
        if flower {
            return Color::hex(LEAVES[(hash(x / 3, y / 3, seed) % 5) as usize]);
        }
        if !green(c) {
            return c;
        }
        // Alike in all tiles, so that they join.
        let patch = smooth(x, y, 8, 4, 61);
        let dry = ochre.mix(brown, (0.80 - brightness(c)).clamp(0.0, 0.5) * 1.6);
        c.mix(
            dry,
            0.40 + 0.3 * stepped(0.5 * patch + 0.7 * blotches(x, y, 950 + seed)),
        )
    });
    if grows {
        let many = if tile.name.starts_with("shade") { 9 } else { 3 };
        for i in 0..(hash(seed as i32, 4, 78) % (many + 1)) as i32 {
            let (x, y) = strewn(i, seed);
            leaf(&mut out, x, y, seed);
        }
    }
    out
}

/// A fallen leaf.
fn leaf(c: &mut Canvas, x: i32, y: i32, seed: u32) {
    let color = Color::hex(LEAVES[(hash(x, y, seed) % 5) as usize]);
    c.set(x, y + 1, Color::hex(0x76683C));
    c.set(x + 1, y + 1, Color::hex(0x76683C));
    c.hline(x, y, 2, color);
    let tip = if hash(y, x, seed).is_multiple_of(2) {
        x
    } else {
        x + 1
    };
    c.set(tip, y - 1, color.mix(Color::hex(0xFFF0C0), 0.3));
}

fn winter(tile: &Tile, seed: u32) -> Canvas {
    let terrain = ["grass", "meadow", "shade", "between"]
        .iter()
        .any(|name| tile.name.starts_with(name));
    let art = &tile.art;
    let mut out = painted(art, |x, y, c| {
        if terrain || green(c) {
            return snow(x, y, c, seed);
        }
        if i32::from(c.b) > i32::from(c.r) + 10 {
            let near = ((brightness(c) - 0.60) / 0.12).clamp(0.0, 1.0);
            return c.mix(COLD, 0.45).mix(ICE, near * 0.9);
        }
        let swept = edge(art, x, y).map_or(0.0, |far| 1.0 - far as f32 / (SWEPT + 1) as f32);
        let drift = (blotches(x, y, 970 + seed) - 0.13).max(0.0) * 3.0;
        let cold = c.mix(HOLLOW, 0.16);
        cold.mix(SNOW, stepped(swept * 1.1 + drift) * 0.92)
    });
    if terrain && hash(seed as i32, 5, 79).is_multiple_of(5) {
        let (x, y) = strewn(1, seed);
        for (dx, dy) in [(0, 0), (-1, -1), (1, -1), (-2, -2), (0, -2), (2, -3)] {
            out.set(x + dx, y + dy, Color::hex(0xA9A583));
        }
    }
    out
}

/// Snow on what has that colour: hollows stay a little darker.
fn snow(x: i32, y: i32, c: Color, seed: u32) -> Color {
    let low = (0.66 - brightness(c)).clamp(0.0, 0.25) * 1.5;
    let wave = (-blotches(x, y, 960 + seed)).max(0.0) * 1.2;
    let wide = (0.5 - smooth(x, y, 16, 2, 62)).max(0.0) * 0.35;
    let sparkle = unit(x, y, 990 + seed) > 0.992;
    let tone = SNOW.mix(HOLLOW, stepped(low + wave + wide) * 0.9);
    if sparkle { Color::hex(0xFCFDFE) } else { tone }
}

/// How far a pixel is from where a picture ends within its tile, at most [`SWEPT`] pixels; none
/// where it is farther.
fn edge(art: &Canvas, x: i32, y: i32) -> Option<i32> {
    (1..=SWEPT).find(|far| {
        [(*far, 0), (-*far, 0), (0, *far), (0, -*far)]
            .iter()
            .any(|(dx, dy)| {
                let (x, y) = (x + dx, y + dy);
                let within = (0..TILE).contains(&x) && (0..art.height).contains(&y);
                within && art.get(x, y).a < 255
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surfaces::tilesets;

    #[test]
    fn other_seasons_have_the_same_layout_and_look_otherwise() {
        let mut found = Vec::new();
        for set in tilesets() {
            for (season, pictures) in &set.seasons {
                assert_eq!(pictures.len(), set.tiles.len(), "{}", set.name);
                let differ = pictures.iter().zip(&set.tiles).filter(|(p, t)| {
                    assert_eq!((p.width, p.height), (t.art.width, t.art.height));
                    let alpha = |c: &Canvas| c.pixels.iter().map(|c| c.a).collect::<Vec<_>>();
                    assert_eq!(alpha(p), alpha(&t.art), "{}: {season}", t.name);
                    p.pixels != t.art.pixels
                });
                assert!(differ.count() * 2 > pictures.len(), "{} {season}", set.name);
                found.push((set.name, *season));
            }
        }
        assert!(found.contains(&("terrain", "spring")) && found.contains(&("ways", "winter")));
    }
}
