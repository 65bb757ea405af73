//! Pictures in memory: reading PNG files, cutting parts out, laying one over another.

use bevy::{
    asset::RenderAssetUsages,
    image::{CompressedImageFormats, Image, ImageSampler, ImageType},
    render::render_resource::TextureFormat,
};
use collegium_core::{files, text::Shown as _};
use std::path::Path;

/// A picture: four bytes (red, green, blue, opacity) for each pixel, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// How many columns of pixels it has.
    pub width: u32,
    /// How many rows of pixels it has.
    pub height: u32,
    /// Four bytes a pixel, row by row: red, green, blue and opacity.
    pub data: Vec<u8>,
}

/// A rectangle of a picture, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its leftmost column.
    pub x: u32,
    /// Its top row.
    pub y: u32,
    /// How many columns it has.
    pub w: u32,
    /// How many rows it has.
    pub h: u32,
}

/// How a picture is mirrored when it is laid over another, as Tiled does it: first along the
/// diagonal, then left to right, then top to bottom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flips {
    /// Whether left and right are exchanged.
    pub horizontal: bool,
    /// Whether top and bottom are exchanged.
    pub vertical: bool,
    /// Columns become rows.
    pub diagonal: bool,
}

impl Pixels {
    /// A picture in which everything is clear.
    pub fn clear(width: u32, height: u32) -> Self {
        Self {
            width,
            height,
            data: vec![0; width as usize * height as usize * 4],
        }
    }

    /// Reads a PNG file.
    ///
    /// # Errors
    /// When it cannot be read or is no picture, in a sentence.
    pub fn read(file: &Path) -> Result<Self, String> {
        let bytes =
            files::read(file).map_err(|e| format!("{}: cannot be read ({e})", file.shown()))?;
        let wrong = |why: &dyn std::fmt::Display| {
            format!(
                "{}: is not a picture that can be shown ({why})",
                file.shown()
            )
        };
        let none = CompressedImageFormats::NONE;
        let kind = ImageType::Extension("png");
        let image = Image::from_buffer(
            &bytes,
            kind,
            none,
            true,
            ImageSampler::Default,
            RenderAssetUsages::MAIN_WORLD,
        )
        .map_err(|e| wrong(&e))?;
        let (width, height) = (image.width(), image.height());
        let data = match (image.texture_descriptor.format, image.data.as_ref()) {
            (TextureFormat::Rgba8UnormSrgb, Some(data)) => data.clone(),
            _ => image
                .try_into_dynamic()
                .map_err(|e| wrong(&e))?
                .to_rgba8()
                .into_raw(),
        };
        Ok(Self {
            width,
            height,
            data,
        })
    }

    fn at(&self, x: u32, y: u32) -> usize {
        (y as usize * self.width as usize + x as usize) * 4
    }

    /// The colour at a pixel; clear outside of the picture.
    pub fn get(&self, x: u32, y: u32) -> [u8; 4] {
        if x >= self.width || y >= self.height {
            return [0; 4];
        }
        let i = self.at(x, y);
        [
            self.data[i],
            self.data[i + 1],
            self.data[i + 2],
            self.data[i + 3],
        ]
    }

    /// Sets the colour of a pixel of the picture.
    pub(super) fn put(&mut self, x: u32, y: u32, colour: [u8; 4]) {
        let i = self.at(x, y);
        self.data[i..i + 4].copy_from_slice(&colour);
    }

    /// A part of the picture as a picture of its own; clear where the part leaves the picture.
    pub fn cut(&self, area: Area) -> Self {
        let mut part = Self::clear(area.w, area.h);
        part.lay(self, area, 0, 0, Flips::default());
        part
    }

    /// The picture mirrored.
    pub fn flipped(&self, flips: Flips) -> Self {
        let mut other = Self::clear(self.width, self.height);
        let whole = Area {
            x: 0,
            y: 0,
            w: self.width,
            h: self.height,
        };
        other.lay(self, whole, 0, 0, flips);
        other
    }

    /// Lays `area` of another picture over this one with its top left corner at (x, y). What does
    /// not fit is left out.
    pub fn lay(&mut self, from: &Self, area: Area, x: i32, y: i32, flips: Flips) {
        for row in 0..area.h {
            for column in 0..area.w {
                let (to_x, to_y) = (x + column as i32, y + row as i32);
                if to_x < 0 || to_y < 0 || to_x >= self.width as i32 || to_y >= self.height as i32 {
                    continue;
                }
                let mut u = if flips.horizontal {
                    area.w - 1 - column
                } else {
                    column
                };
                let mut v = if flips.vertical {
                    area.h - 1 - row
                } else {
                    row
                };
                if flips.diagonal {
                    (u, v) = (v, u);
                }
                let (from_x, from_y) = (area.x + u, area.y + v);
                if from_x >= from.width || from_y >= from.height {
                    continue;
                }
                let (a, b) = (from.at(from_x, from_y), self.at(to_x as u32, to_y as u32));
                over(&mut self.data[b..b + 4], &from.data[a..a + 4]);
            }
        }
    }

    /// Whether nothing is in it.
    pub fn is_clear(&self) -> bool {
        self.data.chunks_exact(4).all(|p| p[3] == 0)
    }

    /// Whether nothing shows through it.
    pub fn is_opaque(&self) -> bool {
        self.data.chunks_exact(4).all(|p| p[3] == 255)
    }

    /// Gives clear pixels the colour of the smaller copy, so that no dark seam shows where the two
    /// are blended.
    pub(super) fn fill_clear(&mut self, smaller: &Self) {
        for y in 0..self.height {
            for x in 0..self.width {
                let i = self.at(x, y);
                if self.data[i + 3] == 0 {
                    let p = smaller.get(
                        (x / 2).min(smaller.width - 1),
                        (y / 2).min(smaller.height - 1),
                    );
                    self.data[i..i + 3].copy_from_slice(&p[..3]);
                }
            }
        }
    }
}

/// Lays one pixel over another.
fn over(below: &mut [u8], above: &[u8]) {
    match above[3] {
        0 => {}
        255 => below.copy_from_slice(above),
        opacity => {
            let a = u32::from(opacity);
            let b = u32::from(below[3]) * (255 - a) / 255;
            let out = a + b;
            for (c, d) in below[..3].iter_mut().zip(&above[..3]) {
                *c = ((u32::from(*d) * a + u32::from(*c) * b) / out.max(1)) as u8;
            }
            below[3] = out.min(255) as u8;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_by_two() -> Pixels {
        let data = [
            [1, 0, 0, 255],
            [2, 0, 0, 255],
            [3, 0, 0, 255],
            [4, 0, 0, 255],
        ]
        .concat();
        Pixels {
            width: 2,
            height: 2,
            data,
        }
    }

    fn reds(flips: Flips) -> [u8; 4] {
        let mut to = Pixels::clear(2, 2);
        to.lay(
            &two_by_two(),
            Area {
                x: 0,
                y: 0,
                w: 2,
                h: 2,
            },
            0,
            0,
            flips,
        );
        [
            to.get(0, 0)[0],
            to.get(1, 0)[0],
            to.get(0, 1)[0],
            to.get(1, 1)[0],
        ]
    }

    #[test]
    fn pictures_are_flipped_as_tiled_does() {
        assert_eq!(reds(Flips::default()), [1, 2, 3, 4]);
        assert_eq!(
            reds(Flips {
                horizontal: true,
                ..Flips::default()
            }),
            [2, 1, 4, 3]
        );
        assert_eq!(
            reds(Flips {
                vertical: true,
                ..Flips::default()
            }),
            [3, 4, 1, 2]
        );
        assert_eq!(
            reds(Flips {
                diagonal: true,
                ..Flips::default()
            }),
            [1, 3, 2, 4]
        );
        // A quarter turn clockwise is diagonal and horizontal.
        assert_eq!(
            reds(Flips {
                diagonal: true,
                horizontal: true,
                vertical: false
            }),
            [3, 1, 4, 2]
        );
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        let mut to = Pixels::clear(2, 2);
        to.lay(
            &two_by_two(),
            Area {
                x: 0,
                y: 0,
                w: 2,
                h: 2,
            },
            1,
            -1,
            Flips::default(),
        );
        assert_eq!(to.get(1, 0)[0], 3);
        assert_eq!(to.get(0, 0)[3], 0);
        assert_eq!(to.get(9, 9), [0; 4]);
    }

    #[test]
    fn half_clear_pixels_are_mixed() {
        let mut below = [100, 100, 100, 255];
        over(&mut below, &[200, 0, 100, 128]);
        assert_eq!(below, [150, 49, 100, 255]);
    }
}
