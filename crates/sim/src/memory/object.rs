//! What a memory says something of, where that is no person: a fact, which is told in words only
//! where somebody reads it.

use crate::{
    campus::{
        Item,
        invitations::Occasion,
        people::{Came, Doing, Engagement, Stands, Toward},
        talks::Topic,
    },
    tools::{Deed, Find, Names, News, Refusal, tell},
};
use collegium_core::{
    i18n::{Words, bare},
    ids::{AgentId, PlaceId},
    named,
};
use serde::{Deserialize, Serialize};

named! {
    /// What a thought of the built-in mind is about, by which thoughts of one kind are found again.
    Concern {
        /// Time spent with somebody.
        Company = "company",
        /// Somebody met again and again at a place at an hour.
        Encounter = "encounter",
        /// What somebody keeps speaking of.
        Interest = "interest",
        /// Somebody does not wait for their turn, or is loud.
        Manners = "manners",
        /// Queues, and places that are full or closed.
        Crowd = "crowd",
        /// Coming late.
        Late = "late",
        /// Missing what one should have been at.
        Missed = "missed",
        /// Being in time, always.
        Steady = "steady",
        /// The long-term task.
        Task = "task",
        /// A goal of one's own, met or given up.
        Goal = "goal",
        /// Sleep, fun or company that is lacking.
        Need = "need",
        /// Somebody whom several thoughts are about.
        Person = "person",
        /// Oneself, seen over several thoughts.
        Oneself = "oneself",
        /// An association of a wandering mind.
        Musing = "musing",
        /// What a model concluded: it says itself what it is about.
        Model = "model",
    }
}

impl Concern {
    /// Whether it is about others.
    pub const fn of_people(self) -> bool {
        matches!(
            self,
            Self::Company | Self::Encounter | Self::Interest | Self::Person | Self::Manners
        )
    }

    /// Whether it is about what one has to do.
    pub const fn of_work(self) -> bool {
        matches!(self, Self::Task | Self::Goal | Self::Steady) || self.of_lapses()
    }

    /// Whether it is about what one should have done and has not, or not in time.
    pub const fn of_lapses(self) -> bool {
        matches!(self, Self::Late | Self::Missed)
    }
}

/// What the predicate of a memory is said of, where that is no person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Object {
    /// What somebody was seen to do.
    Doing(Doing),
    /// A ware, bought or waited for.
    Item(Item),
    /// What one has to be at.
    Engagement(Engagement),
    /// Where somebody will meet somebody.
    Place(PlaceId),
    /// Why something could not be done.
    Refusal(Refusal),
    /// What somebody is invited to.
    Occasion(Occasion),
    /// What was learned.
    News(News),
    /// What was done for somebody.
    Deed(Deed),
    /// The course that a talk was about.
    Course(u16),
    /// The person whom a talk was about, who was not there.
    Person(AgentId),
    /// What was on somebody's mind: whose long-term task, by its running number.
    Task(AgentId, u16),
    /// What somebody wants: whose, and which of their goals.
    Goal(AgentId, u8),
    /// What a thought is about.
    Concern(Concern),
    /// What was looked up and found.
    Found(Vec<Find>),
    /// What came of the work at a task of one's own.
    Work {
        /// The running number of the task.
        task: u16,
        /// What came of it.
        came: Came,
    },
    /// A goal that somebody had set themselves, and how it ended.
    Ended {
        /// What it was toward.
        toward: Toward,
        /// Whether it was met, or else why it was given up.
        stands: Stands,
    },
    /// A test that was written.
    Test {
        /// The course, by its number in the term.
        course: u16,
        /// The result, 0 to 100.
        result: u8,
        /// What had been expected, 0 to 100.
        expected: u8,
    },
}

impl Object {
    /// What a talk was about, where it was about something that lasts longer than the talk. Facts
    /// of the ledger and invitations are told with what they say: see [`Object::News`] and
    /// [`Object::Occasion`].
    pub const fn of_talk(topic: Topic) -> Option<Self> {
        match topic {
            Topic::Course(course) => Some(Self::Course(course)),
            Topic::Event(event) => Some(Self::Engagement(Engagement::Event(event))),
            Topic::Person(whom) => Some(Self::Person(whom)),
            Topic::Goal(whose, goal) => Some(Self::Goal(whose, goal)),
            Topic::Task(whose, task) => Some(Self::Task(whose, task)),
            Topic::Day
            | Topic::Fact(_)
            | Topic::Invitation(_)
            | Topic::Memory(_)
            | Topic::Here
            | Topic::Plans
            | Topic::Courtesy
            | Topic::Post(_) => None,
        }
    }

    /// The same, without which of several times is meant: all sessions of a course are one thing
    /// that one can be late for.
    pub fn duty(&self) -> Option<Engagement> {
        match self {
            Self::Engagement(Engagement::Class(course, _)) => Some(Engagement::Class(*course, 0)),
            Self::Engagement(Engagement::Teach(course, _)) => Some(Engagement::Teach(*course, 0)),
            Self::Engagement(Engagement::Shift(_)) => Some(Engagement::Shift(0)),
            Self::Engagement(other) => Some(*other),
            _ => None,
        }
    }

    /// Whether it is what some news says, or what the news is of.
    pub fn is_of(&self, news: &News) -> bool {
        match (self, news) {
            (Self::News(mine), news) => mine == news,
            (Self::Engagement(Engagement::Event(mine)), News::Event(event))
            | (Self::Occasion(Occasion::Event(mine)), News::Event(event)) => mine == event,
            (Self::Occasion(mine), News::Gathering { to, .. }) => mine == to,
            _ => false,
        }
    }

    /// Whether one might ask somebody about it by its name: what one learns, goes to, works at or
    /// wants. What was done for somebody or what two of them arranged needs no asking.
    pub const fn is_asked_about(&self) -> bool {
        matches!(
            self,
            Self::Course(_)
                | Self::Engagement(
                    Engagement::Class(..) | Engagement::Teach(..) | Engagement::Event(_)
                )
                | Self::Occasion(Occasion::Event(_))
                | Self::News(News::Event(_))
                | Self::Task(..)
                | Self::Goal(..)
        )
    }

    /// What one would name it by, in a few words; none for what nobody names so: a place that one
    /// is at, why something did not work, a whole piece of news.
    pub fn name(&self, words: &Words, names: &Names<'_>) -> Option<String> {
        match self {
            Self::Engagement(Engagement::Class(number, _) | Engagement::Teach(number, _))
            | Self::Course(number) => tell::topic(words, Topic::Course(*number), names),
            Self::Engagement(what @ Engagement::Event(_)) => {
                Some(tell::engagement(words, *what, names))
            }
            Self::Occasion(what) => Some(tell::matter(words, what, names)),
            Self::News(News::Event(event)) => {
                Some(tell::engagement(words, Engagement::Event(*event), names))
            }
            Self::News(News::Gathering { to, .. }) => Some(tell::matter(words, to, names)),
            Self::Person(whom) => tell::subject(words, Topic::Person(*whom), names),
            Self::Task(whose, task) => {
                let task = tell::topic(words, Topic::Task(*whose, *task), names)?;
                Some(bare(&task).into_owned()).filter(|task| !task.is_empty())
            }
            Self::Goal(whose, goal) => {
                let goal = tell::topic(words, Topic::Goal(*whose, *goal), names)?;
                Some(bare(&goal).into_owned())
            }
            Self::Test { course, .. } => tell::topic(words, Topic::Course(*course), names),
            Self::Deed(deed) => Some(deed.does().matter(words).into_owned()),
            Self::Doing(_)
            | Self::Item(_)
            | Self::Engagement(Engagement::Shift(_) | Engagement::Meeting(_))
            | Self::Place(_)
            | Self::Refusal(_)
            | Self::News(_)
            | Self::Concern(_)
            | Self::Found(_)
            | Self::Work { .. }
            | Self::Ended { .. } => None,
        }
    }
}
