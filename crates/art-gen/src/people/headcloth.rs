//! Head coverings that take the place of hair and are coloured with cloth: hijab and turban.

use super::{
    mask::{Mask, Shade},
    sketch::{Ball, Sketch, View},
};

pub fn hijab(s: &mut Sketch, view: View) {
    let ball = Ball(15.5, 17.0, 13.0, 14.0);
    let hood = Mask::symmetric(
        5,
        &[
            6, 8, 9, 10, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 11, 11, 10, 10,
        ],
    );
    let drape = Mask::symmetric(25, &[10, 10, 10, 9, 8, 6, 3]);
    match view {
        View::Front => {
            let face = Mask::symmetric(11, &[3, 5, 6, 7, 8, 8, 8, 8, 8, 8, 8, 7, 6, 4]);
            s.volume(hood.or(drape).minus(face), ball);
            s.stroke(
                Mask::dots(&[
                    (9, 26),
                    (10, 27),
                    (11, 28),
                    (13, 29),
                    (20, 27),
                    (18, 28),
                    (12, 26),
                    (14, 27),
                ]),
                Shade::Dark,
            );
            s.stroke(face.grown().minus(face), Shade::Light);
            s.stroke(
                Mask::dots(&[(14, 26), (15, 26), (16, 26), (17, 26), (18, 26)]),
                Shade::Light,
            );
        }
        View::Side => {
            let top = [
                (11, 20),
                (8, 23),
                (7, 25),
                (6, 26),
                (6, 27),
                (5, 27),
                (5, 28),
                (5, 28),
                (5, 28),
                (5, 28),
                (5, 28),
            ];
            let low = [
                (5, 28),
                (5, 28),
                (5, 28),
                (5, 28),
                (5, 27),
                (5, 27),
                (6, 26),
                (7, 25),
                (8, 24),
                (9, 24),
            ];
            let ends = [(9, 25), (10, 25), (10, 25), (11, 25), (12, 24), (14, 23)];
            let face = Mask::rows(
                11,
                &[
                    (3, 6),
                    (3, 8),
                    (3, 9),
                    (3, 10),
                    (3, 11),
                    (3, 11),
                    (3, 11),
                    (3, 11),
                    (3, 11),
                    (3, 11),
                    (3, 10),
                ],
            );
            let face = face.or(Mask::rows(22, &[(3, 9), (3, 8)]));
            let shape = Mask::rows(5, &top)
                .or(Mask::rows(16, &low))
                .or(Mask::rows(26, &ends));
            s.volume(shape.minus(face), ball);
            s.stroke(
                Mask::dots(&[
                    (14, 22),
                    (15, 23),
                    (17, 24),
                    (19, 24),
                    (21, 23),
                    (13, 25),
                    (15, 27),
                    (18, 28),
                ]),
                Shade::Dark,
            );
            s.stroke(
                Mask::dots(&[(20, 19), (22, 18), (24, 16), (21, 26), (22, 27)]),
                Shade::Dark,
            );
        }
        View::Back => {
            s.volume(hood.or(drape).or(Mask::symmetric(32, &[2])), ball);
            s.stroke(
                Mask::dots(&[
                    (9, 22),
                    (10, 23),
                    (12, 24),
                    (14, 24),
                    (17, 24),
                    (19, 24),
                    (21, 23),
                    (22, 22),
                ]),
                Shade::Dark,
            );
            s.stroke(
                Mask::dots(&[(15, 27), (15, 28), (15, 29), (12, 27), (19, 27), (19, 28)]),
                Shade::Dark,
            );
        }
    }
}

pub fn turban(s: &mut Sketch, view: View) {
    let ball = Ball(15.5, 9.5, 14.5, 9.0);
    let dome = Mask::symmetric(1, &[4, 7, 9, 10, 11, 12, 13, 13, 13, 13, 13, 12, 11]);
    // One fold: a dark crease with a light edge above it.
    let fold = |s: &mut Sketch, dots: Mask| {
        s.stroke(dots.moved(0, -1), Shade::Highlight);
        s.stroke(dots, Shade::Dark);
    };
    match view {
        View::Front => {
            let brow = Mask::symmetric(11, &[2, 5, 8]);
            s.volume(
                dome.minus(brow)
                    .or(Mask::symmetric(14, &[11, 11]).minus(Mask::symmetric(14, &[10, 10]))),
                ball,
            );
            fold(
                s,
                Mask::dots(&[
                    (7, 4),
                    (8, 4),
                    (9, 5),
                    (10, 5),
                    (11, 6),
                    (12, 7),
                    (13, 8),
                    (14, 9),
                ]),
            );
            fold(
                s,
                Mask::dots(&[
                    (4, 7),
                    (5, 8),
                    (6, 8),
                    (7, 9),
                    (8, 9),
                    (9, 10),
                    (10, 10),
                    (11, 11),
                ]),
            );
            fold(
                s,
                Mask::dots(&[
                    (24, 4),
                    (23, 4),
                    (22, 5),
                    (21, 5),
                    (20, 6),
                    (19, 7),
                    (18, 8),
                    (17, 9),
                    (16, 10),
                ]),
            );
            fold(
                s,
                Mask::dots(&[
                    (27, 7),
                    (26, 8),
                    (25, 8),
                    (24, 9),
                    (23, 9),
                    (22, 10),
                    (21, 10),
                    (20, 11),
                ]),
            );
        }
        View::Side => {
            let low = Mask::rows(13, &[(6, 26), (13, 26), (16, 26), (19, 26), (20, 25)]);
            s.volume(dome.or(low).minus(Mask::rows(12, &[(0, 5)])), ball);
            fold(
                s,
                Mask::dots(&[
                    (8, 4),
                    (10, 5),
                    (11, 5),
                    (12, 6),
                    (13, 6),
                    (14, 7),
                    (16, 8),
                    (17, 8),
                    (19, 9),
                    (21, 10),
                ]),
            );
            fold(
                s,
                Mask::dots(&[
                    (5, 7),
                    (6, 8),
                    (7, 8),
                    (9, 9),
                    (10, 9),
                    (12, 10),
                    (13, 10),
                    (15, 11),
                    (17, 12),
                    (19, 13),
                ]),
            );
            fold(
                s,
                Mask::dots(&[
                    (15, 4),
                    (17, 4),
                    (18, 5),
                    (20, 5),
                    (22, 6),
                    (23, 7),
                    (25, 8),
                ]),
            );
        }
        View::Back => {
            s.volume(dome.or(Mask::symmetric(14, &[11, 11, 10, 9])), ball);
            fold(
                s,
                Mask::dots(&[(6, 9), (8, 10), (10, 11), (11, 12), (13, 13), (14, 14)]),
            );
            fold(
                s,
                Mask::dots(&[(25, 9), (23, 10), (21, 11), (20, 12), (18, 13), (17, 14)]),
            );
            fold(
                s,
                Mask::dots(&[(8, 5), (10, 6), (12, 7), (14, 8), (15, 9), (17, 10)]),
            );
            fold(s, Mask::dots(&[(23, 5), (21, 6), (19, 7), (17, 8)]));
        }
    }
}
