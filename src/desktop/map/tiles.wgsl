// Draws the tiles of a layer: a quad each, with its picture out of an array of pictures.

#import bevy_ecs_tilemap::common::{VertexInput, tilemap_data, mesh, sprite_texture, sprite_sampler}
#import bevy_sprite::mesh2d_view_bindings::{view, globals}

struct TileVertex {
    @builtin(position) position: vec4<f32>,
    @location(0) uv: vec2<f32>,
    @location(1) @interpolate(flat) look: u32,
    @location(2) @interpolate(flat) color: vec4<f32>,
}

@vertex
fn vertex(in: VertexInput) -> TileVertex {
    // The corners of a quad: lower left, upper left, upper right, lower right.
    let corner = in.v_index % 4u;
    let from_middle = vec2<f32>(
        select(-0.5, 0.5, corner >= 2u),
        select(-0.5, 0.5, corner == 1u || corner == 2u),
    );
    let at = in.position.xy * tilemap_data.grid_size + from_middle * tilemap_data.tile_size;
    var uv = vec2<f32>(from_middle.x + 0.5, 0.5 - from_middle.y);
    // Turned as Tiled says it: over the upright axis, the level one, the diagonal.
    let flips = u32(in.uv.y);
    uv.x = select(uv.x, 1.0 - uv.x, (flips & 1u) != 0u);
    uv.y = select(uv.y, 1.0 - uv.y, (flips & 2u) != 0u);
    uv = select(uv, uv.yx, (flips & 4u) != 0u);
    let passed = fract(globals.time * in.position.z) * (in.uv.w - in.uv.z);

    var out: TileVertex;
    out.position = view.clip_from_world * mesh.model * vec4<f32>(at, 0.0, 1.0);
    out.uv = uv;
    out.look = u32(clamp(in.uv.z + passed, in.uv.z, in.uv.w));
    out.color = in.color;
    return out;
}

// What lies below shows through.
@fragment
fn clear(in: TileVertex) -> @location(0) vec4<f32> {
    let color = textureSample(sprite_texture, sprite_sampler, in.uv, in.look);
    return vec4<f32>(color.rgb, color.a * in.color.a);
}

// Nothing shows through.
@fragment
fn solid(in: TileVertex) -> @location(0) vec4<f32> {
    return textureSample(sprite_texture, sprite_sampler, in.uv, in.look);
}

// No picture but a colour, in which the tiles are still told apart.
@fragment
fn tinted(in: TileVertex) -> @location(0) vec4<f32> {
    let from_middle = abs(in.uv - vec2<f32>(0.5));
    let edge = max(from_middle.x, from_middle.y) > 0.47;
    return vec4<f32>(in.color.rgb, in.color.a * select(1.0, 0.6, edge));
}
