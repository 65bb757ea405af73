//! Whole campuses at work, for simulated hours or days; and what is said of files that are wrong.

mod bad_input;
mod community;
mod conduct;
mod determinism;
mod embeddings;
mod giving;
mod goals;
mod golden;
mod groups;
mod hostile;
mod measures;
mod minds;
mod odd_models;
mod policies;
mod reacting;
mod reflection;
mod rooms;
mod seeing;
mod social;
mod spreading;
mod talk;
mod telling;
mod thousand;
mod tools;
mod work;
