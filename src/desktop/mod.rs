//! The desktop app: a window on the campus with panels around it. It holds a
//! [`collegium_sim::simulation::Campus`] and steps it; it never changes it, so a run gives the same
//! event log with a window as without one.

mod app;
mod control;
mod display;
mod frame;
mod localize;
mod map;
mod options;
mod panels;
mod pictures;
mod run;
mod state;
mod theme;

pub use app::run;
pub use options::{FrameBench, Frames, Options};
pub use run::{launch::DesktopError, session::OpenError, warnings::Warnings};
