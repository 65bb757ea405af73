//! The map: its pictures, people, light, and the cameras over it.

pub mod bare;
pub mod camera;
pub mod making;
mod night;
mod overlays;
pub mod people;
mod pieces;
mod reload;
pub mod scene;
mod seasons;
mod shades;
mod shown;
pub mod split;
mod stream;
mod tiles;
mod weather;
mod wildlife;

use bevy::prelude::App;

/// Adds the map and what moves on it.
pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        making::plugin,
        reload::plugin,
        tiles::plugin,
        stream::plugin,
        pieces::plugin,
        people::plugin,
        camera::plugin,
        night::plugin,
        overlays::plugin,
        weather::plugin,
        wildlife::plugin,
        seasons::plugin,
        shades::plugin,
        split::plugin,
    ));
}
