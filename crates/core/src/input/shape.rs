//! Reading TOML into a shape, with all that is wrong named at once: what cannot be read is taken
//! out, what is missing is made up, and the rest is read again.

use super::{
    BadInput, BadInputs, MOST_KEPT, Mistakes, Source, did_you_mean,
    headers::{Headers, Said},
    tree::{filled, replaced, taken_out, words_of},
};
use crate::text::{first_harmful, visible};
use serde::de::DeserializeOwned;
use std::{collections::BTreeSet, ops::Range};
use toml::{
    Spanned,
    de::{DeTable, DeValue, Error},
};

/// How many bytes are read again for the sake of further mistakes, and how often at least and at
/// most.
const MOST_WORK: usize = 8 << 20;
const TRIES: (usize, usize) = (24, 4000);

/// What can stand for a value that is not there: the first that fits.
const MADE_UP: [&str; 5] = ["\"\"", "0", "[]", "{}", "false"];

/// What of a text could not be read into its shape.
#[derive(Debug, Clone, Default)]
pub(super) enum Lost {
    /// All of it was read.
    #[default]
    Nothing,
    /// Entries with these words in them.
    Words(BTreeSet<String>),
    /// Who knows: it is no TOML, and was read as well as could be.
    Anything,
}

impl Source {
    /// Parses the text as TOML into `T`.
    ///
    /// # Errors
    /// When it is not TOML, holds characters that nobody sees, or does not have the shape of `T`:
    /// the first mistake of [`Source::toml_all`].
    pub fn toml<T: DeserializeOwned>(&self) -> Result<T, BadInput> {
        self.toml_all().map_err(|BadInputs(mut all)| {
            // What is missing may be there under a wrong name: that is said rather.
            let says_more = |one: &BadInput| !one.missing;
            let first = all.iter().position(says_more).unwrap_or(0);
            let first = (first < all.len()).then(|| all.swap_remove(first));
            first.unwrap_or_else(|| BadInput::of(&self.file, "is not what was expected"))
        })
    }

    /// Parses the text as TOML into `T`.
    ///
    /// # Errors
    /// Every mistake: of syntax; else every character that nobody sees, and what does not have the
    /// shape of `T`.
    pub fn toml_all<T: DeserializeOwned>(&self) -> Result<T, BadInputs> {
        let mut mistakes = Mistakes::default();
        match self.clone().toml_with(&mut mistakes) {
            Some(read) => mistakes.none_in(read),
            None => Err(BadInputs(mistakes.into_all())),
        }
    }

    /// Parses the text as TOML into `T`, with every mistake noted as [`Source::toml_all`] has them,
    /// and gives what could be read, so that it can be checked too. Something empty stands for what
    /// is missing or cannot be read; [`Source::error`] at its place says nothing more of it, and
    /// nothing at all of a text that is no TOML.
    pub fn toml_with<T: DeserializeOwned>(&mut self, mistakes: &mut Mistakes) -> Option<T> {
        let (read, mut found, lost) = self.shaped();
        self.lost = lost;
        found.sort_by_key(|mistake| mistake.at);
        found.dedup();
        found.into_iter().for_each(|one| mistakes.note(one));
        read
    }

    fn shaped<T: DeserializeOwned>(&self) -> (Option<T>, Vec<BadInput>, Lost) {
        let (root, errors) = DeTable::parse_recoverable(&self.text);
        let mut found = Vec::new();
        self.unseen_in_table(root.get_ref(), &mut found);
        let mut reading = Reading {
            source: self,
            root,
            found,
            lost: BTreeSet::new(),
            taken: Vec::new(),
            made_up: 0,
            tries: (MOST_WORK / (self.text.len() + 1)).clamp(TRIES.0, TRIES.1),
        };
        let read = reading.read();
        if !errors.is_empty() {
            return (read, self.of_syntax(&errors), Lost::Anything);
        }
        let lost = match reading.lost.is_empty() && reading.made_up == 0 {
            true => Lost::Nothing,
            false => Lost::Words(reading.lost),
        };
        (read, reading.found, lost)
    }

    /// Whether all of the text could be read into its shape.
    pub fn is_whole(&self) -> bool {
        matches!(self.lost, Lost::Nothing)
    }

    /// Whether a word stood in what could not be read: who asks for it in vain must not say that it
    /// is not there.
    pub fn has_lost(&self, word: &str) -> bool {
        match &self.lost {
            Lost::Nothing => false,
            Lost::Words(words) => words.contains(word),
            Lost::Anything => self.text.contains(word),
        }
    }

    /// Whether something that could not be read may have been meant for a key: that, or a word that
    /// is nearly it, stood there.
    pub fn may_have_lost(&self, key: &str) -> bool {
        match &self.lost {
            Lost::Nothing => false,
            Lost::Words(words) => words
                .iter()
                .any(|word| word == key || !did_you_mean(word, [key]).is_empty()),
            Lost::Anything => true,
        }
    }

    /// Errors of syntax, one of a line: one slip makes several. Of what only follows from the
    /// broken header of a table nothing is said.
    fn of_syntax(&self, errors: &[Error]) -> Vec<BadInput> {
        let errors = &errors[..errors.len().min(10 * MOST_KEPT)];
        let spans = |doubled: bool| {
            let these = errors
                .iter()
                .filter(move |error| is_doubled(error) == doubled);
            these.filter_map(Error::span)
        };
        let headers = Headers::of(&self.text, spans(false));
        let mut all: Vec<BadInput> = Vec::new();
        for (span, what) in headers.singled(spans(true)) {
            all.push(self.error(span, what));
        }
        for error in errors {
            let said = match error.span() {
                Some(span) if is_doubled(error) => headers.doubled(&span),
                Some(span) => headers.broken(&span),
                None => Said::AsItIs,
            };
            match (said, error.span()) {
                (Said::InWords(what), Some(span)) => all.push(self.error(span, what)),
                (Said::Nothing, _) => {}
                _ => all.push(self.toml_error(error)),
            }
        }
        all.sort_by_key(|mistake| mistake.at);
        all.dedup_by_key(|mistake| mistake.at.map(|(line, _)| line));
        all
    }

    fn toml_error(&self, error: &Error) -> BadInput {
        let mut what = error.message().trim().replace('\n', "; ");
        if what.starts_with("unknown ") {
            let mut words = error.message().split('`').skip(1).step_by(2);
            if let Some(found) = words.next() {
                what.push_str(&did_you_mean(found, words));
            }
        }
        let mistake = match error.span() {
            Some(span) => self.error(span, what),
            None => BadInput::of(&self.file, what),
        };
        BadInput {
            missing: is_missing(error),
            ..mistake
        }
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
}

/// A text that is being read into a shape.
struct Reading<'s, 't> {
    source: &'s Source,
    /// What is left of it, with what was made up.
    root: Spanned<DeTable<'t>>,
    found: Vec<BadInput>,
    /// The words in what was taken out.
    lost: BTreeSet<String>,
    /// The keys that were taken out, with the places of their tables.
    taken: Vec<(Range<usize>, String)>,
    /// How many values were made up.
    made_up: usize,
    /// How often it may still be tried.
    tries: usize,
}

impl<'t> Reading<'_, 't> {
    /// What can be read, in the end; none where nothing can be, or it takes too long.
    fn read<T: DeserializeOwned>(&mut self) -> Option<T> {
        let mut outcome = self.attempt(self.root.clone())?;
        loop {
            outcome = match outcome {
                Ok(read) => return Some(read),
                Err(error) => self.mended(&error)?,
            };
        }
    }

    fn attempt<T: DeserializeOwned>(
        &mut self,
        root: Spanned<DeTable<'t>>,
    ) -> Option<Result<T, Error>> {
        self.tries = self.tries.checked_sub(1)?;
        Some(T::deserialize(toml::Deserializer::from(root)))
    }

    /// Notes a mistake, does away with it, and reads again.
    fn mended<T: DeserializeOwned>(&mut self, error: &Error) -> Option<Result<T, Error>> {
        let span = error.span();
        let missing = error.message().strip_prefix("missing field `");
        let missing = missing.and_then(|rest| rest.split_once('`'));
        if let (Some((key, _)), Some(span)) = (missing, &span) {
            let at = (span.clone(), key.to_owned());
            if !is_made_up(span) && !self.taken.contains(&at) {
                self.found.push(self.source.toml_error(error));
            }
            return self.with_field(error, &at);
        }
        self.found.push(self.source.toml_error(error));
        let span = span?;
        for value in MADE_UP {
            let value = self.make_up(value)?;
            let place = value.span();
            let mut tried = self.root.clone();
            if !replaced(tried.get_mut(), &span, &value) {
                break;
            }
            match self.attempt::<T>(tried.clone())? {
                Err(error) if error.span() == Some(place) && !is_missing(&error) => {}
                outcome => {
                    self.root = tried;
                    return Some(outcome);
                }
            }
        }
        let whole = self.root.span();
        let (table, key, value) = taken_out(self.root.get_mut(), whole, &span)?;
        words_of(&value, &mut self.lost);
        self.lost.insert(key.clone());
        self.taken.push((table, key));
        self.attempt(self.root.clone())
    }

    /// Puts something in the place of a field that a table has to have.
    fn with_field<T: DeserializeOwned>(
        &mut self,
        error: &Error,
        at: &(Range<usize>, String),
    ) -> Option<Result<T, Error>> {
        // Tables that were never named by themselves can have the place of one within them.
        for nth in 0.. {
            for value in MADE_UP {
                let value = self.make_up(value)?;
                let place = value.span();
                let mut tried = self.root.clone();
                let whole = tried.span();
                if !filled(tried.get_mut(), whole, at, &value, &mut { nth }) {
                    return None;
                }
                match self.attempt::<T>(tried.clone())? {
                    Err(again)
                        if (again.span() == Some(place) && !is_missing(&again))
                            || (again.span(), again.message())
                                == (error.span(), error.message()) => {}
                    outcome => {
                        self.root = tried;
                        return Some(outcome);
                    }
                }
            }
        }
        None
    }

    /// A value that nobody wrote, at a place of its own behind every text.
    fn make_up(&mut self, value: &'static str) -> Option<Spanned<DeValue<'static>>> {
        self.made_up += 1;
        let place = usize::MAX - self.made_up;
        let value = DeValue::parse(value).ok()?.into_inner();
        Some(Spanned::new(place..place, value))
    }
}

/// Whether something at that place was made up.
pub(super) const fn is_made_up(span: &Range<usize>) -> bool {
    span.start > usize::MAX / 2
}

/// Whether a key or a header is called doubled. The library has nothing but words for it.
fn is_doubled(error: &Error) -> bool {
    error.message().starts_with("duplicate key")
}

/// Whether a field is missing. The library has nothing but words for it.
fn is_missing(error: &Error) -> bool {
    error.message().starts_with("missing field")
}

#[cfg(test)]
mod tests {
    use super::*;

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

    /// The lines and messages of what is said of a text.
    fn said(text: &str) -> Vec<(usize, String)> {
        let all = of(text).toml_all::<toml::Table>().unwrap_err().0;
        let line = |bad: &BadInput| bad.at.unwrap().0;
        all.iter()
            .map(|bad| (line(bad), bad.what.clone()))
            .collect()
    }

    #[test]
    fn of_a_broken_header_only_that_is_said() {
        let event = "title = \"a\"\nday = \"Mon\"\n";
        let more = format!("\n[[events]]\n{event}\n[facts]\nx = 1\n");
        for (header, found) in [
            (
                "[[events]",
                "found two brackets before the name of a table and one bracket behind",
            ),
            (
                "[[events",
                "found two brackets before the name of a table and no bracket behind",
            ),
            (
                "[events]]",
                "found one bracket before the name of a table and two brackets behind",
            ),
            (
                "[events",
                "found one bracket before the name of a table and no bracket behind",
            ),
            (
                "events]]",
                "found no bracket before the name of a table and two brackets behind",
            ),
            (
                "[events]",
                "found one bracket on either side of a name that has two brackets in",
            ),
        ] {
            // First, between others, at the end; with an empty line before it and without.
            for gap in ["", "\n"] {
                let begin = format!("title = \"x\"\n[[events]]\n{event}{gap}");
                for text in [
                    format!(
                        "title = \"x\"\n{gap}{header}\n{event}{more}{more}",
                        more = &more[..more.find("[f").unwrap()]
                    ),
                    format!("{begin}{header}\n{event}{more}"),
                    format!("{begin}{header}  # the second\n{event}"),
                ] {
                    let at = text
                        .lines()
                        .position(|line| line.split("  ").next() == Some(header))
                        .unwrap();
                    let all = said(&text);
                    assert_eq!(all.len(), 1, "{text}\n{all:#?}");
                    assert_eq!(all[0].0, at + 1, "{text}\n{all:#?}");
                    let expected = all[0].1.ends_with("; expected two brackets on either side");
                    assert!(all[0].1.starts_with(found) && expected, "{text}\n{all:#?}");
                }
            }
        }
        let all = said("[day\nx = 1\n");
        assert!(
            all[0].1.ends_with("; expected one bracket on either side"),
            "{all:?}"
        );
    }

    #[test]
    fn what_is_doubled_is_said_beside_a_broken_header() {
        // In another table than the broken one, and below it a table that is there twice.
        let text = "[[events]\ntitle = 1\n[a]\nx = 1\nx = 2\n[b]\n[b]\n";
        let lines: Vec<usize> = said(text).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [1, 5, 7]);
        // What no bracket explains is told as the library has it.
        let all = said("[[eve nts]]\n");
        assert!(all[0].1.starts_with("unclosed array table"), "{all:?}");
    }

    #[test]
    fn a_file_that_is_wrong_all_over_is_told_soon() {
        // Two megabytes: each line and each entry is a mistake of its own.
        for text in [
            "name = \"a\"\n".repeat(200_000),
            "[[a]\nx = 1\n".repeat(150_000),
            "[[a]]\n[a]\n".repeat(150_000),
            (0..150_000).map(|i| format!("[[a{i}]\n[b]\n")).collect(),
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

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Needy {
        name: Spanned<String>,
        age: Spanned<f32>,
        day: Day,
        words: Vec<Spanned<String>>,
        #[serde(default)]
        known: Vec<Known>,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Day {
        wakes: Spanned<String>,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Known {
        with: Spanned<String>,
        close: Spanned<i64>,
    }

    /// What is read of a text, with the first lines of what is said of it.
    fn tried(text: &str) -> (Source, Option<Needy>, Vec<String>) {
        let (mut source, mut mistakes) = (of(text), Mistakes::default());
        let read = source.toml_with(&mut mistakes);
        let said = mistakes.into_all().into_iter().map(|mistake| {
            let (line, column) = mistake.at.unwrap();
            format!("{line}:{column}: {}", mistake.what)
        });
        let said = said.collect();
        (source, read, said)
    }

    #[test]
    fn after_mistakes_of_shape_the_rest_is_there() {
        let text = "nmae = \"Ada\"\nage = -5\nwords = [1, \"b\", true]\nday = 5\n\
                    [[known]]\nclose = 70\n[[known]]\nwith = \"Ben\"\nclose = \"very\"\n";
        let (source, read, said) = tried(text);
        let begin = [
            "1:1: missing field `name`",
            "1:1: unknown field `nmae`, expected one of",
            "3:10: invalid type: integer",
            "3:18: invalid type: boolean",
            "4:7: invalid type: integer",
            "5:1: missing field `with`",
            "9:9: invalid type: string",
        ];
        assert_eq!(said.len(), begin.len(), "{said:#?}");
        for begin in begin {
            let there = said.iter().any(|said| said.starts_with(begin));
            assert!(there, "{begin}: {said:#?}");
        }
        assert!(said.iter().any(|s| s.ends_with("; did you mean “name”?")));
        let read = read.unwrap();
        assert_eq!(*read.age.get_ref(), -5.0);
        assert_eq!(read.words[1].get_ref(), "b");
        assert_eq!(*read.known[0].close.get_ref(), 70);
        assert_eq!(read.known[1].with.get_ref(), "Ben");
        // Of what was made up nothing more is said.
        let mut mistakes = Mistakes::default();
        for made_up in [
            read.name.span(),
            read.words[0].span(),
            read.day.wakes.span(),
            read.known[0].with.span(),
            read.known[1].close.span(),
        ] {
            mistakes.note(source.error(made_up, "it is empty"));
        }
        assert!(mistakes.is_empty());
        mistakes.note(source.error(read.age.span(), "it is too low"));
        assert!(!mistakes.is_empty());
        assert!(source.has_lost("Ada") && !source.has_lost("Ben") && !source.is_whole());
    }

    #[test]
    fn what_is_no_toml_is_read_without_a_word() {
        let (source, read, said) = tried("age = 7\nname = = \"Ada\"\nwords = []\n");
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("2:"), "{said:?}");
        let mut mistakes = Mistakes::default();
        mistakes.note(source.error(read.unwrap().age.span(), "it is too low"));
        assert!(mistakes.is_empty());
        assert!(source.has_lost("Ada") && !source.is_whole());
    }

    #[test]
    fn a_good_text_is_whole() {
        let (source, read, said) =
            tried("name = \"A\"\nage = 1.5\nday.wakes = \"06:00\"\nwords = []\n");
        assert!(
            said.is_empty() && source.is_whole() && !source.has_lost("A"),
            "{said:?}"
        );
        assert_eq!(read.unwrap().day.wakes.get_ref(), "06:00");
    }

    #[test]
    fn a_hundred_mistakes_are_a_hundred_messages() {
        let text: String = (0..100).map(|i| format!("k{i} = 1\n")).collect();
        let (_, read, said) = tried(&text);
        assert!(read.is_some());
        // Besides, four fields are missing.
        assert_eq!(said.len(), 104);
    }
}
