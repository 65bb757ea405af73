//! People drawn from a seed: names from many places, characters, looks, homes, courses and shifts.

use super::{
    CampusMap, PlaceKind, SpotId, SpotKind,
    courses::Term,
    looks::SKINS,
    people::{Look, MindKind, Persona, Relation, Relationship, Role, SeedMemory, Shift, Traits},
};
use collegium_core::{
    dice::{Dice, Draw, Stream},
    i18n::Language,
    ids::{AgentId, PlaceId},
    time::{DAY, DayHours, HOUR, MINUTE, Weekdays},
};

/// First names with their pronouns, family names, and places, by region.
struct Region {
    first: &'static [(&'static str, &'static str)],
    family: &'static [&'static str],
    towns: &'static [&'static str],
}

const REGIONS: &[Region] = &[
    Region {
        first: &[
            ("Adaeze", "she"),
            ("Chidi", "he"),
            ("Ngozi", "she"),
            ("Tunde", "he"),
            ("Ifeoma", "she"),
            ("Emeka", "he"),
        ],
        family: &["Okonkwo", "Adeyemi", "Nwosu", "Balogun", "Eze"],
        towns: &["Lagos", "Enugu", "Ibadan"],
    },
    Region {
        first: &[
            ("Wanjiru", "she"),
            ("Kamau", "he"),
            ("Achieng", "she"),
            ("Otieno", "he"),
        ],
        family: &["Mwangi", "Odhiambo", "Kariuki", "Njoroge"],
        towns: &["Nakuru", "Kisumu", "Nairobi"],
    },
    Region {
        first: &[
            ("Mei", "she"),
            ("Jun", "he"),
            ("Xinyi", "she"),
            ("Hao", "he"),
            ("Lan", "she"),
            ("Bo", "he"),
        ],
        family: &["Chen", "Zhao", "Lin", "Huang", "Sun"],
        towns: &["Chengdu", "Xiamen", "Wuhan"],
    },
    Region {
        first: &[
            ("Linh", "she"),
            ("Minh", "he"),
            ("Thao", "she"),
            ("Quang", "he"),
            ("Hanh", "she"),
        ],
        family: &["Nguyen", "Tran", "Pham", "Le", "Vo"],
        towns: &["Hue", "Da Nang", "Can Tho"],
    },
    Region {
        first: &[
            ("Priya", "she"),
            ("Arjun", "he"),
            ("Kavya", "she"),
            ("Rohan", "he"),
            ("Meera", "she"),
            ("Dev", "he"),
        ],
        family: &["Iyer", "Kulkarni", "Banerjee", "Rao", "Menon"],
        towns: &["Pune", "Kochi", "Kolkata"],
    },
    Region {
        first: &[
            ("Lucía", "she"),
            ("Mateo", "he"),
            ("Camila", "she"),
            ("Diego", "he"),
            ("Valentina", "she"),
            ("Tomás", "he"),
        ],
        family: &["Quiroga", "Herrera", "Salinas", "Paredes", "Ibarra"],
        towns: &["Rosario", "Medellín", "Puebla"],
    },
    Region {
        first: &[
            ("Freya", "she"),
            ("Aksel", "he"),
            ("Saga", "she"),
            ("Eino", "he"),
            ("Ida", "she"),
            ("Nils", "he"),
        ],
        family: &["Lindgren", "Virtanen", "Halvorsen", "Dahl", "Berg"],
        towns: &["Turku", "Bergen", "Uppsala"],
    },
    Region {
        first: &[
            ("Zeynep", "she"),
            ("Emre", "he"),
            ("Leyla", "she"),
            ("Kerem", "he"),
        ],
        family: &["Yildiz", "Demir", "Aksoy", "Kaya"],
        towns: &["Izmir", "Bursa", "Ankara"],
    },
    Region {
        first: &[
            ("Yasmin", "she"),
            ("Omar", "he"),
            ("Nour", "they"),
            ("Karim", "he"),
            ("Salma", "she"),
        ],
        family: &["Haddad", "Mansour", "Khalil", "Nasser"],
        towns: &["Amman", "Tunis", "Alexandria"],
    },
    Region {
        first: &[
            ("Zofia", "she"),
            ("Jakub", "he"),
            ("Irena", "she"),
            ("Marek", "he"),
            ("Sasha", "they"),
        ],
        family: &["Kowalczyk", "Novák", "Horvat", "Petrov", "Wozniak"],
        towns: &["Gdańsk", "Brno", "Zagreb"],
    },
    Region {
        first: &[
            ("Aiko", "she"),
            ("Haruto", "he"),
            ("Sora", "they"),
            ("Yui", "she"),
            ("Ren", "he"),
        ],
        family: &["Tanaka", "Fujimoto", "Ishikawa", "Morita"],
        towns: &["Sendai", "Kanazawa", "Kobe"],
    },
    Region {
        first: &[
            ("Orla", "she"),
            ("Callum", "he"),
            ("Rhiannon", "she"),
            ("Ewan", "he"),
            ("Robin", "they"),
        ],
        family: &["Gallagher", "Pritchard", "McKenna", "Fraser", "Whitby"],
        towns: &["Galway", "Swansea", "Dundee"],
    },
];

const NATURES: &[&str] = &[
    "curious",
    "shy",
    "cheerful",
    "stubborn",
    "gentle",
    "ambitious",
    "dreamy",
    "blunt",
    "witty",
    "careful",
    "restless",
    "generous",
    "sceptical",
    "orderly",
    "playful",
    "quiet",
    "talkative",
    "loyal",
    "inventive",
    "calm",
];

const STUDENT_GOALS: &[&str] = &[
    "pass every course of the term",
    "find friends for the weekend walks",
    "win a place on the exchange year",
    "write for the student paper",
    "learn to cook three good dishes",
    "play in a band",
    "get fit before spring",
    "finish a novel",
    "build a small weather station",
    "speak up more in class",
];

const TASKS: &[&str] = &[
    "catch up on the reading",
    "prepare a presentation",
    "write the first essay",
    "work through the problem sheets",
    "plan the term project",
];

const HAIR: &[(&str, u32)] = &[
    ("short", 7),
    ("side_part", 7),
    ("buzz", 7),
    ("curly", 7),
    ("bob", 7),
    ("long", 7),
    ("ponytail", 7),
    ("bun", 7),
    ("wavy", 7),
    ("braids", 7),
    ("afro", 7),
];
const HAIR_COLORS: &[&str] = &[
    "black",
    "black",
    "dark_brown",
    "dark_brown",
    "brown",
    "auburn",
    "ginger",
    "blonde",
];
const CLOTHS: &[&str] = &[
    "navy", "sky", "teal", "forest", "olive", "sage", "mustard", "ochre", "rust", "brick", "rose",
    "plum", "lilac", "cream", "charcoal", "slate",
];
const TOPS: &[&str] = &[
    "tshirt", "shirt", "hoodie", "sweater", "cardigan", "jacket", "blouse", "vest",
];
const BOTTOMS: &[&str] = &["trousers", "jeans", "skirt", "long_skirt", "shorts"];

/// Adds `count` people, each with their money in cents at the start.
pub fn generate(
    dice: &Dice,
    count: usize,
    students: f32,
    map: &CampusMap,
    term: &mut Term,
    people: &mut Vec<(Persona, u32)>,
) {
    let mut beds: Vec<(PlaceId, SpotId)> = map
        .of_kind(PlaceKind::Bedroom)
        .flat_map(|room| {
            map.spots_of(room, SpotKind::Bed)
                .map(move |bed| (room, bed))
        })
        .filter(|(_, bed)| !people.iter().any(|(p, _)| p.bed == Some(*bed)))
        .collect();
    beds.reverse();
    for _ in 0..count {
        let id = AgentId(people.len() as u32);
        let mut roll = dice.stream(id.0, Draw::Population, 0);
        let is_student = roll.chance(students);
        let mut persona = draw(&mut roll, is_student, people);
        if roll.chance(0.85)
            && let Some((room, bed)) = beds.pop()
        {
            persona.home = Some(room);
            persona.bed = Some(bed);
        }
        if is_student {
            enrol(&mut roll, id, map, term);
        } else {
            persona.shifts = shifts(&mut roll, persona.role, map);
        }
        acquaint(&mut roll, id, &mut persona, people);
        people.push((persona, (roll.between(40.0, 240.0) * 100.0) as u32));
    }
}

fn draw(roll: &mut Stream, is_student: bool, people: &[(Persona, u32)]) -> Persona {
    let (name, pronouns, town) = naming(roll, people);
    let traits = traits(roll);
    let (role, group) = position(roll, is_student, people);
    let wakes = (6.0 + roll.between(-0.3, 1.2) - 0.6 * traits.diligence) * HOUR as f32;
    let nature = |roll: &mut Stream| roll.pick(NATURES).copied().unwrap_or("calm").to_owned();
    Persona {
        age: if is_student {
            18 + roll.index(7) as u8
        } else {
            24 + roll.index(40) as u8
        },
        role,
        pronouns: pronouns.to_owned(),
        origin: town.to_owned(),
        innate: vec![nature(roll), nature(roll)],
        background: format!("Came to Larkmoor from {town}."),
        lifestyle: if traits.energy > 0.5 {
            "Up early and about.".to_owned()
        } else {
            "Takes the days slowly.".to_owned()
        },
        goals: vec![
            roll.pick(STUDENT_GOALS)
                .copied()
                .unwrap_or("have a good term")
                .to_owned(),
        ],
        task: if is_student {
            roll.pick(TASKS).copied().unwrap_or("study").to_owned()
        } else {
            format!("do good work as a {role}")
        },
        group,
        home: None,
        bed: None,
        wakes: wakes as u32 / MINUTE * MINUTE,
        sleeps: ((22.2 + roll.between(0.0, 1.6)) * HOUR as f32) as u32 / MINUTE * MINUTE % DAY,
        look: look(roll),
        shifts: Vec::new(),
        relationships: Vec::new(),
        memories: vec![SeedMemory {
            text: first_memory(roll).to_owned(),
            importance: 4,
        }],
        language: Language::English,
        mind: MindKind::BuiltIn,
        traits,
        name,
    }
}

/// A name that nobody bears yet, the pronouns that go with it, and the town they come from.
fn naming(roll: &mut Stream, people: &[(Persona, u32)]) -> (String, &'static str, &'static str) {
    let mut choice = None;
    for attempt in 0..60 {
        let region = roll.pick(REGIONS).unwrap_or(&REGIONS[0]);
        let (first, pronouns) = roll
            .pick(region.first)
            .copied()
            .unwrap_or(("Robin", "they"));
        let family = roll.pick(region.family).copied().unwrap_or("Whitby");
        let town = roll.pick(region.towns).copied().unwrap_or("Dundee");
        let initial = char::from(b'A' + roll.index(26) as u8);
        let name = if attempt < 8 {
            format!("{first} {family}")
        } else {
            format!("{first} {initial}. {family}")
        };
        if !people.iter().any(|(p, _)| p.name == name) {
            choice = Some((name, pronouns, town));
            break;
        }
    }
    // With hundreds of people the plain names run out; a number is left for the case that even
    // initials do.
    choice.unwrap_or_else(|| (format!("Robin Whitby {}", people.len()), "they", "Dundee"))
}

/// Traits, each near the middle more often than at an end.
fn traits(roll: &mut Stream) -> Traits {
    let mut part = || (0.5 + 0.5 * roll.bell()).clamp(0.0, 1.0);
    Traits {
        punctuality: part(),
        diligence: part(),
        sociability: part(),
        patience: part(),
        courtesy: part(),
        energy: part(),
        thrift: part(),
        quietness: part(),
    }
}

/// What somebody does on the campus and the group they belong to.
fn position(roll: &mut Stream, is_student: bool, people: &[(Persona, u32)]) -> (Role, String) {
    let groups: Vec<&String> = people
        .iter()
        .filter(|(p, _)| p.role == Role::Student)
        .map(|(p, _)| &p.group)
        .collect();
    let staff = [
        Role::Clerk,
        Role::Cleaner,
        Role::Gardener,
        Role::Technician,
        Role::Coach,
        Role::Counsellor,
        Role::Librarian,
    ];
    let role = if is_student {
        Role::Student
    } else {
        roll.pick(&staff).copied().unwrap_or(Role::Clerk)
    };
    let group = match (is_student, roll.pick(&groups)) {
        (true, Some(group)) => (*group).clone(),
        (true, None) => "humanities".to_owned(),
        (false, _) => "staff".to_owned(),
    };
    (role, group)
}

fn look(roll: &mut Stream) -> Look {
    let word = |roll: &mut Stream, words: &[&str]| {
        roll.pick(words)
            .map_or_else(String::new, |w| (*w).to_owned())
    };
    let hair = roll
        .pick(HAIR)
        .map_or("short", |(style, _)| style)
        .to_owned();
    Look {
        skin: word(roll, SKINS),
        hair,
        hair_color: word(roll, HAIR_COLORS),
        top: word(roll, TOPS),
        top_color: word(roll, CLOTHS),
        bottom: word(roll, BOTTOMS),
        bottom_color: word(roll, CLOTHS),
        beard: String::new(),
        extra: if roll.chance(0.25) {
            vec!["glasses".to_owned()]
        } else {
            Vec::new()
        },
        extra_color: "charcoal".to_owned(),
        shoes_color: "brown".to_owned(),
    }
}

/// Enrols a student in up to four courses that do not clash and whose rooms have seats left.
fn enrol(roll: &mut Stream, id: AgentId, map: &CampusMap, term: &mut Term) {
    let mut order: Vec<usize> = (0..term.courses.len()).collect();
    for i in (1..order.len()).rev() {
        order.swap(i, roll.index(i + 1));
    }
    let mut taken: Vec<usize> = Vec::new();
    for c in order {
        let course = &term.courses[c];
        let place = map.place(course.room);
        let seats = place
            .spots
            .iter()
            .filter(|s| matches!(map.spot(**s).kind, SpotKind::Desk | SpotKind::Seat))
            .count();
        let clash = taken
            .iter()
            .any(|t| clashes(&term.courses[*t].sessions, &course.sessions));
        if !clash && course.students.len() < seats {
            term.courses[c].students.push(id);
            taken.push(c);
        }
        if taken.len() == 4 {
            break;
        }
    }
}

fn clashes(a: &[DayHours], b: &[DayHours]) -> bool {
    a.iter().any(|a| {
        b.iter()
            .any(|b| a.days.0 & b.days.0 != 0 && a.from < b.to && b.from < a.to)
    })
}

fn shifts(roll: &mut Stream, role: Role, map: &CampusMap) -> Vec<Shift> {
    let (kinds, what): (&[PlaceKind], &str) = match role {
        Role::Clerk => (&[PlaceKind::Office], "keeps the files in order"),
        Role::Librarian => (&[PlaceKind::Library], "shelves the returned books"),
        Role::Technician => (&[PlaceKind::Lab], "looks after the instruments"),
        Role::Coach => (&[PlaceKind::Gym], "runs the training hours"),
        Role::Counsellor => (
            &[PlaceKind::Office, PlaceKind::HealthCentre],
            "sees students",
        ),
        Role::Gardener => (
            &[PlaceKind::Lawn, PlaceKind::Plaza],
            "looks after beds and lawns",
        ),
        _ => (
            &[
                PlaceKind::Hall,
                PlaceKind::CommonRoom,
                PlaceKind::LectureHall,
            ],
            "keeps the rooms clean",
        ),
    };
    let places: Vec<PlaceId> = map
        .places
        .iter()
        .enumerate()
        .filter(|(_, p)| kinds.contains(&p.kind))
        .map(|(i, _)| PlaceId(i as u16))
        .collect();
    let Some(place) = roll.pick(&places).copied() else {
        return Vec::new();
    };
    let from = (8 * HOUR) + roll.index(4) as u32 * 30 * MINUTE;
    let weekdays = Weekdays(0b001_1111);
    [(from, from + 4 * HOUR), (from + 5 * HOUR, from + 8 * HOUR)]
        .map(|(from, to)| Shift {
            place,
            hours: DayHours {
                days: weekdays,
                from,
                to,
            },
            what: what.to_owned(),
        })
        .to_vec()
}

/// Makes somebody known to two or three of the people who are there already, mostly of their own
/// group.
fn acquaint(roll: &mut Stream, id: AgentId, persona: &mut Persona, people: &mut [(Persona, u32)]) {
    for _ in 0..2 + roll.index(2) {
        let same: Vec<usize> = (0..people.len())
            .filter(|i| people[*i].0.group == persona.group)
            .collect();
        let other = if roll.chance(0.7) {
            roll.pick(&same).copied()
        } else {
            Some(roll.index(people.len()))
        };
        let Some(other) = other.filter(|o| *o < people.len()) else {
            continue;
        };
        let with = AgentId(other as u32);
        if persona.relationships.iter().any(|r| r.with == with) {
            continue;
        }
        let kind = if roll.chance(0.5) {
            Relation::Friend
        } else {
            Relation::Acquaintance
        };
        let closeness = if kind == Relation::Friend {
            roll.between(4.0, 8.0)
        } else {
            roll.between(1.0, 4.0)
        };
        persona.relationships.push(Relationship {
            with,
            kind,
            closeness,
            note: String::new(),
        });
        people[other].0.relationships.push(Relationship {
            with: id,
            kind,
            closeness,
            note: String::new(),
        });
    }
}

/// Something to remember and to tell, in the first person.
fn first_memory(roll: &mut Stream) -> &'static str {
    const FIRST: [&str; 12] = [
        "I still remember my first evening at Larkmoor: the lamps went on all at once",
        "I got lost in Hollis Hall on my first day and sat in the wrong class for an hour",
        "I once shared an umbrella with a stranger all the way from the gate, and we never told \
         each other our names",
        "I left my best scarf on a bench by the fountain, and somebody had folded it when I came \
         back",
        "I came here with one suitcase and a box of books, and the books were heavier",
        "I have counted the ducks on the pond every week, and the number is never the same",
        "I promised a friend at home a letter a month, and I am two behind",
        "I broke a plate in the refectory in my first week, and the cook said that it brings luck",
        "I heard somebody play the piano at midnight, and I have never found out who it was",
        "I fell asleep in the library once and woke under somebody's coat",
        "I nearly went home in the second week, and I am glad that I missed the bus",
        "I planted an acorn behind the dorm, and I tell nobody where",
    ];
    roll.pick(&FIRST).copied().unwrap_or(FIRST[0])
}
