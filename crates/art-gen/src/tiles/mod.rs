//! Tile art: what the campus is drawn with, and the tile sets cut from it.

pub mod atlas;
pub mod floors;
pub mod furniture;
pub mod nature;
pub mod street;
pub mod terrain;
pub mod walls;
