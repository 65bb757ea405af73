// Rain or snow that falls where the sky is open.

#import bevy_sprite::mesh2d_vertex_output::VertexOutput

// Seconds; how much falls, 0 to 1; 1 for snow, 0 for rain; pixels of the map to one of the screen.
@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> fall: vec4<f32>;
// Width and height of the map in pixels.
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var<uniform> size: vec4<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var sky: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(3) var sky_sampler: sampler;

fn scattered(n: f32) -> f32 {
    return fract(sin(n * 12.9898) * 43758.547);
}

// How much of a streak is at a point: one falls in each column of so many pixels.
fn rain(at: vec2<f32>, wide: f32) -> f32 {
    let slanting = vec2<f32>(at.x + at.y * 0.18, at.y) / wide;
    let column = floor(slanting.x);
    let luck = scattered(column);
    let down = fract(slanting.y / 7.0 - fall.x * (1.5 + luck * 0.6) + luck * 17.0);
    let thin = 1.0 - abs(fract(slanting.x) - 0.5) * 6.0;
    return clamp(thin, 0.0, 1.0) * smoothstep(0.70, 0.95, down) * step(luck, 0.25 + 0.75 * fall.y);
}

// How much of a flake is at a point: one falls in each square of so many pixels.
fn snow(at: vec2<f32>, wide: f32, speed: f32) -> f32 {
    let moved = vec2<f32>(at.x + sin(fall.x * 0.7 + at.y * 0.004) * 9.0, at.y - fall.x * speed) / wide;
    let square = floor(moved);
    let luck = scattered(square.x + square.y * 57.0);
    let middle = vec2<f32>(0.25 + 0.5 * luck, 0.25 + 0.5 * fract(luck * 37.0));
    let far = distance(fract(moved), middle) * wide / fall.w;
    return (1.0 - smoothstep(0.8, 2.1, far)) * step(luck, 0.2 + 0.8 * fall.y);
}

@fragment
fn fragment(mesh: VertexOutput) -> @location(0) vec4<f32> {
    let open = textureSample(sky, sky_sampler, mesh.uv).r;
    let at = mesh.uv * size.xy;
    let zoom = fall.w;
    if fall.z < 0.5 {
        let drops = rain(at, 9.0 * zoom);
        return vec4<f32>(0.72, 0.80, 0.90, drops * 0.42 * open);
    }
    let flakes = max(snow(at, 26.0 * zoom, 46.0 * zoom), snow(at + vec2<f32>(311.0, 97.0), 17.0 * zoom, 30.0 * zoom));
    return vec4<f32>(1.0, 1.0, 1.0, flakes * 0.88 * open);
}
