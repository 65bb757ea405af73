//! Trousers, skirts and shoes.

use super::{
    figure::{Figure, Kind, Pose},
    garment::Garment,
    mask::{Ink, Layer, Mask, Shade},
    sketch::View,
};

/// Every style of the lower garment, in the order of the palette file.
pub const STYLES: [&str; 5] = ["trousers", "jeans", "skirt", "long_skirt", "shorts"];

/// Draws a lower garment for one frame.
pub fn draw(style: &str, figure: &Figure) -> Layer {
    let mut garment = Garment::new(figure);
    match style {
        "trousers" => legs(&mut garment, 1.0),
        "jeans" => jeans(&mut garment),
        "shorts" => legs(&mut garment, 0.5),
        "skirt" => {
            legs(&mut garment, -1.0);
            garment.skirt(41, 2);
            garment.folds(&[12, 15, 19], &[14, 18], 38, 41);
        }
        "long_skirt" => {
            legs(&mut garment, -1.0);
            garment.skirt(44, 2);
            garment.folds(&[11, 14, 18, 21], &[13, 16, 19], 38, 44);
        }
        _ => {}
    }
    garment.layer
}

/// Draws the shoes for one frame.
pub fn shoes(figure: &Figure) -> Layer {
    let mut layer = figure.cut(figure.select(|cell| cell.kind == Kind::Foot));
    // A light sole.
    for (x, y) in layer.mask().pixels() {
        if layer.get(x, y + 1) == Some(Ink::Ramp(Shade::Outline))
            && layer.get(x, y) != Some(Ink::Ramp(Shade::Outline))
        {
            layer.put(x, y, Some(Ink::Ramp(Shade::Highlight)));
        }
    }
    layer
}

fn legs(g: &mut Garment, length: f32) {
    g.cover(|cell, _| match cell.kind {
        Kind::Hips => true,
        Kind::Leg => cell.along <= length,
        _ => false,
    });
}

fn jeans(g: &mut Garment) {
    legs(g, 1.0);
    // A turned-up hem, seams and pockets.
    let figure = g.figure;
    let hem = figure.select(|cell| cell.kind == Kind::Leg && cell.along > 0.85);
    g.layer.stroke(hem, Ink::Ramp(Shade::Highlight));
    if figure.pose != Pose::Sit {
        match g.view() {
            View::Front => g.stroke(
                Mask::dots(&[(12, 37), (13, 37)]).both_sides(),
                Shade::Highlight,
            ),
            View::Back => g.stroke(Mask::rect(12, 38, 14, 38).both_sides(), Shade::Highlight),
            View::Side => g.stroke(
                Mask::dots(&[(15, 37), (15, 38), (16, 38)]),
                Shade::Highlight,
            ),
        }
    }
}
