//! Where lines of a text begin, so that places in it can be named one after the other without
//! reading it from its beginning each time.

use std::{
    ops::Range,
    sync::{Mutex, PoisonError},
};

/// Where the lines of a text begin, to name places in it by line and column.
#[derive(Debug)]
pub struct Lines {
    /// Where each begins, in bytes.
    starts: Vec<usize>,
    /// The place that was named last: its offset, and its column from 0. Places are mostly named
    /// in their order, and all of a file may be one line.
    last: Mutex<(usize, usize)>,
}

impl Lines {
    /// Finds the lines of a text.
    pub fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
        Self {
            starts: std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect(),
            last: Mutex::default(),
        }
    }

    /// The number of the line, from 0, that holds an offset.
    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    /// Line and column (in characters), both from 1, of a byte offset in the text whose lines these
    /// are.
    pub fn place(&self, text: &str, offset: usize) -> (usize, usize) {
        let offset = whole(text, offset);
        let line = self.line(offset);
        let start = self.starts[line];
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let (from, before) = match *last {
            last if (start..=offset).contains(&last.0) => last,
            _ => (start, 0),
        };
        let column = before + text[from..offset].chars().count();
        *last = (offset, column);
        (line + 1, column + 1)
    }

    /// The bytes of the line that holds an offset, without its end.
    pub(crate) fn around(&self, text: &str, offset: usize) -> Range<usize> {
        let line = self.line(whole(text, offset));
        let next = self.starts.get(line + 1);
        self.starts[line]..next.map_or(text.len(), |next| next - 1)
    }
}

/// An offset within a text that does not lie within a character.
pub(crate) fn whole(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    let before = (0..=offset).rev().find(|i| text.is_char_boundary(*i));
    before.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::line_and_column;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn places_are_the_same_in_any_order(text in "[a\né]{0,60}", at in proptest::collection::vec(0..90_usize, 1..20)) {
            let lines = Lines::of(&text);
            for at in at {
                let place = lines.place(&text, at);
                prop_assert_eq!(place, line_and_column(&text, at));
                let line = &text[lines.around(&text, at)];
                prop_assert_eq!(Some(line), text.split('\n').nth(place.0 - 1));
            }
        }
    }

    #[test]
    fn a_hundred_thousand_places_of_a_line_are_found_at_once() {
        let text = "x".repeat(4 << 20);
        let lines = Lines::of(&text);
        for i in 0..100_000 {
            assert_eq!(lines.place(&text, i * 40), (1, i * 40 + 1));
        }
    }
}
