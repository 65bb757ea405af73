//! Sentences with gaps, read once and filled many times.
//!
//! Everything that people read or are asked in words of ours is written in one language of
//! templates, minijinja's. Prompts are documents with conditions and loops, and minijinja renders
//! them (`mind/model/prompts.rs` of the simulation). What people say and write is one sentence at
//! a time, thousands for a day, with nothing but `{{ name }}` in it: such a sentence is cut at its
//! gaps when it is read, and filled without an engine, some thirty times as fast. A test compares
//! both for every sentence there is.

use serde::Deserialize;
use std::{error::Error, fmt};

/// What stands for a gap; none where there is nothing to put there.
pub type GapValues<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// A sentence, cut at its gaps; in files as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Sentence {
    gaps: Vec<Gap>,
    end: String,
}

/// A gap, and the words before it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Gap {
    before: String,
    name: String,
    begins: Begins,
}

/// Whether a gap begins a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Begins {
    Yes,
    No,
    /// Where nothing has been said before it.
    First,
}

/// Why a text is no sentence with gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadSentence(String);

impl fmt::Display for BadSentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.0;
        write!(
            f,
            "found “{text}”; expected a sentence with gaps like {{{{ name }}}} and no other braces"
        )
    }
}

impl Error for BadSentence {}

impl TryFrom<String> for Sentence {
    type Error = BadSentence;

    fn try_from(text: String) -> Result<Self, BadSentence> {
        Self::read(&text)
    }
}

impl Sentence {
    /// Reads a sentence.
    ///
    /// # Errors
    /// When a gap is not closed or has no plain name, or a brace stands for itself.
    pub fn read(text: &str) -> Result<Self, BadSentence> {
        let bad = || BadSentence(text.to_owned());
        let mut gaps = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, after) = after.split_once("}}").ok_or_else(bad)?;
            let name = name.trim();
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
            if name.is_empty() || !name.chars().all(plain) || before.contains(['{', '}']) {
                return Err(bad());
            }
            let begins = match before.trim_end().chars().next_back() {
                Some('.' | '!' | '?') if before.ends_with(' ') => Begins::Yes,
                Some(_) => Begins::No,
                None if before.is_empty() => Begins::First,
                None => Begins::No,
            };
            gaps.push(Gap {
                before: before.to_owned(),
                name: name.to_owned(),
                begins,
            });
            rest = after;
        }
        if rest.contains(['{', '}']) {
            return Err(bad());
        }
        let end = rest.to_owned();
        Ok(Self { gaps, end })
    }

    /// Puts values into the gaps; none when one is missing. What is put in is not looked through
    /// again. In whole sentences what begins one gets a capital.
    pub fn fill(&self, values: &GapValues<'_>, whole: bool) -> Option<String> {
        let mut text = String::with_capacity(self.end.len() + 40 * self.gaps.len());
        for gap in &self.gaps {
            text.push_str(&gap.before);
            let value = values(&gap.name)?;
            let begins = match gap.begins {
                Begins::Yes => true,
                Begins::No => false,
                Begins::First => text.is_empty(),
            };
            let mut letters = value.chars();
            match letters.next() {
                Some(first) if whole && begins => {
                    text.extend(first.to_uppercase());
                    text.push_str(letters.as_str());
                }
                _ => text.push_str(&value),
            }
        }
        text.push_str(&self.end);
        Some(text)
    }

    /// The sentence as it is with one value in every gap.
    pub fn with(&self, value: &str) -> String {
        self.fill(&|_| Some(value.to_owned()), false)
            .unwrap_or_default()
    }

    /// A sentence without gaps as it is; of others what stands behind the last one.
    pub fn plain(&self) -> &str {
        &self.end
    }

    /// The names of the gaps, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.gaps.iter().map(|gap| gap.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(template: &str, value: &str, whole: bool) -> String {
        let sentence = Sentence::read(template).unwrap();
        sentence
            .fill(&|_| Some(value.to_owned()), whole)
            .unwrap_or_default()
    }

    #[test]
    fn what_begins_a_sentence_gets_a_capital() {
        for (template, value, whole, said) in [
            (
                "{{ plan }}, then.",
                "see friends",
                true,
                "See friends, then.",
            ),
            (
                "{{ plan }}, then.",
                "see friends",
                false,
                "see friends, then.",
            ),
            (
                "No. {{ task }}: half.",
                "plan it",
                true,
                "No. Plan it: half.",
            ),
            ("So: {{ task }}.", "plan it", true, "So: plan it."),
            (
                "{{day}} at {{ time }}",
                "thứ Hai",
                false,
                "thứ Hai at thứ Hai",
            ),
            ("今天{{ time }}？", "18:30", true, "今天18:30？"),
        ] {
            assert_eq!(say(template, value, whole), said);
        }
    }

    #[test]
    fn what_is_filled_in_is_data() {
        let sentence = Sentence::read("Hi {{ you }}.").unwrap();
        let values = |name: &str| (name == "you").then(|| "{{ me }}{".to_owned());
        assert_eq!(
            sentence.fill(&values, true).as_deref(),
            Some("Hi {{ me }}{.")
        );
        let sentence = Sentence::read("Hi {{ who }}.").unwrap();
        assert_eq!(sentence.fill(&values, true), None);
        assert_eq!(sentence.names().collect::<Vec<_>>(), ["who"]);
    }

    #[test]
    fn other_braces_are_refused() {
        for wrong in [
            "{{ x",
            "x }}",
            "{x}",
            "{{ a b }}",
            "{{}}",
            "{% if x %}",
            "{{ x }}}",
        ] {
            let error = Sentence::read(wrong).unwrap_err().to_string();
            assert!(
                error.contains(wrong) && error.contains("{{ name }}"),
                "{error}"
            );
        }
    }
}
