//! What was just perceived.

use crate::{campus::people::Doing, tools::Observed};
use bevy::prelude::Component;
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::SimTime,
};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// Something perceived: subject, predicate, object, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Percept {
    /// When it was perceived.
    pub at: SimTime,
    /// Whom it is about, when it is about a person.
    pub subject: Option<AgentId>,
    /// What was seen or heard.
    pub what: Perceived,
    /// Where.
    pub place: Option<PlaceId>,
    /// How much it stands out, 0 to 10.
    pub salience: u8,
}

/// What a percept is of. Somebody passes by many people for each one whom they think of afterwards,
/// so what those were doing is put in words only when it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Perceived {
    /// Somebody doing something.
    Doing(Doing),
    /// Something that happened, in a sentence without a full stop.
    Event(Box<str>),
    /// What came of what oneself has just done.
    Observed(Observed),
}

/// The last things perceived, oldest first.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortTerm {
    ring: VecDeque<Percept>,
}

/// How many percepts are kept.
const RING: usize = 12;

impl ShortTerm {
    /// Takes in a percept; the oldest goes when there are too many.
    pub fn take_in(&mut self, percept: Percept) {
        if self.ring.len() >= RING {
            self.ring.pop_front();
        }
        self.ring.push_back(percept);
    }

    /// What is there, newest first.
    pub fn recent(&self) -> impl Iterator<Item = &Percept> {
        self.ring.iter().rev()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_goes_first() {
        let mut short = ShortTerm::default();
        for second in 0..20 {
            short.take_in(Percept {
                at: SimTime(second),
                subject: None,
                what: Perceived::Doing(Doing::Walking),
                place: None,
                salience: 1,
            });
        }
        let moments: Vec<u32> = short.recent().map(|p| p.at.0).collect();
        assert_eq!(moments, [19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8]);
    }
}
