//! The spots of a map, those of pieces and those of their own, and its queues.

use super::{
    found::Found,
    meanings::{Seat, middle},
    raster::Raster,
    sorted::{Draft, Holder},
    written::Written,
};
use crate::campus::map::{
    CampusMap, Grid, MOST_DOORS, MOST_SPOTS, Spot, SpotId, SpotKind, Tile,
    grid::SPOT,
    problems::{At, Problems},
};
use std::collections::{BTreeMap, BTreeSet};
use tiled::ObjectShape;

/// Reads the spots, in the order of what has them. A tile has one: that of its own goes before
/// those of pieces, and the earlier piece before the later.
pub(super) fn read(
    holders: &[Holder<'_, '_>],
    raster: &Raster,
    draft: &mut Draft,
    problems: &mut Problems,
) {
    draft.map.share_tiles();
    let bare = holders.iter().filter_map(|holder| match holder {
        Holder::Spot(found) => Some(raster.tile(middle(&found.object))),
        Holder::Piece(_) => None,
    });
    let bare: BTreeSet<Tile> = bare.collect();
    let mut taken: BTreeMap<Tile, usize> = BTreeMap::new();
    for holder in holders {
        match holder {
            Holder::Spot(found) => {
                let at = found.at();
                let Some(spot) = read_spot(found, raster, draft, &at, problems) else {
                    continue;
                };
                if let Some(other) = taken.get(&spot.tile).map(|i| &draft.spot_at[*i]) {
                    let what = format!(
                        "the spot is at tile {},{}, as “{}” is; expected one spot a tile",
                        spot.tile.x, spot.tile.y, other.object
                    );
                    problems.object(&at, what);
                    continue;
                }
                if !add(spot, at, draft, &mut taken, problems) {
                    return;
                }
            }
            Holder::Piece(piece) => {
                for seat in piece.spots() {
                    let tile = raster.tile(seat.at);
                    let Some(spot) = placed(&seat, tile, &draft.map) else {
                        continue;
                    };
                    if bare.contains(&tile) || taken.contains_key(&tile) {
                        continue;
                    }
                    if !add(spot, piece.at.clone(), draft, &mut taken, problems) {
                        return;
                    }
                }
            }
        }
    }
}

/// Adds a spot; false where there are too many.
fn add(
    spot: Spot,
    at: At,
    draft: &mut Draft,
    taken: &mut BTreeMap<Tile, usize>,
    problems: &mut Problems,
) -> bool {
    let number = draft.map.spots.len();
    if number >= MOST_SPOTS {
        problems.object(
            &at,
            format!("more than {MOST_SPOTS} spots were found; expected fewer"),
        );
        return false;
    }
    let place = &mut draft.map.places[usize::from(spot.place.0)];
    place.spots.push(SpotId(number as u16));
    draft.map.grid.mark(spot.tile, SPOT);
    draft.map.spots.push(spot);
    draft.spot_at.push(at);
    taken.insert(spot.tile, number);
    true
}

/// The spot of a piece on the map; none outside of all places.
fn placed(seat: &Seat, tile: Tile, map: &CampusMap) -> Option<Spot> {
    Some(Spot {
        tile,
        kind: seat.kind,
        facing: seat.facing,
        place: map.place_of(tile)?,
    })
}

/// Reads a spot of its own; none where it is in no place or not known what kind it is.
fn read_spot(
    found: &Found<'_>,
    raster: &Raster,
    draft: &Draft,
    at: &At,
    problems: &mut Problems,
) -> Option<Spot> {
    let tile = raster.tile(middle(&found.object));
    let Some(place) = draft.map.place_of(tile) else {
        if !draft.unread {
            problems.object(
                at,
                format!(
                    "the spot at tile {},{} is in no place; expected it inside one",
                    tile.x, tile.y
                ),
            );
        }
        return None;
    };
    let mut tell = |what: String| problems.object(at, what);
    let mut written = Written::of(&found.object.properties, &mut tell);
    let facing = written.facing();
    Some(Spot {
        tile,
        kind: written.needed("kind", SpotKind::ALL, SpotKind::word)?,
        facing,
        place,
    })
}

/// Gives every place the queue that begins at a serve spot in it.
pub(super) fn join_queues(
    queues: &[Found<'_>],
    raster: &Raster,
    draft: &mut Draft,
    problems: &mut Problems,
) {
    let serves = draft.map.spots.iter();
    let serves = serves.filter(|spot| spot.kind == SpotKind::Serve);
    let serves: BTreeMap<Tile, usize> = serves
        .map(|spot| (spot.tile, usize::from(spot.place.0)))
        .collect();
    for found in queues {
        let at = found.at();
        let Some(tiles) = read_line(found, raster, &draft.map.grid, &at, problems) else {
            continue;
        };
        let Some(first) = tiles.first() else {
            continue;
        };
        let Some(place) = serves.get(first) else {
            problems.object(
                &at,
                format!(
                    "the queue begins at tile {},{}, where no serve spot is; expected one there",
                    first.x, first.y
                ),
            );
            continue;
        };
        let place = &mut draft.map.places[*place];
        if place.queue.is_empty() {
            place.queue = tiles;
        } else {
            problems.object(
                &at,
                format!(
                    "“{}” has two queues; expected one at most in a place",
                    place.name
                ),
            );
        }
    }
}

/// The tiles along a queue.
fn read_line(
    found: &Found<'_>,
    raster: &Raster,
    grid: &Grid,
    at: &At,
    problems: &mut Problems,
) -> Option<Vec<Tile>> {
    let ObjectShape::Polyline { points } = &found.object.shape else {
        problems.object(at, "the queue is no line; expected a polyline");
        return None;
    };
    let (x, y) = (f64::from(found.object.x), f64::from(found.object.y));
    let points = points.iter();
    let corners: Vec<Tile> = points
        .map(|(dx, dy)| raster.tile((x + f64::from(*dx), y + f64::from(*dy))))
        .collect();
    let tiles = along(&corners, grid);
    if tiles.is_none() {
        problems.object(
            at,
            "the queue leaves the map, runs aslant, or is too long; expected segments along rows \
             and columns of the map",
        );
    }
    tiles
}

/// The tiles along a line of corners; none when a segment is aslant, leaves the map, or the line
/// has no end.
fn along(corners: &[Tile], grid: &Grid) -> Option<Vec<Tile>> {
    let mut tiles = vec![*corners.first()?];
    for corner in corners {
        grid.index(*corner)?;
        let mut last = *tiles.last()?;
        if last.x != corner.x && last.y != corner.y {
            return None;
        }
        if tiles.len() > MOST_DOORS {
            return None;
        }
        while last != *corner {
            last = Tile::new(
                last.x + (corner.x - last.x).signum(),
                last.y + (corner.y - last.y).signum(),
            );
            tiles.push(last);
        }
    }
    // Its last segment may have been longer than what is left.
    (tiles.len() <= MOST_DOORS).then_some(tiles)
}
