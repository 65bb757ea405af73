//! The forms in which a key can come back, and where they stand in a text.
//!
//! Texts and forms are compared by their letters and digits alone, in small letters: so dashes,
//! spaces, line breaks, invisible characters and the case make no difference. What is compared is
//! the key itself, the key reversed, and both in hexadecimal and in base64 at each of the three
//! places where it can begin within a longer one, and these reversed; a text is looked through as it
//! stands, with letters and digits that Unicode has in other shapes (full-width, mathematical,
//! circled, …) as plain ones, and with its escapes (`%6b`, `\x6b`, `0x6b`, `\153`, `\u006b`,
//! `\u{6b}`, `\U0000006b`, `&#107;`) read. A part of a form counts from a certain length on.

use std::ops::Range;
use unicode_normalization::char::decompose_compatible;

/// Letters and digits that are looked at together.
const GRAM: usize = 8;
/// The least length of a key of which parts are looked for, in letters and digits.
const LEAST: usize = GRAM;

/// A form of a key: its letters and digits in small letters.
struct Form {
    signs: Vec<u8>,
    /// From how many of them in a row on it counts.
    least: usize,
}

/// The forms of some keys, made ready to be found in texts.
#[derive(Default)]
pub(super) struct Forms {
    forms: Vec<Form>,
    /// Every stretch of [`GRAM`] signs, with the form and where in it: in order.
    grams: Vec<(u64, u32, u32)>,
    /// Which stretches there may be at all, by a short hash.
    sieve: Vec<u64>,
    /// Keys too short for parts and for other spellings than their own.
    short: Vec<Vec<u8>>,
}

impl Forms {
    /// The forms of keys. A key of fewer than four characters is no secret and perhaps part of
    /// many words: it has none.
    pub(super) fn of<'a>(keys: impl IntoIterator<Item = &'a str>) -> Self {
        let mut forms = Self::default();
        for key in keys.into_iter().filter(|key| key.len() >= 4) {
            forms.add_key(key);
        }
        forms.make_ready();
        forms
    }

    /// The forms of a key of which no parts count.
    pub(super) fn whole(key: &str) -> Self {
        let mut forms = Self::default();
        forms.add_key(key);
        for form in &mut forms.forms {
            form.least = form.signs.len();
        }
        forms.make_ready();
        forms
    }

    fn make_ready(&mut self) {
        for (number, form) in self.forms.iter().enumerate() {
            for at in 0..=form.signs.len() - GRAM {
                let gram = packed(&form.signs[at..at + GRAM]);
                self.grams.push((gram, number as u32, at as u32));
            }
        }
        self.grams.sort_unstable();
        self.sieve = vec![0; 1024];
        for (gram, ..) in &self.grams {
            let (word, bit) = place(*gram);
            self.sieve[word] |= bit;
        }
    }

    fn add_key(&mut self, key: &str) {
        let reversed: String = key.chars().rev().collect();
        if plain_signs(key).len() < LEAST {
            let both = [key, &reversed];
            self.short.extend(both.map(|text| text.as_bytes().to_vec()));
        }
        let cases = [key.to_ascii_lowercase(), key.to_ascii_uppercase()];
        let mut spellings = vec![key.to_owned(), reversed];
        spellings.extend(cases);
        spellings.sort();
        spellings.dedup();
        for spelling in &spellings {
            self.add(plain_signs(spelling), LEAST);
            let spelling = spelling.as_bytes();
            let hex: String = spelling.iter().map(|byte| format!("{byte:02x}")).collect();
            self.add(hex.bytes().rev().collect(), 2 * LEAST);
            self.add(hex.into_bytes(), 2 * LEAST);
            for before in 0..3 {
                // What the neighbours of the key decide too is left out.
                let code = base64(&[&vec![0; before], spelling].concat());
                let first = (before * 8).div_ceil(6);
                let whole = (before + spelling.len()) * 8 / 6;
                let inner = code.get(first..whole).unwrap_or_default();
                let code = signs(inner);
                self.add(code.iter().rev().copied().collect(), LEAST * 4 / 3);
                self.add(code, LEAST * 4 / 3);
            }
        }
    }

    /// Adds a form, of which parts count from `least` signs on, or all of it where it is shorter.
    fn add(&mut self, signs: Vec<u8>, least: usize) {
        if signs.len() >= GRAM && !self.forms.iter().any(|form| form.signs == signs) {
            let least = least.min(signs.len());
            self.forms.push(Form { signs, least });
        }
    }

    /// Whether there is nothing to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.forms.is_empty() && self.short.is_empty()
    }

    /// Where forms stand in a text, in order and apart from each other.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if self.is_empty() {
            return found;
        }
        for short in &self.short {
            let all = text.as_bytes().windows(short.len()).enumerate();
            let hits = all.filter(|(_, window)| window == short);
            found.extend(hits.map(|(at, _)| at..at + short.len()));
        }
        self.look(&plain(text), &mut found);
        if text.contains(['%', '\\', '&']) || text.contains("0x") || text.contains("0X") {
            self.look(&unescaped(text), &mut found);
        }
        merged(found)
    }

    /// Looks through the signs of a text.
    fn look(&self, signs: &[Sign], found: &mut Vec<Range<usize>>) {
        let mut gram = 0u64;
        let mut at = 0;
        let mut done = 0;
        while at < signs.len() {
            gram = gram << 8 | u64::from(signs[at].0);
            at += 1;
            let (word, bit) = place(gram);
            if at < GRAM || self.sieve[word] & bit == 0 {
                continue;
            }
            let begin = at - GRAM;
            let first = self.grams.partition_point(|(known, ..)| *known < gram);
            let same = self.grams[first..]
                .iter()
                .take_while(|(known, ..)| *known == gram);
            let longest = same
                .filter_map(|(_, number, start)| {
                    let form = &self.forms[*number as usize];
                    let rest = form.signs[*start as usize..].iter();
                    let here = signs[begin..].iter();
                    let length = rest.zip(here).take_while(|(a, b)| **a == b.0).count();
                    (length >= form.least).then_some(length)
                })
                .max();
            if let Some(length) = longest
                && begin + length > done
            {
                done = begin + length;
                found.push(signs[begin].1.start..signs[done - 1].1.end);
            }
        }
    }
}

/// A letter or digit in small letters, and the bytes of the text that it stands for.
type Sign = (u8, Range<usize>);

/// The letters and digits of some bytes.
fn signs(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().filter_map(|byte| sign(*byte)).collect()
}

/// A byte as it is compared; none where it is no letter or digit.
fn sign(byte: u8) -> Option<u8> {
    byte.is_ascii_alphanumeric()
        .then(|| byte.to_ascii_lowercase())
}

/// The signs of a text as it stands.
fn plain(text: &str) -> Vec<Sign> {
    let mut signs = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let range = at..at + c.len_utf8();
        match u8::try_from(c).ok().filter(u8::is_ascii) {
            Some(byte) => signs.extend(sign(byte).map(|sign| (sign, range))),
            None => {
                in_plain(c, |byte| {
                    signs.extend(sign(byte).map(|sign| (sign, range.clone())));
                });
            }
        }
    }
    signs
}

/// The letters and digits of a text as it stands.
fn plain_signs(text: &str) -> Vec<u8> {
    plain(text).into_iter().map(|(sign, _)| sign).collect()
}

/// The shapes of the letters A to Z that have no plain ones in Unicode's tables, by their first:
/// white in circles, white in squares, those of flags.
const SHAPES: [u32; 3] = [0x1_f150, 0x1_f170, 0x1_f1e6];

/// What the characters of ASCII are moved by to be tags, which are drawn as nothing.
const TAGS: u32 = 0xe_0000;

/// Gives the plain letters and digits that a character outside ASCII is another shape of; nothing
/// where it is a letter of its own.
fn in_plain(c: char, mut give: impl FnMut(u8)) {
    let code = u32::from(c);
    let letter = |first: u32| code.checked_sub(first).filter(|n| *n < 26);
    if let Some(n) = SHAPES.iter().find_map(|first| letter(*first)) {
        give(b'a' + n as u8);
    } else if let Some(byte) = code.checked_sub(TAGS).filter(|byte| *byte < 0x80) {
        give(byte as u8);
    } else {
        let mut own = false;
        decompose_compatible(c, |part| own |= !part.is_ascii());
        if !own {
            decompose_compatible(c, |part| give(part as u8));
        }
    }
}

/// The signs of a text with its escapes read.
fn unescaped(text: &str) -> Vec<Sign> {
    let bytes = text.as_bytes();
    let mut signs = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let (byte, length) = escape(&bytes[at..]).unwrap_or((bytes[at], 1));
        signs.extend(sign(byte).map(|sign| (sign, at..at + length)));
        at += length;
    }
    signs
}

/// The byte that an escape at the beginning stands for, and the escape's length.
fn escape(bytes: &[u8]) -> Option<(u8, usize)> {
    let number = |digits: &[u8], radix| {
        let digits = std::str::from_utf8(digits).ok()?;
        u8::from_str_radix(digits, radix).ok()
    };
    match bytes {
        [b'%', high, low, ..] => Some((number(&[*high, *low], 16)?, 3)),
        [b'0' | b'\\', b'x' | b'X', high, low, ..] => Some((number(&[*high, *low], 16)?, 4)),
        [b'\\', b'U', digits @ ..] if digits.starts_with(b"000000") => {
            Some((number(digits.get(6..8)?, 16)?, 10))
        }
        [b'\\', b'u' | b'U', b'0', b'0', high, low, ..] => Some((number(&[*high, *low], 16)?, 6)),
        [b'\\', b'u' | b'U', b'{', rest @ ..] => {
            let end = rest.iter().take(8).position(|byte| *byte == b'}')?;
            Some((number(&rest[..end], 16)?, end + 4))
        }
        [b'\\', a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', ..] => {
            Some((number(&[*a, *b, *c], 8)?, 4))
        }
        [b'&', b'#', rest @ ..] => {
            let end = rest.iter().take(8).position(|byte| *byte == b';')?;
            let byte = match &rest[..end] {
                [b'x' | b'X', hex @ ..] => number(hex, 16)?,
                digits => number(digits, 10)?,
            };
            Some((byte, end + 3))
        }
        _ => None,
    }
}

/// Eight signs as one number.
fn packed(signs: &[u8]) -> u64 {
    signs
        .iter()
        .fold(0, |gram, sign| gram << 8 | u64::from(*sign))
}

/// The place of a stretch in the sieve.
fn place(gram: u64) -> (usize, u64) {
    let hash = gram.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48;
    ((hash >> 6) as usize, 1 << (hash & 63))
}

/// Ranges in order, those that touch joined.
fn merged(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// Base64 without padding; of its two signs beside letters and digits nothing is compared, so that
/// both alphabets are the same here.
fn base64(bytes: &[u8]) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = |at: usize| {
        let byte = |n: usize| u16::from(bytes.get(n).copied().unwrap_or(0));
        let pair = byte(at * 6 / 8) << 8 | byte(at * 6 / 8 + 1);
        usize::from(pair >> (10 - at * 6 % 8) & 63)
    };
    let length = (bytes.len() * 8).div_ceil(6);
    (0..length).map(|at| SIGNS[bits(at)]).collect()
}

/// Base64 as text, for tests of what is found in it.
#[cfg(test)]
pub(super) fn base64_of(bytes: &[u8]) -> String {
    base64(bytes).into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rarer_forms_are_found() {
        const KEY: &str = "sk-Qx7vB2mZ9tLw4RcE";
        let forms = Forms::of([KEY]);
        let each = |tell: &dyn Fn(u8) -> String| KEY.bytes().map(tell).collect::<String>();
        let reversed = |text: String| text.chars().rev().collect::<String>();
        let wide = |byte: u8| char::from_u32(u32::from(byte) + 0xfee0).map(String::from);
        // Letters in another shape, which begin at a place; the rest as it is.
        let shaped = |upper: u32, lower: u32| {
            let shape = |b: u8| match b {
                b'A'..=b'Z' => char::from_u32(upper + u32::from(b - b'A')).unwrap(),
                b'a'..=b'z' => char::from_u32(lower + u32::from(b - b'a')).unwrap(),
                b => char::from(b),
            };
            KEY.bytes().map(shape).collect::<String>()
        };
        for text in [
            reversed(base64_of(KEY.as_bytes())),
            reversed(each(&|b| format!("{b:02x}"))),
            each(&|b| wide(b).unwrap_or_default()),
            // Mathematical, circled, white in squares, flags, tags.
            shaped(0x1_d400, 0x1_d41a),
            shaped(0x1_d670, 0x1_d68a),
            shaped(0x24b6, 0x24d0),
            shaped(0x1_f170, 0x1_f170),
            shaped(0x1_f1e6, 0x1_f1e6),
            shaped(0xe_0041, 0xe_0061),
            each(&|b| format!("\\u{{{b:x}}}")),
            each(&|b| format!("\\u{b:04x}")),
            each(&|b| format!("\\U{b:08x}")),
            each(&|b| format!("\\{b:03o}")),
            each(&|b| format!("&#{b};")),
        ] {
            let found = forms.find(&format!("before {text} after"));
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].len() > text.len() * 3 / 4, "{text}: {found:?}");
        }
        assert!(forms.find("\\u{zz} \\400 \\U0000 ｓｏ").is_empty());
        // What has a sign of its own beside it is another letter.
        assert!(Forms::of(["eeeeeeee"]).find("éééééééé").is_empty());
        assert_eq!(Forms::of(["12341234"]).find("①②③④①②③④").len(), 1);
    }

    #[test]
    fn base64_is_that_of_the_standard() {
        for (plain, code) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("\u{ff}~?", "w79+Pw"),
        ] {
            assert_eq!(base64(plain.as_bytes()), code.as_bytes(), "{plain}");
        }
    }
}
