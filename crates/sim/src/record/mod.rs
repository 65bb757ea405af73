//! The record: the event log with its running hash, and the save file.

mod answers;
mod bounds;
mod chronicle;
mod draft;
mod fault;
mod header;
mod keyframe;
mod open;
pub mod pack;
mod parts;
mod read;
mod rows;
mod save;
mod schema;
mod seal;
mod site;
mod strings;
mod table;
mod tally;

pub use chronicle::{Chronicle, LogHead, Logged, chronicle};
pub use fault::SaveError;
pub use header::Header;
pub use keyframe::Keyframe;
pub use parts::{Sources, emergence};
pub use rows::{Glance, glance};
pub use save::SaveFile;
pub use site::{Site, check_name, free_name, save_path};
pub use tally::{Tallied, Tally};

use crate::{
    conduct,
    room::{DeclareRoom as _, SimSystems, SimTick},
};
use bevy::prelude::*;

/// Declares the room: where the log stands.
pub fn plugin(app: &mut App) {
    app.add_systems(
        SimTick,
        chronicle
            .in_set(SimSystems::Record)
            .after(conduct::score)
            .before(conduct::watch),
    )
    .insert_resource(Chronicle::keeping())
    .room("record", 3)
    .keep_part::<Chronicle, LogHead>(
        "head",
        |chronicle| &chronicle.head,
        |chronicle, head| chronicle.head = head,
    )
    .grows::<Chronicle>();
}
