//! All tilesets with the numbers that their tiles have in a map.

use crate::{
    pieces, surfaces,
    tileset::{Tile, Tileset, Wang},
};

/// The tilesets of a map, in the order in which it names them.
pub struct Catalogue {
    sets: Vec<(u32, Tileset)>,
}

impl Catalogue {
    /// All tilesets, surfaces first.
    pub fn new() -> Self {
        let mut sets = Vec::new();
        let mut next = 1;
        for set in surfaces::tilesets().into_iter().chain(pieces::tilesets()) {
            let count = set.tiles.len() as u32;
            sets.push((next, set));
            next += count;
        }
        Self { sets }
    }

    /// The tilesets, each with the number of its first tile.
    pub fn sets(&self) -> &[(u32, Tileset)] {
        &self.sets
    }

    /// The number in the map of a tile, by its tileset's and its own name.
    pub fn number(&self, set: &str, tile: &str) -> Option<u32> {
        let (first, set) = self.sets.iter().find(|(_, s)| s.name == set)?;
        set.number(tile).map(|i| first + i as u32)
    }

    /// A terrain set by its name, with the tileset that has it and the number of that one's first
    /// tile.
    pub fn wang(&self, name: &str) -> Option<(u32, &Tileset, &Wang)> {
        self.sets.iter().find_map(|(first, set)| {
            let wang = set.wangs.iter().find(|w| w.name == name)?;
            Some((*first, set, wang))
        })
    }

    /// The tile that has a number in the map.
    pub fn tile(&self, number: u32) -> Option<&Tile> {
        let (first, set) = self.sets.iter().rfind(|(first, _)| *first <= number)?;
        set.tiles.get((number - first) as usize)
    }
}
