//! Scenarios: who, where and when. Read from TOML, checked against the map, and resolved to
//! numbers.

pub mod conduct;
mod files;
pub mod groups;
pub mod policies;
mod policies_written;
mod resolve;
pub mod retrieval;
pub mod rewards;
mod saved;

pub use files::{PersonaFile, ScenarioFile, TermFile};

use super::{
    CampusMap,
    courses::Term,
    library::Book,
    map::{self, MapProblem},
    people::{MindKind, Persona},
};
use collegium_core::{
    ids::{AgentId, PlaceId},
    input::{BadInput, Mistakes, several},
    time::SimTime,
};
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    path::{Path, PathBuf},
};

/// Something that everybody invited knows of beforehand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampusEvent {
    /// The event's title, as people say it.
    pub title: String,
    /// The place where it is held.
    pub place: PlaceId,
    /// When it begins.
    pub begins: SimTime,
    /// When it ends.
    pub ends: SimTime,
    /// The groups invited; `everyone` for all.
    pub groups: Vec<String>,
    /// Whether only its hosts know of it at first, and others hear of it by word of mouth.
    pub hidden: bool,
    /// Who knows of it at first and invites others, where it is hidden.
    pub hosts: Vec<AgentId>,
}

impl CampusEvent {
    /// Whether it is for somebody of that group.
    pub fn invites(&self, group: &str) -> bool {
        self.groups.iter().any(|g| g == "everyone" || g == group)
    }
}

/// A fact that the scenario plants, to watch it spread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlantedFact {
    /// The fact, in a sentence that anybody could say.
    pub text: String,
    /// Who knows it at first.
    pub known_by: Vec<AgentId>,
    /// 1 (idle talk) to 10 (everybody should know).
    pub importance: u8,
    /// The index of the event it is about: who learns the fact, learns of the event.
    pub event: Option<u16>,
}

/// How far and how much people perceive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Perception {
    /// How far people see, in tiles, 1 to 40.
    pub radius: u8,
    /// How many things they notice at once, at most; 1 to 32.
    pub attention: u8,
}

impl Default for Perception {
    /// Eight tiles, as in Generative Agents, and four things.
    fn default() -> Self {
        Self {
            radius: 8,
            attention: 4,
        }
    }
}

/// Writes [`Features`]: a line for each part of the mind that can be switched off.
macro_rules! features {
    ($($(#[$doc:meta])* $part:ident,)+) => {
        /// Parts of the mind that can be switched off, to see what each is worth. The words of the
        /// switches are the names of the fields; by default every part is on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Features { $($(#[$doc])* pub $part: bool,)+ }

        impl Default for Features {
            fn default() -> Self {
                Self { $($part: true,)+ }
            }
        }

        impl Features {
            /// The words of the switches, in their order.
            pub const WORDS: &'static [&'static str] = &[$(stringify!($part),)+];

            /// The switch of a word; none for any other.
            fn switch(&mut self, word: &str) -> Option<&mut bool> {
                $(if word == stringify!($part) {
                    return Some(&mut self.$part);
                })+
                None
            }
        }
    };
}

features! {
    /// Reflection, diary and self-summary.
    reflection,
    /// A plan for the day, and steps within its parts.
    planning,
    /// It counts in retrieval how like a memory is to the long-term task.
    task_resonance,
    /// Plans and steps are kept and used again where they fit (Affordable Generative Agents:
    /// lifestyle policy).
    lifestyle_policy,
    /// A summary of each acquaintance with what is new, in the place of whole memories (Affordable
    /// Generative Agents: social memory).
    social_impressions,
    /// Mind wandering: seldom associations between memories far from each other.
    mind_wandering,
}

impl Features {
    /// Switches one off.
    ///
    /// # Errors
    /// For a word that names none, naming those there are.
    pub fn without(&mut self, word: &str) -> Result<(), String> {
        let Some(switch) = self.switch(word) else {
            let near = collegium_core::input::did_you_mean(word, Self::WORDS.iter().copied());
            return Err(format!(
                "found “{word}”; expected one of {}{near}",
                Self::WORDS.join(", ")
            ));
        };
        *switch = false;
        Ok(())
    }
}

/// A scenario with everything resolved: what a campus is built from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Scenario {
    /// The file's name without its ending.
    pub name: String,
    /// What people read in lists.
    pub title: String,
    /// What the scenario is about, in a sentence or two.
    pub description: String,
    /// Where the map was read from.
    pub map_file: PathBuf,
    /// The moment at which the campus begins.
    pub start: SimTime,
    /// The seed of every roll.
    pub seed: u64,
    /// Simulated seconds per tick, 1 to 60.
    pub tick_seconds: u32,
    /// The courses and when they are held.
    pub term: Term,
    /// Events known beforehand.
    pub events: Vec<CampusEvent>,
    /// Facts that only some know at first.
    pub facts: Vec<PlantedFact>,
    /// The library's catalogue.
    pub books: Vec<Book>,
    /// How people perceive.
    pub perception: Perception,
    /// Which parts of the mind are on.
    pub features: Features,
    /// Which memories come to mind.
    pub retrieval: retrieval::RetrievalSettings,
    /// The summed importance of new memories at which somebody reflects, 5 to 10000.
    pub reflection_threshold: u32,
    /// Which heads decide at decision points, and what conduct is worth.
    pub conduct: conduct::ConductSettings,
    /// Groups with an objective of their own.
    pub groups: Vec<groups::GroupObjective>,
    /// What model-driven minds have thought out before the run begins.
    pub policies: Vec<policies::Policy>,
    /// The people, in the order of their numbers, each with their money in cents at the start.
    pub people: Vec<(Persona, u32)>,
}

impl Scenario {
    /// The weights of the reward's terms for those of a group: the scenario's, with what the group
    /// adds.
    pub fn reward_weights(&self, group: &str) -> rewards::RewardWeights {
        let common = self.conduct.rewards;
        let own = self.groups.iter().find(|g| g.name == group);
        own.map_or(common, |own| common.and(&own.rewards))
    }
}

/// What the command line may change of a scenario.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// How many people: fewer are the first ones, more are generated.
    pub agents: Option<usize>,
    /// The seed in the place of the scenario's.
    pub seed: Option<u64>,
    /// The mind of everybody, in the place of the scenario's and the personas' own.
    pub mind: Option<MindKind>,
    /// Parts of the mind to switch off, by the words of [`Features::WORDS`].
    pub without: Vec<String>,
    /// A file of lifestyle policies, in the place of the scenario's.
    pub policies: Option<PathBuf>,
}

/// A scenario that was refused: everything that is wrong with its files; at least one thing.
#[derive(Debug, Default, thiserror::Error)]
pub struct ScenarioError {
    /// What is wrong with scenario, term and personas.
    pub input: Vec<BadInput>,
    /// What is wrong with the map.
    pub map: Vec<MapProblem>,
    /// Its table `[conduct]` as far as it could be read, for whoever looks for the heads in it.
    pub conduct: Box<conduct::ConductSettings>,
}

impl ScenarioError {
    /// Everything, each as a message.
    pub fn all(&self) -> Vec<&dyn fmt::Display> {
        let input = self.input.iter().map(|one| one as &dyn fmt::Display);
        input.chain(self.map.iter().map(|one| one as _)).collect()
    }
}

impl ScenarioError {
    /// What could not be looked at, in a line; none where everything was.
    pub fn unseen(&self) -> Option<&'static str> {
        (!self.map.is_empty())
            .then_some("what is said of places was not looked at, since the map cannot be used yet")
    }
}

impl fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        several(f, &self.all())?;
        match self.unseen() {
            Some(note) => write!(f, "\n{note}"),
            None => Ok(()),
        }
    }
}

/// The most people a scenario may have.
pub const MOST_PEOPLE: usize = 5000;

/// Reads a scenario with its map, term and personas. What is allowed but can hardly be meant is
/// told as warnings.
///
/// # Errors
/// When any of these files is missing or breaks a rule: everything that is wrong with them. What
/// depends on places is not known where the map cannot be used.
pub fn load(file: &Path, overrides: Overrides) -> Result<(Scenario, CampusMap), ScenarioError> {
    let (loaded, doubts) = load_with_doubts(file, overrides)?;
    for doubt in doubts {
        tracing::warn!("{doubt}");
    }
    Ok(loaded)
}

/// As [`load`], with the doubts in the place of warnings.
///
/// # Errors
/// As those of [`load`].
pub fn load_with_doubts(
    file: &Path,
    overrides: Overrides,
) -> Result<((Scenario, CampusMap), Vec<BadInput>), ScenarioError> {
    let (mut mistakes, mut doubts) = (Mistakes::default(), Mistakes::default());
    let (mut problems, mut whole) = (Vec::new(), None);
    if let Some(loaded) = files::read(file, &mut mistakes) {
        let map = match loaded.map_file.as_deref().map(map::load) {
            Some(Ok(map)) => map,
            Some(Err(error)) => {
                problems = error.problems;
                CampusMap::default()
            }
            None => CampusMap::default(),
        };
        let scenario = resolve::resolve(&loaded, &map, &overrides, &mut mistakes);
        resolve::doubts(&loaded, &scenario, &mut doubts);
        whole = Some((scenario, map));
    }
    match whole {
        Some(whole) if mistakes.is_empty() && problems.is_empty() => Ok((whole, doubts.into_all())),
        whole => Err(ScenarioError {
            input: mistakes.into_all(),
            map: problems,
            conduct: Box::new(whole.map(|(s, _)| s.conduct).unwrap_or_default()),
        }),
    }
}
