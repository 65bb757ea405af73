//! Drawing of clothes on the trunk: cut from the figure, or shaped freely around it.

use super::{
    figure::{Cell, Facing, Figure, Kind, Pose},
    mask::{HEIGHT, Ink, Layer, Mask, Shade, WIDTH, neighbours},
    sketch::View,
};
use crate::palette::Color;

/// A five-step ramp of colours that the app does not change.
pub type Fixed = [Color; 5];

/// Off-white cloth under another garment.
pub const LINEN: Fixed = [
    Color::hex(0x5c5470),
    Color::hex(0xa99fb0),
    Color::hex(0xd8d2cf),
    Color::hex(0xf0eadd),
    Color::hex(0xfbf7ea),
];

/// A garment that is drawn onto a figure.
pub struct Garment<'a> {
    /// The figure that wears it.
    pub figure: &'a Figure,
    /// What has been drawn.
    pub layer: Layer,
}

impl<'a> Garment<'a> {
    /// Nothing drawn yet.
    pub fn new(figure: &'a Figure) -> Garment<'a> {
        Garment {
            figure,
            layer: Layer::new(),
        }
    }

    /// From which side the trunk is seen.
    pub fn view(&self) -> View {
        match self.figure.facing {
            Facing::Down => View::Front,
            Facing::Up => View::Back,
            _ => View::Side,
        }
    }

    /// Covers the pixels whose body part satisfies a condition on the part and the row of a
    /// standing trunk.
    pub fn cover(&mut self, condition: impl Fn(&Cell, i32) -> bool) {
        let layer = self.cutting(condition);
        for (x, y) in layer.mask().pixels() {
            self.layer.put(x, y, layer.get(x, y));
        }
    }

    /// Like `cover`, in colours that are kept.
    pub fn cover_fixed(&mut self, ramp: Fixed, condition: impl Fn(&Cell, i32) -> bool) {
        let layer = self.cutting(condition);
        for (x, y) in layer.mask().pixels() {
            if let Some(Ink::Ramp(shade)) = layer.get(x, y) {
                self.layer.put(x, y, Some(Ink::Paint(ramp[shade as usize])));
            }
        }
    }

    fn cutting(&self, condition: impl Fn(&Cell, i32) -> bool) -> Layer {
        let mut chosen = Mask::EMPTY;
        for (x, y) in Mask::rect(0, 0, WIDTH - 1, HEIGHT - 1).pixels() {
            if self
                .figure
                .cell(x, y)
                .is_some_and(|cell| condition(&cell, y - self.figure.drop))
            {
                chosen.add(x, y);
            }
        }
        self.figure.cut(chosen)
    }

    /// Covers chest, belly and the hips down to a row of the standing trunk, and the arms up to
    /// `sleeve` (0 to 1).
    pub fn shirt(&mut self, hem: i32, sleeve: f32) {
        self.cover(|cell, y| match cell.kind {
            Kind::Torso => true,
            Kind::Hips => y <= hem,
            Kind::Arm => cell.along <= sleeve,
            _ => false,
        });
    }

    /// Adds a free shape in front of trunk and legs but behind arms and head, given in the
    /// picture's coordinates for a left-looking or front view; columns are lit from the left.
    pub fn shape(&mut self, mask: Mask) {
        let mask = if self.figure.flipped() {
            mask.mirrored()
        } else {
            mask
        };
        let hidden = self
            .figure
            .arms()
            .or(self.figure.select(|cell| cell.kind == Kind::Head));
        for (x, y) in mask.minus(hidden).pixels() {
            let (x0, x1) = mask.extent(y).unwrap_or((x, x));
            let across = (x - x0) as f32 / (x1 - x0).max(1) as f32;
            let lit = match across {
                a if a < 0.34 => Shade::Light,
                a if a < 0.74 => Shade::Mid,
                _ => Shade::Dark,
            };
            let bare = |&(nx, ny): &(i32, i32)| {
                !mask.has(nx, ny) && !self.figure.arms().has(nx, ny) && ny >= y
            };
            let edge = neighbours(x, y).iter().any(bare);
            self.layer.put(
                x,
                y,
                Some(Ink::Ramp(if edge { Shade::Outline } else { lit })),
            );
        }
    }

    /// The pixels of chest and hips that nothing hides.
    fn trunk(&self) -> Mask {
        self.figure
            .select(|cell| matches!(cell.kind, Kind::Torso | Kind::Hips | Kind::Leg))
    }

    /// Recolours pixels on the visible trunk, given for a standing, left-looking or front view.
    pub fn stroke(&mut self, dots: Mask, shade: Shade) {
        self.layer
            .stroke(self.figure.place(dots).and(self.trunk()), Ink::Ramp(shade));
    }

    /// Sets pixels on the visible trunk.
    pub fn ink(&mut self, dots: Mask, shade: Shade) {
        self.layer
            .fill(self.figure.place(dots).and(self.trunk()), Ink::Ramp(shade));
    }

    /// Sets pixels on the visible trunk to a colour that is kept.
    pub fn paint(&mut self, dots: Mask, color: Color) {
        self.layer
            .fill(self.figure.place(dots).and(self.trunk()), Ink::Paint(color));
    }

    /// Draws a skirt or the skirts of a coat from the hips down to a row, `flare` pixels wider at
    /// its end.
    pub fn skirt(&mut self, bottom: i32, flare: i32) {
        let (figure, drop) = (self.figure, self.figure.drop);
        let top = 35 + drop;
        let step = i32::from(matches!(figure.pose, Pose::StepA | Pose::StepB));
        match (figure.pose, self.view()) {
            (Pose::Lie, _) => {}
            (Pose::Sit, View::Side) => {
                let reach = (bottom - 36) as f32 / 8.0;
                self.cover(|cell, _| match cell.kind {
                    Kind::Hips => true,
                    Kind::Leg => cell.along <= 0.62 + 0.4 * (reach - 0.6),
                    _ => false,
                });
            }
            (Pose::Sit, View::Front) => {
                let end = (bottom + 2).min(44);
                let halves: Vec<_> = (40..=end).map(|y| 7 + i32::from(y > 41)).collect();
                self.shape(Mask::symmetric(40, &halves));
            }
            (Pose::Sit, View::Back) => self.shape(Mask::symmetric(40, &[6, 7, 8, 8, 7])),
            (_, view) => {
                let length = (bottom - top).max(1);
                let mut mask = Mask::EMPTY;
                for y in top..=bottom {
                    let wide = (flare * (y - top) + length / 2) / length;
                    let sway = step * (y - top) / length;
                    let (x0, x1) = if view == View::Side {
                        (12, 20)
                    } else {
                        (10, 21)
                    };
                    let sides = if view == View::Side {
                        wide + sway
                    } else {
                        wide
                    };
                    mask = mask.or(Mask::rect(x0 - sides, y, x1 + sides, y));
                }
                self.shape(mask);
            }
        }
    }

    /// Sets dark folds into a skirt: columns of the front view, or of the side view.
    pub fn folds(&mut self, front: &[i32], side: &[i32], y0: i32, y1: i32) {
        if matches!(self.figure.pose, Pose::Sit | Pose::Lie) {
            return;
        }
        let columns = if self.view() == View::Side {
            side
        } else {
            front
        };
        for &x in columns {
            let dots = Mask::rect(x, y0, x, y1);
            let dots = if self.figure.flipped() {
                dots.mirrored()
            } else {
                dots
            };
            self.layer
                .stroke(dots.minus(self.figure.arms()), Ink::Ramp(Shade::Dark));
        }
    }
}
