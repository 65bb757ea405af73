//! The tile layers of the map, completed from the scene's cells.

use super::{brush, catalogue::Catalogue};
use crate::scene::{Ground, Scene, Single, Surface};

/// Names of the layers of ways, from the lowest.
const WAYS: [&str; 6] = ["ways", "paving", "yards", "beds", "ways 5", "ways 6"];

/// A layer of tiles.
pub struct Layer {
    /// Its name.
    pub name: &'static str,
    /// The number of the tile of each cell, row by row; 0 for none.
    pub cells: Vec<u32>,
    /// Whether Tiled shows it.
    pub visible: bool,
}

/// What tiles are taken from and for.
struct Work<'a> {
    scene: &'a Scene,
    catalogue: &'a Catalogue,
}

/// All layers of tiles but the markers, from the lowest.
pub fn layers(scene: &Scene, catalogue: &Catalogue) -> Vec<Layer> {
    let work = Work { scene, catalogue };
    let mut all = vec![work.turf()];
    all.extend(work.ways());
    all.push(work.of("water", &[Ground::Water]));
    all.push(work.of("floors", &[Ground::Floor, Ground::Sill]));
    let mut marks = work.empty("marks");
    for single in &scene.marks {
        if let Some(number) = work.single(single) {
            marks.cells[work.index(single.x, single.y)] = number;
        }
    }
    all.push(marks);
    all.push(work.of("faces", &[Ground::Face]));
    all.push(work.of("walls", &[Ground::Top]));
    all
}

impl Work<'_> {
    fn empty(&self, name: &'static str) -> Layer {
        Layer {
            name,
            cells: vec![0; (self.scene.width * self.scene.height) as usize],
            visible: true,
        }
    }

    fn index(&self, x: i32, y: i32) -> usize {
        (y * self.scene.width + x) as usize
    }

    /// The cells of the map, row by row.
    fn each(&self) -> impl Iterator<Item = (i32, i32)> {
        let (width, height) = (self.scene.width, self.scene.height);
        (0..height).flat_map(move |y| (0..width).map(move |x| (x, y)))
    }

    /// The number of a single tile; says so when there is none or its cell is not of the map.
    fn single(&self, single: &Single) -> Option<u32> {
        let inside =
            (0..self.scene.width).contains(&single.x) && (0..self.scene.height).contains(&single.y);
        let number = self.catalogue.number(single.set, &single.tile);
        if number.is_none() {
            eprintln!("tileset {} has no tile {}", single.set, single.tile);
        }
        number.filter(|_| inside)
    }

    /// Grass, meadow and shade, by the corners of cells.
    fn turf(&self) -> Layer {
        let mut layer = self.empty("ground");
        let Some((first, set, wang)) = self.catalogue.wang("grass") else {
            eprintln!("there is no terrain set grass");
            return layer;
        };
        let kind = |x: i32, y: i32| {
            if self.scene.meadow.get(x, y) {
                2
            } else if self.scene.shade.get(x, y) {
                3
            } else {
                1
            }
        };
        for (x, y) in self.each() {
            let want = [
                0,
                kind(x + 1, y),
                0,
                kind(x + 1, y + 1),
                0,
                kind(x, y + 1),
                0,
                kind(x, y),
            ];
            if let Some(tile) = brush::tile(set, wang, want, x, y) {
                layer.cells[self.index(x, y)] = first + tile as u32;
            }
        }
        layer
    }

    /// Ways, each in the lowest layer in which it covers no other that was laid before it.
    fn ways(&self) -> Vec<Layer> {
        let mut layers: Vec<Layer> = Vec::new();
        let ways = self.scene.surfaces.iter();
        for way in ways.filter(|s| s.ground == Ground::Way) {
            let covers = |layer: &Layer| {
                self.each()
                    .any(|(x, y)| way.cells.get(x, y) && layer.cells[self.index(x, y)] != 0)
            };
            let level = layers.iter().rposition(covers).map_or(0, |at| at + 1);
            if level == layers.len() {
                let name = WAYS[level.min(WAYS.len() - 1)];
                layers.push(self.empty(name));
            }
            self.complete(&mut layers[level], way);
        }
        for single in &self.scene.inlays {
            let Some(number) = self.single(single) else {
                continue;
            };
            let at = self.index(single.x, single.y);
            let level = layers.iter().rposition(|l| l.cells[at] != 0).unwrap_or(0);
            if let Some(layer) = layers.get_mut(level) {
                layer.cells[at] = number;
            }
        }
        layers
    }

    /// A layer of everything of some kinds.
    fn of(&self, name: &'static str, grounds: &[Ground]) -> Layer {
        let mut layer = self.empty(name);
        let surfaces = self.scene.surfaces.iter();
        for surface in surfaces.filter(|s| grounds.contains(&s.ground)) {
            self.complete(&mut layer, surface);
        }
        layer
    }

    /// Puts the tiles of a surface into a layer.
    fn complete(&self, layer: &mut Layer, surface: &Surface) {
        let Some((first, set, wang)) = self.catalogue.wang(&surface.set) else {
            eprintln!("there is no terrain set {}", surface.set);
            return;
        };
        for (x, y) in self.each() {
            if !surface.cells.get(x, y) {
                continue;
            }
            let want = brush::around(wang.kind, |dx, dy| self.goes_on(surface, (x, y), (dx, dy)));
            if let Some(tile) = brush::tile(set, wang, want, x, y) {
                layer.cells[self.index(x, y)] = first + tile as u32;
            }
        }
    }

    /// Whether a surface goes on from one of its cells to a cell beside it. At the border of the
    /// map it does; the top of a wall goes on over doors; a floor goes on to other floors and sills.
    fn goes_on(&self, surface: &Surface, (x, y): (i32, i32), (dx, dy): (i32, i32)) -> bool {
        let tx = (x + dx).clamp(0, self.scene.width - 1);
        let ty = (y + dy).clamp(0, self.scene.height - 1);
        match surface.ground {
            Ground::Top if dy == 0 => surface.cells.get(tx, ty) || self.scene.gaps.get(tx, ty),
            Ground::Floor => [Ground::Floor, Ground::Sill]
                .iter()
                .any(|ground| self.scene.covered(*ground, tx, ty)),
            _ => surface.cells.get(tx, ty),
        }
    }
}
