//! The open campus: lawns, paths, the plaza and its fountain, the pond, the gate, and everything
//! that grows. What all campuses share, and Larkmoor's own.

mod gardens;
mod squares;

pub use gardens::bushes;
pub use squares::{before_doors, bench, gate, plant, plaza};

use super::plan::BuildingPlan;
use crate::{
    noise::smooth,
    scene::{Grid, Ground, Place, Rect, Scene},
    surfaces,
};

/// The plaza's paving.
const PLAZA: Rect = Rect::new(58, 34, 24, 20);

/// Flagged ways.
const FLAGS: [Rect; 13] = [
    Rect::new(66, 73, 8, 5),
    Rect::new(67, 54, 6, 4),
    Rect::new(66, 91, 8, 5),
    Rect::new(52, 53, 4, 4),
    Rect::new(83, 53, 5, 5),
    Rect::new(68, 23, 4, 74),
    Rect::new(64, 23, 12, 4),
    Rect::new(36, 69, 17, 5),
    Rect::new(66, 95, 8, 2),
    Rect::new(109, 41, 6, 3),
    Rect::new(28, 50, 6, 5),
    Rect::new(15, 74, 6, 3),
    Rect::new(0, 97, 140, 1),
];

/// Gravel ways.
const GRAVEL: [Rect; 33] = [
    Rect::new(2, 20, 51, 3),
    Rect::new(50, 22, 37, 4),
    Rect::new(87, 20, 2, 4),
    Rect::new(87, 20, 51, 3),
    Rect::new(52, 23, 3, 54),
    Rect::new(84, 23, 3, 73),
    Rect::new(2, 53, 57, 3),
    Rect::new(54, 42, 5, 4),
    Rect::new(81, 42, 5, 4),
    Rect::new(84, 41, 53, 3),
    Rect::new(32, 53, 3, 24),
    Rect::new(2, 74, 69, 3),
    Rect::new(18, 92, 52, 3),
    Rect::new(21, 90, 4, 4),
    Rect::new(31, 75, 3, 18),
    Rect::new(54, 54, 33, 3),
    Rect::new(84, 72, 53, 3),
    Rect::new(84, 93, 53, 2),
    Rect::new(70, 74, 16, 3),
    Rect::new(72, 94, 14, 2),
    Rect::new(77, 93, 2, 2),
    Rect::new(86, 58, 51, 2),
    Rect::new(94, 43, 2, 16),
    Rect::new(131, 43, 2, 16),
    Rect::new(2, 20, 2, 36),
    Rect::new(2, 53, 2, 24),
    Rect::new(135, 20, 3, 3),
    Rect::new(137, 41, 2, 34),
    Rect::new(40, 91, 3, 2),
    Rect::new(55, 91, 3, 2),
    Rect::new(96, 71, 3, 2),
    Rect::new(115, 71, 3, 2),
    Rect::new(126, 92, 3, 2),
];

/// Beds of flowers.
const BEDS: [Rect; 22] = [
    Rect::new(60, 28, 3, 4),
    Rect::new(77, 28, 3, 4),
    Rect::new(8, 50, 8, 2),
    Rect::new(18, 50, 8, 2),
    Rect::new(60, 36, 2, 2),
    Rect::new(78, 36, 2, 2),
    Rect::new(60, 50, 2, 2),
    Rect::new(78, 50, 2, 2),
    Rect::new(74, 78, 3, 2),
    Rect::new(79, 78, 3, 2),
    Rect::new(74, 82, 3, 2),
    Rect::new(79, 82, 3, 2),
    Rect::new(91, 72, 4, 1),
    Rect::new(100, 72, 4, 1),
    Rect::new(108, 72, 5, 1),
    Rect::new(119, 72, 3, 1),
    Rect::new(55, 23, 6, 1),
    Rect::new(79, 23, 6, 1),
    Rect::new(37, 92, 2, 1),
    Rect::new(50, 92, 4, 1),
    Rect::new(59, 92, 3, 1),
    Rect::new(93, 93, 8, 1),
];

/// The tiles of the sports court.
const COURT: Rect = Rect::new(124, 61, 12, 10);

/// What lies on the open ground of a campus.
pub struct Grounds {
    /// Gravel ways.
    pub gravel: &'static [Rect],
    /// Flagged ways.
    pub flags: &'static [Rect],
    /// Plazas paved with slabs.
    pub slabs: &'static [Rect],
    /// Beds of flowers.
    pub beds: &'static [Rect],
    /// Courts for ball games.
    pub courts: &'static [Rect],
    /// The road, two rows.
    pub road: Rect,
    /// The first of the two columns of the road's crossing.
    pub crossing: i32,
    /// Where the rosette of sixteen by sixteen tiles begins, on slabs.
    pub rosette: (i32, i32),
    /// The ellipses that ponds are made of: the middle and the two radii of each.
    pub ponds: &'static [[f32; 4]],
}

/// The open ground of Larkmoor.
const LARKMOOR: Grounds = Grounds {
    gravel: &GRAVEL,
    flags: &FLAGS,
    slabs: &[PLAZA],
    beds: &BEDS,
    courts: &[COURT],
    road: Rect::new(0, 98, 140, 2),
    crossing: 69,
    rosette: (62, 36),
    ponds: &[
        [109.0, 50.0, 9.0, 4.6],
        [122.0, 51.2, 6.5, 4.4],
        [103.5, 51.8, 5.0, 3.8],
        [116.0, 52.4, 7.0, 4.2],
    ],
};

/// What covers each tile outdoors, kept for planting.
pub struct Cover {
    /// Paths of every kind, the road and the court.
    pub paved: Grid,
    /// Tiles of open water.
    pub water: Grid,
    /// Tiles of flower beds.
    pub beds: Grid,
    /// Tiles within the outlines of buildings.
    pub built: Grid,
}

impl Grounds {
    /// Works out what covers the ground.
    pub fn cover(&self, scene: &Scene, buildings: &[BuildingPlan]) -> Cover {
        let grid = || Grid::new(scene.width, scene.height);
        let mut cover = Cover {
            paved: grid(),
            water: grid(),
            beds: grid(),
            built: grid(),
        };
        let ways = [self.flags, self.gravel, self.slabs, self.courts];
        for r in ways.into_iter().flatten().chain([&self.road]) {
            cover.paved.fill(*r, true);
        }
        for r in self.beds {
            cover.beds.fill(*r, true);
        }
        for b in buildings {
            for room in &b.rooms {
                let r = room.rect;
                cover
                    .built
                    .fill(Rect::new(r.x - 1, r.y - 2, r.w + 2, r.h + 4), true);
            }
        }
        for y in 0..scene.height {
            for x in 0..scene.width {
                let wet = self.ponds.iter().any(|[cx, cy, rx, ry]| {
                    let (dx, dy) = ((x as f32 + 0.5 - cx) / rx, (y as f32 + 0.5 - cy) / ry);
                    dx * dx + dy * dy < 1.0
                });
                cover.water.set(x, y, wet);
            }
        }
        cover
    }

    /// Lays out the ground and the ways.
    pub fn lay(&self, scene: &mut Scene, buildings: &[BuildingPlan]) {
        let cover = self.cover(scene, buildings);
        let (w, h) = (scene.width, scene.height);
        turf(scene);
        for r in self.gravel {
            scene.cover(Ground::Way, "gravel", *r);
        }
        for r in self.flags {
            scene.cover(Ground::Way, "flags", *r);
        }
        for r in self.slabs {
            scene.cover(Ground::Way, "slabs", *r);
        }
        for (i, r) in self.beds.iter().enumerate() {
            scene.cover(Ground::Way, surfaces::BEDS[i % surfaces::BEDS.len()].0, *r);
        }
        for r in self.courts {
            scene.cover(Ground::Way, "court", *r);
        }
        scene.cover(Ground::Way, "road", self.road);
        self.rosette(scene);
        for r in self.courts {
            crate::map::fit::court_lines(scene, *r, true);
        }
        squares::road_marks(scene, self.road, self.crossing);
        for y in 0..h {
            for x in 0..w {
                let wet = cover.water.get(x, y);
                if wet {
                    scene.cover(Ground::Water, "water", Rect::new(x, y, 1, 1));
                }
                if wet || cover.beds.get(x, y) {
                    scene.blocked.set(x, y, true);
                }
            }
        }
    }

    /// The rings of the plaza around its fountain.
    fn rosette(&self, scene: &mut Scene) {
        let (left, top) = self.rosette;
        for y in 0..16 {
            for x in 0..16 {
                let tile = format!("rosette {x},{y}");
                scene.inlay("rosette", tile, left + x, top + y);
            }
        }
    }
}

/// Lays out the ground and the ways of Larkmoor, and records its outdoor places.
pub fn ground(scene: &mut Scene, buildings: &[BuildingPlan]) {
    LARKMOOR.lay(scene, buildings);
    places(scene);
}

/// Lighter and darker grass, at the corners of cells; the two never touch.
fn turf(scene: &mut Scene) {
    let (w, h) = (scene.width, scene.height);
    let dark = |x: i32, y: i32| {
        let border = !(2..w - 1).contains(&x) || y < 2;
        border || smooth(x, y, 7, 64, 201) < 0.28
    };
    for y in 0..=h {
        for x in 0..=w {
            let near = (-1..=1).any(|j| (-1..=1).any(|i| dark(x + i, y + j)));
            scene.shade.set(x, y, dark(x, y));
            scene
                .meadow
                .set(x, y, !near && smooth(x, y, 7, 64, 201) > 0.66);
        }
    }
}

fn places(scene: &mut Scene) {
    let list = [
        ("Fountain Plaza", "plaza", PLAZA, 300),
        ("South Lawn", "lawn", Rect::new(56, 58, 11, 15), 150),
        ("Pond Lawn", "lawn", Rect::new(88, 44, 48, 14), 150),
        ("Orchard Lawn", "lawn", Rect::new(73, 58, 10, 15), 80),
        ("Rose Garden", "lawn", Rect::new(73, 77, 10, 8), 30),
        ("Café Terrace", "plaza", Rect::new(36, 69, 17, 5), 30),
        ("Sports Court", "lawn", Rect::new(124, 60, 12, 11), 30),
        ("Main Gate", "gate", Rect::new(64, 95, 12, 3), 10000),
    ];
    for (name, kind, rect, capacity) in list {
        outdoor_place(scene, name, kind, rect, capacity);
    }
}

/// Records an outdoor place, always open.
pub fn outdoor_place(scene: &mut Scene, name: &str, kind: &'static str, rect: Rect, capacity: u32) {
    scene.places.push(Place {
        name: name.to_owned(),
        kind,
        rect,
        capacity,
        open: "always",
        noise: "normal",
        prices: "",
        serves: 0.0,
        queue: String::new(),
    });
}

/// Lets ways go on by a cell under walls, sills and paving that they meet, so that no grass shows
/// between.
pub fn tuck(scene: &mut Scene) {
    let ways: Vec<usize> = (0..scene.surfaces.len())
        .filter(|i| scene.surfaces[*i].ground == Ground::Way)
        .collect();
    let mut more = Vec::new();
    for (n, way) in ways.iter().enumerate() {
        let surface = &scene.surfaces[*way];
        let bed = surface.set.starts_with("beds");
        let paved = |x: i32, y: i32| {
            let later = ways[n + 1..].iter().map(|i| &scene.surfaces[*i]);
            later
                .filter(|s| ["flags", "slabs", "road"].contains(&s.set.as_str()))
                .any(|s| s.cells.get(x, y))
        };
        for y in 0..scene.height {
            for x in 0..scene.width {
                let beside = [(0, -1), (1, 0), (0, 1), (-1, 0)]
                    .iter()
                    .any(|(dx, dy)| surface.cells.get(x + dx, y + dy));
                if surface.cells.get(x, y) || !beside {
                    continue;
                }
                let under = scene.opaque.get(x, y)
                    || (!bed && (scene.covered(Ground::Sill, x, y) || paved(x, y)));
                if under {
                    more.push((*way, x, y));
                }
            }
        }
    }
    for (way, x, y) in more {
        scene.surfaces[way].cells.set(x, y, true);
    }
}

/// Puts everything that stands outdoors.
pub fn furnish(scene: &mut Scene, buildings: &[BuildingPlan]) {
    let cover = LARKMOOR.cover(scene, buildings);
    tuck(scene);
    squares::plaza(scene, (0, 0));
    squares::gate(scene, (0, 0), true);
    squares::terrace(scene);
    squares::fig_tree(scene);
    squares::lawns(scene);
    squares::pond(scene, &cover);
    squares::life(scene, &cover);
    squares::lamps(scene, &cover);
    squares::before_doors(scene, buildings);
    gardens::hedges(scene, &cover);
    gardens::trees(scene, &cover);
    squares::animals(scene, &cover);
}

/// Whether a tile is free grass.
pub fn is_grass(scene: &Scene, cover: &Cover, x: i32, y: i32) -> bool {
    x >= 0
        && y >= 0
        && x < scene.width
        && y < scene.height
        && !cover.paved.get(x, y)
        && !cover.water.get(x, y)
        && !cover.beds.get(x, y)
        && !cover.built.get(x, y)
        && !scene.blocked.get(x, y)
        && !scene.has_spot(x, y)
}
