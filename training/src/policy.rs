//! A policy: a network with or without an adapter, and the distribution that its outputs mean.

use crate::backend::{Backend, BurnDevice};
use crate::batch::Batch;
use crate::dist::{Categorical, Gaussian, action_tensor, mask_tensor};
use crate::env::ActionSpace;
use crate::error::{Error, Result};
use crate::head::{Head, InputNorm};
use crate::nets::init::Init;
use crate::nets::lora::{Lora, LoraConfig};
use crate::nets::mlp::{Activation, Mlp, MlpShape, check_widths};
use crate::nets::params::{Weights, param, tensor};
use crate::rollout::Shape;
use crate::seed::Stream;
use burn::module::{Module, Param};
use burn::tensor::{Int, Tensor};

/// A policy over discrete or continuous actions. With an adapter the base is frozen, and an
/// optimiser trains the adapter alone.
#[derive(Module, Debug)]
pub struct Policy<B: Backend> {
    /// From observations to logits or means.
    pub base: Mlp<B>,
    /// What is trained over a frozen base; none where the base itself is.
    pub adapter: Option<Lora<B>>,
    /// For continuous actions, the logarithm of each dimension's deviation, 0 at first; independent
    /// of observations.
    pub log_std: Option<Param<Tensor<B, 1>>>,
}

/// What a policy says of a batch.
#[derive(Clone, Debug)]
pub enum Dist<B: Backend> {
    /// Over discrete actions.
    Categorical(Categorical<B>),
    /// Over continuous actions.
    Gaussian(Gaussian<B>),
}

/// Actions that were taken, a row each.
#[derive(Clone, Debug)]
pub enum Taken<B: Backend> {
    /// Their numbers, `[rows]`.
    Discrete(Tensor<B, 1, Int>),
    /// Vectors, `[rows, dimensions]`.
    Moves(Tensor<B, 2>),
}

impl<B: Backend> Taken<B> {
    /// The actions of a batch, as tensors on a device.
    pub fn of(batch: &Batch, shape: &Shape, device: &BurnDevice<B>) -> Self {
        match shape.actions {
            ActionSpace::Discrete(_) => Taken::Discrete(action_tensor(&batch.actions, device)),
            ActionSpace::Continuous { .. } => Taken::Moves(tensor(
                batch.moves.clone(),
                [batch.len(), shape.actions.width()],
                device,
            )),
        }
    }

    /// The actions of some rows, in their order.
    pub fn select(&self, rows: Tensor<B, 1, Int>) -> Self {
        match self {
            Taken::Discrete(all) => Taken::Discrete(all.clone().select(0, rows)),
            Taken::Moves(all) => Taken::Moves(all.clone().select(0, rows)),
        }
    }
}

/// What was possible in a batch, as a tensor; see [`mask_tensor`].
pub fn possible<B: Backend>(
    batch: &Batch,
    shape: &Shape,
    device: &BurnDevice<B>,
) -> Option<Tensor<B, 2>> {
    mask_tensor(&batch.masks, shape.actions.width(), device)
}

impl<B: Backend> Dist<B> {
    /// Log-probability of what was taken, `[rows]`. Of the wrong kind of actions it is 0.
    pub fn log_prob(&self, taken: Taken<B>) -> Tensor<B, 1> {
        match (self, taken) {
            (Dist::Categorical(dist), Taken::Discrete(actions)) => dist.log_prob(actions),
            (Dist::Gaussian(dist), Taken::Moves(moves)) => dist.log_prob(moves),
            (Dist::Categorical(dist), Taken::Moves(moves)) => {
                Tensor::zeros([moves.dims()[0]], &dist.log_probs.device())
            }
            (Dist::Gaussian(dist), Taken::Discrete(actions)) => {
                Tensor::zeros([actions.dims()[0]], &dist.mean.device())
            }
        }
    }

    /// The entropy of each row in nats, `[rows]`.
    pub fn entropy(&self) -> Tensor<B, 1> {
        match self {
            Dist::Categorical(dist) => dist.entropy(),
            Dist::Gaussian(dist) => dist.entropy(),
        }
    }
}

/// Refuses what no network can be made of: no inputs, no hidden width, no actions or more than a
/// mask holds.
///
/// # Errors
/// With the first that is wrong.
pub fn check_shape(shape: &Shape, hidden: &[usize]) -> Result<()> {
    if shape.observation == 0 {
        return Err(Error::config("observation", 0, "at least 1"));
    }
    check_widths("hidden", hidden)?;
    match &shape.actions {
        ActionSpace::Discrete(n) if !(1..=64).contains(n) => {
            Err(Error::config("actions", n, "1 to 64"))
        }
        ActionSpace::Continuous { low, high } if low.is_empty() || low.len() != high.len() => {
            Err(Error::config(
                "actions",
                format!("{} and {} bounds", low.len(), high.len()),
                "as many low as high",
            ))
        }
        _ => Ok(()),
    }
}

impl<B: Backend> Policy<B> {
    /// A fresh policy for a shape.
    pub fn new(
        dice: &mut Stream,
        shape: &Shape,
        hidden: &[usize],
        activation: Activation,
        init: (Init, Init),
        device: &BurnDevice<B>,
    ) -> Self {
        let net = MlpShape::new(shape.observation, hidden, shape.actions.width(), activation);
        let log_std = match &shape.actions {
            ActionSpace::Discrete(_) => None,
            ActionSpace::Continuous { low, .. } => {
                Some(param(vec![0.0; low.len()], [low.len()], device))
            }
        };
        Policy {
            base: Mlp::new(dice, &net, init.0, init.1, device),
            adapter: None,
            log_std,
        }
    }

    /// The same policy with its base frozen and a fresh adapter over it.
    ///
    /// # Errors
    /// Where the adapter's rank is 0.
    pub fn adapted(
        self,
        dice: &mut Stream,
        config: LoraConfig,
        device: &BurnDevice<B>,
    ) -> Result<Self> {
        let base = self.base.frozen();
        let adapter = Some(Lora::new(dice, &base, config, device)?);
        Ok(Policy {
            base,
            adapter,
            log_std: self.log_std,
        })
    }

    /// Logits or means, `[rows, actions]`.
    pub fn forward(&self, observations: Tensor<B, 2>) -> Tensor<B, 2> {
        match &self.adapter {
            Some(adapter) => adapter.forward(&self.base, observations),
            None => self.base.forward(observations),
        }
    }

    /// The distribution over actions of each row.
    pub fn dist(&self, observations: Tensor<B, 2>, possible: Option<Tensor<B, 2>>) -> Dist<B> {
        self.dist_of(self.forward(observations), possible)
    }

    /// The distribution that outputs mean, wherever they come from.
    pub fn dist_of(&self, outputs: Tensor<B, 2>, possible: Option<Tensor<B, 2>>) -> Dist<B> {
        match &self.log_std {
            Some(log_std) => Dist::Gaussian(Gaussian {
                mean: outputs,
                log_std: log_std.val(),
            }),
            None => Dist::Categorical(Categorical::new(outputs, possible)),
        }
    }

    /// The weights of a [`Head`] that acts as this, with the adapter merged.
    pub fn weights(&self) -> Weights {
        let mut weights = match &self.adapter {
            Some(adapter) => Weights::of(&adapter.merge(&self.base)),
            None => Weights::of(&self.base),
        };
        if let Some(log_std) = &self.log_std {
            weights
                .0
                .push(crate::head::log_std(crate::nets::params::values(
                    &log_std.val(),
                )));
        }
        weights
    }

    /// A head that acts as this.
    ///
    /// # Errors
    /// Where weights are not finite or do not fit the shape.
    pub fn head(&self, shape: &Shape, norm: Option<InputNorm>) -> Result<Head> {
        Head::new(&self.weights(), self.base.activation(), shape, norm)
    }
}
