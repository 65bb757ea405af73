//! Discriminators: what tells an expert's steps from a policy's, and the reward that is made of it.
//!
//! All follow imitation's convention: expert is 1, policy 0, and a logit above 0 says expert. They
//! see an observation beside an action, one-hot where it is discrete, held within its bounds where
//! it is continuous.

use super::airl::{Airl, AirlConfig};
use super::drail::{Drail, DrailConfig};
use super::gail::{Gail, GailConfig};
use crate::backend::{AutodiffBackend, Device};
use crate::batch::{check, rows};
use crate::checkpoint::Checkpoint;
use crate::env::{Action, ActionSpace, Mask};
use crate::error::{Error, Result};
use crate::head::{Head, Scratch};
use crate::metrics::Metrics;
use crate::nets::params::{Named, Weights};
use crate::rollout::{Segment, Shape};
use crate::seed::Stream;
use serde::{Deserialize, Serialize};

/// What tells experts from policies. Streams are passed in, so that looking at rewards changes
/// nothing.
pub trait Discriminator: Send {
    /// `gail`, `airl` or `drail`.
    fn kind(&self) -> &'static str;

    /// Numbers in an observation and in a central critic's state, and the actions.
    fn shape(&self) -> &Shape;

    /// What rows must hold beside observations and actions.
    fn needs(&self) -> Needs {
        Needs::default()
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
pub struct Needs {
    /// Whether the observation after the step is needed.
    pub next: bool,
    /// For [`Discriminator::update`] and [`Discriminator::logits`], the log-probability of the
    /// action under the policy as it is now.
    pub log_probs: bool,
}

/// A discriminator and its settings, as in a file: `kind = "gail"` beside the settings of that
/// kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum DiscConfig {
    /// [`Gail`].
    Gail(GailConfig),
    /// [`Airl`].
    Airl(AirlConfig),
    /// [`Drail`].
    Drail(DrailConfig),
}

impl DiscConfig {
    /// A fresh discriminator.
    ///
    /// # Errors
    /// Where settings or shape cannot be.
    pub fn build<B: AutodiffBackend>(
        self,
        shape: Shape,
        seed: u64,
        device: Device<B>,
    ) -> Result<Box<dyn Discriminator>> {
        Ok(match self {
            DiscConfig::Gail(config) => Box::new(Gail::<B>::new(config, shape, seed, device)?),
            DiscConfig::Airl(config) => Box::new(Airl::<B>::new(config, shape, seed, device)?),
            DiscConfig::Drail(config) => Box::new(Drail::<B>::new(config, shape, seed, device)?),
        })
    }
}

/// Any discriminator from its checkpoint.
///
/// # Errors
/// Where it is of something else, or does not fit its own settings.
pub fn resume<B: AutodiffBackend>(
    checkpoint: &Checkpoint,
    device: Device<B>,
) -> Result<Box<dyn Discriminator>> {
    match checkpoint.kind.as_str() {
        "gail" => Ok(Box::new(Gail::<B>::resume(checkpoint, device)?)),
        "airl" => Ok(Box::new(Airl::<B>::resume(checkpoint, device)?)),
        "drail" => Ok(Box::new(Drail::<B>::resume(checkpoint, device)?)),
        other => Err(Error::data(
            "checkpoint, kind",
            other,
            "gail, airl or drail",
        )),
    }
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

/// Steps as discriminators see them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// `len × observation`.
    pub observations: Vec<f32>,
    /// `len × action width`: one-hot, or moves held within their bounds.
    pub actions: Vec<f32>,
    /// What was possible; empty for continuous actions.
    pub masks: Vec<Mask>,
    /// Observations after, `len × observation`, those before where an episode ended; empty where
    /// nobody needs them.
    pub next: Vec<f32>,
    /// 1 where an episode ended with the step, over or cut off (as imitation's `dones`), 0
    /// elsewhere.
    pub ended: Vec<f32>,
    /// Log-probabilities under a policy, by [`Rows::judge`]; empty before.
    pub log_probs: Vec<f32>,
}

/// What to do about observations after steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextRows {
    /// They are not needed.
    Unneeded,
    /// A step without one is refused.
    Needed,
    /// A step without one is left out: the last of a demonstration that was broken off.
    OrLeaveOut,
}

impl Rows {
    /// All steps of some segments, in order.
    ///
    /// # Errors
    /// As [`check`], where there are none, and where an observation after is needed and not there.
    pub fn of(segments: &[Segment], shape: &Shape, next: NextRows) -> Result<Self> {
        let mut all = Rows::default();
        for segment in segments {
            check(segment, shape)?;
            all.push(segment, shape, next)?;
        }
        if all.is_empty() {
            Err(Error::data("segments", "no steps", "at least one"))
        } else {
            Ok(all)
        }
    }

    fn push(&mut self, segment: &Segment, shape: &Shape, next: NextRows) -> Result<()> {
        let width = shape.observation;
        for t in 0..segment.len() {
            let now = &segment.observations[t * width..(t + 1) * width];
            let ended = segment.terminated[t] || segment.truncated[t];
            let after = match next {
                NextRows::Unneeded => &[],
                _ if ended => now,
                _ if t + 1 < segment.len() => {
                    &segment.observations[(t + 1) * width..(t + 2) * width]
                }
                _ if segment.next_observation.len() == width => segment.next_observation.as_slice(),
                NextRows::OrLeaveOut => continue,
                NextRows::Needed => {
                    return Err(Error::data(
                        "next_observation",
                        "none",
                        "one where a segment ends within an episode",
                    ));
                }
            };
            self.observations.extend_from_slice(now);
            self.next.extend_from_slice(after);
            self.ended.push(f32::from(u8::from(ended)));
            match &shape.actions {
                ActionSpace::Discrete(n) => {
                    self.masks
                        .push(segment.masks.get(t).copied().unwrap_or(Mask::all(*n)));
                    self.actions.extend(
                        (0..*n).map(|a| f32::from(u8::from(a == segment.actions[t] as usize))),
                    );
                }
                ActionSpace::Continuous { low, high } => {
                    let moves = &segment.moves[t * low.len()..(t + 1) * low.len()];
                    self.actions.extend(
                        moves
                            .iter()
                            .zip(low)
                            .zip(high)
                            .map(|((x, low), high)| x.max(*low).min(*high)),
                    );
                }
            }
        }
        Ok(())
    }

    /// The number of steps.
    pub fn len(&self) -> usize {
        self.ended.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ended.is_empty()
    }

    /// Chosen steps; indices beyond the end are left out.
    pub fn take(&self, indices: &[usize]) -> Rows {
        let len = self.len();
        Rows {
            observations: rows(&self.observations, len, indices),
            actions: rows(&self.actions, len, indices),
            masks: rows(&self.masks, len, indices),
            next: rows(&self.next, len, indices),
            ended: rows(&self.ended, len, indices),
            log_probs: rows(&self.log_probs, len, indices),
        }
    }

    /// Adds others behind.
    pub fn append(&mut self, other: &Rows) {
        self.observations.extend_from_slice(&other.observations);
        self.actions.extend_from_slice(&other.actions);
        self.masks.extend_from_slice(&other.masks);
        self.next.extend_from_slice(&other.next);
        self.ended.extend_from_slice(&other.ended);
        self.log_probs.extend_from_slice(&other.log_probs);
    }

    /// Finds the log-probability of every action under a policy. Actions were held within their
    /// bounds before, as the environment did.
    ///
    /// # Errors
    /// Where the policy is recurrent: what it would say depends on what came before, which rows do
    /// not know.
    pub fn judge(&mut self, head: &Head) -> Result<()> {
        if head.state_width() > 0 {
            return Err(Error::config(
                "policy",
                "a recurrent one",
                "one without memory, for AIRL",
            ));
        }
        let len = self.len().max(1);
        let (width, moves) = (self.observations.len() / len, self.actions.len() / len);
        let mut scratch = Scratch::default();
        self.log_probs.clear();
        for (i, (seen, done)) in self
            .observations
            .chunks(width.max(1))
            .zip(self.actions.chunks(moves.max(1)))
            .enumerate()
        {
            let action = match head.actions() {
                ActionSpace::Discrete(_) => {
                    Action::Discrete(done.iter().position(|x| *x > 0.5).unwrap_or(0))
                }
                ActionSpace::Continuous { .. } => Action::Continuous(done.to_vec()),
            };
            let mask = self.masks.get(i).copied().unwrap_or(Mask::all(moves));
            self.log_probs
                .push(head.log_prob(seen, mask, &action, &mut [], &mut scratch));
        }
        Ok(())
    }

    /// Refuses rows of other widths.
    ///
    /// # Errors
    /// With the first field that is wrong.
    pub fn expect(&self, shape: &Shape, needs: Needs) -> Result<()> {
        let len = self.len();
        let mut widths = vec![
            (
                "observations",
                self.observations.len(),
                shape.observation * len,
            ),
            ("actions", self.actions.len(), shape.actions.width() * len),
        ];
        if needs.next {
            widths.push((
                "next observations",
                self.next.len(),
                shape.observation * len,
            ));
        }
        if needs.log_probs {
            widths.push(("log_probs", self.log_probs.len(), len));
        }
        match widths
            .into_iter()
            .find(|(_, found, expected)| found != expected)
        {
            Some((what, found, expected)) => Err(Error::data(
                what,
                format!("{found} numbers"),
                format!("{expected} for {len} steps"),
            )),
            None if len == 0 => Err(Error::data("steps", "none", "at least one")),
            None => Ok(()),
        }
    }

    /// As named tensors for a checkpoint.
    pub fn weights(&self) -> Weights {
        let named = |name: &str, values: Vec<f32>| Named {
            name: name.to_owned(),
            shape: vec![values.len()],
            values,
        };
        // A mask in four numbers of 16 bits, which f32 holds exactly.
        let masks = self
            .masks
            .iter()
            .flat_map(|mask| (0..4).map(|i| (mask.0 >> (16 * i) & 0xFFFF) as f32))
            .collect();
        Weights(vec![
            named("actions", self.actions.clone()),
            named("ended", self.ended.clone()),
            named("masks", masks),
            named("next", self.next.clone()),
            named("observations", self.observations.clone()),
        ])
    }

    /// From [`Rows::weights`].
    ///
    /// # Errors
    /// Where something is missing or of another width.
    pub fn from_weights(weights: &Weights, shape: &Shape, needs: Needs) -> Result<Self> {
        let get = |name: &str| {
            let found = weights.get(name).map(|named| named.values.clone());
            found.ok_or_else(|| {
                Error::shape(format!("kept steps, {name}"), "no such tensor", "a vector")
            })
        };
        let word = |four: &[f32; 4]| {
            four.iter()
                .rev()
                .fold(0_u64, |word, part| word << 16 | u64::from(*part as u16))
        };
        let masks: Vec<Mask> = get("masks")?
            .as_chunks::<4>()
            .0
            .iter()
            .map(|four| Mask(word(four)))
            .collect();
        let found = Rows {
            observations: get("observations")?,
            actions: get("actions")?,
            masks,
            next: get("next")?,
            ended: get("ended")?,
            log_probs: Vec::new(),
        };
        let masked = if matches!(shape.actions, ActionSpace::Discrete(_)) {
            found.len()
        } else {
            0
        };
        if found.masks.len() != masked {
            return Err(Error::shape("kept steps, masks", found.masks.len(), masked));
        }
        if !found.is_empty() {
            found.expect(
                shape,
                Needs {
                    log_probs: false,
                    ..needs
                },
            )?;
        }
        Ok(found)
    }
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
