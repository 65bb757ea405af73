//! A campus to watch in a window of one's own, a simulated minute a second:
//! `cargo run --example watch`.

use bevy::{
    asset::RenderAssetUsages,
    camera::ScalingMode,
    image::{ImageSampler, ToExtents},
    prelude::*,
    render::render_resource::{TextureDimension, TextureFormat},
};
use collegium_core::{ids::AgentId, time::Clock};
use collegium_sim::{
    campus::{Ground, Posture, Tile, people::Body, scenario},
    simulation::{CampusPlugins, step},
};
use std::{path::Path, sync::Arc};

fn main() -> Result {
    let (scenario, map) = scenario::load(Path::new("scenarios/first-week.toml"), default())?;
    let campus = CampusPlugins {
        scenario: Arc::new(scenario),
        map: Arc::new(map),
        threads: 1,
    };
    App::new()
        .add_plugins((DefaultPlugins, campus))
        .add_systems(Startup, draw_map)
        .add_systems(Update, (live, dress, pose).chain())
        .run();
    Ok(())
}

/// The map, a pixel for each tile: places in colours of their own, paths, walls.
fn draw_map(mut commands: Commands, ground: Res<Ground>, mut images: ResMut<Assets<Image>>) {
    let grid = &ground.0.grid;
    let color = |tile: Tile| match ground.0.place_of(tile) {
        _ if !grid.walkable(tile) => Color::srgb(0.2, 0.22, 0.2),
        Some(place) => Color::hsl(f32::from(place.0) * 47.0 % 360.0, 0.25, 0.75),
        None => Color::srgb(0.85, 0.83, 0.75),
    };
    let pixel = |i| color(grid.tile(i)).to_srgba().to_u8_array();
    let mut image = Image::new(
        UVec2::new(grid.width as u32, grid.height as u32).to_extents(),
        TextureDimension::D2,
        (0..grid.len()).flat_map(pixel).collect(),
        TextureFormat::Rgba8UnormSrgb,
        RenderAssetUsages::RENDER_WORLD,
    );
    image.sampler = ImageSampler::nearest();
    let (w, h) = (f32::from(grid.width), f32::from(grid.height));
    let middle = Transform::from_xyz(w / 2.0 - 0.5, 0.5 - h / 2.0, 0.0);
    commands.spawn((Sprite::from_image(images.add(image)), middle));
    let mut lens = OrthographicProjection::default_2d();
    lens.scaling_mode = ScalingMode::FixedVertical { viewport_height: h };
    commands.spawn((Camera2d, Projection::Orthographic(lens), middle));
}

/// Lets sixty times as much time pass on the campus as in the window.
fn live(world: &mut World) {
    let passed = world.resource::<Time>().elapsed_secs() * 60.0;
    let until = world.resource::<Clock>().start.plus(passed as u32);
    while world.resource::<Clock>().now < until {
        step(world, until);
    }
}

/// Gives the campus's own people something to be seen by.
fn dress(mut commands: Commands, people: Query<(Entity, &AgentId), Without<Sprite>>) {
    for (person, id) in &people {
        let color = Color::hsl(id.0 as f32 * 137.5 % 360.0, 0.8, 0.4);
        let sprite = Sprite::from_color(color, Vec2::splat(1.2));
        commands.entity(person).insert(sprite);
    }
}

/// Puts them where they are; nobody sees who is in town.
fn pose(mut people: Query<(&Body, &mut Transform, &mut Visibility), With<Sprite>>) {
    for (body, mut transform, mut visibility) in &mut people {
        transform.translation = Vec3::new(f32::from(body.tile.x), -f32::from(body.tile.y), 1.0);
        *visibility = match body.posture {
            Posture::Away => Visibility::Hidden,
            _ => Visibility::Visible,
        };
    }
}
