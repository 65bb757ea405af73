//! Trees, bushes, hedges, flower beds, lilies and stones.

use crate::{
    brush::{Ramp, tone},
    canvas::Canvas,
    noise::{hash, pick, unit},
    palette::Color,
    scene::{Layer, Scene, Sprite, TILE},
};

/// The colour of the fruit in apple trees.
const APPLES: u32 = 0xC9584E;
const FIGS: u32 = 0x6E4A7A;

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
    /// In pink blossom.
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

/// Plants a tree whose trunk stands on a tile; the crown goes to the overhead layer.
pub fn tree(scene: &mut Scene, species: Species, x: i32, y: i32) {
    let seed = pick(x, y, 111, 3);
    let (trunk, crown, lift) = parts(species, seed);
    let (px, py) = (x * TILE, y * TILE);
    let wide = crown.width as f32;
    let mut shade = Canvas::new(crown.width + 24, 48);
    shade.soft_shadow(wide / 2.0 + 12.0, 24.0, wide / 2.0 - 2.0, 19.0, 62);
    let left = px + 16 - crown.width / 2;
    let flat = |art: Canvas| Sprite {
        art,
        w: 0,
        h: 0,
        up: 0,
        under_people: false,
        shadow: (0, 0, 0, 0),
    };
    scene.stamp(Layer::Paths, flat(shade), left + 2, py + 4);
    scene.put(trunk, x, y);
    let bottom = py + TILE - lift;
    let mut sprite = flat(crown);
    sprite.up = sprite.art.height;
    scene.stamp(Layer::Overhead, sprite, left, bottom);
}

/// The trunk, the crown and how many pixels the crown's foot lies above the bottom of the trunk's
/// tile.
fn parts(species: Species, seed: u32) -> (Sprite, Canvas, i32) {
    let bark = Ramp::of(if species == Species::Birch {
        0xDAD4C4
    } else {
        0x8A6546
    });
    let slim = matches!(species, Species::Birch | Species::Apple | Species::Cherry);
    let trunk = trunk(&bark, if slim { 8 } else { 12 }, species == Species::Birch);
    let (crown, lift) = match species {
        Species::Oak => (crown(96, 84, &Ramp::of(0x6B9E4C), seed, 0), 14),
        Species::Lime => (crown(78, 92, &Ramp::of(0x7FAE52), seed, 0), 16),
        Species::Birch => (crown(62, 82, &Ramp::of(0x9CBB5E), seed, 0), 18),
        Species::Cherry => (crown(82, 70, &Ramp::of(0xE0A4AC), seed, 0xF8DCDC), 16),
        Species::Apple => (crown(70, 62, &Ramp::of(0x73A34E), seed, APPLES), 16),
        Species::Fig => (crown(100, 78, &Ramp::of(0x7A9F56), seed, FIGS), 14),
        Species::Maple => (crown(84, 80, &Ramp::of(0xC98A4E), seed, 0), 14),
        Species::Willow => (willow(seed), 6),
        Species::Pine => (pine(seed), 8),
    };
    (trunk, crown, lift)
}

/// A trunk with roots, on one tile.
fn trunk(bark: &Ramp, wide: i32, white: bool) -> Sprite {
    let mut s = Sprite::new(1, 1, 16).flat().under_people();
    let c = &mut s.art;
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
    s
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
        let a = unit(i, 1, seed + 7) * std::f32::consts::TAU;
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
fn willow(seed: u32) -> Canvas {
    let leaf = Ramp::of(0x8DAF5C);
    let mut c = crown(92, 66, &leaf, seed + 3, 0);
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

/// A conifer of stacked skirts.
fn pine(seed: u32) -> Canvas {
    let leaf = Ramp::of(0x4F8558);
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

/// A bush on one tile.
pub fn bush(kind: u32) -> Sprite {
    let leaf = Ramp::of([0x6F9C50, 0x5E8F58, 0x86A854][(kind % 3) as usize]);
    let mut s = Sprite::new(1, 1, 6).flat();
    let c = &mut s.art;
    if kind % 5 == 1 {
        return fern(kind);
    }
    if kind % 5 == 3 {
        c.soft_shadow(18.0, 31.0, 11.0, 5.0, 64);
        c.ball(15.0, 25.0, 9.5, 8.5, &leaf, 0.7, kind);
        c.ball(22.0, 28.0, 6.0, 5.0, &leaf, 0.7, kind + 1);
        return s;
    }
    c.soft_shadow(19.0, 31.0, 15.0, 6.0, 64);
    c.ball(16.0, 20.0, 14.5, 13.5, &leaf, 0.6, kind);
    c.ball(10.0, 22.0, 7.0, 7.0, &leaf, 0.7, kind + 3);
    c.ball(20.0, 14.0, 8.0, 7.0, &leaf, 0.7, kind + 5);
    if kind.is_multiple_of(2) {
        let petal = [0xE88C9C, 0xF3E4A0, 0xB9A0DC, 0xF2EDE0][(kind / 2 % 4) as usize];
        for i in 0..9 {
            let (x, y) = (
                6 + (hash(i, 0, kind) % 20) as i32,
                9 + (hash(i, 1, kind) % 20) as i32,
            );
            c.rect(x, y, 3, 2, Color::hex(petal));
            c.set(x + 1, y + 2, leaf.deep);
        }
    }
    s
}

/// A clump of arching fronds.
fn fern(kind: u32) -> Sprite {
    let leaf = Ramp::of([0x6FA050, 0x86AC5A][(kind % 2) as usize]);
    let mut s = Sprite::new(1, 1, 6).flat();
    let c = &mut s.art;
    c.soft_shadow(17.0, 32.0, 12.0, 4.0, 60);
    for i in 0..9 {
        let lean = i - 4;
        for t in 0..20 {
            let f = t as f32 / 20.0;
            let x = 16.0 + lean as f32 * 3.4 * f;
            let y = 32.0 - f * (25.0 - (lean * lean) as f32) + f * f * (lean * lean) as f32 * 0.9;
            let color = if f > 0.7 {
                leaf.light
            } else if lean > 1 {
                leaf.dark
            } else {
                leaf.mid
            };
            c.rect(x as i32, y as i32, 3, 2, color);
            c.set(x as i32 + 2, y as i32 + 2, leaf.line);
        }
    }
    s
}

/// A clipped hedge of `w` by `h` tiles.
pub fn hedge(w: i32, h: i32) -> Sprite {
    let leaf = Ramp::of(0x5F9050);
    let mut s = Sprite::new(w, h, 8)
        .shaded(4, h * TILE - 7, w * TILE - 1, 9)
        .under_people();
    let (wide, tall) = (w * TILE, h * TILE);
    let c = &mut s.art;
    c.slab(0, 4, wide, tall - 14, 16, &leaf);
    for y in 5..tall + 5 {
        for x in 1..wide - 1 {
            let n = unit(x.rem_euclid(32), y, 121);
            let front = y > tall - 10;
            if n > 0.90 {
                c.set(x, y, if front { leaf.mid } else { leaf.light });
                c.set(x, y + 1, if front { leaf.deep } else { leaf.dark });
            } else if n < 0.05 {
                c.set(x, y, leaf.deep);
            }
        }
    }
    s
}

/// A row of flowers in soil for one tile; walkers keep off, but the sprite itself is drawn flat and
/// low.
pub fn flowers(kind: u32) -> Sprite {
    let petals = [
        [0xD8646C, 0xF0A0A0],
        [0xE8B84A, 0xF6DF8C],
        [0x9A7CC4, 0xC4AEE4],
        [0xE8E0D0, 0xFFFAEC],
        [0xE08A5A, 0xF6C090],
    ];
    let leaf = Ramp::of(tone::LEAF);
    let mut s = Sprite::new(1, 1, 4).flat();
    let c = &mut s.art;
    let pair = petals[(kind % 5) as usize];
    for i in 0..9 {
        let (x, y) = (
            5 + (i % 3) * 11 + (hash(i, 5, kind) % 3) as i32,
            8 + (i / 3) * 10 + (hash(i, 6, kind) % 3) as i32,
        );
        c.ball(
            x as f32,
            y as f32 + 4.0,
            6.0,
            5.0,
            &leaf,
            0.8,
            kind + i as u32,
        );
    }
    for i in 0..10 {
        let x = 2 + (i * 7 % 26) + (hash(i, 3, kind) % 4) as i32;
        let y = 3 + (i * 11 % 25) + (hash(i, 4, kind) % 4) as i32;
        let main = Color::hex(pair[usize::from(i % 4 == 3)]);
        c.rect(x + 1, y, 3, 5, main);
        c.rect(x, y + 1, 5, 3, main);
        c.rect(
            x + 1,
            y + 1,
            2,
            1,
            Color::hex(pair[1]).mix(Color::hex(0xFFF6E4), 0.4),
        );
        c.set(x + 2, y + 2, Color::hex(0xF6E4A0));
        c.hline(x + 1, y + 5, 3, leaf.line);
        c.set(x + 4, y + 3, Ramp::of(pair[0]).dark);
    }
    s
}

/// Water lilies, one tile.
pub fn lilies(kind: u32) -> Sprite {
    let leaf = Ramp::of(0x6FA066);
    let mut s = Sprite::new(1, 1, 0).flat();
    let c = &mut s.art;
    for i in 0..3 {
        let (x, y) = (2 + (hash(i, 0, kind) % 18) as i32, 3 + i * 9);
        c.ellipse(x + 1, y + 2, 11, 8, Color::hex(0x3F7C92).alpha(140));
        c.ellipse(x, y, 11, 8, leaf.line);
        c.ellipse(x + 1, y + 1, 9, 6, leaf.mid);
        c.ellipse(x + 2, y + 1, 5, 3, leaf.light);
        c.rect(x + 5, y + 4, 2, 3, Color::hex(0x63A8BB));
        if i == (kind % 3) as i32 {
            c.rect(x + 3, y - 1, 5, 4, Color::hex(0xE8A4B4));
            c.rect(x + 4, y - 2, 3, 4, Color::hex(0xF8DCE0));
            c.set(x + 5, y, Color::hex(0xF0CF62));
        }
    }
    s
}

/// Reeds at a bank, one tile.
pub fn reeds(kind: u32) -> Sprite {
    let leaf = Ramp::of(0x7C9C50);
    let mut s = Sprite::new(1, 1, 14).flat();
    let c = &mut s.art;
    for i in 0..8 {
        let x = 4 + i * 3 + (hash(i, 0, kind) % 2) as i32;
        let h = 18 + (hash(i, 1, kind) % 18) as i32;
        c.vline(x, 42 - h, h, leaf.dark);
        c.vline(x + 1, 44 - h, h - 2, leaf.light);
        if i % 3 == 0 {
            c.rect(x - 1, 40 - h, 3, 8, Color::hex(0x7A5238));
            c.vline(x - 1, 41 - h, 6, Color::hex(0xA0744E));
        }
    }
    s
}

/// A stone with moss.
pub fn boulder(kind: u32) -> Sprite {
    let stone = Ramp::of(0xA9A298);
    let mut s = Sprite::new(1, 1, 0).flat();
    let c = &mut s.art;
    c.soft_shadow(19.0, 26.0, 13.0, 5.0, 64);
    c.ball(16.0, 17.0, 12.0, 10.0, &stone, 0.25, kind);
    if kind.is_multiple_of(2) {
        c.ball(25.0, 24.0, 5.0, 4.0, &stone, 0.2, kind + 1);
    }
    for i in 0..8 {
        c.set(
            8 + (hash(i, 0, kind) % 12) as i32,
            9 + (hash(i, 1, kind) % 5) as i32,
            Color::hex(0x8AA868),
        );
    }
    s
}

/// A fallen-leaf or mushroom accent for the decor of a lawn, flat.
pub fn accent(kind: u32) -> Sprite {
    let mut s = Sprite::new(1, 1, 0).flat();
    let c = &mut s.art;
    for i in 0..4 {
        let (x, y) = (
            4 + (hash(i, 0, kind) % 22) as i32,
            4 + (hash(i, 1, kind) % 22) as i32,
        );
        let color = [0xD89A5A, 0xC9784E, 0xE0BC62][(hash(i, 2, kind) % 3) as usize];
        c.rect(x, y, 3, 2, Color::hex(color));
        c.set(x + 2, y + 2, Color::hex(0x6A924B));
    }
    s
}

/// A duck on the water: a drake, a duck or a white goose.
pub fn duck(kind: u32) -> Sprite {
    let (body, head) = [
        (0x9A8A7A, 0x4F8A68),
        (0xA8805A, 0x8E6A4A),
        (0xEDE9DE, 0xEDE9DE),
    ][(kind % 3) as usize];
    let (body, head) = (Ramp::of(body), Ramp::of(head));
    let mut s = Sprite::new(1, 1, 0).flat();
    let c = &mut s.art;
    c.ellipse(4, 17, 26, 8, Color::hex(0x3F7C92).alpha(150));
    c.hline(2, 24, 8, Color::hex(0xC6E4E2));
    c.hline(22, 25, 8, Color::hex(0xC6E4E2));
    c.ball(16.0, 16.0, 10.0, 6.0, &body, 0.0, kind);
    c.rect(5, 12, 4, 3, body.line);
    c.rect(6, 12, 3, 2, body.light);
    c.soft_rect(11, 13, 10, 5, body.dark);
    c.hline(12, 13, 7, body.light);
    c.rect(22, 7, 4, 8, head.line);
    c.rect(23, 8, 2, 7, head.mid);
    c.ball(24.0, 7.0, 4.5, 4.0, &head, 0.0, kind);
    c.rect(28, 7, 4, 2, Color::hex(0xE0A040));
    c.set(25, 6, Color::hex(0x2E2838));
    if kind.is_multiple_of(3) {
        c.hline(22, 12, 4, Color::hex(0xF0ECE0));
    }
    s
}
