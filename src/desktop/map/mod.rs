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

use bevy::{
    prelude::{App, Mesh2d},
    render::batching::NoAutomaticBatching,
};

/// Adds the map and what moves on it.
pub(super) fn plugin(app: &mut App) {
    keep_apart(app);
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

/// Keeps meshes, and with them chunks of tiles, from being drawn as one.
///
/// `bevy_ecs_tilemap` queues a chunk under the number that its layer has among what is rendered,
/// where Bevy looks for a number of the main world. If that happens to be a mesh's, all chunks of the
/// layer count as instances of this mesh: they are put into one batch, of which only the first is
/// drawn. Meshes that ask not to be put into batches keep chunks out of them too.
fn keep_apart(app: &mut App) {
    app.register_required_components::<Mesh2d, NoAutomaticBatching>();
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::prelude::Handle;

    #[test]
    fn no_mesh_is_put_into_a_batch() {
        let mut app = App::new();
        keep_apart(&mut app);
        let mesh = app.world_mut().spawn(Mesh2d(Handle::default())).id();
        assert!(app.world().get::<NoAutomaticBatching>(mesh).is_some());
    }
}
