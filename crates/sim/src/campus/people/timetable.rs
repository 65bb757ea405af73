//! What somebody has agreed to or has to do, and when.

use bevy::prelude::Component;
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::SimTime,
};
use serde::{Deserialize, Serialize};

/// Something somebody has agreed to or has to do at a certain time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// The class, shift, event or meeting that it is.
    pub what: Engagement,
    /// The place where it is held.
    pub place: PlaceId,
    /// When it begins; one may take a seat up to [`EARLY`](crate::tools::EARLY) seconds before.
    pub begins: SimTime,
    /// When it ends: from then on nobody can attend it any more.
    pub ends: SimTime,
}

/// What somebody can be committed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Engagement {
    /// A class to attend: the indices of the course in the term and of the session in the course.
    Class(u16, u8),
    /// A class to give, by the same two indices.
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
