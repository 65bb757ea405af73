//! Collecting what is wrong, so that all of it can be told at once.

use super::{BadInput, BadInputs, MOST_KEPT};
use std::path::PathBuf;

/// Collects what is wrong while files are checked, so that all of it can be told at once.
#[derive(Debug, Default)]
pub struct Mistakes {
    found: Vec<BadInput>,
}

impl Mistakes {
    /// Notes one; the first thousand are kept. What is said of something that could not be read,
    /// and was noted for that, is passed over.
    pub fn note(&mut self, mistake: BadInput) {
        if !mistake.moot && !self.is_full() {
            self.found.push(mistake);
        }
    }

    /// What was checked, where it is right; else its mistake is noted.
    pub fn take<T>(&mut self, checked: Result<T, BadInput>) -> Option<T> {
        checked.map_err(|mistake| self.note(mistake)).ok()
    }

    /// Whether there are so many that no more are kept: then there is no use in looking further,
    /// and what is still offered in a message (the nearest name) need not be sought.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MOST_KEPT
    }

    /// Whether there are none so far.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All that were noted: file by file, in the order of their lines.
    pub fn into_all(mut self) -> Vec<BadInput> {
        let mut files: Vec<PathBuf> = Vec::new();
        for mistake in &self.found {
            if !files.contains(&mistake.file) {
                files.push(mistake.file.clone());
            }
        }
        let number = |mistake: &BadInput| files.iter().position(|file| *file == mistake.file);
        self.found
            .sort_by_cached_key(|mistake| (number(mistake), mistake.at));
        self.found
    }

    /// Gives `value` when there were none.
    ///
    /// # Errors
    /// All that were noted, as [`Mistakes::into_all`] gives them.
    pub fn none_in<T>(self, value: T) -> Result<T, BadInputs> {
        if self.found.is_empty() {
            Ok(value)
        } else {
            Err(BadInputs(self.into_all()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Source;

    #[test]
    fn mistakes_are_told_file_by_file_and_line_by_line() {
        let (one, two) = (Source::of("one", "a\nb\nc"), Source::of("two", "a\nb"));
        let mut mistakes = Mistakes::default();
        mistakes.note(one.error(4..5, "later"));
        mistakes.note(two.error(0..1, "elsewhere"));
        mistakes.note(one.error(0..1, "sooner"));
        let all: Vec<String> = mistakes.into_all().into_iter().map(|m| m.what).collect();
        assert_eq!(all, ["sooner", "later", "elsewhere"]);
    }
}
