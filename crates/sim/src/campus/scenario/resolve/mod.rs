//! Checks the files of a scenario against one another and the map, and turns names into numbers.
//! Whatever is wrong is noted, so that all of it can be told at once.

mod books;
mod drawn;
mod events;
mod people;
mod term;
mod words;

pub(super) use words::{Groups, ranged};

use super::{
    Features, Overrides, Perception, Scenario,
    files::{Loaded, ScenarioFile},
    policies::{self, Policy},
};
use crate::campus::{
    CampusMap,
    people::{MindKind, Persona},
    population,
};
use collegium_core::{
    dice::Dice,
    files::{beside, is_file},
    i18n::Language,
    input::{Mistakes, Source},
    text::Shown as _,
    time::SimTime,
};
use std::path::Path;
use toml::Spanned;
use words::{Everybody, Resolved, moment, placed, placed_in_term};

/// What is allowed but can hardly be meant.
pub fn doubts(loaded: &Loaded, scenario: &Scenario, doubts: &mut Mistakes) {
    people::doubts(loaded, doubts);
    events::doubts(loaded, scenario, doubts);
}

/// Resolves a scenario, with everything that is wrong in its files noted: it can be used where that
/// is nothing. A map without places stands for one that cannot be used.
pub fn resolve(
    loaded: &Loaded,
    map: &CampusMap,
    overrides: &Overrides,
    mistakes: &mut Mistakes,
) -> Scenario {
    let (source, file) = &loaded.scenario;
    let seed = overrides.seed.or_else(|| seed(source, file, mistakes));
    let seed = seed.unwrap_or(0);
    let tick_seconds = match &file.tick_seconds {
        None => Some(10),
        Some(n) => mistakes.take(ranged(source, n, "tick_seconds", 1, 60)),
    };
    let mut personas = loaded.personas.clone();
    if let Some(most) = overrides.agents {
        personas.truncate(most);
    }
    let everybody = Everybody {
        names: words::unique_names(&personas, mistakes),
        loaded,
    };
    let mut term = term::resolve_term(loaded, map, &everybody, mistakes);
    let mut people = people::resolve(&personas, &everybody, map, &mut term, mistakes);
    let drawing = drawn::drawing(loaded, overrides, people.len(), &term, mistakes);
    let placed = !map.places.is_empty();
    if placed {
        population::generate(&Dice { seed }, &drawing, map, &mut term, &mut people);
    }
    give_minds(loaded, overrides, &mut people, mistakes);
    population::complete(&mut people, seed);
    let features = features(source, file, overrides, mistakes);
    let perception = perception(source, file, mistakes);
    let start = start(loaded, mistakes);
    let groups = Groups::of(loaded, &people, placed || drawing.people == 0);
    let events = events::resolve_events(loaded, map, &groups, &everybody, mistakes);
    let facts = events::resolve_facts(loaded, &events, &everybody, mistakes);
    let books = books::resolve_books(loaded, &term, mistakes);
    let resonance = features.task_resonance;
    let retrieval = super::retrieval::resolve(source, &file.retrieval, resonance, mistakes);
    let conduct = super::conduct::resolve(source, file.conduct.as_ref(), &groups, mistakes);
    let groups = super::groups::resolve(source, &file.groups, &groups, &mut people, mistakes);
    let policies = policies(loaded, overrides, map, &people, mistakes);
    let threshold = super::retrieval::resolve_threshold(source, &file.reflection);
    let threshold = mistakes.take(threshold);
    Scenario {
        name: loaded.name.clone(),
        title: file.title.get_ref().clone(),
        description: file.description.clone(),
        map_file: loaded.map_file.clone().unwrap_or_default(),
        start: start.unwrap_or_default(),
        seed,
        tick_seconds: tick_seconds.unwrap_or(10) as u32,
        events,
        facts,
        books,
        perception,
        retrieval,
        conduct,
        reflection_threshold: threshold.unwrap_or_default(),
        features,
        term,
        groups,
        policies,
        people,
    }
}

/// What the scenario's random numbers are drawn from.
fn seed(source: &Source, file: &ScenarioFile, mistakes: &mut Mistakes) -> Option<u64> {
    let seed = u64::try_from(*file.seed.get_ref()).map_err(|_| {
        let what = format!("seed is {}; expected 0 or more", file.seed.get_ref());
        source.error(file.seed.span(), what)
    });
    mistakes.take(seed)
}

/// What is switched on: what the file says, without what the command line takes away.
fn features(
    source: &Source,
    file: &ScenarioFile,
    overrides: &Overrides,
    mistakes: &mut Mistakes,
) -> Features {
    let mut features = file.features;
    for word in &overrides.without {
        let switched = features
            .without(word)
            .map_err(|what| source.error(file.title.span(), format!("features: {what}")));
        mistakes.take(switched);
    }
    features
}

/// How far people see, and how much at once.
fn perception(source: &Source, file: &ScenarioFile, mistakes: &mut Mistakes) -> Perception {
    let perception = file.perception.as_ref();
    let perception = perception.map(|p| *p.get_ref()).unwrap_or_default();
    for (key, value, most) in [
        ("radius", perception.radius, 40),
        ("attention", perception.attention, 32),
    ] {
        if !(1..=most).contains(&value) {
            let what = format!("{key} of perception is {value}; expected 1 to {most}");
            mistakes.note(source.error(source.span_of(&["perception", key]), what));
        }
    }
    perception
}

/// The moment at which it begins, within the term.
fn start(loaded: &Loaded, mistakes: &mut Mistakes) -> Option<SimTime> {
    let (source, file) = &loaded.scenario;
    let start = mistakes.take(moment(source, &file.start));
    if let (Some(start), Some(weeks)) = (start, term::weeks(loaded)) {
        mistakes.take(placed_in_term(
            source,
            file.start.span(),
            start.day(),
            weeks,
        ));
    }
    start
}

/// What is thought out before: of the file that the command line names, else the scenario.
fn policies(
    loaded: &Loaded,
    overrides: &Overrides,
    map: &CampusMap,
    people: &[(Persona, u32)],
    mistakes: &mut Mistakes,
) -> Vec<Policy> {
    // Without places nothing can be said of those that are named.
    if map.places.is_empty() {
        return Vec::new();
    }
    if let Some(file) = &overrides.policies {
        return policies::read(file, map, people, mistakes);
    }
    let (source, scenario) = &loaded.scenario;
    let Some(named) = &scenario.policies else {
        return Vec::new();
    };
    let file = beside(&source.file, Path::new(named.get_ref()));
    if !is_file(&file) {
        let what = format!("{} is not there; expected a file", file.shown());
        mistakes.note(source.error(named.span(), what));
        return Vec::new();
    }
    policies::read(&file, map, people, mistakes)
}

/// Gives everybody a language and a mind: what the command line says, else the persona, else the
/// scenario.
fn give_minds(
    loaded: &Loaded,
    overrides: &Overrides,
    people: &mut [(Persona, u32)],
    mistakes: &mut Mistakes,
) {
    let (source, file) = &loaded.scenario;
    let common = match &file.mind {
        Some(word) => mistakes.take(mind(source, word, &file.model)),
        None => None,
    };
    let tongue = match &file.language {
        Some(word) => mistakes.take(language(source, word)),
        None => None,
    };
    for (i, (persona, _)) in people.iter_mut().enumerate() {
        persona.language = tongue.unwrap_or(Language::English);
        persona.mind = common.clone().unwrap_or(MindKind::BuiltIn);
        if let Some((source, own)) = loaded.personas.get(i) {
            if let Some(word) = &own.language {
                let own = mistakes.take(language(source, word));
                persona.language = own.unwrap_or(persona.language);
            }
            match (&own.mind, &own.model) {
                (Some(word), profile) => {
                    let profile = profile.clone().or_else(|| file.model.clone());
                    if let Some(own) = mistakes.take(mind(source, word, &profile)) {
                        persona.mind = own;
                    }
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
}

fn language(source: &Source, word: &Spanned<String>) -> Resolved<Language> {
    placed(source, word.span(), Language::parse(word.get_ref()))
}

fn mind(source: &Source, word: &Spanned<String>, profile: &Option<String>) -> Resolved<MindKind> {
    match word.get_ref().as_str() {
        "builtin" => Ok(MindKind::BuiltIn),
        "model" => Ok(MindKind::Model(profile.clone().unwrap_or_default())),
        other => Err(source.error(
            word.span(),
            format!("found mind “{other}”; expected builtin or model"),
        )),
    }
}
