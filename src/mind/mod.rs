//! The mind: perceive, plan, decide, act, converse; the built-in mind, which needs no model, and minds driven by a language model.

mod act;
mod builtin;
mod converse;
pub mod desk;
pub mod diary;
mod diary_words;
mod inner;
mod insight;
mod insight_words;
mod options;
mod outlook;
mod perceive;
pub mod plan;
pub mod prompts;
pub mod reflect;
mod speech;
pub mod state;
pub mod tendency;
pub mod thinking;
pub mod utility;
pub mod wander;

pub use crate::campus::people::MindKind;
pub use act::{Proposals, SimThreads, act, decide, plan_the_day};
pub use builtin::{Proposal, decide as decide_one};
pub use converse::{LinesDue, Lookers, converse, look_around};
pub use desk::{Desk, Heard, Reply, hear};
pub use diary::SelfSummary;
pub use inner::look_inward;
pub use outlook::Outlook;
pub use perceive::{notice_happenings, notice_people};
pub use reflect::Reflecting;
pub use state::{Action, CurrentAction, Decision, Decisions, Habits, Plan, PlanItem};
pub use wander::{Idea, Musing};
