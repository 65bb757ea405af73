//! The mind: perceive, plan, decide, act, converse; the built-in mind, which needs no model, and minds driven by a language model.

mod act;
mod builtin;
mod converse;
mod deliberate;
pub mod desk;
pub mod lifestyle;
mod options;
mod outlook;
mod perceive;
pub mod plan;
mod planning;
pub mod prompts;
mod speech;
pub mod state;
mod stepping;
pub mod thinking;
pub mod utility;

pub use crate::campus::people::MindKind;
pub use act::{Proposals, SimThreads, act, decide};
pub use builtin::{Proposal, decide as decide_one};
pub use converse::{LinesDue, Lookers, converse, look_around};
pub use deliberate::{apply_acts, deliberate};
pub use desk::{Desk, Heard, Reply, hear};
pub use lifestyle::Lifestyle;
pub use outlook::Outlook;
pub use perceive::{notice_happenings, notice_people};
pub use planning::{apply_plans, begin_plans};
pub use state::{Action, CurrentAction, Decision, Decisions, Deliberation, Habits, Plan, PlanItem};
pub use stepping::apply_steps;
