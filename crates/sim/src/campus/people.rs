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

/// Who somebody is. Never changes while a campus lives.
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
    /// What they want, each in a few words.
    pub goals: Vec<String>,
    /// The long-term task on their mind.
    pub task: String,
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
}

named! {
    /// What somebody is doing, as others see it.
    Doing {
        /// Nothing in particular: it is time to decide what comes next.
        Idle = "idle",
        /// In bed, asleep.
        Sleeping = "sleeping",
        /// In the shower or at the basin.
        Washing = "washing",
        /// Eating a meal or what was in the bag.
        Eating = "eating",
        /// Having a coffee, sitting down.
        Coffee = "having_coffee",
        /// Sitting in class.
        InClass = "in_class",
        /// Giving a class.
        Teaching = "teaching",
        /// At their books.
        Studying = "studying",
        /// On a shift of work.
        Working = "working",
        /// On the way somewhere.
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
        /// At an event or a meeting.
        AtEvent = "at_event",
        /// Reading, writing or looking something up on a screen.
        OnPhone = "looking_at_a_screen",
        /// Away in town, off the campus.
        InTown = "in_town",
        /// Chatting, with nothing else to do.
        Chatting = "chatting",
    }
}

/// How a body is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Posture {
    /// On their feet.
    #[default]
    Standing,
    /// On a seat or at a desk.
    Sitting,
    /// On a bed.
    Lying,
    /// Not on the campus: they are near nobody.
    Away,
}

/// Where somebody is, and where the feet are going.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// The tile they are on.
    pub tile: Tile,
    /// Which way they look.
    pub facing: Facing,
    /// How they are held.
    pub posture: Posture,
    /// The tiles still to walk, last first.
    pub path: Vec<Tile>,
    /// The tiles walked in the last tick, where they stood before them first.
    pub trail: Vec<Tile>,
    /// Whether they go half as fast again as at a walk.
    pub hurries: bool,
    /// Tenths of a tile walked beyond the tile they are on.
    pub stride: u16,
    /// The spot they hold or walk to.
    pub spot: Option<SpotId>,
    /// The place in which they count: the one they walk to, or else the one they are in.
    pub counts_in: Option<PlaceId>,
    /// The place in which they set out last: who only changes seats does not arrive.
    pub set_out_in: Option<PlaceId>,
}

named! {
    /// What somebody cannot go without for long.
    Need {
        /// Rest at night.
        Sleep = "sleep",
        /// Something to eat.
        Food = "food",
        /// Talk, and others around.
        Company = "company",
        /// Something pleasant to do.
        Fun = "fun",
        /// Being clean: a shower now and then.
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
    /// The levels at `since`, each 0 to 1.
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
    /// The place where it is held.
    pub place: PlaceId,
    /// When it begins.
    pub begins: SimTime,
    /// When it ends.
    pub ends: SimTime,
}

/// What somebody can be committed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Engagement {
    /// A class to attend: (course, session).
    Class(u16, u8),
    /// A class to give: (course, session).
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
    /// What others see them do.
    pub doing: Doing,
    /// What follows when the walk is over.
    pub then: Option<Stay>,
    /// When they began with it.
    pub since: SimTime,
    /// When it ends; none while it depends on the world (a walk, a queue, a talk).
    pub until: Option<SimTime>,
    /// Counts activities, so that the agenda can tell this one from an earlier one.
    pub number: u32,
    /// The conversation they take part in, by its number.
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
    /// The activity there.
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
