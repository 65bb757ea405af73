//! Desks, tables to study at, lecterns, copiers.

use super::{bright, snap};
use crate::{
    brush::{Ramp, tone},
    canvas::Canvas,
    noise::pick,
    palette::Color,
    sprite::{Sprite, TILE},
    tiles::tints::{self, DARK_WOODS, PLAIN_WOODS, SCHOOL_WOODS, WOODS},
};

/// The light of a lamp on a desk.
const LAMPLIGHT: &str = "#ffe9b0";
/// The sizes of bare tables, in tiles.
pub const TABLES: [(i32, i32); 4] = [(1, 1), (2, 1), (3, 1), (2, 2)];
/// The widths of reading tables, in tiles.
pub const READING_TABLES: [i32; 2] = [2, 4];
/// The widths of receptions, in tiles.
pub const RECEPTIONS: [i32; 3] = [2, 4, 6];

/// Two legs and a modesty panel under a table from x, `w` wide.
fn legs(c: &mut Canvas, x: i32, y: i32, w: i32, h: i32, wood: &Ramp) {
    for lx in [x, x + w - 4] {
        c.rect(lx, y, 4, h, wood.line);
        c.rect(lx + 1, y, 2, h - 1, wood.dark);
    }
}

/// A bare table top on legs.
pub fn table(w: i32, h: i32, color: u32) -> Sprite {
    let near = |size: &&(i32, i32)| (size.0 - w).abs() + (size.1 - h).abs();
    let (w, h) = TABLES.iter().min_by_key(near).copied().unwrap_or((2, 1));
    let tint = tints::nearest(&PLAIN_WOODS, color);
    let wood = Ramp::of(tint.rgb);
    let mut s = Sprite::new(w, h, 4).shaded(4, h * TILE - 12, w * TILE - 3, 12);
    let c = &mut s.art;
    let tall = h * TILE;
    legs(c, 4, tall - 10, w * TILE - 8, 13, &wood);
    c.slab(1, 4, w * TILE - 2, tall - 13, 6, &wood);
    for i in 1..h * 3 {
        c.hline(3, 4 + i * 9, w * TILE - 6, wood.mid.mix(wood.dark, 0.35));
    }
    s.named("study", format!("table-{}-{w}x{h}", tint.name))
}

/// A pupil's desk for one, with a book or paper that varies by `seed`.
pub fn school_desk(color: u32, seed: u32) -> Sprite {
    let (tint, seed) = (tints::nearest(&SCHOOL_WOODS, color), seed % 8);
    let wood = Ramp::of(tint.rgb);
    let iron = Ramp::of(tone::IRON);
    let mut s = Sprite::new(1, 1, 0).shaded(4, 22, 27, 9);
    let c = &mut s.art;
    legs(c, 4, 20, 24, 10, &iron);
    c.slab(1, 5, 30, 15, 6, &wood);
    match pick(seed as i32, 1, 91, 5) {
        0 => super::open_book(c, 6, 9, bright(seed)),
        1 => {
            super::sheet(c, 8, 9);
            c.rect(17, 10, 1, 6, Color::hex(0xD6A94F));
        }
        2 => super::closed_book(c, 19, 9, bright(seed)),
        3 => {
            super::closed_book(c, 5, 9, bright(seed));
            super::sheet(c, 18, 10);
        }
        _ => super::sheet(c, 13, 9),
    }
    s.named("study", format!("school-desk-{}-{}", tint.name, seed + 1))
}

/// A desk with a computer, one tile; the sitter looks up at it.
pub fn computer_desk(color: u32, seed: u32) -> Sprite {
    let (tint, seed) = (tints::nearest(&PLAIN_WOODS, color), seed % 6);
    let wood = Ramp::of(tint.rgb);
    let mut s = Sprite::new(1, 1, 8).shaded(4, 22, 27, 9);
    let c = &mut s.art;
    legs(c, 3, 28, 26, 11, &wood);
    c.slab(0, 10, 32, 18, 7, &wood);
    super::computer(c, 7, 2);
    if seed.is_multiple_of(3) {
        super::mug(c, 24, 14, bright(seed));
    } else if seed % 3 == 1 {
        super::sheet(c, 23, 17);
    }
    s.named("study", format!("computer-desk-{}-{}", tint.name, seed + 1))
        .light((14, 8), 1.3, "#a8d4f0", "screen")
}

/// A wide desk of `w` tiles with a computer, papers and a lamp; `front` true shows the screen to a
/// sitter below.
pub fn office_desk(w: i32, color: u32, seed: u32, front: bool) -> Sprite {
    let (w, tint) = (w.clamp(1, 2), tints::nearest(&PLAIN_WOODS, color));
    let seed = if w == 1 { 0 } else { seed % 4 };
    let wood = Ramp::of(tint.rgb);
    let mut s = Sprite::new(w, 1, 8).shaded(4, 22, w * TILE - 4, 9);
    let c = &mut s.art;
    let wide = w * TILE;
    c.slab(1, 10, wide - 2, 17, 12, &wood);
    c.plate(4, 29, 12, 9, &wood);
    c.rect(8, 32, 4, 1, Color::hex(0xF0D890));
    if w > 1 {
        c.plate(wide - 16, 29, 12, 9, &wood);
        c.rect(wide - 12, 32, 4, 1, Color::hex(0xF0D890));
    }
    if front {
        super::computer(c, wide / 2 - 7, 2);
    } else {
        super::computer_back(c, wide / 2 - 7, 6);
    }
    if w > 1 {
        super::sheet(c, 6, 14);
        super::sheet(c, 9, 16);
        if seed.is_multiple_of(2) {
            super::desk_lamp(c, wide - 13, 4, bright(seed));
        } else {
            super::closed_book(c, wide - 13, 14, bright(seed));
            super::mug(c, wide - 20, 18, bright(seed / 2));
        }
    }
    let side = if front { "screen" } else { "back" };
    let name = format!("office-desk-{}-{w}-{side}-{}", tint.name, seed + 1);
    s.named("study", name)
}

/// A bedroom desk of `w` tiles with a lamp, books and a laptop.
pub fn home_desk(w: i32, color: u32, seed: u32) -> Sprite {
    let (w, seed) = (w.clamp(1, 2), seed % 6);
    let tint = tints::nearest(&WOODS, color);
    let size = if w == 1 { "" } else { "-wide" };
    let name = format!("home-desk{size}-{}-{}", tint.name, seed + 1);
    home_desk_art(w, &Ramp::of(tint.rgb), seed)
        .named("study", name)
        .light((w * TILE / 2, 18), 1.6, LAMPLIGHT, "lamp")
}

/// The picture of a bedroom desk.
fn home_desk_art(w: i32, wood: &Ramp, seed: u32) -> Sprite {
    let mut s = Sprite::new(w, 1, 8).shaded(4, 22, w * TILE - 4, 9);
    let c = &mut s.art;
    let wide = w * TILE;
    legs(c, 3, 28, wide - 6, 11, wood);
    c.slab(1, 10, wide - 2, 17, 7, wood);
    if w == 1 {
        match seed % 3 {
            0 => super::computer(c, 9, 3),
            1 => {
                super::desk_lamp(c, 4, 4, bright(seed));
                super::open_book(c, 15, 15, bright(seed / 3));
            }
            _ => {
                super::closed_book(c, 4, 12, bright(seed));
                super::closed_book(c, 5, 9, bright(seed / 2));
                super::sheet(c, 17, 14);
            }
        }
        return s;
    }
    super::desk_lamp(c, 5, 4, bright(seed));
    super::computer(c, wide / 2 - 2, 3);
    super::closed_book(c, wide - 12, 15, bright(seed / 2));
    s
}

/// A reading table with green-shaded lamps and books, `w` tiles wide, one tile deep.
pub fn reading_table(w: i32, color: u32, seed: u32) -> Sprite {
    let (w, seed) = (snap(w, &READING_TABLES), seed % 4);
    let tint = tints::nearest(&PLAIN_WOODS, color);
    let wood = Ramp::of(tint.rgb);
    let mut s = Sprite::new(w, 1, 6).shaded(4, 22, w * TILE - 4, 9);
    let c = &mut s.art;
    let wide = w * TILE;
    legs(c, 4, 28, wide - 8, 9, &wood);
    c.slab(1, 3, wide - 2, 24, 6, &wood);
    c.rect(4, 6, wide - 8, 18, wood.mid.mix(Color::hex(0x6F8F68), 0.35));
    for i in 0..w {
        let x = i * TILE;
        if i % 2 == 0 {
            super::desk_lamp(c, x + 12, 5, 0x4F8A68);
        }
        match pick(i, seed as i32, 92, 5) {
            0 => super::open_book(c, x + 2, 16, bright(seed + i as u32)),
            1 => super::closed_book(c, x + 20, 8, bright(seed + i as u32)),
            2 => super::sheet(c, x + 22, 16),
            3 => super::open_book(c, x + 20, 7, bright(seed + i as u32 * 3)),
            _ => {}
        }
    }
    let name = format!("reading-table-{}-{w}-{}", tint.name, seed + 1);
    s.named("study", name)
        .light((wide / 2, 16), 0.6 + w as f32 / 2.0, "#ffe2a0", "lamp")
}

/// A lectern for a teacher.
pub fn lectern() -> Sprite {
    let wood = Ramp::of(tone::WALNUT);
    let mut s = Sprite::new(1, 1, 4).shaded(8, 23, 20, 8);
    let c = &mut s.art;
    c.slab(6, 8, 20, 10, 17, &wood);
    c.plate(9, 20, 14, 12, &wood);
    super::sheet(c, 10, 10);
    super::sheet(c, 17, 9);
    s.named("study", "lectern")
}

/// A photocopier.
pub fn copier() -> Sprite {
    let r = Ramp::of(0xD0D0CA);
    let iron = Ramp::of(tone::IRON);
    let mut s = Sprite::new(1, 1, 10);
    let c = &mut s.art;
    c.slab(2, 8, 28, 14, 19, &r);
    c.rect(5, 11, 16, 8, iron.mid);
    c.hline(5, 11, 16, iron.light);
    c.rect(23, 11, 4, 4, Color::hex(0x8CC4D8));
    c.rect(24, 17, 2, 2, Color::hex(0x7FBF6A));
    c.rect(5, 26, 20, 3, iron.line);
    c.rect(7, 25, 14, 3, Color::hex(0xF4EFE2));
    c.hline(5, 34, 22, r.deep);
    s.named("study", "copier")
}

/// A globe on a stand.
pub fn globe() -> Sprite {
    let (sea, wood) = (Ramp::of(0x6F9CB8), Ramp::of(tone::WALNUT));
    let mut s = Sprite::new(1, 1, 6).shaded(9, 24, 18, 6);
    let c = &mut s.art;
    c.rect(15, 24, 2, 10, wood.line);
    c.slab(9, 31, 14, 4, 3, &wood);
    c.ball(16.0, 15.0, 10.0, 10.0, &sea, 0.0, 1);
    for (x, y, w, h) in [
        (10, 9, 6, 4),
        (12, 13, 4, 6),
        (18, 11, 5, 5),
        (20, 17, 3, 3),
    ] {
        c.soft_rect(x, y, w, h, Color::hex(0x8FB07A));
    }
    s.named("study", "globe")
}

/// A reception desk of `w` tiles, with screens facing the staff behind it.
pub fn reception(w: i32, color: u32) -> Sprite {
    let (w, tint) = (snap(w, &RECEPTIONS), tints::nearest(&DARK_WOODS, color));
    let wood = Ramp::of(tint.rgb);
    let wide = w * TILE;
    let mut s = Sprite::new(w, 1, 12);
    let c = &mut s.art;
    c.slab(0, 10, wide, 14, 20, &wood);
    for i in 0..w {
        c.plate(i * TILE + 3, 27, 26, 14, &wood);
        if i % 2 == 1 {
            super::computer_back(c, i * TILE + 9, 5);
        } else {
            super::sheet(c, i * TILE + 8, 13);
            c.rect(i * TILE + 19, 14, 7, 5, Color::hex(0xD6A94F));
            c.hline(i * TILE + 19, 18, 7, Color::hex(0x9A7430));
        }
    }
    s.named("study", format!("reception-{}-{w}", tint.name))
}

/// A two-tile desk of the lecture hall with a closed front.
pub fn reading_like(seed: u32) -> Sprite {
    let seed = seed % 6;
    let wood = Ramp::of(0xA87048);
    let mut s = Sprite::new(2, 1, 0).shaded(4, 22, 60, 9);
    let c = &mut s.art;
    c.slab(0, 5, 64, 14, 12, &wood);
    c.plate(3, 20, 28, 9, &wood);
    c.plate(33, 20, 28, 9, &wood);
    for i in 0..2 {
        match pick(i, seed as i32, 94, 4) {
            0 => super::open_book(c, i * 32 + 10, 8, bright(seed)),
            1 => super::sheet(c, i * 32 + 12, 8),
            2 => super::closed_book(c, i * 32 + 6, 9, bright(seed + 3)),
            _ => {}
        }
    }
    s.named("study", format!("lecture-desk-{}", seed + 1))
}
