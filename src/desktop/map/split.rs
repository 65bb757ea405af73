//! The twin's half of the screen: a second camera over the same map, which sees the twin's people
//! and draws into a picture that the panels show.

use super::{
    camera::{MainCamera, Rig, aimed},
    scene::Side,
};
use crate::desktop::{frame::FrameStep, state::View};
use bevy::{
    camera::{CompositingSpace, ImageRenderTarget, RenderTarget, visibility::RenderLayers},
    prelude::*,
    render::render_resource::TextureFormat,
    window::PrimaryWindow,
};
use bevy_egui::{EguiTextureHandle, EguiUserTextures, egui};

/// Adds the twin's half.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Split>()
        .add_systems(Update, aim.in_set(FrameStep::Aim));
}

/// The picture of the twin's half.
#[derive(Resource, Default)]
pub struct Split {
    camera: Option<Entity>,
    picture: Option<(Handle<Image>, UVec2)>,
    /// The picture for the panels; none while nothing is compared.
    pub texture: Option<egui::TextureId>,
}

/// The camera of the twin's half.
#[derive(Component)]
struct TwinCamera;

/// Makes the picture as large as the twin's half and aims its camera at what the other half shows.
fn aim(
    mut commands: Commands,
    window: Single<&Window, With<PrimaryWindow>>,
    (rig, view): (Res<Rig>, Res<View>),
    mut split: ResMut<Split>,
    mut images: ResMut<Assets<Image>>,
    mut textures: ResMut<EguiUserTextures>,
    mut cameras: Query<(&mut Transform, &mut Projection), (With<TwinCamera>, Without<MainCamera>)>,
) {
    let Some(rect) = view.twin_rect else {
        // Nothing is drawn for nobody.
        if let Some(camera) = split.camera.take() {
            commands.entity(camera).despawn();
        }
        if let Some((picture, _)) = split.picture.take() {
            textures.remove_image(&picture);
        }
        split.texture = None;
        return;
    };
    let scale = window.scale_factor();
    let size = (Vec2::new(rect.width(), rect.height()) * scale)
        .round()
        .as_uvec2()
        .max(UVec2::ONE);
    if split
        .picture
        .as_ref()
        .is_none_or(|(_, known)| *known != size)
    {
        let picture = images.add(Image::new_target_texture(
            size.x,
            size.y,
            TextureFormat::Rgba8UnormSrgb,
            None,
        ));
        if let Some((old, _)) = split.picture.replace((picture.clone(), size)) {
            textures.remove_image(&old);
        }
        split.texture = Some(textures.add_image(EguiTextureHandle::Strong(picture.clone())));
        let target = RenderTarget::Image(ImageRenderTarget {
            handle: picture,
            scale_factor: scale,
        });
        match split.camera {
            Some(camera) => {
                commands.entity(camera).insert(target);
            }
            None => {
                let seen = RenderLayers::from_layers(&[0, Side::Twin.layer()]);
                let first = Camera {
                    order: -1,
                    ..default()
                };
                let look = (
                    Camera2d,
                    first,
                    target,
                    Msaa::Off,
                    CompositingSpace::Linear,
                    seen,
                );
                split.camera = Some(commands.spawn((TwinCamera, look)).id());
            }
        }
    }
    let goal = aimed(&rig, Vec2::ZERO, size.as_vec2() / scale);
    for (mut transform, mut projection) in &mut cameras {
        if transform.translation != goal {
            transform.translation = goal;
        }
        if let Projection::Orthographic(orthographic) = &mut *projection {
            orthographic.scale = 1.0 / rig.zoom;
        }
    }
}
