//! The map's rules, checked on the design before anything is written. They follow `docs/maps.md`.

use crate::scene::{Grid, Scene};
use std::collections::{BTreeSet, VecDeque};

const KINDS: [&str; 18] = [
    "classroom",
    "lecture_hall",
    "lab",
    "library",
    "cafeteria",
    "cafe",
    "bedroom",
    "common_room",
    "washroom",
    "gym",
    "shop",
    "office",
    "health_centre",
    "music_room",
    "hall",
    "plaza",
    "lawn",
    "gate",
];
/// Kinds of places that are outdoors.
pub const OUTDOORS: [&str; 3] = ["plaza", "lawn", "gate"];
const SPOTS: [&str; 9] = [
    "seat", "desk", "bed", "staff", "serve", "wash", "play", "shelf", "stand",
];
const ITEMS: [&str; 12] = [
    "breakfast",
    "lunch",
    "dinner",
    "coffee",
    "tea",
    "pastry",
    "snack",
    "groceries",
    "toiletries",
    "book",
    "stationery",
    "medicine",
];
const NEIGHBOURS: [(i32, i32); 4] = [(0, -1), (1, 0), (0, 1), (-1, 0)];

/// Every rule the design breaks, in words.
pub fn problems(scene: &Scene) -> Vec<String> {
    let mut out = Vec::new();
    let reached = flood(scene);
    names(scene, &mut out);
    for (i, place) in scene.places.iter().enumerate() {
        let outdoors = OUTDOORS.contains(&place.kind);
        let mut say = |text: String| out.push(format!("place {}: {text}", place.name));
        if !KINDS.contains(&place.kind) {
            say(format!("unknown kind {}", place.kind));
        }
        if place.capacity < 1 {
            say("capacity below 1".into());
        }
        if !["silent", "quiet", "normal", "loud"].contains(&place.noise) {
            say(format!("unknown noise {}", place.noise));
        }
        if let Err(why) = hours(place.open) {
            say(why);
        }
        if doors_of(scene, i).is_empty() && !outdoors {
            say("no door".into());
        }
        let own = |kind: &str| {
            scene
                .spots
                .iter()
                .filter(|s| s.kind == kind && place.rect.contains(s.x, s.y))
                .filter(|s| scene.place_at(s.x, s.y) == Some(i))
                .collect::<Vec<_>>()
        };
        let queue = scene.queues.iter().find(|(name, _)| *name == place.queue);
        if !place.prices.is_empty() {
            if place.serves <= 0.0
                || queue.is_none()
                || own("serve").is_empty()
                || own("staff").is_empty()
            {
                say("sells without rate, queue, serve or staff spot".into());
            }
            for item in place.prices.split(", ") {
                let good = item
                    .split_once(' ')
                    .is_some_and(|(n, p)| ITEMS.contains(&n) && p.parse::<f64>().is_ok());
                if !good {
                    say(format!("bad price {item}"));
                }
            }
        }
        if let Some((_, line)) = queue {
            if !own("serve").iter().any(|s| (s.x, s.y) == line[0]) {
                say("queue does not start at the serve spot".into());
            }
            for (x, y) in line_tiles(line) {
                if !reached.get(x, y) || scene.place_at(x, y) != Some(i) {
                    say(format!("queue tile {x},{y} is blocked or outside"));
                }
            }
        }
        let inside = (place.rect.y..place.rect.y + place.rect.h)
            .any(|y| (place.rect.x..place.rect.x + place.rect.w).any(|x| reached.get(x, y)));
        if !inside {
            say("cannot be reached".into());
        }
    }
    for (name, x, y) in &scene.doors {
        if !reached.get(*x, *y) {
            out.push(format!("door {name}: not walkable or not reachable"));
        }
        if !scene.places.iter().any(|p| p.rect.touches(*x, *y)) {
            out.push(format!("door {name}: touches no place"));
        }
    }
    spots(scene, &reached, &mut out);
    out
}

/// Names must be unique within their layer.
fn names(scene: &Scene, out: &mut Vec<String>) {
    let lists: [(&str, Vec<&String>); 3] = [
        ("place", scene.places.iter().map(|p| &p.name).collect()),
        ("door", scene.doors.iter().map(|d| &d.0).collect()),
        ("queue", scene.queues.iter().map(|q| &q.0).collect()),
    ];
    for (what, list) in lists {
        let mut seen = BTreeSet::new();
        for name in list {
            if !seen.insert(name) {
                out.push(format!("{what} {name}: the name is used twice"));
            }
        }
    }
}

/// Every spot lies inside a place and can be reached; no two share a tile.
fn spots(scene: &Scene, reached: &Grid, out: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for s in &scene.spots {
        let mut say = |text: &str| out.push(format!("spot {} at {},{}: {text}", s.kind, s.x, s.y));
        if !SPOTS.contains(&s.kind) {
            say("unknown kind");
        }
        if !seen.insert((s.x, s.y)) {
            say("shares its tile with another");
        }
        if scene.place_at(s.x, s.y).is_none() {
            say("is outside of all places");
        }
        let beside = NEIGHBOURS
            .iter()
            .any(|(dx, dy)| reached.get(s.x + dx, s.y + dy));
        let may_block = matches!(s.kind, "seat" | "desk" | "bed" | "play" | "staff");
        if !(reached.get(s.x, s.y) || (may_block && beside)) {
            say("cannot be reached");
        }
    }
}

/// The names of the doors that touch a place.
pub fn doors_of(scene: &Scene, place: usize) -> Vec<&str> {
    let rect = scene.places[place].rect;
    scene
        .doors
        .iter()
        .filter(|(_, x, y)| rect.touches(*x, *y))
        .map(|(name, _, _)| name.as_str())
        .collect()
}

/// The number of seats of a place.
pub fn seats_of(scene: &Scene, place: usize) -> usize {
    let rect = scene.places[place].rect;
    let seats = scene
        .spots
        .iter()
        .filter(|s| matches!(s.kind, "seat" | "desk") && rect.contains(s.x, s.y));
    seats
        .filter(|s| scene.place_at(s.x, s.y) == Some(place))
        .count()
}

/// All tiles of a queue's line, in order.
pub fn line_tiles(line: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let mut out = vec![line[0]];
    for pair in line.windows(2) {
        let (mut x, mut y) = pair[0];
        while (x, y) != pair[1] {
            x += (pair[1].0 - x).signum();
            y += (pair[1].1 - y).signum();
            out.push((x, y));
        }
    }
    out
}

/// Blocks tiles that nobody can reach, such as a gap behind a wardrobe.
pub fn seal(scene: &mut Scene) {
    let reached = flood(scene);
    for y in 0..scene.height {
        for x in 0..scene.width {
            if !reached.get(x, y) {
                scene.blocked.set(x, y, true);
            }
        }
    }
}

/// The walkable tiles connected with the first gate.
fn flood(scene: &Scene) -> Grid {
    let mut reached = Grid::new(scene.width, scene.height);
    let start = scene
        .places
        .iter()
        .find(|p| p.kind == "gate")
        .map(|p| (p.rect.x + p.rect.w / 2, p.rect.y));
    let mut queue = VecDeque::from_iter(start);
    while let Some((x, y)) = queue.pop_front() {
        let inside = x >= 0 && y >= 0 && x < scene.width && y < scene.height;
        if inside && !reached.get(x, y) && !scene.blocked.get(x, y) {
            reached.set(x, y, true);
            queue.extend(NEIGHBOURS.iter().map(|(dx, dy)| (x + dx, y + dy)));
        }
    }
    reached
}

/// Parses opening hours.
fn hours(text: &str) -> Result<(), String> {
    if text == "always" {
        return Ok(());
    }
    for part in text.split("; ") {
        let span = part.rsplit(' ').next().unwrap_or_default();
        let good = span.split_once('-').is_some_and(|(a, b)| {
            [a, b].iter().all(|t| {
                t.split_once(':').is_some_and(|(h, m)| {
                    h.len() == 2
                        && h.parse::<u8>().is_ok_and(|h| h <= 24)
                        && m.parse::<u8>().is_ok_and(|m| m < 60)
                })
            })
        });
        if !good {
            return Err(format!("hours {text} do not parse"));
        }
    }
    Ok(())
}
