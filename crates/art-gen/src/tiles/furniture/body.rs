//! Gymnasium, washroom and health centre.

use crate::{
    brush::{BRIGHTS, Ramp, tone},
    palette::Color,
    sprite::{Sprite, TILE},
    tiles::tints::{self, CUBICLES, PADS, SCREENS},
};

/// A treadmill; the runner stands on it and looks up.
pub fn treadmill() -> Sprite {
    let (iron, steel) = (Ramp::of(tone::IRON), Ramp::of(tone::STEEL));
    let mut s = Sprite::new(1, 1, 16).under_people().shaded(5, 6, 26, 25);
    let c = &mut s.art;
    c.slab(4, 18, 24, 26, 4, &steel);
    c.rect(8, 20, 16, 24, iron.dark);
    for i in 0..5 {
        c.hline(8, 22 + i * 5, 16, iron.deep);
    }
    for x in [5, 25] {
        c.rect(x, 6, 2, 16, iron.line);
    }
    c.plate(5, 2, 22, 11, &iron);
    c.rect(9, 4, 14, 6, Color::hex(super::SCREEN));
    c.hline(11, 7, 6, Color::hex(0xF0F6E8));
    s.named("sports", "treadmill").spot("play", 0, 0, "up")
}

/// A weight bench with a bar, one tile.
pub fn weight_bench(color: u32) -> Sprite {
    let tint = tints::nearest(&PADS, color);
    let (pad, iron, steel) = (
        Ramp::of(tint.rgb),
        Ramp::of(tone::IRON),
        Ramp::of(tone::STEEL),
    );
    let mut s = Sprite::new(1, 1, 14).under_people().shaded(6, 12, 24, 19);
    let c = &mut s.art;
    for x in [6, 23] {
        c.rect(x, 8, 3, 24, iron.line);
        c.vline(x + 1, 8, 23, iron.light);
    }
    c.slab(10, 16, 12, 24, 5, &pad);
    c.rect(0, 9, 32, 3, steel.line);
    c.hline(1, 10, 30, steel.hi);
    for x in [1, 26] {
        c.plate(x, 3, 5, 15, &iron);
    }
    s.named("sports", format!("weight-bench-{}", tint.name))
        .spot("play", 0, 0, "up")
}

/// A rack of dumbbells, `w` tiles wide.
pub fn dumbbells(w: i32) -> Sprite {
    let w = w.clamp(1, 3);
    let (iron, steel) = (Ramp::of(tone::IRON), Ramp::of(tone::STEEL));
    let mut s = Sprite::new(w, 1, 8);
    let c = &mut s.art;
    c.slab(1, 10, w * TILE - 2, 10, 17, &steel);
    for row in 0..2 {
        for i in 0..w * 3 {
            let x = 3 + i * 10;
            let tint = Ramp::of(if (i + row) % 3 == 0 {
                tone::RED
            } else {
                tone::IRON
            });
            c.rect(x, 9 + row * 14, 3, 8, tint.line);
            c.rect(x + 5, 9 + row * 14, 3, 8, tint.line);
            c.vline(x + 1, 10 + row * 14, 6, tint.light);
            c.vline(x + 6, 10 + row * 14, 6, tint.light);
            c.hline(x + 3, 13 + row * 14, 2, iron.light);
        }
    }
    s.named("sports", format!("dumbbells-{w}"))
        .spot("play", (w - 1) / 2, 1, "up")
}

/// A table-tennis table, three tiles wide and two deep.
pub fn table_tennis() -> Sprite {
    let r = Ramp::of(0x4F8A86);
    let iron = Ramp::of(tone::IRON);
    let mut s = Sprite::new(3, 2, 4).shaded(5, 44, 89, 17);
    let c = &mut s.art;
    for x in [10, 82] {
        c.rect(x, 54, 4, 11, iron.line);
    }
    c.slab(2, 8, 92, 44, 6, &r);
    let line = Color::hex(0xE8F0E4);
    c.rect(4, 10, 88, 1, line);
    c.rect(4, 49, 88, 1, line);
    c.rect(4, 30, 88, 1, line.alpha(180));
    c.rect(4, 10, 1, 40, line);
    c.rect(91, 10, 1, 40, line);
    c.rect(46, 2, 4, 50, iron.line);
    for y in 0..16 {
        c.hline(47, 3 + y * 3, 2, Color::hex(0xF2EEE2));
    }
    c.ellipse(20, 20, 8, 8, Color::hex(0xB4473C));
    c.rect(26, 26, 4, 3, Color::hex(0x8E6044));
    c.ellipse(70, 34, 8, 8, Color::hex(0x3F3A4C));
    c.rect(66, 40, 4, 3, Color::hex(0x8E6044));
    c.rect(60, 24, 3, 3, Color::hex(0xFFF6E0));
    s.named("sports", "table-tennis")
        .spot("play", -1, 0, "right")
        .spot("play", 3, 1, "left")
}

/// A rolled gym mat stack.
pub fn mats() -> Sprite {
    let mut s = Sprite::new(2, 1, 4);
    let c = &mut s.art;
    for i in 0..4 {
        c.slab(
            2,
            22 - i * 6,
            60,
            6,
            7,
            &Ramp::of(BRIGHTS[(i as usize * 2 + 1) % 8]),
        );
    }
    c.slab(2, 1, 60, 14, 6, &Ramp::of(tone::BLUE));
    s.named("sports", "mats")
}

/// An exercise bicycle.
pub fn exercise_bike() -> Sprite {
    let (iron, seat) = (Ramp::of(tone::IRON), Ramp::of(tone::RED));
    let mut s = Sprite::new(1, 1, 8).under_people().shaded(8, 16, 19, 14);
    let c = &mut s.art;
    c.slab(9, 12, 14, 20, 6, &iron);
    c.ball(16.0, 18.0, 7.0, 7.0, &Ramp::of(tone::STEEL), 0.0, 1);
    c.rect(15, 18, 2, 12, iron.line);
    c.slab(10, 26, 12, 7, 3, &seat);
    c.rect(5, 4, 22, 3, iron.line);
    c.plate(11, 2, 10, 8, &iron);
    c.rect(13, 4, 6, 3, Color::hex(super::SCREEN));
    s.named("sports", "exercise-bike").spot("play", 0, 0, "up")
}

/// A shower on the wall with a tray below: the tray is for walking on.
pub fn shower() -> Sprite {
    let (steel, tray) = (Ramp::of(tone::STEEL), Ramp::of(0xD4E2E2));
    let mut s = Sprite::new(1, 1, 40).under_people().flat().walkable();
    let c = &mut s.art;
    c.rect(1, 41, 30, 30, tray.line);
    c.rect(2, 42, 28, 28, tray.mid);
    c.rect(4, 44, 24, 24, tray.light);
    c.ellipse(13, 52, 6, 6, steel.dark);
    for i in 0..3 {
        c.hline(6, 48 + i * 8, 20, tray.mid);
    }
    c.rect(15, 6, 2, 28, steel.line);
    c.vline(15, 6, 28, steel.light);
    c.soft_rect(10, 4, 12, 6, steel.line);
    c.rect(11, 5, 10, 3, steel.light);
    for i in 0..5 {
        c.vline(
            11 + i * 2,
            11 + (i % 2) * 2,
            8,
            Color::hex(0xB8DCE8).alpha(170),
        );
    }
    c.rect(12, 26, 8, 4, steel.line);
    c.rect(13, 26, 2, 2, Color::hex(0xC9584E));
    c.rect(17, 26, 2, 2, tone_blue());
    s.named("health", "shower").spot("wash", 0, 0, "up")
}

fn tone_blue() -> Color {
    Color::hex(tone::BLUE)
}

/// A washbasin with a mirror above.
pub fn basin() -> Sprite {
    let (white, wood) = (Ramp::of(0xE6EAE6), Ramp::of(tone::STEEL));
    let mut s = Sprite::new(1, 1, 40).shaded(7, 14, 22, 8);
    let c = &mut s.art;
    c.plate(5, 4, 22, 24, &wood);
    c.rect(7, 6, 18, 20, Color::hex(0xB4D2DA));
    for i in 0..7 {
        c.hline(9 + i, 18 - i * 2, 3, Color::hex(0xE8F4F2));
    }
    c.rect(13, 52, 6, 9, white.line);
    c.rect(14, 52, 4, 8, white.dark);
    c.slab(4, 38, 24, 13, 6, &white);
    c.ellipse(8, 40, 16, 9, white.deep);
    c.ellipse(9, 41, 14, 7, Color::hex(0xA8CCD4));
    c.rect(15, 35, 2, 6, wood.line);
    c.set(15, 35, wood.hi);
    s.named("health", "basin").spot("wash", 0, 1, "up")
}

/// A wall of toilet cubicles, `w` tiles wide.
pub fn cubicles(w: i32, color: u32) -> Sprite {
    let (w, tint) = (w.clamp(1, 3), tints::nearest(&CUBICLES, color));
    let r = Ramp::of(tint.rgb);
    let mut s = Sprite::new(w, 1, 28);
    let c = &mut s.art;
    c.slab(0, 4, w * TILE, 6, 49, &r);
    for i in 0..w {
        c.plate(i * TILE + 4, 14, 24, 40, &r);
        c.rect(i * TILE + 22, 32, 3, 3, Color::hex(0xF0D890));
        c.rect(i * TILE + 12, 20, 8, 5, Color::hex(0xF2ECDC));
        c.hline(i * TILE + 5, 54, 22, r.line);
    }
    s.named("health", format!("cubicles-{}-{w}", tint.name))
        .spot("stand", 0, 1, "up")
}

/// A laundry machine.
pub fn washer() -> Sprite {
    let r = Ramp::of(0xE2E2DA);
    let mut s = Sprite::new(1, 1, 10);
    let c = &mut s.art;
    c.slab(2, 6, 28, 12, 23, &r);
    c.ellipse(8, 21, 16, 16, r.line);
    c.ellipse(10, 23, 12, 12, Color::hex(0x7FA8BC));
    c.ellipse(12, 25, 5, 4, Color::hex(0xCDE4EA));
    c.rect(5, 9, 8, 3, r.dark);
    c.rect(24, 9, 3, 3, tone_blue());
    s.named("health", "washing-machine")
}

/// An examination bed, head at the top.
pub fn exam_bed() -> Sprite {
    let (steel, pad, linen) = (
        Ramp::of(tone::STEEL),
        Ramp::of(0x7FB0A8),
        Ramp::of(tone::WHITE),
    );
    let mut s = Sprite::new(1, 2, 6).under_people().shaded(5, 24, 27, 40);
    let c = &mut s.art;
    for x in [5, 23] {
        c.rect(x, 56, 4, 13, steel.line);
    }
    c.slab(3, 6, 26, 50, 7, &pad);
    c.rect(7, 8, 18, 47, linen.mid);
    c.vline(8, 8, 46, linen.hi);
    c.soft_rect(7, 9, 18, 11, linen.dark);
    c.soft_rect(7, 8, 18, 11, linen.hi);
    c.hline(4, 30, 24, pad.light);
    c.rect(4, 44, 24, 12, pad.light);
    c.hline(4, 55, 24, pad.dark);
    s.named("health", "examination-bed")
        .spot("bed", 0, 0, "down")
}

/// A medicine cabinet with a cross.
pub fn medicine_cabinet() -> Sprite {
    let r = Ramp::of(0xE4E4DC);
    let mut s = Sprite::new(1, 1, 24);
    let c = &mut s.art;
    c.slab(1, 4, 30, 8, 43, &r);
    c.rect(4, 15, 24, 18, r.line);
    c.rect(5, 16, 22, 16, Color::hex(0xBFD8DC));
    for row in 0..2 {
        for i in 0..4 {
            let b = Ramp::of(BRIGHTS[((i * 3 + row) % 8) as usize]);
            c.rect(6 + i * 5, 18 + row * 8, 4, 5, b.mid);
            c.hline(6 + i * 5, 18 + row * 8, 4, b.hi);
        }
        c.hline(5, 23 + row * 8, 22, r.line);
    }
    c.plate(5, 35, 22, 16, &r);
    let cross = Color::hex(0xC9584E);
    c.rect(14, 38, 4, 10, cross);
    c.rect(11, 41, 10, 4, cross);
    s.named("health", "medicine-cabinet")
}

/// A folding screen of cloth.
pub fn folding_screen(color: u32) -> Sprite {
    let tint = tints::nearest(&SCREENS, color);
    let (r, steel) = (Ramp::of(tint.rgb), Ramp::of(tone::STEEL));
    let mut s = Sprite::new(1, 1, 26);
    let c = &mut s.art;
    for i in 0..3 {
        let (x, y) = (1 + i * 10, 6 + (i % 2) * 3);
        c.plate(x, y, 11, 46, &steel);
        c.rect(x + 2, y + 3, 7, 38, r.mid);
        c.vline(x + 3, y + 3, 38, r.light);
        c.vline(x + 7, y + 3, 38, r.dark);
    }
    s.named("health", format!("folding-screen-{}", tint.name))
}

/// Scales with a height rod.
pub fn scales() -> Sprite {
    let r = Ramp::of(0xD8DCD6);
    let mut s = Sprite::new(1, 1, 20).shaded(8, 23, 18, 7);
    let c = &mut s.art;
    c.slab(7, 38, 18, 10, 4, &r);
    c.rect(15, 8, 3, 32, r.line);
    c.vline(16, 8, 32, r.light);
    c.plate(8, 5, 17, 6, &r);
    for i in 0..6 {
        c.set(18, 14 + i * 4, r.line);
    }
    s.named("health", "scales")
}

/// A mat to stretch on, one tile, flat.
pub fn yoga_mat(kind: u32) -> Sprite {
    let kind = kind % 8;
    let r = Ramp::of(BRIGHTS[((kind * 3 + 1) % 8) as usize]);
    let mut s = Sprite::new(1, 1, 0).flat().walkable();
    let c = &mut s.art;
    c.rect(5, 0, 22, 32, r.line);
    c.rect(6, 1, 20, 30, r.mid);
    c.vline(6, 1, 30, r.light);
    c.hline(6, 1, 20, r.light);
    c.rect(6, 26, 20, 4, r.dark);
    c.rect(14, 8, 4, 12, r.light);
    s.named("sports", format!("yoga-mat-{}", kind + 1))
        .spot("play", 0, 0, "down")
}

/// The lines of the gymnasium's ball court, eleven tiles by six, flat.
pub fn gym_court() -> Sprite {
    let mut s = Sprite::new(11, 6, 0).flat().walkable();
    court_lines(&mut s, Color::hex(0xF6EEDC));
    s.named("sports", "gym-court")
}

/// The lines of a ball court outdoors, twelve tiles by ten, with its ball, flat.
pub fn sports_court() -> Sprite {
    let line = Color::hex(0xF2E6D0);
    let mut s = Sprite::new(12, 10, 0).flat().walkable();
    court_lines(&mut s, line);
    let c = &mut s.art;
    let (left, right, middle) = (8, c.width - 8, c.height / 2);
    for (x, w) in [(left, 96), (right - 96, 96)] {
        c.rect(x, middle - 48, w, 2, line);
        c.rect(x, middle + 46, w, 2, line);
        c.rect(if x == left { x + w } else { x }, middle - 48, 2, 96, line);
        c.rect(x, middle - 46, w, 92, Color::hex(0x9A5A48).alpha(90));
    }
    c.ellipse(
        right - 150,
        middle + 60,
        11,
        5,
        Color::hex(0x5A3A40).alpha(110),
    );
    c.ellipse(right - 152, middle + 50, 12, 12, Color::hex(0x7A3F2C));
    c.ellipse(right - 151, middle + 51, 10, 10, Color::hex(0xD98A4A));
    c.ellipse(right - 149, middle + 52, 4, 4, Color::hex(0xF0B478));
    s.named("sports", "sports-court")
}

/// Draws the outline, the middle line and the middle circle of a court.
fn court_lines(s: &mut Sprite, line: Color) {
    let c = &mut s.art;
    let (w, h) = (c.width - 16, c.height - 16);
    for i in 0..2 {
        c.rect(8, 8 + i * (h - 2), w, 2, line);
        c.rect(8 + i * (w - 2), 8, 2, h, line);
    }
    let (cx, cy) = (c.width / 2, c.height / 2);
    c.rect(cx - 1, 8, 2, h, line);
    for y in cy - 44..cy + 44 {
        for x in cx - 44..cx + 44 {
            let r = (((x - cx) * (x - cx) + (y - cy) * (y - cy)) as f32).sqrt();
            if (40.0..42.5).contains(&r) {
                c.blend(x, y, line);
            }
        }
    }
}
