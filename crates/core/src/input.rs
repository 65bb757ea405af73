//! Reading the files that people write: a clear message for everything that is wrong, with file,
//! line and column.

mod headers;
mod mistakes;
mod near;
mod shape;
mod tree;

pub use mistakes::Mistakes;
pub use near::{a_slip_apart, did_you_mean, meant, there_are};

use crate::{
    excerpt::Excerpt,
    files::{self, Unfit},
    lines::Lines,
    text::{Shown as _, clipped, harmless},
};
use shape::Lost;
use std::{
    fmt,
    ops::Range,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};
use toml::de::{DeTable, DeValue};

/// How many characters of a message are shown.
const MOST_SHOWN: usize = 1000;

/// How many mistakes are kept of files that are wrong all over.
const MOST_KEPT: usize = 1000;

/// How many messages are shown of many.
const MOST_MESSAGES: usize = 12;

/// Something wrong in a file that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct BadInput {
    /// The file it was found in, as it was named.
    pub file: PathBuf,
    /// Line and column, from 1, where they are known.
    pub at: Option<(usize, usize)>,
    /// What was found and what was expected, in a sentence without a full stop.
    pub what: String,
    /// The line, where it is known.
    excerpt: Option<Box<Excerpt>>,
    /// Whether it is about what was noted as wrong already.
    moot: bool,
    /// Whether something is missing, which may be there under a wrong name.
    missing: bool,
}

impl BadInput {
    /// What is wrong with a file as a whole.
    pub fn of(file: impl Into<PathBuf>, what: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            at: None,
            what: what.into(),
            excerpt: None,
            moot: false,
            missing: false,
        }
    }

    /// What [`Mistakes::note`] passes over: it follows from what was told already.
    pub fn moot() -> Self {
        Self {
            moot: true,
            ..Self::of("", "")
        }
    }

    /// The same without the values in the line that is shown: for files that a key may have been
    /// pasted into.
    #[must_use]
    pub fn discreet(mut self) -> Self {
        self.excerpt = self.excerpt.map(|excerpt| Box::new(excerpt.discreet()));
        self
    }

    /// The same without what must not be told: `clean` gives a text without it. A line that holds
    /// it is not shown.
    #[must_use]
    pub fn without(mut self, clean: impl Fn(&str) -> String) -> Self {
        self.what = clean(&self.what);
        let line = self.excerpt;
        self.excerpt = line.filter(|line| clean(line.shown()) == line.shown());
        self
    }
}

/// The message in a line, and below it the line of the file with the place marked.
impl fmt::Display for BadInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file.shown())?;
        if let Some((line, column)) = self.at {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", harmless(&clipped(&self.what, MOST_SHOWN)))?;
        match &self.excerpt {
            Some(excerpt) => write!(f, "\n{excerpt}"),
            None => Ok(()),
        }
    }
}

/// Everything that is wrong in files that people wrote, in the order in which it was found. Shown
/// one to a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct BadInputs(pub Vec<BadInput>);

impl fmt::Display for BadInputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        several(f, &self.0)
    }
}

impl From<BadInput> for BadInputs {
    fn from(one: BadInput) -> Self {
        Self(vec![one])
    }
}

/// Shows the first of many messages, one to a line, and how many there are besides.
///
/// # Errors
/// As the formatter's.
pub fn several<T: fmt::Display>(f: &mut fmt::Formatter<'_>, all: &[T]) -> fmt::Result {
    for (i, one) in all.iter().take(MOST_MESSAGES).enumerate() {
        write!(f, "{}{one}", if i == 0 { "" } else { "\n" })?;
    }
    match all.len().saturating_sub(MOST_MESSAGES) {
        0 => Ok(()),
        more => write!(f, "\nand {more} more; `collegium doctor` lists all"),
    }
}

/// Reads a file that somebody named, on disk or carried: a regular file (no device, pipe or folder)
/// of at most `most` bytes.
///
/// # Errors
/// What was found and what was expected.
pub fn read_file(file: &Path, most: u64) -> Result<Vec<u8>, String> {
    match files::read_at_most(file, most) {
        Ok(bytes) => Ok(bytes.into_owned()),
        Err(error) if Unfit::is(&error) => Err(error.to_string()),
        Err(error) => Err(format!(
            "cannot be read ({error}); expected a readable file"
        )),
    }
}

/// A text file in memory, so that positions in it can be named.
#[derive(Debug, Clone)]
pub struct Source {
    /// Where it was read from.
    pub file: PathBuf,
    /// Its whole text.
    pub text: String,
    lines: Arc<OnceLock<Lines>>,
    lost: Lost,
}

impl Source {
    /// Reads a UTF-8 text file of at most [`files::MOST_TEXT`] bytes.
    ///
    /// # Errors
    /// When it cannot be read, is no regular file, is too large, or is not UTF-8.
    pub fn read(file: &Path) -> Result<Self, BadInput> {
        let bad = |what| BadInput::of(file, what);
        let bytes = read_file(file, files::MOST_TEXT).map_err(bad)?;
        let text = String::from_utf8(bytes).map_err(|error| {
            bad(format!(
                "is not UTF-8 text (byte {}); expected UTF-8",
                error.utf8_error().valid_up_to()
            ))
        })?;
        Ok(Self::of(file, text))
    }

    /// A text as if it had been read from a file.
    pub fn of(file: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            text: text.into(),
            lines: Arc::default(),
            lost: Lost::Nothing,
        }
    }

    /// An error at a byte range of this text. One about what [`Source::toml_with`] made up, or of a
    /// text that is no TOML, goes unsaid.
    pub fn error(&self, span: Range<usize>, what: impl Into<String>) -> BadInput {
        if shape::is_made_up(&span) || matches!(self.lost, Lost::Anything) {
            return BadInput {
                moot: true,
                ..BadInput::of(&self.file, what)
            };
        }
        let lines = self.lines.get_or_init(|| Lines::of(&self.text));
        let (line, column) = lines.place(&self.text, span.start);
        BadInput {
            at: Some((line, column)),
            excerpt: Some(Box::new(Excerpt::of(&self.text, &span, lines, line))),
            ..BadInput::of(&self.file, what)
        }
    }

    /// Where the value of a key stands in a TOML text, the tables that hold it named first; the
    /// innermost of them that there is where the key is left out.
    pub fn span_of(&self, path: &[&str]) -> Range<usize> {
        let (root, _) = DeTable::parse_recoverable(&self.text);
        let mut table = root.get_ref();
        let mut span = 0..0;
        for name in path {
            let Some((key, value)) = table.iter().find(|(key, _)| key.get_ref() == name) else {
                break;
            };
            match value.get_ref() {
                DeValue::Table(inner) => (table, span) = (inner, key.span()),
                _ => return value.span(),
            }
        }
        span
    }
}

/// Line and column (in characters), both from 1, of a byte offset: what
/// [`lines`](crate::lines) is tried against.
#[cfg(test)]
pub(crate) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        assert_eq!(line_and_column("a\nbé c", 6), (2, 4));
        assert_eq!(line_and_column("", 99), (1, 1));
        assert_eq!(line_and_column("é", 1), (1, 1));
    }

    fn of(text: &str) -> Source {
        Source::of("x.toml", text)
    }

    #[test]
    fn keys_are_found_where_they_stand() {
        let source = of("a = 1\n[day]\nwakes = 2\n[day.more]\nx = 3\n");
        let line = |path: &[&str]| line_and_column(&source.text, source.span_of(path).start);
        assert_eq!(line(&["day", "wakes"]), (3, 9));
        assert_eq!(line(&["day", "more", "x"]), (5, 5));
        assert_eq!(line(&["day", "absent"]).0, 2);
    }

    #[cfg(unix)]
    #[test]
    fn devices_folders_and_endless_files_are_refused() {
        assert!(
            read_file(Path::new("/dev/zero"), 10)
                .unwrap_err()
                .contains("a device or pipe")
        );
        assert!(
            read_file(Path::new("/"), 10)
                .unwrap_err()
                .contains("a folder")
        );
        let own = Path::new(file!())
            .file_name()
            .map(|name| Path::new("src").join(name));
        let error = read_file(&own.unwrap_or_default(), 10).unwrap_err();
        assert!(error.contains("expected at most 10"), "{error}");
    }
}
