//! Doors: jambs, leaves and a lintel in the wall above, and a canopy over a main door.
//!
//! A door stands in a passage of one or two columns and two rows: the row of the wall's top and
//! the row of its face, whose lower edge is the picture's. What one walks on there is floor.

use super::tints::{self, TRIMS, Tint};
use crate::{
    brush::{Ramp, tone},
    canvas::Canvas,
    palette::Color,
    sprite::{Sprite, TILE},
    tileset::Shape,
};

/// Pixels from the lower edge of the wall's top to the floor.
const FACE: i32 = 48;

/// A door between rooms, of one or two columns, under a wall of a building's trim.
pub fn door(w: i32, trim: u32) -> Sprite {
    make(w, trim, false, false)
}

/// A door between rooms that stands open.
pub fn door_open(w: i32, trim: u32) -> Sprite {
    make(w, trim, false, true)
}

/// A door of a building, of one column, or of two and with a canopy.
pub fn front_door(w: i32, trim: u32) -> Sprite {
    make(w, trim, true, false)
}

/// A door of a building that stands open.
pub fn front_door_open(w: i32, trim: u32) -> Sprite {
    make(w, trim, true, true)
}

/// A door, inner or outer, closed or open.
fn make(w: i32, trim: u32, outer: bool, open: bool) -> Sprite {
    let (w, tint) = (w.clamp(1, 2), tints::nearest(&TRIMS, trim));
    let canopy = outer && w == 2;
    let reach = if canopy { TILE } else { 0 };
    let mut s = Sprite::new(w, 2, 0)
        .reaching(reach, reach, 0)
        .flat()
        .walkable();
    let trim = Ramp::of(tint.rgb);
    let wood = Ramp::of(tone::WALNUT);
    let leaf = if outer { trim } else { wood };
    let (x, wide) = (s.left, w * TILE);
    let c = &mut s.art;
    if open {
        c.rect(x + 3, 21, wide - 6, 6, Color::hex(0x33264D).alpha(70));
        open_leaf(c, x + 3, &leaf);
        if w == 2 {
            open_leaf(c, x + wide - 9, &leaf);
        }
    } else {
        let each = (wide - 6) / w;
        for i in 0..w {
            let to_right = w == 1 || i == 0;
            closed_leaf(c, x + 3 + i * each, each, &leaf, outer, to_right);
        }
    }
    for jamb in [x, x + wide - 3] {
        c.rect(jamb, 16, 3, FACE, wood.line);
        c.vline(jamb + 1, 17, FACE - 2, wood.light);
    }
    lintel(c, x, wide, &trim, &wood);
    if canopy {
        awning(c, x - 8, wide + 16, &trim);
    }
    let shape = Shape::Passage(s.left, 0, wide, 2 * TILE);
    s = s.named("doors", name(w, tint, outer, open));
    s.class = "door";
    s.shapes.push(shape);
    s
}

/// What a door is called.
fn name(w: i32, tint: Tint, outer: bool, open: bool) -> String {
    let kind = if outer { "front-door" } else { "door" };
    let size = if w == 2 { "-wide" } else { "" };
    let state = if open { "-open" } else { "" };
    format!("{kind}-{}{size}{state}", tint.name)
}

/// A leaf that stands open, seen from its edge.
fn open_leaf(c: &mut Canvas, x: i32, r: &Ramp) {
    c.rect(x, 20, 6, FACE - 5, r.line);
    c.rect(x + 1, 21, 4, FACE - 7, r.mid);
    c.vline(x + 1, 21, FACE - 7, r.light);
    c.rect(x + 3, 42, 2, 3, Color::hex(0xF0D890));
}

/// A closed leaf with its panels, or a pane of glass in an outer one.
fn closed_leaf(c: &mut Canvas, x: i32, w: i32, r: &Ramp, outer: bool, handle_right: bool) {
    c.rect(x, 20, w, FACE - 4, r.line);
    c.rect(x + 1, 21, w - 2, FACE - 6, r.mid);
    c.vline(x + 1, 21, FACE - 6, r.light);
    c.vline(x + w - 2, 21, FACE - 6, r.dark);
    if outer {
        c.rect(x + 5, 24, w - 10, 17, r.line);
        c.rect(x + 6, 25, w - 12, 15, Color::hex(0x6F94A8));
        c.rect(x + 6, 25, w - 12, 5, Color::hex(0x86AEBC));
        for i in 0..5 {
            c.hline(x + 8 + i, 36 - i * 2, 2, Color::hex(0xBFDDE0));
        }
    } else {
        c.plate(x + 5, 24, w - 10, 16, r);
    }
    c.plate(x + 5, 45, w - 10, 14, r);
    let handle = if handle_right { x + w - 5 } else { x + 3 };
    c.rect(handle, 42, 2, 4, Color::hex(0xF0D890));
    c.hline(x + 1, 62, w - 2, r.deep);
}

/// The band of wall top above a door, and the frame's upper beam.
fn lintel(c: &mut Canvas, x: i32, w: i32, trim: &Ramp, wood: &Ramp) {
    c.rect(x, 2, w, 14, trim.line);
    c.rect(x, 3, w, 12, trim.light);
    c.rect(x, 3, w, 2, trim.hi);
    c.rect(x, 12, w, 3, trim.dark);
    c.rect(x, 16, w, 5, wood.line);
    c.rect(x + 1, 16, w - 2, 3, wood.mid);
    c.hline(x + 1, 16, w - 2, wood.dark);
}

/// A small striped canopy over a main door.
fn awning(c: &mut Canvas, x: i32, w: i32, trim: &Ramp) {
    c.slab(x, 12, w, 12, 5, trim);
    for i in 0..w / 8 {
        if i % 2 == 0 {
            c.rect(x + i * 8 + 1, 14, 7, 10, trim.hi);
        }
    }
}
