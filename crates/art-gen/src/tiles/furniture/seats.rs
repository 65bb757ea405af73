//! Chairs, stools, benches, sofas and armchairs. A sitter is drawn over them.

use super::snap;
use crate::{
    brush::{Ramp, tone},
    sprite::{Sprite, TILE},
    tiles::tints::{self, CLOTHS, PLAIN_WOODS, facing},
};

/// The widths of benches, in tiles.
pub const BENCHES: [i32; 5] = [1, 2, 3, 4, 7];
/// The widths of sofas, in tiles.
pub const SOFAS: [i32; 2] = [2, 3];

/// A finished seat for one on each of its tiles.
fn seats(mut s: Sprite, name: String, facing: &'static str) -> Sprite {
    let places = s.w;
    s = s.named("seats", name);
    for i in 0..places {
        s = s.spot("seat", i, 0, facing);
    }
    s
}

/// The nearer of up and down.
fn upright(word: &str) -> &'static str {
    if word == "up" { "up" } else { "down" }
}

/// A wooden chair whose sitter looks up, down, left or right.
pub fn chair(look: &str, color: u32) -> Sprite {
    let (look, tint) = (facing(look), tints::nearest(&CLOTHS, color));
    let (wood, seat) = (Ramp::of(tone::WALNUT), Ramp::of(tint.rgb));
    let mut s = Sprite::new(1, 1, 8).under_people().shaded(8, 22, 20, 9);
    let c = &mut s.art;
    for x in [8, 21] {
        c.rect(x, 30, 3, 9, wood.line);
        c.vline(x + 1, 30, 8, wood.dark);
    }
    match look {
        "up" => {
            c.slab(6, 11, 20, 13, 4, &seat);
            c.plate(5, 19, 22, 13, &wood);
            c.rect(8, 22, 16, 2, wood.deep);
            c.rect(8, 26, 16, 2, wood.deep);
            c.hline(6, 20, 20, wood.hi);
        }
        "down" => {
            c.plate(6, 6, 20, 14, &wood);
            for x in [10, 15, 20] {
                c.vline(x, 9, 9, wood.dark);
            }
            c.slab(6, 19, 20, 12, 4, &seat);
        }
        _ => {
            c.slab(7, 18, 18, 13, 4, &seat);
            c.plate(5, 6, 5, 24, &wood);
            if look == "left" {
                s = s.mirrored();
            }
        }
    }
    seats(s, format!("chair-{}-{look}", tint.name), look)
}

/// A swivelling office chair whose sitter looks up, down, left or right.
pub fn office_chair(look: &str, color: u32) -> Sprite {
    let (look, tint) = (facing(look), tints::nearest(&CLOTHS, color));
    let (iron, seat) = (Ramp::of(tone::IRON), Ramp::of(tint.rgb));
    let mut s = Sprite::new(1, 1, 8).under_people().shaded(8, 24, 20, 7);
    let c = &mut s.art;
    c.rect(15, 30, 2, 6, iron.line);
    c.hline(9, 36, 14, iron.line);
    c.hline(10, 35, 12, iron.mid);
    for x in [8, 15, 22] {
        c.rect(x, 36, 2, 2, iron.line);
    }
    match look {
        "up" => {
            c.slab(6, 17, 20, 11, 3, &seat);
            c.plate(7, 21, 18, 11, &seat);
        }
        "down" => {
            c.plate(7, 6, 18, 15, &seat);
            c.slab(6, 20, 20, 10, 3, &seat);
        }
        _ => {
            c.slab(7, 19, 18, 11, 3, &seat);
            c.plate(5, 8, 6, 20, &seat);
            if look == "left" {
                s = s.mirrored();
            }
        }
    }
    seats(s, format!("office-chair-{}-{look}", tint.name), look)
}

/// A round stool whose sitter looks up.
pub fn stool(color: u32) -> Sprite {
    let tint = tints::nearest(&CLOTHS, color);
    let (iron, seat) = (Ramp::of(tone::IRON), Ramp::of(tint.rgb));
    let mut s = Sprite::new(1, 1, 0).under_people().shaded(9, 23, 17, 7);
    let c = &mut s.art;
    for x in [10, 20] {
        c.rect(x, 20, 2, 9, iron.line);
    }
    c.rect(15, 20, 2, 10, iron.line);
    c.ellipse(7, 8, 18, 15, seat.line);
    c.ellipse(8, 11, 16, 11, seat.dark);
    c.ellipse(8, 9, 16, 11, seat.mid);
    c.ellipse(10, 10, 10, 6, seat.light);
    seats(s, format!("stool-{}", tint.name), "up")
}

/// A long bench without a back, `w` tiles wide, whose sitters look up or down, or to a side on one
/// of a single tile.
pub fn bench(w: i32, look: &str, color: u32) -> Sprite {
    let (w, tint) = (snap(w, &BENCHES), tints::nearest(&PLAIN_WOODS, color));
    let look = if w == 1 { facing(look) } else { upright(look) };
    let wood = Ramp::of(tint.rgb);
    let mut s = Sprite::new(w, 1, 0)
        .under_people()
        .shaded(3, 23, w * TILE - 2, 7);
    let c = &mut s.art;
    let mut x = 6;
    while x < w * TILE {
        c.rect(x, 22, 4, 8, wood.line);
        c.rect(x + 1, 22, 2, 7, wood.deep);
        x += 52;
    }
    c.slab(2, 10, w * TILE - 4, 11, 5, &wood);
    c.hline(3, 15, w * TILE - 6, wood.dark);
    for i in 1..w {
        c.vline(i * TILE, 11, 9, wood.dark);
    }
    seats(s, format!("bench-{}-{w}-{look}", tint.name), look)
}

/// A sofa `w` tiles wide whose sitters look down or up.
pub fn sofa(w: i32, look: &str, color: u32) -> Sprite {
    let (w, look) = (snap(w, &SOFAS), upright(look));
    let tint = tints::nearest(&CLOTHS, color);
    let art = sofa_art(w, look, &Ramp::of(tint.rgb));
    seats(art, format!("sofa-{}-{w}-{look}", tint.name), look)
}

/// The picture of a sofa.
fn sofa_art(w: i32, look: &str, r: &Ramp) -> Sprite {
    let wide = w * TILE;
    let mut s = Sprite::new(w, 1, 12)
        .under_people()
        .shaded(3, 24, wide - 2, 9);
    let c = &mut s.art;
    if look == "up" {
        c.slab(2, 12, wide - 4, 14, 2, r);
        c.slab(2, 22, wide - 4, 7, 13, r);
        c.slab(1, 14, 8, 12, 15, r);
        c.slab(wide - 9, 14, 8, 12, 15, r);
        for i in 1..w {
            c.vline(i * TILE, 30, 10, r.deep);
        }
        return s;
    }
    c.slab(2, 4, wide - 4, 7, 16, r);
    c.slab(6, 20, wide - 12, 12, 9, r);
    for i in 1..w {
        c.vline(i * TILE, 12, 26, r.deep);
        c.vline(i * TILE + 1, 12, 20, r.light);
    }
    for x in [1, wide - 10] {
        c.slab(x, 14, 9, 8, 20, r);
    }
    for x in [3, wide - 7] {
        c.rect(x, 41, 4, 3, Ramp::of(tone::WALNUT).line);
    }
    for i in 0..w {
        c.soft_rect(i * TILE + 11, 13, 10, 7, r.dark);
        c.soft_rect(i * TILE + 11, 12, 10, 7, r.hi.mix(r.light, 0.5));
    }
    s
}

/// An armchair whose sitter looks up, down, left or right.
pub fn armchair(look: &str, color: u32) -> Sprite {
    let (look, tint) = (facing(look), tints::nearest(&CLOTHS, color));
    let r = Ramp::of(tint.rgb);
    let mut s = Sprite::new(1, 1, 12).under_people().shaded(5, 25, 26, 8);
    let c = &mut s.art;
    match look {
        "up" => {
            c.slab(4, 12, 24, 14, 2, &r);
            c.slab(3, 22, 26, 7, 13, &r);
        }
        "down" => {
            c.slab(3, 4, 26, 7, 18, &r);
            c.slab(8, 20, 16, 12, 9, &r);
            for x in [2, 22] {
                c.slab(x, 15, 8, 8, 19, &r);
            }
        }
        _ => {
            c.slab(7, 12, 22, 6, 5, &r);
            c.slab(9, 19, 19, 13, 9, &r);
            c.soft_rect(12, 21, 13, 9, r.light);
            c.slab(7, 30, 22, 5, 8, &r);
            c.slab(2, 6, 10, 24, 12, &r);
            for x in [4, 24] {
                c.rect(x, 42, 3, 2, Ramp::of(tone::WALNUT).line);
            }
            if look == "left" {
                s = s.mirrored();
            }
        }
    }
    seats(s, format!("armchair-{}-{look}", tint.name), look)
}

/// A slatted garden bench with a back, `w` tiles wide, whose sitters look down or up.
pub fn park_bench(w: i32, look: &str) -> Sprite {
    let (w, look) = (w.clamp(1, 3), upright(look));
    let (wood, iron) = (Ramp::of(0xB57F4E), Ramp::of(tone::IRON));
    let wide = w * TILE;
    let mut s = Sprite::new(w, 1, 8)
        .under_people()
        .shaded(4, 22, wide - 4, 9);
    let c = &mut s.art;
    for x in [4, wide - 8] {
        c.rect(x, 26, 4, 12, iron.line);
        c.vline(x + 1, 26, 11, iron.mid);
    }
    let slats = |c: &mut crate::canvas::Canvas, y: i32, n: i32| {
        for i in 0..n {
            c.rect(2, y + i * 5, wide - 4, 5, wood.line);
            c.rect(3, y + i * 5 + 1, wide - 6, 3, wood.mid);
            c.hline(3, y + i * 5 + 1, wide - 6, wood.hi);
        }
    };
    if look == "up" {
        slats(c, 13, 3);
        c.rect(2, 27, wide - 4, 2, iron.line);
        slats(c, 23, 2);
    } else {
        slats(c, 5, 2);
        c.rect(2, 15, wide - 4, 3, wood.line);
        slats(c, 17, 3);
    }
    for x in [1, wide - 5] {
        c.rect(x, 16, 4, 4, iron.line);
        c.rect(x + 1, 17, 2, 2, iron.light);
        c.rect(x, 20, 2, 10, iron.line);
    }
    seats(s, format!("park-bench-{w}-{look}"), look)
}
