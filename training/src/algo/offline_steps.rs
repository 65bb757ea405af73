//! Offline learners that draw batches of a dataset step by step: how they load it, how they go on,
//! and what they keep, whatever a step is.

use super::offline::{OfflineDataset, TransitionRows, finite_weights, means, same_shape};
use crate::backend::{AutodiffBackend, BurnDevice};
use crate::checkpoint::Checkpoint;
use crate::error::{Result, finite};
use crate::head::{Head, InputNorm};
use crate::learner::{Learner, Single};
use crate::metrics::Metrics;
use crate::nets::params::Weights;
use crate::norm::RunningNorm;
use crate::rollout::{Segment, Shape};
use crate::seed::{Stream, Use, stream};
use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

/// Normalised observations are held within ± this.
const OBSERVATION_CLIP: f32 = 10.0;

/// Steps between reports, after each of which training is known to be finite.
const REPORT_EVERY: u64 = 250;

/// Gradient steps of a round of a training.
pub const ROUND: u64 = 1000;

/// The settings that all such learners have.
#[derive(Clone, Copy, Debug)]
pub struct Common {
    /// Gradient steps of the whole training.
    pub steps: u64,
    /// Transitions in a batch.
    pub batch_size: usize,
    /// Whether observations are normalised by the dataset's mean and deviation.
    pub norm_obs: bool,
    /// What the returns of the dataset are scaled to range over; as they are without.
    pub return_range: Option<f32>,
}

/// What goes on beside the networks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OfflineState {
    steps: u64,
    sample: Stream,
    observations: Option<RunningNorm>,
    /// What rewards are multiplied by; known with the dataset. As bits, so that it is read exactly.
    factor: Option<u32>,
}

impl OfflineState {
    /// Before the first step.
    pub(crate) fn new(seed: u64) -> Self {
        OfflineState {
            steps: 0,
            sample: stream(seed, Use::Shuffle, 0),
            observations: None,
            factor: None,
        }
    }

    /// Gradient steps taken.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// Counts a step.
    pub(crate) fn step(&mut self) {
        self.steps += 1;
    }

    /// How observations are normalised, and within what they are held.
    pub(crate) fn norm(&self) -> Option<(&RunningNorm, f32)> {
        self.observations
            .as_ref()
            .map(|norm| (norm, OBSERVATION_CLIP))
    }

    /// The same for a head.
    pub(crate) fn input_norm(&self) -> Option<InputNorm> {
        self.norm().map(|(norm, clip)| InputNorm {
            norm: norm.clone(),
            clip,
        })
    }

    /// Refuses what a checkpoint cannot hold, for observations of a width.
    pub(crate) fn checked(self, width: usize) -> Result<Self> {
        if let Some(norm) = &self.observations {
            norm.check(width)?;
        }
        if let Some(factor) = self.factor.map(f32::from_bits) {
            finite(self.steps, [("the factor of rewards", factor)])?;
        }
        Ok(self)
    }
}

/// An offline learner, step by step.
pub trait OfflineSteps<B: AutodiffBackend>: Clone + Send {
    /// The kind of its checkpoints, and the name under which a training keeps them.
    const KIND: &'static str;

    /// Names of what a step reports, in the order of its tensor.
    const REPORTED: &'static [&'static str];

    /// Settings.
    fn common(&self) -> Common;

    /// Numbers in an observation and in a central critic's state, and the actions.
    fn shape(&self) -> &Shape;

    /// Where tensors are.
    fn device(&self) -> &BurnDevice<B>;

    /// What goes on beside the networks.
    fn state(&self) -> &OfflineState;

    /// The same, to go on with.
    fn state_mut(&mut self) -> &mut OfflineState;

    /// The weights of every network, as a checkpoint holds them.
    fn trained(&self) -> Weights;

    /// A gradient step on a batch; gives what it reports, one number for each name.
    fn step(&mut self, rows: &TransitionRows<B>) -> Tensor<B::InnerBackend, 1>;

    /// A head that acts by what is learned.
    ///
    /// # Errors
    /// Where weights are not finite or do not fit the shape.
    fn head(&self) -> Result<Head>;

    /// Everything that is needed to go on bit for bit.
    ///
    /// # Errors
    /// Where it cannot be put in JSON.
    fn checkpoint(&self) -> Result<Checkpoint>;

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// Where it is of another kind, or does not fit its own settings.
    fn resume(checkpoint: &Checkpoint, device: BurnDevice<B>) -> Result<Self>;

    /// Gradient steps taken.
    fn steps(&self) -> u64 {
        self.state().steps
    }

    /// Puts a dataset on the device. The first decides how observations and rewards are normalised.
    ///
    /// # Errors
    /// Where it is of another shape.
    fn load(&mut self, data: &OfflineDataset) -> Result<TransitionRows<B>> {
        same_shape(data, self.shape())?;
        let (common, width) = (self.common(), self.shape().observation);
        let transitions = data.transitions();
        let state = self.state_mut();
        if common.norm_obs {
            state.observations.get_or_insert_with(|| {
                let mut norm = RunningNorm::new(width);
                norm.update(&transitions.now.observations);
                norm
            });
        }
        let factor = *state.factor.get_or_insert(
            common
                .return_range
                .map_or(1.0, |range| data.range_factor(range))
                .to_bits(),
        );
        Ok(TransitionRows::of(
            transitions,
            self.shape(),
            self.state().norm(),
            f32::from_bits(factor),
            self.device(),
        ))
    }

    /// All steps. `each` is told of every 250 steps, and stops training by giving `false`.
    ///
    /// # Errors
    /// As [`OfflineSteps::load`] and [`OfflineSteps::advance`].
    fn train(
        &mut self,
        data: &OfflineDataset,
        each: &mut dyn FnMut(u64, &Metrics) -> bool,
    ) -> Result<Metrics> {
        let (rows, all) = (self.load(data)?, self.common().steps);
        let mut last = Metrics::new();
        while self.steps() < all {
            last = self.advance(&rows, REPORT_EVERY.min(all - self.steps()))?;
            if !each(self.steps(), &last) {
                break;
            }
        }
        Ok(last)
    }

    /// A number of steps on batches drawn from a dataset; gives the means over them.
    ///
    /// # Errors
    /// Where a loss or a weight turns non-finite: then everything is as before these steps.
    fn advance(&mut self, data: &TransitionRows<B>, steps: u64) -> Result<Metrics> {
        let (size, device) = (self.common().batch_size, self.device().clone());
        guarded(self, steps, |learner| {
            let batch = data.sample(size, &mut learner.state_mut().sample, &device);
            learner.step(&batch)
        })
    }

    /// A number of steps on all of some rows at once, for small datasets.
    ///
    /// # Errors
    /// As [`OfflineSteps::advance`].
    fn advance_whole(&mut self, data: &TransitionRows<B>, steps: u64) -> Result<Metrics> {
        guarded(self, steps, |learner| learner.step(data))
    }
}

fn guarded<B: AutodiffBackend, L: OfflineSteps<B>>(
    learner: &mut L,
    steps: u64,
    mut step: impl FnMut(&mut L) -> Tensor<B::InnerBackend, 1>,
) -> Result<Metrics> {
    let before = learner.clone();
    let reports: Vec<_> = (0..steps.max(1)).map(|_| step(learner)).collect();
    let learned = means(L::REPORTED, reports, before.steps())
        .and_then(|metrics| finite_weights(learner.steps(), &learner.trained()).map(|()| metrics));
    if learned.is_err() {
        *learner = before;
    }
    learned
}

/// Such a learner as one of a training: [`ROUND`] steps a round.
///
/// # Errors
/// Where segments are none that can be learned from.
pub(crate) fn in_rounds<B: AutodiffBackend, L: OfflineSteps<B> + 'static>(
    learner: L,
    data: &[Segment],
) -> Result<Box<dyn Learner>> {
    Ok(Box::new(Single::<B, _, _> {
        part: L::KIND,
        data: OfflineDataset::new(data, learner.shape())?,
        device: learner.device().clone(),
        learner,
        round: |learner, data, _, _| {
            let rows = learner.load(data)?;
            let batch = learner.common().batch_size as u64;
            Ok((learner.advance(&rows, ROUND)?, ROUND * batch))
        },
        head: L::head,
        checkpoint: L::checkpoint,
        resume: L::resume,
    }))
}
