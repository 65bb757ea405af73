//! What is drawn of a map, put on the screen and taken away again.

use super::{
    night, pieces,
    scene::{Buildings, MapPicture, Marks},
    stream::Stream,
    tiles, weather, wildlife,
};
use crate::desktop::pictures::campus::MapArt;
use bevy::prelude::*;

/// Puts what is drawn of a map on the screen.
pub(super) fn show(world: &mut World, map: MapArt) {
    let near = tiles::spawn(world, map.size, map.textures, map.grids, map.far);
    world.insert_resource(Stream::of(near));
    pieces::spawn(world, map.size.1, map.pages, &map.cuts, map.pieces);
    let glow = world.resource::<Marks>().glow.clone();
    weather::spawn(world);
    wildlife::spawn(world);
    night::spawn(world, map.lights, glow);
    world.insert_resource(Buildings(map.buildings));
}

/// Puts what is drawn of a map in the place of what was drawn of it before.
pub(super) fn redraw(world: &mut World, map: MapArt) {
    take_away::<MapPicture>(world);
    show(world, map);
}

/// Takes away all that is marked.
pub(super) fn take_away<T: Component>(world: &mut World) {
    let marked: Vec<Entity> = world
        .query_filtered::<Entity, With<T>>()
        .iter(world)
        .collect();
    for entity in marked {
        world.despawn(entity);
    }
}
