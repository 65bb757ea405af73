//! The campus map: tiles, places, spots and ways, read from a Tiled file and never changed while a
//! campus lives.

mod draft;
mod files;
mod grid;
mod load;
mod paths;
pub(crate) mod place;
mod problems;
mod rules;
mod saved;
mod tiles;
mod vet;
mod xml;

pub use grid::{Facing, Grid, PAVED, Rect, Tile};
pub use load::{check, drawing, load};
pub use paths::PathTables;
pub use place::{Item, Noise, Place, PlaceKind, Spot, SpotId, SpotKind};
pub use problems::{MapError, MapProblem};

use collegium_core::ids::PlaceId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A campus: what the simulation knows of the ground.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CampusMap {
    /// The file's name without its ending.
    pub name: String,
    /// Where people may walk and what they see through.
    pub grid: Grid,
    /// All places, in the file's order.
    pub places: Vec<Place>,
    /// All spots of all places, in the order of their [`SpotId`].
    pub spots: Vec<Spot>,
    /// For each tile the number of its place, or [`NOWHERE`].
    pub place_at: Vec<u16>,
    /// Shared path tables, rebuilt when a map is read back.
    #[serde(skip)]
    pub tables: PathTables,
}

/// What stands in [`CampusMap::place_at`] for a tile that belongs to no place.
pub const NOWHERE: u16 = u16::MAX;

/// The largest map, in tiles along a side.
const LARGEST: i16 = 512;

/// How many places, tiles of doors, spots, buildings and pieces with a meaning a map may have: what
/// is looked up among them is sought one by one.
const MOST_PLACES: usize = 4_000;
const MOST_DOORS: usize = 8_000;
const MOST_SPOTS: usize = 9_000;
const MOST_BUILDINGS: usize = 2_000;
const MOST_PIECES: usize = 50_000;

/// How many tiles all places together, and all pieces together, may cover, in maps: rooms lie
/// within buildings, pieces over one another, and are looked through tile by tile.
const MOST_COVERED: usize = 24;

/// How many standing tiles a place keeps.
const STANDING: usize = 40;

impl CampusMap {
    /// What people call the campus: the file's name with a capital.
    pub fn title(&self) -> String {
        let mut letters = self.name.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    }

    /// Computes what follows from grid, places and spots: who owns which tile, where people stand,
    /// which ways are kept.
    pub fn settle(&mut self) {
        self.share_tiles();
        let spots: BTreeSet<Tile> = self.spots.iter().map(|s| s.tile).collect();
        for i in 0..self.places.len() {
            let queue: BTreeSet<Tile> = self.places[i].queue.iter().copied().collect();
            let taken = |tile: &Tile| queue.contains(tile) || spots.contains(tile);
            let mut free: Vec<Tile> = self.places[i]
                .rect
                .tiles()
                .filter(|t| {
                    self.grid.walkable(*t)
                        && self.place_of(*t) == Some(PlaceId(i as u16))
                        && !taken(t)
                })
                .collect();
            free.sort_by_key(|t| spread(*t));
            free.truncate(STANDING);
            self.places[i].standing = free;
        }
        self.rebuild_tables();
    }

    /// Gives every tile to the smallest place that contains it.
    fn share_tiles(&mut self) {
        self.place_at = vec![NOWHERE; self.grid.len()];
        let mut order: Vec<usize> = (0..self.places.len()).collect();
        order.sort_by_key(|i| (std::cmp::Reverse(self.places[*i].rect.area()), *i));
        for i in order {
            for tile in self.places[i].rect.tiles() {
                if let Some(at) = self.grid.index(tile) {
                    self.place_at[at] = i as u16;
                }
            }
        }
    }

    /// Makes the path tables anew (after reading a map back from a save).
    pub fn rebuild_tables(&mut self) {
        let doors = self.places.iter().flat_map(|p| p.doors.iter().copied());
        self.tables = PathTables::new(&self.grid, doors);
        for place in &self.places {
            let spots = place.spots.iter();
            let spots = spots.filter_map(|s| Some(self.spots.get(s.0 as usize)?.tile));
            let free = place.queue.iter().chain(&place.standing).copied();
            let targets = spots.chain(free);
            self.tables
                .keep_within(&self.grid, place.rect, &place.doors, targets);
        }
    }

    /// The place of that number.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }

    /// The spot of that number.
    pub fn spot(&self, id: SpotId) -> &Spot {
        &self.spots[id.0 as usize]
    }

    /// The smallest place that contains a tile.
    pub fn place_of(&self, tile: Tile) -> Option<PlaceId> {
        let place = self.place_at[self.grid.index(tile)?];
        (place != NOWHERE).then_some(PlaceId(place))
    }

    /// The place of that name, letter by letter; none where no place bears it.
    pub fn find(&self, name: &str) -> Option<PlaceId> {
        self.places
            .iter()
            .position(|p| p.name == name)
            .map(|i| PlaceId(i as u16))
    }

    /// All places of a kind, in the file's order.
    pub fn of_kind(&self, kind: PlaceKind) -> impl Iterator<Item = PlaceId> + '_ {
        self.places
            .iter()
            .enumerate()
            .filter(move |(_, p)| p.kind == kind)
            .map(|(i, _)| PlaceId(i as u16))
    }

    /// The spots of one kind in a place, in the file's order.
    pub fn spots_of(&self, place: PlaceId, kind: SpotKind) -> impl Iterator<Item = SpotId> + '_ {
        self.place(place)
            .spots
            .iter()
            .copied()
            .filter(move |s| self.spot(*s).kind == kind)
    }

    /// A tile that stands for a place when one only wants to know how far it is: a door, or else a
    /// free tile.
    pub fn entrance(&self, place: PlaceId) -> Tile {
        let place = self.place(place);
        place
            .doors
            .first()
            .or(place.standing.first())
            .copied()
            .unwrap_or_else(|| place.rect.centre())
    }

    /// How many tiles of paving the way costs, roughly; none when there is no way.
    pub fn distance(&self, from: Tile, to: Tile) -> Option<u32> {
        self.tables.cost(&self.grid, from, to).map(|cost| cost / 2)
    }

    /// For every tile of the grid, in its order, how many tiles the way from `from` to it has; none
    /// where there is no way, and for blocked tiles.
    pub fn steps_from(&self, from: Tile) -> Vec<Option<u32>> {
        paths::steps_from(&self.grid, from)
    }

    /// A way; see [`PathTables::path`].
    pub fn path(&self, from: Tile, to: Tile, turn: u32) -> Option<Vec<Tile>> {
        self.tables.path(&self.grid, from, to, turn)
    }
}

/// A fixed scattering of tiles, so that people who stand do not stand in a row.
fn spread(tile: Tile) -> u32 {
    let mixed =
        (tile.x as u32).wrapping_mul(0x9e37_79b1) ^ (tile.y as u32).wrapping_mul(0x85eb_ca77);
    (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35)
}
