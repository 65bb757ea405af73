//! The camera: moves and zooms smoothly over the map, follows people, and stays within bounds.

use super::{people::Cast, scene::Side};
use crate::desktop::{
    frame::FrameStep,
    pictures::campus::TILE,
    state::{UserAction, View},
};
use bevy::{
    camera::{CompositingSpace, visibility::RenderLayers},
    input::mouse::{AccumulatedMouseScroll, MouseScrollUnit},
    math::ops,
    prelude::*,
    window::PrimaryWindow,
};
use collegium_sim::campus::Tile;

/// The zooms one can choose, in screen pixels per pixel of the map.
const ZOOMS: [f32; 8] = [0.18, 0.25, 0.375, 0.5, 0.75, 1.0, 2.0, 3.0];

/// The zoom at which one looks at a person, in screen pixels per pixel of the map.
const NEAR: f32 = 1.0;

/// The zoom of the first look at a campus: near enough to see people, far enough to see where they
/// go.
const FIRST: f32 = 0.5;

/// Below this zoom one looks at the campus rather than at people.
const FAR: f32 = 0.34;

/// Pixels of the screen per second that keys move the camera.
const PAN: f32 = 900.0;

/// Adds the camera and what moves it.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Rig>()
        .add_systems(Startup, |mut commands: Commands| {
            let seen = RenderLayers::from_layers(&[0, Side::Run.layer()]);
            commands.spawn((
                MainCamera,
                Camera2d,
                Msaa::Off,
                CompositingSpace::Linear,
                seen,
            ));
        })
        .add_systems(Update, (press, steer).chain().in_set(FrameStep::Look))
        .add_systems(Update, aim.in_set(FrameStep::Aim));
}

/// Marks the camera that looks at the run's campus.
#[derive(Component)]
pub struct MainCamera;

/// Where the camera looks. Points are pixels of the map, from its top left corner, y downwards.
#[derive(Resource, Clone, Debug)]
pub struct Rig {
    /// The point in the middle of the map view.
    pub centre: Vec2,
    /// Screen pixels per pixel of the map.
    pub zoom: f32,
    want_centre: Vec2,
    want_zoom: f32,
    /// A point of the map view (from its middle) and of the map that stay together while zooming.
    anchor: Option<(Vec2, Vec2)>,
    size: Vec2,
    fitted: bool,
    press: Option<Press>,
    last_click: Option<(f32, Option<collegium_core::ids::AgentId>)>,
}

/// A mouse button that is held on the map.
#[derive(Clone, Copy, Debug)]
struct Press {
    at: Vec2,
    last: Vec2,
    moved: bool,
    button: MouseButton,
}

impl Default for Rig {
    fn default() -> Self {
        Self {
            centre: Vec2::ZERO,
            zoom: 0.25,
            want_centre: Vec2::ZERO,
            want_zoom: 0.25,
            anchor: None,
            size: Vec2::splat(TILE as f32),
            fitted: false,
            press: None,
            last_click: None,
        }
    }
}

/// The zoom at which a map fits into a view, from the sizes of both in pixels; 0.05 to 4.
pub fn fitting(size: Vec2, view: Vec2) -> f32 {
    (view.x / size.x.max(1.0))
        .min(view.y / size.y.max(1.0))
        .clamp(0.05, 4.0)
}

/// The next of the fixed zooms, nearer or farther.
pub fn next_zoom(zoom: f32, nearer: bool) -> f32 {
    if nearer {
        ZOOMS
            .iter()
            .copied()
            .find(|z| *z > zoom * 1.05)
            .unwrap_or(ZOOMS[ZOOMS.len() - 1])
    } else {
        ZOOMS
            .iter()
            .rev()
            .copied()
            .find(|z| *z < zoom * 0.95)
            .unwrap_or(ZOOMS[0])
    }
}

/// Moves a value towards a goal by an exponential approach: `rate` is per second.
fn approach(value: f32, goal: f32, rate: f32, seconds: f32) -> f32 {
    value + (goal - value) * (1.0 - ops::exp(-rate * seconds))
}

/// The point nearest to `centre` from which a view of that size (in pixels of the map) shows
/// nothing beyond a map of `size`; the middle of the map along a side on which the view is larger
/// than the map.
fn within(centre: Vec2, size: Vec2, view: Vec2) -> Vec2 {
    let half = (view / 2.0).min(size / 2.0);
    centre.clamp(half, size - half)
}

impl Rig {
    /// Takes the measure of a new map.
    pub fn new_map(&mut self, columns: i16, rows: i16) {
        self.size = Vec2::new(f32::from(columns), f32::from(rows)) * TILE as f32;
        self.centre = self.size / 2.0;
        self.want_centre = self.centre;
        self.fitted = false;
    }

    /// Width and height of the map, in its pixels.
    pub const fn map_size(&self) -> Vec2 {
        self.size
    }

    /// Shows the whole map in a view of that size.
    pub fn show_all(&mut self, view: Vec2) {
        self.want_zoom = fitting(self.size, view);
        self.want_centre = self.size / 2.0;
        self.anchor = None;
    }

    /// Wants another zoom, in screen pixels per pixel of the map; what is in the middle stays.
    pub const fn want(&mut self, zoom: f32) {
        self.want_zoom = zoom;
    }

    /// Shows the middle of the map, or the whole of it when that fits at the zoom of a first look.
    pub fn show_first(&mut self, view: Vec2) {
        self.show_all(view);
        self.want_zoom = self.want_zoom.max(FIRST);
    }

    /// Sends the camera to a tile, near enough to see people.
    pub fn look_at_tile(&mut self, tile: Tile) {
        self.want_centre =
            Vec2::new(f32::from(tile.x) + 0.5, f32::from(tile.y) + 0.5) * TILE as f32;
        self.anchor = None;
        self.come_near();
    }

    /// Begins near, with a tile in the middle where one is given.
    pub fn begin_near(&mut self, tile: Option<Tile>) {
        self.come_near();
        if let Some(tile) = tile {
            self.look_at_tile(tile);
            self.centre = self.want_centre;
        }
    }

    /// Goes near enough to see people well.
    pub fn come_near(&mut self) {
        self.anchor = None;
        if self.want_zoom < 1.0 {
            self.want_zoom = NEAR;
        }
    }

    /// Whether it is where it was sent.
    pub fn settled(&self) -> bool {
        self.fitted
            && self.press.is_none()
            && self.zoom == self.want_zoom
            && self.centre.distance(self.want_centre) * self.zoom < 0.1
    }

    fn zoom_at(&mut self, from_middle: Vec2, nearer: bool) {
        self.want_zoom = next_zoom(self.want_zoom, nearer);
        self.anchor = Some((from_middle, self.centre + from_middle / self.zoom));
    }

    fn pan(&mut self, screen: Vec2) {
        self.centre += screen / self.zoom;
        self.want_centre = self.centre;
        self.anchor = None;
    }

    /// Goes on towards where it was sent, for a view of that size.
    fn settle(&mut self, seconds: f32, follow: Option<Vec2>, view: Vec2) {
        let log = approach(ops::ln(self.zoom), ops::ln(self.want_zoom), 14.0, seconds);
        self.zoom = if (log - ops::ln(self.want_zoom)).abs() < 0.004 {
            self.want_zoom
        } else {
            ops::exp(log)
        };
        if let Some(goal) = follow {
            self.want_centre = goal;
            self.anchor = None;
        }
        if let Some((from_middle, point)) = self.anchor {
            self.centre = point - from_middle / self.zoom;
            self.want_centre = self.centre;
            if self.zoom == self.want_zoom {
                self.anchor = None;
            }
        } else {
            self.centre.x = approach(self.centre.x, self.want_centre.x, 9.0, seconds);
            self.centre.y = approach(self.centre.y, self.want_centre.y, 9.0, seconds);
        }
        self.centre = within(self.centre, self.size, view / self.zoom);
        self.want_centre = within(self.want_centre, self.size, view / self.want_zoom);
    }

    /// Where a point of the map is seen, in logical pixels of the window.
    pub fn on_screen(&self, point: Vec2, view: bevy_egui::egui::Rect) -> bevy_egui::egui::Pos2 {
        let p = (point - self.centre) * self.zoom;
        view.center() + bevy_egui::egui::vec2(p.x, p.y)
    }
}

/// Where the pointer is from the middle of the map view it is in, and whose view that is.
fn from_middle(cursor: Vec2, view: &View) -> (Vec2, Side) {
    let in_twin = view
        .twin_rect
        .filter(|r| r.contains(bevy_egui::egui::pos2(cursor.x, cursor.y)));
    let (middle, side) = in_twin.map_or((view.map_rect.center(), Side::Run), |r| {
        (r.center(), Side::Twin)
    });
    (cursor - Vec2::new(middle.x, middle.y), side)
}

/// Clicks and drags on the map.
fn press(
    window: Single<&Window, With<PrimaryWindow>>,
    buttons: Res<ButtonInput<MouseButton>>,
    time: Res<Time<Real>>,
    cast: Res<Cast>,
    mut rig: ResMut<Rig>,
    mut view: ResMut<View>,
) {
    let Some(cursor) = window.cursor_position() else {
        view.hovered = None;
        rig.press = None;
        return;
    };
    let (middle, side) = from_middle(cursor, &view);
    let point = rig.centre + middle / rig.zoom;
    view.hovered = if view.pointer_on_map {
        cast.at(side, point)
    } else {
        None
    };
    for button in [MouseButton::Left, MouseButton::Right, MouseButton::Middle] {
        if buttons.just_pressed(button) && view.pointer_on_map && rig.press.is_none() {
            rig.press = Some(Press {
                at: cursor,
                last: cursor,
                moved: false,
                button,
            });
        }
    }
    let Some(mut press) = rig.press else { return };
    if !buttons.pressed(press.button) {
        rig.press = None;
        if !press.moved && press.button == MouseButton::Left {
            let now = time.elapsed_secs();
            let hit = cast.at(side, point);
            let double = rig
                .last_click
                .is_some_and(|(at, who)| now - at < 0.4 && who == hit);
            rig.last_click = Some((now, hit));
            match hit {
                Some(agent) => view.act(UserAction::Select(agent, double)),
                None if double => view.selected = None,
                None => {}
            }
        }
        return;
    }
    press.moved |= cursor.distance(press.at) > 4.0;
    if press.moved && cursor != press.last {
        view.follow = false;
        rig.pan(press.last - cursor);
    }
    press.last = cursor;
    rig.press = Some(press);
}

/// Wheel, keys and following.
#[expect(clippy::too_many_arguments, reason = "a system takes what it needs")]
fn steer(
    window: Single<&Window, With<PrimaryWindow>>,
    keyboard: Res<ButtonInput<KeyCode>>,
    wheel: Res<AccumulatedMouseScroll>,
    time: Res<Time<Real>>,
    cast: Res<Cast>,
    mut rig: ResMut<Rig>,
    mut view: ResMut<View>,
    (mut turned, mut was_split): (Local<f32>, Local<bool>),
) {
    let seconds = time.delta_secs().min(0.1);
    if !rig.fitted && view.map_rect.width() > 0.0 {
        rig.fitted = true;
        let whole = Vec2::new(view.map_rect.width(), view.map_rect.height());
        if !view.follow {
            rig.show_first(whole);
        }
        rig.zoom = rig.want_zoom;
    }
    if view.pointer_on_map && wheel.delta.y != 0.0 {
        *turned += wheel.delta.y
            / if wheel.unit == MouseScrollUnit::Line {
                1.0
            } else {
                60.0
            };
        let at = window
            .cursor_position()
            .map_or(Vec2::ZERO, |c| from_middle(c, &view).0);
        let at = if view.follow { Vec2::ZERO } else { at };
        while turned.abs() >= 1.0 {
            rig.zoom_at(at, *turned > 0.0);
            *turned -= turned.signum();
        }
    }
    let ctrl = keyboard.any_pressed([KeyCode::ControlLeft, KeyCode::ControlRight]);
    if !view.typing && !ctrl {
        let held = |codes: [KeyCode; 2]| f32::from(u8::from(keyboard.any_pressed(codes)));
        let way = Vec2::new(
            held([KeyCode::KeyD, KeyCode::ArrowRight]) - held([KeyCode::KeyA, KeyCode::ArrowLeft]),
            held([KeyCode::KeyS, KeyCode::ArrowDown]) - held([KeyCode::KeyW, KeyCode::ArrowUp]),
        );
        if way != Vec2::ZERO {
            view.follow = false;
            rig.pan(way.normalize() * PAN * seconds);
        }
        for (codes, nearer) in [
            ([KeyCode::Equal, KeyCode::NumpadAdd], true),
            ([KeyCode::Minus, KeyCode::NumpadSubtract], false),
        ] {
            if keyboard.any_just_pressed(codes) {
                rig.zoom_at(Vec2::ZERO, nearer);
            }
        }
    }
    // Whoever sees the whole campus goes on seeing it when the view is halved, or whole again.
    let split = view.twin_rect.is_some();
    if split != std::mem::replace(&mut *was_split, split) && !view.follow && rig.want_zoom < FAR {
        rig.show_all(Vec2::new(view.map_rect.width(), view.map_rect.height()));
    }
    let follow = view
        .selected
        .filter(|_| view.follow)
        .and_then(|agent| cast.position(agent));
    let size = Vec2::new(view.map_rect.width(), view.map_rect.height());
    rig.settle(seconds, follow.map(|p| p - Vec2::new(0.0, 16.0)), size);
}

/// Where a camera must stand so that the middle of the map view, `off` from the middle of a picture
/// of that size, shows what it should, on whole pixels.
pub fn aimed(rig: &Rig, off: Vec2, whole: Vec2) -> Vec3 {
    let left_top = rig.centre - off / rig.zoom - whole / 2.0 / rig.zoom;
    let snapped = (left_top * rig.zoom).round() / rig.zoom + whole / 2.0 / rig.zoom;
    Vec3::new(snapped.x, -snapped.y, 0.0)
}

/// Sets the camera so that the middle of the map view shows what it should, on whole pixels.
fn aim(
    window: Single<&Window, With<PrimaryWindow>>,
    rig: Res<Rig>,
    view: Res<View>,
    mut camera: Single<(&mut Transform, &mut Projection), With<MainCamera>>,
) {
    let (transform, projection) = &mut *camera;
    let whole = Vec2::new(window.width(), window.height());
    let middle = view.map_rect.center();
    let goal = aimed(&rig, Vec2::new(middle.x, middle.y) - whole / 2.0, whole);
    if transform.translation != goal {
        transform.translation = goal;
    }
    if let Projection::Orthographic(orthographic) = &mut **projection {
        orthographic.scale = 1.0 / rig.zoom;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooms_go_step_by_step() {
        assert_eq!(next_zoom(1.0, true), 2.0);
        assert_eq!(next_zoom(1.0, false), 0.75);
        assert_eq!(next_zoom(3.0, true), 3.0);
        assert_eq!(next_zoom(0.1, false), ZOOMS[0]);
        assert_eq!(next_zoom(0.23, true), 0.25);
    }

    #[test]
    fn the_whole_map_fits() {
        assert_eq!(
            fitting(Vec2::new(4000.0, 2000.0), Vec2::new(1000.0, 1000.0)),
            0.25
        );
        assert!(fitting(Vec2::ZERO, Vec2::ZERO).is_finite());
    }

    #[test]
    fn the_point_under_the_cursor_stays() {
        let mut rig = Rig {
            centre: Vec2::new(500.0, 500.0),
            zoom: 1.0,
            want_zoom: 1.0,
            size: Vec2::splat(1000.0),
            ..Rig::default()
        };
        let cursor = Vec2::new(100.0, -50.0);
        rig.zoom_at(cursor, true);
        for _ in 0..200 {
            rig.settle(0.016, None, Vec2::splat(40.0));
        }
        assert_eq!(rig.zoom, 2.0);
        assert!((rig.centre + cursor / rig.zoom).distance(Vec2::new(600.0, 450.0)) < 0.01);
    }

    #[test]
    fn the_camera_stays_over_the_map() {
        let mut rig = Rig {
            size: Vec2::splat(100.0),
            ..Rig::default()
        };
        rig.pan(Vec2::new(-1e6, 1e6));
        rig.settle(0.016, None, Vec2::splat(40.0));
        // A view of 40 pixels at a quarter of the size shows 160 pixels of the map: more than there
        // are.
        assert_eq!(rig.centre, Vec2::splat(50.0));
        assert_eq!(
            within(
                Vec2::new(-9.0, 300.0),
                Vec2::splat(100.0),
                Vec2::splat(40.0)
            ),
            Vec2::new(20.0, 80.0)
        );
    }
}
