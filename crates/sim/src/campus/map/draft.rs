//! Taking a [`CampusMap`] out of what Tiled wrote, noting every rule it breaks on the way.

use super::{
    CampusMap, Facing, Grid, Item, MOST_COVERED, MOST_DOORS, MOST_PLACES, MOST_SPOTS, Noise, Place,
    PlaceKind, Rect, Spot, SpotId, SpotKind, Tile,
    grid::{BLOCKED, OPAQUE, PAVED, SPOT},
    problems::{At, Problems},
};
use collegium_core::{ids::PlaceId, text::harmless, time::parse_day_hours};
use std::{collections::BTreeMap, fmt::Display, path::Path};
use tiled::{ObjectShape, PropertyValue};

/// Everything read from a map before its rules are checked.
pub(super) struct Draft {
    /// The map as far as it was read.
    pub map: CampusMap,
    /// For each place, where it stands in the file.
    pub place_at: Vec<At>,
    /// For each place, how many seats it claims.
    pub seats: Vec<Option<i32>>,
    /// For each spot, where it stands in the file.
    pub spot_at: Vec<At>,
    /// The doors: name, tile, and where each stands in the file.
    pub doors: Vec<(String, Tile, At)>,
}

/// Takes grid, places, doors and spots out of what Tiled wrote.
pub(super) fn draft(tiled: &tiled::Map, file: &Path, problems: &mut Problems) -> Draft {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = harmless(&stem).into_owned();
    let mut grid = Grid::new(tiled.width as i16, tiled.height as i16);
    for (layer, flag) in [("paths", PAVED), ("collision", BLOCKED), ("opaque", OPAQUE)] {
        mark_tiles(tiled, layer, flag, &mut grid, problems);
    }
    for layer in ["ground", "walls", "furniture", "overhead"] {
        if tile_layer(tiled, layer).is_none() {
            problems.layer(
                layer,
                "the layer is missing; expected a tile layer of that name",
            );
        }
    }
    let mut draft = Draft {
        map: CampusMap {
            name,
            grid,
            ..CampusMap::default()
        },
        place_at: Vec::new(),
        seats: Vec::new(),
        spot_at: Vec::new(),
        doors: Vec::new(),
    };
    read_doors(tiled, &mut draft, problems);
    let queues = read_places(tiled, &mut draft, problems);
    read_spots(tiled, &mut draft, &queues, problems);
    draft
}

fn tile_layer<'map>(tiled: &'map tiled::Map, name: &str) -> Option<tiled::TileLayer<'map>> {
    tiled.layers().find(|l| l.name == name)?.as_tile_layer()
}

fn object_layer<'map>(
    tiled: &'map tiled::Map,
    name: &str,
    problems: &mut Problems,
) -> Vec<tiled::Object<'map>> {
    match tiled
        .layers()
        .find(|l| l.name == name)
        .and_then(|l| l.as_object_layer())
    {
        Some(layer) => layer.objects().collect(),
        None => {
            problems.layer(
                name,
                "the layer is missing; expected an object layer of that name",
            );
            Vec::new()
        }
    }
}

fn mark_tiles(tiled: &tiled::Map, name: &str, flag: u8, grid: &mut Grid, problems: &mut Problems) {
    let Some(layer) = tile_layer(tiled, name) else {
        problems.layer(
            name,
            "the layer is missing; expected a tile layer of that name",
        );
        return;
    };
    for y in 0..grid.height {
        for x in 0..grid.width {
            if layer.get_tile(i32::from(x), i32::from(y)).is_some() {
                grid.mark(Tile::new(x, y), flag);
            }
        }
    }
}

/// The tile under a point of the map.
fn tile_at(tiled: &tiled::Map, x: f32, y: f32) -> Tile {
    Tile::new(
        (x / tiled.tile_width as f32).floor() as i16,
        (y / tiled.tile_height as f32).floor() as i16,
    )
}

/// Names an object for messages.
fn at(layer: &'static str, object: &tiled::Object<'_>) -> At {
    let name = if object.name.is_empty() {
        format!("#{}", object.id())
    } else {
        object.name.clone()
    };
    At {
        layer,
        object: name,
        id: object.id(),
    }
}

fn text(object: &tiled::Object<'_>, key: &str, at: &At, problems: &mut Problems) -> Option<String> {
    match object.properties.get(key) {
        Some(PropertyValue::StringValue(text)) => Some(text.clone()),
        Some(_) => {
            problems.object(
                at,
                format!("property “{key}” is not text; expected a string"),
            );
            None
        }
        None => {
            problems.object(
                at,
                format!("property “{key}” is missing; expected a string"),
            );
            None
        }
    }
}

/// The value of a property that is written in words; none where it is missing or not understood.
fn parsed<T, E: Display>(
    object: &tiled::Object<'_>,
    key: &str,
    at: &At,
    problems: &mut Problems,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<T> {
    let text = text(object, key, at, problems)?;
    parse(&text)
        .map_err(|e| problems.object(at, format!("property “{key}”: {e}")))
        .ok()
}

fn whole(object: &tiled::Object<'_>, key: &str, at: &At, problems: &mut Problems) -> Option<i32> {
    match object.properties.get(key) {
        Some(PropertyValue::IntValue(n)) => Some(*n),
        Some(_) => {
            problems.object(
                at,
                format!("property “{key}” is not a whole number; expected an int"),
            );
            None
        }
        None => {
            problems.object(at, format!("property “{key}” is missing; expected an int"));
            None
        }
    }
}

fn read_doors(tiled: &tiled::Map, draft: &mut Draft, problems: &mut Problems) {
    for object in object_layer(tiled, "doors", problems) {
        let at = at("doors", &object);
        let tile = tile_at(tiled, object.x, object.y);
        if draft.map.grid.index(tile).is_none() {
            problems.object(&at, "the door lies outside of the map; expected it within");
            continue;
        }
        if draft.doors.len() >= MOST_DOORS {
            problems.object(
                &at,
                format!("more than {MOST_DOORS} doors were found; expected fewer"),
            );
            break;
        }
        if draft.doors.iter().any(|(name, _, _)| *name == object.name) {
            problems.object(&at, "two doors have this name; expected unique names");
        }
        draft.doors.push((object.name.clone(), tile, at));
    }
}

/// A place as it was read, with what is checked or joined to it later.
struct Found {
    place: Place,
    /// The name of its queue; empty where it has none.
    queue: String,
    /// How many seats it claims.
    seats: Option<i32>,
}

/// Reads the places; gives for each the name of its queue.
fn read_places(tiled: &tiled::Map, draft: &mut Draft, problems: &mut Problems) -> Vec<String> {
    let mut queues = Vec::new();
    let mut covered = 0;
    for object in object_layer(tiled, "places", problems) {
        let at = at("places", &object);
        let Some(rect) = read_outline(tiled, &object, &draft.map.grid, &at, problems) else {
            continue;
        };
        covered += usize::try_from(rect.area()).unwrap_or(0);
        if covered > MOST_COVERED * draft.map.grid.len() {
            problems.object(
                &at,
                format!(
                    "the places up to this one cover {covered} tiles; expected at most \
                     {MOST_COVERED} times the map"
                ),
            );
            break;
        }
        if draft.map.places.len() >= MOST_PLACES {
            problems.object(
                &at,
                format!("more than {MOST_PLACES} places were found; expected fewer"),
            );
            break;
        }
        let Some(found) = read_place(&object, rect, draft, &at, problems) else {
            continue;
        };
        queues.push(found.queue);
        draft.seats.push(found.seats);
        draft.map.places.push(found.place);
        draft.place_at.push(at);
    }
    queues
}

/// Reads the rectangle of a place; none where it is no rectangle within the map.
fn read_outline(
    tiled: &tiled::Map,
    object: &tiled::Object<'_>,
    grid: &Grid,
    at: &At,
    problems: &mut Problems,
) -> Option<Rect> {
    let ObjectShape::Rect { width, height } = object.shape else {
        problems.object(
            at,
            "the object is not a rectangle; expected a rectangle of whole tiles",
        );
        return None;
    };
    let side = |pixels: f32, tile: u32| (f64::from(pixels) / f64::from(tile)).fract() != 0.0;
    if side(object.x, tiled.tile_width)
        || side(object.y, tiled.tile_height)
        || side(width, tiled.tile_width)
        || side(height, tiled.tile_height)
    {
        problems.object(
            at,
            format!(
                "the rectangle {width} × {height} at {},{} is off the grid; expected whole tiles \
                 of {} × {} pixels",
                object.x, object.y, tiled.tile_width, tiled.tile_height
            ),
        );
    }
    let (from, to) = (
        tile_at(tiled, object.x, object.y),
        tile_at(tiled, object.x + width - 0.5, object.y + height - 0.5),
    );
    let rect = Rect {
        x: from.x,
        y: from.y,
        w: to.x.saturating_sub(from.x).saturating_add(1),
        h: to.y.saturating_sub(from.y).saturating_add(1),
    };
    if rect.w < 1 || rect.h < 1 || grid.index(from).is_none() || grid.index(to).is_none() {
        problems.object(
            at,
            "the rectangle is empty or leaves the map; expected it to lie within the map",
        );
        return None;
    }
    Some(rect)
}

/// Reads what is written of a place; none where it is not known what kind it is.
fn read_place(
    object: &tiled::Object<'_>,
    rect: Rect,
    draft: &Draft,
    at: &At,
    problems: &mut Problems,
) -> Option<Found> {
    let kind = parsed(object, "kind", at, problems, PlaceKind::parse)?;
    let capacity = whole(object, "capacity", at, problems);
    if let Some(capacity) = capacity.filter(|c| *c < 1) {
        problems.object(at, format!("capacity is {capacity}; expected at least 1"));
    }
    let open = parsed(object, "open", at, problems, parse_day_hours);
    let noise = parsed(object, "noise", at, problems, Noise::parse);
    let prices = parsed(object, "prices", at, problems, parse_prices).unwrap_or_default();
    let serves_per_minute = read_rate(object, !prices.is_empty(), at, problems);
    let doors = read_doors_of(object, &draft.doors, at, problems);
    if draft.map.places.iter().any(|p| p.name == object.name) || object.name.is_empty() {
        problems.object(at, "the name is empty or taken; expected a unique name");
    }
    Some(Found {
        queue: text(object, "queue", at, problems).unwrap_or_default(),
        seats: whole(object, "seats", at, problems),
        place: Place {
            name: object.name.clone(),
            kind,
            building: text(object, "building", at, problems).unwrap_or_default(),
            rect,
            capacity: capacity.unwrap_or(1).max(1) as u32,
            open: open.unwrap_or_default(),
            noise: noise.unwrap_or(Noise::Normal),
            prices,
            serves_per_minute,
            doors,
            queue: Vec::new(),
            spots: Vec::new(),
            standing: Vec::new(),
        },
    })
}

/// How many people a place serves in a minute; 0 where nothing is written of it.
fn read_rate(object: &tiled::Object<'_>, sells: bool, at: &At, problems: &mut Problems) -> f32 {
    let rate = match object.properties.get("serves_per_minute") {
        Some(PropertyValue::FloatValue(rate)) => *rate,
        Some(PropertyValue::IntValue(rate)) => *rate as f32,
        _ => 0.0,
    };
    let sane = rate > 0.0 && rate <= 60.0;
    if sells && !sane {
        problems.object(
            at,
            format!(
                "serves_per_minute is {rate}; expected more than 0 and at most 60 where something \
                 is sold"
            ),
        );
    }
    rate
}

/// The tiles of the doors that a place names, of those of the map.
fn read_doors_of(
    object: &tiled::Object<'_>,
    all: &[(String, Tile, At)],
    at: &At,
    problems: &mut Problems,
) -> Vec<Tile> {
    let mut doors = Vec::new();
    for name in text(object, "doors", at, problems)
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
        .filter(|n| !n.is_empty())
    {
        match all.iter().find(|(n, _, _)| n == name) {
            Some((_, tile, _)) => doors.push(*tile),
            None => {
                let near = collegium_core::input::did_you_mean(
                    name,
                    all.iter().map(|(n, _, _)| n.as_str()),
                );
                problems.object(
                    at,
                    format!(
                        "door “{name}” is not in layer “doors”; expected a point of that name \
                         there{near}"
                    ),
                );
            }
        }
    }
    doors
}

/// Reads `coffee 2.80, pastry 2.40`.
fn parse_prices(text: &str) -> Result<Vec<(Item, u32)>, String> {
    let mut prices = Vec::new();
    for part in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        let wrong = || format!("found “{part}”; expected an item and a price such as coffee 2.80");
        let (item, price) = part.split_once(' ').ok_or_else(wrong)?;
        let price: f32 = price.trim().parse().map_err(|_| wrong())?;
        if !(0.0..=10_000.0).contains(&price) {
            return Err(wrong());
        }
        prices.push((Item::parse(item)?, (price * 100.0).round() as u32));
    }
    Ok(prices)
}

fn read_spots(tiled: &tiled::Map, draft: &mut Draft, queues: &[String], problems: &mut Problems) {
    let mut lines: BTreeMap<String, Vec<Tile>> = BTreeMap::new();
    let mut owners = draft.map.clone();
    owners.settle();
    for object in object_layer(tiled, "spots", problems) {
        let at = at("spots", &object);
        if let ObjectShape::Polyline { points } = &object.shape {
            let corners: Vec<Tile> = points
                .iter()
                .map(|(x, y)| tile_at(tiled, object.x + x, object.y + y))
                .collect();
            match along(&corners, &draft.map.grid) {
                Some(tiles) => {
                    lines.entry(object.name.clone()).or_insert(tiles);
                }
                None => problems.object(
                    &at,
                    "the queue leaves the map or runs aslant; expected segments along rows and \
                     columns",
                ),
            }
            continue;
        }
        let tile = tile_at(tiled, object.x, object.y);
        let Some(spot) = read_spot(&object, tile, &owners, &at, problems) else {
            continue;
        };
        if draft.map.spots.len() >= MOST_SPOTS {
            problems.object(
                &at,
                format!("more than {MOST_SPOTS} spots were found; expected fewer"),
            );
            break;
        }
        draft.map.places[spot.place.0 as usize]
            .spots
            .push(SpotId(draft.map.spots.len() as u16));
        draft.map.spots.push(spot);
        draft.map.grid.mark(tile, SPOT);
        draft.spot_at.push(at);
    }
    join_queues(draft, queues, &lines, problems);
}

/// Reads what is written of a spot; none where it is in no place or not known what kind it is.
fn read_spot(
    object: &tiled::Object<'_>,
    tile: Tile,
    owners: &CampusMap,
    at: &At,
    problems: &mut Problems,
) -> Option<Spot> {
    let Some(place) = owners.place_of(tile) else {
        problems.object(
            at,
            format!(
                "the spot at tile {},{} is in no place; expected it inside one",
                tile.x, tile.y
            ),
        );
        return None;
    };
    let kind = parsed(object, "spot", at, problems, SpotKind::parse)?;
    let facing = match text(object, "facing", at, problems).as_deref() {
        Some("up") => Facing::Up,
        Some("left") => Facing::Left,
        Some("right") => Facing::Right,
        Some("down") | None => Facing::Down,
        Some(other) => {
            problems.object(
                at,
                format!("property “facing”: found “{other}”; expected up, down, left or right"),
            );
            Facing::Down
        }
    };
    Some(Spot {
        tile,
        kind,
        facing,
        place,
    })
}

/// Gives every place that names a queue the line of that name.
fn join_queues(
    draft: &mut Draft,
    queues: &[String],
    lines: &BTreeMap<String, Vec<Tile>>,
    problems: &mut Problems,
) {
    for (i, name) in queues
        .iter()
        .enumerate()
        .filter(|(_, name)| !name.is_empty())
    {
        match lines.get(name) {
            Some(tiles) => draft.map.places[i].queue.clone_from(tiles),
            None => {
                let at = draft.place_at[i].clone();
                problems.object(
                    &at,
                    format!(
                        "queue “{name}” is not in layer “spots”; expected a polyline of that name \
                         there"
                    ),
                );
            }
        }
    }
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
    Some(tiles)
}

/// The place that a draft's number belongs to, for [`rules`].
pub(super) const fn place_id(index: usize) -> PlaceId {
    PlaceId(index as u16)
}
