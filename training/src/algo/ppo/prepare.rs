//! What stays the same during an update: values, advantages and what was done, on the device.

use super::config::AdvantageNorm;
use super::{OBSERVATION_CLIP, Ppo, memory};
use crate::backend::AutodiffBackend;
use crate::batch::Batch;
use crate::error::{Error, Result};
use crate::gae::{Discount, SegmentValues, advantages};
use crate::nets::params::{tensor, values};
use crate::nets::policy::{Taken, possible};
use crate::norm::ValueNorm;
use crate::rollout::Segment;
use burn::module::AutodiffModule;
use burn::tensor::Tensor;

/// A batch on the device, and on the host what is small.
pub(super) struct Prepared<B: AutodiffBackend> {
    pub(super) observations: Tensor<B, 2>,
    pub(super) states: Option<Tensor<B, 2>>,
    pub(super) possible: Option<Tensor<B, 2>>,
    pub(super) taken: Taken<B>,
    pub(super) log_probs: Vec<f32>,
    pub(super) advantages: Vec<f32>,
    pub(super) returns: Vec<f32>,
    pub(super) values: Vec<f32>,
    /// 0 where an episode or a segment begins, 1 elsewhere.
    pub(super) keep: Vec<f32>,
}

impl<B: AutodiffBackend> Ppo<B> {
    /// Values, advantages and everything else that stays the same during an update.
    pub(super) fn prepare(&mut self, segments: &[Segment], batch: &Batch) -> Result<Prepared<B>> {
        let raw = self.values(segments)?;
        let discount = Discount {
            gamma: self.config.gamma,
            lambda: self.config.gae_lambda,
            truncation_bootstrap: self.config.truncation_bootstrap,
        };
        let (mut all, mut returns) = (
            Vec::with_capacity(batch.len()),
            Vec::with_capacity(batch.len()),
        );
        for (segment, values) in segments.iter().zip(&raw) {
            let found = match &self.state.values {
                Some(norm) => advantages(segment, &denormalized(values, norm), discount),
                None => advantages(segment, values, discount),
            };
            all.extend(found.advantages);
            returns.extend(found.returns);
        }
        if let Some(norm) = &mut self.state.values {
            norm.update(&returns);
            returns.iter_mut().for_each(|x| *x = norm.normalize(*x));
        }
        if self.config.norm_adv == AdvantageNorm::Batch {
            normalize(&mut all, 1e-5);
        }
        let (device, len) = (&self.device, batch.len());
        let states = (self.shape.state > 0)
            .then(|| tensor(batch.states.clone(), [len, self.shape.state], device));
        Ok(Prepared {
            observations: tensor(
                self.normalized(&batch.observations),
                [len, self.shape.observation],
                device,
            ),
            states,
            possible: possible(batch, &self.shape, device),
            taken: Taken::of(batch, &self.shape, device),
            log_probs: batch.log_probs.clone(),
            advantages: all,
            returns,
            values: raw.into_iter().flat_map(|values| values.steps).collect(),
            keep: segments.iter().flat_map(memory::keep).collect(),
        })
    }

    fn normalized(&self, observations: &[f32]) -> Vec<f32> {
        let mut rows = observations.to_vec();
        if let Some(norm) = &self.state.observations {
            norm.apply(&mut rows, OBSERVATION_CLIP);
        }
        rows
    }

    /// The critic's values of segments, as it says them (normalised where `value_norm` is set).
    ///
    /// # Errors
    /// Where a value is needed of an observation that is not there.
    pub fn values(&self, segments: &[Segment]) -> Result<Vec<SegmentValues>> {
        let central = self.shape.state > 0;
        let (mut rows, mut recalled) = (Vec::new(), Vec::new());
        for segment in segments {
            let (steps, finals, next) = if central {
                (&segment.states, &segment.final_states, &segment.next_state)
            } else {
                (
                    &segment.observations,
                    &segment.final_observations,
                    &segment.next_observation,
                )
            };
            let open = segment.terminated.last() == Some(&false)
                && segment.truncated.last() == Some(&false);
            if open && next.is_empty() {
                return Err(Error::data(
                    "next_observation",
                    "none",
                    "one where a segment ends within an episode",
                ));
            }
            let cut = segment
                .terminated
                .iter()
                .zip(&segment.truncated)
                .any(|(end, cut)| *cut && !end);
            if cut && self.config.truncation_bootstrap && finals.is_empty() {
                return Err(Error::data(
                    "final_observations",
                    "none",
                    "one a truncation, to bootstrap from",
                ));
            }
            if let Some(memory) = &self.model.memory {
                let all = steps.iter().chain(next).copied().collect::<Vec<f32>>();
                let all = if central { all } else { self.normalized(&all) };
                recalled.push(memory.values(segment, all, &self.device));
                continue;
            }
            rows.extend_from_slice(steps);
            rows.extend_from_slice(finals);
            rows.extend_from_slice(next);
        }
        if self.model.memory.is_some() {
            return Ok(recalled);
        }
        let width = if central {
            self.shape.state
        } else {
            self.shape.observation
        };
        let rows = if central {
            rows
        } else {
            self.normalized(&rows)
        };
        let count = rows.len() / width;
        let all = values(&self.model.critic.valid().forward(tensor(
            rows,
            [count, width],
            &self.device,
        )));
        let mut rest = all.as_slice();
        let mut take = |n: usize| {
            let (now, later) = rest.split_at(n.min(rest.len()));
            rest = later;
            now.to_vec()
        };
        let split = |segment: &Segment| {
            let finals = if central {
                &segment.final_states
            } else {
                &segment.final_observations
            };
            let next = if central {
                &segment.next_state
            } else {
                &segment.next_observation
            };
            let (steps, finals) = (take(segment.len()), take(finals.len() / width));
            SegmentValues {
                steps,
                finals,
                next: take(next.len() / width).first().copied().unwrap_or(0.0),
            }
        };
        Ok(segments.iter().map(split).collect())
    }
}

fn denormalized(values: &SegmentValues, norm: &ValueNorm) -> SegmentValues {
    let all = |from: &[f32]| from.iter().map(|x| norm.denormalize(*x)).collect();
    SegmentValues {
        steps: all(&values.steps),
        finals: all(&values.finals),
        next: norm.denormalize(values.next),
    }
}

/// Mean 0 and unbiased deviation 1; numbers of which there are fewer than two stay.
pub(super) fn normalize(numbers: &mut [f32], eps: f64) {
    if numbers.len() < 2 {
        return;
    }
    let n = numbers.len() as f64;
    let mean = numbers.iter().map(|x| f64::from(*x)).sum::<f64>() / n;
    let variance = numbers
        .iter()
        .map(|x| (f64::from(*x) - mean).powi(2))
        .sum::<f64>()
        / (n - 1.0);
    let scale = variance.sqrt() + eps;
    numbers
        .iter_mut()
        .for_each(|x| *x = ((f64::from(*x) - mean) / scale) as f32);
}
