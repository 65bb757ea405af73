//! The places of a map, with their buildings and doors.

use super::{
    found::Found,
    raster::{Area, Raster},
    sorted::{Draft, Holder, Sorted},
    written::Written,
};
use crate::campus::map::{
    Grid, Item, MOST_BUILDINGS, MOST_COVERED, MOST_DOORS, MOST_PLACES, Noise, Place, PlaceKind,
    Rect, SpotKind, Tile,
    problems::{At, Problems},
};
use collegium_core::{text::clipped, time::parse_day_hours};
use tiled::{Object, ObjectShape};

/// How many people are served in a minute where nothing is said of it.
const RATE: f32 = 2.0;

/// How many people a place under the open sky holds where nothing is said of it.
const OUTDOORS: u32 = 100;

/// How many people any other place holds at least where nothing is said of it.
const FEWEST: u32 = 4;

/// The longest name of a building: all its places bear it.
const LONGEST_NAME: usize = 200;

/// Reads the places; gives the numbers of those of which is not said how many people they hold.
pub(super) fn read(
    sorted: &Sorted<'_, '_>,
    raster: &Raster,
    draft: &mut Draft,
    problems: &mut Problems,
) -> Vec<usize> {
    let buildings = read_buildings(&sorted.buildings, raster, problems);
    let mut unsaid = Vec::new();
    let mut covered = 0;
    for found in &sorted.places {
        let at = found.at();
        let Some(rect) = read_outline(&found.object, raster, &draft.map.grid, &at, problems) else {
            draft.unread = true;
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
        let (place, capacity) = read_place(&found.object, rect, draft, &at, problems);
        if capacity.is_none() {
            unsaid.push(draft.map.places.len());
        }
        let middle = raster.middle(rect);
        let around = buildings.iter().filter(|b| b.area.contains(middle));
        let building = around.min_by(|a, b| a.size().total_cmp(&b.size()));
        draft.map.places.push(Place {
            building: building.map_or_else(String::new, |b| b.name.clone()),
            ..place
        });
        draft.place_at.push(at);
    }
    unsaid
}

/// A building of the map.
struct Building {
    name: String,
    area: Area,
}

impl Building {
    fn size(&self) -> f64 {
        (self.area.right - self.area.left) * (self.area.bottom - self.area.top)
    }
}

fn read_buildings(found: &[Found<'_>], raster: &Raster, problems: &mut Problems) -> Vec<Building> {
    let whole = raster.whole();
    let mut buildings = Vec::new();
    for found in found {
        let (object, at) = (&found.object, found.at());
        let ObjectShape::Rect { width, height } = object.shape else {
            problems.object(&at, "the building is not a rectangle; expected one");
            continue;
        };
        let letters = object.name.chars().count();
        if letters == 0 || letters > LONGEST_NAME {
            problems.object(
                &at,
                format!("the building's name has {letters} letters; expected 1 to {LONGEST_NAME}"),
            );
            continue;
        }
        if buildings.len() >= MOST_BUILDINGS {
            problems.object(
                &at,
                format!("more than {MOST_BUILDINGS} buildings were found; expected fewer"),
            );
            break;
        }
        let area = Area::of(object.x, object.y, width, height);
        if !whole.holds(&area) {
            problems.object(&at, not_within("building", object, (width, height), raster));
            continue;
        }
        buildings.push(Building {
            name: object.name.clone(),
            area,
        });
    }
    buildings
}

/// That a rectangle is empty or leaves the map, with its measures and the map's.
fn not_within(
    what: &str,
    object: &Object<'_>,
    (width, height): (f32, f32),
    raster: &Raster,
) -> String {
    if width <= 0.0 || height <= 0.0 {
        return format!("the {what} is {width} × {height} pixels; expected a rectangle");
    }
    let whole = raster.whole();
    format!(
        "the {what} reaches from {},{} to {},{}; expected it within the map, which reaches to \
         {},{} (in pixels)",
        object.x,
        object.y,
        object.x + width,
        object.y + height,
        whole.right,
        whole.bottom
    )
}

/// Reads the rectangle of a place; none where it is no rectangle within the map.
fn read_outline(
    object: &Object<'_>,
    raster: &Raster,
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
    let off = |pixels: f32, tile: f64| (f64::from(pixels) / tile).fract() != 0.0;
    if off(object.x, raster.tile.0)
        || off(object.y, raster.tile.1)
        || off(width, raster.tile.0)
        || off(height, raster.tile.1)
    {
        problems.object(
            at,
            format!(
                "the rectangle {width} × {height} at {},{} is off the grid; expected whole tiles \
                 of {} × {} pixels",
                object.x, object.y, raster.tile.0, raster.tile.1
            ),
        );
    }
    let area = Area::of(object.x, object.y, width, height);
    let from = raster.tile((area.left, area.top));
    let to = raster.tile((area.right - 0.5, area.bottom - 0.5));
    let rect = Rect {
        x: from.x,
        y: from.y,
        w: to.x.saturating_sub(from.x).saturating_add(1),
        h: to.y.saturating_sub(from.y).saturating_add(1),
    };
    if rect.w < 1 || rect.h < 1 || grid.index(from).is_none() || grid.index(to).is_none() {
        problems.object(at, not_within("place", object, (width, height), raster));
        return None;
    }
    Some(rect)
}

/// Reads what is written of a place, and how many people it holds where that is said.
fn read_place(
    object: &Object<'_>,
    rect: Rect,
    draft: &Draft,
    at: &At,
    problems: &mut Problems,
) -> (Place, Option<i32>) {
    let mut places = draft.map.places.iter();
    if object.name.is_empty() {
        problems.object(
            at,
            "the place has no name; expected one that no other place has",
        );
    } else if let Some(other) = places.position(|place| place.name == object.name) {
        let where_to = problems.place_of(&draft.place_at[other]);
        let line = where_to.map_or_else(String::new, |(line, _)| format!(" (line {line})"));
        problems.object(
            at,
            format!(
                "another place{line} has the name “{}”; expected one of its own",
                clipped(&object.name, LONGEST_NAME)
            ),
        );
    }
    let mut tell = |what: String| problems.object(at, what);
    let mut written = Written::of(&object.properties, &mut tell);
    // One that is not known is taken for a lawn, of which least is asked.
    let kind = written
        .needed("kind", PlaceKind::ALL, PlaceKind::word)
        .unwrap_or(PlaceKind::Lawn);
    let capacity = written.whole("capacity");
    if let Some(capacity) = capacity.filter(|c| *c < 1) {
        written.tell(format!("capacity is {capacity}; expected at least 1"));
    }
    let open = written.word("open", parse_day_hours);
    let open = open.or_else(|| parse_day_hours("always").ok());
    let noise = written.word("noise", Noise::parse);
    let prices = written.word("prices", parse_prices).unwrap_or_default();
    let rate = written.number("serves_per_minute").unwrap_or(RATE);
    let sane = rate > 0.0 && rate <= 60.0;
    if !prices.is_empty() && !sane {
        written.tell(format!(
            "serves_per_minute is {rate}; expected more than 0 and at most 60 where something is \
             sold"
        ));
    }
    let place = Place {
        name: object.name.clone(),
        kind,
        building: String::new(),
        rect,
        capacity: capacity.unwrap_or(1).max(1) as u32,
        open: open.unwrap_or_default(),
        noise: noise.unwrap_or(Noise::Normal),
        prices,
        serves_per_minute: if sane { rate } else { RATE },
        doors: Vec::new(),
        queue: Vec::new(),
        spots: Vec::new(),
        standing: Vec::new(),
    };
    (place, capacity)
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

/// Gives every place the tiles of the doors that touch it, in the file's order.
pub(super) fn join_doors(
    holders: &[Holder<'_, '_>],
    raster: &Raster,
    draft: &mut Draft,
    problems: &mut Problems,
) {
    let (mut found, mut joined) = (0, 0);
    for piece in holders.iter().filter_map(Holder::piece).filter(|p| p.door) {
        let tiles = piece.passages().flat_map(|a| raster.covered(a).tiles());
        let tiles: Vec<Tile> = tiles.take(MOST_DOORS + 1).collect();
        found += tiles.len();
        let mut touches = false;
        if found <= MOST_DOORS {
            for place in &mut draft.map.places {
                let rect = place.rect;
                for tile in tiles.iter().filter(|t| is_at(rect, **t)) {
                    touches = true;
                    if joined <= MOST_DOORS && !place.doors.contains(tile) {
                        place.doors.push(*tile);
                        joined += 1;
                    }
                }
            }
        }
        if found.max(joined) > MOST_DOORS {
            problems.object(
                &piece.at,
                format!("the doors have more than {MOST_DOORS} tiles; expected fewer"),
            );
            break;
        }
        if tiles.is_empty() {
            problems.object(
                &piece.at,
                "its passage holds the middle of no tile of the map; expected one or more",
            );
        } else if !touches && !draft.unread {
            problems.object(
                &piece.at,
                "the door touches no place; expected it at the edge of one",
            );
        }
    }
}

/// Whether a tile lies in a rectangle or beside it.
fn is_at(rect: Rect, tile: Tile) -> bool {
    rect.contains(tile) || tile.neighbours().iter().any(|n| rect.contains(*n))
}

/// Says how many people places hold of which the map does not say it: three for two seats.
pub(super) fn fill_capacities(unsaid: &[usize], draft: &mut Draft) {
    let map = &mut draft.map;
    for i in unsaid {
        let seats = map.places[*i].spots.iter().filter(|spot| {
            let kind = map.spots[usize::from(spot.0)].kind;
            matches!(kind, SpotKind::Seat | SpotKind::Desk)
        });
        let seats = seats.count() as u32;
        map.places[*i].capacity = if map.places[*i].kind.outdoors() {
            OUTDOORS
        } else {
            (seats * 3 / 2).max(FEWEST)
        };
    }
}
