//! The pieces on the screen: furniture, doors and trees, drawn among people by where they stand.

use super::{
    people::{Cast, Pose},
    scene::{BARE, Beds, MapPicture, MapScene, Side, Sunlit, on_both_sides, upright},
};
use crate::desktop::{
    frame::FrameStep,
    pictures::campus::{Cut, Piece, Stand, TILE},
    run::session::Run,
};
use bevy::{camera::visibility::RenderLayers, prelude::*, sprite::Anchor};
use collegium_sim::campus::Tile;
use std::collections::{BTreeMap, BTreeSet};

/// How far below the line of a bed (in pixels) that of whoever lies in it is, and that of the cover.
const IN_BED: (f32, f32) = (0.25, 0.5);

/// Real seconds between two looks at which picture a moving piece shows.
const EVERY: f32 = 0.1;

/// Frames of the window between two looks at who is at a door.
const FRAMES: u32 = 6;

/// Adds what pieces do.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Beds>()
        .add_systems(Update, (animate, swing, cover).in_set(FrameStep::Show));
}

/// A part of a page.
#[derive(Clone)]
struct Look {
    image: Handle<Image>,
    rect: Rect,
}

impl Look {
    /// Shows it in the place of what a sprite shows.
    fn show(&self, sprite: &mut Mut<'_, Sprite>) {
        if sprite.rect != Some(self.rect) || sprite.image != self.image {
            sprite.rect = Some(self.rect);
            sprite.image.clone_from(&self.image);
        }
    }
}

/// A piece that moves: its pictures, each with the seconds it is shown.
#[derive(Component)]
struct Moving(Vec<(Look, f32)>);

/// A door, as it is on one side.
#[derive(Component)]
struct Door {
    side: Side,
    passage: Vec<Tile>,
    closed: Look,
    open: Look,
}

/// What lies over those who lie in a bed, on one side.
#[derive(Component)]
struct Cover {
    side: Side,
    beds: Vec<Tile>,
}

/// Puts the pieces of a map of so many rows on the screen.
pub(super) fn spawn(
    world: &mut World,
    rows: u32,
    pages: Vec<Image>,
    cuts: &[Cut],
    pieces: Vec<Piece>,
) {
    let mut images = world.resource_mut::<Assets<Image>>();
    let pages: Vec<Handle<Image>> = pages.into_iter().map(|page| images.add(page)).collect();
    let look = |picture: usize| {
        let cut = cuts.get(picture)?;
        let corner = Vec2::new(cut.area.x as f32, cut.area.y as f32);
        let size = Vec2::new(cut.area.w as f32, cut.area.h as f32);
        Some(Look {
            image: pages.get(cut.page)?.clone(),
            rect: Rect::from_corners(corner, corner + size),
        })
    };
    let height = (rows * TILE) as f32;
    let mut beds = BTreeMap::new();
    for piece in pieces {
        let frames: Vec<(Look, f32)> = piece
            .frames
            .iter()
            .filter_map(|(picture, seconds)| Some((look(*picture)?, *seconds)))
            .collect();
        let Some((first, _)) = frames.first() else {
            continue;
        };
        let line = match piece.stand {
            Stand::Upright(line) => line,
            Stand::Flat(_) => piece.at.1,
        };
        beds.extend(piece.beds.iter().map(|bed| (*bed, line)));
        let depth = match piece.stand {
            Stand::Upright(line) => upright(line, height),
            Stand::Flat(depth) => depth,
        };
        if let Some(over) = piece.cover.and_then(look) {
            let depth = upright(line + IN_BED.1, height);
            for side in Side::ALL {
                let beds = piece.beds.clone();
                let seen = RenderLayers::layer(side.layer());
                let picture = picture(&piece, &over, depth, Visibility::Hidden);
                world.spawn((picture, seen, Cover { side, beds }));
            }
        }
        let shown = picture(&piece, first, depth, Visibility::Inherited);
        match piece.open.and_then(look) {
            Some(open) if !piece.passage.is_empty() => {
                for side in Side::ALL {
                    let door = Door {
                        side,
                        passage: piece.passage.clone(),
                        closed: first.clone(),
                        open: open.clone(),
                    };
                    let seen = RenderLayers::layer(side.layer());
                    world.spawn((shown.clone(), seen, door));
                }
                world.spawn((shown, RenderLayers::layer(BARE)));
            }
            _ if piece.sunlight => {
                let rays = Sunlit(piece.opacity);
                world.spawn((shown.clone(), rays, on_both_sides()));
                world.spawn((shown, RenderLayers::layer(BARE)));
            }
            _ if frames.len() > 1 => {
                world.spawn((shown, Moving(frames)));
            }
            _ => {
                world.spawn(shown);
            }
        }
    }
    world.insert_resource(Beds::of(beds, IN_BED.0));
}

/// A picture of a piece on the screen.
fn picture(
    piece: &Piece,
    look: &Look,
    depth: f32,
    visibility: Visibility,
) -> impl Bundle + Clone + use<> {
    let sprite = Sprite {
        image: look.image.clone(),
        rect: Some(look.rect),
        custom_size: Some(Vec2::new(piece.size.0, piece.size.1)),
        color: Color::WHITE.with_alpha(piece.opacity),
        flip_x: piece.flips.horizontal,
        flip_y: piece.flips.vertical,
        ..default()
    };
    let turn = Quat::from_rotation_z(-piece.turn.to_radians());
    let place = Transform::from_xyz(piece.at.0, -piece.at.1, depth).with_rotation(turn);
    (
        MapScene,
        MapPicture,
        sprite,
        Anchor::BOTTOM_LEFT,
        place,
        visibility,
    )
}

/// Shows of each moving piece that is in sight the picture of this moment.
fn animate(
    time: Res<Time<Real>>,
    mut pieces: Query<(&Moving, &ViewVisibility, &mut Sprite)>,
    mut next: Local<f32>,
) {
    let now = time.elapsed_secs_wrapped();
    if now < *next && *next - now <= EVERY {
        return;
    }
    *next = now + EVERY;
    for (Moving(frames), visible, mut sprite) in &mut pieces {
        if visible.get()
            && let Some(number) = current(frames.iter().map(|(_, seconds)| *seconds), now)
            && let Some((look, _)) = frames.get(number)
        {
            look.show(&mut sprite);
        }
    }
}

/// Which of frames that are shown so many seconds each is shown at a moment.
fn current(frames: impl Iterator<Item = f32> + Clone, moment: f32) -> Option<usize> {
    let all: f32 = frames.clone().sum();
    let mut left = if all > 0.0 { moment % all } else { 0.0 };
    let mut last = None;
    for (number, seconds) in frames.enumerate() {
        last = Some(number);
        if left < seconds {
            break;
        }
        left -= seconds;
    }
    last
}

/// For every tile of a map whether somebody is on it or beside it.
struct Crowd {
    size: (i16, i16),
    near: Vec<bool>,
}

impl Crowd {
    fn of(size: (i16, i16), people: impl Iterator<Item = Tile>) -> Self {
        let mut crowd = Self {
            size,
            near: vec![false; size.0.max(0) as usize * size.1.max(0) as usize],
        };
        for tile in people {
            for (dx, dy) in (-1..=1).flat_map(|y| (-1..=1).map(move |x| (x, y))) {
                let beside = Tile::new(tile.x.saturating_add(dx), tile.y.saturating_add(dy));
                if let Some(near) = crowd.index(beside).and_then(|at| crowd.near.get_mut(at)) {
                    *near = true;
                }
            }
        }
        crowd
    }

    fn index(&self, tile: Tile) -> Option<usize> {
        let inside = (0..self.size.0).contains(&tile.x) && (0..self.size.1).contains(&tile.y);
        inside.then(|| tile.y as usize * self.size.0 as usize + tile.x as usize)
    }

    /// Whether a door stands open through which one goes by these tiles: while somebody is on one
    /// of them or beside it.
    fn opens(&self, passage: &[Tile]) -> bool {
        let near = |tile: &Tile| self.index(*tile).is_some_and(|at| self.near[at]);
        passage.iter().any(near)
    }
}

/// Opens the doors at which somebody is, and closes the others.
fn swing(
    cast: Res<Cast>,
    run: Res<Run>,
    mut doors: Query<(&Door, &mut Sprite)>,
    mut frame: Local<u32>,
) {
    *frame = (*frame + 1) % FRAMES;
    if *frame != 0 || doors.is_empty() {
        return;
    }
    let grid = &run.campus.map().grid;
    let size = (grid.width, grid.height);
    let crowds = Side::ALL.map(|side| Crowd::of(size, cast.poses(side).map(Pose::tile)));
    for (door, mut sprite) in &mut doors {
        let look = if crowds[door.side as usize].opens(&door.passage) {
            &door.open
        } else {
            &door.closed
        };
        look.show(&mut sprite);
    }
}

/// Covers those who lie in bed.
fn cover(cast: Res<Cast>, mut covers: Query<(&Cover, &mut Visibility)>) {
    if covers.is_empty() {
        return;
    }
    let lying = Side::ALL.map(|side| {
        let lying = cast.poses(side).filter(|pose| pose.lying);
        lying.map(Pose::tile).collect::<BTreeSet<Tile>>()
    });
    for (cover, mut visibility) in &mut covers {
        let lying = &lying[cover.side as usize];
        let wanted = if cover.beds.iter().any(|bed| lying.contains(bed)) {
            Visibility::Inherited
        } else {
            Visibility::Hidden
        };
        visibility.set_if_neq(wanted);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doors_open_for_who_is_within_a_tile() {
        let door = [Tile::new(5, 4), Tile::new(5, 5)];
        let opens = |x: i16, y: i16| {
            let people = [Tile::new(x, y), Tile::new(0, 0)];
            Crowd::of((8, 8), people.into_iter()).opens(&door)
        };
        for (x, y) in [(5, 4), (5, 6), (4, 3), (6, 6)] {
            assert!(opens(x, y), "{x}, {y}");
        }
        for (x, y) in [(5, 2), (5, 7), (3, 4), (7, 5), (-3, 4), (4, 40)] {
            assert!(!opens(x, y), "{x}, {y}");
        }
        let corner = Crowd::of((8, 8), [Tile::new(0, 0)].into_iter());
        assert!(corner.opens(&[Tile::new(1, 1)]));
        assert!(!corner.opens(&[Tile::new(7, 0), Tile::new(-1, 0)]));
    }

    #[test]
    fn frames_follow_one_another() {
        let at = |moment: f32| current([0.5, 0.25, 0.25].into_iter(), moment);
        let found: Vec<_> = [0.0, 0.4, 0.6, 0.8, 1.1].map(at).to_vec();
        assert_eq!(found, [Some(0), Some(0), Some(1), Some(2), Some(0)]);
        assert_eq!(current([].into_iter(), 1.0), None);
        assert_eq!(current([0.0].into_iter(), 1.0), Some(0));
    }
}
