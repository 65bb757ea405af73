//! Transitions to learn from off policy: a buffer of the latest, or a dataset.

use crate::batch::{Batch, check, rows};
use crate::env::{ActionSpace, Mask};
use crate::error::{Error, Result};
use crate::nets::params::{Named, Weights};
use crate::rollout::{Segment, Shape};
use crate::seed::Stream;

/// Transitions side by side. Where an episode was cut off, the next observation is the one after
/// the cut, and `terminated` is not set, so that its value is bootstrapped; where it was over, the
/// next observation does not matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transitions {
    /// What was seen, done and got.
    pub now: Batch,
    /// Observations after, `len × width`.
    pub next_observations: Vec<f32>,
    /// What was possible after; empty for continuous actions. All where it is not known.
    pub next_masks: Vec<Mask>,
    /// 1 where the episode was over and 0 elsewhere.
    pub terminated: Vec<f32>,
}

impl Transitions {
    /// How many transitions there are.
    pub fn len(&self) -> usize {
        self.now.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.now.is_empty()
    }

    /// The transitions at these indices, in their order.
    pub fn take(&self, indices: &[usize]) -> Transitions {
        Transitions {
            now: self.now.take(indices),
            next_observations: rows(&self.next_observations, self.len(), indices),
            next_masks: rows(&self.next_masks, self.len(), indices),
            terminated: rows(&self.terminated, self.len(), indices),
        }
    }
}

/// A buffer of the latest transitions, or with enough capacity a dataset, from which one draws
/// evenly with replacement.
#[derive(Clone, Debug)]
pub struct ReplayBuffer {
    shape: Shape,
    capacity: usize,
    at: usize,
    held: Transitions,
}

impl ReplayBuffer {
    /// An empty buffer for at most `capacity` transitions.
    ///
    /// # Errors
    /// Where the capacity is 0.
    pub fn new(shape: Shape, capacity: usize) -> Result<Self> {
        if capacity == 0 {
            return Err(Error::config("capacity", 0, "at least 1"));
        }
        Ok(ReplayBuffer {
            shape,
            capacity,
            at: 0,
            held: Transitions::default(),
        })
    }

    /// All transitions of some segments, as a dataset.
    ///
    /// # Errors
    /// Where a segment does not fit, or there is nothing.
    pub fn dataset(segments: &[Segment], shape: Shape) -> Result<Self> {
        let capacity = segments.iter().map(Segment::len).sum::<usize>();
        if capacity == 0 {
            return Err(Error::data("segments", "no steps", "at least one"));
        }
        let mut replay = ReplayBuffer::new(shape, capacity)?;
        segments
            .iter()
            .try_for_each(|segment| replay.push(segment))?;
        if replay.is_empty() {
            return Err(Error::data(
                "segments",
                "no step with one after it",
                "at least one",
            ));
        }
        Ok(replay)
    }

    /// Takes in the transitions of a segment, the oldest giving way. A last step whose next
    /// observation is not known and which did not end an episode is left out, and so is a truncated
    /// one without its final observation.
    ///
    /// # Errors
    /// As [`check`].
    pub fn push(&mut self, segment: &Segment) -> Result<()> {
        check(segment, &self.shape)?;
        let width = self.shape.observation;
        let all = Mask::all(self.shape.actions.width());
        let mut cut = 0;
        for t in 0..segment.len() {
            let now = &segment.observations[t * width..(t + 1) * width];
            let after = match (segment.terminated[t], segment.truncated[t]) {
                (true, truncated) => {
                    cut += usize::from(truncated);
                    Some((now, all))
                }
                (false, true) => {
                    cut += 1;
                    let mask = segment.final_masks.get(cut - 1).copied().unwrap_or(all);
                    segment
                        .final_observations
                        .get((cut - 1) * width..cut * width)
                        .map(|after| (after, mask))
                }
                (false, false) if t + 1 < segment.len() => {
                    let mask = segment.masks.get(t + 1).copied().unwrap_or(all);
                    Some((
                        &segment.observations[(t + 1) * width..(t + 2) * width],
                        mask,
                    ))
                }
                _ if segment.next_observation.len() == width => Some((
                    segment.next_observation.as_slice(),
                    segment.next_mask.unwrap_or(all),
                )),
                _ => None,
            };
            if let Some((after, mask)) = after {
                self.put(segment, t, after, mask);
            }
        }
        Ok(())
    }

    fn put(&mut self, segment: &Segment, t: usize, after: &[f32], after_mask: Mask) {
        let (slot, width) = (self.at, self.shape.observation);
        let now = &mut self.held.now;
        set(
            &mut now.observations,
            slot,
            &segment.observations[t * width..(t + 1) * width],
        );
        set(
            &mut now.states,
            slot,
            &segment.states[t * self.shape.state..(t + 1) * self.shape.state],
        );
        match self.shape.actions {
            ActionSpace::Discrete(n) => {
                set(
                    &mut now.masks,
                    slot,
                    &[segment.masks.get(t).copied().unwrap_or(Mask::all(n))],
                );
                set(&mut now.actions, slot, &[segment.actions[t]]);
                set(&mut self.held.next_masks, slot, &[after_mask]);
            }
            ActionSpace::Continuous { .. } => {
                let moves = self.shape.actions.width();
                set(
                    &mut now.moves,
                    slot,
                    &segment.moves[t * moves..(t + 1) * moves],
                );
            }
        }
        set(&mut now.rewards, slot, &[segment.rewards[t]]);
        set(&mut self.held.next_observations, slot, after);
        set(
            &mut self.held.terminated,
            slot,
            &[f32::from(u8::from(segment.terminated[t]))],
        );
        self.at = (slot + 1) % self.capacity;
    }

    /// What is held. Oldest first until the buffer is full.
    pub fn all(&self) -> &Transitions {
        &self.held
    }

    /// Where the next transition goes.
    pub fn at(&self) -> usize {
        self.at
    }

    /// All that is held as named tensors, for a checkpoint. Masks are four columns of 16 bits,
    /// which `f32` holds exactly, and so it does actions.
    pub fn weights(&self) -> Weights {
        let len = self.len();
        let named = |name: &str, values: Vec<f32>| {
            let width = values.len().checked_div(len).unwrap_or(0);
            Named {
                name: name.to_owned(),
                shape: vec![len, width],
                values,
            }
        };
        let bits = |masks: &[Mask]| masks.iter().flat_map(parts).collect::<Vec<f32>>();
        let Transitions {
            now,
            next_observations,
            next_masks,
            terminated,
        } = &self.held;
        Weights(vec![
            named("observations", now.observations.clone()),
            named("states", now.states.clone()),
            named("masks", bits(&now.masks)),
            named("actions", now.actions.iter().map(|a| *a as f32).collect()),
            named("moves", now.moves.clone()),
            named("rewards", now.rewards.clone()),
            named("next_observations", next_observations.clone()),
            named("next_masks", bits(next_masks)),
            named("terminated", terminated.clone()),
        ])
    }

    /// From [`ReplayBuffer::weights`].
    ///
    /// # Errors
    /// Where a tensor is missing or of another length, or there are more transitions than
    /// `capacity`.
    pub fn from_weights(
        weights: &Weights,
        shape: Shape,
        capacity: usize,
        at: usize,
    ) -> Result<Self> {
        let len = weights.get("rewards").map_or(0, |named| named.values.len());
        let discrete = matches!(shape.actions, ActionSpace::Discrete(_));
        let get = |name: &str, width: usize| match weights.get(name) {
            Some(named) if named.values.len() == len * width => Ok(named.values.clone()),
            Some(named) => Err(Error::shape(
                format!("replay, {name}"),
                named.values.len(),
                len * width,
            )),
            None => Err(Error::shape(
                format!("replay, {name}"),
                "no such tensor",
                format!("{len} rows"),
            )),
        };
        if len > capacity || at >= capacity {
            return Err(Error::shape(
                "replay",
                format!("{len} transitions, the next at {at}"),
                capacity,
            ));
        }
        let masks = |name: &str| -> Result<Vec<Mask>> {
            let all = get(name, if discrete { 4 } else { 0 })?;
            Ok(all.as_chunks::<4>().0.iter().map(mask).collect())
        };
        let width = shape.actions.width();
        let actions: Vec<u32> = get("actions", usize::from(discrete))?
            .into_iter()
            .map(|a| a as u32)
            .collect();
        if let Some(action) = actions.iter().find(|action| **action as usize >= width) {
            return Err(Error::shape(
                "replay, actions",
                action,
                format!("below {width}"),
            ));
        }
        let now = Batch {
            observations: get("observations", shape.observation)?,
            states: get("states", shape.state)?,
            masks: masks("masks")?,
            actions,
            moves: get("moves", if discrete { 0 } else { width })?,
            log_probs: Vec::new(),
            rewards: get("rewards", 1)?,
        };
        let next_observations = get("next_observations", shape.observation)?;
        let held = Transitions {
            now,
            next_observations,
            next_masks: masks("next_masks")?,
            terminated: get("terminated", 1)?,
        };
        Ok(ReplayBuffer {
            shape,
            capacity,
            at,
            held,
        })
    }

    /// The number of transitions held.
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// `count` transitions drawn evenly, with replacement; none from an empty buffer.
    pub fn sample(&self, count: usize, dice: &mut Stream) -> Transitions {
        let count = if self.is_empty() { 0 } else { count };
        let indices: Vec<usize> = (0..count).map(|_| dice.below(self.len())).collect();
        self.held.take(&indices)
    }
}

/// Where the parts of a mask begin that `f32` holds exactly.
const PARTS: [u32; 4] = [0, 16, 32, 48];

/// A mask as numbers of 16 bits.
fn parts(mask: &Mask) -> [f32; 4] {
    PARTS.map(|at| (mask.0 >> at & 0xFFFF) as f32)
}

/// The mask of such numbers.
fn mask(parts: &[f32; 4]) -> Mask {
    let parts = parts.iter().zip(PARTS);
    Mask(parts.fold(0, |mask, (part, at)| mask | (*part as u64 & 0xFFFF) << at))
}

/// Writes a row at a slot, which is at most one past the end.
fn set<T: Copy>(matrix: &mut Vec<T>, slot: usize, row: &[T]) {
    match matrix.get_mut(slot * row.len()..(slot + 1) * row.len()) {
        Some(old) => old.copy_from_slice(row),
        None => matrix.extend_from_slice(row),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{Use, stream};

    fn segment() -> Segment {
        Segment {
            observations: vec![0.0, 1.0, 2.0, 3.0],
            masks: vec![Mask(3), Mask(1), Mask(3), Mask(3)],
            actions: vec![1, 0, 1, 0],
            rewards: vec![0.0, 1.0, 2.0, 3.0],
            terminated: vec![false, false, true, false],
            truncated: vec![false, true, false, false],
            final_observations: vec![10.0],
            next_observation: vec![4.0],
            ..Segment::default()
        }
    }

    fn shape() -> Shape {
        Shape {
            observation: 1,
            state: 0,
            actions: ActionSpace::Discrete(2),
        }
    }

    #[test]
    fn what_comes_after_is_what_came() {
        let data = ReplayBuffer::dataset(&[segment()], shape()).unwrap();
        assert_eq!(data.all().next_observations, [1.0, 10.0, 2.0, 4.0]);
        assert_eq!(data.all().terminated, [0.0, 0.0, 1.0, 0.0]);
        assert_eq!(data.all().next_masks[0], Mask(1));
        let cut = Segment {
            next_observation: vec![],
            ..segment()
        };
        assert_eq!(ReplayBuffer::dataset(&[cut], shape()).unwrap().len(), 3);
        assert!(ReplayBuffer::dataset(&[], shape()).is_err());
    }

    #[test]
    fn the_oldest_gives_way() {
        let mut buffer = ReplayBuffer::new(shape(), 3).unwrap();
        buffer.push(&segment()).unwrap();
        assert_eq!(buffer.len(), 3);
        assert_eq!(buffer.all().now.rewards, [3.0, 1.0, 2.0]);
        let drawn = buffer.sample(64, &mut stream(1, Use::Shuffle, 0));
        assert_eq!(drawn.len(), 64);
        for (now, next) in drawn.now.observations.iter().zip(&drawn.next_observations) {
            assert!([(1.0, 10.0), (2.0, 2.0), (3.0, 4.0)].contains(&(*now, *next)));
        }
        assert!(ReplayBuffer::new(shape(), 0).is_err());
    }
}
