//! A picture of the bare map: without people, light and panels, a pixel for a pixel of the map.

use super::{camera::Rig, scene::BARE};
use bevy::{
    camera::{CompositingSpace, ImageRenderTarget, RenderTarget, visibility::RenderLayers},
    prelude::*,
    render::render_resource::TextureFormat,
};

/// Pixels along a side of a texture at most: so many every graphics card has.
const MOST: f32 = 8192.0;

/// Marks the camera that takes the picture.
#[derive(Component)]
pub struct BareCamera;

/// Sets up the camera; its picture is there some frames later. A map of more pixels than a texture
/// can have is made smaller.
pub fn aim(commands: &mut Commands, images: &mut Assets<Image>, rig: &Rig) -> Handle<Image> {
    let size = rig.map_size();
    let smaller = (size.max_element() / MOST).max(1.0).ceil();
    let pixels = (size / smaller).as_uvec2().max(UVec2::ONE);
    let format = TextureFormat::Rgba8UnormSrgb;
    let picture = images.add(Image::new_target_texture(pixels.x, pixels.y, format, None));
    let first = Camera {
        order: -2,
        ..default()
    };
    let target = RenderTarget::Image(ImageRenderTarget {
        handle: picture.clone(),
        scale_factor: 1.0,
    });
    let middle = Vec3::new(size.x / 2.0, -size.y / 2.0, 999.0);
    let mut projection = OrthographicProjection::default_2d();
    projection.scale = smaller;
    commands.spawn((
        BareCamera,
        Camera2d,
        first,
        target,
        Msaa::Off,
        CompositingSpace::Linear,
        RenderLayers::from_layers(&[0, BARE]),
        Projection::Orthographic(projection),
        Transform::from_translation(middle),
    ));
    picture
}
