//! Everything worn on the trunk, from T-shirts to lab coats.

use super::{
    figure::{Figure, Kind, Pose},
    garment::{Garment, LINEN},
    mask::{Ink, Layer, Mask, Shade},
    sketch::View,
};
use crate::palette::Color;

/// Every top, in the order of the palette file.
pub const STYLES: [&str; 14] = [
    "tshirt", "shirt", "hoodie", "sweater", "cardigan", "jacket", "dress", "blouse", "labcoat",
    "uniform", "apron", "suit", "vest", "kimono",
];

const BUTTON: Color = Color::hex(0xf3e6c4);
const BRASS: Color = Color::hex(0xe2b64a);
const TIE: Color = Color::hex(0x9c3f4a);
const TIE_DARK: Color = Color::hex(0x6f2b3d);

/// Draws a top for one frame.
pub fn draw(style: &str, figure: &Figure) -> Layer {
    let mut garment = Garment::new(figure);
    let (g, view) = (&mut garment, garment_view(figure));
    match style {
        "tshirt" => tshirt(g, view),
        "shirt" => shirt(g, view),
        "hoodie" => hoodie(g, view),
        "sweater" => sweater(g, view),
        "cardigan" => cardigan(g, view),
        "jacket" => jacket(g, view),
        "dress" => dress(g, view),
        "blouse" => blouse(g, view),
        "labcoat" => labcoat(g, view),
        "uniform" => uniform(g, view),
        "apron" => apron(g, view),
        "suit" => suit(g, view),
        "vest" => vest(g, view),
        "kimono" => kimono(g, view),
        _ => {}
    }
    garment.layer
}

fn garment_view(figure: &Figure) -> View {
    Garment::new(figure).view()
}

/// A collar lying around the neck.
fn collar(g: &mut Garment, view: View, shade: Shade) {
    match view {
        View::Front => g.stroke(
            Mask::dots(&[(11, 26), (12, 26), (13, 27), (14, 28), (12, 27)]).both_sides(),
            shade,
        ),
        View::Back => g.stroke(Mask::rect(11, 26, 20, 26), shade),
        View::Side => g.stroke(
            Mask::rect(12, 26, 19, 26).or(Mask::dots(&[(12, 27), (13, 27)])),
            shade,
        ),
    }
}

/// A ribbed hem and cuffs.
fn ribbing(g: &mut Garment, row: i32) {
    let mut ribs = Mask::EMPTY;
    for x in (9..24).step_by(2) {
        ribs = ribs.or(Mask::rect(x, row, x, row));
    }
    g.stroke(Mask::rect(9, row - 1, 23, row - 1), Shade::Dark);
    g.stroke(ribs, Shade::Light);
}

/// Lighter or darker cuffs at the end of long sleeves.
fn cuffs(g: &mut Garment, from: f32, shade: Shade) {
    let figure = g.figure;
    let cuff = figure.select(|cell| cell.kind == Kind::Arm && cell.along >= from);
    g.layer.stroke(cuff, Ink::Ramp(shade));
}

fn tshirt(g: &mut Garment, view: View) {
    g.shirt(36, 0.45);
    match view {
        View::Side => g.stroke(Mask::rect(11, 30, 21, 31), Shade::Highlight),
        _ => g.stroke(Mask::rect(10, 30, 21, 31), Shade::Highlight),
    }
}

fn shirt(g: &mut Garment, view: View) {
    g.shirt(35, 1.0);
    collar(g, view, Shade::Highlight);
    cuffs(g, 0.95, Shade::Highlight);
    if view == View::Front {
        g.stroke(Mask::rect(15, 28, 15, 35), Shade::Dark);
        g.paint(
            Mask::dots(&[(16, 29), (16, 31), (16, 33), (16, 35)]),
            BUTTON,
        );
        g.stroke(Mask::rect(18, 30, 19, 30), Shade::Dark);
    }
}

fn hoodie(g: &mut Garment, view: View) {
    g.shirt(37, 1.0);
    ribbing(g, 37);
    cuffs(g, 0.95, Shade::Dark);
    match view {
        View::Front => {
            g.stroke(
                Mask::dots(&[(10, 27), (11, 27), (11, 28), (12, 28), (13, 28)]).both_sides(),
                Shade::Highlight,
            );
            g.stroke(Mask::rect(14, 28, 17, 28), Shade::Dark);
            g.stroke(
                Mask::rect(12, 33, 19, 33).or(Mask::dots(&[(12, 34), (11, 35)]).both_sides()),
                Shade::Dark,
            );
            g.paint(Mask::dots(&[(14, 29), (14, 30)]).both_sides(), BUTTON);
        }
        View::Side => {
            g.stroke(
                Mask::rows(26, &[(17, 21), (17, 21), (18, 21)]),
                Shade::Highlight,
            );
            g.stroke(Mask::rect(17, 29, 20, 29), Shade::Dark);
        }
        View::Back => {
            g.stroke(
                Mask::rows(26, &[(11, 20), (11, 20), (12, 19), (13, 18)]),
                Shade::Light,
            );
            g.stroke(
                Mask::symmetric(30, &[3]).or(Mask::dots(&[(12, 29), (11, 28)]).both_sides()),
                Shade::Dark,
            );
        }
    }
}

fn sweater(g: &mut Garment, view: View) {
    g.shirt(36, 1.0);
    ribbing(g, 36);
    cuffs(g, 0.95, Shade::Light);
    if view != View::Side {
        g.stroke(Mask::rect(12, 26, 19, 26), Shade::Light);
    }
    // A knitted band across the chest.
    let mut band = Mask::EMPTY;
    for x in 8..24 {
        band = band.or(Mask::rect(x, 30 + (x / 2) % 2, x, 30 + (x / 2) % 2));
    }
    g.stroke(band, Shade::Highlight);
    g.stroke(Mask::rect(8, 32, 24, 32), Shade::Dark);
}

/// A garment open in front, over off-white linen.
fn open_front(g: &mut Garment, view: View, top: i32, bottom: i32) {
    match view {
        View::Front => {
            g.paint(Mask::rect(14, top, 17, bottom), LINEN[3]);
            g.paint(
                Mask::rect(17, top + 1, 17, bottom).or(Mask::rect(14, 26, 17, 26)),
                LINEN[2],
            );
            g.stroke(Mask::rect(13, top, 13, bottom).both_sides(), Shade::Dark);
        }
        View::Side => {
            g.paint(Mask::rect(12, top + 1, 12, bottom), LINEN[2]);
            g.stroke(Mask::rect(13, top, 13, bottom), Shade::Dark);
        }
        View::Back => {}
    }
}

fn cardigan(g: &mut Garment, view: View) {
    g.shirt(37, 1.0);
    ribbing(g, 37);
    cuffs(g, 0.95, Shade::Light);
    open_front(g, view, 26, 36);
    if view == View::Front {
        g.stroke(Mask::rect(12, 27, 12, 36), Shade::Highlight);
        g.stroke(Mask::rect(19, 27, 19, 36), Shade::Light);
        g.paint(Mask::dots(&[(19, 31), (19, 34)]), BUTTON);
    }
}

fn jacket(g: &mut Garment, view: View) {
    g.shirt(36, 1.0);
    g.stroke(Mask::rect(9, 36, 23, 36), Shade::Dark);
    cuffs(g, 0.95, Shade::Dark);
    match view {
        View::Front => {
            g.stroke(
                Mask::rows(26, &[(11, 13), (11, 13), (12, 13)]).both_sides(),
                Shade::Highlight,
            );
            g.paint(Mask::rows(26, &[(14, 17), (15, 16)]), LINEN[2]);
            g.stroke(Mask::rect(16, 28, 16, 36), Shade::Outline);
            g.paint(
                Mask::dots(&[(15, 29), (15, 31), (15, 33), (15, 35)]),
                Color::hex(0xcfd3d6),
            );
            g.stroke(Mask::dots(&[(11, 33), (12, 32)]).both_sides(), Shade::Dark);
        }
        View::Side => g.stroke(Mask::rows(26, &[(12, 19), (18, 20)]), Shade::Highlight),
        View::Back => {
            g.stroke(Mask::rect(11, 26, 20, 27), Shade::Highlight);
            g.stroke(Mask::rect(10, 30, 21, 30), Shade::Dark);
        }
    }
}

fn dress(g: &mut Garment, view: View) {
    g.shirt(38, 0.35);
    g.skirt(43, 3);
    g.folds(&[11, 14, 18, 21], &[13, 16, 19], 38, 43);
    g.stroke(Mask::rect(9, 34, 23, 34), Shade::Dark);
    if view == View::Front {
        g.stroke(
            Mask::dots(&[(12, 26), (13, 27), (14, 28)])
                .both_sides()
                .or(Mask::rect(15, 28, 16, 28)),
            Shade::Highlight,
        );
        g.paint(Mask::dots(&[(15, 34), (16, 34)]), BUTTON);
    } else if view == View::Back {
        g.stroke(Mask::rect(15, 27, 15, 33), Shade::Dark);
        g.stroke(
            Mask::dots(&[(14, 34), (17, 34), (13, 35), (18, 35)]),
            Shade::Highlight,
        );
    }
}

fn blouse(g: &mut Garment, view: View) {
    g.shirt(36, 0.8);
    cuffs(g, 0.65, Shade::Highlight);
    g.stroke(Mask::rect(9, 34, 23, 34), Shade::Dark);
    match view {
        View::Front => {
            g.stroke(
                Mask::rows(26, &[(11, 14), (11, 14), (12, 13)]).both_sides(),
                Shade::Highlight,
            );
            g.stroke(Mask::rect(15, 29, 15, 33), Shade::Dark);
            g.stroke(Mask::dots(&[(13, 30), (13, 32)]).both_sides(), Shade::Light);
            g.stroke(
                Mask::dots(&[(14, 28), (17, 28), (14, 29), (17, 29)]),
                Shade::Dark,
            );
        }
        View::Side => g.stroke(Mask::rows(26, &[(12, 19), (12, 17)]), Shade::Highlight),
        View::Back => g.stroke(Mask::symmetric(26, &[5, 5, 3]), Shade::Highlight),
    }
}

fn labcoat(g: &mut Garment, view: View) {
    g.shirt(38, 1.0);
    g.skirt(41, 1);
    let shirt = [Color::hex(0x7fa6bd), Color::hex(0xa9c8d6)];
    match view {
        View::Front => {
            g.paint(
                Mask::rows(26, &[(14, 17), (14, 17), (14, 17), (15, 16), (15, 16)]),
                shirt[1],
            );
            g.paint(
                Mask::rect(14, 26, 17, 26).or(Mask::dots(&[(17, 27), (17, 28)])),
                shirt[0],
            );
            g.stroke(
                Mask::dots(&[(13, 26), (13, 27), (13, 28), (14, 29), (14, 30)]).both_sides(),
                Shade::Dark,
            );
            g.stroke(
                Mask::dots(&[(12, 26), (12, 27), (12, 28), (13, 29)]).both_sides(),
                Shade::Highlight,
            );
            g.folds(&[15], &[], 31 + g.figure.drop, 41);
            g.stroke(Mask::rect(15, 31, 15, 38), Shade::Dark);
            g.stroke(
                Mask::rect(11, 34, 13, 34).or(Mask::rect(18, 34, 20, 34)),
                Shade::Dark,
            );
            g.paint(Mask::dots(&[(19, 30)]), Color::hex(0x3d6ea5));
            g.paint(Mask::dots(&[(19, 29)]), TIE);
        }
        View::Side => {
            g.stroke(
                Mask::rows(26, &[(12, 17), (12, 13), (12, 12)]),
                Shade::Highlight,
            );
            g.folds(&[], &[13], 37, 41);
        }
        View::Back => {
            g.stroke(Mask::rect(12, 26, 19, 26), Shade::Highlight);
            g.stroke(Mask::rect(12, 34, 19, 34), Shade::Dark);
            g.folds(&[15], &[], 36, 41);
        }
    }
}

fn uniform(g: &mut Garment, view: View) {
    g.shirt(35, 0.55);
    collar(g, view, Shade::Dark);
    cuffs(g, 0.5, Shade::Dark);
    let belt = if view == View::Side {
        Mask::rect(11, 35, 21, 35)
    } else {
        Mask::rect(9, 35, 22, 35)
    };
    g.paint(belt.and(Mask::rect(11, 35, 20, 35)), Color::hex(0x4a3a3f));
    match view {
        View::Front => {
            g.stroke(Mask::rect(15, 28, 15, 34), Shade::Dark);
            g.stroke(Mask::rect(11, 30, 13, 30).both_sides(), Shade::Dark);
            g.paint(Mask::dots(&[(19, 29), (15, 35), (16, 35)]), BRASS);
            g.stroke(
                Mask::dots(&[(10, 27), (11, 27)]).both_sides(),
                Shade::Highlight,
            );
        }
        View::Side => g.stroke(Mask::rect(15, 27, 17, 27), Shade::Highlight),
        View::Back => g.stroke(
            Mask::dots(&[(10, 27), (11, 27)])
                .both_sides()
                .or(Mask::rect(11, 29, 20, 29)),
            Shade::Dark,
        ),
    }
}

fn apron(g: &mut Garment, view: View) {
    g.cover_fixed(LINEN, |cell, y| match cell.kind {
        Kind::Torso => true,
        Kind::Hips => y <= 36,
        Kind::Arm => cell.along <= 0.6,
        _ => false,
    });
    match view {
        View::Front => {
            let sitting = g.figure.pose == Pose::Sit;
            let bib = Mask::rows(28, &[(12, 19); 5]).or(Mask::rows(33, &[(10, 21); 3]));
            let straps = Mask::dots(&[(11, 26), (11, 27)]).both_sides();
            let d = g.figure.drop;
            let low = if sitting {
                Mask::rect(10, 41, 21, 43)
            } else {
                Mask::rect(10, 36 + d, 21, 41)
            };
            g.shape(bib.moved(0, d).or(if g.figure.pose == Pose::Lie {
                Mask::EMPTY
            } else {
                low
            }));
            let place = g.figure.place(straps).minus(g.figure.arms());
            g.layer.fill(place, Ink::Ramp(Shade::Mid));
            g.stroke(Mask::rect(10, 33, 21, 33), Shade::Dark);
            g.stroke(
                Mask::rect(13, 36, 18, 36)
                    .or(Mask::rect(13, 37, 13, 38))
                    .or(Mask::rect(18, 37, 18, 38)),
                Shade::Dark,
            );
        }
        View::Side => {
            let d = g.figure.drop;
            if g.figure.pose == Pose::Sit {
                g.cover(|cell, _| cell.kind == Kind::Leg && cell.along <= 0.55);
            } else {
                g.shape(Mask::rect(11, 33 + d, 16, 41));
            }
            g.layer.fill(
                g.figure
                    .place(Mask::rect(11, 28, 12, 33))
                    .minus(g.figure.arms()),
                Ink::Ramp(Shade::Mid),
            );
            g.layer.fill(
                g.figure
                    .place(Mask::rect(11, 33, 20, 33))
                    .minus(g.figure.arms()),
                Ink::Ramp(Shade::Dark),
            );
        }
        View::Back => {
            let ties = Mask::rect(10, 33, 21, 33).or(Mask::dots(&[
                (12, 27),
                (13, 28),
                (14, 29),
                (15, 30),
            ])
            .both_sides());
            let bow = Mask::dots(&[(13, 34), (14, 35), (13, 32), (14, 32), (13, 36)]).both_sides();
            g.layer.fill(
                g.figure.place(ties.or(bow)).minus(g.figure.arms()),
                Ink::Ramp(Shade::Mid),
            );
        }
    }
}

/// A white shirt front with a tie.
fn shirt_front(g: &mut Garment) {
    g.paint(
        Mask::rows(26, &[(13, 18), (13, 18), (14, 17), (14, 17), (15, 16)]),
        LINEN[3],
    );
    g.paint(Mask::rect(13, 26, 18, 26), LINEN[2]);
    g.paint(Mask::rect(15, 27, 16, 30), TIE);
    g.paint(
        Mask::dots(&[(16, 28), (16, 29), (16, 30), (15, 27), (16, 27)]),
        TIE_DARK,
    );
}

fn suit(g: &mut Garment, view: View) {
    g.shirt(37, 1.0);
    match view {
        View::Front => {
            shirt_front(g);
            g.stroke(
                Mask::dots(&[(12, 26), (12, 27), (13, 28), (13, 29), (14, 30)]).both_sides(),
                Shade::Highlight,
            );
            g.stroke(Mask::dots(&[(14, 31), (17, 31)]), Shade::Dark);
            g.stroke(Mask::rect(16, 32, 16, 37), Shade::Dark);
            g.paint(Mask::dots(&[(15, 32), (15, 34)]), BUTTON);
            g.paint(Mask::dots(&[(19, 29), (20, 29)]), LINEN[4]);
        }
        View::Side => {
            g.paint(Mask::rect(12, 26, 13, 27), LINEN[3]);
            g.stroke(
                Mask::dots(&[(12, 28), (13, 28), (14, 27), (14, 26)]),
                Shade::Highlight,
            );
        }
        View::Back => {
            g.stroke(Mask::rect(12, 26, 19, 26), Shade::Highlight);
            g.stroke(Mask::rect(15, 34, 15, 37), Shade::Dark);
        }
    }
    let figure = g.figure;
    let cuff = figure.select(|cell| cell.kind == Kind::Arm && cell.along >= 0.98);
    g.layer.stroke(cuff, Ink::Paint(LINEN[3]));
}

fn vest(g: &mut Garment, view: View) {
    g.cover_fixed(LINEN, |cell, _| cell.kind == Kind::Arm);
    g.shirt(36, -1.0);
    match view {
        View::Front => {
            shirt_front(g);
            g.stroke(
                Mask::dots(&[(12, 27), (13, 28), (13, 29), (14, 30)]).both_sides(),
                Shade::Highlight,
            );
            g.stroke(Mask::rect(16, 31, 16, 36), Shade::Dark);
            g.paint(Mask::dots(&[(15, 31), (15, 33), (15, 35)]), BUTTON);
        }
        View::Side => g.paint(Mask::rect(12, 26, 13, 27), LINEN[3]),
        View::Back => {
            g.stroke(Mask::rect(12, 33, 19, 33), Shade::Dark);
            g.paint(Mask::rect(12, 26, 19, 26), LINEN[2]);
        }
    }
}

fn kimono(g: &mut Garment, view: View) {
    g.shirt(38, 1.0);
    g.skirt(43, 1);
    cuffs(g, 0.85, Shade::Highlight);
    let sash = [Color::hex(0x8c5a4a), Color::hex(0xd9a05b)];
    g.paint(Mask::rect(9, 32, 22, 34), sash[1]);
    g.paint(Mask::rect(9, 34, 22, 34), sash[0]);
    match view {
        View::Front => {
            g.stroke(
                Mask::dots(&[(12, 26), (13, 27), (14, 28), (15, 29), (16, 30), (17, 31)]),
                Shade::Highlight,
            );
            g.stroke(
                Mask::dots(&[(19, 26), (18, 27), (17, 28), (16, 29)]),
                Shade::Highlight,
            );
            g.stroke(Mask::dots(&[(18, 28), (17, 29)]), Shade::Dark);
            g.folds(&[17], &[], 36, 43);
        }
        View::Side => g.stroke(
            Mask::rows(26, &[(12, 18), (12, 13), (12, 12)]),
            Shade::Highlight,
        ),
        View::Back => {
            g.paint(Mask::rect(13, 31, 18, 35), sash[1]);
            g.paint(Mask::rect(13, 33, 18, 33), sash[0]);
        }
    }
}
