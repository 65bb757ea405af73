//! Places and the spots in them: what a map says of its rooms, lawns and counters.

use super::grid::{Facing, Rect, Tile};
use collegium_core::{
    ids::PlaceId,
    named,
    time::{DayHours, SimTime},
};
use serde::{Deserialize, Serialize};

/// A spot's number: its index in the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SpotId(pub u16);

named! {
    /// What a place is for: the `kind` of it in maps.
    PlaceKind {
        /// A room where courses are taught.
        Classroom = "classroom",
        /// A large room with rows of seats.
        LectureHall = "lecture_hall",
        /// A room with instruments or computers.
        Lab = "lab",
        /// A reading room, stacks or a silent floor.
        Library = "library",
        /// Where meals are served.
        Cafeteria = "cafeteria",
        /// Where coffee and cake are served.
        Cafe = "cafe",
        /// A private room with a bed.
        Bedroom = "bedroom",
        /// A shared room of a residence.
        CommonRoom = "common_room",
        /// Showers and basins.
        Washroom = "washroom",
        /// Where one exercises.
        Gym = "gym",
        /// Where things are sold.
        Shop = "shop",
        /// Where people work at desks.
        Office = "office",
        /// Where a nurse or doctor is found.
        HealthCentre = "health_centre",
        /// Where music is made.
        MusicRoom = "music_room",
        /// A corridor or lobby.
        Hall = "hall",
        /// A paved square, outdoors.
        Plaza = "plaza",
        /// A meadow or garden, outdoors.
        Lawn = "lawn",
        /// Where people from town come and go.
        Gate = "gate",
    }
}

impl PlaceKind {
    /// Whether a class can be held there.
    pub const fn holds_classes(self) -> bool {
        !self.outdoors() && !matches!(self, PlaceKind::Washroom | PlaceKind::Hall)
    }

    /// Whether it lies under the open sky and needs no door.
    pub const fn outdoors(self) -> bool {
        matches!(self, PlaceKind::Plaza | PlaceKind::Lawn | PlaceKind::Gate)
    }
}

named! {
    /// How loud one may be.
    Noise {
        /// Nobody is to say a word.
        Silent = "silent",
        /// One may whisper.
        Quiet = "quiet",
        /// One may talk.
        Normal = "normal",
        /// One may be as loud as one likes.
        Loud = "loud",
    }
}

named! {
    /// What a spot is for: the `kind` of it in maps.
    SpotKind {
        /// A chair, bench or sofa.
        Seat = "seat",
        /// A seat at a desk or computer.
        Desk = "desk",
        /// A bed to sleep in.
        Bed = "bed",
        /// Behind a counter, at a teacher's or office desk.
        Staff = "staff",
        /// In front of a counter, where the next customer stands.
        Serve = "serve",
        /// A shower or basin.
        Wash = "wash",
        /// A piano, a treadmill, a table-tennis table.
        Play = "play",
        /// A shelf to browse at.
        Shelf = "shelf",
        /// A good spot to stand.
        Stand = "stand",
    }
}

named! {
    /// What can be bought.
    Item {
        /// The morning meal.
        Breakfast = "breakfast",
        /// The midday meal.
        Lunch = "lunch",
        /// The evening meal.
        Dinner = "dinner",
        /// A cup of coffee.
        Coffee = "coffee",
        /// A cup of tea.
        Tea = "tea",
        /// Something sweet to eat.
        Pastry = "pastry",
        /// Something small to eat.
        Snack = "snack",
        /// Food for the cupboard, eaten later.
        Groceries = "groceries",
        /// Soap, toothpaste and so on.
        Toiletries = "toiletries",
        /// Something to read.
        Book = "book",
        /// Paper and pens.
        Stationery = "stationery",
        /// From the pharmacy shelf.
        Medicine = "medicine",
    }
}

impl Item {
    /// How much it stills hunger, 0 to 1, when eaten.
    pub const fn nourishment(self) -> f32 {
        match self {
            Item::Breakfast => 0.7,
            Item::Lunch | Item::Dinner => 0.85,
            Item::Groceries => 0.6,
            Item::Pastry | Item::Snack => 0.3,
            Item::Coffee => 0.08,
            Item::Tea => 0.04,
            Item::Toiletries | Item::Book | Item::Stationery | Item::Medicine => 0.0,
        }
    }

    /// Whether it is still there when it has been used, so that it can be lent.
    pub const fn lasts(self) -> bool {
        matches!(self, Item::Book | Item::Stationery)
    }

    /// Whether it is a meal that one sits down to.
    pub const fn is_meal(self) -> bool {
        matches!(self, Item::Breakfast | Item::Lunch | Item::Dinner)
    }

    /// Whether it is served at that time of day.
    pub fn is_served(self, moment: SimTime) -> bool {
        let (from, to) = self.served();
        (from..to).contains(&moment.hour())
    }

    /// When meals are served, in hours of the day; everything else at any time.
    pub const fn served(self) -> (f32, f32) {
        match self {
            Item::Breakfast => (5.5, 11.0),
            Item::Lunch => (11.0, 16.0),
            Item::Dinner => (16.5, 21.5),
            _ => (0.0, 24.0),
        }
    }
}

/// A place of the campus: a room, a lawn or a square.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Place {
    /// Its name, unique on the map.
    pub name: String,
    /// What people come here for.
    pub kind: PlaceKind,
    /// The building it is part of; empty outdoors.
    pub building: String,
    /// The tiles of its floor.
    pub rect: Rect,
    /// How many people may be inside.
    pub capacity: u32,
    /// When it is open, on which days; at any moment that one of these covers.
    pub open: Vec<DayHours>,
    /// How loud one may be.
    pub noise: Noise,
    /// What it sells, each with its price in cents.
    pub prices: Vec<(Item, u32)>,
    /// How fast its counter serves when staffed, in people per minute; above 0, at most 60, where
    /// it sells something.
    pub serves_per_minute: f32,
    /// Tiles by which one comes in and goes out.
    pub doors: Vec<Tile>,
    /// Its queue: the serve spot first, then where people wait.
    pub queue: Vec<Tile>,
    /// Where one can sit, lie or stand in it, each for one person.
    pub spots: Vec<SpotId>,
    /// Walkable tiles where people without a spot stand, well spread.
    pub standing: Vec<Tile>,
}

impl Place {
    /// Whether it is open at `moment`.
    pub fn is_open(&self, moment: SimTime) -> bool {
        self.open.iter().any(|hours| hours.covers(moment))
    }

    /// When it next closes after `moment`, looking a day ahead; none while it stays open longer.
    pub fn closes(&self, moment: SimTime) -> Option<SimTime> {
        if !self.is_open(moment) {
            return None;
        }
        let end = self
            .open
            .iter()
            .filter(|h| h.covers(moment))
            .map(|h| h.to)
            .max()?;
        let closing = moment.minus(moment.of_day()).plus(end);
        (!self.is_open(closing)).then_some(closing)
    }

    /// The price of an item in cents, when it is sold here.
    pub fn price(&self, item: Item) -> Option<u32> {
        self.prices
            .iter()
            .find(|(i, _)| *i == item)
            .map(|(_, price)| *price)
    }

    /// What is sold here at `moment`; nothing while it is closed.
    pub fn sold(&self, moment: SimTime) -> Vec<Item> {
        let open = self.is_open(moment);
        let sold = self.prices.iter().map(|(item, _)| *item);
        sold.filter(|item| open && item.is_served(moment)).collect()
    }
}

/// A spot of a place, for one person.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Spot {
    /// The tile that whoever holds it is on.
    pub tile: Tile,
    /// What one does on it.
    pub kind: SpotKind,
    /// How a person there looks.
    pub facing: Facing,
    /// The place it is part of.
    pub place: PlaceId,
}
