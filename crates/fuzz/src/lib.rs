//! What it takes to try readers on input that nobody would write: texts that are right, changed in
//! the ways in which files come to be wrong ([`damaged`]), and an eye on what reading them takes
//! ([`Meter`]). The readers themselves are tried by `tests/readers`; `docs/bad-input.md` says how.

mod damage;
mod meter;

pub use damage::{Damage, damaged};
pub use meter::{MOST_BYTES, MOST_SECONDS, Meter};
