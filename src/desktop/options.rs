//! What the command line tells the desktop app.

use super::control::measure::FrameBench;
use collegium_core::{
    i18n::Language,
    time::{SimTime, Speed},
};
use collegium_learning::conduct_options::ConductOptions;
use collegium_sim::campus::{people::MindKind, scenario::Overrides};
use std::path::PathBuf;

/// What the command line tells the desktop app.
#[derive(Clone, Debug)]
pub struct Options {
    /// The scenario's file.
    pub scenario: PathBuf,
    /// The name of a save to go on with, in the place of a new run.
    pub resume: Option<String>,
    /// The folder in which saves lie.
    pub saves: PathBuf,
    /// How fast time passes at first.
    pub speed: Speed,
    /// Another seed than the scenario's.
    pub seed: Option<u64>,
    /// Another number of people than the scenario's.
    pub agents: Option<usize>,
    /// Somebody to select and follow: a name or a part of one.
    pub select: Option<String>,
    /// A picture of the window to be saved, after which the app ends.
    pub screenshot: Option<PathBuf>,
    /// Real seconds until that picture.
    pub after: f32,
    /// Simulated seconds between two autosaves.
    pub autosave: u32,
    /// Pause when the clock reaches this.
    pub until: Option<SimTime>,
    /// The name of the new save.
    pub save: Option<String>,
    /// The language of the app's texts.
    pub language: Language,
    /// The mind of everybody, where it is not the scenario's.
    pub mind: Option<MindKind>,
    /// The file with the models' profiles.
    pub settings: Option<PathBuf>,
    /// Parts of the mind to switch off.
    pub without: Vec<String>,
    /// Who decides at decision points, and what lessons are taught; without it, as the scenario
    /// says.
    pub conduct: ConductOptions,
    /// What is measured of the drawing, after which the app ends.
    pub measure: Option<FrameBench>,
}

impl Options {
    /// What is changed of a scenario.
    pub fn overrides(&self) -> Overrides {
        Overrides {
            agents: self.agents,
            seed: self.seed,
            mind: self.mind.clone(),
            without: self.without.clone(),
        }
    }
}
