//! What is told of people who are drawn: `assets/population/en.toml`, read once.

use collegium_core::{files, sentence::Sentence};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

/// The names, words and sentences of people who are drawn.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PeopleStock {
    pub natures: Vec<String>,
    pub goals: Vec<String>,
    pub tasks: Vec<String>,
    /// The task of whoever is no student.
    pub duty: Sentence,
    pub background: Sentence,
    /// How the lively spend their days.
    pub lively: String,
    /// How others do.
    pub slow: String,
    pub memories: Vec<Sentence>,
    pub groups: Groups,
    /// What is done in a shift, by the word of the role.
    pub shifts: BTreeMap<String, String>,
    pub names: Forms,
    pub regions: Vec<Region>,
}

/// Groups that people belong to.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Groups {
    pub staff: String,
    /// That of those who teach.
    pub teachers: String,
    /// That of students where a scenario has none.
    pub students: String,
}

/// How names are put together, and whoever is left when they run out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Forms {
    pub short: Sentence,
    pub long: Sentence,
    pub numbered: Sentence,
    pub pronouns: String,
    pub town: String,
}

/// First names with their pronouns, family names, and towns.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Region {
    pub first: Vec<(String, String)>,
    pub family: Vec<String>,
    pub towns: Vec<String>,
}

static STOCK: LazyLock<PeopleStock> =
    LazyLock::new(|| files::text("assets/population/en.toml", PeopleStock::read));

impl PeopleStock {
    fn read(text: &str) -> Result<Self, String> {
        let stock: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        let lists = [&stock.natures, &stock.goals, &stock.tasks];
        let regions = stock.regions.iter();
        let mut names = regions.map(|r| [r.first.len(), r.family.len(), r.towns.len()]);
        if lists.iter().any(|list| list.is_empty())
            || stock.memories.is_empty()
            || stock.regions.is_empty()
            || names.any(|many| many.contains(&0))
        {
            return Err("found an empty list; expected something to draw from".to_owned());
        }
        Ok(stock)
    }
}

/// What there is to tell of people who are drawn.
pub(super) fn stock() -> &'static PeopleStock {
    &STOCK
}
