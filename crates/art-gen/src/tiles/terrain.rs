//! Open ground: grass with its small growth, water with soft banks, gravel, flagstones, the plaza's
//! rings, the road.
//!
//! Borders follow a smooth field interpolated from the tiles around each pixel, so that paths curve
//! and blend.

use crate::{
    brush::Ramp,
    canvas::Canvas,
    noise::{hash, pick, smooth, unit},
    palette::Color,
    scene::{Grid, Layer, Scene, TILE},
};

const GRASS: Color = Color::hex(0x92B860);
const GRASS_LIGHT: Color = Color::hex(0xA2C46C);
const GRASS_DARK: Color = Color::hex(0x7FA655);
const GRASS_DEEP: Color = Color::hex(0x6A924B);

/// How much a pixel belongs to a mask of tiles: a quadratic spline over the nine tiles around it,
/// 0.5 at straight borders.
pub fn field(mask: &Grid, px: i32, py: i32) -> f32 {
    let (tx, ty) = (px.div_euclid(TILE), py.div_euclid(TILE));
    let weights = |p: i32| {
        let t = (p.rem_euclid(TILE) as f32 + 0.5) / TILE as f32;
        [
            0.5 * (1.0 - t) * (1.0 - t),
            0.75 - (t - 0.5) * (t - 0.5),
            0.5 * t * t,
        ]
    };
    let (wx, wy) = (weights(px), weights(py));
    let mut sum = 0.0;
    for (j, wy) in wy.iter().enumerate() {
        for (i, wx) in wx.iter().enumerate() {
            if mask.get(tx + i as i32 - 1, ty + j as i32 - 1) {
                sum += wx * wy;
            }
        }
    }
    sum
}

/// Whether a tile or one of its eight neighbours is in the mask.
fn near(mask: &Grid, x: i32, y: i32) -> bool {
    (-1..=1).any(|j| (-1..=1).any(|i| mask.get(x + i, y + j)))
}

/// Calls `paint` for every pixel of every tile in or beside the mask, with its field value.
fn each_pixel(mask: &Grid, width: i32, height: i32, mut paint: impl FnMut(i32, i32, f32)) {
    for ty in 0..height {
        for tx in 0..width {
            if near(mask, tx, ty) {
                for py in ty * TILE..(ty + 1) * TILE {
                    for px in tx * TILE..(tx + 1) * TILE {
                        paint(px, py, field(mask, px, py));
                    }
                }
            }
        }
    }
}

/// Covers the ground with grass; `meadow` tiles are lighter and `shade` tiles darker.
pub fn grass(scene: &mut Scene, meadow: &Grid, shade: &Grid) {
    let (width, height) = (scene.width, scene.height);
    let ground = scene.layer(Layer::Ground);
    for py in 0..height * TILE {
        for px in 0..width * TILE {
            let wave = smooth(px, py, 16, 4, 3) + 0.5 * smooth(px, py, 8, 8, 4);
            let base = if wave > 1.02 {
                GRASS.mix(GRASS_LIGHT, 0.45)
            } else if wave < 0.5 {
                GRASS.mix(GRASS_DARK, 0.4)
            } else {
                GRASS
            };
            ground.set(px, py, base);
        }
    }
    for (mask, tint) in [
        (meadow, Color::hex(0xB5CC73)),
        (shade, Color::hex(0x739E58)),
    ] {
        each_pixel(mask, width, height, |px, py, f| {
            let f = f + (smooth(px, py, 4, 8, 21) - 0.5) * 0.22;
            let a = if f > 0.62 {
                105
            } else if f > 0.5 {
                70
            } else if f > 0.4 {
                32
            } else {
                0
            };
            ground.blend(px, py, tint.alpha(a));
        });
    }
    for ty in 0..height {
        for tx in 0..width {
            growth(ground, tx, ty);
        }
    }
}

/// The small growth of one grass tile, one of a few motifs.
fn growth(ground: &mut Canvas, tx: i32, ty: i32) {
    let (ox, oy) = (tx * TILE, ty * TILE);
    let motif = pick(tx, ty, 5, 20) as i32;
    let at = |i: i32, axis: i32| 4 + (hash(motif * 7 + i, axis, 8) % 23) as i32;
    match motif {
        0..=7 => {
            for i in 0..(motif % 4) + 1 {
                tuft(ground, ox + at(i, 0), oy + at(i, 1));
            }
        }
        8 | 9 => {
            for i in 0..4 {
                let (x, y) = (ox + at(i, 0), oy + at(i, 1));
                for (dx, dy) in [(0, 0), (2, 0), (1, -1)] {
                    ground.set(x + dx, y + dy, GRASS_DEEP);
                    ground.set(
                        x + dx,
                        y + dy - 1,
                        GRASS_LIGHT.mix(Color::hex(0xD8E8A0), 0.3),
                    );
                }
            }
        }
        10 | 11 => {
            let petals = if motif == 10 {
                Color::hex(0xF4EFE0)
            } else {
                Color::hex(0xF0CF62)
            };
            for i in 0..3 {
                let (x, y) = (ox + at(i, 0), oy + at(i, 1));
                ground.set(x, y + 2, GRASS_DEEP);
                ground.set(x + 1, y + 3, GRASS_DARK);
                for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
                    ground.set(x + dx, y + dy, petals);
                }
                ground.set(
                    x,
                    y,
                    if motif == 10 {
                        Color::hex(0xE8B84A)
                    } else {
                        Color::hex(0xC98A3A)
                    },
                );
            }
        }
        12 => {
            for i in 0..3 {
                tuft(ground, ox + at(i, 0), oy + at(i, 1));
            }
            let (x, y) = (ox + at(5, 0), oy + at(5, 1));
            ground.rect(x, y, 3, 2, Color::hex(0xC9BFA8));
            ground.hline(x, y + 2, 3, GRASS_DEEP);
            ground.set(x, y, Color::hex(0xE2DAC6));
        }
        _ => {}
    }
}

/// Three blades of grass.
fn tuft(ground: &mut Canvas, x: i32, y: i32) {
    ground.set(x, y, GRASS_DEEP);
    ground.set(x, y - 1, GRASS_DARK);
    ground.set(x - 1, y - 1, GRASS_DARK);
    ground.set(x - 2, y - 2, GRASS_LIGHT);
    ground.set(x, y - 2, GRASS_LIGHT);
    ground.set(x, y - 3, GRASS_LIGHT);
    ground.set(x + 1, y - 1, GRASS_DARK);
    ground.set(x + 2, y - 2, GRASS_LIGHT);
}

/// Paints water on the ground layer, with a sandy bank.
pub fn water(scene: &mut Scene, mask: &Grid) {
    let (width, height) = (scene.width, scene.height);
    let ground = scene.layer(Layer::Ground);
    let sand = Ramp::of(0xCDB588);
    each_pixel(mask, width, height, |px, py, f| {
        let f = f + (smooth(px, py, 8, 8, 31) - 0.5) * 0.10;
        let wave = smooth(px, py * 2, 16, 8, 32);
        let color = match f {
            f if f > 0.93 => {
                Color::hex(0x5A9FB6).mix(Color::hex(0x529AB4), if wave > 0.55 { 1.0 } else { 0.0 })
            }
            f if f > 0.80 => Color::hex(0x63A8BB),
            f if f > 0.66 => Color::hex(0x74B6C2),
            f if f > 0.585 => Color::hex(0x8CC6C8),
            f if f > 0.555 => Color::hex(0xC6E4DA),
            f if f > 0.54 => sand.deep,
            f if f > 0.44 => sand.mid,
            f if f > 0.40 => sand.light,
            f if f > 0.37 => GRASS_DEEP,
            _ => return,
        };
        ground.set(px, py, color);
    });
    for ty in 0..height {
        for tx in 0..width {
            let deep = (-1..=1).all(|j| (-1..=1).all(|i| mask.get(tx + i, ty + j)));
            if deep && pick(tx, ty, 34, 5) < 2 {
                for i in 0..(1 + pick(tx, ty, 33, 2) as i32) {
                    let motif = pick(tx, ty, 35, 4) as i32;
                    let (x, y) = (
                        tx * TILE + 3 + (hash(i, motif, 36) % 18) as i32,
                        ty * TILE + 4 + i * 13 + motif * 2,
                    );
                    ground.hline(x, y, 8, Color::hex(0x8CC6CC));
                    ground.hline(x + 2, y - 1, 4, Color::hex(0xA8D8D6));
                    ground.hline(x + 4, y + 1, 7, Color::hex(0x4E92AC));
                }
            }
        }
    }
}

/// What a path is made of.
#[derive(Clone, Copy, PartialEq)]
pub enum Surface {
    /// Fine warm gravel.
    Gravel,
    /// Flagstones in running bond.
    Flags,
    /// Rings of stone around a centre in pixels.
    Rings(i32, i32),
    /// Turned earth of a flower bed.
    Soil,
    /// Asphalt of the road.
    Road,
    /// The red surface of a sports court.
    Court,
}

/// Paints a path over the mask.
pub fn path(scene: &mut Scene, mask: &Grid, surface: Surface) {
    let (width, height) = (scene.width, scene.height);
    let layer = scene.layer(Layer::Paths);
    let (rough, rim) = match surface {
        Surface::Gravel => (0.16, Color::hex(0xB0956A)),
        Surface::Soil => (0.12, Color::hex(0x5F4636)),
        Surface::Road => (0.0, Color::hex(0x8F8B88)),
        Surface::Court => (0.0, Color::hex(0xE8DCC4)),
        _ => (0.03, Color::hex(0x9C8F7C)),
    };
    each_pixel(mask, width, height, |px, py, f| {
        let f = f + (smooth(px, py, 4, 8, 41) - 0.5) * rough;
        if f > 0.5 {
            let inside = surface_pixel(surface, px, py);
            let color = if f < 0.535 {
                rim
            } else if f < 0.585 {
                inside.mix(rim, 0.28)
            } else {
                inside
            };
            layer.set(px, py, color);
        } else if f > 0.445 && layer.get(px, py).a == 0 {
            layer.set(px, py, GRASS_DEEP.alpha(if f > 0.47 { 150 } else { 70 }));
        }
    });
}

/// The colour of a surface at a pixel.
fn surface_pixel(surface: Surface, px: i32, py: i32) -> Color {
    match surface {
        Surface::Gravel => gravel(px, py),
        Surface::Flags => flags(px, py),
        Surface::Rings(cx, cy) => rings(px - cx, py - cy, px, py),
        Surface::Soil => {
            let n = smooth(px, py, 4, 8, 61);
            let base = Color::hex(0x7C5B44);
            if n > 0.66 {
                base.mix(Color::hex(0x97725A), 0.6)
            } else if n < 0.32 {
                Color::hex(0x694B3A)
            } else {
                base
            }
        }
        Surface::Road => {
            let n = unit(px.rem_euclid(64), py.rem_euclid(64), 62);
            let base = Color::hex(0x85828A);
            if n > 0.94 {
                Color::hex(0x918E94)
            } else if n < 0.06 {
                Color::hex(0x7A7781)
            } else {
                base
            }
        }
        Surface::Court => {
            let n = unit(px.rem_euclid(32), py.rem_euclid(32), 63);
            let base = Color::hex(0xB9775C);
            if n > 0.9 { Color::hex(0xC28468) } else { base }
        }
    }
}

fn gravel(px: i32, py: i32) -> Color {
    let base = Color::hex(0xDCC79C);
    let wave = smooth(px, py, 16, 4, 51) * 0.6 + smooth(px, py, 8, 8, 52) * 0.4;
    let grain = unit(px.rem_euclid(64), py.rem_euclid(64), 53);
    let tone = if wave > 0.64 {
        base.mix(Color::hex(0xE8D8B2), 0.38)
    } else if wave < 0.34 {
        base.mix(Color::hex(0xCBB286), 0.30)
    } else {
        base
    };
    let pebble = unit((px.rem_euclid(64)) / 2, (py.rem_euclid(64)) / 2, 54);
    if pebble > 0.985 {
        return if py % 2 == 0 {
            Color::hex(0xF0E4C6)
        } else {
            Color::hex(0xB39B72)
        };
    }
    if grain > 0.965 {
        tone.mix(Color::hex(0xA98F66), 0.4)
    } else {
        tone
    }
}

fn flags(px: i32, py: i32) -> Color {
    let row = py.rem_euclid(64) / 16;
    let shift = [0, 12, 4, 20][row as usize];
    let (x, y) = ((px + shift).rem_euclid(64), py.rem_euclid(16));
    let width = [22, 20, 22];
    let (mut left, mut stone) = (0, 0);
    while stone < 2 && x >= left + width[stone] {
        left += width[stone];
        stone += 1;
    }
    stone_tone(x - left, y, width[stone], 16, stone as i32, row, px, py)
}

/// One stone of a paving: a joint along its left and top, a lit rim and a tone of its own.
#[expect(
    clippy::too_many_arguments,
    reason = "a pixel, its stone's size and its stone's number"
)]
fn stone_tone(x: i32, y: i32, w: i32, h: i32, column: i32, row: i32, px: i32, py: i32) -> Color {
    let base = Color::hex(0xCFC4B0);
    if x == 0 || y == 0 {
        return Color::hex(0xA99D8A);
    }
    let tone = match pick(column, row, 57, 5) {
        0 => base.mix(Color::hex(0xE0D3BC), 0.8),
        1 => base.mix(Color::hex(0xBDB4A6), 0.7),
        2 => base.mix(Color::hex(0xD3BFA2), 0.7),
        _ => base,
    };
    if x == 1 || y == 1 {
        return tone.mix(Color::hex(0xF4EBD8), 0.45);
    }
    if x == w - 1 || y == h - 1 {
        return tone.mix(Color::hex(0xA0957F), 0.3);
    }
    if unit(px.rem_euclid(64), py.rem_euclid(64), 58) > 0.97 {
        tone.mix(Color::hex(0xA0957F), 0.35)
    } else {
        tone
    }
}

/// Rings of setts around a centre, running out into square slabs.
fn rings(dx: i32, dy: i32, px: i32, py: i32) -> Color {
    let r = ((dx * dx + dy * dy) as f32).sqrt();
    let cream = Color::hex(0xDDD0B6);
    let clay = Color::hex(0xC79A78);
    let slate = Color::hex(0xADA79C);
    let joint = Color::hex(0xA3937C);
    if r < 240.0 {
        let ring = (r / 16.0) as i32;
        let inner = r - ring as f32 * 16.0;
        let count = (ring * 6 + 3).max(8) as f32;
        let turn = (dy as f32).atan2(dx as f32) / std::f32::consts::TAU + 0.5;
        let slot = turn * count + if ring % 2 == 0 { 0.5 } else { 0.0 };
        let across = (slot - slot.floor()) * std::f32::consts::TAU * r / count;
        let base = match ring {
            7 | 13 | 14 => clay,
            9 => slate,
            _ => cream,
        };
        if inner < 1.0 || across < 1.2 {
            return joint;
        }
        let tone = match pick(slot as i32 % count as i32, ring, 59, 4) {
            0 => base.mix(Color::hex(0xF2E7CF), 0.4),
            1 => base.mix(Color::hex(0xA79880), 0.25),
            _ => base,
        };
        return if inner < 2.2 {
            tone.mix(Color::hex(0xF6EDDA), 0.35)
        } else {
            tone
        };
    }
    let (x, y) = (px.rem_euclid(32), py.rem_euclid(32));
    let (mx, my) = ((x - 16).abs(), (y - 16).abs());
    if mx + my < 7 {
        return if mx + my == 6 {
            joint
        } else {
            clay.mix(cream, 0.25)
        };
    }
    stone_tone(
        x,
        y,
        32,
        32,
        px.div_euclid(32).rem_euclid(2),
        py.div_euclid(32).rem_euclid(2),
        px,
        py,
    )
}
