//! The pieces of the open campus: what stands along the ways, what grows, and what lives there.

use super::Catalogue;
use crate::tiles::{
    animals::{self, STEPS},
    nature::{self, Species},
    street::{self, FRAMES, JETTIES},
    tints::{AWNINGS, FLAGS, TRIMS},
    trees::SEEDS,
};

/// For how long each picture of falling water and waving flags is shown, in milliseconds.
const FLOW: u32 = 160;

/// Takes in everything outdoors.
pub fn fill(all: &mut Catalogue) {
    street_things(all);
    moving_things(all);
    trees(all);
    plants(all);
    waterside(all);
    flowers(all);
    creatures(all);
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
