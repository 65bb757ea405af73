//! Smaller copies of pictures, for looking from afar. Each of their pixels is the mean of those it
//! stands for, in linear light and weighted by opacity, so that neither fine patterns nor clear
//! borders darken.

use super::pixels::Pixels;
use bevy::{
    asset::RenderAssetUsages,
    color::Srgba,
    image::{Image, ImageAddressMode, ImageFilterMode, ImageSampler, ImageSamplerDescriptor},
    render::render_resource::{
        Extent3d, TextureDimension, TextureFormat, TextureViewDescriptor, TextureViewDimension,
    },
};
use std::{ops::Range, sync::LazyLock};

/// Steps of linear light for which the level is known: so many that a level comes back as itself.
const STEPS: usize = 8192;

/// How bright the levels of a channel are in linear light, and the other way round.
struct Light {
    of: Vec<f32>,
    levels: Vec<u8>,
}

static LIGHT: LazyLock<Light> = LazyLock::new(|| Light {
    of: (0..=255u8)
        .map(|level| Srgba::gamma_function(f32::from(level) / 255.0))
        .collect(),
    levels: (0..STEPS)
        .map(|step| {
            let light = step as f32 / (STEPS - 1) as f32;
            (Srgba::gamma_function_inverse(light) * 255.0).round() as u8
        })
        .collect(),
});

impl Light {
    fn of(&self, level: u8) -> f32 {
        self.of[usize::from(level)]
    }

    fn level(&self, light: f32) -> u8 {
        let step = (light * (STEPS - 1) as f32).round() as usize;
        self.levels[step.min(STEPS - 1)]
    }
}

/// Which of `from` columns (or rows) the column of that number of `to` stands for.
const fn span(number: u32, to: u32, from: u32) -> Range<u32> {
    number * from / to..((number + 1) * from).div_ceil(to)
}

/// The mean of a rectangle of a picture.
fn mean(picture: &Pixels, columns: &Range<u32>, rows: &Range<u32>) -> [u8; 4] {
    let light = &*LIGHT;
    let (mut sum, mut opacity, mut count) = ([0.0f32; 3], 0.0f32, 0.0f32);
    for y in rows.clone() {
        for x in columns.clone() {
            let pixel = picture.get(x, y);
            let weight = f32::from(pixel[3]);
            count += 1.0;
            opacity += weight;
            if weight > 0.0 {
                for (sum, level) in sum.iter_mut().zip(pixel) {
                    *sum += light.of(level) * weight;
                }
            }
        }
    }
    if opacity == 0.0 {
        return [0; 4];
    }
    let [r, g, b] = sum.map(|sum| light.level(sum / opacity));
    [r, g, b, (opacity / count).round() as u8]
}

/// A picture of half the size, at least one pixel along each side.
fn halved(picture: &Pixels) -> Pixels {
    resized(
        picture,
        (picture.width / 2).max(1),
        (picture.height / 2).max(1),
    )
}

/// A picture of another size, each pixel the mean of those it stands for: as they are where it is
/// enlarged by a whole number.
pub(super) fn resized(picture: &Pixels, width: u32, height: u32) -> Pixels {
    let mut other = Pixels::clear(width, height);
    for y in 0..height {
        let rows = span(y, height, picture.height);
        for x in 0..width {
            let columns = span(x, width, picture.width);
            other.put(x, y, mean(picture, &columns, &rows));
        }
    }
    other
}

/// A picture with up to `levels` smaller copies, each of half the size of the one before, down to a
/// single pixel. Clear pixels get the colour of what is near, so that no dark seam shows where they
/// are mixed with others.
pub fn chain(picture: Pixels, levels: u32) -> Vec<Pixels> {
    let mut chain = vec![picture];
    while let Some(last) = chain.last()
        && chain.len() <= levels as usize
        && (last.width > 1 || last.height > 1)
    {
        let half = halved(last);
        chain.push(half);
    }
    for i in (1..chain.len()).rev() {
        let (larger, smaller) = chain.split_at_mut(i);
        larger[i - 1].fill_clear(&smaller[0]);
    }
    chain
}

/// A picture's texture with up to `levels` smaller copies (of which each needs even sides before
/// it): crisp when near, smooth when far.
pub fn image(picture: Pixels, levels: u32) -> Image {
    let sides = picture.width | picture.height;
    texture(chain(picture, levels.min(sides.trailing_zeros())))
}

/// A texture of a picture and its smaller copies.
pub fn texture(chain: Vec<Pixels>) -> Image {
    let (mut image, levels) = (blank(&chain, 1), chain.len() as u32);
    image.data = Some(chain.into_iter().flat_map(|level| level.data).collect());
    image.texture_descriptor.mip_level_count = levels;
    image
}

/// A texture of several layers of the same size, each with all its smaller copies.
pub fn array(layers: Vec<Pixels>) -> Image {
    let count = layers.len() as u32;
    let (mut data, mut made) = (Vec::new(), None);
    for layer in layers {
        let chain = chain(layer, u32::MAX);
        made.get_or_insert_with(|| (blank(&chain, count), chain.len() as u32));
        for level in chain {
            data.extend(level.data);
        }
    }
    let (mut image, levels) = made.unwrap_or_else(|| (Image::transparent(), 1));
    if !data.is_empty() {
        image.data = Some(data);
    }
    image.texture_descriptor.mip_level_count = levels;
    image.texture_view_descriptor = Some(TextureViewDescriptor {
        dimension: Some(TextureViewDimension::D2Array),
        ..TextureViewDescriptor::default()
    });
    image
}

/// A texture of that many layers of the size of a chain's first picture, still without data.
fn blank(chain: &[Pixels], layers: u32) -> Image {
    let (width, height) = chain.first().map_or((1, 1), |p| (p.width, p.height));
    let size = Extent3d {
        width,
        height,
        depth_or_array_layers: layers,
    };
    let (kind, format) = (TextureDimension::D2, TextureFormat::Rgba8UnormSrgb);
    let mut image = Image::new_uninit(size, kind, format, RenderAssetUsages::RENDER_WORLD);
    image.sampler = sampler();
    image
}

/// Crisp when enlarged, smooth when made smaller.
fn sampler() -> ImageSampler {
    ImageSampler::Descriptor(ImageSamplerDescriptor {
        address_mode_u: ImageAddressMode::ClampToEdge,
        address_mode_v: ImageAddressMode::ClampToEdge,
        mag_filter: ImageFilterMode::Nearest,
        min_filter: ImageFilterMode::Linear,
        mipmap_filter: ImageFilterMode::Nearest,
        ..ImageSamplerDescriptor::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(width: u32, height: u32, colour: [u8; 4]) -> Pixels {
        let mut picture = Pixels::clear(width, height);
        for y in 0..height {
            for x in 0..width {
                picture.put(x, y, colour);
            }
        }
        picture
    }

    #[test]
    fn one_colour_stays_that_colour() {
        for level in 0..=255u8 {
            let colour = [level, 255 - level, level / 3, 255];
            let chain = chain(filled(3, 5, colour), u32::MAX);
            for picture in chain {
                assert_eq!(picture, filled(picture.width, picture.height, colour));
            }
        }
    }

    #[test]
    fn copies_go_down_to_one_pixel() {
        let sizes: Vec<(u32, u32)> = chain(Pixels::clear(32, 48), u32::MAX)
            .iter()
            .map(|p| (p.width, p.height))
            .collect();
        assert_eq!(sizes, [(32, 48), (16, 24), (8, 12), (4, 6), (2, 3), (1, 1)]);
        assert_eq!(chain(Pixels::clear(32, 48), 3).len(), 4);
    }

    #[test]
    fn clear_borders_keep_the_hue() {
        let mut picture = Pixels::clear(8, 8);
        for y in 2..6 {
            for x in 2..6 {
                picture.put(x, y, [180, 60, 20, 255]);
            }
        }
        let chain = chain(picture, u32::MAX);
        let opacities: Vec<u8> = chain.iter().map(|p| p.get(0, 0)[3]).collect();
        assert_eq!(opacities, [0, 0, 64, 64]);
        for picture in &chain {
            for pixel in picture.data.chunks_exact(4) {
                assert_eq!(pixel[..3], [180, 60, 20]);
            }
        }
    }

    #[test]
    fn bright_and_dark_mix_in_linear_light() {
        let mut picture = filled(2, 2, [0, 0, 0, 255]);
        picture.put(0, 0, [255; 4]);
        picture.put(1, 1, [255; 4]);
        assert_eq!(chain(picture, 1)[1].get(0, 0), [188, 188, 188, 255]);
    }

    #[test]
    fn layers_follow_one_another_with_all_their_copies() {
        let layers = vec![filled(4, 4, [9, 9, 9, 255]), filled(4, 4, [7, 7, 7, 255])];
        let image = array(layers);
        assert_eq!(image.texture_descriptor.mip_level_count, 3);
        assert_eq!(image.texture_descriptor.size.depth_or_array_layers, 2);
        let data = image.data.unwrap();
        assert_eq!(data.len(), 2 * (16 + 4 + 1) * 4);
        assert_eq!((data[20 * 4], data[21 * 4]), (9, 7));
    }

    #[test]
    fn smaller_copies_leave_no_dark_seams() {
        let mut picture = Pixels::clear(4, 4);
        picture.data[..4].copy_from_slice(&[200, 100, 50, 255]);
        let image = image(picture, 8);
        assert_eq!(image.texture_descriptor.mip_level_count, 3);
        let data = image.data.unwrap();
        assert_eq!(data.len(), (16 + 4 + 1) * 4);
        assert_eq!(&data[4..8], &[200, 100, 50, 0]);
        assert_eq!(data[64 + 3], 64);
    }
}
