//! Walls, seen cut away: a band of wall top with the building's trim, and below each band a face of
//! one and a half tiles.
//!
//! A face that looks into a room wears the room's wallpaper and wainscot, one that looks outdoors
//! the building's façade.

use crate::{
    brush::{Ramp, SHADOW},
    noise::{pick, unit},
    palette::Color,
    scene::{Grid, Layer, Rect, Scene, TILE},
};

/// Pixels of a wall face, from the band down to the floor.
pub const FACE: i32 = 48;
/// Where the band of wall top lies in its tile: across vertical walls, and down horizontal ones.
const BAND_X: (i32, i32) = (9, 23);
const BAND_Y: (i32, i32) = (2, 16);

/// The look of the outside of a building.
#[derive(Clone, Copy, Debug)]
pub struct Facade {
    /// The colour of the wall top.
    pub trim: u32,
    /// The colour of the outer walls.
    pub wall: u32,
    /// Whether the outer walls show courses of brick.
    pub brick: bool,
}

/// The look of the inner walls of a room.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Paper {
    /// The colour above the wainscot, as `0xRRGGBB`.
    pub upper: u32,
    /// The colour of the wainscot, as `0xRRGGBB`.
    pub wainscot: u32,
    /// The pattern of the upper part.
    pub pattern: Pattern,
}

/// Patterns of inner walls.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Pattern {
    /// Plaster without a pattern.
    Plain,
    /// Vertical stripes.
    Stripes,
    /// Small sprigs.
    Sprigs,
    /// Glazed tiles all the way.
    Tiled,
}

/// Everything the wall painter needs to know.
pub struct WallPlan<'a> {
    /// Tiles of wall top.
    pub tops: &'a Grid,
    /// Tiles of passages in the row of the wall top.
    pub gaps: &'a Grid,
    /// Rooms with their wallpaper.
    pub rooms: Vec<(Rect, Paper)>,
    /// Building outlines with their façade.
    pub buildings: Vec<(Rect, Facade)>,
}

impl WallPlan<'_> {
    /// Whether a pixel is on top of a wall.
    fn top(&self, px: i32, py: i32) -> bool {
        let (tx, ty) = (px.div_euclid(TILE), py.div_euclid(TILE));
        if !self.tops.get(tx, ty) {
            return false;
        }
        let joins = |x: i32, y: i32| self.tops.get(x, y) || self.gaps.get(x, y);
        let (x, y) = (px.rem_euclid(TILE), py.rem_euclid(TILE));
        let across = (BAND_X.0..BAND_X.1).contains(&x);
        let along = (BAND_Y.0..BAND_Y.1).contains(&y);
        (across && along)
            || (along && x < BAND_X.0 && joins(tx - 1, ty))
            || (along && x >= BAND_X.1 && joins(tx + 1, ty))
            || (across && y < BAND_Y.0 && self.tops.get(tx, ty - 1))
            || (across && y >= BAND_Y.1 && self.tops.get(tx, ty + 1))
    }

    /// The wallpaper at a pixel, or none outdoors.
    fn paper(&self, px: i32, py: i32) -> Option<(Rect, Paper)> {
        let inside = |r: &Rect| {
            px >= r.x * TILE - 16
                && px < (r.x + r.w) * TILE + 16
                && py >= r.y * TILE - 2
                && py < (r.y + r.h) * TILE + 9
        };
        self.rooms.iter().find(|(r, _)| inside(r)).copied()
    }

    /// The façade of the building around a tile.
    fn facade(&self, tx: i32, ty: i32) -> Option<Facade> {
        self.buildings
            .iter()
            .find(|(r, _)| r.contains(tx, ty))
            .map(|(_, f)| *f)
    }
}

/// Paints all walls and the shadows they cast outdoors.
pub fn walls(scene: &mut Scene, plan: &WallPlan) {
    let height = scene.height * TILE;
    cast_shadows(scene, plan);
    let layer = scene.layer(Layer::Walls);
    for (outline, facade) in &plan.buildings {
        let trim = Ramp::of(facade.trim);
        for px in outline.x * TILE..(outline.x + outline.w) * TILE {
            for py in outline.y * TILE..((outline.y + outline.h) * TILE).min(height) {
                if !plan.top(px, py) {
                    continue;
                }
                layer.set(px, py, trim_pixel(plan, &trim, px, py));
                if plan.top(px, py + 1) {
                    continue;
                }
                for depth in 1..=FACE {
                    if plan.top(px, py + depth) {
                        break;
                    }
                    let color = match plan.paper(px, py + FACE + 2) {
                        Some((room, paper)) => inner(paper, px - room.x * TILE, depth - 1),
                        None => outer(
                            plan.facade(px.div_euclid(TILE), py.div_euclid(TILE))
                                .unwrap_or(*facade),
                            px,
                            depth - 1,
                        ),
                    };
                    layer.set(px, py + depth, color);
                }
            }
        }
    }
}

/// A pixel of wall top: an outline, a lit rim at the top left, a darker one at the bottom right, a
/// calm middle.
fn trim_pixel(plan: &WallPlan, trim: &Ramp, px: i32, py: i32) -> Color {
    let open = |dx: i32, dy: i32| !plan.top(px + dx, py + dy);
    if open(-1, 0) || open(1, 0) || open(0, -1) || open(0, 1) {
        trim.line
    } else if open(-2, 0) || open(0, -2) || open(-1, -1) {
        trim.hi
    } else if open(2, 0) || open(0, 2) || open(1, 1) {
        trim.dark
    } else if open(-4, 0) || open(4, 0) || open(0, -4) || open(0, 4) {
        trim.mid
    } else {
        trim.light
    }
}

/// A pixel of an inner wall, `x` from the room's left and `y` down from the wall top.
fn inner(paper: Paper, x: i32, y: i32) -> Color {
    let upper = Ramp::of(paper.upper);
    let wood = Ramp::of(paper.wainscot);
    if paper.pattern == Pattern::Tiled {
        if y < 2 {
            return upper.deep;
        }
        if y >= FACE - 4 {
            return if y == FACE - 4 { wood.light } else { wood.dark };
        }
        if (26..30).contains(&y) {
            return if y == 26 { wood.light } else { wood.mid };
        }
        return if x.rem_euclid(8) == 7 || y % 8 == 7 {
            upper.mid.mix(upper.dark, 0.7)
        } else if x.rem_euclid(8) == 0 || y % 8 == 0 {
            upper.hi
        } else {
            upper.mid.mix(upper.light, 0.4)
        };
    }
    match y {
        0 | 1 => upper.deep,
        2..=4 => upper.dark,
        30 => wood.line,
        31 => wood.hi,
        32 => wood.mid,
        33 => wood.dark,
        34..=43 => {
            let u = x.rem_euclid(16);
            match (u, y) {
                (0, _) => wood.dark,
                (15, _) => wood.light,
                (3..=12, 36 | 42) | (3 | 12, 36..=42) => wood.dark,
                (4..=11, 37) => wood.dark.mix(wood.deep, 0.5),
                _ => wood.mid,
            }
        }
        44 => wood.light,
        45 | 46 => wood.dark,
        47.. => wood.line,
        _ => {
            let base = if y > 24 {
                upper.mid
            } else {
                upper.mid.mix(upper.light, 0.35)
            };
            match paper.pattern {
                Pattern::Stripes if x.rem_euclid(8) < 3 => base.mix(upper.dark, 0.30),
                Pattern::Sprigs => {
                    let (u, v) = (
                        x.rem_euclid(16),
                        (y + if (x.rem_euclid(32)) < 16 { 0 } else { 6 }).rem_euclid(12),
                    );
                    match (u, v) {
                        (8, 4) | (7, 5) | (9, 5) | (8, 6) => base.mix(upper.deep, 0.55),
                        (8, 5) => upper.hi,
                        (8, 7) => Color::hex(0x8FA878),
                        _ => base,
                    }
                }
                _ => base,
            }
        }
    }
}

/// A pixel of an outer wall.
fn outer(facade: Facade, px: i32, y: i32) -> Color {
    let wall = Ramp::of(facade.wall);
    let stone = Ramp::of(0xB9B0A2);
    match y {
        0 | 1 => wall.line,
        2..=4 => wall.deep,
        38 => stone.line,
        39 => stone.hi,
        40..=46 => {
            if px.rem_euclid(16) == 0 {
                stone.deep
            } else if y == 46 {
                stone.dark
            } else {
                stone.mid
            }
        }
        47.. => stone.line,
        _ if facade.brick => {
            let row = y / 5;
            let (u, v) = ((px + (row % 2) * 5).rem_euclid(10), y % 5);
            let column = (px + (row % 2) * 5).rem_euclid(320) / 10;
            if v == 4 || u == 9 {
                wall.dark
            } else {
                let tone = pick(column % 13, row, 81, 4);
                let base = match tone {
                    0 => wall.mid.mix(wall.light, 0.5),
                    1 => wall.mid.mix(wall.dark, 0.4),
                    _ => wall.mid,
                };
                if v == 0 {
                    base.mix(wall.light, 0.4)
                } else {
                    base
                }
            }
        }
        _ => {
            let base = if y < 12 {
                wall.mid
            } else {
                wall.mid.mix(wall.light, 0.4)
            };
            if unit(px.rem_euclid(64), y, 82) > 0.96 {
                base.mix(wall.dark, 0.25)
            } else {
                base
            }
        }
    }
}

/// Shadows of walls on the ground outside: to the right of each building and along the foot of each
/// façade.
fn cast_shadows(scene: &mut Scene, plan: &WallPlan) {
    for (outline, _) in &plan.buildings {
        let (x0, x1) = (outline.x * TILE, (outline.x + outline.w + 1) * TILE);
        for ty in outline.y..outline.y + outline.h {
            for tx in outline.x..outline.x + outline.w {
                let outside = |x: i32, y: i32| plan.paper(x, y).is_none();
                for y in 0..TILE {
                    for x in 0..TILE {
                        let (px, py) = (tx * TILE + x, ty * TILE + y);
                        if !plan.top(px, py) || plan.top(px + 1, py) || !outside(px + 8, py) {
                            continue;
                        }
                        for d in 1..=18 {
                            if outside(px + d, py) && px + d < x1 {
                                let a = if d > 15 { 26 } else { 52 };
                                scene
                                    .layer(Layer::Paths)
                                    .blend(px + d, py + 14, SHADOW.alpha(a));
                            }
                        }
                    }
                }
            }
        }
        for px in x0 + BAND_X.0..x1 {
            for ty in outline.y..outline.y + outline.h {
                let py = ty * TILE + BAND_Y.1 - 1;
                if plan.top(px, py)
                    && !plan.top(px, py + 1)
                    && plan.paper(px, py + FACE + 2).is_none()
                {
                    for d in 1..=9 {
                        let a = if d > 6 { 26 } else { 56 };
                        scene
                            .layer(Layer::Paths)
                            .blend(px, py + FACE + d, SHADOW.alpha(a));
                    }
                }
            }
        }
    }
}
