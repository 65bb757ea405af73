//! Initial weights, drawn on the host from a seeded stream. Matrices are row-major `[inputs,
//! outputs]`, as burn multiplies them.

use crate::seed::Stream;
use serde::{Deserialize, Serialize};

/// How a linear layer's first weights are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Init {
    /// An orthogonal matrix times a gain, and biases of 0 (PPO: √2 in hidden layers, 0.01 for the
    /// policy, 1 for the value; Saxe et al. 2013, `torch.nn.init.orthogonal_`).
    Orthogonal(f32),
    /// Weights and biases uniform in `±1/√inputs`: what PyTorch's `nn.Linear` does unless told.
    Torch,
    /// Weights and biases of 0.
    Zero,
}

/// The weight (`inputs × outputs`, row-major) and bias (`outputs`) of a layer.
pub fn linear(
    dice: &mut Stream,
    inputs: usize,
    outputs: usize,
    init: Init,
) -> (Vec<f32>, Vec<f32>) {
    match init {
        Init::Orthogonal(gain) => (orthogonal(dice, inputs, outputs, gain), vec![0.0; outputs]),
        Init::Torch => {
            let bound = 1.0 / (inputs.max(1) as f32).sqrt();
            let weight = uniform(dice, inputs * outputs, bound);
            (weight, uniform(dice, outputs, bound))
        }
        Init::Zero => (vec![0.0; inputs * outputs], vec![0.0; outputs]),
    }
}

/// `count` numbers uniform in `±bound`.
pub fn uniform(dice: &mut Stream, count: usize, bound: f32) -> Vec<f32> {
    (0..count).map(|_| dice.between(-bound, bound)).collect()
}

/// `count` normal numbers of a standard deviation.
pub fn normal(dice: &mut Stream, count: usize, deviation: f32) -> Vec<f32> {
    (0..count).map(|_| dice.normal() * deviation).collect()
}

/// A matrix `rows × columns` with orthonormal columns (or rows, where there are fewer), times
/// `gain`.
///
/// The QR decomposition of a normal matrix by modified Gram–Schmidt, each vector twice (Kahan's
/// "twice is enough"), in `f64`. Gram–Schmidt keeps R's diagonal positive, which is the sign
/// correction that makes the draw uniform (Mezzadri 2007).
pub fn orthogonal(dice: &mut Stream, rows: usize, columns: usize, gain: f32) -> Vec<f32> {
    let (long, short) = (rows.max(columns), rows.min(columns));
    // `short` vectors of length `long`.
    let mut basis: Vec<Vec<f64>> = Vec::with_capacity(short);
    while basis.len() < short {
        let mut vector: Vec<f64> = (0..long).map(|_| f64::from(dice.normal())).collect();
        for _ in 0..2 {
            for other in &basis {
                let along: f64 = vector.iter().zip(other).map(|(a, b)| a * b).sum();
                vector
                    .iter_mut()
                    .zip(other)
                    .for_each(|(a, b)| *a -= along * b);
            }
        }
        let length = vector.iter().map(|a| a * a).sum::<f64>().sqrt();
        // A vector within the span of the others has next to nothing left: draw another.
        if length > 1e-9 {
            vector.iter_mut().for_each(|a| *a /= length);
            basis.push(vector);
        }
    }
    let at = |row: usize, column: usize| {
        if rows >= columns {
            basis[column][row]
        } else {
            basis[row][column]
        }
    };
    (0..rows * columns)
        .map(|i| at(i / columns, i % columns) as f32 * gain)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{Use, stream};

    #[test]
    fn orthogonal_both_ways() {
        for (rows, columns) in [(8, 8), (64, 4), (4, 64), (1, 5), (5, 1)] {
            let w = orthogonal(&mut stream(1, Use::Init, 0), rows, columns, 2.0);
            let short = rows.min(columns);
            for i in 0..short {
                for j in 0..short {
                    let dot: f32 = if rows >= columns {
                        (0..rows)
                            .map(|r| w[r * columns + i] * w[r * columns + j])
                            .sum()
                    } else {
                        (0..columns)
                            .map(|c| w[i * columns + c] * w[j * columns + c])
                            .sum()
                    };
                    assert!(
                        (dot - if i == j { 4.0 } else { 0.0 }).abs() < 1e-5,
                        "{rows}×{columns} {i} {j}: {dot}"
                    );
                }
            }
        }
    }

    #[test]
    fn torch_default_is_within_bounds() {
        let (w, b) = linear(&mut stream(1, Use::Init, 0), 16, 32, Init::Torch);
        assert!(w.iter().chain(&b).all(|x| x.abs() <= 0.25));
        let spread = (w.iter().map(|x| x * x).sum::<f32>() / w.len() as f32).sqrt();
        assert!((spread - 0.25 / 3.0_f32.sqrt()).abs() < 0.01, "{spread}");
        assert_eq!(
            linear(&mut stream(1, Use::Init, 0), 2, 1, Init::Zero),
            (vec![0.0; 2], vec![0.0])
        );
    }
}
