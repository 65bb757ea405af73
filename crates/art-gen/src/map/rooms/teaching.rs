//! Hollis Hall: classrooms, the lecture hall, corridor and lobby.

use crate::{
    brush::tone,
    map::fit::Fit,
    scene::{Ground, Rect},
    surfaces,
    tiles::{
        floors::Floor,
        furniture::{food, rest, shelves, study, walls},
    },
};

/// Columns of the desks of a classroom: pairs with aisles between.
const PAIRS: [i32; 6] = [1, 2, 4, 5, 7, 8];

/// A classroom entered from below.
pub fn classroom(fit: &mut Fit) {
    furnish(fit);
    let v = fit.variant;
    fit.put(9, 0, shelves::low_bookcase(1, tone::WOOD, v));
    fit.put(
        8,
        0,
        if v.is_multiple_of(2) {
            shelves::filing_cabinet()
        } else {
            shelves::low_bookcase(1, tone::WOOD, v + 8)
        },
    );
    fit.windows(&[0.9, 8.3], Some(0xC9B48A));
}

/// A classroom entered from above, at its right end.
pub fn classroom_below(fit: &mut Fit) {
    furnish(fit);
    fit.hang(0.8, 4, walls::poster(fit.variant * 5));
    fit.hang(8.2, 3, walls::world_map());
}

fn furnish(fit: &mut Fit) {
    let v = fit.variant;
    let wood = [tone::BIRCH, 0xCFA06C, 0xC8A878][(v % 3) as usize];
    fit.put(4, 1, study::office_desk(2, tone::WOOD, v, false));
    fit.spot("staff", 4, 0, "down");
    for row in 0..3 {
        for x in PAIRS {
            fit.put(
                x,
                2 + row * 2,
                study::school_desk(wood, (x + row * 9) as u32 + v * 31),
            );
            fit.chair(
                "desk",
                x,
                3 + row * 2,
                "up",
                [0x6F8FB8, 0x6E9A62, 0xB85C55][(v % 3) as usize],
            );
        }
    }
    fit.hang(
        4.8,
        3,
        if v % 3 == 2 {
            walls::whiteboard(150, v)
        } else {
            walls::blackboard(150, v)
        },
    );
    fit.hang(2.0, 4, walls::clock());
    fit.lay(
        3,
        0,
        rest::rug(
            4,
            2,
            [0x6F8FB8, 0x7FA086, 0xB0705C][(v % 3) as usize],
            0xC9B48A,
        ),
    );
    fit.put(
        0,
        0,
        if v.is_multiple_of(2) {
            study::globe()
        } else {
            shelves::plant(v)
        },
    );
}

/// The lecture hall: five pairs of seats in four rows before a long board.
pub fn lecture_hall(fit: &mut Fit) {
    let (left, top) = (fit.rect.x, fit.rect.y);
    let podium = Rect::new(left + 3, top, 10, 2);
    fit.scene.uncover(Ground::Floor, podium);
    let boards = surfaces::floor_wang(Floor::Planks(0xB58558));
    fit.scene.cover(Ground::Floor, &boards, podium);
    for row in 0..4 {
        for pair in [1, 4, 7, 10, 13] {
            fit.put(
                pair,
                3 + row * 2,
                study::reading_like(pair as u32 + row as u32 * 7),
            );
            for x in pair..pair + 2 {
                fit.chair("desk", x, 4 + row * 2, "up", 0xA8584A);
            }
        }
    }
    fit.put(8, 1, study::lectern());
    fit.spot("staff", 8, 0, "down");
    fit.put(5, 1, study::table(2, 1, tone::WALNUT));
    fit.hang(8.0, 2, walls::blackboard(260, 5));
    fit.hang(2.6, 5, walls::clock());
    fit.hang(13.2, 5, walls::pennant(0xA8584A));
    fit.put(3, 0, shelves::plant(1));
    fit.put(12, 0, shelves::plant(2));
}

/// The corridor of Hollis Hall: lockers, benches, plants, notices.
pub fn corridor(fit: &mut Fit) {
    for (x, w) in [(0, 3), (16, 4), (27, 4), (38, 4)] {
        fit.put(x, 0, shelves::lockers(w, 0x6F8FA0));
    }
    fit.bench(7, 0, 2, "down", tone::WOOD);
    fit.put(12, 0, shelves::plant(0));
    fit.bench(23, 0, 2, "down", tone::WOOD);
    fit.put(33, 0, food::vending_machine(0x4E6E8E));
    fit.put(42, 0, shelves::plant(2));
    fit.hang(7.0, 4, walls::notice_board(1));
    fit.hang(10.6, 4, walls::picture(2));
    fit.hang(13.0, 4, walls::world_map());
    fit.hang(23.2, 4, walls::notice_board(5));
    fit.hang(35.0, 4, walls::picture(7));
    fit.hang(34.0, 7, walls::clock());
}

/// The lobby: a place to wait by the main door.
pub fn lobby(fit: &mut Fit) {
    fit.put(0, 1, food::vending_machine(0xB4574C));
    fit.bench(0, 3, 1, "right", tone::WOOD);
    fit.bench(0, 4, 1, "right", tone::WOOD);
    fit.put(3, 2, shelves::plant(0));
    fit.armchair(3, 4, "left", 0xA8584A);
    fit.armchair(3, 5, "left", 0xA8584A);
    fit.put(0, 7, shelves::plant(1));
    fit.put(3, 7, shelves::plant(2));
    fit.hang(0.5, 5, walls::pennant(0xA8584A));
    fit.hang(3.5, 4, walls::poster(12));
}
