//! Minds that a language model drives: what it is asked next, in which words, and what is spared
//! because it was thought out before.

pub mod deliberate;
pub mod lifestyle;
pub mod prompts;

pub use deliberate::{apply_acts, deliberate};
pub use lifestyle::Lifestyle;
