//! What is drawn of tile layers: textures that hold tiles, and where each tile is.

use crate::desktop::pictures::{
    mips,
    pixels::{Flips, Pixels},
};
use bevy::image::Image;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// How many layers a texture has at most: so many every graphics card has.
pub(super) const MOST: usize = 256;

/// A texture whose layers are tiles of one size.
pub struct TileTexture {
    /// The texture.
    pub image: Image,
    /// A number made of its pixels: textures of the same number look the same.
    pub stamp: u64,
}

/// Tiles of one texture that are drawn at once.
pub struct TileGrid {
    /// The number of the texture.
    pub texture: usize,
    /// Columns and rows of pixels of a tile.
    pub tile: (u32, u32),
    /// How far the lower left corner of a tile is from that of its cell: to the right and up, in
    /// pixels.
    pub shift: (f32, f32),
    /// Where it lies among all that is flat: what is greater is drawn over what is less.
    pub depth: f32,
    /// How opaque it is, 0 to 1.
    pub opacity: f32,
    /// Whether nothing shows through any of its tiles.
    pub opaque: bool,
    /// Whether it is drawn from afar as well: what is not lies on the ground from afar.
    pub always: bool,
    /// The tiles.
    pub cells: Vec<Cell>,
}

/// The ground as it is drawn from afar: blocks of cells as tiles.
pub struct FarGround {
    /// How many cells a side of a block has.
    pub side: u32,
    /// The textures of the blocks.
    pub textures: Vec<TileTexture>,
    /// The blocks.
    pub grids: Vec<TileGrid>,
}

/// A tile in a cell of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The cell's column.
    pub x: u32,
    /// The cell's row, from the top.
    pub y: u32,
    /// The layer of the texture that shows it.
    pub look: u32,
    /// For a tile that moves: the layer after its last, and how often a second it is through.
    pub moves: Option<(u32, f32)>,
    /// How it is mirrored.
    pub flips: Flips,
}

/// A texture of tiles.
pub(super) fn texture(mut layers: Vec<Pixels>) -> TileTexture {
    // OpenGL takes a texture of one layer for a flat one, and one of six or twelve for a cube.
    if layers.len() == 1 || layers.len().is_multiple_of(6) {
        let size = layers.first().map_or((1, 1), |p| (p.width, p.height));
        layers.push(Pixels::clear(size.0, size.1));
    }
    let mut hasher = DefaultHasher::new();
    for layer in &layers {
        (layer.width, layer.height).hash(&mut hasher);
        layer.data.hash(&mut hasher);
    }
    TileTexture {
        image: mips::array(layers),
        stamp: hasher.finish(),
    }
}

/// A texture for tiles that have only a colour.
pub fn blank() -> TileTexture {
    texture(vec![Pixels::clear(1, 1)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_texture_is_taken_for_a_cube() {
        for (given, made) in [(1, 2), (5, 5), (6, 7), (252, 253), (256, 256)] {
            let image = texture(vec![Pixels::clear(2, 2); given]).image;
            let size = image.texture_descriptor.size;
            assert_eq!(size.depth_or_array_layers, made);
        }
    }
}
