//! Fitting out one room: putting furniture and spots at coordinates that start at the room's top
//! left floor tile.

use crate::{
    brush::Ramp,
    canvas::Canvas,
    scene::{Layer, Light, Rect, Scene, Sprite, TILE},
    tiles::{
        furniture::{seats, walls},
        street::loose,
        walls::FACE,
    },
};

/// A room being fitted out.
pub struct Fit<'a> {
    /// The scene that the room is part of.
    pub scene: &'a mut Scene,
    /// The room's floor.
    pub rect: Rect,
    /// Lets rooms of a kind differ.
    pub variant: u32,
    /// The queue of the room, when it has one: corner tiles in room coordinates.
    pub queue: Vec<(i32, i32)>,
}

impl Fit<'_> {
    /// Puts furniture on the floor and blocks its tiles.
    pub fn put(&mut self, x: i32, y: i32, sprite: Sprite) {
        self.scene.put(sprite, self.rect.x + x, self.rect.y + y);
    }

    /// Lays something flat on the floor, under furniture.
    pub fn lay(&mut self, x: i32, y: i32, sprite: Sprite) {
        self.scene.stamp(
            Layer::Paths,
            sprite,
            (self.rect.x + x) * TILE,
            (self.rect.y + y) * TILE,
        );
    }

    /// Leaves something small lying on the floor.
    pub fn drop(&mut self, x: i32, y: i32, sprite: Sprite) {
        self.scene.stamp(
            Layer::Decor,
            sprite,
            (self.rect.x + x) * TILE,
            (self.rect.y + y) * TILE,
        );
    }

    /// Adds a spot, at a tile of the room.
    pub fn spot(&mut self, kind: &'static str, x: i32, y: i32, facing: &'static str) {
        self.scene
            .spot(kind, self.rect.x + x, self.rect.y + y, facing);
    }

    /// Puts a chair with its spot.
    pub fn chair(&mut self, kind: &'static str, x: i32, y: i32, facing: &'static str, color: u32) {
        self.put(x, y, seats::chair(facing, color));
        self.spot(kind, x, y, facing);
    }

    /// Puts an office chair with its spot.
    pub fn office_chair(
        &mut self,
        kind: &'static str,
        x: i32,
        y: i32,
        facing: &'static str,
        color: u32,
    ) {
        self.put(x, y, seats::office_chair(facing, color));
        self.spot(kind, x, y, facing);
    }

    /// Puts an armchair with its seat.
    pub fn armchair(&mut self, x: i32, y: i32, facing: &'static str, color: u32) {
        self.put(x, y, seats::armchair(facing, color));
        self.spot("seat", x, y, facing);
    }

    /// Puts a sofa of `w` tiles with a seat on each.
    pub fn sofa(&mut self, x: i32, y: i32, w: i32, facing: &'static str, color: u32) {
        self.put(x, y, seats::sofa(w, facing, color));
        for i in 0..w {
            self.spot("seat", x + i, y, facing);
        }
    }

    /// Puts a bench of `w` tiles with a seat on each.
    pub fn bench(&mut self, x: i32, y: i32, w: i32, facing: &'static str, color: u32) {
        self.put(x, y, seats::bench(w, color));
        for i in 0..w {
            self.spot("seat", x + i, y, facing);
        }
    }

    /// Hangs a picture on the north wall, centred `center` tiles from the room's left, `drop`
    /// pixels below the wall top.
    pub fn hang(&mut self, center: f32, drop: i32, art: Canvas) {
        let px = self.rect.x * TILE + (center * TILE as f32) as i32 - art.width / 2;
        let py = self.rect.y * TILE - FACE + drop;
        let mut shade = Canvas::new(art.width + 2, art.height + 2);
        shade.rect(
            2,
            2,
            art.width,
            art.height,
            Ramp::of(0x6A5A6A).line.alpha(70),
        );
        shade.draw(&art, 0, 0);
        self.scene.stamp(Layer::Decor, loose(shade), px, py);
    }

    /// Windows on the north wall at the given centres.
    pub fn windows(&mut self, centers: &[f32], curtain: Option<u32>) {
        for center in centers {
            self.hang(*center, 4, walls::window(curtain));
            let px = self.rect.x * TILE + (center * TILE as f32) as i32 - 12;
            self.scene
                .stamp(Layer::Paths, loose(sunlight()), px, self.rect.y * TILE + 10);
        }
    }

    /// A light, in room coordinates of tiles.
    pub fn light(&mut self, x: f32, y: f32, radius: f32, color: &'static str, kind: &'static str) {
        let at = (
            (self.rect.x as f32 + x) * TILE as f32,
            (self.rect.y as f32 + y) * TILE as f32,
        );
        self.scene.lights.push(Light {
            at: (at.0 as i32, at.1 as i32),
            radius,
            color,
            kind,
        });
    }
}

/// The light that a window lays on the floor.
fn sunlight() -> Canvas {
    let mut c = Canvas::new(52, 38);
    for y in 0..36 {
        for x in 0..26 {
            let bar = (12..14).contains(&x) || (17..19).contains(&y);
            if !bar {
                c.set(
                    x + y * 5 / 8,
                    y,
                    crate::palette::Color::hex(0xFFF0C0).alpha(if !(4..=32).contains(&y) {
                        22
                    } else {
                        40
                    }),
                );
            }
        }
    }
    c
}
