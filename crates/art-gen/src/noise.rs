//! Deterministic hash noise: the same coordinates always give the same numbers.

/// A well-mixed hash of two coordinates and a seed.
pub fn hash(x: i32, y: i32, seed: u32) -> u32 {
    let mut h = (x as u32).wrapping_mul(0x9E37_79B1)
        ^ (y as u32).wrapping_mul(0x85EB_CA77)
        ^ seed.wrapping_mul(0xC2B2_AE3D);
    h ^= h >> 15;
    h = h.wrapping_mul(0x2C1B_3C6D);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297A_2D39);
    h ^ (h >> 15)
}

/// A hash in 0..1.
pub fn unit(x: i32, y: i32, seed: u32) -> f32 {
    (hash(x, y, seed) >> 8) as f32 / 16_777_216.0
}

/// A whole number in `0..n`.
pub fn pick(x: i32, y: i32, seed: u32, n: u32) -> u32 {
    hash(x, y, seed) % n
}

/// Smooth value noise in 0..1 with lattice cells of `cell` pixels, repeating after `period` cells.
pub fn smooth(x: i32, y: i32, cell: i32, period: i32, seed: u32) -> f32 {
    let (gx, gy) = (x.div_euclid(cell), y.div_euclid(cell));
    let ease = |v: i32| {
        let t = v.rem_euclid(cell) as f32 / cell as f32;
        t * t * (3.0 - 2.0 * t)
    };
    let at = |i: i32, j: i32| {
        unit(
            (gx + i).rem_euclid(period),
            (gy + j).rem_euclid(period),
            seed,
        )
    };
    let (tx, ty) = (ease(x), ease(y));
    let top = at(0, 0) + (at(1, 0) - at(0, 0)) * tx;
    let low = at(0, 1) + (at(1, 1) - at(0, 1)) * tx;
    top + (low - top) * ty
}
