//! Books of lessons as TOML files, which people read and edit.

use super::{
    circumstance::Circumstance,
    lessons::{Evidence, Lesson, Lessons, MOST, Origin},
    points::{Act, Point},
};
use collegium_core::{
    i18n::Language,
    input::{BadInput, BadInputs, Mistakes, Source},
    text::harmless,
};
use serde::Deserialize;
use std::{fmt::Write as _, path::Path};
use toml::Spanned;

/// A book as its file has it: a name, where it is from, and the lessons as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BookFile {
    name: Spanned<String>,
    made_from: Option<OriginFile>,
    #[serde(default)]
    lesson: Vec<Spanned<LessonFile>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OriginFile {
    scenario: String,
    by: String,
    decisions: u64,
    stretch_minutes: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LessonFile {
    point: Spanned<String>,
    when: Option<Spanned<String>>,
    #[serde(rename = "do")]
    act: Spanned<String>,
    instead_of: Option<Spanned<String>>,
    strength: Spanned<f32>,
    evidence: Option<Spanned<EvidenceFile>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceFile {
    gain: f32,
    low: f32,
    high: f32,
    p: f32,
    good: (u32, u32),
    others: (u32, u32),
}

type Checked<T> = Result<T, BadInput>;

/// Reads a word, and names the key where it is none.
fn word<T>(
    source: &Source,
    key: &str,
    text: &Spanned<String>,
    parse: fn(&str) -> Result<T, String>,
) -> Checked<T> {
    parse(text.get_ref()).map_err(|what| source.error(text.span(), format!("{key}: {what}")))
}

/// Checks that a word is among those of its point.
fn among<T: Copy + PartialEq>(
    source: &Source,
    (key, text): (&str, &Spanned<String>),
    value: T,
    (point, of): (Point, &[T]),
    name: fn(T) -> &'static str,
) -> Checked<T> {
    if of.contains(&value) {
        return Ok(value);
    }
    let words: Vec<&str> = of.iter().map(|v| name(*v)).collect();
    let expected = if words.is_empty() {
        "no such key".to_owned()
    } else {
        format!("one of {}", words.join(", "))
    };
    Err(source.error(
        text.span(),
        format!(
            "{key}: found “{}”; at {} expected {expected}",
            text.get_ref(),
            point.word()
        ),
    ))
}

impl LessonFile {
    /// The lesson, unless something is wrong with it.
    fn check(&self, source: &Source, mistakes: &mut Mistakes) -> Option<Lesson> {
        let span = self.strength.span();
        let strength = *self.strength.get_ref();
        if !(0.0..=1.0).contains(&strength) {
            mistakes.note(source.error(span, format!("strength is {strength}; expected 0 to 1")));
        }
        let evidence = self.evidence.as_ref().and_then(|e| {
            let checked = e.get_ref().check();
            mistakes.take(checked.map_err(|what| source.error(e.span(), what)))
        });
        let point = mistakes.take(word(source, "point", &self.point, Point::parse))?;
        let mut act_of = |key: &str, text: &Spanned<String>| {
            let act = word(source, key, text, Act::parse);
            let of = (point, point.acts());
            mistakes.take(act.and_then(|act| among(source, (key, text), act, of, Act::word)))
        };
        let act = act_of("do", &self.act);
        let instead_of = self.instead_of.as_ref();
        let instead = instead_of.and_then(|text| act_of("instead_of", text));
        if let Some(text) = instead_of.filter(|_| instead.is_some() && instead == act) {
            let what = format!(
                "instead_of: found “{}”; expected another act than `do`",
                text.get_ref()
            );
            mistakes.note(source.error(text.span(), what));
        }
        let when = self.when.as_ref().and_then(|text| {
            let when = word(source, "when", text, Circumstance::parse);
            let of = (point, Circumstance::of(point));
            let key = ("when", text);
            mistakes.take(when.and_then(|w| among(source, key, w, of, Circumstance::word)))
        });
        Some(Lesson {
            point,
            when,
            act: act?,
            instead,
            strength,
            evidence,
        })
    }
}

impl EvidenceFile {
    fn check(self) -> Result<Evidence, String> {
        for (key, value) in [("gain", self.gain), ("low", self.low), ("high", self.high)] {
            if !value.is_finite() {
                return Err(format!(
                    "evidence: {key} is {value}; expected a finite number"
                ));
            }
        }
        if !(0.0..=1.0).contains(&self.p) {
            return Err(format!("evidence: p is {}; expected 0 to 1", self.p));
        }
        for (key, (with, of)) in [("good", self.good), ("others", self.others)] {
            if with > of {
                return Err(format!(
                    "evidence: {key} is {with} of {of}; expected no more than there are"
                ));
            }
        }
        let Self {
            gain,
            low,
            high,
            p,
            good,
            others,
        } = self;
        Ok(Evidence {
            gain,
            low,
            high,
            p,
            good,
            others,
        })
    }
}

/// What is wrong with a name of a book.
fn wrong_name(name: &str) -> Option<String> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let good = (1..=40).contains(&name.len()) && name.chars().all(fits);
    (!good).then(|| {
        format!("name: found “{name}”; expected 1 to 40 letters a to z, digits, -, _ or .")
    })
}

impl Lessons {
    /// Reads a book.
    ///
    /// # Errors
    /// When the file cannot be read or is not TOML; else with every key that no book has, and every
    /// word and number that is not possible where it stands.
    pub fn read(file: &Path) -> Result<Self, BadInputs> {
        Self::parse(Source::read(file)?)
    }

    /// Reads a book from its text.
    ///
    /// # Errors
    /// As [`Lessons::read`].
    pub fn parse(mut source: Source) -> Result<Self, BadInputs> {
        let mut mistakes = Mistakes::default();
        let Some(book) = source.toml_with::<BookFile>(&mut mistakes) else {
            return Err(BadInputs(mistakes.into_all()));
        };
        if let Some(what) = wrong_name(book.name.get_ref()) {
            mistakes.note(source.error(book.name.span(), what));
        }
        if let Some(lesson) = book.lesson.get(MOST) {
            let what = format!(
                "found {} lessons; expected {MOST} at most: each stands in prompts",
                book.lesson.len()
            );
            mistakes.note(source.error(lesson.span(), what));
        }
        let lessons = book.lesson.iter().map(Spanned::get_ref);
        let list = lessons
            .filter_map(|lesson| lesson.check(&source, &mut mistakes))
            .collect();
        let made_from = book.made_from.map(|o| Origin {
            scenario: o.scenario,
            by: o.by,
            decisions: o.decisions,
            stretch_minutes: o.stretch_minutes,
        });
        mistakes.none_in(Self {
            name: book.name.into_inner(),
            made_from,
            list,
        })
    }

    /// An empty book.
    ///
    /// # Errors
    /// When the name cannot be one: what was found and expected.
    pub fn new(name: &str) -> Result<Self, String> {
        match wrong_name(name) {
            Some(what) => Err(what),
            None => Ok(Self {
                name: name.to_owned(),
                made_from: None,
                list: Vec::new(),
            }),
        }
    }

    /// The book as a file: what [`Lessons::parse`] reads back as the same, with each lesson's
    /// sentence above it.
    pub fn toml(&self) -> String {
        // What nobody sees would be refused when the book is read.
        let quoted = |text: &str| toml::Value::String(harmless(text).into_owned());
        let mut text = format!("name = {}\n", quoted(&self.name));
        if let Some(from) = &self.made_from {
            let _ = write!(
                text,
                "\n[made_from]\nscenario = {}\nby = {}\ndecisions = {}\nstretch_minutes = {}\n",
                quoted(&from.scenario),
                quoted(&from.by),
                from.decisions,
                from.stretch_minutes
            );
        }
        for lesson in &self.list {
            let _ = writeln!(
                text,
                "\n# {}\n[[lesson]]",
                lesson.in_words(Language::English)
            );
            let mut put = |key: &str, word: &str| {
                let _ = writeln!(text, "{key} = \"{word}\"");
            };
            put("point", lesson.point.word());
            if let Some(when) = lesson.when {
                put("when", when.word());
            }
            put("do", lesson.act.word());
            if let Some(instead) = lesson.instead {
                put("instead_of", instead.word());
            }
            let _ = writeln!(text, "strength = {:?}", lesson.strength);
            if let Some(e) = lesson.evidence {
                let _ = write!(
                    text,
                    "\n[lesson.evidence]\ngain = {:?}\nlow = {:?}\nhigh = {:?}\np = {:?}\n\
                     good = [{}, {}]\nothers = [{}, {}]\n",
                    e.gain, e.low, e.high, e.p, e.good.0, e.good.1, e.others.0, e.others.1
                );
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Lessons, String> {
        Lessons::parse(Source::of("book.toml", text)).map_err(|e| e.to_string())
    }

    const BOOK: &str = "name = \"quiet\"\n\n[[lesson]]\npoint = \"voice\"\nwhen = \"quiet\"\ndo = \"speak_low\"\n\
                        instead_of = \"speak_up\"\nstrength = 0.9\n";

    #[test]
    fn a_book_reads_back_as_it_was_written() {
        let mut book = read(BOOK).unwrap();
        assert_eq!(book.list.len(), 1);
        assert_eq!(read(&book.toml()).unwrap(), book);
        book.made_from = Some(Origin {
            scenario: "a \"quoted\" one".to_owned(),
            by: "off".to_owned(),
            decisions: 12,
            stretch_minutes: 120,
        });
        let evidence = Evidence {
            gain: 0.1234,
            low: -1.0,
            high: 1e-7,
            p: 0.0,
            good: (3, 4),
            others: (0, 0),
        };
        book.list[0].evidence = Some(evidence);
        book.list.push(Lesson {
            when: None,
            instead: None,
            evidence: None,
            strength: 1.0,
            ..book.list[0]
        });
        let again = read(&book.toml()).unwrap();
        assert_eq!(again, book);
        assert_eq!(again.checksum(), book.checksum());
        assert!(
            book.toml().contains(
                "\n# Where others want quiet, keep your voice low rather than speak up.\n"
            )
        );
        book.list[0].strength = 0.5;
        assert_ne!(again.checksum(), book.checksum());
        assert_eq!(read("name = \"none\"").unwrap().list, []);
        if let Some(from) = &mut book.made_from {
            from.by.push('\u{202e}');
        }
        let from = read(&book.toml()).unwrap().made_from.unwrap();
        assert_eq!(from.by, "off‹U+202E›");
    }

    #[test]
    fn what_no_book_can_hold_is_refused_in_words() {
        let many = format!(
            "name = \"many\"\n{}",
            BOOK.split_once('\n').unwrap().1.repeat(MOST + 1)
        );
        for (text, needles) in [
            (
                BOOK.replace("\"quiet\"\n\n", "\"two words\"\n\n"),
                ["book.toml:1:8", "two words", "expected 1 to 40"],
            ),
            (
                BOOK.replace("point = \"voice\"", "point = \"voise\""),
                ["book.toml:4:9", "voise", "did you mean “voice”"],
            ),
            (
                BOOK.replace("\"speak_low\"", "\"wait\""),
                [
                    "book.toml:6:6",
                    "found “wait”",
                    "at voice expected one of speak_low",
                ],
            ),
            (
                BOOK.replace("\"speak_up\"", "\"speak_low\""),
                ["book.toml:7:14", "instead_of", "another act"],
            ),
            (
                BOOK.replace("when = \"quiet\"", "when = \"late\""),
                ["book.toml:5:8", "found “late”", "expected one of silence"],
            ),
            (
                BOOK.replace("0.9", "1.5"),
                ["book.toml:8:12", "strength is 1.5", "expected 0 to 1"],
            ),
            (
                BOOK.replace("0.9", "nan"),
                ["book.toml:8:12", "strength is NaN", "expected 0 to 1"],
            ),
            (
                BOOK.replace("strength", "strenght"),
                ["book.toml:8:1", "strenght", "expected one of"],
            ),
            (
                BOOK.replace("do = ", "# "),
                ["book.toml:3", "missing field", "do"],
            ),
            (
                format!(
                    "{BOOK}[lesson.evidence]\ngain = 1\nlow = 1\nhigh = 1\np = 2\ngood = [1, 2]\nothers = [1, 2]\n"
                ),
                ["book.toml:9", "p is 2", "0 to 1"],
            ),
            (
                format!(
                    "{BOOK}[lesson.evidence]\ngain = 1\nlow = 1\nhigh = inf\np = 1\ngood = [1, 2]\nothers = [1, 2]\n"
                ),
                ["book.toml:9", "high is inf", "finite"],
            ),
            (
                format!(
                    "{BOOK}[lesson.evidence]\ngain = 1\nlow = 1\nhigh = 1\np = 1\ngood = [3, 2]\nothers = [1, 2]\n"
                ),
                ["book.toml:9", "good is 3 of 2", "no more"],
            ),
            (many, ["book.toml:", "found 9 lessons", "8 at most"]),
            ("lesson = 3".to_owned(), ["book.toml:1", "expected", ""]),
        ] {
            let error = read(&text).unwrap_err();
            for needle in needles {
                assert!(error.contains(needle), "{needle}: {error}");
            }
        }
        let all = read(
            "name = \"no name\"\n[[lesson]]\npoint = \"voice\"\nwhen = \"never\"\ndo = \"shout\"\n\
             strength = 2.0\ncolour = 1\n[[lesson]]\npoint = \"nowhere\"\ndo = \"speak_low\"\n\
             strength = 0.5\n",
        )
        .unwrap_err();
        for place in ["1:8", "4:8", "5:6", "6:12", "7:1", "9:9"] {
            let place = format!("book.toml:{place}");
            assert!(all.contains(&place), "{place}: {all}");
        }
        let error = Lessons::read(Path::new("no-such-book.toml"))
            .unwrap_err()
            .to_string();
        assert!(error.contains("no-such-book.toml"), "{error}");
    }
}
