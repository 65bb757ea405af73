//! What somebody of bad will would try: `cargo test hostile` runs these, and those of the crates.

#[cfg(target_os = "linux")]
mod full;
mod keys;
mod new;
mod saves;
mod text;
mod torture;
mod training;
