//! What stands outdoors: lamps, the fountain, signs, bicycles, café parasols, the gate.

pub use super::fountain::{fountain_frame, fountain_in_winter};
use super::tints::{self, AWNINGS, FLAGS, TRIMS};
use crate::{
    brush::{BRIGHTS, Ramp, tone},
    canvas::Canvas,
    palette::Color,
    sprite::{Sprite, TILE},
};
use std::f32::consts::TAU;

/// How many pictures what moves has.
pub const FRAMES: i32 = 4;
/// The sizes of jetties, in tiles.
pub const JETTIES: [(i32, i32); 5] = [(2, 3), (2, 4), (2, 5), (2, 6), (3, 2)];

/// Pixels by which the picture of a parasol rises above its table's tile.
pub const PARASOL_UP: i32 = 38;

/// The name of a picture of something that moves; the first has no number.
pub(super) fn frame_name(name: String, frame: i32) -> String {
    if frame == 0 {
        name
    } else {
        format!("{name}-{}", frame + 1)
    }
}

/// A street lamp on one tile.
pub fn lamp() -> Sprite {
    let iron = Ramp::of(0x55606A);
    let mut s = Sprite::new(1, 1, 44).flat();
    let c = &mut s.art;
    c.soft_shadow(19.0, 71.0, 9.0, 3.5, 64);
    c.rect(14, 22, 4, 48, iron.line);
    c.vline(15, 22, 48, iron.light);
    c.soft_rect(11, 66, 10, 6, iron.line);
    c.hline(12, 67, 8, iron.light);
    c.rect(12, 68, 8, 2, iron.mid);
    c.hline(10, 26, 12, iron.line);
    c.soft_rect(9, 4, 14, 19, iron.line);
    c.rect(11, 8, 10, 12, Color::hex(0xFBE8AE));
    c.rect(12, 9, 4, 9, Color::hex(0xFFF8DC));
    c.vline(15, 8, 12, Color::hex(0xC9A050));
    c.rect(8, 5, 16, 3, iron.line);
    c.hline(9, 5, 14, iron.light);
    c.rect(13, 1, 6, 4, iron.line);
    c.hline(14, 2, 3, iron.light);
    s.named("street", "lamp")
        .light((16, 14), 4.5, "#ffd08a", "lamp")
}

/// A statue of a scholar on a plinth, one tile.
pub fn statue() -> Sprite {
    let (stone, bronze) = (Ramp::of(0xC4BCAC), Ramp::of(0x7C9A86));
    let mut s = Sprite::new(1, 1, 44).shaded(5, 22, 28, 10);
    let c = &mut s.art;
    c.slab(3, 48, 26, 9, 17, &stone);
    c.plate(8, 59, 16, 9, &stone);
    c.rect(8, 24, 16, 28, bronze.line);
    c.rect(9, 25, 14, 26, bronze.mid);
    c.rect(10, 25, 4, 26, bronze.light);
    c.rect(19, 27, 4, 24, bronze.dark);
    c.vline(16, 32, 19, bronze.deep);
    c.ball(16.0, 17.0, 6.5, 7.0, &bronze, 0.0, 2);
    c.rect(20, 30, 8, 8, bronze.line);
    c.rect(21, 31, 6, 6, bronze.hi);
    s.named("street", "statue")
}

/// A clock on a post, one tile.
pub fn clock_post() -> Sprite {
    let iron = Ramp::of(0x4F6A62);
    let mut s = Sprite::new(1, 1, 52).shaded(10, 24, 14, 6);
    let c = &mut s.art;
    c.rect(13, 28, 6, 52, iron.line);
    c.rect(14, 28, 2, 52, iron.light);
    c.slab(9, 72, 14, 4, 6, &iron);
    c.ellipse(3, 2, 26, 26, iron.line);
    c.ellipse(4, 3, 24, 24, iron.mid);
    c.ellipse(7, 6, 18, 18, Color::hex(0xF4EFE2));
    for (dx, dy) in [(0, -7), (7, 0), (0, 7), (-7, 0)] {
        c.rect(15 + dx, 14 + dy, 2, 2, iron.line);
    }
    c.vline(16, 9, 7, iron.line);
    c.hline(16, 15, 5, iron.line);
    s.named("street", "clock-post")
}

/// A signpost with arms.
pub fn signpost() -> Sprite {
    let wood = Ramp::of(tone::WOOD);
    let mut s = Sprite::new(1, 1, 26).shaded(12, 25, 12, 5);
    let c = &mut s.art;
    c.rect(14, 2, 4, 53, wood.line);
    c.vline(15, 2, 52, wood.light);
    for (y, dir, color) in [(6, 1, 0x5F8A78), (17, -1, 0xA8624E), (28, 1, 0x6F83A8)] {
        let r = Ramp::of(color);
        let x = if dir > 0 { 9 } else { 2 };
        c.rect(x, y, 21, 10, r.line);
        c.rect(x + 1, y + 1, 19, 8, r.mid);
        c.hline(x + 1, y + 1, 19, r.light);
        c.hline(x + 4, y + 4, 12, Color::hex(0xF2ECDC));
        c.hline(x + 4, y + 6, 8, Color::hex(0xF2ECDC));
    }
    s.named("street", "signpost")
}

/// A board with a name in front of a building, two tiles wide.
pub fn name_board(color: u32) -> Sprite {
    let tint = tints::nearest(&TRIMS, color);
    let (r, wood) = (Ramp::of(tint.rgb), Ramp::of(tone::WALNUT));
    let mut s = Sprite::new(2, 1, 10).shaded(8, 26, 52, 5);
    let c = &mut s.art;
    for x in [8, 52] {
        c.rect(x, 8, 4, 32, wood.line);
        c.vline(x + 1, 8, 31, wood.light);
    }
    c.plate(2, 6, 60, 22, &r);
    c.plate(4, 8, 56, 18, &r);
    for (y, w) in [(13, 40), (18, 28)] {
        c.rect(32 - w / 2, y, w, 2, Color::hex(0xF4EBD4));
        for i in 0..w / 7 {
            c.rect(32 - w / 2 + 5 + i * 7, y, 2, 2, r.mid);
        }
    }
    s.named("street", format!("name-board-{}", tint.name))
}

/// A bicycle rack with two bicycles, two tiles wide.
pub fn bicycles(seed: u32) -> Sprite {
    let seed = seed % 7;
    let steel = Ramp::of(tone::STEEL);
    let mut s = Sprite::new(2, 1, 4).shaded(4, 26, 58, 5);
    let c = &mut s.art;
    for i in 0..5 {
        c.rect(4 + i * 13, 14, 2, 19, steel.line);
        c.rect(5 + i * 13, 13, 6, 2, steel.line);
        c.rect(10 + i * 13, 14, 2, 19, steel.mid);
    }
    for (i, x) in [6, 32].iter().enumerate() {
        let r = Ramp::of(BRIGHTS[((seed + i as u32 * 3) % 7) as usize]);
        for wheel in [*x, x + 15] {
            c.ellipse(wheel, 18, 13, 14, Color::hex(0x4A4654));
            c.ellipse(wheel + 2, 20, 9, 10, Color::hex(0xB8B0A0));
            c.ellipse(wheel + 3, 21, 7, 8, Color::hex(0x8FA878));
        }
        for d in 0..9 {
            c.rect(x + 6 + d, 24 - d, 2, 2, r.mid);
            c.rect(x + 14 - d / 2, 25 - d, 2, 2, r.dark);
        }
        c.hline(x + 9, 15, 10, r.light);
        c.rect(x + 6, 12, 6, 2, r.line);
        c.rect(x + 18, 10, 2, 8, r.line);
        c.hline(x + 17, 10, 6, r.line);
    }
    s.named("street", format!("bicycles-{}", seed + 1))
}

/// A café table under a parasol, which hangs over who sits beside it.
pub fn parasol(color: u32) -> Sprite {
    let tint = tints::nearest(&AWNINGS, color);
    let r = Ramp::of(tint.rgb);
    let table = super::furniture::food::cafe_table(0xE0D2B8, 2);
    let mut s = Sprite::new(1, 1, PARASOL_UP)
        .reaching(TILE, TILE, 0)
        .flat()
        .depth(4);
    s.art.draw(&table.art, TILE, PARASOL_UP - table.up);
    s.art.draw(&parasol_cloth(&r), TILE - 20, 0);
    s.named("street", format!("parasol-{}", tint.name))
}

/// The striped cloth of a parasol, seen from above at a slant.
fn parasol_cloth(r: &Ramp) -> Canvas {
    let mut c = Canvas::new(72, 50);
    let cream = Color::hex(0xF4EBD6);
    for py in 0..44 {
        for px in 0..72 {
            let (dx, dy) = ((px as f32 - 35.5) / 35.0, (py as f32 - 24.0) / 20.0);
            if dx * dx + dy * dy > 1.0 {
                continue;
            }
            let turn = (dy.atan2(dx) / std::f32::consts::TAU * 10.0 + 10.3) as i32;
            let base = if turn % 2 == 0 { r.mid } else { cream };
            let lit = -dx * 0.5 - dy * 0.8;
            let tone = if lit > 0.35 {
                base.mix(Color::hex(0xFFF6DC), 0.35)
            } else if lit < -0.35 {
                base.mix(r.line, 0.25)
            } else {
                base
            };
            c.set(px, py, tone);
        }
    }
    c.outline(r.line);
    c.rect(34, 20, 4, 4, r.line);
    c.rect(35, 18, 2, 4, cream);
    c
}

/// A litter bin.
pub fn bin() -> Sprite {
    let r = Ramp::of(0x5F7F6A);
    let mut s = Sprite::new(1, 1, 0).shaded(10, 23, 15, 7);
    let c = &mut s.art;
    c.slab(8, 6, 16, 8, 15, &r);
    c.ellipse(10, 8, 12, 5, r.line);
    for i in 0..4 {
        c.vline(10 + i * 4, 16, 11, r.deep);
    }
    s.named("street", "bin")
}

/// A picnic blanket with a basket, two by two tiles, flat.
pub fn picnic(color: u32) -> Sprite {
    let tint = tints::nearest(&AWNINGS, color);
    let r = Ramp::of(tint.rgb);
    let mut s = Sprite::new(2, 2, 0).flat().walkable();
    let c = &mut s.art;
    for y in 6..58 {
        for x in 4..60 {
            let (a, b) = ((x - 4) / 7 % 2, (y - 6) / 7 % 2);
            let base = match a + b {
                0 => Color::hex(0xF4EFE2),
                1 => r.light,
                _ => r.mid,
            };
            let edge = x == 4 || y == 6 || x == 59 || y == 57;
            c.set(x, y, if edge { r.dark } else { base });
        }
    }
    c.hline(5, 58, 55, Color::hex(0x6A924B));
    let straw = Ramp::of(0xC99A5A);
    c.slab(34, 14, 18, 8, 8, &straw);
    c.rect(41, 9, 4, 6, straw.line);
    c.ellipse(12, 30, 14, 10, Color::hex(0xBFB8A8));
    c.ellipse(12, 29, 14, 10, Color::hex(0xF6F2E8));
    c.rect(16, 31, 5, 4, Color::hex(0xC9584E));
    super::furniture::mug(c, 32, 36, tone::TEAL);
    super::furniture::open_book(c, 42, 42, tone::BLUE);
    s.named("rugs", format!("picnic-{}", tint.name))
}

/// A pillar of the main gate.
pub fn gate_pillar() -> Sprite {
    let stone = Ramp::of(0xC8BBA4);
    let mut s = Sprite::new(1, 1, 42).shaded(4, 22, 29, 11);
    let c = &mut s.art;
    c.slab(2, 20, 28, 8, 46, &stone);
    for i in 0..5 {
        c.hline(3, 34 + i * 8, 26, stone.deep);
        c.hline(3, 35 + i * 8, 26, stone.mid);
    }
    c.slab(0, 14, 32, 9, 6, &stone);
    c.ball(16.0, 9.0, 7.5, 7.5, &stone, 0.0, 1);
    c.plate(9, 38, 14, 14, &Ramp::of(0x7A4E4A));
    c.rect(13, 41, 6, 7, Color::hex(0xE8C878));
    s.named("street", "gate-pillar")
}

/// Iron railing on a low wall, `w` tiles wide.
pub fn railing(w: i32) -> Sprite {
    let w = w.clamp(1, 4);
    let (iron, stone) = (Ramp::of(0x4F5A60), Ramp::of(0xB9AE9A));
    let mut s = Sprite::new(w, 1, 10).shaded(2, 27, w * TILE, 6);
    let c = &mut s.art;
    for i in 0..w * 4 {
        let x = 3 + i * 8;
        c.rect(x, 4, 2, 26, iron.line);
        c.set(x, 5, iron.light);
        c.rect(x - 1, 3, 4, 2, iron.line);
    }
    c.rect(0, 8, w * TILE, 2, iron.line);
    c.hline(0, 8, w * TILE, iron.light);
    c.rect(0, 26, w * TILE, 5, stone.light);
    c.hline(0, 26, w * TILE, stone.line);
    c.rect(0, 31, w * TILE, 9, stone.dark);
    c.hline(0, 31, w * TILE, stone.hi);
    c.hline(0, 40, w * TILE, stone.line);
    for i in 0..w * 2 {
        c.vline(i * 16, 32, 8, stone.deep);
    }
    s.named("street", format!("railing-{w}"))
}

/// A bus shelter, three tiles wide.
pub fn bus_stop() -> Sprite {
    let (steel, roof) = (Ramp::of(tone::STEEL), Ramp::of(0x5F8A9A));
    let mut s = Sprite::new(3, 1, 34).shaded(3, 20, 92, 10);
    let c = &mut s.art;
    for x in [2, 46, 90] {
        c.rect(x, 14, 4, 50, steel.line);
        c.vline(x + 1, 14, 49, steel.light);
    }
    c.rect(6, 18, 84, 28, Color::hex(0xBFE0E4).alpha(120));
    for i in 0..8 {
        c.rect(14 + i, 40 - i * 3, 3, 3, Color::hex(0xF0FAF8).alpha(120));
    }
    c.slab(8, 48, 56, 7, 4, &Ramp::of(tone::WOOD));
    c.plate(68, 22, 18, 24, &Ramp::of(tone::WHITE));
    c.rect(71, 25, 12, 4, Color::hex(0x6F8FB8));
    for i in 0..4 {
        c.hline(71, 32 + i * 3, 11, Color::hex(0x9A958C));
    }
    c.slab(0, 0, 96, 15, 6, &roof);
    for i in 1..6 {
        c.vline(i * 16, 1, 14, roof.dark);
    }
    s.named("street", "bus-stop")
}

/// Planks of a jetty or little bridge, `w` by `h` tiles, to walk on.
pub fn jetty(w: i32, h: i32) -> Sprite {
    let near = |size: &&(i32, i32)| (size.0 - w).abs() + (size.1 - h).abs();
    let (w, h) = JETTIES.iter().min_by_key(near).copied().unwrap_or((2, 3));
    let wood = Ramp::of(0xB58A5E);
    let mut s = Sprite::new(w, h, 0).flat().walkable();
    let c = &mut s.art;
    let (wide, tall) = (w * TILE, h * TILE);
    c.rect(2, 4, wide - 2, tall - 2, Color::hex(0x2E4A60).alpha(110));
    for y in (0..tall).step_by(8) {
        let tone = if (y / 8) % 3 == 1 {
            wood.mid.mix(wood.light, 0.4)
        } else {
            wood.mid
        };
        c.rect(2, y, wide - 4, 8, tone);
        c.hline(2, y, wide - 4, wood.hi);
        c.hline(2, y + 7, wide - 4, wood.deep);
        c.rect(5, y + 3, 1, 1, wood.line);
        c.rect(wide - 6, y + 3, 1, 1, wood.line);
    }
    for x in [0, wide - 4] {
        c.rect(x, 0, 4, tall, wood.line);
        c.rect(x + 1, 0, 2, tall, wood.light);
        for y in (6..tall).step_by(28) {
            c.slab(x - 1, y, 6, 4, 6, &wood);
        }
    }
    s.named("street", format!("jetty-{w}x{h}"))
}

/// A basketball hoop on a post.
pub fn hoop() -> Sprite {
    let iron = Ramp::of(tone::IRON);
    let mut s = Sprite::new(1, 1, 40).shaded(12, 24, 12, 6);
    let c = &mut s.art;
    c.rect(14, 20, 4, 50, iron.line);
    c.vline(15, 20, 49, iron.light);
    c.plate(2, 2, 28, 20, &Ramp::of(tone::WHITE));
    c.rect(10, 9, 12, 8, Color::hex(0xC9584E));
    c.rect(12, 11, 8, 4, Color::hex(0xE9E6DC));
    c.rect(9, 20, 14, 2, Color::hex(0xD07A44));
    for i in 0..4 {
        c.vline(10 + i * 4, 22, 8 - (i % 2) * 2, Color::hex(0xF2ECDC));
    }
    s.named("sports", "hoop")
}

/// A mat before a main door, two tiles wide.
pub fn doormat(color: u32) -> Sprite {
    let tint = tints::nearest(&TRIMS, color);
    let r = Ramp::of(tint.rgb);
    let mut s = Sprite::new(2, 1, 0).flat().walkable();
    let c = &mut s.art;
    c.rect(6, 5, 52, 19, r.line);
    c.rect(7, 5, 50, 18, r.mid);
    c.rect(10, 8, 44, 12, r.dark);
    for i in 0..11 {
        c.rect(11 + i * 4, 9, 2, 10, r.mid);
    }
    s.named("rugs", format!("doormat-{}", tint.name))
}

/// The iron arch between the pillars of the gate, with the campus's name, over six tiles of which
/// the outer two are the pillars'.
pub fn gate_arch() -> Sprite {
    let mut s = Sprite::new(6, 1, 40).flat().walkable().depth(1);
    s.art.draw(&arch(), TILE / 2, 0);
    s.named("street", "gate-arch")
}

/// The picture of the arch, from the middle of a pillar to the middle of the other.
fn arch() -> Canvas {
    let (iron, crest) = (Ramp::of(0x4F5A60), Ramp::of(0x7A4E4A));
    let wide = 5 * TILE;
    let mut c = Canvas::new(wide, 60);
    for px in 0..wide {
        let t = (px as f32 / wide as f32 - 0.5) * 2.0;
        let top = 10 + (t * t * 26.0) as i32;
        c.rect(px, top, 1, 4, iron.line);
        c.set(px, top + 1, iron.light);
        c.rect(px, top + 18, 1, 3, iron.line);
        if px % 8 == 0 {
            c.rect(px, top + 2, 2, 17, iron.line);
        }
    }
    c.plate(wide / 2 - 46, 14, 92, 18, &crest);
    c.plate(wide / 2 - 44, 16, 88, 14, &crest);
    let gold = Color::hex(0xF0D890);
    for (i, glyph) in GLYPHS.iter().enumerate() {
        for (row, bits) in glyph.iter().enumerate() {
            for bit in 0..5 {
                if bits >> (4 - bit) & 1 == 1 {
                    c.rect(
                        wide / 2 - 38 + i as i32 * 10 + bit,
                        20 + row as i32,
                        1,
                        1,
                        gold,
                    );
                }
            }
        }
    }
    c.ball(
        wide as f32 / 2.0,
        8.0,
        6.0,
        6.0,
        &Ramp::of(0xD4A850),
        0.0,
        1,
    );
    c
}

/// The letters of LARKMOOR, five by seven.
const GLYPHS: [[u8; 7]; 8] = [
    [0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x1F],
    [0x0E, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11],
    [0x1E, 0x11, 0x11, 0x1E, 0x14, 0x12, 0x11],
    [0x11, 0x12, 0x14, 0x18, 0x14, 0x12, 0x11],
    [0x11, 0x1B, 0x15, 0x15, 0x11, 0x11, 0x11],
    [0x0E, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0E],
    [0x0E, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0E],
    [0x1E, 0x11, 0x11, 0x1E, 0x14, 0x12, 0x11],
];

/// A town bus waiting at the kerb, six tiles long and one deep.
pub fn bus() -> Sprite {
    let (body, glass) = (Ramp::of(0xC25E4C), Ramp::of(0x8FBCCB));
    let mut s = Sprite::new(6, 1, 44).shaded(6, 20, 184, 13);
    let c = &mut s.art;
    c.slab(2, 2, 186, 20, 46, &body);
    c.rect(6, 6, 178, 10, body.light);
    for i in 0..3 {
        c.plate(20 + i * 55, 6, 30, 9, &Ramp::of(0xD8CFC0));
    }
    c.rect(4, 44, 182, 4, Color::hex(0xF0E4C8));
    for i in 0..6 {
        let door = i == 1 || i == 4;
        let (x, h) = (8 + i * 30, if door { 38 } else { 17 });
        c.plate(x, 25, 26, h, &glass);
        c.rect(x + 2, 27, 22, 5, glass.light);
        for k in 0..5 {
            c.hline(x + 4 + k, 38 - k * 2, 3, glass.hi);
        }
        if door {
            c.vline(x + 12, 26, h - 2, body.line);
        }
    }
    for x in [40, 138] {
        c.ellipse(x, 54, 22, 22, Color::hex(0x3F3A48));
        c.ellipse(x + 5, 59, 12, 12, Color::hex(0xA9A6A6));
        c.ellipse(x + 8, 62, 6, 6, Color::hex(0x5C6270));
    }
    c.rect(184, 52, 4, 6, Color::hex(0xFBE8AE));
    c.rect(2, 52, 3, 6, Color::hex(0xB4473C));
    s.named("street", "bus")
}

/// A column with posters under a small dome, one tile.
pub fn poster_column() -> Sprite {
    let (stone, roof) = (Ramp::of(0xD4CAB4), Ramp::of(0x4F7F72));
    let mut s = Sprite::new(1, 1, 40).shaded(6, 22, 26, 9);
    let c = &mut s.art;
    c.slab(4, 58, 24, 4, 9, &stone);
    c.rect(5, 18, 22, 44, stone.line);
    c.rect(6, 18, 20, 43, stone.mid);
    c.rect(7, 18, 5, 43, stone.light);
    c.rect(21, 18, 5, 43, stone.dark);
    for (x, y, w, h, color) in [
        (7, 22, 9, 13, 0xB85C55),
        (17, 24, 8, 10, 0x6F8FB8),
        (8, 38, 8, 9, 0xD6A94F),
        (17, 37, 8, 14, 0x6E9A62),
    ] {
        let r = Ramp::of(color);
        c.rect(x, y, w, h, r.line);
        c.rect(x + 1, y + 1, w - 2, h - 2, r.light);
        c.rect(x + 2, y + 3, w - 4, 3, r.dark);
        c.hline(x + 2, y + h - 3, w - 4, r.line);
    }
    c.ball(16.0, 14.0, 14.0, 9.0, &roof, 0.0, 1);
    c.rect(3, 16, 26, 4, roof.line);
    c.hline(4, 17, 24, roof.light);
    c.ball(16.0, 4.0, 3.0, 3.5, &Ramp::of(0xD4A850), 0.0, 1);
    s.named("street", "poster-column")
}

/// A picture of a flag as it waves.
pub fn flagpole_frame(color: u32, frame: i32) -> Sprite {
    let (tint, frame) = (tints::nearest(&FLAGS, color), frame.rem_euclid(FRAMES));
    let (steel, r) = (Ramp::of(0xC9CCCC), Ramp::of(tint.rgb));
    let mut s = Sprite::new(1, 1, 84)
        .reaching(0, TILE, 0)
        .shaded(12, 24, 11, 5);
    let c = &mut s.art;
    c.rect(14, 4, 4, 107, steel.line);
    c.vline(15, 4, 106, steel.light);
    c.slab(10, 104, 12, 4, 6, &Ramp::of(tone::IRON));
    c.ball(16.0, 4.0, 3.5, 3.5, &Ramp::of(0xD4A850), 0.0, 1);
    let phase = frame as f32 * TAU / FRAMES as f32;
    for x in 0..32 {
        let turn = x as f32 * 0.28 - phase;
        let loose = (x as f32 / 8.0).min(1.0);
        let wave = (turn.sin() * 2.5 * loose) as i32;
        let lit = turn.cos() > 0.0;
        c.vline(18 + x, 9 + wave, 22, r.line);
        c.vline(18 + x, 10 + wave, 20, if lit { r.light } else { r.mid });
        let band = Color::hex(if lit { 0xF4EBD4 } else { 0xDCD0B8 });
        c.vline(18 + x, 17 + wave, 5, band);
    }
    s.named(
        "street",
        frame_name(format!("flagpole-{}", tint.name), frame),
    )
}
