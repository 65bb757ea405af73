//! Tilesets as Tiled has them: tiles with their pictures, what they mean, and how its brushes
//! complete them.

pub mod project;
pub mod write;

use crate::canvas::Canvas;

/// The side of a tile in pixels.
pub const TILE: i32 = 32;

/// The most tiles that a tileset has.
pub const MOST_TILES: usize = 256;

/// A tileset: at most [`MOST_TILES`] tiles that one picks from together.
pub struct Tileset {
    /// Its name, which is its file's and its pictures'.
    pub name: &'static str,
    /// How its tiles lie in pictures.
    pub sheet: Sheet,
    /// Its tiles; a tile's place here is its number in the map.
    pub tiles: Vec<Tile>,
    /// The sets that Tiled's terrain brush completes.
    pub wangs: Vec<Wang>,
    /// The seasons in which its tiles look otherwise, each with the pictures of all of them.
    pub seasons: Vec<(&'static str, Vec<Canvas>)>,
}

/// How the tiles of a tileset lie in pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// All of one size, in one picture `name.png` of so many columns.
    Grid {
        /// A tile's width in pixels.
        w: i32,
        /// A tile's height in pixels; what is above the map's 32 reaches up.
        h: i32,
        /// How many tiles lie in a row.
        columns: i32,
    },
    /// Each in a picture of its own, `name/tile.png`, of any size.
    Pieces,
}

/// A tile: a part of a surface, or a whole piece.
pub struct Tile {
    /// What it is called, unique in its tileset: the name of a piece's picture.
    pub name: String,
    /// Its class in Tiled (`door`), or nothing.
    pub class: &'static str,
    /// Its picture.
    pub art: Canvas,
    /// Its properties.
    pub values: Vec<(&'static str, Value)>,
    /// What lies on it, in pixels from its picture's top left corner.
    pub shapes: Vec<Shape>,
    /// The tiles of this tileset that it shows in turn, and each for how many milliseconds.
    pub frames: Vec<(usize, u32)>,
    /// How often a brush picks it among those that fit alike, 1 as a rule.
    pub probability: f32,
}

/// The value of a property.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i32),
    /// A number.
    Float(f32),
    /// Text, or a member of the enumeration of that name in the Tiled project.
    Text(&'static str, String),
    /// A file beside that of the tileset.
    File(String),
}

/// What lies on a tile.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Nobody walks through: every cell of the map whose middle lies within.
    Solid(i32, i32, i32, i32),
    /// A way through walls: every cell whose middle lies within.
    Passage(i32, i32, i32, i32),
    /// A place for one person at a point: what kind of spot, and how a person there looks.
    Spot(i32, i32, &'static str, &'static str),
    /// A light at a point: how far it reaches in tiles, `#rrggbb`, and `lamp`, `window` or
    /// `screen`.
    Light(i32, i32, f32, &'static str, &'static str),
}

/// Which parts of a tile a terrain set looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WangKind {
    /// Its corners.
    Corner,
    /// Its sides.
    Edge,
    /// Both.
    Mixed,
}

/// A terrain set of Tiled's.
pub struct Wang {
    /// Its name.
    pub name: String,
    /// What it looks at.
    pub kind: WangKind,
    /// Its terrains: name, colour in the editor as `0xRRGGBB`, and the tile that stands for it.
    pub colors: Vec<(String, u32, usize)>,
    /// For each tile its terrains, from the upper side clockwise (up, upper right, right, …),
    /// counted from 1; 0 for none.
    pub tiles: Vec<(usize, [u8; 8])>,
}

impl Tile {
    /// A tile with its name and picture and nothing else.
    pub fn new(name: impl Into<String>, art: Canvas) -> Self {
        Self {
            name: name.into(),
            class: "",
            art,
            values: Vec::new(),
            shapes: Vec::new(),
            frames: Vec::new(),
            probability: 1.0,
        }
    }

    /// The same with a property.
    pub fn with(mut self, key: &'static str, value: Value) -> Self {
        self.values.push((key, value));
        self
    }
}

impl Tileset {
    /// The number of the tile of that name.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.tiles.iter().position(|t| t.name == name)
    }
}
