//! The mind: perceive, plan, decide, act, converse; the built-in mind, which needs no model, and minds driven by a language model.

mod act;
mod builtin;
mod converse;
pub mod desk;
mod impress;
mod lookout;
mod options;
mod outlook;
mod perceive;
pub mod plan;
pub mod prompts;
pub mod speech;
pub mod state;
mod talk_prompts;
pub mod thinking;
pub mod utility;

pub use crate::campus::people::MindKind;
pub use act::{Proposals, SimThreads, act, decide, plan_the_day};
pub use builtin::{Proposal, decide as decide_one};
pub use converse::{Approaches, LinesDue, approach, begin_lines, say_lines};
pub use desk::{Desk, Heard, Reply, hear};
pub use impress::{ImpressionAsk, begin_impressions, keep_impressions};
pub use lookout::{Lookers, look_around};
pub use outlook::Outlook;
pub use perceive::{notice_happenings, notice_people};
pub use state::{Action, CurrentAction, Decision, Decisions, Habits, Plan, PlanItem};
