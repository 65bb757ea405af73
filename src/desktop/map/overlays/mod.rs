//! Overlays over the map: one tile layer, of which each tile has a colour of its own. Only tiles
//! whose colour has changed are touched.

mod reckon;

use super::tiles::{self, Tint};
use crate::desktop::{
    frame::FrameStep,
    run::session::Run,
    state::{Overlay, View},
};
use bevy::prelude::*;
use bevy_ecs_tilemap::tiles::TileColor;
use bevy_egui::egui::Color32;
use collegium_core::{ids::AgentId, time::SimTime};
use collegium_sim::campus::Tile;
use reckon::Colors;
use std::collections::BTreeMap;

/// Real seconds between two looks at what an overlay shows.
const EVERY: f32 = 0.4;

/// The depth of overlays: over the sheet of the night.
const DEPTH: f32 = 52.0;

/// Adds the overlays.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Layer>()
        .add_systems(Update, show.in_set(FrameStep::Show));
}

/// What an overlay shows: which, of whom, at which moment.
type Shown = (Overlay, Option<AgentId>, SimTime);

/// The layer on the screen.
#[derive(Resource, Default)]
struct Layer {
    layer: Option<Entity>,
    cells: BTreeMap<Tile, (Entity, Color32)>,
    shown: Option<Shown>,
    next_look: f32,
}

/// What is to be done with a layer.
#[derive(Debug, Default, PartialEq, Eq)]
struct Changes {
    gone: Vec<Tile>,
    new: Vec<(Tile, Color32)>,
    other: Vec<(Tile, Color32)>,
}

/// What has changed from colours to others.
fn changes(before: &BTreeMap<Tile, (Entity, Color32)>, now: &Colors) -> Changes {
    let mut changes = Changes::default();
    let gone = before.keys().filter(|tile| !now.contains_key(tile));
    changes.gone.extend(gone);
    for (tile, color) in now {
        match before.get(tile) {
            None => changes.new.push((*tile, *color)),
            Some((_, known)) if known != color => changes.other.push((*tile, *color)),
            Some(_) => {}
        }
    }
    changes
}

/// Brings the layer up to date, where something has changed that it shows.
fn show(world: &mut World) {
    let seconds = world.resource::<Time<Real>>().delta_secs();
    let (run, view) = (world.resource::<Run>(), world.resource::<View>());
    // Two campuses would lie under one overlay.
    let overlay = view.overlay.filter(|_| run.twin.is_none());
    let wanted = overlay.map(|overlay| (overlay, view.selected, run.campus.clock().now));
    let mut layer = world.resource_mut::<Layer>();
    layer.next_look -= seconds;
    let another = layer.shown.map(|(a, b, _)| (a, b)) != wanted.map(|(a, b, _)| (a, b));
    if layer.shown == wanted || (layer.next_look > 0.0 && !another) {
        return;
    }
    let mut layer = std::mem::take(&mut *layer);
    (layer.shown, layer.next_look) = (wanted, EVERY);
    // With the map of another run everything on it has gone.
    if layer.layer.is_some_and(|l| world.get_entity(l).is_err()) {
        (layer.layer, layer.cells) = (None, BTreeMap::new());
    }
    match wanted {
        Some((overlay, ..)) => {
            let (run, view) = (world.resource::<Run>(), world.resource::<View>());
            let colors = reckon::colors(overlay, run, view);
            paint(world, &mut layer, &colors);
        }
        None => {
            for (entity, _) in layer.cells.values() {
                world.despawn(*entity);
            }
            layer.layer.map(|layer| world.despawn(layer));
            (layer.layer, layer.cells) = (None, BTreeMap::new());
        }
    }
    world.insert_resource(layer);
}

/// Gives the tiles of the layer their colours.
fn paint(world: &mut World, layer: &mut Layer, colors: &Colors) {
    let changes = changes(&layer.cells, colors);
    for tile in changes.gone {
        if let Some((entity, _)) = layer.cells.remove(&tile) {
            world.despawn(entity);
        }
    }
    for (tile, color) in changes.other {
        if let Some((entity, known)) = layer.cells.get_mut(&tile) {
            *known = color;
            world.entity_mut(*entity).insert(shade(color));
        }
    }
    if changes.new.is_empty() {
        return;
    }
    let grid = &world.resource::<Run>().campus.map().grid;
    let size = (grid.width.max(0) as u32, grid.height.max(0) as u32);
    let ground = match layer.layer {
        Some(ground) => ground,
        None => tiles::tinted(world, size, DEPTH),
    };
    layer.layer = Some(ground);
    let tints = changes.new.iter().map(|(tile, color)| Tint {
        at: (tile.x.max(0) as u32, tile.y.max(0) as u32),
        color: shade(*color),
    });
    let entities = tiles::tint(world, ground, size.1, tints);
    let new = changes.new.into_iter().zip(entities);
    layer
        .cells
        .extend(new.map(|((tile, color), entity)| (tile, (entity, color))));
}

fn shade(color: Color32) -> TileColor {
    let [r, g, b, a] = color.to_srgba_unmultiplied();
    TileColor(Color::srgba_u8(r, g, b, a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_changed_is_touched() {
        let tile = |x: i16| Tile::new(x, 0);
        let (red, blue) = (Color32::RED, Color32::BLUE);
        let entity = Entity::PLACEHOLDER;
        let before: BTreeMap<_, _> = [(1, red), (2, red), (3, red)]
            .map(|(x, color)| (tile(x), (entity, color)))
            .into();
        let now: Colors = [(2, red), (3, blue), (4, blue)]
            .map(|(x, color)| (tile(x), color))
            .into();
        let found = changes(&before, &now);
        assert_eq!(found.gone, [tile(1)]);
        assert_eq!(found.other, [(tile(3), blue)]);
        assert_eq!(found.new, [(tile(4), blue)]);
    }
}
