//! Who somebody is: name, role, character, looks, and whom and what they know from the start.

use super::aims::{Aim, Aims};
use super::works::{DRAWN, Ending, Task, Works};
use crate::campus::SpotId;
use bevy::prelude::Component;
use collegium_core::{
    i18n::Language,
    ids::{AgentId, PlaceId},
    named,
    time::DayHours,
};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, fmt};

/// Which mind decides for somebody; shown wherever the person is.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MindKind {
    /// The built-in mind: rules, utilities and templates; no model.
    #[default]
    BuiltIn,
    /// A language model, by the name of its profile; empty for the one that the settings choose.
    /// Where it fails, the built-in mind decides.
    Model(String),
}

impl MindKind {
    /// What screens call the mind, in English.
    pub fn label(&self) -> String {
        self.to_string()
    }

    /// Whether a model is asked.
    pub const fn is_model(&self) -> bool {
        matches!(self, MindKind::Model(_))
    }
}

impl fmt::Display for MindKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MindKind::BuiltIn => f.write_str("built-in mind"),
            MindKind::Model(profile) if profile.is_empty() => f.write_str("language model"),
            MindKind::Model(profile) => write!(f, "language model ({profile})"),
        }
    }
}

named! {
    /// What somebody is on the campus.
    Role {
        /// Takes courses of the term.
        Student = "student",
        /// Teaches courses of the term.
        Teacher = "teacher",
        /// Looks after the library.
        Librarian = "librarian",
        /// Cooks in the refectory.
        Cook = "cook",
        /// Makes the coffee.
        Barista = "barista",
        /// Keeps the lodge.
        Porter = "porter",
        /// Looks after the sick.
        Nurse = "nurse",
        /// Works in the administration.
        Clerk = "clerk",
        /// Keeps the shop.
        Shopkeeper = "shopkeeper",
        /// Keeps the rooms clean.
        Cleaner = "cleaner",
        /// Runs the gym.
        Coach = "coach",
        /// Looks after lawns and trees.
        Gardener = "gardener",
        /// Looks after the instruments.
        Technician = "technician",
        /// Listens and advises.
        Counsellor = "counsellor",
    }
}

named! {
    /// What somebody is to somebody.
    Relation {
        /// A friend of theirs.
        Friend = "friend",
        /// Shares a room with the other.
        Roommate = "roommate",
        /// The two are a couple.
        Partner = "partner",
        /// A brother or sister.
        Sibling = "sibling",
        /// Works in the same place.
        Colleague = "colleague",
        /// Teaches the other.
        Teacher = "teacher",
        /// Is taught by the other.
        Student = "student",
        /// Somebody they compete with.
        Rival = "rival",
        /// Knows the other a little.
        Acquaintance = "acquaintance",
    }
}

/// Traits of character, each 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Traits {
    /// 0 comes late and at the last moment, 1 early.
    pub punctuality: f32,
    /// 0 puts work off, 1 does it at once.
    pub diligence: f32,
    /// 0 keeps to oneself, 1 seeks company.
    pub sociability: f32,
    /// 0 cuts in or gives up, 1 waits their turn.
    pub patience: f32,
    /// 0 passes by, 1 greets, helps and apologises.
    pub courtesy: f32,
    /// 0 tires soon, 1 is lively for long.
    pub energy: f32,
    /// 0 spends what is there, 1 saves.
    pub thrift: f32,
    /// 0 speaks up, 1 speaks low.
    pub quietness: f32,
}

impl Default for Traits {
    fn default() -> Self {
        Self {
            punctuality: 0.5,
            diligence: 0.5,
            sociability: 0.5,
            patience: 0.5,
            courtesy: 0.5,
            energy: 0.5,
            thrift: 0.5,
            quietness: 0.5,
        }
    }
}

impl Traits {
    /// The traits with their names, for checks and screens.
    pub const fn named(&self) -> [(&'static str, f32); 8] {
        [
            ("punctuality", self.punctuality),
            ("diligence", self.diligence),
            ("sociability", self.sociability),
            ("patience", self.patience),
            ("courtesy", self.courtesy),
            ("energy", self.energy),
            ("thrift", self.thrift),
            ("quietness", self.quietness),
        ]
    }
}

/// How somebody looks: styles and colours of `assets/people/palette.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Look {
    /// Colour ramp of the skin, by its name.
    pub skin: String,
    /// Style of the hair, by its name.
    pub hair: String,
    /// Colour ramp of the hair, or of the cloth worn in its place.
    pub hair_color: String,
    /// Upper garment, by its name.
    pub top: String,
    /// Cloth ramp of the upper garment.
    pub top_color: String,
    /// Lower garment, by its name.
    pub bottom: String,
    /// Cloth ramp of the lower garment.
    pub bottom_color: String,
    /// Beard style, or empty.
    pub beard: String,
    /// Things worn on top.
    pub extra: Vec<String>,
    /// Their cloth ramp.
    pub extra_color: String,
    /// Cloth ramp of the shoes.
    pub shoes_color: String,
}

/// Somebody a persona knows at the start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relationship {
    /// The person they know.
    pub with: AgentId,
    /// What the other is to this one.
    pub kind: Relation,
    /// How close they are, 0 (stranger) to 10.
    pub closeness: f32,
    /// What there is to say of it.
    pub note: String,
}

/// A shift of work, held on the same days of every week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shift {
    /// The place where they work.
    pub place: PlaceId,
    /// The days of the week and the hours.
    pub hours: DayHours,
    /// What is done, in the scenario's words.
    pub what: String,
}

/// A memory somebody has from the start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeedMemory {
    /// The memory, in a sentence of the scenario.
    pub text: String,
    /// How much it matters, 1 (mundane) to 10 (poignant).
    pub importance: u8,
}

/// Who somebody is. But for the task that they are at, it never changes while a campus lives.
#[derive(Component, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Persona {
    /// Full name, unique.
    pub name: String,
    /// Age in years, 1 to 120.
    pub age: u8,
    /// What they are on the campus.
    pub role: Role,
    /// The group they belong to.
    pub group: String,
    /// `she`, `he` or `they`.
    pub pronouns: String,
    /// Where they come from.
    pub origin: String,
    /// Words for their nature, such as `observant`.
    pub innate: Vec<String>,
    /// Their story, in prose.
    pub background: String,
    /// How they live, in prose.
    pub lifestyle: String,
    /// What they want, each in a few words; what their group wants is the last of it.
    pub goals: Vec<String>,
    /// What their group wants of them.
    pub aims: Aims,
    /// The long-term task on their mind: it changes when one ends and the next begins.
    pub task: String,
    /// The part of it that is to be done next; empty where it has none.
    pub part: String,
    /// Their tasks, one after the other: those of the scenario, then some that are drawn, which come
    /// round again.
    pub tasks: Vec<Task>,
    /// Their bedroom; none for those who live in town.
    pub home: Option<PlaceId>,
    /// The bed in which they sleep; none for those who live in town.
    pub bed: Option<SpotId>,
    /// Traits of character, each 0 to 1.
    pub traits: Traits,
    /// When they get up, in seconds of the day.
    pub wakes: u32,
    /// When they go to bed, in seconds of the day.
    pub sleeps: u32,
    /// How they are drawn, in words of the palette.
    pub look: Look,
    /// Their shifts of work.
    pub shifts: Vec<Shift>,
    /// Whom they know at the start.
    pub relationships: Vec<Relationship>,
    /// What they remember at the start.
    pub memories: Vec<SeedMemory>,
    /// The language they think and speak in.
    pub language: Language,
    /// Which mind decides for them.
    pub mind: MindKind,
}

impl Persona {
    /// The name up to its first space.
    pub fn first_name(&self) -> &str {
        self.name.split(' ').next().unwrap_or(&self.name)
    }

    /// What is written of them, text by text: what they are and want, and what they remember from
    /// the start.
    pub fn own_words(&self) -> impl Iterator<Item = &str> {
        let tasks = self.tasks.iter();
        let tasks = tasks.flat_map(|task| task.parts.iter().chain([&task.what]));
        let memories = self.memories.iter().map(|memory| &memory.text);
        [&self.background, &self.lifestyle, &self.origin, &self.task]
            .into_iter()
            .chain(&self.goals)
            .chain(tasks)
            .chain(memories)
            .map(String::as_str)
    }

    /// A task by its running number, from 0; none for whoever has none.
    pub fn task_of(&self, number: u16) -> Option<&Task> {
        let (number, all) = (usize::from(number), self.tasks.len());
        let again = DRAWN.min(all).max(1);
        let index = if number < all {
            number
        } else {
            all - again.min(all) + (number - all) % again
        };
        self.tasks.get(index)
    }

    /// Turns to the task and the part at which they are.
    pub fn turn_to(&mut self, works: &Works) {
        let Some(task) = self.task_of(works.task) else {
            return;
        };
        let part = task.parts.get(usize::from(works.part));
        let (task, part) = (task.what.clone(), part.cloned().unwrap_or_default());
        (self.task, self.part) = (task, part);
    }

    /// Whether words are those of the task that they are at, or of the part of it.
    pub fn is_task(&self, words: &str) -> bool {
        !words.is_empty() && (words == self.task || words == self.part)
    }

    /// What they have to do next for their task, in words: the part, or else the whole.
    pub fn next_work(&self) -> &str {
        if self.part.is_empty() {
            &self.task
        } else {
            &self.part
        }
    }

    /// A trait that leads somebody to do something, as their group would have it.
    pub fn led(&self, value: f32, aim: Aim) -> f32 {
        (value + LEANS * self.aims.weight(aim)).clamp(0.0, 1.0)
    }

    /// Who plans somebody's day: they themselves, as their group would have them. What it wants
    /// leads the traits that lead plans: study diligence, exercise energy, company sociability.
    pub fn planner(&self) -> Cow<'_, Self> {
        let traits = Traits {
            diligence: self.led(self.traits.diligence, Aim::Study),
            energy: self.led(self.traits.energy, Aim::Exercise),
            sociability: self.led(self.traits.sociability, Aim::Socialise),
            ..self.traits
        };
        if traits == self.traits {
            return Cow::Borrowed(self);
        }
        Cow::Owned(Self {
            traits,
            ..self.clone()
        })
    }
}

impl Ending {
    /// What the tasks of a role end in where nothing is said of it.
    pub const fn of(role: Role) -> Self {
        match role {
            Role::Student => Self::Project,
            Role::Teacher => Self::Paper,
            _ => Self::Work,
        }
    }
}

/// How much of a trait a group's weight of 1 is worth.
const LEANS: f32 = 0.5;
