//! Where one teaches, learns and reads: halls of classrooms, auditoria, laboratories, offices and
//! libraries.

use super::{Fit, fittings};
use crate::{
    map::{
        plan::{BuildingPlan, Passage, RoomPlan},
        rooms::{looks as look, study},
    },
    scene::Rect,
    tiles::{floors::Floor, walls::Facade},
};

const TEACHING: &str = "Mon-Fri 07:30-21:00; Sat 09:00-17:00";
const READING: &str = "07:00-22:00";

/// All of them.
pub fn all() -> Vec<BuildingPlan> {
    let mut all = vec![
        teaching("Carrow Hall", "Carrow", 3, 90, 0),
        teaching("Marsh Hall", "Marsh", 71, 90, 7),
        teaching("Fenwick Hall", "Fenwick", 3, 126, 14),
        auditoria("Tern Theatre", "Tern", 212, 90, 0xA8584A),
        auditoria("Heron Theatre", "Heron", 212, 124, 0x4E6E8E),
        laboratories("Kelvin Labs", "Kelvin", 282, 92, &KELVIN),
        laboratories("Curlew Labs", "Curlew", 282, 112, &CURLEW),
        offices("Faculty House", "Faculty", 71, 128),
        offices("Science Offices", "Science", 271, 133),
    ];
    all.push(library("North Library", 151, 4, true));
    all.push(library("South Library", 12, 251, false));
    all
}

/// Seven classrooms over and under a corridor, entered through a lobby.
fn teaching(name: &'static str, short: &'static str, x: i32, y: i32, first: u32) -> BuildingPlan {
    let mut rooms = Vec::new();
    let mut passages = Vec::new();
    for i in 0..7 {
        let upper = i < 4;
        let slot = [0, 1, 2, 3, 0, 2, 3][i as usize];
        let top = if upper { y + 2 } else { y + 19 };
        let rect = Rect::new(x + 1 + 14 * slot, top, 13, 10);
        let title = format!("{short} {}", i + 1);
        let door = format!("{title} door");
        passages.push(if upper {
            Passage::up(door, rect.x + 3, y + 12, 1)
        } else {
            Passage::down(door, rect.x + 12, y + 17, 1)
        });
        let v = first + i;
        let (floor, paper) = (look::classroom_floor(v), look::classroom_paper(v));
        let room = RoomPlan::new(title, "classroom", rect, floor, paper, fittings::classroom);
        rooms.push(room.open(TEACHING).noise("quiet").variant(v));
    }
    let corridor = Rect::new(x + 1, y + 14, 55, 3);
    rooms.push(hall(format!("{short} Corridor"), corridor, fittings::hallway).variant(first));
    let lobby = Rect::new(x + 15, y + 19, 13, 10);
    rooms.push(commons(format!("{short} Lobby"), lobby).variant(first));
    passages.push(Passage::up(format!("{short} arch"), x + 20, y + 17, 2));
    passages.push(Passage::up(format!("{short} main"), x + 20, y + 29, 2));
    BuildingPlan {
        name,
        outline: Rect::new(x, y, 57, 31),
        facade: Facade {
            trim: [0xA8584A, 0xB08A4A, 0x7F4F5A][(first / 7 % 3) as usize],
            wall: 0xC08468,
            brick: true,
        },
        rooms,
        passages,
    }
}

/// A corridor or lobby of a house of teaching.
fn hall(title: String, rect: Rect, furnish: fn(&mut Fit)) -> RoomPlan {
    let floor = Floor::Checker(0xD8CCB4, 0xB9A78C);
    RoomPlan::new(title, "hall", rect, floor, look::teaching_hall(), furnish)
        .capacity(300)
        .open(TEACHING)
}

/// A lobby in which one sits and works.
fn commons(title: String, rect: Rect) -> RoomPlan {
    RoomPlan {
        kind: "common_room",
        ..hall(title, rect, fittings::lobby)
    }
}

/// Two auditoria over a foyer.
fn auditoria(name: &'static str, short: &'static str, x: i32, y: i32, trim: u32) -> BuildingPlan {
    let mut rooms = Vec::new();
    let mut passages = Vec::new();
    for (side, left) in [("West", x + 1), ("East", x + 27)] {
        let title = format!("{short} {side}");
        let door = format!("{title} door");
        passages.push(Passage::up(door, left + 11, y + 20, 2));
        let rect = Rect::new(left, y + 2, 25, 18);
        let (floor, paper) = (Floor::Carpet(0x8F5F58), look::lecture());
        let furnish = fittings::auditorium;
        let room = RoomPlan::new(title, "lecture_hall", rect, floor, paper, furnish);
        rooms.push(room.open(TEACHING).noise("quiet"));
    }
    let foyer = Rect::new(x + 1, y + 22, 51, 4);
    rooms.push(hall(format!("{short} Foyer"), foyer, fittings::lobby));
    passages.push(Passage::up(format!("{short} main"), x + 25, y + 26, 2));
    BuildingPlan {
        name,
        outline: Rect::new(x, y, 53, 28),
        facade: Facade {
            trim,
            wall: 0xD8C8A4,
            brick: false,
        },
        rooms,
        passages,
    }
}

/// A laboratory: its name, whether it is one of computers, and what it is furnished with.
type Laboratory = (&'static str, bool);

const KELVIN: [Laboratory; 3] = [
    ("Optics Lab", false),
    ("North Computer Lab", true),
    ("Physics Lab", false),
];

const CURLEW: [Laboratory; 3] = [
    ("Biology Lab", false),
    ("East Computer Lab", true),
    ("Chemistry Lab", false),
];

/// Three laboratories over a corridor.
fn laboratories(
    name: &'static str,
    short: &'static str,
    x: i32,
    y: i32,
    labs: &[Laboratory],
) -> BuildingPlan {
    let mut rooms = Vec::new();
    let mut passages = Vec::new();
    for (i, (title, computers)) in (0..).zip(labs) {
        let rect = Rect::new(x + 1 + 15 * i, y + 2, 14, 8);
        passages.push(Passage::up(format!("{title} door"), rect.x + 6, y + 10, 1));
        let room = if *computers {
            let (floor, paper) = (Floor::Carpet(0x7F93A8), look::lab(1));
            RoomPlan::new(*title, "lab", rect, floor, paper, study::computers).noise("quiet")
        } else {
            let (floor, paper) = (Floor::Lino(0xC4CCC4), look::lab(0));
            RoomPlan::new(*title, "lab", rect, floor, paper, study::physics)
        };
        rooms.push(room.open(TEACHING));
    }
    let corridor = Rect::new(x + 1, y + 12, 44, 3);
    rooms.push(hall(
        format!("{short} Corridor"),
        corridor,
        fittings::hallway,
    ));
    passages.push(Passage::up(format!("{short} main"), x + 22, y + 15, 2));
    BuildingPlan {
        name,
        outline: Rect::new(x, y, 46, 17),
        facade: Facade {
            trim: 0x4E6E8E,
            wall: 0xB9C2C8,
            brick: false,
        },
        rooms,
        passages,
    }
}

/// Five rooms of six desks each for teachers, over and under a corridor, and a lobby.
fn offices(name: &'static str, short: &'static str, x: i32, y: i32) -> BuildingPlan {
    let mut rooms = Vec::new();
    let mut passages = Vec::new();
    let places = [(1, 2), (20, 2), (39, 2), (1, 17), (39, 17)];
    for (number, (dx, dy)) in (1..).zip(places) {
        let rect = Rect::new(x + dx, y + dy, 18, 8);
        let title = format!("{short} Office {number}");
        let door = format!("{title} door");
        passages.push(if dy == 2 {
            Passage::up(door, rect.x + 9, y + 10, 1)
        } else {
            Passage::down(door, rect.x + 6, y + 15, 1)
        });
        let (floor, paper) = (Floor::Carpet(0x8FA08A), look::office());
        let room = RoomPlan::new(title, "office", rect, floor, paper, study::faculty);
        rooms.push(
            room.open("Mon-Fri 07:30-21:00; Sat 09:00-17:00")
                .capacity(30)
                .noise("quiet"),
        );
    }
    let corridor = Rect::new(x + 1, y + 12, 56, 3);
    rooms.push(hall(
        format!("{short} Corridor"),
        corridor,
        fittings::hallway,
    ));
    let lobby = Rect::new(x + 20, y + 17, 18, 8);
    rooms.push(commons(format!("{short} Lobby"), lobby));
    passages.push(Passage::up(format!("{short} arch"), x + 28, y + 15, 2));
    passages.push(Passage::up(format!("{short} main"), x + 28, y + 25, 2));
    BuildingPlan {
        name,
        outline: Rect::new(x, y, 58, 27),
        facade: Facade {
            trim: 0x5F9A6A,
            wall: 0xD6C2A6,
            brick: true,
        },
        rooms,
        passages,
    }
}

/// A library: a silent floor and stacks over a reading room, or over two of them.
fn library(name: &'static str, x: i32, y: i32, large: bool) -> BuildingPlan {
    let title = |what: &str| format!("{name} {what}");
    let room = |what: &str, rect: Rect, floor: Floor, furnish: fn(&mut Fit)| {
        RoomPlan::new(
            title(what),
            "library",
            rect,
            floor,
            look::library(),
            furnish,
        )
        .open(READING)
        .noise("quiet")
    };
    let (silent, stacks) = (
        Rect::new(x + 1, y + 2, 15, 8),
        Rect::new(x + 17, y + 2, 16, 8),
    );
    let mut rooms = vec![
        room(
            "Silent Floor",
            silent,
            Floor::Carpet(0x6F8478),
            study::silent,
        )
        .noise("silent"),
        room("Stacks", stacks, Floor::Planks(0xB07E52), study::stacks).capacity(40),
    ];
    let mut passages = vec![
        Passage::up(title("silent door"), x + 8, y + 10, 1),
        Passage::up(title("stacks door"), x + 25, y + 10, 1),
    ];
    let readings: &[(&str, i32)] = if large {
        &[("Long Room", 12), ("Reading Room", 22)]
    } else {
        &[("Reading Room", 12)]
    };
    for (what, dy) in readings {
        let rect = Rect::new(x + 1, y + dy, 32, 8);
        rooms.push(room(what, rect, Floor::Parquet(0xBE8F5C), study::reading).capacity(70));
    }
    let bottom = if large { y + 30 } else { y + 20 };
    if large {
        passages.push(Passage::up(title("arch"), x + 16, y + 20, 2));
    }
    passages.push(Passage::up(title("main"), x + 16, bottom, 2));
    BuildingPlan {
        name,
        outline: Rect::new(x, y, 34, bottom + 2 - y),
        facade: Facade {
            trim: 0xB08A4A,
            wall: 0xDDD2BA,
            brick: false,
        },
        rooms,
        passages,
    }
}
