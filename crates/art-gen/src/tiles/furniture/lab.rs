//! Laboratory benches and instruments.

use crate::{
    brush::{Ramp, tone},
    canvas::Canvas,
    palette::Color,
    sprite::{Sprite, TILE},
};

/// A microscope, 12 wide, 16 tall.
fn microscope(c: &mut Canvas, x: i32, y: i32) {
    let (white, iron) = (Ramp::of(tone::WHITE), Ramp::of(tone::IRON));
    c.rect(x + 2, y + 13, 10, 3, iron.line);
    c.hline(x + 3, y + 13, 8, iron.light);
    c.rect(x + 8, y + 3, 4, 11, white.line);
    c.rect(x + 9, y + 4, 2, 9, white.mid);
    c.rect(x + 2, y, 5, 8, iron.line);
    c.rect(x + 3, y + 1, 2, 6, iron.light);
    c.rect(x + 5, y + 2, 5, 3, white.dark);
    c.rect(x + 2, y + 10, 7, 2, iron.line);
}

/// A flask with coloured liquid, 9 wide, 13 tall.
fn flask(c: &mut Canvas, x: i32, y: i32, color: u32) {
    let r = Ramp::of(color);
    let glass = Color::hex(0x7C98A4);
    c.rect(x + 3, y, 3, 6, glass);
    c.set(x + 4, y + 1, Color::hex(0xE4F2F2));
    for i in 0..6 {
        let half = 1 + i * 4 / 6;
        c.hline(
            x + 4 - half,
            y + 6 + i,
            half * 2 + 1,
            if i < 2 { Color::hex(0xCFE4E6) } else { r.mid },
        );
        c.set(x + 4 - half, y + 6 + i, glass);
        c.set(x + 4 + half, y + 6 + i, glass);
    }
    c.hline(x, y + 12, 9, glass);
    c.set(x + 3, y + 9, r.hi);
}

/// A rack of test tubes, 16 wide, 10 tall.
fn tubes(c: &mut Canvas, x: i32, y: i32) {
    for i in 0..4 {
        c.rect(x + 1 + i * 4, y, 3, 9, Color::hex(0xD8E8E8));
        let liquid = [0xC9584E, 0x6F8FB8, 0x86A85C, 0xD6A94F][i as usize];
        c.rect(x + 1 + i * 4, y + 4, 3, 5, Color::hex(liquid));
    }
    let wood = Ramp::of(tone::WOOD);
    c.rect(x, y + 5, 17, 2, wood.line);
    c.hline(x, y + 5, 17, wood.light);
    c.rect(x, y + 9, 17, 2, wood.line);
}

/// A laboratory bench of `w` tiles with instruments.
pub fn bench(w: i32, seed: u32) -> Sprite {
    let (w, seed) = (w.clamp(1, 3), seed % 6);
    let (body, top) = (Ramp::of(0xD9D2C2), Ramp::of(0x6F7A80));
    let mut s = Sprite::new(w, 1, 12);
    let c = &mut s.art;
    c.slab(0, 12, w * TILE, 16, 15, &body);
    c.slab(0, 8, w * TILE, 19, 4, &top);
    for i in 0..w {
        let x = i * TILE;
        c.plate(x + 3, 32, 26, 10, &body);
        c.rect(x + 13, 35, 6, 1, body.line);
        match (i as u32 + seed) % 6 {
            0 => microscope(c, x + 8, 5),
            1 => {
                flask(c, x + 5, 7, tone::RED);
                flask(c, x + 17, 9, tone::BLUE);
            }
            2 => tubes(c, x + 8, 10),
            3 => {
                super::sheet(c, x + 7, 13);
                super::closed_book(c, x + 17, 12, tone::PLUM);
            }
            4 => {
                let r = Ramp::of(0xC9BFA8);
                c.slab(x + 5, 6, 22, 7, 11, &r);
                c.rect(x + 7, 14, 10, 6, Color::hex(0x3F5E58));
                c.hline(x + 8, 17, 3, Color::hex(0x9FE0A8));
                c.hline(x + 11, 15, 3, Color::hex(0x9FE0A8));
                c.rect(x + 20, 15, 2, 2, Color::hex(0xC9584E));
                c.rect(x + 23, 15, 2, 2, Color::hex(0x86A85C));
            }
            _ => {
                flask(c, x + 6, 8, tone::MUSTARD);
                tubes(c, x + 14, 12);
            }
        }
    }
    s.named("science", format!("lab-bench-{w}-{}", seed + 1))
}

/// A fume cupboard of two tiles.
pub fn fume_cupboard() -> Sprite {
    let (body, steel) = (Ramp::of(0xD9D2C2), Ramp::of(tone::STEEL));
    let mut s = Sprite::new(2, 1, 28);
    let c = &mut s.art;
    c.slab(1, 2, 62, 9, 48, &body);
    c.rect(5, 14, 54, 26, steel.line);
    c.rect(6, 15, 52, 24, Color::hex(0x9FBBC2));
    c.rect(6, 32, 52, 7, Color::hex(0x6F7A80));
    flask(c, 12, 20, 0x86A85C);
    flask(c, 26, 21, tone::RED);
    tubes(c, 38, 24);
    c.rect(6, 15, 52, 5, Color::hex(0xFFFFFF).alpha(70));
    c.rect(28, 44, 8, 2, body.line);
    s.named("science", "fume-cupboard")
}

/// A rack of humming machines with small lights.
pub fn server_rack() -> Sprite {
    let r = Ramp::of(0x555C6B);
    let mut s = Sprite::new(1, 1, 28);
    let c = &mut s.art;
    c.slab(2, 3, 28, 8, 49, &r);
    for row in 0..6 {
        c.rect(5, 14 + row * 7, 22, 5, r.line);
        c.hline(6, 15 + row * 7, 12, r.light);
        c.set(21, 16 + row * 7, Color::hex(0x8FE0A0));
        c.set(
            24,
            16 + row * 7,
            Color::hex(if row % 2 == 0 { 0xF0CF62 } else { 0x8FE0A0 }),
        );
    }
    s.named("science", "server-rack")
}

/// A tall apparatus: a column with coils and a sphere.
pub fn apparatus() -> Sprite {
    let (steel, copper) = (Ramp::of(tone::STEEL), Ramp::of(0xC0784C));
    let mut s = Sprite::new(1, 1, 30).shaded(6, 23, 24, 8);
    let c = &mut s.art;
    c.slab(5, 46, 22, 8, 7, &steel);
    c.rect(13, 20, 6, 28, steel.line);
    for i in 0..8 {
        c.rect(11, 22 + i * 3, 10, 2, copper.mid);
        c.hline(11, 22 + i * 3, 4, copper.hi);
    }
    c.ball(16.0, 12.0, 9.0, 9.0, &steel, 0.0, 1);
    s.named("science", "apparatus")
}
