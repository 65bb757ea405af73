//! Segments as flat batches, checked before anything learns from them, and minibatches in random
//! order.

use crate::env::{ActionSpace, Mask};
use crate::error::{Error, Result};
use crate::rollout::{Segment, Shape};
use crate::seed::Stream;

/// The steps of many segments one after another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// What was observed, `len × width`.
    pub observations: Vec<f32>,
    /// `len × state width`; empty without a centralised critic.
    pub states: Vec<f32>,
    /// What was possible; empty for continuous actions.
    pub masks: Vec<Mask>,
    /// Discrete actions; empty for continuous ones.
    pub actions: Vec<u32>,
    /// Continuous actions, `len × action width`; empty for discrete ones.
    pub moves: Vec<f32>,
    /// Log-probabilities at the time; empty for demonstrations.
    pub log_probs: Vec<f32>,
    /// Rewards, one a step.
    pub rewards: Vec<f32>,
}

impl Batch {
    /// All steps of all segments, which must fit `shape`.
    ///
    /// # Errors
    /// As [`check`].
    pub fn of(segments: &[Segment], shape: &Shape) -> Result<Self> {
        let mut batch = Batch::default();
        for segment in segments {
            check(segment, shape)?;
            batch.observations.extend_from_slice(&segment.observations);
            batch.states.extend_from_slice(&segment.states);
            if let ActionSpace::Discrete(n) = shape.actions {
                if segment.masks.is_empty() {
                    batch
                        .masks
                        .resize(batch.masks.len() + segment.len(), Mask::all(n));
                } else {
                    batch.masks.extend_from_slice(&segment.masks);
                }
            }
            batch.actions.extend_from_slice(&segment.actions);
            batch.moves.extend_from_slice(&segment.moves);
            batch.log_probs.extend_from_slice(&segment.log_probs);
            batch.rewards.extend_from_slice(&segment.rewards);
        }
        if batch.is_empty() {
            return Err(Error::data("segments", "no steps", "at least one"));
        }
        if !batch.log_probs.is_empty() && batch.log_probs.len() != batch.len() {
            return Err(Error::data(
                "log_probs",
                batch.log_probs.len(),
                format!("{} or none", batch.len()),
            ));
        }
        Ok(batch)
    }

    /// How many steps the batch has.
    pub fn len(&self) -> usize {
        self.rewards.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rewards.is_empty()
    }

    /// Chosen steps, in the order of `indices`; indices beyond the end are left out.
    pub fn take(&self, indices: &[usize]) -> Batch {
        Batch {
            observations: rows(&self.observations, self.len(), indices),
            states: rows(&self.states, self.len(), indices),
            masks: rows(&self.masks, self.len(), indices),
            actions: rows(&self.actions, self.len(), indices),
            moves: rows(&self.moves, self.len(), indices),
            log_probs: rows(&self.log_probs, self.len(), indices),
            rewards: rows(&self.rewards, self.len(), indices),
        }
    }
}

/// Chosen rows of a matrix that has `len` rows; empty where the matrix is.
pub fn rows<T: Copy>(matrix: &[T], len: usize, indices: &[usize]) -> Vec<T> {
    if matrix.is_empty() || len == 0 {
        return Vec::new();
    }
    let width = matrix.len() / len;
    let mut out = Vec::with_capacity(indices.len() * width);
    for i in indices {
        out.extend_from_slice(matrix.get(i * width..(i + 1) * width).unwrap_or_default());
    }
    out
}

/// Numbers `0..len` in random order, cut in pieces of `size`; the last may be shorter, so that all
/// are covered.
pub fn minibatches(len: usize, size: usize, dice: &mut Stream) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..len).collect();
    dice.shuffle(&mut order);
    order.chunks(size.max(1)).map(<[usize]>::to_vec).collect()
}

/// Refuses a segment that does not fit: lengths, widths, numbers that are not finite, actions that
/// do not exist or were not possible.
///
/// # Errors
/// With the first field that is wrong.
pub fn check(segment: &Segment, shape: &Shape) -> Result<()> {
    check_lengths(segment, shape)?;
    check_numbers(segment)?;
    check_actions(segment, shape.actions.width())
}

/// Every field has as many numbers as its steps call for.
fn check_lengths(segment: &Segment, shape: &Shape) -> Result<()> {
    let len = segment.len();
    let cut = segment.truncated.iter().filter(|cut| **cut).count();
    let width = shape.actions.width();
    let discrete = matches!(shape.actions, ActionSpace::Discrete(_));
    let optional = |found: usize, expected: usize| if found == 0 { 0 } else { expected };
    let lengths = [
        (
            "observations",
            segment.observations.len(),
            len * shape.observation,
        ),
        ("states", segment.states.len(), len * shape.state),
        (
            "masks",
            segment.masks.len(),
            if discrete {
                optional(segment.masks.len(), len)
            } else {
                0
            },
        ),
        (
            "actions",
            segment.actions.len(),
            if discrete { len } else { 0 },
        ),
        (
            "moves",
            segment.moves.len(),
            if discrete { 0 } else { len * width },
        ),
        (
            "log_probs",
            segment.log_probs.len(),
            optional(segment.log_probs.len(), len),
        ),
        ("terminated", segment.terminated.len(), len),
        ("truncated", segment.truncated.len(), len),
        (
            "final_observations",
            segment.final_observations.len(),
            optional(segment.final_observations.len(), cut * shape.observation),
        ),
        (
            "final_states",
            segment.final_states.len(),
            optional(segment.final_states.len(), cut * shape.state),
        ),
        (
            "next_observation",
            segment.next_observation.len(),
            optional(segment.next_observation.len(), shape.observation),
        ),
        (
            "next_state",
            segment.next_state.len(),
            optional(segment.next_state.len(), shape.state),
        ),
    ];
    if let Some((what, found, expected)) = lengths
        .into_iter()
        .find(|(_, found, expected)| found != expected)
    {
        return Err(Error::data(
            what,
            format!("{found} numbers"),
            format!("{expected} for {len} steps"),
        ));
    }
    Ok(())
}

/// Every number is finite.
fn check_numbers(segment: &Segment) -> Result<()> {
    let numbers = [
        ("observations", &segment.observations),
        ("states", &segment.states),
        ("moves", &segment.moves),
        ("log_probs", &segment.log_probs),
        ("rewards", &segment.rewards),
        ("final_observations", &segment.final_observations),
        ("final_states", &segment.final_states),
        ("next_observation", &segment.next_observation),
        ("next_state", &segment.next_state),
    ];
    for (what, values) in numbers {
        if let Some(i) = values.iter().position(|x| !x.is_finite()) {
            return Err(Error::data(
                format!("{what}[{i}]"),
                values[i],
                "a finite number",
            ));
        }
    }
    Ok(())
}

/// Every action exists and was possible.
fn check_actions(segment: &Segment, width: usize) -> Result<()> {
    for (step, action) in segment.actions.iter().enumerate() {
        let possible = segment
            .masks
            .get(step)
            .is_none_or(|mask| mask.allows(*action as usize));
        if *action as usize >= width || !possible {
            return Err(Error::data(
                format!("actions[{step}]"),
                action,
                "a possible action",
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{Use, stream};

    fn segment(len: usize) -> Segment {
        Segment {
            observations: (0..2 * len).map(|i| i as f32).collect(),
            masks: vec![Mask(0b011); len],
            actions: vec![1; len],
            rewards: (0..len).map(|i| i as f32).collect(),
            terminated: vec![false; len],
            truncated: vec![false; len],
            ..Segment::default()
        }
    }

    fn shape() -> Shape {
        Shape {
            observation: 2,
            state: 0,
            actions: ActionSpace::Discrete(3),
        }
    }

    #[test]
    fn minibatches_cover_everything_once() {
        let parts = minibatches(10, 4, &mut stream(1, Use::Shuffle, 0));
        assert_eq!(parts.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4, 2]);
        let mut all = parts.concat();
        all.sort_unstable();
        assert_eq!(all, (0..10).collect::<Vec<_>>());
    }

    #[test]
    fn batches_join_and_take() {
        let batch = Batch::of(&[segment(3), segment(2)], &shape()).unwrap();
        assert_eq!(batch.len(), 5);
        let taken = batch.take(&[4, 1]);
        assert_eq!(taken.observations, [2.0, 3.0, 2.0, 3.0]);
        assert_eq!(taken.rewards, [1.0, 1.0]);
        assert!(taken.moves.is_empty() && taken.log_probs.is_empty());
    }

    #[test]
    fn what_does_not_fit_is_refused_by_name() {
        let refused = |change: fn(&mut Segment), expected: &str| {
            let mut bad = segment(3);
            change(&mut bad);
            let said = Batch::of(&[segment(1), bad], &shape())
                .unwrap_err()
                .to_string();
            assert!(said.contains(expected), "{said}");
        };
        refused(|s| s.observations[3] = f32::NAN, "observations[3]");
        refused(|s| s.actions[1] = 3, "actions[1]");
        refused(|s| s.actions[2] = 2, "actions[2]");
        refused(|s| s.terminated.truncate(1), "terminated");
        refused(|s| s.moves.push(1.0), "moves");
        refused(|s| s.log_probs.push(1.0), "log_probs");
        assert!(Batch::of(&[], &shape()).is_err());
    }
}
