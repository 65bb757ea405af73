//! The record: the event log with its running hash, and the save file.

mod calls;
mod chronicle;
mod rows;
mod save;
mod site;
mod vectors;

pub use chronicle::{Chronicle, Head, Logged, Tally, Thoughts, chronicle};
pub use rows::{EventRow, Glance, glance};
pub use save::{Batch, Header, Keyframe, SaveError, SaveFile, check_name, save_path};
pub use site::{Site, free_name};
