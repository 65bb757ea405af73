//! Collegium's palette: calm, slightly warm ramps with hue-shifted shadows. Nothing is pure black
//! or white.

/// A straight-alpha RGBA colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Color {
    /// Red, 0–255.
    pub r: u8,
    /// Green, 0–255.
    pub g: u8,
    /// Blue, 0–255.
    pub b: u8,
    /// Opacity, 0–255.
    pub a: u8,
}

impl Color {
    /// Fully transparent.
    pub const CLEAR: Color = Color {
        r: 0,
        g: 0,
        b: 0,
        a: 0,
    };

    /// An opaque colour from `0xRRGGBB`.
    pub const fn hex(rgb: u32) -> Color {
        Color {
            r: (rgb >> 16) as u8,
            g: (rgb >> 8) as u8,
            b: rgb as u8,
            a: 255,
        }
    }

    /// Red, green, blue and opacity.
    pub const fn bytes(self) -> [u8; 4] {
        [self.r, self.g, self.b, self.a]
    }

    /// The same colour with another opacity.
    pub const fn alpha(self, a: u8) -> Color {
        Color { a, ..self }
    }

    /// Mixes towards `other` by `t` in 0..=1, opacity included.
    pub fn mix(self, other: Color, t: f32) -> Color {
        let lerp = |a: u8, b: u8| {
            (a as f32 + (b as f32 - a as f32) * t)
                .round()
                .clamp(0.0, 255.0) as u8
        };
        Color {
            r: lerp(self.r, other.r),
            g: lerp(self.g, other.g),
            b: lerp(self.b, other.b),
            a: lerp(self.a, other.a),
        }
    }

    /// This colour blended over `under`.
    pub fn over(self, under: Color) -> Color {
        if self.a == 255 || under.a == 0 {
            return if self.a == 0 { under } else { self };
        }
        let (sa, ua) = (self.a as f32 / 255.0, under.a as f32 / 255.0);
        let out = sa + ua * (1.0 - sa);
        let channel = |s: u8, u: u8| {
            ((s as f32 * sa + u as f32 * ua * (1.0 - sa)) / out.max(1e-6)).round() as u8
        };
        Color {
            r: channel(self.r, under.r),
            g: channel(self.g, under.g),
            b: channel(self.b, under.b),
            a: (out * 255.0).round() as u8,
        }
    }
}
