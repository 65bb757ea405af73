//! The mind: perceive, plan, decide, act. Its rooms are the mind that needs no model
//! ([`builtin`]), what is asked of language models ([`model`]), conversation ([`talk`]) and inner
//! life ([`reflect`]); whichever mind somebody has, what it proposes goes the same way.

mod act;
pub mod builtin;
pub mod model;
mod perceive;
mod planning;
pub mod reflect;
pub mod state;
mod stepping;
pub mod talk;
pub mod thinking;
pub mod thought_queue;

pub use act::{Proposals, SimThreads, act, decide};
pub use perceive::{notice_happenings, notice_people};
pub use planning::{apply_plans, begin_plans};
pub use state::{Action, CurrentAction, Decision, Decisions, Deliberation, Habits, Plan, PlanItem};
pub use stepping::apply_steps;
