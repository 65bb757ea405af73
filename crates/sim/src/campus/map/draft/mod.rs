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
use meanings::{DOOR, Meanings, nearly};
use pieces::Piece;
use raster::Raster;
pub(super) use sorted::Draft;
use sorted::{Holder, Sorted};
use std::{path::Path, rc::Rc};
use tiled::LayerType;

/// The classes of objects that mean something: lights to whoever looks at the map.
const CLASSES: [&str; 6] = ["building", DOOR, "light", "place", "queue", "spot"];

/// Takes grid, places, doors and spots out of what Tiled wrote. Where it is not the whole of a map,
/// what touches one another is not put together.
pub(super) fn draft(
    tiled: &tiled::Map,
    file: &Path,
    whole: bool,
    problems: &mut Problems,
) -> Draft {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = harmless(&stem).into_owned();
    let raster = Raster::of(tiled);
    let mut layers = Vec::new();
    find_layers(tiled.layers().collect(), (0.0, 0.0), &mut layers);
    let mut meanings = Meanings::of(tiled, problems);
    for found in objects(&layers) {
        if let Some(tile) = found.object.get_tile() {
            meanings.learn(tile.get_tileset(), problems);
        }
    }
    for layer in &layers {
        stays(layer, &meanings, &raster, problems);
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
        unread: !whole,
        place_at: Vec::new(),
        spot_at: Vec::new(),
    };
    let before = problems.count();
    let unsaid = places::read(&sorted, &raster, &mut draft, problems);
    if problems.count() > before {
        of_one_size(tiled, problems);
    }
    if draft.map.places.is_empty() && !draft.unread {
        name_old_layers(&layers, problems);
    }
    if whole {
        places::join_doors(&sorted.holders, &raster, &mut draft, problems);
    }
    spots::read(&sorted.holders, &raster, &mut draft, problems);
    if whole {
        spots::join_queues(&sorted.queues, &raster, &mut draft, problems);
    }
    places::fill_capacities(&unsaid, &mut draft);
    draft
}

/// Finds the layers of tiles, objects and pictures, those within groups too, in the file's order.
fn find_layers<'map>(
    within: Vec<tiled::Layer<'map>>,
    (x, y): (f32, f32),
    found: &mut Vec<Layer<'map>>,
) {
    for layer in within {
        let moved = (x + layer.offset_x, y + layer.offset_y);
        match layer.layer_type() {
            LayerType::Group(group) => find_layers(group.layers().collect(), moved, found),
            kind => found.push(Layer {
                name: layer.name.as_str().into(),
                moved,
                kind,
            }),
        }
    }
}

/// Notes, before all else, that no tileset of one picture has tiles of the map's size: of a map that
/// is wrong all over that is the cause.
fn of_one_size(map: &tiled::Map, problems: &mut Problems) {
    let sheets = || map.tilesets().iter().filter(|set| set.image.is_some());
    let own = (map.tile_width, map.tile_height);
    let sizes = || sheets().map(|set| (set.tile_width, set.tile_height));
    let Some((width, height)) = sizes().next().filter(|_| sizes().all(|size| size != own)) else {
        return;
    };
    problems.map_first(format!(
        "the map's tiles are {} × {} pixels, those of its tilesets {width} × {height}; expected the \
         same (Map → Map Properties in Tiled)",
        own.0, own.1
    ));
}

/// Notes a layer that is moved though what lies in it means something where it is.
fn stays(layer: &Layer<'_>, meanings: &Meanings<'_>, raster: &Raster, problems: &mut Problems) {
    let (x, y) = layer.moved;
    if layer.moved == (0.0, 0.0) {
        return;
    }
    let means = match &layer.kind {
        LayerType::Objects(objects) => objects.objects().any(|object| {
            let tile = object.get_tile();
            let tile = tile.and_then(|tile| meanings.of_object(&tile));
            tile.is_some() || CLASSES.contains(&&*object.user_type)
        }),
        LayerType::Tiles(tiles) => raster.cells().any(|(column, row)| {
            let tile = tiles.get_tile(i32::from(column), i32::from(row));
            tile.is_some_and(|tile| meanings.of_cell(&tile).is_some())
        }),
        LayerType::Image(_) | LayerType::Group(_) => false,
    };
    if means {
        problems.layer(
            &layer.name,
            format!(
                "its offset, with that of its groups, is {x},{y}, but it holds what means \
                 something where it lies; expected 0,0"
            ),
        );
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
                class => {
                    if let Some(what) = nearly(class, &CLASSES) {
                        problems.object(&found.at(), what);
                    }
                }
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
