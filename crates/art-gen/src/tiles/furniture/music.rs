//! Musical instruments.

use crate::{
    brush::{Ramp, tone},
    palette::Color,
    sprite::Sprite,
    tiles::tints::{self, DARK_WOODS},
};

/// A grand piano, three tiles wide and two deep; its player sits below the keys.
pub fn grand_piano() -> Sprite {
    let (body, wood) = (Ramp::of(0x4A4350), Ramp::of(tone::WALNUT));
    let mut s = Sprite::new(3, 2, 14).shaded(6, 40, 88, 22);
    let c = &mut s.art;
    for x in [8, 46, 84] {
        c.rect(x, 60, 4, 17, body.line);
    }
    c.soft_rect(4, 8, 60, 20, body.line);
    c.soft_rect(5, 9, 58, 20, body.light);
    c.slab(3, 24, 90, 34, 10, &body);
    c.ellipse(48, 2, 40, 36, body.line);
    c.ellipse(49, 3, 38, 34, body.mid);
    c.rect(5, 9, 60, 2, body.hi);
    c.rect(6, 12, 60, 18, wood.mid);
    for i in 0..14 {
        c.vline(8 + i * 4, 13, 17 - i / 2, Color::hex(0xE8C878));
    }
    c.rect(6, 32, 84, 4, body.light);
    c.rect(7, 48, 82, 9, body.line);
    c.rect(8, 48, 80, 8, Color::hex(0xF4EFE2));
    for i in 0..20 {
        c.vline(8 + i * 4, 48, 8, Color::hex(0xC4BBAC));
        if i % 7 != 2 && i % 7 != 6 {
            c.rect(10 + i * 4, 48, 2, 5, Color::hex(0x3F3846));
        }
    }
    super::sheet(c, 40, 38);
    super::sheet(c, 48, 38);
    s.named("music", "grand-piano")
}

/// An upright piano, two tiles wide; its player sits below it.
pub fn upright_piano(color: u32) -> Sprite {
    let tint = tints::nearest(&DARK_WOODS, color);
    let wood = Ramp::of(tint.rgb);
    let mut s = Sprite::new(2, 1, 24);
    let c = &mut s.art;
    c.slab(2, 4, 60, 8, 44, &wood);
    c.plate(6, 14, 24, 14, &wood);
    c.plate(34, 14, 24, 14, &wood);
    super::sheet(c, 26, 18);
    super::sheet(c, 33, 18);
    c.slab(1, 30, 62, 10, 6, &wood);
    c.rect(5, 32, 54, 7, Color::hex(0xF4EFE2));
    for i in 0..13 {
        c.vline(5 + i * 4, 32, 7, Color::hex(0xC4BBAC));
        if i % 7 != 2 && i % 7 != 6 {
            c.rect(7 + i * 4, 32, 2, 4, Color::hex(0x3F3846));
        }
    }
    s.named("music", format!("upright-piano-{}", tint.name))
}

/// A drum kit, two tiles wide.
pub fn drums() -> Sprite {
    let (shell, brass, skin) = (
        Ramp::of(tone::RED),
        Ramp::of(0xD9B25A),
        Ramp::of(tone::WHITE),
    );
    let mut s = Sprite::new(2, 1, 16).shaded(6, 20, 54, 11);
    let c = &mut s.art;
    c.rect(8, 8, 2, 36, Ramp::of(tone::IRON).line);
    c.rect(54, 6, 2, 38, Ramp::of(tone::IRON).line);
    for (x, y) in [(0, 6), (44, 3)] {
        c.ellipse(x, y, 20, 8, brass.line);
        c.ellipse(x + 1, y, 18, 7, brass.mid);
        c.ellipse(x + 3, y + 1, 9, 3, brass.hi);
    }
    c.ellipse(18, 18, 28, 28, shell.line);
    c.ellipse(20, 20, 24, 24, shell.mid);
    c.ellipse(23, 23, 18, 18, skin.dark);
    c.ellipse(23, 22, 18, 18, skin.mid);
    for x in [13, 36] {
        c.slab(x, 9, 16, 8, 8, &shell);
        c.ellipse(x + 1, 9, 14, 7, skin.mid);
    }
    c.slab(4, 24, 16, 8, 10, &shell);
    c.ellipse(5, 24, 14, 7, skin.light);
    s.named("music", "drums").spot("play", 0, -1, "down")
}

/// A violoncello on a stand with a chair's worth of room in front.
pub fn cello() -> Sprite {
    let wood = Ramp::of(0xB4693C);
    let mut s = Sprite::new(1, 1, 24).shaded(8, 23, 19, 8);
    let c = &mut s.art;
    c.rect(15, 4, 3, 22, wood.line);
    c.vline(16, 4, 22, wood.dark);
    c.rect(13, 3, 7, 4, wood.line);
    c.ball(16.5, 28.0, 8.0, 7.5, &wood, 0.0, 1);
    c.ball(16.5, 41.0, 10.5, 10.0, &wood, 0.0, 1);
    c.rect(10, 31, 13, 5, wood.mid);
    c.vline(15, 24, 20, Color::hex(0xF0E0C0));
    c.vline(17, 24, 20, Color::hex(0xF0E0C0));
    c.rect(13, 38, 7, 2, wood.line);
    c.rect(16, 51, 1, 4, Color::hex(0x5C6270));
    s.named("music", "cello").spot("play", -1, 0, "right")
}

/// A guitar leaning on an amplifier.
pub fn guitar_amp() -> Sprite {
    let (case, wood) = (Ramp::of(0x5A5664), Ramp::of(0xD09A4E));
    let mut s = Sprite::new(1, 1, 12);
    let c = &mut s.art;
    c.slab(2, 12, 22, 8, 22, &case);
    c.ellipse(5, 23, 16, 16, case.line);
    c.ellipse(7, 25, 12, 12, case.light);
    c.ellipse(10, 28, 6, 6, case.deep);
    c.rect(23, 2, 3, 24, Ramp::of(tone::WALNUT).line);
    c.ball(24.5, 28.0, 6.0, 5.0, &wood, 0.0, 1);
    c.ball(24.5, 36.0, 7.0, 6.0, &wood, 0.0, 1);
    c.ellipse(22, 31, 5, 5, wood.line);
    s.named("music", "guitar")
}

/// A music stand with notes.
pub fn music_stand() -> Sprite {
    let iron = Ramp::of(tone::IRON);
    let mut s = Sprite::new(1, 1, 4).shaded(10, 25, 14, 5);
    let c = &mut s.art;
    c.rect(15, 18, 2, 15, iron.line);
    c.hline(10, 33, 12, iron.line);
    c.plate(6, 5, 20, 14, &iron);
    super::sheet(c, 9, 8);
    super::sheet(c, 17, 8);
    s.named("music", "music-stand")
}

/// A gilded harp, on one tile.
pub fn harp() -> Sprite {
    let gold = Ramp::of(0xD4A850);
    let mut s = Sprite::new(1, 1, 28).shaded(6, 24, 24, 7);
    let c = &mut s.art;
    c.rect(5, 8, 4, 44, gold.line);
    c.rect(6, 8, 2, 44, gold.light);
    for i in 0..20 {
        c.rect(8 + i, 6 + (i - 10) * (i - 10) / 25, 2, 4, gold.line);
        c.set(8 + i, 7 + (i - 10) * (i - 10) / 25, gold.hi);
    }
    for i in 0..36 {
        c.rect(27 - i / 2, 12 + i, 4, 2, gold.line);
        c.hline(28 - i / 2, 12 + i, 2, gold.mid);
    }
    for i in 0..6 {
        c.vline(10 + i * 3, 11, 34 - i * 5, Color::hex(0xF6EDD4).alpha(200));
    }
    c.slab(3, 48, 14, 5, 5, &gold);
    s.named("music", "harp").spot("play", 1, 0, "left")
}
