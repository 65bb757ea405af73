//! What somebody of bad will would try: `cargo test hostile` runs these, and those of the crates.

mod bombs;
mod keys;
mod text;
mod torture;
