//! Hair that ends above the shoulders, and the dispatch over all hair styles.

use super::{
    figure::Figure,
    hair_long, headcloth,
    mask::{Layer, Mask, Shade},
    sketch::{Ball, Sketch, View},
};

/// Every hair style, in the order of the palette file.
pub const STYLES: [&str; 16] = [
    "short",
    "buzz",
    "side_part",
    "spiky",
    "bob",
    "long",
    "ponytail",
    "bun",
    "curly",
    "afro",
    "braids",
    "pigtails",
    "bald_fringe",
    "wavy",
    "hijab",
    "turban",
];

/// Draws a hair style for one frame.
pub fn draw(style: &str, figure: &Figure) -> Layer {
    let mut sketch = Sketch::new(figure);
    let view = sketch.view();
    match style {
        "short" => short(&mut sketch, view),
        "buzz" => buzz(&mut sketch, view),
        "side_part" => side_part(&mut sketch, view),
        "spiky" => spiky(&mut sketch, view),
        "bob" => hair_long::bob(&mut sketch, view),
        "long" => hair_long::long(&mut sketch, view),
        "ponytail" => hair_long::ponytail(&mut sketch, view),
        "bun" => hair_long::bun(&mut sketch, view),
        "curly" => curly(&mut sketch, view),
        "afro" => afro(&mut sketch, view),
        "braids" => hair_long::braids(&mut sketch, view),
        "pigtails" => hair_long::pigtails(&mut sketch, view),
        "bald_fringe" => bald_fringe(&mut sketch, view),
        "wavy" => hair_long::wavy(&mut sketch, view),
        "hijab" => headcloth::hijab(&mut sketch, view),
        "turban" => headcloth::turban(&mut sketch, view),
        _ => {}
    }
    sketch.finish()
}

/// The upper head with a finger of hair, from the front or from behind, down to row 16.
pub fn crown_front() -> Mask {
    Mask::symmetric(5, &[6, 8, 9, 10, 11, 11, 11, 11, 11, 11, 11, 11])
}

/// The upper head with a finger of hair from the side, down to row 16.
pub fn crown_side() -> Mask {
    let spans = [
        (11, 20),
        (8, 23),
        (7, 25),
        (6, 26),
        (5, 27),
        (5, 27),
        (5, 27),
    ];
    Mask::rows(5, &spans).or(Mask::rect(5, 12, 27, 16))
}

/// The back of a head with short hair, to the nape.
fn nape_back() -> Mask {
    crown_front().or(Mask::symmetric(17, &[11, 11, 10, 10, 9, 8, 6]))
}

/// The hair behind the ear of a profile, to the nape.
fn nape_side() -> Mask {
    Mask::rows(
        17,
        &[
            (19, 27),
            (19, 27),
            (19, 27),
            (19, 26),
            (20, 26),
            (20, 25),
            (21, 24),
        ],
    )
}

/// The uncovered part of a profile with short hair: forehead, cheek and ear.
pub fn open_profile() -> Mask {
    Mask::rows(13, &[(4, 6), (4, 9), (4, 11), (4, 12)])
        .or(Mask::rect(4, 17, 12, 25))
        .or(Mask::rect(15, 17, 18, 25))
}

/// Fine darker locks on the back of a head.
pub fn locks_back(bottom: i32) -> Mask {
    let mut mask = Mask::rect(15, 14, 15, bottom - 2);
    for (x, y) in [(9, 16), (12, 18), (20, 17), (23, 15)] {
        mask = mask.or(Mask::rect(x, y, x, bottom - 3));
    }
    mask
}

fn short(s: &mut Sketch, view: View) {
    match view {
        View::Front => {
            let open = Mask::rows(13, &[(11, 12), (10, 13), (8, 23), (8, 23)])
                .or(Mask::rows(13, &[(16, 17), (15, 18)]))
                .or(Mask::rows(13, &[(21, 22), (20, 23)]));
            let sides = Mask::symmetric(17, &[11, 11]).minus(Mask::symmetric(17, &[9, 10]));
            s.volume(crown_front().minus(open).or(sides), Ball::HEAD);
            s.stroke(
                Mask::dots(&[(14, 12), (14, 11), (15, 10), (19, 12), (19, 11), (20, 10)]),
                Shade::Dark,
            );
        }
        View::Side => {
            let shape = crown_side()
                .minus(Mask::rect(4, 16, 5, 17))
                .minus(open_profile())
                .or(nape_side());
            s.volume(shape.or(Mask::rect(13, 17, 14, 18)), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (9, 11),
                    (10, 12),
                    (10, 13),
                    (14, 13),
                    (14, 14),
                    (13, 12),
                    (22, 18),
                    (22, 19),
                    (23, 20),
                ]),
                Shade::Dark,
            );
        }
        View::Back => {
            s.volume(nape_back(), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (15, 7),
                    (14, 8),
                    (14, 9),
                    (13, 19),
                    (13, 20),
                    (18, 20),
                    (18, 21),
                    (10, 18),
                    (10, 19),
                    (21, 18),
                    (21, 19),
                ]),
                Shade::Dark,
            );
        }
    }
}

fn buzz(s: &mut Sketch, view: View) {
    let ball = Ball(15.5, 17.0, 14.0, 12.0);
    let shape = match view {
        View::Front => {
            let cap = Mask::symmetric(7, &[5, 7, 9, 10, 10, 11, 11, 11, 11, 11, 10]);
            cap.minus(Mask::symmetric(12, &[7, 8, 8, 8, 9, 10]))
        }
        View::Side => {
            let cap = Mask::rows(
                7,
                &[
                    (11, 20),
                    (9, 23),
                    (7, 25),
                    (7, 25),
                    (6, 26),
                    (6, 26),
                    (6, 26),
                ],
            );
            let low = Mask::rows(
                14,
                &[
                    (13, 27),
                    (13, 27),
                    (14, 27),
                    (14, 27),
                    (19, 27),
                    (20, 26),
                    (20, 25),
                    (21, 25),
                ],
            );
            cap.minus(Mask::rows(11, &[(4, 7), (4, 9), (4, 11)]))
                .or(low)
        }
        View::Back => Mask::symmetric(
            7,
            &[5, 7, 9, 10, 10, 11, 11, 11, 11, 11, 11, 11, 10, 10, 9, 8],
        ),
    };
    s.volume(shape, ball);
}

fn side_part(s: &mut Sketch, view: View) {
    match view {
        View::Front => {
            let top = Mask::rows(4, &[(12, 22), (9, 25)]);
            let open = Mask::rows(12, &[(9, 11), (9, 14), (8, 17), (8, 20), (8, 22)]);
            let sides = Mask::symmetric(17, &[11, 11]).minus(Mask::symmetric(17, &[9, 10]));
            s.volume(crown_front().or(top).minus(open).or(sides), Ball::HEAD);
            s.stroke(
                Mask::dots(&[(11, 7), (10, 8), (10, 9), (10, 10), (10, 11)]),
                Shade::Dark,
            );
            s.stroke(
                Mask::dots(&[
                    (14, 10),
                    (15, 11),
                    (16, 12),
                    (18, 10),
                    (19, 11),
                    (20, 12),
                    (21, 13),
                ]),
                Shade::Dark,
            );
        }
        View::Side => {
            let top = Mask::rows(4, &[(9, 18), (6, 21), (5, 22)]);
            let shape = crown_side()
                .minus(Mask::rect(4, 14, 5, 17))
                .minus(open_profile())
                .or(top)
                .or(nape_side());
            s.volume(shape.or(Mask::rect(13, 17, 14, 18)), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (8, 10),
                    (9, 11),
                    (10, 12),
                    (11, 12),
                    (14, 11),
                    (15, 12),
                    (16, 13),
                    (17, 14),
                    (22, 18),
                    (23, 19),
                ]),
                Shade::Dark,
            );
        }
        View::Back => {
            s.volume(nape_back().or(Mask::rows(4, &[(12, 20)])), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (19, 6),
                    (19, 7),
                    (20, 8),
                    (20, 9),
                    (13, 20),
                    (17, 20),
                    (10, 19),
                ]),
                Shade::Dark,
            );
        }
    }
}

fn spiky(s: &mut Sketch, view: View) {
    // Tufts are small upright triangles.
    let tuft =
        |x: i32, y: i32| Mask::rows(y, &[(x, x), (x - 1, x + 1), (x - 1, x + 1), (x - 2, x + 2)]);
    match view {
        View::Front | View::Back => {
            let tufts = tuft(9, 3)
                .or(tuft(14, 1))
                .or(tuft(19, 2))
                .or(tuft(24, 5))
                .or(tuft(6, 7));
            let open = Mask::rows(12, &[(12, 12), (11, 13), (10, 14), (8, 23), (8, 23)])
                .or(Mask::rows(12, &[(18, 18), (17, 19), (16, 20)]))
                .or(Mask::rows(13, &[(22, 22), (21, 23)]));
            let front = view == View::Front;
            let sides = Mask::symmetric(17, &[11, 11]).minus(Mask::symmetric(17, &[9, 10]));
            let crown = if front {
                crown_front().minus(open).or(sides)
            } else {
                nape_back()
            };
            s.volume(crown.or(tufts), Ball::HEAD);
            s.stroke(
                Mask::dots(&[(12, 6), (12, 7), (17, 6), (17, 7), (21, 8), (9, 9)]),
                Shade::Dark,
            );
            if !front {
                s.stroke(
                    Mask::dots(&[(11, 19), (13, 18), (16, 20), (18, 18), (21, 19)]),
                    Shade::Dark,
                );
            }
        }
        View::Side => {
            let tufts = tuft(9, 3).or(tuft(14, 1)).or(tuft(19, 2)).or(tuft(24, 5));
            let tail =
                Mask::rows(10, &[(27, 29), (27, 28)]).or(Mask::rows(15, &[(27, 29), (27, 28)]));
            let shape = crown_side()
                .minus(Mask::rect(4, 14, 5, 17))
                .minus(open_profile())
                .or(nape_side())
                .or(tufts);
            s.volume(shape.or(tail).or(Mask::rect(13, 17, 14, 18)), Ball::HEAD);
            s.stroke(
                Mask::dots(&[
                    (12, 6),
                    (12, 7),
                    (17, 6),
                    (17, 7),
                    (21, 8),
                    (23, 12),
                    (24, 13),
                ]),
                Shade::Dark,
            );
        }
    }
}

/// A cloud of round curls.
fn curls(centres: &[(i32, i32)], size: i32) -> Mask {
    let half = size / 2;
    let disc = |&(x, y): &(i32, i32)| Mask::ellipse(x - half, y - half, x + half, y + half);
    centres.iter().map(disc).fold(Mask::EMPTY, Mask::or)
}

/// The small shadows between curls.
fn curl_shadows(x0: i32, x1: i32, y0: i32, y1: i32) -> Mask {
    let mut mask = Mask::EMPTY;
    for (row, y) in (y0..=y1).step_by(4).enumerate() {
        for x in (x0 + 3 * (row as i32 % 2)..=x1).step_by(6) {
            mask = mask.or(Mask::dots(&[
                (x, y),
                (x + 1, y + 1),
                (x + 2, y + 1),
                (x + 3, y),
            ]));
        }
    }
    mask
}

fn curly(s: &mut Sketch, view: View) {
    let ball = Ball(15.5, 14.0, 13.0, 12.0);
    match view {
        View::Front => {
            let rim = [(6, 16), (5, 12), (7, 8), (11, 6), (16, 5)];
            let mirrored: Vec<_> = rim.iter().map(|&(x, y)| (31 - x, y)).collect();
            let shape = curls(&rim, 6).or(curls(&mirrored, 6)).or(crown_front());
            let open = Mask::rows(13, &[(12, 13), (11, 14), (9, 22), (8, 23)])
                .or(Mask::rows(13, &[(17, 19), (17, 20)]))
                .or(Mask::symmetric(17, &[9, 9, 9]));
            s.volume(shape.minus(open), ball);
            s.stroke(curl_shadows(6, 24, 7, 11), Shade::Dark);
        }
        View::Side => {
            let rim = [
                (8, 10),
                (10, 7),
                (15, 5),
                (20, 6),
                (24, 8),
                (26, 12),
                (26, 17),
                (24, 21),
            ];
            let shape = crown_side()
                .or(nape_side())
                .or(curls(&rim, 6))
                .or(Mask::rect(13, 17, 14, 19));
            let open = Mask::rows(14, &[(4, 7), (4, 10), (3, 11), (3, 12), (3, 12), (3, 12)]);
            s.volume(shape.minus(open).minus(Mask::rect(15, 18, 17, 21)), ball);
            s.stroke(curl_shadows(8, 24, 7, 20), Shade::Dark);
        }
        View::Back => {
            let rim = [
                (6, 18),
                (5, 13),
                (7, 8),
                (11, 6),
                (16, 5),
                (9, 21),
                (14, 22),
            ];
            let mirrored: Vec<_> = rim.iter().map(|&(x, y)| (31 - x, y)).collect();
            s.volume(curls(&rim, 6).or(curls(&mirrored, 6)).or(nape_back()), ball);
            s.stroke(curl_shadows(6, 23, 7, 21), Shade::Dark);
        }
    }
}

fn afro(s: &mut Sketch, view: View) {
    let ball = Ball(15.5, 13.0, 15.0, 13.0);
    let cloud = Mask::symmetric(
        2,
        &[
            6, 9, 10, 11, 12, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 13, 13, 12, 12, 11,
        ],
    );
    let shape = match view {
        View::Front => {
            let open = Mask::symmetric(12, &[5, 7, 8, 8, 9, 9, 9, 9, 9, 10]);
            cloud.minus(open)
        }
        View::Side => {
            let open = Mask::rows(6, &[(0, 5), (0, 4), (0, 4), (0, 4), (0, 4), (0, 5)]);
            let open = open.or(Mask::rows(
                12,
                &[
                    (0, 7),
                    (0, 9),
                    (0, 11),
                    (0, 12),
                    (0, 12),
                    (0, 12),
                    (0, 12),
                    (0, 12),
                    (0, 12),
                    (0, 12),
                ],
            ));
            cloud
                .moved(1, 0)
                .or(Mask::rows(22, &[(18, 25)]))
                .minus(open)
        }
        View::Back => cloud.or(Mask::symmetric(22, &[10, 8])),
    };
    s.volume(shape, ball);
    s.stroke(curl_shadows(5, 26, 5, 21), Shade::Dark);
}

fn bald_fringe(s: &mut Sketch, view: View) {
    match view {
        View::Front => {
            let tufts = Mask::rows(14, &[(5, 6), (4, 7), (4, 7), (4, 7), (4, 6), (4, 5)]);
            s.volume(tufts.both_sides(), Ball::HEAD);
        }
        View::Side => {
            let ring = Mask::rows(
                13,
                &[
                    (19, 26),
                    (15, 27),
                    (14, 27),
                    (14, 27),
                    (14, 27),
                    (19, 27),
                    (19, 27),
                    (19, 27),
                    (20, 26),
                    (21, 25),
                ],
            );
            s.volume(ring.minus(Mask::rect(15, 17, 18, 21)), Ball::HEAD);
        }
        View::Back => {
            let ring = Mask::symmetric(13, &[11, 12, 12, 12, 12, 12, 11, 10, 9, 8]);
            s.volume(ring.minus(Mask::symmetric(13, &[9, 7, 4])), Ball::HEAD);
            s.stroke(locks_back(21), Shade::Dark);
        }
    }
}
