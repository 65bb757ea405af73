//! Newton Labs and the library.

use crate::{
    brush::tone,
    map::fit::Fit,
    tiles::furniture::{food, lab, rest, seats, shelves, study, walls},
};

/// The physics laboratory: benches in pairs, instruments along the walls.
pub fn physics(fit: &mut Fit) {
    for row in 0..2 {
        for (i, x) in [1, 4, 7, 10].iter().enumerate() {
            fit.put(
                *x,
                3 + row * 3,
                lab::bench(2, i as u32 * 2 + row as u32 * 3),
            );
            for dx in 0..2 {
                fit.put(x + dx, 4 + row * 3, seats::stool(0x6F8FB8));
                fit.spot("desk", x + dx, 4 + row * 3, "up");
            }
        }
    }
    fit.put(5, 1, lab::bench(2, 3));
    fit.spot("staff", 5, 0, "down");
    fit.put(0, 0, lab::server_rack());
    fit.put(10, 0, lab::fume_cupboard());
    fit.put(12, 0, lab::fume_cupboard());
    fit.put(13, 3, lab::apparatus());
    fit.put(13, 5, shelves::filing_cabinet());
    fit.put(13, 7, shelves::plant(2));
    fit.put(0, 2, lab::apparatus());
    fit.hang(5.6, 3, walls::blackboard(160, 21));
    fit.hang(2.1, 4, walls::poster(9));
    fit.windows(&[9.0], None);
}

/// The computer laboratory: three rows of screens.
pub fn computers(fit: &mut Fit) {
    for row in 0..3 {
        for pair in [1, 4, 7, 10] {
            for x in pair..pair + 2 {
                fit.put(
                    x,
                    2 + row * 2,
                    study::computer_desk(tone::BIRCH, (x * 3 + row) as u32),
                );
                fit.office_chair("desk", x, 3 + row * 2, "up", 0x5F7C98);
            }
        }
    }
    fit.put(7, 1, study::office_desk(2, tone::WOOD, 4, false));
    fit.spot("staff", 7, 0, "down");
    fit.put(0, 0, shelves::plant(1));
    for y in [0, 1] {
        fit.put(13, y, lab::server_rack());
    }
    fit.put(13, 4, study::copier());
    fit.put(13, 7, shelves::plant(2));
    fit.hang(6.6, 3, walls::whiteboard(180, 11));
    fit.hang(2.6, 5, walls::clock());
    fit.windows(&[10.6, 12.0], None);
}

/// Six desks of the faculty, each with books and a visitor's chair.
pub fn faculty(fit: &mut Fit) {
    for row in 0..2 {
        for (i, x) in [1, 7, 13].iter().enumerate() {
            let y = row * 4;
            let seed = (i as u32) * 2 + row as u32;
            fit.lay(
                x - 1,
                y,
                rest::rug(
                    4,
                    3,
                    [0x7F4F5A, 0x4E6E8E, 0xB08A4A][(i + row as usize) % 3],
                    0xC9B48A,
                ),
            );
            fit.office_chair("staff", *x, y, "down", [0x7F4F5A, 0x4E6E8E, 0x5F7F5A][i]);
            fit.put(
                *x,
                y + 1,
                study::office_desk(
                    2,
                    [tone::WALNUT, tone::WOOD][(seed % 2) as usize],
                    seed,
                    false,
                ),
            );
            fit.chair("seat", *x, y + 2, "up", 0xB08A4A);
        }
    }
    for (x, seed) in [(3, 3), (9, 8), (15, 15)] {
        fit.put(x, 0, shelves::bookcase(2, tone::WALNUT, seed));
    }
    for (x, seed) in [(4, 2), (10, 5), (16, 9)] {
        fit.put(x, 4, shelves::low_bookcase(1, tone::WOOD, seed));
    }
    fit.put(17, 0, shelves::filing_cabinet());
    fit.put(5, 0, shelves::plant(0));
    fit.put(11, 0, shelves::plant(1));
    fit.put(0, 7, shelves::plant(2));
    fit.put(17, 7, study::copier());
    fit.armchair(12, 7, "up", 0x7F9A86);
    fit.armchair(5, 7, "up", 0x7F9A86);
    fit.windows(&[1.6, 7.6, 13.6], Some(0x9AAC8E));
    fit.hang(17.4, 4, walls::clock());
}

/// The corridor of Newton Labs.
pub fn corridor(fit: &mut Fit) {
    for (x, w) in [(0, 4), (12, 3), (26, 3), (44, 4)] {
        fit.put(x, 0, shelves::lockers(w, 0x8FA0AC));
    }
    for x in [8, 16, 30, 41] {
        fit.bench(x, 0, 2, "down", tone::BIRCH);
    }
    fit.put(19, 0, food::vending_machine(0x5F9C96));
    fit.put(24, 0, shelves::plant(0));
    fit.put(36, 0, shelves::plant(1));
    fit.put(0, 2, shelves::plant(2));
    fit.put(47, 2, shelves::plant(2));
    fit.hang(9.0, 4, walls::notice_board(3));
    fit.hang(17.0, 4, walls::world_map());
    fit.hang(31.0, 4, walls::notice_board(8));
    fit.hang(34.0, 4, walls::picture(5));
    fit.hang(42.0, 4, walls::picture(9));
    fit.hang(23.0, 6, walls::clock());
}

/// The silent floor: carrels in pairs under bookcases.
pub fn silent(fit: &mut Fit) {
    for (x, w) in [(0, 3), (6, 3), (12, 3)] {
        fit.put(x, 0, shelves::bookcase(w, tone::WALNUT, x as u32 + 5));
    }
    for row in 0..2 {
        for pair in [1, 4, 7, 10, 12] {
            if pair == 12 {
                continue;
            }
            fit.put(
                pair,
                2 + row * 3,
                study::reading_table(2, tone::WALNUT, pair as u32 + row as u32 * 5),
            );
            for x in pair..pair + 2 {
                fit.chair("desk", x, 3 + row * 3, "up", 0x5F7F6A);
            }
        }
    }
    fit.armchair(14, 3, "left", 0x5F7F6A);
    fit.armchair(14, 5, "left", 0x5F7F6A);
    fit.put(14, 4, shelves::drawers(tone::WALNUT, 3));
    fit.lay(6, 7, rest::rug(3, 1, 0x4F6A5A, 0xB08A4A));
    fit.put(3, 0, rest::floor_lamp(0x6F9A7A));
    fit.put(11, 0, rest::floor_lamp(0x6F9A7A));
    fit.put(1, 7, shelves::low_bookcase(4, tone::WALNUT, 51));
    fit.put(9, 7, shelves::low_bookcase(4, tone::WALNUT, 61));
    fit.put(0, 7, shelves::plant(0));
    fit.put(14, 7, shelves::plant(1));
    fit.windows(&[4.4, 10.4], Some(0x6F8478));
    fit.hang(5.6, 5, walls::picture(3));
}

/// The stacks: rows of tall bookcases.
pub fn stacks(fit: &mut Fit) {
    for (row, y) in [0, 3, 6].iter().enumerate() {
        for (i, x) in [1, 9].iter().enumerate() {
            if *y == 6 && i == 1 {
                continue;
            }
            fit.put(
                *x,
                *y,
                shelves::bookcase(6, [tone::WALNUT, 0x9A6A48][i], (row * 7 + i * 3) as u32),
            );
            for dx in [1, 3, 5] {
                fit.spot("shelf", x + dx, y + 1, "up");
            }
        }
    }
    fit.put(10, 6, shelves::bookcase(5, 0x9A6A48, 77));
    for dx in [1, 3] {
        fit.spot("shelf", 10 + dx, 7, "up");
    }
    fit.put(0, 0, shelves::plant(2));
    fit.put(15, 7, rest::floor_lamp(tone::MUSTARD));
    fit.put(15, 0, study::globe());
    fit.hang(7.9, 5, walls::picture(6));
}

/// The reading room: long tables with lamps, the librarian's desk, armchairs.
pub fn reading(fit: &mut Fit) {
    for (x, w) in [(0, 6), (10, 5), (17, 6), (27, 5)] {
        fit.put(x, 0, shelves::bookcase(w, tone::WALNUT, x as u32));
        fit.spot("shelf", x + 1, 1, "up");
        fit.spot("shelf", x + 3, 1, "up");
    }
    fit.lay(14, 3, rest::rug(4, 4, 0x9A5F4A, 0xB08A4A));
    for x in [2, 8, 20, 26] {
        for dx in 0..4 {
            fit.chair("desk", x + dx, 2, "down", 0xA8624E);
            fit.chair("desk", x + dx, 4, "up", 0xA8624E);
        }
        fit.put(x, 3, study::reading_table(4, tone::WALNUT, x as u32));
    }
    fit.put(10, 6, study::reception(4, tone::WALNUT));
    fit.office_chair("staff", 11, 5, "down", 0x7F4F5A);
    fit.put(15, 4, shelves::low_bookcase(2, tone::WALNUT, 41));
    fit.put(15, 5, shelves::low_bookcase(2, tone::WALNUT, 17));
    fit.put(20, 7, shelves::low_bookcase(4, tone::WOOD, 5));
    fit.spot("shelf", 22, 6, "down");
    fit.put(18, 7, study::globe());
    fit.armchair(1, 6, "right", 0xB08A4A);
    fit.armchair(4, 6, "left", 0xB08A4A);
    fit.put(2, 7, rest::coffee_table(tone::WOOD));
    fit.armchair(27, 6, "right", 0x5F7F6A);
    fit.armchair(30, 6, "left", 0x5F7F6A);
    fit.put(28, 7, rest::coffee_table(tone::WOOD));
    fit.put(0, 7, shelves::plant(0));
    fit.put(31, 7, shelves::plant(1));
    fit.put(7, 7, shelves::plant(2));
    fit.put(6, 0, shelves::plant(0));
    fit.put(25, 0, shelves::plant(1));
    fit.hang(8.8, 5, walls::picture(2));
    fit.hang(16.0, 4, walls::clock());
    fit.hang(23.6, 5, walls::picture(9));
}
