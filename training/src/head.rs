//! Acting: a plain `f32` forward pass that gives the same bits wherever it runs.
//!
//! Sums run over inputs in order, a product and a sum apart (Rust never fuses them), and the only
//! transcendental functions are `libm`'s exponential and logarithm and [`crate::tanh`]. Nothing is
//! allocated for a decision: a [`Scratch`] holds what lies between layers.

mod layers;
mod softmax;
#[cfg(test)]
mod tests;

pub use layers::HostMlp;
pub use softmax::{log_softmax_at, softmax};

use crate::dist::{HALF_LOG_TAU, draw};
use crate::env::{Action, ActionSpace, Mask};
use crate::error::{Error, Result};
use crate::nets::mlp::Activation;
use crate::nets::params::{Checksum, Named, Weights};
use crate::norm::RunningNorm;
use crate::rollout::Shape;
use layers::{HostGru, Layer};
use serde::{Deserialize, Serialize};

/// How observations are normalised before they go in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputNorm {
    /// The mean and deviation of each number.
    pub norm: RunningNorm,
    /// Normalised numbers are held within this, either way.
    pub clip: f32,
}

/// What lies between layers, reused from decision to decision, and what the last decision was made
/// of.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    x: Vec<f32>,
    spare: Vec<f32>,
    back: Vec<f32>,
    /// Outputs of the last decision: logits, or means.
    pub outputs: Vec<f32>,
    /// Probabilities of the last discrete decision, 0 where impossible.
    pub probs: Vec<f32>,
}

/// How an action is chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ActionSelection {
    /// The most probable, the first of equals; the mean.
    Greedy,
    /// By probability, from a uniform number in `[0, 1)`.
    Sample(f32),
}

/// A policy for acting. With a GRU it has a state, which the caller keeps: [`Head::state_width`]
/// zeros at the start of an episode.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    actions: ActionSpace,
    norm: Option<(InputNorm, Vec<f32>, Vec<f32>)>,
    gru: Option<HostGru>,
    mlp: HostMlp,
    log_std: Vec<f32>,
}

impl Head {
    /// From the weights of a policy: those of an [`Mlp`](crate::nets::mlp::Mlp) (`layers.…`), or of
    /// a [`Gru`](crate::nets::gru::Gru) (`input`, `recurrent`, `head.layers.…`), and for continuous
    /// actions `log_std`. Adapters are merged before.
    ///
    /// # Errors
    /// Where a tensor is missing, not finite or of a wrong shape.
    pub fn new(
        weights: &Weights,
        activation: Activation,
        shape: &Shape,
        norm: Option<InputNorm>,
    ) -> Result<Self> {
        let gru = match weights.get("recurrent.weight") {
            Some(_) => Some(HostGru {
                input: Layer::of(weights, "input")?,
                recurrent: Layer::of(weights, "recurrent")?,
            }),
            None => None,
        };
        let mlp = HostMlp::new(
            &if gru.is_some() {
                weights.part("head")
            } else {
                weights.clone()
            },
            activation,
        )?;
        let input = gru.as_ref().map_or(mlp.input(), |gru| gru.input.inputs);
        let log_std = weights
            .get("log_std")
            .map(|named| named.values.clone())
            .unwrap_or_default();
        let stds = if matches!(shape.actions, ActionSpace::Continuous { .. }) {
            shape.actions.width()
        } else {
            0
        };
        let mut widths = vec![
            ("observation", input, shape.observation),
            ("actions", mlp.output(), shape.actions.width()),
            ("log_std", log_std.len(), stds),
        ];
        if let Some(gru) = &gru {
            let state = gru.recurrent.inputs;
            widths.push(("recurrent.weight", gru.recurrent.outputs, 3 * state));
            widths.push(("input.weight", gru.input.outputs, 3 * state));
            widths.push(("head.layers.0.weight", mlp.input(), state));
        }
        if let Some((what, found, expected)) = widths
            .into_iter()
            .find(|(_, found, expected)| found != expected)
        {
            return Err(Error::shape(format!("policy, {what}"), found, expected));
        }
        if log_std.iter().any(|x| !x.is_finite()) {
            return Err(Error::shape(
                "log_std",
                "a number that is not finite",
                "finite numbers",
            ));
        }
        if let Some(norm) = &norm {
            norm.norm.check(shape.observation)?;
        }
        let norm = norm.map(|norm| {
            let (factors, offsets) = norm.norm.affine();
            (norm, factors, offsets)
        });
        Ok(Head {
            actions: shape.actions.clone(),
            norm,
            gru,
            mlp,
            log_std,
        })
    }

    /// What it was made of: weights by name, the nonlinearity, and how observations are normalised.
    pub fn parts(&self) -> (Weights, Activation, Option<InputNorm>) {
        let mut all = Vec::new();
        let mut put = |name: String, layer: &Layer| {
            let (weight, bias) = (layer.weight.clone(), layer.bias.clone());
            all.push(Named {
                name: format!("{name}.weight"),
                shape: vec![layer.inputs, layer.outputs],
                values: weight,
            });
            all.push(Named {
                name: format!("{name}.bias"),
                shape: vec![layer.outputs],
                values: bias,
            });
        };
        if let Some(gru) = &self.gru {
            put("input".to_owned(), &gru.input);
            put("recurrent".to_owned(), &gru.recurrent);
        }
        let under = if self.gru.is_some() { "head." } else { "" };
        for (i, layer) in self.mlp.layers.iter().enumerate() {
            put(format!("{under}layers.{i}"), layer);
        }
        if !self.log_std.is_empty() {
            all.push(log_std(self.log_std.clone()));
        }
        (
            Weights(all),
            self.mlp.activation,
            self.norm.as_ref().map(|(norm, ..)| norm.clone()),
        )
    }

    /// Width of an observation.
    pub fn input(&self) -> usize {
        self.gru
            .as_ref()
            .map_or(self.mlp.input(), |gru| gru.input.inputs)
    }

    /// What it chooses from.
    pub fn actions(&self) -> &ActionSpace {
        &self.actions
    }

    /// Numbers to be kept for an actor between decisions; 0 without a GRU.
    pub fn state_width(&self) -> usize {
        self.gru.as_ref().map_or(0, |gru| gru.recurrent.inputs)
    }

    /// Logits or means into `scratch.outputs`. An observation that is too short reads as zeros
    /// behind.
    #[inline]
    pub fn outputs(&self, observation: &[f32], state: &mut [f32], scratch: &mut Scratch) {
        let Scratch {
            x,
            spare,
            back,
            outputs,
            ..
        } = scratch;
        x.clear();
        x.extend(observation.iter().take(self.input()));
        x.resize(self.input(), 0.0);
        if let Some((norm, factors, offsets)) = &self.norm {
            for ((x, factor), offset) in x.iter_mut().zip(factors).zip(offsets) {
                *x = (*x * factor + offset).clamp(-norm.clip, norm.clip);
            }
        }
        if let Some(gru) = &self.gru
            && state.len() == gru.recurrent.inputs
        {
            gru.step(x, state, spare, back);
            x.clear();
            x.extend_from_slice(state);
        }
        self.mlp.forward(x, spare);
        outputs.clear();
        outputs.extend_from_slice(x);
    }

    /// Probabilities of discrete actions into `scratch.probs`, 0 where impossible; all equal where
    /// nothing is possible.
    #[inline]
    pub fn probs(&self, observation: &[f32], mask: Mask, state: &mut [f32], scratch: &mut Scratch) {
        self.outputs(observation, state, scratch);
        softmax(&scratch.outputs, mask, &mut scratch.probs);
    }

    /// Decides for a discrete action, and its log-probability. `state` is empty without a GRU.
    #[inline]
    pub fn act(
        &self,
        observation: &[f32],
        mask: Mask,
        state: &mut [f32],
        choice: ActionSelection,
        scratch: &mut Scratch,
    ) -> (usize, f32) {
        self.probs(observation, mask, state, scratch);
        let action = match choice {
            ActionSelection::Greedy => {
                let mut best = 0;
                for (i, p) in scratch.probs.iter().enumerate() {
                    if *p > scratch.probs[best] {
                        best = i;
                    }
                }
                best
            }
            ActionSelection::Sample(uniform) => draw(&scratch.probs, uniform),
        };
        let log_prob = log_softmax_at(&scratch.outputs, mask, action);
        (action, log_prob)
    }

    /// Decides for a continuous action: the mean plus `noise` (standard normal numbers, one a
    /// dimension; none for the mean itself) times the deviation, not yet held within the bounds.
    /// Gives its log-density.
    #[inline]
    pub fn steer(
        &self,
        observation: &[f32],
        state: &mut [f32],
        noise: &[f32],
        out: &mut Vec<f32>,
        scratch: &mut Scratch,
    ) -> f32 {
        self.outputs(observation, state, scratch);
        out.clear();
        let mut log_prob = 0.0;
        for (i, (mean, log_std)) in scratch.outputs.iter().zip(&self.log_std).enumerate() {
            let noise = noise.get(i).copied().unwrap_or(0.0);
            out.push(mean + libm::expf(*log_std) * noise);
            log_prob += -0.5 * noise * noise - log_std - HALF_LOG_TAU;
        }
        log_prob
    }

    /// Decides in either space, drawing what it needs from `dice`, or greedily without.
    #[inline]
    pub fn decide(
        &self,
        observation: &[f32],
        mask: Mask,
        state: &mut [f32],
        dice: Option<&mut crate::seed::Stream>,
        scratch: &mut Scratch,
    ) -> (Action, f32) {
        match &self.actions {
            ActionSpace::Discrete(_) => {
                let choice = dice.map_or(ActionSelection::Greedy, |dice| {
                    ActionSelection::Sample(dice.unit())
                });
                let (action, log_prob) = self.act(observation, mask, state, choice, scratch);
                (Action::Discrete(action), log_prob)
            }
            ActionSpace::Continuous { low, .. } => {
                let noise: Vec<f32> = dice
                    .map(|dice| low.iter().map(|_| dice.normal()).collect())
                    .unwrap_or_default();
                let mut moves = Vec::with_capacity(low.len());
                let log_prob = self.steer(observation, state, &noise, &mut moves, scratch);
                (Action::Continuous(moves), log_prob)
            }
        }
    }

    /// The log-probability (for continuous actions the log-density) of an action, with the state of
    /// a recurrent head before it. Of an action of the wrong kind it is that of something
    /// impossible.
    pub fn log_prob(
        &self,
        observation: &[f32],
        mask: Mask,
        action: &Action,
        state: &mut [f32],
        scratch: &mut Scratch,
    ) -> f32 {
        self.outputs(observation, state, scratch);
        match (action, &self.actions) {
            (Action::Discrete(action), ActionSpace::Discrete(_)) => {
                log_softmax_at(&scratch.outputs, mask, *action)
            }
            (Action::Continuous(moves), ActionSpace::Continuous { .. }) => {
                let each = scratch.outputs.iter().zip(&self.log_std).zip(moves);
                each.map(|((mean, log_std), x)| {
                    let off = (x - mean) / libm::expf(*log_std);
                    -0.5 * off * off - log_std - HALF_LOG_TAU
                })
                .sum()
            }
            _ => crate::dist::MASKED,
        }
    }

    /// A checksum over all that decides: equal sums act alike.
    pub fn checksum(&self) -> u64 {
        let mut sum = Checksum::default();
        let gru = self.gru.iter().flat_map(|gru| [&gru.input, &gru.recurrent]);
        for layer in gru.chain(&self.mlp.layers) {
            sum.floats(&layer.weight);
            sum.floats(&layer.bias);
        }
        sum.floats(&self.log_std);
        if let Some((norm, factors, offsets)) = &self.norm {
            sum.floats(factors);
            sum.floats(offsets);
            sum.floats(&[norm.clip]);
        }
        sum.bytes(&[self.mlp.activation as u8]);
        sum.0
    }
}

/// The parameter of a policy of continuous actions, as [`Head::new`] reads it.
pub fn log_std(values: Vec<f32>) -> Named {
    Named {
        name: "log_std".to_owned(),
        shape: vec![values.len()],
        values,
    }
}
