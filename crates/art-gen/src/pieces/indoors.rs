//! The pieces of rooms: furniture, rugs, hangings and doors.

use super::Catalogue;
use crate::tiles::{
    doors,
    furniture::{
        body,
        food::{self, Goods},
        lab, music,
        rest::{self, RUGS},
        seats::{self, BENCHES, SOFAS},
        shelves,
        study::{self, READING_TABLES, RECEPTIONS, TABLES},
        walls::{self, BOARDS},
    },
    street::doormat,
    tints::{
        AWNINGS, BRIGHT, CLOTHS, COUNTERS, CUBICLES, CURTAINS, DARK_WOODS, LOCKERS, MACHINES, PADS,
        PAINTED, PLAIN_WOODS, RUNNERS, SAND, SCHOOL_WOODS, SCREENS, TABLECLOTHS, TRIMS, WOODS,
    },
};

/// The ways one may look.
const LOOKS: [&str; 4] = ["down", "up", "left", "right"];

/// Takes in everything of rooms.
pub fn fill(all: &mut Catalogue) {
    chairs(all);
    benches(all);
    desks(all);
    tables(all);
    shelf_rows(all);
    cupboards(all);
    beds(all);
    living(all);
    kitchens(all);
    counters(all);
    sports(all);
    health(all);
    science(all);
    instruments(all);
    hangings(all);
    boards(all);
    rugs(all);
    all_doors(all);
}

fn chairs(all: &mut Catalogue) {
    for tint in CLOTHS {
        for look in LOOKS {
            all.add(&seats::chair(look, tint.rgb));
        }
    }
    for tint in CLOTHS {
        for look in LOOKS {
            all.add(&seats::office_chair(look, tint.rgb));
        }
    }
    for tint in CLOTHS {
        for look in LOOKS {
            all.add(&seats::armchair(look, tint.rgb));
        }
        all.add(&seats::stool(tint.rgb));
    }
}

fn benches(all: &mut Catalogue) {
    for look in LOOKS {
        for w in SOFAS {
            for tint in CLOTHS {
                all.add(&seats::sofa(w, look, tint.rgb));
            }
        }
        for w in BENCHES {
            for tint in PLAIN_WOODS {
                all.add(&seats::bench(w, look, tint.rgb));
            }
        }
        for w in 1..=3 {
            all.add(&seats::park_bench(w, look));
        }
    }
}

fn desks(all: &mut Catalogue) {
    for seed in 0..8 {
        for tint in SCHOOL_WOODS {
            all.add(&study::school_desk(tint.rgb, seed));
        }
        for tint in PLAIN_WOODS {
            all.add(&study::computer_desk(tint.rgb, seed));
        }
        all.add(&study::reading_like(seed));
    }
    for w in 1..=2 {
        for tint in PLAIN_WOODS {
            for seed in 0..4 {
                all.add(&study::office_desk(w, tint.rgb, seed, true));
                all.add(&study::office_desk(w, tint.rgb, seed, false));
            }
        }
        for tint in WOODS {
            for seed in 0..6 {
                all.add(&study::home_desk(w, tint.rgb, seed));
            }
        }
    }
}

fn tables(all: &mut Catalogue) {
    for tint in PLAIN_WOODS {
        for (w, h) in TABLES {
            all.add(&study::table(w, h, tint.rgb));
        }
        for w in READING_TABLES {
            for seed in 0..4 {
                all.add(&study::reading_table(w, tint.rgb, seed));
            }
        }
    }
    for tint in DARK_WOODS {
        for w in RECEPTIONS {
            all.add(&study::reception(w, tint.rgb));
        }
    }
    for piece in [study::lectern(), study::copier(), study::globe()] {
        all.add(&piece);
    }
}

fn shelf_rows(all: &mut Catalogue) {
    for tint in WOODS {
        for w in 1..=6 {
            for seed in 0..3 {
                all.add(&shelves::bookcase(w, tint.rgb, seed));
            }
        }
    }
    for tint in WOODS {
        for w in 1..=4 {
            for seed in 0..3 {
                all.add(&shelves::low_bookcase(w, tint.rgb, seed));
            }
        }
    }
    for w in 1..=4 {
        for kind in 0..8 {
            all.add(&shelves::goods_shelf(w, kind));
        }
    }
}

fn cupboards(all: &mut Catalogue) {
    for tint in WOODS {
        all.add(&shelves::wardrobe(tint.rgb));
    }
    for tint in PAINTED {
        for seed in 0..6 {
            all.add(&shelves::drawers(tint.rgb, seed));
        }
    }
    for tint in LOCKERS {
        for w in 1..=4 {
            all.add(&shelves::lockers(w, tint.rgb));
        }
    }
    all.add(&shelves::filing_cabinet());
    for seed in 0..4 {
        all.add(&shelves::crate_of(seed));
    }
}

fn beds(all: &mut Catalogue) {
    for wood in WOODS {
        for blanket in CLOTHS {
            for stripes in [true, false] {
                let bed = rest::bed(wood.rgb, blanket.rgb, stripes);
                let cover = rest::blanket(wood.rgb, blanket.rgb, stripes);
                all.pair(&bed, "cover", &cover);
            }
        }
    }
}

fn living(all: &mut Catalogue) {
    for kind in 0..4 {
        all.add(&shelves::plant(kind));
    }
    for tint in BRIGHT {
        all.add(&rest::floor_lamp(tint.rgb));
    }
    for tint in WOODS {
        all.add(&rest::coffee_table(tint.rgb));
    }
    for piece in [
        rest::television(),
        rest::chess_table(),
        rest::football_table(),
    ] {
        all.add(&piece);
    }
    for kind in 0..40 {
        all.add(&rest::clutter(kind));
    }
}

fn kitchens(all: &mut Catalogue) {
    all.add(&food::range());
    all.add(&food::fridge());
    for w in 1..=4 {
        for seed in 0..4 {
            all.add(&food::worktop(w, seed));
        }
    }
    for w in 2..=7 {
        for seed in 0..3 {
            all.add(&food::long_table(w, seed));
        }
    }
    for tint in TABLECLOTHS {
        for seed in 0..6 {
            all.add(&food::cafe_table(tint.rgb, seed));
        }
    }
    for tint in MACHINES {
        all.add(&food::vending_machine(tint.rgb));
    }
}

fn counters(all: &mut Catalogue) {
    use Goods::{Bare, Cake, Coffee, Food, Fruit, Jars, Pastries, Plates, Till};
    let goods = [
        Bare, Pastries, Coffee, Food, Till, Plates, Fruit, Jars, Cake,
    ];
    for tint in COUNTERS {
        for item in goods {
            for piece in food::counter(tint.rgb, &[item; 3]) {
                all.add(&piece);
            }
            for piece in food::counter(tint.rgb, &[item]) {
                all.add(&piece);
            }
        }
    }
}

fn sports(all: &mut Catalogue) {
    for piece in [
        body::treadmill(),
        body::exercise_bike(),
        body::table_tennis(),
        body::mats(),
        body::gym_court(),
        body::sports_court(),
        crate::tiles::street::hoop(),
    ] {
        all.add(&piece);
    }
    for tint in PADS {
        all.add(&body::weight_bench(tint.rgb));
    }
    for w in 1..=3 {
        all.add(&body::dumbbells(w));
    }
    for kind in 0..8 {
        all.add(&body::yoga_mat(kind));
    }
}

fn health(all: &mut Catalogue) {
    for piece in [
        body::shower(),
        body::basin(),
        body::washer(),
        body::exam_bed(),
        body::medicine_cabinet(),
        body::scales(),
    ] {
        all.add(&piece);
    }
    for tint in CUBICLES {
        for w in 1..=3 {
            all.add(&body::cubicles(w, tint.rgb));
        }
    }
    for tint in SCREENS {
        all.add(&body::folding_screen(tint.rgb));
    }
}

fn science(all: &mut Catalogue) {
    for w in 1..=3 {
        for seed in 0..6 {
            all.add(&lab::bench(w, seed));
        }
    }
    for piece in [lab::fume_cupboard(), lab::server_rack(), lab::apparatus()] {
        all.add(&piece);
    }
}

fn instruments(all: &mut Catalogue) {
    for piece in [
        music::grand_piano(),
        music::drums(),
        music::cello(),
        music::guitar_amp(),
        music::music_stand(),
        music::harp(),
    ] {
        all.add(&piece);
    }
    for tint in DARK_WOODS {
        all.add(&music::upright_piano(tint.rgb));
    }
}

fn hangings(all: &mut Catalogue) {
    all.add(&walls::window(None));
    for tint in CURTAINS {
        all.add(&walls::window(Some(tint.rgb)));
    }
    for tint in TRIMS {
        all.add(&walls::outer_window(tint.rgb));
    }
    for seed in 0..12 {
        all.add(&walls::picture(seed));
    }
    for seed in 0..32 {
        all.add(&walls::poster(seed));
    }
    for tint in CLOTHS {
        all.add(&walls::pennant(tint.rgb));
    }
    all.sunlit(&walls::sunlight());
}

fn boards(all: &mut Catalogue) {
    for w in BOARDS {
        for seed in 0..3 {
            all.add(&walls::blackboard(w, seed));
            all.add(&walls::whiteboard(w, seed));
        }
    }
    for seed in 0..6 {
        all.add(&walls::notice_board(seed));
    }
    for seed in 0..4 {
        all.add(&walls::hooks(seed));
    }
    for piece in [
        walls::clock(),
        walls::world_map(),
        walls::menu_board(),
        walls::cross_sign(),
    ] {
        all.add(&piece);
    }
}

fn rugs(all: &mut Catalogue) {
    for (w, h) in RUGS {
        for (i, tint) in BRIGHT.iter().enumerate() {
            let other = BRIGHT[(i + 3) % BRIGHT.len()];
            all.add(&rest::rug(w, h, tint.rgb, SAND.rgb));
            all.add(&rest::rug(w, h, tint.rgb, other.rgb));
        }
    }
    for n in 2..=3 {
        for tint in BRIGHT {
            all.add(&rest::round_rug(n, tint.rgb, SAND.rgb));
        }
    }
    for tint in RUNNERS {
        all.add(&rest::runner(tint.rgb));
    }
    for tint in AWNINGS {
        all.add(&crate::tiles::street::picnic(tint.rgb));
    }
    for tint in TRIMS {
        all.add(&doormat(tint.rgb));
    }
}

fn all_doors(all: &mut Catalogue) {
    for tint in TRIMS {
        for w in 1..=2 {
            let (shut, open) = (doors::door(w, tint.rgb), doors::door_open(w, tint.rgb));
            all.pair(&shut, "open", &open);
            let shut = doors::front_door(w, tint.rgb);
            let open = doors::front_door_open(w, tint.rgb);
            all.pair(&shut, "open", &open);
        }
    }
}
