//! Pieces: pictures that stand on the map, as objects or on layers of tiles, with the shapes that
//! were drawn on their tiles.

use super::{
    found::at_of,
    meanings::{DOOR, Meaning, Meanings, Seat},
    raster::{Area, Frame, Raster},
    written::Written,
};
use crate::campus::map::{
    SpotKind,
    problems::{At, Problems},
};
use std::rc::Rc;
use tiled::{LayerTile, Object, ObjectAlignment, ObjectShape, TileData, Tileset};

/// A piece that means something.
pub(super) struct Piece<'a> {
    /// Where it stands in the file.
    pub at: At,
    /// Whether it is a door.
    pub door: bool,
    /// What its tile means; none for a door without a picture.
    meaning: Option<&'a Meaning>,
    /// Where its picture is.
    frame: Frame,
    /// What its spots are for, where it is not what the tile says.
    spot: Option<SpotKind>,
}

impl<'a> Piece<'a> {
    /// An object with a picture. None where it means nothing, or something is wrong with it, which
    /// is noted.
    pub fn of_object(
        object: &Object<'_>,
        layer: &Rc<str>,
        meanings: &'a Meanings<'_>,
        raster: &Raster,
        problems: &mut Problems,
    ) -> Option<Self> {
        let tile = object.get_tile()?;
        let at = at_of(object, layer);
        if object.rotation != 0.0 || tile.flip_d {
            problems.object(&at, "the picture is turned; expected it upright");
            return None;
        }
        let set = tile.get_tileset();
        if !stands_on_its_left(set) {
            problems.object(
                &at,
                format!(
                    "the tileset “{}” aligns its objects elsewhere; expected them bottom left",
                    set.name
                ),
            );
            return None;
        }
        if let Some((owner, key)) = meanings.of_whom(&tile) {
            let id = tile.id();
            problems.object(
                &at,
                format!(
                    "tile {id} of the tileset “{}” is the picture “{key}” of its tile {owner}, and \
                     drawn on that when it is time; expected tile {owner} itself",
                    set.name
                ),
            );
            return None;
        }
        let picture = tile.get_tile();
        let size = size_of(set, picture.as_deref());
        let (width, height) = match object.shape {
            ObjectShape::Rect { width, height } => (f64::from(width), f64::from(height)),
            _ => (0.0, 0.0),
        };
        let drawn = (
            if width > 0.0 { width } else { size.0 },
            if height > 0.0 { height } else { size.1 },
        );
        let corner = (
            f64::from(object.x) + f64::from(set.offset_x) * drawn.0 / size.0,
            f64::from(object.y) + f64::from(set.offset_y) * drawn.1 / size.1,
        );
        let area = standing(corner, drawn);
        let whole = raster.whole();
        if area.right <= whole.left
            || area.left >= whole.right
            || area.bottom <= whole.top
            || area.top >= whole.bottom
        {
            problems.object(
                &at,
                format!(
                    "the picture at {},{} lies outside of the map; expected it within",
                    object.x, object.y
                ),
            );
            return None;
        }
        let spot = {
            let mut tell = |what: String| problems.object(&at, what);
            Written::of(&object.properties, &mut tell).word("spot", SpotKind::parse)
        };
        let meaning = meanings.of_object(&tile).filter(|m| m.is_piece());
        let class = object.user_type.as_str();
        let door = class == DOOR || class.is_empty() && meaning.is_some_and(|m| m.door);
        if meaning.is_none() && !door {
            return None;
        }
        let piece = Self {
            at,
            door,
            meaning,
            frame: Frame::new(area, size, (tile.flip_h, tile.flip_v)),
            spot,
        };
        piece.checked(problems)
    }

    /// A tile of a layer, at a column and row.
    pub fn of_cell(
        tile: &LayerTile<'_>,
        (column, row): (i16, i16),
        layer: &Rc<str>,
        meaning: &'a Meaning,
        raster: &Raster,
        problems: &mut Problems,
    ) -> Option<Self> {
        let at = At {
            layer: Rc::clone(layer),
            object: format!("tile {column},{row}").into(),
            id: 0,
        };
        if tile.flip_d {
            problems.object(&at, "the picture is turned; expected it upright");
            return None;
        }
        let set = tile.get_tileset();
        let picture = tile.get_tile();
        let size = size_of(set, picture.as_deref());
        let corner = (
            f64::from(column) * raster.tile.0 + f64::from(set.offset_x),
            (f64::from(row) + 1.0) * raster.tile.1 + f64::from(set.offset_y),
        );
        let flips = (tile.flip_h, tile.flip_v);
        let piece = Self {
            at,
            door: meaning.door,
            meaning: Some(meaning),
            frame: Frame::new(standing(corner, size), size, flips),
            spot: None,
        };
        piece.checked(problems)
    }

    /// A door without a picture: a rectangle. None for anything else, which is noted.
    pub fn of_bare_door(
        object: &Object<'_>,
        layer: &Rc<str>,
        problems: &mut Problems,
    ) -> Option<Self> {
        let at = at_of(object, layer);
        match object.shape {
            ObjectShape::Rect { width, height } if object.rotation == 0.0 => {
                let area = Area::of(object.x, object.y, width, height);
                Some(Self {
                    at,
                    door: true,
                    meaning: None,
                    frame: Frame::new(area, (1.0, 1.0), (false, false)),
                    spot: None,
                })
            }
            _ => {
                problems.object(
                    &at,
                    "the door is no picture and no upright rectangle; expected one of them",
                );
                None
            }
        }
    }

    /// Itself, unless it is a door through which nobody goes.
    fn checked(self, problems: &mut Problems) -> Option<Self> {
        let closed = self.meaning.is_none_or(|m| m.passages.is_empty());
        if self.door && closed {
            problems.object(
                &self.at,
                "the door has no passage; expected a rectangle of class passage on its tile",
            );
            return None;
        }
        Some(self)
    }

    /// Where nobody walks.
    pub fn solids(&self) -> impl Iterator<Item = Area> {
        let solids = self.meaning.into_iter().flat_map(|m| &m.solids);
        solids.map(move |area| self.frame.part(*area))
    }

    /// Where one walks through it.
    pub fn passages(&self) -> impl Iterator<Item = Area> {
        let bare = self.meaning.is_none().then_some(self.frame.area);
        let passages = self.meaning.into_iter().flat_map(|m| &m.passages);
        let passages = passages.map(move |area| self.frame.part(*area));
        passages.chain(bare)
    }

    /// Where one sits, lies or stands.
    pub fn spots(&self) -> impl Iterator<Item = Seat> {
        let spots = self.meaning.into_iter().flat_map(|m| &m.spots);
        spots.map(move |seat| Seat {
            at: self.frame.point(seat.at),
            kind: self.spot.unwrap_or(seat.kind),
            facing: self.frame.facing(seat.facing),
        })
    }
}

/// Whether objects of a tileset's tiles are where their bottom left corners are.
fn stands_on_its_left(set: &Tileset) -> bool {
    matches!(
        set.object_alignment,
        ObjectAlignment::Unspecified | ObjectAlignment::BottomLeft
    )
}

/// How wide and high the picture of a tile is.
fn size_of(set: &Tileset, tile: Option<&TileData>) -> (f64, f64) {
    match tile.and_then(|tile| tile.image_rect) {
        Some(part) => (f64::from(part.width), f64::from(part.height)),
        None => (f64::from(set.tile_width), f64::from(set.tile_height)),
    }
}

/// What a picture of a size covers whose bottom left corner is there.
fn standing((left, bottom): (f64, f64), (width, height): (f64, f64)) -> Area {
    Area {
        left,
        top: bottom - height,
        right: left + width,
        bottom,
    }
}
