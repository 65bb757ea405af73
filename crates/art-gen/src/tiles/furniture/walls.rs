//! Things that hang on walls: windows, boards, pictures, clocks.
//!
//! Each is a picture to be put anywhere on the 48 pixels of a wall face, with the shade that it
//! throws on the wall.

use crate::{
    brush::{BRIGHTS, Ramp, tone},
    canvas::Canvas,
    noise::hash,
    palette::Color,
    sprite::Sprite,
    tiles::tints::{self, CLOTHS, CURTAINS, TRIMS},
};

use super::snap;

/// The widths of boards, in pixels.
pub const BOARDS: [i32; 4] = [94, 158, 190, 254];

/// A picture as it hangs, with a soft shade beside and below it.
fn hang(art: &Canvas, name: impl Into<String>) -> Sprite {
    let mut shade = Canvas::new(art.width + 2, art.height + 2);
    let dark = Ramp::of(0x6A5A6A).line.alpha(70);
    shade.rect(2, 2, art.width, art.height, dark);
    shade.draw(art, 0, 0);
    Sprite::hanging(shade).named("hangings", name)
}

/// A window with curtains or without, seen from inside; 26 by 24.
pub fn window(curtain: Option<u32>) -> Sprite {
    let curtain = curtain.map(|color| tints::nearest(&CURTAINS, color));
    let frame = Ramp::of(0xE4DAC6);
    let mut c = Canvas::new(30, 26);
    c.plate(2, 0, 26, 24, &frame);
    c.rect(5, 3, 20, 17, Color::hex(0x9CCBDA));
    c.rect(5, 3, 20, 6, Color::hex(0xBFE0E4));
    for i in 0..8 {
        c.hline(8 + i, 17 - i * 2, 3, Color::hex(0xE6F5F2));
        c.hline(8 + i, 18 - i * 2, 3, Color::hex(0xE6F5F2));
    }
    c.rect(14, 3, 2, 17, frame.mid);
    c.rect(5, 11, 20, 1, frame.mid);
    c.rect(0, 22, 30, 4, frame.line);
    c.rect(1, 22, 28, 2, frame.light);
    if let Some(tint) = curtain {
        let r = Ramp::of(tint.rgb);
        for x in [0, 23] {
            c.rect(x, 0, 7, 22, r.line);
            c.rect(x + 1, 0, 5, 21, r.mid);
            c.vline(x + 1, 0, 21, r.light);
            c.vline(x + 4, 0, 21, r.dark);
        }
        c.rect(0, 0, 30, 3, r.line);
        c.rect(1, 0, 28, 2, r.light);
    }
    let name = curtain.map_or("window-plain".to_owned(), |t| format!("window-{}", t.name));
    hang(&c, name)
}

/// A window of a façade, seen from outside; 24 by 26.
pub fn outer_window(trim: u32) -> Sprite {
    let tint = tints::nearest(&TRIMS, trim);
    let frame = Ramp::of(0xE9E0CC);
    let r = Ramp::of(tint.rgb);
    let mut c = Canvas::new(24, 28);
    c.plate(1, 1, 22, 24, &frame);
    c.rect(4, 4, 16, 18, Color::hex(0x6F94A8));
    c.rect(4, 4, 16, 7, Color::hex(0x86AEBC));
    for i in 0..6 {
        c.hline(6 + i, 15 - i * 2, 3, Color::hex(0xBFDDE0));
    }
    c.rect(11, 4, 2, 18, frame.light);
    c.rect(4, 12, 16, 1, frame.light);
    c.rect(0, 24, 24, 4, r.line);
    c.rect(1, 24, 22, 2, r.light);
    Sprite::hanging(c)
        .named("hangings", format!("outer-window-{}", tint.name))
        .light((12, 12), 1.5, "#ffdca0", "window")
}

/// A green chalk board `w` pixels wide with writing.
pub fn blackboard(w: i32, seed: u32) -> Sprite {
    let (w, seed) = (snap(w, &BOARDS), seed % 3);
    let frame = Ramp::of(tone::WOOD);
    let mut c = Canvas::new(w, 27);
    c.plate(0, 0, w, 25, &frame);
    c.rect(3, 3, w - 6, 19, Color::hex(0x47665A));
    c.rect(3, 3, w - 6, 2, Color::hex(0x3C584F));
    writing(&mut c, 6, 7, w - 12, Color::hex(0xD8E4D4), seed);
    c.rect(0, 24, w, 3, frame.line);
    c.hline(1, 24, w - 2, frame.light);
    c.rect(w / 2, 23, 5, 2, Color::hex(0xF4EFE2));
    c.rect(w / 2 + 8, 22, 7, 2, Color::hex(0xC98A5A));
    hang(&c, format!("blackboard-{}-{}", (w + 2) / 32, seed + 1))
}

/// A white board `w` pixels wide with writing.
pub fn whiteboard(w: i32, seed: u32) -> Sprite {
    let (w, seed) = (snap(w, &BOARDS), seed % 3);
    let frame = Ramp::of(tone::STEEL);
    let mut c = Canvas::new(w, 27);
    c.plate(0, 0, w, 25, &frame);
    c.rect(2, 2, w - 4, 21, Color::hex(0xF0EEE6));
    writing(&mut c, 6, 6, w / 2 - 8, Color::hex(0x6F8FB8), seed);
    writing(
        &mut c,
        w / 2 + 4,
        6,
        w / 2 - 12,
        Color::hex(0xB85C55),
        seed ^ 5,
    );
    c.rect(w / 4, 23, w / 2, 3, frame.line);
    c.rect(w / 3, 22, 5, 2, Color::hex(0xB85C55));
    c.rect(w / 3 + 8, 22, 5, 2, Color::hex(0x6E9A62));
    hang(&c, format!("whiteboard-{}-{}", (w + 2) / 32, seed + 1))
}

/// Some lines that look like writing, a drawing beside them.
fn writing(c: &mut Canvas, x: i32, y: i32, w: i32, ink: Color, seed: u32) {
    for row in 0..4 {
        let mut at = x;
        let mut i = 0;
        let end = x + w * (60 + (hash(row, 3, seed) % 40) as i32) / 100;
        while at < end {
            let run = 2 + (hash(row, i, seed) % 5) as i32;
            c.hline(at, y + row * 4, run.min(end - at), ink.alpha(200));
            at += run + 2;
            i += 1;
        }
    }
}

/// A notice board of cork with papers; 44 by 24.
pub fn notice_board(seed: u32) -> Sprite {
    let seed = seed % 6;
    let frame = Ramp::of(tone::WOOD);
    let mut c = Canvas::new(44, 25);
    c.plate(0, 0, 44, 25, &frame);
    c.rect(3, 3, 38, 19, Color::hex(0xC79A6C));
    for i in 0..6 {
        let h = hash(i, 1, seed);
        let (x, y) = (
            4 + (i % 3) * 13 + (h % 3) as i32,
            4 + (i / 3) * 9 + (h / 5 % 2) as i32,
        );
        let paper = [0xF4EFE2, 0xF3DF9C, 0xBFDDE0, 0xF0C4BC][(h / 11 % 4) as usize];
        c.rect(x, y + 1, 9, 8, Color::hex(0x8A6248));
        c.rect(x, y, 9, 8, Color::hex(paper));
        c.hline(x + 2, y + 3, 5, Color::hex(0x8F8A80));
        c.hline(x + 2, y + 5, 4, Color::hex(0x8F8A80));
        c.set(x + 4, y, Color::hex(0xC9584E));
    }
    hang(&c, format!("notice-board-{}", seed + 1))
}

/// A framed picture; 22 by 18.
pub fn picture(seed: u32) -> Sprite {
    let seed = seed % 12;
    let frame = Ramp::of([0xC99A4E, 0x8E6044, 0xB9A58A][(seed % 3) as usize]);
    let mut c = Canvas::new(22, 18);
    c.plate(0, 0, 22, 18, &frame);
    let (sky, land) = [
        (0xBFE0E4, 0x86AE70),
        (0xF0CFA8, 0xB0705C),
        (0xC4CBE4, 0x6F7FA8),
        (0xF0E4C0, 0xC9A050),
    ][(seed / 3 % 4) as usize];
    c.rect(3, 3, 16, 12, Color::hex(sky));
    c.rect(3, 10, 16, 5, Color::hex(land));
    c.ellipse(5, 7, 9, 8, Color::hex(land));
    c.rect(14, 4, 3, 3, Color::hex(0xFFF4D0));
    hang(&c, format!("picture-{}", seed + 1))
}

/// A poster in bright colours; 18 by 22.
pub fn poster(seed: u32) -> Sprite {
    let seed = seed % 32;
    let r = Ramp::of(BRIGHTS[(seed % 8) as usize]);
    let b = Ramp::of(BRIGHTS[(seed / 8 % 8) as usize]);
    let mut c = Canvas::new(18, 22);
    c.rect(0, 0, 18, 22, r.line);
    c.rect(1, 1, 16, 20, r.light);
    match seed % 4 {
        0 => {
            c.ellipse(4, 4, 10, 10, b.mid);
            c.hline(3, 16, 12, r.line);
            c.hline(5, 18, 8, r.line);
        }
        1 => {
            for i in 0..4 {
                c.rect(3 + i * 3, 14 - i * 3, 3, 4 + i * 3, b.mid);
            }
        }
        2 => {
            c.rect(3, 3, 12, 7, b.dark);
            c.rect(3, 12, 5, 6, b.light);
            c.rect(10, 12, 5, 6, b.hi);
        }
        _ => {
            for i in 0..6 {
                c.hline(3 + i, 4 + i * 2, 12 - i * 2, b.mid);
            }
        }
    }
    hang(&c, format!("poster-{}", seed + 1))
}

/// A round clock; 16 by 16.
pub fn clock() -> Sprite {
    let r = Ramp::of(tone::WALNUT);
    let mut c = Canvas::new(16, 16);
    c.ellipse(0, 0, 16, 16, r.line);
    c.ellipse(1, 1, 14, 14, r.mid);
    c.ellipse(3, 3, 10, 10, Color::hex(0xF4EFE2));
    c.vline(8, 4, 4, r.line);
    c.hline(8, 8, 3, r.line);
    hang(&c, "clock")
}

/// A framed map of the world; 40 by 24 pixels.
pub fn world_map() -> Sprite {
    let frame = Ramp::of(tone::WOOD);
    let mut c = Canvas::new(40, 24);
    c.plate(0, 0, 40, 24, &frame);
    c.rect(2, 2, 36, 20, Color::hex(0x9CC4D4));
    let land = Color::hex(0xA9B878);
    for (x, y, w, h) in [
        (4, 5, 9, 6),
        (9, 11, 5, 8),
        (18, 4, 7, 5),
        (19, 9, 7, 9),
        (25, 4, 10, 8),
        (31, 14, 5, 4),
    ] {
        c.soft_rect(x, y, w, h, land);
    }
    hang(&c, "world-map")
}

/// A painted menu board; 48 by 20.
pub fn menu_board() -> Sprite {
    let frame = Ramp::of(tone::WOOD);
    let mut c = Canvas::new(48, 22);
    c.plate(0, 0, 48, 22, &frame);
    c.rect(3, 3, 42, 16, Color::hex(0x4B4650));
    writing(&mut c, 6, 6, 22, Color::hex(0xF0E4C8), 9);
    c.rect(34, 6, 7, 5, Color::hex(0xF0CF62));
    c.rect(33, 13, 9, 2, Color::hex(0xE88C8C));
    hang(&c, "menu-board")
}

/// A red cross on white; 20 by 20.
pub fn cross_sign() -> Sprite {
    let mut c = Canvas::new(20, 20);
    c.plate(0, 0, 20, 20, &Ramp::of(tone::WHITE));
    c.rect(8, 4, 4, 12, Color::hex(0xC9584E));
    c.rect(4, 8, 12, 4, Color::hex(0xC9584E));
    hang(&c, "cross-sign")
}

/// A row of hooks with coats and towels; 60 by 22.
pub fn hooks(seed: u32) -> Sprite {
    let seed = seed % 4;
    let wood = Ramp::of(tone::WOOD);
    let mut c = Canvas::new(60, 24);
    c.rect(0, 0, 60, 5, wood.line);
    c.rect(1, 1, 58, 3, wood.light);
    for i in 0..5 {
        let r = Ramp::of(BRIGHTS[((seed + i * 3) % 8) as usize]);
        let x = 3 + i as i32 * 11;
        if !hash(i as i32, 2, seed).is_multiple_of(4) {
            c.soft_rect(x, 4, 9, 18, r.line);
            c.soft_rect(x + 1, 5, 7, 16, r.mid);
            c.vline(x + 2, 6, 14, r.light);
            c.vline(x + 6, 6, 14, r.dark);
        }
    }
    hang(&c, format!("coat-hooks-{}", seed + 1))
}

/// A triangle pennant with the university's colours; 26 by 14.
pub fn pennant(color: u32) -> Sprite {
    let tint = tints::nearest(&CLOTHS, color);
    let r = Ramp::of(tint.rgb);
    let mut c = Canvas::new(26, 14);
    for i in 0..26 {
        let half = (26 - i) * 7 / 26;
        c.vline(i, 7 - half, half * 2, r.mid);
        c.set(i, 7 - half, r.light);
        c.set(i, 6 + half, r.line);
    }
    c.rect(0, 0, 2, 14, r.line);
    c.ellipse(5, 4, 6, 6, Color::hex(0xF4E8C4));
    hang(&c, format!("pennant-{}", tint.name))
}

/// The light that an inner window lays on the floor, flat.
pub fn sunlight() -> Sprite {
    let mut c = Canvas::new(52, 38);
    for y in 0..36 {
        for x in 0..26 {
            let bar = (12..14).contains(&x) || (17..19).contains(&y);
            if !bar {
                let a = if (4..=32).contains(&y) { 40 } else { 22 };
                c.set(x + y * 5 / 8, y, Color::hex(0xFFF0C0).alpha(a));
            }
        }
    }
    Sprite::hanging(c).named("hangings", "sunlight")
}
