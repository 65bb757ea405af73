//! What stands outdoors: the plaza, the gate, the lake, benches and picnics on lawns, lamps.

use super::grounds::{COURTS, GATE_SHIFT, LAWNS, PLAZA_SHIFT};
use crate::{
    brush::tone,
    map::outdoors::{self, Cover, bench, is_grass},
    noise::pick,
    scene::{Rect, Scene},
    tiles::{animals, nature, street},
};

/// Columns of the lake's jetty, and the rows that it has.
const JETTY: Rect = Rect::new(148, 166, 2, 5);

/// The plaza around its fountain.
pub fn plaza(scene: &mut Scene) {
    outdoors::plaza(scene, PLAZA_SHIFT);
}

/// The gate and the road beyond.
pub fn gate(scene: &mut Scene) {
    outdoors::gate(scene, GATE_SHIFT, false);
}

/// Jetty, lilies, reeds, stones and ducks.
pub fn lake(scene: &mut Scene, cover: &Cover) {
    scene.lay(street::jetty(2, 5), JETTY.x, JETTY.y);
    scene.blocked.fill(JETTY, false);
    for x in JETTY.x..JETTY.x + JETTY.w {
        scene.spot("stand", x, JETTY.y + JETTY.h - 1, "down");
    }
    for y in 165..204 {
        for x in 137..164 {
            if JETTY.contains(x, y) || JETTY.touches(x, y) {
                continue;
            }
            let around = (-1..=1)
                .flat_map(|j| (-1..=1).map(move |i| (i, j)))
                .filter(|(i, j)| cover.water.get(x + i, y + j))
                .count();
            let roll = pick(x, y, 205, 24);
            let wet = cover.water.get(x, y);
            if wet && around == 9 && roll < 2 {
                scene.put(nature::lilies(roll + x as u32), x, y);
            } else if wet && around == 9 && roll == 23 {
                scene.stand(nature::duck(x as u32 % 3), x, y);
            } else if wet && around < 8 && roll < 8 {
                scene.put(nature::reeds((x * 3 + y) as u32), x, y);
            } else if around > 1 && roll == 5 && is_grass(scene, cover, x, y) {
                scene.put(nature::boulder((x + y) as u32), x, y);
            }
        }
    }
}

/// Whether some cells of a row are free grass.
fn free(scene: &Scene, cover: &Cover, x: i32, y: i32, w: i32) -> bool {
    (x..x + w).all(|x| is_grass(scene, cover, x, y))
}

/// Benches, picnics and places to stand on the lawns, and cats.
pub fn lawns(scene: &mut Scene, cover: &Cover) {
    for (_, r) in LAWNS {
        for x in (r.x + 2..r.x + r.w - 3).step_by(7) {
            for (y, facing) in [(r.y + 1, "down"), (r.y + r.h - 2, "up")] {
                if free(scene, cover, x, y, 2) {
                    bench(scene, x, y, facing);
                }
            }
        }
        for (i, y) in (r.y + 6..r.y + r.h - 5).step_by(8).enumerate() {
            for x in (r.x + 4..r.x + r.w - 4).step_by(9) {
                let open = (-1..=1).all(|j| free(scene, cover, x - 1, y + j, 4));
                if !open {
                    continue;
                }
                if (i + x as usize).is_multiple_of(3) {
                    let color = [tone::RED, tone::BLUE, tone::MUSTARD][(x % 3) as usize];
                    scene.lay(street::picnic(color), x, y);
                    scene.spot("stand", x - 1, y, "right");
                    scene.spot("stand", x + 2, y + 1, "left");
                } else {
                    let facing = ["up", "down", "left", "right"][pick(x, y, 207, 4) as usize];
                    scene.spot("stand", x, y, facing);
                }
            }
        }
        let (x, y) = (r.x + r.w / 2, r.y + 3);
        if is_grass(scene, cover, x, y) {
            scene.stand(animals::cat(x as u32), x, y);
        }
    }
}

/// Hoops, and where players stand.
pub fn courts(scene: &mut Scene) {
    for r in COURTS {
        let middle = r.y + r.h / 2;
        scene.put(street::hoop(), r.x, middle);
        scene.put(street::hoop(), r.x + r.w - 1, middle);
        scene.spot("stand", r.x + 3, middle + 1, "right");
        scene.spot("stand", r.x + r.w - 4, middle + 1, "left");
    }
}

/// Lamps along the ways.
pub fn lamps(scene: &mut Scene, cover: &Cover) {
    for y in 2..scene.height - 6 {
        for x in 1..scene.width - 1 {
            let across = cover.paved.get(x, y - 1) || cover.paved.get(x, y + 1);
            let along = cover.paved.get(x - 1, y) || cover.paved.get(x + 1, y);
            let wanted = (across && !along && x % 15 == 4) || (along && !across && y % 15 == 4);
            if wanted && is_grass(scene, cover, x, y) {
                scene.put(street::lamp(), x, y);
            }
        }
    }
}
