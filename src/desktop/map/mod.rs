//! The map: its pictures, people, light, and the cameras over it.

pub mod camera;
pub mod making;
mod night;
pub mod people;
pub mod scene;
mod shades;
pub mod split;

use bevy::prelude::App;

/// Adds the map and what moves on it.
pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        making::plugin,
        people::plugin,
        camera::plugin,
        night::plugin,
        shades::plugin,
        split::plugin,
    ));
}
