//! Chimneys that stand on the walls of houses, and the smoke that rises from them.

use super::{season::Season, street::frame_name, tints::Tint};
use crate::{
    brush::{Ramp, tone},
    canvas::Canvas,
    noise::pick,
    palette::Color,
    sprite::Sprite,
    tiles::season::{BLUE_SNOW, SNOW, snow_on},
};
use std::f32::consts::TAU;

/// How many pictures rising smoke has.
pub const PUFFS: i32 = 8;
/// What chimneys are built of.
pub const BUILT: [Tint; 2] = [
    Tint {
        name: "brick",
        rgb: 0xB5694E,
    },
    Tint {
        name: "stone",
        rgb: 0xB3A998,
    },
];

/// Pixels by which a chimney's picture rises above its cell.
const UP: i32 = 80;
/// The lower edge of a chimney: on a wall's top, which is the upper half of its cell.
const FOOT: i32 = UP + 13;
/// Where the smoke leaves its pot.
const MOUTH: (f32, f32) = (16.0, 53.0);
/// How many clouds of smoke are on their way at once, one behind the other.
const CLOUDS: i32 = 6;

/// A chimney without smoke.
pub fn chimney(built: Tint) -> Sprite {
    finished(stack(built), format!("chimney-{}", built.name))
}

/// A picture of a chimney as its smoke rises, in winter with snow on it.
pub fn smoking_frame(built: Tint, season: Season, frame: i32) -> Sprite {
    let frame = frame.rem_euclid(PUFFS);
    let mut s = stack(built);
    let winter = season == Season::Winter;
    if winter {
        snowy(&mut s.art);
    }
    smoke(&mut s.art, season, frame);
    let suffix = if winter { season.suffix() } else { "" };
    let name = format!("chimney-{}-smoking{suffix}", built.name);
    finished(s, frame_name(name, frame))
}

fn finished(s: Sprite, name: String) -> Sprite {
    s.walkable().named("roofs", name)
}

/// The picture of a chimney: its stack, the slab on it, and a clay pot.
fn stack(built: Tint) -> Sprite {
    let (wall, cap) = (Ramp::of(built.rgb), Ramp::of(0xC8BEAC));
    let clay = Ramp::of(tone::CLAY);
    let mut s = Sprite::new(1, 1, UP).shaded(9, 8, 20, 7);
    let c = &mut s.art;
    c.slab(7, FOOT - 27, 18, 7, 20, &wall);
    courses(c, built, &wall);
    c.slab(5, FOOT - 31, 22, 9, 5, &cap);
    c.rect(11, MOUTH.1 as i32 + 1, 10, 13, clay.line);
    c.rect(12, MOUTH.1 as i32 + 2, 8, 11, clay.mid);
    c.rect(12, MOUTH.1 as i32 + 2, 2, 11, clay.light);
    c.rect(17, MOUTH.1 as i32 + 2, 3, 11, clay.dark);
    c.hline(11, MOUTH.1 as i32 + 5, 10, clay.deep);
    c.ellipse(10, MOUTH.1 as i32 - 1, 12, 6, clay.line);
    c.ellipse(11, MOUTH.1 as i32 - 1, 10, 4, clay.light);
    c.ellipse(12, MOUTH.1 as i32, 8, 3, Color::hex(0x3A3038));
    s
}

/// The courses of bricks or stones on the front of a stack.
fn courses(c: &mut Canvas, built: Tint, wall: &Ramp) {
    let (tall, wide) = if built.name == "brick" {
        (4, 6)
    } else {
        (6, 8)
    };
    let (top, rows) = (FOOT - 19, 17 / tall + 1);
    for row in 0..rows {
        let y = top + row * tall;
        let shift = row % 2 * wide / 2;
        for at in -1..4 {
            let x = 8 + at * wide + shift;
            let shade = match pick(at, row, 31, 4) {
                0 => wall.mid,
                1 => wall.dark.mix(wall.deep, 0.4),
                _ => wall.dark.mix(wall.mid, 0.5),
            };
            for px in x.max(8)..(x + wide - 1).min(24) {
                for py in y..(y + tall - 1).min(FOOT - 2) {
                    let lit = py == y && shade != wall.mid;
                    c.set(px, py, if lit { wall.mid } else { shade });
                }
            }
        }
    }
}

/// Lays snow on the slab of a chimney and on what juts out of it; the pot is too warm for it.
fn snowy(c: &mut Canvas) {
    let pot = c.clone();
    snow_on(c, 3, 5);
    for (x, deep) in [
        (6, 3),
        (7, 5),
        (8, 6),
        (9, 4),
        (21, 4),
        (22, 6),
        (23, 7),
        (24, 5),
    ] {
        c.vline(x, FOOT - 30, deep, SNOW);
        c.set(x, FOOT - 31 + deep, BLUE_SNOW);
    }
    c.vline(25, FOOT - 30, 3, SNOW);
    for y in 0..FOOT - 31 {
        for x in 0..c.width {
            c.set(x, y, pot.get(x, y));
        }
    }
}

/// Draws smoke over a chimney: clouds that rise along one path, each where the one before it was
/// when the pictures begin anew; darker where they are seen against snow.
fn smoke(c: &mut Canvas, season: Season, frame: i32) {
    let (warm, cool) = if season == Season::Winter {
        (Color::hex(0xDDDAE2), Color::hex(0xA3A1B4))
    } else {
        (Color::hex(0xF5F1EA), Color::hex(0xCBC6D2))
    };
    let turn = frame as f32 / PUFFS as f32;
    for y in 0..MOUTH.1 as i32 + 1 {
        for x in 0..c.width {
            let (mut thick, mut lit) = (0.0_f32, 0.0_f32);
            for cloud in 0..CLOUDS {
                let t = (turn + cloud as f32) / CLOUDS as f32;
                let (cx, cy, radius) = place(t, turn);
                let dx = (x as f32 + 0.5 - cx) / radius;
                let dy = (y as f32 + 0.5 - cy) / (radius * 1.45);
                let near = 1.0 - dx * dx - dy * dy;
                if near > 0.0 {
                    let fresh = (t * 7.0).min(1.0) * (1.0 - t).powf(0.9);
                    thick += near * fresh;
                    lit -= (dx + dy) * near * fresh;
                }
            }
            let opacity = match thick {
                t if t > 0.62 => 150,
                t if t > 0.36 => 112,
                t if t > 0.18 => 74,
                t if t > 0.07 => 38,
                _ => continue,
            };
            let color = if lit > -0.04 { warm } else { cool };
            c.blend(x, y, color.alpha(opacity));
        }
    }
}

/// Where a cloud is that has come as far as `t` of its way, and its radius; `turn` is the part of
/// the pictures that is over.
fn place(t: f32, turn: f32) -> (f32, f32, f32) {
    let sway = (TAU * (t * 1.2 - turn)).sin() * 2.2 * t;
    let x = MOUTH.0 + 4.0 * t * t + sway;
    let y = MOUTH.1 - 50.0 * t;
    (x, y, 3.0 + 5.5 * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(a: &Canvas, b: &Canvas) -> i32 {
        let pairs = a.pixels.iter().zip(&b.pixels);
        pairs
            .map(|(a, b)| (i32::from(a.a) - i32::from(b.a)).abs())
            .sum()
    }

    #[test]
    fn smoke_begins_anew_without_a_jump() {
        for built in BUILT {
            for season in [Season::Autumn, Season::Winter] {
                let frames: Vec<Canvas> = (0..PUFFS)
                    .map(|frame| smoking_frame(built, season, frame).art)
                    .collect();
                let steps: Vec<i32> = (0..frames.len())
                    .map(|i| difference(&frames[i], &frames[(i + 1) % frames.len()]))
                    .collect();
                let (last, others) = (steps[frames.len() - 1], &steps[..frames.len() - 1]);
                let most = others.iter().max().copied().unwrap_or(0);
                assert!(others.iter().all(|step| *step > 0), "{steps:?}");
                assert!(last > 0 && last <= most + most / 4, "{steps:?}");
            }
        }
    }

    #[test]
    fn smoke_is_half_clear_and_rises_above_the_pot() {
        let (with, without) = (
            smoking_frame(BUILT[0], Season::Summer, 3).art,
            chimney(BUILT[0]).art,
        );
        let clear = |c: &Canvas| (0..45).all(|y| (0..c.width).all(|x| c.get(x, y).a == 0));
        assert!(clear(&without) && !clear(&with));
        let strongest = (0..50).flat_map(|y| (0..32).map(move |x| (x, y)));
        let strongest = strongest.map(|(x, y)| with.get(x, y).a).max();
        assert!(strongest.is_some_and(|a| (80..200).contains(&a)));
    }
}
