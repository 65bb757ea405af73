//! What must hold on a map once it is read: see `docs/maps.md`.

use super::{
    CampusMap, SpotKind, Tile,
    draft::{Draft, place_id},
    problems::Problems,
};

/// Checks every rule that needs the whole map.
pub(super) fn check(draft: &Draft, problems: &mut Problems) {
    let map = &draft.map;
    if map.places.is_empty() {
        if !draft.unread {
            problems.map("no object of class place was found; expected at least one");
        }
        return;
    }
    for (i, place) in map.places.iter().enumerate() {
        if place.doors.is_empty() && !place.kind.outdoors() {
            problems.object(
                &draft.place_at[i],
                "the place has no door; expected an object of class door whose passage touches it",
            );
        }
        if !place.prices.is_empty() {
            check_counter(draft, i, problems);
        }
    }
    check_reach(draft, problems);
}

fn check_counter(draft: &Draft, i: usize, problems: &mut Problems) {
    let map = &draft.map;
    let (place, at) = (&map.places[i], &draft.place_at[i]);
    let has = |kind| map.spots_of(place_id(i), kind).next().is_some();
    if place.queue.len() < 2 {
        problems.object(
            at,
            "the place sells but has no queue of two tiles or more; expected a polyline of class \
             queue that begins on its serve spot",
        );
    }
    if !has(SpotKind::Serve) {
        problems.object(
            at,
            "the place sells but has no serve spot; expected one where the queue begins",
        );
    }
    if !has(SpotKind::Staff) {
        problems.object(
            at,
            "the place sells but has no staff spot; expected one behind the counter",
        );
    }
    if let Some(tile) = place.queue.iter().find(|t| !map.grid.walkable(**t)) {
        problems.object(
            at,
            format!(
                "its queue crosses the blocked tile {},{}; expected walkable tiles",
                tile.x, tile.y
            ),
        );
    }
}

/// Floods the walkable tiles from the first place that can be entered and names what was not
/// reached.
fn check_reach(draft: &Draft, problems: &mut Problems) {
    let map = &draft.map;
    let starts = |i: usize| -> Vec<Tile> {
        let place = &map.places[i];
        let doors = place
            .doors
            .iter()
            .copied()
            .filter(|t| map.grid.walkable(*t));
        doors
            .chain(
                place
                    .rect
                    .tiles()
                    .filter(|t| map.grid.walkable(*t) && map.place_of(*t) == Some(place_id(i))),
            )
            .collect()
    };
    // The largest connected part is the campus; whatever is cut off from it is named.
    let mut part = vec![0u32; map.grid.len()];
    let mut sizes = vec![0usize];
    for i in 0..map.grid.len() {
        if part[i] == 0 && map.grid.walkable(map.grid.tile(i)) {
            let number = sizes.len() as u32;
            sizes.push(flood(map, map.grid.tile(i), number, &mut part));
        }
    }
    let campus = sizes
        .iter()
        .enumerate()
        .max_by_key(|(_, size)| **size)
        .map_or(0, |(n, _)| n as u32);
    let reached = |tile: Tile| {
        map.grid
            .index(tile)
            .is_some_and(|i| part[i] == campus && campus != 0)
    };
    for (i, at) in draft.place_at.iter().enumerate() {
        if !starts(i).into_iter().any(reached) {
            problems.object(
                at,
                "the place cannot be reached from the rest of the campus; expected a way through \
                 walkable tiles and doors",
            );
        }
    }
    for (spot, at) in map.spots.iter().zip(&draft.spot_at) {
        let on_foot = reached(spot.tile)
            || !map.grid.walkable(spot.tile) && spot.tile.neighbours().into_iter().any(reached);
        if !on_foot {
            problems.object(
                at,
                format!(
                    "the spot at tile {},{} cannot be reached; expected a walkable tile beside it",
                    spot.tile.x, spot.tile.y
                ),
            );
        }
        if matches!(
            spot.kind,
            SpotKind::Serve | SpotKind::Shelf | SpotKind::Stand | SpotKind::Wash
        ) && !map.grid.walkable(spot.tile)
        {
            problems.object(
                at,
                format!(
                    "the {} spot at tile {},{} is blocked; expected a walkable tile",
                    spot.kind, spot.tile.x, spot.tile.y
                ),
            );
        }
    }
}

fn flood(map: &CampusMap, from: Tile, number: u32, part: &mut [u32]) -> usize {
    let mut open = vec![from];
    let mut size = 0;
    while let Some(tile) = open.pop() {
        let Some(i) = map.grid.index(tile) else {
            continue;
        };
        if part[i] != 0 || !map.grid.walkable(tile) {
            continue;
        }
        part[i] = number;
        size += 1;
        open.extend(tile.neighbours());
    }
    size
}
