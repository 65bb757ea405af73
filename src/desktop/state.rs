//! What the screen shows: the selection, open panels, filters, and what was asked for in this
//! frame.

use super::{commands::Command, panels::toasts::Toasts, trainer::Training};
use bevy::prelude::Resource;
use bevy_egui::egui;
use collegium_core::{
    i18n::{Language, key},
    ids::AgentId,
};
use collegium_learning::plan::{Algorithm, Plan};
use collegium_sim::{
    campus::Tile,
    conduct::Whom,
    memory::MemoryKind,
    tools::{Happening, HappeningKind},
};
use std::{collections::BTreeSet, path::PathBuf};

/// What somebody asks for with mouse or keys; carried out once, in the next frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// A command.
    Do(Command),
    /// Select somebody; and follow with the camera.
    Select(AgentId, bool),
    /// Move the camera to a tile.
    LookAt(Tile),
    /// Begin a scenario.
    Begin(PathBuf),
    /// Go on with a save.
    Resume(PathBuf),
    /// Show texts in a language.
    Speak(Language),
    /// Let a head of this name, `expert` or `off` decide for some.
    Mount(Whom, String),
    /// Begin or pause, go on with, or end training.
    Train(Training),
}

/// The tabs of the inspector.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Needs, purse, what is being done and why.
    #[default]
    Now,
    /// The plan of the day.
    Plan,
    /// Memories.
    Memories,
    /// Decisions with their reasons.
    Decisions,
    /// Micro-behaviour: who decides it, and its last decisions.
    Conduct,
    /// Who it is.
    About,
}

impl Tab {
    /// All tabs with the keys of their titles.
    pub const ALL: [(Tab, &'static str); 6] = [
        (Tab::Now, key("tab-now")),
        (Tab::Plan, key("tab-plan")),
        (Tab::Memories, key("tab-memories")),
        (Tab::Decisions, key("tab-decisions")),
        (Tab::Conduct, key("tab-conduct")),
        (Tab::About, key("tab-about")),
    ];
}

/// Groups of events that can be shown or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Conversations.
    Talk,
    /// Classes.
    Class,
    /// Comings and goings.
    Arrivals,
    /// Counters.
    Queue,
    /// Broken norms.
    Norms,
    /// Plans and arrangements.
    Plans,
    /// Refused calls.
    Refusals,
}

impl Topic {
    /// All topics with the keys of their names.
    pub const ALL: [(Topic, &'static str); 7] = [
        (Topic::Talk, key("topic-talk")),
        (Topic::Class, key("topic-class")),
        (Topic::Arrivals, key("topic-arrivals")),
        (Topic::Queue, key("topic-queue")),
        (Topic::Norms, key("topic-norms")),
        (Topic::Plans, key("topic-plans")),
        (Topic::Refusals, key("topic-refusals")),
    ];

    /// The topic of an event.
    pub const fn of(kind: HappeningKind) -> Self {
        match kind {
            HappeningKind::TalkBegan
            | HappeningKind::Said
            | HappeningKind::TalkEnded
            | HappeningKind::Posted
            | HappeningKind::Learned
            | HappeningKind::Joined
            | HappeningKind::Left => Topic::Talk,
            HappeningKind::ClassBegan
            | HappeningKind::ClassEnded
            | HappeningKind::Attended
            | HappeningKind::Missed => Topic::Class,
            HappeningKind::Served | HappeningKind::GaveUp => Topic::Queue,
            HappeningKind::Violation | HappeningKind::Late => Topic::Norms,
            HappeningKind::Planned
            | HappeningKind::Arranged
            | HappeningKind::NewDay
            | HappeningKind::Invited
            | HappeningKind::Replied
            | HappeningKind::Thought => Topic::Plans,
            HappeningKind::Refused => Topic::Refusals,
            _ => Topic::Arrivals,
        }
    }
}

/// Which events are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogFilter {
    /// For each topic whether it is shown.
    pub topics: [bool; Topic::ALL.len()],
    /// Only what concerns the selected person.
    pub only_selected: bool,
    /// Words to look for.
    pub search: String,
}

impl Default for LogFilter {
    fn default() -> Self {
        Self {
            topics: [true, true, false, true, true, true, false],
            only_selected: false,
            search: String::new(),
        }
    }
}

impl LogFilter {
    /// Whether an event is shown. Its text is asked for only when it is searched.
    pub fn shows<'a>(
        &self,
        happening: &Happening,
        text: impl FnOnce() -> &'a str,
        selected: Option<AgentId>,
    ) -> bool {
        let topic = Topic::of(happening.kind);
        let shown = Topic::ALL
            .iter()
            .position(|(t, _)| *t == topic)
            .is_some_and(|i| self.topics[i]);
        let concerns =
            || selected.is_none() || happening.agent == selected || happening.with == selected;
        let found = || self.search.trim().is_empty() || contains(text(), &self.search);
        shown && (!self.only_selected || concerns()) && found()
    }

    /// Shows everything.
    pub fn show_all(&mut self) {
        *self = Self {
            topics: [true; Topic::ALL.len()],
            only_selected: false,
            search: String::new(),
        };
    }
}

/// Whether a text contains words, without regard to case. Empty words are contained in everything.
pub fn contains(text: &str, words: &str) -> bool {
    let words = words.trim();
    words.is_empty() || text.to_lowercase().contains(&words.to_lowercase())
}

/// The control of policy heads.
#[derive(Clone, Debug)]
pub struct HeadsView {
    /// Whether its window is open.
    pub open: bool,
    /// Who is chosen in it: `off`, `expert` or a head's name.
    pub chosen: String,
    /// Who was chosen last beside the built-in rule, whom the key switches on.
    pub last: String,
}

impl Default for HeadsView {
    fn default() -> Self {
        let expert = collegium_sim::conduct::heads::EXPERT.to_owned();
        Self {
            open: false,
            chosen: expert.clone(),
            last: expert,
        }
    }
}

/// What is to be trained on what.
#[derive(Clone, Debug)]
pub struct LearningForm {
    /// The algorithm.
    pub algorithm: Algorithm,
    /// The dataset's folder.
    pub data: Option<PathBuf>,
    /// Campuses side by side in a round.
    pub worlds: usize,
    /// Simulated days of each.
    pub days: u32,
    /// Rounds.
    pub rounds: u64,
    /// The head to begin with.
    pub start: Option<String>,
    /// Whether every group gets a head of its own.
    pub per_group: bool,
    /// Whether the graphics device is wanted.
    pub gpu: bool,
}

impl Default for LearningForm {
    fn default() -> Self {
        let usual = Plan::usual(Algorithm::Bc);
        Self {
            algorithm: usual.algorithm,
            data: None,
            worlds: usual.worlds,
            days: usual.days,
            rounds: usual.rounds,
            start: None,
            per_group: false,
            gpu: false,
        }
    }
}

impl LearningForm {
    /// Takes an algorithm with what is usual for it.
    pub fn take(&mut self, algorithm: Algorithm) {
        let usual = Plan::usual(algorithm);
        (self.algorithm, self.worlds, self.days, self.rounds) =
            (algorithm, usual.worlds, usual.days, usual.rounds);
    }
}

/// What the screen shows.
#[derive(Resource, Debug)]
pub struct View {
    /// The selected person.
    pub selected: Option<AgentId>,
    /// Whether the camera follows it.
    pub follow: bool,
    /// The person under the pointer.
    pub hovered: Option<AgentId>,
    /// Whether the list of people is open.
    pub people_open: bool,
    /// Whether the inspector is open.
    pub inspector_open: bool,
    /// Whether the log is open.
    pub log_open: bool,
    /// Whether the window about language models is open.
    pub models_open: bool,
    /// Whether the help is open.
    pub help_open: bool,
    /// The control of policy heads.
    pub heads: HeadsView,
    /// Whether the panel about learning is open.
    pub learning_open: bool,
    /// What is to be trained there.
    pub learning: LearningForm,
    /// Words to look for in the list of people.
    pub people_search: String,
    /// The groups whose people are not listed.
    pub closed_groups: BTreeSet<String>,
    /// The inspector's tab.
    pub tab: Tab,
    /// Which kind of memories is shown.
    pub memory_kind: Option<MemoryKind>,
    /// Words to look for in memories.
    pub memory_search: String,
    /// Which events are shown.
    pub log: LogFilter,
    /// The part of the window in which the map is seen.
    pub map_rect: egui::Rect,
    /// The part in which the twin's map is seen, while two campuses are compared.
    pub twin_rect: Option<egui::Rect>,
    /// Whether the pointer is over the map.
    pub pointer_on_map: bool,
    /// Whether a text field has the keyboard.
    pub typing: bool,
    /// Whether a menu is open.
    pub menu_open: bool,
    /// What was asked for.
    pub asks: Vec<Ask>,
    /// Short notices.
    pub toasts: Toasts,
    /// Frames per second.
    pub fps: f32,
}

impl Default for View {
    fn default() -> Self {
        Self {
            selected: None,
            follow: false,
            hovered: None,
            people_open: true,
            inspector_open: true,
            log_open: true,
            models_open: false,
            help_open: false,
            heads: HeadsView::default(),
            learning_open: false,
            learning: LearningForm::default(),
            people_search: String::new(),
            closed_groups: BTreeSet::new(),
            tab: Tab::default(),
            memory_kind: None,
            memory_search: String::new(),
            log: LogFilter::default(),
            map_rect: egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 720.0)),
            twin_rect: None,
            pointer_on_map: false,
            typing: false,
            menu_open: false,
            asks: Vec::new(),
            toasts: Toasts::default(),
            fps: 0.0,
        }
    }
}

impl View {
    /// Asks for something.
    pub fn ask(&mut self, ask: Ask) {
        self.asks.push(ask);
    }

    /// Asks for a command.
    pub fn command(&mut self, command: Command) {
        self.asks.push(Ask::Do(command));
    }
}

/// The person whom a name or a part of one means.
///
/// # Errors
/// When there is none, with a hint at a near name.
pub fn find_person<'a>(
    names: impl Iterator<Item = &'a str> + Clone,
    words: &str,
) -> Result<AgentId, String> {
    let number = |i: usize| AgentId(i as u32);
    if words.trim().is_empty() {
        return Err(String::new());
    }
    collegium_core::input::meant(words, names.clone())
        .map(number)
        .ok_or_else(|| {
            let firsts = names.clone().filter_map(|n| n.split(' ').next());
            collegium_core::input::did_you_mean(words, names.clone().chain(firsts))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_found_by_part_of_a_name() {
        let names = ["Amara Okafor", "Jonas Lindqvist", "Ama Mensah"];
        assert_eq!(find_person(names.into_iter(), "jonas"), Ok(AgentId(1)));
        assert_eq!(find_person(names.into_iter(), "ama mensah"), Ok(AgentId(2)));
        assert_eq!(find_person(names.into_iter(), "ama"), Ok(AgentId(0)));
        assert_eq!(
            find_person(names.into_iter(), "Jonsa").unwrap_err(),
            "; did you mean “Jonas”?"
        );
        assert!(find_person(names.into_iter(), " ").is_err());
    }

    #[test]
    fn events_are_filtered_by_topic_person_and_words() {
        let mut said = Happening::new(HappeningKind::Said);
        (said.agent, said.with) = (Some(AgentId(3)), Some(AgentId(4)));
        let text = || "Ada: “Good morning”";
        let mut filter = LogFilter::default();
        assert!(filter.shows(&said, || unreachable!("nothing is searched for"), None));
        filter.search = "MORNING".to_owned();
        assert!(filter.shows(&said, text, None));
        filter.only_selected = true;
        assert!(filter.shows(&said, text, Some(AgentId(4))));
        assert!(!filter.shows(&said, text, Some(AgentId(5))));
        filter.topics[0] = false;
        assert!(!filter.shows(&said, text, Some(AgentId(4))));
        filter.show_all();
        assert!(filter.shows(&said, text, None));
    }
}
