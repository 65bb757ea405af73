//! The gymnasium, its showers and the music room.

use crate::{
    brush::tone,
    map::fit::Fit,
    tiles::{
        furniture::{body, music, rest, seats, shelves, walls},
        street,
    },
};

/// The gymnasium: machines along the wall, table tennis, half a ball court.
pub fn gymnasium(fit: &mut Fit) {
    fit.court(13, 3, 11, 6);
    for x in [1, 3, 5, 7] {
        fit.put(x, 1, body::treadmill());
        fit.spot("play", x, 1, "up");
    }
    for x in [9, 11] {
        fit.put(x, 1, body::exercise_bike());
        fit.spot("play", x, 1, "up");
    }
    for x in [14, 16] {
        fit.put(x, 1, body::weight_bench(0xB4574C));
        fit.spot("play", x, 1, "up");
    }
    fit.put(18, 0, body::dumbbells(3));
    fit.spot("play", 19, 1, "up");
    fit.put(22, 0, body::mats());
    for x in [2, 8] {
        fit.put(x, 5, body::table_tennis());
        fit.spot("play", x - 1, 5, "right");
        fit.spot("play", x + 3, 6, "left");
    }
    fit.put(23, 5, street::hoop());
    fit.spot("play", 21, 5, "right");
    fit.spot("play", 19, 4, "right");
    fit.spot("play", 15, 6, "left");
    for (i, x) in [1, 3, 5, 7].iter().enumerate() {
        fit.lay(*x, 3, body::yoga_mat(i as u32));
        fit.spot("play", *x, 3, "down");
    }
    fit.bench(1, 8, 4, "up", tone::WOOD);
    fit.put(6, 8, shelves::lockers(2, 0xC29A4A));
    fit.put(12, 8, shelves::plant(2));
    fit.windows(&[2.0, 5.0, 8.0, 11.0, 17.0], None);
    fit.hang(14.0, 4, walls::poster(8));
    fit.hang(20.6, 4, walls::pennant(0xC29A3E));
}

/// Showers and changing room of the gymnasium.
pub fn showers(fit: &mut Fit) {
    for x in 0..4 {
        fit.stand(x, 0, body::shower());
        fit.spot("wash", x, 0, "up");
    }
    for x in 5..7 {
        fit.put(x, 0, body::basin());
        fit.spot("wash", x, 1, "up");
    }
    fit.put(7, 0, body::cubicles(2, 0xC29A4A));
    fit.spot("stand", 7, 1, "up");
    fit.bench(1, 3, 4, "up", tone::BIRCH);
    fit.put(6, 3, shelves::lockers(3, 0x6F8FA0));
}

/// The music room: a grand piano, drums, a cello, a harp, chairs for listeners.
pub fn music(fit: &mut Fit) {
    fit.lay(0, 1, rest::rug(5, 4, 0x8C3F4F, 0xD6A94F));
    fit.put(1, 1, music::grand_piano());
    fit.put(2, 3, seats::stool(0x4A4350));
    fit.spot("play", 2, 3, "up");
    fit.put(6, 1, music::drums());
    fit.spot("play", 6, 0, "down");
    fit.put(9, 2, music::cello());
    fit.spot("play", 8, 2, "right");
    fit.put(5, 3, music::harp());
    fit.spot("play", 6, 3, "left");
    fit.put(9, 0, music::guitar_amp());
    fit.put(0, 0, shelves::bookcase(1, tone::WALNUT, 6));
    fit.put(8, 4, music::music_stand());
    for x in [1, 2, 3, 6, 7] {
        fit.chair("seat", x, 5, "up", 0x9A5A86);
    }
    for x in [1, 2, 3] {
        fit.chair("seat", x, 7, "up", 0x9A5A86);
    }
    fit.put(0, 7, shelves::plant(1));
    fit.put(9, 7, shelves::plant(0));
    fit.windows(&[1.8, 5.0, 8.2], Some(0x9A5A86));
    fit.hang(3.4, 5, walls::picture(8));
}
