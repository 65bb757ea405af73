//! Trees in every season: a trunk on one tile, a crown of many clumps above it, and in winter bare
//! branches.

use super::season::{SNOW, Season, snow_on};
use crate::{
    brush::Ramp,
    canvas::Canvas,
    noise::{hash, smooth, unit},
    palette::Color,
    sprite::{Sprite, TILE},
};
use std::f32::consts::{FRAC_PI_2, TAU};

/// The colour of the fruit in apple trees.
const APPLES: u32 = 0xC9584E;
/// The colour of figs.
const FIGS: u32 = 0x6E4A7A;
/// How many trees of each kind there are.
pub const SEEDS: u32 = 3;

/// Kinds of trees, told apart by crown and colour.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Species {
    /// Broad and round.
    Oak,
    /// Tall and oval.
    Lime,
    /// Slender with a white trunk.
    Birch,
    /// A dark conifer.
    Pine,
    /// Rosy leaves, after pink blossom in spring.
    Cherry,
    /// Small with red fruit.
    Apple,
    /// Warm copper leaves.
    Maple,
    /// Spreading, with dark fruit.
    Fig,
    /// Hanging branches, by water.
    Willow,
}

impl Species {
    /// All kinds of trees.
    pub const ALL: [Species; 9] = [
        Species::Oak,
        Species::Lime,
        Species::Birch,
        Species::Pine,
        Species::Cherry,
        Species::Apple,
        Species::Maple,
        Species::Fig,
        Species::Willow,
    ];

    /// What a map maker calls it.
    fn name(self) -> &'static str {
        match self {
            Species::Oak => "oak",
            Species::Lime => "lime",
            Species::Birch => "birch",
            Species::Pine => "pine",
            Species::Cherry => "cherry",
            Species::Apple => "apple",
            Species::Maple => "maple",
            Species::Fig => "fig",
            Species::Willow => "willow",
        }
    }

    /// The width and height of its crown, and how many pixels the crown's foot lies above the
    /// bottom of the trunk's tile.
    fn crown(self) -> (i32, i32, i32) {
        match self {
            Species::Oak => (96, 84, 14),
            Species::Lime => (78, 92, 16),
            Species::Birch => (62, 82, 18),
            Species::Cherry => (82, 70, 16),
            Species::Apple => (70, 62, 16),
            Species::Fig => (96, 78, 14),
            Species::Maple => (84, 80, 14),
            Species::Willow => (96, 96, 6),
            Species::Pine => (66, 98, 8),
        }
    }

    /// The colour of its leaves in a season.
    fn leaf(self, season: Season) -> u32 {
        let [spring, summer, autumn] = match self {
            Species::Oak => [0x86B455, 0x6B9E4C, 0xB8843E],
            Species::Lime => [0x9CC862, 0x7FAE52, 0xD9B548],
            Species::Birch => [0xB4D070, 0x9CBB5E, 0xE0C458],
            Species::Cherry => [0xE0A4AC, 0xC08A84, 0xC8644A],
            Species::Apple => [0x9CC070, 0x73A34E, 0xC9A64C],
            Species::Maple => [0xB0B85C, 0xC98A4E, 0xC45232],
            Species::Fig => [0x94B868, 0x7A9F56, 0xC8AC4C],
            Species::Willow => [0xA6C468, 0x8DAF5C, 0xC4B456],
            Species::Pine => [0x4F8558, 0x4F8558, 0x4F8558],
        };
        match season {
            Season::Spring => spring,
            Season::Autumn => autumn,
            Season::Summer | Season::Winter => summer,
        }
    }

    /// The colour of the fruit or blossom in its leaves; 0 for none.
    fn dots(self, season: Season) -> u32 {
        match (self, season) {
            (Species::Cherry, Season::Spring) => 0xF8DCDC,
            (Species::Cherry, Season::Summer) => 0xE8B8B0,
            (Species::Apple, Season::Spring) => 0xFAEAE6,
            (Species::Apple, Season::Summer | Season::Autumn) => APPLES,
            (Species::Fig, Season::Summer) => FIGS,
            _ => 0,
        }
    }

    /// The colour of its bark.
    fn bark(self) -> Ramp {
        Ramp::of(if self == Species::Birch {
            0xDAD4C4
        } else {
            0x8A6546
        })
    }
}

/// A tree, as it looks in a season.
pub fn tree_in(species: Species, seed: u32, season: Season) -> Sprite {
    let seed = seed % SEEDS;
    let (wide, tall, lift) = species.crown();
    let bare = season == Season::Winter && species != Species::Pine;
    let mut s = Sprite::new(1, 1, tall + lift - TILE)
        .reaching(TILE, TILE + 16, TILE)
        .flat();
    let (left, up) = (s.left, s.up);
    let half = wide as f32 / 2.0;
    let strength = if bare { 34 } else { 62 };
    let (x, y) = (left + 16 - wide / 2, up + TILE - lift - tall);
    s.art.soft_shadow(
        x as f32 + half + 14.0,
        (up + 28) as f32,
        half - 2.0,
        19.0,
        strength,
    );
    let slim = matches!(species, Species::Birch | Species::Apple | Species::Cherry);
    let girth = if slim { 8 } else { 12 };
    let trunk = trunk(&species.bark(), girth, species == Species::Birch);
    s.art.draw(&trunk, left, up - 16);
    s.art.draw(&crown_in(species, seed, season), x, y);
    let name = format!("{}-{}{}", species.name(), seed + 1, season.suffix());
    s.named("trees", name)
}

/// The crown of a tree in a season.
fn crown_in(species: Species, seed: u32, season: Season) -> Canvas {
    let (wide, tall, _) = species.crown();
    let leaf = Ramp::of(species.leaf(season));
    if species == Species::Pine {
        return pine(&leaf, seed, season == Season::Winter);
    }
    if season == Season::Winter {
        return bare(species, seed);
    }
    let full = if species == Species::Willow {
        willow(&leaf, seed)
    } else {
        crown(wide, tall, &leaf, seed, species.dots(season))
    };
    if season != Season::Autumn {
        return full;
    }
    let mut sparse = branches(wide, tall, &species.bark(), seed);
    sparse.draw(&thinned(full, &leaf, seed), 0, 0);
    sparse
}

/// A crown that has lost some of its leaves.
fn thinned(mut full: Canvas, leaf: &Ramp, seed: u32) -> Canvas {
    for y in 0..full.height {
        for x in 0..full.width {
            if full.get(x, y).a > 0 && smooth(x, y, 5, 4096, seed + 40) > 0.74 {
                full.set(x, y, Color::CLEAR);
            }
        }
    }
    full.outline(leaf.line.alpha(150));
    full
}

/// The bare branches of a tree in winter, with snow on them.
fn bare(species: Species, seed: u32) -> Canvas {
    let (wide, tall, _) = species.crown();
    let bark = species.bark();
    let mut c = branches(wide, tall, &bark, seed);
    if species == Species::Willow {
        for i in 0..12 {
            let x = 8 + i * 7;
            let end = 60 + (hash(i, 0, seed) % 26) as i32 - (i * 2 - 11).abs();
            for y in 30..end {
                let sway = ((y as f32) * 0.12 + i as f32).sin() * 1.4;
                c.set(x + sway as i32, y, bark.dark);
            }
        }
    }
    snow_on(&mut c, 2, seed);
    c
}

/// Branches that fill a crown of that size, without leaves.
fn branches(wide: i32, tall: i32, bark: &Ramp, seed: u32) -> Canvas {
    let mut c = Canvas::new(wide, tall);
    let (w, h) = (wide as f32, tall as f32);
    let foot = (w / 2.0, h);
    limb(&mut c, foot, FRAC_PI_2, w.min(h) * 0.31, 6, seed, bark);
    for (i, lean) in [-0.5_f32, 0.5].into_iter().enumerate() {
        let reach = (w * 0.8).min(h) * 0.24;
        let from = (w / 2.0, h * 0.78);
        let seed = seed + 11 * (i as u32 + 1);
        limb(&mut c, from, FRAC_PI_2 + lean, reach, 4, seed, bark);
    }
    c.outline(bark.line);
    c
}

/// A branch from a point at an angle, which parts into thinner ones at its end.
fn limb(
    c: &mut Canvas,
    from: (f32, f32),
    angle: f32,
    length: f32,
    thick: i32,
    seed: u32,
    bark: &Ramp,
) {
    let (dx, dy) = (angle.cos(), -angle.sin());
    for t in 0..length as i32 {
        let (x, y) = (from.0 + dx * t as f32, from.1 + dy * t as f32);
        let left = x as i32 - thick / 2;
        c.rect(left, y as i32, thick, 2, bark.mid);
        c.set(left, y as i32, bark.light);
        if thick > 2 {
            c.set(left + thick - 1, y as i32, bark.dark);
        }
    }
    if thick <= 1 {
        return;
    }
    let end = (from.0 + dx * length, from.1 + dy * length);
    let turn = |i: i32| 0.24 + 0.30 * unit(i, thick, seed);
    for (i, side) in [(0, -1.0), (1, 1.0)] {
        let next = angle + side * turn(i);
        let seed = seed * 3 + i as u32 + 1;
        limb(
            c,
            end,
            next,
            length * 0.76,
            thick - 1 - thick / 5,
            seed,
            bark,
        );
    }
}

/// A trunk with roots, on one tile.
fn trunk(bark: &Ramp, wide: i32, white: bool) -> Canvas {
    let mut c = Canvas::new(TILE, TILE + 16);
    c.soft_shadow(18.0, 43.0, 13.0, 4.5, 70);
    let x = 16 - wide / 2;
    for (dx, w, y) in [
        (-3, wide + 6, 42),
        (-2, wide + 4, 40),
        (-1, wide + 2, 36),
        (0, wide, 0),
    ] {
        let h = if y == 0 { 44 } else { 45 - y };
        c.rect(x + dx, y, w, h, bark.line);
    }
    for (dx, w, y) in [(-2, wide + 4, 42), (-1, wide + 2, 39), (1, wide - 2, 0)] {
        c.rect(x + dx, y, w, if y == 0 { 44 } else { 44 - y }, bark.mid);
    }
    c.rect(x + 1, 0, 2, 43, bark.light);
    c.rect(x + wide - 3, 0, 2, 43, bark.dark);
    for i in 0..5 {
        let y = 20 + i * 5;
        if white {
            c.hline(x + 2 + (i % 2) * 2, y, 3, Color::hex(0x6A5F5A));
        } else {
            c.vline(x + 4 + (i * 3) % (wide - 6).max(1), y, 3, bark.deep);
        }
    }
    c
}

/// A leafy crown of many rounded clumps; `dots` adds fruit or blossom of a colour when not zero.
fn crown(wide: i32, tall: i32, leaf: &Ramp, seed: u32, dots: u32) -> Canvas {
    let mut c = Canvas::new(wide, tall);
    let (w, h) = (wide as f32, tall as f32);
    let (cx, cy) = (w / 2.0, h / 2.0);
    let under = Ramp {
        hi: leaf.mid,
        light: leaf.dark,
        mid: leaf.deep,
        dark: leaf.deep,
        deep: leaf.deep,
        line: leaf.line,
    };
    c.ball(cx, cy, w / 2.0 - 3.0, h / 2.0 - 3.0, &under, 0.5, seed);
    let mut clumps: Vec<(f32, f32, f32)> = Vec::new();
    for i in 0..22 {
        let a = unit(i, 1, seed + 7) * TAU;
        let r = unit(i, 2, seed + 7).sqrt() * 0.62;
        let size = (w.min(h)) * (0.16 + 0.07 * unit(i, 3, seed + 7));
        clumps.push((cx + a.cos() * r * w / 2.0, cy + a.sin() * r * h / 2.0, size));
    }
    clumps.sort_by(|a, b| b.1.total_cmp(&a.1));
    for (i, (x, y, size)) in clumps.iter().enumerate() {
        let lit = 1.0 - ((x - cx) / w + (y - cy) / h * 1.3 + 0.5).clamp(0.0, 1.0);
        let tone = Ramp {
            hi: leaf.mid.mix(leaf.hi, lit),
            light: leaf.mid.mix(leaf.light, lit),
            mid: leaf.dark.mix(leaf.mid, lit * 1.3_f32.min(1.0)),
            dark: leaf.dark.mix(leaf.deep, 1.0 - lit),
            deep: leaf.deep,
            line: leaf.deep,
        };
        c.ball(*x, *y, *size, size * 0.86, &tone, 0.9, seed + i as u32);
    }
    for i in 0..90 {
        let (x, y) = ((unit(i, 5, seed) * w) as i32, (unit(i, 6, seed) * h) as i32);
        if c.get(x, y).a == 255 && c.get(x + 2, y + 2).a == 255 && c.get(x - 2, y - 2).a == 255 {
            let lit = x as f32 / w + y as f32 / h < 0.95;
            c.set(x, y, if lit { leaf.hi } else { leaf.mid });
            c.set(x + 1, y, if lit { leaf.light } else { leaf.dark });
            c.set(x + 1, y + 1, leaf.deep);
        }
    }
    if dots != 0 {
        let r = Ramp::of(dots);
        let fruit = dots == APPLES || dots == FIGS;
        for i in 0..(if fruit { 14 } else { 70 }) {
            let (x, y) = (
                (unit(i, 8, seed) * (w - 16.0)) as i32 + 8,
                (unit(i, 9, seed) * (h - 16.0)) as i32 + 8,
            );
            if c.get(x - 3, y - 3).a == 255 && c.get(x + 4, y + 4).a == 255 {
                if fruit {
                    c.soft_rect(x - 1, y - 1, 5, 5, r.line);
                    c.rect(x, y, 3, 3, r.mid);
                    c.set(x, y, r.hi);
                } else {
                    c.rect(x, y, 2, 2, r.mid);
                }
            }
        }
    }
    c.outline(leaf.line);
    c
}

/// A weeping crown.
fn willow(leaf: &Ramp, seed: u32) -> Canvas {
    let mut c = crown(92, 66, leaf, seed + 3, 0);
    let mut out = Canvas::new(96, 96);
    for i in 0..23 {
        let x = 4 + i * 4;
        let end = 62 + (hash(i, 0, seed) % 26) as i32 - (i - 11).abs();
        for y in 34..end {
            let sway = ((y as f32) * 0.12 + i as f32).sin();
            let px = x + (sway * 1.4) as i32;
            let color = match (i + y / 6) % 4 {
                0 => leaf.light,
                1 => leaf.dark,
                _ => leaf.mid,
            };
            out.rect(px, y, 3, 1, color);
            out.set(px + 3, y, leaf.deep);
        }
    }
    out.outline(leaf.line);
    c.pixels
        .iter_mut()
        .for_each(|p| *p = if *p == leaf.line { leaf.deep } else { *p });
    out.draw(&c, 2, 2);
    out
}

/// A conifer of stacked skirts, with snow on them or without.
fn pine(leaf: &Ramp, seed: u32, snowy: bool) -> Canvas {
    let mut c = Canvas::new(66, 98);
    for tier in (0..5).rev() {
        let (y0, half) = (4 + tier * 17, 10 + tier * 5);
        for dy in 0..26 {
            let spread = half * (dy + 4) / 30;
            for dx in -spread..=spread {
                let jag = (hash(dx / 2, tier, seed) % 5) as i32;
                if dy > 25 - jag - dx.abs() / 4 {
                    continue;
                }
                let lit = -dx as f32 / half as f32 - (dy as f32 - 8.0) / 26.0
                    + (unit(dx, dy + tier * 40, seed) - 0.5) * 0.5;
                let color = if dy > 22 - jag - dx.abs() / 4 {
                    leaf.deep
                } else if snowy && lit > 0.22 {
                    SNOW
                } else if lit > 0.45 {
                    leaf.hi.mix(leaf.light, 0.5)
                } else if lit > 0.1 {
                    leaf.light.mix(leaf.mid, 0.4)
                } else if lit > -0.45 {
                    leaf.mid
                } else {
                    leaf.dark
                };
                c.set(33 + dx, y0 + dy, color);
            }
        }
    }
    c.outline(leaf.line);
    c
}
