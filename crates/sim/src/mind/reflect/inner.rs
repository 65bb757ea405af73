//! What inner life keeps of somebody, and what it reads and changes.

use crate::{
    campus::people::{Doing, Goals, MindKind},
    memory::{Episodic, MemoryKind, SocialMemory},
    mind::{state::Plan, tendency::Tendency},
};
use bevy::{ecs::query::QueryData, prelude::*};
use collegium_core::{ids::AgentId, time::SimTime};
use serde::{Deserialize, Serialize};

/// How far somebody is to their next reflection, and what their insights want of them.
#[derive(Component, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reflecting {
    /// How many memories have been weighed.
    pub(super) weighed: u32,
    /// Their summed importance since the last reflection.
    pub sum: u32,
    /// The number of the first memory since the last reflection.
    pub(super) since: u32,
    /// The number of the first memory since the reflection before that.
    pub(super) before: u32,
    /// When they last reflected.
    pub last: Option<SimTime>,
    /// How often they have reflected.
    pub rounds: u32,
    /// What their insights want of them.
    pub tendencies: Vec<Tendency>,
    /// The goals that they set themselves by these.
    pub goals: Goals,
}

impl Reflecting {
    /// Weighs the memories that are new.
    pub(super) fn weigh(&mut self, stream: &Episodic) {
        for (_, memory) in stream.from(self.weighed) {
            // Own thoughts and what was known from the start call for no reflection.
            if !matches!(
                memory.kind,
                MemoryKind::Thought | MemoryKind::Diary | MemoryKind::Seed
            ) {
                self.sum += u32::from(memory.importance);
            }
        }
        self.weighed = stream.count();
    }
}

/// How somebody sees themselves these days: replaced with each page of the diary.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfSummary {
    /// In the first person; empty before the first page.
    pub text: String,
    /// Since when it says so.
    pub since: SimTime,
    /// The day of the last page, counted from the first Monday; the night belongs to the day
    /// before.
    pub page: Option<u32>,
}

/// Something that came to somebody of itself, and that a plan may take up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Idea {
    /// When it came.
    pub at: SimTime,
    /// In words: “ask Hana about the star map”.
    pub text: String,
    /// The person to do it with; none where it takes nobody else.
    pub with: Option<AgentId>,
}

/// What came to somebody of itself.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Musing {
    /// Ideas that no plan has taken up yet, oldest first. Whoever makes a plan of one takes it out.
    pub ideas: Vec<Idea>,
    /// The day on which their mind last wandered, counted from the first Monday.
    pub day: Option<u32>,
}

/// What inner life reads and changes of somebody.
#[derive(QueryData)]
#[query_data(mutable)]
pub struct Inner {
    /// Which mind thinks.
    pub mind: &'static MindKind,
    /// What they remember.
    pub episodic: &'static mut Episodic,
    /// Whom they know.
    pub social: &'static SocialMemory,
    /// What they planned for today.
    pub plan: &'static Plan,
    /// How far they are to their next reflection.
    pub reflecting: &'static mut Reflecting,
    /// How they see themselves.
    pub summary: &'static mut SelfSummary,
    /// What came to them of itself.
    pub musing: &'static mut Musing,
}

/// Which mind thinks for somebody now: a model is never asked for those who sleep.
pub(in crate::mind) fn thinks_with(mind: &MindKind, doing: Doing) -> &MindKind {
    if doing == Doing::Sleeping {
        &MindKind::BuiltIn
    } else {
        mind
    }
}
