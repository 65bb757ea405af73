//! Whom somebody knows, and how well.

use crate::{
    campus::{AgentId, people::Relation},
    time::SimTime,
};
use bevy::prelude::Component;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What somebody knows of another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Acquaintance {
    /// What the other is to this one.
    pub kind: Relation,
    /// 0 (stranger) to 10.
    pub closeness: f32,
    /// What there is to say of it.
    pub note: String,
    /// When they last talked.
    pub talked: Option<SimTime>,
    /// How often they have talked.
    pub talks: u16,
}

/// Everybody somebody knows, and whom it saw lately.
#[derive(Component, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SocialMemory {
    /// By the other's number.
    pub known: BTreeMap<AgentId, Acquaintance>,
    /// When each other person was last noticed, by number, in simulated seconds; 0 for never.
    pub noticed: Vec<u32>,
}

impl SocialMemory {
    /// How close somebody is, 0 for a stranger.
    pub fn closeness(&self, other: AgentId) -> f32 {
        self.known.get(&other).map_or(0.0, |a| a.closeness)
    }

    /// Notes a talk and brings the two a little closer.
    pub fn talked_with(&mut self, other: AgentId, now: SimTime, warmth: f32) {
        let known = self.known.entry(other).or_insert(Acquaintance {
            kind: Relation::Acquaintance,
            closeness: 0.5,
            note: String::new(),
            talked: None,
            talks: 0,
        });
        known.closeness = (known.closeness + warmth).clamp(0.0, 10.0);
        known.talked = Some(now);
        known.talks = known.talks.saturating_add(1);
        if known.kind == Relation::Acquaintance && known.closeness >= 5.0 {
            known.kind = Relation::Friend;
        }
    }

    /// Whether the other was not noticed in the last `seconds`.
    pub fn unnoticed(&self, other: AgentId, now: SimTime, seconds: u32) -> bool {
        self.noticed.get(other.0 as usize).is_some_and(|last| *last == 0 || now.0.saturating_sub(*last) >= seconds)
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
