//! What the tiles of tilesets mean to whoever lives on the map: their properties, and the shapes
//! that were drawn on them.

use super::{raster::Area, written::Written};
use crate::campus::map::{
    Facing, SpotKind,
    grid::{BLOCKED, OPAQUE, PAVED},
    problems::Problems,
};
use collegium_core::input::did_you_mean;
use std::collections::BTreeMap;
use tiled::{ObjectData, ObjectShape, PropertyValue, TileId, Tileset};

/// The class of doors: of tiles, and of objects.
pub(super) const DOOR: &str = "door";

/// The classes of shapes of tiles that mean something.
const OF_SHAPES: [&str; 3] = ["passage", "solid", "spot"];

/// The properties of a tile that name its picture for a time: a blanket over whoever lies in it, a
/// door that is open.
const FOR_A_TIME: [&str; 2] = ["cover", "open"];

/// That a class is a slip away from one of these; none where it is another word.
pub(super) fn nearly(class: &str, known: &[&str]) -> Option<String> {
    if class.is_empty() || known.contains(&class) {
        return None;
    }
    let meant = did_you_mean(class, known.iter().copied());
    (!meant.is_empty()).then(|| {
        format!(
            "class “{class}” means nothing; expected one of {}{meant}",
            known.join(", ")
        )
    })
}

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

/// What is known of a tileset.
struct Known<'map> {
    set: &'map Tileset,
    /// Its tiles that mean something.
    tiles: BTreeMap<TileId, Meaning>,
    /// Its tiles that are pictures of others for a time, each with the first of those and the
    /// property that says so.
    for_a_time: BTreeMap<TileId, (TileId, &'static str)>,
}

/// What the tiles of all tilesets mean.
pub(super) struct Meanings<'map> {
    /// Each tileset once.
    sets: Vec<Known<'map>>,
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
        let known = self
            .sets
            .iter()
            .position(|known| std::ptr::eq(known.set, set));
        known.unwrap_or_else(|| {
            self.sets.push(Known {
                set,
                tiles: read(set, problems),
                for_a_time: for_a_time(set),
            });
            self.sets.len() - 1
        })
    }

    /// What a tile of a layer means; none for one that means nothing.
    pub fn of_cell(&self, tile: &tiled::LayerTile<'_>) -> Option<&Meaning> {
        let set = *self.of_map.get(tile.tileset_index())?;
        self.sets.get(set)?.tiles.get(&tile.id())
    }

    /// Of which tile of its tileset a tile is the picture for a time, and the property that says so;
    /// none for one that is a thing of its own.
    pub fn of_whom(&self, tile: &tiled::ObjectTile<'_>) -> Option<(TileId, &'static str)> {
        self.known(tile.get_tileset())?
            .for_a_time
            .get(&tile.id())
            .copied()
    }

    fn known(&self, set: &Tileset) -> Option<&Known<'map>> {
        self.sets.iter().find(|known| std::ptr::eq(known.set, set))
    }

    /// What the tile of an object means; none for one that means nothing.
    pub fn of_object(&self, tile: &tiled::ObjectTile<'_>) -> Option<&Meaning> {
        self.known(tile.get_tileset())?.tiles.get(&tile.id())
    }
}

/// Which tiles of a tileset are pictures of others for a time.
fn for_a_time(set: &Tileset) -> BTreeMap<TileId, (TileId, &'static str)> {
    let mut pictures = BTreeMap::new();
    for (owner, tile) in set.tiles() {
        for key in FOR_A_TIME {
            let Some(PropertyValue::IntValue(number)) = tile.properties.get(key) else {
                continue;
            };
            let Ok(number) = TileId::try_from(*number) else {
                continue;
            };
            if number == owner {
                continue;
            }
            // They come in no order; the first owner is named.
            let first = pictures.entry(number).or_insert((owner, key));
            *first = (*first).min((owner, key));
        }
    }
    pictures
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
            class => nearly(class, &OF_SHAPES).into_iter().for_each(&mut *tell),
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
        kind: written.needed("kind", SpotKind::ALL, SpotKind::word)?,
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
