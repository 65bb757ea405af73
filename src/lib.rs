//! Collegium: a university campus whose people are generative agents.
//!
//! This package holds the faces of it: [`cli`] and, with the feature of that name, `desktop`. What
//! they show lives in the crates below; `ARCHITECTURE.md` shows the plan.

pub mod cli;
#[cfg(feature = "desktop")]
pub mod desktop;
