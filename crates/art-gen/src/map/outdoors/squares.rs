//! Made places: plaza, gate, terrace, lawns with benches, the pond's jetty, lamps along the ways.

use super::{Cover, is_grass};
use crate::{
    brush::tone,
    map::plan::BuildingPlan,
    noise::pick,
    scene::{Rect, Scene},
    tiles::{
        animals,
        furniture::{food, seats, shelves},
        nature, street,
    },
};

/// A tree of a kind, of a shape that varies by where it stands.
pub fn plant(scene: &mut Scene, species: nature::Species, x: i32, y: i32) {
    scene.put(nature::tree(species, pick(x, y, 111, 3)), x, y);
}

/// A garden bench of two tiles with its seats.
pub fn bench(scene: &mut Scene, x: i32, y: i32, facing: &'static str) {
    scene.put(seats::park_bench(2, facing), x, y);
    scene.spot("seat", x, y, facing);
    scene.spot("seat", x + 1, y, facing);
}

/// The plaza: fountain, benches around it, planters, a statue, a clock; so many columns and rows
/// from where it lies in Larkmoor.
pub fn plaza(scene: &mut Scene, (dx, dy): (i32, i32)) {
    scene.put(street::fountain(), 68 + dx, 42 + dy);
    for (x, y, facing) in [
        (64, 38, "down"),
        (74, 38, "down"),
        (63, 47, "up"),
        (75, 47, "up"),
        (67, 51, "up"),
        (71, 51, "up"),
        (60, 41, "down"),
        (78, 41, "down"),
        (67, 36, "down"),
        (71, 36, "down"),
    ] {
        bench(scene, x + dx, y + dy, facing);
    }
    scene.put(street::statue(), 63 + dx, 36 + dy);
    scene.put(street::clock_post(), 76 + dx, 36 + dy);
    for (x, y) in [
        (66, 41),
        (73, 41),
        (66, 47),
        (73, 47),
        (65, 35),
        (74, 35),
        (65, 52),
        (74, 52),
    ] {
        if (x, y) == (66, 41) || (x, y) == (73, 41) || (x, y) == (66, 47) || (x, y) == (73, 47) {
            let kind = (x + y) as u32 % 2;
            scene.put(shelves::plant(kind), x + dx, y + dy);
        } else {
            scene.put(street::lamp(), x + dx, y + dy);
        }
    }
    for (x, y) in [(59, 39), (80, 39), (59, 48), (80, 48)] {
        scene.put(street::lamp(), x + dx, y + dy);
    }
    scene.put(street::bin(), 66 + dx, 38 + dy);
    scene.put(street::bin(), 73 + dx, 51 + dy);
    scene.put(street::signpost(), 73 + dx, 34 + dy);
    scene.put(street::poster_column(), 76 + dx, 50 + dy);
    scene.put(street::poster_column(), 63 + dx, 50 + dy);
    for (x, color) in [(66, 0x7A4E4A), (73, 0x4F7F72)] {
        scene.put(street::flagpole(color), x + dx, 27 + dy);
    }
    for (x, y, facing) in [
        (67, 44, "right"),
        (72, 43, "left"),
        (69, 46, "up"),
        (73, 45, "left"),
        (62, 44, "right"),
        (77, 45, "left"),
    ] {
        scene.spot("stand", x + dx, y + dy, facing);
    }
    for (x, y) in [(60, 36), (78, 36), (60, 50), (78, 50)] {
        plant(scene, nature::Species::Cherry, x + dx, y + 1 + dy);
    }
}

/// The main gate with its railing, pillars, bus stop and the road beyond; so many columns and rows
/// from where it lies in Larkmoor, whose name is on the arch.
pub fn gate(scene: &mut Scene, (dx, dy): (i32, i32), arch: bool) {
    let width = scene.width;
    for (from, to) in [(0, 67 + dx), (73 + dx, width)] {
        for x in (from..to).step_by(4) {
            scene.put(street::railing((to - x).min(4)), x, 96 + dy);
        }
    }
    scene.put(street::gate_pillar(), 67 + dx, 96 + dy);
    scene.put(street::gate_pillar(), 72 + dx, 96 + dy);
    if arch {
        scene.stand(street::gate_arch(), 67 + dx, 96 + dy);
    }
    scene.put(street::bus(), 81 + dx, 98 + dy);
    scene.put(street::bus_stop(), 76 + dx, 97 + dy);
    scene.put(street::lamp(), 64 + dx, 97 + dy);
    scene.put(street::lamp(), 75 + dx, 97 + dy);
    for (x, y, facing) in [
        (68, 97, "up"),
        (71, 97, "up"),
        (66, 97, "right"),
        (73, 97, "left"),
        (69, 96, "up"),
        (70, 96, "down"),
    ] {
        scene.spot("stand", x + dx, y + dy, facing);
    }
    scene.put(street::name_board(0x7A4E4A), 64 + dx, 95 + dy);
    for x in 0..width {
        for y in 98..100 {
            scene.blocked.set(x, y + dy, true);
        }
        if !(60..84).contains(&(x - dx)) {
            scene.blocked.set(x, 97 + dy, true);
        }
    }
}

/// The café's terrace: tables under parasols.
pub fn terrace(scene: &mut Scene) {
    for (i, (x, y)) in [(38, 70), (42, 72), (49, 70), (38, 72), (50, 72)]
        .iter()
        .enumerate()
    {
        scene.put(
            street::parasol([tone::RED, 0x5F9A6A, tone::MUSTARD][i % 3]),
            *x,
            *y,
        );
        scene.put(seats::chair("right", tone::BIRCH), x - 1, *y);
        scene.spot("seat", x - 1, *y, "right");
        scene.put(seats::chair("left", tone::BIRCH), x + 1, *y);
        scene.spot("seat", x + 1, *y, "left");
    }
    for (x, y) in [(36, 69), (43, 69), (48, 69), (52, 69), (52, 73), (36, 73)] {
        scene.put(shelves::plant((x % 3) as u32), x, y);
    }
}

/// The fig tree that the café is named after.
pub fn fig_tree(scene: &mut Scene) {
    plant(scene, nature::Species::Fig, 46, 73);
}

/// Benches, picnics and games on the lawns.
pub fn lawns(scene: &mut Scene) {
    for (x, y, facing) in [
        (57, 59, "down"),
        (62, 59, "down"),
        (57, 71, "up"),
        (63, 71, "up"),
        (74, 59, "down"),
        (79, 59, "down"),
        (75, 71, "up"),
        (79, 71, "up"),
        (97, 44, "down"),
        (104, 44, "down"),
        (117, 44, "down"),
        (125, 44, "down"),
        (98, 57, "up"),
        (108, 57, "up"),
        (122, 57, "up"),
        (89, 50, "down"),
        (126, 60, "down"),
        (132, 60, "down"),
        (77, 80, "down"),
        (77, 84, "up"),
    ] {
        bench(scene, x, y, facing);
    }
    for (x, y, color) in [
        (59, 64, tone::RED),
        (90, 54, tone::BLUE),
        (78, 66, tone::TEAL),
        (63, 67, tone::MUSTARD),
    ] {
        scene.lay(street::picnic(color), x, y);
        scene.spot("stand", x - 1, y, "right");
        scene.spot("stand", x + 2, y + 1, "left");
    }
    for (x, y, facing) in [
        (61, 62, "down"),
        (65, 63, "left"),
        (58, 68, "up"),
        (76, 67, "down"),
        (80, 64, "left"),
        (91, 47, "right"),
        (92, 52, "down"),
        (134, 50, "left"),
        (133, 55, "left"),
        (78, 81, "down"),
        (75, 81, "right"),
        (127, 66, "right"),
        (133, 66, "left"),
    ] {
        scene.spot("stand", x, y, facing);
    }
    scene.put(street::hoop(), 124, 65);
    scene.put(street::hoop(), 135, 65);
    scene.put(street::statue(), 77, 82);
}

/// Lilies, reeds, stones and the jetty.
pub fn pond(scene: &mut Scene, cover: &Cover) {
    scene.lay(street::jetty(2, 5), 112, 44);
    scene.blocked.fill(Rect::new(112, 44, 2, 5), false);
    for (x, y, facing) in [(112, 48, "down"), (113, 48, "down"), (112, 47, "left")] {
        scene.spot("stand", x, y, facing);
    }
    for y in 44..58 {
        for x in 96..132 {
            if (112..114).contains(&x) && y < 50 {
                continue;
            }
            let around = (-1..=1)
                .flat_map(|j| (-1..=1).map(move |i| (i, j)))
                .filter(|(i, j)| cover.water.get(x + i, y + j))
                .count();
            let roll = pick(x, y, 205, 12);
            if cover.water.get(x, y) && around == 9 && roll < 2 {
                scene.put(nature::lilies(roll + x as u32), x, y);
            } else if cover.water.get(x, y) && around < 8 && roll < 4 {
                scene.put(nature::reeds((x * 3 + y) as u32), x, y);
            } else if is_grass(scene, cover, x, y) && around > 1 && roll == 5 {
                scene.put(nature::boulder((x + y) as u32), x, y);
            }
        }
    }
}

/// Ducks on the water and tables on the grass.
pub fn life(scene: &mut Scene, cover: &Cover) {
    for (x, y, kind) in [
        (106, 50, 0),
        (107, 51, 1),
        (105, 52, 2),
        (119, 50, 0),
        (121, 53, 1),
        (117, 54, 2),
        (109, 48, 2),
    ] {
        if cover.water.get(x, y) {
            scene.stand(nature::duck(kind), x, y);
        }
    }
    for (x, y) in [(60, 70), (61, 60), (133, 52), (89, 45), (92, 49), (78, 79)] {
        if (0..2).all(|i| (-1..=1).all(|j| is_grass(scene, cover, x + i, y + j))) {
            scene.put(seats::bench(2, "down", tone::WOOD), x, y - 1);
            scene.put(food::long_table(2, (x + y) as u32), x, y);
            scene.put(seats::bench(2, "up", tone::WOOD), x, y + 1);
            for i in 0..2 {
                scene.spot("seat", x + i, y - 1, "down");
                scene.spot("seat", x + i, y + 1, "up");
            }
        }
    }
}

/// Cats on the grass and sparrows on the paving.
pub fn animals(scene: &mut Scene, cover: &Cover) {
    let cats = [
        (58, 66),
        (76, 60),
        (81, 79),
        (38, 78),
        (91, 56),
        (122, 59),
        (10, 51),
    ];
    for (i, (x, y)) in cats.into_iter().enumerate() {
        if is_grass(scene, cover, x, y) {
            scene.stand(animals::cat(i as u32), x, y);
        }
    }
    for (x, y) in [
        (66, 45),
        (67, 49),
        (72, 40),
        (77, 47),
        (61, 42),
        (44, 71),
        (40, 73),
    ] {
        if !scene.blocked.get(x, y) && !scene.has_spot(x, y) {
            scene.stand(animals::sparrow(), x, y);
        }
    }
}

/// Lamps along the ways.
pub fn lamps(scene: &mut Scene, cover: &Cover) {
    let mut spots = Vec::new();
    for y in [27, 31, 58, 63, 68, 78, 83, 88] {
        spots.extend([(67, y), (72, y)]);
    }
    for x in (6..52).step_by(9) {
        spots.extend([(x, 19 + 4), (x, 52), (x, 77)]);
    }
    for x in (88..137).step_by(9) {
        spots.extend([(x, 23), (x, 44), (x, 75), (x, 60), (x + 3, 96 - 4)]);
    }
    for y in (27..96).step_by(8) {
        spots.extend([(83, y), (55, y), (87, y)]);
    }
    for (x, y) in spots {
        if is_grass(scene, cover, x, y) {
            scene.put(street::lamp(), x, y);
        }
    }
}

/// Name boards, bicycles and bins near main doors.
pub fn before_doors(scene: &mut Scene, buildings: &[BuildingPlan]) {
    for (i, building) in buildings.iter().enumerate() {
        for p in building
            .passages
            .iter()
            .filter(|p| p.w == 2 && p.name.ends_with("main"))
        {
            let y = p.y + 2;
            let free = |scene: &Scene, x: i32, y: i32, w: i32| {
                (x..x + w).all(|x| !scene.blocked.get(x, y) && !scene.has_spot(x, y))
            };
            for (x, piece) in [
                (p.x + 3, street::name_board(building.facade.trim)),
                (p.x - 4, street::bicycles(i as u32)),
                (p.x + 6, street::bicycles(i as u32 + 4)),
                (p.x - 1, shelves::plant(i as u32 % 3)),
                (p.x + 2, shelves::plant(i as u32 % 3)),
            ] {
                if free(scene, x, y, piece.w) {
                    scene.put(piece, x, y);
                }
            }
        }
    }
}

/// The dashes of a road of two rows, and its crossing of two columns before the gate.
pub fn road_marks(scene: &mut Scene, road: Rect, crossing: i32) {
    for x in 0..scene.width {
        if (crossing..crossing + 2).contains(&x) {
            scene.inlay("yards", "road crossing", x, road.y);
            scene.inlay("yards", "road crossing", x, road.y + 1);
        } else {
            scene.inlay("yards", "road dash", x, road.y + 1);
        }
    }
}
