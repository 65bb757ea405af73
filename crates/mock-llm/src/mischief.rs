//! What a bad day does to a good answer.

use crate::generate::NO_SUCH_WORD;
use rand::RngExt as _;
use rand_pcg::Pcg64Mcg;
use serde_json::{Value, json};

/// Stands where the bytes that are not UTF-8 will go; a character of the private use area that no
/// prompt has.
const MARK: char = '\u{E0F5}';
/// The size of a huge answer, in bytes: 10 MB.
const HUGE: usize = 10 << 20;

/// A value of the same outline with every type wrong.
pub fn wrong_types(value: &Value) -> Value {
    match value {
        Value::Null => json!([]),
        Value::Bool(yes) => json!(if *yes { "yes" } else { "no" }),
        Value::Number(number) => json!(format!("about {number}")),
        Value::String(text) => json!(text.chars().count()),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(place, item)| (place.to_string(), wrong_types(item)))
            .collect(),
        Value::Object(object) if object.is_empty() => json!([]),
        Value::Object(object) => object
            .iter()
            .map(|(name, item)| (name.clone(), wrong_types(item)))
            .collect(),
    }
}

/// Gives a value that has no word of an enumeration a tool that does not exist.
pub fn add_tool(value: &mut Value, dice: &mut Pcg64Mcg) {
    let tool = NO_SUCH_WORD[dice.random_range(0..NO_SUCH_WORD.len())];
    match value {
        Value::Object(object) => {
            object.insert("tool".to_owned(), tool.into());
        }
        other => *other = json!({"tool": tool}),
    }
}

/// Puts one of some texts at the beginning of every text that is long enough to stay as long as it
/// is.
pub fn echo(value: &mut Value, texts: &[String], dice: &mut Pcg64Mcg) {
    match value {
        Value::String(text) if text.contains(' ') => {
            let echo = &texts[dice.random_range(0..texts.len())];
            let room = text.chars().count();
            if let Some(rest) = room.checked_sub(echo.chars().count() + 2) {
                let rest: String = text.chars().take(rest).collect();
                *text = format!("{echo}: {rest}");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| echo(item, texts, dice)),
        Value::Object(object) => object.values_mut().for_each(|item| echo(item, texts, dice)),
        _ => {}
    }
}

/// Prose and a code fence around JSON.
pub fn in_prose(json: &str, dice: &mut Pcg64Mcg) -> String {
    let before = [
        "Certainly! Here is the JSON you asked for:",
        "Sure, this fits {my persona} well:",
        "Here you go.",
    ];
    let after = [
        "Let me know if you need anything else!",
        "I kept it short [as requested].",
        "",
    ];
    let fence = ["```json", "```"][dice.random_range(0..2)];
    let (before, after) = (
        before[dice.random_range(0..3)],
        after[dice.random_range(0..3)],
    );
    format!("{before}\n\n{fence}\n{json}\n```\n\n{after}")
}

/// A block of thought before JSON; every other one holds JSON of its own.
pub fn after_thought(json: &str, dice: &mut Pcg64Mcg) -> String {
    let thought = if dice.random() {
        "I could answer {\"tool\": \"wait\", \"draft\": true}, but that would be dull. Better something with more life."
    } else {
        "The user wants JSON. Let me think about what this person would do at this time of day."
    };
    format!("<think>\n{thought}\n</think>\n\n{json}")
}

/// The first half of a text, in characters, at least one and never all of it.
pub fn first_half(text: &str) -> String {
    let length = text.chars().count();
    text.chars()
        .take((length / 2).max(1).min(length.saturating_sub(1)))
        .collect()
}

/// A text of more than 10 MB that begins like an answer.
pub fn huge(json: &str) -> String {
    let mut text = json.trim_end_matches('}').to_owned();
    text.push_str(", \"padding\": \"");
    while text.len() <= HUGE {
        text.push_str("and so on, and so forth, without an end in sight, ");
    }
    text.push_str("\"}");
    text
}

/// A text with a mark in the middle, for [`spoil`].
pub fn marked(text: &str) -> String {
    let mut text: Vec<char> = text.chars().collect();
    text.insert(text.len() / 2, MARK);
    text.into_iter().collect()
}

/// Puts bytes that are not UTF-8 in the place of every mark.
pub fn spoil(body: &mut [u8]) {
    let mut mark = [0; 4];
    let mark = MARK.encode_utf8(&mut mark).as_bytes();
    let places: Vec<usize> = (0..body.len())
        .filter(|&place| body[place..].starts_with(mark))
        .collect();
    for place in places {
        body[place..place + mark.len()].copy_from_slice(&[0xff, 0xfe, 0xc0]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::dice;

    #[test]
    fn no_type_stays_right() {
        let right = json!({"n": 7, "yes": true, "list": [1, "two"], "text": "x", "none": null, "empty": {}});
        let wrong = wrong_types(&right);
        assert_eq!(
            wrong,
            json!({"n": "about 7", "yes": "yes", "list": {"0": "about 1", "1": 3}, "text": 1, "none": [], "empty": []})
        );
    }

    #[test]
    fn an_echo_keeps_the_length() {
        let mut value = json!({"a": ["Good to see you here!", "short", 7]});
        echo(&mut value, &["abc".to_owned()], &mut dice(&[1]));
        assert_eq!(value, json!({"a": ["abc: Good to see you ", "short", 7]}));
    }

    #[test]
    fn half_of_json_is_no_json() {
        for json in ["{}", "{\"a\": 1}", "[1, 2, 3]", "\"äöü\""] {
            let half = first_half(json);
            assert!(serde_json::from_str::<Value>(&half).is_err(), "{half}");
        }
        assert_eq!(first_half(""), "");
    }

    #[test]
    fn json_is_still_in_the_prose() {
        for seed in 0..20 {
            let text = in_prose("{\"a\": 1}", &mut dice(&[seed]));
            assert!(
                text.contains("{\"a\": 1}") && text.contains("```"),
                "{text}"
            );
            let text = after_thought("{\"a\": 1}", &mut dice(&[seed]));
            assert!(
                text.starts_with("<think>") && text.ends_with("</think>\n\n{\"a\": 1}"),
                "{text}"
            );
        }
    }

    #[test]
    fn spoiled_bytes_are_no_utf8() {
        let mut body = marked("{\"ä\": 1}").into_bytes();
        assert!(std::str::from_utf8(&body).is_ok());
        spoil(&mut body);
        assert!(std::str::from_utf8(&body).is_err());
    }
}
