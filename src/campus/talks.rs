//! Conversations under way: who speaks with whom, and whose turn it is.

use super::{AgentId, PlaceId};
use crate::time::SimTime;
use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A line of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Who said it.
    pub speaker: AgentId,
    /// When.
    pub at: SimTime,
    /// What.
    pub text: String,
}

/// A conversation between two people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// Who began.
    pub opener: AgentId,
    /// With whom.
    pub other: AgentId,
    /// Where.
    pub place: Option<PlaceId>,
    /// When it began.
    pub began: SimTime,
    /// What was said.
    pub lines: Vec<Line>,
    /// How many lines they mean to exchange in all.
    pub length: u8,
    /// Whether their voices carry.
    pub loud: bool,
    /// When the next line falls due.
    pub next_at: SimTime,
}

impl Talk {
    /// Who speaks next.
    pub fn next_speaker(&self) -> AgentId {
        if self.lines.len().is_multiple_of(2) { self.opener } else { self.other }
    }

    /// The one who is not `agent`.
    pub fn partner(&self, agent: AgentId) -> AgentId {
        if self.opener == agent { self.other } else { self.opener }
    }
}

/// All conversations under way, by number; numbers are never used again.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talks {
    /// Those under way.
    pub live: BTreeMap<u32, Talk>,
    /// How many there have been.
    pub begun: u32,
    /// Those that ended in this tick.
    pub ended: Vec<(u32, Talk)>,
}
