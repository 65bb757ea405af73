//! Raises the buildings of the plan: floors, walls, passages, places, furniture and lights.

use super::{
    fit::Fit,
    plan::{BuildingPlan, Passage, RoomPlan},
};
use crate::{
    brush::{Ramp, tone},
    canvas::Canvas,
    palette::Color,
    scene::{Grid, Layer, Place, Rect, Scene, TILE},
    tiles::{
        floors,
        furniture::walls as hangings,
        street::{doormat, loose},
        walls::{self, FACE, WallPlan},
    },
};

/// Builds everything indoors.
pub fn raise(scene: &mut Scene, buildings: &[BuildingPlan]) {
    let mut tops = Grid::new(scene.width, scene.height);
    let mut gaps = Grid::new(scene.width, scene.height);
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
            floors::floor(scene, room.rect, room.floor);
        }
        for passage in &building.passages {
            pierce(scene, &mut tops, &mut gaps, passage);
        }
    }
    let plan = WallPlan {
        tops: &tops,
        gaps: &gaps,
        rooms: buildings
            .iter()
            .flat_map(|b| b.rooms.iter().map(|r| (r.rect, r.paper)))
            .collect(),
        buildings: buildings.iter().map(|b| (b.outline, b.facade)).collect(),
    };
    walls::walls(scene, &plan);
    for building in buildings {
        for passage in &building.passages {
            doorway(scene, building, passage);
        }
        facade_windows(scene, &tops, building);
    }
    for building in buildings {
        for room in &building.rooms {
            furnish(scene, building.name, room);
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

/// Cuts a passage into a wall and records its doors.
fn pierce(scene: &mut Scene, tops: &mut Grid, gaps: &mut Grid, p: &Passage) {
    clear(scene, Rect::new(p.x, p.y, p.w, 2));
    for i in 0..p.w {
        tops.set(p.x + i, p.y, false);
        gaps.set(p.x + i, p.y, true);
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

/// Draws a passage: sill, jambs, an open leaf, the lintel overhead, a mat outside main doors.
fn doorway(scene: &mut Scene, building: &BuildingPlan, p: &Passage) {
    let (x, y, w) = (p.x * TILE, p.y * TILE, p.w * TILE);
    let wood = Ramp::of(tone::WALNUT);
    let trim = Ramp::of(building.facade.trim);
    let outside = !building.rooms.iter().any(|r| r.rect.contains(p.x, p.y + 2));
    let paths = scene.layer(Layer::Paths);
    let sill = Ramp::of(if outside { 0xB9AE9C } else { 0xA67C54 });
    paths.rect(x, y, w, 2 * TILE, sill.mid);
    for i in 0..8 {
        paths.hline(
            x,
            y + 4 + i * 8,
            w,
            if i % 2 == 0 { sill.dark } else { sill.light },
        );
    }
    paths.rect(x, y + 16, w, 10, Color::hex(0x33264D).alpha(60));
    paths.hline(x, y + 2 * TILE - 2, w, sill.hi);
    paths.hline(x, y + 2 * TILE - 1, w, sill.line);
    let layer = scene.layer(Layer::Walls);
    for jamb in [x, x + w - 3] {
        layer.rect(jamb, y + 16, 3, FACE, wood.line);
        layer.vline(jamb + 1, y + 17, FACE - 2, wood.light);
    }
    for leaf in if p.w == 1 {
        vec![x + 3]
    } else {
        vec![x + 3, x + w - 9]
    } {
        let r = if outside {
            Ramp::of(building.facade.trim)
        } else {
            wood
        };
        layer.rect(leaf, y + 20, 6, FACE - 5, r.line);
        layer.rect(leaf + 1, y + 21, 4, FACE - 7, r.mid);
        layer.vline(leaf + 1, y + 21, FACE - 7, r.light);
        layer.rect(leaf + 3, y + 42, 2, 3, Color::hex(0xF0D890));
    }
    let mut lintel = Canvas::new(w, 24);
    lintel.rect(0, 2, w, 14, trim.line);
    lintel.rect(0, 3, w, 12, trim.light);
    lintel.rect(0, 3, w, 2, trim.hi);
    lintel.rect(0, 12, w, 3, trim.dark);
    lintel.rect(0, 16, w, 5, wood.line);
    lintel.rect(1, 16, w - 2, 3, wood.mid);
    lintel.hline(1, 16, w - 2, wood.dark);
    scene.stamp(Layer::Overhead, loose(lintel), x, y);
    if outside && p.w == 2 {
        scene.stamp(Layer::Paths, doormat(building.facade.trim), x, y + 2 * TILE);
        awning(scene, building, x, y, w);
    }
}

/// A small canopy over a main door.
fn awning(scene: &mut Scene, building: &BuildingPlan, x: i32, y: i32, w: i32) {
    let trim = Ramp::of(building.facade.trim);
    let mut c = Canvas::new(w + 16, 18);
    c.slab(0, 0, w + 16, 12, 5, &trim);
    for i in 0..(w + 16) / 8 {
        if i % 2 == 0 {
            c.rect(i * 8 + 1, 2, 7, 10, trim.hi);
        }
    }
    scene.stamp(Layer::Overhead, loose(c), x - 8, y + 12);
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
            if !near_door && !building.rooms.iter().any(|r| r.rect.contains(x, y + 1)) {
                let window = hangings::outer_window(building.facade.trim);
                scene.stamp(Layer::Decor, loose(window), x * TILE + 4, y * TILE + 22);
            }
        }
    }
}

/// Records a room as a place and fits it out.
fn furnish(scene: &mut Scene, building: &str, room: &RoomPlan) {
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
        building: building.to_owned(),
        rect: room.rect,
        capacity: room.capacity.max((seats * 3).div_ceil(2)),
        open: room.open,
        noise: room.noise,
        prices: room.prices,
        serves: room.serves,
        queue: queue_name,
    });
}
