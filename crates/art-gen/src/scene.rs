//! The scene: everything the campus map holds while it is being designed: painted layers, blocked
//! tiles and objects.
//!
//! Layers are painted as large pictures. The tile sets are cut from them afterwards, one tile for
//! each distinct square.

use crate::{brush::SHADOW, canvas::Canvas, palette::Color};

/// The side of a tile in pixels.
pub const TILE: i32 = 32;

/// A rectangle of tiles of the map.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rect {
    /// Its leftmost column.
    pub x: i32,
    /// Its top row.
    pub y: i32,
    /// How many columns it has.
    pub w: i32,
    /// How many rows it has.
    pub h: i32,
}

impl Rect {
    /// A rectangle from its left, top, width and height.
    pub const fn new(x: i32, y: i32, w: i32, h: i32) -> Rect {
        Rect { x, y, w, h }
    }

    /// Whether the tile (x, y) lies inside.
    pub fn contains(&self, x: i32, y: i32) -> bool {
        x >= self.x && y >= self.y && x < self.x + self.w && y < self.y + self.h
    }

    /// Whether the tile (x, y) lies outside but shares an edge with a tile inside.
    pub fn touches(&self, x: i32, y: i32) -> bool {
        !self.contains(x, y)
            && [(1, 0), (-1, 0), (0, 1), (0, -1)]
                .iter()
                .any(|(dx, dy)| self.contains(x + dx, y + dy))
    }

    /// How many tiles lie in it.
    pub fn area(&self) -> i32 {
        self.w * self.h
    }
}

/// A grid of flags, one for each tile; outside reads as false.
#[derive(Clone)]
pub struct Grid {
    width: i32,
    height: i32,
    cells: Vec<bool>,
}

impl Grid {
    /// A grid on which every tile is `false`.
    pub fn new(width: i32, height: i32) -> Grid {
        Grid {
            width,
            height,
            cells: vec![false; (width * height) as usize],
        }
    }

    /// The flag at (x, y).
    pub fn get(&self, x: i32, y: i32) -> bool {
        x >= 0
            && y >= 0
            && x < self.width
            && y < self.height
            && self.cells[(y * self.width + x) as usize]
    }

    /// Sets the flag at (x, y); outside is ignored.
    pub fn set(&mut self, x: i32, y: i32, on: bool) {
        if x >= 0 && y >= 0 && x < self.width && y < self.height {
            self.cells[(y * self.width + x) as usize] = on;
        }
    }

    /// Sets every flag of a rectangle.
    pub fn fill(&mut self, r: Rect, on: bool) {
        for y in r.y..r.y + r.h {
            for x in r.x..r.x + r.w {
                self.set(x, y, on);
            }
        }
    }
}

/// The drawn layers, from the bottom up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Layer {
    /// Grass and water.
    Ground,
    /// Paths and floors.
    Paths,
    /// Wall tops and faces.
    Walls,
    /// Furniture, trunks, benches.
    Furniture,
    /// Small things on furniture and walls.
    Decor,
    /// Crowns, lintels, lamp heads: above people.
    Overhead,
}

impl Layer {
    /// All drawn layers, from the bottom up.
    pub const ALL: [Layer; 6] = [
        Layer::Ground,
        Layer::Paths,
        Layer::Walls,
        Layer::Furniture,
        Layer::Decor,
        Layer::Overhead,
    ];

    /// The layer's name in the map.
    pub fn name(self) -> &'static str {
        ["ground", "paths", "walls", "furniture", "decor", "overhead"][self as usize]
    }
}

/// A piece of art that stands on `w` by `h` tiles and may rise above them.
#[derive(Clone)]
pub struct Sprite {
    /// The picture; its last `h` tiles of rows are the footprint.
    pub art: Canvas,
    /// Columns of tiles it stands on.
    pub w: i32,
    /// Rows of tiles it stands on.
    pub h: i32,
    /// Pixels by which the picture rises above the footprint.
    pub up: i32,
    /// Whether a person on its own tile is drawn over all of it: seats, beds, machines. Otherwise
    /// the part that rises above the footprint hides whoever stands behind.
    pub under_people: bool,
    /// The cast shadow as (left, top, width, height) in pixels of the footprint; empty when zero
    /// wide.
    pub shadow: (i32, i32, i32, i32),
}

impl Sprite {
    /// An empty sprite for a footprint of `w` by `h` tiles, rising `up` pixels above it, with a
    /// shadow along its base.
    pub fn new(w: i32, h: i32, up: i32) -> Sprite {
        let shadow = (4, h * TILE - 9, w * TILE - 3, 10);
        Sprite {
            art: Canvas::new(w * TILE, h * TILE + up),
            w,
            h,
            up,
            under_people: false,
            shadow,
        }
    }

    /// The same sprite with another shadow box.
    pub fn shaded(mut self, x: i32, y: i32, w: i32, h: i32) -> Sprite {
        self.shadow = (x, y, w, h);
        self
    }

    /// The same sprite without a shadow.
    pub fn flat(self) -> Sprite {
        self.shaded(0, 0, 0, 0)
    }

    /// The same sprite, to be drawn under people on its own tiles.
    pub fn under_people(mut self) -> Sprite {
        self.under_people = true;
        self
    }

    /// Cuts off the part above the footprint, as a picture of its own, when it hides people who
    /// stand behind.
    fn split(mut self) -> (Sprite, Option<Sprite>) {
        if self.up == 0 || self.under_people {
            return (self, None);
        }
        let mut top = self.clone().flat();
        for (i, pixel) in top.art.pixels.iter_mut().enumerate() {
            if i as i32 / self.art.width >= self.up {
                *pixel = Color::CLEAR;
            }
        }
        for pixel in self
            .art
            .pixels
            .iter_mut()
            .take((self.art.width * self.up) as usize)
        {
            *pixel = Color::CLEAR;
        }
        (self, Some(top))
    }

    /// The sprite with left and right exchanged.
    pub fn mirrored(mut self) -> Sprite {
        self.art = self.art.mirrored();
        self
    }
}

/// A place, as it will stand in the map.
#[derive(Clone, Debug)]
pub struct Place {
    /// The place's name, which no other has.
    pub name: String,
    /// The kind of place, as a map names it.
    pub kind: &'static str,
    /// The building it is part of, or empty.
    pub building: String,
    /// The tiles of its floor.
    pub rect: Rect,
    /// How many people may be inside.
    pub capacity: u32,
    /// Opening hours, as a map writes them.
    pub open: &'static str,
    /// How loud one may be, as a map names it.
    pub noise: &'static str,
    /// What it sells and for how much, as a map writes it.
    pub prices: &'static str,
    /// Customers served in a minute; 0 when it sells nothing.
    pub serves: f32,
    /// The name of its queue, or empty.
    pub queue: String,
}

/// A spot for one person, as it will stand in the map.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// The kind of spot, as a map names it.
    pub kind: &'static str,
    /// The column of its tile.
    pub x: i32,
    /// The row of its tile.
    pub y: i32,
    /// How a person there looks.
    pub facing: &'static str,
}

/// A light, as it will stand in the map.
#[derive(Clone, Copy, Debug)]
pub struct Light {
    /// Centre in pixels.
    pub at: (i32, i32),
    /// Radius in tiles.
    pub radius: f32,
    /// Colour as `#rrggbb`.
    pub color: &'static str,
    /// `lamp`, `window` or `screen`.
    pub kind: &'static str,
}

/// A sprite waiting to be painted.
struct Stamp {
    layer: Layer,
    depth: i32,
    sprite: Sprite,
    x: i32,
    y: i32,
}

/// All that is designed of the map: its pictures and its objects.
pub struct Scene {
    /// How many columns of tiles it has.
    pub width: i32,
    /// How many rows of tiles it has.
    pub height: i32,
    /// One picture for each drawn layer.
    pub layers: Vec<Canvas>,
    /// Tiles that block walking.
    pub blocked: Grid,
    /// Tiles that block sight.
    pub opaque: Grid,
    /// The places that were added so far.
    pub places: Vec<Place>,
    /// Doors: name and tile.
    pub doors: Vec<(String, i32, i32)>,
    /// The spots that were added so far.
    pub spots: Vec<Spot>,
    /// Queues: name and the corner tiles of the line.
    pub queues: Vec<(String, Vec<(i32, i32)>)>,
    /// The lights that were added so far.
    pub lights: Vec<Light>,
    /// Buildings: name and outline.
    pub buildings: Vec<(String, Rect)>,
    stamps: Vec<Stamp>,
}

impl Scene {
    /// A scene in which nothing was drawn or added.
    pub fn new(width: i32, height: i32) -> Scene {
        let layers = Layer::ALL
            .iter()
            .map(|_| Canvas::new(width * TILE, height * TILE))
            .collect();
        Scene {
            width,
            height,
            layers,
            blocked: Grid::new(width, height),
            opaque: Grid::new(width, height),
            places: Vec::new(),
            doors: Vec::new(),
            spots: Vec::new(),
            queues: Vec::new(),
            lights: Vec::new(),
            buildings: Vec::new(),
            stamps: Vec::new(),
        }
    }

    /// The picture of a layer, to draw upon.
    pub fn layer(&mut self, layer: Layer) -> &mut Canvas {
        &mut self.layers[layer as usize]
    }

    /// Queues a sprite to be painted with its footprint's top left corner at a pixel.
    pub fn stamp(&mut self, layer: Layer, sprite: Sprite, px: i32, py: i32) {
        let depth = py + sprite.h * TILE;
        self.stamps.push(Stamp {
            layer,
            depth,
            sprite,
            x: px,
            y: py,
        });
    }

    /// Puts furniture on tiles and blocks them.
    pub fn put(&mut self, sprite: Sprite, x: i32, y: i32) {
        self.blocked.fill(Rect::new(x, y, sprite.w, sprite.h), true);
        let (base, top) = sprite.split();
        self.stamp(Layer::Furniture, base, x * TILE, y * TILE);
        if let Some(top) = top {
            self.stamp(Layer::Overhead, top, x * TILE, y * TILE);
        }
    }

    /// Adds a spot on a tile of the map.
    pub fn spot(&mut self, kind: &'static str, x: i32, y: i32, facing: &'static str) {
        self.spots.push(Spot { kind, x, y, facing });
    }

    /// The index of the smallest place that holds a tile.
    pub fn place_at(&self, x: i32, y: i32) -> Option<usize> {
        let inside = self
            .places
            .iter()
            .enumerate()
            .filter(|(_, p)| p.rect.contains(x, y));
        inside.min_by_key(|(_, p)| p.rect.area()).map(|(i, _)| i)
    }

    /// Paints all queued sprites: shadows first, then each layer from the back to the front.
    pub fn paint(&mut self) {
        let mut stamps = std::mem::take(&mut self.stamps);
        stamps.sort_by_key(|s| (s.layer, s.depth));
        let mut shade = Canvas::new(self.width * TILE, self.height * TILE);
        for s in &stamps {
            let (x, y, w, h) = s.sprite.shadow;
            for py in 0..h {
                for px in 0..w {
                    let edge = px == w - 1 || py == h - 1 || py == 0;
                    let a = if edge { 34 } else { 64 };
                    let (tx, ty) = (s.x + x + px, s.y + y + py);
                    if shade.get(tx, ty).a < a {
                        shade.set(tx, ty, SHADOW.alpha(a));
                    }
                }
            }
        }
        let under = std::mem::replace(self.layer(Layer::Furniture), shade);
        self.layer(Layer::Furniture).draw(&under, 0, 0);
        for s in &stamps {
            let layer = &mut self.layers[s.layer as usize];
            layer.draw(&s.sprite.art, s.x, s.y - s.sprite.up);
        }
    }
}
