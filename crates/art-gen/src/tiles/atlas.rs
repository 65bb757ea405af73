//! Cuts painted layers into tiles, keeps each distinct one once, and packs them into a tile set.

use crate::{canvas::Canvas, palette::Color, scene::TILE};
use std::{collections::HashMap, fs, io, path::Path};

/// The widest and tallest picture of a tile set, in tiles.
const LIMIT: u32 = 2048 / TILE as u32;

/// A tile set cut from one layer.
pub struct Atlas {
    /// The name of its files, without an ending.
    pub name: &'static str,
    /// The first tile's number in the map.
    pub first: u32,
    /// The distinct tiles, in the order in which they were met.
    pub tiles: Vec<Canvas>,
    /// For each cell of the layer the index of its tile, or none where it is clear.
    pub cells: Vec<Option<u32>>,
}

impl Atlas {
    /// Cuts the picture of a layer into tiles, each distinct one once.
    pub fn cut(name: &'static str, first: u32, layer: &Canvas) -> Atlas {
        let mut atlas = Atlas {
            name,
            first,
            tiles: Vec::new(),
            cells: Vec::new(),
        };
        let mut known: HashMap<Vec<u8>, u32> = HashMap::new();
        for ty in 0..layer.height / TILE {
            for tx in 0..layer.width / TILE {
                let mut tile = Canvas::new(TILE, TILE);
                for y in 0..TILE {
                    for x in 0..TILE {
                        let p = layer.get(tx * TILE + x, ty * TILE + y);
                        tile.set(x, y, if p.a == 0 { Color::CLEAR } else { p });
                    }
                }
                if tile.pixels.iter().all(|p| p.a == 0) {
                    atlas.cells.push(None);
                    continue;
                }
                let key: Vec<u8> = tile
                    .pixels
                    .iter()
                    .flat_map(|p| [p.r, p.g, p.b, p.a])
                    .collect();
                let index = *known.entry(key).or_insert_with(|| {
                    atlas.tiles.push(tile);
                    atlas.tiles.len() as u32 - 1
                });
                atlas.cells.push(Some(index));
            }
        }
        atlas
    }

    /// The number after its last tile's.
    pub fn end(&self) -> u32 {
        self.first + self.tiles.len() as u32
    }

    /// Writes the picture and its description into a folder.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be written.
    pub fn save(&self, folder: &Path) -> io::Result<()> {
        let count = self.tiles.len() as u32;
        let columns = if count > 32 * LIMIT { LIMIT } else { 32 };
        let rows = count.div_ceil(columns);
        if rows > LIMIT {
            return Err(io::Error::other(format!(
                "{}: {count} tiles do not fit into one picture",
                self.name
            )));
        }
        let (w, h) = (columns as i32 * TILE, rows as i32 * TILE);
        let mut sheet = Canvas::new(w, h);
        for (i, tile) in self.tiles.iter().enumerate() {
            sheet.draw(
                tile,
                i as i32 % columns as i32 * TILE,
                i as i32 / columns as i32 * TILE,
            );
        }
        sheet.save(&folder.join(format!("{}.png", self.name)))?;
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <tileset version=\"1.10\" tiledversion=\"1.10.2\" name=\"{0}\" tilewidth=\"{TILE}\" tileheight=\"{TILE}\" \
             tilecount=\"{1}\" columns=\"{columns}\">\n <image source=\"{0}.png\" width=\"{w}\" height=\"{h}\"/>\n</tileset>\n",
            self.name,
            rows * columns
        );
        fs::write(folder.join(format!("{}.tsx", self.name)), text)
    }

    /// The two markers of blocked and opaque tiles.
    pub fn markers(first: u32) -> Atlas {
        let marker = |rgb: u32, falling: bool| {
            let mut c = Canvas::new(TILE, TILE);
            for y in 0..TILE {
                for x in 0..TILE {
                    let band = if falling { x - y } else { x + y };
                    let edge = x == 0 || y == 0 || x == TILE - 1 || y == TILE - 1;
                    let a = if edge {
                        200
                    } else if band.rem_euclid(8) < 3 {
                        120
                    } else {
                        40
                    };
                    c.set(x, y, Color::hex(rgb).alpha(a));
                }
            }
            c
        };
        Atlas {
            name: "markers",
            first,
            tiles: vec![marker(0xC9584E, false), marker(0x6F5FA8, true)],
            cells: Vec::new(),
        }
    }
}
