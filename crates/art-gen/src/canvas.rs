//! A small RGBA drawing surface: what every drawing routine of art-gen paints on.

use crate::palette::Color;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::BufWriter,
    path::Path,
};

/// An RGBA image, straight (not premultiplied) alpha, row by row from the top left.
#[derive(Clone)]
pub struct Canvas {
    /// Width in pixels.
    pub width: i32,
    /// Height in pixels.
    pub height: i32,
    /// `width * height` pixels.
    pub pixels: Vec<Color>,
}

impl Canvas {
    /// A fully transparent canvas.
    pub fn new(width: i32, height: i32) -> Self {
        let pixels = vec![Color::CLEAR; (width * height) as usize];
        Self {
            width,
            height,
            pixels,
        }
    }

    /// The pixel at (x, y); clear outside of the canvas.
    pub fn get(&self, x: i32, y: i32) -> Color {
        if x < 0 || y < 0 || x >= self.width || y >= self.height {
            return Color::CLEAR;
        }
        self.pixels[(y * self.width + x) as usize]
    }

    /// Sets the pixel at (x, y), replacing what was there; outside is ignored.
    pub fn set(&mut self, x: i32, y: i32, color: Color) {
        if x >= 0 && y >= 0 && x < self.width && y < self.height {
            self.pixels[(y * self.width + x) as usize] = color;
        }
    }

    /// Blends `color` over the pixel at (x, y) by its alpha.
    pub fn blend(&mut self, x: i32, y: i32, color: Color) {
        let under = self.get(x, y);
        self.set(x, y, color.over(under));
    }

    /// Blends a filled rectangle.
    pub fn rect(&mut self, x: i32, y: i32, w: i32, h: i32, color: Color) {
        for py in y..y + h {
            for px in x..x + w {
                self.blend(px, py, color);
            }
        }
    }

    /// Blends a filled ellipse inscribed in the rectangle.
    pub fn ellipse(&mut self, x: i32, y: i32, w: i32, h: i32, color: Color) {
        let (rx, ry) = (w as f32 / 2.0, h as f32 / 2.0);
        for py in 0..h {
            for px in 0..w {
                let dx = (px as f32 + 0.5 - rx) / rx;
                let dy = (py as f32 + 0.5 - ry) / ry;
                if dx * dx + dy * dy <= 1.0 {
                    self.blend(x + px, y + py, color);
                }
            }
        }
    }

    /// Blends `other` over this canvas with its top left corner at (x, y).
    pub fn draw(&mut self, other: &Canvas, x: i32, y: i32) {
        for py in 0..other.height {
            for px in 0..other.width {
                self.blend(x + px, y + py, other.get(px, py));
            }
        }
    }

    /// Draws a one-pixel outline around every opaque shape, where the canvas is still clear.
    pub fn outline(&mut self, color: Color) {
        let before = self.clone();
        for y in 0..self.height {
            for x in 0..self.width {
                let near = [(1, 0), (-1, 0), (0, 1), (0, -1)];
                if before.get(x, y).a == 0
                    && near
                        .iter()
                        .any(|(dx, dy)| before.get(x + dx, y + dy).a > 128)
                {
                    self.set(x, y, color);
                }
            }
        }
    }

    /// Writes the canvas as a PNG file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut encoder = png::Encoder::new(
            BufWriter::new(File::create(path)?),
            self.width as u32,
            self.height as u32,
        );
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let colors: BTreeSet<[u8; 4]> = self.pixels.iter().map(|c| c.bytes()).collect();
        let bytes: Vec<u8> = if colors.len() <= 256 {
            // Those with the least opacity come first: what follows the last clear one is opaque.
            let mut colors: Vec<[u8; 4]> = colors.into_iter().collect();
            colors.sort_by_key(|c| c[3]);
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(
                colors
                    .iter()
                    .flat_map(|c| [c[0], c[1], c[2]])
                    .collect::<Vec<_>>(),
            );
            let clear = colors.iter().take_while(|c| c[3] < 255);
            let clear: Vec<u8> = clear.map(|c| c[3]).collect();
            if !clear.is_empty() {
                encoder.set_trns(clear);
            }
            let place: BTreeMap<[u8; 4], u8> = colors.iter().copied().zip(0..=255).collect();
            self.pixels.iter().map(|c| place[&c.bytes()]).collect()
        } else {
            encoder.set_color(png::ColorType::Rgba);
            self.pixels.iter().flat_map(|c| c.bytes()).collect()
        };
        let mut writer = encoder.write_header().map_err(std::io::Error::other)?;
        writer
            .write_image_data(&bytes)
            .map_err(std::io::Error::other)
    }
}
