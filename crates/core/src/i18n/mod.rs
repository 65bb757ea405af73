//! The app's own texts in several languages: Fluent files under `assets/words/`, looked up by key.
//!
//! What people say, and the names of people and places, are not texts of the app and stay as they
//! are. A text that a language lacks is shown in English; a key that English lacks is shown as it
//! is. How to add a text: `assets/words/README.md`.

mod language;
#[cfg(test)]
mod tests;

pub use language::Language;

use bevy::prelude::Resource;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

/// A value that a text has a place for: a number or words.
pub type Value<'a> = FluentValue<'a>;

/// Marks a text's key where the text is not said at once, so that the tests find it.
pub const fn key(name: &'static str) -> &'static str {
    name
}

/// A sentence that people wrote without the stop at its end, as it stands within another; one that
/// closes a quotation loses the stop before the mark.
pub fn bare(sentence: &str) -> Cow<'_, str> {
    let stops = ['.', '。'];
    let sentence = sentence.trim();
    match sentence.strip_suffix('”') {
        Some(open) if open.ends_with(stops) => {
            Cow::Owned(format!("{}”", open.trim_end_matches(stops)))
        }
        _ => Cow::Borrowed(sentence.trim_end_matches(stops)),
    }
}

/// The texts of the program in one language, by their keys.
#[derive(Resource)]
pub struct Words {
    language: Language,
    /// The language's own texts, and English for what they lack.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// Texts without places for values, made once: a screen asks for them in every frame.
    plain: HashMap<String, String>,
    /// Texts that are nothing but words and places, cut once: people remember thousands of them a
    /// day.
    cut: HashMap<String, Vec<Part>>,
}

/// A part of a text that is cut.
enum Part {
    Words(String),
    /// The place of a value, by its name.
    Place(String),
}

impl Words {
    /// The texts in a language, made once.
    pub fn of(language: Language) -> &'static Self {
        static ALL: LazyLock<Vec<Words>> =
            LazyLock::new(|| Language::ALL.iter().copied().map(Words::new).collect());
        &ALL[language as usize]
    }

    /// Reads the texts in a language; [`Words::of`] has them once for all.
    pub fn new(language: Language) -> Self {
        let languages = if language == Language::English {
            vec![language]
        } else {
            vec![language, Language::English]
        };
        let mut words = Self {
            language,
            bundles: Vec::new(),
            plain: HashMap::new(),
            cut: HashMap::new(),
        };
        for language in languages {
            let bundle = bundle(language);
            for key in keys(language.source()) {
                if words.plain.contains_key(key) || words.cut.contains_key(key) {
                    continue;
                }
                if let Some(text) = plain(&bundle, key) {
                    words.plain.insert(key.to_owned(), text);
                } else if let Some(parts) = cut(&bundle, key) {
                    words.cut.insert(key.to_owned(), parts);
                }
            }
            words.bundles.push(bundle);
        }
        words
    }

    /// The language that these words are in.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a text with this key, in this language or in English.
    pub fn has(&self, key: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(key))
    }

    /// A text without places for values; the key itself when there is none.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// A text with values in its places; the key itself when there is none.
    pub fn say_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.fill(key, values).unwrap_or_else(|| key.to_owned())
    }

    /// What a word of the simulation is called, such as `in_class` among the kinds `doing`: the
    /// text with the key `doing-in-class`. A word that has none is shown as it is, so that what is
    /// new in the simulation is never blank.
    pub fn label<'a>(&'a self, kind: &str, word: &'a str) -> Cow<'a, str> {
        match self.plain.get(&label_key(kind, word)) {
            Some(text) => Cow::Borrowed(text),
            None if word.contains('_') => Cow::Owned(word.replace('_', " ")),
            None => Cow::Borrowed(word),
        }
    }

    /// Like [`Words::label`], for a text with values in its places; none when there is no such
    /// text.
    pub fn label_with(
        &self,
        kind: &str,
        word: &str,
        values: &[(&str, Value<'_>)],
    ) -> Option<String> {
        self.fill(&label_key(kind, word), values)
    }

    fn fill(&self, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        if let Some(text) = self.plain.get(key) {
            return Some(text.clone());
        }
        if let Some(text) = self.cut.get(key).and_then(|parts| join(parts, values)) {
            return Some(text);
        }
        let args: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            // What is wrong with a text (a value that was not given) is shown in its place.
            Some(
                bundle
                    .format_pattern(pattern, Some(&args), &mut Vec::new())
                    .into_owned(),
            )
        })
    }
}

/// The key of a word's text.
fn label_key(kind: &str, word: &str) -> String {
    let mut key = String::with_capacity(kind.len() + word.len() + 1);
    key.push_str(kind);
    key.push('-');
    key.extend(word.chars().map(|c| {
        if c == '_' || c == ' ' {
            '-'
        } else {
            c.to_ascii_lowercase()
        }
    }));
    key
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let mut bundle =
        FluentBundle::new_concurrent(vec![language.word().parse().unwrap_or_default()]);
    // No marks around values: egui would draw them as boxes, and all three languages are written
    // from left to right.
    bundle.set_use_isolating(false);
    // The tests read the files strictly; here whatever can be read is good.
    let resource = FluentResource::try_new(language.source().to_owned())
        .unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A text that needs no values.
fn plain(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<String> {
    let mut errors = Vec::new();
    let text = bundle
        .format_pattern(bundle.get_message(key)?.value()?, None, &mut errors)
        .into_owned();
    errors.is_empty().then_some(text)
}

/// A text that is nothing but words and places for values, in its parts.
fn cut(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<Vec<Part>> {
    let pattern: &Pattern<&str> = bundle.get_message(key)?.value()?;
    let part = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Part::Words((*value).to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(Part::Place(id.name.to_owned())),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(part).collect()
}

/// A text of parts with values in its places; none where a value is missing.
fn join(parts: &[Part], values: &[(&str, Value<'_>)]) -> Option<String> {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Words(words) => text.push_str(words),
            Part::Place(name) => match values.iter().find(|(n, _)| n == name)? {
                (_, FluentValue::String(words)) => text.push_str(words),
                (_, FluentValue::Number(number)) => text.push_str(&number.as_string()),
                _ => return None,
            },
        }
    }
    Some(text)
}

/// The keys of a file, in its order.
fn keys(source: &str) -> impl Iterator<Item = &str> {
    source
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| {
            let (key, _) = line.split_once('=')?;
            Some(key.trim_end())
        })
}
