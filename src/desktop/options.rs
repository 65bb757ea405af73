//! What the command line tells the desktop app.

use collegium_core::{
    i18n::Language,
    time::{SimTime, Speed},
};
use collegium_learning::conduct_options::ConductOptions;
use collegium_sim::campus::{people::MindKind, scenario::Overrides};
use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Instant,
};

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
    /// A picture of the map alone to be saved, after which the app ends.
    pub map_picture: Option<PathBuf>,
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
    /// A file of lifestyle policies, in the place of the scenario's.
    pub policies: Option<PathBuf>,
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
            policies: self.policies.clone(),
        }
    }
}

/// What is measured, and what was found.
#[derive(Clone, Debug)]
pub struct FrameBench {
    /// Real seconds for each view.
    pub seconds: f32,
    /// A folder for a picture of each view.
    pub pictures: Option<PathBuf>,
    /// When the program was started.
    pub begun: Instant,
    /// What was found so far; shared with whoever started the app.
    pub found: Arc<Mutex<Frames>>,
}

/// What was found of the drawing.
#[derive(Clone, Debug, Default)]
pub struct Frames {
    /// Real seconds from the start of the program to the first whole picture.
    pub first_picture: f32,
    /// Every view in turn.
    pub views: Vec<ViewFrames>,
}

/// How fast a view was drawn.
#[derive(Clone, Debug)]
pub struct ViewFrames {
    /// How near: `near`, `middle` or `far`.
    pub view: &'static str,
    /// When: `day` or `night`.
    pub hour: &'static str,
    /// Screen pixels per pixel of the map.
    pub zoom: f32,
    /// Frames a second.
    pub per_second: f32,
    /// Milliseconds from one frame to the next, the median.
    pub frame_ms: f32,
    /// Milliseconds that the main thread worked at a frame, the median.
    pub main_ms: f32,
}
