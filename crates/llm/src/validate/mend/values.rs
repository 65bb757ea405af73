//! Single values: numbers in texts and out of their range, texts that are too long, times in other
//! spellings, one for many and many for one.

use super::{Mender, Rules, bound, is};
use crate::repair::Mending;
use collegium_core::time::{HOUR, MINUTE, spelled_clock};
use serde_json::{Number, Value};

/// The largest whole number that is the same as a floating-point one.
const MOST_EXACT: f64 = 9e15;

impl<'a> Mender<'a, '_> {
    /// Changes the type where the value says the same in another one.
    pub(super) fn kind(&mut self, rules: &'a Rules, value: &mut Value, path: &str) {
        let kinds: Vec<&str> = match rules.get("type") {
            Some(Value::String(kind)) => vec![kind],
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => return,
        };
        if kinds.iter().any(|kind| is(kind, value)) {
            return;
        }
        for kind in kinds {
            let before = value.clone();
            if let Some((what, made)) = made(kind, rules, value, path) {
                *value = made;
                self.note(what, path, &before, value);
                // A list of one may hold the right thing in the wrong type.
                if !is(kind, value) {
                    self.kind(rules, value, path);
                }
                return;
            }
            *value = before;
        }
    }

    /// Brings a number into its range.
    pub(super) fn range(&mut self, rules: &Rules, value: &mut Value, path: &str) {
        let whole = rules.get("type").is_some_and(|kind| kind == "integer");
        let limit = |name: &str| rules.get(name).and_then(Value::as_f64);
        let beyond = |name: &str, by: f64| limit(name).filter(|_| whole).map(|n| n + by);
        let least = limit("minimum").or_else(|| beyond("exclusiveMinimum", 1.0));
        let most = limit("maximum").or_else(|| beyond("exclusiveMaximum", -1.0));
        let Some(found) = value.as_f64() else { return };
        let least = least.unwrap_or(f64::NEG_INFINITY);
        let most = most.unwrap_or(f64::INFINITY);
        if (least..=most).contains(&found) || least > most {
            return;
        }
        let clamped = if found < least { least } else { most };
        let clamped = if whole {
            (clamped.fract() == 0.0 && clamped.abs() < MOST_EXACT)
                .then(|| Value::from(clamped as i64))
        } else {
            Number::from_f64(clamped).map(Value::Number)
        };
        if let Some(clamped) = clamped {
            self.note(Mending::Clamped, path, value, &clamped);
            *value = clamped;
        }
    }

    /// Reads a time of day in another spelling, and cuts what is too long.
    pub(super) fn text(&mut self, rules: &Rules, value: &mut Value, path: &str) {
        let Value::String(text) = &value else { return };
        if let Some(pattern) = rules.get("pattern") {
            if let Some(clock) = clock_of(text, pattern) {
                let clock = Value::String(clock);
                self.note(Mending::Time, path, value, &clock);
                *value = clock;
            }
            return;
        }
        if rules.contains_key("enum") || rules.contains_key("const") {
            return;
        }
        if let Some(most) = bound(rules, "maxLength")
            && let Some(short) = cut_at_word(text, most)
        {
            let short = Value::String(short);
            self.note(Mending::Cut, path, value, &short);
            *value = short;
        }
    }
}

/// What a value of another type says in this one, and how that was found.
fn made(kind: &str, rules: &Rules, value: &mut Value, path: &str) -> Option<(Mending, Value)> {
    let fixed = rules.contains_key("enum") || rules.contains_key("const");
    match (kind, value) {
        ("integer" | "number", Value::String(text)) => {
            let minutes = path
                .rsplit('/')
                .next()
                .is_some_and(|name| name.contains("minute"));
            Some((Mending::Number, number(text, kind == "integer", minutes)?))
        }
        ("integer", Value::Number(n)) => {
            let n = n.as_f64().filter(|n| n.abs() < MOST_EXACT)?;
            Some((Mending::Rounded, Value::from(n.round() as i64)))
        }
        ("boolean", Value::String(text)) => {
            let yes = match text.trim().to_lowercase().as_str() {
                "true" | "yes" | "y" => true,
                "false" | "no" | "n" | "none" | "" => false,
                _ => return None,
            };
            Some((Mending::Plain, Value::Bool(yes)))
        }
        ("boolean", Value::Number(n)) => {
            let n = n.as_u64().filter(|n| *n < 2)?;
            Some((Mending::Plain, Value::Bool(n == 1)))
        }
        ("null", Value::String(text)) if matches!(text.trim(), "" | "null" | "none" | "None") => {
            Some((Mending::Plain, Value::Null))
        }
        ("array", Value::Null) => Some((Mending::Plain, Value::Array(Vec::new()))),
        ("array", Value::String(text)) => Some((Mending::Listed, listed(text, rules))),
        ("array", single) => Some((Mending::Listed, Value::Array(vec![single.take()]))),
        ("string", Value::Number(n)) if rules.contains_key("pattern") => {
            Some((Mending::Plain, Value::String(n.to_string())))
        }
        // What is said within an object of one text is that text.
        ("string", Value::Object(map)) if map.len() == 1 => match map.iter().next()?.1 {
            Value::String(text) => Some((Mending::Unwrapped, Value::String(text.clone()))),
            _ => None,
        },
        ("string", Value::Array(list)) if list.len() > 1 && !fixed => {
            let texts: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
            Some((Mending::Picked, Value::String(texts?.join(" "))))
        }
        ("object", Value::String(text)) => {
            let inner: Value = serde_json::from_str(text).ok()?;
            inner.is_object().then_some((Mending::Unwrapped, inner))
        }
        (_, Value::Array(list)) if !list.is_empty() => Some((Mending::Picked, list.swap_remove(0))),
        _ => None,
    }
}

/// A list of what a text names: of several, where they are chosen from some, with commas between.
fn listed(text: &str, rules: &Rules) -> Value {
    let items = rules.get("items").and_then(Value::as_object);
    let chosen = items.is_some_and(|items| {
        items.contains_key("enum") || items.get("type").is_some_and(|kind| kind == "integer")
    });
    let one = |text: &str| Value::String(text.trim().to_owned());
    if !chosen {
        return Value::Array(vec![Value::String(text.to_owned())]);
    }
    let parts = text
        .split([',', ';'])
        .filter(|part| !part.trim().is_empty());
    Value::Array(parts.map(one).collect())
}

/// A number in a text, perhaps with a unit behind it (“15 minutes”), but not “3 to 5”. Where minutes
/// are wanted, hours are counted as such.
fn number(text: &str, whole: bool, minutes: bool) -> Option<Value> {
    let text = text.trim();
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || "+-.".contains(c)))
        .unwrap_or(text.len());
    let unit = text[end..].trim_start();
    if unit
        .chars()
        .any(|c| !(c.is_alphabetic() || c == '%' || c == '.'))
    {
        return None;
    }
    let mut found: f64 = text[..end].parse().ok()?;
    if minutes && ["h", "hr", "hrs", "hour", "hours"].contains(&unit.to_lowercase().as_str()) {
        found *= f64::from(HOUR / MINUTE);
    }
    if whole || (found.fract() == 0.0 && found.abs() < MOST_EXACT) {
        return (found.abs() < MOST_EXACT).then(|| Value::from(found.round() as i64));
    }
    Number::from_f64(found).map(Value::Number)
}

/// The time of day that a text spells, in the spelling that a pattern wants; none where it has that
/// already, or cannot have it.
fn clock_of(text: &str, pattern: &Value) -> Option<String> {
    let wanted = jsonschema::validator_for(&serde_json::json!({"pattern": pattern})).ok()?;
    if wanted.is_valid(&Value::String(text.to_owned())) {
        return None;
    }
    let seconds = spelled_clock(text)?;
    let clock = format!("{:02}:{:02}", seconds / HOUR, seconds % HOUR / MINUTE);
    wanted
        .is_valid(&Value::String(clock.clone()))
        .then_some(clock)
}

/// The beginning of a text that is too long, cut where a sentence or else a word ends; none for one
/// that is not too long.
fn cut_at_word(text: &str, most: usize) -> Option<String> {
    let (end, _) = text.char_indices().nth(most)?;
    let within = &text[..end];
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '。' | '！' | '？');
    let sentence = within
        .char_indices()
        .filter(|(at, c)| {
            let next = text[at + c.len_utf8()..].chars().next();
            ends(*c) && (!c.is_ascii() || next.is_none_or(char::is_whitespace))
        })
        .map(|(at, c)| at + c.len_utf8())
        .next_back();
    if let Some(sentence) = sentence.filter(|at| at * 2 >= end) {
        return Some(text[..sentence].to_owned());
    }
    let next_begins = text[end..].starts_with(char::is_whitespace);
    let word = within.rfind(char::is_whitespace).filter(|at| at * 2 >= end);
    let cut = match word {
        Some(at) if !next_begins => &within[..at],
        _ => within,
    };
    Some(
        cut.trim_end_matches([' ', ',', ';', '-', '–', ':'])
            .to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_end_with_a_word() {
        let cut = |text: &str, most| cut_at_word(text, most);
        assert_eq!(cut("short", 5), None);
        assert_eq!(cut("one two three", 9).as_deref(), Some("one two"));
        assert_eq!(cut("one two three", 7).as_deref(), Some("one two"));
        assert_eq!(cut("One two. Three four", 15).as_deref(), Some("One two."));
        assert_eq!(
            cut("It costs 3.50 or so", 14).as_deref(),
            Some("It costs 3.50")
        );
        assert_eq!(
            cut("我在图书馆看书。然后去吃饭", 10).as_deref(),
            Some("我在图书馆看书。")
        );
        assert_eq!(cut("aaaaaaaaaa", 4).as_deref(), Some("aaaa"));
    }

    #[test]
    fn numbers_are_read_with_their_units() {
        let read = |text: &str| number(text, true, true);
        assert_eq!(read("15 minutes"), Some(Value::from(15)));
        assert_eq!(read("1.5 hours"), Some(Value::from(90)));
        assert_eq!(read("2h"), Some(Value::from(120)));
        assert_eq!(read("about 7"), None);
        assert_eq!(read("3-5"), None);
        assert_eq!(read("3 to 5"), None);
        assert_eq!(number("0.25", false, false), Some(Value::from(0.25)));
    }
}
