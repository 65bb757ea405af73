//! Reading the files that people write: one clear message for what is wrong, with file, line and
//! column.

use std::{
    fmt,
    ops::Range,
    path::{Path, PathBuf},
};

/// Something wrong in a file that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct BadInput {
    /// The file.
    pub file: PathBuf,
    /// Line and column, from 1, where they are known.
    pub at: Option<(usize, usize)>,
    /// What was found and what was expected, in a sentence without a full stop.
    pub what: String,
}

impl fmt::Display for BadInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some((line, column)) = self.at {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.what)
    }
}

/// A text file in memory, so that positions in it can be named.
#[derive(Debug, Clone)]
pub struct Source {
    /// Where it was read from.
    pub file: PathBuf,
    /// Its whole text.
    pub text: String,
}

impl Source {
    /// Reads a UTF-8 text file.
    ///
    /// # Errors
    /// When it cannot be read, or is not UTF-8.
    pub fn read(file: &Path) -> Result<Self, BadInput> {
        let bytes = crate::files::read(file).map_err(|error| BadInput {
            file: file.to_owned(),
            at: None,
            what: format!("cannot be read ({error}); expected a readable text file"),
        })?;
        let text = String::from_utf8(bytes.into_owned()).map_err(|error| BadInput {
            file: file.to_owned(),
            at: None,
            what: format!(
                "is not UTF-8 text (byte {}); expected UTF-8",
                error.utf8_error().valid_up_to()
            ),
        })?;
        Ok(Self {
            file: file.to_owned(),
            text,
        })
    }

    /// An error at a byte range of this text.
    pub fn error(&self, span: Range<usize>, what: impl Into<String>) -> BadInput {
        BadInput {
            file: self.file.clone(),
            at: Some(line_and_column(&self.text, span.start)),
            what: what.into(),
        }
    }

    /// Parses the text as TOML into `T`.
    ///
    /// # Errors
    /// When it is not TOML, or does not have the shape of `T`.
    pub fn toml<T: serde::de::DeserializeOwned>(&self) -> Result<T, BadInput> {
        toml::from_str(&self.text).map_err(|error| {
            let what = error.message().trim().replace('\n', "; ");
            match error.span() {
                Some(span) => self.error(span, what),
                None => BadInput {
                    file: self.file.clone(),
                    at: None,
                    what,
                },
            }
        })
    }
}

/// Line and column (in characters), both from 1, of a byte offset.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let mut end = offset.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = &text[..end];
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |last| last.chars().count())
        + 1;
    (line, column)
}

/// The place of the name that a part of one means: the whole of it before the beginning of a word
/// in it, and that before any part. None where no name holds it.
pub fn meant<'a>(part: &str, names: impl IntoIterator<Item = &'a str>) -> Option<usize> {
    let part = part.trim().to_lowercase();
    let rank = |name: &str| {
        let name = name.to_lowercase();
        match name.find(&part)? {
            _ if name == part => Some(0),
            0 => Some(1),
            _ if name.split_whitespace().any(|word| word.starts_with(&part)) => Some(2),
            _ => Some(3),
        }
    };
    names
        .into_iter()
        .enumerate()
        .filter_map(|(i, name)| Some((rank(name)?, i)))
        .min()
        .map(|(_, i)| i)
}

/// Names the candidate that is nearest to a mistyped word, to be put behind a message: `; did you
/// mean “…”?`, or nothing.
pub fn did_you_mean<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let best = candidates
        .into_iter()
        .map(|c| (edit_distance(found, c), c))
        .min();
    match best {
        Some((distance, candidate)) if distance <= 1 + found.chars().count() / 3 => {
            format!("; did you mean “{candidate}”?")
        }
        _ => String::new(),
    }
}

/// Levenshtein's distance, without regard to case.
fn edit_distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.to_lowercase().chars().collect();
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let cost = diagonal + usize::from(ca != cb);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_name_means_the_nearest() {
        let names = ["Aroha Tamihana", "Hana Kovářová", "Ana Hana"];
        assert_eq!(meant("hana", names), Some(1));
        assert_eq!(meant("Tamihana", names), Some(0));
        assert_eq!(meant("ana hana", names), Some(2));
        assert_eq!(meant("mih", names), Some(0));
        assert_eq!(meant("Kurt", names), None);
    }

    #[test]
    fn positions_count_characters_from_one() {
        assert_eq!(line_and_column("a\nbé c", 6), (2, 4));
        assert_eq!(line_and_column("", 99), (1, 1));
        assert_eq!(line_and_column("é", 1), (1, 1));
    }

    #[test]
    fn near_words_are_offered() {
        assert_eq!(
            did_you_mean("libary", ["Library", "Gym"]),
            "; did you mean “Library”?"
        );
        assert_eq!(did_you_mean("xyzzy", ["Library", "Gym"]), "");
    }
}
