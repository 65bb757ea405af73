//! The desktop app: a window on the campus with panels around it. It holds a
//! [`collegium_sim::simulation::Campus`] and steps it; it never changes it, so a run gives the same
//! event log with a window as without one.

mod app;
mod art;
mod camera;
mod commands;
mod daylight;
mod display;
mod drive;
mod files;
mod localize;
mod look;
mod night;
mod options;
mod overlay;
mod panels;
mod people;
mod pixels;
mod saves;
mod session;
mod shades;
mod shot;
mod split;
mod state;
mod theme;
mod trainer;
mod twin;

pub use app::run;
pub use options::{DesktopError, Options};
pub use session::OpenError;
