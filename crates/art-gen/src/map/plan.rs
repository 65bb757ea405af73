//! The plan of the campus: which buildings stand where, their rooms, and the passages between them.

use super::fit::Fit;
use crate::{
    scene::Rect,
    tiles::{
        floors::Floor,
        walls::{Facade, Paper},
    },
};

/// Columns and rows of the campus.
pub const SIZE: (i32, i32) = (140, 100);

/// A room to be built.
pub struct RoomPlan {
    /// The room's name, which no other place has.
    pub name: String,
    /// The kind of place, as a map names it.
    pub kind: &'static str,
    /// The tiles of its floor.
    pub rect: Rect,
    /// What its floor is made of.
    pub floor: Floor,
    /// What its walls wear.
    pub paper: Paper,
    /// The least capacity; raised to one and a half times the seats.
    pub capacity: u32,
    /// Opening hours, as a map writes them: `always`, or days and hours.
    pub open: &'static str,
    /// How loud one may be, as a map names it: `silent`, `quiet`, `normal` or `loud`.
    pub noise: &'static str,
    /// What it sells and for how much, as a map writes it; empty for nothing.
    pub prices: &'static str,
    /// How many customers its counter serves a minute; 0 where it sells nothing.
    pub serves: f32,
    /// The radius of its lights is chosen from its size; this is their colour.
    pub glow: &'static str,
    /// Puts the furniture into it.
    pub furnish: fn(&mut Fit),
    /// Lets furnishing vary.
    pub variant: u32,
}

impl RoomPlan {
    /// A room that is always open, of normal noise, selling nothing.
    pub fn new(
        name: impl Into<String>,
        kind: &'static str,
        rect: Rect,
        floor: Floor,
        paper: Paper,
        furnish: fn(&mut Fit),
    ) -> Self {
        RoomPlan {
            name: name.into(),
            kind,
            rect,
            floor,
            paper,
            capacity: 4,
            open: "always",
            noise: "normal",
            prices: "",
            serves: 0.0,
            glow: "#ffdca0",
            furnish,
            variant: 0,
        }
    }

    /// Sets the least capacity.
    pub fn capacity(mut self, capacity: u32) -> Self {
        self.capacity = capacity;
        self
    }

    /// Sets opening hours.
    pub fn open(mut self, open: &'static str) -> Self {
        self.open = open;
        self
    }

    /// Sets the noise norm.
    pub fn noise(mut self, noise: &'static str) -> Self {
        self.noise = noise;
        self
    }

    /// Makes it sell things.
    pub fn sells(mut self, prices: &'static str, serves: f32) -> Self {
        self.prices = prices;
        self.serves = serves;
        self
    }

    /// Sets the number by which furnishing varies.
    pub fn variant(mut self, variant: u32) -> Self {
        self.variant = variant;
        self
    }
}

/// A passage through a horizontal wall, two tiles deep.
pub struct Passage {
    /// The door's name.
    pub name: String,
    /// The leftmost column of the passage.
    pub x: i32,
    /// The row of the wall top; the face is the row below.
    pub y: i32,
    /// Columns: 1, or 2 for main entrances.
    pub w: i32,
    /// Whether the door object lies in the upper of the two rows, touching the room above.
    pub upper: bool,
}

impl Passage {
    /// A passage whose door belongs to the room above.
    pub fn up(name: impl Into<String>, x: i32, y: i32, w: i32) -> Self {
        Passage {
            name: name.into(),
            x,
            y,
            w,
            upper: true,
        }
    }

    /// A passage whose door belongs to the room below.
    pub fn down(name: impl Into<String>, x: i32, y: i32, w: i32) -> Self {
        Passage {
            name: name.into(),
            x,
            y,
            w,
            upper: false,
        }
    }
}

/// A building to be built, with its rooms.
pub struct BuildingPlan {
    /// The building's name, as it stands over it.
    pub name: &'static str,
    /// Its outline, with walls and façade.
    pub outline: Rect,
    /// The look of its outer walls.
    pub facade: Facade,
    /// The rooms in it.
    pub rooms: Vec<RoomPlan>,
    /// The passages through its walls.
    pub passages: Vec<Passage>,
}
