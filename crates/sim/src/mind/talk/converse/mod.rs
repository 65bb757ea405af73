//! Conversations: whose turn it is, what the line is for, who joins and who leaves. Words come from
//! a model or from `speech`; either way they are said through one path, [`say_lines`].

mod approach;
mod ask;
mod outcome;
mod recount;
mod say;
mod turns;
mod voice;

pub use approach::{Approach, Approaches, approach};
pub use ask::LineAnswer;
pub use say::say_lines;
pub use turns::{LinesDue, begin_lines};
pub(in crate::mind) use voice::{NEAR, must_go, other};
pub use voice::{Voice, Voices};
