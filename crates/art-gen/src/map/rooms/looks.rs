//! Floors and wallpapers of each kind of room.

use crate::tiles::{
    floors::Floor,
    walls::{Paper, Pattern},
};

const fn paper(upper: u32, wainscot: u32, pattern: Pattern) -> Paper {
    Paper {
        upper,
        wainscot,
        pattern,
    }
}

/// The floor of a bedroom: one of four of wood, by its variant.
pub fn bedroom_floor(variant: u32) -> Floor {
    match variant / 2 % 4 {
        0 => Floor::Planks(0xC8996A),
        1 => Floor::Planks(0xB58558),
        2 => Floor::Parquet(0xC79C6A),
        _ => Floor::Planks(0xD4AC7C),
    }
}

/// Bedrooms differ in wallpaper.
pub fn bedroom_paper(variant: u32) -> Paper {
    match variant / 2 % 5 {
        0 => paper(0xE4D6B4, 0xB08A60, Pattern::Sprigs),
        1 => paper(0xBFD0C0, 0xC4A67C, Pattern::Stripes),
        2 => paper(0xC4CCDC, 0xB49470, Pattern::Plain),
        3 => paper(0xE2C4B4, 0xAD8058, Pattern::Stripes),
        _ => paper(0xDCCFDC, 0xB99670, Pattern::Sprigs),
    }
}

/// Walls of corridors in houses.
pub fn hall(seed: u32) -> Paper {
    paper(
        [0xD8C8A0, 0xC0CCD8, 0xD4C4D4][(seed % 3) as usize],
        0x9A7048,
        Pattern::Plain,
    )
}

/// Tiled walls, their wainscot in one of three colours by the seed.
pub fn tiled(seed: u32) -> Paper {
    paper(
        0xDCE6E2,
        [0x6FA098, 0x7F9CC0, 0x9A86AA][(seed % 3) as usize],
        Pattern::Tiled,
    )
}

/// Walls of common rooms.
pub fn common(seed: u32) -> Paper {
    paper(
        [0xC9D4B0, 0xB9CCDA, 0xD9C0CC][(seed % 3) as usize],
        0x94683F,
        Pattern::Stripes,
    )
}

/// Corridors of Hollis Hall.
pub fn teaching_hall() -> Paper {
    paper(0xE0D2B4, 0x9A5F4A, Pattern::Plain)
}

/// Walls of the lecture hall.
pub fn lecture() -> Paper {
    paper(0xD9C4A0, 0x7F5238, Pattern::Plain)
}

/// The floor of a classroom: one of three, which take turns as `variant` grows.
pub fn classroom_floor(variant: u32) -> Floor {
    match variant % 3 {
        0 => Floor::Planks(0xC99E6C),
        1 => Floor::Parquet(0xC8A06E),
        _ => Floor::Planks(0xBC9062),
    }
}

/// Classrooms differ in paint.
pub fn classroom_paper(variant: u32) -> Paper {
    paper(
        [0xDFE0C4, 0xE6D8B8, 0xCBD9D9][(variant % 3) as usize],
        0xB88A5A,
        Pattern::Plain,
    )
}

/// Walls of laboratories, by their variant.
pub fn lab(variant: u32) -> Paper {
    paper(
        [0xDCE4E0, 0xCFDAE4][(variant % 2) as usize],
        [0x8FA8A8, 0x7F92AC][(variant % 2) as usize],
        Pattern::Plain,
    )
}

/// Corridors of Newton Labs.
pub fn newton_hall() -> Paper {
    paper(0xD4DCE0, 0x5F7C98, Pattern::Plain)
}

/// Walls of offices.
pub fn office() -> Paper {
    paper(0xDDD8C0, 0x9A7650, Pattern::Plain)
}

/// Walls of the library.
pub fn library() -> Paper {
    paper(0xD8C8A0, 0x7C5236, Pattern::Plain)
}

/// Walls of the refectory.
pub fn refectory() -> Paper {
    paper(0xE8D4A8, 0xB0643E, Pattern::Plain)
}

/// Walls of the café.
pub fn cafe() -> Paper {
    paper(0xC4D4B4, 0x8A5E3C, Pattern::Stripes)
}

/// Walls of the gymnasium.
pub fn gym() -> Paper {
    paper(0xE2DCC8, 0xC29A4A, Pattern::Plain)
}

/// Walls of the music room.
pub fn music() -> Paper {
    paper(0xD4B4C0, 0x7C5240, Pattern::Stripes)
}

/// Walls of the shop.
pub fn shop() -> Paper {
    paper(0xE4DCC4, 0x5F9AA0, Pattern::Plain)
}

/// Walls of the health centre.
pub fn health() -> Paper {
    paper(0xE2EAE4, 0x8FBCB0, Pattern::Plain)
}

/// Walls of the lodge.
pub fn lodge() -> Paper {
    paper(0xD8CBA8, 0x7A6A4A, Pattern::Plain)
}
