//! Where people eat, shop, ask and are looked after.

use crate::{
    brush::tone,
    map::fit::Fit,
    tiles::furniture::{
        body,
        food::{self, Goods},
        rest, shelves, study, walls,
    },
};

/// The refectory: kitchen along the north wall, counter, queue, long tables.
pub fn refectory(fit: &mut Fit) {
    for (x, piece) in [
        (0, food::worktop(3, 0)),
        (3, food::range()),
        (5, food::range()),
        (7, food::worktop(3, 1)),
        (10, food::fridge()),
        (11, food::fridge()),
        (12, food::worktop(4, 2)),
        (16, food::range()),
        (18, food::worktop(4, 1)),
        (22, food::fridge()),
    ] {
        fit.put(x, 0, piece);
    }
    use Goods::{Bare, Cake, Coffee, Food, Fruit, Jars, Pastries, Plates, Till};
    let goods = [
        Plates, Plates, Fruit, Fruit, Bare, Food, Food, Food, Food, Food, Food, Bare, Pastries,
        Pastries, Cake, Coffee, Coffee, Jars, Till, Bare, Till, Plates, Bare, Fruit,
    ];
    fit.put_row(0, 2, food::counter(0xB0643E, &goods));
    for x in [8, 13, 18] {
        fit.spot("staff", x, 1, "down");
    }
    fit.spot("serve", 18, 3, "up");
    fit.queue = vec![(18, 3), (2, 3)];
    for row in 0..2 {
        for (i, x) in [1, 9, 17].iter().enumerate() {
            let y = 5 + row * 4;
            fit.bench(*x, y, 7, "down", 0xB07A4C);
            fit.bench(*x, y + 2, 7, "up", 0xB07A4C);
            fit.put(*x, y + 1, food::long_table(7, (i as u32) * 3 + row as u32));
        }
    }
    for (x, y) in [(25, 5), (25, 9), (0, 13), (25, 13), (8, 13), (16, 13)] {
        fit.put(x, y, shelves::plant((x + y) as u32 % 3));
    }
    fit.put(3, 13, food::vending_machine(0xB4574C));
    fit.put(22, 13, shelves::low_bookcase(2, tone::WOOD, 4));
    fit.windows(&[8.4, 14.0, 20.0], None);
    fit.hang(1.6, 4, walls::menu_board());
    fit.hang(24.6, 4, walls::menu_board());
    fit.hang(11.0, 4, walls::clock());
}

/// The café: counter with pastries, round tables, a sofa corner.
pub fn cafe(fit: &mut Fit) {
    use Goods::{Bare, Cake, Coffee, Jars, Pastries, Till};
    fit.put(0, 0, food::worktop(2, 1));
    fit.put(2, 0, food::fridge());
    fit.put(3, 0, food::worktop(3, 2));
    fit.put_row(
        0,
        2,
        food::counter(
            0x8A5E3C,
            &[Coffee, Jars, Bare, Till, Pastries, Pastries, Cake],
        ),
    );
    fit.spot("staff", 3, 1, "down");
    fit.spot("staff", 1, 1, "down");
    fit.spot("serve", 3, 3, "up");
    fit.queue = vec![(3, 3), (12, 3)];
    for (i, (x, y)) in [(1, 5), (6, 5), (11, 5), (1, 7), (6, 7), (12, 7)]
        .iter()
        .enumerate()
    {
        fit.put(
            *x,
            *y,
            food::cafe_table([0xE4D6B8, 0xB85C55, 0x7FA086][i % 3], i as u32),
        );
        fit.chair("seat", x - 1, *y, "right", 0x5F9A6A);
        fit.chair("seat", x + 1, *y, "left", 0x5F9A6A);
    }
    for x in [0, 5, 10] {
        fit.lay(
            x,
            5,
            rest::rug(if x == 10 { 4 } else { 3 }, 3, 0x7F8F5A, 0xC9A86A),
        );
    }
    fit.lay(9, 0, rest::rug(5, 2, 0xA8624E, 0xD6A94F));
    fit.sofa(10, 0, 3, "down", 0xA8584A);
    fit.armchair(9, 1, "right", 0xD6A94F);
    fit.armchair(13, 1, "left", 0xD6A94F);
    fit.put(8, 0, shelves::plant(1));
    fit.put(13, 0, rest::floor_lamp(tone::MUSTARD));
    fit.put(3, 8, shelves::plant(2));
    fit.put(4, 8, shelves::plant(0));
    fit.put(13, 3, shelves::plant(0));
    fit.put(0, 4, shelves::plant(2));
    fit.hang(4.6, 3, walls::menu_board());
    fit.hang(1.0, 3, walls::menu_board());
    fit.windows(&[7.6, 9.4], Some(0x5F9A6A));
    fit.hang(11.5, 2, walls::picture(4));
}

/// The shop: shelves of goods, crates, a counter with a till.
pub fn shop(fit: &mut Fit) {
    use Goods::{Bare, Jars, Till};
    fit.put(0, 0, shelves::goods_shelf(4, 0));
    fit.put(4, 0, shelves::goods_shelf(4, 1));
    fit.put(8, 0, shelves::bookcase(2, tone::WOOD, 31));
    fit.put(10, 0, food::fridge());
    fit.put(11, 0, food::fridge());
    for (x, kind) in [(1, 2), (5, 3)] {
        fit.put(x, 3, shelves::goods_shelf(3, kind));
        fit.spot("shelf", x, 4, "up");
        fit.spot("shelf", x + 2, 4, "up");
    }
    for (x, kind) in [(1, 5), (5, 7)] {
        fit.put(x, 5, shelves::goods_shelf(3, kind));
        fit.spot("shelf", x + 1, 6, "up");
    }
    fit.lay(4, 7, rest::rug(4, 2, 0x5F9AA0, 0xD6C9A8));
    for x in [1, 3, 5, 8] {
        fit.spot("shelf", x, 1, "up");
    }
    fit.put(0, 3, shelves::goods_shelf(1, 1));
    fit.put(3, 8, shelves::crate_of(5));
    fit.put(0, 5, shelves::crate_of(7));
    fit.put(11, 2, shelves::goods_shelf(1, 6));
    fit.put(4, 8, shelves::crate_of(9));
    fit.put_row(9, 5, food::counter(0x3F8A92, &[Jars, Till, Bare]));
    fit.spot("staff", 10, 4, "down");
    fit.spot("serve", 10, 6, "up");
    fit.queue = vec![(10, 6), (9, 6), (9, 7), (3, 7)];
    fit.put(0, 8, shelves::crate_of(0));
    fit.put(1, 8, shelves::crate_of(1));
    fit.put(2, 8, shelves::crate_of(3));
    fit.put(0, 6, shelves::crate_of(2));
    fit.put(9, 8, shelves::low_bookcase(2, tone::BIRCH, 8));
    fit.put(11, 8, shelves::plant(1));
    fit.hang(8.9, 2, walls::clock());
}

/// The administration: a long reception, files behind, sofas before.
pub fn administration(fit: &mut Fit) {
    fit.put(0, 0, shelves::plant(1));
    for x in [1, 2, 9] {
        fit.put(x, 0, shelves::filing_cabinet());
    }
    fit.put(3, 0, shelves::bookcase(2, tone::WALNUT, 3));
    fit.put(6, 0, shelves::bookcase(2, tone::WALNUT, 9));
    fit.put(10, 0, study::copier());
    fit.put(11, 0, shelves::plant(2));
    fit.put(3, 3, study::reception(6, 0x8A5A4A));
    for x in [3, 5, 7] {
        fit.office_chair("staff", x, 2, "down", 0x7F4F5A);
    }
    for x in [3, 5, 7] {
        fit.spot("stand", x, 4, "up");
    }
    fit.lay(0, 4, rest::rug(4, 4, 0x7F4F5A, 0xB08A4A));
    fit.armchair(0, 4, "right", 0x7F4F5A);
    fit.armchair(0, 5, "right", 0x7F4F5A);
    fit.sofa(1, 7, 3, "up", 0x7F4F5A);
    fit.put(2, 5, rest::coffee_table(tone::WALNUT));
    fit.put(10, 5, study::table(2, 2, tone::WOOD));
    fit.chair("seat", 9, 5, "right", 0x7F4F5A);
    fit.chair("seat", 9, 6, "right", 0x7F4F5A);
    fit.put(11, 7, shelves::plant(0));
    fit.put(4, 7, shelves::plant(0));
    fit.lay(8, 4, rest::rug(4, 4, 0x6F83A8, 0xB08A4A));
    fit.put(11, 3, shelves::bookcase(1, tone::WALNUT, 14));
    fit.put(0, 2, shelves::low_bookcase(2, tone::WALNUT, 22));
    fit.windows(&[5.5, 8.5], Some(0x9A6A70));
    fit.hang(10.4, 4, walls::notice_board(4));
    fit.hang(2.0, 3, walls::picture(1));
}

/// The health centre: two examination beds behind screens, a pharmacy counter, a waiting row.
pub fn health(fit: &mut Fit) {
    for x in [1, 4] {
        fit.put(x, 0, body::exam_bed());
        fit.spot("bed", x, 0, "down");
    }
    fit.put(0, 0, shelves::drawers(0xD8DCD2, 2));
    fit.put(3, 0, body::folding_screen(0x8FBCB0));
    fit.put(6, 0, body::folding_screen(0x8FBCB0));
    fit.put(7, 0, body::scales());
    for x in [9, 10, 11] {
        fit.put(x, 0, body::medicine_cabinet());
    }
    use Goods::{Bare, Jars, Till};
    fit.put_row(8, 2, food::counter(0x8FBCB0, &[Bare, Jars, Till, Bare]));
    fit.spot("staff", 9, 1, "down");
    fit.spot("staff", 11, 1, "down");
    fit.spot("serve", 10, 3, "up");
    fit.queue = vec![(10, 3), (4, 3)];
    for x in 0..4 {
        fit.chair("seat", x, 7, "up", 0xC4706A);
    }
    fit.chair("seat", 0, 4, "right", 0xC4706A);
    fit.chair("seat", 0, 5, "right", 0xC4706A);
    fit.lay(1, 4, rest::rug(3, 2, 0x8FBCB0, 0xE4DCC8));
    fit.put(2, 5, rest::coffee_table(tone::BIRCH));
    fit.chair("seat", 5, 5, "left", 0xC4706A);
    fit.put(0, 2, study::office_desk(1, tone::BIRCH, 2, true));
    fit.put(12, 4, shelves::lockers(1, 0xD8DCD2));
    fit.put(11, 6, rest::coffee_table(tone::BIRCH));
    fit.chair("seat", 11, 5, "down", 0xC4706A);
    fit.chair("seat", 12, 7, "up", 0xC4706A);
    fit.put(4, 7, shelves::plant(1));
    fit.put(12, 0, shelves::plant(0));
    fit.put(6, 7, shelves::plant(2));
    fit.windows(&[2.5, 5.5], Some(0x8FBCB0));
    fit.hang(8.5, 5, walls::cross_sign());
}

/// The porter's lodge.
pub fn lodge(fit: &mut Fit) {
    fit.lay(1, 2, rest::rug(3, 2, 0x6A7A5A, 0xC9A86A));
    fit.office_chair("staff", 2, 0, "down", 0x6A7A5A);
    fit.put(2, 1, study::office_desk(2, tone::WALNUT, 1, false));
    fit.put(0, 0, shelves::filing_cabinet());
    fit.put(4, 0, shelves::bookcase(1, tone::WALNUT, 2));
    fit.put(5, 0, shelves::drawers(tone::WOOD, 1));
    fit.armchair(0, 3, "right", 0x6A7A5A);
    fit.put(5, 4, shelves::plant(0));
    fit.bench(5, 2, 1, "left", tone::WOOD);
    fit.hang(1.7, 4, walls::hooks(3));
    fit.hang(3.4, 4, walls::clock());
    fit.put(0, 4, rest::floor_lamp(tone::MUSTARD));
}
