//! Opaque shades behind the panels, so that no map is drawn where panels cover it: what is hidden
//! costs nothing to draw.

use super::{
    camera::{MainCamera, Rig},
    scene::Side,
};
use crate::desktop::{frame::FrameStep, state::View, theme};
use bevy::{
    camera::visibility::RenderLayers,
    prelude::*,
    sprite_render::{AlphaMode2d, ColorMaterial, MeshMaterial2d},
    window::PrimaryWindow,
};
use bevy_egui::egui;

/// In front of everything on the map.
const DEPTH: f32 = 900.0;

/// Adds the shades behind the panels.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, hang)
        .add_systems(Update, draw.in_set(FrameStep::Cover));
}

/// A shade at one side of the map view.
#[derive(Component)]
struct Shade(usize);

fn hang(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<ColorMaterial>>,
) {
    let mesh = meshes.add(Rectangle::new(1.0, 1.0));
    let material = ColorMaterial {
        color: theme::bevy(theme::PANEL),
        alpha_mode: AlphaMode2d::Opaque,
        ..default()
    };
    let material = materials.add(material);
    for i in 0..4 {
        let look = (Mesh2d(mesh.clone()), MeshMaterial2d(material.clone()));
        commands.spawn((
            Shade(i),
            look,
            Transform::default(),
            RenderLayers::layer(Side::Run.layer()),
        ));
    }
}

/// The parts of a window around the map view: above, below, left, right.
pub fn around(window: Vec2, view: egui::Rect) -> [Rect; 4] {
    let Vec2 { x, y } = window;
    [
        Rect::new(0.0, 0.0, x, view.top()),
        Rect::new(0.0, view.bottom(), x, y.max(view.bottom())),
        Rect::new(0.0, view.top(), view.left(), view.bottom()),
        Rect::new(view.right(), view.top(), x.max(view.right()), view.bottom()),
    ]
}

/// Puts the shades behind the panels.
fn draw(
    window: Single<&Window, With<PrimaryWindow>>,
    view: Res<View>,
    rig: Res<Rig>,
    camera: Single<&Transform, With<MainCamera>>,
    mut shades: Query<(&Shade, &mut Transform), Without<MainCamera>>,
) {
    let size = Vec2::new(window.width(), window.height());
    let areas = around(size, view.map_rect);
    for (Shade(i), mut transform) in &mut shades {
        let area = areas[*i % 4];
        let from_middle = area.center() - size / 2.0;
        let at = camera.translation + Vec3::new(from_middle.x, -from_middle.y, 0.0) / rig.zoom;
        let goal = Transform::from_translation(at.with_z(DEPTH))
            .with_scale((area.size() / rig.zoom).max(Vec2::splat(0.001)).extend(1.0));
        if *transform != goal {
            *transform = goal;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_and_view_make_up_the_window() {
        let view = egui::Rect::from_min_max(egui::pos2(200.0, 40.0), egui::pos2(1200.0, 700.0));
        let size = |r: Rect| r.width() * r.height();
        let total: f32 = around(Vec2::new(1600.0, 900.0), view)
            .into_iter()
            .map(size)
            .sum();
        assert_eq!(total + 1000.0 * 660.0, 1600.0 * 900.0);
    }
}
