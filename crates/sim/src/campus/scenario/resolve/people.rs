//! The people of a scenario: what their files say, checked.

use super::{
    super::files::PersonaFile,
    words::{Checked, agent, mistyped, place, placed, ranged},
};
use crate::campus::{
    CampusMap, PlaceKind, SpotKind,
    courses::Term,
    looks,
    people::{MindKind, Persona, Relation, Relationship, Role, SeedMemory, Shift},
};
use collegium_core::{
    i18n::Language,
    ids::{AgentId, PlaceId},
    input::{Mistakes, Source, did_you_mean},
    time::{DAY, DayHours, HOUR, parse_clock, parse_days, parse_hours},
};

/// The shortest and the longest night, in seconds.
const NIGHT: std::ops::RangeInclusive<u32> = 3 * HOUR..=16 * HOUR;

/// Somebody, with their money in cents; whatever is wrong is noted, and something else stands in
/// its place.
pub(super) fn resolve_persona(
    source: &Source,
    file: &PersonaFile,
    id: AgentId,
    names: &[String],
    map: &CampusMap,
    term: &mut Term,
    mistakes: &mut Mistakes,
) -> (Persona, u32) {
    let age = mistakes.take(ranged(source, &file.age, "age", 1, 120));
    let role = mistakes.take(placed(
        source,
        file.role.span(),
        Role::parse(file.role.get_ref()),
    ));
    if !["she", "he", "they"].contains(&file.pronouns.get_ref().as_str()) {
        let what = format!(
            "found “{}”; expected she, he or they",
            file.pronouns.get_ref()
        );
        mistakes.note(source.error(file.pronouns.span(), what));
    }
    let traits = file
        .traits
        .as_ref()
        .map(|t| *t.get_ref())
        .unwrap_or_default();
    for (name, value) in traits.named() {
        if !(0.0..=1.0).contains(&value) {
            let what = format!("trait {name} is {value}; expected 0 to 1");
            mistakes.note(source.error(source.span_of(&["traits", name]), what));
        }
    }
    let money = *file.money.get_ref();
    if !(0.0..=1_000_000.0).contains(&money) {
        mistakes.note(source.error(
            file.money.span(),
            format!("money is {money}; expected 0 to 1000000"),
        ));
    }
    for code in &file.courses {
        if mistakes.is_full() {
            break;
        }
        match term.courses.iter_mut().find(|c| c.code == *code.get_ref()) {
            Some(course) => course.students.push(id),
            None => {
                let codes = term.courses.iter().map(|c| c.code.as_str());
                let what = format!(
                    "course “{}” is not in the term; expected one of its codes{}",
                    code.get_ref(),
                    did_you_mean(code.get_ref(), codes)
                );
                mistakes.note(source.error(code.span(), what));
            }
        }
    }
    let look = file.look.as_ref().map(|look| look.get_ref().clone());
    for (key, what) in look.iter().flat_map(looks::mistakes) {
        mistakes.note(source.error(source.span_of(&["look", key]), what));
    }
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
    let persona = Persona {
        name: file.name.get_ref().clone(),
        age: age.unwrap_or(1) as u8,
        role: role.unwrap_or(Role::Student),
        group: file.group.clone(),
        pronouns: file.pronouns.get_ref().clone(),
        origin: file.origin.clone(),
        innate: file.innate.clone(),
        background: file.background.clone(),
        lifestyle: file.lifestyle.clone(),
        goals: file.goals.clone(),
        task: file.task.clone(),
        home: mistakes.take(home(source, file, map)).flatten(),
        bed: None,
        traits,
        wakes: wakes.unwrap_or(0),
        sleeps: sleeps.unwrap_or(0),
        look: look.unwrap_or_default(),
        shifts: shifts(source, file, map, mistakes),
        relationships: relationships(source, file, names, mistakes),
        memories: memories(source, file, mistakes),
        language: Language::English,
        mind: MindKind::BuiltIn,
    };
    (persona, (money * 100.0).round() as u32)
}

/// The bedroom somebody lives in; none for those who live in town.
fn home(source: &Source, file: &PersonaFile, map: &CampusMap) -> Checked<Option<PlaceId>> {
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
    names: &[String],
    mistakes: &mut Mistakes,
) -> Vec<Relationship> {
    let mut all = Vec::new();
    for known in &file.relationships {
        if mistakes.is_full() {
            break;
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
        match (agent(names, known.with.get_ref()), kind) {
            (Some(with), Some(kind)) => all.push(Relationship {
                with,
                kind,
                closeness,
                note: known.note.clone(),
            }),
            (Some(_), None) => {}
            (None, _) => {
                mistakes.take(mistyped(source, &known.with, names));
            }
        }
    }
    all
}

fn memories(source: &Source, file: &PersonaFile, mistakes: &mut Mistakes) -> Vec<SeedMemory> {
    let mut memories = Vec::new();
    for memory in &file.memories {
        let importance = ranged(source, &memory.importance, "importance", 1, 10);
        if let Some(importance) = mistakes.take(importance) {
            memories.push(SeedMemory {
                text: memory.text.clone(),
                importance: importance as u8,
            });
        }
    }
    memories
}

/// Gives everybody with a home a bed of it.
pub(super) fn give_beds(
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
