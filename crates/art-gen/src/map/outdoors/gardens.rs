//! Planting: hedges, trees, bushes.

use super::{Cover, is_grass};
use crate::{
    noise::{pick, unit},
    scene::{Grid, Scene},
    tiles::nature::{self, Species},
};

/// Hedges around gardens and lawns.
pub fn hedges(scene: &mut Scene, cover: &Cover) {
    let rows = [
        (56, 57, 4),
        (62, 57, 5),
        (56, 73, 3),
        (64, 73, 3),
        (73, 57, 4),
        (79, 57, 4),
        (73, 73, 3),
        (80, 73, 3),
        (60, 33, 4),
        (76, 33, 4),
        (64, 78, 2),
        (64, 90, 2),
    ];
    for (x, y, w) in rows {
        if w > 0 && (x..x + w).all(|x| is_grass(scene, cover, x, y)) {
            scene.put(nature::hedge(w, 1), x, y);
        }
    }
    for (x, y, h) in [
        (66, 79, 10),
        (73, 78, 2),
        (73, 82, 2),
        (82, 78, 2),
        (82, 82, 2),
        (123, 61, 10),
        (57, 34, 7),
        (82, 34, 7),
        (57, 47, 6),
        (82, 47, 6),
    ] {
        let mut from = y;
        for j in y..=y + h {
            if j == y + h || !is_grass(scene, cover, x, j) {
                if j > from {
                    scene.put(nature::hedge(1, j - from), x, from);
                }
                from = j + 1;
            }
        }
    }
}

/// The trunks of the orchard.
const ORCHARD: [(i32, i32); 10] = [
    (75, 62),
    (78, 62),
    (81, 62),
    (76, 65),
    (82, 65),
    (75, 68),
    (75, 70),
    (78, 70),
    (81, 70),
    (82, 67),
];

/// Trees in rows along the ways, orchards, and scattered where there is room; then bushes.
pub fn trees(scene: &mut Scene, cover: &Cover) {
    let mut trunks = Grid::new(scene.width, scene.height);
    let kept = kept_clear(scene);
    let mut plant = |scene: &mut Scene, species: Species, x: i32, y: i32, near: i32| {
        let room = (-1..=1).all(|i| (-3..=0).all(|j| !cover.built.get(x + i, y + j)));
        let alone = (-near..=near).all(|j| (-near..=near).all(|i| !trunks.get(x + i, y + j)));
        let jetty = (110..116).contains(&x) && (43..53).contains(&y);
        let clear = (-1..=1).all(|i| (-2..=0).all(|j| !kept.get(x + i, y + j)));
        if room && alone && clear && !jetty && is_grass(scene, cover, x, y) && y > 2 {
            scene.put(nature::tree(species, pick(x, y, 111, 3)), x, y);
            trunks.set(x, y, true);
        }
    };
    for y in [29, 33, 61, 66, 71, 81, 86, 91] {
        for x in [66, 73] {
            plant(scene, Species::Lime, x, y, 2);
        }
    }
    for (i, (x, y)) in ORCHARD.iter().enumerate() {
        plant(
            scene,
            if i % 4 == 1 {
                Species::Cherry
            } else {
                Species::Apple
            },
            *x,
            *y,
            1,
        );
    }
    for (x, y) in [(101, 47), (116, 57), (129, 47), (98, 55), (127, 56)] {
        plant(scene, Species::Willow, x, y, 2);
    }
    for (x, y) in [
        (57, 62),
        (65, 66),
        (58, 70),
        (89, 48),
        (91, 57),
        (134, 47),
        (134, 57),
    ] {
        plant(scene, Species::Oak, x, y, 2);
    }
    for x in (4..52).step_by(4) {
        plant(scene, Species::Lime, x, 24, 3);
        plant(
            scene,
            if x % 8 == 0 {
                Species::Birch
            } else {
                Species::Maple
            },
            x,
            79,
            2,
        );
    }
    for y in 1..97 {
        for x in 0..scene.width {
            let border = !(3..=136).contains(&x) || y < 4;
            let roll = unit(x, y, 211);
            let chance = if border { 0.55 } else { 0.16 };
            if roll < chance {
                let species = match pick(x, y, 212, 10) {
                    0..=2 => Species::Oak,
                    3 | 4 => Species::Lime,
                    5 => Species::Birch,
                    6 | 7 => Species::Pine,
                    8 => Species::Maple,
                    _ => Species::Cherry,
                };
                let lawn = scene.place_at(x, y).is_some();
                if !lawn {
                    plant(scene, species, x, y, 2);
                }
            }
        }
    }
    bushes(scene, cover, 96, [0.5, 0.05, 0.93]);
}

/// Tiles that crowns must not hide: spots, the court, the rose garden and the terrace are worth
/// seeing.
fn kept_clear(scene: &Scene) -> Grid {
    let mut kept = Grid::new(scene.width, scene.height);
    for s in &scene.spots {
        kept.set(s.x, s.y, true);
    }
    for p in scene
        .places
        .iter()
        .filter(|p| p.name == "Sports Court" || p.name == "Rose Garden" || p.name == "Café Terrace")
    {
        kept.fill(p.rect, true);
    }
    kept
}

/// Bushes along walls, flowers and fallen leaves on free grass above a row. How often bushes stand
/// by walls and elsewhere, and from which roll on something small grows, each 0 to 1.
pub fn bushes(scene: &mut Scene, cover: &Cover, below: i32, chances: [f32; 3]) {
    let [walls, free, small] = chances;
    for y in 1..below {
        for x in 0..scene.width {
            if !is_grass(scene, cover, x, y) || scene.place_at(x, y).is_some() {
                continue;
            }
            let by_wall =
                cover.built.get(x, y - 1) || cover.built.get(x + 1, y) || cover.built.get(x - 1, y);
            let roll = unit(x, y, 221);
            if by_wall && roll < walls {
                scene.put(nature::bush(pick(x, y, 222, 12)), x, y);
            } else if roll < free {
                scene.put(nature::bush(pick(x, y, 223, 12)), x, y);
            } else if roll > small {
                scene.lay(nature::accent(pick(x, y, 224, 5)), x, y);
            }
        }
    }
}
