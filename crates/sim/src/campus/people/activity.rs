//! What somebody does, for how long, and where it can be done.

use super::timetable::Engagement;
use crate::campus::PlaceKind;
use bevy::prelude::Component;
use collegium_core::{named, time::SimTime};
use serde::{Deserialize, Serialize};

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
    /// A course that they study for, by its number in the term.
    Course(u16),
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
