//! The pieces of the open campus: what stands along the ways, what grows, and what lives there.

use super::Catalogue;
use crate::sprite::Sprite;
use crate::tiles::{
    animals::{self, STEPS},
    chimney::{self, BUILT, PUFFS},
    furniture::seats,
    nature::{self, Species},
    season::Season,
    street::{self, FRAMES, JETTIES},
    tints::{AWNINGS, FLAGS, TRIMS},
    trees::SEEDS,
    winter,
};

/// For how long each picture of falling water and waving flags is shown, in milliseconds.
const FLOW: u32 = 160;
/// For how long each picture of rising smoke is shown, in milliseconds.
const SMOKE: u32 = 180;

/// Takes in everything outdoors.
pub fn fill(all: &mut Catalogue) {
    street_things(all);
    moving_things(all);
    trees(all);
    plants(all);
    waterside(all);
    flowers(all);
    creatures(all);
    chimneys(all);
    snow(all);
}

fn street_things(all: &mut Catalogue) {
    for piece in [
        street::lamp(),
        street::statue(),
        street::clock_post(),
        street::signpost(),
        street::bin(),
        street::poster_column(),
        street::gate_pillar(),
        street::gate_arch(),
        street::bus_stop(),
        street::bus(),
    ] {
        all.add(&piece);
    }
    for tint in TRIMS {
        all.add(&street::name_board(tint.rgb));
    }
    for seed in 0..7 {
        all.add(&street::bicycles(seed));
    }
    for tint in AWNINGS {
        all.add(&street::parasol(tint.rgb));
    }
    for w in 1..=4 {
        all.add(&street::railing(w));
    }
    for (w, h) in JETTIES {
        all.add(&street::jetty(w, h));
    }
}

fn moving_things(all: &mut Catalogue) {
    let fountain: Vec<_> = (0..FRAMES).map(street::fountain_frame).collect();
    all.moving(&fountain, FLOW);
    for tint in FLAGS {
        let flag: Vec<_> = (0..FRAMES)
            .map(|frame| street::flagpole_frame(tint.rgb, frame))
            .collect();
        all.moving(&flag, FLOW);
    }
}

fn trees(all: &mut Catalogue) {
    for species in Species::ALL {
        for seed in 0..SEEDS {
            all.seasonal(|season| nature::tree_in(species, seed, season));
        }
    }
}

fn plants(all: &mut Catalogue) {
    for kind in 0..12 {
        all.seasonal(|season| nature::bush_in(kind, season));
    }
    for w in 1..=5 {
        all.seasonal(|season| nature::hedge_in(w, 1, season));
    }
    for h in 2..=10 {
        all.seasonal(|season| nature::hedge_in(1, h, season));
    }
    for kind in 0..4 {
        all.seasonal(|season| nature::boulder_in(kind, season));
    }
    for kind in 0..5 {
        all.add(&nature::accent(kind));
    }
}

fn waterside(all: &mut Catalogue) {
    for kind in 0..6 {
        all.add(&nature::lilies(kind));
    }
    for kind in 0..6 {
        all.seasonal(|season| nature::reeds_in(kind, season));
    }
}

fn flowers(all: &mut Catalogue) {
    for kind in 0..10 {
        all.seasonal(|season| nature::flowers_in(kind, season));
    }
}

fn creatures(all: &mut Catalogue) {
    for kind in 0..3 {
        all.add(&animals::cat(kind));
        let walk: Vec<_> = (0..STEPS)
            .map(|frame| animals::cat_walking(kind, frame))
            .collect();
        all.moving(&walk, 140);
    }
    let pecking: Vec<_> = (0..2).map(animals::sparrow_pecking).collect();
    all.moving(&pecking, 600);
    let flying: Vec<_> = (0..STEPS).map(animals::sparrow_flying).collect();
    all.moving(&flying, 90);
    for kind in 0..3 {
        all.add(&nature::duck(kind));
    }
}

/// Chimneys that smoke in autumn and winter, and such that always smoke.
fn chimneys(all: &mut Catalogue) {
    for built in BUILT {
        let frames = |season| -> Vec<_> {
            (0..PUFFS)
                .map(|frame| chimney::smoking_frame(built, season, frame))
                .collect()
        };
        let (still, smoking) = (chimney::chimney(built), frames(Season::Summer));
        let snowy = frames(Season::Winter);
        all.add(&still);
        all.moving(&smoking, SMOKE);
        all.moving(&snowy, SMOKE);
        all.instead(&still, Season::Autumn, &smoking[0]);
        all.instead(&still, Season::Winter, &snowy[0]);
        all.instead(&smoking[0], Season::Winter, &snowy[0]);
    }
}

/// Gives what stands under the open sky its picture for winter. It comes after all else, so that
/// every piece keeps the number by which maps know it.
fn snow(all: &mut Catalogue) {
    let mut dress = |summer: &Sprite, snowy: &Sprite| {
        all.instead(summer, Season::Winter, snowy);
    };
    for (piece, depth, levels) in street_levels() {
        dress(&piece, &winter::snowy(&piece, depth, levels));
    }
    for tint in TRIMS {
        let board = street::name_board(tint.rgb);
        dress(&board, &winter::snowy(&board, 4, &[]));
    }
    for seed in 0..7 {
        let rack = street::bicycles(seed);
        dress(&rack, &winter::bicycles(&rack));
    }
    for tint in AWNINGS {
        let parasol = street::parasol(tint.rgb);
        dress(&parasol, &winter::parasol(&parasol, tint.rgb));
        let picnic = street::picnic(tint.rgb);
        dress(&picnic, &winter::taken_away(&picnic, "picnic"));
    }
    for w in 1..=4 {
        let railing = street::railing(w);
        dress(&railing, &winter::railing(&railing));
    }
    for (w, h) in JETTIES {
        let jetty = street::jetty(w, h);
        dress(&jetty, &winter::jetty(&jetty));
    }
    dress(&street::fountain_frame(0), &street::fountain_in_winter());
    for w in 1..=3 {
        for look in ["down", "up"] {
            let bench = seats::park_bench(w, look);
            dress(&bench, &winter::park_bench(&bench));
        }
    }
    for kind in 0..6 {
        let lilies = nature::lilies(kind);
        dress(&lilies, &winter::taken_away(&lilies, "bare"));
    }
    for kind in 0..5 {
        let leaves = nature::accent(kind);
        dress(&leaves, &winter::taken_away(&leaves, "bare"));
    }
}

/// A piece, how deep snow lies on its edges, and its level parts that snow covers.
type Levels = (Sprite, i32, &'static [(i32, i32, i32, i32)]);

/// The things along the ways, with where snow lies on them.
fn street_levels() -> [Levels; 10] {
    [
        (street::lamp(), 3, &[]),
        (street::statue(), 5, &[(4, 49, 4, 6), (24, 49, 4, 6)]),
        (street::clock_post(), 4, &[]),
        (street::signpost(), 3, &[]),
        (street::bin(), 3, &[(9, 7, 14, 5)]),
        (street::poster_column(), 9, &[]),
        (street::gate_pillar(), 4, &[(1, 15, 8, 6), (24, 15, 7, 6)]),
        (street::gate_arch(), 2, &[]),
        (street::bus_stop(), 3, &[(1, 1, 94, 11)]),
        (street::bus(), 3, &[(4, 3, 182, 11)]),
    ]
}
