//! Drawing of what a person wears on the head: rounded, outlined shapes placed with the head of a
//! frame.

use super::{
    figure::{BLANKET, Facing, Figure, Pose, skull_front, skull_side},
    mask::{HEIGHT, Ink, Layer, Mask, Shade, WIDTH, neighbours},
};
use crate::palette::Color;

/// From which side a head is drawn; the right side is the mirrored left side.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The face.
    Front,
    /// The left profile.
    Side,
    /// The back of the head.
    Back,
}

/// The round body whose light a shape receives: centre and radii, in the coordinates of a standing
/// head.
#[derive(Clone, Copy)]
pub struct Ball(pub f32, pub f32, pub f32, pub f32);

impl Ball {
    /// The head with an ordinary amount of hair.
    pub const HEAD: Ball = Ball(15.5, 15.0, 12.0, 11.5);

    /// The ball inscribed between two corners, both included.
    pub fn within(x0: i32, y0: i32, x1: i32, y1: i32) -> Ball {
        let (x0, y0, x1, y1) = (x0 as f32, y0 as f32, x1 as f32, y1 as f32);
        Ball(
            (x0 + x1) / 2.0,
            (y0 + y1) / 2.0,
            (x1 - x0 + 1.0) / 2.0,
            (y1 - y0 + 1.0) / 2.0,
        )
    }
}

/// A head-wear drawing in progress.
pub struct Sketch<'a> {
    /// The figure that wears it.
    pub figure: &'a Figure,
    layer: Layer,
    face: Mask,
}

impl<'a> Sketch<'a> {
    /// An empty drawing for a frame.
    pub fn new(figure: &'a Figure) -> Sketch<'a> {
        let skull = if figure.is_side() {
            skull_side()
        } else {
            skull_front()
        };
        Sketch {
            figure,
            layer: Layer::new(),
            face: figure.place(skull.shrunk()),
        }
    }

    /// From which side the head is seen.
    pub fn view(&self) -> View {
        match self.figure.facing {
            Facing::Down => View::Front,
            Facing::Up => View::Back,
            _ => View::Side,
        }
    }

    /// Adds a rounded shape: outlined, but with a soft line where it borders the face or a shape
    /// behind it.
    pub fn volume(&mut self, mask: Mask, ball: Ball) {
        let mask = self.figure.place(mask);
        for (x, y) in mask.pixels() {
            let lit = hair_light(
                ball,
                if self.figure.flipped() {
                    WIDTH - 1 - x
                } else {
                    x
                },
                y - self.figure.drop,
                x,
            );
            self.edge(mask, x, y, lit);
        }
    }

    /// Adds a shape of one shade, outlined like a volume.
    pub fn flat(&mut self, mask: Mask, shade: Shade) {
        let mask = self.figure.place(mask);
        for (x, y) in mask.pixels() {
            self.edge(mask, x, y, shade);
        }
    }

    /// Recolours pixels that are already drawn and are no outline.
    pub fn stroke(&mut self, dots: Mask, shade: Shade) {
        self.layer.stroke(self.figure.place(dots), Ink::Ramp(shade));
    }

    /// Sets pixels of the recoloured sheet.
    pub fn fill(&mut self, mask: Mask, shade: Shade) {
        self.layer.fill(self.figure.place(mask), Ink::Ramp(shade));
    }

    /// Sets pixels that keep their colour.
    pub fn paint(&mut self, mask: Mask, color: Color) {
        self.layer.fill(self.figure.place(mask), Ink::Paint(color));
    }

    /// The finished layer, without what raised arms hide.
    pub fn finish(mut self) -> Layer {
        self.layer.erase(self.figure.raised());
        if self.figure.pose == Pose::Lie {
            self.layer
                .erase(Mask::rect(0, BLANKET, WIDTH - 1, HEIGHT - 1));
        }
        self.layer
    }

    fn edge(&mut self, mask: Mask, x: i32, y: i32, lit: Shade) {
        let mut shade = lit;
        for (nx, ny) in neighbours(x, y) {
            if !mask.has(nx, ny) {
                let soft = self.face.has(nx, ny) || self.layer.get(nx, ny).is_some();
                shade = shade.min(if soft { Shade::Dark } else { Shade::Outline });
            }
        }
        self.layer.put(x, y, Some(Ink::Ramp(shade)));
    }
}

/// Light on hair: lit from the top left, with a broken band of gloss. `column` is the pixel's
/// column in the picture.
fn hair_light(Ball(cx, cy, rx, ry): Ball, x: i32, y: i32, column: i32) -> Shade {
    let mirrored = column != x;
    let nx = (x as f32 - cx) / rx * if mirrored { -1.0 } else { 1.0 };
    let ny = (y as f32 - cy) / ry;
    let light = -0.5 * nx - 0.75 * ny;
    // Locks make the borders between the steps uneven.
    let lock = [0.0, 0.08, -0.06, 0.03, -0.09][(column / 2).rem_euclid(5) as usize];
    match light + lock {
        l if l > 0.66 => Shade::Light,
        l if l > 0.46 && nx < 0.45 => Shade::Highlight,
        l if l > 0.22 => Shade::Light,
        l if l > -0.32 => Shade::Mid,
        _ => Shade::Dark,
    }
}
