//! Raises the buildings of the plan: floors, walls, passages, places, furniture and lights.

use super::{
    fit::Fit,
    plan::{BuildingPlan, Passage, RoomPlan},
};
use crate::{
    scene::{Grid, Ground, Place, Rect, Scene, TILE},
    surfaces,
    tiles::{doors, furniture::walls as hangings, street},
};

/// Builds everything indoors.
pub fn raise(scene: &mut Scene, buildings: &[BuildingPlan]) {
    let mut tops = Grid::new(scene.width, scene.height);
    for building in buildings {
        scene
            .buildings
            .push((building.name.to_owned(), building.outline));
        for room in &building.rooms {
            enclose(scene, &mut tops, room.rect);
        }
    }
    for building in buildings {
        for room in &building.rooms {
            clear(scene, room.rect);
            let set = surfaces::floor_wang(room.floor);
            scene.cover(Ground::Floor, &set, room.rect);
        }
        for passage in &building.passages {
            pierce(scene, &mut tops, building, passage);
        }
    }
    for building in buildings {
        walls(scene, &tops, building);
        shadows(scene, building);
        for passage in &building.passages {
            doorway(scene, building, passage);
        }
        facade_windows(scene, &tops, building);
    }
    for building in buildings {
        for room in &building.rooms {
            furnish(scene, room);
        }
    }
}

/// Surrounds a floor with walls: one column on each side, two rows above (top and face), two below.
fn enclose(scene: &mut Scene, tops: &mut Grid, r: Rect) {
    let ring = Rect::new(r.x - 1, r.y - 2, r.w + 2, r.h + 4);
    scene.blocked.fill(ring, true);
    scene.opaque.fill(ring, true);
    for x in r.x - 1..=r.x + r.w {
        tops.set(x, r.y - 2, true);
        tops.set(x, r.y + r.h, true);
    }
    for y in r.y - 2..=r.y + r.h {
        tops.set(r.x - 1, y, true);
        tops.set(r.x + r.w, y, true);
    }
}

/// Opens the floor of a room for walking.
fn clear(scene: &mut Scene, r: Rect) {
    scene.blocked.fill(r, false);
    scene.opaque.fill(r, false);
}

/// Whether a passage leads outdoors.
fn outside(building: &BuildingPlan, p: &Passage) -> bool {
    !building.rooms.iter().any(|r| r.rect.contains(p.x, p.y + 2))
}

/// Cuts a passage into a wall, lays its sill and records its doors.
fn pierce(scene: &mut Scene, tops: &mut Grid, building: &BuildingPlan, p: &Passage) {
    let gap = Rect::new(p.x, p.y, p.w, 2);
    clear(scene, gap);
    let sill = surfaces::threshold_wang(outside(building, p));
    scene.cover(Ground::Sill, sill, gap);
    for i in 0..p.w {
        tops.set(p.x + i, p.y, false);
        scene.gaps.set(p.x + i, p.y, true);
        let name = if p.w == 1 {
            p.name.clone()
        } else {
            format!("{} {}", p.name, i + 1)
        };
        scene
            .doors
            .push((name, p.x + i, if p.upper { p.y } else { p.y + 1 }));
    }
}

/// Covers the walls of a building: their tops with its trim, their faces with a room's wallpaper
/// where they stand above its floor, otherwise with its façade.
fn walls(scene: &mut Scene, tops: &Grid, building: &BuildingPlan) {
    let trim = surfaces::wall_wang(building.facade.trim);
    let facade = surfaces::facade_wang(&building.facade);
    for room in &building.rooms {
        let r = room.rect;
        for y in r.y - 2..r.y + r.h + 2 {
            for x in r.x - 1..=r.x + r.w {
                let cell = Rect::new(x, y, 1, 1);
                if !scene.opaque.get(x, y) {
                    continue;
                }
                if tops.get(x, y) {
                    scene.cover(Ground::Top, &trim, cell);
                    continue;
                }
                let below = building.rooms.iter().find(|o| o.rect.contains(x, y + 1));
                match below {
                    Some(room) => {
                        let paper = surfaces::paper_wang(room.paper);
                        scene.cover(Ground::Face, &paper, cell);
                    }
                    None => scene.cover(Ground::Face, &facade, cell),
                }
            }
        }
    }
}

/// The shadows that a building casts on the ground: below its façades and to the right of its
/// walls.
fn shadows(scene: &mut Scene, building: &BuildingPlan) {
    let o = building.outline;
    let built = |x: i32, y: i32| scene.opaque.get(x, y) || indoors(building, x, y);
    let mut found = Vec::new();
    for y in o.y..=o.y + o.h {
        for x in o.x..=o.x + o.w {
            if built(x, y) {
                continue;
            }
            let (above, left) = (built(x, y - 1), built(x - 1, y));
            let tile = match (above, left) {
                (true, _) if built(x - 1, y - 1) => "south",
                (true, _) => "south start",
                (_, true) if built(x - 1, y - 1) => "east",
                (_, true) => "east start",
                _ if built(x - 1, y - 1) => "corner",
                _ => continue,
            };
            found.push((tile, x, y));
        }
    }
    for (tile, x, y) in found {
        scene.mark("shadows", tile, x, y);
    }
}

/// Whether a cell is of a building's floors or passages.
fn indoors(building: &BuildingPlan, x: i32, y: i32) -> bool {
    building.rooms.iter().any(|r| r.rect.contains(x, y))
        || building
            .passages
            .iter()
            .any(|p| Rect::new(p.x, p.y, p.w, 2).contains(x, y))
}

/// Hangs the door of a passage, and lays a mat before a main one.
fn doorway(scene: &mut Scene, building: &BuildingPlan, p: &Passage) {
    let trim = building.facade.trim;
    let outside = outside(building, p);
    let door = if outside {
        doors::front_door(p.w, trim)
    } else {
        doors::door(p.w, trim)
    };
    scene.stand(door, p.x, p.y).name = p.name.clone();
    if outside && p.w == 2 {
        scene.lay(street::doormat(trim), p.x, p.y + 2);
    }
}

/// Puts windows along the outer face of a building, wherever there is room for them.
fn facade_windows(scene: &mut Scene, tops: &Grid, building: &BuildingPlan) {
    let o = building.outline;
    let indoors = |x: i32, y: i32| building.rooms.iter().any(|r| r.rect.contains(x, y));
    for y in o.y..o.y + o.h {
        for x in o.x + 1..o.x + o.w - 1 {
            let wall =
                |i: i32| tops.get(x + i, y) && !tops.get(x + i, y + 1) && !indoors(x + i, y + 2);
            if !((-1..=1).all(wall)) || (x - o.x) % 3 != 2 {
                continue;
            }
            let near_door = building
                .passages
                .iter()
                .any(|p| p.y == y && x >= p.x - 1 && x <= p.x + p.w);
            if !near_door && !indoors(x, y + 1) {
                let window = hangings::outer_window(building.facade.trim);
                scene.hang(window, x * TILE + 4, y * TILE + 22);
            }
        }
    }
}

/// Records a room as a place and fits it out.
fn furnish(scene: &mut Scene, room: &RoomPlan) {
    let first = scene.spots.len();
    let mut fit = Fit {
        scene,
        rect: room.rect,
        variant: room.variant,
        queue: Vec::new(),
    };
    (room.furnish)(&mut fit);
    let queue = std::mem::take(&mut fit.queue);
    let (w, h) = (room.rect.w as f32, room.rect.h as f32);
    let count = ((w / 9.0).round() as i32).max(1);
    for i in 0..count {
        let x = w * (i as f32 + 0.5) / count as f32;
        fit.light(
            x,
            h / 2.0,
            (w / count as f32).max(h) * 0.62 + 1.0,
            room.glow,
            "window",
        );
    }
    let seats = scene.spots[first..]
        .iter()
        .filter(|s| matches!(s.kind, "seat" | "desk"))
        .count() as u32;
    let queue_name = if queue.is_empty() {
        String::new()
    } else {
        format!("{} queue", room.name)
    };
    if !queue.is_empty() {
        let line = queue
            .iter()
            .map(|(x, y)| (room.rect.x + x, room.rect.y + y))
            .collect();
        scene.queues.push((queue_name.clone(), line));
    }
    scene.places.push(Place {
        name: room.name.clone(),
        kind: room.kind,
        rect: room.rect,
        capacity: room.capacity.max((seats * 3).div_ceil(2)),
        open: room.open,
        noise: room.noise,
        prices: room.prices,
        serves: room.serves,
        queue: queue_name,
    });
}
