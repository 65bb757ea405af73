//! Checks the files of a scenario against one another and the map, and turns names into numbers.

use super::{
    CampusEvent, MOST_PEOPLE, Overrides, PlantedFact, Scenario,
    files::{Loaded, PersonaFile},
};
use crate::campus::{
    CampusMap, PlaceKind, SpotKind,
    courses::{Course, Term},
    looks,
    people::{Look, MindKind, Persona, Relation, Relationship, Role, SeedMemory, Shift},
    population,
};
use collegium_core::{
    dice::Dice,
    i18n::Language,
    ids::{AgentId, PlaceId},
    input::{BadInput, Source, did_you_mean},
    time::{DAY, DayHours, SimTime, parse_clock, parse_day_hours, parse_days, parse_hours},
};
use std::ops::Range;
use toml::Spanned;

type Checked<T> = Result<T, BadInput>;

/// Resolves a scenario.
pub fn resolve(loaded: Loaded, map: &CampusMap, overrides: Overrides) -> Checked<Scenario> {
    let (source, file) = &loaded.scenario;
    let seed = match overrides.seed {
        Some(seed) => seed,
        None => u64::try_from(*file.seed.get_ref()).map_err(|_| {
            source.error(
                file.seed.span(),
                format!("seed is {}; expected 0 or more", file.seed.get_ref()),
            )
        })?,
    };
    let tick_seconds = match &file.tick_seconds {
        None => 10,
        Some(n) => ranged(source, n, "tick_seconds", 1, 60)? as u32,
    };
    let mut personas = loaded.personas.clone();
    if let Some(most) = overrides.agents {
        personas.truncate(most);
    }
    let names = unique_names(&personas)?;
    let mut term = resolve_term(&loaded, map, &names)?;
    let mut people = Vec::with_capacity(personas.len());
    for (number, (source, persona)) in personas.iter().enumerate() {
        people.push(resolve_persona(
            source,
            persona,
            AgentId(number as u32),
            &names,
            map,
            &mut term,
        )?);
    }
    give_beds(&personas, &mut people, map)?;
    let extra = match (overrides.agents, &file.generate) {
        (Some(n), _) => n.saturating_sub(people.len()),
        (None, Some(generate)) => {
            ranged(source, &generate.people, "people", 0, MOST_PEOPLE as i64)? as usize
        }
        (None, None) => 0,
    };
    let share = match file.generate.as_ref().and_then(|g| g.students.as_ref()) {
        None => 0.8,
        Some(share) if (0.0..=1.0).contains(share.get_ref()) => *share.get_ref(),
        Some(share) => {
            return Err(source.error(
                share.span(),
                format!("students is {}; expected 0 to 1", share.get_ref()),
            ));
        }
    };
    if people.len() + extra == 0 || people.len() + extra > MOST_PEOPLE {
        let what = format!(
            "{} people were found; expected 1 to {MOST_PEOPLE}",
            people.len() + extra
        );
        return Err(source.error(file.title.span(), what));
    }
    population::generate(&Dice { seed }, extra, share, map, &mut term, &mut people);
    give_minds(&loaded, &overrides, &mut people)?;
    let mut features = file.features;
    for word in &overrides.without {
        features
            .without(word)
            .map_err(|what| source.error(file.title.span(), format!("features: {what}")))?;
    }
    let perception = match &file.perception {
        None => super::Perception::default(),
        Some(p)
            if (1..=40).contains(&p.get_ref().radius)
                && (1..=32).contains(&p.get_ref().attention) =>
        {
            *p.get_ref()
        }
        Some(p) => {
            return Err(source.error(
                p.span(),
                "expected a radius of 1 to 40 and an attention of 1 to 32",
            ));
        }
    };
    let start = moment(source, &file.start)?;
    let events = resolve_events(&loaded, map, &people, &names)?;
    let facts = resolve_facts(&loaded, &events, &names)?;
    Ok(Scenario {
        name: loaded.name.clone(),
        title: file.title.get_ref().clone(),
        description: file.description.clone(),
        map_file: loaded.map_file.clone(),
        start,
        seed,
        tick_seconds,
        events,
        facts,
        perception,
        retrieval: super::retrieval::resolve(source, &file.retrieval, features.task_resonance)?,
        conduct: super::conduct::resolve(source, file.conduct.as_ref(), &people)?,
        reflection_threshold: super::retrieval::resolve_threshold(source, &file.reflection)?,
        features,
        term,
        people,
    })
}

/// Gives everybody a language and a mind: what the command line says, else the persona, else the
/// scenario.
fn give_minds(
    loaded: &Loaded,
    overrides: &Overrides,
    people: &mut [(Persona, u32)],
) -> Checked<()> {
    let (source, file) = &loaded.scenario;
    let language = |source: &Source, word: &Spanned<String>| {
        placed(source, word.span(), Language::parse(word.get_ref()))
    };
    let kind = |source: &Source, word: &Spanned<String>, profile: &Option<String>| match word
        .get_ref()
        .as_str()
    {
        "builtin" => Ok(MindKind::BuiltIn),
        "model" => Ok(MindKind::Model(profile.clone().unwrap_or_default())),
        other => Err(source.error(
            word.span(),
            format!("found mind “{other}”; expected builtin or model"),
        )),
    };
    let common = match &file.mind {
        Some(word) => kind(source, word, &file.model)?,
        None => MindKind::BuiltIn,
    };
    let tongue = file
        .language
        .as_ref()
        .map_or(Ok(Language::English), |word| language(source, word))?;
    for (i, (persona, _)) in people.iter_mut().enumerate() {
        (persona.language, persona.mind) = (tongue, common.clone());
        if let Some((source, own)) = loaded.personas.get(i) {
            if let Some(word) = &own.language {
                persona.language = language(source, word)?;
            }
            match (&own.mind, &own.model) {
                (Some(word), profile) => {
                    persona.mind = kind(
                        source,
                        word,
                        &profile.clone().or_else(|| file.model.clone()),
                    )?;
                }
                (None, Some(profile)) if persona.mind.is_model() => {
                    persona.mind = MindKind::Model(profile.clone());
                }
                _ => {}
            }
        }
        if let Some(mind) = &overrides.mind {
            persona.mind = mind.clone();
        }
    }
    Ok(())
}

/// A whole number within a range.
fn ranged(source: &Source, n: &Spanned<i64>, name: &str, low: i64, high: i64) -> Checked<i64> {
    let value = *n.get_ref();
    if (low..=high).contains(&value) {
        Ok(value)
    } else {
        Err(source.error(
            n.span(),
            format!("{name} is {value}; expected {low} to {high}"),
        ))
    }
}

/// Puts the position of `span` before what a parser said.
fn placed<T>(source: &Source, span: Range<usize>, result: Result<T, String>) -> Checked<T> {
    result.map_err(|what| source.error(span, what))
}

/// Reads `Mon 06:00`.
fn moment(source: &Source, text: &Spanned<String>) -> Checked<SimTime> {
    let wrong = || {
        source.error(
            text.span(),
            format!(
                "found “{}”; expected a day and a time such as Mon 06:00",
                text.get_ref()
            ),
        )
    };
    let (day, clock) = text.get_ref().trim().rsplit_once(' ').ok_or_else(wrong)?;
    let day = placed(source, text.span(), day_number(day))?;
    let clock = placed(source, text.span(), parse_clock(clock.trim()))?;
    Ok(SimTime(day * DAY + clock))
}

/// Reads `Wed` or `week 2 Wed` as days since the first Monday.
fn day_number(text: &str) -> Result<u32, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (week, day) = match words.as_slice() {
        [day] => (1, *day),
        ["week", week, day] => match week.parse::<u32>() {
            Ok(week) if (1..=1000).contains(&week) => (week, *day),
            _ => return Err(format!("found week “{week}”; expected a number from 1")),
        },
        _ => {
            return Err(format!(
                "found “{text}”; expected a day such as Wed or week 2 Wed"
            ));
        }
    };
    let set = parse_days(day)?;
    if set.0.count_ones() != 1 {
        return Err(format!("found “{day}”; expected a single day"));
    }
    Ok((week - 1) * 7 + set.0.trailing_zeros())
}

fn place(source: &Source, name: &Spanned<String>, map: &CampusMap) -> Checked<PlaceId> {
    map.find(name.get_ref()).ok_or_else(|| {
        let near = did_you_mean(name.get_ref(), map.places.iter().map(|p| p.name.as_str()));
        source.error(
            name.span(),
            format!(
                "“{}” is not on map {}; expected the name of a place{near}",
                name.get_ref(),
                map.name
            ),
        )
    })
}

fn unique_names(personas: &[(Source, PersonaFile)]) -> Checked<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for (source, persona) in personas {
        let name = persona.name.get_ref();
        if name.trim().is_empty() {
            return Err(source.error(
                persona.name.span(),
                "the name is empty; expected a full name",
            ));
        }
        if names.contains(name) {
            return Err(source.error(
                persona.name.span(),
                format!("a second persona is called “{name}”; expected unique names"),
            ));
        }
        names.push(name.clone());
    }
    Ok(names)
}

fn agent(names: &[String], name: &str) -> Option<AgentId> {
    names
        .iter()
        .position(|n| n == name)
        .map(|i| AgentId(i as u32))
}

fn resolve_term(loaded: &Loaded, map: &CampusMap, names: &[String]) -> Checked<Term> {
    let Some((source, file)) = &loaded.term else {
        return Ok(Term::default());
    };
    let mut term = Term {
        title: file.title.clone(),
        weeks: ranged(source, &file.weeks, "weeks", 1, 60)? as u32,
        ..Term::default()
    };
    for holiday in &file.holidays {
        term.holidays.push(placed(
            source,
            holiday.span(),
            day_number(holiday.get_ref()),
        )?);
    }
    for course in &file.courses {
        let code = course.code.get_ref();
        if code.is_empty() || term.courses.iter().any(|c| c.code == *code) {
            return Err(source.error(
                course.code.span(),
                format!("course code “{code}” is empty or taken; expected a unique code"),
            ));
        }
        let mut sessions = Vec::new();
        for session in &course.sessions {
            sessions.extend(placed(
                source,
                session.span(),
                parse_day_hours(session.get_ref()),
            )?);
        }
        if sessions.is_empty() || sessions.len() > 40 {
            return Err(source.error(
                course.code.span(),
                format!(
                    "course {code} has {} sessions; expected 1 to 40",
                    sessions.len()
                ),
            ));
        }
        let name = course.teacher.get_ref();
        let teacher = agent(names, name);
        if teacher.is_none() {
            mistyped(source, &course.teacher, names)?;
        }
        let room = place(source, &course.room, map)?;
        let course = Course {
            code: code.clone(),
            title: course.title.clone(),
            teacher,
            room,
            sessions,
            students: Vec::new(),
        };
        term.courses.push(course);
    }
    Ok(term)
}

/// An error when a name is nearly, but not quite, that of a persona; others may be of another
/// scenario.
fn mistyped(source: &Source, name: &Spanned<String>, names: &[String]) -> Checked<()> {
    let near = did_you_mean(name.get_ref(), names.iter().map(String::as_str));
    let same_family = names.iter().any(|n| {
        let words = |s: &str| {
            s.to_lowercase()
                .split(' ')
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        words(n)
            .iter()
            .filter(|w| words(name.get_ref()).contains(w))
            .count()
            * 2
            >= words(n).len()
    });
    if !near.is_empty() && same_family {
        return Err(source.error(
            name.span(),
            format!("nobody is called “{}”{near}", name.get_ref()),
        ));
    }
    Ok(())
}

fn resolve_persona(
    source: &Source,
    file: &PersonaFile,
    id: AgentId,
    names: &[String],
    map: &CampusMap,
    term: &mut Term,
) -> Checked<(Persona, u32)> {
    let age = ranged(source, &file.age, "age", 1, 120)? as u8;
    let role = placed(source, file.role.span(), Role::parse(file.role.get_ref()))?;
    if !["she", "he", "they"].contains(&file.pronouns.get_ref().as_str()) {
        let what = format!(
            "found “{}”; expected she, he or they",
            file.pronouns.get_ref()
        );
        return Err(source.error(file.pronouns.span(), what));
    }
    let traits = file
        .traits
        .as_ref()
        .map(|t| *t.get_ref())
        .unwrap_or_default();
    if let Some((name, value)) = traits
        .named()
        .into_iter()
        .find(|(_, v)| !(0.0..=1.0).contains(v))
    {
        let span = file.traits.as_ref().map_or(0..0, Spanned::span);
        return Err(source.error(span, format!("trait {name} is {value}; expected 0 to 1")));
    }
    let money = *file.money.get_ref();
    if !(0.0..=1_000_000.0).contains(&money) {
        return Err(source.error(
            file.money.span(),
            format!("money is {money}; expected 0 to 1000000"),
        ));
    }
    for code in &file.courses {
        let Some(course) = term.courses.iter_mut().find(|c| c.code == *code.get_ref()) else {
            let near = did_you_mean(code.get_ref(), term.courses.iter().map(|c| c.code.as_str()));
            let what = format!(
                "course “{}” is not in the term; expected one of its codes{near}",
                code.get_ref()
            );
            return Err(source.error(code.span(), what));
        };
        course.students.push(id);
    }
    let home = match file.home.get_ref().as_str() {
        "town" => None,
        _ => {
            let home = place(source, &file.home, map)?;
            if map.place(home).kind != PlaceKind::Bedroom {
                let what = format!(
                    "“{}” is a {}; expected a bedroom, or town",
                    file.home.get_ref(),
                    map.place(home).kind
                );
                return Err(source.error(file.home.span(), what));
            }
            Some(home)
        }
    };
    let persona = Persona {
        name: file.name.get_ref().clone(),
        age,
        role,
        group: file.group.clone(),
        pronouns: file.pronouns.get_ref().clone(),
        origin: file.origin.clone(),
        innate: file.innate.clone(),
        background: file.background.clone(),
        lifestyle: file.lifestyle.clone(),
        goals: file.goals.clone(),
        task: file.task.clone(),
        home,
        bed: None,
        traits,
        wakes: placed(
            source,
            file.day.wakes.span(),
            parse_clock(file.day.wakes.get_ref()),
        )? % DAY,
        sleeps: placed(
            source,
            file.day.sleeps.span(),
            parse_clock(file.day.sleeps.get_ref()),
        )? % DAY,
        look: match &file.look {
            None => Look::default(),
            Some(look) => {
                placed(source, look.span(), looks::check(look.get_ref()))?;
                look.get_ref().clone()
            }
        },
        shifts: resolve_shifts(source, file, map)?,
        relationships: resolve_relationships(source, file, names)?,
        memories: resolve_memories(source, file)?,
        language: Language::English,
        mind: MindKind::BuiltIn,
    };
    Ok((persona, (money * 100.0).round() as u32))
}

fn resolve_shifts(source: &Source, file: &PersonaFile, map: &CampusMap) -> Checked<Vec<Shift>> {
    let mut shifts = Vec::new();
    for shift in &file.shifts {
        let (from, to) = placed(
            source,
            shift.hours.span(),
            parse_hours(shift.hours.get_ref()),
        )?;
        let days = placed(source, shift.days.span(), parse_days(shift.days.get_ref()))?;
        let place = place(source, &shift.place, map)?;
        shifts.push(Shift {
            place,
            hours: DayHours { days, from, to },
            what: shift.what.clone(),
        });
    }
    if shifts.len() > 200 {
        return Err(source.error(
            file.name.span(),
            format!("{} shifts were found; expected at most 200", shifts.len()),
        ));
    }
    Ok(shifts)
}

fn resolve_relationships(
    source: &Source,
    file: &PersonaFile,
    names: &[String],
) -> Checked<Vec<Relationship>> {
    let mut all = Vec::new();
    for known in &file.relationships {
        let kind = placed(
            source,
            known.kind.span(),
            Relation::parse(known.kind.get_ref()),
        )?;
        let closeness = *known.closeness.get_ref();
        if !(0.0..=10.0).contains(&closeness) {
            return Err(source.error(
                known.closeness.span(),
                format!("closeness is {closeness}; expected 0 to 10"),
            ));
        }
        match agent(names, known.with.get_ref()) {
            Some(with) => all.push(Relationship {
                with,
                kind,
                closeness,
                note: known.note.clone(),
            }),
            None => mistyped(source, &known.with, names)?,
        }
    }
    Ok(all)
}

fn resolve_memories(source: &Source, file: &PersonaFile) -> Checked<Vec<SeedMemory>> {
    file.memories
        .iter()
        .map(|m| {
            let importance = ranged(source, &m.importance, "importance", 1, 10)? as u8;
            Ok(SeedMemory {
                text: m.text.clone(),
                importance,
            })
        })
        .collect()
}

/// Gives everybody with a home a bed of it.
fn give_beds(
    files: &[(Source, PersonaFile)],
    people: &mut [(Persona, u32)],
    map: &CampusMap,
) -> Checked<()> {
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
                return Err(source.error(file.home.span(), what));
            }
        }
    }
    Ok(())
}

/// Those who are named, as far as they are in the scenario.
fn those_named(
    source: &Source,
    named: &[Spanned<String>],
    names: &[String],
) -> Checked<Vec<AgentId>> {
    let mut found = Vec::new();
    for name in named {
        match agent(names, name.get_ref()) {
            Some(who) => found.push(who),
            None => mistyped(source, name, names)?,
        }
    }
    Ok(found)
}

fn resolve_facts(
    loaded: &Loaded,
    events: &[CampusEvent],
    names: &[String],
) -> Checked<Vec<PlantedFact>> {
    let (source, file) = &loaded.scenario;
    let mut facts = Vec::new();
    for fact in &file.facts {
        let text = fact.text.get_ref().trim().trim_end_matches('.').to_owned();
        if text.is_empty() || text.chars().count() > 160 {
            let what = format!(
                "the fact has {} characters; expected a sentence of 1 to 160",
                text.chars().count()
            );
            return Err(source.error(fact.text.span(), what));
        }
        let importance = match &fact.importance {
            None => 6,
            Some(n) => ranged(source, n, "importance", 1, 10)? as u8,
        };
        let event = match &fact.event {
            None => None,
            Some(title) => match events.iter().position(|e| e.title == *title.get_ref()) {
                Some(n) => Some(n as u16),
                None => {
                    let near =
                        did_you_mean(title.get_ref(), events.iter().map(|e| e.title.as_str()));
                    let what = format!(
                        "no event is called “{}”; expected the title of an event{near}",
                        title.get_ref()
                    );
                    return Err(source.error(title.span(), what));
                }
            },
        };
        facts.push(PlantedFact {
            text,
            known_by: those_named(source, &fact.known_by, names)?,
            importance,
            event,
        });
    }
    Ok(facts)
}

fn resolve_events(
    loaded: &Loaded,
    map: &CampusMap,
    people: &[(Persona, u32)],
    names: &[String],
) -> Checked<Vec<CampusEvent>> {
    let (source, file) = &loaded.scenario;
    let mut events = Vec::new();
    for event in &file.events {
        let day = placed(source, event.day.span(), day_number(event.day.get_ref()))?;
        let (from, to) = placed(
            source,
            event.hours.span(),
            parse_hours(event.hours.get_ref()),
        )?;
        for group in &event.groups {
            let known = group.get_ref() == "everyone"
                || people.iter().any(|(p, _)| p.group == *group.get_ref());
            let groups: Vec<&str> = people.iter().map(|(p, _)| p.group.as_str()).collect();
            let near = did_you_mean(group.get_ref(), groups);
            if !known && !near.is_empty() {
                return Err(source.error(
                    group.span(),
                    format!("no group is called “{}”{near}", group.get_ref()),
                ));
            }
        }
        events.push(CampusEvent {
            title: event.title.get_ref().clone(),
            place: place(source, &event.place, map)?,
            begins: SimTime(day * DAY + from),
            ends: SimTime(day * DAY + to),
            groups: event.groups.iter().map(|g| g.get_ref().clone()).collect(),
            hidden: event.known_by.is_some(),
            hosts: those_named(source, event.known_by.as_deref().unwrap_or_default(), names)?,
        });
    }
    Ok(events)
}
