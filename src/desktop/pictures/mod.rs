//! The pictures of the map, of people and of light, made from files; they know no run and no
//! window.

pub mod campus;
pub mod light;
pub mod mips;
pub mod people;
pub mod pixels;
pub mod sky;
