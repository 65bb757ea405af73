//! The weather of the day: rain and snow under the open sky, puddles, umbrellas, and the sun on
//! floors beneath windows.

use super::{
    camera::Rig,
    people::{Cast, Pose},
    scene::{MapPicture, MapScene, Marks, Side, Sunlit, on_both_sides, upright},
};
use crate::desktop::{
    frame::FrameStep,
    pictures::{
        campus::TILE,
        light::sunshine,
        sky::{open_sky, puddles},
    },
    run::session::Run,
};
use bevy::{
    asset::{RenderAssetUsages, uuid_handle},
    camera::visibility::RenderLayers,
    image::ImageSampler,
    prelude::*,
    render::render_resource::{AsBindGroup, Extent3d, TextureDimension, TextureFormat},
    shader::ShaderRef,
    sprite::Anchor,
    sprite_render::{AlphaMode2d, Material2d, Material2dPlugin},
};
use collegium_core::ids::AgentId;
use collegium_sim::campus::{CampusMap, Sky};

const SHADER: Handle<Shader> = uuid_handle!("9a1d7c3e-2b64-4f0b-8a55-c1f37e60d842");

/// Depths: the sun on floors, puddles, and what falls: over people, and under the night.
const DEPTH: (f32, f32, f32) = (9.6, 9.7, 45.0);

/// Columns and rows of pixels of a puddle, and how many there are in their picture.
const PUDDLE: (f32, f32, u32) = (48.0, 28.0, 4);

/// How far beside and above the feet an umbrella is held, in pixels; lower by whoever sits.
const HELD: (f32, f32) = (5.0, 23.0);
const SITTING: f32 = 8.0;

/// Colours of umbrellas.
const COLOURS: [[u8; 3]; 8] = [
    [0xc8, 0x5f, 0x58],
    [0x5f, 0x86, 0xbe],
    [0xe0, 0xb0, 0x50],
    [0x66, 0xa0, 0x62],
    [0x97, 0x72, 0xa8],
    [0xdc, 0x90, 0x5c],
    [0x58, 0xa4, 0x9e],
    [0x5a, 0x5c, 0x78],
];

/// Adds the weather.
pub(super) fn plugin(app: &mut App) {
    app.add_plugins(Material2dPlugin::<FallMaterial>::default());
    let shader = Shader::from_wgsl(include_str!("weather.wgsl"), "desktop/weather.wgsl");
    if let Some(mut shaders) = app.world_mut().get_resource_mut::<Assets<Shader>>()
        && let Err(error) = shaders.insert(SHADER.id(), shader)
    {
        warn!("rain and snow cannot be drawn: {error}");
    }
    app.init_resource::<Open>().add_systems(
        Update,
        (fall, (open_umbrellas, hold).chain(), lie).in_set(FrameStep::Show),
    );
}

/// What rain and snow are drawn with.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
pub struct FallMaterial {
    /// Seconds; how much falls; 1 for snow; pixels of the map to one of the screen.
    #[uniform(0)]
    fall: Vec4,
    /// Width and height of the map in pixels.
    #[uniform(1)]
    size: Vec4,
    #[texture(2)]
    #[sampler(3)]
    sky: Handle<Image>,
}

impl Material2d for FallMaterial {
    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }
}

/// Over which cells of the map the sky is open.
#[derive(Resource, Default)]
struct Open(Vec<bool>);

/// The sheet on which rain and snow are drawn.
#[derive(Component)]
struct FallSheet;

/// A puddle.
#[derive(Component)]
struct Puddle;

/// Somebody's umbrella on a side.
#[derive(Component)]
struct Umbrella(usize, Side);

/// Hangs the weather over a new map.
pub(super) fn spawn(world: &mut World) {
    let Some(map) = world
        .get_resource::<Run>()
        .map(|run| std::sync::Arc::clone(run.campus.map()))
    else {
        return;
    };
    let open = open_sky(&map);
    hang(world, &map, &open);
    let puddle = world.resource::<Marks>().puddles.clone();
    let side = TILE as f32;
    if let Some(image) = puddle {
        for (tile, number) in puddles(&map, &open) {
            let look = (number % PUDDLE.2) as f32 * PUDDLE.0;
            let sprite = Sprite {
                image: image.clone(),
                rect: Some(Rect::new(look, 0.0, look + PUDDLE.0, PUDDLE.1)),
                flip_x: (number / PUDDLE.2).is_multiple_of(2),
                color: Color::WHITE.with_alpha(0.0),
                ..default()
            };
            let (x, y) = (f32::from(tile.x) + 1.0, f32::from(tile.y) + 0.5);
            let place = Transform::from_xyz(x * side, -y * side, DEPTH.1);
            world.spawn((
                MapScene,
                MapPicture,
                on_both_sides(),
                Puddle,
                sprite,
                place,
                Visibility::Hidden,
            ));
        }
    }
    world.insert_resource(Open(open));
}

/// Hangs the sheet on which rain and snow are drawn.
fn hang(world: &mut World, map: &CampusMap, open: &[bool]) {
    let (columns, rows) = (map.grid.width, map.grid.height);
    let size = Extent3d {
        width: columns.max(1) as u32,
        height: rows.max(1) as u32,
        depth_or_array_layers: 1,
    };
    let bytes: Vec<u8> = open.iter().map(|open| u8::from(*open) * 255).collect();
    if bytes.len() != (size.width * size.height) as usize {
        return;
    }
    let mut sky = Image::new(
        size,
        TextureDimension::D2,
        bytes,
        TextureFormat::R8Unorm,
        RenderAssetUsages::RENDER_WORLD,
    );
    sky.sampler = ImageSampler::nearest();
    let sky = world.resource_mut::<Assets<Image>>().add(sky);
    let side = TILE as f32;
    let (width, height) = (f32::from(columns) * side, f32::from(rows) * side);
    let material = FallMaterial {
        fall: Vec4::ZERO,
        size: Vec4::new(width, height, 0.0, 0.0),
        sky,
    };
    let material = world.resource_mut::<Assets<FallMaterial>>().add(material);
    let mesh = world
        .resource_mut::<Assets<Mesh>>()
        .add(Rectangle::new(width, height));
    world.spawn((
        (MapScene, MapPicture, on_both_sides(), FallSheet),
        Mesh2d(mesh),
        MeshMaterial2d(material),
        Transform::from_xyz(width / 2.0, -height / 2.0, DEPTH.2),
        Visibility::Hidden,
    ));
}

const fn shown(on: bool) -> Visibility {
    if on {
        Visibility::Inherited
    } else {
        Visibility::Hidden
    }
}

/// What the sky does at this moment.
fn sky(run: &Run) -> Sky {
    let now = run.campus.clock().now;
    run.campus.scenario().weather(now).at(now.of_day())
}

/// Lets rain or snow fall; nothing is done while nothing falls.
fn fall(
    run: Res<Run>,
    rig: Res<Rig>,
    time: Res<Time<Real>>,
    mut materials: ResMut<Assets<FallMaterial>>,
    mut sheets: Query<(&MeshMaterial2d<FallMaterial>, &mut Visibility), With<FallSheet>>,
) {
    let sky = sky(&run);
    for (material, mut visibility) in &mut sheets {
        visibility.set_if_neq(shown(sky.falls()));
        if !sky.falls() {
            continue;
        }
        if let Some(mut material) = materials.get_mut(&material.0) {
            let strength = run
                .campus
                .scenario()
                .weather(run.campus.clock().now)
                .strength;
            let snow = f32::from(u8::from(sky == Sky::Snow));
            let seconds = time.elapsed_secs_wrapped();
            material.fall = Vec4::new(seconds, strength, snow, (1.0 / rig.zoom.max(0.01)).max(1.0));
        }
    }
}

/// Gives everybody an umbrella when something falls for the first time.
fn open_umbrellas(
    mut commands: Commands,
    run: Res<Run>,
    marks: Res<Marks>,
    umbrellas: Query<(), With<Umbrella>>,
) {
    if !sky(&run).falls() || !umbrellas.is_empty() {
        return;
    }
    let Some(image) = &marks.umbrella else { return };
    for side in Side::ALL {
        for person in 0..run.campus.people() {
            let [r, g, b] = COLOURS[person * 5 / 3 % COLOURS.len()];
            let sprite = Sprite {
                image: image.clone(),
                color: Color::srgb_u8(r, g, b),
                ..default()
            };
            commands.spawn((
                (MapScene, Umbrella(person, side)),
                sprite,
                Anchor::BOTTOM_CENTER,
                Transform::default(),
                Visibility::Hidden,
                RenderLayers::layer(side.layer()),
            ));
        }
    }
}

/// Holds umbrellas over those who are under the open sky while something falls.
fn hold(
    run: Res<Run>,
    cast: Res<Cast>,
    open: Res<Open>,
    mut umbrellas: Query<(&Umbrella, &mut Transform, &mut Visibility)>,
    mut held: Local<bool>,
) {
    let falls = sky(&run).falls();
    if !falls && !*held {
        return;
    }
    *held = falls;
    let grid = &run.campus.map().grid;
    let height = f32::from(grid.height) * TILE as f32;
    let wet = |pose: &Pose| {
        let at = grid.index(pose.tile());
        at.and_then(|at| open.0.get(at)).copied().unwrap_or(false)
    };
    for (Umbrella(person, side), mut transform, mut visibility) in &mut umbrellas {
        let pose = cast.pose_on(*side, AgentId(*person as u32));
        let pose = pose.filter(|pose| falls && !pose.lying && wet(pose));
        visibility.set_if_neq(shown(pose.is_some()));
        if let Some(pose) = pose {
            let sits = pose.frame.1 == 4;
            let up = HELD.1 - if sits { SITTING } else { 0.0 };
            let depth = upright(pose.feet.y, height) + *person as f32 * 1e-6 + 5e-7;
            transform.translation = Vec3::new(pose.feet.x + HELD.0, up - pose.feet.y, depth);
        }
    }
}

/// Shows puddles as far as ways are wet, and the sun on floors as far as it shines.
#[expect(
    clippy::type_complexity,
    reason = "two queries of the same shape that must not overlap"
)]
fn lie(
    run: Res<Run>,
    mut puddles: Query<(&mut Sprite, &mut Visibility), (With<Puddle>, Without<Sunlit>)>,
    mut rays: Query<(&Sunlit, &mut Sprite, &mut Visibility), Without<Puddle>>,
    open: Res<Open>,
    mut was: Local<(f32, f32)>,
) {
    let now = run.campus.clock().now;
    let weather = run.campus.scenario().weather(now);
    let wet = weather.wet(now.of_day());
    let sun = sunshine(now.hour()) * (1.0 - weather.cloud(now.of_day()));
    let same = (was.0 - wet).abs() < 0.02 && (was.1 - sun).abs() < 0.02;
    if same && !open.is_changed() {
        return;
    }
    *was = (wet, sun);
    for (mut sprite, mut visibility) in &mut puddles {
        visibility.set_if_neq(shown(wet > 0.02));
        sprite.color.set_alpha(0.8 * wet);
    }
    for (Sunlit(opacity), mut sprite, mut visibility) in &mut rays {
        visibility.set_if_neq(shown(sun > 0.02));
        sprite.color.set_alpha(sun * opacity);
    }
}
