//! Reading the files that people write: a clear message for everything that is wrong, with file,
//! line and column.

use crate::{
    excerpt::Excerpt,
    files::{self, Unfit},
    lines::Lines,
    text::{clipped, first_harmful, harmless, visible},
};
use serde::de::DeserializeOwned;
use std::{
    fmt,
    ops::Range,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// The largest text file that is read, in bytes.
pub const MOST_TEXT: u64 = 4 << 20;

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
    excerpt: Option<Excerpt>,
}

impl BadInput {
    /// What is wrong with a file as a whole.
    pub fn of(file: impl Into<PathBuf>, what: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            at: None,
            what: what.into(),
            excerpt: None,
        }
    }

    /// The same without the values in the line that is shown: for files that a key may have been
    /// pasted into.
    #[must_use]
    pub fn discreet(mut self) -> Self {
        self.excerpt = self.excerpt.map(Excerpt::discreet);
        self
    }
}

/// The message in a line, and below it the line of the file with the place marked.
impl fmt::Display for BadInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", harmless(&self.file.display().to_string()))?;
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

/// Collects what is wrong while files are checked, so that all of it can be told at once.
#[derive(Debug, Default)]
pub struct Mistakes {
    found: Vec<BadInput>,
}

impl Mistakes {
    /// Notes one; the first thousand are kept.
    pub fn note(&mut self, mistake: BadInput) {
        if !self.is_full() {
            self.found.push(mistake);
        }
    }

    /// What was checked, where it is right; else its mistake is noted.
    pub fn take<T>(&mut self, checked: Result<T, BadInput>) -> Option<T> {
        checked.map_err(|mistake| self.note(mistake)).ok()
    }

    /// As [`Mistakes::take`] for what may have many.
    pub fn take_all<T>(&mut self, checked: Result<T, BadInputs>) -> Option<T> {
        checked
            .map_err(|mistakes| mistakes.0.into_iter().for_each(|m| self.note(m)))
            .ok()
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

    /// Gives `value` when there were none.
    ///
    /// # Errors
    /// All that were noted.
    pub fn none_in<T>(self, value: T) -> Result<T, BadInputs> {
        if self.found.is_empty() {
            Ok(value)
        } else {
            Err(BadInputs(self.found))
        }
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
}

impl Source {
    /// Reads a UTF-8 text file of at most [`MOST_TEXT`] bytes.
    ///
    /// # Errors
    /// When it cannot be read, is no regular file, is too large, or is not UTF-8.
    pub fn read(file: &Path) -> Result<Self, BadInput> {
        let bad = |what| BadInput::of(file, what);
        let bytes = read_file(file, MOST_TEXT).map_err(bad)?;
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
        }
    }

    /// An error at a byte range of this text.
    pub fn error(&self, span: Range<usize>, what: impl Into<String>) -> BadInput {
        let lines = self.lines.get_or_init(|| Lines::of(&self.text));
        let (line, column) = lines.place(&self.text, span.start);
        BadInput {
            at: Some((line, column)),
            excerpt: Some(Excerpt::of(&self.text, &span, lines, line)),
            ..BadInput::of(&self.file, what)
        }
    }

    fn toml_error(&self, error: &toml::de::Error) -> BadInput {
        let what = error.message().trim().replace('\n', "; ");
        match error.span() {
            Some(span) => self.error(span, what),
            None => BadInput::of(&self.file, what),
        }
    }

    /// Parses the text as TOML into `T`.
    ///
    /// # Errors
    /// When it is not TOML, holds characters that nobody sees, or does not have the shape of `T`:
    /// the first mistake of [`Source::toml_all`].
    pub fn toml<T: DeserializeOwned>(&self) -> Result<T, BadInput> {
        self.toml_all().map_err(|BadInputs(all)| {
            let first = all.into_iter().next();
            first.unwrap_or_else(|| BadInput::of(&self.file, "is not what was expected"))
        })
    }

    /// Parses the text as TOML into `T`.
    ///
    /// # Errors
    /// Every mistake: of syntax; else every character that nobody sees, and what does not have the
    /// shape of `T`.
    pub fn toml_all<T: DeserializeOwned>(&self) -> Result<T, BadInputs> {
        let (mut table, errors) = DeTable::parse_recoverable(&self.text);
        if !errors.is_empty() {
            // One slip makes several errors of a line.
            let errors = errors.iter().take(10 * MOST_KEPT);
            let mut all: Vec<BadInput> = errors.map(|e| self.toml_error(e)).collect();
            all.sort_by_key(|mistake| mistake.at);
            all.dedup_by_key(|mistake| mistake.at.map(|(line, _)| line));
            all.truncate(MOST_KEPT);
            return Err(BadInputs(all));
        }
        let mut mistakes = Vec::new();
        self.unseen_in_table(table.get_ref(), &mut mistakes);
        // What is misshapen is taken out and the rest read again, so that all of it is named.
        for round in 0..MOST_MESSAGES {
            let error = match T::deserialize(toml::Deserializer::from(table.clone())) {
                Ok(read) if mistakes.is_empty() => return Ok(read),
                Ok(_) => break,
                Err(error) => error,
            };
            // It may be missing because it was taken out.
            if round > 0 && error.message().starts_with("missing field") {
                break;
            }
            mistakes.push(self.toml_error(&error));
            if !error
                .span()
                .is_some_and(|span| take_out(table.get_mut(), &span))
            {
                break;
            }
        }
        mistakes.sort_by_key(|mistake| mistake.at);
        mistakes.truncate(MOST_KEPT);
        Err(BadInputs(mistakes))
    }

    fn unseen_in_table(&self, table: &DeTable<'_>, mistakes: &mut Vec<BadInput>) {
        for (key, value) in table {
            if let Some((_, c)) = first_harmful(key.get_ref(), false) {
                self.unseen(key.span(), c, mistakes);
            }
            self.unseen_in(value, mistakes);
        }
    }

    fn unseen_in(&self, value: &Spanned<DeValue<'_>>, mistakes: &mut Vec<BadInput>) {
        match value.get_ref() {
            DeValue::String(text) => {
                if let Some((_, c)) = first_harmful(text, true) {
                    self.unseen(value.span(), c, mistakes);
                }
            }
            DeValue::Array(all) => all.iter().for_each(|one| self.unseen_in(one, mistakes)),
            DeValue::Table(table) => self.unseen_in_table(table, mistakes),
            _ => {}
        }
    }

    fn unseen(&self, span: Range<usize>, c: char, mistakes: &mut Vec<BadInput>) {
        if mistakes.len() >= MOST_KEPT {
            return;
        }
        let what = format!(
            "found the character {} (U+{:04X}), which nobody sees; expected text without it",
            visible(c),
            u32::from(c)
        );
        mistakes.push(self.error(span, what));
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

/// Takes the innermost entry that spans `wrong` out of a table; false when there is none.
fn take_out(table: &mut DeTable<'_>, wrong: &Range<usize>) -> bool {
    let within = |span: Range<usize>| span.start <= wrong.start && wrong.end <= span.end;
    let mut key = None;
    for (name, value) in table.iter_mut() {
        let deeper = match value.get_mut() {
            DeValue::Table(inner) => take_out(inner, wrong),
            DeValue::Array(all) => all.iter_mut().any(|one| match one.get_mut() {
                DeValue::Table(inner) => take_out(inner, wrong),
                _ => false,
            }),
            _ => false,
        };
        if deeper {
            return true;
        }
        if within(name.span()) || within(value.span()) {
            key = Some(name.clone());
            break;
        }
    }
    key.is_some_and(|key| table.remove(&key).is_some())
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
    let letters = found.chars().count();
    if letters > LONGEST_WORD {
        return String::new();
    }
    let lower = found.to_lowercase();
    let best = candidates
        .into_iter()
        .filter(|c| c.len() <= 4 * LONGEST_WORD)
        .map(|c| (strsim::levenshtein(&lower, &c.to_lowercase()), c))
        .min();
    match best {
        Some((distance, candidate)) if distance <= 1 + letters / 3 => {
            format!("; did you mean “{candidate}”?")
        }
        _ => String::new(),
    }
}

/// No longer word is compared with others, in characters: comparing costs the product of lengths.
const LONGEST_WORD: usize = 120;

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

    fn of(text: &str) -> Source {
        Source::of("x.toml", text)
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only the shape is tried")]
    struct Shape {
        name: String,
        #[serde(default)]
        count: i64,
        #[serde(default)]
        parts: Vec<Part>,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only the shape is tried")]
    struct Part {
        #[serde(default)]
        size: i64,
    }

    #[test]
    fn every_mistake_of_a_shape_is_named() {
        let text = "name = \"a\"\ncolour = 1\ncount = \"many\"\n[[parts]]\nsize = 1\n[[parts]]\nweight = 2\n";
        let all = of(text).toml_all::<Shape>().unwrap_err().to_string();
        assert!(
            all.contains("  3 | count = \"many\"\n    |         ^^^^^^\n"),
            "{all}"
        );
        // Each with its line and a mark below it.
        let lines: Vec<&str> = all.lines().step_by(3).collect();
        assert_eq!(lines.len(), 3, "{all}");
        assert!(
            lines[0].starts_with("x.toml:2:1: unknown field `colour`"),
            "{all}"
        );
        assert!(lines[1].starts_with("x.toml:3:9: invalid type"), "{all}");
        assert!(
            lines[2].starts_with("x.toml:7:1: unknown field `weight`"),
            "{all}"
        );
        // What was taken out is not called missing.
        let all = of("name = 1\nextra = 2\n").toml_all::<Shape>().unwrap_err();
        assert_eq!(all.0.len(), 2, "{all}");
        let all = of("name = \nextra = = 2\n")
            .toml_all::<Shape>()
            .unwrap_err();
        assert_eq!(
            all.0
                .iter()
                .filter_map(|b| Some(b.at?.0))
                .collect::<Vec<_>>(),
            [1, 2]
        );
    }

    #[test]
    fn a_file_that_is_wrong_all_over_is_told_soon() {
        // Two megabytes: each line and each entry is a mistake of its own.
        for text in [
            "name = \"a\"\n".repeat(200_000),
            "= [\n".repeat(500_000),
            format!(
                "name = \"a\"\nnames = [{}]",
                "\"\\u202E\", ".repeat(200_000)
            ),
        ] {
            let all = of(&text).toml_all::<Shape>().unwrap_err();
            assert!(all.0.len() <= 1000, "{}", all.0.len());
            assert!(all.to_string().lines().count() < 40, "{all}");
        }
    }

    #[test]
    fn characters_that_nobody_sees_are_refused_with_their_place() {
        let text = "name = \"a\\u202Eb\"\n";
        let all = of(text).toml_all::<Shape>().unwrap_err().to_string();
        assert!(
            all.starts_with("x.toml:1:8:") && all.contains("U+202E"),
            "{all}"
        );
        let all = of("name = \"a\"\n\"k\\u001b[2J\" = 1\n")
            .toml_all::<Shape>()
            .unwrap_err();
        assert!(all.to_string().contains("x.toml:2:1:"), "{all}");
        assert!(!all.to_string().contains('\u{1b}'), "{all:?}");
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

    #[test]
    fn a_word_of_a_million_letters_is_not_compared() {
        assert_eq!(did_you_mean(&"a".repeat(1 << 20), ["aaaa"]), "");
    }
}
