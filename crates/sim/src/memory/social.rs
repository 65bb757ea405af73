//! Whom somebody knows, how well, what it thinks of them, and what it knows they know.

use crate::campus::{people::Relation, talks::Topic};
use bevy::prelude::Component;
use collegium_core::{ids::AgentId, named, time::SimTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

named! {
    /// How somebody feels about another.
    Feeling {
        /// Nothing in particular.
        Neutral = "neutral",
        /// Likes the other.
        Warm = "warm",
        /// Is fond of the other.
        Fond = "fond",
        /// Would like to know more.
        Curious = "curious",
        /// Is grateful.
        Grateful = "grateful",
        /// Looks up to the other.
        Admiring = "admiring",
        /// Keeps its distance.
        Wary = "wary",
        /// Is annoyed.
        Annoyed = "annoyed",
        /// Is hurt.
        Hurt = "hurt",
        /// Worries about the other.
        Worried = "worried",
    }
}

/// What somebody knows of another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Acquaintance {
    /// What the other is to this one.
    pub kind: Relation,
    /// 0 (stranger) to 10.
    pub closeness: f32,
    /// What there is to say of it from the start.
    pub note: String,
    /// How it feels about the other.
    pub feeling: Feeling,
    /// What it thinks of the other after their talks, in its own words; at most [`LONGEST_SUMMARY`]
    /// characters.
    pub summary: String,
    /// The facts that it knows the other knows, newest last.
    pub knows: Vec<u32>,
    /// When they last talked.
    pub talked: Option<SimTime>,
    /// How often they have talked.
    pub talks: u16,
    /// What their last talk was about.
    pub topics: Vec<Topic>,
}

/// The most characters of a summary.
pub const LONGEST_SUMMARY: usize = 200;

/// How many facts are kept of those that another is known to know.
const KNOWN_FACTS: usize = 32;

/// How many of its own lines somebody remembers not to say again.
const SAID: usize = 160;

impl Acquaintance {
    /// Somebody known in a certain way.
    pub const fn new(kind: Relation, closeness: f32, note: String) -> Self {
        Self {
            kind,
            closeness,
            note,
            feeling: Feeling::Neutral,
            summary: String::new(),
            knows: Vec::new(),
            talked: None,
            talks: 0,
            topics: Vec::new(),
        }
    }
}

/// What a talk leaves behind in one of those who talked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Impression {
    /// What it now thinks of the other.
    pub summary: String,
    /// How it now feels about the other.
    pub feeling: Feeling,
    /// How much closer (or less close), -1 to 1.
    pub closeness_change: f32,
    /// What it will remember of the talk.
    pub remember: String,
    /// How much that matters, 1 to 10.
    pub importance: u8,
}

/// Everybody somebody knows, and whom it saw lately.
#[derive(Component, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SocialMemory {
    /// By the other's number.
    pub known: BTreeMap<AgentId, Acquaintance>,
    /// When each other person was last noticed, by number, in simulated seconds; 0 for never.
    pub noticed: Vec<u32>,
    /// Hashes of the lines it said last, oldest first.
    said: Vec<u32>,
    /// How many posts of the feed it has read.
    pub read: u32,
}

impl SocialMemory {
    /// Somebody who knows these people, among `count` in all.
    pub fn of(known: BTreeMap<AgentId, Acquaintance>, count: usize) -> Self {
        Self {
            known,
            noticed: vec![0; count],
            ..Self::default()
        }
    }

    /// How close somebody is, 0 for a stranger.
    pub fn closeness(&self, other: AgentId) -> f32 {
        self.known.get(&other).map_or(0.0, |a| a.closeness)
    }

    /// Changes how close somebody known is.
    pub fn warm_to(&mut self, other: AgentId, warmth: f32) {
        if let Some(known) = self.known.get_mut(&other) {
            known.closeness = (known.closeness + warmth).clamp(0.0, 10.0);
        }
    }

    /// Notes a talk and brings the two a little closer (or less close).
    pub fn talked_with(&mut self, other: AgentId, now: SimTime, warmth: f32) -> &mut Acquaintance {
        let known = self
            .known
            .entry(other)
            .or_insert_with(|| Acquaintance::new(Relation::Acquaintance, 0.5, String::new()));
        known.closeness = (known.closeness + warmth).clamp(0.0, 10.0);
        known.talked = Some(now);
        known.talks = known.talks.saturating_add(1);
        if known.kind == Relation::Acquaintance && known.closeness >= 5.0 {
            known.kind = Relation::Friend;
        }
        known
    }

    /// Takes in what a talk has left behind.
    pub fn take_in(
        &mut self,
        other: AgentId,
        now: SimTime,
        impression: &Impression,
        topics: &[Topic],
    ) {
        let known = self.talked_with(other, now, impression.closeness_change.clamp(-1.0, 1.0));
        known.summary = impression.summary.chars().take(LONGEST_SUMMARY).collect();
        known.feeling = impression.feeling;
        known.topics = topics.iter().rev().take(4).copied().collect();
    }

    /// Notes that somebody known knows a fact.
    pub fn learns(&mut self, other: AgentId, fact: u32) {
        let known = self
            .known
            .entry(other)
            .or_insert_with(|| Acquaintance::new(Relation::Acquaintance, 0.3, String::new()));
        if !known.knows.contains(&fact) {
            if known.knows.len() == KNOWN_FACTS {
                known.knows.remove(0);
            }
            known.knows.push(fact);
        }
    }

    /// Whether it knows that the other knows a fact.
    pub fn knows_that_knows(&self, other: AgentId, fact: u32) -> bool {
        self.known
            .get(&other)
            .is_some_and(|a| a.knows.contains(&fact))
    }

    /// Whether it has said exactly that lately.
    pub fn has_said(&self, line: &str) -> bool {
        self.said.contains(&hash(line))
    }

    /// Notes a line that it said.
    pub fn says(&mut self, line: &str) {
        if self.said.len() == SAID {
            self.said.remove(0);
        }
        self.said.push(hash(line));
    }

    /// Whether the other was not noticed in the last `seconds`.
    pub fn unnoticed(&self, other: AgentId, now: SimTime, seconds: u32) -> bool {
        self.noticed
            .get(other.0 as usize)
            .is_some_and(|last| *last == 0 || now.0.saturating_sub(*last) >= seconds)
    }

    /// Whether the other was not noticed in the last `seconds`; notes that it is now.
    pub fn notices(&mut self, other: AgentId, now: SimTime, seconds: u32) -> bool {
        let fresh = self.unnoticed(other, now, seconds);
        if fresh && let Some(last) = self.noticed.get_mut(other.0 as usize) {
            *last = now.0.max(1);
        }
        fresh
    }
}

/// FNV-1a: short, and the same on every machine.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |h, b| {
        (h ^ u32::from(b)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn talks_bring_people_closer_and_make_friends() {
        let mut memory = SocialMemory::default();
        let other = AgentId(3);
        let impression = Impression {
            summary: "x".repeat(900),
            feeling: Feeling::Warm,
            closeness_change: 9.0,
            remember: String::new(),
            importance: 3,
        };
        for i in 0..5 {
            memory.take_in(other, SimTime(i), &impression, &[Topic::Here]);
        }
        let known = &memory.known[&other];
        assert_eq!(
            (known.kind, known.talks, known.feeling),
            (Relation::Friend, 5, Feeling::Warm)
        );
        assert_eq!(known.summary.chars().count(), LONGEST_SUMMARY);
        assert!(
            known.closeness <= 6.0,
            "a talk changes closeness by one at most"
        );
    }

    #[test]
    fn own_lines_and_known_facts_are_bounded() {
        let mut memory = SocialMemory::default();
        for i in 0..500u32 {
            memory.says(&i.to_string());
            memory.learns(AgentId(1), i);
        }
        assert!(memory.has_said("499") && !memory.has_said("0"));
        assert!(
            memory.knows_that_knows(AgentId(1), 499) && !memory.knows_that_knows(AgentId(1), 0)
        );
        assert_eq!(memory.known[&AgentId(1)].knows.len(), KNOWN_FACTS);
    }
}
