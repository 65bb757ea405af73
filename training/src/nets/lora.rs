//! Low-rank adapters over a frozen network (Hu et al. 2021, arXiv 2106.09685): `W + (α/r)·A·B` for
//! every layer, where only `A` and `B` train.

use super::init::normal;
use super::mlp::Mlp;
use super::params::param;
use crate::backend::{Backend, BurnDevice};
use crate::error::{Error, Result};
use crate::seed::Stream;
use burn::module::{Module, Param};
use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

/// What an adapter looks like.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LoraConfig {
    /// Rank r: the width between `A` and `B`.
    pub rank: usize,
    /// α: what the adapter adds is multiplied by α/r.
    pub alpha: f32,
}

impl Default for LoraConfig {
    fn default() -> Self {
        LoraConfig {
            rank: 4,
            alpha: 8.0,
        }
    }
}

/// One layer's adapter.
#[derive(Module, Debug)]
pub struct LoraLayer<B: Backend> {
    /// `[inputs, rank]`, normal with deviation 1/√inputs at first.
    pub down: Param<Tensor<B, 2>>,
    /// `[rank, outputs]`, zero at first, so that a fresh adapter changes nothing.
    pub up: Param<Tensor<B, 2>>,
}

/// An adapter for every layer of a base [`Mlp`]. The base is passed in wherever it is needed, so
/// that many adapters stand over one.
#[derive(Module, Debug)]
pub struct Lora<B: Backend> {
    /// In the base's order.
    pub layers: Vec<LoraLayer<B>>,
    scale: f64,
}

impl<B: Backend> Lora<B> {
    /// A fresh adapter for a base, which changes nothing yet.
    ///
    /// # Errors
    /// Where the rank is 0.
    pub fn new(
        dice: &mut Stream,
        base: &Mlp<B>,
        config: LoraConfig,
        device: &BurnDevice<B>,
    ) -> Result<Self> {
        if config.rank == 0 {
            return Err(Error::config("rank", 0, "at least 1"));
        }
        let layers = base.layers.iter().map(|layer| {
            let [inputs, outputs] = layer.weight.dims();
            let down = normal(
                dice,
                inputs * config.rank,
                1.0 / (inputs.max(1) as f32).sqrt(),
            );
            LoraLayer {
                down: param(down, [inputs, config.rank], device),
                up: param(
                    vec![0.0; config.rank * outputs],
                    [config.rank, outputs],
                    device,
                ),
            }
        });
        Ok(Lora {
            layers: layers.collect(),
            scale: f64::from(config.alpha) / config.rank as f64,
        })
    }

    /// The rank and α that it was made with.
    pub fn config(&self) -> LoraConfig {
        let rank = self.layers.first().map_or(0, |layer| layer.down.dims()[1]);
        LoraConfig {
            rank,
            alpha: (self.scale * rank as f64) as f32,
        }
    }

    /// `[rows, input]` to `[rows, output]` through base and adapter. Freeze the base
    /// ([`Mlp::frozen`]) to save the gradients nobody uses.
    pub fn forward(&self, base: &Mlp<B>, x: Tensor<B, 2>) -> Tensor<B, 2> {
        let last = base.layers.len().saturating_sub(1);
        base.layers
            .iter()
            .zip(&self.layers)
            .enumerate()
            .fold(x, |x, (i, (layer, adapter))| {
                let added = x
                    .clone()
                    .matmul(adapter.down.val())
                    .matmul(adapter.up.val())
                    * self.scale;
                let x = layer.forward(x) + added;
                if i == last { x } else { base.activate(x) }
            })
    }

    /// The base with this adapter in its weights.
    pub fn merge(&self, base: &Mlp<B>) -> Mlp<B> {
        self.add(base, self.scale)
    }

    /// The base again, from what [`Lora::merge`] gave; equal to it up to rounding.
    pub fn unmerge(&self, merged: &Mlp<B>) -> Mlp<B> {
        self.add(merged, -self.scale)
    }

    fn add(&self, base: &Mlp<B>, scale: f64) -> Mlp<B> {
        let mut new = base.clone();
        for (layer, adapter) in new.layers.iter_mut().zip(&self.layers) {
            let delta = adapter.down.val().matmul(adapter.up.val()).detach() * scale;
            layer.weight = layer.weight.clone().map(|weight| {
                let trained = weight.is_require_grad();
                (weight.detach() + delta).set_require_grad(trained)
            });
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{CpuGrad, cpu};
    use crate::nets::init::Init;
    use crate::nets::mlp::{Activation, MlpShape};
    use crate::nets::params::{Weights, tensor, values};
    use crate::optim::{Adam, AdamConfig};
    use crate::seed::{Use, stream};

    #[test]
    fn only_the_adapter_trains_and_merging_is_the_same_function() {
        let mut dice = stream(5, Use::Init, 0);
        let shape = MlpShape::new(3, &[6], 2, Activation::Tanh);
        let base =
            Mlp::<CpuGrad>::new(&mut dice, &shape, Init::Torch, Init::Torch, &cpu()).frozen();
        let before = Weights::of(&base).checksum();
        let mut lora = Lora::new(&mut dice, &base, LoraConfig::default(), &cpu()).unwrap();
        let x = tensor::<CpuGrad, 2>((0..12).map(|_| dice.normal()).collect(), [4, 3], &cpu());
        assert_eq!(
            values(&lora.forward(&base, x.clone())),
            values(&base.forward(x.clone()))
        );
        let mut adam = Adam::new(AdamConfig::default());
        let loss =
            |lora: &Lora<CpuGrad>| (lora.forward(&base, x.clone()) - 1.0).powi_scalar(2).mean();
        let first = values(&loss(&lora))[0];
        for _ in 0..50 {
            let gradients = loss(&lora).backward();
            lora = adam.step(lora, &gradients, 1e-2, None).0;
        }
        assert!(values(&loss(&lora))[0] < 0.5 * first);
        assert_eq!(Weights::of(&base).checksum(), before);
        let merged = lora.merge(&base);
        let pairs =
            |a: Vec<f32>, b: Vec<f32>| a.into_iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-5);
        assert!(pairs(
            values(&merged.forward(x.clone())),
            values(&lora.forward(&base, x.clone()))
        ));
        assert!(pairs(
            values(&lora.unmerge(&merged).forward(x.clone())),
            values(&base.forward(x.clone()))
        ));
        // A second adapter over the same base knows nothing of the first.
        let other = Lora::new(
            &mut dice,
            &base,
            LoraConfig {
                rank: 2,
                alpha: 2.0,
            },
            &cpu(),
        )
        .unwrap();
        assert_eq!(
            values(&other.forward(&base, x.clone())),
            values(&base.forward(x))
        );
        assert!(
            Lora::new(
                &mut dice,
                &base,
                LoraConfig {
                    rank: 0,
                    alpha: 1.0
                },
                &cpu()
            )
            .is_err()
        );
    }
}
