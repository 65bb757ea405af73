//! Fitting out one room: putting furniture and spots at coordinates that start at the room's top
//! left floor tile.

use crate::{
    scene::{Ground, Light, Rect, Scene, Sprite, TILE},
    surfaces::line_at,
    tiles::{
        furniture::{seats, walls},
        walls::FACE,
    },
};

/// Pixels of soft shade at the right of a hanging.
const SHADE: i32 = 2;

/// Paints the lines of a court, with the areas before its goals or without.
pub fn court_lines(scene: &mut Scene, r: Rect, boxes: bool) {
    for y in 0..r.h {
        for x in 0..r.w {
            if let Some(tile) = line_at(x, y, r.w, r.h, boxes) {
                scene.mark("lines", tile, r.x + x, r.y + y);
            }
        }
    }
}

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

    /// Puts pieces of one tile side by side.
    pub fn put_row(&mut self, x: i32, y: i32, sprites: Vec<Sprite>) {
        for (i, sprite) in sprites.into_iter().enumerate() {
            self.put(x + i as i32, y, sprite);
        }
    }

    /// Stands a piece on tiles that stay free to walk on.
    pub fn stand(&mut self, x: i32, y: i32, sprite: Sprite) {
        self.scene.stand(sprite, self.rect.x + x, self.rect.y + y);
    }

    /// Lays something flat on the floor, under furniture.
    pub fn lay(&mut self, x: i32, y: i32, sprite: Sprite) {
        self.scene.lay(sprite, self.rect.x + x, self.rect.y + y);
    }

    /// Paints the lines of a ball court on the floor.
    pub fn court(&mut self, x: i32, y: i32, w: i32, h: i32) {
        let lines = Rect::new(self.rect.x + x, self.rect.y + y, w, h);
        court_lines(self.scene, lines, false);
    }

    /// Leaves something small lying on the floor.
    pub fn drop(&mut self, x: i32, y: i32, sprite: Sprite) {
        self.scene.drop(sprite, self.rect.x + x, self.rect.y + y);
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
        self.put(x, y, seats::bench(w, facing, color));
        for i in 0..w {
            self.spot("seat", x + i, y, facing);
        }
    }

    /// Hangs a piece on the north wall, centred `center` tiles from the room's left, `drop` pixels
    /// below the wall top; nothing where a door is.
    pub fn hang(&mut self, center: f32, drop: i32, sprite: Sprite) {
        if self.door_at(center.floor() as i32) {
            return;
        }
        let middle = self.rect.x * TILE + (center * TILE as f32) as i32;
        let left = middle - (sprite.art.width - SHADE) / 2;
        self.scene
            .hang(sprite, left, self.rect.y * TILE - FACE + drop);
    }

    /// Whether a door leads through the north wall in a column of the room.
    pub fn door_at(&self, x: i32) -> bool {
        self.scene.gaps.get(self.rect.x + x, self.rect.y - 2)
    }

    /// Whether the north wall looks outdoors, so that it may have windows.
    pub fn faces_outdoors(&self) -> bool {
        let beyond = self.rect.y - 3;
        let open = |x: i32| {
            !self.scene.opaque.get(x, beyond) && !self.scene.covered(Ground::Floor, x, beyond)
        };
        (self.rect.x..self.rect.x + self.rect.w).all(open)
    }

    /// Windows on the north wall at the given centres.
    pub fn windows(&mut self, centers: &[f32], curtain: Option<u32>) {
        for center in centers {
            if self.door_at(center.floor() as i32) {
                continue;
            }
            self.hang(*center, 4, walls::window(curtain));
            let left = self.rect.x * TILE + (center * TILE as f32) as i32 - 12;
            self.scene
                .hang(walls::sunlight(), left, self.rect.y * TILE + 10);
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
