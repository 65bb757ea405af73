//! Talk: who turns to whom, whose turn it is, what is said and what a conversation leaves behind.

pub mod converse;
pub mod encounter;
pub mod impress;
mod prompts;
pub mod speech;

pub use converse::{Approaches, LinesDue, approach, begin_lines, say_lines};
pub use encounter::{Encounters, greet};
pub use impress::{ImpressionAsk, begin_impressions, keep_impressions};
