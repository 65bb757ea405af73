//! What weather brings: puddles, umbrellas, and the sun's light on a floor.

use crate::{canvas::Canvas, noise::smooth, palette::Color};

/// How many different puddles there are, side by side in one picture.
const PUDDLES: i32 = 4;
/// The size of a puddle in pixels.
const PUDDLE: (i32, i32) = (48, 28);

/// Puddles, side by side.
pub fn puddles() -> Canvas {
    let (w, h) = PUDDLE;
    let mut all = Canvas::new(w * PUDDLES, h);
    for kind in 0..PUDDLES {
        let seed = 40 + kind as u32;
        let (rx, ry) = (
            [21.0, 17.0, 14.0, 19.0][kind as usize],
            [9.0, 10.5, 7.0, 8.0][kind as usize],
        );
        for y in 0..h {
            for x in 0..w {
                let (dx, dy) = (
                    x as f32 + 0.5 - w as f32 / 2.0,
                    y as f32 + 0.5 - h as f32 / 2.0,
                );
                let rough = (smooth(x, y, 7, 4096, seed) - 0.5) * 0.55;
                let r = ((dx / rx).powi(2) + (dy / ry).powi(2)).sqrt() + rough;
                let glint = smooth(x + y * 2, y, 6, 4096, seed ^ 9) > 0.68 && r < 0.7;
                let color = match r {
                    r if r > 1.0 => Color::CLEAR,
                    r if r > 0.86 => Color::hex(0x5E6478).alpha(110),
                    _ if glint => Color::hex(0xDCEAF2).alpha(170),
                    r if r > 0.66 => Color::hex(0x7C90A8).alpha(150),
                    _ => Color::hex(0x8FA9C0).alpha(165),
                };
                all.set(kind * w + x, y, color);
            }
        }
    }
    all
}

/// An open umbrella in greys, to be tinted, with its handle below.
pub fn umbrella() -> Canvas {
    let mut c = Canvas::new(34, 30);
    let line = Color::hex(0x3A3448);
    c.rect(16, 12, 2, 16, line);
    c.rect(13, 27, 5, 2, line);
    c.rect(13, 25, 2, 2, line);
    for y in 2..14 {
        for x in 0..34 {
            let (dx, dy) = (
                (x as f32 + 0.5 - 17.0) / 16.0,
                (14.0 - y as f32 - 0.5) / 11.5,
            );
            if dx * dx + dy * dy > 1.0 {
                continue;
            }
            // The cloth hangs in arcs between its ribs.
            let arc = ((dx + 1.0) * 2.0).fract() - 0.5;
            if dy < 0.14 - 0.5 * arc * arc {
                continue;
            }
            let rib = ((dx / (1.0 - dy * dy).max(0.05).sqrt() + 1.0) * 2.0).fract();
            let lit = (0.80 - 0.28 * dx + 0.12 * dy).clamp(0.45, 1.0);
            let dim = if rib < 0.10 { 0.82 } else { 1.0 };
            let level = (lit * dim * 250.0) as u8;
            c.set(
                x,
                y,
                Color {
                    r: level,
                    g: level,
                    b: level,
                    a: 255,
                },
            );
        }
    }
    c.rect(16, 0, 2, 3, line);
    c.outline(line);
    c
}
