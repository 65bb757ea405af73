//! Whole campuses at work: every test here runs simulated hours or days.

mod conduct;
mod determinism;
mod giving;
mod golden;
mod keys;
mod minds;
mod reflection;
mod rooms;
mod saves;
mod social;
mod telling;
mod tools;
