//! Drawing helpers shared by all art: hue-shifted ramps, boxes with volume, shaded round forms and
//! soft shadows.
//!
//! Everything is lit from the top left: top edges catch light, fronts are darker, shadows lean to
//! violet.

use crate::{canvas::Canvas, noise, palette::Color};

/// The warm light that bright tones lean to.
const SUN: Color = Color::hex(0xFFF4D8);
/// The cool violet that shadows lean to.
const DUSK: Color = Color::hex(0x33264D);
/// The colour of cast shadows; used with low opacity.
pub const SHADOW: Color = Color::hex(0x2E2547);

/// A hue-shifted ramp of tones around one colour.
#[derive(Clone, Copy)]
pub struct Ramp {
    /// Rims that face the light.
    pub hi: Color,
    /// Surfaces that are lit.
    pub light: Color,
    /// The colour that the ramp is made around.
    pub mid: Color,
    /// Surfaces turned away from the light.
    pub dark: Color,
    /// Creases and undersides.
    pub deep: Color,
    /// The lines around a shape.
    pub line: Color,
}

impl Ramp {
    /// The ramp around `0xRRGGBB`.
    pub fn of(rgb: u32) -> Ramp {
        Ramp::from(Color::hex(rgb))
    }

    /// The ramp around an opaque colour.
    pub fn from(mid: Color) -> Ramp {
        Ramp {
            hi: mid.mix(SUN, 0.48),
            light: mid.mix(SUN, 0.22),
            mid,
            dark: mid.mix(DUSK, 0.20),
            deep: mid.mix(DUSK, 0.36),
            line: mid.mix(DUSK, 0.60),
        }
    }
}

/// Common material colours.
pub mod tone {
    /// Honey-coloured wood.
    pub const WOOD: u32 = 0xC08A58;
    /// Dark walnut wood.
    pub const WALNUT: u32 = 0x8E6044;
    /// Pale birch wood.
    pub const BIRCH: u32 = 0xDDB98A;
    /// Brushed steel.
    pub const STEEL: u32 = 0xA9B4BE;
    /// Dark iron.
    pub const IRON: u32 = 0x5C6270;
    /// Off-white enamel and linen.
    pub const WHITE: u32 = 0xE9E6DC;
    /// Leaf green.
    pub const LEAF: u32 = 0x5E9152;
    /// Terracotta.
    pub const CLAY: u32 = 0xC0704F;
    /// Muted blue.
    pub const BLUE: u32 = 0x6F8FB8;
    /// Muted red.
    pub const RED: u32 = 0xB85C55;
    /// Mustard yellow.
    pub const MUSTARD: u32 = 0xD6A94F;
    /// Muted teal.
    pub const TEAL: u32 = 0x5F9C96;
    /// Muted plum purple.
    pub const PLUM: u32 = 0x8C6A99;
}

/// The colours of book spines, cups and other small bright things.
pub const BRIGHTS: [u32; 8] = [
    0xB85C55, 0x6F8FB8, 0xD6A94F, 0x6E9A62, 0x8C6A99, 0xD08A5A, 0x5F9C96, 0xC9C2AE,
];

impl Canvas {
    /// A horizontal run of pixels.
    pub fn hline(&mut self, x: i32, y: i32, w: i32, color: Color) {
        self.rect(x, y, w, 1, color);
    }

    /// A vertical run of pixels.
    pub fn vline(&mut self, x: i32, y: i32, h: i32, color: Color) {
        self.rect(x, y, 1, h, color);
    }

    /// A filled rectangle without its four corner pixels.
    pub fn soft_rect(&mut self, x: i32, y: i32, w: i32, h: i32, color: Color) {
        if w < 3 || h < 3 {
            self.rect(x, y, w, h, color);
            return;
        }
        self.rect(x + 1, y, w - 2, 1, color);
        self.rect(x, y + 1, w, h - 2, color);
        self.rect(x + 1, y + h - 1, w - 2, 1, color);
    }

    /// A box seen from above at a slant: a lit top of height `top`, a front of height `front`, an
    /// outline around both.
    pub fn slab(&mut self, x: i32, y: i32, w: i32, top: i32, front: i32, ramp: &Ramp) {
        self.soft_rect(x, y, w, top + front, ramp.line);
        self.rect(x + 1, y + 1, w - 2, top - 1, ramp.mid);
        self.rect(
            x + 1,
            y + 1,
            w - 2,
            (top - 1) / 2,
            ramp.mid.mix(ramp.light, 0.5),
        );
        self.hline(x + 1, y + 1, w - 2, ramp.hi);
        self.vline(x + 1, y + 1, top - 1, ramp.light);
        if front > 1 {
            self.rect(x + 1, y + top, w - 2, front - 1, ramp.dark);
            self.hline(x + 1, y + top, w - 2, ramp.light);
            self.vline(x + 1, y + top + 1, front - 2, ramp.dark.mix(ramp.mid, 0.5));
            self.hline(x + 1, y + top + front - 2, w - 2, ramp.deep);
        }
    }

    /// A flat plate with a bevel and an outline: screens, boards, doors of cupboards.
    pub fn plate(&mut self, x: i32, y: i32, w: i32, h: i32, ramp: &Ramp) {
        self.soft_rect(x, y, w, h, ramp.line);
        self.rect(x + 1, y + 1, w - 2, h - 2, ramp.mid);
        self.hline(x + 1, y + 1, w - 2, ramp.light);
        self.vline(x + 1, y + 1, h - 2, ramp.light);
        self.hline(x + 1, y + h - 2, w - 2, ramp.dark);
        self.vline(x + w - 2, y + 1, h - 2, ramp.dark);
    }

    /// A rounded form lit from the top left, with `rough` 0..1 of leafy irregularity at its edge
    /// and between its tones.
    #[expect(
        clippy::too_many_arguments,
        reason = "a centre, two radii and the look: shorter than a struct at every call"
    )]
    pub fn ball(&mut self, cx: f32, cy: f32, rx: f32, ry: f32, ramp: &Ramp, rough: f32, seed: u32) {
        let (x0, x1) = ((cx - rx) as i32 - 2, (cx + rx) as i32 + 2);
        let (y0, y1) = ((cy - ry) as i32 - 2, (cy + ry) as i32 + 2);
        for y in y0..=y1 {
            for x in x0..=x1 {
                let dx = (x as f32 + 0.5 - cx) / rx;
                let dy = (y as f32 + 0.5 - cy) / ry;
                let n = noise::smooth(x, y, 4, 4096, seed) - 0.5;
                let r = (dx * dx + dy * dy).sqrt() + n * 0.34 * rough;
                if r > 1.0 {
                    continue;
                }
                let fine = (noise::smooth(x, y, 3, 4096, seed ^ 77) - 0.5) * rough * 0.8;
                let light = -0.55 * dx - 0.75 * dy + fine + n * rough * 0.4;
                let rim = 1.0 - 2.2 / rx.min(ry);
                let color = if r > rim && (dx + dy) > -0.35 {
                    ramp.line.mix(ramp.deep, 0.45)
                } else if r > rim {
                    ramp.dark
                } else if light > 0.62 {
                    ramp.hi
                } else if light > 0.25 {
                    ramp.light
                } else if light > -0.22 {
                    ramp.mid
                } else if light > -0.58 {
                    ramp.dark
                } else {
                    ramp.deep
                };
                self.set(x, y, color);
            }
        }
    }

    /// A soft elliptical cast shadow.
    pub fn soft_shadow(&mut self, cx: f32, cy: f32, rx: f32, ry: f32, strength: u8) {
        for y in (cy - ry) as i32 - 1..=(cy + ry) as i32 + 1 {
            for x in (cx - rx) as i32 - 1..=(cx + rx) as i32 + 1 {
                let dx = (x as f32 + 0.5 - cx) / rx;
                let dy = (y as f32 + 0.5 - cy) / ry;
                let r = dx * dx + dy * dy;
                if r <= 1.0 {
                    let a = if r > 0.72 { strength / 2 } else { strength };
                    self.blend(x, y, SHADOW.alpha(a));
                }
            }
        }
    }

    /// A mirror image, left to right.
    pub fn mirrored(&self) -> Canvas {
        let mut out = Canvas::new(self.width, self.height);
        for y in 0..self.height {
            for x in 0..self.width {
                out.set(self.width - 1 - x, y, self.get(x, y));
            }
        }
        out
    }
}
