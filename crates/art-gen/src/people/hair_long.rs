//! Hair that falls to the shoulders or is gathered: bob, long, ponytail, bun, braids, pigtails,
//! wavy.

use super::{
    hair::{crown_front, crown_side, locks_back},
    mask::{Mask, Shade},
    sketch::{Ball, Sketch, View},
};

/// A face opening under a straight fringe.
fn open_fringe() -> Mask {
    Mask::rows(15, &[(11, 11), (9, 22), (8, 23)])
        .or(Mask::dots(&[(16, 15), (20, 15)]))
        .or(Mask::rect(8, 17, 23, 25))
}

/// A face opening under hair parted in the middle.
fn open_parted() -> Mask {
    Mask::symmetric(10, &[1, 2, 4, 5, 7, 7, 8]).or(Mask::rect(8, 17, 23, 25))
}

/// A face opening under hair combed back.
fn open_combed() -> Mask {
    Mask::symmetric(12, &[5, 7, 8, 8, 8, 9, 9])
}

/// A profile opening under a fringe, ear covered.
fn open_fringe_side() -> Mask {
    Mask::rows(15, &[(4, 8), (4, 10), (4, 11)]).or(Mask::rect(4, 18, 12, 26))
}

/// A profile opening under hair combed back, ear free.
fn open_combed_side() -> Mask {
    Mask::rows(12, &[(4, 7), (4, 9), (4, 11), (4, 12), (4, 12)])
        .or(Mask::rect(4, 17, 12, 26))
        .or(Mask::rect(15, 17, 18, 26))
}

/// The back of a combed profile, to the nape.
fn combed_nape_side() -> Mask {
    Mask::rows(
        17,
        &[(13, 27), (13, 27), (19, 27), (19, 26), (20, 25), (21, 24)],
    )
}

/// The back of a combed head, to the nape.
fn combed_nape_back() -> Mask {
    Mask::symmetric(17, &[11, 11, 10, 10, 9, 7])
}

/// The side locks that gathered hair leaves beside the face.
fn temples() -> Mask {
    Mask::symmetric(17, &[11, 11]).minus(Mask::symmetric(17, &[9, 10]))
}

pub fn bob(s: &mut Sketch, view: View) {
    let ball = Ball(15.5, 15.5, 13.0, 12.5);
    let bell = Mask::symmetric(12, &[12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 12, 11]);
    match view {
        View::Front => {
            s.volume(crown_front().or(bell).minus(open_fringe()), ball);
            s.stroke(
                Mask::dots(&[(13, 13), (13, 12), (18, 13), (18, 12), (22, 13), (9, 13)]),
                Shade::Dark,
            );
            s.stroke(
                Mask::rect(5, 18, 5, 22).or(Mask::rect(25, 18, 25, 22)),
                Shade::Dark,
            );
        }
        View::Side => {
            let body = Mask::rows(
                17,
                &[
                    (12, 28),
                    (13, 28),
                    (13, 28),
                    (13, 28),
                    (13, 28),
                    (13, 27),
                    (14, 27),
                    (16, 25),
                ],
            );
            s.volume(crown_side().or(body).minus(open_fringe_side()), ball);
            s.stroke(
                Mask::rect(16, 17, 16, 21)
                    .or(Mask::rect(20, 18, 20, 22))
                    .or(Mask::rect(24, 17, 24, 21)),
                Shade::Dark,
            );
            s.stroke(Mask::dots(&[(9, 13), (9, 12), (10, 11)]), Shade::Dark);
        }
        View::Back => {
            s.volume(crown_front().or(bell), ball);
            s.stroke(locks_back(24), Shade::Dark);
        }
    }
}

pub fn long(s: &mut Sketch, view: View) {
    let ball = Ball(15.5, 17.5, 13.0, 15.0);
    match view {
        View::Front => {
            let fall = Mask::symmetric(12, &[11; 20]).minus(Mask::symmetric(12, &[8; 20]));
            let ends = Mask::rows(32, &[(5, 7), (5, 6)]).both_sides();
            s.volume(crown_front().or(fall).or(ends).minus(open_parted()), ball);
            s.stroke(
                Mask::dots(&[
                    (15, 6),
                    (15, 7),
                    (15, 8),
                    (11, 10),
                    (20, 10),
                    (9, 12),
                    (22, 12),
                ]),
                Shade::Dark,
            );
            s.stroke(Mask::rect(6, 19, 6, 29).both_sides(), Shade::Dark);
        }
        View::Side => {
            let body = Mask::rect(13, 17, 27, 22).or(Mask::rows(
                23,
                &[(14, 27), (15, 27), (16, 27), (16, 27), (17, 27)],
            ));
            let ends = Mask::rows(
                28,
                &[(17, 27), (18, 27), (18, 26), (19, 26), (20, 25), (21, 24)],
            );
            s.volume(
                crown_side().or(body).or(ends).minus(open_fringe_side()),
                ball,
            );
            s.stroke(
                Mask::rect(16, 17, 16, 21)
                    .or(Mask::rect(19, 18, 19, 25))
                    .or(Mask::rect(20, 26, 20, 30)),
                Shade::Dark,
            );
            s.stroke(
                Mask::rect(23, 17, 23, 23).or(Mask::rect(24, 24, 24, 30)),
                Shade::Dark,
            );
        }
        View::Back => {
            let fall =
                Mask::symmetric(17, &[11; 9]).or(Mask::symmetric(26, &[10, 10, 10, 9, 9, 8, 6]));
            s.volume(crown_front().or(fall), ball);
            s.stroke(locks_back(31), Shade::Dark);
        }
    }
}

pub fn wavy(s: &mut Sketch, view: View) {
    let ball = Ball(15.5, 16.5, 14.0, 13.5);
    let waves = Mask::symmetric(
        12,
        &[
            12, 12, 13, 13, 13, 12, 12, 13, 13, 14, 14, 13, 12, 12, 13, 13, 12, 10,
        ],
    );
    match view {
        View::Front => {
            let open = Mask::rows(12, &[(17, 18), (15, 19), (13, 20), (10, 21), (9, 23)])
                .or(Mask::rect(8, 17, 23, 24))
                .or(Mask::rect(9, 25, 22, 30));
            let top = Mask::rows(4, &[(12, 21)]);
            s.volume(crown_front().or(top).or(waves).minus(open), ball);
            s.stroke(
                Mask::dots(&[
                    (18, 7),
                    (18, 8),
                    (18, 9),
                    (18, 10),
                    (14, 11),
                    (12, 13),
                    (22, 12),
                ]),
                Shade::Dark,
            );
            let curl = Mask::dots(&[
                (5, 17),
                (6, 18),
                (6, 19),
                (5, 20),
                (5, 24),
                (6, 25),
                (5, 26),
            ]);
            s.stroke(curl.both_sides(), Shade::Dark);
        }
        View::Side => {
            let back = [
                (12, 28),
                (12, 28),
                (12, 29),
                (12, 29),
                (12, 29),
                (12, 28),
                (12, 28),
                (12, 29),
                (12, 29),
                (12, 30),
            ];
            let ends = [
                (13, 30),
                (14, 29),
                (14, 28),
                (15, 28),
                (15, 29),
                (16, 29),
                (17, 28),
                (19, 27),
            ];
            let shape = crown_side()
                .or(Mask::rows(12, &back))
                .or(Mask::rows(22, &ends));
            s.volume(shape.minus(open_fringe_side()), ball);
            let curl = Mask::dots(&[
                (15, 17),
                (16, 18),
                (16, 19),
                (15, 20),
                (15, 21),
                (16, 22),
                (17, 24),
            ]);
            s.stroke(curl.or(curl.moved(5, 1)).or(curl.moved(9, 3)), Shade::Dark);
        }
        View::Back => {
            s.volume(crown_front().or(waves), ball);
            let curl = Mask::dots(&[
                (8, 16),
                (9, 17),
                (9, 18),
                (8, 19),
                (8, 20),
                (9, 21),
                (10, 23),
                (10, 24),
                (9, 25),
            ]);
            s.stroke(curl.or(curl.moved(5, 1)).both_sides(), Shade::Dark);
        }
    }
}

pub fn ponytail(s: &mut Sketch, view: View) {
    match view {
        View::Front => {
            let tail = Mask::rows(
                17,
                &[
                    (26, 27),
                    (26, 29),
                    (26, 30),
                    (26, 30),
                    (26, 30),
                    (26, 30),
                    (26, 29),
                    (27, 29),
                    (28, 28),
                ],
            );
            s.volume(tail, Ball::within(22, 16, 32, 30));
            let open = Mask::rows(12, &[(11, 13), (10, 16), (9, 18), (8, 21), (8, 23)]);
            s.volume(crown_front().minus(open).or(temples()), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (13, 8),
                    (12, 9),
                    (12, 10),
                    (15, 9),
                    (16, 10),
                    (17, 11),
                    (19, 10),
                    (20, 11),
                    (21, 12),
                ]),
                Shade::Dark,
            );
        }
        View::Side => {
            let tail = [
                (26, 29),
                (25, 30),
                (25, 31),
                (26, 31),
                (27, 31),
                (27, 31),
                (28, 31),
                (28, 31),
                (28, 31),
                (28, 31),
            ];
            let tip = [
                (28, 31),
                (28, 31),
                (27, 31),
                (27, 31),
                (27, 30),
                (26, 30),
                (26, 29),
                (26, 28),
            ];
            let slim = crown_side()
                .minus(Mask::rect(27, 5, 27, 16))
                .or(combed_nape_side().minus(Mask::rect(26, 17, 27, 23)));
            s.volume(slim.minus(open_combed_side()), Ball::HEAD);
            s.volume(
                Mask::rows(9, &tail).or(Mask::rows(19, &tip)),
                Ball::within(23, 7, 33, 28),
            );
            s.fill(Mask::rect(25, 9, 25, 12), Shade::Outline);
            s.stroke(
                Mask::dots(&[
                    (12, 12),
                    (13, 11),
                    (14, 11),
                    (17, 12),
                    (18, 11),
                    (19, 11),
                    (20, 10),
                ]),
                Shade::Dark,
            );
            s.stroke(
                Mask::dots(&[
                    (18, 15),
                    (19, 15),
                    (20, 14),
                    (21, 13),
                    (22, 12),
                    (21, 18),
                    (22, 17),
                    (23, 16),
                ]),
                Shade::Dark,
            );
            s.stroke(Mask::rect(29, 14, 29, 20), Shade::Dark);
        }
        View::Back => {
            s.volume(crown_front().or(combed_nape_back()), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (8, 15),
                    (9, 14),
                    (10, 13),
                    (9, 18),
                    (10, 17),
                    (11, 16),
                    (8, 11),
                    (9, 10),
                ])
                .both_sides(),
                Shade::Dark,
            );
            let tail = Mask::symmetric(
                10,
                &[2, 3, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 3, 2, 1],
            );
            s.volume(tail, Ball::within(9, 9, 22, 30));
            s.stroke(
                Mask::rect(15, 15, 15, 25).or(Mask::rect(18, 17, 18, 22)),
                Shade::Dark,
            );
            s.fill(Mask::rect(14, 10, 17, 10), Shade::Outline);
        }
    }
}

pub fn bun(s: &mut Sketch, view: View) {
    let knot = |s: &mut Sketch, x: i32, y: i32| {
        let mask = Mask::symmetric(0, &[3, 4, 5, 5, 5, 5, 4, 3]).moved(x - 16, y);
        s.volume(mask, Ball::within(x - 6, y - 1, x + 5, y + 8));
        s.stroke(
            Mask::dots(&[
                (x + 1, y + 2),
                (x + 2, y + 3),
                (x + 2, y + 4),
                (x + 1, y + 5),
                (x, y + 5),
            ]),
            Shade::Dark,
        );
    };
    match view {
        View::Front => {
            knot(s, 16, 0);
            let open = open_combed().minus(Mask::rows(12, &[(18, 22), (19, 23), (21, 23)]));
            s.volume(crown_front().minus(open).or(temples()), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (12, 8),
                    (11, 9),
                    (11, 10),
                    (19, 8),
                    (20, 9),
                    (20, 10),
                    (15, 8),
                    (15, 9),
                ]),
                Shade::Dark,
            );
        }
        View::Side => {
            s.volume(
                crown_side()
                    .or(combed_nape_side())
                    .minus(open_combed_side()),
                Ball::HEAD,
            );
            knot(s, 25, 2);
            s.stroke(
                Mask::dots(&[
                    (13, 12),
                    (14, 11),
                    (15, 10),
                    (16, 9),
                    (18, 14),
                    (19, 13),
                    (20, 12),
                    (22, 17),
                    (23, 16),
                    (23, 15),
                ]),
                Shade::Dark,
            );
        }
        View::Back => {
            s.volume(crown_front().or(combed_nape_back()), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (8, 14),
                    (9, 13),
                    (10, 12),
                    (11, 18),
                    (12, 17),
                    (12, 16),
                    (14, 14),
                    (14, 13),
                ])
                .both_sides(),
                Shade::Dark,
            );
            knot(s, 16, 2);
        }
    }
}

/// A plaited strand: knots of hair one below the other, with a tied end.
fn plait(s: &mut Sketch, x: i32, y: i32, knots: i32) {
    for i in 0..knots {
        let top = y + 4 * i;
        let knot = Mask::rows(
            top,
            &[
                (x + 1, x + 3),
                (x, x + 4),
                (x, x + 4),
                (x, x + 4),
                (x + 1, x + 3),
            ],
        );
        s.volume(knot, Ball::within(x - 1, top - 1, x + 5, top + 6));
        s.stroke(
            Mask::dots(&[(x + 2, top + 2), (x + 3, top + 3)]),
            Shade::Dark,
        );
    }
    let end = y + 4 * knots;
    s.fill(Mask::rect(x + 1, end, x + 3, end), Shade::Outline);
    s.volume(
        Mask::rows(end + 1, &[(x + 1, x + 3), (x + 1, x + 3), (x + 2, x + 2)]),
        Ball::within(x, end, x + 4, end + 5),
    );
}

pub fn braids(s: &mut Sketch, view: View) {
    match view {
        View::Front => {
            plait(s, 4, 19, 3);
            plait(s, 23, 19, 3);
            let sides = Mask::rect(5, 17, 7, 19).both_sides();
            s.volume(crown_front().minus(open_parted()).or(sides), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (15, 6),
                    (15, 7),
                    (15, 8),
                    (11, 10),
                    (20, 10),
                    (9, 12),
                    (22, 12),
                ]),
                Shade::Dark,
            );
        }
        View::Side => {
            let sides = Mask::rows(17, &[(12, 27), (13, 27), (14, 26), (15, 26), (16, 25)]);
            let open = open_fringe_side().or(Mask::rows(12, &[(4, 6), (4, 8), (4, 10), (4, 11)]));
            s.volume(crown_side().or(sides).minus(open), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (14, 11),
                    (14, 12),
                    (15, 13),
                    (15, 14),
                    (16, 15),
                    (16, 16),
                    (22, 13),
                    (22, 14),
                    (21, 15),
                    (21, 16),
                    (20, 17),
                ]),
                Shade::Dark,
            );
            plait(s, 17, 19, 3);
        }
        View::Back => {
            s.volume(
                crown_front().or(Mask::symmetric(17, &[11, 11, 11, 11, 10])),
                Ball::HEAD,
            );
            s.stroke(Mask::rect(15, 6, 15, 20), Shade::Dark);
            s.stroke(
                Mask::dots(&[
                    (11, 13),
                    (10, 14),
                    (10, 15),
                    (9, 16),
                    (13, 16),
                    (12, 17),
                    (12, 18),
                ])
                .both_sides(),
                Shade::Dark,
            );
            plait(s, 6, 19, 3);
            plait(s, 21, 19, 3);
        }
    }
}

pub fn pigtails(s: &mut Sketch, view: View) {
    let tail = Mask::rows(
        10,
        &[
            (1, 3),
            (0, 4),
            (0, 4),
            (0, 4),
            (0, 4),
            (0, 4),
            (1, 4),
            (1, 4),
            (1, 3),
            (2, 3),
        ],
    );
    match view {
        View::Front | View::Back => {
            let front = view == View::Front;
            s.volume(tail, Ball::within(-2, 8, 7, 22));
            s.volume(tail.mirrored(), Ball::within(24, 8, 33, 22));
            let crown = crown_front();
            let shape = if front {
                crown.minus(open_fringe()).or(temples())
            } else {
                crown.or(combed_nape_back())
            };
            s.volume(shape, Ball::HEAD);
            s.fill(Mask::rect(4, 11, 4, 13).both_sides(), Shade::Outline);
            if front {
                s.stroke(
                    Mask::dots(&[(13, 13), (13, 12), (18, 13), (18, 12), (22, 13), (9, 13)]),
                    Shade::Dark,
                );
            } else {
                s.stroke(Mask::rect(15, 6, 15, 20), Shade::Dark);
                s.stroke(
                    Mask::dots(&[(8, 12), (9, 12), (10, 11), (8, 15), (9, 16), (10, 17)])
                        .both_sides(),
                    Shade::Dark,
                );
            }
        }
        View::Side => {
            let open = open_fringe_side()
                .or(Mask::rect(4, 17, 12, 26))
                .or(Mask::rect(15, 18, 18, 26));
            s.volume(crown_side().or(combed_nape_side()).minus(open), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (9, 13),
                    (9, 12),
                    (14, 12),
                    (15, 11),
                    (16, 11),
                    (17, 10),
                    (13, 16),
                    (14, 15),
                    (15, 15),
                    (16, 14),
                ]),
                Shade::Dark,
            );
            let tail = [
                (20, 23),
                (19, 24),
                (19, 25),
                (20, 25),
                (20, 25),
                (20, 25),
                (20, 25),
                (20, 24),
                (20, 24),
                (21, 23),
            ];
            s.volume(
                Mask::rows(10, &tail).or(Mask::rows(20, &[(22, 22)])),
                Ball::within(16, 8, 27, 23),
            );
            s.fill(Mask::rect(20, 10, 22, 10), Shade::Outline);
        }
    }
}
