//! Taking a [`CampusMap`] out of what Tiled wrote, noting every rule it breaks on the way.

mod cells;
mod found;
mod meanings;
mod pieces;
mod places;
mod raster;
mod sorted;
mod spots;
mod written;

use super::{CampusMap, Grid, MOST_PIECES, problems::Problems};
use cells::{mark_layers, mark_pieces};
use collegium_core::{ids::PlaceId, text::harmless};
use found::{Found, Layer};
use meanings::{DOOR, Meanings};
use pieces::Piece;
use raster::Raster;
pub(super) use sorted::Draft;
use sorted::{Holder, Sorted};
use std::{path::Path, rc::Rc};
use tiled::LayerType;

/// Takes grid, places, doors and spots out of what Tiled wrote.
pub(super) fn draft(tiled: &tiled::Map, file: &Path, problems: &mut Problems) -> Draft {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = harmless(&stem).into_owned();
    let raster = Raster::of(tiled);
    let mut layers = Vec::new();
    find_layers(tiled.layers().collect(), &mut layers);
    let mut meanings = Meanings::of(tiled, problems);
    for found in objects(&layers) {
        if let Some(tile) = found.object.get_tile() {
            meanings.learn(tile.get_tileset(), problems);
        }
    }
    let mut sorted = sort(&layers, &meanings, &raster, problems);
    let mut grid = Grid::new(raster.columns, raster.rows);
    let mut laid = mark_layers(&layers, &meanings, &raster, &mut grid, problems);
    let pieces = std::mem::take(&mut laid.pieces);
    sorted.holders.extend(pieces.into_iter().map(Holder::Piece));
    let pieces = sorted.holders.iter().filter_map(Holder::piece);
    mark_pieces(pieces, &laid, &raster, &mut grid, problems);
    let mut draft = Draft {
        map: CampusMap {
            name,
            grid,
            ..CampusMap::default()
        },
        place_at: Vec::new(),
        spot_at: Vec::new(),
    };
    let unsaid = places::read(&sorted, &raster, &mut draft, problems);
    if draft.map.places.is_empty() {
        name_old_layers(&layers, problems);
    }
    places::join_doors(&sorted.holders, &raster, &mut draft, problems);
    spots::read(&sorted.holders, &raster, &mut draft, problems);
    spots::join_queues(&sorted.queues, &raster, &mut draft, problems);
    places::fill_capacities(&unsaid, &mut draft);
    draft
}

/// Finds the layers of tiles, objects and pictures, those within groups too, in the file's order.
fn find_layers<'map>(within: Vec<tiled::Layer<'map>>, found: &mut Vec<Layer<'map>>) {
    for layer in within {
        match layer.layer_type() {
            LayerType::Group(group) => find_layers(group.layers().collect(), found),
            kind => found.push(Layer {
                name: layer.name.as_str().into(),
                kind,
            }),
        }
    }
}

/// All objects of all layers, in the file's order.
fn objects<'map>(layers: &[Layer<'map>]) -> impl Iterator<Item = Found<'map>> {
    layers.iter().flat_map(|layer| {
        let objects = match &layer.kind {
            LayerType::Objects(objects) => Some(objects.objects()),
            _ => None,
        };
        objects.into_iter().flatten().map(move |object| Found {
            object,
            layer: Rc::clone(&layer.name),
        })
    })
}

/// Sorts the objects of a map by what they are. Those of other classes mean nothing.
fn sort<'map, 'a>(
    layers: &[Layer<'map>],
    meanings: &'a Meanings<'_>,
    raster: &Raster,
    problems: &mut Problems,
) -> Sorted<'map, 'a> {
    let mut sorted = Sorted::default();
    for found in objects(layers) {
        let (object, layer) = (&found.object, &found.layer);
        let piece = if object.get_tile().is_some() {
            Piece::of_object(object, layer, meanings, raster, problems)
        } else {
            match object.user_type.as_str() {
                "place" => sorted.places.push(found),
                "building" => sorted.buildings.push(found),
                "queue" => sorted.queues.push(found),
                "spot" => sorted.holders.push(Holder::Spot(found)),
                DOOR => {
                    let door = Piece::of_bare_door(object, layer, problems);
                    sorted.holders.extend(door.map(Holder::Piece));
                }
                _ => {}
            }
            continue;
        };
        sorted.holders.extend(piece.map(Holder::Piece));
    }
    if sorted.holders.len() > MOST_PIECES {
        problems.map(format!(
            "more than {MOST_PIECES} pieces and spots were found; expected fewer"
        ));
        sorted.holders.truncate(MOST_PIECES);
    }
    sorted
}

/// Names the layers of a map of the form that was read before objects had classes.
fn name_old_layers(layers: &[Layer<'_>], problems: &mut Problems) {
    for layer in layers {
        let LayerType::Objects(objects) = &layer.kind else {
            continue;
        };
        let class = match &*layer.name {
            "places" => "place",
            "buildings" => "building",
            "doors" => DOOR,
            "spots" => "spot",
            _ => continue,
        };
        let mut objects = objects.objects();
        if objects.len() > 0 && objects.all(|object| object.user_type.is_empty()) {
            problems.layer(
                &layer.name,
                format!(
                    "its objects have no class; expected class {class} (the map is of a form that \
                     is not read any more)"
                ),
            );
        }
    }
}

/// The place that a draft's number belongs to, for [`super::rules`].
pub(super) const fn place_id(index: usize) -> PlaceId {
    PlaceId(index as u16)
}
