//! Changes of a text: bytes, numbers, words, lines and tags, taken out, doubled, swapped, cut off.

use std::ops::Range;

/// One change: where (counted from the beginning, around the end), of what kind, and with what.
pub type Damage = (u32, u8, u8);

/// How many changes are made to one text.
const MOST_CHANGES: usize = 8;

/// No text becomes longer, in bytes: what is larger is refused for its size alone.
const LONGEST: usize = 1 << 18;

/// What readers of numbers, of markup and of names may stumble over.
const WORDS: [&str; 56] = [
    "",
    "-1",
    "0",
    "1",
    "2",
    "-0",
    "+7",
    "0x7f",
    "1_000",
    "255",
    "256",
    "32768",
    "65535",
    "65536",
    "2147483647",
    "2147483648",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "-9223372036854775808",
    "99999999999999999999",
    "0.5",
    "1e39",
    "1e-320",
    "1e999",
    "nan",
    "NaN",
    "-inf",
    "true",
    "null",
    "23:59",
    "24:00",
    "Sun 23:59-00:00",
    "week 65535 Mon",
    "everyone",
    "town",
    "*",
    "../",
    "/dev/zero",
    "\"",
    "'",
    "\"\"\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "\n",
    "\u{202e}",
    "\u{feff}",
    "é你👩\u{200d}🔬",
    "&#0;",
    "&lt;",
    "]]>",
    "<![CDATA[",
    "<group>",
    "</data>",
    "#",
];

/// What opens something that may lie in itself, to be put in many times.
const OPENERS: [&str; 8] = ["[", "{", "{a=", "[[", "<group>", "a.", "(", "{\"a\":"];

/// A text with up to eight changes. Lines, tags and quoted texts are seen by their marks alone, so
/// that markup, TOML, JSON and bytes can be damaged alike.
pub fn damaged(text: &[u8], damage: &[Damage]) -> Vec<u8> {
    let mut bytes = text.to_vec();
    for (at, kind, with) in damage.iter().take(MOST_CHANGES) {
        if bytes.is_empty() {
            break;
        }
        change(&mut bytes, *at as usize, *kind, usize::from(*with));
        bytes.truncate(LONGEST);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, at: usize, kind: u8, with: usize) {
    let at = at % bytes.len();
    let word = WORDS[with % WORDS.len()].as_bytes();
    let few = at..bytes.len().min(at + with + 1);
    match kind % 20 {
        0 => bytes[at] = with as u8,
        1 => bytes[at] ^= 1 << (with % 8),
        2 => put(bytes, few, &[]),
        3 => put(bytes, at..at, &[with as u8]),
        4 => put(bytes, at..at, word),
        5 | 6 => {
            // The next number, whole.
            let number = |b: &u8| b.is_ascii_digit() || matches!(b, b'.' | b'-');
            let from = (at..bytes.len()).find(|i| number(&bytes[*i])).unwrap_or(at);
            let to = (from..bytes.len()).find(|i| !number(&bytes[*i]));
            let to = to.unwrap_or(bytes.len());
            put(bytes, from..to, word);
        }
        7 | 8 => {
            // The next quoted text, by a word, or by another quoted text.
            let quoted = quoted(bytes, at);
            let other = match kind % 20 {
                7 => word.to_vec(),
                _ => bytes[self::quoted(bytes, at.wrapping_mul(31) % bytes.len())].to_vec(),
            };
            put(bytes, quoted, &other);
        }
        9 => double(bytes, few, 1),
        10 => double(bytes, at..bytes.len().min(at + 1 + with % 16), 4 * with),
        11 => bytes[few].reverse(),
        12 => bytes.truncate(at),
        13 => put(bytes, around(bytes, at, b'\n', b'\n'), b"\n"),
        14 => double(bytes, around(bytes, at, b'\n', b'\n'), 1 + with % 64),
        15 => {
            // A line goes somewhere else.
            let line = around(bytes, at, b'\n', b'\n');
            let moved = bytes[line.clone()].to_vec();
            put(bytes, line, b"\n");
            let to = at.wrapping_mul(131) % (bytes.len() + 1);
            put(bytes, to..to, &moved);
        }
        16 => put(bytes, around(bytes, at, b'<', b'>'), &[]),
        17 => double(bytes, around(bytes, at, b'<', b'>'), 1 + with % 64),
        18 => {
            // A tag loses its end.
            let tag = around(bytes, at, b'<', b'>');
            let cut = tag.start + with % tag.len().max(1);
            put(bytes, cut..tag.end, &[]);
        }
        _ => {
            let opener = OPENERS[with % OPENERS.len()];
            put(bytes, at..at, opener.repeat(1 + with * 8).as_bytes());
        }
    }
}

fn put(bytes: &mut Vec<u8>, place: Range<usize>, what: &[u8]) {
    bytes.splice(place, what.iter().copied());
}

/// Puts a part in again behind itself, so many times as there is room for.
fn double(bytes: &mut Vec<u8>, part: Range<usize>, times: usize) {
    let room = LONGEST.saturating_sub(bytes.len()) / part.len().max(1);
    let copies = bytes[part.clone()].repeat(times.min(room));
    put(bytes, part.end..part.end, &copies);
}

/// What lies around a place, from one mark to the next, both in it.
fn around(bytes: &[u8], at: usize, from: u8, to: u8) -> Range<usize> {
    let start = bytes[..=at].iter().rposition(|b| *b == from).unwrap_or(0);
    let after = (start + 1).min(bytes.len());
    let end = bytes[after..].iter().position(|b| *b == to);
    start..end.map_or(bytes.len(), |end| after + end + 1)
}

/// The next text between quotes, without them; nothing at the end where there is none.
fn quoted(bytes: &[u8], at: usize) -> Range<usize> {
    let quote = |from: usize| Some(from + bytes.get(from..)?.iter().position(|b| *b == b'"')?);
    let found = quote(at).and_then(|start| Some(start + 1..quote(start + 1)?));
    found.unwrap_or(bytes.len()..bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_damage_ends_and_does_something() {
        let text = b"<a b=\"12\">\n<c d=\"xy\"/>\nkey = [1, 2.5] # \"z\"\n</a>\n";
        for kind in 0..20 {
            let mut changed = 0;
            for at in 0..text.len() as u32 {
                for with in [0, 1, 7, 63, 255] {
                    let one = damaged(text, &[(at, kind, with)]);
                    changed += usize::from(one != text);
                    // Once more on what came out, which may be empty.
                    damaged(&one, &[(at * 7, kind, with), (at, kind, with)]);
                }
            }
            assert!(changed > 20, "{kind}: {changed}");
        }
        assert_eq!(damaged(b"", &[(3, 4, 5)]), b"");
    }

    #[test]
    fn no_text_grows_without_end() {
        let text = vec![b'<'; LONGEST - 10];
        for kind in 0..20 {
            let damage = [(5, kind, 255); 8];
            assert!(damaged(&text, &damage).len() <= LONGEST, "{kind}");
        }
    }

    #[test]
    fn numbers_texts_lines_and_tags_are_found() {
        let changed = |text: &str, damage| {
            String::from_utf8_lossy(&damaged(text.as_bytes(), &[damage])).into_owned()
        };
        assert_eq!(changed("a = 12.5\n", (0, 5, 13)), "a = 65536\n");
        assert_eq!(changed("a = \"b\"\n", (0, 7, 35)), "a = \"town\"\n");
        assert_eq!(changed("a\nb\nc\n", (2, 13, 0)), "a\nc\n");
        assert_eq!(changed("<a><b/></a>", (4, 16, 0)), "<a></a>");
        assert_eq!(changed("<a><b/></a>", (4, 17, 1)), "<a><b/><b/><b/></a>");
    }
}
