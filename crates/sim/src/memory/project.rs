//! Vectors of any length brought to a length that streams keep, and those to the length that graphs
//! are made of.

use collegium_core::embed::DIMENSIONS;
use std::borrow::Cow;

/// Names the way in which [`fit`] does it; part of the id of whoever's vectors go through it, and
/// so to be changed with it.
pub const FITTING: &str = "384-signs-1";

/// The most numbers that streams keep of a vector: as many as small sentence models give.
pub const WIDEST: usize = 384;

/// How many numbers streams keep of vectors of a length: one of two lengths.
pub const fn kept(length: usize) -> usize {
    if length <= DIMENSIONS {
        DIMENSIONS
    } else {
        WIDEST
    }
}

/// Brings a vector to the length that is [`kept`] of it, and to length one; all zeros when it has
/// no length or a number in it is not finite.
///
/// Shorter ones are filled up with zeros, which changes no likeness. Longer ones are projected by
/// fixed random signs (Achlioptas 2003, after Johnson and Lindenstrauss 1984): the likeness of two
/// of them changes by a random amount around zero, with a standard deviation of at most √(2/384) =
/// 0.072 (unlike ones) and less the more alike they are. So what is clearly nearer stays nearer,
/// and near ties may change places.
pub fn fit(vector: &[f32]) -> Vec<f32> {
    let width = kept(vector.len());
    let sums = if vector.len() <= width {
        let mut sums: Vec<f64> = vector.iter().map(|x| f64::from(*x)).collect();
        sums.resize(width, 0.0);
        sums
    } else {
        signs(vector, width)
    };
    let length = sums.iter().map(|x| x * x).sum::<f64>().sqrt();
    if !length.is_finite() || length < 1e-12 {
        return vec![0.0; width];
    }
    sums.iter().map(|x| (x / length) as f32).collect()
}

/// A vector of a stream with as many numbers as the graphs have; its length is kept but for chance.
pub(super) fn narrow(vector: &[f32]) -> Cow<'_, [f32]> {
    if vector.len() <= DIMENSIONS {
        return vector.into();
    }
    let scale = 1.0 / (DIMENSIONS as f64).sqrt();
    let sums = signs(vector, DIMENSIONS);
    sums.iter().map(|x| (x * scale) as f32).collect()
}

/// The sums of a vector's numbers under fixed random signs, so many of them.
fn signs(vector: &[f32], width: usize) -> Vec<f64> {
    let mut sums = vec![0.0f64; width];
    let words = width.div_ceil(64) as u64;
    for (place, x) in vector.iter().enumerate() {
        let x = f64::from(*x);
        for (word, sums) in (0..).zip(sums.chunks_mut(64)) {
            let word = bits(place as u64 * words + word);
            for (i, sum) in sums.iter_mut().enumerate() {
                *sum += if word >> i & 1 == 0 { x } else { -x };
            }
        }
    }
    sums
}

/// The signs of one number of the input, for 64 numbers of the output: SplitMix64 of its place.
fn bits(place: u64) -> u64 {
    let mut z = place.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::dot;

    /// A vector of length one with numbers between −1 and 1 before that; near `base` as far as
    /// `share` says.
    fn random(seed: u64, width: usize, base: Option<(&[f32], f32)>) -> Vec<f32> {
        let mut vector: Vec<f32> = (0..width as u64)
            .map(|i| (bits(seed << 32 | i) >> 40) as f32 / (1u64 << 23) as f32 - 1.0)
            .collect();
        let unit = |v: &mut [f32]| {
            let length = dot(v, v).sqrt();
            v.iter_mut().for_each(|x| *x /= length);
        };
        unit(&mut vector);
        if let Some((base, share)) = base {
            let rest = (1.0 - share * share).sqrt();
            vector
                .iter_mut()
                .zip(base)
                .for_each(|(x, b)| *x = share * b + rest * *x);
            unit(&mut vector);
        }
        vector
    }

    #[test]
    fn short_vectors_keep_every_likeness() {
        for width in [1, 8, 100, 128, 129, 384] {
            let (a, b) = (random(1, width, None), random(2, width, None));
            let found = dot(&fit(&a), &fit(&b));
            assert_eq!(fit(&a).len(), kept(width));
            assert!((found - dot(&a, &b)).abs() < 1e-5, "{width}: {found}");
        }
    }

    #[test]
    fn long_vectors_have_length_one_and_keep_likeness_roughly() {
        for width in [385, 768, 3072] {
            let query = random(7, width, None);
            let short = fit(&query);
            let (mut square, mut count, mut swapped, mut pairs) = (0.0f32, 0, 0, 0);
            let mut found: Vec<(f32, f32)> = Vec::new();
            for seed in 0..200 {
                let share = seed as f32 / 220.0;
                let other = random(1000 + seed, width, Some((&query, share)));
                let fitted = fit(&other);
                assert!((dot(&fitted, &fitted) - 1.0).abs() < 1e-5);
                let (before, after) = (dot(&query, &other), dot(&short, &fitted));
                square += (before - after) * (before - after);
                count += 1;
                found.push((before, after));
            }
            // What is clearly nearer stays nearer.
            for (i, a) in found.iter().enumerate() {
                for b in found[i + 1..].iter().filter(|b| (a.0 - b.0).abs() > 0.25) {
                    pairs += 1;
                    swapped += usize::from((a.0 < b.0) != (a.1 < b.1));
                }
            }
            let deviation = (square / count as f32).sqrt();
            println!("{width}: deviation {deviation:.3}, {swapped} of {pairs} pairs swapped");
            assert!(deviation < 0.06, "{width}: {deviation}");
            assert!(
                pairs > 5000 && swapped * 50 < pairs,
                "{width}: {swapped} of {pairs}"
            );
        }
    }

    #[test]
    fn what_has_no_length_becomes_zeros() {
        for vector in [
            vec![],
            vec![0.0; 300],
            vec![f32::NAN; 300],
            vec![f32::INFINITY, 1.0],
        ] {
            assert!(fit(&vector).iter().all(|x| *x == 0.0));
        }
    }
}
