//! Vectors side by side, with what scoring needs beside them.

use collegium_core::{embed::DIMENSIONS, time::SimTime};
use std::collections::{BTreeMap, BTreeSet};

/// The vectors of a stream, with what scoring needs beside them.
#[derive(Clone, Debug, Default)]
pub struct Store {
    vectors: Vec<f32>,
    /// How many numbers each vector has: as many as the first.
    width: usize,
    /// For each memory when it was last touched, and its importance.
    pub(super) entries: Vec<(SimTime, u8)>,
    /// Memories touched after they were made, with when.
    pub(super) late: BTreeMap<u32, SimTime>,
    /// The same by time.
    pub(super) by_time: BTreeSet<(SimTime, u32)>,
}

impl Store {
    /// How many vectors there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds the vector of the next memory. Memories come in order of time.
    pub fn push(&mut self, vector: &[f32], touched: SimTime, importance: u8) {
        if self.is_empty() {
            self.width = vector.len().max(DIMENSIONS);
        }
        let from = self.vectors.len();
        self.vectors.extend(vector.iter().copied().take(self.width));
        self.vectors.resize(from + self.width, 0.0);
        self.entries.push((touched, importance));
    }

    /// Notes that a memory was touched.
    pub fn touch(&mut self, index: usize, now: SimTime) {
        let Some(entry) = self.entries.get_mut(index) else {
            return;
        };
        entry.0 = now;
        if let Some(before) = self.late.insert(index as u32, now) {
            self.by_time.remove(&(before, index as u32));
        }
        self.by_time.insert((now, index as u32));
    }

    /// When a memory was last touched; none where there is no such memory here.
    pub fn last_touched(&self, index: usize) -> Option<SimTime> {
        self.entries.get(index).map(|(touched, _)| *touched)
    }

    /// Leaves only those for which `stays` says so, in order; those beyond its end stay.
    pub fn retain(&mut self, stays: &[bool]) {
        let stays = |i: usize| stays.get(i).copied().unwrap_or(true);
        let mut left = Self {
            width: self.width,
            ..Self::default()
        };
        for index in (0..self.len()).filter(|i| stays(*i)) {
            let place = left.len();
            left.vectors.extend_from_slice(self.vector(index));
            left.entries.push(self.entries[index]);
            if let Some(at) = self.late.get(&(index as u32)) {
                left.late.insert(place as u32, *at);
                left.by_time.insert((*at, place as u32));
            }
        }
        *self = left;
    }

    /// The memories touched after they were made, with when, in their order.
    pub fn touched(&self) -> impl Iterator<Item = (u32, SimTime)> {
        self.late.iter().map(|(index, at)| (*index, *at))
    }

    /// Gives a memory another importance.
    pub fn weigh(&mut self, index: usize, importance: u8) {
        if let Some(entry) = self.entries.get_mut(index) {
            entry.1 = importance;
        }
    }

    /// A copy of the first `count` memories.
    pub fn first(&self, count: usize) -> Self {
        let count = count.min(self.len());
        Self {
            vectors: self.vectors[..count * self.width].to_vec(),
            width: self.width,
            entries: self.entries[..count].to_vec(),
            ..Self::default()
        }
    }

    /// The vector of a memory.
    pub fn vector(&self, index: usize) -> &[f32] {
        &self.vectors[index * self.width..(index + 1) * self.width]
    }

    /// All memories with a hash of their vector and their importance, those that say the same
    /// beside each other, the oldest first. Two vectors with the same hash of 64 bits would share a
    /// point; a search might then miss one of them.
    pub(super) fn grouped(&self) -> Vec<(u64, u8, u32)> {
        let hash = |i: usize| {
            self.vector(i)
                .iter()
                .fold(0xcbf2_9ce4_8422_2325u64, |h, x| {
                    (h ^ u64::from(x.to_bits()))
                        .wrapping_mul(0x0000_0100_0000_01b3)
                        .rotate_left(23)
                })
        };
        let mut members: Vec<(u64, u8, u32)> = (0..self.len())
            .map(|i| (hash(i), self.entries[i].1, i as u32))
            .collect();
        members.sort_unstable();
        members
    }
}
