//! Bedrooms and common rooms: beds, rugs, lamps, screens and games.

use crate::{
    brush::{Ramp, tone},
    canvas::Canvas,
    noise::unit,
    palette::Color,
    sprite::{Sprite, TILE},
    tiles::tints::{self, BRIGHT, CLOTHS, RUNNERS, SAND, Tint, WOODS},
};

/// The sizes of rugs, in tiles.
pub const RUGS: [(i32, i32); 10] = [
    (2, 1),
    (3, 1),
    (2, 2),
    (3, 2),
    (4, 2),
    (5, 2),
    (3, 3),
    (4, 3),
    (4, 4),
    (5, 4),
];

/// What a bed is called: its wood and its blanket.
fn bed_name(wood: Tint, blanket: Tint, stripes: bool) -> String {
    let pattern = if stripes { "striped" } else { "dotted" };
    format!("bed-{}-{}-{pattern}", wood.name, blanket.name)
}

/// A bed for one, its head at the top, with a blanket of a colour.
pub fn bed(wood: u32, blanket: u32, stripes: bool) -> Sprite {
    let (wood, blanket) = (
        tints::nearest(&WOODS, wood),
        tints::nearest(&CLOTHS, blanket),
    );
    let (frame, linen) = (Ramp::of(wood.rgb), Ramp::of(tone::WHITE));
    let mut s = Sprite::new(1, 2, 8).under_people().shaded(4, 22, 28, 43);
    let c = &mut s.art;
    c.plate(2, 0, 28, 14, &frame);
    c.slab(2, 10, 28, 52, 8, &frame);
    c.rect(4, 10, 24, 48, linen.mid);
    c.soft_rect(6, 11, 20, 13, linen.deep);
    c.soft_rect(6, 10, 20, 13, linen.hi);
    c.hline(8, 19, 16, linen.light);
    spread(c, &Ramp::of(blanket.rgb), stripes);
    c.slab(2, 57, 28, 4, 9, &frame);
    s.named("bedrooms", bed_name(wood, blanket, stripes))
        .spot("bed", 0, 0, "down")
}

/// Only the blanket of a bed, to be drawn over who lies in it.
pub fn blanket(wood: u32, blanket: u32, stripes: bool) -> Sprite {
    let (wood, blanket) = (
        tints::nearest(&WOODS, wood),
        tints::nearest(&CLOTHS, blanket),
    );
    let mut s = Sprite::new(1, 2, 8).flat().walkable();
    let c = &mut s.art;
    spread(c, &Ramp::of(blanket.rgb), stripes);
    c.slab(2, 57, 28, 4, 9, &Ramp::of(wood.rgb));
    let name = format!("{}-blanket", bed_name(wood, blanket, stripes));
    s.named("bedrooms", name)
}

/// Draws the blanket of a bed, its sheet turned down.
fn spread(c: &mut Canvas, cloth: &Ramp, stripes: bool) {
    let linen = Ramp::of(tone::WHITE);
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
}

/// A rug of `w` by `h` tiles with a pattern and a border, sandy or as bright as itself; lies under
/// furniture.
pub fn rug(w: i32, h: i32, color: u32, border: u32) -> Sprite {
    let near = |size: &&(i32, i32)| (size.0 - w).abs() + (size.1 - h).abs();
    let (w, h) = RUGS.iter().min_by_key(near).copied().unwrap_or((2, 2));
    let tint = tints::nearest(&BRIGHT, color);
    let border = edge(tint, border);
    let (r, b) = (Ramp::of(tint.rgb), Ramp::of(border.rgb));
    let (wide, tall) = (w * TILE - 6, h * TILE - 8);
    let mut s = Sprite::new(w, h, 0).flat().walkable();
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
    s.named("rugs", format!("rug-{w}x{h}-{}-{}", tint.name, border.name))
}

/// The border of a rug: sandy, or the bright colour that goes with its own.
fn edge(color: Tint, border: u32) -> Tint {
    let at = BRIGHT.iter().position(|t| *t == color).unwrap_or(0);
    let other = BRIGHT[(at + 3) % BRIGHT.len()];
    tints::nearest(&[SAND, other], border)
}

/// A round rug of `n` tiles across with a pale border.
pub fn round_rug(n: i32, color: u32, _border: u32) -> Sprite {
    let (n, tint) = (n.clamp(2, 3), tints::nearest(&BRIGHT, color));
    let (r, b) = (Ramp::of(tint.rgb), Ramp::of(0xE4D6B8));
    let wide = n * TILE - 4;
    let mut s = Sprite::new(n, n, 0).flat().walkable();
    let c = &mut s.art;
    c.ellipse(2, 3, wide, wide - 4, b.line.alpha(120));
    c.ellipse(2, 2, wide, wide - 4, b.mid);
    c.ellipse(6, 5, wide - 8, wide - 11, r.light);
    c.ellipse(7, 6, wide - 10, wide - 13, r.mid);
    c.ellipse(wide / 2 - 8, wide / 2 - 8, 20, 16, b.mid);
    c.ellipse(wide / 2 - 6, wide / 2 - 6, 16, 12, r.light);
    s.named("rugs", format!("round-rug-{n}-{}", tint.name))
}

/// Six tiles of a carpet along the middle of a corridor.
pub fn runner(color: u32) -> Sprite {
    let tint = tints::nearest(&RUNNERS, color);
    let r = Ramp::of(tint.rgb);
    let mut s = Sprite::new(6, 2, 0).flat().walkable();
    let c = &mut s.art;
    c.rect(0, 22, 192, 26, r.dark);
    c.rect(0, 25, 192, 20, r.mid);
    c.hline(0, 23, 192, r.hi);
    c.hline(0, 46, 192, r.hi);
    for i in 0..12 {
        let x = 4 + i * 16;
        for d in 0..4 {
            c.hline(x + 4 - d, 31 + d, d * 2, r.light);
            c.hline(x + 4 - d, 38 - d, d * 2, r.light);
        }
    }
    s.named("rugs", format!("runner-{}", tint.name))
}

/// A standing lamp with a cloth shade.
pub fn floor_lamp(color: u32) -> Sprite {
    let tint = tints::nearest(&BRIGHT, color);
    let (shade, iron) = (Ramp::of(tint.rgb), Ramp::of(tone::IRON));
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
    s.named("living", format!("floor-lamp-{}", tint.name))
        .light((16, 14), 1.8, "#ffe9b0", "lamp")
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
    s.named("living", "television")
        .light((32, 41), 2.0, "#a8d4f0", "screen")
        .spot("play", 1, 1, "up")
}

/// A low table with magazines and a cup, two tiles wide.
pub fn coffee_table(color: u32) -> Sprite {
    let tint = tints::nearest(&WOODS, color);
    let wood = Ramp::of(tint.rgb);
    let mut s = Sprite::new(2, 1, 0).shaded(8, 21, 52, 9);
    let c = &mut s.art;
    for x in [8, 52] {
        c.rect(x, 20, 4, 9, wood.line);
    }
    c.slab(4, 6, 56, 15, 4, &wood);
    super::closed_book(c, 12, 10, tone::RED);
    super::open_book(c, 26, 10, tone::BLUE);
    super::mug(c, 44, 9, tone::TEAL);
    s.named("living", format!("coffee-table-{}", tint.name))
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
    s.named("living", "chess-table")
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
    s.named("living", "football-table")
        .spot("play", -1, 0, "right")
        .spot("play", 2, 0, "left")
}

/// Small things that lie about on a floor: a bag, slippers, books, a ball, a basket of washing.
pub fn clutter(kind: u32) -> Sprite {
    let kind = kind % 40;
    let tint = BRIGHT[(kind / 5 % 8) as usize];
    let color = tint.rgb;
    let r = Ramp::of(color);
    let mut s = Sprite::new(1, 1, 0).flat().walkable();
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
    let thing = ["bag", "slippers", "books", "ball", "washing"][(kind % 5) as usize];
    s.named("living", format!("{thing}-{}", tint.name))
}
