//! The tile layers on the screen: an entity a tile, drawn in large parts of each layer at once.

use super::{
    bare::BareCamera,
    camera::Rig,
    scene::{MapPicture, MapScene},
};
use crate::desktop::{
    frame::FrameStep,
    pictures::campus::{self, Cell, FarGround, TILE, TileGrid, TileTexture},
};
use bevy::{
    asset::uuid_handle,
    prelude::*,
    render::render_resource::{AsBindGroup, RenderPipelineDescriptor},
    shader::ShaderRef,
    window::PrimaryWindow,
};
use bevy_ecs_tilemap::{
    MaterialTilemapBundle,
    map::{
        TilemapGridSize, TilemapId, TilemapRenderSettings, TilemapSize, TilemapTexture,
        TilemapTileSize,
    },
    prelude::{MaterialTilemap, MaterialTilemapHandle, MaterialTilemapKey, MaterialTilemapPlugin},
    tiles::{AnimatedTile, TileBundle, TileColor, TileFlip, TilePos, TilePosOld, TileTextureIndex},
};
use std::collections::BTreeMap;

/// Columns and rows of tiles that are drawn, or left out of sight, at once.
const CHUNK: UVec2 = UVec2::splat(32);

const SHADER: Handle<Shader> = uuid_handle!("0b4f86a2-6d0e-4a53-9c55-3a7e8f1d2c90");

/// Adds the drawing of tile layers.
pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        MaterialTilemapPlugin::<SolidTiles>::default(),
        MaterialTilemapPlugin::<ClearTiles>::default(),
        MaterialTilemapPlugin::<TintedTiles>::default(),
    ))
    .add_systems(Update, keep_distance.in_set(FrameStep::Show));
    let shader = Shader::from_wgsl(include_str!("tiles.wgsl"), "desktop/tiles.wgsl");
    if let Some(mut shaders) = app.world_mut().get_resource_mut::<Assets<Shader>>()
        && let Err(error) = shaders.insert(SHADER.id(), shader)
    {
        warn!("the map cannot be drawn: {error}");
    }
    let solid = material::<SolidTiles>(app);
    let clear = material::<ClearTiles>(app);
    let tinted = material::<TintedTiles>(app);
    app.insert_resource(Textures {
        known: BTreeMap::new(),
        solid,
        clear,
        tinted,
    });
}

fn material<M: MaterialTilemap + Default>(app: &mut App) -> Handle<M> {
    app.world_mut()
        .get_resource_mut::<Assets<M>>()
        .map(|mut materials| materials.add(M::default()))
        .unwrap_or_default()
}

/// What tiles are drawn with through which nothing shows: they need not be mixed with what is below
/// them.
#[derive(AsBindGroup, Asset, TypePath, Clone, Debug, Default)]
pub struct SolidTiles {}

impl MaterialTilemap for SolidTiles {
    fn vertex_shader() -> ShaderRef {
        SHADER.into()
    }

    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }

    fn specialize(descriptor: &mut RenderPipelineDescriptor, _key: MaterialTilemapKey<Self>) {
        let Some(fragment) = &mut descriptor.fragment else {
            return;
        };
        fragment.entry_point = Some("solid".into());
        for target in fragment.targets.iter_mut().flatten() {
            target.blend = None;
        }
    }
}

/// What tiles are drawn with through which something shows.
#[derive(AsBindGroup, Asset, TypePath, Clone, Debug, Default)]
pub struct ClearTiles {}

impl MaterialTilemap for ClearTiles {
    fn vertex_shader() -> ShaderRef {
        SHADER.into()
    }

    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }

    fn specialize(descriptor: &mut RenderPipelineDescriptor, _key: MaterialTilemapKey<Self>) {
        if let Some(fragment) = &mut descriptor.fragment {
            fragment.entry_point = Some("clear".into());
        }
    }
}

/// What tiles are drawn with that have only a colour.
#[derive(AsBindGroup, Asset, TypePath, Clone, Debug, Default)]
pub struct TintedTiles {}

impl MaterialTilemap for TintedTiles {
    fn vertex_shader() -> ShaderRef {
        SHADER.into()
    }

    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }

    fn specialize(descriptor: &mut RenderPipelineDescriptor, _key: MaterialTilemapKey<Self>) {
        if let Some(fragment) = &mut descriptor.fragment {
            fragment.entry_point = Some("tinted".into());
        }
    }
}

/// The textures that were made so far, by what they look like: those of a map that is drawn anew
/// are mostly the same, and what draws tiles keeps every texture that it was given.
#[derive(Resource)]
struct Textures {
    known: BTreeMap<u64, Handle<Image>>,
    solid: Handle<SolidTiles>,
    clear: Handle<ClearTiles>,
    tinted: Handle<TintedTiles>,
}

/// Marks a layer that is seen at some zooms only.
#[derive(Component, Clone, Copy, Debug, PartialEq)]
enum Distance {
    /// From nearer than this zoom, in screen pixels per pixel of the map.
    Near(f32),
    /// At this zoom and from afar.
    Far(f32),
}

impl Distance {
    /// Whether it is seen at a zoom.
    fn shows(self, zoom: f32) -> bool {
        match self {
            Self::Near(limit) => zoom > limit,
            Self::Far(limit) => zoom <= limit,
        }
    }
}

/// Shows the layers that are seen at the present zoom.
fn keep_distance(
    rig: Res<Rig>,
    window: Single<&Window, With<PrimaryWindow>>,
    bare: Query<(), With<BareCamera>>,
    mut layers: Query<(&Distance, &mut Visibility)>,
) {
    let zoom = if bare.is_empty() {
        rig.zoom * window.scale_factor()
    } else {
        1.0
    };
    for (distance, mut visibility) in &mut layers {
        visibility.set_if_neq(if distance.shows(zoom) {
            Visibility::Inherited
        } else {
            Visibility::Hidden
        });
    }
}

/// Puts the tile layers of a map of so many columns and rows on the screen, and the ground that is
/// in their place from afar. Those that are seen only from near are still without tiles.
pub(super) fn spawn(
    world: &mut World,
    size: (u32, u32),
    textures: Vec<TileTexture>,
    grids: Vec<TileGrid>,
    far: Option<FarGround>,
) -> Vec<(NearLayer, Vec<Cell>)> {
    // A pixel more for what is not quite the zoom that was wanted.
    let limit = far.as_ref().map(|far| 1.01 / far.side as f32);
    let cells = Cells { size, side: TILE };
    let near = spawn_grids(world, cells, textures, grids, limit.map(Distance::Near));
    if let Some(far) = far {
        let cells = Cells {
            size: (size.0.div_ceil(far.side), size.1.div_ceil(far.side)),
            side: far.side * TILE,
        };
        let seen = limit.map(Distance::Far);
        for (layer, cells) in spawn_grids(world, cells, far.textures, far.grids, seen) {
            fill(world, &layer, &cells);
        }
    }
    near
}

/// Puts tile layers on the screen; those that are seen only from some distance are still without
/// tiles.
fn spawn_grids(
    world: &mut World,
    cells: Cells,
    textures: Vec<TileTexture>,
    grids: Vec<TileGrid>,
    distance: Option<Distance>,
) -> Vec<(NearLayer, Vec<Cell>)> {
    let images: Vec<Handle<Image>> = textures.into_iter().map(|t| image(world, t)).collect();
    let made = world.resource::<Textures>();
    let (solid, clear) = (made.solid.clone(), made.clear.clone());
    let mut empty = Vec::new();
    for grid in grids {
        let Some(image) = images.get(grid.texture).cloned() else {
            continue;
        };
        let look = LayerLook {
            tile: grid.tile,
            shift: grid.shift,
            depth: grid.depth,
            image,
        };
        let map = if grid.opaque {
            layer(world, cells, look, solid.clone())
        } else {
            layer(world, cells, look, clear.clone())
        };
        world.entity_mut(map).insert(MapPicture);
        let layer = NearLayer {
            map,
            rows: cells.size.1,
            opacity: grid.opacity,
            distance: distance.filter(|_| !grid.always),
        };
        if let Some(distance) = layer.distance {
            world.entity_mut(map).insert(distance);
            empty.push((layer, grid.cells));
        } else {
            fill(world, &layer, &grid.cells);
        }
    }
    empty
}

/// A texture that looks like that.
fn image(world: &mut World, texture: TileTexture) -> Handle<Image> {
    let known = &world.resource::<Textures>().known;
    if let Some(image) = known.get(&texture.stamp) {
        return image.clone();
    }
    let image = world.resource_mut::<Assets<Image>>().add(texture.image);
    let mut textures = world.resource_mut::<Textures>();
    textures.known.insert(texture.stamp, image.clone());
    image
}

/// How the tiles of a layer look and where they lie.
struct LayerLook {
    /// Columns and rows of pixels of a tile.
    tile: (u32, u32),
    /// How far the lower left corner of a tile is from that of its cell: to the right and up.
    shift: (f32, f32),
    depth: f32,
    image: Handle<Image>,
}

/// The cells of a layer.
#[derive(Clone, Copy)]
struct Cells {
    /// Columns and rows.
    size: (u32, u32),
    /// Pixels of the map along a side of each.
    side: u32,
}

/// A layer, still without tiles.
fn layer<M: MaterialTilemap + Default>(
    world: &mut World,
    cells: Cells,
    look: LayerLook,
    material: Handle<M>,
) -> Entity {
    let (columns, rows) = cells.size;
    let side = cells.side as f32;
    let tile = Vec2::new(look.tile.0 as f32, look.tile.1 as f32);
    // Where the middle of the leftmost tile of the lowest row is.
    let at = Vec2::new(look.shift.0, look.shift.1 - rows as f32 * side) + tile / 2.0;
    world
        .spawn((
            MapScene,
            MaterialTilemapBundle::<M> {
                grid_size: TilemapGridSize::new(side, side),
                size: TilemapSize::new(columns, rows),
                texture: TilemapTexture::TextureContainer(look.image),
                tile_size: TilemapTileSize::new(tile.x, tile.y),
                transform: Transform::from_translation(at.extend(look.depth)),
                render_settings: TilemapRenderSettings {
                    render_chunk_size: CHUNK,
                    y_sort: false,
                },
                material: MaterialTilemapHandle::from(material),
                ..default()
            },
        ))
        .id()
}

/// A layer of so many columns and rows for tiles that have only a colour.
pub(super) fn tinted(world: &mut World, size: (u32, u32), depth: f32) -> Entity {
    let image = image(world, campus::blank());
    let look = LayerLook {
        tile: (TILE, TILE),
        shift: (0.0, 0.0),
        depth,
        image,
    };
    let material = world.resource::<Textures>().tinted.clone();
    layer(world, Cells { size, side: TILE }, look, material)
}

/// A tile that has only a colour.
pub(super) struct Tint {
    /// Its column, and its row from the top.
    pub at: (u32, u32),
    /// Its colour.
    pub color: TileColor,
}

/// Puts tiles into a layer of so many rows.
pub(super) fn tint(
    world: &mut World,
    layer: Entity,
    rows: u32,
    tints: impl Iterator<Item = Tint>,
) -> Vec<Entity> {
    let tile = |tint: Tint| {
        let position = TilePos::new(tint.at.0, rows.saturating_sub(tint.at.1 + 1));
        let bundle = TileBundle {
            position,
            tilemap_id: TilemapId(layer),
            color: tint.color,
            old_position: TilePosOld(position),
            ..default()
        };
        (MapScene, bundle)
    };
    world
        .spawn_batch(tints.map(tile).collect::<Vec<_>>())
        .collect()
}

/// A layer that is drawn tile by tile only from near.
pub(super) struct NearLayer {
    map: Entity,
    rows: u32,
    opacity: f32,
    distance: Option<Distance>,
}

impl NearLayer {
    /// Whether it is seen at a zoom.
    pub fn shows(&self, zoom: f32) -> bool {
        self.distance.is_none_or(|distance| distance.shows(zoom))
    }
}

/// Puts tiles into a layer. They are marked as what goes with the map, as nothing else takes them
/// away.
pub(super) fn fill(world: &mut World, layer: &NearLayer, cells: &[Cell]) -> Vec<Entity> {
    // What draws tiles expects their layer to be there.
    if world.get_entity(layer.map).is_err() {
        return Vec::new();
    }
    let color = TileColor(Color::WHITE.with_alpha(layer.opacity));
    let tile = |cell: &Cell| {
        // Rows are counted from below here.
        let position = TilePos::new(cell.x, layer.rows.saturating_sub(cell.y + 1));
        let bundle = TileBundle {
            position,
            texture_index: TileTextureIndex(cell.look),
            tilemap_id: TilemapId(layer.map),
            flip: TileFlip {
                x: cell.flips.horizontal,
                y: cell.flips.vertical,
                d: cell.flips.diagonal,
            },
            color,
            old_position: TilePosOld(position),
            ..default()
        };
        (MapScene, MapPicture, bundle)
    };
    // As lists: where an iterator only guesses its length, Bevy 0.19.1 frees entities twice.
    let still = cells.iter().filter(|cell| cell.moves.is_none());
    let still = world.spawn_batch(still.map(tile).collect::<Vec<_>>());
    let mut tiles: Vec<Entity> = still.collect();
    let moving = cells.iter().filter_map(|cell| {
        let (end, speed) = cell.moves?;
        let animation = AnimatedTile {
            start: cell.look,
            end,
            speed,
        };
        Some((tile(cell), animation))
    });
    tiles.extend(world.spawn_batch(moving.collect::<Vec<_>>()));
    tiles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_every_zoom_the_ground_is_drawn_once() {
        for zoom in [0.05, 0.25, 0.5, 0.505, 0.51, 1.0, 4.0] {
            let [near, far] = [Distance::Near, Distance::Far].map(|d| d(0.505).shows(zoom));
            assert_ne!(near, far, "{zoom}");
        }
    }
}
