//! Whole campuses at work, for simulated hours or days; and what is said of files that are wrong.

mod bad_input;
mod bad_saves;
mod conduct;
mod determinism;
mod embeddings;
mod giving;
mod golden;
mod hostile;
mod keys;
mod minds;
mod reflection;
mod rooms;
mod saves;
mod social;
mod telling;
mod tools;
