//! The scene: everything the campus map holds while it is being designed: cells covered alike,
//! pieces, blocked cells and objects.

pub use crate::tileset::TILE;
use crate::{
    brush::SHADOW,
    canvas::Canvas,
    tileset::{Shape, Value},
};

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

/// A piece of art that stands on `w` by `h` tiles and may reach beyond them.
#[derive(Clone)]
pub struct Sprite {
    /// The tileset that has it.
    pub set: &'static str,
    /// What it is called there, as no other.
    pub name: String,
    /// Its class in Tiled (`door`), or nothing.
    pub class: &'static str,
    /// The picture, its shadow included.
    pub art: Canvas,
    /// Columns of tiles it stands on; none for what hangs on a wall.
    pub w: i32,
    /// Rows of tiles it stands on; none for what hangs on a wall.
    pub h: i32,
    /// Pixels by which the picture rises above the footprint.
    pub up: i32,
    /// Pixels by which the picture begins left of the footprint.
    pub left: i32,
    /// Pixels by which the picture reaches below the footprint.
    pub down: i32,
    /// What lies on it, in pixels from the picture's top left.
    pub shapes: Vec<Shape>,
    /// Its properties.
    pub values: Vec<(&'static str, Value)>,
    /// The cast shadow as (left, top, width, height) in pixels of the footprint; empty when zero
    /// wide.
    shadow: (i32, i32, i32, i32),
    /// Pixels added to the line at which it is sorted with people, from its footprint's bottom.
    depth: i32,
    /// Whether nobody walks through its footprint.
    solid: bool,
}

impl Sprite {
    /// An empty sprite for a footprint of `w` by `h` tiles, rising `up` pixels above it, with a
    /// shadow along its base. It blocks its footprint.
    pub fn new(w: i32, h: i32, up: i32) -> Sprite {
        Sprite {
            set: "",
            name: String::new(),
            class: "",
            art: Canvas::new(w * TILE, h * TILE + up),
            w,
            h,
            up,
            left: 0,
            down: 0,
            shapes: Vec::new(),
            values: Vec::new(),
            shadow: (4, h * TILE - 9, w * TILE - 3, 10),
            depth: 0,
            solid: true,
        }
    }

    /// What hangs on a wall or lies anywhere: a picture without a footprint, whose top left is
    /// where it is put.
    pub fn hanging(art: Canvas) -> Sprite {
        let mut s = Sprite::new(0, 0, 0).flat().walkable();
        s.down = art.height;
        s.art = art;
        s
    }

    /// The same, still empty, whose picture also reaches beyond the footprint to the left, to the
    /// right and below.
    pub fn reaching(mut self, left: i32, right: i32, down: i32) -> Sprite {
        self.left = left;
        self.down = down;
        self.art = Canvas::new(left + self.w * TILE + right, self.up + self.h * TILE + down);
        self
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

    /// The same sprite, which blocks nobody.
    pub fn walkable(mut self) -> Sprite {
        self.solid = false;
        self
    }

    /// The same sprite, to be drawn under who is on its uppermost row of tiles.
    pub fn under_people(self) -> Sprite {
        let rows = (self.h - 1) * TILE;
        self.depth(-8 - rows)
    }

    /// The same sprite, sorted with people so many pixels below its footprint's bottom.
    pub fn depth(mut self, pixels: i32) -> Sprite {
        self.depth = pixels;
        self
    }

    /// The sprite with left and right exchanged.
    pub fn mirrored(mut self) -> Sprite {
        self.art = self.art.mirrored();
        self
    }

    /// The finished sprite: its shadow below its picture, with its name in a tileset, and what
    /// follows from its footprint.
    pub fn named(mut self, set: &'static str, name: impl Into<String>) -> Sprite {
        self.set = set;
        self.name = name.into();
        self.cast_shadow();
        if self.solid {
            let (w, h) = (self.w * TILE, self.h * TILE);
            self.shapes.push(Shape::Solid(self.left, self.up, w, h));
        }
        let depth = self.depth - self.down;
        if depth != 0 && self.h > 0 {
            self.values.push(("depth", Value::Int(depth)));
        }
        self
    }

    /// Draws the shadow under the picture.
    fn cast_shadow(&mut self) {
        let (x, y, w, h) = self.shadow;
        if w <= 0 {
            return;
        }
        let mut under = Canvas::new(self.art.width, self.art.height);
        for py in 0..h {
            for px in 0..w {
                let edge = px == w - 1 || py == h - 1 || py == 0;
                let a = if edge { 34 } else { 64 };
                under.set(self.left + x + px, self.up + y + py, SHADOW.alpha(a));
            }
        }
        under.draw(&self.art, 0, 0);
        self.art = under;
    }

    /// The same with a spot in the middle of a cell, counted from the footprint's top left.
    pub fn spot(
        mut self,
        kind: &'static str,
        column: i32,
        row: i32,
        facing: &'static str,
    ) -> Sprite {
        let half = TILE / 2;
        let (x, y) = (
            self.left + column * TILE + half,
            self.up + row * TILE + half,
        );
        self.shapes.push(Shape::Spot(x, y, kind, facing));
        self
    }

    /// The same with a light at a pixel of its picture.
    pub fn light(
        mut self,
        at: (i32, i32),
        radius: f32,
        color: &'static str,
        kind: &'static str,
    ) -> Sprite {
        self.shapes
            .push(Shape::Light(at.0, at.1, radius, color, kind));
        self
    }

    /// The pixel of the map at which its picture's bottom left lies when its footprint's top left
    /// is the tile (x, y).
    pub fn bottom_left(&self, x: i32, y: i32) -> (i32, i32) {
        (x * TILE - self.left, (y + self.h) * TILE + self.down)
    }
}

/// How a piece is drawn among the others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// Flat on the floor: rugs, doormats.
    Flat,
    /// Flat, but on top of rugs and on walls: litter, the light of windows, pictures, boards.
    Hung,
    /// Upright, sorted with people from the back to the front.
    Standing,
}

/// A piece that was placed.
#[derive(Clone)]
pub struct Piece {
    /// What it looks like and brings along.
    pub sprite: Sprite,
    /// The bottom left corner of its picture, in pixels of the map.
    pub at: (i32, i32),
    /// How it is drawn.
    pub level: Level,
    /// Whether left and right are exchanged.
    pub flipped: bool,
    /// The kind of all its spots, where it is not the one that the piece brings.
    pub spot: Option<&'static str>,
    /// Its name, or empty.
    pub name: String,
}

impl Piece {
    /// A pixel of the map, from a pixel of its picture and the width of what begins there.
    fn pixel(&self, x: i32, y: i32, w: i32) -> (i32, i32) {
        let x = if self.flipped {
            self.sprite.art.width - x - w
        } else {
            x
        };
        (self.at.0 + x, self.at.1 - self.sprite.art.height + y)
    }

    /// The cells of the map whose middle lies within a rectangle of its picture.
    fn cells(&self, (x, y, w, h): (i32, i32, i32, i32)) -> Vec<(i32, i32)> {
        let (left, top) = self.pixel(x, y, w);
        let from = |start: i32| (start + TILE / 2 - 1).div_euclid(TILE);
        let mut cells = Vec::new();
        for cy in from(top)..from(top + h) {
            for cx in from(left)..from(left + w) {
                cells.push((cx, cy));
            }
        }
        cells
    }

    /// The cells that nobody walks through because of it.
    pub fn solids(&self) -> Vec<(i32, i32)> {
        let shapes = self.sprite.shapes.iter();
        shapes
            .filter_map(|shape| match *shape {
                Shape::Solid(x, y, w, h) => Some(self.cells((x, y, w, h))),
                _ => None,
            })
            .flatten()
            .collect()
    }

    /// The cells through which it leads past a wall.
    pub fn passages(&self) -> Vec<(i32, i32)> {
        let shapes = self.sprite.shapes.iter();
        shapes
            .filter_map(|shape| match *shape {
                Shape::Passage(x, y, w, h) => Some(self.cells((x, y, w, h))),
                _ => None,
            })
            .flatten()
            .collect()
    }

    /// The spots that it brings, as it stands.
    pub fn spots(&self) -> Vec<Spot> {
        let shapes = self.sprite.shapes.iter();
        shapes
            .filter_map(|shape| match *shape {
                Shape::Spot(x, y, kind, facing) => {
                    let (px, py) = self.pixel(x, y, 0);
                    Some(Spot {
                        kind: self.spot.unwrap_or(kind),
                        x: px.div_euclid(TILE),
                        y: py.div_euclid(TILE),
                        facing: if self.flipped { turned(facing) } else { facing },
                    })
                }
                _ => None,
            })
            .collect()
    }

    /// The lights that it brings, as it stands.
    pub fn lights(&self) -> Vec<Light> {
        let shapes = self.sprite.shapes.iter();
        shapes
            .filter_map(|shape| match *shape {
                Shape::Light(x, y, radius, color, kind) => Some(Light {
                    at: self.pixel(x, y, 0),
                    radius,
                    color,
                    kind,
                }),
                _ => None,
            })
            .collect()
    }
}

/// A facing seen in a mirror.
fn turned(facing: &'static str) -> &'static str {
    match facing {
        "left" => "right",
        "right" => "left",
        other => other,
    }
}

/// What a surface is part of, from the bottom up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Ground {
    /// Ways, beds, the court and the road.
    Way,
    /// Open water.
    Water,
    /// Floors of rooms.
    Floor,
    /// Sills of doors.
    Sill,
    /// Walls seen from the front, in rooms and outdoors.
    Face,
    /// Walls seen from above.
    Top,
}

/// A tile that is not completed with its neighbours.
pub struct Single {
    /// Its tileset.
    pub set: &'static str,
    /// Its name.
    pub tile: String,
    /// Its column in the map.
    pub x: i32,
    /// Its row in the map.
    pub y: i32,
}

/// Cells that are covered alike.
pub struct Surface {
    /// What it is part of.
    pub ground: Ground,
    /// The name of the terrain set that covers it.
    pub set: String,
    /// Its cells.
    pub cells: Grid,
}

/// A place, as it will stand in the map.
#[derive(Clone, Debug)]
pub struct Place {
    /// The place's name, which no other has.
    pub name: String,
    /// The kind of place, as a map names it.
    pub kind: &'static str,
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

/// All that is designed of the map: its surfaces, its pieces and its objects.
pub struct Scene {
    /// How many columns of tiles it has.
    pub width: i32,
    /// How many rows of tiles it has.
    pub height: i32,
    /// Corners of cells where the grass is lighter, one column and row more than cells.
    pub meadow: Grid,
    /// Corners of cells where the grass is darker, one column and row more than cells.
    pub shade: Grid,
    /// What lies on the grass, in the order in which it was added.
    pub surfaces: Vec<Surface>,
    /// Single tiles in the place of those of a way.
    pub inlays: Vec<Single>,
    /// Single tiles above ways and floors.
    pub marks: Vec<Single>,
    /// Cells of passages in the row of the wall top, which wall tops join.
    pub gaps: Grid,
    /// Cells that block walking.
    pub blocked: Grid,
    /// Cells that block sight.
    pub opaque: Grid,
    /// The pieces that were placed so far.
    pub pieces: Vec<Piece>,
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
}

impl Scene {
    /// A scene in which nothing was added.
    pub fn new(width: i32, height: i32) -> Scene {
        Scene {
            width,
            height,
            meadow: Grid::new(width + 1, height + 1),
            shade: Grid::new(width + 1, height + 1),
            surfaces: Vec::new(),
            inlays: Vec::new(),
            marks: Vec::new(),
            gaps: Grid::new(width, height),
            blocked: Grid::new(width, height),
            opaque: Grid::new(width, height),
            pieces: Vec::new(),
            places: Vec::new(),
            doors: Vec::new(),
            spots: Vec::new(),
            queues: Vec::new(),
            lights: Vec::new(),
            buildings: Vec::new(),
        }
    }

    /// Covers a rectangle of cells with a terrain set.
    pub fn cover(&mut self, ground: Ground, set: &str, r: Rect) {
        let known = self
            .surfaces
            .iter()
            .position(|s| s.ground == ground && s.set == set);
        let at = known.unwrap_or_else(|| {
            self.surfaces.push(Surface {
                ground,
                set: set.to_owned(),
                cells: Grid::new(self.width, self.height),
            });
            self.surfaces.len() - 1
        });
        self.surfaces[at].cells.fill(r, true);
    }

    /// Takes a rectangle of cells out of all that was covered there of a kind.
    pub fn uncover(&mut self, ground: Ground, r: Rect) {
        for surface in self.surfaces.iter_mut().filter(|s| s.ground == ground) {
            surface.cells.fill(r, false);
        }
    }

    /// Replaces a way's tile.
    pub fn inlay(&mut self, set: &'static str, tile: impl Into<String>, x: i32, y: i32) {
        let tile = tile.into();
        self.inlays.push(Single { set, tile, x, y });
    }

    /// Lays a tile above ways and floors.
    pub fn mark(&mut self, set: &'static str, tile: impl Into<String>, x: i32, y: i32) {
        let tile = tile.into();
        self.marks.push(Single { set, tile, x, y });
    }

    /// Places a piece whose picture's bottom left corner lies at a pixel.
    fn place(&mut self, sprite: Sprite, at: (i32, i32), level: Level) -> &mut Piece {
        let index = self.pieces.len();
        self.pieces.push(Piece {
            sprite,
            at,
            level,
            flipped: false,
            spot: None,
            name: String::new(),
        });
        &mut self.pieces[index]
    }

    /// Puts furniture on cells and blocks them.
    pub fn put(&mut self, sprite: Sprite, x: i32, y: i32) {
        self.blocked.fill(Rect::new(x, y, sprite.w, sprite.h), true);
        self.stand(sprite, x, y);
    }

    /// Stands a piece on cells through which one can walk.
    pub fn stand(&mut self, sprite: Sprite, x: i32, y: i32) -> &mut Piece {
        let at = sprite.bottom_left(x, y);
        self.place(sprite, at, Level::Standing)
    }

    /// Lays a flat piece on cells.
    pub fn lay(&mut self, sprite: Sprite, x: i32, y: i32) {
        let at = sprite.bottom_left(x, y);
        self.place(sprite, at, Level::Flat);
    }

    /// Leaves something small lying on a cell, above rugs.
    pub fn drop(&mut self, sprite: Sprite, x: i32, y: i32) {
        let at = sprite.bottom_left(x, y);
        self.place(sprite, at, Level::Hung);
    }

    /// Hangs a piece with the top left corner of its picture at a pixel.
    pub fn hang(&mut self, sprite: Sprite, px: i32, py: i32) {
        let at = (px, py + sprite.art.height);
        self.place(sprite, at, Level::Hung);
    }

    /// Adds a spot on a tile of the map.
    pub fn spot(&mut self, kind: &'static str, x: i32, y: i32, facing: &'static str) {
        self.spots.push(Spot { kind, x, y, facing });
    }

    /// Whether anything of a kind covers a cell.
    pub fn covered(&self, ground: Ground, x: i32, y: i32) -> bool {
        let surfaces = self.surfaces.iter();
        surfaces
            .filter(|s| s.ground == ground)
            .any(|s| s.cells.get(x, y))
    }

    /// Whether a spot was added on a tile.
    pub fn has_spot(&self, x: i32, y: i32) -> bool {
        self.spots.iter().any(|s| (s.x, s.y) == (x, y))
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
}
