//! What grows: hedges around lawns, trees in rows along streets and the avenue, and scattered ones.

use super::grounds::{COURTS, LAWNS};
use crate::{
    map::outdoors::{self, Cover, is_grass},
    noise::{pick, unit},
    scene::{Grid, Scene},
    tiles::nature::{self, Species},
};

/// Hedges at the corners of lawns.
pub fn hedges(scene: &mut Scene, cover: &Cover) {
    for (_, r) in LAWNS {
        for y in [r.y, r.y + r.h - 1] {
            for x in [r.x, r.x + r.w - 4] {
                if (x..x + 4).all(|x| is_grass(scene, cover, x, y)) {
                    scene.put(nature::hedge(4, 1), x, y);
                }
            }
        }
    }
}

/// Plants trees where there is room for them.
struct Planter<'a> {
    scene: &'a mut Scene,
    cover: &'a Cover,
    /// The trunks that stand so far.
    trunks: Grid,
    /// Tiles that crowns must not hide.
    kept: Grid,
}

impl Planter<'_> {
    /// Plants a tree on free grass, away from houses and so many tiles from other trunks.
    fn plant(&mut self, species: Species, x: i32, y: i32, near: i32) {
        let room = (-1..=1).all(|i| (-3..=0).all(|j| !self.cover.built.get(x + i, y + j)));
        let alone = (-near..=near).all(|j| (-near..=near).all(|i| !self.trunks.get(x + i, y + j)));
        let clear = (-1..=1).all(|i| (-2..=0).all(|j| !self.kept.get(x + i, y + j)));
        if room && alone && clear && y > 2 && is_grass(self.scene, self.cover, x, y) {
            outdoors::plant(self.scene, species, x, y);
            self.trunks.set(x, y, true);
        }
    }
}

/// Trees in rows along the avenue and the streets, willows by the lake, and scattered ones.
pub fn trees(scene: &mut Scene, cover: &Cover) {
    let kept = kept_clear(scene);
    let (w, h) = (scene.width, scene.height);
    let mut planter = Planter {
        trunks: Grid::new(w, h),
        scene,
        cover,
        kept,
    };
    for y in (88..h - 8).step_by(5) {
        for x in [163, 170] {
            planter.plant(Species::Lime, x, y, 2);
        }
    }
    for y in [38, 42, 81, 86, 160, 164, 209, 245, 249] {
        for x in (5..w - 4).step_by(6) {
            let species = match (x / 6 + y) % 3 {
                0 => Species::Maple,
                1 => Species::Lime,
                _ => Species::Birch,
            };
            planter.plant(species, x, y, 2);
        }
    }
    for x in [70, 136, 201, 265] {
        for y in (44..h - 8).step_by(7) {
            planter.plant(Species::Oak, x, y, 2);
        }
    }
    for (x, y) in [
        (138, 172),
        (140, 186),
        (162, 176),
        (143, 203),
        (139, 199),
        (158, 200),
    ] {
        planter.plant(Species::Willow, x, y, 2);
    }
    for y in 1..h - 6 {
        for x in 0..w {
            let border = !(3..w - 3).contains(&x) || y < 4;
            let chance = if border { 0.5 } else { 0.09 };
            if unit(x, y, 211) < chance {
                let lawn = planter.scene.place_at(x, y).is_some();
                let chosen = !lawn || unit(x, y, 213) < 0.12;
                if chosen {
                    planter.plant(scattered(x, y), x, y, 2);
                }
            }
        }
    }
}

/// The kind of a tree that stands anywhere.
fn scattered(x: i32, y: i32) -> Species {
    match pick(x, y, 212, 10) {
        0..=2 => Species::Oak,
        3 | 4 => Species::Lime,
        5 => Species::Birch,
        6 | 7 => Species::Pine,
        8 => Species::Maple,
        _ => Species::Cherry,
    }
}

/// Tiles that crowns must not hide: spots and the courts.
fn kept_clear(scene: &Scene) -> Grid {
    let mut kept = Grid::new(scene.width, scene.height);
    for s in &scene.spots {
        kept.set(s.x, s.y, true);
    }
    for rect in COURTS {
        kept.fill(rect, true);
    }
    kept
}
