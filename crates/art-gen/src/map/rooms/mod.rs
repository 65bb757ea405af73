//! The buildings of Larkmoor, one after the other.

pub mod living;
pub mod looks;
pub mod services;
pub mod sports;
pub mod study;
pub mod teaching;

use super::plan::{BuildingPlan, Passage, RoomPlan};
use crate::{
    scene::Rect,
    tiles::{floors::Floor, walls::Facade},
};
use looks as look;

const TEACHING: &str = "Mon-Fri 07:30-21:00; Sat 09:00-17:00";

/// All buildings of the campus, with their rooms and doors.
pub fn campus() -> Vec<BuildingPlan> {
    vec![
        student_house(
            "Alder House",
            "Alder",
            4,
            2,
            Facade {
                trim: 0x4F7F62,
                wall: 0xD8C8A4,
                brick: false,
            },
        ),
        student_house(
            "Birch House",
            "Birch",
            92,
            2,
            Facade {
                trim: 0x4F79A4,
                wall: 0xE0D6C4,
                brick: false,
            },
        ),
        juniper(),
        hollis(),
        newton(),
        library(),
        refectory(),
        cafe(),
        sports_hall(),
        music(),
        shop(),
        administration(),
        health(),
        lodge(),
    ]
}

/// A house of twelve students' rooms over and under a corridor, entered through its common room.
fn student_house(name: &'static str, short: &str, x: i32, y: i32, facade: Facade) -> BuildingPlan {
    let mut rooms = Vec::new();
    let mut passages = Vec::new();
    for i in 0..12 {
        let (column, upper) = if i < 7 { (i, true) } else { (i - 7, false) };
        let rect = Rect::new(x + 1 + 5 * column, if upper { y + 2 } else { y + 12 }, 4, 4);
        let title = format!("{short} {}", i + 1);
        let variant =
            (i as u32) * 2 + u32::from(i % 3 == 1) + if short == "Birch" { 40 } else { 0 };
        let door = rect.x
            + if (variant / 2).is_multiple_of(2) {
                1
            } else {
                2
            };
        passages.push(if upper {
            Passage::up(format!("{title} door"), door, y + 6, 1)
        } else {
            Passage::down(format!("{title} door"), door, y + 10, 1)
        });
        rooms.push(
            RoomPlan::new(
                title,
                "bedroom",
                rect,
                look::bedroom_floor(variant),
                look::bedroom_paper(variant),
                living::bedroom,
            )
            .noise("quiet")
            .variant(variant),
        );
    }
    let seed = x as u32;
    finish_house(&mut rooms, &mut passages, short, x, y, seed);
    BuildingPlan {
        name,
        outline: Rect::new(x, y, 44, 18),
        facade,
        rooms,
        passages,
    }
}

/// The house of staff and faculty: ten larger rooms.
fn juniper() -> BuildingPlan {
    let (x, y) = (92, 75);
    let mut rooms = Vec::new();
    let mut passages = Vec::new();
    for i in 0..10 {
        let upper = i < 5;
        let rect = if upper {
            Rect::new(x + 1 + 7 * i, y + 2, 6, 4)
        } else {
            Rect::new(x + 1 + 5 * (i - 5), y + 12, 4, 4)
        };
        let title = format!("Juniper {}", i + 1);
        let variant = 80 + i as u32 * 2;
        let door = rect.x
            + if upper || (variant / 2).is_multiple_of(2) {
                1
            } else {
                2
            };
        passages.push(if upper {
            Passage::up(format!("{title} door"), door, y + 6, 1)
        } else {
            Passage::down(format!("{title} door"), door, y + 10, 1)
        });
        let furnish = if upper { living::flat } else { living::bedroom };
        rooms.push(
            RoomPlan::new(
                title,
                "bedroom",
                rect,
                look::bedroom_floor(variant),
                look::bedroom_paper(variant),
                furnish,
            )
            .noise("quiet")
            .variant(variant),
        );
    }
    finish_house(&mut rooms, &mut passages, "Juniper", x, y, 7);
    let facade = Facade {
        trim: 0x8A6A9A,
        wall: 0xDCCFC0,
        brick: false,
    };
    BuildingPlan {
        name: "Juniper House",
        outline: Rect::new(x, y, 44, 18),
        facade,
        rooms,
        passages,
    }
}

/// The corridor, washroom and common room that all three houses share.
fn finish_house(
    rooms: &mut Vec<RoomPlan>,
    passages: &mut Vec<Passage>,
    short: &str,
    x: i32,
    y: i32,
    seed: u32,
) {
    let corridor = Rect::new(x + 1, y + 8, 42, 2);
    rooms.push(
        RoomPlan::new(
            format!("{short} Hall"),
            "hall",
            corridor,
            Floor::Planks(0xB98B5E),
            look::hall(seed),
            living::corridor,
        )
        .capacity(40)
        .variant(seed),
    );
    let wash = Rect::new(x + 36, y + 2, 7, 4);
    rooms.push(
        RoomPlan::new(
            format!("{short} Washroom"),
            "washroom",
            wash,
            Floor::Tiles(0xBFD2CE),
            look::tiled(seed),
            living::washroom,
        )
        .capacity(8)
        .variant(seed),
    );
    passages.push(Passage::up(
        format!("{short} Washroom door"),
        x + 38,
        y + 6,
        1,
    ));
    let common = Rect::new(x + 26, y + 12, 17, 4);
    rooms.push(
        RoomPlan::new(
            format!("{short} Common Room"),
            "common_room",
            common,
            Floor::Parquet(0xC79A66),
            look::common(seed),
            living::common,
        )
        .capacity(30)
        .variant(seed),
    );
    passages.push(Passage::up(format!("{short} arch"), x + 34, y + 10, 2));
    passages.push(Passage::up(format!("{short} main"), x + 34, y + 16, 2));
}

fn hollis() -> BuildingPlan {
    let mut rooms = Vec::new();
    let mut passages = Vec::new();
    for i in 0..4 {
        let rect = Rect::new(7 + 11 * i, 25, 10, 8);
        rooms.push(classroom(i + 1, rect, teaching::classroom));
        passages.push(Passage::up(
            format!("Classroom {} door", i + 1),
            rect.x + 3,
            33,
            1,
        ));
    }
    for i in 0..2 {
        let rect = Rect::new(7 + 11 * i, 40, 10, 8);
        rooms.push(classroom(i + 5, rect, teaching::classroom_below));
        passages.push(Passage::down(
            format!("Classroom {} door", i + 5),
            rect.x + 9,
            38,
            1,
        ));
    }
    let corridor = Rect::new(7, 35, 43, 3);
    rooms.push(
        RoomPlan::new(
            "Hollis Corridor",
            "hall",
            corridor,
            Floor::Checker(0xD8CCB4, 0xB9A78C),
            look::teaching_hall(),
            teaching::corridor,
        )
        .capacity(120)
        .open(TEACHING),
    );
    let lobby = Rect::new(29, 40, 4, 8);
    rooms.push(
        RoomPlan::new(
            "Hollis Lobby",
            "hall",
            lobby,
            Floor::Checker(0xD8CCB4, 0xA8624E),
            look::teaching_hall(),
            teaching::lobby,
        )
        .capacity(40)
        .open(TEACHING),
    );
    let theatre = Rect::new(34, 40, 16, 11);
    rooms.push(
        RoomPlan::new(
            "Lecture Hall",
            "lecture_hall",
            theatre,
            Floor::Carpet(0x8F5F58),
            look::lecture(),
            teaching::lecture_hall,
        )
        .open(TEACHING)
        .noise("quiet"),
    );
    passages.push(Passage::down("Lecture Hall west", 34, 38, 1));
    passages.push(Passage::down("Lecture Hall east", 49, 38, 1));
    passages.push(Passage::up("Hollis arch", 30, 38, 2));
    passages.push(Passage::up("Hollis main", 30, 48, 2));
    let facade = Facade {
        trim: 0xA8584A,
        wall: 0xC08468,
        brick: true,
    };
    BuildingPlan {
        name: "Hollis Hall",
        outline: Rect::new(6, 23, 45, 30),
        facade,
        rooms,
        passages,
    }
}

fn classroom(number: i32, rect: Rect, furnish: fn(&mut super::fit::Fit)) -> RoomPlan {
    let variant = number as u32;
    RoomPlan::new(
        format!("Classroom {number}"),
        "classroom",
        rect,
        look::classroom_floor(variant),
        look::classroom_paper(variant),
        furnish,
    )
    .open(TEACHING)
    .noise("quiet")
    .variant(variant)
}

fn newton() -> BuildingPlan {
    let rooms = vec![
        RoomPlan::new(
            "Physics Lab",
            "lab",
            Rect::new(88, 26, 14, 8),
            Floor::Lino(0xC4CCC4),
            look::lab(0),
            study::physics,
        )
        .open(TEACHING),
        RoomPlan::new(
            "Computer Lab",
            "lab",
            Rect::new(103, 26, 14, 8),
            Floor::Carpet(0x7F93A8),
            look::lab(1),
            study::computers,
        )
        .open(TEACHING)
        .noise("quiet"),
        RoomPlan::new(
            "Faculty Offices",
            "office",
            Rect::new(118, 26, 18, 8),
            Floor::Carpet(0x8FA08A),
            look::office(),
            study::faculty,
        )
        .open("Mon-Fri 07:30-21:00; Sat 09:00-17:00")
        .capacity(24)
        .noise("quiet"),
        RoomPlan::new(
            "Newton Corridor",
            "hall",
            Rect::new(88, 36, 48, 3),
            Floor::Stone(0xC2BDB4),
            look::newton_hall(),
            study::corridor,
        )
        .open(TEACHING)
        .capacity(100),
    ];
    let passages = vec![
        Passage::up("Physics Lab door", 94, 34, 1),
        Passage::up("Computer Lab door", 109, 34, 1),
        Passage::up("Faculty Offices door", 127, 34, 1),
        Passage::up("Newton main", 111, 39, 2),
    ];
    let facade = Facade {
        trim: 0x4E6E8E,
        wall: 0xB9C2C8,
        brick: false,
    };
    BuildingPlan {
        name: "Newton Labs",
        outline: Rect::new(87, 24, 50, 17),
        facade,
        rooms,
        passages,
    }
}

fn library() -> BuildingPlan {
    let open = "07:00-22:00";
    let rooms = vec![
        RoomPlan::new(
            "Library Silent Floor",
            "library",
            Rect::new(54, 3, 15, 8),
            Floor::Carpet(0x6F8478),
            look::library(),
            study::silent,
        )
        .open(open)
        .noise("silent"),
        RoomPlan::new(
            "Library Stacks",
            "library",
            Rect::new(70, 3, 16, 8),
            Floor::Planks(0xB07E52),
            look::library(),
            study::stacks,
        )
        .open(open)
        .noise("quiet")
        .capacity(24),
        RoomPlan::new(
            "Library Reading Room",
            "library",
            Rect::new(54, 13, 32, 8),
            Floor::Parquet(0xBE8F5C),
            look::library(),
            study::reading,
        )
        .open(open)
        .noise("quiet"),
    ];
    let passages = vec![
        Passage::up("Library silent door", 61, 11, 1),
        Passage::up("Library stacks door", 78, 11, 1),
        Passage::up("Library main", 69, 21, 2),
    ];
    let facade = Facade {
        trim: 0xB08A4A,
        wall: 0xDDD2BA,
        brick: false,
    };
    BuildingPlan {
        name: "Larkmoor Library",
        outline: Rect::new(53, 1, 34, 22),
        facade,
        rooms,
        passages,
    }
}

fn refectory() -> BuildingPlan {
    let room = RoomPlan::new(
        "Refectory",
        "cafeteria",
        Rect::new(5, 58, 26, 14),
        Floor::Checker(0xE0D2B4, 0xCBA888),
        look::refectory(),
        services::refectory,
    )
    .open("06:00-20:30")
    .sells(
        "breakfast 3.50, lunch 6.50, dinner 7.50, coffee 1.80, tea 1.40",
        4.0,
    )
    .capacity(126);
    let facade = Facade {
        trim: 0xC07A3E,
        wall: 0xD9B48A,
        brick: true,
    };
    BuildingPlan {
        name: "Refectory",
        outline: Rect::new(4, 56, 28, 18),
        facade,
        rooms: vec![room],
        passages: vec![Passage::up("Refectory main", 17, 72, 2)],
    }
}

fn cafe() -> BuildingPlan {
    let room = RoomPlan::new(
        "Fig Tree Café",
        "cafe",
        Rect::new(37, 58, 14, 9),
        Floor::Planks(0xC4935E),
        look::cafe(),
        services::cafe,
    )
    .open("Mon-Fri 07:00-21:00; Sat 10:00-18:00; Sun 10:00-16:00")
    .sells(
        "coffee 2.80, tea 2.20, pastry 2.40, snack 3.20, lunch 7.20",
        1.5,
    )
    .capacity(30);
    let facade = Facade {
        trim: 0x5F9A6A,
        wall: 0xE6D4B8,
        brick: false,
    };
    BuildingPlan {
        name: "Fig Tree Café",
        outline: Rect::new(36, 56, 16, 13),
        facade,
        rooms: vec![room],
        passages: vec![Passage::up("Café main", 45, 67, 2)],
    }
}

fn sports_hall() -> BuildingPlan {
    let rooms = vec![
        RoomPlan::new(
            "Gymnasium",
            "gym",
            Rect::new(5, 79, 24, 9),
            Floor::Gym(0xD9A868),
            look::gym(),
            sports::gymnasium,
        )
        .open("06:30-22:00")
        .noise("loud")
        .capacity(40),
        RoomPlan::new(
            "Gym Showers",
            "washroom",
            Rect::new(5, 90, 10, 4),
            Floor::Tiles(0xC4D4D8),
            look::tiled(1),
            sports::showers,
        )
        .capacity(12),
    ];
    let passages = vec![
        Passage::up("Gym main", 22, 88, 2),
        Passage::down("Gym Showers door", 14, 88, 1),
    ];
    let facade = Facade {
        trim: 0xC29A3E,
        wall: 0xC9B79A,
        brick: true,
    };
    BuildingPlan {
        name: "Gymnasium",
        outline: Rect::new(4, 77, 26, 19),
        facade,
        rooms,
        passages,
    }
}

fn music() -> BuildingPlan {
    let room = RoomPlan::new(
        "Music Room",
        "music_room",
        Rect::new(36, 82, 10, 8),
        Floor::Planks(0xA87450),
        look::music(),
        sports::music,
    )
    .open("08:00-22:00")
    .noise("loud")
    .capacity(16);
    let facade = Facade {
        trim: 0x9A5A86,
        wall: 0xDCC9C0,
        brick: false,
    };
    BuildingPlan {
        name: "Music Room",
        outline: Rect::new(35, 80, 12, 12),
        facade,
        rooms: vec![room],
        passages: vec![Passage::up("Music main", 40, 90, 2)],
    }
}

fn shop() -> BuildingPlan {
    let room = RoomPlan::new(
        "Campus Shop",
        "shop",
        Rect::new(50, 81, 12, 9),
        Floor::Lino(0xD6CCB8),
        look::shop(),
        services::shop,
    )
    .open("Mon-Wed 09:00-17:00; Thu 13:00-18:00; Fri 09:00-17:00; Sat 10:00-16:00")
    .sells(
        "snack 2.50, groceries 8.00, toiletries 5.00, book 14.00, stationery 4.00",
        2.0,
    )
    .capacity(24);
    let facade = Facade {
        trim: 0x3F8A92,
        wall: 0xE2D6BE,
        brick: false,
    };
    BuildingPlan {
        name: "Campus Shop",
        outline: Rect::new(49, 79, 14, 13),
        facade,
        rooms: vec![room],
        passages: vec![Passage::up("Shop main", 55, 90, 2)],
    }
}

fn administration() -> BuildingPlan {
    let room = RoomPlan::new(
        "Administration",
        "office",
        Rect::new(91, 62, 12, 8),
        Floor::Parquet(0xC9A06C),
        look::office(),
        services::administration,
    )
    .open("Mon-Fri 08:30-17:00")
    .noise("quiet")
    .capacity(20);
    let facade = Facade {
        trim: 0x7F4F5A,
        wall: 0xD6C2A6,
        brick: true,
    };
    BuildingPlan {
        name: "Administration",
        outline: Rect::new(90, 60, 14, 12),
        facade,
        rooms: vec![room],
        passages: vec![Passage::up("Administration main", 96, 70, 2)],
    }
}

fn health() -> BuildingPlan {
    let room = RoomPlan::new(
        "Health Centre",
        "health_centre",
        Rect::new(108, 62, 13, 8),
        Floor::Tiles(0xD8DED4),
        look::health(),
        services::health,
    )
    .open("Mon-Fri 08:30-15:30; Sat 10:00-14:00")
    .sells("medicine 6.00", 0.5)
    .noise("quiet")
    .capacity(18);
    let facade = Facade {
        trim: 0xC4706A,
        wall: 0xE6E2D8,
        brick: false,
    };
    BuildingPlan {
        name: "Health Centre",
        outline: Rect::new(107, 60, 15, 12),
        facade,
        rooms: vec![room],
        passages: vec![Passage::up("Health main", 115, 70, 2)],
    }
}

fn lodge() -> BuildingPlan {
    let room = RoomPlan::new(
        "Porter's Lodge",
        "office",
        Rect::new(75, 87, 6, 5),
        Floor::Stone(0xC4B49C),
        look::lodge(),
        services::lodge,
    )
    .capacity(6);
    let facade = Facade {
        trim: 0x6A7A5A,
        wall: 0xC4B59A,
        brick: true,
    };
    BuildingPlan {
        name: "Porter's Lodge",
        outline: Rect::new(74, 85, 8, 9),
        facade,
        rooms: vec![room],
        passages: vec![Passage::up("Lodge main", 77, 92, 2)],
    }
}
