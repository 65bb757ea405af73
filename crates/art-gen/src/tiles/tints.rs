//! The named colours that pieces come in. A piece is asked for in any colour and drawn in the
//! nearest of these.

use crate::{brush::tone, palette::Color};

/// A colour with its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tint {
    /// What a map maker calls it.
    pub name: &'static str,
    /// The colour, as `0xRRGGBB`.
    pub rgb: u32,
}

const fn tint(name: &'static str, rgb: u32) -> Tint {
    Tint { name, rgb }
}

/// Woods of furniture that stands in many rooms.
pub const WOODS: [Tint; 4] = [
    tint("oak", tone::WOOD),
    tint("birch", tone::BIRCH),
    tint("walnut", tone::WALNUT),
    tint("cherry", 0xB07A50),
];

/// Woods of a chest of drawers, painted white too.
pub const PAINTED: [Tint; 5] = [
    WOODS[0],
    WOODS[1],
    WOODS[2],
    WOODS[3],
    tint("white", 0xD8DCD2),
];

/// Woods of benches and tables.
pub const PLAIN_WOODS: [Tint; 3] = [WOODS[0], WOODS[1], WOODS[2]];

/// Woods of pupils' desks.
pub const SCHOOL_WOODS: [Tint; 3] = [
    tint("birch", tone::BIRCH),
    tint("honey", 0xCFA06C),
    tint("pine", 0xC8A878),
];

/// Dark woods of receptions and pianos.
pub const DARK_WOODS: [Tint; 3] = [
    tint("walnut", tone::WALNUT),
    tint("mahogany", 0x7A4F3A),
    tint("rosewood", 0x8A5A4A),
];

/// Cloths of blankets, chairs, sofas and curtains.
pub const CLOTHS: [Tint; 8] = [
    tint("blue", 0x6F8FB8),
    tint("red", 0xB85C55),
    tint("green", 0x6E9A62),
    tint("mustard", 0xD6A94F),
    tint("plum", 0x8C6A99),
    tint("teal", 0x5F9C96),
    tint("rust", 0xC9784E),
    tint("wine", 0x7F4F5A),
];

/// Cloths of curtains.
pub const CURTAINS: [Tint; 8] = [
    CLOTHS[0],
    CLOTHS[1],
    CLOTHS[2],
    CLOTHS[3],
    CLOTHS[4],
    CLOTHS[5],
    CLOTHS[6],
    tint("sand", 0xC9B48A),
];

/// The colours of rugs, bags, lamp shades and other bright things.
pub const BRIGHT: [Tint; 8] = [
    tint("red", 0xB85C55),
    tint("blue", 0x6F8FB8),
    tint("mustard", 0xD6A94F),
    tint("green", 0x6E9A62),
    tint("plum", 0x8C6A99),
    tint("orange", 0xD08A5A),
    tint("teal", 0x5F9C96),
    tint("cream", 0xC9C2AE),
];

/// The borders of rugs that do not have a bright one.
pub const SAND: Tint = tint("sand", 0xC9B48A);

/// The trims of buildings, which their doors, sills and boards share.
pub const TRIMS: [Tint; 14] = [
    tint("green", 0x4F7F62),
    tint("blue", 0x4F79A4),
    tint("violet", 0x8A6A9A),
    tint("brick", 0xA8584A),
    tint("slate", 0x4E6E8E),
    tint("gold", 0xB08A4A),
    tint("orange", 0xC07A3E),
    tint("leaf", 0x5F9A6A),
    tint("mustard", 0xC29A3E),
    tint("plum", 0x9A5A86),
    tint("teal", 0x3F8A92),
    tint("wine", 0x7F4F5A),
    tint("rose", 0xC4706A),
    tint("olive", 0x6A7A5A),
];

/// The paint of lockers.
pub const LOCKERS: [Tint; 4] = [
    tint("blue", 0x6F8FA0),
    tint("grey", 0x8FA0AC),
    tint("yellow", 0xC29A4A),
    tint("white", 0xD8DCD2),
];

/// The fronts of counters.
pub const COUNTERS: [Tint; 4] = [
    tint("rust", 0xB0643E),
    tint("brown", 0x8A5E3C),
    tint("teal", 0x3F8A92),
    tint("mint", 0x8FBCB0),
];

/// The cloths of café tables.
pub const TABLECLOTHS: [Tint; 3] = [
    tint("cream", 0xE4D6B8),
    tint("red", 0xB85C55),
    tint("sage", 0x7FA086),
];

/// The paint of machines that sell drinks.
pub const MACHINES: [Tint; 3] = [
    tint("red", 0xB4574C),
    tint("teal", 0x5F9C96),
    tint("blue", 0x4E6E8E),
];

/// The doors of cubicles.
pub const CUBICLES: [Tint; 2] = [tint("mint", 0x7FA8A0), tint("yellow", 0xC29A4A)];

/// The cloth of folding screens.
pub const SCREENS: [Tint; 2] = [tint("mint", 0x8FBCB0), tint("cream", 0xE4D6B8)];

/// The pads of machines to train with.
pub const PADS: [Tint; 2] = [tint("red", 0xB4574C), tint("blue", 0x6F8FB8)];

/// The carpets of corridors.
pub const RUNNERS: [Tint; 4] = [
    tint("rust", 0xA8624E),
    tint("blue", 0x6F83A8),
    tint("plum", 0x7F6A99),
    tint("green", 0x5F7F6A),
];

/// The cloths of parasols and picnics.
pub const AWNINGS: [Tint; 5] = [
    tint("red", tone::RED),
    tint("green", 0x5F9A6A),
    tint("mustard", tone::MUSTARD),
    tint("blue", tone::BLUE),
    tint("teal", tone::TEAL),
];

/// The cloths of flags.
pub const FLAGS: [Tint; 4] = [
    tint("maroon", 0x7A4E4A),
    tint("green", 0x4F7F72),
    tint("blue", 0x4F79A4),
    tint("gold", 0xC29A3E),
];

/// The colour of a palette that looks most like another.
pub fn nearest(palette: &[Tint], rgb: u32) -> Tint {
    let wanted = Color::hex(rgb);
    let far = |t: &Tint| {
        let c = Color::hex(t.rgb);
        let part = |a: u8, b: u8, weight: i32| {
            let d = i32::from(a) - i32::from(b);
            d * d * weight
        };
        part(c.r, wanted.r, 3) + part(c.g, wanted.g, 4) + part(c.b, wanted.b, 3)
    };
    palette
        .iter()
        .copied()
        .min_by_key(far)
        .unwrap_or(tint("plain", rgb))
}

/// Which of the four ways one may look a word names; down when none.
pub fn facing(word: &str) -> &'static str {
    match word {
        "up" => "up",
        "left" => "left",
        "right" => "right",
        _ => "down",
    }
}
