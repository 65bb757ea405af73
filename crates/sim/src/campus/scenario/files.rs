//! The shapes of scenario, term and persona files, as people write them: see `docs/scenarios.md`.

use super::{Features, MOST_PEOPLE, Perception};
use crate::campus::people::{Look, Traits};
use collegium_core::{
    files::{self, beside},
    input::{BadInput, Mistakes, Source},
    text::{Shown as _, harmless},
};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// What `scenarios/NAME.toml` says, as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioFile {
    /// The title, as menus show it.
    pub title: Spanned<String>,
    /// What the scenario is about, in a sentence or two.
    #[serde(default)]
    pub description: String,
    /// The map, relative to this file.
    pub map: Spanned<String>,
    /// The term, relative to this file.
    pub term: Option<Spanned<String>>,
    /// When it begins, as `Mon 06:00`.
    pub start: Spanned<String>,
    /// The seed when none is given.
    #[serde(default = "one")]
    pub seed: Spanned<i64>,
    /// Simulated seconds per tick, 1 to 60; 10 where it is left out.
    pub tick_seconds: Option<Spanned<i64>>,
    /// Persona files, `*` allowed.
    #[serde(default)]
    pub personas: Vec<Spanned<String>>,
    /// People drawn from the seed.
    pub generate: Option<GenerateFile>,
    /// How people perceive.
    pub perception: Option<Spanned<Perception>>,
    /// Which parts of the mind are on.
    #[serde(default)]
    pub features: Features,
    /// Which memories come to mind.
    #[serde(default)]
    pub retrieval: super::retrieval::RetrievalFile,
    /// When people reflect.
    #[serde(default)]
    pub reflection: super::retrieval::ReflectionFile,
    /// Who decides at decision points, and what conduct is worth.
    pub conduct: Option<Spanned<super::conduct::ConductSettings>>,
    /// Which mind people have: `builtin` or `model`.
    pub mind: Option<Spanned<String>>,
    /// The profile of `collegium.toml` that a model-driven mind uses; none for the one that the
    /// settings choose.
    pub model: Option<String>,
    /// The language people think and speak in: `en`, `zh` or `vi`.
    pub language: Option<Spanned<String>>,
    /// A file of lifestyle policies, relative to this file.
    pub policies: Option<Spanned<String>>,
    /// Groups with an objective of their own.
    #[serde(default)]
    pub groups: Vec<super::groups::GroupFile>,
    /// Events known beforehand.
    #[serde(default)]
    pub events: Vec<EventFile>,
    /// Facts that only some know at first.
    #[serde(default)]
    pub facts: Vec<FactFile>,
    /// Books of the library, beside those of the term.
    #[serde(default)]
    pub books: Vec<BookFile>,
}

fn one() -> Spanned<i64> {
    Spanned::new(0..0, 1)
}

/// The `[generate]` table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GenerateFile {
    /// How many are drawn, 0 to 5000.
    pub people: Spanned<i64>,
    /// The share of students among them, 0 to 1; 0.8 where it is left out.
    pub students: Option<Spanned<f32>>,
    /// The share of those who live on the campus while beds are left, 0 to 1; 0.85 where it is left
    /// out.
    pub housed: Option<Spanned<f32>>,
    /// The groups that students among them are of; those of the personas who study where none is
    /// named.
    #[serde(default)]
    pub groups: Vec<Spanned<String>>,
    /// Whether those who do not study are drawn for the posts of the campus first: they keep its
    /// counters open, and teach what nobody of the scenario teaches.
    #[serde(default)]
    pub posts: bool,
}

/// An `[[events]]` table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventFile {
    /// The event's title, by which facts name it.
    pub title: Spanned<String>,
    /// The name of the place where it is held.
    pub place: Spanned<String>,
    /// `Mon`, or `week 2 Mon`.
    pub day: Spanned<String>,
    /// From when to when, as `06:00-07:30`.
    pub hours: Spanned<String>,
    /// The groups that are invited; `everyone` for all.
    pub groups: Spanned<Vec<Spanned<String>>>,
    /// Who knows of it at first; left out where everybody invited does.
    pub known_by: Option<Vec<Spanned<String>>>,
}

/// A `[[facts]]` table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactFile {
    /// The fact, in a sentence that anybody could say.
    pub text: Spanned<String>,
    /// Who knows it at first.
    pub known_by: Vec<Spanned<String>>,
    /// How much it matters, 1 (mundane) to 10 (poignant); 6 where it is left out.
    pub importance: Option<Spanned<i64>>,
    /// The title of the event it is about.
    pub event: Option<Spanned<String>>,
}

/// What the file of a term says, as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermFile {
    /// The term's title.
    pub title: String,
    /// How many weeks it lasts, 1 to 60.
    pub weeks: Spanned<i64>,
    /// The date of its first Monday, as `22 Sep`, which it is where it is left out.
    pub begins: Option<Spanned<String>>,
    /// Days without classes, each as `week 6 Wed`.
    #[serde(default)]
    pub holidays: Vec<Spanned<String>>,
    /// The `[[courses]]` held in it.
    #[serde(default)]
    pub courses: Vec<CourseFile>,
    /// Books of the library.
    #[serde(default)]
    pub books: Vec<BookFile>,
}

/// A `[[books]]` table, of a scenario or a term.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookFile {
    /// The book's title.
    pub title: Spanned<String>,
    /// Who wrote it.
    pub author: Spanned<String>,
    /// What it is about, in a few words.
    pub topic: Spanned<String>,
    /// The code of the course that reads it; left out where none does.
    pub course: Option<Spanned<String>>,
}

/// A `[[courses]]` table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CourseFile {
    /// The course's code, which no other has.
    pub code: Spanned<String>,
    /// The course's title, as people say it.
    pub title: String,
    /// The name of the persona who teaches it.
    pub teacher: Spanned<String>,
    /// The name of the place where it is held.
    pub room: Spanned<String>,
    /// When it is held, each as `Mon 09:00-10:30`.
    pub sessions: Spanned<Vec<Spanned<String>>>,
}

/// What the file of a persona says, as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonaFile {
    /// Full name, which no other persona has.
    pub name: Spanned<String>,
    /// Age in years, 1 to 120.
    pub age: Spanned<i64>,
    /// The word of a role.
    pub role: Spanned<String>,
    /// The group they belong to.
    pub group: Spanned<String>,
    /// `she`, `he` or `they`.
    pub pronouns: Spanned<String>,
    /// Where they come from.
    #[serde(default)]
    pub origin: String,
    /// Words for their nature.
    #[serde(default)]
    pub innate: Vec<String>,
    /// Their story, in prose.
    #[serde(default)]
    pub background: String,
    /// How they live, in prose.
    #[serde(default)]
    pub lifestyle: String,
    /// What they want, each in a few words.
    #[serde(default)]
    pub goals: Vec<Spanned<String>>,
    /// The long-term task on their mind.
    #[serde(default)]
    pub task: String,
    /// The parts of that task; made by rule where none are named.
    #[serde(default)]
    pub parts: Vec<String>,
    /// What that task ends in: `project`, `exhibition`, `paper` or `work`; by the role where it is
    /// left out.
    pub ends: Option<Spanned<String>>,
    /// The tasks that follow it, in order.
    #[serde(default)]
    pub tasks: Vec<String>,
    /// The name of their bedroom, or `town`.
    pub home: Spanned<String>,
    /// Money at the start, 0 to 1000000; 100 where it is left out.
    #[serde(default = "hundred")]
    pub money: Spanned<f32>,
    /// The codes of the courses that a student takes.
    #[serde(default)]
    pub courses: Vec<Spanned<String>>,
    /// Traits of character, each 0 to 1; 0.5 where one is left out.
    pub traits: Option<Spanned<Traits>>,
    /// When they get up and go to bed.
    pub day: DayFile,
    /// How they are drawn; the usual look where it is left out.
    pub look: Option<Spanned<Look>>,
    /// Their shifts of work.
    #[serde(default)]
    pub shifts: Vec<ShiftFile>,
    /// Whom they know at the start.
    #[serde(default)]
    pub relationships: Vec<RelationshipFile>,
    /// What they remember at the start.
    #[serde(default)]
    pub memories: Vec<MemoryFile>,
    /// `builtin` or `model`; none for the scenario's.
    pub mind: Option<Spanned<String>>,
    /// The profile of their model; none for the scenario's.
    pub model: Option<String>,
    /// `en`, `zh` or `vi`; none for the scenario's.
    pub language: Option<Spanned<String>>,
}

fn hundred() -> Spanned<f32> {
    Spanned::new(0..0, 100.0)
}

/// The `[day]` table: the night between is 3 to 16 hours long.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayFile {
    /// When they get up, as `06:00`.
    pub wakes: Spanned<String>,
    /// When they go to bed, as `22:45`.
    pub sleeps: Spanned<String>,
}

/// A `[[shifts]]` table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShiftFile {
    /// The name of the place where the work is.
    pub place: Spanned<String>,
    /// On which days, as `Mon-Fri`.
    pub days: Spanned<String>,
    /// From when to when, as `06:00-14:00`.
    pub hours: Spanned<String>,
    /// What is done, in a few words.
    #[serde(default)]
    pub what: String,
}

/// A `[[relationships]]` table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationshipFile {
    /// The name of the persona they know.
    pub with: Spanned<String>,
    /// The word of what the other is to them.
    pub kind: Spanned<String>,
    /// How close they are at the start, 0 to 10.
    pub closeness: Spanned<f32>,
    /// What there is to say of it.
    #[serde(default)]
    pub note: String,
}

/// A `[[memories]]` table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemoryFile {
    /// The memory, in a sentence.
    pub text: Spanned<String>,
    /// How much it matters, 1 (mundane) to 10 (poignant).
    pub importance: Spanned<i64>,
}

/// All files of a scenario, parsed but not yet checked against one another.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The scenario's name.
    pub name: String,
    /// The file that was asked for, and what it says.
    pub scenario: (Source, ScenarioFile),
    /// The file of the term, where the scenario names one.
    pub term: Option<(Source, TermFile)>,
    /// The personas, sorted by path.
    pub personas: Vec<(Source, PersonaFile)>,
    /// The map's path; none where there is no such file.
    pub map_file: Option<PathBuf>,
    /// Whether all personas that are named could be read, as well or badly as they are written.
    pub all_there: bool,
}

impl Loaded {
    /// Whether a course that is not found may stand in what could not be read of the term.
    pub fn may_have_course(&self, code: &str) -> bool {
        let (source, file) = &self.scenario;
        match &self.term {
            Some((term, _)) => term.has_lost(code),
            None => file.term.is_some() || !source.is_whole(),
        }
    }

    /// Whether there may be people, or groups, of whom nothing could be read.
    pub fn lacks_people(&self) -> bool {
        let (source, file) = &self.scenario;
        let lost = ["personas", "generate", "people"];
        !self.all_there
            || (file.personas.is_empty() && lost.iter().any(|key| source.may_have_lost(key)))
    }

    /// Whether a word stood in what could not be read of a persona.
    pub fn has_lost(&self, word: &str) -> bool {
        self.personas
            .iter()
            .any(|(source, _)| source.has_lost(word))
    }
}

/// Reads a scenario file and the files it names, with everything that is missing or misshapen in
/// them noted; none where the scenario itself cannot be read at all.
pub fn read(file: &Path, mistakes: &mut Mistakes) -> Option<Loaded> {
    let mut source = mistakes.take(Source::read(file))?;
    let scenario: ScenarioFile = source.toml_with(mistakes)?;
    let term = scenario.term.as_ref().and_then(|path| {
        let mut source = mistakes.take(read_named(&source, path))?;
        let term: TermFile = source.toml_with(mistakes)?;
        Some((source, term))
    });
    let (personas, all_there) = people(&source, &scenario, mistakes);
    let map_file = beside(&source.file, Path::new(scenario.map.get_ref()));
    let there = files::is_file(&map_file);
    if !there {
        let what = format!(
            "map {} is not there; expected a Tiled map",
            map_file.shown()
        );
        mistakes.note(source.error(scenario.map.span(), what));
    }
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = harmless(&stem).into_owned();
    Some(Loaded {
        name,
        scenario: (source, scenario),
        term,
        personas,
        map_file: there.then_some(map_file),
        all_there,
    })
}

/// The personas that a scenario names, and whether these are all.
fn people(
    source: &Source,
    scenario: &ScenarioFile,
    mistakes: &mut Mistakes,
) -> (Vec<(Source, PersonaFile)>, bool) {
    let (mut named, mut all) = (Vec::new(), true);
    for pattern in &scenario.personas {
        match mistakes.take(matching(source, pattern)) {
            Some(found) => named.extend(found),
            None => all = false,
        }
    }
    // Whose file is the project's own has the same number as by the carried one.
    named.sort_by_key(|file| files::name(file));
    named.dedup();
    if named.len() > MOST_PEOPLE {
        let what = format!(
            "{} persona files were found; expected at most {MOST_PEOPLE}",
            named.len()
        );
        mistakes.note(source.error(scenario.title.span(), what));
        return (Vec::new(), false);
    }
    let mut personas = Vec::new();
    for file in named {
        let read = mistakes.take(Source::read(&file)).and_then(|mut source| {
            let persona = source.toml_with::<PersonaFile>(mistakes)?;
            Some((source, persona))
        });
        match read {
            Some(read) => personas.push(read),
            None => all = false,
        }
    }
    (personas, all)
}

fn read_named(source: &Source, path: &Spanned<String>) -> Result<Source, BadInput> {
    let file = beside(&source.file, Path::new(path.get_ref()));
    if !files::is_file(&file) {
        return Err(source.error(
            path.span(),
            format!("{} is not there; expected a file", file.shown()),
        ));
    }
    Source::read(&file)
}

/// The files that match a path whose last part may hold one `*`.
fn matching(source: &Source, pattern: &Spanned<String>) -> Result<Vec<PathBuf>, BadInput> {
    let path = beside(&source.file, Path::new(pattern.get_ref()));
    let last = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let Some((before, after)) = last.split_once('*') else {
        if files::is_file(&path) {
            return Ok(vec![path]);
        }
        return Err(source.error(
            pattern.span(),
            format!("{} is not there; expected a persona file", path.shown()),
        ));
    };
    let parent = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let listing = files::list(parent).map_err(|error| {
        source.error(
            pattern.span(),
            format!(
                "{} cannot be listed ({error}); expected a folder of personas",
                parent.shown()
            ),
        )
    })?;
    let found: Vec<PathBuf> = listing
        .into_iter()
        .filter(|p| {
            let name = p
                .file_name()
                .map(|n| n.to_string_lossy().into_owned())
                .unwrap_or_default();
            name.len() >= before.len() + after.len()
                && name.starts_with(before)
                && name.ends_with(after)
        })
        .collect();
    if found.is_empty() {
        return Err(source.error(
            pattern.span(),
            format!("nothing matches {}; expected persona files", path.shown()),
        ));
    }
    Ok(found)
}
