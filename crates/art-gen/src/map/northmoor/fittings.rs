//! Furnishing rooms of many sizes.

use crate::{
    brush::{BRIGHTS, tone},
    map::{fit::Fit, rooms::services},
    scene::Sprite,
    tiles::furniture::{body, food, rest, shelves, study, walls},
};

const CLOTHS: [u32; 8] = [
    0x6F8FB8, 0xB85C55, 0x6E9A62, 0xD6A94F, 0x8C6A99, 0x5F9C96, 0xC9784E, 0x94839C,
];
const WOODS: [u32; 4] = [tone::WOOD, tone::BIRCH, tone::WALNUT, 0xB07A50];

/// A colour of cloth, by any number.
fn cloth(n: u32) -> u32 {
    CLOTHS[(n % 8) as usize]
}

/// Puts a sprite, at the mirrored column when `flip` is set.
fn put(fit: &mut Fit, flip: bool, x: i32, y: i32, sprite: Sprite) {
    let at = if flip { fit.rect.w - x - sprite.w } else { x };
    fit.put(at, y, sprite);
}

/// A room of four by four for two: beds along one side, two desks along the other. The column
/// beside the beds is free, so that the door may lie at either end of it.
pub fn double_room(fit: &mut Fit) {
    let v = fit.variant;
    let flip = v % 2 == 1;
    let wood = WOODS[(v / 2 % 4) as usize];
    let column = |x: i32| if flip { 3 - x } else { x };
    let rug = BRIGHTS[(v % 8) as usize];
    fit.lay(
        if flip { 0 } else { 2 },
        2,
        rest::round_rug(2, rug, 0xE4D6B8),
    );
    for (y, seed) in [(0, v), (2, v + 3)] {
        let bed = rest::bed(wood, cloth(seed), seed.is_multiple_of(2));
        put(fit, flip, 0, y, bed);
        fit.spot("bed", column(0), y, "down");
    }
    for (x, seed) in [(2, v), (3, v + 1)] {
        put(fit, flip, x, 0, study::home_desk(1, wood, seed));
        fit.chair("desk", column(x), 1, "up", cloth(v + 5));
    }
    put(fit, flip, 3, 3, shelves::drawers(wood, v));
    if fit.faces_outdoors() {
        let window = if flip { 1.0 } else { 3.0 };
        fit.windows(&[window], Some(cloth(v + 4)));
    } else {
        let picture = walls::picture(v);
        fit.hang(if flip { 1.0 } else { 3.0 }, 5, picture);
    }
}

/// A room of six by four for one: bed, desk, books and an armchair.
pub fn single_room(fit: &mut Fit) {
    let v = fit.variant;
    let wood = WOODS[(v % 4) as usize];
    fit.lay(
        2,
        2,
        rest::round_rug(2, BRIGHTS[(v % 8) as usize], 0xE4D6B8),
    );
    fit.put(0, 0, rest::bed(wood, cloth(v), v.is_multiple_of(2)));
    fit.spot("bed", 0, 0, "down");
    fit.put(2, 0, study::home_desk(2, wood, v));
    fit.chair("desk", 3, 1, "up", cloth(v + 3));
    fit.put(4, 0, shelves::bookcase(1, wood, v));
    fit.put(5, 0, shelves::wardrobe(wood));
    fit.armchair(5, 2, "left", cloth(v + 1));
    fit.put(5, 3, shelves::plant(v));
    fit.hang(3.0, 4, walls::picture(v + 2));
}

/// A washroom four rows deep: showers, basins and cubicles along the north wall. One column between
/// showers and basins is free at both ends for a door: [`washroom_door`].
pub fn washroom(fit: &mut Fit) {
    let w = fit.rect.w;
    let gap = washroom_door(w);
    for x in 0..gap {
        fit.stand(x, 0, body::shower());
        fit.spot("wash", x, 0, "up");
    }
    for x in gap + 1..w - 2 {
        fit.put(x, 0, body::basin());
        fit.spot("wash", x, 1, "up");
    }
    fit.put(w - 2, 0, body::cubicles(2, 0x7FA8A0));
    fit.spot("stand", w - 2, 1, "up");
    for x in (0..gap - 1).chain(gap + 1..w - 4) {
        fit.stand(x, 3, body::shower());
        fit.spot("wash", x, 3, "down");
    }
    fit.put(w - 2, 3, body::washer());
    fit.put(w - 1, 3, body::washer());
    fit.put(w - 3, 3, shelves::plant(fit.variant));
}

/// The column of a washroom's door, counted from its left.
pub const fn washroom_door(w: i32) -> i32 {
    (w - 3) * 5 / 9
}

/// A narrow washroom beside a dining hall, five by fourteen.
pub fn cloakroom(fit: &mut Fit) {
    for x in 0..3 {
        fit.put(x, 0, body::basin());
        fit.spot("wash", x, 1, "up");
    }
    fit.put(3, 0, body::cubicles(2, 0x7FA8A0));
    fit.spot("stand", 3, 1, "up");
    fit.put(0, 5, shelves::lockers(2, 0xC29A4A));
    fit.bench(0, 8, 2, "up", tone::WOOD);
    fit.put(4, 8, shelves::plant(1));
    fit.put(0, 12, shelves::plant(2));
}

/// A house's corridor of any length: runners, and pictures where two rooms meet.
pub fn corridor(fit: &mut Fit) {
    let v = fit.variant;
    let runner = [0xA8624E, 0x6F83A8, 0x7F6A99][(v % 3) as usize];
    for x in (1..fit.rect.w - 6).step_by(12) {
        fit.lay(x, 0, rest::runner(runner));
    }
    for (i, x) in (4..fit.rect.w - 2).step_by(15).enumerate() {
        let seed = v + i as u32;
        let piece = if i.is_multiple_of(2) {
            walls::picture(seed)
        } else {
            walls::notice_board(seed)
        };
        fit.hang(x as f32 + 0.5, 5, piece);
    }
}

/// A corridor three rows deep of any length in a house of teaching: lockers, plants and notices
/// along the north wall where no door is.
pub fn hallway(fit: &mut Fit) {
    let v = fit.variant;
    for (i, x) in (5..fit.rect.w - 4).step_by(9).enumerate() {
        let seed = v + i as u32;
        let free = (x - 1..x + 4).all(|x| !fit.door_at(x));
        if !free {
            continue;
        }
        match i % 3 {
            0 => fit.put(x, 0, shelves::lockers(3, 0x6F8FA0)),
            1 => fit.bench(x, 0, 2, "down", tone::WOOD),
            _ => fit.put(x, 0, shelves::plant(seed)),
        }
        if !i.is_multiple_of(3) {
            fit.hang(x as f32 + 0.9, 4, walls::notice_board(seed));
        }
    }
}

/// A lobby of any size from eight columns on: seats along both sides, plants in the corners below,
/// and in large ones tables to work at, with the middle left free.
pub fn lobby(fit: &mut Fit) {
    let (w, h) = (fit.rect.w, fit.rect.h);
    let color = cloth(fit.variant);
    for y in [1, 2] {
        fit.armchair(0, y, "right", color);
        fit.armchair(w - 1, y, "left", color);
    }
    fit.put(0, h - 1, shelves::plant(0));
    fit.put(w - 1, h - 1, shelves::plant(1));
    if h <= 6 {
        return;
    }
    fit.put(0, 0, food::vending_machine(0xB4574C));
    fit.put(w - 1, 0, rest::floor_lamp(tone::MUSTARD));
    let columns = if w < 18 {
        vec![1, w - 4]
    } else {
        vec![1, 4, w - 7, w - 4]
    };
    for y in (4..h - 1).step_by(2) {
        for x in &columns {
            fit.put(x + 1, y, food::cafe_table(0xE4D6B8, (x + y) as u32));
            fit.chair("desk", *x, y, "right", color);
            fit.chair("desk", x + 2, y, "left", color);
        }
    }
}

/// The lounge in the middle of a house, seven by ten, with doors above and below its middle: tables
/// for games on both sides.
pub fn lounge(fit: &mut Fit) {
    let v = fit.variant;
    for row in 0..4 {
        let y = 1 + row * 2;
        games_table(fit, 0, y, v + row as u32);
        games_table(fit, 4, y, v + row as u32 + 1);
    }
    fit.put(0, 9, shelves::plant(v));
    fit.put(6, 9, shelves::bookcase(1, tone::WALNUT, v));
    fit.put(0, 0, rest::floor_lamp(tone::MUSTARD));
    fit.put(6, 0, food::vending_machine(0x5F9C96));
}

/// A table for two players, three columns wide with its chairs: chess, or cards on a round one.
fn games_table(fit: &mut Fit, x: i32, y: i32, seed: u32) {
    let color = cloth(seed / 2 + 2);
    let table = if seed.is_multiple_of(2) {
        rest::chess_table()
    } else {
        food::cafe_table(0xE4D6B8, seed)
    };
    fit.put(x + 1, y, table);
    fit.chair("play", x, y, "right", color);
    fit.chair("play", x + 2, y, "left", color);
}

/// A hall of games of any size from ten columns on: rows of tables, every third of them one for
/// table football, and tables to read at in the columns that are left.
pub fn games(fit: &mut Fit) {
    let (w, h) = (fit.rect.w, fit.rect.h);
    let columns = (w - 1) / 5;
    for (row, y) in (1..h - 1).step_by(2).enumerate() {
        for column in 0..columns {
            let x = column * 5 + i32::from(w % 5 > 2);
            if (column as usize + row) % 3 == 2 {
                fit.put(x + 1, y, rest::football_table());
                fit.spot("play", x, y, "right");
                fit.spot("play", x + 3, y, "left");
            } else {
                games_table(fit, x, y, fit.variant + (row as i32 * 2 + column) as u32);
            }
        }
        let x = columns * 5 + i32::from(w % 5 > 2);
        if x + 3 <= w {
            fit.put(x + 1, y, food::cafe_table(0xC9D2C4, row as u32));
            fit.chair("desk", x, y, "right", cloth(4));
            fit.chair("desk", x + 2, y, "left", cloth(4));
        }
    }
    fit.put(0, h - 1, shelves::plant(0));
    fit.put(w - 1, h - 1, shelves::plant(2));
    fit.windows(&[2.0, 6.0], None);
    fit.hang(w as f32 - 2.5, 4, walls::picture(6));
}

/// A classroom of thirteen by ten with thirty-two seats. The door lies at the bottom, or in the
/// north wall at its right end.
pub fn classroom(fit: &mut Fit) {
    let v = fit.variant;
    let wood = [tone::BIRCH, 0xCFA06C, 0xC8A878][(v % 3) as usize];
    fit.put(4, 1, study::office_desk(2, tone::WOOD, v, false));
    fit.spot("staff", 4, 0, "down");
    for row in 0..4 {
        for x in [1, 2, 4, 5, 7, 8, 10, 11] {
            let seed = (x + row * 9) as u32 + v * 31;
            fit.put(x, 2 + row * 2, study::school_desk(wood, seed));
            fit.chair("seat", x, 3 + row * 2, "up", cloth(v % 3));
        }
    }
    let board = if v % 3 == 2 {
        walls::whiteboard(150, v)
    } else {
        walls::blackboard(150, v)
    };
    fit.hang(5.9, 3, board);
    fit.hang(2.0, 4, walls::clock());
    fit.put(0, 0, shelves::plant(v));
    if fit.faces_outdoors() {
        fit.windows(&[9.5, 11.5], Some(0xC9B48A));
    } else {
        fit.hang(9.2, 3, walls::world_map());
    }
}

/// An auditorium of twenty-five by eighteen with a hundred and twelve seats.
pub fn auditorium(fit: &mut Fit) {
    for row in 0..7 {
        for pair in 0..8 {
            let (x, y) = (1 + pair * 3, 3 + row * 2);
            fit.put(x, y, study::reading_like((pair + row * 7) as u32));
            for dx in 0..2 {
                fit.chair("seat", x + dx, y + 1, "up", 0xA8584A);
            }
        }
    }
    fit.put(12, 1, study::lectern());
    fit.spot("staff", 12, 0, "down");
    fit.put(8, 1, study::table(2, 1, tone::WALNUT));
    fit.hang(12.5, 2, walls::blackboard(260, 5));
    fit.hang(4.0, 5, walls::clock());
    fit.hang(20.0, 5, walls::pennant(0xA8584A));
    fit.put(0, 0, shelves::plant(1));
    fit.put(24, 0, shelves::plant(2));
}

/// A room of machines and mats, twenty-four by nine, for forty.
pub fn fitness(fit: &mut Fit) {
    for i in 0..10 {
        let x = 1 + i * 2;
        let sprite = if i < 6 {
            body::treadmill()
        } else {
            body::weight_bench(0xB4574C)
        };
        fit.put(x, 1, sprite);
        fit.spot("play", x, 1, "up");
        fit.put(x, 3, body::exercise_bike());
        fit.spot("play", x, 3, "up");
        for y in [5, 7] {
            fit.lay(x, y, body::yoga_mat((i % 8) as u32));
            fit.spot("play", x, y, "down");
        }
    }
    fit.put(23, 0, shelves::plant(2));
    fit.put(22, 8, shelves::plant(1));
    fit.windows(&[3.0, 8.0, 13.0, 18.0], None);
}

/// A dining hall with room for five behind its counter, so that those who come on shift find some
/// beside those who go.
pub fn dining(fit: &mut Fit) {
    services::refectory(fit);
    staff(fit, &[(3, 1), (21, 1)]);
}

/// A café with room for four behind its counter.
pub fn cafe(fit: &mut Fit) {
    services::cafe(fit);
    staff(fit, &[(0, 1), (5, 1)]);
}

/// A shop with room for three behind its counter.
pub fn shop(fit: &mut Fit) {
    services::shop(fit);
    staff(fit, &[(9, 4), (11, 4)]);
}

/// A health centre with room for three behind its counter.
pub fn health(fit: &mut Fit) {
    services::health(fit);
    staff(fit, &[(10, 1)]);
}

/// Adds places behind a counter.
fn staff(fit: &mut Fit, tiles: &[(i32, i32)]) {
    for (x, y) in tiles {
        fit.spot("staff", *x, *y, "down");
    }
}
