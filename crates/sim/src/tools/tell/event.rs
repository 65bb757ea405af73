//! Events, as whoever looks on is told of them.

use super::values::{text_of, values};
use crate::tools::{Names, Occurrence};
use collegium_core::i18n::Words;

/// An event as a sentence, in the language of the words.
pub fn event(words: &Words, occurrence: &Occurrence, names: &Names<'_>) -> String {
    let text = text_of(&occurrence.event);
    // The tests see to it that every event has a text.
    words
        .label_with("event", &text, &values(words, occurrence, names))
        .unwrap_or_else(|| text.into_owned())
}
