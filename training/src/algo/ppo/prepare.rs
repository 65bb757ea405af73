//! What stays the same during an update: values, advantages and what was done, on the device.

use super::config::AdvantageNorm;
use super::{OBSERVATION_CLIP, Ppo, memory};
use crate::backend::AutodiffBackend;
use crate::batch::Batch;
use crate::error::{Error, Result};
use crate::gae::{Discount, SegmentValues, advantages};
use crate::nets::params::{tensor, values};
use crate::norm::ValueNorm;
use crate::policy::{Taken, possible};
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
    /// SegmentValues, advantages and everything else that stays the same during an update.
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
        for segment in segments {
            self.check_ends(segment)?;
        }
        Ok(match &self.model.memory {
            Some(memory) => {
                let recalled = segments.iter().map(|segment| {
                    let (steps, _, next) = self.judges(segment);
                    let all = steps.iter().chain(next).copied().collect();
                    memory.values(segment, self.scaled(all), &self.device)
                });
                recalled.collect()
            }
            None => self.values_at_once(segments),
        })
    }

    /// What the critic judges by: what everybody sees, or the whole state where there is one; of
    /// steps, of observations at which a segment was cut, and of what comes after it.
    fn judges<'a>(&self, segment: &'a Segment) -> (&'a [f32], &'a [f32], &'a [f32]) {
        if self.shape.state > 0 {
            (&segment.states, &segment.final_states, &segment.next_state)
        } else {
            (
                &segment.observations,
                &segment.final_observations,
                &segment.next_observation,
            )
        }
    }

    /// Rows that the critic judges by, normalised where they are observations.
    fn scaled(&self, rows: Vec<f32>) -> Vec<f32> {
        if self.shape.state > 0 {
            rows
        } else {
            self.normalized(&rows)
        }
    }

    /// Refuses a segment that lacks what the values at its ends are judged by.
    fn check_ends(&self, segment: &Segment) -> Result<()> {
        let (_, finals, next) = self.judges(segment);
        let open =
            segment.terminated.last() == Some(&false) && segment.truncated.last() == Some(&false);
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
        Ok(())
    }

    /// The values of a critic without a memory, of all segments in one pass.
    fn values_at_once(&self, segments: &[Segment]) -> Vec<SegmentValues> {
        let mut rows = Vec::new();
        for segment in segments {
            let (steps, finals, next) = self.judges(segment);
            for part in [steps, finals, next] {
                rows.extend_from_slice(part);
            }
        }
        let width = if self.shape.state > 0 {
            self.shape.state
        } else {
            self.shape.observation
        };
        let count = rows.len() / width;
        let rows = tensor(self.scaled(rows), [count, width], &self.device);
        let all = values(&self.model.critic.valid().forward(rows));
        let mut rest = all.as_slice();
        let mut take = |n: usize| {
            let (now, later) = rest.split_at(n.min(rest.len()));
            rest = later;
            now.to_vec()
        };
        let split = |segment: &Segment| {
            let (_, finals, next) = self.judges(segment);
            let (steps, finals) = (take(segment.len()), take(finals.len() / width));
            SegmentValues {
                steps,
                finals,
                next: take(next.len() / width).first().copied().unwrap_or(0.0),
            }
        };
        segments.iter().map(split).collect()
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
