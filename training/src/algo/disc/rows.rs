//! Steps as discriminators see them, and as they are kept.

use super::RequiredInputs;
use crate::batch::{check, rows};
use crate::env::{Action, ActionSpace, Mask};
use crate::error::{Error, Result};
use crate::head::{Head, Scratch};
use crate::nets::params::{Named, Weights};
use crate::rollout::{Segment, Shape};

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
    pub fn expect(&self, shape: &Shape, needs: RequiredInputs) -> Result<()> {
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
    pub fn from_weights(weights: &Weights, shape: &Shape, needs: RequiredInputs) -> Result<Self> {
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
                RequiredInputs {
                    log_probs: false,
                    ..needs
                },
            )?;
        }
        Ok(found)
    }
}
