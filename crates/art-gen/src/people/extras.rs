//! Beards and what people carry or put on besides clothes.

use super::{
    figure::{Facing, Figure, Pose},
    garment::Garment,
    mask::{Ink, Layer, Mask, Shade},
    sketch::{Ball, Sketch, View},
};
use crate::palette::Color;

/// Every beard, in the order of the palette file.
pub const BEARDS: [&str; 3] = ["short", "full", "moustache"];

/// Every extra, in the order of the palette file.
pub const EXTRAS: [&str; 14] = [
    "glasses",
    "round_glasses",
    "cap",
    "beanie",
    "chef_hat",
    "nurse_cap",
    "sunhat",
    "headphones",
    "flower",
    "scarf",
    "tie",
    "bow_tie",
    "stethoscope",
    "backpack",
];

/// Draws a beard for one frame.
pub fn beard(style: &str, figure: &Figure) -> Layer {
    let mut s = Sketch::new(figure);
    let ball = Ball(15.5, 20.0, 12.0, 6.0);
    match (style, s.view()) {
        (_, View::Back) => {}
        ("moustache", View::Front) => {
            s.fill(Mask::rows(20, &[(14, 17), (12, 19)]), Shade::Dark);
            s.fill(
                Mask::dots(&[(14, 20), (13, 21), (14, 21), (17, 21)]),
                Shade::Mid,
            );
        }
        ("moustache", View::Side) => s.fill(Mask::rows(21, &[(7, 9), (7, 10)]), Shade::Dark),
        ("short", View::Front) => {
            let rim = Mask::symmetric(19, &[10, 10, 10, 9, 8, 7, 5])
                .minus(Mask::symmetric(19, &[9, 9, 8, 6, 3]));
            s.volume(rim, ball);
            s.fill(Mask::rect(13, 21, 18, 21), Shade::Mid);
            s.fill(Mask::rows(23, &[(12, 19), (10, 21)]), Shade::Mid);
        }
        ("short", View::Side) => {
            let rim = [
                (14, 15),
                (13, 15),
                (6, 16),
                (10, 17),
                (7, 18),
                (8, 18),
                (10, 17),
            ];
            s.volume(Mask::rows(19, &rim).minus(Mask::rect(10, 21, 11, 21)), ball);
        }
        (_, View::Front) => {
            let full = Mask::symmetric(18, &[11, 11, 11, 11, 10, 10, 9, 8, 7, 5, 3]);
            let open = Mask::symmetric(18, &[9, 9, 8]).or(Mask::rect(8, 21, 11, 21).both_sides());
            s.volume(full.minus(open).minus(Mask::rect(14, 22, 17, 22)), ball);
            s.fill(Mask::rect(13, 21, 18, 21), Shade::Light);
            s.stroke(
                Mask::dots(&[(13, 25), (16, 26), (18, 25), (11, 24), (20, 24)]),
                Shade::Dark,
            );
        }
        (_, View::Side) => {
            let full = [
                (13, 15),
                (13, 15),
                (12, 16),
                (5, 17),
                (10, 18),
                (5, 18),
                (5, 17),
                (6, 17),
                (7, 15),
                (8, 13),
            ];
            s.volume(Mask::rows(18, &full).or(Mask::rect(6, 22, 7, 22)), ball);
            s.stroke(
                Mask::dots(&[(9, 24), (12, 25), (14, 23), (10, 26)]),
                Shade::Dark,
            );
        }
    }
    s.finish()
}

/// Draws an extra for one frame. What would be taken off for sleeping is missing in the lying pose.
pub fn extra(style: &str, figure: &Figure) -> Layer {
    let asleep = figure.pose == Pose::Lie;
    if matches!(
        style,
        "scarf" | "tie" | "bow_tie" | "stethoscope" | "backpack"
    ) {
        return if asleep {
            Layer::new()
        } else {
            trunk_extra(style, figure)
        };
    }
    let mut s = Sketch::new(figure);
    let view = s.view();
    if !asleep {
        match style {
            "glasses" => glasses(&mut s, view, false),
            "round_glasses" => glasses(&mut s, view, true),
            "cap" => cap(&mut s, view),
            "beanie" => beanie(&mut s, view),
            "chef_hat" => chef_hat(&mut s, view),
            "nurse_cap" => nurse_cap(&mut s, view),
            "sunhat" => sunhat(&mut s, view),
            "headphones" => headphones(&mut s, view),
            "flower" => flower(&mut s, view),
            _ => {}
        }
    }
    s.finish()
}

fn glasses(s: &mut Sketch, view: View, round: bool) {
    let lens = Color::hex(0xdcf0f2).alpha(70);
    let frame = |x0: i32, x1: i32| {
        let (outer, inner) = (
            Mask::rect(x0, 16, x1, 21),
            Mask::rect(x0 + 1, 17, x1 - 1, 20),
        );
        let corners = Mask::dots(&[(x0, 16), (x1, 16), (x0, 21), (x1, 21)]);
        let ring = outer.minus(inner);
        if round {
            ring.minus(corners)
        } else {
            ring.minus(Mask::rect(x0, 21, x1, 21))
                .or(Mask::rect(x0 + 1, 21, x1 - 1, 21))
        }
    };
    match view {
        View::Front => {
            s.paint(Mask::rect(10, 17, 13, 20).both_sides(), lens);
            let shade = if round { Shade::Dark } else { Shade::Outline };
            s.fill(frame(9, 14).both_sides(), shade);
            s.fill(
                Mask::rect(15, 18, 16, 18).or(Mask::rect(7, 18, 8, 18).both_sides()),
                shade,
            );
        }
        View::Side => {
            let shade = if round { Shade::Dark } else { Shade::Outline };
            s.paint(Mask::rect(8, 17, 10, 20), lens);
            s.fill(frame(7, 11).or(Mask::rect(12, 18, 15, 18)), shade);
        }
        View::Back => {}
    }
}

fn cap(s: &mut Sketch, view: View) {
    let ball = Ball(15.5, 10.0, 12.5, 8.0);
    let dome = Mask::symmetric(3, &[6, 9, 10, 11, 11, 12, 12, 12, 12]);
    match view {
        View::Front => {
            s.volume(dome, ball);
            s.volume(
                Mask::symmetric(11, &[11, 12, 12, 10]),
                Ball(15.5, 16.0, 13.0, 6.0),
            );
            s.fill(Mask::rect(7, 11, 24, 11), Shade::Dark);
            s.stroke(
                Mask::rect(15, 6, 16, 8).or(Mask::rect(14, 7, 17, 7)),
                Shade::Highlight,
            );
        }
        View::Side => {
            s.volume(
                Mask::rows(
                    3,
                    &[
                        (11, 20),
                        (8, 23),
                        (7, 25),
                        (6, 26),
                        (5, 27),
                        (4, 27),
                        (4, 27),
                        (4, 27),
                        (4, 27),
                    ],
                ),
                ball,
            );
            s.volume(
                Mask::rows(10, &[(1, 10), (0, 11), (1, 9)]),
                Ball(8.0, 14.0, 9.0, 6.0),
            );
            s.fill(Mask::rect(11, 11, 27, 11), Shade::Outline);
        }
        View::Back => {
            s.volume(dome.or(Mask::symmetric(12, &[12])), ball);
            s.fill(Mask::rect(5, 12, 26, 12), Shade::Outline);
            s.stroke(Mask::rect(15, 4, 15, 11), Shade::Dark);
        }
    }
    s.fill(Mask::rect(15, 2, 16, 2), Shade::Outline);
}

fn beanie(s: &mut Sketch, view: View) {
    let dome = Mask::symmetric(3, &[6, 9, 10, 11, 11, 12, 12, 12]);
    s.volume(dome, Ball(15.5, 10.0, 12.5, 8.0));
    s.volume(
        Mask::symmetric(10, &[12, 12, 12, 12]),
        Ball(15.5, 18.0, 14.0, 10.0),
    );
    let mut ribs = Mask::EMPTY;
    for x in (5..27).step_by(3) {
        ribs = ribs.or(Mask::rect(x, 11, x, 12));
    }
    s.stroke(ribs, Shade::Dark);
    s.volume(Mask::symmetric(0, &[2, 3, 3, 2]), Ball(15.5, 1.5, 4.0, 3.0));
    if view == View::Side {
        s.stroke(Mask::dots(&[(12, 7), (18, 7)]), Shade::Dark);
    }
}

fn chef_hat(s: &mut Sketch, _view: View) {
    let puff = Mask::symmetric(0, &[7, 9, 10, 11, 11, 11, 10, 9]);
    s.volume(
        Mask::symmetric(6, &[9, 9, 9, 9, 10, 10]),
        Ball(15.5, 10.0, 14.0, 14.0),
    );
    s.volume(puff, Ball(15.5, 5.0, 12.0, 7.0));
    s.stroke(
        Mask::dots(&[
            (10, 5),
            (10, 6),
            (14, 5),
            (14, 6),
            (18, 6),
            (18, 5),
            (21, 5),
        ]),
        Shade::Dark,
    );
    s.fill(
        Mask::rect(7, 8, 24, 8).minus(Mask::rect(7, 8, 7, 8).both_sides()),
        Shade::Dark,
    );
}

fn nurse_cap(s: &mut Sketch, view: View) {
    let cross = Color::hex(0xc6505a);
    match view {
        View::Front | View::Back => {
            s.flat(Mask::symmetric(2, &[6, 8, 8, 8, 7, 7, 6]), Shade::Light);
            s.stroke(Mask::symmetric(3, &[5]), Shade::Highlight);
            s.stroke(Mask::symmetric(7, &[6]), Shade::Mid);
            if view == View::Front {
                s.paint(Mask::rect(15, 3, 16, 6).or(Mask::rect(14, 4, 17, 5)), cross);
            }
        }
        View::Side => {
            s.flat(
                Mask::rows(2, &[(8, 17), (7, 18), (7, 18), (7, 17), (7, 16), (7, 15)]),
                Shade::Light,
            );
            s.stroke(Mask::rect(8, 6, 15, 6), Shade::Mid);
        }
    }
}

fn sunhat(s: &mut Sketch, _view: View) {
    s.volume(
        Mask::symmetric(10, &[12, 15, 16, 15, 11]),
        Ball(15.5, 14.0, 17.0, 6.0),
    );
    s.volume(
        Mask::symmetric(2, &[6, 8, 9, 10, 10, 11, 11, 11, 11, 11]),
        Ball(15.5, 8.0, 12.0, 8.0),
    );
    s.paint(Mask::symmetric(9, &[10, 10]), Color::hex(0xb25a4c));
    s.paint(Mask::rect(18, 9, 24, 10), Color::hex(0x8f4246));
}

fn headphones(s: &mut Sketch, view: View) {
    match view {
        View::Front | View::Back => {
            let band = Mask::symmetric(2, &[6, 9, 11, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13]);
            let inner = Mask::symmetric(5, &[6, 8, 9, 10, 10, 10, 10, 10, 10, 10]);
            s.volume(band.minus(inner), Ball(15.5, 10.0, 16.0, 10.0));
            let cup = Mask::rows(
                14,
                &[(4, 6), (3, 7), (3, 7), (3, 7), (3, 7), (3, 7), (4, 6)],
            );
            s.flat(cup.both_sides(), Shade::Mid);
            s.stroke(Mask::rect(4, 15, 4, 18), Shade::Highlight);
            s.stroke(Mask::rect(25, 15, 25, 18), Shade::Light);
        }
        View::Side => {
            s.volume(Mask::rect(15, 3, 18, 15), Ball(15.5, 8.0, 6.0, 10.0));
            s.volume(Mask::ellipse(13, 14, 20, 22), Ball(16.5, 18.0, 5.0, 5.5));
            s.stroke(Mask::rect(15, 17, 16, 18), Shade::Highlight);
        }
    }
}

fn flower(s: &mut Sketch, view: View) {
    let (x, y) = match view {
        View::Front => (22, 9),
        View::Side => (17, 9),
        View::Back => (8, 9),
    };
    let petals = Mask::rows(
        y - 2,
        &[
            (x - 1, x + 1),
            (x - 2, x + 2),
            (x - 2, x + 2),
            (x - 2, x + 2),
            (x - 1, x + 1),
        ],
    );
    s.flat(petals.grown(), Shade::Light);
    s.fill(Mask::dots(&[(x - 1, y - 2), (x - 2, y)]), Shade::Highlight);
    s.fill(Mask::dots(&[(x + 2, y + 1), (x + 1, y + 2)]), Shade::Mid);
    s.paint(
        Mask::dots(&[(x, y), (x, y - 1), (x + 1, y), (x + 1, y - 1)]),
        Color::hex(0xf0c65a),
    );
}

fn trunk_extra(style: &str, figure: &Figure) -> Layer {
    if style == "scarf" {
        return scarf(figure);
    }
    let mut garment = Garment::new(figure);
    let (g, view) = (&mut garment, Garment::new(figure).view());
    match style {
        "tie" if view == View::Front => {
            g.ink(
                Mask::rows(
                    26,
                    &[
                        (15, 16),
                        (15, 16),
                        (15, 16),
                        (14, 17),
                        (14, 17),
                        (14, 17),
                        (14, 17),
                        (15, 16),
                    ],
                ),
                Shade::Mid,
            );
            g.ink(
                Mask::rect(16, 27, 17, 33).and(Mask::rows(
                    27,
                    &[(16, 16), (16, 16), (17, 17), (17, 17), (17, 17), (17, 17)],
                )),
                Shade::Dark,
            );
            g.ink(
                Mask::dots(&[(14, 30), (15, 31), (16, 32), (15, 29)]),
                Shade::Highlight,
            );
            g.ink(
                Mask::rect(15, 26, 16, 26).or(Mask::rect(15, 33, 16, 33)),
                Shade::Dark,
            );
        }
        "bow_tie" if view == View::Front => {
            g.ink(
                Mask::rows(26, &[(12, 19), (12, 19), (12, 19)]).minus(Mask::rect(15, 28, 16, 28)),
                Shade::Mid,
            );
            g.ink(
                Mask::dots(&[
                    (12, 28),
                    (19, 28),
                    (14, 26),
                    (17, 26),
                    (14, 28),
                    (17, 28),
                    (15, 26),
                    (16, 26),
                ]),
                Shade::Dark,
            );
            g.ink(Mask::dots(&[(13, 26), (15, 27)]), Shade::Highlight);
        }
        "tie" | "bow_tie" if view == View::Side => g.ink(Mask::rect(11, 27, 12, 28), Shade::Mid),
        "stethoscope" => stethoscope(g, view),
        "backpack" => backpack(g, view),
        _ => {}
    }
    garment.layer
}

fn scarf(figure: &Figure) -> Layer {
    let mut s = Sketch::new(figure);
    let ball = Ball(15.5, 29.0, 11.0, 6.0);
    match s.view() {
        View::Front => {
            s.volume(
                Mask::rows(
                    27,
                    &[
                        (18, 21),
                        (18, 22),
                        (18, 22),
                        (18, 22),
                        (18, 22),
                        (18, 22),
                        (18, 22),
                        (18, 22),
                    ],
                ),
                ball,
            );
            s.stroke(Mask::rect(18, 32, 22, 32), Shade::Dark);
            s.volume(
                Mask::symmetric(23, &[8, 9, 9, 8, 7]).minus(Mask::symmetric(23, &[7, 4])),
                ball,
            );
        }
        View::Side => {
            s.volume(
                Mask::rows(23, &[(17, 22), (9, 22), (9, 22), (9, 22), (10, 21)]),
                ball,
            );
            s.stroke(
                Mask::dots(&[(14, 26), (15, 26), (17, 25), (18, 25)]),
                Shade::Dark,
            );
        }
        View::Back => {
            s.volume(Mask::symmetric(23, &[7, 8, 8, 8, 7]), ball);
            s.stroke(
                Mask::dots(&[(12, 25), (13, 26), (15, 25), (18, 26), (19, 25)]),
                Shade::Dark,
            );
        }
    }
    s.finish()
}

fn stethoscope(g: &mut Garment, view: View) {
    let (steel, disc) = (Color::hex(0xb9c4cc), Color::hex(0xe9eef0));
    match view {
        View::Front => {
            g.ink(
                Mask::dots(&[
                    (11, 26),
                    (11, 27),
                    (11, 28),
                    (12, 29),
                    (13, 30),
                    (14, 31),
                    (15, 31),
                    (16, 31),
                ]),
                Shade::Dark,
            );
            g.ink(
                Mask::dots(&[
                    (20, 26),
                    (20, 27),
                    (20, 28),
                    (19, 29),
                    (18, 30),
                    (17, 31),
                    (16, 32),
                    (16, 33),
                ]),
                Shade::Dark,
            );
            g.paint(Mask::rect(15, 34, 17, 35), steel);
            g.paint(Mask::dots(&[(15, 34), (16, 34)]), disc);
        }
        View::Side => g.ink(
            Mask::dots(&[(13, 26), (13, 27), (12, 28), (12, 29)]),
            Shade::Dark,
        ),
        View::Back => g.ink(Mask::rect(12, 26, 19, 26), Shade::Dark),
    }
}

fn backpack(g: &mut Garment, view: View) {
    let mut pack = Sketch::new(g.figure);
    match view {
        View::Front => {
            g.ink(Mask::rect(11, 26, 12, 34).both_sides(), Shade::Mid);
            g.ink(
                Mask::rect(12, 26, 12, 34).or(Mask::rect(20, 26, 20, 34)),
                Shade::Dark,
            );
            return;
        }
        View::Side => {
            let shape = [
                (20, 24),
                (20, 26),
                (20, 27),
                (20, 27),
                (20, 27),
                (20, 28),
                (20, 28),
                (20, 28),
                (20, 28),
                (20, 28),
                (20, 27),
                (20, 26),
            ];
            pack.volume(Mask::rows(26, &shape), Ball(22.0, 33.0, 8.0, 9.0));
            pack.stroke(Mask::rect(25, 31, 25, 35), Shade::Dark);
            g.ink(
                Mask::rows(
                    26,
                    &[
                        (13, 19),
                        (13, 14),
                        (13, 14),
                        (13, 14),
                        (13, 14),
                        (14, 15),
                        (15, 19),
                    ],
                ),
                Shade::Dark,
            );
        }
        View::Back => {
            pack.volume(
                Mask::symmetric(25, &[5, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 6]),
                Ball(15.5, 31.0, 9.0, 9.0),
            );
            pack.stroke(
                Mask::rect(11, 32, 20, 32)
                    .or(Mask::rect(11, 32, 11, 35))
                    .or(Mask::rect(20, 32, 20, 35)),
                Shade::Dark,
            );
            pack.stroke(
                Mask::rect(14, 29, 17, 29).or(Mask::rect(12, 33, 15, 33)),
                Shade::Highlight,
            );
        }
    }
    let layer = pack.finish();
    let hidden = if g.figure.facing == Facing::Up {
        Mask::EMPTY
    } else {
        g.figure.arms()
    };
    for (x, y) in layer.mask().minus(hidden).pixels() {
        if let Some(Ink::Ramp(shade)) = layer.get(x, y) {
            g.layer.put(x, y, Some(Ink::Ramp(shade)));
        }
    }
}
