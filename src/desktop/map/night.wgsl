// Multiplies what lies below by the light of the hour, and by more where lamps are lit.

#import bevy_sprite::mesh2d_vertex_output::VertexOutput

// The light of the hour; its opacity says how dark it is.
@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> ambient: vec4<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var lights: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var lights_sampler: sampler;

@fragment
fn fragment(mesh: VertexOutput) -> @location(0) vec4<f32> {
    let lit = textureSample(lights, lights_sampler, mesh.uv).rgb * ambient.a;
    return vec4<f32>(min(ambient.rgb + lit, vec3<f32>(1.0)), 1.0);
}
