//! What bad luck and bad will do to saves, keys and memory: `cargo test hostile` runs these.

mod bad_saves;
mod keys;
mod rows;
mod sizes;
