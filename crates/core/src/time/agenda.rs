//! The agenda: what is due, and when. A discrete-event queue with a strict order.

use super::SimTime;
use bevy::prelude::Resource;
use serde::{Deserialize, Serialize, Serializer};
use std::{cmp::Reverse, collections::BinaryHeap};

/// A priority queue of what is due: of `D`, which those who use it say. Entries of the same moment
/// come out in the order they were put in.
#[derive(Resource, Clone, Debug, Deserialize)]
#[serde(from = "Entries<D>")]
pub struct Agenda<D: Ord> {
    heap: BinaryHeap<Reverse<(SimTime, u64, D)>>,
    entered: u64,
}

/// What is kept of an agenda: the entry counter, and all entries in order.
type Entries<D> = (u64, Vec<(SimTime, u64, D)>);

impl<D: Ord> Default for Agenda<D> {
    fn default() -> Self {
        Self {
            heap: BinaryHeap::new(),
            entered: 0,
        }
    }
}

impl<D: Ord + Copy + Serialize> Serialize for Agenda<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.entries().serialize(serializer)
    }
}

impl<D: Ord> From<Entries<D>> for Agenda<D> {
    fn from((entered, entries): Entries<D>) -> Self {
        Self {
            heap: entries.into_iter().map(Reverse).collect(),
            entered,
        }
    }
}

impl<D: Ord + Copy> PartialEq for Agenda<D> {
    fn eq(&self, other: &Self) -> bool {
        self.entries() == other.entries()
    }
}

impl<D: Ord + Copy> Eq for Agenda<D> {}

impl<D: Ord + Copy> Agenda<D> {
    /// Puts `due` on the agenda for `moment`.
    pub fn put(&mut self, moment: SimTime, due: D) {
        self.heap.push(Reverse((moment, self.entered, due)));
        self.entered += 1;
    }

    /// Takes out the first entry that is due at `now`, if there is one.
    pub fn take(&mut self, now: SimTime) -> Option<(SimTime, D)> {
        if self.heap.peek()?.0.0 > now {
            return None;
        }
        self.heap
            .pop()
            .map(|Reverse((moment, _, due))| (moment, due))
    }

    /// When the next entry falls due.
    pub fn next(&self) -> Option<SimTime> {
        self.heap.peek().map(|entry| entry.0.0)
    }

    /// How many entries wait.
    pub fn len(&self) -> usize {
        self.heap.len()
    }

    /// Whether nothing is due any more.
    pub fn is_empty(&self) -> bool {
        self.heap.is_empty()
    }

    /// The entry counter, and all entries in order.
    fn entries(&self) -> Entries<D> {
        let mut all: Vec<_> = self.heap.iter().map(|entry| entry.0).collect();
        all.sort_unstable();
        (self.entered, all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn entries_come_out_by_time_then_by_entry(times in proptest::collection::vec(0u32..50, 0..200)) {
            let mut agenda = Agenda::default();
            for (i, t) in times.iter().enumerate() {
                agenda.put(SimTime(*t), i as u32);
            }
            let mut copy = Agenda::from(agenda.entries());
            let mut expected: Vec<(u32, u32)> = times.iter().enumerate().map(|(i, t)| (*t, i as u32)).collect();
            expected.sort_unstable();
            let drain = |agenda: &mut Agenda<u32>| {
                let mut out = Vec::new();
                while let Some((t, i)) = agenda.take(SimTime(100)) {
                    out.push((t.0, i));
                }
                out
            };
            prop_assert_eq!(drain(&mut agenda), expected.clone());
            prop_assert_eq!(drain(&mut copy), expected);
        }
    }

    #[test]
    fn nothing_comes_before_its_time() {
        let mut agenda = Agenda::default();
        agenda.put(SimTime(10), 'a');
        assert_eq!(agenda.take(SimTime(9)), None);
        assert_eq!(agenda.take(SimTime(10)), Some((SimTime(10), 'a')));
        assert!(agenda.is_empty());
    }
}
