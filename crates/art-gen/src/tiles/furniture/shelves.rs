//! Shelves, cupboards, lockers and plants in pots.

use super::bright;
use crate::{
    brush::{Ramp, tone},
    canvas::Canvas,
    noise::{hash, pick},
    palette::Color,
    sprite::{Sprite, TILE},
    tiles::tints::{self, LOCKERS, PAINTED, WOODS},
};

/// A row of book spines from x to x + w, standing on y.
fn spines(c: &mut Canvas, x: i32, y: i32, w: i32, tall: i32, seed: u32) {
    let mut at = x;
    let mut i = 0;
    while at < x + w - 1 {
        let h = hash(i, y, seed);
        let width = (2 + (h % 3) as i32).min(x + w - at);
        let height = tall - (h / 7 % 3) as i32;
        if h.is_multiple_of(11) {
            at += 2;
        } else {
            let r = Ramp::of(bright(h / 13));
            c.rect(at, y - height, width, height, r.mid);
            c.vline(at, y - height, height, r.light);
            if width > 2 {
                c.vline(at + width - 1, y - height, height, r.dark);
                c.set(at + 1, y - height + 2, r.hi);
            }
            at += width;
        }
        i += 1;
    }
}

/// A bookcase, `w` tiles wide and taller than a person, full of books.
pub fn bookcase(w: i32, color: u32, seed: u32) -> Sprite {
    let (w, seed) = (w.clamp(1, 6), seed % 3);
    let tint = tints::nearest(&WOODS, color);
    let wood = Ramp::of(tint.rgb);
    let wide = w * TILE;
    let mut s = Sprite::new(w, 1, 30);
    let c = &mut s.art;
    c.slab(0, 6, wide, 8, 48, &wood);
    for i in 0..w {
        let x = i * TILE + 3;
        for row in 0..3 {
            let y = 17 + row * 14;
            c.rect(x, y, 26, 11, wood.line.mix(wood.deep, 0.3));
            spines(c, x, y + 11, 26, 9, seed.wrapping_add((row * 5 + i) as u32));
            c.hline(x, y, 26, wood.line);
            c.hline(x, y + 11, 26, wood.light);
        }
        if i > 0 {
            c.vline(i * TILE, 15, 46, wood.deep);
        }
    }
    s.named(
        "shelves",
        format!("bookcase-{}-{w}-{}", tint.name, seed + 1),
    )
}

/// A low bookcase, waist high, with a few things on top.
pub fn low_bookcase(w: i32, color: u32, seed: u32) -> Sprite {
    let (w, seed) = (w.clamp(1, 4), seed % 3);
    let tint = tints::nearest(&WOODS, color);
    let wood = Ramp::of(tint.rgb);
    let wide = w * TILE;
    let mut s = Sprite::new(w, 1, 6);
    let c = &mut s.art;
    c.slab(0, 4, wide, 12, 21, &wood);
    for i in 0..w {
        let x = i * TILE + 3;
        c.rect(x, 19, 26, 13, wood.line.mix(wood.deep, 0.3));
        spines(c, x, 32, 26, 11, seed.wrapping_add(i as u32));
        c.hline(x, 32, 26, wood.light);
    }
    let name = format!("low-bookcase-{}-{w}-{}", tint.name, seed + 1);
    s.named("shelves", name)
}

/// A wardrobe with two doors.
pub fn wardrobe(color: u32) -> Sprite {
    let tint = tints::nearest(&WOODS, color);
    let wood = Ramp::of(tint.rgb);
    let mut s = Sprite::new(1, 1, 26);
    let c = &mut s.art;
    c.slab(1, 4, 30, 8, 45, &wood);
    c.plate(4, 15, 12, 36, &wood);
    c.plate(16, 15, 12, 36, &wood);
    c.rect(14, 31, 1, 4, Color::hex(0xF0D890));
    c.rect(17, 31, 1, 4, Color::hex(0xF0D890));
    c.rect(3, 54, 4, 3, wood.line);
    c.rect(25, 54, 4, 3, wood.line);
    s.named("shelves", format!("wardrobe-{}", tint.name))
}

/// A chest of drawers with a small thing on it.
pub fn drawers(color: u32, seed: u32) -> Sprite {
    let (tint, seed) = (tints::nearest(&PAINTED, color), seed % 6);
    let wood = Ramp::of(tint.rgb);
    let mut s = Sprite::new(1, 1, 12);
    let c = &mut s.art;
    c.slab(2, 12, 28, 11, 20, &wood);
    for row in 0..2 {
        c.plate(4, 25 + row * 8, 24, 8, &wood);
        c.rect(14, 28 + row * 8, 4, 1, Color::hex(0xF0D890));
    }
    match seed % 3 {
        0 => super::desk_lamp(c, 6, 6, tone::MUSTARD),
        1 => {
            super::closed_book(c, 7, 14, bright(seed / 3));
            super::closed_book(c, 8, 11, bright(seed / 5));
        }
        _ => flowers_in_vase(c, 9, 4, seed),
    }
    s.named("shelves", format!("drawers-{}-{}", tint.name, seed + 1))
}

/// A small vase of flowers, about 10 wide, 14 tall.
pub fn flowers_in_vase(c: &mut Canvas, x: i32, y: i32, seed: u32) {
    let leaf = Ramp::of(tone::LEAF);
    let vase = Ramp::of(bright(seed));
    c.rect(x + 3, y + 8, 5, 6, vase.line);
    c.rect(x + 4, y + 8, 3, 5, vase.mid);
    c.vline(x + 4, y + 8, 5, vase.light);
    c.ball(x as f32 + 5.0, y as f32 + 5.0, 4.5, 4.0, &leaf, 0.6, seed);
    for i in 0..4 {
        let petal = Color::hex([0xE88C8C, 0xF3D06B, 0xF2EDE0, 0xC9A0D8][(i + seed as usize) % 4]);
        let (fx, fy) = (x + 1 + (i as i32 * 3) % 8, y + 1 + (i as i32 * 5) % 6);
        c.rect(fx, fy, 2, 2, petal);
    }
}

/// A pot plant; `kind` chooses bushy, broad-leaved, tall or cactus.
pub fn plant(kind: u32) -> Sprite {
    let kind = kind % 4;
    let pot = Ramp::of([tone::CLAY, 0xD8D2C4, tone::BLUE, 0xA8765A][(kind % 4) as usize]);
    let leaf = Ramp::of([0x5E9152, 0x4F8A5C, 0x78A050, 0x6A9A5E][(kind % 4) as usize]);
    let mut s = Sprite::new(1, 1, 20).shaded(9, 24, 19, 7);
    let c = &mut s.art;
    c.slab(9, 32, 14, 6, 12, &pot);
    c.ellipse(11, 33, 10, 4, Color::hex(0x5A4234));
    c.rect(10, 48, 12, 2, pot.line);
    match kind % 4 {
        0 => c.ball(16.0, 22.0, 11.0, 12.0, &leaf, 0.9, kind),
        1 => {
            for (x, y, rx, ry) in [
                (8.0, 22.0, 6.0, 4.0),
                (24.0, 20.0, 6.0, 4.0),
                (16.0, 12.0, 5.0, 7.0),
                (11.0, 15.0, 6.0, 4.0),
                (22.0, 13.0, 6.0, 4.0),
                (16.0, 25.0, 7.0, 6.0),
            ] {
                c.ball(x, y, rx, ry, &leaf, 0.2, kind);
            }
        }
        2 => {
            for (x, h) in [(7, 20), (11, 28), (15, 31), (19, 27), (23, 19)] {
                c.rect(x, 34 - h, 4, h, leaf.line);
                c.rect(x + 1, 35 - h, 2, h - 2, leaf.mid);
                c.vline(x + 1, 35 - h, h - 4, leaf.hi);
            }
        }
        _ => {
            c.ball(16.0, 18.0, 6.0, 15.0, &leaf, 0.1, kind);
            c.ball(9.0, 20.0, 4.0, 5.0, &leaf, 0.1, kind);
            c.ball(23.0, 16.0, 4.0, 5.0, &leaf, 0.1, kind);
            for i in 0..6 {
                c.set(14 + (i % 3) * 3, 8 + i * 3, leaf.hi);
            }
        }
    }
    let name = ["bushy", "broad", "tall", "cactus"][kind as usize];
    s.named("living", format!("plant-{name}"))
}

/// A row of metal lockers.
pub fn lockers(w: i32, color: u32) -> Sprite {
    let (w, tint) = (w.clamp(1, 4), tints::nearest(&LOCKERS, color));
    let r = Ramp::of(tint.rgb);
    let mut s = Sprite::new(w, 1, 26);
    let c = &mut s.art;
    c.slab(0, 4, w * TILE, 8, 46, &r);
    for i in 0..w * 2 {
        let x = i * 16 + 1;
        c.plate(x, 13, 15, 41, &r);
        for row in 0..3 {
            c.hline(x + 4, 18 + row * 3, 7, r.deep);
        }
        c.rect(x + 11, 32, 2, 4, r.hi);
    }
    s.named("shelves", format!("lockers-{}-{w}", tint.name))
}

/// A filing cabinet of three drawers, some papers on it.
pub fn filing_cabinet() -> Sprite {
    let r = Ramp::of(0x9AA3A0);
    let mut s = Sprite::new(1, 1, 16);
    let c = &mut s.art;
    c.slab(3, 6, 26, 10, 31, &r);
    for row in 0..3 {
        c.plate(5, 18 + row * 9, 22, 9, &r);
        c.rect(13, 21 + row * 9, 6, 2, r.line);
        c.rect(8, 21 + row * 9, 3, 2, Color::hex(0xF2ECDC));
    }
    super::sheet(c, 8, 8);
    super::sheet(c, 11, 7);
    s.named("shelves", "filing-cabinet")
}

/// A shop shelf, open to the front, with goods of one `kind`.
pub fn goods_shelf(w: i32, kind: u32) -> Sprite {
    let (w, kind) = (w.clamp(1, 4), kind % 8);
    let r = Ramp::of(0xB9A58A);
    let mut s = Sprite::new(w, 1, 22);
    let c = &mut s.art;
    c.slab(0, 4, w * TILE, 7, 43, &r);
    for row in 0..3 {
        let y = 13 + row * 13;
        c.rect(2, y, w * TILE - 4, 11, r.line);
        c.rect(2, y + 1, w * TILE - 4, 10, Color::hex(0x6A5A50));
        let mut x = 3;
        let mut i = 0;
        while x < w * TILE - 8 {
            let h = hash(i, row, kind);
            let goods = Ramp::of(bright(h / 3 + kind));
            match (kind + row as u32) % 4 {
                0 => {
                    c.rect(x, y + 3, 6, 8, goods.line);
                    c.rect(x + 1, y + 4, 4, 6, goods.mid);
                    c.hline(x + 1, y + 6, 4, goods.hi);
                    x += 7;
                }
                1 => {
                    c.rect(x + 1, y + 2, 3, 9, goods.mid);
                    c.rect(x + 2, y + 1, 1, 2, goods.hi);
                    c.vline(x + 3, y + 4, 7, goods.dark);
                    x += 5;
                }
                2 => {
                    c.ball(x as f32 + 3.0, y as f32 + 7.5, 3.2, 3.2, &goods, 0.0, h);
                    x += 6;
                }
                _ => {
                    c.rect(x, y + 2, 9, 9, goods.line);
                    c.rect(x + 1, y + 3, 7, 7, goods.mid);
                    c.rect(x + 2, y + 5, 5, 3, Color::hex(0xF2ECDC));
                    x += 10;
                }
            }
            i += 1;
        }
        c.hline(1, y + 11, w * TILE - 2, r.hi);
        c.hline(1, y + 12, w * TILE - 2, r.dark);
    }
    s.named("shelves", format!("goods-shelf-{w}-{}", kind + 1))
}

/// A crate of fruit or loaves at the front of a shop.
pub fn crate_of(seed: u32) -> Sprite {
    let seed = seed % 4;
    let wood = Ramp::of(tone::BIRCH);
    let mut s = Sprite::new(1, 1, 0).shaded(4, 22, 27, 9);
    let c = &mut s.art;
    c.slab(2, 8, 28, 12, 11, &wood);
    c.rect(4, 10, 24, 9, wood.line);
    let fruit = Ramp::of([0xC9584E, 0xE0A040, 0x8FB04E, 0xC88A50][(seed % 4) as usize]);
    for i in 0..10 {
        let (x, y) = (7 + (i % 5) * 5, 11 + (i / 5) * 5);
        c.ball(
            x as f32,
            y as f32,
            3.0,
            3.0,
            &fruit,
            0.0,
            pick(i, 0, seed, 9),
        );
    }
    c.hline(3, 24, 26, wood.deep);
    let name = ["apples", "oranges", "pears", "loaves"][seed as usize];
    s.named("shelves", format!("crate-{name}"))
}
