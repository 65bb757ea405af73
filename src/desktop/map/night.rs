//! Night over the map: one sheet that darkens everything by the hour and leaves lit what lamps and
//! windows light.

use super::scene::{MapPicture, MapScene, on_both_sides};
use crate::desktop::{
    frame::FrameStep,
    pictures::{
        campus::{Light, LightKind, TILE, tile_of},
        light::{LightMap, Reach, ambient, clouded, darkness},
    },
    run::session::Run,
};
use bevy::{
    asset::{RenderAssetUsages, uuid_handle},
    image::{ImageFilterMode, ImageSampler, ImageSamplerDescriptor},
    mesh::MeshVertexBufferLayoutRef,
    prelude::*,
    render::render_resource::{
        AsBindGroup, BlendComponent, BlendFactor, BlendOperation, BlendState, Extent3d,
        RenderPipelineDescriptor, SpecializedMeshPipelineError, TextureDimension, TextureFormat,
    },
    shader::ShaderRef,
    sprite_render::{AlphaMode2d, Material2d, Material2dKey, Material2dPlugin},
};
use collegium_core::ids::PlaceId;
use collegium_sim::campus::{CampusMap, PlaceKind, Posture, Tile, people::Doing};

const SHADER: Handle<Shader> = uuid_handle!("5d9c2c0e-57b1-4c8e-9a3b-6f0e4d1f7a21");

/// Real seconds between two looks at which rooms are lit.
const EVERY: f32 = 0.6;

/// Adds the light of the day and of lamps.
pub(super) fn plugin(app: &mut App) {
    app.add_plugins(Material2dPlugin::<NightMaterial>::default());
    let shader = Shader::from_wgsl(include_str!("night.wgsl"), "desktop/night.wgsl");
    if let Some(mut shaders) = app.world_mut().get_resource_mut::<Assets<Shader>>()
        && let Err(error) = shaders.insert(SHADER.id(), shader)
    {
        warn!("the night cannot be drawn: {error}");
    }
    app.init_resource::<Lamps>().add_systems(
        Update,
        (light_rooms, darken).chain().in_set(FrameStep::Show),
    );
}

/// What the night is drawn with.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
pub struct NightMaterial {
    #[uniform(0)]
    ambient: LinearRgba,
    #[texture(1)]
    #[sampler(2)]
    lights: Handle<Image>,
}

impl Material2d for NightMaterial {
    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }

    fn specialize(
        descriptor: &mut RenderPipelineDescriptor,
        _layout: &MeshVertexBufferLayoutRef,
        _key: Material2dKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        let multiply = BlendComponent {
            src_factor: BlendFactor::Dst,
            dst_factor: BlendFactor::Zero,
            operation: BlendOperation::Add,
        };
        let keep = BlendComponent {
            src_factor: BlendFactor::Zero,
            dst_factor: BlendFactor::One,
            operation: BlendOperation::Add,
        };
        for target in descriptor
            .fragment
            .iter_mut()
            .flat_map(|f| f.targets.iter_mut().flatten())
        {
            target.blend = Some(BlendState {
                color: multiply,
                alpha: keep,
            });
        }
        Ok(())
    }
}

/// The lights of the map and which of them are lit.
#[derive(Resource, Default)]
pub struct Lamps {
    lights: Vec<(Light, Reach, Option<usize>)>,
    lit: Vec<bool>,
    picture: Handle<Image>,
    material: Handle<NightMaterial>,
    next_look: f32,
}

/// A halo around a street lamp.
#[derive(Component)]
struct Halo;

/// The sheet that darkens.
#[derive(Component)]
struct NightSheet;

/// Hangs the night over a new map.
pub fn spawn(world: &mut World, lights: Vec<Light>, glow: Option<Handle<Image>>) {
    let Some(map) = world
        .get_resource::<Run>()
        .map(|s| std::sync::Arc::clone(s.campus.map()))
    else {
        return;
    };
    let (columns, rows) = (map.grid.width, map.grid.height);
    let dark = LightMap::dark(columns, rows);
    let picture = world.resource_mut::<Assets<Image>>().add(picture(&dark));
    let material = NightMaterial {
        ambient: LinearRgba::WHITE,
        lights: picture.clone(),
    };
    let material = world.resource_mut::<Assets<NightMaterial>>().add(material);
    let (width, height) = (
        f32::from(columns) * TILE as f32,
        f32::from(rows) * TILE as f32,
    );
    let mesh = world
        .resource_mut::<Assets<Mesh>>()
        .add(Rectangle::new(width, height));
    world.spawn((
        MapScene,
        MapPicture,
        NightSheet,
        on_both_sides(),
        Mesh2d(mesh),
        MeshMaterial2d(material.clone()),
        Transform::from_xyz(width / 2.0, -height / 2.0, 50.0),
        Visibility::Hidden,
    ));
    for light in lights
        .iter()
        .filter(|l| l.kind == LightKind::Lamp && outdoors(l, &map))
    {
        let Some(glow) = &glow else { break };
        let [r, g, b] = light.color;
        let size = light.radius.min(3.0) * TILE as f32;
        world.spawn((
            MapScene,
            MapPicture,
            Halo,
            on_both_sides(),
            Sprite {
                image: glow.clone(),
                color: Color::srgba(r, g, b, 0.0),
                custom_size: Some(Vec2::splat(size)),
                ..default()
            },
            Transform::from_xyz(light.at.0 * TILE as f32, -light.at.1 * TILE as f32, 55.0),
            Visibility::Hidden,
        ));
    }
    let room = |l: &Light| room_of(l, &map).map(|place| place.0 as usize);
    let lights: Vec<_> = lights
        .into_iter()
        .map(|l| (Reach::of(&l, &map), room(&l), l))
        .map(|(r, p, l)| (l, r, p))
        .collect();
    world.insert_resource(Lamps {
        lights,
        lit: Vec::new(),
        picture,
        material,
        next_look: 0.0,
    });
}

/// The room that a light belongs to: where it is, or before the wall that it hangs on; behind the
/// wall, for a window in the outer face of a building.
fn room_of(light: &Light, map: &CampusMap) -> Option<PlaceId> {
    let Tile { x, y } = tile_of(light);
    let behind = if light.kind == LightKind::Window {
        3
    } else {
        0
    };
    [0, 1]
        .into_iter()
        .chain((1..=behind).map(|up| -up))
        .find_map(|step| {
            map.place_of(Tile::new(x, y.saturating_add(step)))
                .filter(|place| !map.place(*place).kind.outdoors())
        })
}

fn outdoors(light: &Light, map: &CampusMap) -> bool {
    let tile = tile_of(light);
    let inside = |t| {
        map.place_of(t)
            .is_some_and(|p| !map.place(p).kind.outdoors())
    };
    !inside(tile) && !inside(Tile::new(tile.x, tile.y + 1))
}

fn picture(lights: &LightMap) -> Image {
    let size = Extent3d {
        width: lights.width as u32,
        height: lights.height as u32,
        depth_or_array_layers: 1,
    };
    let (kind, format) = (TextureDimension::D2, TextureFormat::Rgba8UnormSrgb);
    let mut image = Image::new(size, kind, lights.bytes(), format, RenderAssetUsages::all());
    image.sampler = ImageSampler::Descriptor(ImageSamplerDescriptor {
        mag_filter: ImageFilterMode::Linear,
        min_filter: ImageFilterMode::Linear,
        ..ImageSamplerDescriptor::default()
    });
    image
}

/// Lights the rooms in which somebody is up, and draws the picture of lights anew when that has
/// changed.
fn light_rooms(
    run: Res<Run>,
    time: Res<Time<Real>>,
    mut lamps: ResMut<Lamps>,
    mut images: ResMut<Assets<Image>>,
) {
    lamps.next_look -= time.delta_secs();
    if lamps.next_look > 0.0 || darkness(ambient(run.campus.clock().now.hour())) == 0.0 {
        return;
    }
    lamps.next_look = EVERY;
    let map = run.campus.map();
    let mut lit = vec![false; map.places.len()];
    for person in run.campus.persons() {
        let asleep = person.activity.doing == Doing::Sleeping;
        if person.body.posture != Posture::Away
            && !asleep
            && let Some(place) = map.place_of(person.body.tile)
        {
            lit[place.0 as usize] = true;
        }
    }
    for (lit, place) in lit.iter_mut().zip(&map.places) {
        *lit &= !place.kind.outdoors();
    }
    if lit == lamps.lit {
        return;
    }
    let mut light = LightMap::dark(map.grid.width, map.grid.height);
    for (place, _) in map.places.iter().zip(&lit).filter(|(_, lit)| **lit) {
        let warm = if place.kind == PlaceKind::Bedroom {
            [0.42, 0.34, 0.24]
        } else {
            [0.5, 0.43, 0.33]
        };
        light.fill(place.rect, warm);
    }
    for (lamp, reach, room) in &lamps.lights {
        if room.is_none_or(|room| lit[room]) {
            light.add(lamp, reach);
        }
    }
    if let Some(mut image) = images.get_mut(&lamps.picture) {
        image.data = Some(light.bytes());
    }
    lamps.lit = lit;
}

/// Darkens the map by the hour.
fn darken(
    run: Res<Run>,
    lamps: Res<Lamps>,
    mut materials: ResMut<Assets<NightMaterial>>,
    mut sheets: Query<&mut Visibility, (With<NightSheet>, Without<Halo>)>,
    mut halos: Query<(&mut Sprite, &mut Visibility), With<Halo>>,
    mut shown: Local<[f32; 3]>,
) {
    let clock = run.campus.clock();
    let moment = clock.now.hour() + run.drive.fraction * clock.tick_seconds as f32 / 3600.0;
    let clear = ambient(moment);
    let weather = run.campus.scenario().weather(clock.now);
    let light = clouded(clear, weather.cloud(clock.now.of_day()));
    if light.iter().zip(*shown).all(|(a, b)| (a - b).abs() < 0.002) && !lamps.is_changed() {
        return;
    }
    *shown = light;
    let dark = darkness(clear);
    let visible = |on: bool| {
        if on {
            Visibility::Inherited
        } else {
            Visibility::Hidden
        }
    };
    for mut visibility in &mut sheets {
        visibility.set_if_neq(visible(light.iter().any(|c| *c < 0.995)));
    }
    for (mut sprite, mut visibility) in &mut halos {
        visibility.set_if_neq(visible(dark > 0.02));
        sprite.color.set_alpha(0.5 * dark);
    }
    if let Some(mut material) = materials.get_mut(&lamps.material) {
        material.ambient = Color::srgba(light[0], light[1], light[2], 1.0)
            .to_linear()
            .with_alpha(dark);
    }
}
