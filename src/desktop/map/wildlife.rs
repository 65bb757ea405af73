//! A cat that strolls over the campus, and birds that fly over it now and then. They belong to the
//! window alone and move by its own time: the run knows nothing of them.

use super::{
    camera::Rig,
    scene::{MapPicture, MapScene, Marks, on_both_sides, upright},
};
use crate::desktop::{frame::FrameStep, pictures::campus::TILE, run::session::Run, state::View};
use bevy::{prelude::*, sprite::Anchor};
use collegium_core::dice::{Dice, Draw, Stream};
use collegium_sim::campus::{CampusMap, Tile};

const LUCK: Draw = Draw::of("wildlife of the window");

/// Below this zoom nobody would see them, and they rest.
const FAR: f32 = 0.34;

/// Pixels of the map a second: the cat, and birds.
const PACE: (f32, f32) = (34.0, 210.0);

/// Columns of a walking cat and of a flying bird, and the side of each of their pictures.
const STEPS: (u32, f32) = (4, 32.0);

/// The rows of their picture: the cat that walks, the cat that sits, and a bird that flies.
const ROWS: (f32, f32, f32) = (0.0, 1.0, 2.0);

/// How long the cat sits, and how long the sky is empty between two flights, in seconds.
const RESTS: ((f32, f32), (f32, f32)) = ((12.0, 60.0), (15.0, 50.0));

/// How many birds fly together.
const FLOCK: usize = 5;

/// Depth of birds: over everything but the night.
const SKY: f32 = 46.0;

/// Adds the animals.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (stroll, fly).in_set(FrameStep::Show));
}

/// The cat: the way before it, how far along it is, and how long it still sits.
#[derive(Component, Default)]
struct Cat {
    way: Vec<Tile>,
    along: f32,
    sits: f32,
    walks: u64,
}

/// A bird of the flock, with how far it is from the first.
#[derive(Component)]
struct Bird(Vec2, usize);

/// Puts the animals on a new map.
pub(super) fn spawn(world: &mut World) {
    let Some(image) = world.resource::<Marks>().wildlife.clone() else {
        return;
    };
    let look = |row: f32, anchor: Anchor| {
        let sprite = Sprite {
            image: image.clone(),
            rect: Some(frame(0, row)),
            ..default()
        };
        let whole = (sprite, anchor, Transform::default(), Visibility::Hidden);
        (MapScene, MapPicture, on_both_sides(), whole)
    };
    world.spawn((look(ROWS.1, Anchor::BOTTOM_CENTER), Cat::default()));
    for number in 0..FLOCK {
        let side = if number % 2 == 0 { 1.0 } else { -1.0 };
        let row = number.div_ceil(2) as f32;
        let from = Vec2::new(-34.0 * row - 5.0 * side, side * 22.0 * row);
        world.spawn((look(ROWS.2, Anchor::CENTER), Bird(from, number)));
    }
}

/// The part of their picture in a column and a row.
fn frame(column: u32, row: f32) -> Rect {
    let corner = Vec2::new((column % STEPS.0) as f32, row) * STEPS.1;
    Rect::from_corners(corner, corner + STEPS.1)
}

/// The way of the cat's next walk: between two doorsteps and other paved cells near plazas and
/// lawns; none where luck found nothing near enough.
fn walk(map: &CampusMap, from: Option<Tile>, luck: &mut Stream) -> Option<Vec<Tile>> {
    let outdoors = map.places.iter().filter(|place| place.kind.outdoors());
    let lawns: Vec<_> = outdoors.collect();
    let rect = luck.pick(&lawns)?.rect;
    let cell = |luck: &mut Stream| {
        let (x, y) = (
            luck.index(rect.w.max(1) as usize),
            luck.index(rect.h.max(1) as usize),
        );
        Tile::new(rect.x + x as i16, rect.y + y as i16)
    };
    let to = cell(luck);
    let from = from.unwrap_or_else(|| cell(luck));
    if !map.grid.walkable(from) || !map.grid.walkable(to) || from.distance(to) > 60 {
        return None;
    }
    map.path(from, to, 0).filter(|way| way.len() > 1)
}

/// Where something is that has gone so many cells along a way, and towards which side it goes.
fn along(way: &[Tile], cells: f32) -> Option<(Vec2, f32)> {
    let at = cells.max(0.0) as usize;
    let (a, b) = (way.get(at)?, way.get(at + 1)?);
    let point = |tile: &Tile| Vec2::new(f32::from(tile.x) + 0.5, f32::from(tile.y) + 0.9);
    let (a, b) = (point(a), point(b));
    Some((a.lerp(b, cells.fract()) * TILE as f32, b.x - a.x))
}

/// Lets the cat go on: it walks, sits a while, and walks on; not at all while one looks from afar.
fn stroll(
    run: Res<Run>,
    rig: Res<Rig>,
    time: Res<Time<Real>>,
    mut cats: Query<(&mut Cat, &mut Sprite, &mut Transform, &mut Visibility)>,
) {
    if rig.zoom < FAR {
        return;
    }
    let map = run.campus.map();
    let height = f32::from(map.grid.height) * TILE as f32;
    for (mut cat, mut sprite, mut transform, mut visibility) in &mut cats {
        let cat = &mut *cat;
        if cat.sits > 0.0 {
            cat.sits -= time.delta_secs();
            continue;
        }
        if cat.way.is_empty() {
            cat.walks += 1;
            let mut luck = Dice { seed: 9 }.stream(0, LUCK, cat.walks);
            let here = (*visibility != Visibility::Hidden).then(|| tile_at(transform.translation));
            let Some(way) = walk(map, here, &mut luck) else {
                cat.sits = 0.5;
                continue;
            };
            (cat.way, cat.along) = (way, 0.0);
            visibility.set_if_neq(Visibility::Inherited);
        }
        cat.along += PACE.0 / TILE as f32 * time.delta_secs().min(0.2);
        if let Some((feet, right)) = along(&cat.way, cat.along) {
            sprite.rect = Some(frame((cat.along * 5.0) as u32, ROWS.0));
            if right.abs() > 0.01 {
                sprite.flip_x = right < 0.0;
            }
            transform.translation = Vec3::new(feet.x, -feet.y, upright(feet.y, height));
        } else {
            let mut luck = Dice { seed: 9 }.stream(1, LUCK, cat.walks);
            cat.sits = luck.between(RESTS.0.0, RESTS.0.1);
            cat.way.clear();
            sprite.rect = Some(frame(0, ROWS.1));
        }
    }
}

/// The cell of a point of the map at which feet stand.
fn tile_at(point: Vec3) -> Tile {
    let cell = (Vec2::new(point.x, -point.y - 4.0) / TILE as f32).floor();
    Tile::new(cell.x as i16, cell.y as i16)
}

/// A flight over the view: where the first bird is, and where it goes.
#[derive(Default)]
struct Flight {
    at: Vec2,
    goes: Vec2,
    left: f32,
    waits: f32,
    number: u64,
}

/// Lets birds fly over what is seen now and then, by day while nothing falls.
fn fly(
    run: Res<Run>,
    (rig, view): (Res<Rig>, Res<View>),
    time: Res<Time<Real>>,
    mut birds: Query<(&Bird, &mut Sprite, &mut Transform, &mut Visibility)>,
    mut flight: Local<Flight>,
) {
    let now = run.campus.clock().now;
    let sky = run.campus.scenario().weather(now).at(now.of_day());
    let may = rig.zoom >= FAR && (7.0..19.0).contains(&now.hour()) && !sky.falls();
    let seconds = time.delta_secs().min(0.2);
    if !may || flight.left <= 0.0 {
        for (.., mut visibility) in &mut birds {
            visibility.set_if_neq(Visibility::Hidden);
        }
        flight.waits -= seconds;
        if may && flight.waits <= 0.0 {
            flight.number += 1;
            let mut luck = Dice { seed: 9 }.stream(2, LUCK, flight.number);
            let half = Vec2::new(view.map_rect.width(), view.map_rect.height()) / rig.zoom / 2.0;
            let side = if luck.chance(0.5) { 1.0 } else { -1.0 };
            let start = Vec2::new(-side * (half.x + 120.0), luck.between(-0.8, 0.5) * half.y);
            flight.at = rig.centre + start;
            flight.goes = Vec2::new(side, luck.between(-0.18, 0.18)).normalize() * PACE.1;
            flight.left = (half.x * 2.0 + 360.0) / PACE.1;
            flight.waits = luck.between(RESTS.1.0, RESTS.1.1);
        }
        return;
    }
    flight.left -= seconds;
    let goes = flight.goes * seconds;
    flight.at += goes;
    let side = flight.goes.x.signum();
    let beat = time.elapsed_secs_wrapped() * 11.0;
    for (Bird(from, number), mut sprite, mut transform, mut visibility) in &mut birds {
        let at = flight.at + Vec2::new(from.x * side, from.y);
        sprite.rect = Some(frame(beat as u32 + *number as u32, ROWS.2));
        sprite.flip_x = side < 0.0;
        transform.translation = Vec3::new(at.x, -at.y, SKY);
        visibility.set_if_neq(Visibility::Inherited);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_sim::campus::testing;

    #[test]
    fn the_cat_finds_ways_over_walkable_cells() {
        let (_, map) = testing::first_week();
        let mut found = 0;
        for n in 0..60 {
            let mut luck = Dice { seed: 9 }.stream(0, LUCK, n);
            let Some(way) = walk(&map, None, &mut luck) else {
                continue;
            };
            found += 1;
            assert!(way.iter().all(|tile| map.grid.walkable(*tile)));
            assert!(way.windows(2).all(|two| two[0].distance(two[1]) <= 2));
        }
        assert!(found > 10, "{found}");
    }

    #[test]
    fn ways_are_gone_along_to_their_end() {
        let way = [Tile::new(1, 1), Tile::new(2, 1), Tile::new(2, 2)];
        let (half, right) = along(&way, 0.5).unwrap();
        assert_eq!((half.x, right > 0.0), (64.0, true));
        assert!(along(&way, 1.9).is_some() && along(&way, 2.0).is_none());
        assert_eq!(tile_at(Vec3::new(48.0, -60.0, 0.0)), Tile::new(1, 1));
    }
}
