//! The seasons: how what grows is drawn in each, and the snow that lies on it.

use crate::{canvas::Canvas, noise::hash, palette::Color};

/// Snow in the light.
pub const SNOW: Color = Color::hex(0xF1F4F8);
/// Snow in the shade.
pub const BLUE_SNOW: Color = Color::hex(0xD0DAE8);

/// A season of the year; a piece's own picture is summer's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Season {
    /// Blossom and fresh green.
    Spring,
    /// Full leaf.
    Summer,
    /// Gold, orange and brown.
    Autumn,
    /// Bare, with a little snow.
    Winter,
}

impl Season {
    /// The seasons for which a piece may have another picture.
    pub const OTHERS: [Season; 3] = [Season::Spring, Season::Autumn, Season::Winter];

    /// Its name, which is the property that names a piece's picture for it.
    pub fn name(self) -> &'static str {
        match self {
            Season::Spring => "spring",
            Season::Summer => "summer",
            Season::Autumn => "autumn",
            Season::Winter => "winter",
        }
    }

    /// What the name of a picture for it ends with.
    pub fn suffix(self) -> &'static str {
        match self {
            Season::Spring => "-spring",
            Season::Summer => "",
            Season::Autumn => "-autumn",
            Season::Winter => "-winter",
        }
    }
}

/// Lays snow, up to `depth` pixels of it, on everything opaque that has open air above.
pub fn snow_on(c: &mut Canvas, depth: i32, seed: u32) {
    let before = c.clone();
    let solid = |x: i32, y: i32| before.get(x, y).a == 255;
    for x in 0..c.width {
        for y in 0..c.height {
            if !solid(x, y) || solid(x, y - 1) || hash(x / 3, y / 3, seed).is_multiple_of(5) {
                continue;
            }
            let thick = 1 + (hash(x / 2, y / 4, seed ^ 9) % depth.max(1) as u32) as i32;
            for d in 0..thick {
                if solid(x, y + d) {
                    let last = d == thick - 1 && thick > 1;
                    c.set(x, y + d, if last { BLUE_SNOW } else { SNOW });
                }
            }
        }
    }
}
