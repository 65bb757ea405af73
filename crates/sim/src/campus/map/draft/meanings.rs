//! What the tiles of tilesets mean to whoever lives on the map: their properties, and the shapes
//! that were drawn on them.

use super::{raster::Area, written::Written};
use crate::campus::map::{
    Facing, SpotKind,
    grid::{BLOCKED, OPAQUE, PAVED},
    problems::Problems,
};
use std::collections::BTreeMap;
use tiled::{ObjectData, ObjectShape, TileId, Tileset};

/// The class of doors: of tiles, and of objects.
pub(super) const DOOR: &str = "door";

/// What a tile means.
#[derive(Debug, Default)]
pub(super) struct Meaning {
    /// What the cell that it lies on does not allow, or is.
    pub flags: u8,
    /// Whether its cell is open, whatever else lies on it.
    pub opens: bool,
    /// Whether it is a door.
    pub door: bool,
    /// Where nobody walks, in pixels of the picture.
    pub solids: Vec<Area>,
    /// Where one walks through whatever is there.
    pub passages: Vec<Area>,
    /// Where one sits, lies or stands.
    pub spots: Vec<Seat>,
}

/// A spot of a picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seat {
    /// Where it is, in pixels of the picture.
    pub at: (f64, f64),
    /// What one does on it.
    pub kind: SpotKind,
    /// How one looks.
    pub facing: Facing,
}

impl Meaning {
    /// Whether it is more than a surface.
    pub fn is_piece(&self) -> bool {
        let shapes = [self.solids.len(), self.passages.len(), self.spots.len()];
        self.door || shapes != [0; 3]
    }
}

/// What the tiles of all tilesets mean.
pub(super) struct Meanings<'map> {
    /// Each tileset once, with its tiles that mean something.
    sets: Vec<(&'map Tileset, BTreeMap<TileId, Meaning>)>,
    /// Which of them each tileset of the map is.
    of_map: Vec<usize>,
}

impl<'map> Meanings<'map> {
    /// What the tiles of a map's tilesets mean.
    pub fn of(map: &'map tiled::Map, problems: &mut Problems) -> Self {
        let mut meanings = Self {
            sets: Vec::new(),
            of_map: Vec::new(),
        };
        for set in map.tilesets() {
            let at = meanings.learn(set, problems);
            meanings.of_map.push(at);
        }
        meanings
    }

    /// Reads a tileset that is not known yet, of the map or of a template; gives where it is.
    pub fn learn(&mut self, set: &'map Tileset, problems: &mut Problems) -> usize {
        let known = self.sets.iter().position(|(s, _)| std::ptr::eq(*s, set));
        known.unwrap_or_else(|| {
            self.sets.push((set, read(set, problems)));
            self.sets.len() - 1
        })
    }

    /// What a tile of a layer means; none for one that means nothing.
    pub fn of_cell(&self, tile: &tiled::LayerTile<'_>) -> Option<&Meaning> {
        let set = *self.of_map.get(tile.tileset_index())?;
        self.sets.get(set)?.1.get(&tile.id())
    }

    /// What the tile of an object means; none for one that means nothing.
    pub fn of_object(&self, tile: &tiled::ObjectTile<'_>) -> Option<&Meaning> {
        let set = tile.get_tileset();
        let mut sets = self.sets.iter();
        let (_, tiles) = sets.find(|(known, _)| std::ptr::eq(*known, set))?;
        tiles.get(&tile.id())
    }
}

/// Reads the tiles of a tileset that have properties, a class or shapes.
fn read(set: &Tileset, problems: &mut Problems) -> BTreeMap<TileId, Meaning> {
    let written = set.tiles().filter(|(_, tile)| {
        !tile.properties.is_empty() || !tile.user_type.is_empty() || tile.collision.is_some()
    });
    // They come in no order.
    let written: BTreeMap<TileId, tiled::Tile<'_>> = written.collect();
    let mut meanings = BTreeMap::new();
    for (id, tile) in written {
        let mut tell = |what: String| {
            let what = format!("tileset “{}”, tile {id}: {what}", set.name);
            problems.file(&set.source, what);
        };
        let meaning = read_tile(&tile, &mut tell);
        if meaning.flags != 0 || meaning.opens || meaning.is_piece() {
            meanings.insert(id, meaning);
        }
    }
    meanings
}

fn read_tile(tile: &tiled::TileData, tell: &mut dyn FnMut(String)) -> Meaning {
    let mut meaning = Meaning {
        door: tile.user_type == DOOR,
        ..Meaning::default()
    };
    let mut written = Written::of(&tile.properties, tell);
    for (key, flag) in [("blocks", BLOCKED), ("hides", OPAQUE), ("paved", PAVED)] {
        if written.switch(key) {
            meaning.flags |= flag;
        }
    }
    meaning.opens = written.switch("opens");
    for shape in tile.collision.iter().flat_map(|group| group.object_data()) {
        match shape.user_type.as_str() {
            "solid" => meaning.solids.extend(read_area(shape, tell)),
            "passage" => meaning.passages.extend(read_area(shape, tell)),
            "spot" => meaning.spots.extend(read_seat(shape, tell)),
            _ => {}
        }
    }
    meaning
}

/// The rectangle of a shape.
fn read_area(shape: &ObjectData, tell: &mut dyn FnMut(String)) -> Option<Area> {
    match shape.shape {
        ObjectShape::Rect { width, height } if shape.rotation == 0.0 => {
            Some(Area::of(shape.x, shape.y, width, height))
        }
        _ => {
            tell(format!(
                "its {} is no upright rectangle; expected one",
                shape.user_type
            ));
            None
        }
    }
}

fn read_seat(shape: &ObjectData, tell: &mut dyn FnMut(String)) -> Option<Seat> {
    let mut tell = |what: String| tell(format!("its spot: {what}"));
    let mut written = Written::of(&shape.properties, &mut tell);
    let facing = written.facing();
    Some(Seat {
        at: middle(shape),
        kind: written.needed("kind", SpotKind::parse)?,
        facing,
    })
}

/// Where an object or a shape is: the point, or the middle of a rectangle.
pub(super) fn middle(object: &ObjectData) -> (f64, f64) {
    let (x, y) = (f64::from(object.x), f64::from(object.y));
    match object.shape {
        ObjectShape::Rect { width, height } | ObjectShape::Ellipse { width, height } => {
            (x + f64::from(width) / 2.0, y + f64::from(height) / 2.0)
        }
        _ => (x, y),
    }
}
