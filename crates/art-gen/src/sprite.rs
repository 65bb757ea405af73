//! A piece of art as it is drawn: its picture, where it stands, and what lies on it.

pub use crate::tileset::TILE;
use crate::{
    brush::SHADOW,
    canvas::Canvas,
    tileset::{Shape, Value},
};

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
}
