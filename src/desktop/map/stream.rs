//! Which tiles of the ground are there: those near where one looks. A large map has some hundred
//! thousand tiles, of which a few thousand are ever seen at once.

use super::{
    bare::BareCamera,
    camera::Rig,
    tiles::{self, NearLayer},
};
use crate::desktop::{
    frame::FrameStep,
    pictures::campus::{Cell, TILE},
};
use bevy::{prelude::*, window::PrimaryWindow};
use std::collections::BTreeMap;

/// Columns and rows of tiles that come and go together.
const SIDE: u32 = 32;

/// How many tiles beyond what is seen are there already.
const MARGIN: f32 = 6.0;

/// How many tiles stay that are out of sight.
const KEPT: usize = 40_000;

/// Adds the coming and going of tiles.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Stream>()
        .add_systems(Update, follow.in_set(FrameStep::Show));
}

/// Column and row of a part of the map.
type Region = (u32, u32);

/// The first and the last column and row of regions.
type Sight = (Region, Region);

/// The layers whose tiles come and go.
#[derive(Resource, Default)]
pub struct Stream {
    layers: Vec<(NearLayer, BTreeMap<Region, Vec<Cell>>)>,
    /// The tiles that are there.
    spawned: BTreeMap<Region, Vec<Entity>>,
    tiles: usize,
    seen: Option<Sight>,
}

impl Stream {
    /// Of a new map's layers, none of whose tiles are there.
    pub fn of(layers: Vec<(NearLayer, Vec<Cell>)>) -> Self {
        let sorted = layers.into_iter().map(|(layer, cells)| {
            let mut regions: BTreeMap<Region, Vec<Cell>> = BTreeMap::new();
            for cell in cells {
                let region = (cell.x / SIDE, cell.y / SIDE);
                regions.entry(region).or_default().push(cell);
            }
            (layer, regions)
        });
        Self {
            layers: sorted.collect(),
            ..Self::default()
        }
    }
}

/// The regions of which something is seen from over a point of a map, in pixels.
fn regions(centre: Vec2, view: Vec2) -> Sight {
    let margin = Vec2::splat(MARGIN * TILE as f32);
    let side = (SIDE * TILE) as f32;
    let region = |point: Vec2| {
        let at = (point / side).max(Vec2::ZERO).as_uvec2();
        (at.x, at.y)
    };
    (
        region(centre - view / 2.0 - margin),
        region(centre + view / 2.0 + margin),
    )
}

/// What is seen tile by tile; nothing from afar.
fn sight(world: &mut World) -> Option<Sight> {
    if world.query::<&BareCamera>().iter(world).next().is_some() {
        return Some(((0, 0), (u32::MAX, u32::MAX)));
    }
    let mut windows = world.query_filtered::<&Window, With<PrimaryWindow>>();
    let window = windows.single(world).ok()?;
    let (size, scale) = (window.size(), window.scale_factor());
    let rig = world.resource::<Rig>();
    let layers = &world.resource::<Stream>().layers;
    let near = layers
        .iter()
        .any(|(layer, _)| layer.shows(rig.zoom * scale));
    near.then(|| regions(rig.centre, size / rig.zoom.max(0.01)))
}

fn within((x, y): Region, ((left, top), (right, bottom)): Sight) -> bool {
    (left..=right).contains(&x) && (top..=bottom).contains(&y)
}

/// Lets tiles come that are seen now, and those go that are not, when there are too many.
fn follow(world: &mut World) {
    if world.resource::<Stream>().layers.is_empty() {
        return;
    }
    let sight = sight(world);
    if sight.is_none() || world.resource::<Stream>().seen == sight {
        return;
    }
    let mut stream = std::mem::take(&mut *world.resource_mut::<Stream>());
    stream.seen = sight;
    if let Some(sight) = sight {
        stream.bring(world, sight);
        stream.leave(world, sight);
    }
    world.insert_resource(stream);
}

impl Stream {
    /// Lets the tiles come that are seen and not there.
    fn bring(&mut self, world: &mut World, sight: Sight) {
        let mut come: BTreeMap<Region, Vec<Entity>> = BTreeMap::new();
        for (layer, regions) in &self.layers {
            for (region, cells) in regions {
                if within(*region, sight) && !self.spawned.contains_key(region) {
                    let tiles = tiles::fill(world, layer, cells);
                    self.tiles += tiles.len();
                    come.entry(*region).or_default().extend(tiles);
                }
            }
        }
        self.spawned.append(&mut come);
    }

    /// Lets tiles go that are out of sight, when more than some are there.
    fn leave(&mut self, world: &mut World, sight: Sight) {
        let seen = |(region, _): &(&Region, &Vec<Entity>)| within(**region, sight);
        let in_sight: usize = self.spawned.iter().filter(seen).map(|(_, t)| t.len()).sum();
        if self.tiles - in_sight <= KEPT {
            return;
        }
        let (mut go, mut stay) = (BTreeMap::new(), BTreeMap::new());
        for (region, tiles) in std::mem::take(&mut self.spawned) {
            let part = if within(region, sight) {
                &mut stay
            } else {
                &mut go
            };
            part.insert(region, tiles);
        }
        (self.spawned, self.tiles) = (stay, in_sight);
        for tile in go.into_values().flatten() {
            world.despawn(tile);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_is_there() {
        let side = (SIDE * TILE) as f32;
        let sight = regions(Vec2::splat(2.5 * side), Vec2::splat(side / 2.0));
        assert_eq!(sight, ((2, 2), (2, 2)));
        let sight = regions(Vec2::new(3.0 * side, 0.0), Vec2::splat(100.0));
        assert_eq!(sight, ((2, 0), (3, 0)));
        for cell in [(2, 0), (3, 0)] {
            assert!(within(cell, sight));
        }
        for cell in [(1, 0), (4, 0), (2, 1)] {
            assert!(!within(cell, sight));
        }
    }
}
