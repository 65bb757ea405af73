//! What floors of rooms are made of.

/// What a floor is made of, and its colour as `0xRRGGBB`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Floor {
    /// Long boards.
    Planks(u32),
    /// Basket-weave parquet.
    Parquet(u32),
    /// Two colours of square tiles.
    Checker(u32, u32),
    /// Woven carpet with a quiet weave.
    Carpet(u32),
    /// Stone flags.
    Stone(u32),
    /// Speckled lino in large sheets.
    Lino(u32),
    /// Polished boards of a gymnasium.
    Gym(u32),
    /// Small glazed tiles.
    Tiles(u32),
}
