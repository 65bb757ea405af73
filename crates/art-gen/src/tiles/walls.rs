//! Walls, seen cut away: a band of wall top with the building's trim, and below each band a face of
//! one and a half tiles.
//!
//! A face that looks into a room wears the room's wallpaper and wainscot, one that looks outdoors
//! the building's façade.

/// Pixels of a wall face, from the band down to the floor.
pub const FACE: i32 = 48;
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
