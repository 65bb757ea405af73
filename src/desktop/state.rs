//! What the screen shows: the selection, open panels, filters, and what was asked for in this
//! frame.

mod command;
mod overlay;
mod toasts;

pub use command::{AddCommands, Command, CommandAction, CommandTable, Menu};
pub use overlay::{FAR_MINUTES, Overlay};
pub use toasts::Toasts;

use bevy::prelude::Resource;
use bevy_egui::egui;
use collegium_core::{
    i18n::{Language, key},
    ids::AgentId,
};
use collegium_learning::{
    conduct_options::ConductChoice,
    plan::{Algorithm, TrainingPlan},
};
use collegium_sim::{
    campus::Tile,
    conduct::{Decides, Whom},
    memory::MemoryKind,
    tools::{Occurrence, SimEvent},
};
use std::{collections::BTreeSet, path::PathBuf};

/// What somebody does with mouse or keys; carried out once, in the next frame.
#[derive(Clone, Debug)]
pub enum UserAction {
    /// Does what a command does.
    Do(CommandAction),
    /// Selects somebody; and follows with the camera.
    Select(AgentId, bool),
    /// Moves the camera to a tile.
    LookAt(Tile),
    /// Begins a run of the scenario of a file.
    Begin(PathBuf),
    /// Goes on with the save of a file.
    Resume(PathBuf),
    /// Shows texts in a language.
    Speak(Language),
    /// Changes the conduct of some: who decides, or what is taught.
    Conduct(Whom, ConductChoice),
    /// Begins or pauses, goes on with, or ends training.
    Train(TrainingOrder),
}

/// What is asked of training.
#[derive(Clone, Debug, PartialEq)]
pub enum TrainingOrder {
    /// To begin; on the graphics device that draws, where `gpu` is set and it is quicker and passes
    /// the parity gate.
    Begin {
        /// What is to be trained, on what and how long.
        plan: Box<TrainingPlan>,
        /// Whether the graphics device is wanted.
        gpu: bool,
    },
    /// To rest, or to go on.
    Pause,
    /// To end and keep what has been learned.
    Stop,
}

/// Groups of events that can be shown or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTopic {
    /// Conversations, posts, and what is learned and done for others.
    Talk,
    /// Classes, and who came to them.
    Class,
    /// Comings and goings, and whatever has no other topic.
    Arrivals,
    /// Queues at counters.
    Queue,
    /// Broken norms, and coming late.
    Norms,
    /// Plans, arrangements, invitations and thoughts.
    Plans,
    /// Calls that were refused.
    Refusals,
}

impl EventTopic {
    /// All topics with the keys of their names.
    pub const ALL: [(EventTopic, &'static str); 7] = [
        (EventTopic::Talk, key("topic-talk")),
        (EventTopic::Class, key("topic-class")),
        (EventTopic::Arrivals, key("topic-arrivals")),
        (EventTopic::Queue, key("topic-queue")),
        (EventTopic::Norms, key("topic-norms")),
        (EventTopic::Plans, key("topic-plans")),
        (EventTopic::Refusals, key("topic-refusals")),
    ];

    /// The topic under which an event is listed.
    pub const fn of(event: &SimEvent) -> Self {
        match event {
            SimEvent::TalkBegan { .. }
            | SimEvent::Said { .. }
            | SimEvent::TalkEnded { .. }
            | SimEvent::Posted { .. }
            | SimEvent::Learned { .. }
            | SimEvent::Found { .. }
            | SimEvent::Joined { .. }
            | SimEvent::Left { .. }
            | SimEvent::Deed { .. } => EventTopic::Talk,
            SimEvent::ClassBegan { .. }
            | SimEvent::ClassEnded { .. }
            | SimEvent::Attended { .. }
            | SimEvent::Missed { .. }
            | SimEvent::Tested { .. } => EventTopic::Class,
            SimEvent::Served { .. } | SimEvent::GaveUp { .. } => EventTopic::Queue,
            SimEvent::Violation { .. } => EventTopic::Norms,
            SimEvent::Planned { .. }
            | SimEvent::Arranged { .. }
            | SimEvent::NewDay
            | SimEvent::Invited { .. }
            | SimEvent::Replied { .. }
            | SimEvent::Thought { .. }
            | SimEvent::Reflected { .. }
            | SimEvent::Merged { .. }
            | SimEvent::Dismissed { .. }
            | SimEvent::Diary { .. }
            | SimEvent::Mused { .. }
            | SimEvent::Mounted { .. }
            | SimEvent::Worked { .. }
            | SimEvent::Goal { .. }
            | SimEvent::Taught { .. } => EventTopic::Plans,
            SimEvent::Refused { .. } => EventTopic::Refusals,
            SimEvent::Done { .. }
            | SimEvent::Arrived
            | SimEvent::Finished { .. }
            | SimEvent::Woke { .. }
            | SimEvent::Paid { .. } => EventTopic::Arrivals,
        }
    }
}

/// Which events are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogFilter {
    /// For each topic whether it is shown.
    pub topics: [bool; EventTopic::ALL.len()],
    /// Only what concerns the selected person.
    pub only_selected: bool,
    /// Words that the event's sentence must have; empty for any.
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
        occurrence: &Occurrence,
        text: impl FnOnce() -> &'a str,
        selected: Option<AgentId>,
    ) -> bool {
        let topic = EventTopic::of(&occurrence.event);
        let shown = EventTopic::ALL
            .iter()
            .position(|(t, _)| *t == topic)
            .is_some_and(|i| self.topics[i]);
        let concerns = || {
            selected.is_none()
                || occurrence.agent == selected
                || occurrence.event.with() == selected
        };
        let found = || self.search.trim().is_empty() || contains(text(), &self.search);
        shown && (!self.only_selected || concerns()) && found()
    }

    /// Lets every event be shown.
    pub fn show_all(&mut self) {
        *self = Self {
            topics: [true; EventTopic::ALL.len()],
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
    /// Who or what is chosen in its list.
    pub chosen: ConductChoice,
    /// Who was chosen last beside the built-in rule, whom the key switches on.
    pub last: ConductChoice,
}

impl Default for HeadsView {
    fn default() -> Self {
        Self {
            chosen: ConductChoice::Decider(Decides::Expert),
            last: ConductChoice::Decider(Decides::Expert),
        }
    }
}

/// What is to be trained on what.
#[derive(Clone, Debug)]
pub struct LearningForm {
    /// How it is trained.
    pub algorithm: Algorithm,
    /// The dataset's folder.
    pub data: Option<PathBuf>,
    /// How many campuses are run side by side in a round.
    pub worlds: usize,
    /// Simulated days of each.
    pub days: u32,
    /// How often campuses are run and then learnt from.
    pub rounds: u64,
    /// The name of the head to begin with; none for a fresh one.
    pub start: Option<String>,
    /// Whether every group gets a head of its own.
    pub per_group: bool,
    /// Whether the graphics device is wanted.
    pub gpu: bool,
}

impl Default for LearningForm {
    fn default() -> Self {
        let usual = TrainingPlan::default();
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
        let usual = TrainingPlan::usual(algorithm);
        (self.algorithm, self.worlds, self.days, self.rounds) =
            (algorithm, usual.worlds, usual.days, usual.rounds);
    }
}

/// The name of the panel that opens when somebody is selected.
pub const INSPECTOR: &str = "inspector";

/// What the screen shows, and what was done with mouse and keys.
#[derive(Resource, Debug)]
pub struct View {
    /// The person whom the inspector shows.
    pub selected: Option<AgentId>,
    /// Whether the camera follows them.
    pub follow: bool,
    /// The person under the pointer.
    pub hovered: Option<AgentId>,
    /// The panels at the window's edges that are open, by their names.
    pub docked: BTreeSet<&'static str>,
    /// The windows that are open, by their names, in the order in which they were opened.
    pub windows: Vec<&'static str>,
    /// The control of policy heads.
    pub heads: HeadsView,
    /// What is to be trained.
    pub learning: LearningForm,
    /// Words to look for in the list of people.
    pub people_search: String,
    /// The groups whose people are not listed.
    pub closed_groups: BTreeSet<String>,
    /// The inspector's tab, by its name; the first at the beginning.
    pub tab: &'static str,
    /// Which kind of memories is shown.
    pub memory_kind: Option<MemoryKind>,
    /// Words to look for in memories.
    pub memory_search: String,
    /// Which events are shown.
    pub log: LogFilter,
    /// What colours the tiles of the map.
    pub overlay: Option<Overlay>,
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
    /// What somebody did with mouse or keys since the last frame.
    pub actions: Vec<UserAction>,
    /// The notices over the map.
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
            docked: BTreeSet::new(),
            windows: Vec::new(),
            heads: HeadsView::default(),
            learning: LearningForm::default(),
            people_search: String::new(),
            closed_groups: BTreeSet::new(),
            tab: "",
            memory_kind: None,
            memory_search: String::new(),
            log: LogFilter::default(),
            overlay: None,
            map_rect: egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 720.0)),
            twin_rect: None,
            pointer_on_map: false,
            typing: false,
            menu_open: false,
            actions: Vec::new(),
            toasts: Toasts::default(),
            fps: 0.0,
        }
    }
}

impl View {
    /// Lets something be carried out in the next frame.
    pub fn act(&mut self, action: UserAction) {
        self.actions.push(action);
    }

    /// Lets a command be carried out in the next frame.
    pub fn command(&mut self, command: Command) {
        self.act(UserAction::Do(command.action));
    }

    /// Whether what a command opens is open.
    pub fn shows(&self, command: &Command) -> bool {
        match command.action {
            CommandAction::Dock(name) => self.docked.contains(name),
            CommandAction::Window(name) => self.windows.contains(&name),
            CommandAction::Run(_) => false,
        }
    }

    /// Opens or closes a panel at the window's edge.
    pub fn toggle_docked(&mut self, name: &'static str) {
        if !self.docked.remove(name) {
            self.docked.insert(name);
        }
    }

    /// Opens or closes a window.
    pub fn toggle_window(&mut self, name: &'static str) {
        if !self.close_window(name) {
            self.windows.push(name);
        }
    }

    /// Closes a window; whether it was open.
    pub fn close_window(&mut self, name: &str) -> bool {
        let before = self.windows.len();
        self.windows.retain(|open| *open != name);
        self.windows.len() < before
    }
}

/// The person whom a name or a part of one means.
///
/// # Errors
/// When there is none, naming those who are there, the nearest first.
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
        .ok_or_else(|| collegium_core::input::there_are(words, &names.collect::<Vec<_>>()))
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
            "; did you mean “Jonas Lindqvist”? There are Jonas Lindqvist, Ama Mensah, Amara Okafor"
        );
        assert!(find_person(names.into_iter(), " ").is_err());
    }

    #[test]
    fn events_are_filtered_by_topic_person_and_words() {
        let line = SimEvent::Said {
            with: AgentId(4),
            talk: 0,
            text: "Good morning".to_owned(),
        };
        let said = Occurrence::of(Some(AgentId(3)), line);
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
