//! What somebody of bad will would try: `cargo test hostile` runs these, and those of the crates.

mod keys;
mod text;
mod torture;
