//! The record: the event log with its running hash, and the save file.

mod chronicle;
mod save;

pub use chronicle::{Chronicle, Head, Logged, Tally, chronicle};
pub use save::{Batch, EventRow, Header, Keyframe, SaveError, SaveFile, check_name, save_path};
