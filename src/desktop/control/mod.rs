//! What can be done: commands and their keys, carrying out what somebody did, and pictures of the
//! window.

pub mod commands;
pub mod deciders;
mod keys;
pub mod measure;
pub mod open;
mod perform;
mod rest;
pub mod shot;

use super::{frame::FrameStep, state::AddCommands};
use bevy::prelude::*;

/// Adds commands, keys, and what is done at them.
pub(super) fn plugin(app: &mut App) {
    app.add_commands(commands::all())
        .add_plugins((shot::plugin, rest::plugin, measure::plugin))
        .add_systems(
            Update,
            (keys::read_keys, perform::perform)
                .chain()
                .in_set(FrameStep::Act),
        );
}
