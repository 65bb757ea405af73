//! Bedrooms and common rooms: beds, rugs, lamps, screens and games.

use crate::{
    brush::{Ramp, tone},
    noise::unit,
    palette::Color,
    scene::{Sprite, TILE},
};

/// A bed for one, its head at the top, with a blanket of a colour.
pub fn bed(wood: u32, blanket: u32, stripes: bool) -> Sprite {
    let (frame, cloth, linen) = (Ramp::of(wood), Ramp::of(blanket), Ramp::of(tone::WHITE));
    let mut s = Sprite::new(1, 2, 8).under_people().shaded(4, 22, 28, 43);
    let c = &mut s.art;
    c.plate(2, 0, 28, 14, &frame);
    c.slab(2, 10, 28, 52, 8, &frame);
    c.rect(4, 10, 24, 48, linen.mid);
    c.soft_rect(6, 11, 20, 13, linen.deep);
    c.soft_rect(6, 10, 20, 13, linen.hi);
    c.hline(8, 19, 16, linen.light);
    c.rect(3, 29, 26, 31, cloth.line);
    c.rect(4, 28, 24, 31, cloth.mid);
    c.rect(4, 28, 24, 5, linen.hi);
    c.hline(4, 32, 24, linen.dark);
    c.vline(5, 34, 24, cloth.light);
    c.vline(26, 34, 24, cloth.dark);
    if stripes {
        for i in 0..4 {
            c.rect(4, 36 + i * 6, 24, 2, cloth.hi);
        }
    } else {
        for i in 0..3 {
            for j in 0..4 {
                c.rect(8 + i * 7 + (j % 2) * 2, 37 + j * 5, 2, 2, cloth.light);
            }
        }
    }
    c.hline(4, 57, 24, cloth.dark);
    c.slab(2, 57, 28, 4, 9, &frame);
    s
}

/// A rug of `w` by `h` tiles with a border and a pattern; lies under furniture.
pub fn rug(w: i32, h: i32, color: u32, border: u32) -> Sprite {
    let (r, b) = (Ramp::of(color), Ramp::of(border));
    let (wide, tall) = (w * TILE - 6, h * TILE - 8);
    let mut s = Sprite::new(w, h, 0).flat();
    let c = &mut s.art;
    c.rect(3, 5, wide, tall, b.line.alpha(120));
    c.rect(3, 4, wide, tall, b.dark);
    c.rect(4, 5, wide - 2, tall - 2, b.mid);
    c.rect(7, 8, wide - 8, tall - 8, r.dark);
    c.rect(8, 9, wide - 10, tall - 10, r.mid);
    for y in 9..tall - 1 {
        for x in 8..wide - 2 {
            let (u, v) = ((x - 8) % 16 - 8, (y - 9) % 16 - 8);
            if u.abs() + v.abs() == 6 {
                c.set(x, y, r.light);
            } else if u.abs() + v.abs() < 2 {
                c.set(x, y, b.mid);
            } else if unit(x, y, 101) > 0.93 {
                c.set(x, y, r.mid.mix(r.dark, 0.4));
            }
        }
    }
    let mut y = 5;
    while y < tall + 3 {
        c.hline(1, y, 2, b.hi);
        c.hline(wide + 3, y, 2, b.hi);
        y += 3;
    }
    s
}

/// A round rug of `n` tiles across.
pub fn round_rug(n: i32, color: u32, border: u32) -> Sprite {
    let (r, b) = (Ramp::of(color), Ramp::of(border));
    let wide = n * TILE - 4;
    let mut s = Sprite::new(n, n, 0).flat();
    let c = &mut s.art;
    c.ellipse(2, 3, wide, wide - 4, b.line.alpha(120));
    c.ellipse(2, 2, wide, wide - 4, b.mid);
    c.ellipse(6, 5, wide - 8, wide - 11, r.light);
    c.ellipse(7, 6, wide - 10, wide - 13, r.mid);
    c.ellipse(wide / 2 - 8, wide / 2 - 8, 20, 16, b.mid);
    c.ellipse(wide / 2 - 6, wide / 2 - 6, 16, 12, r.light);
    s
}

/// A standing lamp with a cloth shade.
pub fn floor_lamp(color: u32) -> Sprite {
    let (shade, iron) = (Ramp::of(color), Ramp::of(tone::IRON));
    let mut s = Sprite::new(1, 1, 22).shaded(10, 25, 15, 5);
    let c = &mut s.art;
    c.rect(15, 18, 2, 32, iron.line);
    c.soft_rect(9, 47, 14, 5, iron.line);
    c.hline(10, 48, 12, iron.light);
    for row in 0..14 {
        let half = 5 + row / 3;
        c.hline(16 - half, 5 + row, half * 2, shade.line);
        c.hline(
            17 - half,
            5 + row,
            half * 2 - 2,
            if row < 3 { shade.hi } else { shade.mid },
        );
        c.hline(17 - half, 5 + row, half / 2, shade.light);
    }
    c.hline(7, 19, 18, Color::hex(0xFCEBB5));
    s
}

/// A television on a low cabinet, two tiles wide, seen by people below it.
pub fn television() -> Sprite {
    let (wood, case) = (Ramp::of(tone::WALNUT), Ramp::of(0x4E5462));
    let mut s = Sprite::new(2, 1, 22);
    let c = &mut s.art;
    c.slab(2, 30, 60, 10, 14, &wood);
    for i in 0..3 {
        c.plate(5 + i * 18, 42, 18, 10, &wood);
    }
    c.plate(12, 6, 40, 26, &case);
    c.rect(15, 9, 34, 19, Color::hex(0x7FB6CC));
    c.rect(15, 20, 34, 8, Color::hex(0x86AE70));
    c.rect(15, 9, 34, 4, Color::hex(0xA8D4DC));
    c.ellipse(22, 14, 8, 8, Color::hex(0xE8B070));
    c.rect(30, 32, 4, 3, case.line);
    s
}

/// A low table with magazines and a cup, two tiles wide.
pub fn coffee_table(color: u32) -> Sprite {
    let wood = Ramp::of(color);
    let mut s = Sprite::new(2, 1, 0).shaded(8, 21, 52, 9);
    let c = &mut s.art;
    for x in [8, 52] {
        c.rect(x, 20, 4, 9, wood.line);
    }
    c.slab(4, 6, 56, 15, 4, &wood);
    super::closed_book(c, 12, 10, tone::RED);
    super::open_book(c, 26, 10, tone::BLUE);
    super::mug(c, 44, 9, tone::TEAL);
    s
}

/// A games table with a chessboard.
pub fn chess_table() -> Sprite {
    let wood = Ramp::of(tone::WOOD);
    let mut s = Sprite::new(1, 1, 2).shaded(5, 23, 25, 8);
    let c = &mut s.art;
    c.rect(14, 24, 4, 8, wood.line);
    c.slab(3, 4, 26, 20, 5, &wood);
    for y in 0..6 {
        for x in 0..8 {
            let tile = if (x + y) % 2 == 0 { 0xF0E4C8 } else { 0x8A6248 };
            c.rect(6 + x * 2 + x / 2, 7 + y * 2 + y / 2, 3, 3, Color::hex(tile));
        }
    }
    for (x, y, t) in [
        (8, 7, 0xFFF6E0),
        (13, 10, 0x4A3A3A),
        (19, 8, 0x4A3A3A),
        (11, 16, 0xFFF6E0),
        (21, 15, 0xFFF6E0),
    ] {
        c.rect(x, y, 2, 4, Color::hex(t));
    }
    s
}

/// A football table, two tiles wide.
pub fn football_table() -> Sprite {
    let wood = Ramp::of(0x7A6A9A);
    let iron = Ramp::of(tone::STEEL);
    let mut s = Sprite::new(2, 1, 8);
    let c = &mut s.art;
    for x in [6, 54] {
        c.rect(x, 30, 5, 9, wood.line);
    }
    c.slab(3, 6, 58, 22, 8, &wood);
    c.rect(6, 9, 52, 16, Color::hex(0x6E9E62));
    c.vline(32, 9, 16, Color::hex(0xDCE8C8));
    for i in 0..6 {
        let x = 11 + i * 8;
        c.vline(x, 4, 28, iron.line);
        c.vline(x + 1, 4, 28, iron.light);
        for j in 0..2 {
            let team = if i % 2 == 0 { tone::RED } else { tone::BLUE };
            c.rect(x - 1, 11 + j * 7, 3, 4, Color::hex(team));
        }
    }
    s
}

/// Small things that lie about on a floor: a bag, slippers, books, a ball, a basket of washing.
pub fn clutter(kind: u32) -> Sprite {
    let color = crate::brush::BRIGHTS[(kind / 5 % 8) as usize];
    let r = Ramp::of(color);
    let mut s = Sprite::new(1, 1, 0).flat();
    let c = &mut s.art;
    match kind % 5 {
        0 => {
            c.soft_shadow(17.0, 25.0, 9.0, 4.0, 70);
            c.soft_rect(9, 9, 14, 16, r.line);
            c.soft_rect(10, 10, 12, 14, r.mid);
            c.soft_rect(11, 10, 8, 5, r.light);
            c.rect(11, 17, 10, 6, r.dark);
            c.hline(12, 18, 8, r.light);
            c.rect(13, 7, 6, 3, r.line);
        }
        1 => {
            for x in [9, 17] {
                c.soft_rect(x, 14, 6, 11, r.line);
                c.soft_rect(x + 1, 15, 4, 9, r.light);
                c.rect(x + 1, 15, 4, 4, r.mid);
            }
        }
        2 => {
            super::closed_book(c, 10, 20, color);
            super::closed_book(c, 11, 17, 0x6F8FB8);
            super::open_book(c, 17, 12, 0xB85C55);
        }
        3 => {
            c.soft_shadow(18.0, 24.0, 7.0, 3.0, 70);
            c.ball(16.0, 18.0, 7.0, 7.0, &r, 0.0, kind);
            c.vline(16, 12, 12, r.line.alpha(150));
            c.hline(10, 18, 12, r.line.alpha(150));
        }
        _ => {
            let straw = Ramp::of(0xC9A068);
            c.slab(7, 12, 18, 8, 8, &straw);
            c.rect(9, 10, 6, 6, r.mid);
            c.rect(15, 11, 7, 5, Color::hex(0xE9E6DC));
            c.hline(9, 10, 5, r.light);
        }
    }
    s
}
