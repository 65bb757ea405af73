//! What bad luck does to a training: `cargo test hostile` runs these.

mod folder;
mod kill;
