//! The houses in which everybody lives: four rows of rooms along two corridors, with a lounge
//! between these and a common room by the door.

use super::fittings;
use crate::{
    map::{
        plan::{BuildingPlan, Passage, RoomPlan},
        rooms::{living, looks as look},
    },
    scene::Rect,
    tiles::{floors::Floor, walls::Facade},
};

/// The names of the houses with their lanes, and the upper left corner of each; the first two are
/// those of staff.
const HOUSES: [(&str, &str, i32, i32); 14] = [
    ("Rowan House", "Rowan", 3, 166),
    ("Hazel House", "Hazel", 269, 166),
    ("Ash House", "Ash", 3, 4),
    ("Aspen House", "Aspen", 71, 4),
    ("Beech House", "Beech", 201, 4),
    ("Cedar House", "Cedar", 269, 4),
    ("Elm House", "Elm", 3, 46),
    ("Hawthorn House", "Hawthorn", 71, 46),
    ("Holly House", "Holly", 201, 46),
    ("Larch House", "Larch", 269, 46),
    ("Linden House", "Linden", 3, 211),
    ("Maple House", "Maple", 71, 211),
    ("Poplar House", "Poplar", 201, 211),
    ("Sycamore House", "Sycamore", 269, 211),
];

/// The looks of houses, which take turns: trim, wall, and whether it is of brick.
const LOOKS: [(u32, u32, bool); 6] = [
    (0x4F7F62, 0xD8C8A4, false),
    (0xA8584A, 0xC08468, true),
    (0x4F79A4, 0xE0D6C4, false),
    (0xC07A3E, 0xD9B48A, true),
    (0x8A6A9A, 0xDCCFC0, false),
    (0x3F8A92, 0xE2D6BE, false),
];

/// All houses.
pub fn all() -> Vec<BuildingPlan> {
    let numbered = (0u32..).zip(HOUSES);
    numbered
        .map(|(number, (name, short, x, y))| house(number, name, short, x, y))
        .collect()
}

/// A house while it is planned.
struct House {
    short: &'static str,
    number: u32,
    rooms: Vec<RoomPlan>,
    passages: Vec<Passage>,
    /// How many bedrooms it has so far.
    bedrooms: u32,
}

fn house(number: u32, name: &'static str, short: &'static str, x: i32, y: i32) -> BuildingPlan {
    let mut house = House {
        short,
        number,
        rooms: Vec::new(),
        passages: Vec::new(),
        bedrooms: 0,
    };
    for i in 0..10 {
        house.double(x + 1 + 5 * i, y + 2, true);
    }
    for i in 0..11 {
        let left = if i < 6 { x + 1 } else { x + 9 };
        house.double(left + 5 * i, y + 12, false);
    }
    for i in 0..7 {
        let left = if i < 6 { x + 1 } else { x + 9 };
        house.double(left + 5 * i, y + 18, true);
    }
    house.single(x + 44, y + 18);
    for i in 0..9 {
        house.double(x + 1 + 5 * i, y + 28, false);
    }
    house.shared(x, y);
    let (trim, wall, brick) = LOOKS[number as usize % LOOKS.len()];
    BuildingPlan {
        name,
        outline: Rect::new(x, y, 64, 34),
        facade: Facade { trim, wall, brick },
        rooms: house.rooms,
        passages: house.passages,
    }
}

impl House {
    /// Adds a bedroom with its door, at the bottom of an upper room and at the top of a lower one.
    fn bedroom(&mut self, rect: Rect, upper: bool, door: i32, furnish: fn(&mut super::Fit)) {
        self.bedrooms += 1;
        let variant = self.number * 5 + self.bedrooms;
        let title = format!("{} {}", self.short, self.bedrooms);
        let name = format!("{title} door");
        self.passages.push(if upper {
            Passage::up(name, rect.x + door, rect.y + rect.h, 1)
        } else {
            Passage::down(name, rect.x + door, rect.y - 2, 1)
        });
        let (floor, paper) = (look::bedroom_floor(variant), look::bedroom_paper(variant));
        let room = RoomPlan::new(title, "bedroom", rect, floor, paper, furnish);
        self.rooms.push(room.noise("quiet").variant(variant));
    }

    /// A room for two.
    fn double(&mut self, x: i32, y: i32, upper: bool) {
        let flipped = (self.number * 5 + self.bedrooms + 1) % 2 == 1;
        let door = if flipped { 2 } else { 1 };
        let rect = Rect::new(x, y, 4, 4);
        self.bedroom(rect, upper, door, fittings::double_room);
    }

    /// A larger room for one, over a corridor.
    fn single(&mut self, x: i32, y: i32) {
        self.bedroom(Rect::new(x, y, 6, 4), true, 1, fittings::single_room);
    }

    /// Adds what all in the house share: corridors, washrooms, the lounge and the common room.
    fn shared(&mut self, x: i32, y: i32) {
        let (short, seed) = (self.short, self.number);
        for (title, top) in [("North", y + 8), ("South", y + 24)] {
            let rect = Rect::new(x + 1, top, 62, 2);
            let title = format!("{short} {title} Hall");
            let (floor, paper) = (Floor::Planks(0xB98B5E), look::hall(seed));
            let room = RoomPlan::new(title, "hall", rect, floor, paper, fittings::corridor);
            self.rooms.push(room.capacity(80).variant(seed));
        }
        for (title, top) in [("North", y + 2), ("South", y + 18)] {
            let rect = Rect::new(x + 51, top, 12, 4);
            let title = format!("{short} {title} Washroom");
            let door = rect.x + fittings::washroom_door(rect.w);
            let name = format!("{title} door");
            self.passages.push(Passage::up(name, door, top + 4, 1));
            let (floor, paper) = (Floor::Tiles(0xBFD2CE), look::tiled(seed));
            let room = RoomPlan::new(title, "washroom", rect, floor, paper, fittings::washroom);
            self.rooms.push(room.capacity(24).variant(seed));
        }
        let (floor, paper) = (Floor::Parquet(0xC79A66), look::common(seed));
        let kind = "common_room";
        let title = format!("{short} Lounge");
        let rect = Rect::new(x + 31, y + 12, 7, 10);
        let room = RoomPlan::new(title, kind, rect, floor, paper, fittings::lounge);
        self.rooms.push(room.capacity(60).variant(seed));
        let title = format!("{short} Common Room");
        let rect = Rect::new(x + 46, y + 28, 17, 4);
        let room = RoomPlan::new(title, kind, rect, floor, paper, living::common);
        self.rooms.push(room.capacity(70).variant(seed));
        self.passages.extend([
            Passage::up(format!("{short} north arch"), x + 33, y + 10, 2),
            Passage::up(format!("{short} south arch"), x + 33, y + 22, 2),
            Passage::up(format!("{short} arch"), x + 54, y + 26, 2),
            Passage::up(format!("{short} main"), x + 54, y + 32, 2),
        ]);
    }
}
