//! Policies with and without a memory, and what they see of a batch.

use crate::backend::{Backend, BurnDevice};
use crate::batch::Batch;
use crate::nets::gru::Gru;
use crate::nets::params::{Weights, tensor};
use crate::policy::{Dist, Policy, possible};
use crate::rollout::{Segment, Shape};
use burn::module::Module;
use burn::tensor::{Int, Tensor, TensorData};

/// What is trained.
#[derive(Module, Debug)]
pub struct GrpoModel<B: Backend> {
    /// From observations, or from what is remembered, to actions.
    pub policy: Policy<B>,
    /// What remembers, where something does; its own head has no layers.
    pub memory: Option<Gru<B>>,
}

impl<B: Backend> GrpoModel<B> {
    pub(super) fn dist(&self, data: &Seen<B>) -> Dist<B> {
        let seen = match (&self.memory, &data.sequences) {
            (Some(memory), Some(all)) => {
                let [_, rows, _] = all.observations.dims();
                let empty = Tensor::zeros([rows, memory.width()], &all.observations.device());
                memory
                    .sequence(all.observations.clone(), all.keep.clone(), empty)
                    .0
                    .select(0, all.steps.clone())
            }
            _ => data.observations.clone(),
        };
        self.policy.dist(seen, data.possible.clone())
    }

    /// The weights of a head that acts as this.
    pub(super) fn weights(&self) -> Weights {
        let policy = self.policy.weights();
        let Some(memory) = &self.memory else {
            return policy;
        };
        let (stds, layers): (Vec<_>, Vec<_>) = policy
            .0
            .into_iter()
            .partition(|named| named.name == "log_std");
        let mut all = Weights::of(memory);
        all.0.extend(Weights(layers).under("head").0);
        all.0.extend(stds);
        all
    }
}

/// What a batch's actors saw, on the device.
pub(super) struct Seen<B: Backend> {
    observations: Tensor<B, 2>,
    possible: Option<Tensor<B, 2>>,
    sequences: Option<Sequences<B>>,
}

/// Segments side by side, the shorter ones filled up with zeros.
struct Sequences<B: Backend> {
    /// `[longest, segments, width]`.
    observations: Tensor<B, 3>,
    /// 0 where an episode begins and 1 elsewhere, `[longest, segments]`.
    keep: Tensor<B, 2>,
    /// Where each step of the batch stands among the outputs, `[steps]`.
    steps: Tensor<B, 1, Int>,
}

impl<B: Backend> Seen<B> {
    pub(super) fn of(
        segments: &[Segment],
        batch: &Batch,
        shape: &Shape,
        memory: bool,
        device: &BurnDevice<B>,
    ) -> Self {
        Seen {
            observations: tensor(
                batch.observations.clone(),
                [batch.len(), shape.observation],
                device,
            ),
            possible: possible(batch, shape, device),
            sequences: memory.then(|| Sequences::of(segments, shape.observation, device)),
        }
    }
}

impl<B: Backend> Sequences<B> {
    fn of(segments: &[Segment], width: usize, device: &BurnDevice<B>) -> Self {
        let (rows, longest) = (
            segments.len(),
            segments.iter().map(Segment::len).max().unwrap_or(0),
        );
        let (mut observations, mut keep) =
            (vec![0.0; longest * rows * width], vec![0.0; longest * rows]);
        let mut steps = Vec::new();
        for (row, segment) in segments.iter().enumerate() {
            for (t, seen) in segment.observations.chunks(width).enumerate() {
                let at = t * rows + row;
                observations[at * width..(at + 1) * width].copy_from_slice(seen);
                let began = t == 0 || segment.terminated[t - 1] || segment.truncated[t - 1];
                keep[at] = f32::from(u8::from(!began));
                steps.push(at as i32);
            }
        }
        let count = steps.len();
        Sequences {
            observations: tensor(observations, [longest, rows, width], device),
            keep: tensor(keep, [longest, rows], device),
            steps: Tensor::from_data(TensorData::new(steps, [count]), device),
        }
    }
}
