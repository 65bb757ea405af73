//! Lists whose entries keep their numbers while old ones leave.

use crate::room::Grows;
use serde::{Deserialize, Serialize};

/// Entries in the order in which they were added. Each has a number, which is never used again;
/// those that nobody can use any more are let go, so that the list stays as short as what is in
/// use. What is let go before a save has it waits for the next commit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub struct Numbered<T> {
    /// Those that are held, by number.
    held: Vec<(u32, T)>,
    /// How many there have been: the number of the next one.
    count: u32,
    /// Those let go since the last commit.
    #[serde(skip)]
    gone: Vec<(u32, T)>,
    /// Whether those let go wait for a commit; not where nobody saves.
    #[serde(skip, default = "yes")]
    keeps: bool,
}

fn yes() -> bool {
    true
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self {
            held: Vec::new(),
            count: 0,
            gone: Vec::new(),
            keeps: true,
        }
    }
}

/// What waits for a commit is no part of the state.
impl<T: PartialEq> PartialEq for Numbered<T> {
    fn eq(&self, other: &Self) -> bool {
        self.held == other.held && self.count == other.count
    }
}

impl<T: Eq> Eq for Numbered<T> {}

impl<T> Numbered<T> {
    /// A list that holds these, in the order of their numbers, and has had `count` entries.
    pub fn restore(held: Vec<(u32, T)>, count: u32) -> Self {
        let next = held.last().map_or(0, |(n, _)| n.saturating_add(1));
        Self {
            held,
            count: count.max(next),
            ..Self::default()
        }
    }

    /// Adds an entry and gives its number.
    pub fn add(&mut self, entry: T) -> u32 {
        let number = self.count;
        self.held.push((number, entry));
        self.count += 1;
        number
    }

    /// The place of a number among those held.
    pub fn place(&self, number: u32) -> Option<usize> {
        // Mostly nothing or only the oldest have left.
        let guess = number as usize;
        if self.held.get(guess).is_some_and(|(n, _)| *n == number) {
            return Some(guess);
        }
        self.held.binary_search_by_key(&number, |(n, _)| *n).ok()
    }

    /// What is held at a place, with its number.
    pub fn nth(&self, place: usize) -> Option<(u32, &T)> {
        self.held.get(place).map(|(n, entry)| (*n, entry))
    }

    /// How many of those held come before the first for which `before` says no; for entries in that
    /// order.
    pub fn partition_point(&self, before: impl Fn(&T) -> bool) -> usize {
        self.held.partition_point(|(_, entry)| before(entry))
    }

    /// What is held from `number` on, that one included, each with its number and in their order.
    pub fn held_from(&self, number: u32) -> impl DoubleEndedIterator<Item = (u32, &T)> {
        let from = self.held.partition_point(|(n, _)| *n < number);
        self.held[from..].iter().map(|(n, entry)| (*n, entry))
    }

    /// The entry of a number, while it is held.
    pub fn get(&self, number: u32) -> Option<&T> {
        self.place(number).map(|at| &self.held[at].1)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, number: u32) -> Option<&mut T> {
        self.place(number).map(|at| &mut self.held[at].1)
    }

    /// The entry of a number, while it is held or waits for a commit.
    pub fn get_unsaved(&self, number: u32) -> Option<&T> {
        let gone = || self.gone.iter().find(|(n, _)| *n == number);
        self.get(number).or_else(|| gone().map(|(_, entry)| entry))
    }

    /// What is held, with numbers, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (u32, &T)> + ExactSizeIterator + Clone {
        self.held.iter().map(|(n, entry)| (*n, entry))
    }

    /// What is held, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> {
        self.held.iter_mut().map(|(_, entry)| entry)
    }

    /// How many are held.
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Whether none is held.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// How many there have been.
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// Lets go what is not of use any more.
    pub fn retain(&mut self, mut of_use: impl FnMut(u32, &T) -> bool) {
        let gone = self.held.extract_if(.., |(n, entry)| !of_use(*n, entry));
        if self.keeps {
            self.gone.extend(gone);
        } else {
            gone.for_each(drop);
        }
    }

    /// What a save that has the first `saved` lacks, by number.
    pub fn since(&self, saved: u32) -> impl Iterator<Item = (u32, &T)> {
        let gone = self.gone.iter().map(|(n, entry)| (*n, entry));
        gone.filter(move |(n, _)| *n >= saved)
            .chain(self.held_from(saved))
    }

    /// What is held and what waits for a commit: for rows that change as long as they are held.
    pub fn with_gone(&self) -> impl Iterator<Item = (u32, &T)> {
        self.gone
            .iter()
            .chain(&self.held)
            .map(|(n, entry)| (*n, entry))
    }
}

impl<T> Grows for Numbered<T> {
    fn hold(&mut self, hold: bool) {
        self.keeps = hold;
        if !hold {
            self.gone.clear();
        }
    }

    fn saved(&mut self) {
        self.gone.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_when_old_entries_leave() {
        let mut list = Numbered::default();
        for entry in 0..10 {
            assert_eq!(list.add(entry * 10), entry);
        }
        list.retain(|n, _| n % 3 == 0);
        assert_eq!(
            list.iter().map(|(n, _)| n).collect::<Vec<_>>(),
            [0, 3, 6, 9]
        );
        assert_eq!(
            (list.get(6), list.get(7), list.get(99)),
            (Some(&60), None, None)
        );
        assert_eq!((list.len(), list.count(), list.add(100)), (4, 10, 10));
        *list.get_mut(9).unwrap() = 91;
        assert_eq!(list.get(9), Some(&91));
    }

    #[test]
    fn what_a_save_lacks_is_kept_until_it_has_it() {
        let mut list = Numbered::default();
        for entry in 0..6 {
            list.add(entry);
        }
        list.retain(|n, _| n > 2);
        let all =
            |list: &Numbered<u32>, from| -> Vec<u32> { list.since(from).map(|(n, _)| n).collect() };
        assert_eq!(all(&list, 0), [0, 1, 2, 3, 4, 5]);
        assert_eq!(all(&list, 2), [2, 3, 4, 5]);
        assert_eq!(list.with_gone().count(), 6);
        assert_eq!((list.get(1), list.get_unsaved(1)), (None, Some(&1)));
        let before = list.clone();
        list.saved();
        assert_eq!(all(&list, 0), [3, 4, 5]);
        assert_eq!(list, before, "what waits for a commit is no state");
        list.hold(false);
        list.retain(|n, _| n > 3);
        assert_eq!(all(&list, 0), [4, 5]);
    }
}
