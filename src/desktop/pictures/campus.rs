//! The drawn map: the layers of the Tiled file laid over one another once, in large pieces, with
//! its lights and buildings.

use super::pixels::{Area, Flips, Pixels};
use bevy::image::Image;
use collegium_core::{files, text::Shown as _};
use collegium_sim::campus::{CampusMap, Tile, map};
use std::{collections::HashMap, path::Path};
use tiled::{LayerType, ObjectShape, PropertyValue, TileLayer};

/// Pixels of a tile's side.
pub const TILE: u32 = 32;

/// Sides of the pieces of what lies below people, and of what hangs above them (which is mostly
/// clear: small pieces can be left out).
const PIECE: [u32; 2] = [1024, 512];

/// Layers that are for the simulation only.
const HIDDEN: [&str; 2] = ["collision", "opaque"];

/// The layer that is drawn above people.
const OVERHEAD: &str = "overhead";

/// A piece of the map, ready to be shown.
pub struct Piece {
    /// Left edge in pixels of the map.
    pub x: u32,
    /// Top edge in pixels of the map.
    pub y: u32,
    /// Its columns and rows, in pixels.
    pub size: (u32, u32),
    /// Its picture in full, half and quarter size.
    pub images: Vec<Image>,
    /// Whether it hangs above people.
    pub overhead: bool,
}

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
    /// The drawn layers, cut up; parts in which nothing is are left out.
    pub pieces: Vec<Piece>,
    /// The lights, for the hours after dark.
    pub lights: Vec<Light>,
    /// What names and outlines are drawn of.
    pub buildings: Vec<Building>,
    /// What went wrong when the map is shown plainly.
    pub trouble: Option<String>,
}

/// Reads and draws a map; a plain view of what the simulation knows when its file cannot be read.
pub fn draw(file: &Path, map: &CampusMap) -> MapArt {
    match draw_file(&files::moved(file), map) {
        Ok(art) => art,
        Err(trouble) => MapArt {
            pieces: cut(&plain(map), PIECE[0], false),
            trouble: Some(trouble),
            ..MapArt::default()
        },
    }
}

fn draw_file(file: &Path, campus: &CampusMap) -> Result<MapArt, String> {
    let drawn = map::drawing(file).map_err(|e| e.to_string())?;
    if (drawn.width, drawn.height) != (campus.grid.width as u32, campus.grid.height as u32) {
        return Err(format!(
            "{}: is not the map of this campus any more",
            file.shown()
        ));
    }
    let (width, height) = (drawn.width * TILE, drawn.height * TILE);
    let mut sets = HashMap::new();
    let mut sheets = [Pixels::clear(width, height), Pixels::clear(width, height)];
    let mut art = MapArt::default();
    for layer in drawn.layers() {
        match layer.layer_type() {
            LayerType::Tiles(tiles) if !HIDDEN.contains(&layer.name.as_str()) => {
                lay_tiles(
                    &mut sheets[usize::from(layer.name == OVERHEAD)],
                    &drawn,
                    tiles,
                    &mut sets,
                )?;
            }
            LayerType::Objects(objects) if layer.name == "lights" => {
                art.lights = objects.objects().filter_map(|o| light(&o)).collect();
            }
            LayerType::Objects(objects) if layer.name == "buildings" => {
                art.buildings = objects.objects().filter_map(|o| building(&o)).collect();
            }
            _ => {}
        }
    }
    let [below, above] = sheets;
    art.pieces = std::thread::scope(|scope| {
        let overhead = scope.spawn(|| cut(&above, PIECE[1], true));
        let mut pieces = cut(&below, PIECE[0], false);
        pieces.extend(overhead.join().unwrap_or_default());
        pieces
    });
    Ok(art)
}

fn lay_tiles(
    onto: &mut Pixels,
    map: &tiled::Map,
    tiles: TileLayer<'_>,
    sets: &mut HashMap<usize, Pixels>,
) -> Result<(), String> {
    for y in 0..map.height as i32 {
        for x in 0..map.width as i32 {
            let Some(tile) = tiles.get_tile(x, y) else {
                continue;
            };
            let (set, index) = (tile.get_tileset(), tile.tileset_index());
            let Some(image) = &set.image else { continue };
            let sheet = match sets.entry(index) {
                std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
                std::collections::hash_map::Entry::Vacant(entry) => {
                    entry.insert(Pixels::read(&files::moved(&image.source))?)
                }
            };
            let columns = set.columns.max(1);
            let step = |n: u32, side: u32| set.margin + n * (side + set.spacing);
            let area = Area {
                x: step(tile.id() % columns, set.tile_width),
                y: step(tile.id() / columns, set.tile_height),
                w: set.tile_width,
                h: set.tile_height,
            };
            let flips = Flips {
                horizontal: tile.flip_h,
                vertical: tile.flip_v,
                diagonal: tile.flip_d,
            };
            // Tall tiles stand on the lower edge of their cell.
            let top = (y + 1) * TILE as i32 - set.tile_height as i32;
            onto.lay(
                sheet,
                area,
                x * TILE as i32 + set.offset_x,
                top + set.offset_y,
                flips,
            );
        }
    }
    Ok(())
}

/// Cuts a sheet into pieces, leaving out those in which nothing is.
fn cut(sheet: &Pixels, side: u32, overhead: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for y in (0..sheet.height).step_by(side as usize) {
        for x in (0..sheet.width).step_by(side as usize) {
            let (w, h) = (side.min(sheet.width - x), side.min(sheet.height - y));
            let mut piece = Pixels::clear(w, h);
            for row in 0..h {
                let from = ((y + row) as usize * sheet.width as usize + x as usize) * 4;
                let to = row as usize * w as usize * 4;
                piece.data[to..to + w as usize * 4]
                    .copy_from_slice(&sheet.data[from..from + w as usize * 4]);
            }
            if !piece.is_clear() {
                pieces.push(Piece {
                    x,
                    y,
                    size: (w, h),
                    images: piece.into_sizes(),
                    overhead,
                });
            }
        }
    }
    pieces
}

/// A plain picture of what the simulation knows of a map.
fn plain(map: &CampusMap) -> Pixels {
    let grid = &map.grid;
    let mut sheet = Pixels::clear(grid.width as u32 * TILE, grid.height as u32 * TILE);
    for i in 0..grid.len() {
        let tile = grid.tile(i);
        let color = match (grid.walkable(tile), map.place_of(tile)) {
            (false, _) => [92, 82, 96, 255],
            (true, Some(place)) if map.place(place).kind.outdoors() => [150, 176, 118, 255],
            (true, Some(_)) => [214, 198, 170, 255],
            (true, None) => [128, 160, 104, 255],
        };
        for y in 0..TILE {
            for x in 0..TILE {
                let edge = x == 0 || y == 0;
                let c = if edge {
                    color.map(|c: u8| c.saturating_sub(8))
                } else {
                    color
                };
                let at = ((tile.y as usize * TILE as usize + y as usize) * sheet.width as usize
                    + tile.x as usize * TILE as usize
                    + x as usize)
                    * 4;
                sheet.data[at..at + 3].copy_from_slice(&c[..3]);
                sheet.data[at + 3] = 255;
            }
        }
    }
    sheet
}

fn light(object: &tiled::Object<'_>) -> Option<Light> {
    let text = |name: &str| match object.properties.get(name) {
        Some(PropertyValue::StringValue(text)) => Some(text.as_str()),
        _ => None,
    };
    let radius = match object.properties.get("radius") {
        Some(PropertyValue::FloatValue(radius)) => *radius,
        Some(PropertyValue::IntValue(radius)) => *radius as f32,
        _ => 3.0,
    };
    let kind = match text("kind") {
        Some("window") => LightKind::Window,
        Some("screen") => LightKind::Screen,
        _ => LightKind::Lamp,
    };
    let color = text("color")
        .and_then(hex_color)
        .unwrap_or([255, 220, 160])
        .map(|c| f32::from(c) / 255.0);
    let side = TILE as f32;
    (radius > 0.0 && radius < 64.0).then_some(Light {
        at: (object.x / side, object.y / side),
        radius,
        color,
        kind,
    })
}

fn building(object: &tiled::Object<'_>) -> Option<Building> {
    let ObjectShape::Rect { width, height } = object.shape else {
        return None;
    };
    Some(Building {
        name: object.name.clone(),
        middle: (object.x + width / 2.0, object.y + height / 2.0),
        size: (width, height),
    })
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
        assert_eq!(art.pieces.len(), 1);
        assert_eq!(art.pieces[0].size, (96, 64));
        assert!(
            art.trouble
                .is_some_and(|t| t.contains("no-such-map.tmx: cannot be read"))
        );
    }

    #[test]
    fn clear_pieces_are_left_out() {
        let mut sheet = Pixels::clear(100, 40);
        assert!(cut(&sheet, 32, true).is_empty());
        let last = sheet.data.len() - 1;
        sheet.data[last] = 255;
        let pieces = cut(&sheet, 32, true);
        assert_eq!(pieces.len(), 1);
        assert_eq!((pieces[0].x, pieces[0].y, pieces[0].size), (96, 32, (4, 8)));
    }
}
