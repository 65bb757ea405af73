//! The sheets of all layers: 4 x 6 frames of 32 x 48 pixels each.

use super::{
    bottoms, extras, face,
    figure::{FRAMES, Figure, Kind},
    hair,
    mask::{HEIGHT, Ink, Layer, Mask, Shade, WIDTH},
    tops,
};
use crate::{canvas::Canvas, palette::Color};

/// Every category in drawing order with its styles; a category without styles is a single sheet.
pub const CATEGORIES: [(&str, &[&str]); 8] = [
    ("body", &[]),
    ("face", &[]),
    ("shoes", &[]),
    ("bottom", &bottoms::STYLES),
    ("top", &tops::STYLES),
    ("beard", &extras::BEARDS),
    ("hair", &hair::STYLES),
    ("extra", &extras::EXTRAS),
];

/// A layer's sheets: the one that is recoloured and the one that keeps its colours; either may be
/// empty.
pub struct Sheet {
    /// Greys that stand for ramp steps.
    pub ramp: Canvas,
    /// What keeps its colours.
    pub detail: Canvas,
}

impl Sheet {
    /// Draws all frames of a category and style, named as in [`CATEGORIES`].
    pub fn draw(category: &str, style: &str) -> Sheet {
        let blank = Canvas::new(4 * WIDTH, 6 * HEIGHT);
        let mut sheet = Sheet {
            ramp: blank.clone(),
            detail: blank,
        };
        for (column, row, facing, pose) in FRAMES {
            let layer = draw_layer(category, style, &Figure::new(facing, pose));
            for (x, y) in layer.mask().pixels() {
                let (sx, sy) = (column * WIDTH + x, row * HEIGHT + y);
                match layer.get(x, y) {
                    Some(Ink::Ramp(shade)) => {
                        let grey = shade.grey();
                        sheet.ramp.set(
                            sx,
                            sy,
                            Color {
                                r: grey,
                                g: grey,
                                b: grey,
                                a: 255,
                            },
                        );
                    }
                    Some(Ink::Paint(color)) => sheet.detail.set(sx, sy, color),
                    None => {}
                }
            }
        }
        sheet
    }
}

/// Whether nothing is drawn on a canvas.
pub fn is_blank(canvas: &Canvas) -> bool {
    canvas.pixels.iter().all(|pixel| pixel.a == 0)
}

/// Draws one layer of one frame.
fn draw_layer(category: &str, style: &str, figure: &Figure) -> Layer {
    match category {
        "body" => body(figure),
        "face" => face::draw(figure),
        "bottom" => bottoms::draw(style, figure),
        "shoes" => bottoms::shoes(figure),
        "top" => tops::draw(style, figure),
        "beard" => extras::beard(style, figure),
        "hair" => hair::draw(style, figure),
        "extra" => extras::extra(style, figure),
        _ => Layer::new(),
    }
}

/// The skin of the whole figure.
fn body(figure: &Figure) -> Layer {
    let mut layer = figure.cut(figure.select(|cell| cell.kind != Kind::Book));
    if figure.is_side() {
        let ear = Mask::dots(&[
            (16, 17),
            (17, 17),
            (15, 18),
            (15, 19),
            (18, 18),
            (18, 19),
            (16, 20),
            (17, 20),
        ]);
        layer.fill(figure.place(ear), Ink::Ramp(Shade::Dark));
        layer.fill(
            figure.place(Mask::dots(&[(16, 18), (16, 19), (17, 18), (17, 19)])),
            Ink::Ramp(Shade::Mid),
        );
    }
    layer
}
