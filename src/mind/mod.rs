//! The mind: perceive, plan, decide, act, converse. At this stage the built-in mind, which needs no model.

mod act;
mod builtin;
mod converse;
mod options;
mod outlook;
mod perceive;
pub mod plan;
mod speech;
pub mod state;
pub mod utility;

pub use act::{Proposals, SimThreads, act, decide, plan_the_day};
pub use builtin::{Proposal, decide as decide_one};
pub use converse::{LinesDue, Lookers, converse, look_around};
pub use outlook::Outlook;
pub use perceive::{notice_happenings, notice_people};
pub use state::{Action, CurrentAction, Decision, Decisions, Habits, Plan, PlanItem};

use bevy::prelude::Component;
use serde::{Deserialize, Serialize};

/// Which mind decides for an agent; shown wherever the agent is.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MindKind {
    /// The built-in mind: rules, utilities and templates; no model.
    #[default]
    BuiltIn,
}

impl MindKind {
    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            MindKind::BuiltIn => "built-in mind",
        }
    }
}
