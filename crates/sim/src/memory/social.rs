//! Whom somebody knows, how well, what they think of the others, and what they know the others
//! know.

use super::{noticed::Noticed, object::Object};
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
        /// Is grateful, as for comfort or thanks.
        Grateful = "grateful",
        /// Looks up to the other.
        Admiring = "admiring",
        /// Keeps their distance.
        Wary = "wary",
        /// Is annoyed, as by a quarrel.
        Annoyed = "annoyed",
        /// Is hurt by what the other said or did.
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
    /// How close they are, 0 (stranger) to 10.
    pub closeness: f32,
    /// How close it stays without contact, 0 to 10: what it was from the start.
    pub ground: f32,
    /// What there is to say of it from the start.
    pub note: String,
    /// How they feel about the other.
    pub feeling: Feeling,
    /// What they think of the other after their talks, in their own words; at most
    /// [`LONGEST_SUMMARY`] characters.
    pub summary: String,
    /// The numbers of the facts that they know the other knows, newest last.
    pub knows: Vec<u32>,
    /// When they last talked.
    pub talked: Option<SimTime>,
    /// How often they have talked.
    pub talks: u16,
    /// What their last talk was about.
    pub topics: Vec<Topic>,
    /// The day on which they last saw the other and kept it in mind.
    pub seen: Option<u32>,
}

/// The most characters of a summary.
pub const LONGEST_SUMMARY: usize = 200;

/// What share of what contact has added to a closeness goes in a day: half of it in a week.
/// Ties that are not kept up fade, those of old less (Roberts & Dunbar 2011, “The costs of family
/// and friends”).
const FADE: f32 = 0.1;

/// From how close on, of 10, it is worth a memory to see somebody.
const CLOSE_AT_HEART: f32 = 4.0;

/// How many facts are kept of those that another is known to know.
const KNOWN_FACTS: usize = 32;

/// How many of their own lines somebody remembers not to say again.
const SAID: usize = 160;

impl Acquaintance {
    /// Somebody known in a certain way.
    pub const fn new(kind: Relation, closeness: f32, note: String) -> Self {
        Self {
            kind,
            closeness,
            ground: closeness,
            note,
            feeling: Feeling::Neutral,
            summary: String::new(),
            knows: Vec::new(),
            talked: None,
            talks: 0,
            topics: Vec::new(),
            seen: None,
        }
    }

    /// Brings the two closer, the less the closer they are, or takes them apart.
    fn warm(&mut self, warmth: f32) {
        let room = if warmth > 0.0 {
            1.0 - self.closeness / 10.0
        } else {
            1.0
        };
        self.closeness = (self.closeness + warmth * room).clamp(0.0, 10.0);
    }
}

/// What a talk leaves behind in one of those who talked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Impression {
    /// What they now think of the other.
    pub summary: String,
    /// How they now feel about the other.
    pub feeling: Feeling,
    /// How much closer (or less close), −1 to 1 points of closeness.
    pub closeness_change: f32,
    /// What they will remember of the talk.
    pub remember: String,
    /// What the other spoke of that is worth coming back to.
    pub about: Option<Object>,
    /// How much that matters, 1 to 10.
    pub importance: u8,
}

/// Everybody somebody knows, and whom they saw lately.
#[derive(Component, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SocialMemory {
    /// By the other's number.
    pub known: BTreeMap<AgentId, Acquaintance>,
    /// Those who were noticed lately.
    noticed: Noticed,
    /// Hashes of the lines they said last, oldest first.
    said: Vec<u32>,
    /// How many posts of the feed they have read.
    pub read: u32,
}

impl SocialMemory {
    /// Somebody who knows these people.
    pub fn of(known: BTreeMap<AgentId, Acquaintance>) -> Self {
        Self {
            known,
            ..Self::default()
        }
    }

    /// How close somebody is, 0 (a stranger) to 10.
    pub fn closeness(&self, other: AgentId) -> f32 {
        self.known.get(&other).map_or(0.0, |a| a.closeness)
    }

    /// Changes how close somebody known is, in points of closeness, which stays 0 to 10.
    pub fn warm_to(&mut self, other: AgentId, warmth: f32) {
        if let Some(known) = self.known.get_mut(&other) {
            known.warm(warmth);
        }
    }

    /// Lets a day go by for how close people are: what contact has added fades without more of it.
    pub fn fade(&mut self) {
        for known in self.known.values_mut() {
            known.closeness -= FADE * (known.closeness - known.ground);
        }
    }

    /// Notes a talk and brings the two a little closer (or less close).
    pub fn talked_with(&mut self, other: AgentId, now: SimTime, warmth: f32) -> &mut Acquaintance {
        let known = self
            .known
            .entry(other)
            .or_insert_with(|| Acquaintance::new(Relation::Acquaintance, 0.5, String::new()));
        known.warm(warmth);
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

    /// Whether they know that the other knows a fact.
    pub fn knows_that_knows(&self, other: AgentId, fact: u32) -> bool {
        self.known
            .get(&other)
            .is_some_and(|a| a.knows.contains(&fact))
    }

    /// Whether they have said exactly that lately.
    pub fn has_said(&self, line: &str) -> bool {
        self.said.contains(&hash(line))
    }

    /// Notes a line that they said.
    pub fn says(&mut self, line: &str) {
        if self.said.len() == SAID {
            self.said.remove(0);
        }
        self.said.push(hash(line));
    }

    /// Whether the other was not noticed in the last three quarters of an hour.
    pub fn unnoticed(&self, other: AgentId, now: SimTime) -> bool {
        self.noticed.misses(other, now)
    }

    /// Those noticed after a moment of the last three quarters of an hour, the last first.
    pub fn noticed_since(&self, from: SimTime) -> impl Iterator<Item = AgentId> {
        self.noticed.since(from)
    }

    /// Whether the other is one of [those](Self::noticed_since).
    pub fn has_noticed_since(&self, other: AgentId, from: SimTime) -> bool {
        self.noticed.has_since(other, from)
    }

    /// Notes that the other, who was [unnoticed](Self::unnoticed), is noticed now. Gives how close
    /// they are, and whether to see them is worth a memory: of those who are close at heart the
    /// first time on a day is, and from then on it is nothing new.
    pub fn notices(&mut self, other: AgentId, now: SimTime) -> (f32, bool) {
        self.noticed.note(other, now);
        let today = now.day();
        let Some(known) = self.known.get_mut(&other) else {
            return (0.0, false);
        };
        let worth = known.closeness >= CLOSE_AT_HEART && known.seen != Some(today);
        if worth {
            known.seen = Some(today);
        }
        (known.closeness, worth)
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
    use collegium_core::time::{DAY, HOUR, MINUTE};

    #[test]
    fn talks_bring_people_closer_and_make_friends() {
        let mut memory = SocialMemory::default();
        let other = AgentId(3);
        let impression = Impression {
            about: None,
            summary: "x".repeat(900),
            feeling: Feeling::Warm,
            closeness_change: 9.0,
            remember: String::new(),
            importance: 3,
        };
        let mut before = 0.0;
        for i in 0..8 {
            memory.take_in(other, SimTime(i), &impression, &[Topic::Here]);
            let now = memory.closeness(other);
            assert!(
                now > before && now - before <= 1.0 || i == 0,
                "a talk changes closeness by one at most"
            );
            before = now;
        }
        let known = &memory.known[&other];
        assert_eq!(
            (known.kind, known.talks, known.feeling),
            (Relation::Friend, 8, Feeling::Warm)
        );
        assert_eq!(known.summary.chars().count(), LONGEST_SUMMARY);
    }

    #[test]
    fn nobody_is_noticed_twice_in_three_quarters_of_an_hour() {
        let mut memory = SocialMemory::default();
        let at = |minutes: u32| SimTime(minutes * MINUTE);
        assert!(memory.unnoticed(AgentId(7), at(0)));
        memory.notices(AgentId(7), at(0));
        assert!(!memory.unnoticed(AgentId(7), at(44)) && memory.unnoticed(AgentId(7), at(45)));
        memory.notices(AgentId(7), at(45));
        assert!(!memory.unnoticed(AgentId(7), at(46)));
        let since = |who, minutes| memory.has_noticed_since(AgentId(who), at(minutes));
        assert!(since(7, 40) && !since(7, 45) && !since(8, 40));
        // However many pass by, only those of the last while are written out.
        for who in 0..5_000 {
            memory.notices(AgentId(100 + who), at(100 + who));
        }
        assert!(postcard::to_allocvec(&memory).unwrap().len() < 512);
        assert!(!memory.unnoticed(AgentId(5_099), at(5_100)));
    }

    #[test]
    fn ties_fade_to_where_they_began_and_the_closest_grow_slowest() {
        let (old, new) = (AgentId(1), AgentId(2));
        let friend = Acquaintance::new(Relation::Friend, 6.0, String::new());
        let mut memory = SocialMemory::of([(old, friend)].into());
        memory.talked_with(new, SimTime(0), 0.1);
        for _ in 0..200 {
            memory.warm_to(old, 0.5);
            memory.warm_to(new, 0.5);
        }
        assert!(memory.closeness(old) > 9.9 && memory.closeness(new) <= 10.0);
        for _ in 0..7 {
            memory.fade();
        }
        let half = |ground: f32| (ground + 10.0) / 2.0;
        assert!((memory.closeness(old) - half(6.0)).abs() < 0.2);
        assert!((memory.closeness(new) - half(0.5)).abs() < 0.3);
        for _ in 0..200 {
            memory.fade();
        }
        assert!((memory.closeness(old) - 6.0).abs() < 0.01);
        assert!((memory.closeness(new) - 0.5).abs() < 0.01);
    }

    #[test]
    fn a_friend_is_kept_in_mind_once_a_day_and_others_are_not() {
        let at = |day: u32, hour: u32| SimTime(day * DAY + hour * HOUR);
        let (friend, other) = (AgentId(1), AgentId(2));
        let knows = |closeness| Acquaintance::new(Relation::Friend, closeness, String::new());
        let mut memory = SocialMemory::of([(friend, knows(4.0)), (other, knows(3.9))].into());
        assert_eq!(memory.notices(friend, at(0, 8)), (4.0, true));
        assert_eq!(memory.notices(friend, at(0, 20)), (4.0, false));
        assert_eq!(memory.notices(friend, at(1, 0)), (4.0, true));
        assert_eq!(memory.notices(other, at(1, 0)), (3.9, false));
        assert_eq!(memory.notices(AgentId(3), at(1, 0)), (0.0, false));
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
