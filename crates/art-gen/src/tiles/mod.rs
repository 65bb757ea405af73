//! Tile art: what the campus is drawn with, and the pieces and surfaces made of it.

pub mod animals;
pub mod chimney;
pub mod doors;
pub mod floors;
mod fountain;
pub mod furniture;
pub mod nature;
pub mod season;
pub mod street;
pub mod tints;
pub mod trees;
pub mod walls;
pub mod winter;
