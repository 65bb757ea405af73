//! Pixel sets and inked layers the size of one frame.

use crate::palette::Color;

/// Width of a frame in pixels.
pub const WIDTH: i32 = 32;
/// Height of a frame in pixels.
pub const HEIGHT: i32 = 48;

/// A set of pixels of one frame: one bit per pixel, one word per row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Mask([u32; HEIGHT as usize]);

impl Mask {
    /// No pixel at all.
    pub const EMPTY: Mask = Mask([0; HEIGHT as usize]);

    /// Whether the set holds the pixel.
    pub fn has(&self, x: i32, y: i32) -> bool {
        (0..WIDTH).contains(&x) && (0..HEIGHT).contains(&y) && self.0[y as usize] >> x & 1 == 1
    }

    /// Adds a pixel; outside of the frame is ignored.
    pub fn add(&mut self, x: i32, y: i32) {
        if (0..WIDTH).contains(&x) && (0..HEIGHT).contains(&y) {
            self.0[y as usize] |= 1 << x;
        }
    }

    /// The pixels of a list.
    pub fn dots(dots: &[(i32, i32)]) -> Mask {
        let mut mask = Mask::EMPTY;
        for &(x, y) in dots {
            mask.add(x, y);
        }
        mask
    }

    /// Rows of spans, from row `y0` downwards, each from its first to its last column, both
    /// included.
    pub fn rows(y0: i32, spans: &[(i32, i32)]) -> Mask {
        let mut mask = Mask::EMPTY;
        for (i, &(x0, x1)) in spans.iter().enumerate() {
            for x in x0..=x1 {
                mask.add(x, y0 + i as i32);
            }
        }
        mask
    }

    /// Rows mirrored on the frame's axis, from row `y0` downwards, each as wide as `half` pixels to
    /// either side.
    pub fn symmetric(y0: i32, halves: &[i32]) -> Mask {
        let spans: Vec<_> = halves.iter().map(|h| (16 - h, 15 + h)).collect();
        Mask::rows(y0, &spans)
    }

    /// The rectangle between two corners, both included.
    pub fn rect(x0: i32, y0: i32, x1: i32, y1: i32) -> Mask {
        let mut mask = Mask::EMPTY;
        for y in y0..=y1 {
            for x in x0..=x1 {
                mask.add(x, y);
            }
        }
        mask
    }

    /// The ellipse inscribed in the rectangle between two corners, both included.
    pub fn ellipse(x0: i32, y0: i32, x1: i32, y1: i32) -> Mask {
        let (cx, cy) = ((x0 + x1) as f32 / 2.0, (y0 + y1) as f32 / 2.0);
        let (rx, ry) = ((x1 - x0 + 1) as f32 / 2.0, (y1 - y0 + 1) as f32 / 2.0);
        let mut mask = Mask::EMPTY;
        for y in y0..=y1 {
            for x in x0..=x1 {
                let (dx, dy) = ((x as f32 - cx) / rx, (y as f32 - cy) / ry);
                if dx * dx + dy * dy <= 1.0 {
                    mask.add(x, y);
                }
            }
        }
        mask
    }

    /// A rectangle without its four corner pixels: the pen of limbs.
    pub fn pen(x: i32, y: i32, w: i32, h: i32) -> Mask {
        let corners = [
            (x, y),
            (x + w - 1, y),
            (x, y + h - 1),
            (x + w - 1, y + h - 1),
        ];
        Mask::rect(x, y, x + w - 1, y + h - 1).minus(Mask::dots(&corners))
    }

    /// Both sets together.
    pub fn or(self, other: Mask) -> Mask {
        Mask(std::array::from_fn(|y| self.0[y] | other.0[y]))
    }

    /// What both sets share.
    pub fn and(self, other: Mask) -> Mask {
        Mask(std::array::from_fn(|y| self.0[y] & other.0[y]))
    }

    /// This set without the other.
    pub fn minus(self, other: Mask) -> Mask {
        Mask(std::array::from_fn(|y| self.0[y] & !other.0[y]))
    }

    /// The set mirrored left to right.
    pub fn mirrored(self) -> Mask {
        Mask(self.0.map(u32::reverse_bits))
    }

    /// The set and its mirror image.
    pub fn both_sides(self) -> Mask {
        self.or(self.mirrored())
    }

    /// The set moved by whole pixels; what leaves the frame is lost.
    pub fn moved(self, dx: i32, dy: i32) -> Mask {
        let mut mask = Mask::EMPTY;
        for (x, y) in self.pixels() {
            mask.add(x + dx, y + dy);
        }
        mask
    }

    /// The set grown by one pixel in the four directions.
    pub fn grown(self) -> Mask {
        let mut mask = self;
        for (x, y) in self.pixels() {
            for (nx, ny) in neighbours(x, y) {
                mask.add(nx, ny);
            }
        }
        mask
    }

    /// The set without the pixels that touch its outside in the four directions.
    pub fn shrunk(self) -> Mask {
        let inside =
            |&(x, y): &(i32, i32)| neighbours(x, y).iter().all(|&(nx, ny)| self.has(nx, ny));
        let mut mask = Mask::EMPTY;
        for (x, y) in self.pixels().filter(inside) {
            mask.add(x, y);
        }
        mask
    }

    /// First and last column of a row, if the row holds any pixel.
    pub fn extent(&self, y: i32) -> Option<(i32, i32)> {
        let row = if (0..HEIGHT).contains(&y) {
            self.0[y as usize]
        } else {
            0
        };
        (row != 0).then(|| (row.trailing_zeros() as i32, 31 - row.leading_zeros() as i32))
    }

    /// Every pixel, row by row.
    pub fn pixels(self) -> impl Iterator<Item = (i32, i32)> {
        (0..HEIGHT)
            .flat_map(move |y| (0..WIDTH).map(move |x| (x, y)))
            .filter(move |&(x, y)| self.has(x, y))
    }
}

/// The four pixels that share a side with (x, y).
pub fn neighbours(x: i32, y: i32) -> [(i32, i32); 4] {
    [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
}

/// A step of a colour ramp.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Shade {
    /// The ramp's outline colour.
    Outline,
    /// In the shadow.
    Dark,
    /// The ramp's own colour.
    Mid,
    /// Lighter than the ramp's own colour.
    Light,
    /// Where the light is strongest.
    Highlight,
}

impl Shade {
    /// All steps, darkest first.
    pub const ALL: [Shade; 5] = [
        Shade::Outline,
        Shade::Dark,
        Shade::Mid,
        Shade::Light,
        Shade::Highlight,
    ];

    /// The grey that stands for this step in a recoloured sheet.
    pub const fn grey(self) -> u8 {
        [0x20, 0x60, 0x98, 0xc8, 0xf0][self as usize]
    }

    /// The next darker step, but never the outline.
    pub fn darker(self) -> Shade {
        match self {
            Shade::Highlight => Shade::Light,
            Shade::Light => Shade::Mid,
            _ => Shade::Dark,
        }
    }
}

/// What a pixel of a layer is drawn with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// A ramp step, coloured when the app composes a person.
    Ramp(Shade),
    /// A colour that is kept as it is.
    Paint(Color),
}

/// The inks of one layer of one frame, pixel by pixel.
#[derive(Clone)]
pub struct Layer(Vec<Option<Ink>>);

impl Layer {
    /// A layer without any ink.
    pub fn new() -> Layer {
        Layer(vec![None; (WIDTH * HEIGHT) as usize])
    }

    /// The ink of a pixel; none where it is clear, or outside of the frame.
    pub fn get(&self, x: i32, y: i32) -> Option<Ink> {
        if (0..WIDTH).contains(&x) && (0..HEIGHT).contains(&y) {
            self.0[(y * WIDTH + x) as usize]
        } else {
            None
        }
    }

    /// Sets or clears the ink of a pixel; outside of the frame is ignored.
    pub fn put(&mut self, x: i32, y: i32, ink: Option<Ink>) {
        if (0..WIDTH).contains(&x) && (0..HEIGHT).contains(&y) {
            self.0[(y * WIDTH + x) as usize] = ink;
        }
    }

    /// Inks a whole set.
    pub fn fill(&mut self, mask: Mask, ink: Ink) {
        for (x, y) in mask.pixels() {
            self.put(x, y, Some(ink));
        }
    }

    /// Inks the part of a set where the layer has ink other than an outline.
    pub fn stroke(&mut self, mask: Mask, ink: Ink) {
        for (x, y) in mask.pixels() {
            if self
                .get(x, y)
                .is_some_and(|under| under != Ink::Ramp(Shade::Outline))
            {
                self.put(x, y, Some(ink));
            }
        }
    }

    /// Clears the pixels of a set.
    pub fn erase(&mut self, mask: Mask) {
        for (x, y) in mask.pixels() {
            self.put(x, y, None);
        }
    }

    /// The pixels that have an ink.
    pub fn mask(&self) -> Mask {
        let mut mask = Mask::EMPTY;
        for (x, y) in Mask::rect(0, 0, WIDTH - 1, HEIGHT - 1).pixels() {
            if self.get(x, y).is_some() {
                mask.add(x, y);
            }
        }
        mask
    }
}
