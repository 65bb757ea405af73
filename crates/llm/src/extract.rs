//! Finding the JSON in what a model wrote: between thoughts, prose and fences, with small mistakes,
//! or broken off.
//!
//! [`extract`] takes time linear in the text but for a small constant number of passes, looks at no
//! more than [`MOST_BYTES`], and never panics.

mod lenient;

use crate::repair::Mending;
use lenient::{Parsed, parse_at};
use serde_json::Value;
use std::collections::BTreeSet;

/// How many bytes of an answer are looked at, from the beginning.
pub const MOST_BYTES: usize = 10_000_000;
/// Brackets that may be open at once anywhere in a text. No answer comes near it: a text with more
/// is an attack or a model in a loop, and reading it would only cost time.
const MOST_OPEN: usize = 1000;
/// Values that are kept for choosing among them.
const MOST_CANDIDATES: usize = 24;

/// Something that was not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mend {
    /// Thoughts in `<think>` tags.
    Thoughts,
    /// Prose or code fences around the JSON.
    Prose,
    /// A comma too many or too few.
    Commas,
    /// Keys or texts in other quotes than straight double ones, or in none.
    Quotes,
    /// Line breaks, tabs or wrong escapes within texts.
    Escapes,
    /// `True`, `None`, `NaN`, `+1`, `.5` and the like.
    Words,
    /// Comments, as in JavaScript or Python.
    Comments,
    /// The end was missing.
    BrokenOff,
    /// The JSON was itself within a JSON text.
    Wrapped,
}

impl From<Mend> for Mending {
    fn from(mend: Mend) -> Self {
        match mend {
            Mend::Thoughts => Self::Thoughts,
            Mend::Prose => Self::Prose,
            Mend::Commas => Self::Commas,
            Mend::Quotes => Self::Quotes,
            Mend::Escapes => Self::Escapes,
            Mend::Words => Self::Words,
            Mend::Comments => Self::Comments,
            Mend::BrokenOff => Self::BrokenOff,
            Mend::Wrapped => Self::Unwrapped,
        }
    }
}

/// JSON that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Extracted {
    /// The JSON that was found, after mending.
    pub value: Value,
    /// What had to be mended for it; empty when the text was plain JSON.
    pub mended: BTreeSet<Mend>,
}

/// Finds the JSON value that the text is about. Among several the last that `fits` wins, and when
/// none does, the largest.
pub fn extract(text: &str, mut fits: impl FnMut(&Value) -> bool) -> Option<Extracted> {
    let text = bounded(text);
    if is_bottomless(text) {
        return None;
    }
    extract_at(text, &mut fits, 0)
}

/// Whether more brackets are open at some point than any answer has.
fn is_bottomless(text: &str) -> bool {
    let mut open = 0usize;
    text.bytes().any(|byte| {
        match byte {
            b'{' | b'[' => open += 1,
            b'}' | b']' => open = open.saturating_sub(1),
            _ => {}
        }
        open > MOST_OPEN
    })
}

fn extract_at(text: &str, fits: &mut dyn FnMut(&Value) -> bool, depth: u32) -> Option<Extracted> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        if let Value::String(inner) = &value
            && depth < 2
            && inner.contains(['{', '['])
            && !fits(&value)
            && let Some(mut found) = extract_at(inner, fits, depth + 1)
        {
            found.mended.insert(Mend::Wrapped);
            return Some(found);
        }
        return Some(Extracted {
            value,
            mended: BTreeSet::new(),
        });
    }
    let (said, unfinished) = without_thoughts(text);
    let mut found = choose(candidates(&said), fits);
    if found.is_none()
        && let Some(thought) = unfinished
    {
        // The thought never ended: perhaps the answer was begun within it.
        found = choose(candidates(thought), fits);
    }
    let mut found = found?;
    if said.len() != text.len() {
        found.mended.insert(Mend::Thoughts);
    }
    Some(found)
}

/// The last candidate that fits, or the largest.
fn choose(candidates: Vec<Candidate>, fits: &mut dyn FnMut(&Value) -> bool) -> Option<Extracted> {
    let mut best: Option<Candidate> = None;
    for candidate in candidates.into_iter().rev() {
        for parsed in &candidate.readings {
            if fits(&parsed.value) {
                return Some(candidate.extracted(parsed));
            }
        }
        // An array in prose (“[1]”) is seldom the answer; an object that broke off is seldom better
        // than a whole one.
        if best.as_ref().is_none_or(|b| candidate.rank() > b.rank()) {
            best = Some(candidate);
        }
    }
    let best = best?;
    best.readings.first().map(|parsed| best.extracted(parsed))
}

/// A stretch of the text that reads as JSON, perhaps in several ways.
struct Candidate {
    readings: Vec<Parsed>,
    length: usize,
    alone: bool,
}

impl Candidate {
    fn rank(&self) -> (bool, bool, usize) {
        let first = self.readings.first();
        (
            first.is_some_and(|p| p.value.is_object()),
            first.is_some_and(|p| !p.mended.contains(&Mend::BrokenOff)),
            self.length,
        )
    }

    fn extracted(&self, parsed: &Parsed) -> Extracted {
        let mut mended = parsed.mended.clone();
        if !self.alone {
            mended.insert(Mend::Prose);
        }
        Extracted {
            value: parsed.value.clone(),
            mended,
        }
    }
}

/// Every object or array of the text that is not within another.
fn candidates(text: &str) -> Vec<Candidate> {
    let bytes = text.as_bytes();
    let whole = text.trim().len();
    let mut found: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'{' && bytes[at] != b'[' {
            at += 1;
            continue;
        }
        match parse_at(text, at, 0) {
            Ok(parsed) => {
                let end = parsed.end.max(at + 1);
                let mut readings = vec![parsed];
                if readings[0].mended.contains(&Mend::BrokenOff) {
                    // How much was lost with the end is a matter of reading: try losing more, then
                    // less.
                    for lose in [1, 2, u32::MAX] {
                        readings.extend(
                            parse_at(text, at, lose)
                                .ok()
                                .filter(|p| p.value != readings[0].value),
                        );
                    }
                }
                if found.len() == MOST_CANDIDATES {
                    let smallest = found
                        .iter()
                        .enumerate()
                        .min_by_key(|(_, c)| c.rank())
                        .map_or(0, |(i, _)| i);
                    found.remove(smallest);
                }
                found.push(Candidate {
                    readings,
                    length: end - at,
                    alone: end - at == whole,
                });
                at = end;
            }
            // What came before the mistake cannot hold a whole value of its own, except deeper
            // down, which begins behind it or is small.
            Err(mistake) => at = mistake.max(at + 1),
        }
    }
    found
}

/// The text without closed thoughts, and an unclosed one if there is any (which is taken out too).
fn without_thoughts(text: &str) -> (String, Option<&str>) {
    const TAGS: [(&str, &str); 4] = [
        ("<think>", "</think>"),
        ("<thinking>", "</thinking>"),
        ("<thought>", "</thought>"),
        ("<reasoning>", "</reasoning>"),
    ];
    let mut said = String::new();
    let mut rest = text;
    // Where the opening tag belongs to the prompt's template, only the closing one is seen.
    for (open, close) in TAGS {
        if let Some(end) = rest.find(close)
            && rest.find(open).is_none_or(|start| start > end)
        {
            rest = &rest[end + close.len()..];
        }
    }
    // Each round looks through the rest, so that their number is bounded.
    for _ in 0..64 {
        let next = TAGS
            .iter()
            .filter_map(|(open, close)| rest.find(open).map(|at| (at, *open, *close)))
            .min();
        let Some((at, open, close)) = next else {
            said.push_str(rest);
            return (said, None);
        };
        // A tag within a text of the answer is no thought.
        if rest[..at].ends_with('"') || in_text(&rest[..at]) {
            let (before, after) = rest.split_at(at + open.len());
            said.push_str(before);
            rest = after;
            continue;
        }
        said.push_str(&rest[..at]);
        let thought = &rest[at + open.len()..];
        match thought.find(close) {
            Some(end) => rest = &thought[end + close.len()..],
            None => return (said, Some(thought)),
        }
    }
    said.push_str(rest);
    (said, None)
}

/// Whether a JSON text has been opened and not closed before this point, on the last line.
fn in_text(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or(before);
    let quotes = line
        .matches('"')
        .count()
        .saturating_sub(line.matches("\\\"").count());
    line.contains('{') && quotes % 2 == 1
}

fn bounded(text: &str) -> &str {
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests;
