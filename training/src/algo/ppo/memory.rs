//! Policies and critics that remember.

use super::config::PpoConfig;
use crate::backend::{AutodiffBackend, Backend, BurnDevice};
use crate::error::{Error, Result};
use crate::gae::SegmentValues;
use crate::nets::gru::Gru;
use crate::nets::init::Init;
use crate::nets::mlp::MlpShape;
use crate::nets::params::{Weights, tensor, values};
use crate::rollout::{Segment, Shape};
use crate::seed::Stream;
use burn::module::{AutodiffModule, Module, Param};
use burn::tensor::Tensor;

/// A recurrent policy and a recurrent critic.
#[derive(Module, Debug)]
pub struct RecurrentActorCritic<B: Backend> {
    /// From observations to logits or means.
    pub actor: Gru<B>,
    /// From observations or states to a value.
    pub critic: Gru<B>,
}

/// The number of segments, which must be of one length to go through a memory side by side.
///
/// # Errors
/// Where they are not.
pub fn sequences(segments: &[Segment]) -> Result<usize> {
    let first = segments.first().map_or(0, Segment::len);
    match segments.iter().find(|segment| segment.len() != first) {
        Some(other) => Err(Error::data(
            "segments",
            format!("{first} and {} steps", other.len()),
            "one length",
        )),
        None => Ok(segments.len()),
    }
}

/// A step each: 0 where nothing is remembered, at the start of the segment and of episodes, and 1
/// elsewhere.
pub fn keep(segment: &Segment) -> impl Iterator<Item = f32> {
    let goes_on = segment
        .terminated
        .iter()
        .zip(&segment.truncated)
        .map(|(end, cut)| f32::from(u8::from(!end && !cut)));
    std::iter::once(0.0).chain(goes_on).take(segment.len())
}

impl<B: Backend> RecurrentActorCritic<B> {
    /// Fresh networks.
    pub fn new(
        dice: &mut Stream,
        shape: &Shape,
        config: &PpoConfig,
        device: &BurnDevice<B>,
    ) -> Self {
        let width = config.recurrent;
        let sees = if shape.state > 0 {
            shape.state
        } else {
            shape.observation
        };
        let mut gru = |input: usize, output: usize, gain: f32| {
            let head = MlpShape::new(width, &config.hidden, output, config.activation);
            Gru::new(dice, input, width, &head, Init::Orthogonal(gain), device)
        };
        RecurrentActorCritic {
            actor: gru(shape.observation, shape.actions.width(), 0.01),
            critic: gru(sees, 1, 1.0),
        }
    }

    /// Outputs and values of rows that are time by time, from nothing remembered: `keep` is `[time,
    /// sequences]`.
    pub fn forward(
        &self,
        observations: Tensor<B, 2>,
        seen: Tensor<B, 2>,
        keep: Tensor<B, 2>,
    ) -> (Tensor<B, 2>, Tensor<B, 2>) {
        let [time, rows] = keep.dims();
        let through = |gru: &Gru<B>, x: Tensor<B, 2>| {
            let width = x.dims()[1];
            let nothing = Tensor::zeros([rows, gru.width()], &x.device());
            gru.sequence(x.reshape([time, rows, width]), keep.clone(), nothing)
                .0
        };
        (
            through(&self.actor, observations),
            through(&self.critic, seen),
        )
    }

    /// The weights of a head that acts as this.
    pub fn weights(&self, log_std: Option<&Param<Tensor<B, 1>>>) -> Weights {
        let mut weights = Weights::of(&self.actor);
        weights
            .0
            .extend(log_std.map(|log_std| crate::head::log_std(values(&log_std.val()))));
        weights
    }
}

impl<B: AutodiffBackend> RecurrentActorCritic<B> {
    /// Values of a segment's steps and of what comes after, given as rows one after another.
    pub fn values(
        &self,
        segment: &Segment,
        rows: Vec<f32>,
        device: &BurnDevice<B>,
    ) -> SegmentValues {
        let critic = self.critic.valid();
        let width = critic.input.weight.dims()[0];
        let time = rows.len() / width;
        let ended =
            segment.terminated.last() == Some(&true) || segment.truncated.last() == Some(&true);
        let mut keep: Vec<f32> = keep(segment).collect();
        keep.resize(time, f32::from(u8::from(!ended)));
        let nothing = Tensor::zeros([1, critic.width()], device);
        let keep = tensor(keep, [time, 1], device);
        let mut steps = values(
            &critic
                .sequence(tensor(rows, [time, 1, width], device), keep, nothing)
                .0,
        );
        let next = if time > segment.len() {
            steps.pop().unwrap_or(0.0)
        } else {
            0.0
        };
        SegmentValues {
            steps,
            finals: Vec::new(),
            next,
        }
    }
}
