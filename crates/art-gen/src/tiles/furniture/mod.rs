//! Furniture, drawn as stamps of whole tiles: a lit top, a darker front, a darker outline.
//!
//! A stamp's coordinates start at the top left of its picture; its footprint starts `up` pixels
//! lower.

pub mod body;
pub mod food;
pub mod lab;
pub mod music;
pub mod rest;
pub mod seats;
pub mod shelves;
pub mod study;
pub mod walls;

use crate::{
    brush::{BRIGHTS, Ramp},
    canvas::Canvas,
    palette::Color,
};

/// The light of screens.
pub const SCREEN: u32 = 0x8CC4D8;

/// A computer screen with a keyboard in front, its top left at (x, y), seen from the front; 14
/// wide, 17 tall.
pub fn computer(c: &mut Canvas, x: i32, y: i32) {
    let case = Ramp::of(0x59606E);
    c.plate(x, y, 14, 10, &case);
    c.rect(x + 2, y + 2, 10, 6, Color::hex(SCREEN));
    c.hline(x + 2, y + 2, 10, Color::hex(0xC4E8EC));
    c.hline(x + 3, y + 4, 5, Color::hex(0x5B8FA8));
    c.hline(x + 3, y + 6, 7, Color::hex(0x5B8FA8));
    c.rect(x + 5, y + 10, 4, 2, case.dark);
    c.rect(x, y + 13, 12, 4, case.line);
    c.rect(x + 1, y + 13, 10, 3, Color::hex(0xD8D6CE));
    c.hline(x + 2, y + 14, 8, Color::hex(0xA8A8A8));
}

/// The back of a computer screen, 14 wide, 12 tall.
pub fn computer_back(c: &mut Canvas, x: i32, y: i32) {
    let case = Ramp::of(0x59606E);
    c.plate(x, y, 14, 10, &case);
    c.rect(x + 4, y + 3, 6, 4, case.dark);
    c.rect(x + 5, y + 10, 4, 2, case.line);
}

/// An open book, 10 wide, 7 tall.
pub fn open_book(c: &mut Canvas, x: i32, y: i32, cover: u32) {
    c.soft_rect(x, y, 10, 7, Ramp::of(cover).line);
    c.rect(x + 1, y, 8, 6, Color::hex(0xF2ECDC));
    c.vline(x + 5, y, 6, Color::hex(0xC9BDA6));
    for row in 0..2 {
        c.hline(x + 2, y + 1 + row * 2, 2, Color::hex(0xB3A894));
        c.hline(x + 6, y + 1 + row * 2, 2, Color::hex(0xB3A894));
    }
}

/// A closed book lying flat, 8 wide, 6 tall.
pub fn closed_book(c: &mut Canvas, x: i32, y: i32, cover: u32) {
    let r = Ramp::of(cover);
    c.rect(x, y, 8, 6, r.line);
    c.rect(x + 1, y + 1, 6, 3, r.mid);
    c.hline(x + 1, y + 1, 6, r.light);
    c.hline(x + 1, y + 4, 6, Color::hex(0xEDE6D4));
}

/// A sheet of paper, 6 wide, 7 tall.
pub fn sheet(c: &mut Canvas, x: i32, y: i32) {
    c.rect(x, y, 6, 7, Color::hex(0xC9C0AE));
    c.rect(x, y, 6, 6, Color::hex(0xF4EFE2));
    c.hline(x + 1, y + 1, 4, Color::hex(0xA9A498));
    c.hline(x + 1, y + 3, 3, Color::hex(0xA9A498));
}

/// A mug, 6 wide, 6 tall.
pub fn mug(c: &mut Canvas, x: i32, y: i32, color: u32) {
    let r = Ramp::of(color);
    c.rect(x, y, 5, 6, r.line);
    c.rect(x + 1, y + 1, 3, 4, r.mid);
    c.hline(x + 1, y, 3, Color::hex(0x6A4635));
    c.vline(x + 1, y + 1, 4, r.light);
    c.set(x + 5, y + 2, r.line);
    c.set(x + 5, y + 3, r.line);
}

/// A desk lamp, 8 wide, 12 tall.
pub fn desk_lamp(c: &mut Canvas, x: i32, y: i32, color: u32) {
    let r = Ramp::of(color);
    c.soft_rect(x, y, 8, 5, r.line);
    c.rect(x + 1, y + 1, 6, 3, r.mid);
    c.hline(x + 1, y + 1, 5, r.hi);
    c.hline(x + 2, y + 5, 4, Color::hex(0xFBE7A8));
    c.vline(x + 4, y + 5, 5, r.line);
    c.hline(x + 2, y + 10, 5, r.line);
    c.hline(x + 2, y + 9, 5, r.dark);
}

/// The one of some sizes that is nearest to another.
pub fn snap(wanted: i32, sizes: &[i32]) -> i32 {
    let nearest = sizes.iter().copied().min_by_key(|s| (s - wanted).abs());
    nearest.unwrap_or(wanted)
}

/// The bright colour of a number, which takes turns.
pub fn bright(number: u32) -> u32 {
    BRIGHTS[(number % 8) as usize]
}
