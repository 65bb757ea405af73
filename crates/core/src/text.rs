//! What comes from outside, shown so that it does no harm: a terminal, a window or a reader must
//! not be steered or fooled by characters that nobody sees.

use std::{borrow::Cow, ops::RangeInclusive, path::Path};
use unicode_general_category::{GeneralCategory, get_general_category};

/// What joins its neighbours, in emoji and in some scripts.
const JOINERS: [char; 2] = ['\u{200c}', '\u{200d}'];

/// What has the sign before it drawn as a picture.
const AS_PICTURE: char = '\u{fe0f}';

/// Characters that are drawn as nothing where whoever shows them does not know them: Unicode's
/// `Default_Ignorable_Code_Point` (`DerivedCoreProperties.txt`), in order.
const IGNORABLE: [RangeInclusive<char>; 17] = [
    '\u{ad}'..='\u{ad}',
    '\u{34f}'..='\u{34f}',
    '\u{61c}'..='\u{61c}',
    '\u{115f}'..='\u{1160}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180b}'..='\u{180f}',
    '\u{200b}'..='\u{200f}',
    '\u{202a}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{3164}'..='\u{3164}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff0}'..='\u{fff8}',
    '\u{1bca0}'..='\u{1bca3}',
    '\u{1d173}'..='\u{1d17a}',
    '\u{e0000}'..='\u{e0fff}',
];

/// The cell of braille without a dot. To Unicode it is a symbol; it is drawn as nothing.
const NO_DOTS: char = '\u{2800}';

/// Whether a character steers what shows it, or is not seen: control and escape characters, those
/// that turn the direction of writing, zero-width ones and others that are drawn as nothing,
/// private ones, and line ends that are not `\n`.
pub fn steers(c: char) -> bool {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator, PrivateUse};
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    // Besides, what is no character at all.
    IGNORABLE.iter().any(|range| range.contains(&c))
        || c == NO_DOTS
        || u32::from(c) & 0xfffe == 0xfffe
        || matches!(
            get_general_category(c),
            Control | Format | LineSeparator | ParagraphSeparator | PrivateUse
        )
}

/// Whether a character is one that [`AS_PICTURE`] may stand behind: a symbol, or a sign that is an
/// emoji without being a symbol.
fn is_pictured(c: char) -> bool {
    use GeneralCategory::{MathSymbol, OtherSymbol};
    let sign = matches!(
        c,
        '\u{203c}' | '\u{2049}' | '\u{2139}' | '\u{3030}' | '\u{303d}'
    );
    sign || !c.is_ascii() && matches!(get_general_category(c), MathSymbol | OtherSymbol)
}

/// The first character of a text that does harm, with its place in bytes. `\n` and `\t` do none
/// where `lines` is set; joiners do none between characters that need them (emoji, Persian), where
/// both neighbours lie outside ASCII; nor does what makes a picture of the symbol before it.
pub fn first_harmful(text: &str, lines: bool) -> Option<(usize, char)> {
    harmful(text, lines).next()
}

fn harmful(text: &str, lines: bool) -> impl Iterator<Item = (usize, char)> + '_ {
    let writes = |c: char| !c.is_ascii() && !c.is_whitespace();
    // The character before, where it does no harm.
    let mut before: Option<char> = None;
    text.char_indices().filter(move |&(at, c)| {
        let fits = match c {
            '\n' | '\t' => lines,
            AS_PICTURE => before.is_some_and(is_pictured),
            _ if JOINERS.contains(&c) => {
                let after = text[at + c.len_utf8()..].chars().next();
                before.is_some_and(writes) && after.is_some_and(|c| writes(c) && !steers(c))
            }
            _ => false,
        };
        let harms = steers(c) && !fits;
        before = (!harms).then_some(c);
        harms
    })
}

/// A text in one line with every character that does harm made visible: `␛` for an escape, `␊` for
/// a line's end, `‹U+202E›` for others. What does no harm is given back as it is.
pub fn harmless(text: &str) -> Cow<'_, str> {
    replaced(text, false, visible)
}

/// As [`harmless`] for a text of several lines: line ends and tabs stay.
pub fn harmless_lines(text: &str) -> Cow<'_, str> {
    replaced(text, true, visible)
}

/// Paths as messages show them.
pub trait Shown {
    /// The path as [`harmless`] has it: a name may hold line ends, and a message must not seem to
    /// be several.
    fn shown(&self) -> String;
}

impl Shown for Path {
    fn shown(&self) -> String {
        harmless(&self.to_string_lossy()).into_owned()
    }
}

/// Makes a text as [`harmless_lines`] has it.
pub fn make_harmless(text: &mut String) {
    if let Cow::Owned(clean) = harmless_lines(text) {
        *text = clean;
    }
}

/// A text of several lines without the characters that do harm.
pub fn without_harm(text: &str) -> Cow<'_, str> {
    replaced(text, true, |_| String::new())
}

/// A text with something in the place of every character that does harm.
fn replaced(text: &str, lines: bool, instead: impl Fn(char) -> String) -> Cow<'_, str> {
    let mut clean = String::new();
    let mut copied = 0;
    for (at, c) in harmful(text, lines) {
        clean.push_str(&text[copied..at]);
        clean.push_str(&instead(c));
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
    replaced(json, true, |c| {
        let mut units = [0; 2];
        let units = c.encode_utf16(&mut units).iter();
        units.map(|unit| format!("\\u{unit:04x}")).collect()
    })
}

/// A text within a line, or a cell, of Markdown: harmless, and nothing in it is markup that could
/// end the cell, hold HTML, or lead elsewhere.
pub fn markdown(text: &str) -> String {
    let mut plain = String::new();
    let mut before = ' ';
    for c in harmless(text).chars() {
        let leads = before == ']' && c == '(';
        if leads || matches!(c, '\\' | '|' | '<' | '>' | '`' | '*' | '&') {
            plain.push('\\');
        }
        plain.push(c);
        before = c;
    }
    plain
}

/// What somebody wrote as one line of at most `most` characters: line ends and other control
/// characters are spaces, none at the ends; what does harm otherwise is left out.
pub fn one_line(text: &str, most: usize) -> String {
    let parts = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let clean = replaced(text, false, |c| {
        if parts(c) {
            " ".to_owned()
        } else {
            String::new()
        }
    });
    let line: String = clean.trim().chars().take(most).collect();
    // Where a line was cut a joiner has nothing left to join.
    let ends = |c: char| c.is_whitespace() || JOINERS.contains(&c);
    line.trim_end_matches(ends).to_owned()
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
    fn what_nobody_sees_is_made_visible() {
        // Drawn as nothing, or as a space of no width; every kind of them is told.
        for c in [
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{115f}',
            '\u{1160}',
            '\u{17b4}',
            '\u{17b5}',
            '\u{180b}',
            '\u{180c}',
            '\u{180d}',
            '\u{180e}',
            '\u{180f}',
            '\u{200b}',
            '\u{200e}',
            '\u{202a}',
            '\u{2060}',
            '\u{2064}',
            '\u{2065}',
            '\u{2069}',
            '\u{206f}',
            '\u{2800}',
            '\u{3164}',
            '\u{fe00}',
            '\u{fe0e}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{ffa0}',
            '\u{fff0}',
            '\u{fff8}',
            '\u{1bca0}',
            '\u{1d173}',
            '\u{e0000}',
            '\u{e0001}',
            '\u{e0041}',
            '\u{e0100}',
            '\u{e01ef}',
            '\u{e0fff}',
            '\u{e000}',
            '\u{2028}',
            '\u{fffe}',
            '\u{10ffff}',
        ] {
            let told = format!("a‹U+{:04X}›é", u32::from(c));
            assert_eq!(harmless(&format!("a{c}é")), told);
            assert_eq!(without_harm(&format!("a{c}é")), "aé");
        }
        let ignorable = |c: &char| IGNORABLE.iter().any(|range| range.contains(c));
        assert_eq!(('\0'..=char::MAX).filter(ignorable).count(), 4174);
    }

    #[test]
    fn a_symbol_may_be_a_picture_once() {
        for text in [
            "❤\u{fe0f}",
            "☎\u{fe0f} ↔\u{fe0f} ‼\u{fe0f} ℹ\u{fe0f} ©\u{fe0f}",
            "❤\u{fe0f}\u{200d}🔥 🏳\u{fe0f}\u{200d}🌈 👁\u{fe0f}\u{200d}🗨\u{fe0f}",
        ] {
            assert_eq!(harmless(text), text);
            assert_eq!(one_line(text, 99), text);
        }
        for (text, told) in [
            ("\u{fe0f}", "‹U+FE0F›"),
            ("a\u{fe0f}", "a‹U+FE0F›"),
            ("é\u{fe0f}", "é‹U+FE0F›"),
            ("你\u{fe0f}", "你‹U+FE0F›"),
            ("7\u{fe0f}", "7‹U+FE0F›"),
            (" \u{fe0f}", " ‹U+FE0F›"),
            ("$\u{fe0f}", "$‹U+FE0F›"),
            ("❤\u{fe0f}\u{fe0f}", "❤\u{fe0f}‹U+FE0F›"),
            ("\u{1b}\u{fe0f}", "␛‹U+FE0F›"),
            ("a\u{fe0f}\u{200d}é", "a‹U+FE0F›‹U+200D›é"),
        ] {
            assert_eq!(harmless(text), told);
        }
    }

    #[test]
    fn a_cell_of_markdown_holds_no_markup() {
        assert_eq!(
            markdown("a|b\n<img src=x>`c` [d](e) *f* &#8238; \\\u{1b}\u{202e}"),
            "a\\|b␊\\<img src=x\\>\\`c\\` [d]\\(e) \\*f\\* \\&#8238; \\\\␛‹U+202E›"
        );
        let usual = "+BC first_week-2: 4.0 [3.5, 4.5] (mean)";
        assert_eq!(markdown(usual), usual);
    }

    #[test]
    fn a_line_has_no_more_than_fits() {
        assert_eq!(one_line(" one\ntwo\t", 99), "one two");
        assert_eq!(one_line("你好 世界", 3), "你好");
        assert_eq!(one_line("\n", 9), "");
        assert_eq!(
            one_line("\u{200b}\u{1b} a\u{202e}b\u{2028}c\u{e0041}", 99),
            "ab c"
        );
        assert_eq!(one_line("é\u{200d}é", 2), "é");
    }

    #[test]
    fn a_path_is_shown_in_one_line() {
        let path = Path::new("saves").join("a\nEVIL: all is well\u{1b}[2J.campus");
        assert_eq!(path.shown(), "saves/a␊EVIL: all is well␛[2J.campus");
        assert_eq!(Path::new("a b/č.toml").shown(), "a b/č.toml");
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
            prop_assert!(first_harmful(&markdown(&text), false).is_none());
            let line = one_line(&text, 20);
            prop_assert!(first_harmful(&line, false).is_none());
            prop_assert!(line.chars().count() <= 20 && line.trim() == line);
            let lines = harmless_lines(&text);
            prop_assert!(first_harmful(&lines, true).is_none());
            prop_assert_eq!(lines.matches('\n').count(), text.matches('\n').count());
        }
    }
}
