//! Discriminators: what tells an expert's steps from a policy's, and the reward that is made of it.
//!
//! All follow imitation's convention: expert is 1, policy 0, and a logit above 0 says expert. They
//! see an observation beside an action, one-hot where it is discrete, held within its bounds where
//! it is continuous.

pub mod airl;
pub mod core;
pub mod drail;
pub mod gail;
mod registry;
mod rows;
#[cfg(test)]
mod tests;

pub use registry::{Config, DiscConfig, DiscDescriptor, resume};
pub use rows::{NextRows, Rows};

use crate::checkpoint::Checkpoint;
use crate::error::Result;
use crate::metrics::Metrics;
use crate::rollout::{Segment, Shape};
use crate::seed::Stream;
use serde::{Deserialize, Serialize};

/// What tells experts from policies. Streams are passed in, so that looking at rewards changes
/// nothing.
pub trait Discriminator: Send {
    /// Its word ([`Config::WORD`]).
    fn kind(&self) -> &'static str;

    /// Numbers in an observation and in a central critic's state, and the actions.
    fn shape(&self) -> &Shape;

    /// What rows must hold beside observations and actions.
    fn needs(&self) -> RequiredInputs {
        RequiredInputs::default()
    }

    /// Gradient steps taken.
    fn steps(&self) -> u64;

    /// One gradient step on an expert's and a policy's rows; gives imitation's statistics
    /// (`disc/disc_loss`, `disc/disc_acc`, `disc/disc_acc_expert`, `disc/disc_acc_gen`,
    /// `disc/disc_entropy`, `disc/disc_proportion_expert_true`, `disc/disc_proportion_expert_pred`,
    /// `disc/n_expert`, `disc/n_generated`), of before the step.
    ///
    /// # Errors
    /// Where rows do not fit, or the loss or its gradient turns non-finite: then everything is as
    /// before.
    fn update(&mut self, expert: &Rows, policy: &Rows, dice: &mut Stream) -> Result<Metrics>;

    /// The logit of each row being an expert's.
    ///
    /// # Errors
    /// Where rows do not fit, or a logit is not finite.
    fn logits(&self, rows: &Rows, dice: &mut Stream) -> Result<Vec<f32>>;

    /// The reward of each row, by which a policy is trained.
    ///
    /// # Errors
    /// As [`Discriminator::logits`].
    fn reward(&self, rows: &Rows, dice: &mut Stream) -> Result<Vec<f32>>;

    /// The reward of each row with the same noise for all, so that they differ by what they are and
    /// not by what was drawn: for maps.
    ///
    /// # Errors
    /// As [`Discriminator::logits`].
    fn reward_alike(&self, rows: &Rows, dice: &mut Stream) -> Result<Vec<f32>> {
        self.reward(rows, dice)
    }

    /// The reward of each row by which a policy is judged, or trained anew, afterwards: without
    /// AIRL's potential.
    ///
    /// # Errors
    /// As [`Discriminator::logits`].
    fn test_reward(&self, rows: &Rows, dice: &mut Stream) -> Result<Vec<f32>> {
        self.reward(rows, dice)
    }

    /// Everything that is needed to go on bit for bit.
    ///
    /// # Errors
    /// Where it cannot be put in JSON.
    fn checkpoint(&self) -> Result<Checkpoint>;
}

/// What a discriminator must know of a step beside observation and action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RequiredInputs {
    /// Whether the observation after the step is needed.
    pub next: bool,
    /// For [`Discriminator::update`] and [`Discriminator::logits`], the log-probability of the
    /// action under the policy as it is now.
    pub log_probs: bool,
}

/// How a reward is made of a logit `l`, with `D = σ(l)` the chance of being an expert's step. Where
/// the length of episodes is not fixed, a reward that is never below 0 keeps a policy alive, one
/// never above 0 makes it end, whatever the expert does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RewardKind {
    /// `log D − log(1 − D) = l`, of either sign (AIRL's; DRAIL's repository trains all its methods
    /// with it).
    Airl,
    /// `−log(1 − D) = softplus(l)`, never below 0 (imitation's GAIL).
    #[default]
    Imitation,
    /// `log D = −softplus(−l)`, never above 0.
    Gail,
    /// `D`, never below 0.
    Raw,
    /// `l` plus a constant, for tasks in which staying alive is the aim (DRAIL's Walker: 20).
    AirlPositive,
}

impl RewardKind {
    /// The reward of a logit; `constant` is what [`RewardKind::AirlPositive`] adds.
    pub fn of(self, logit: f32, constant: f32) -> f32 {
        match self {
            RewardKind::Airl => logit,
            RewardKind::Imitation => softplus(logit),
            RewardKind::Gail => -softplus(-logit),
            RewardKind::Raw => 1.0 / (1.0 + libm::expf(-logit)),
            RewardKind::AirlPositive => logit + constant,
        }
    }

    /// The rewards of logits.
    pub fn all(self, mut logits: Vec<f32>, constant: f32) -> Vec<f32> {
        logits.iter_mut().for_each(|l| *l = self.of(*l, constant));
        logits
    }
}

/// `log(1 + e^x)`, for numbers of any size.
pub fn softplus(x: f32) -> f32 {
    x.max(0.0) + libm::log1pf(libm::expf(-x.abs()))
}

/// How what goes in is normalised, by running statistics of the experts' and policies' rows that
/// were trained on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InputScale {
    /// Nothing is scaled.
    None,
    /// Every input, actions too, with 1e-5 added to variances and without a limit (imitation's
    /// `RunningNorm` as `normalize_input_layer`).
    #[default]
    Inputs,
    /// Observations only, held within ±10 (DRAIL's `drail-state-norm`).
    Observations,
}

/// The rewards of segments, a list each.
///
/// # Errors
/// As [`Rows::of`] and [`Discriminator::reward`].
pub fn rewards(
    disc: &dyn Discriminator,
    segments: &[Segment],
    dice: &mut Stream,
) -> Result<Vec<Vec<f32>>> {
    let next = if disc.needs().next {
        NextRows::Needed
    } else {
        NextRows::Unneeded
    };
    let rows = Rows::of(segments, disc.shape(), next)?;
    let all = disc.reward(&rows, dice)?;
    let mut rest = all.as_slice();
    let split = segments.iter().map(|segment| {
        let (now, later) = rest.split_at(segment.len().min(rest.len()));
        rest = later;
        now.to_vec()
    });
    Ok(split.collect())
}
