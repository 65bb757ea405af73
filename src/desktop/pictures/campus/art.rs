//! Everything that is drawn of a map.

use super::{
    grids::{FarGround, TileGrid, TileTexture},
    objects::{Building, Light},
    pack::Cut,
    pieces::Piece,
};
use bevy::image::Image;
use std::path::PathBuf;

/// Everything that is drawn of a map.
#[derive(Default)]
pub struct MapArt {
    /// Columns and rows of cells.
    pub size: (u32, u32),
    /// The textures of the tile layers.
    pub textures: Vec<TileTexture>,
    /// The tile layers.
    pub grids: Vec<TileGrid>,
    /// The ground as it is drawn from afar; none where all of it is always drawn tile by tile.
    pub far: Option<FarGround>,
    /// The pages on which the pictures of the pieces lie.
    pub pages: Vec<Image>,
    /// Where each picture lies on the pages, by its number.
    pub cuts: Vec<Cut>,
    /// The pieces.
    pub pieces: Vec<Piece>,
    /// The lights, for the hours after dark.
    pub lights: Vec<Light>,
    /// What names and outlines are drawn of.
    pub buildings: Vec<Building>,
    /// The files it was made of.
    pub files: Vec<PathBuf>,
    /// What went wrong when the map is shown plainly.
    pub trouble: Option<String>,
}
