//! Soft and framed surfaces: shadow, selection ring, glow, speech bubble.

use super::{CREAM, INK, TEAL};
use crate::{canvas::Canvas, palette::Color};

/// A soft round shadow to lie under a person.
pub fn shadow() -> Canvas {
    let mut canvas = Canvas::new(32, 16);
    for y in 0..16 {
        for x in 0..32 {
            let r = from_centre(x, y, 32, 16);
            let strength = (1.0 - r).clamp(0.0, 0.45) / 0.45;
            canvas.set(x, y, Color::hex(0x251f3a).alpha((strength * 96.0) as u8));
        }
    }
    canvas
}

/// A dashed ellipse around a selected person.
pub fn ring() -> Canvas {
    let (width, height) = (48, 32);
    let mut canvas = Canvas::new(width, height);
    for y in 0..height {
        for x in 0..width {
            let (dx, dy) = (x as f32 + 0.5 - 24.0, y as f32 + 0.5 - 16.0);
            // Distance to the ellipse in pixels, by the gradient of its equation.
            let (rx, ry) = (21.0f32, 13.0f32);
            let radius = ((dx / rx).powi(2) + (dy / ry).powi(2)).sqrt();
            let slope =
                ((dx / (rx * rx)).powi(2) + (dy / (ry * ry)).powi(2)).sqrt() / radius.max(0.01);
            let distance = (radius - 1.0) / slope.max(0.001);
            let turn = (dy / ry).atan2(dx / rx) / std::f32::consts::TAU * 12.0 + 12.25;
            let dash = turn.fract() < 0.62;
            let edge = turn.fract() < 0.70 || turn.fract() > 0.94;
            if distance.abs() <= 1.0 && dash {
                canvas.set(x, y, if distance < 0.0 { CREAM } else { TEAL });
            } else if distance.abs() <= 2.0 && edge {
                canvas.set(x, y, INK.alpha(150));
            }
        }
    }
    canvas
}

/// A white glow that fades smoothly to nothing at its rim.
pub fn glow() -> Canvas {
    let mut canvas = Canvas::new(256, 256);
    for y in 0..256 {
        for x in 0..256 {
            let rest = (1.0 - from_centre(x, y, 256, 256)).max(0.0);
            // Smoothstep, squared: a warm core and a long tail.
            let fade = rest * rest * (3.0 - 2.0 * rest);
            canvas.set(
                x,
                y,
                Color::hex(0xffffff).alpha((fade.powf(1.4) * 255.0).round() as u8),
            );
        }
    }
    canvas
}

/// A speech bubble whose 12-pixel border keeps its size when the middle is stretched.
pub fn bubble() -> Canvas {
    let (width, height) = (48, 32);
    let mut canvas = Canvas::new(width, height);
    for y in 0..height {
        for x in 0..width {
            let depth = inside_rounded(x, y, width, height, 9.0);
            let color = if depth < 0.0 {
                continue;
            } else if depth < 1.0 {
                INK.alpha(110)
            } else if depth < 2.2 {
                INK.alpha(235)
            } else if depth < 3.2 && y > height / 2 {
                Color::hex(0xd9cbb0)
            } else {
                CREAM
            };
            canvas.set(x, y, color);
        }
    }
    canvas
}

/// The tail of a speech bubble, to be drawn over its lower border.
pub fn bubble_tail() -> Canvas {
    let mut canvas = Canvas::new(12, 8);
    for y in 0..8 {
        let half = 5 - y * 5 / 7;
        for x in 6 - half..6 + half {
            let rim = x == 6 - half || x == 5 + half || y == 7;
            canvas.set(x, y, if rim && y > 0 { INK.alpha(235) } else { CREAM });
        }
    }
    canvas.set(5, 6, INK.alpha(235));
    canvas.set(6, 6, INK.alpha(235));
    canvas.set(5, 7, INK.alpha(110));
    canvas.set(6, 7, INK.alpha(110));
    canvas
}

/// How far a pixel lies from the centre of a rectangle, 1 on the inscribed ellipse.
fn from_centre(x: i32, y: i32, width: i32, height: i32) -> f32 {
    let (rx, ry) = (width as f32 / 2.0, height as f32 / 2.0);
    let (dx, dy) = ((x as f32 + 0.5 - rx) / rx, (y as f32 + 0.5 - ry) / ry);
    (dx * dx + dy * dy).sqrt()
}

/// How deep a pixel lies inside a rounded rectangle that fills the canvas; negative outside.
fn inside_rounded(x: i32, y: i32, width: i32, height: i32, radius: f32) -> f32 {
    let (hx, hy) = (width as f32 / 2.0, height as f32 / 2.0);
    let (dx, dy) = (
        (x as f32 + 0.5 - hx).abs() - hx + radius,
        (y as f32 + 0.5 - hy).abs() - hy + radius,
    );
    let corner = (dx.max(0.0).powi(2) + dy.max(0.0).powi(2)).sqrt();
    radius - corner - dx.max(dy).min(0.0)
}
