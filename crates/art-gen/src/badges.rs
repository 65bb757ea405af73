//! Small pictures of the interface: the badges over people's heads, bubbles, rings, glow and the
//! application's icon.

mod glyphs;
mod icon;
mod surfaces;
mod weather;

use crate::{
    canvas::Canvas,
    palette::Color,
    tiles::animals::{STEPS, cat, cat_walking, sparrow_flying},
};
use glyphs::GLYPHS;
use std::path::Path;

/// Width and height of a badge.
const SIZE: i32 = 24;

/// The light that surrounds every badge.
const CREAM: Color = Color::hex(0xfcf3dc);
/// The darkest ink of the interface.
const INK: Color = Color::hex(0x3a3046);
/// The accent colour of the interface.
const TEAL: Color = Color::hex(0x2f9c95);

/// Writes all pictures of the interface into `folder`.
///
/// # Errors
/// When the folder or a picture in it cannot be written.
pub fn write(folder: &Path) -> std::io::Result<()> {
    strip().save(&folder.join("badges.png"))?;
    let names: Vec<_> = GLYPHS
        .iter()
        .map(|(name, _)| format!("\"{name}\""))
        .collect();
    let text = format!(
        "# The badges of badges.png from left to right, written by `cargo run -p art-gen`.\n\
         size = {SIZE}\norder = [{}]\n",
        names.join(", ")
    );
    std::fs::write(folder.join("badges.toml"), text)?;
    icon::draw().save(&folder.join("icon.png"))?;
    surfaces::shadow().save(&folder.join("shadow.png"))?;
    surfaces::ring().save(&folder.join("ring.png"))?;
    wildlife().save(&folder.join("wildlife.png"))?;
    weather::puddles().save(&folder.join("puddles.png"))?;
    weather::umbrella().save(&folder.join("umbrella.png"))?;
    surfaces::glow().save(&folder.join("glow.png"))?;
    surfaces::bubble().save(&folder.join("bubble.png"))?;
    surfaces::bubble_tail().save(&folder.join("bubble_tail.png"))
}

/// A cat that walks, one that sits, and a bird that flies: a row each of its pictures.
fn wildlife() -> Canvas {
    let side = 32;
    let mut canvas = Canvas::new(side * STEPS, side * 3);
    for frame in 0..STEPS {
        let row = [cat_walking(0, frame), cat(0), sparrow_flying(frame)];
        for (y, piece) in (0..).zip(row) {
            canvas.draw(&piece.art, frame * side, y * side);
        }
    }
    canvas
}

/// All badges side by side.
fn strip() -> Canvas {
    let mut canvas = Canvas::new(SIZE * GLYPHS.len() as i32, SIZE);
    for (i, (_, rows)) in GLYPHS.iter().enumerate() {
        canvas.draw(&badge(rows), i as i32 * SIZE, 0);
    }
    canvas
}

/// One badge: its glyph in the middle, a cream rim around it, and a faint dark line around the rim.
fn badge(rows: &[&str]) -> Canvas {
    let mut canvas = Canvas::new(SIZE, SIZE);
    let width = rows.iter().map(|row| row.len()).max().unwrap_or(0) as i32;
    let (left, top) = ((SIZE - width) / 2, (SIZE - rows.len() as i32) / 2);
    for (y, row) in rows.iter().enumerate() {
        for (x, letter) in row.chars().enumerate() {
            if let Some(color) = ink(letter) {
                canvas.set(left + x as i32, top + y as i32, color);
            }
        }
    }
    rim(&mut canvas, CREAM, true);
    rim(&mut canvas, INK.alpha(120), false);
    canvas
}

/// Surrounds everything opaque with a line of one pixel, over corners too if `round`.
fn rim(canvas: &mut Canvas, color: Color, round: bool) {
    let before = canvas.clone();
    for y in 0..canvas.height {
        for x in 0..canvas.width {
            let near = |dx: i32, dy: i32| {
                (round || dx == 0 || dy == 0) && before.get(x + dx, y + dy).a == 255
            };
            let touches = (-1..=1).any(|dy| (-1..=1).any(|dx| near(dx, dy)));
            if before.get(x, y).a == 0 && touches {
                canvas.set(x, y, color);
            }
        }
    }
}

/// The colour of a glyph's letter; a dot is clear.
fn ink(letter: char) -> Option<Color> {
    let rgb = match letter {
        'k' => 0x3a3046,
        'r' => 0xc4524c,
        'R' => 0x8f3645,
        'o' => 0xdd8a4c,
        'y' => 0xf0b93e,
        'Y' => 0xb97a2c,
        'g' => 0x4f9a5f,
        'G' => 0x2f6b50,
        't' => 0x2f9c95,
        'T' => 0x1f6a73,
        'a' => 0xa6d6e0,
        'b' => 0x4a86c0,
        'B' => 0x2f5a92,
        'p' => 0x9a5aa0,
        'P' => 0x6a3c7c,
        'n' => 0x94603e,
        'N' => 0x5e3a34,
        'c' => 0xdb9f74,
        's' => 0x7d8797,
        'S' => 0xb9c2cc,
        'w' => 0xfff7e4,
        'W' => 0xe3d3b2,
        _ => return None,
    };
    Some(Color::hex(rgb))
}

#[cfg(test)]
mod tests {
    use super::{GLYPHS, SIZE, ink};

    #[test]
    fn glyphs_leave_room_for_their_rim() {
        for (name, rows) in GLYPHS {
            let width = rows[0].len();
            assert!(
                rows.iter().all(|row| row.len() == width),
                "{name} has uneven rows"
            );
            assert!(
                width as i32 <= SIZE - 4 && rows.len() as i32 <= SIZE - 4,
                "{name} is too large"
            );
        }
    }

    #[test]
    fn glyphs_use_known_inks() {
        for (name, rows) in GLYPHS {
            for letter in rows.iter().flat_map(|row| row.chars()) {
                assert!(
                    letter == '.' || ink(letter).is_some(),
                    "{name} uses {letter}"
                );
            }
        }
    }
}
