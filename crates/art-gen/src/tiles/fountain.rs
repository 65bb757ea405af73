//! The fountain and how its water moves.

use super::{
    season::{BLUE_SNOW, SNOW, Season, snow_on},
    street::{FRAMES, frame_name},
};
use crate::{brush::Ramp, canvas::Canvas, noise::hash, palette::Color, sprite::Sprite};
use std::f32::consts::TAU;

/// A picture of the fountain as its water moves.
pub fn fountain_frame(frame: i32) -> Sprite {
    let frame = frame.rem_euclid(FRAMES);
    let (stone, water) = (Ramp::of(0xCFC6B4), Ramp::of(0x74B4C4));
    let mut s = Sprite::new(4, 4, 40).flat();
    let c = &mut s.art;
    masonry(c, &stone, &water, frame);
    for (i, (x, top, h)) in [
        (44, 36, 26),
        (83, 36, 26),
        (52, 36, 22),
        (75, 36, 22),
        (31, 72, 34),
        (96, 72, 34),
        (46, 76, 34),
        (81, 76, 34),
    ]
    .into_iter()
    .enumerate()
    {
        jet(c, x, top, h, (frame + i as i32) % FRAMES);
    }
    s.named("street", frame_name("fountain".to_owned(), frame))
}

/// The fountain turned off in winter: ice in its bowls, and snow on its stone.
pub fn fountain_in_winter() -> Sprite {
    let (stone, ice) = (Ramp::of(0xC6C2BC), Ramp::of(0xB4CEDA));
    let mut s = Sprite::new(4, 4, 40).flat();
    let c = &mut s.art;
    masonry(c, &stone, &ice, 0);
    rim(c, (8, 55, 112, 91), (16, 61, 96, 82));
    rim(c, (29, 57, 70, 22), (33, 61, 62, 16));
    rim(c, (43, 25, 42, 12), (47, 28, 34, 8));
    snow_on(c, 3, 11);
    for (x, top, h) in [
        (33, 72, 5),
        (45, 80, 8),
        (62, 83, 6),
        (81, 80, 7),
        (93, 73, 5),
    ] {
        c.vline(x, top, h, Color::hex(0xE8F4F8));
        c.vline(x + 1, top, h - 2, ice.light);
    }
    let name = format!("fountain{}", Season::Winter.suffix());
    s.named("street", name)
}

/// Lays snow on the rim between two ellipses, each left, top, width and height.
fn rim(c: &mut Canvas, outer: (i32, i32, i32, i32), inner: (i32, i32, i32, i32)) {
    let inside = |x: i32, y: i32, (left, top, w, h): (i32, i32, i32, i32)| {
        let dx = ((x - left) as f32 + 0.5) / w as f32 * 2.0 - 1.0;
        let dy = ((y - top) as f32 + 0.5) / h as f32 * 2.0 - 1.0;
        dx * dx + dy * dy <= 1.0
    };
    for y in outer.1..outer.1 + outer.3 {
        for x in outer.0..outer.0 + outer.2 {
            let bare = hash(x / 4, y / 3, 61).is_multiple_of(9);
            if inside(x, y, outer) && !inside(x, y, inner) && !bare {
                let low = !inside(x, y + 1, outer) || inside(x, y - 1, inner);
                c.set(x, y, if low { BLUE_SNOW } else { SNOW });
            }
        }
    }
}

/// The fountain's basin, column and bowls with what stands in them.
fn masonry(c: &mut Canvas, stone: &Ramp, water: &Ramp, frame: i32) {
    basin(c, stone, water, frame);
    c.rect(55, 66, 18, 46, stone.line);
    c.rect(56, 66, 16, 45, stone.mid);
    c.rect(57, 66, 4, 45, stone.light);
    c.rect(67, 66, 5, 45, stone.dark);
    let swell = frame % 2;
    c.ellipse(48 - swell, 104, 32 + 2 * swell, 12, water.hi);
    c.ellipse(52, 106, 24, 8, Color::hex(0xE8F6F4));
    bowl(c, 28, 58, 72, stone, water);
    c.rect(58, 30, 12, 32, stone.line);
    c.rect(59, 30, 10, 31, stone.mid);
    c.rect(60, 30, 3, 31, stone.light);
    bowl(c, 42, 26, 44, stone, water);
    c.rect(61, 10, 6, 20, stone.line);
    c.rect(62, 10, 3, 20, stone.light);
    c.ball(64.0, 9.0, 5.0, 5.0, stone, 0.0, 1);
}

/// Water that falls, bright drops travelling down it.
fn jet(c: &mut Canvas, x: i32, top: i32, h: i32, frame: i32) {
    for y in top..top + h {
        let bright = (y - frame * 3).rem_euclid(12) < 7;
        let a = if bright { 230 } else { 130 };
        c.blend(x, y, Color::hex(0xF6FCFA).alpha(a));
        c.blend(x + 1, y, Color::hex(0xDCF2F2).alpha(a - 30));
    }
    let wide = 7 + frame % 3;
    let splash = Color::hex(0xE8F6F4).alpha(190);
    c.ellipse(x + 1 - wide / 2, top + h - 2, wide, 4, splash);
}

/// The fountain's round basin with its water.
fn basin(c: &mut Canvas, stone: &Ramp, water: &Ramp, frame: i32) {
    c.soft_shadow(70.0, 112.0, 62.0, 54.0, 60);
    c.ellipse(2, 52, 124, 112, stone.line);
    c.ellipse(3, 60, 122, 103, stone.dark);
    for i in 0..16 {
        c.vline(
            8 + i * 8,
            110,
            60 - (i - 7).abs() * 4,
            stone.deep.alpha(120),
        );
    }
    let mut lip = Canvas::new(128, 168);
    lip.ellipse(3, 52, 122, 100, stone.line);
    lip.ellipse(4, 53, 120, 98, stone.light);
    lip.ellipse(6, 55, 117, 96, stone.mid);
    lip.ellipse(14, 61, 100, 84, stone.line);
    lip.ellipse(15, 62, 98, 83, stone.deep);
    lip.ellipse(16, 67, 96, 77, water.dark);
    lip.ellipse(20, 70, 88, 70, water.mid);
    lip.ellipse(30, 78, 68, 54, water.light.mix(water.mid, 0.5));
    c.draw(&lip, 0, 0);
    for (i, (x, y, w)) in [
        (28, 92, 14),
        (84, 96, 12),
        (40, 124, 18),
        (72, 128, 14),
        (30, 110, 9),
        (90, 114, 10),
    ]
    .into_iter()
    .enumerate()
    {
        let drift = [0, 1, 2, 1][((frame + i as i32) % FRAMES) as usize];
        c.hline(x + drift, y, w, Color::hex(0xD4EEEE));
        c.hline(x + 3 - drift, y + 1, w - 4, water.light);
    }
    for i in 0..12 {
        let a = i as f32 * TAU / 12.0;
        let (x, y) = (64.0 + a.cos() * 55.0, 102.0 + a.sin() * 45.0);
        c.rect(x as i32, y as i32, 1, 5, stone.dark);
    }
}

/// A stone bowl with water in it.
fn bowl(c: &mut Canvas, x: i32, y: i32, w: i32, stone: &Ramp, water: &Ramp) {
    c.ellipse(x, y, w, w * 2 / 5, stone.line);
    c.ellipse(x + 1, y + 2, w - 2, w * 2 / 5 - 3, stone.dark);
    c.ellipse(x, y - 2, w, w / 3, stone.line);
    c.ellipse(x + 1, y - 1, w - 2, w / 3 - 2, stone.hi);
    c.ellipse(x + 4, y + 1, w - 8, w / 3 - 5, water.dark);
    c.ellipse(x + 6, y + 2, w - 12, w / 3 - 7, water.light);
}
