//! The people of a scenario: what their files say, checked.

use super::words::{Everybody, Resolved, place, placed, ranged};
use crate::campus::{
    CampusMap, PlaceKind, SpotKind,
    courses::Term,
    looks,
    people::{
        Aims, Ending, Look, MindKind, Persona, Relation, Relationship, Role, SeedMemory, Shift,
        Task, Traits,
    },
    scenario::files::{Loaded, PersonaFile},
};
use collegium_core::{
    i18n::Language,
    ids::{AgentId, PlaceId},
    input::{Mistakes, Source, a_slip_apart, did_you_mean},
    time::{DAY, DayHours, HOUR, parse_clock, parse_days, parse_hours},
};
use std::collections::{BTreeMap, BTreeSet};

/// The shortest and the longest night, in seconds.
const NIGHT: std::ops::RangeInclusive<u32> = 3 * HOUR..=16 * HOUR;

/// Those who have files, each with their money in cents; whatever is wrong is noted, and something
/// else stands in its place.
pub(super) fn resolve(
    personas: &[(Source, PersonaFile)],
    everybody: &Everybody<'_>,
    map: &CampusMap,
    term: &mut Term,
    mistakes: &mut Mistakes,
) -> Vec<(Persona, u32)> {
    let mut people = Vec::with_capacity(personas.len());
    for (number, (source, file)) in personas.iter().enumerate() {
        let role = Role::parse(file.role.get_ref());
        let age = mistakes.take(ranged(source, &file.age, "age", 1, 120));
        let role = mistakes.take(placed(source, file.role.span(), role));
        check_pronouns(source, file, mistakes);
        let traits = traits(source, file, mistakes);
        let cents = cents(source, file, mistakes);
        let id = AgentId(number as u32);
        enrol(source, file, id, everybody.loaded, term, mistakes);
        let look = look(source, file, mistakes);
        let (wakes, sleeps) = night(source, file, mistakes);
        let persona = Persona {
            name: file.name.get_ref().clone(),
            age: age.unwrap_or(1) as u8,
            role: role.unwrap_or(Role::Student),
            group: file.group.get_ref().clone(),
            pronouns: file.pronouns.get_ref().clone(),
            origin: file.origin.clone(),
            innate: file.innate.clone(),
            background: file.background.clone(),
            lifestyle: file.lifestyle.clone(),
            goals: goals(source, file, mistakes),
            aims: Aims::default(),
            task: file.task.clone(),
            part: String::new(),
            tasks: tasks(source, file, mistakes),
            home: mistakes.take(home(source, file, map)).flatten(),
            bed: None,
            traits,
            wakes,
            sleeps,
            look,
            shifts: shifts(source, file, map, mistakes),
            relationships: relationships(source, file, everybody, mistakes),
            memories: memories(source, file, mistakes),
            language: Language::English,
            mind: MindKind::BuiltIn,
        };
        people.push((persona, cents));
    }
    give_beds(personas, &mut people, map, mistakes);
    people
}

fn check_pronouns(source: &Source, file: &PersonaFile, mistakes: &mut Mistakes) {
    if !["she", "he", "they"].contains(&file.pronouns.get_ref().as_str()) {
        let what = format!(
            "found “{}”; expected she, he or they",
            file.pronouns.get_ref()
        );
        mistakes.note(source.error(file.pronouns.span(), what));
    }
}

/// Somebody's character, in the middle where the file says nothing.
fn traits(source: &Source, file: &PersonaFile, mistakes: &mut Mistakes) -> Traits {
    let traits = file.traits.as_ref();
    let traits = traits.map(|t| *t.get_ref()).unwrap_or_default();
    for (name, value) in traits.named() {
        if !(0.0..=1.0).contains(&value) {
            let what = format!("trait {name} is {value}; expected 0 to 1");
            mistakes.note(source.error(source.span_of(&["traits", name]), what));
        }
    }
    traits
}

/// The tasks that a file gives somebody; their parts may still be made.
fn tasks(source: &Source, file: &PersonaFile, mistakes: &mut Mistakes) -> Vec<Task> {
    let usual = Ending::of(Role::parse(file.role.get_ref()).unwrap_or(Role::Student));
    let named = file.ends.as_ref().map(|word| {
        let ends = Ending::parse(word.get_ref());
        mistakes.take(placed(source, word.span(), ends))
    });
    let first = Task {
        what: file.task.clone(),
        parts: file.parts.clone(),
        ends: named.flatten().unwrap_or(usual),
    };
    let others = file.tasks.iter().map(|what| Task {
        what: what.clone(),
        parts: Vec::new(),
        ends: usual,
    });
    let all = std::iter::once(first).chain(others);
    all.filter(|task| !task.what.is_empty()).collect()
}

/// Somebody's money at the start.
fn cents(source: &Source, file: &PersonaFile, mistakes: &mut Mistakes) -> u32 {
    let money = *file.money.get_ref();
    if !(0.0..=1_000_000.0).contains(&money) {
        mistakes.note(source.error(
            file.money.span(),
            format!("money is {money}; expected 0 to 1000000"),
        ));
    }
    (money * 100.0).round() as u32
}

fn look(source: &Source, file: &PersonaFile, mistakes: &mut Mistakes) -> Look {
    let look = file.look.as_ref().map(|look| look.get_ref().clone());
    for (key, what) in look.iter().flat_map(looks::mistakes) {
        mistakes.note(source.error(source.span_of(&["look", key]), what));
    }
    look.unwrap_or_default()
}

/// When somebody gets up and when they go to bed, in seconds of the day: so far apart that they
/// can sleep.
fn night(source: &Source, file: &PersonaFile, mistakes: &mut Mistakes) -> (u32, u32) {
    let mut clock = |time: &toml::Spanned<String>| {
        let read = placed(source, time.span(), parse_clock(time.get_ref()));
        mistakes.take(read).map(|seconds| seconds % DAY)
    };
    let (wakes, sleeps) = (clock(&file.day.wakes), clock(&file.day.sleeps));
    if let (Some(wakes), Some(sleeps)) = (wakes, sleeps) {
        let night = (wakes + DAY - sleeps) % DAY;
        if !NIGHT.contains(&night) {
            let what = format!(
                "sleeps from {} to {}, {:.1} hours; expected {} to {} hours of sleep",
                file.day.sleeps.get_ref(),
                file.day.wakes.get_ref(),
                f64::from(night) / f64::from(HOUR),
                NIGHT.start() / HOUR,
                NIGHT.end() / HOUR
            );
            mistakes.note(source.error(file.day.sleeps.span(), what));
        }
    }
    (wakes.unwrap_or(0), sleeps.unwrap_or(0))
}

/// Puts somebody into the courses of their file.
fn enrol(
    source: &Source,
    file: &PersonaFile,
    id: AgentId,
    loaded: &Loaded,
    term: &mut Term,
    mistakes: &mut Mistakes,
) {
    for (i, code) in file.courses.iter().enumerate() {
        if mistakes.is_full() {
            break;
        }
        let (word, span) = (code.get_ref(), code.span());
        if file.courses.iter().take(i).any(|c| c.get_ref() == word) {
            let what = format!("course “{word}” stands here twice; expected each course once");
            mistakes.note(source.error(span, what));
            continue;
        }
        match term.courses.iter_mut().find(|c| c.code == *word) {
            Some(course) if course.teacher == Some(id) => {
                let what = format!(
                    "{} teaches course “{word}”; expected courses of other teachers",
                    file.name.get_ref()
                );
                mistakes.note(source.error(span, what));
            }
            Some(course) => course.students.push(id),
            None if loaded.may_have_course(word) => {}
            None => {
                let codes = term.courses.iter().map(|c| c.code.as_str());
                let what = format!(
                    "course “{word}” is not in the term; expected one of its codes{}",
                    did_you_mean(word, codes)
                );
                mistakes.note(source.error(span, what));
            }
        }
    }
}

/// What somebody wants, none of it empty.
fn goals(source: &Source, file: &PersonaFile, mistakes: &mut Mistakes) -> Vec<String> {
    for goal in file.goals.iter().filter(|g| g.get_ref().trim().is_empty()) {
        let what = "the goal is empty; expected what they want, or no goal";
        mistakes.note(source.error(goal.span(), what));
    }
    file.goals.iter().map(|g| g.get_ref().clone()).collect()
}

/// The bedroom somebody lives in; none for those who live in town.
fn home(source: &Source, file: &PersonaFile, map: &CampusMap) -> Resolved<Option<PlaceId>> {
    if file.home.get_ref() == "town" {
        return Ok(None);
    }
    let home = place(source, &file.home, map)?;
    if map.place(home).kind != PlaceKind::Bedroom {
        let what = format!(
            "“{}” is a {}; expected a bedroom, or town",
            file.home.get_ref(),
            map.place(home).kind
        );
        return Err(source.error(file.home.span(), what));
    }
    Ok(Some(home))
}

fn shifts(
    source: &Source,
    file: &PersonaFile,
    map: &CampusMap,
    mistakes: &mut Mistakes,
) -> Vec<Shift> {
    let mut shifts = Vec::new();
    for shift in &file.shifts {
        if mistakes.is_full() {
            break;
        }
        let (hours, days) = (shift.hours.get_ref(), shift.days.get_ref());
        let hours = mistakes.take(placed(source, shift.hours.span(), parse_hours(hours)));
        let days = mistakes.take(placed(source, shift.days.span(), parse_days(days)));
        let place = mistakes.take(place(source, &shift.place, map));
        if let (Some((from, to)), Some(days), Some(place)) = (hours, days, place) {
            shifts.push(Shift {
                place,
                hours: DayHours { days, from, to },
                what: shift.what.clone(),
            });
        }
    }
    if shifts.len() > 200 {
        mistakes.note(source.error(
            file.name.span(),
            format!("{} shifts were found; expected at most 200", shifts.len()),
        ));
    }
    shifts
}

fn relationships(
    source: &Source,
    file: &PersonaFile,
    everybody: &Everybody<'_>,
    mistakes: &mut Mistakes,
) -> Vec<Relationship> {
    let (mut all, mut seen) = (Vec::new(), BTreeSet::new());
    for known in &file.relationships {
        if mistakes.is_full() {
            break;
        }
        let with = known.with.get_ref();
        if with == file.name.get_ref() {
            let what = format!("“{with}” is the persona itself; expected somebody else");
            mistakes.note(source.error(known.with.span(), what));
        } else if !seen.insert(with) {
            let what = format!("a second relation to “{with}”; expected one to each person");
            mistakes.note(source.error(known.with.span(), what));
        }
        let kind = Relation::parse(known.kind.get_ref());
        let kind = mistakes.take(placed(source, known.kind.span(), kind));
        let closeness = *known.closeness.get_ref();
        if !(0.0..=10.0).contains(&closeness) {
            mistakes.note(source.error(
                known.closeness.span(),
                format!("closeness is {closeness}; expected 0 to 10"),
            ));
        }
        match (everybody.find(with), kind) {
            (Some(with), Some(kind)) => all.push(Relationship {
                with,
                kind,
                closeness,
                note: known.note.clone(),
            }),
            (Some(_), None) => {}
            (None, _) => {
                mistakes.take(everybody.mistyped(source, &known.with));
            }
        }
    }
    all
}

fn memories(source: &Source, file: &PersonaFile, mistakes: &mut Mistakes) -> Vec<SeedMemory> {
    let mut memories = Vec::new();
    for memory in &file.memories {
        if memory.text.get_ref().trim().is_empty() {
            let what = "the memory is empty; expected a sentence";
            mistakes.note(source.error(memory.text.span(), what));
        }
        let importance = ranged(source, &memory.importance, "importance", 1, 10);
        if let Some(importance) = mistakes.take(importance) {
            memories.push(SeedMemory {
                text: memory.text.get_ref().clone(),
                importance: importance as u8,
            });
        }
    }
    memories
}

/// Notes what is allowed but can hardly be meant: a group is any word, but one that a single person
/// has, and that is a letter off another, is most likely that other one.
pub(super) fn doubts(loaded: &Loaded, doubts: &mut Mistakes) {
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, file) in &loaded.personas {
        *sizes.entry(file.group.get_ref()).or_default() += 1;
    }
    for (source, file) in &loaded.personas {
        let group = file.group.get_ref().as_str();
        // Groups that are numbered are a letter off each other.
        if sizes.get(group) != Some(&1) || group.contains(char::is_numeric) {
            continue;
        }
        if let Some(near) = sizes.keys().find(|other| a_slip_apart(group, other)) {
            let what =
                format!("nobody else belongs to the group “{group}”; did you mean “{near}”?");
            doubts.note(source.error(file.group.span(), what));
        }
    }
}

/// Gives everybody with a home a bed of it.
fn give_beds(
    files: &[(Source, PersonaFile)],
    people: &mut [(Persona, u32)],
    map: &CampusMap,
    mistakes: &mut Mistakes,
) {
    let mut taken = Vec::new();
    for ((source, file), (persona, _)) in files.iter().zip(people) {
        let Some(home) = persona.home else { continue };
        match map
            .spots_of(home, SpotKind::Bed)
            .find(|bed| !taken.contains(bed))
        {
            Some(bed) => {
                taken.push(bed);
                persona.bed = Some(bed);
            }
            None => {
                let what = format!(
                    "no bed is left in “{}”; expected a bedroom with a free bed",
                    file.home.get_ref()
                );
                mistakes.note(source.error(file.home.span(), what));
            }
        }
    }
}
