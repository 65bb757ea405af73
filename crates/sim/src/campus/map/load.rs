//! Reading a Tiled file into a [`CampusMap`], noting every rule it breaks.

use super::{
    CampusMap, Facing, Grid, Item, Noise, Place, PlaceKind, Rect, Spot, SpotId, SpotKind, Tile,
    grid::{BLOCKED, OPAQUE, PAVED, SPOT},
    rules,
};
use collegium_core::{files, ids::PlaceId, input::Source, time::parse_day_hours};
use std::{
    fmt,
    path::{Path, PathBuf},
};
use tiled::{ObjectShape, PropertyValue};

/// The largest map, in tiles along a side.
const LARGEST: u32 = 512;

/// A rule that a map breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapProblem {
    /// The file.
    pub file: PathBuf,
    /// The line of the object in the file, where there is one.
    pub line: Option<usize>,
    /// The layer.
    pub layer: Option<String>,
    /// The object's name, or its number where it has none.
    pub object: Option<String>,
    /// What was found and what is expected.
    pub rule: String,
}

impl fmt::Display for MapProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(layer) = &self.layer {
            write!(f, ": layer “{layer}”")?;
        }
        if let Some(object) = &self.object {
            write!(f, ", object “{object}”")?;
        }
        write!(f, ": {}", self.rule)
    }
}

/// A map that was refused.
#[derive(Clone, Debug, thiserror::Error)]
pub struct MapError {
    /// Every rule it breaks; at least one.
    pub problems: Vec<MapProblem>,
}

impl fmt::Display for MapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(first) = self.problems.first() {
            write!(f, "{first}")?;
        }
        match self.problems.len() {
            0 | 1 => Ok(()),
            n => write!(
                f,
                " (and {} more; `collegium doctor --map FILE` lists all)",
                n - 1
            ),
        }
    }
}

/// Collects problems while a map is read.
pub(super) struct Problems {
    file: PathBuf,
    text: String,
    found: Vec<MapProblem>,
}

/// Where in a file something stands.
#[derive(Clone, Debug, Default)]
pub(super) struct At {
    /// The layer.
    pub layer: &'static str,
    /// The object's name or number.
    pub object: String,
    /// Its id in the file; 0 for none.
    pub id: u32,
}

impl Problems {
    /// Notes a broken rule of the whole map.
    pub fn map(&mut self, rule: impl Into<String>) {
        let problem = MapProblem {
            file: self.file.clone(),
            line: None,
            layer: None,
            object: None,
            rule: rule.into(),
        };
        self.found.push(problem);
    }

    /// Notes a broken rule of a layer.
    pub fn layer(&mut self, layer: &str, rule: impl Into<String>) {
        self.found.push(MapProblem {
            file: self.file.clone(),
            line: None,
            layer: Some(layer.to_owned()),
            object: None,
            rule: rule.into(),
        });
    }

    /// Notes a broken rule of an object.
    pub fn object(&mut self, at: &At, rule: impl Into<String>) {
        let mark = format!("<object id=\"{}\"", at.id);
        let line = self
            .text
            .find(&mark)
            .map(|offset| self.text[..offset].matches('\n').count() + 1);
        self.found.push(MapProblem {
            file: self.file.clone(),
            line,
            layer: Some(at.layer.to_owned()),
            object: Some(at.object.clone()),
            rule: rule.into(),
        });
    }
}

/// Everything read from a map before its rules are checked.
pub(super) struct Draft {
    /// The map itself.
    pub map: CampusMap,
    /// For each place, where it stands in the file.
    pub place_at: Vec<At>,
    /// For each place, how many seats it claims.
    pub seats: Vec<Option<i32>>,
    /// For each spot, where it stands in the file.
    pub spot_at: Vec<At>,
    /// Doors by name.
    pub doors: Vec<(String, Tile, At)>,
}

/// Reads a map.
///
/// # Errors
/// When it breaks a rule; nothing of it is used then.
pub fn load(file: &Path) -> Result<CampusMap, MapError> {
    let (map, problems) = read(file);
    match map {
        Some(map) if problems.is_empty() => Ok(map),
        _ => Err(MapError { problems }),
    }
}

/// Every rule that a map breaks; empty for a good one.
pub fn check(file: &Path) -> Vec<MapProblem> {
    read(file).1
}

fn read(file: &Path) -> (Option<CampusMap>, Vec<MapProblem>) {
    let mut problems = Problems {
        file: file.to_owned(),
        text: String::new(),
        found: Vec::new(),
    };
    match Source::read(file) {
        Ok(source) => problems.text = source.text,
        Err(error) => {
            problems.map(error.what);
            return (None, problems.found);
        }
    }
    let draft = parse(file, &mut problems).map(|tiled| draft(&tiled, file, &mut problems));
    let map = draft.map(|mut draft| {
        draft.map.settle();
        rules::check(&draft, &mut problems);
        draft.map
    });
    (map, problems.found)
}

/// Lets the `tiled` crate read the file, after a look at its size.
fn parse(file: &Path, problems: &mut Problems) -> Option<tiled::Map> {
    let head = &problems.text[..problems.text.find("<layer").unwrap_or(problems.text.len())];
    for side in ["width=\"", "height=\""] {
        for piece in head.split(side).skip(1) {
            let digits: String = piece.chars().take_while(char::is_ascii_digit).collect();
            if digits.parse::<u64>().is_ok_and(|n| n > 1 << 20) {
                problems.map(format!(
                    "a size of {digits} was found; expected at most {LARGEST} tiles along a side"
                ));
                return None;
            }
        }
    }
    if short_layers(problems) {
        return None;
    }
    let tiled = match super::loader().load_tmx_map(file) {
        Ok(map) => map,
        Err(tiled::Error::ResourceLoadingError { path, err }) => {
            problems.map(format!(
                "tileset {} cannot be read ({err}); expected every tileset beside the map",
                path.display()
            ));
            return None;
        }
        Err(error) => {
            problems.map(format!(
                "is not a map that Tiled wrote ({error}); expected a finite orthogonal .tmx"
            ));
            return None;
        }
    };
    if tiled.infinite() || tiled.orientation != tiled::Orientation::Orthogonal {
        problems
            .map("an infinite or non-orthogonal map was found; expected a finite orthogonal one");
        return None;
    }
    if tiled.width == 0 || tiled.height == 0 || tiled.width > LARGEST || tiled.height > LARGEST {
        problems.map(format!(
            "a size of {} × {} was found; expected 1 to {LARGEST} tiles along each side",
            tiled.width, tiled.height
        ));
        return None;
    }
    if tiled.tile_width == 0 || tiled.tile_height == 0 {
        problems.map("tiles of no size were found; expected 32 × 32 pixels");
        return None;
    }
    for tileset in tiled.tilesets() {
        match &tileset.image {
            Some(image) if files::is_file(&files::moved(&image.source)) => {}
            Some(image) => problems.map(format!(
                "tileset “{}”: its image {} is missing; expected the file there",
                tileset.name,
                image.source.display()
            )),
            None => {
                problems.map(format!(
                    "tileset “{}” has no single image; expected one image per tileset",
                    tileset.name
                ));
            }
        }
    }
    Some(tiled)
}

/// Notes every tile layer whose list of tiles is not as long as the layer is large: the `tiled`
/// crate reads such a layer and then reads past its end. Only lists of numbers (CSV, as Tiled
/// writes them) can be counted.
fn short_layers(problems: &mut Problems) -> bool {
    let quoted = |piece: &str, key: &str| {
        let (_, rest) = piece.split_once(&format!("{key}=\""))?;
        Some(rest.split('"').next().unwrap_or_default().to_owned())
    };
    let mut wrong = Vec::new();
    let map = problems.text.split("<layer").next().unwrap_or_default();
    let map = map
        .split_once("<map")
        .map_or("", |(_, rest)| rest.split('>').next().unwrap_or_default());
    for layer in problems.text.split("<layer").skip(1) {
        let layer = layer.split("</layer").next().unwrap_or_default();
        let Some((head, data)) = layer.split_once("<data") else {
            continue;
        };
        let Some((encoding, tiles)) = data.split_once('>') else {
            continue;
        };
        let sides = ["width", "height"].map(|side| {
            quoted(head, side)
                .or_else(|| quoted(map, side))
                .and_then(|n| n.parse::<u64>().ok())
        });
        let [Some(width), Some(height)] = sides else {
            continue;
        };
        let tiles = tiles.split("</data").next().unwrap_or_default();
        let found = tiles.split(',').filter(|t| !t.trim().is_empty()).count() as u64;
        if encoding.contains("csv") && found != width.saturating_mul(height) {
            let name = quoted(head, "name").unwrap_or_default();
            wrong.push((
                name,
                format!("{found} tiles were found; expected {width} × {height}"),
            ));
        }
    }
    for (name, rule) in &wrong {
        problems.layer(name, rule.clone());
    }
    !wrong.is_empty()
}

/// Takes grid, places, doors and spots out of what Tiled wrote.
fn draft(tiled: &tiled::Map, file: &Path, problems: &mut Problems) -> Draft {
    let name = file
        .file_stem()
        .map_or_else(String::new, |s| s.to_string_lossy().into_owned());
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
        if draft.doors.iter().any(|(name, _, _)| *name == object.name) {
            problems.object(&at, "two doors have this name; expected unique names");
        }
        draft.doors.push((object.name.clone(), tile, at));
    }
}

/// Reads the places; gives for each the name of its queue.
fn read_places(tiled: &tiled::Map, draft: &mut Draft, problems: &mut Problems) -> Vec<String> {
    let mut queues = Vec::new();
    for object in object_layer(tiled, "places", problems) {
        let at = at("places", &object);
        let ObjectShape::Rect { width, height } = object.shape else {
            problems.object(
                &at,
                "the object is not a rectangle; expected a rectangle of whole tiles",
            );
            continue;
        };
        let (from, to) = (
            tile_at(tiled, object.x, object.y),
            tile_at(tiled, object.x + width - 0.5, object.y + height - 0.5),
        );
        let rect = Rect {
            x: from.x,
            y: from.y,
            w: to.x.saturating_sub(from.x) + 1,
            h: to.y.saturating_sub(from.y) + 1,
        };
        if rect.w < 1
            || rect.h < 1
            || draft.map.grid.index(from).is_none()
            || draft.map.grid.index(to).is_none()
        {
            problems.object(
                &at,
                "the rectangle is empty or leaves the map; expected it to lie within the map",
            );
            continue;
        }
        let Some(kind) = text(&object, "kind", &at, problems).and_then(|w| {
            PlaceKind::parse(&w)
                .map_err(|e| problems.object(&at, format!("property “kind”: {e}")))
                .ok()
        }) else {
            continue;
        };
        let capacity = whole(&object, "capacity", &at, problems);
        if capacity.is_some_and(|c| c < 1) {
            problems.object(
                &at,
                format!(
                    "capacity is {}; expected at least 1",
                    capacity.unwrap_or_default()
                ),
            );
        }
        let open = text(&object, "open", &at, problems).and_then(|w| {
            parse_day_hours(&w)
                .map_err(|e| problems.object(&at, format!("property “open”: {e}")))
                .ok()
        });
        let noise = text(&object, "noise", &at, problems).and_then(|w| {
            Noise::parse(&w)
                .map_err(|e| problems.object(&at, format!("property “noise”: {e}")))
                .ok()
        });
        let prices = text(&object, "prices", &at, problems)
            .map(|w| {
                parse_prices(&w).unwrap_or_else(|e| {
                    problems.object(&at, format!("property “prices”: {e}"));
                    Vec::new()
                })
            })
            .unwrap_or_default();
        let rate = match object.properties.get("serves_per_minute") {
            Some(PropertyValue::FloatValue(rate)) => *rate,
            Some(PropertyValue::IntValue(rate)) => *rate as f32,
            _ => 0.0,
        };
        let sane = rate > 0.0 && rate <= 60.0;
        if !prices.is_empty() && !sane {
            problems.object(
                &at,
                format!("serves_per_minute is {rate}; expected more than 0 and at most 60 where something is sold"),
            );
        }
        let mut doors = Vec::new();
        for name in text(&object, "doors", &at, problems)
            .unwrap_or_default()
            .split(',')
            .map(str::trim)
            .filter(|n| !n.is_empty())
        {
            match draft.doors.iter().find(|(n, _, _)| n == name) {
                Some((_, tile, _)) => doors.push(*tile),
                None => {
                    let near = collegium_core::input::did_you_mean(
                        name,
                        draft.doors.iter().map(|(n, _, _)| n.as_str()),
                    );
                    problems.object(
                        &at,
                        format!("door “{name}” is not in layer “doors”; expected a point of that name there{near}"),
                    );
                }
            }
        }
        if draft.map.places.iter().any(|p| p.name == object.name) || object.name.is_empty() {
            problems.object(&at, "the name is empty or taken; expected a unique name");
        }
        queues.push(text(&object, "queue", &at, problems).unwrap_or_default());
        draft.seats.push(whole(&object, "seats", &at, problems));
        draft.map.places.push(Place {
            name: object.name.clone(),
            kind,
            building: text(&object, "building", &at, problems).unwrap_or_default(),
            rect,
            capacity: capacity.unwrap_or(1).max(1) as u32,
            open: open.unwrap_or_default(),
            noise: noise.unwrap_or(Noise::Normal),
            prices,
            serves_per_minute: rate,
            doors,
            queue: Vec::new(),
            spots: Vec::new(),
            standing: Vec::new(),
        });
        draft.place_at.push(at);
    }
    if draft.map.places.len() >= usize::from(super::NOWHERE) {
        problems.layer(
            "places",
            "more than 65,000 places were found; expected fewer",
        );
        draft.map.places.truncate(usize::from(super::NOWHERE) - 1);
    }
    queues
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
    let mut lines: Vec<(String, Vec<Tile>)> = Vec::new();
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
                Some(tiles) => lines.push((object.name.clone(), tiles)),
                None => problems
                    .object(&at, "the queue leaves the map or runs aslant; expected segments along rows and columns"),
            }
            continue;
        }
        let tile = tile_at(tiled, object.x, object.y);
        let Some(place) = owners.place_of(tile) else {
            problems.object(
                &at,
                format!(
                    "the spot at tile {},{} is in no place; expected it inside one",
                    tile.x, tile.y
                ),
            );
            continue;
        };
        let Some(kind) = text(&object, "spot", &at, problems).and_then(|w| {
            SpotKind::parse(&w)
                .map_err(|e| problems.object(&at, format!("property “spot”: {e}")))
                .ok()
        }) else {
            continue;
        };
        let facing = match text(&object, "facing", &at, problems).as_deref() {
            Some("up") => Facing::Up,
            Some("left") => Facing::Left,
            Some("right") => Facing::Right,
            Some("down") | None => Facing::Down,
            Some(other) => {
                problems.object(
                    &at,
                    format!("property “facing”: found “{other}”; expected up, down, left or right"),
                );
                Facing::Down
            }
        };
        if draft.map.spots.len() >= usize::from(u16::MAX) {
            problems.object(&at, "more than 65,000 spots were found; expected fewer");
            break;
        }
        draft.map.places[place.0 as usize]
            .spots
            .push(SpotId(draft.map.spots.len() as u16));
        draft.map.spots.push(Spot {
            tile,
            kind,
            facing,
            place,
        });
        draft.map.grid.mark(tile, SPOT);
        draft.spot_at.push(at);
    }
    for (i, name) in queues
        .iter()
        .enumerate()
        .filter(|(_, name)| !name.is_empty())
    {
        match lines.iter().find(|(n, _)| n == name) {
            Some((_, tiles)) => draft.map.places[i].queue.clone_from(tiles),
            None => {
                let at = draft.place_at[i].clone();
                problems.object(
                    &at,
                    format!("queue “{name}” is not in layer “spots”; expected a polyline of that name there"),
                );
            }
        }
    }
}

/// The tiles along a line of corners; none when a segment is aslant or leaves the map.
fn along(corners: &[Tile], grid: &Grid) -> Option<Vec<Tile>> {
    let mut tiles = vec![*corners.first()?];
    for corner in corners {
        grid.index(*corner)?;
        let mut last = *tiles.last()?;
        if last.x != corner.x && last.y != corner.y {
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
