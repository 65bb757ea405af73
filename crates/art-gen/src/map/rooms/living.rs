//! Houses: bedrooms, flats, corridors, washrooms and common rooms.

use crate::{
    brush::{BRIGHTS, tone},
    map::fit::Fit,
    scene::Sprite,
    tiles::furniture::{body, food, music, rest, seats, shelves, study, walls},
};

const BLANKETS: [u32; 8] = [
    0x6F8FB8, 0xB85C55, 0x6E9A62, 0xD6A94F, 0x8C6A99, 0x5F9C96, 0xC9784E, 0x94839C,
];
const WOODS: [u32; 4] = [tone::WOOD, tone::BIRCH, tone::WALNUT, 0xB07A50];

/// Puts a mirrored sprite at the mirrored column when `flip` is set.
fn put(fit: &mut Fit, flip: bool, x: i32, y: i32, sprite: Sprite) {
    let at = if flip { fit.rect.w - x - sprite.w } else { x };
    fit.put(at, y, sprite);
}

/// A room for a student: bed, desk, wardrobe, rug; odd variants have a second bed.
pub fn bedroom(fit: &mut Fit) {
    let v = fit.variant;
    let pick = v / 2;
    let flip = pick % 2 == 1;
    let wood = WOODS[(pick % 4) as usize];
    let blanket = BLANKETS[(pick * 3 % 8) as usize];
    let column = |x: i32, w: i32| if flip { 4 - x - w } else { x };
    let rug = BRIGHTS[((pick + 2) % 8) as usize];
    if pick.is_multiple_of(3) {
        fit.lay(column(1, 2), 2, rest::round_rug(2, rug, 0xE4D6B8));
    } else {
        fit.lay(
            column(1, 2),
            2,
            rest::rug(2, 2, rug, BRIGHTS[((pick + 5) % 8) as usize]),
        );
    }
    put(
        fit,
        flip,
        0,
        0,
        rest::bed(wood, blanket, pick.is_multiple_of(2)),
    );
    fit.spot("bed", column(0, 1), 0, "down");
    put(fit, flip, 2, 0, study::home_desk(1, wood, v));
    fit.chair(
        "desk",
        column(2, 1),
        1,
        "up",
        BLANKETS[((pick + 3) % 8) as usize],
    );
    if pick % 3 == 2 {
        put(fit, flip, 3, 0, shelves::bookcase(1, wood, v));
    } else {
        put(fit, flip, 3, 0, shelves::wardrobe(wood));
    }
    if v % 2 == 1 {
        put(
            fit,
            flip,
            3,
            2,
            rest::bed(wood, BLANKETS[((pick * 5 + 3) % 8) as usize], pick % 2 == 1),
        );
        fit.spot("bed", column(3, 1), 2, "down");
    } else {
        match pick % 4 {
            0 => put(fit, flip, 3, 3, shelves::plant(pick)),
            1 => {
                let facing = if flip { "right" } else { "left" };
                fit.armchair(column(3, 1), 3, facing, BLANKETS[((pick + 1) % 8) as usize]);
            }
            2 => put(fit, flip, 3, 2, shelves::drawers(wood, v)),
            _ => put(fit, flip, 3, 3, shelves::plant(pick + 2)),
        }
        if pick.is_multiple_of(2) {
            put(fit, flip, 0, 3, shelves::low_bookcase(1, wood, v + 9));
        } else {
            put(
                fit,
                flip,
                0,
                3,
                rest::floor_lamp(BRIGHTS[(pick % 8) as usize]),
            );
        }
    }
    let litter = rest::clutter(v * 7 + pick);
    fit.drop(
        column(if pick % 3 == 1 { 2 } else { 1 }, 1),
        if pick.is_multiple_of(2) { 3 } else { 2 },
        litter,
    );
    let door_in_face = fit.rect.y % 100 != 4 && fit.rect.y != 77;
    let window = column(0, 1) as f32 + 0.5;
    if door_in_face {
        fit.hang(window, 8, walls::poster(v));
    } else {
        fit.windows(
            &[column(1, 1) as f32 + 0.5],
            Some(BLANKETS[((pick + 4) % 8) as usize]),
        );
        fit.hang(window, 6, walls::poster(v + 3));
    }
    fit.hang(column(2, 1) as f32 + 0.5, 4, walls::picture(v));
}

/// A larger room for staff: bed, desk, books, a sofa corner.
pub fn flat(fit: &mut Fit) {
    let v = fit.variant;
    let pick = v / 2;
    let wood = WOODS[(pick % 4) as usize];
    fit.lay(
        1,
        2,
        rest::rug(
            3,
            2,
            BRIGHTS[((pick + 2) % 8) as usize],
            BRIGHTS[((pick + 5) % 8) as usize],
        ),
    );
    fit.put(
        0,
        0,
        rest::bed(wood, BLANKETS[(pick * 3 % 8) as usize], pick % 2 == 1),
    );
    fit.spot("bed", 0, 0, "down");
    fit.put(2, 0, study::home_desk(2, wood, v));
    fit.chair("desk", 3, 1, "up", BLANKETS[((pick + 3) % 8) as usize]);
    fit.put(4, 0, shelves::bookcase(1, wood, v));
    fit.put(5, 0, shelves::wardrobe(wood));
    fit.armchair(5, 2, "left", BLANKETS[((pick + 1) % 8) as usize]);
    fit.put(5, 3, shelves::plant(pick));
    fit.put(4, 3, shelves::drawers(wood, v));
    fit.put(0, 3, shelves::low_bookcase(1, wood, v + 4));
    fit.drop(2, 3, rest::clutter(v * 3));
    fit.drop(1, 2, rest::clutter(v * 5 + 2));
    fit.windows(&[1.5], Some(BLANKETS[((pick + 4) % 8) as usize]));
    fit.hang(3.0, 3, walls::picture(v));
    fit.hang(0.5, 6, walls::picture(v + 2));
}

/// A house's corridor with a runner, pictures and notices.
pub fn corridor(fit: &mut Fit) {
    let runner = [0xA8624E, 0x6F83A8, 0x7F6A99][(fit.variant % 3) as usize];
    for i in 0..7 {
        fit.lay(i * 6, 0, rest::runner(runner));
    }
    let pitch = if fit.variant == 7 { 7 } else { 5 };
    for i in 0..35 / pitch {
        let x = (i * pitch) as f32 + 4.2;
        let seed = fit.variant + i as u32;
        match i % 4 {
            0 => fit.hang(x, 5, walls::picture(seed)),
            1 => fit.hang(x, 4, walls::notice_board(seed)),
            2 => fit.hang(x, 5, walls::poster(seed * 3)),
            _ => fit.hang(x, 6, walls::clock()),
        }
    }
    fit.hang(35.6, 5, walls::picture(fit.variant + 2));
    fit.hang(40.0, 4, walls::notice_board(fit.variant + 6));
    fit.put(0, 0, shelves::plant(fit.variant));
    fit.put(41, 0, shelves::plant(fit.variant + 1));
}

/// A washroom: showers, basins, cubicles and a washing machine.
pub fn washroom(fit: &mut Fit) {
    for x in 0..2 {
        fit.stand(x, 0, body::shower());
        fit.spot("wash", x, 0, "up");
    }
    for x in 3..5 {
        fit.put(x, 0, body::basin());
        fit.spot("wash", x, 1, "up");
    }
    fit.put(5, 0, body::cubicles(2, 0x7FA8A0));
    fit.spot("stand", 5, 1, "up");
    fit.put(5, 3, body::washer());
    fit.put(6, 3, body::washer());
    fit.bench(0, 3, 2, "up", tone::BIRCH);
    fit.put(4, 3, shelves::plant(1));
    fit.hang(2.5, 6, walls::picture(4));
}

/// A common room: television corner, tables for games, a piano, a kitchenette.
pub fn common(fit: &mut Fit) {
    let v = fit.variant;
    let sofa = BLANKETS[(v % 8) as usize];
    fit.lay(
        1,
        1,
        rest::rug(4, 3, BRIGHTS[((v + 3) % 8) as usize], 0x8E6044),
    );
    fit.put(0, 0, shelves::plant(v));
    fit.put(2, 0, rest::television());
    fit.sofa(2, 2, 2, "up", sofa);
    fit.armchair(0, 2, "right", sofa);
    fit.spot("play", 3, 1, "up");
    fit.put(5, 0, food::worktop(2, 1));
    fit.put(7, 0, food::fridge());
    fit.put(5, 3, food::cafe_table(0xE4D6B8, v));
    fit.chair("seat", 4, 3, "right", sofa);
    fit.chair("seat", 6, 3, "left", sofa);
    fit.put(10, 0, music::upright_piano(0x7A4F3A));
    fit.put(10, 1, seats::stool(0x8C3F3F));
    fit.spot("play", 10, 1, "up");
    fit.put(12, 0, shelves::bookcase(2, tone::WALNUT, v));
    fit.spot("shelf", 13, 1, "up");
    fit.put(15, 0, rest::floor_lamp(tone::MUSTARD));
    fit.put(16, 0, food::vending_machine(0xB4574C));
    fit.lay(
        13,
        2,
        rest::rug(4, 2, BRIGHTS[((v + 6) % 8) as usize], 0x6F5A4A),
    );
    fit.put(11, 3, rest::football_table());
    fit.spot("play", 10, 3, "right");
    fit.spot("play", 13, 3, "left");
    fit.put(15, 2, rest::chess_table());
    fit.chair("play", 14, 2, "right", sofa);
    fit.chair("play", 16, 2, "left", sofa);
    fit.drop(8, 2, rest::clutter(v * 3 + 1));
    fit.drop(12, 1, rest::clutter(v * 5 + 4));
    fit.windows(&[1.0, 4.4, 14.4], Some(sofa));
    fit.hang(6.0, 4, walls::menu_board());
    fit.hang(11.0, 2, walls::clock());
}
