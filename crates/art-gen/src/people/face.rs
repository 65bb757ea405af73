//! The face layer: eyes, brows, mouth and blush in their own colours, and the book of the reading
//! pose.

use super::{
    figure::{Facing, Figure, Kind, Pose},
    mask::{Ink, Layer, Mask},
};
use crate::palette::Color;

const LASH: Color = Color::hex(0x2a2033);
const IRIS: Color = Color::hex(0x5b4a5e);
const WHITE: Color = Color::hex(0xf3e9e2);
const GLINT: Color = Color::hex(0xfdf8ec);
const BROW: Color = Color::hex(0x3a2730).alpha(150);
const LIP: Color = Color::hex(0x6e2f38).alpha(215);
const SMILE: Color = LIP.alpha(110);
const MOUTH: Color = Color::hex(0x7a2f3a);
const TONGUE: Color = Color::hex(0xd8787a);
const BLUSH: Color = Color::hex(0xe8685f).alpha(70);

/// Draws the face layer of one frame.
pub fn draw(figure: &Figure) -> Layer {
    let mut layer = Layer::new();
    match figure.facing {
        Facing::Down => front(figure, &mut layer),
        Facing::Left | Facing::Right => side(figure, &mut layer),
        Facing::Up => {}
    }
    if figure.pose == Pose::Read {
        book(figure, &mut layer);
    }
    layer
}

fn front(figure: &Figure, layer: &mut Layer) {
    let mut paint = |mask: Mask, color: Color| layer.fill(figure.place(mask), Ink::Paint(color));
    paint(
        Mask::dots(&[(10, 15), (11, 14), (12, 14)]).both_sides(),
        BROW,
    );
    paint(Mask::rect(8, 21, 9, 21).both_sides(), BLUSH);
    match figure.pose {
        Pose::Lie => {
            paint(
                Mask::dots(&[(10, 18), (11, 19), (12, 19), (13, 18)]).both_sides(),
                LASH,
            );
            paint(Mask::rect(15, 22, 16, 22), LIP);
        }
        Pose::Cheer => {
            paint(
                Mask::dots(&[(10, 19), (11, 18), (12, 18), (13, 19)]).both_sides(),
                LASH,
            );
            paint(
                Mask::rect(14, 21, 17, 21).or(Mask::rect(15, 22, 16, 22)),
                MOUTH,
            );
            paint(Mask::rect(15, 22, 16, 22), TONGUE);
        }
        Pose::Read => {
            paint(
                Mask::rect(10, 18, 12, 18)
                    .or(Mask::dots(&[(10, 19)]))
                    .both_sides(),
                LASH,
            );
            paint(Mask::rect(11, 19, 12, 20).both_sides(), IRIS);
            paint(Mask::rect(15, 22, 16, 22), LIP);
        }
        _ => {
            paint(
                Mask::rect(10, 17, 12, 17)
                    .or(Mask::rect(11, 18, 12, 20))
                    .both_sides(),
                LASH,
            );
            paint(Mask::rect(11, 20, 12, 20).both_sides(), IRIS);
            paint(Mask::rect(10, 18, 10, 19).both_sides(), WHITE);
            // The glint lies on the lit side of both eyes.
            paint(Mask::dots(&[(11, 18), (19, 18)]), GLINT);
            if figure.pose == Pose::Talk {
                paint(Mask::rect(15, 22, 16, 23), MOUTH);
                paint(Mask::rect(15, 23, 16, 23), TONGUE);
            } else {
                paint(Mask::rect(15, 22, 16, 22), LIP);
                paint(Mask::dots(&[(14, 21)]).both_sides(), SMILE);
            }
        }
    }
}

fn side(figure: &Figure, layer: &mut Layer) {
    let mut paint = |mask: Mask, color: Color| layer.fill(figure.place(mask), Ink::Paint(color));
    paint(Mask::dots(&[(8, 14), (9, 14), (10, 15)]), BROW);
    paint(Mask::rect(8, 17, 10, 17).or(Mask::rect(8, 18, 9, 20)), LASH);
    paint(Mask::rect(8, 20, 9, 20), IRIS);
    paint(Mask::rect(10, 18, 10, 19), WHITE);
    paint(Mask::dots(&[(9, 18)]), GLINT);
    paint(Mask::rect(11, 21, 12, 21), BLUSH);
    paint(Mask::rect(8, 22, 9, 22), LIP);
}

/// The cover of an open book held towards the reader, with the page edges on top.
fn book(figure: &Figure, layer: &mut Layer) {
    let (edge, cover, light) = (
        Color::hex(0x4a2a38),
        Color::hex(0xa8534a),
        Color::hex(0xc8735c),
    );
    let (page, shade) = (Color::hex(0xf6ecd2), Color::hex(0xd9c8a4));
    let visible = figure.select(|cell| cell.kind == Kind::Book);
    let mut paint = |mask: Mask, color: Color| layer.fill(mask.and(visible), Ink::Paint(color));
    paint(visible, edge);
    paint(Mask::rect(9, 29, 22, 29), page);
    paint(Mask::rect(15, 29, 16, 29), shade);
    paint(Mask::rect(9, 30, 22, 35), cover);
    paint(
        Mask::rect(9, 30, 22, 30).or(Mask::rect(9, 30, 9, 35)),
        light,
    );
    paint(Mask::rect(15, 30, 16, 36), edge);
    paint(Mask::rect(18, 32, 20, 32), page);
}
