//! Where one eats, shops, plays, trains and is looked after.

use super::{Fit, fittings};
use crate::{
    map::{
        plan::{BuildingPlan, Passage, RoomPlan},
        rooms::{looks as look, services, sports},
    },
    scene::Rect,
    tiles::{floors::Floor, furniture::shelves, walls::Facade},
};

const MEALS: &str = "breakfast 3.50, lunch 6.50, dinner 7.50, coffee 1.80, tea 1.40";
const TREATS: &str = "coffee 2.80, tea 2.20, pastry 2.40, snack 3.20, lunch 7.20";
const WARES: &str = "snack 2.50, groceries 8.00, toiletries 5.00, book 14.00, stationery 4.00";

/// All of them. The large café and the shop by the avenue come first.
pub fn all() -> Vec<BuildingPlan> {
    let mut all = vec![lanternhouse(170, 166)];
    for (name, x, y) in [
        ("Willow Café", 183, 207),
        ("Lakeside Café", 146, 207),
        ("Orchard Café", 138, 92),
        ("Moor Café", 182, 92),
    ] {
        all.push(cafe(name, x, y));
    }
    all.push(refectory("North Refectory", 137, 44, 0xC07A3E));
    all.push(refectory("West Refectory", 71, 166, 0xA8584A));
    all.push(refectory("East Refectory", 204, 166, 0x7F4F5A));
    all.push(shop("Northmoor Shop", 170, 188));
    all.push(shop("Gate Shop", 184, 226));
    all.push(music("Lark Music House", 150, 226));
    all.push(music("Wren Music House", 170, 226));
    all.push(union("Moor Union", (137, 251), 24));
    all.push(union("Fen Games Room", (138, 14), 10));
    all.push(union("Beck Games Room", (187, 14), 10));
    all.push(union("Ridge Games Room", (48, 252), 15));
    all.push(union("Court Games Room", (320, 252), 10));
    all.push(sports_hall("Ridge Sports Hall", "Ridge", 71, 251));
    all.push(sports_hall("Moor Sports Hall", "Moor", 201, 251));
    all.push(administration());
    all.push(health());
    all.push(lodge());
    all
}

/// A building of one room that is entered from below, and its main door in the room's columns.
fn single(
    name: &'static str,
    at: (i32, i32),
    room: RoomPlan,
    door: i32,
    (trim, wall, brick): (u32, u32, bool),
) -> BuildingPlan {
    let r = room.rect;
    BuildingPlan {
        name,
        outline: Rect::new(at.0, at.1, r.w + 2, r.h + 4),
        facade: Facade { trim, wall, brick },
        passages: vec![Passage::up(
            format!("{name} main"),
            r.x + door,
            r.y + r.h,
            2,
        )],
        rooms: vec![room],
    }
}

/// The floor of the only room of a building.
fn floor_at((x, y): (i32, i32), w: i32, h: i32) -> Rect {
    Rect::new(x + 1, y + 2, w, h)
}

/// Four dining halls, each with a kitchen, a counter and tables of its own, around a foyer.
fn refectory(name: &'static str, x: i32, y: i32, trim: u32) -> BuildingPlan {
    let mut rooms = Vec::new();
    let mut passages = Vec::new();
    let halls = [
        ("Grill", 1, 2, 12),
        ("Bakery", 34, 2, 12),
        ("Garden", 1, 23, 24),
        ("Kitchen", 34, 23, 24),
    ];
    for (what, dx, dy, door) in halls {
        let rect = Rect::new(x + dx, y + dy, 26, 14);
        let title = format!("{name} {what}");
        let inner = format!("{title} door");
        if dy == 2 {
            passages.push(Passage::up(inner, rect.x + door, y + 16, 2));
        } else {
            passages.push(Passage::down(inner, rect.x + door, y + 21, 1));
            let outer = format!("{title} main");
            passages.push(Passage::up(outer, rect.x + 12, y + 37, 2));
        }
        let (floor, paper) = (Floor::Checker(0xE0D2B4, 0xCBA888), look::refectory());
        let furnish = fittings::dining;
        let room = RoomPlan::new(title, "cafeteria", rect, floor, paper, furnish);
        rooms.push(room.open("06:00-21:00").sells(MEALS, 4.0).capacity(180));
    }
    let (floor, paper) = (Floor::Tiles(0xC4D4D8), look::tiled(1));
    let rect = Rect::new(x + 28, y + 2, 5, 14);
    let title = format!("{name} Washroom");
    passages.push(Passage::up(format!("{title} door"), x + 30, y + 16, 1));
    let room = RoomPlan::new(title, "washroom", rect, floor, paper, fittings::cloakroom);
    rooms.push(room.capacity(12));
    let (floor, paper) = (Floor::Checker(0xD8CCB4, 0xA8624E), look::refectory());
    for (what, rect) in [
        ("Foyer", Rect::new(x + 1, y + 18, 59, 3)),
        ("Porch", Rect::new(x + 28, y + 23, 5, 14)),
    ] {
        let title = format!("{name} {what}");
        let room = RoomPlan::new(title, "hall", rect, floor, paper, bare);
        rooms.push(room.capacity(300));
    }
    passages.push(Passage::up(format!("{name} arch"), x + 30, y + 21, 2));
    passages.push(Passage::up(format!("{name} main"), x + 30, y + 37, 2));
    BuildingPlan {
        name,
        outline: Rect::new(x, y, 61, 39),
        facade: Facade {
            trim,
            wall: 0xD9B48A,
            brick: true,
        },
        rooms,
        passages,
    }
}

/// Leaves a passage clear but for plants in two corners.
fn bare(fit: &mut Fit) {
    let w = fit.rect.w;
    if fit.rect.h > 3 {
        fit.put(0, 0, shelves::plant(0));
        fit.put(w - 1, 0, shelves::plant(1));
    }
}

/// The large café by the avenue, with a hall of tables.
fn lanternhouse(x: i32, y: i32) -> BuildingPlan {
    let (floor, paper) = (Floor::Planks(0xC4935E), look::cafe());
    let rect = floor_at((x, y), 26, 14);
    let name = "Lanternhouse Café";
    let room = RoomPlan::new(name, "cafe", rect, floor, paper, fittings::dining)
        .open("07:00-21:00")
        .sells(TREATS, 6.0)
        .capacity(180);
    single(name, (x, y), room, 12, (0x5F9A6A, 0xE6D4B8, false))
}

fn cafe(name: &'static str, x: i32, y: i32) -> BuildingPlan {
    let (floor, paper) = (Floor::Planks(0xC4935E), look::cafe());
    let rect = floor_at((x, y), 14, 9);
    let room = RoomPlan::new(name, "cafe", rect, floor, paper, fittings::cafe)
        .open("07:00-21:00")
        .sells(TREATS, 3.0)
        .capacity(60);
    single(name, (x, y), room, 8, (0x5F9A6A, 0xE6D4B8, false))
}

fn shop(name: &'static str, x: i32, y: i32) -> BuildingPlan {
    let (floor, paper) = (Floor::Lino(0xD6CCB8), look::shop());
    let rect = floor_at((x, y), 12, 9);
    let room = RoomPlan::new(name, "shop", rect, floor, paper, fittings::shop)
        .open("Mon-Sat 08:00-20:00; Sun 10:00-16:00")
        .sells(WARES, 4.0)
        .capacity(70);
    single(name, (x, y), room, 5, (0x3F8A92, 0xE2D6BE, false))
}

fn music(name: &'static str, x: i32, y: i32) -> BuildingPlan {
    let (floor, paper) = (Floor::Planks(0xA87450), look::music());
    let rect = floor_at((x, y), 10, 8);
    let room = RoomPlan::new(name, "music_room", rect, floor, paper, sports::music)
        .open("08:00-22:00")
        .noise("loud")
        .capacity(30);
    single(name, (x, y), room, 4, (0x9A5A86, 0xDCC9C0, false))
}

/// A hall of games, so many columns wide.
fn union(name: &'static str, at: (i32, i32), w: i32) -> BuildingPlan {
    let (floor, paper) = (Floor::Parquet(0xC79A66), look::common(w as u32));
    let rect = floor_at(at, w, 14);
    let room = RoomPlan::new(name, "common_room", rect, floor, paper, fittings::games)
        .open("07:00-23:30")
        .capacity(w as u32 * 5);
    single(name, at, room, w / 2 - 1, (0xC07A3E, 0xDCCFC0, false))
}

/// A room of a sports hall: what it is, its kind, its floor, and what furnishes it.
type Wing = (&'static str, &'static str, Rect, fn(&mut Fit));

/// A gymnasium and a room of machines over a corridor, with showers.
fn sports_hall(name: &'static str, short: &'static str, x: i32, y: i32) -> BuildingPlan {
    let (floor, paper) = (Floor::Gym(0xD9A868), look::gym());
    let gym = |what: &str, dx: i32, furnish: fn(&mut Fit)| {
        let rect = Rect::new(x + dx, y + 2, 24, 9);
        RoomPlan::new(
            format!("{short} {what}"),
            "gym",
            rect,
            floor,
            paper,
            furnish,
        )
        .open("06:30-22:00")
        .noise("loud")
        .capacity(80)
    };
    let mut rooms = vec![
        gym("Gymnasium", 1, sports::gymnasium),
        gym("Fitness Room", 26, fittings::fitness),
    ];
    let tiles = Floor::Tiles(0xC4D4D8);
    let others: [Wing; 3] = [
        (
            "Showers",
            "washroom",
            Rect::new(x + 1, y + 18, 24, 4),
            fittings::washroom,
        ),
        (
            "Sports Corridor",
            "hall",
            Rect::new(x + 1, y + 13, 49, 3),
            fittings::hallway,
        ),
        (
            "Sports Lobby",
            "hall",
            Rect::new(x + 26, y + 18, 24, 4),
            fittings::lobby,
        ),
    ];
    for (what, kind, rect, furnish) in others {
        let title = format!("{short} {what}");
        let room = RoomPlan::new(title, kind, rect, tiles, look::tiled(1), furnish);
        rooms.push(room.capacity(60));
    }
    let shower = x + 1 + fittings::washroom_door(24);
    let passages = vec![
        Passage::up(format!("{short} Gymnasium door"), x + 18, y + 11, 2),
        Passage::up(format!("{short} Fitness door"), x + 37, y + 11, 2),
        Passage::down(format!("{short} Showers door"), shower, y + 16, 1),
        Passage::up(format!("{short} sports arch"), x + 37, y + 16, 2),
        Passage::up(format!("{short} sports main"), x + 37, y + 22, 2),
    ];
    BuildingPlan {
        name,
        outline: Rect::new(x, y, 51, 24),
        facade: Facade {
            trim: 0xC29A3E,
            wall: 0xC9B79A,
            brick: true,
        },
        rooms,
        passages,
    }
}

fn administration() -> BuildingPlan {
    let at = (169, 207);
    let (floor, paper) = (Floor::Parquet(0xC9A06C), look::office());
    let name = "Administration";
    let rect = floor_at(at, 12, 8);
    let room = RoomPlan::new(name, "office", rect, floor, paper, services::administration)
        .open("Mon-Fri 08:30-17:00")
        .noise("quiet")
        .capacity(30);
    single(name, at, room, 5, (0x7F4F5A, 0xD6C2A6, true))
}

fn health() -> BuildingPlan {
    let at = (184, 188);
    let (floor, paper) = (Floor::Tiles(0xD8DED4), look::health());
    let name = "Health Centre";
    let rect = floor_at(at, 13, 8);
    let room = RoomPlan::new(name, "health_centre", rect, floor, paper, fittings::health)
        .open("Mon-Fri 08:00-18:00; Sat 10:00-14:00")
        .sells("medicine 6.00", 1.0)
        .noise("quiet")
        .capacity(30);
    single(name, at, room, 7, (0xC4706A, 0xE6E2D8, false))
}

fn lodge() -> BuildingPlan {
    let at = (172, 266);
    let (floor, paper) = (Floor::Stone(0xC4B49C), look::lodge());
    let name = "Porter's Lodge";
    let rect = floor_at(at, 6, 5);
    let room = RoomPlan::new(name, "office", rect, floor, paper, services::lodge).capacity(6);
    single(name, at, room, 2, (0x6A7A5A, 0xC4B59A, true))
}
