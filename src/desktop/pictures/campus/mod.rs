//! What is drawn of a map: the tile layers of the Tiled file with the textures of their tiles, its
//! pieces with the pages of their pictures, its lights and buildings.

mod objects;
mod pack;
mod pieces;
mod read;
mod sheets;
mod tiles;

pub use pack::Cut;
pub use pieces::{Piece, Stand};
pub use tiles::{Cell, TileGrid, TileTexture};

use super::pixels::{Flips, Pixels};
use bevy::image::Image;
use collegium_core::{files, text::Shown as _};
use collegium_sim::campus::{CampusMap, Tile, map};
use std::path::{Path, PathBuf};

/// Pixels of a tile's side.
pub const TILE: u32 = 32;

/// What gives a light: when and how brightly it shines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LightKind {
    /// A lamp: lights its surroundings after dark, while its room is lit.
    Lamp,
    /// A room seen by its windows.
    Window,
    /// A screen: dimmer than a lamp.
    Screen,
}

/// A light of the map, as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Light {
    /// Where, in tiles from the top left corner.
    pub at: (f32, f32),
    /// How far it reaches, in tiles.
    pub radius: f32,
    /// Red, green and blue, each 0 to 1.
    pub color: [f32; 3],
    /// What gives it, which says when and how brightly.
    pub kind: LightKind,
}

/// A building, for its label over the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Building {
    /// What stands over it on the map.
    pub name: String,
    /// The middle of its outline, in pixels of the map.
    pub middle: (f32, f32),
    /// How wide and how high its outline is, in pixels of the map.
    pub size: (f32, f32),
}

/// Everything that is drawn of a map.
#[derive(Default)]
pub struct MapArt {
    /// Columns and rows of cells.
    pub size: (u32, u32),
    /// The textures of the tile layers.
    pub textures: Vec<TileTexture>,
    /// The tile layers.
    pub grids: Vec<TileGrid>,
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

/// Reads and draws a map; a plain view of what the simulation knows when its file cannot be read.
pub fn draw(file: &Path, map: &CampusMap) -> MapArt {
    let file = files::moved(file);
    match draw_file(&file, map) {
        Ok(art) => art,
        Err(trouble) => MapArt {
            trouble: Some(trouble),
            files: vec![file],
            ..plain(map)
        },
    }
}

fn draw_file(file: &Path, campus: &CampusMap) -> Result<MapArt, String> {
    let drawn = map::drawing(file).map_err(|e| e.to_string())?;
    let size = (campus.grid.width as u32, campus.grid.height as u32);
    if (drawn.width, drawn.height) != size || (drawn.tile_width, drawn.tile_height) != (TILE, TILE)
    {
        return Err(format!(
            "{}: is not the map of this campus any more",
            file.shown()
        ));
    }
    read::read(file, &drawn)
}

/// A plain picture of what the simulation knows of a map.
fn plain(map: &CampusMap) -> MapArt {
    let colours = [
        [92, 82, 96],
        [150, 176, 118],
        [214, 198, 170],
        [128, 160, 104],
    ];
    let grid = &map.grid;
    let cells = (0..grid.len()).map(|i| {
        let tile = grid.tile(i);
        let look = match (grid.walkable(tile), map.place_of(tile)) {
            (false, _) => 0,
            (true, Some(place)) if map.place(place).kind.outdoors() => 1,
            (true, Some(_)) => 2,
            (true, None) => 3,
        };
        Cell {
            x: tile.x as u32,
            y: tile.y as u32,
            look,
            moves: None,
            flips: Flips::default(),
        }
    });
    MapArt {
        size: (grid.width as u32, grid.height as u32),
        grids: vec![TileGrid {
            texture: 0,
            tile: (TILE, TILE),
            shift: (0.0, 0.0),
            depth: 0.0,
            opacity: 1.0,
            opaque: true,
            cells: cells.collect(),
        }],
        textures: vec![tiles::texture(colours.map(plain_tile).to_vec())],
        ..MapArt::default()
    }
}

/// A tile of one colour, a little darker at two of its edges.
fn plain_tile([r, g, b]: [u8; 3]) -> Pixels {
    let mut tile = Pixels::clear(TILE, TILE);
    for y in 0..TILE {
        for x in 0..TILE {
            let darker = if x == 0 || y == 0 { 8 } else { 0 };
            let [r, g, b] = [r, g, b].map(|level| level - darker);
            tile.put(x, y, [r, g, b, 255]);
        }
    }
    tile
}

/// Reads a colour written as `#rrggbb`: red, green and blue, each 0 to 255.
pub fn hex_color(text: &str) -> Option<[u8; 3]> {
    let digits = text.trim().strip_prefix('#')?;
    if digits.len() != 6 || !digits.is_ascii() {
        return None;
    }
    let part = |i: usize| u8::from_str_radix(&digits[i..i + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The tile a light stands on.
pub fn tile_of(light: &Light) -> Tile {
    Tile::new(light.at.0.floor() as i16, light.at.1.floor() as i16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_sim::campus::map::Grid;

    #[test]
    fn colours_are_read() {
        assert_eq!(hex_color("#ff8000"), Some([255, 128, 0]));
        for bad in ["", "ff8000", "#ff80", "#gggggg", "#ff80000", "#é8000"] {
            assert_eq!(hex_color(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_map_without_its_file_is_shown_plainly() {
        let map = CampusMap {
            grid: Grid::new(3, 2),
            place_at: vec![map::NOWHERE; 6],
            ..CampusMap::default()
        };
        let art = draw(Path::new("no-such-folder/no-such-map.tmx"), &map);
        assert_eq!(art.size, (3, 2));
        assert_eq!((art.grids.len(), art.grids[0].cells.len()), (1, 6));
        assert!(art.pieces.is_empty());
        assert!(
            art.trouble
                .is_some_and(|t| t.contains("no-such-map.tmx: cannot be read"))
        );
    }
}
