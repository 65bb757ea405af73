//! People drawn from a seed: names from many places, characters, looks, homes, courses and shifts.
//! Their words stand in `assets/population/`.

mod posts;
mod stock;
mod tasks;

pub use tasks::complete;

use super::{
    CampusMap, PlaceKind, SpotId, SpotKind,
    courses::Term,
    looks::SKINS,
    people::{
        Aims, Look, MindKind, Persona, Relation, Relationship, Role, SeedMemory, Shift, Traits,
    },
};
use collegium_core::{
    dice::{Dice, Draw, Stream},
    i18n::Language,
    ids::{AgentId, PlaceId},
    sentence::Sentence,
    time::{DAY, DayHours, HOUR, MINUTE, Weekdays},
};
use posts::Post;
use stock::{PeopleStock, stock};

/// Who people are who are drawn from the seed.
const PERSON: Draw = Draw::of("campus: a person");

const HAIR: &[&str] = &[
    "short",
    "side_part",
    "buzz",
    "curly",
    "bob",
    "long",
    "ponytail",
    "bun",
    "wavy",
    "braids",
    "afro",
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

/// Who is to be drawn, as a scenario says.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    /// How many people.
    pub people: usize,
    /// The share of students among them; others are drawn for the posts first.
    pub students: f32,
    /// The share of those who live on the campus while beds are left.
    pub housed: f32,
    /// The groups that students are of; none for those of the students who are there.
    pub groups: Vec<String>,
    /// What the campus has posts for; none where nobody is to be drawn for any.
    pub posts: Option<Vacancies>,
}

/// The courses that nobody of the scenario teaches, by their numbers, each with the name that the
/// term gives its teacher.
pub type Vacancies = Vec<(String, usize)>;

/// Adds people, each with their money in cents at the start.
pub fn generate(
    dice: &Dice,
    drawing: &Drawing,
    map: &CampusMap,
    term: &mut Term,
    people: &mut Vec<(Persona, u32)>,
) {
    let mut beds = free_beds(map, people);
    let posts = drawing
        .posts
        .as_deref()
        .map(|vacant| posts::all(map, vacant));
    // Whoever has a post has one with every seed, so that their number is none of luck.
    let staff = ((1.0 - drawing.students) * drawing.people as f32).round() as usize;
    let staff = posts.is_some().then_some(staff);
    let mut posts = posts.unwrap_or_default().into_iter();
    for number in 0..drawing.people {
        let id = AgentId(people.len() as u32);
        let mut roll = dice.stream(id.0, PERSON, 0);
        let is_student = match staff {
            Some(staff) => number >= staff,
            None => roll.chance(drawing.students),
        };
        let mut persona = draw(&mut roll, is_student, drawing, map, people);
        if roll.chance(drawing.housed)
            && let Some((room, bed)) = beds.pop()
        {
            persona.home = Some(room);
            persona.bed = Some(bed);
        }
        if is_student {
            enrol(&mut roll, id, map, term);
        } else if let Some(post) = posts.next() {
            take(post, id, &mut persona, term);
        } else {
            persona.shifts = shifts(&mut roll, persona.role, map);
        }
        acquaint(&mut roll, id, &mut persona, people);
        people.push((persona, (roll.between(40.0, 240.0) * 100.0) as u32));
    }
}

/// The beds of bedrooms that are nobody's, the last of the map first.
fn free_beds(map: &CampusMap, people: &[(Persona, u32)]) -> Vec<(PlaceId, SpotId)> {
    let mut beds: Vec<(PlaceId, SpotId)> = map
        .of_kind(PlaceKind::Bedroom)
        .flat_map(|room| {
            map.spots_of(room, SpotKind::Bed)
                .map(move |bed| (room, bed))
        })
        .filter(|(_, bed)| !people.iter().any(|(p, _)| p.bed == Some(*bed)))
        .collect();
    beds.reverse();
    beds
}

/// Gives somebody a post, with the hours that go with it.
fn take(post: Post, id: AgentId, persona: &mut Persona, term: &mut Term) {
    let stock = stock();
    persona.role = post.role;
    persona.task = stock.duty.with(&post.role.to_string());
    if post.role == Role::Teacher {
        stock.groups.teachers.clone_into(&mut persona.group);
    }
    if let Some(name) = post.name {
        let first = name.split(' ').next().unwrap_or_default();
        let mut known = stock.regions.iter().flat_map(|region| &region.first);
        let known = known.find(|(other, _)| other == first);
        known
            .map_or(&stock.names.pronouns, |(_, pronouns)| pronouns)
            .clone_into(&mut persona.pronouns);
        persona.name = name;
    }
    for course in post.courses {
        term.courses[course].teacher = Some(id);
    }
    let begins = post.shifts.iter().map(|s| s.hours.from).min();
    let ends = post.shifts.iter().map(|s| s.hours.to).max();
    if let (Some(begins), Some(ends)) = (begins, ends) {
        keep_hours(persona, begins, ends);
    }
    persona.shifts = post.shifts;
}

/// How long before work somebody gets up, how long after it they go to bed, and how long they
/// sleep.
const RISES: u32 = HOUR + 15 * MINUTE;
const UNWINDS: u32 = HOUR;
const SLEEPS: u32 = 7 * HOUR + 45 * MINUTE;

/// Gets somebody up in time for the earliest they work, and to bed after the latest.
fn keep_hours(persona: &mut Persona, begins: u32, ends: u32) {
    let rises = begins.saturating_sub(RISES);
    if persona.wakes > rises {
        persona.wakes = rises;
        persona.sleeps = (rises + DAY - SLEEPS) % DAY;
    }
    let evening = persona.sleeps > 12 * HOUR;
    if evening && persona.sleeps < ends + UNWINDS {
        persona.sleeps = (ends + UNWINDS) % DAY;
    }
}

fn draw(
    roll: &mut Stream,
    is_student: bool,
    drawing: &Drawing,
    map: &CampusMap,
    people: &[(Persona, u32)],
) -> Persona {
    let stock = stock();
    let (name, pronouns, town) = naming(roll, people);
    let traits = traits(roll);
    let (role, group) = position(roll, is_student, drawing, people);
    let wakes = (6.0 + roll.between(-0.3, 1.2) - 0.6 * traits.diligence) * HOUR as f32;
    Persona {
        age: if is_student {
            18 + roll.index(7) as u8
        } else {
            24 + roll.index(40) as u8
        },
        role,
        pronouns: pronouns.to_owned(),
        origin: town.to_owned(),
        innate: vec![one_of(roll, &stock.natures), one_of(roll, &stock.natures)],
        background: on(map, &stock.background, town),
        lifestyle: if traits.energy > 0.5 {
            stock.lively.clone()
        } else {
            stock.slow.clone()
        },
        goals: vec![one_of(roll, &stock.goals)],
        aims: Aims::default(),
        task: if is_student {
            one_of(roll, &stock.tasks)
        } else {
            stock.duty.with(&role.to_string())
        },
        part: String::new(),
        tasks: Vec::new(),
        group,
        home: None,
        bed: None,
        wakes: wakes as u32 / MINUTE * MINUTE,
        sleeps: ((22.2 + roll.between(0.0, 1.6)) * HOUR as f32) as u32 / MINUTE * MINUTE % DAY,
        look: look(roll),
        shifts: Vec::new(),
        relationships: Vec::new(),
        memories: vec![SeedMemory {
            text: roll
                .pick(&stock.memories)
                .map_or_else(String::new, |memory| on(map, memory, town)),
            importance: 4,
        }],
        language: Language::English,
        mind: MindKind::BuiltIn,
        traits,
        name,
    }
}

/// A sentence of somebody from a town, with what it names of the campus.
fn on(map: &CampusMap, sentence: &Sentence, town: &str) -> String {
    let value = |gap: &str| match gap {
        "town" => Some(town.to_owned()),
        "campus" => Some(map.title()),
        "hall" => Some(hall(map)),
        _ => None,
    };
    sentence.fill(&value, false).unwrap_or_default()
}

/// The house of a campus with the most classrooms, the first of the map where several have as many;
/// the campus itself where there is none.
fn hall(map: &CampusMap) -> String {
    let mut most: (usize, &str) = (0, "");
    for room in map.of_kind(PlaceKind::Classroom) {
        let building = map.place(room).building.as_str();
        let rooms = map.of_kind(PlaceKind::Classroom);
        let many = rooms.filter(|r| map.place(*r).building == building).count();
        if many > most.0 {
            most = (many, building);
        }
    }
    if most.1.is_empty() {
        map.title()
    } else {
        most.1.to_owned()
    }
}

/// One of some words; empty where there are none.
fn one_of(roll: &mut Stream, words: &[impl AsRef<str>]) -> String {
    roll.pick(words)
        .map_or_else(String::new, |word| word.as_ref().to_owned())
}

/// How often a name is drawn before somebody gets a number.
const TRIES: usize = 60;

/// How many of these are without an initial.
const SHORT_TRIES: usize = 8;

/// A name that nobody bears yet, the pronouns that go with it, and the town they come from.
fn naming(roll: &mut Stream, people: &[(Persona, u32)]) -> (String, &'static str, &'static str) {
    let PeopleStock { names, regions, .. } = stock();
    for attempt in 0..TRIES {
        let Some(region) = roll.pick(regions) else {
            break;
        };
        let (Some((first, pronouns)), Some(family), Some(town)) = (
            roll.pick(&region.first),
            roll.pick(&region.family),
            roll.pick(&region.towns),
        ) else {
            break;
        };
        let initial = char::from(b'A' + roll.index(26) as u8);
        let form = if attempt < SHORT_TRIES {
            &names.short
        } else {
            &names.long
        };
        let parts = |part: &str| match part {
            "first" => Some(first.clone()),
            "initial" => Some(initial.to_string()),
            "family" => Some(family.clone()),
            _ => None,
        };
        let name = form.fill(&parts, false).unwrap_or_default();
        if !people.iter().any(|(p, _)| p.name == name) {
            return (name, pronouns, town);
        }
    }
    let name = names.numbered.with(&people.len().to_string());
    (name, &names.pronouns, &names.town)
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

/// What those are who do not study.
const STAFF: &[Role] = &[
    Role::Clerk,
    Role::Cleaner,
    Role::Gardener,
    Role::Technician,
    Role::Coach,
    Role::Counsellor,
    Role::Librarian,
];

/// What somebody does on the campus and the group they belong to.
fn position(
    roll: &mut Stream,
    is_student: bool,
    drawing: &Drawing,
    people: &[(Persona, u32)],
) -> (Role, String) {
    let mut groups: Vec<&String> = drawing.groups.iter().collect();
    if groups.is_empty() {
        let students = people.iter().filter(|(p, _)| p.role == Role::Student);
        groups.extend(students.map(|(p, _)| &p.group));
    }
    let role = if is_student {
        Role::Student
    } else {
        roll.pick(STAFF).copied().unwrap_or(Role::Clerk)
    };
    let group = match (is_student, roll.pick(&groups)) {
        (true, Some(group)) => (*group).clone(),
        (true, None) => stock().groups.students.clone(),
        (false, _) => stock().groups.staff.clone(),
    };
    (role, group)
}

fn look(roll: &mut Stream) -> Look {
    let hair = one_of(roll, HAIR);
    Look {
        skin: one_of(roll, SKINS),
        hair,
        hair_color: one_of(roll, HAIR_COLORS),
        top: one_of(roll, TOPS),
        top_color: one_of(roll, CLOTHS),
        bottom: one_of(roll, BOTTOMS),
        bottom_color: one_of(roll, CLOTHS),
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
    let kinds: &[PlaceKind] = match role {
        Role::Clerk => &[PlaceKind::Office],
        Role::Librarian => &[PlaceKind::Library],
        Role::Technician => &[PlaceKind::Lab],
        Role::Coach => &[PlaceKind::Gym],
        Role::Counsellor => &[PlaceKind::Office, PlaceKind::HealthCentre],
        Role::Gardener => &[PlaceKind::Lawn, PlaceKind::Plaza],
        _ => &[
            PlaceKind::Hall,
            PlaceKind::CommonRoom,
            PlaceKind::LectureHall,
        ],
    };
    let what = stock().shifts.get(role.word()).cloned().unwrap_or_default();
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
            what: what.clone(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::testing;

    #[test]
    fn everybody_who_is_drawn_has_words() {
        let stock = stock();
        for role in STAFF {
            assert!(stock.shifts.contains_key(role.word()), "{role}");
        }
        let (mut roll, mut people) = (Dice { seed: 1 }.stream(0, PERSON, 0), Vec::new());
        let (drawing, map) = (Drawing::default(), testing::first_week().1);
        for i in 0..200 {
            let drawn = draw(&mut roll, i % 2 == 0, &drawing, &map, &people);
            let memory = &drawn.memories[0].text;
            let said = [
                &drawn.name,
                &drawn.background,
                &drawn.task,
                &drawn.goals[0],
                memory,
            ];
            assert!(
                said.iter()
                    .all(|words| !words.is_empty() && !words.contains("{{"))
            );
            assert!(
                people
                    .iter()
                    .all(|(p, _): &(Persona, u32)| p.name != drawn.name)
            );
            people.push((drawn, 0));
        }
    }
}
