//! The pieces of a map: single pictures such as furniture, doors and trees, with what they do.

use super::{
    objects::{Light, light, text},
    scale::{Scale, TILE},
    sheets::Sheets,
};
use crate::desktop::pictures::pixels::{Flips, Pixels};
use collegium_sim::campus::Tile;
use std::collections::BTreeMap;
use tiled::{Object, ObjectData, ObjectShape, ObjectTile, TileData};

/// Where a piece lies among what is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stand {
    /// Among people, at a line of the map, in pixels from its top.
    Upright(f32),
    /// Under people, at that depth among all that is flat.
    Flat(f32),
}

/// A piece of the map.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its lower left corner, in pixels of the map.
    pub at: (f32, f32),
    /// How wide and how high it is drawn, in pixels of the map.
    pub size: (f32, f32),
    /// How it is mirrored.
    pub flips: Flips,
    /// How it is turned about its lower left corner, clockwise, in degrees.
    pub turn: f32,
    /// How opaque it is, 0 to 1.
    pub opacity: f32,
    /// Where it lies among what is drawn.
    pub stand: Stand,
    /// Whether it is seen as far as the sun shines.
    pub sunlight: bool,
    /// Its pictures by their numbers, each with the seconds it is shown; one where it keeps still.
    pub frames: Vec<(usize, f32)>,
    /// The picture of an open door.
    pub open: Option<usize>,
    /// The picture over whoever lies in it.
    pub cover: Option<usize>,
    /// Where one lies in it.
    pub beds: Vec<Tile>,
    /// The cells by which one goes through it.
    pub passage: Vec<Tile>,
}

/// Pictures, each of which is wanted once.
#[derive(Default)]
pub(super) struct Album {
    numbers: BTreeMap<(usize, u32), usize>,
    /// The pictures in the order of their numbers.
    pub pictures: Vec<Pixels>,
}

impl Album {
    /// The number of the picture of a tile; none where there is no such picture.
    fn number(
        &mut self,
        sheets: &mut Sheets<'_>,
        set: usize,
        id: u32,
    ) -> Result<Option<usize>, String> {
        if let Some(number) = self.numbers.get(&(set, id)) {
            return Ok(Some(*number));
        }
        let Some(picture) = sheets.picture(set, id)? else {
            return Ok(None);
        };
        let number = self.pictures.len();
        self.pictures.push(picture);
        self.numbers.insert((set, id), number);
        Ok(Some(number))
    }

    /// How large a picture is.
    fn size(&self, number: usize) -> (f32, f32) {
        let picture = self.pictures.get(number);
        picture.map_or((1.0, 1.0), |p| (p.width as f32, p.height as f32))
    }
}

/// What the layer of a piece says of it.
#[derive(Clone, Copy)]
pub(super) struct Within {
    /// How far it is moved to the right and down, in pixels that are shown.
    pub shift: (f32, f32),
    /// How opaque it is, 0 to 1.
    pub opacity: f32,
    /// Its depth where it lies flat; none where it stands among people.
    pub flat: Option<f32>,
}

/// Makes pieces.
#[derive(Default)]
pub(super) struct Maker {
    /// The pictures of all pieces.
    pub album: Album,
    /// The pieces.
    pub pieces: Vec<Piece>,
    /// The lights that pieces give.
    pub lights: Vec<Light>,
    /// The season in which all is drawn: whose pictures win over a piece's own.
    pub season: Option<&'static str>,
    /// How pixels of the map become pixels that are shown.
    pub scale: Scale,
    /// Columns and rows of the map.
    pub cells: (i16, i16),
}

impl Maker {
    /// The pictures of a piece.
    fn frames(
        &mut self,
        sheets: &mut Sheets<'_>,
        set: usize,
        id: u32,
    ) -> Result<Vec<(usize, f32)>, String> {
        let season = self.season.and_then(|name| sheets.other(set, id, name));
        let id = season.unwrap_or(id);
        let mut ids = sheets.frames(set, id);
        if ids.is_empty() {
            ids.push((id, 1.0));
        }
        let mut frames = Vec::new();
        for (id, seconds) in ids {
            let number = self.album.number(sheets, set, id)?;
            frames.extend(number.map(|number| (number, seconds)));
        }
        Ok(frames)
    }

    fn named(
        &mut self,
        sheets: &mut Sheets<'_>,
        set: usize,
        id: u32,
        name: &str,
    ) -> Result<Option<usize>, String> {
        match sheets.other(set, id, name) {
            Some(other) => self.album.number(sheets, set, other),
            None => Ok(None),
        }
    }

    /// Takes in a tile of a picture of its own that lies in a cell.
    ///
    /// # Errors
    /// When a picture cannot be read, in a sentence.
    pub fn tile(
        &mut self,
        sheets: &mut Sheets<'_>,
        (set, id, flips): (usize, u32, Flips),
        (x, y): (u32, u32),
        within: Within,
    ) -> Result<(), String> {
        let frames = self.frames(sheets, set, id)?;
        let Some((first, _)) = frames.first() else {
            return Ok(());
        };
        let (left, bottom) = ((x * TILE) as f32, ((y + 1) * TILE) as f32);
        let offset = sheets.offset(set);
        let at = (
            left + within.shift.0 + offset.0,
            bottom + within.shift.1 + offset.1,
        );
        self.pieces.push(Piece {
            at,
            size: self.album.size(*first),
            flips,
            turn: 0.0,
            opacity: within.opacity,
            stand: within.flat.map_or(Stand::Upright(at.1), Stand::Flat),
            sunlight: sheets.is(set, id, "sunlight"),
            frames,
            open: None,
            cover: None,
            beds: Vec::new(),
            passage: Vec::new(),
        });
        Ok(())
    }

    /// Takes in a tile object.
    ///
    /// # Errors
    /// When a picture cannot be read, in a sentence.
    pub fn object<'m>(
        &mut self,
        sheets: &mut Sheets<'m>,
        object: &Object<'m>,
        tile: &ObjectTile<'m>,
        within: Within,
    ) -> Result<(), String> {
        let set = sheets.number(tile.get_tileset());
        let id = tile.id();
        let frames = self.frames(sheets, set, id)?;
        let Some((first, _)) = frames.first() else {
            return Ok(());
        };
        let own = self.album.size(*first);
        let size = match object.shape {
            ObjectShape::Rect { width, height } if width > 0.0 && height > 0.0 => {
                self.scale.at((width, height))
            }
            _ => own,
        };
        let offset = sheets.offset(set);
        let (x, y) = self.scale.at((object.x, object.y));
        let at = (x + within.shift.0 + offset.0, y + within.shift.1 + offset.1);
        let flips = Flips {
            horizontal: tile.flip_h,
            vertical: tile.flip_v,
            diagonal: false,
        };
        let depth = sheets.int(set, id, "depth").unwrap_or(0) as f32;
        let depth = self.scale.at((0.0, depth)).1;
        let mut piece = Piece {
            at,
            size,
            flips,
            turn: object.rotation,
            opacity: within.opacity * object.opacity,
            stand: within
                .flat
                .map_or(Stand::Upright(at.1 + depth), Stand::Flat),
            sunlight: sheets.is(set, id, "sunlight"),
            frames,
            open: self.named(sheets, set, id, "open")?,
            cover: self.named(sheets, set, id, "cover")?,
            beds: Vec::new(),
            passage: Vec::new(),
        };
        if let Some(tile) = tile.get_tile() {
            self.shapes(object, &tile, own, &mut piece);
        }
        self.pieces.push(piece);
        Ok(())
    }

    /// Takes in what the shapes on a tile say.
    fn shapes(&mut self, object: &ObjectData, tile: &TileData, own: (f32, f32), piece: &mut Piece) {
        let Some(shapes) = &tile.collision else {
            return;
        };
        let door = tile.user_type == "door" || object.user_type == "door";
        let instead = text(&object.properties, "spot");
        for shape in shapes.object_data() {
            let scale = self.scale;
            let place = |x: f32, y: f32| on_map(piece, own, scale.at((x, y)));
            match shape.user_type.as_str() {
                "light" => {
                    let at = place(shape.x, shape.y);
                    self.lights.extend(light(&shape.properties, at));
                }
                "spot" => {
                    let kind = instead.or_else(|| text(&shape.properties, "kind"));
                    if kind == Some("bed") {
                        let bed = cell(place(shape.x, shape.y));
                        piece.beds.push(bed);
                    }
                }
                "passage" if door => {
                    if let ObjectShape::Rect { width, height } = shape.shape {
                        let a = place(shape.x, shape.y);
                        let b = place(shape.x + width, shape.y + height);
                        piece.passage.extend(cells(a, b, self.cells));
                    }
                }
                _ => {}
            }
        }
    }
}

/// Where a point of a piece's picture is on the map; `own` is the picture's own size.
fn on_map(piece: &Piece, own: (f32, f32), (x, y): (f32, f32)) -> (f32, f32) {
    let x = if piece.flips.horizontal { own.0 - x } else { x };
    let y = if piece.flips.vertical { own.1 - y } else { y };
    let top = piece.at.1 - piece.size.1;
    (
        piece.at.0 + x * piece.size.0 / own.0,
        top + y * piece.size.1 / own.1,
    )
}

/// The cell in which a point of the map lies.
fn cell((x, y): (f32, f32)) -> Tile {
    let side = TILE as f32;
    Tile::new((x / side).floor() as i16, (y / side).floor() as i16)
}

/// The cells of a map of so many columns and rows whose middles lie between two corners.
fn cells(a: (f32, f32), b: (f32, f32), most: (i16, i16)) -> Vec<Tile> {
    let side = TILE as f32;
    let along = |a: f32, b: f32, most: i16| {
        let (low, high) = (a.min(b) / side - 0.5, a.max(b) / side - 0.5);
        let first = low.ceil().max(0.0) as i16;
        first..(high.ceil().min(f32::from(most)) as i16).max(first)
    };
    let columns = along(a.0, b.0, most.0);
    along(a.1, b.1, most.1)
        .flat_map(|y| columns.clone().map(move |x| Tile::new(x, y)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_has_the_cells_whose_middles_it_covers() {
        let found = cells((64.0, 40.0), (128.0, 96.0), (10, 10));
        assert_eq!(
            found,
            [
                Tile::new(2, 1),
                Tile::new(3, 1),
                Tile::new(2, 2),
                Tile::new(3, 2)
            ]
        );
        assert_eq!(
            cells((70.0, 0.0), (40.0, 20.0), (10, 10)),
            [Tile::new(1, 0)]
        );
        assert!(cells((-100.0, 0.0), (-10.0, 20.0), (10, 10)).is_empty());
        assert_eq!(cells((-100.0, -9.0), (900.0, 900.0), (3, 2)).len(), 6);
    }

    #[test]
    fn points_are_mirrored_with_the_picture() {
        let mut piece = Piece {
            at: (100.0, 200.0),
            size: (64.0, 32.0),
            flips: Flips::default(),
            turn: 0.0,
            opacity: 1.0,
            stand: Stand::Flat(1.0),
            sunlight: false,
            frames: Vec::new(),
            open: None,
            cover: None,
            beds: Vec::new(),
            passage: Vec::new(),
        };
        let own = (32.0, 16.0);
        assert_eq!(on_map(&piece, own, (4.0, 6.0)), (108.0, 180.0));
        piece.flips.horizontal = true;
        assert_eq!(on_map(&piece, own, (4.0, 6.0)), (156.0, 180.0));
    }
}
