//! A line of a text with a mark under what is wrong in it.

use crate::{
    lines::{Lines, whole},
    text::harmless,
};
use std::{fmt, ops::Range};

/// How many characters of a line are shown.
const WIDEST: usize = 96;

/// How many of them before the place, in a line that is longer.
const BEFORE: usize = 48;

/// The line of a text in which something stands, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The number of the line, from 1.
    line: usize,
    /// What is shown of the line, made harmless; `…` stands where it goes on.
    shown: String,
    /// How many characters stand before the place.
    before: usize,
    /// How many the place has.
    marked: usize,
}

impl Excerpt {
    /// The line in which a range of bytes begins; `line` is its number. Of a range of several lines
    /// the first is shown.
    pub(crate) fn of(text: &str, span: &Range<usize>, lines: &Lines, line: usize) -> Self {
        let at = whole(text, span.start);
        let Range {
            start: begins,
            end: ends,
        } = lines.around(text, at);
        let to = whole(text, span.end).clamp(at, ends);
        // Only what may be shown is looked at: a line may be as long as the file.
        let start = text[begins..at]
            .char_indices()
            .rev()
            .nth(BEFORE - 1)
            .map_or(begins, |(i, _)| begins + i);
        // What is marked may be as long as the line.
        let stop = |from: usize, most: usize| {
            let rest = text[from..ends].char_indices().nth(most);
            rest.map_or(ends, |(i, _)| from + i)
        };
        let end = stop(start, WIDEST);
        let to = to.min(end);
        let clean = |part: &str| harmless(part.trim_end_matches('\r')).replace('␉', " ");
        let mut shown = String::new();
        if start > begins {
            shown.push('…');
        }
        shown.push_str(&clean(&text[start..at]));
        let before = shown.chars().count();
        shown.push_str(&clean(&text[at..to]));
        let marked = shown.chars().count() - before;
        shown.push_str(&clean(&text[to..end]));
        if end < ends {
            shown.push('…');
        }
        Self {
            line,
            shown: shown.trim_end().to_owned(),
            before,
            marked: marked.max(1),
        }
    }

    /// What is shown of the line.
    pub(crate) fn shown(&self) -> &str {
        &self.shown
    }

    /// The same without what people write for values: of a file that a key may have been pasted
    /// into, no line may be repeated. Names before a `=`, numbers and marks stay.
    pub(crate) fn discreet(mut self) -> Self {
        self.shown = discreet(&self.shown);
        self
    }
}

/// A line of TOML with a dot for every character of a value that is no number.
fn discreet(line: &str) -> String {
    let chars: Vec<char> = line.chars().collect();
    let bare = |c: &char| c.is_alphanumeric() || "_-.:+/@~%".contains(*c);
    // Where the line does not begin with a name, all of it may be a value.
    let named = line.contains('=') || line.trim_start().starts_with('[');
    let mut value = !named || line.starts_with('…');
    let mut quote = None;
    let mut clean = String::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if quote.is_some() {
            if quote == Some(c) {
                quote = None;
            }
            clean.push(if quote.is_none() || c == ' ' {
                c
            } else {
                '•'
            });
            at += 1;
        } else if bare(&c) {
            let end = chars[at..].iter().position(|c| !bare(c));
            let end = end.map_or(chars.len(), |end| at + end);
            let word: String = chars[at..end].iter().collect();
            let next = chars[end..].iter().find(|c| !c.is_whitespace());
            let is_name = next == Some(&'=') || (!value && word.len() <= LONGEST_NAME);
            let is_number = !word.contains(char::is_alphabetic);
            match (is_name && word.len() <= LONGEST_NAME) || is_number {
                true => clean.push_str(&word),
                false => clean.extend(std::iter::repeat_n('•', end - at)),
            }
            at = end;
        } else {
            value |= c == '=';
            if matches!(c, '"' | '\'') {
                quote = Some(c);
            }
            clean.push(c);
            at += 1;
        }
    }
    clean
}

/// No setting has a longer name.
const LONGEST_NAME: usize = 24;

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.line.to_string();
        writeln!(f, "  {number} | {}", self.shown)?;
        write!(
            f,
            "  {:number$} | {:before$}{}",
            "",
            "",
            "^".repeat(self.marked),
            number = number.len(),
            before = self.before
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, span: Range<usize>, line: usize) -> String {
        Excerpt::of(text, &span, &Lines::of(text), line).to_string()
    }

    #[test]
    fn the_place_is_marked() {
        let text = "a = 1\nhours = \"25:00\"\r\nb = 2\n";
        assert_eq!(
            shown(text, 14..21, 2),
            "  2 | hours = \"25:00\"\n    |         ^^^^^^^"
        );
        // Nothing, the end of the text, several lines, and characters of several bytes.
        assert_eq!(shown(text, 0..0, 1), "  1 | a = 1\n    | ^");
        assert_eq!(shown(text, 400..500, 4), "  4 | \n    | ^");
        assert_eq!(shown(text, 4..12, 1), "  1 | a = 1\n    |     ^");
        assert_eq!(shown("é = ü", 5..7, 10), "  10 | é = ü\n     |     ^");
    }

    #[test]
    fn what_steers_is_shown_and_tabs_are_blanks() {
        assert_eq!(
            shown("\ta\u{1b}[2J = x", 9..10, 1),
            "  1 |  a␛[2J = x\n    |          ^"
        );
    }

    #[test]
    fn values_are_not_repeated_where_a_key_may_be_one() {
        assert_eq!(discreet("key = \"sk-1 \" # sk-2"), "key = \"•••• \" # ••••");
        assert_eq!(discreet("timeout = 1_000 # x"), "timeout = 1_000 # •");
        assert_eq!(discreet("  sk-0123"), "  •••••••");
        assert_eq!(discreet("[models.local]"), "[models.local]");
        assert_eq!(
            discreet("x = { modle = \"y\", n = 2.5 }"),
            "x = { modle = \"•\", n = 2.5 }"
        );
        let key = "a".repeat(40);
        for text in [
            format!("{key} = 1"),
            format!("[{key}]"),
            format!("…{key} = 2"),
            format!("a = {key}"),
            format!("'{key}"),
        ] {
            let shown = discreet(&text);
            assert!(!shown.contains("aa"), "{shown}");
            assert_eq!(shown.chars().count(), text.chars().count());
        }
    }

    #[test]
    fn of_a_long_line_the_place_is_shown() {
        let text = format!("{}X{}", "a".repeat(1 << 20), "b".repeat(1 << 20));
        let told = shown(&text, (1 << 20)..(1 << 20) + 1, 1);
        let lines: Vec<&str> = told.lines().collect();
        assert!(lines[0].chars().count() < 110, "{told}");
        let at = lines[1].chars().position(|c| c == '^').unwrap();
        assert_eq!(lines[0].chars().nth(at), Some('X'), "{told}");
        let told = shown(&text, 0..text.len(), 1);
        assert!(told.lines().all(|line| line.chars().count() < 110));
    }

    proptest! {
        #[test]
        fn any_place_of_any_text_can_be_shown(text in any::<String>(), from in 0..80_usize, more in 0..80_usize) {
            let told = shown(&text, from..from + more, 3);
            prop_assert_eq!(told.lines().count(), 2);
            prop_assert!(crate::text::first_harmful(&told, true).is_none());
        }
    }
}
