//! What comes from outside, shown so that it does no harm: a terminal, a window or a reader must
//! not be steered or fooled by characters that nobody sees.

use std::borrow::Cow;
use unicode_general_category::{GeneralCategory, get_general_category};

/// Whether a character steers what shows it, or is not seen: control and escape characters, those
/// that turn the direction of writing, zero-width ones, private ones, and line ends that are not
/// `\n`.
pub fn steers(c: char) -> bool {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator, PrivateUse};
    // Letters by their category that are drawn as nothing, and one that is no character.
    let unseen = matches!(
        c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}'
    ) || u32::from(c) & 0xfffe == 0xfffe;
    unseen
        || matches!(
            get_general_category(c),
            Control | Format | LineSeparator | ParagraphSeparator | PrivateUse
        )
}

/// The first character of a text that does harm, with its place in bytes. `\n` and `\t` do none
/// where `lines` is set; joiners do none between characters that need them (emoji, Persian), where
/// both neighbours lie outside ASCII.
pub fn first_harmful(text: &str, lines: bool) -> Option<(usize, char)> {
    harmful(text, lines).next()
}

fn harmful(text: &str, lines: bool) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut before = None;
    text.char_indices().filter(move |(at, c)| {
        let joins = matches!(c, '\u{200c}' | '\u{200d}')
            && before.is_some_and(|b: char| !b.is_ascii() && !steers(b))
            && text[at + c.len_utf8()..]
                .chars()
                .next()
                .is_some_and(|after| !after.is_ascii() && !steers(after));
        before = Some(*c);
        let parts = lines && matches!(c, '\n' | '\t');
        steers(*c) && !joins && !parts
    })
}

/// A text in one line with every character that does harm made visible: `␛` for an escape, `␊` for
/// a line's end, `‹U+202E›` for others. What does no harm is given back as it is.
pub fn harmless(text: &str) -> Cow<'_, str> {
    cleaned(text, false)
}

/// As [`harmless`] for a text of several lines: line ends and tabs stay.
pub fn harmless_lines(text: &str) -> Cow<'_, str> {
    cleaned(text, true)
}

fn cleaned(text: &str, lines: bool) -> Cow<'_, str> {
    let mut clean = String::new();
    let mut copied = 0;
    for (at, c) in harmful(text, lines) {
        clean.push_str(&text[copied..at]);
        clean.push_str(&visible(c));
        copied = at + c.len_utf8();
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    clean.push_str(&text[copied..]);
    Cow::Owned(clean)
}

/// How a character that does harm is shown.
pub fn visible(c: char) -> String {
    match u32::from(c) {
        code @ 0..0x20 => char::from_u32(0x2400 + code).map_or_else(String::new, String::from),
        0x7f => "␡".to_owned(),
        code => format!("‹U+{code:04X}›"),
    }
}

/// A JSON text with every character that does harm written as JSON's escape: its values stay.
pub fn harmless_json(json: &str) -> Cow<'_, str> {
    if first_harmful(json, true).is_none() {
        return Cow::Borrowed(json);
    }
    let mut clean = String::with_capacity(json.len() + 16);
    let mut copied = 0;
    for (at, c) in harmful(json, true) {
        clean.push_str(&json[copied..at]);
        for unit in c.encode_utf16(&mut [0; 2]) {
            clean.push_str(&format!("\\u{unit:04x}"));
        }
        copied = at + c.len_utf8();
    }
    clean.push_str(&json[copied..]);
    Cow::Owned(clean)
}

/// What somebody wrote as one line of at most `most` characters: line ends and other control
/// characters are spaces, none at the ends.
pub fn one_line(text: &str, most: usize) -> String {
    let line: String = text
        .trim()
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(most)
        .collect();
    line.trim_end().to_owned()
}

/// The beginning of a text, at most `most` characters, with `…` where something was cut off.
pub fn clipped(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_steers_is_made_visible() {
        assert_eq!(harmless("\u{1b}[31mred\u{9b}0m"), "␛[31mred‹U+009B›0m");
        assert_eq!(harmless("a\u{202e}b\u{200b}c"), "a‹U+202E›b‹U+200B›c");
        assert_eq!(harmless("one\ntwo\r"), "one␊two␍");
        assert_eq!(harmless_lines("one\n\ttwo\r"), "one\n\ttwo␍");
        assert_eq!(harmless("a\u{200d}b"), "a‹U+200D›b");
        assert_eq!(
            harmless("\u{feff}x\u{ffff}\u{e0041}"),
            "‹U+FEFF›x‹U+FFFF›‹U+E0041›"
        );
    }

    #[test]
    fn a_line_has_no_more_than_fits() {
        assert_eq!(one_line(" one\ntwo\t", 99), "one two");
        assert_eq!(one_line("你好 世界", 3), "你好");
        assert_eq!(one_line("\n", 9), "");
    }

    #[test]
    fn what_people_write_stays() {
        for text in [
            "Hana Kovářová – “ja”",
            "你好，世界",
            "Nguyễn Thị Hà",
            "👩\u{200d}🔬 می\u{200c}خواهم",
        ] {
            assert!(matches!(harmless(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn json_keeps_its_values() {
        let json = "{\"a\": \"x\u{202e}y\u{9b}\u{e0041}\"}";
        assert_eq!(
            harmless_json(json),
            r#"{"a": "x\u202ey\u009b\udb40\udc41"}"#
        );
        assert!(matches!(harmless_json("{}"), Cow::Borrowed("{}")));
    }

    #[test]
    fn long_texts_are_clipped() {
        assert_eq!(clipped("éàü", 2), "éà…");
        assert_eq!(clipped("éàü", 3), "éàü");
    }

    proptest! {
        #[test]
        fn nothing_that_steers_is_left(text in any::<String>()) {
            let clean = harmless(&text);
            prop_assert!(first_harmful(&clean, false).is_none());
            prop_assert!(!clean.chars().any(char::is_control));
            prop_assert_eq!(harmless(&clean), clean.as_ref());
            let lines = harmless_lines(&text);
            prop_assert!(first_harmful(&lines, true).is_none());
            prop_assert_eq!(lines.matches('\n').count(), text.matches('\n').count());
        }
    }
}
