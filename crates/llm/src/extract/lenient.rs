//! A reader of JSON that forgives what models get wrong, and ends what broke off.

use super::Mend;
use serde_json::{Map, Number, Value};
use std::collections::BTreeSet;

/// The deepest nesting that is read.
const MOST_DEPTH: u32 = 96;

/// A value that was read.
pub(super) struct Parsed {
    pub(super) value: Value,
    pub(super) mended: BTreeSet<Mend>,
    /// The byte after it.
    pub(super) end: usize,
}

/// Reads the value at byte `start`. When the text breaks off, the incomplete element of the
/// innermost list is lost (`lose` 0), or that of the list around it (1), and so on; with more than
/// there are lists, only the incomplete text or number itself.
///
/// # Errors
/// The byte at which it stops to be JSON.
pub(super) fn parse_at(text: &str, start: usize, lose: u32) -> Result<Parsed, usize> {
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        at: start,
        mended: BTreeSet::new(),
        lose,
    };
    let value = match reader.value(0)? {
        Read::Whole(value)
        | Read::Part {
            value: Some(value), ..
        } => value,
        Read::Part { value: None, .. } => return Err(text.len()),
    };
    Ok(Parsed {
        value,
        mended: reader.mended,
        end: reader.at,
    })
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    mended: BTreeSet<Mend>,
    lose: u32,
}

/// A value, or what is left of one when the text broke off within it.
enum Read {
    Whole(Value),
    Part {
        value: Option<Value>,
        /// Lists around the break so far.
        lists: u32,
        /// Whether a list has lost its last element already.
        lost: bool,
    },
}

const NOTHING: Read = Read::Part {
    value: None,
    lists: 0,
    lost: false,
};

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The character here, which may be a curly quote.
    fn char(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn broke_off(&mut self) {
        self.mended.insert(Mend::BrokenOff);
    }

    /// Passes over white space and comments.
    fn space(&mut self) {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                Some(b'/') if self.bytes.get(self.at + 1) == Some(&b'/') => self.pass_line(),
                Some(b'#') => self.pass_line(),
                Some(b'/') if self.bytes.get(self.at + 1) == Some(&b'*') => {
                    self.mended.insert(Mend::Comments);
                    let end = self
                        .text
                        .get(self.at + 2..)
                        .and_then(|rest| rest.find("*/"));
                    self.at = end.map_or(self.bytes.len(), |end| self.at + 2 + end + 2);
                }
                Some(0x80..)
                    if self
                        .char()
                        .is_some_and(|c| c.is_whitespace() || c == '\u{feff}') =>
                {
                    self.at += self.char().map_or(1, char::len_utf8);
                }
                _ => return,
            }
        }
    }

    fn pass_line(&mut self) {
        self.mended.insert(Mend::Comments);
        while self.peek().is_some_and(|b| b != b'\n') {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: u32) -> Result<Read, usize> {
        self.space();
        if depth > MOST_DEPTH {
            return Err(self.at);
        }
        match self.char() {
            None => {
                self.broke_off();
                Ok(NOTHING)
            }
            Some('{') => self.object(depth),
            Some('[') => self.list(depth),
            Some(quote) if closing(quote).is_some() => Ok(self
                .string()
                .map_or(NOTHING, |text| Read::Whole(Value::String(text)))),
            Some(c) if c.is_ascii_digit() || "+-.".contains(c) => self.number(),
            Some(_) => self.word(),
        }
    }

    fn object(&mut self, depth: u32) -> Result<Read, usize> {
        self.at += 1;
        let mut map = Map::new();
        let part = |map, lists, lost| {
            Ok(Read::Part {
                value: Some(Value::Object(map)),
                lists,
                lost,
            })
        };
        loop {
            self.space();
            match self.peek() {
                None => {
                    self.broke_off();
                    return part(map, 0, false);
                }
                Some(b'}') => {
                    self.at += 1;
                    return Ok(Read::Whole(Value::Object(map)));
                }
                // Only seen where a comma is too many, since one is passed over behind each member.
                Some(b',') => {
                    self.mended.insert(Mend::Commas);
                    self.at += 1;
                    continue;
                }
                Some(_) => {}
            }
            let Some(key) = self.key()? else {
                return part(map, 0, false);
            };
            self.space();
            match self.peek() {
                None => {
                    self.broke_off();
                    return part(map, 0, false);
                }
                Some(b':') => self.at += 1,
                Some(b'=') => {
                    self.mended.insert(Mend::Quotes);
                    self.at += 1;
                    if self.peek() == Some(b'>') {
                        self.at += 1;
                    }
                }
                Some(_) => return Err(self.at),
            }
            match self.value(depth + 1)? {
                Read::Whole(value) => {
                    map.insert(key, value);
                }
                Read::Part { value, lists, lost } => {
                    map.extend(value.map(|value| (key, value)));
                    return part(map, lists, lost);
                }
            }
            self.comma(b'}')?;
        }
    }

    fn list(&mut self, depth: u32) -> Result<Read, usize> {
        self.at += 1;
        let mut list = Vec::new();
        loop {
            self.space();
            match self.peek() {
                None => {
                    self.broke_off();
                    return Ok(Read::Part {
                        value: Some(Value::Array(list)),
                        lists: 1,
                        lost: true,
                    });
                }
                Some(b']') => {
                    self.at += 1;
                    return Ok(Read::Whole(Value::Array(list)));
                }
                Some(b',') => {
                    self.mended.insert(Mend::Commas);
                    self.at += 1;
                    continue;
                }
                Some(_) => {}
            }
            match self.value(depth + 1)? {
                Read::Whole(value) => list.push(value),
                Read::Part { value, lists, lost } => {
                    // With `lose` 0 the list's last element goes when no list within it has lost
                    // one.
                    let goes = if self.lose == 0 {
                        !lost
                    } else {
                        lists == self.lose
                    };
                    list.extend(value.filter(|_| !goes));
                    let value = Some(Value::Array(list));
                    return Ok(Read::Part {
                        value,
                        lists: lists + 1,
                        lost: lost || goes,
                    });
                }
            }
            self.comma(b']')?;
        }
    }

    /// Passes over the comma behind a member. One that is missing before another value is forgiven,
    /// one before the end is noted.
    fn comma(&mut self, end: u8) -> Result<(), usize> {
        self.space();
        match self.peek() {
            Some(b',' | b';') => {
                if self.peek() == Some(b';') {
                    self.mended.insert(Mend::Commas);
                }
                self.at += 1;
                self.space();
                if self.peek() == Some(end) {
                    self.mended.insert(Mend::Commas);
                }
                Ok(())
            }
            None => Ok(()),
            Some(found) if found == end => Ok(()),
            // `]` for `}` or the other way round is beyond mending.
            Some(b']' | b'}' | b':') => Err(self.at),
            Some(_) => {
                self.mended.insert(Mend::Commas);
                Ok(())
            }
        }
    }

    /// A key with or without quotes; none when the text broke off within it.
    fn key(&mut self) -> Result<Option<String>, usize> {
        let Some(first) = self.char() else {
            return Ok(None);
        };
        if closing(first).is_some() {
            return Ok(self.string());
        }
        if !(first.is_alphabetic() || first == '_' || first == '$') {
            return Err(self.at);
        }
        let rest = &self.text[self.at..];
        let length = rest
            .find(|c: char| !(c.is_alphanumeric() || "_-$.".contains(c)))
            .unwrap_or(rest.len());
        self.at += length;
        self.mended.insert(Mend::Quotes);
        if length == rest.len() {
            self.broke_off();
            return Ok(None);
        }
        Ok(Some(rest[..length].to_owned()))
    }

    fn number(&mut self) -> Result<Read, usize> {
        let start = self.at;
        let rest = &self.bytes[start..];
        let length = rest
            .iter()
            .position(|b| !(b.is_ascii_alphanumeric() || b"+-._".contains(b)))
            .unwrap_or(rest.len());
        let written = &self.text[start..start + length];
        if length == rest.len() {
            // The digits that follow are not known.
            self.at = self.bytes.len();
            self.broke_off();
            return Ok(NOTHING);
        }
        let number = match serde_json::from_str::<Number>(written) {
            Ok(number) => Value::Number(number),
            Err(_) => {
                self.mended.insert(Mend::Words);
                let plain = written.replace('_', "");
                let plain = plain.trim_start_matches('+');
                match plain.parse::<f64>() {
                    Ok(number) if plain.ends_with(|c: char| c.is_ascii_digit() || c == '.') => {
                        Number::from_f64(number).map_or(Value::Null, Value::Number)
                    }
                    Ok(_) => Value::Null,
                    Err(_) => return Err(start),
                }
            }
        };
        self.at = start + length;
        Ok(Read::Whole(number))
    }

    fn word(&mut self) -> Result<Read, usize> {
        let start = self.at;
        let rest = &self.text[start..];
        let length = rest
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(rest.len())
            .min(16);
        let value = match &rest[..length] {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            other => {
                let value = match other {
                    "True" | "TRUE" => Value::Bool(true),
                    "False" | "FALSE" => Value::Bool(false),
                    "None" | "NULL" | "Null" | "nil" | "undefined" | "NaN" | "Infinity" => {
                        Value::Null
                    }
                    part if length == rest.len()
                        && ["true", "false", "null", "True", "False", "None"]
                            .iter()
                            .any(|w| w.starts_with(part)) =>
                    {
                        self.at = self.bytes.len();
                        self.broke_off();
                        return Ok(NOTHING);
                    }
                    _ => return Err(start),
                };
                self.mended.insert(Mend::Words);
                value
            }
        };
        self.at = start + length;
        Ok(Read::Whole(value))
    }

    /// A text in any quotes; none when the text broke off within it.
    fn string(&mut self) -> Option<String> {
        let quote = self.char()?;
        let ends = closing(quote)?;
        if quote != '"' {
            self.mended.insert(Mend::Quotes);
        }
        self.at += quote.len_utf8();
        let mut made = String::new();
        while let Some(c) = self.char() {
            match c {
                '\\' => {
                    self.at += 1;
                    self.escape(&mut made)?;
                    continue;
                }
                _ if ends.contains(c) && self.ends_here(c) => {
                    self.at += c.len_utf8();
                    return Some(made);
                }
                '"' => {
                    self.mended.insert(Mend::Quotes);
                }
                c if c < ' ' => {
                    self.mended.insert(Mend::Escapes);
                }
                _ => {}
            }
            made.push(c);
            self.at += c.len_utf8();
        }
        self.broke_off();
        None
    }

    /// Whether a quote here ends the text, rather than standing unescaped within it: something must
    /// follow that can follow a text.
    fn ends_here(&self, quote: char) -> bool {
        let behind = self.at + quote.len_utf8();
        let rest = &self.bytes[behind..];
        let gap = rest
            .iter()
            .position(|b| !b.is_ascii_whitespace())
            .unwrap_or(rest.len());
        match rest.get(gap) {
            None | Some(b',' | b':' | b'}' | b']' | b'/' | b'#' | b'=' | b';') => true,
            // A comma may be missing at the end of a line.
            Some(b'"') => rest[..gap].contains(&b'\n'),
            Some(_) => false,
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self, made: &mut String) -> Option<()> {
        let Some(c) = self.char() else {
            self.broke_off();
            return None;
        };
        self.at += c.len_utf8();
        match c {
            '"' | '\\' | '/' => made.push(c),
            'n' => made.push('\n'),
            't' => made.push('\t'),
            'r' => made.push('\r'),
            'b' => made.push('\u{8}'),
            'f' => made.push('\u{c}'),
            'u' => {
                let first = self.hex();
                let low =
                    (0xd800..0xdc00).contains(&first) && self.text[self.at..].starts_with("\\u");
                let code = if low {
                    self.at += 2;
                    let second = self.hex();
                    let low = second.wrapping_sub(0xdc00);
                    if low < 0x400 {
                        0x1_0000 + ((first - 0xd800) << 10) + low
                    } else {
                        0xfffd
                    }
                } else {
                    first
                };
                made.push(char::from_u32(code).unwrap_or('\u{fffd}'));
            }
            other => {
                self.mended.insert(Mend::Escapes);
                made.push(other);
            }
        }
        Some(())
    }

    /// Four hexadecimal digits; the replacement character where they are not there.
    fn hex(&mut self) -> u32 {
        let digits = self
            .text
            .get(self.at..self.at + 4)
            .filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(code) => {
                self.at += 4;
                code
            }
            None => {
                self.mended.insert(Mend::Escapes);
                0xfffd
            }
        }
    }
}

/// The characters that may end a text which begins with this quote; none when it is no quote.
fn closing(quote: char) -> Option<&'static str> {
    match quote {
        '"' => Some("\""),
        '\'' => Some("'"),
        '`' => Some("`"),
        '“' | '„' | '”' | '‟' => Some("”“\""),
        '‘' | '’' | '‚' => Some("’‘'"),
        '«' => Some("»"),
        _ => None,
    }
}
