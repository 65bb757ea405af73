//! What a person is made of: the components of an agent.

use super::{Facing, PlaceKind, SpotId, Tile};
use bevy::prelude::Component;
use collegium_core::{
    i18n::Language,
    ids::{AgentId, PlaceId},
    named,
    time::{DayHours, HOUR, SimTime},
};
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    ops::{Index, IndexMut},
};

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
    /// What screens call it.
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
        /// Takes courses.
        Student = "student",
        /// Teaches courses.
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
        /// A friend.
        Friend = "friend",
        /// Shares a room.
        Roommate = "roommate",
        /// A couple.
        Partner = "partner",
        /// A brother or sister.
        Sibling = "sibling",
        /// Works in the same place.
        Colleague = "colleague",
        /// Teaches the other.
        Teacher = "teacher",
        /// Is taught by the other.
        Student = "student",
        /// A rival.
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
    /// 0 cuts in or gives up, 1 waits for its turn.
    pub patience: f32,
    /// 0 passes by, 1 greets, helps and apologises.
    pub courtesy: f32,
    /// 0 tires soon, 1 is lively for long.
    pub energy: f32,
    /// 0 spends, 1 saves.
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
    /// Skin ramp.
    pub skin: String,
    /// Hair style.
    pub hair: String,
    /// Hair (or cloth) ramp of it.
    pub hair_color: String,
    /// Upper garment.
    pub top: String,
    /// Its cloth ramp.
    pub top_color: String,
    /// Lower garment.
    pub bottom: String,
    /// Its cloth ramp.
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
    /// The other.
    pub with: AgentId,
    /// What the other is to this one.
    pub kind: Relation,
    /// 0 (stranger) to 10.
    pub closeness: f32,
    /// What there is to say of it.
    pub note: String,
}

/// A shift of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shift {
    /// Where.
    pub place: PlaceId,
    /// When.
    pub hours: DayHours,
    /// What is done.
    pub what: String,
}

/// A memory somebody has from the start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeedMemory {
    /// The memory, in a sentence.
    pub text: String,
    /// How much it matters, 1 (mundane) to 10 (poignant).
    pub importance: u8,
}

/// Who somebody is. Never changes while a campus lives.
#[derive(Component, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Persona {
    /// Full name, unique.
    pub name: String,
    /// In years.
    pub age: u8,
    /// What it is on the campus.
    pub role: Role,
    /// The group it belongs to.
    pub group: String,
    /// `she`, `he` or `they`.
    pub pronouns: String,
    /// Where it comes from.
    pub origin: String,
    /// Words for its nature.
    pub innate: Vec<String>,
    /// Its story.
    pub background: String,
    /// How it lives.
    pub lifestyle: String,
    /// What it wants.
    pub goals: Vec<String>,
    /// The long-term task on its mind.
    pub task: String,
    /// Its bedroom; none for those who live in town.
    pub home: Option<PlaceId>,
    /// The bed in which it sleeps; none for those who live in town.
    pub bed: Option<SpotId>,
    /// Traits of character.
    pub traits: Traits,
    /// When it gets up, in seconds of the day.
    pub wakes: u32,
    /// When it goes to bed, in seconds of the day.
    pub sleeps: u32,
    /// How it is drawn, in words of the palette.
    pub look: Look,
    /// Its shifts of work.
    pub shifts: Vec<Shift>,
    /// Whom it knows at the start.
    pub relationships: Vec<Relationship>,
    /// What it remembers at the start.
    pub memories: Vec<SeedMemory>,
    /// The language it thinks and speaks in.
    pub language: Language,
    /// Which mind decides for it.
    pub mind: MindKind,
}

impl Persona {
    /// The first word of the name.
    pub fn first_name(&self) -> &str {
        self.name.split(' ').next().unwrap_or(&self.name)
    }
}

named! {
    /// What somebody is doing, as others see it.
    Doing {
        /// Nothing in particular.
        Idle = "idle",
        /// In bed.
        Sleeping = "sleeping",
        /// In the shower or at the basin.
        Washing = "washing",
        /// Having a meal.
        Eating = "eating",
        /// Having a coffee.
        Coffee = "having_coffee",
        /// Sitting in class.
        InClass = "in_class",
        /// Giving a class.
        Teaching = "teaching",
        /// Studying.
        Studying = "studying",
        /// On shift.
        Working = "working",
        /// On the way.
        Walking = "walking",
        /// Standing in a queue.
        Queueing = "queueing",
        /// Doing sport or a game.
        Exercising = "exercising",
        /// Making music or playing.
        Playing = "playing",
        /// Sitting somewhere pleasant.
        Resting = "resting",
        /// Looking at things for sale or on shelves.
        Browsing = "browsing",
        /// Waiting for something to begin.
        Waiting = "waiting",
        /// At an event.
        AtEvent = "at_event",
        /// Reading, writing or looking something up on a screen.
        OnPhone = "looking_at_a_screen",
        /// Away in town.
        InTown = "in_town",
        /// Chatting, with nothing else to do.
        Chatting = "chatting",
    }
}

/// How a body is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Posture {
    /// On its feet.
    #[default]
    Standing,
    /// On a seat.
    Sitting,
    /// In bed.
    Lying,
    /// Not on the campus.
    Away,
}

/// Where somebody is, and where the feet are going.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// The tile it is on.
    pub tile: Tile,
    /// Which way it looks.
    pub facing: Facing,
    /// How it is held.
    pub posture: Posture,
    /// The tiles still to walk, last first.
    pub path: Vec<Tile>,
    /// The tiles walked in the last tick, where it stood before them first.
    pub trail: Vec<Tile>,
    /// Whether it hurries.
    pub hurries: bool,
    /// Tenths of a tile walked beyond the tile it is on.
    pub stride: u16,
    /// The spot it holds or walks to.
    pub spot: Option<SpotId>,
    /// The place in which it counts: the one it walks to, or else the one it is in.
    pub counts_in: Option<PlaceId>,
}

named! {
    /// What somebody cannot go without for long.
    Need {
        /// Rest at night.
        Sleep = "sleep",
        /// Food.
        Food = "food",
        /// Company.
        Company = "company",
        /// Fun.
        Fun = "fun",
        /// Cleanliness.
        Hygiene = "hygiene",
    }
}

/// How many needs there are.
const NEEDS: usize = Need::ALL.len();

/// A value for each need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByNeed<T>([T; NEEDS]);

impl<T> ByNeed<T> {
    /// The value that `of` gives for each need, asked in their order.
    pub fn each(mut of: impl FnMut(Need) -> T) -> Self {
        Self(std::array::from_fn(|i| of(Need::ALL[i])))
    }

    /// Every need with its value, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (Need, &T)> {
        Need::ALL.iter().copied().zip(&self.0)
    }
}

impl<T> Index<Need> for ByNeed<T> {
    type Output = T;

    fn index(&self, need: Need) -> &T {
        &self.0[need as usize]
    }
}

impl<T> IndexMut<Need> for ByNeed<T> {
    fn index_mut(&mut self, need: Need) -> &mut T {
        &mut self.0[need as usize]
    }
}

/// How well each need is met: 1 is full, 0 is empty. Levels change at a constant rate between two
/// moments, so nothing is done per tick.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Needs {
    /// The levels at `since`.
    levels: ByNeed<f32>,
    /// The change per hour.
    rates: ByNeed<f32>,
    /// When the levels were reckoned.
    since: SimTime,
}

impl Needs {
    /// Needs with given levels, each from 0 to 1.
    pub fn new(levels: ByNeed<f32>, now: SimTime) -> Self {
        Self {
            levels,
            rates: ByNeed::default(),
            since: now,
        }
    }

    /// All levels at `now`, each from 0 to 1.
    pub fn levels(&self, now: SimTime) -> ByNeed<f32> {
        ByNeed::each(|need| self.level(need, now))
    }

    /// One level at `now`, from 0 to 1.
    pub fn level(&self, need: Need, now: SimTime) -> f32 {
        let hours = now.since(self.since) as f32 / HOUR as f32;
        (self.levels[need] + self.rates[need] * hours).clamp(0.0, 1.0)
    }

    /// Reckons the levels up to `now` and goes on at the rates of what is done from here.
    pub fn turn_to(&mut self, doing: Doing, traits: &Traits, now: SimTime) {
        self.levels = self.levels(now);
        self.since = now;
        self.rates = rates(doing, traits);
    }

    /// Raises (or lowers) a level at once.
    pub fn add(&mut self, need: Need, amount: f32, now: SimTime) {
        self.levels = self.levels(now);
        self.since = now;
        self.levels[need] = (self.levels[need] + amount).clamp(0.0, 1.0);
    }
}

/// The change of each need per hour while doing something.
fn rates(doing: Doing, traits: &Traits) -> ByNeed<f32> {
    let mut rates = ByNeed::each(|need| match need {
        Need::Sleep => -1.0 / (22.0 + 5.0 * traits.energy),
        Need::Food => -1.0 / 8.0,
        Need::Company => -0.05 - 0.09 * traits.sociability,
        Need::Fun => -0.07,
        Need::Hygiene => -1.0 / 22.0,
    });
    match doing {
        Doing::Sleeping => {
            rates[Need::Sleep] = 1.0 / 7.0;
            rates[Need::Food] = -0.045;
            rates[Need::Company] = 0.0;
            rates[Need::Fun] = 0.03;
            rates[Need::Hygiene] = -0.02;
        }
        Doing::Washing => rates[Need::Hygiene] = 4.0,
        Doing::Exercising => {
            rates[Need::Fun] = 0.4;
            rates[Need::Food] *= 1.5;
            rates[Need::Hygiene] = -0.35;
            rates[Need::Sleep] *= 1.2;
        }
        Doing::Playing => rates[Need::Fun] = 0.5,
        Doing::Resting => {
            rates[Need::Fun] = 0.18;
            rates[Need::Sleep] *= 0.5;
        }
        Doing::AtEvent => {
            rates[Need::Fun] = 0.3;
            rates[Need::Company] = 0.25;
        }
        Doing::Chatting => {
            rates[Need::Company] = 0.6;
            rates[Need::Fun] = 0.1;
        }
        Doing::Eating | Doing::Coffee => rates[Need::Fun] = 0.05,
        Doing::InClass | Doing::Teaching | Doing::Working => rates[Need::Company] = 0.02,
        Doing::Studying => rates[Need::Fun] = -0.1,
        Doing::InTown => {
            rates[Need::Company] = 0.08;
            rates[Need::Fun] = 0.08;
            rates[Need::Food] = 0.1;
            rates[Need::Hygiene] = 0.05;
        }
        _ => {}
    }
    rates
}

/// What somebody can spend.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purse {
    /// Money in hand, in cents.
    pub cents: u32,
}

/// Something somebody has agreed to or has to do at a certain time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// The class, shift, event or meeting that it is.
    pub what: Engagement,
    /// Where.
    pub place: PlaceId,
    /// When it begins.
    pub begins: SimTime,
    /// When it ends.
    pub ends: SimTime,
}

/// Kinds of commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Engagement {
    /// A class to attend: (course, session).
    Class(u16, u8),
    /// A class to give.
    Teach(u16, u8),
    /// A shift of work (index in the persona's shifts).
    Shift(u8),
    /// An event of the scenario (its index).
    Event(u16),
    /// A meeting with somebody, agreed upon.
    Meeting(AgentId),
}

/// What is fixed for the day, in order of time.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timetable {
    /// Commitments of today, in order of time.
    pub today: Vec<Commitment>,
    /// Meetings agreed upon, today's and later ones.
    pub meetings: Vec<Commitment>,
    /// How many of today's have been dealt with (attended, missed or let go).
    pub settled: Vec<Engagement>,
    /// The events that one has heard of by word of mouth and means to go to (their numbers in the
    /// scenario).
    pub events: Vec<u16>,
}

impl Timetable {
    /// Whether something of today or agreed upon lies between `begins` and `ends`.
    pub fn clashes(&self, begins: SimTime, ends: SimTime) -> bool {
        self.today
            .iter()
            .chain(&self.meetings)
            .any(|c| c.begins < ends && begins < c.ends)
    }

    /// Enters a commitment: among today's when it is today, and among the meetings when it is one.
    pub fn enter(&mut self, commitment: Commitment, today: u32) {
        match commitment.what {
            Engagement::Event(event) => self.events.push(event),
            _ => self.meetings.push(commitment.clone()),
        }
        if commitment.begins.day() == today {
            self.today.push(commitment);
            self.today.sort_by_key(|c| c.begins);
        }
    }

    /// The commitment that is under way or comes next at `now` and is not settled.
    pub fn next(&self, now: SimTime) -> Option<&Commitment> {
        self.today
            .iter()
            .find(|c| c.ends > now && !self.settled.contains(&c.what))
    }
}

/// What somebody does now.
#[derive(Component, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// What it looks like.
    pub doing: Doing,
    /// What follows when the walk is over.
    pub then: Option<Stay>,
    /// When it began.
    pub since: SimTime,
    /// When it ends; none while it depends on the world (a walk, a queue, a talk).
    pub until: Option<SimTime>,
    /// Counts activities, so that the agenda can tell this one from an earlier one.
    pub number: u32,
    /// The conversation it takes part in.
    pub talk: Option<u32>,
    /// What their mind is on meanwhile, for screens; none where that says nothing more.
    pub focus: Option<Focus>,
}

/// What somebody's mind is on while they do something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Focus {
    /// What they are at: a class, a shift, an event, a meeting.
    Engagement(Engagement),
    /// Their long-term task.
    Task,
    /// What they study or have found, in their own words.
    Words(String),
}

impl Default for Activity {
    fn default() -> Self {
        Self {
            doing: Doing::Idle,
            then: None,
            since: SimTime(0),
            until: None,
            number: 0,
            talk: None,
            focus: None,
        }
    }
}

/// Staying somewhere and doing something there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// What is done.
    pub doing: Doing,
    /// For how long, in seconds.
    pub seconds: u32,
}

/// The kinds of place where something can be done, best first; empty when it can be done anywhere.
pub const fn places_for(doing: Doing) -> &'static [PlaceKind] {
    match doing {
        Doing::Sleeping => &[PlaceKind::Bedroom, PlaceKind::Gate],
        Doing::Washing => &[PlaceKind::Washroom],
        Doing::Exercising => &[PlaceKind::Gym],
        Doing::Playing => &[PlaceKind::CommonRoom, PlaceKind::MusicRoom, PlaceKind::Gym],
        Doing::Studying => &[
            PlaceKind::Library,
            PlaceKind::Bedroom,
            PlaceKind::Lab,
            PlaceKind::Cafe,
            PlaceKind::CommonRoom,
            PlaceKind::Office,
            PlaceKind::Classroom,
            PlaceKind::LectureHall,
        ],
        Doing::Browsing => &[PlaceKind::Shop, PlaceKind::Library],
        Doing::InTown => &[PlaceKind::Gate],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_fall_and_recover() {
        let traits = Traits::default();
        let mut needs = Needs::new(ByNeed::each(|_| 1.0), SimTime(0));
        needs.turn_to(Doing::Working, &traits, SimTime(0));
        let later = SimTime(4 * HOUR);
        assert!((0.4..0.6).contains(&needs.level(Need::Food, later)));
        assert!(needs.level(Need::Sleep, later) > 0.6);
        needs.turn_to(Doing::Sleeping, &traits, later);
        assert!(needs.level(Need::Sleep, later.plus(8 * HOUR)) > 0.99);
        needs.add(Need::Food, 2.0, later);
        assert_eq!(needs.level(Need::Food, later), 1.0);
    }

    #[test]
    fn levels_never_leave_their_range() {
        let mut needs = Needs::new(ByNeed::each(|_| 0.5), SimTime(0));
        needs.turn_to(Doing::Studying, &Traits::default(), SimTime(0));
        assert!(
            needs
                .levels(SimTime(collegium_core::time::DAY * 9))
                .iter()
                .all(|(_, level)| (0.0..=1.0).contains(level))
        );
    }
}
