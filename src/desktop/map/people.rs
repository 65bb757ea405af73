//! People on the map: where they are drawn, in which posture, and who is under the pointer.

use super::scene::{Beds, MapScene, Side, upright};
use crate::desktop::{
    frame::FrameStep,
    pictures::{
        campus::TILE,
        people::{FRAME, PeopleArt, Sheet},
    },
    run::{
        drive::{Drive, Footing, along},
        session::Run,
    },
    state::View,
};
use bevy::{camera::visibility::RenderLayers, prelude::*, sprite::Anchor};
use bevy_egui::{EguiTextureHandle, EguiUserTextures, egui};
use collegium_core::ids::AgentId;
use collegium_sim::{
    campus::{
        Facing, Posture, Tile,
        people::{Activity, Body, Doing},
    },
    simulation::{Campus, PersonView},
};

/// Pixels walked from one picture of a step to the next.
const STEP: f32 = 12.0;

/// How far the feet are above the lower edge of a frame, in pixels.
const SOLE: f32 = 2.0;

/// Depths: shadows, the ring of the selected.
const DEPTH: (f32, f32) = (10.0, 11.0);

/// Adds the drawing of the people.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Cast>()
        .add_systems(Update, (pose, draw).chain().in_set(FrameStep::Pose));
}

/// A picture of a sheet: column and row.
pub type SpriteFrame = (u32, u32);

/// How somebody is drawn in this frame.
#[derive(Clone, Copy, Debug)]
pub struct Pose {
    /// Where the feet stand, in pixels of the map.
    pub feet: Vec2,
    /// Which picture of the person is shown.
    pub frame: SpriteFrame,
    /// Whether they are in bed.
    pub lying: bool,
}

impl Pose {
    /// The tile they are on.
    pub fn tile(&self) -> Tile {
        let tile = (self.feet / TILE as f32).floor();
        Tile::new(tile.x as i16, tile.y as i16)
    }
}

/// Everybody as drawn, on either side.
#[derive(Resource, Default)]
pub struct Cast {
    poses: [Vec<Option<Pose>>; 2],
    walked: [Vec<f32>; 2],
    sheets: Vec<Sheet>,
    pages: Vec<(Handle<Image>, egui::TextureId, (u32, u32))>,
}

/// A person's picture.
#[derive(Component)]
struct Figure(usize, Side);

/// A person's shadow.
#[derive(Component)]
struct Shadow(usize, Side);

/// The ring under the selected person.
#[derive(Component)]
struct Ring(Side);

impl Cast {
    /// Where somebody is drawn; none while away.
    pub fn position(&self, agent: AgentId) -> Option<Vec2> {
        self.pose(agent).map(|p| p.feet)
    }

    /// How somebody is drawn; none while away.
    pub fn pose(&self, agent: AgentId) -> Option<Pose> {
        self.pose_on(Side::Run, agent)
    }

    /// How somebody is drawn on a side; none while away, and for the twin while there is none.
    pub fn pose_on(&self, side: Side, agent: AgentId) -> Option<Pose> {
        *self.poses[side as usize].get(agent.0 as usize)?
    }

    /// How all who are there are drawn on a side.
    pub fn poses(&self, side: Side) -> impl Iterator<Item = &Pose> {
        self.poses[side as usize].iter().flatten()
    }

    /// Who is seen at a point of the map on a side: the foremost.
    pub fn at(&self, side: Side, point: Vec2) -> Option<AgentId> {
        let hit = |pose: &Pose| {
            let from = point - pose.feet;
            from.x.abs() < 11.0 && (-44.0..4.0).contains(&from.y)
        };
        let seen = self.poses[side as usize]
            .iter()
            .enumerate()
            .filter_map(|(i, p)| p.filter(hit).map(|p| (i, p.feet.y)));
        seen.max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(i, _)| AgentId(i as u32))
    }

    /// Somebody's bust as a texture with its corners, for portraits.
    pub fn portrait(&self, agent: AgentId) -> Option<(egui::TextureId, egui::Rect)> {
        let sheet = self.sheets.get(agent.0 as usize)?;
        let (_, texture, (width, height)) = self.pages.get(sheet.page)?;
        let corner = |x: u32, y: u32| {
            egui::pos2(
                (sheet.x + x) as f32 / *width as f32,
                (sheet.y + y) as f32 / *height as f32,
            )
        };
        Some((
            *texture,
            egui::Rect::from_min_max(corner(2, 5), corner(30, 33)),
        ))
    }
}

/// Puts everybody's pictures on the map.
pub fn spawn(
    world: &mut World,
    art: PeopleArt,
    shadow: Option<Handle<Image>>,
    ring: Option<Handle<Image>>,
) {
    let mut cast = Cast {
        sheets: art.sheets,
        ..Cast::default()
    };
    for (image, size) in art.pages.into_iter().zip(art.sizes) {
        let handle = world.resource_mut::<Assets<Image>>().add(image);
        let texture = world
            .resource_mut::<EguiUserTextures>()
            .add_image(EguiTextureHandle::Strong(handle.clone()));
        cast.pages.push((handle, texture, size));
    }
    for side in Side::ALL {
        let common = || {
            (
                MapScene,
                Transform::default(),
                Visibility::Hidden,
                RenderLayers::layer(side.layer()),
            )
        };
        for (i, sheet) in cast.sheets.iter().enumerate() {
            let Some((image, ..)) = cast.pages.get(sheet.page) else {
                continue;
            };
            let sprite = Sprite {
                image: image.clone(),
                rect: Some(Rect::default()),
                ..default()
            };
            world.spawn((common(), Figure(i, side), sprite, Anchor::BOTTOM_CENTER));
            if let Some(image) = &shadow {
                let sprite = Sprite {
                    image: image.clone(),
                    color: Color::srgba(1.0, 1.0, 1.0, 0.7),
                    ..default()
                };
                world.spawn((common(), Shadow(i, side), sprite));
            }
        }
        if let Some(image) = &ring {
            world.spawn((
                common(),
                Ring(side),
                Sprite {
                    image: image.clone(),
                    ..default()
                },
            ));
        }
    }
    world.insert_resource(cast);
}

/// The column of a facing in the row of those who sit, and the row of those who walk.
const fn facing_number(facing: Facing) -> u32 {
    match facing {
        Facing::Down => 0,
        Facing::Left => 1,
        Facing::Right => 2,
        Facing::Up => 3,
    }
}

/// Which picture shows somebody who has walked so far.
pub fn frame(
    body: &Body,
    activity: &Activity,
    facing: Facing,
    walked: Option<f32>,
    speaks: bool,
) -> SpriteFrame {
    match (body.posture, walked) {
        (_, Some(walked)) => (
            (walked / STEP).rem_euclid(4.0) as u32 % 4,
            facing_number(facing),
        ),
        (Posture::Sitting, None) => (facing_number(facing), 4),
        (Posture::Lying, None) => (0, 5),
        _ if speaks && facing == Facing::Down => (1, 5),
        _ if facing == Facing::Down
            && matches!(activity.doing, Doing::OnPhone | Doing::Studying) =>
        {
            (3, 5)
        }
        _ => (0, facing_number(facing)),
    }
}

/// Works out where everybody is drawn.
fn pose(run: Res<Run>, mut cast: ResMut<Cast>) {
    let cast = &mut *cast;
    let Run {
        campus,
        drive,
        twin,
        ..
    } = &*run;
    let pace = drive
        .speed
        .factor()
        .map_or(4.0, |f| (f / 20.0).clamp(1.0, 4.0));
    let [run, other] = &mut cast.poses;
    let [walked, other_walked] = &mut cast.walked;
    pose_side(campus, drive, drive.footing(), run, walked, pace);
    match twin {
        Some(twin) => pose_side(
            &twin.campus,
            drive,
            &twin.footing,
            other,
            other_walked,
            pace,
        ),
        None => other.clear(),
    }
}

/// Works out where everybody of one campus is drawn.
fn pose_side(
    campus: &Campus,
    drive: &Drive,
    footing: &Footing,
    poses: &mut Vec<Option<Pose>>,
    walked: &mut Vec<f32>,
    pace: f32,
) {
    poses.resize(campus.people(), None);
    walked.resize(campus.people(), 0.0);
    for person in campus.persons() {
        let i = person.id.0 as usize;
        let speaks = person.activity.talk.is_some() && campus.speaks(person.id).is_some();
        let before = poses[i].map(|p| p.feet);
        poses[i] = pose_of(
            &person,
            (drive, footing),
            speaks,
            before,
            &mut walked[i],
            pace,
        );
    }
}

fn pose_of(
    person: &PersonView<'_>,
    (drive, footing): (&Drive, &Footing),
    speaks: bool,
    before: Option<Vec2>,
    walked: &mut f32,
    pace: f32,
) -> Option<Pose> {
    let PersonView {
        body, activity, id, ..
    } = *person;
    if body.posture == Posture::Away {
        return None;
    }
    let side = TILE as f32;
    let feet = |x: f32, y: f32| Vec2::new((x + 0.5) * side, (y + 1.0) * side);
    let moved = footing.moved(id.0 as usize) && body.trail.last() == Some(&body.tile);
    let fraction = drive.fraction;
    match along(&body.trail, fraction).filter(|_| moved && fraction < 1.0) {
        Some((x, y, a, b)) => {
            let at = feet(x, y);
            let way = before.map_or(0.0, |b| at.distance(b));
            *walked += if way < 8.0 * side { way / pace } else { 0.0 };
            let frame = frame(body, activity, Facing::towards(a, b), Some(*walked), speaks);
            Some(Pose {
                feet: at - Vec2::new(0.0, 4.0),
                frame,
                lying: false,
            })
        }
        None => {
            let lying = body.posture == Posture::Lying;
            let at = feet(f32::from(body.tile.x), f32::from(body.tile.y));
            let still = body.path.is_empty() || !drive.playing || fraction >= 1.0;
            let walking = if still { None } else { Some(*walked) };
            let frame = frame(body, activity, body.facing, walking, speaks);
            Some(Pose {
                feet: at - Vec2::new(0.0, 4.0),
                frame,
                lying,
            })
        }
    }
}

type Picture<'a> = (&'a mut Sprite, &'a mut Transform, &'a mut Visibility);

/// Moves the pictures to where everybody is.
#[expect(
    clippy::type_complexity,
    reason = "three queries of the same shape that must not overlap"
)]
fn draw(
    cast: Res<Cast>,
    view: Res<View>,
    (run, beds): (Res<Run>, Res<Beds>),
    mut figures: Query<(&Figure, Picture), (Without<Shadow>, Without<Ring>)>,
    mut shadows: Query<
        (&Shadow, &mut Transform, &mut Visibility),
        (Without<Figure>, Without<Ring>),
    >,
    mut rings: Query<(&Ring, &mut Transform, &mut Visibility), (Without<Figure>, Without<Shadow>)>,
) {
    let height = f32::from(run.campus.map().grid.height) * TILE as f32;
    for (Figure(i, side), (mut sprite, mut transform, mut visibility)) in &mut figures {
        let pose = cast.pose_on(*side, AgentId(*i as u32));
        let (Some(pose), Some(sheet)) = (pose, cast.sheets.get(*i)) else {
            visibility.set_if_neq(Visibility::Hidden);
            continue;
        };
        visibility.set_if_neq(Visibility::Inherited);
        let (w, h) = (FRAME.0 as f32, FRAME.1 as f32);
        let shown = if pose.lying { h / 2.0 } else { h };
        let corner = Vec2::new(
            sheet.x as f32 + pose.frame.0 as f32 * w,
            sheet.y as f32 + pose.frame.1 as f32 * h,
        );
        let rect = Rect::from_corners(corner, corner + Vec2::new(w, shown));
        if sprite.rect != Some(rect) {
            sprite.rect = Some(rect);
        }
        let depth = match beds.line(pose.tile()).filter(|_| pose.lying) {
            Some(line) => upright(line, height),
            None => upright(pose.feet.y, height) + *i as f32 * 1e-6,
        };
        let lift = if pose.lying { 4.0 } else { -SOLE };
        let goal = Vec3::new(pose.feet.x, -pose.feet.y + lift, depth);
        if transform.translation != goal {
            transform.translation = goal;
        }
    }
    for (Shadow(i, side), mut transform, mut visibility) in &mut shadows {
        let pose = cast
            .pose_on(*side, AgentId(*i as u32))
            .filter(|p| !p.lying && p.frame.1 != 4);
        visibility.set_if_neq(if pose.is_some() {
            Visibility::Inherited
        } else {
            Visibility::Hidden
        });
        if let Some(pose) = pose {
            transform.translation = Vec3::new(pose.feet.x, -pose.feet.y, DEPTH.0);
        }
    }
    for (Ring(side), mut transform, mut visibility) in &mut rings {
        let pose = view
            .selected
            .and_then(|agent| cast.pose_on(*side, agent))
            .filter(|p| !p.lying);
        visibility.set_if_neq(if pose.is_some() {
            Visibility::Inherited
        } else {
            Visibility::Hidden
        });
        if let Some(pose) = pose {
            transform.translation = Vec3::new(pose.feet.x, -pose.feet.y + 1.0, DEPTH.1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_take_steps_sit_and_lie() {
        let (mut body, mut activity) = (Body::default(), Activity::default());
        assert_eq!(frame(&body, &activity, Facing::Left, None, false), (0, 1));
        let steps: Vec<u32> = (0..8)
            .map(|n| frame(&body, &activity, Facing::Up, Some(n as f32 * STEP), false).0)
            .collect();
        assert_eq!(steps, [0, 1, 2, 3, 0, 1, 2, 3]);
        assert_eq!(frame(&body, &activity, Facing::Down, None, true), (1, 5));
        body.posture = Posture::Sitting;
        assert_eq!(frame(&body, &activity, Facing::Up, None, true), (3, 4));
        body.posture = Posture::Lying;
        activity.doing = Doing::Sleeping;
        assert_eq!(frame(&body, &activity, Facing::Up, None, false), (0, 5));
    }

    #[test]
    fn the_foremost_is_picked() {
        let pose = |x: f32, y: f32| {
            Some(Pose {
                feet: Vec2::new(x, y),
                frame: (0, 0),
                lying: false,
            })
        };
        let poses = [
            vec![pose(100.0, 100.0), pose(104.0, 110.0), None],
            vec![None, None, pose(300.0, 310.0)],
        ];
        let cast = Cast {
            poses,
            ..Cast::default()
        };
        assert_eq!(cast.at(Side::Run, Vec2::new(102.0, 90.0)), Some(AgentId(1)));
        assert_eq!(cast.at(Side::Run, Vec2::new(95.0, 60.0)), Some(AgentId(0)));
        assert_eq!(cast.at(Side::Run, Vec2::new(300.0, 300.0)), None);
        assert_eq!(
            cast.at(Side::Twin, Vec2::new(300.0, 300.0)),
            Some(AgentId(2))
        );
        assert_eq!(cast.at(Side::Twin, Vec2::new(102.0, 90.0)), None);
    }
}
