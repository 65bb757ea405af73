//! What offline learners have in common: a dataset of transitions, and its batches on the device.

use crate::backend::{Backend, BurnDevice};
use crate::dist::{action_tensor, mask_tensor};
use crate::env::ActionSpace;
use crate::error::{Error, Result, finite};
use crate::metrics::Metrics;
use crate::nets::params::{Weights, tensor, values};
use crate::norm::RunningNorm;
use crate::replay::{ReplayBuffer, Transitions};
use crate::rollout::{Segment, Shape};
use crate::seed::Stream;
use burn::tensor::{Int, Tensor, TensorData};

/// Transitions to learn from, and between what their episodes' returns lie.
#[derive(Clone, Debug)]
pub struct OfflineDataset {
    transitions: Transitions,
    shape: Shape,
    range: Option<(f32, f32)>,
}

impl OfflineDataset {
    /// All transitions of some segments. Episodes that were cut off are bootstrapped from what came
    /// after; only ends are ends.
    ///
    /// # Errors
    /// Where actions are not discrete, a segment does not fit the shape, holds a number that is not
    /// finite, or there is nothing.
    pub fn new(segments: &[Segment], shape: &Shape) -> Result<Self> {
        discrete(shape)?;
        let replay = ReplayBuffer::dataset(segments, shape.clone())?;
        Ok(OfflineDataset {
            transitions: replay.all().clone(),
            shape: shape.clone(),
            range: return_range(segments),
        })
    }

    /// What was seen, done and brought, step by step.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// Numbers in an observation and in a central critic's state, and the actions.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The number of transitions.
    pub fn len(&self) -> usize {
        self.transitions.len()
    }

    /// Whether there are none; never, after [`OfflineDataset::new`].
    pub fn is_empty(&self) -> bool {
        self.transitions.is_empty()
    }

    /// The lowest and the highest return of a whole episode; nothing where no episode ends, or one
    /// number is both.
    pub fn return_range(&self) -> Option<(f32, f32)> {
        self.range
    }

    /// The factor that makes the range of returns `wanted` (CORL's `modify_reward` and d3rlpy's
    /// scaler: 1000); 1 where there is no range.
    pub fn range_factor(&self, wanted: f32) -> f32 {
        self.range.map_or(1.0, |(low, high)| wanted / (high - low))
    }
}

fn return_range(segments: &[Segment]) -> Option<(f32, f32)> {
    let (mut low, mut high) = (f32::INFINITY, f32::NEG_INFINITY);
    for segment in segments {
        let mut sum = 0.0;
        for t in 0..segment.len() {
            sum += segment.rewards[t];
            if segment.terminated[t] || segment.truncated[t] {
                (low, high) = (low.min(sum), high.max(sum));
                sum = 0.0;
            }
        }
    }
    (low < high).then_some((low, high))
}

/// The number of discrete actions of a shape.
///
/// # Errors
/// Where actions are continuous.
pub(crate) fn discrete(shape: &Shape) -> Result<usize> {
    match shape.actions {
        ActionSpace::Discrete(n) => Ok(n),
        ActionSpace::Continuous { .. } => {
            Err(Error::config("actions", "continuous", "discrete actions"))
        }
    }
}

/// Transitions on the device.
#[derive(Clone, Debug)]
pub struct TransitionRows<B: Backend> {
    /// Observations before, `[rows, width]`.
    pub observations: Tensor<B, 2>,
    /// What was possible before, `[rows, actions]`; none where everything always was.
    pub possible: Option<Tensor<B, 2>>,
    /// What was done.
    pub actions: Tensor<B, 1, Int>,
    /// What that gave.
    pub rewards: Tensor<B, 1>,
    /// Observations after.
    pub next: Tensor<B, 2>,
    /// What was possible after.
    pub next_possible: Option<Tensor<B, 2>>,
    /// 0 where the episode was over and 1 elsewhere.
    pub goes_on: Tensor<B, 1>,
    len: usize,
}

impl<B: Backend> TransitionRows<B> {
    /// Puts transitions on a device, their rewards times a factor, their observations normalised
    /// where `norm` is given.
    pub(crate) fn of(
        data: &Transitions,
        shape: &Shape,
        norm: Option<(&RunningNorm, f32)>,
        factor: f32,
        device: &BurnDevice<B>,
    ) -> Self {
        let (len, width, actions) = (data.len(), shape.observation, shape.actions.width());
        let rows = |from: &[f32]| {
            let mut rows = from.to_vec();
            if let Some((norm, clip)) = norm {
                norm.apply(&mut rows, clip);
            }
            tensor::<B, 2>(rows, [len, width], device)
        };
        TransitionRows {
            observations: rows(&data.now.observations),
            possible: mask_tensor(&data.now.masks, actions, device),
            actions: action_tensor(&data.now.actions, device),
            rewards: tensor(
                data.now.rewards.iter().map(|r| r * factor).collect(),
                [len],
                device,
            ),
            next: rows(&data.next_observations),
            next_possible: mask_tensor(&data.next_masks, actions, device),
            goes_on: tensor(
                data.terminated.iter().map(|d| 1.0 - d).collect(),
                [len],
                device,
            ),
            len,
        }
    }

    /// The number of transitions.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// `count` rows drawn evenly, with replacement.
    pub(crate) fn sample(&self, count: usize, dice: &mut Stream, device: &BurnDevice<B>) -> Self {
        let index: Vec<i32> = (0..count).map(|_| dice.below(self.len) as i32).collect();
        let index = Tensor::<B, 1, Int>::from_data(TensorData::new(index, [count]), device);
        let some =
            |mask: &Option<Tensor<B, 2>>| mask.as_ref().map(|m| m.clone().select(0, index.clone()));
        TransitionRows {
            observations: self.observations.clone().select(0, index.clone()),
            possible: some(&self.possible),
            actions: self.actions.clone().select(0, index.clone()),
            rewards: self.rewards.clone().select(0, index.clone()),
            next: self.next.clone().select(0, index.clone()),
            next_possible: some(&self.next_possible),
            goes_on: self.goes_on.clone().select(0, index),
            len: count,
        }
    }

    /// The value of what was done, of the values of all actions, `[rows]`.
    pub(crate) fn done(&self, q: Tensor<B, 2>) -> Tensor<B, 1> {
        q.gather(1, self.actions.clone().unsqueeze_dim(1))
            .squeeze_dim(1)
    }

    /// `r + γ·(1 − d)·v`.
    pub(crate) fn bootstrapped(&self, next: Tensor<B, 1>, gamma: f32) -> Tensor<B, 1> {
        self.rewards.clone() + self.goes_on.clone() * next * f64::from(gamma)
    }
}

/// Refuses weights that are not finite: losses were fine, and the step after them was not.
pub(crate) fn finite_weights(step: u64, weights: &Weights) -> Result<()> {
    match weights.not_finite() {
        Some(name) => Err(Error::NonFinite {
            step,
            loss: format!("weight {name}"),
        }),
        None => Ok(()),
    }
}

/// Refuses a dataset of another shape than a learner's.
pub(crate) fn same_shape(data: &OfflineDataset, shape: &Shape) -> Result<()> {
    if data.shape() == shape {
        return Ok(());
    }
    Err(Error::shape(
        "dataset",
        format!("{:?}", data.shape()),
        format!("{shape:?}"),
    ))
}

/// Observations as whole rows, normalised where `norm` is given, and their dimensions.
pub(crate) fn rows_of(
    observations: &[f32],
    shape: &Shape,
    norm: Option<(&RunningNorm, f32)>,
) -> Result<(Vec<f32>, [usize; 2])> {
    let width = shape.observation;
    if observations.is_empty() || !observations.len().is_multiple_of(width) {
        return Err(Error::data(
            "observations",
            observations.len(),
            format!("rows of {width} numbers"),
        ));
    }
    let mut rows = observations.to_vec();
    if let Some((norm, clip)) = norm {
        norm.apply(&mut rows, clip);
    }
    Ok((rows, [observations.len() / width, width]))
}

/// The means of what steps reported, which must all be finite; `first` is the number of steps
/// before them.
pub(crate) fn means<B: Backend>(
    names: &[&str],
    reports: Vec<Tensor<B, 1>>,
    first: u64,
) -> Result<Metrics> {
    let table = values(&Tensor::cat(reports, 0));
    for (i, row) in table.chunks(names.len()).enumerate() {
        finite(
            first + i as u64,
            names.iter().copied().zip(row.iter().copied()),
        )?;
    }
    let (mut metrics, rows) = (Metrics::new(), (table.len() / names.len()).max(1) as f64);
    for (i, name) in names.iter().enumerate() {
        metrics.set(
            name,
            table
                .iter()
                .skip(i)
                .step_by(names.len())
                .map(|x| f64::from(*x))
                .sum::<f64>()
                / rows,
        );
    }
    Ok(metrics)
}

/// Refuses a counter of 0, and numbers outside their ranges: what offline learners' settings have
/// in common.
pub(crate) fn check_settings(
    counts: &[(&'static str, usize)],
    positive: &[(&'static str, f64)],
    shares: &[(&'static str, f64)],
    finite: &[(&'static str, f64)],
) -> Result<()> {
    if let Some((field, found)) = counts.iter().find(|(_, n)| *n == 0) {
        return Err(Error::config(field, found, "at least 1"));
    }
    if let Some((field, found)) = positive.iter().find(|(_, x)| !(x.is_finite() && *x > 0.0)) {
        return Err(Error::config(field, found, "a number above 0"));
    }
    if let Some((field, found)) = shares.iter().find(|(_, x)| !(0.0..=1.0).contains(x)) {
        return Err(Error::config(field, found, "0 to 1"));
    }
    match finite.iter().find(|(_, x)| !x.is_finite()) {
        Some((field, found)) => Err(Error::config(field, found, "a finite number")),
        None => Ok(()),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::env::Mask;
    use crate::head::Scratch;

    /// A bandit whose arms 0 and 1 were each pulled once, with rewards 0 and 1; with a mask of
    /// three bits there is a third arm that was not possible.
    pub(crate) fn bandit(mask: Mask, arms: usize) -> (Shape, Vec<Segment>) {
        let pull = |arm: u32| Segment {
            observations: vec![1.0],
            masks: vec![mask],
            actions: vec![arm],
            rewards: vec![arm as f32],
            terminated: vec![true],
            truncated: vec![false],
            ..Segment::default()
        };
        (
            Shape {
                observation: 1,
                state: 0,
                actions: ActionSpace::Discrete(arms),
            },
            vec![pull(0), pull(1)],
        )
    }

    pub(crate) fn probs(head: &crate::head::Head, mask: Mask) -> Vec<f32> {
        let mut scratch = Scratch::default();
        head.probs(&[1.0], mask, &mut [], &mut scratch);
        scratch.probs
    }

    #[test]
    fn ranges_are_of_whole_episodes() {
        let shape = Shape {
            observation: 1,
            state: 0,
            actions: ActionSpace::Discrete(2),
        };
        let segment = Segment {
            observations: vec![0.0; 5],
            masks: vec![Mask(3); 5],
            actions: vec![0; 5],
            rewards: vec![1.0, 2.0, -1.0, 0.5, 100.0],
            terminated: vec![false, true, false, false, false],
            truncated: vec![false, false, false, true, false],
            final_observations: vec![1.0],
            ..Segment::default()
        };
        let data = OfflineDataset::new(std::slice::from_ref(&segment), &shape).unwrap();
        // The last step has nothing after it.
        assert_eq!((data.len(), data.return_range()), (4, Some((-0.5, 3.0))));
        assert!((data.range_factor(1000.0) - 1000.0 / 3.5).abs() < 1e-3);
        let actions = ActionSpace::Continuous {
            low: vec![0.0],
            high: vec![1.0],
        };
        assert!(OfflineDataset::new(&[segment], &Shape { actions, ..shape }).is_err());
    }
}
