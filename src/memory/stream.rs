//! The memory stream: percepts and memories with time, importance and kind, and a first way of recalling them.

use crate::{
    campus::{AgentId, PlaceId, map::place::named},
    time::{HOUR, SimTime},
};
use bevy::prelude::Component;
use serde::{Deserialize, Serialize};
use std::{collections::VecDeque, fmt};

named! {
    /// What kind of memory it is.
    MemoryKind {
        /// Known from the start.
        Seed = "seed",
        /// Something seen or heard.
        Observation = "observation",
        /// Something done.
        Deed = "deed",
        /// A conversation.
        Chat = "chat",
        /// A plan made.
        Plan = "plan",
        /// A thought about other memories.
        Thought = "thought",
    }
}

/// Something perceived: subject, predicate, object, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Percept {
    /// When.
    pub at: SimTime,
    /// Whom it is about, when it is about a person.
    pub subject: Option<AgentId>,
    /// What it says, in a sentence without a full stop.
    pub text: String,
    /// Where.
    pub place: Option<PlaceId>,
    /// How much it stands out, 0 to 10.
    pub salience: u8,
}

/// The last things perceived, oldest first.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortTerm {
    ring: VecDeque<Percept>,
}

/// How many percepts are kept.
const RING: usize = 24;

impl ShortTerm {
    /// Takes in a percept; the oldest goes when there are too many.
    pub fn take_in(&mut self, percept: Percept) {
        if self.ring.len() == RING {
            self.ring.pop_front();
        }
        self.ring.push_back(percept);
    }

    /// What is there, newest first.
    pub fn recent(&self) -> impl Iterator<Item = &Percept> {
        self.ring.iter().rev()
    }
}

/// A memory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// When it was made.
    pub at: SimTime,
    /// Its kind.
    pub kind: MemoryKind,
    /// 1 (mundane) to 10 (poignant).
    pub importance: u8,
    /// Whom it is about, when it is about a person.
    pub about: Option<AgentId>,
    /// Where it happened.
    pub place: Option<PlaceId>,
    /// The memory in words.
    pub text: String,
}

/// Everything somebody remembers, oldest first. Memories are only ever added.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq)]
pub struct Episodic {
    /// The memories.
    pub memories: Vec<Memory>,
}

impl Episodic {
    /// Adds a memory.
    pub fn remember(&mut self, memory: Memory) {
        self.memories.push(memory);
    }

    /// The `most` memories that stand out now: by importance and recency (a factor of 0.99 per hour, as in Generative Agents), and
    /// by being about `about`. Looks at the last four hundred and at all seeds.
    pub fn recall(&self, about: Option<AgentId>, now: SimTime, most: usize) -> Vec<&Memory> {
        let first = self.memories.len().saturating_sub(400);
        let mut scored: Vec<(f32, usize)> = self
            .memories
            .iter()
            .enumerate()
            .filter(|(i, m)| *i >= first || m.kind == MemoryKind::Seed)
            .map(|(i, m)| {
                let hours = now.since(m.at) / HOUR;
                let recency = 0.99f32.powi(hours.min(2000) as i32);
                let relevance = if about.is_some() && m.about == about { 1.0 } else { 0.0 };
                (recency + f32::from(m.importance) / 10.0 + relevance, i)
            })
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
        scored.into_iter().take(most).map(|(_, i)| &self.memories[i]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(at: u32, importance: u8, about: Option<u32>) -> Memory {
        Memory {
            at: SimTime(at),
            kind: MemoryKind::Observation,
            importance,
            about: about.map(AgentId),
            place: None,
            text: at.to_string(),
        }
    }

    #[test]
    fn the_ring_forgets_the_oldest() {
        let mut ring = ShortTerm::default();
        for i in 0..40 {
            ring.take_in(Percept { at: SimTime(i), subject: None, text: String::new(), place: None, salience: 1 });
        }
        assert_eq!(ring.recent().count(), RING);
        assert_eq!(ring.recent().next().map(|p| p.at), Some(SimTime(39)));
    }

    #[test]
    fn what_matters_comes_back_first() {
        let mut stream = Episodic::default();
        stream.remember(memory(0, 9, None));
        stream.remember(memory(3600, 2, None));
        stream.remember(memory(3600, 2, Some(4)));
        let now = SimTime(2 * 3600);
        assert_eq!(stream.recall(None, now, 1)[0].importance, 9);
        assert_eq!(stream.recall(Some(AgentId(4)), now, 1)[0].about, Some(AgentId(4)));
        assert_eq!(stream.recall(None, now, 9).len(), 3);
    }
}
