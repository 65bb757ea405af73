//! A file that is added to a carried folder makes this crate anew, as one that is changed does.

#![allow(
    clippy::print_stdout,
    clippy::allow_attributes,
    reason = "printing is how a build script speaks to Cargo"
)]

fn main() {
    for folder in ["assets", "maps", "scenarios", "training/heads"] {
        println!("cargo::rerun-if-changed=../../{folder}");
    }
}
