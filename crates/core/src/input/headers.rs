//! Headers of TOML tables with brackets that are missing or too many, and what only follows from
//! them: a parser that passes over such a header takes what stands below it for a part of the table
//! above, and then calls keys and headers doubled that are not.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// The headers of a text, as far as its lines look like some.
pub(super) struct Headers<'t> {
    /// In the order of the text.
    all: Vec<Header<'t>>,
    names: BTreeMap<&'t str, Named>,
}

/// A line that begins a table, or was meant to.
struct Header<'t> {
    /// Where its line stands, in bytes.
    line: Range<usize>,
    /// The number of that line in the text, from 1.
    number: usize,
    name: &'t str,
    /// How many brackets stand before the name and behind it.
    brackets: (usize, usize),
    /// Whether something is wrong with it, besides that the name is there already.
    broken: bool,
}

impl Header<'_> {
    /// How many brackets it has, where there are as many behind the name as before.
    fn sound(&self) -> Option<usize> {
        let (before, behind) = self.brackets;
        (before == behind && !self.broken).then_some(before)
    }
}

/// What is to be said of an error of syntax.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// What the parser says.
    AsItIs,
    /// What was found and what was expected, in other words.
    InWords(String),
    /// Nothing: it follows from another.
    Nothing,
}

/// What is known of all headers of one name.
#[derive(Default)]
struct Named {
    /// Whether one of them is broken.
    broken: bool,
    /// The first that is sound: how many brackets it has.
    sound: Option<usize>,
    /// The places among the headers of the first sound one with one bracket, and with two.
    first: [Option<usize>; 2],
}

impl<'t> Headers<'t> {
    /// Those of a text, of which these parts cannot be read for another reason than that they are
    /// doubled.
    pub(super) fn of(text: &'t str, broken: impl Iterator<Item = Range<usize>>) -> Self {
        let mut all = Vec::new();
        let mut start = 0;
        for (i, line) in text.split_inclusive('\n').enumerate() {
            all.extend(header(line, start, i + 1));
            start += line.len();
        }
        let names = BTreeMap::new();
        let mut headers = Self { all, names };
        for span in broken {
            if let Some(i) = headers.on_line(span.start) {
                headers.all[i].broken = true;
            }
        }
        for (i, header) in headers.all.iter().enumerate() {
            let named = headers.names.entry(header.name).or_default();
            named.broken |= header.broken;
            named.sound = named.sound.or(header.sound());
            if let Some(brackets @ 1..=2) = header.sound() {
                named.first[brackets - 1].get_or_insert(i);
            }
        }
        headers
    }

    /// The last header that begins at or before that byte.
    fn above(&self, at: usize) -> Option<usize> {
        let below = self.all.partition_point(|h| h.line.start <= at);
        below.checked_sub(1)
    }

    /// The header on the line of that byte; the end of the line is a part of it.
    fn on_line(&self, at: usize) -> Option<usize> {
        self.above(at).filter(|i| at <= self.all[*i].line.end)
    }

    /// What is to be said of something that cannot be read.
    pub(super) fn broken(&self, span: &Range<usize>) -> Said {
        let Some(header) = self.on_line(span.start).map(|i| &self.all[i]) else {
            return Said::AsItIs;
        };
        let (before, behind) = header.brackets;
        let same = self.names.get(header.name).and_then(|named| named.sound);
        let expected = same.unwrap_or(before.max(behind).min(2));
        if !is_plain(header.name) || header.brackets == (expected, expected) {
            return Said::AsItIs;
        }
        Said::InWords(format!(
            "found {} before the name of a table and {} behind it; expected {} on either side",
            brackets(before),
            brackets(behind),
            brackets(expected)
        ))
    }

    /// What is to be said of a key or a header that is called doubled.
    pub(super) fn doubled(&self, span: &Range<usize>) -> Said {
        let Some(header) = self.above(span.start).map(|i| &self.all[i]) else {
            return Said::AsItIs;
        };
        if header.broken {
            return Said::Nothing;
        }
        let on_its_line = header.line.contains(&span.start);
        let Some(named) = self.names.get(header.name).filter(|_| on_its_line) else {
            return Said::AsItIs;
        };
        match (header.sound(), named.first) {
            _ if named.broken => Said::Nothing,
            // Told of by `singled`.
            (Some(1 | 2), [Some(_), Some(_)]) => Said::Nothing,
            _ => Said::AsItIs,
        }
    }

    /// Where a name stands between single brackets that stands between two elsewhere, of those that
    /// are called doubled: each with what is to be said of it. The parser tells of whichever comes
    /// later, and of each that follows.
    pub(super) fn singled(
        &self,
        doubled: impl Iterator<Item = Range<usize>>,
    ) -> Vec<(Range<usize>, String)> {
        let mut known = BTreeSet::new();
        let mut found = Vec::new();
        for span in doubled {
            let Some(header) = self.on_line(span.start).map(|i| &self.all[i]) else {
                continue;
            };
            let Some(named) = self.names.get(header.name).filter(|named| !named.broken) else {
                continue;
            };
            let [Some(one), Some(list)] = named.first else {
                continue;
            };
            if known.insert(one) {
                found.push((self.all[one].line.clone(), one_among(self.all[list].number)));
            }
        }
        found
    }
}

fn one_among(line: usize) -> String {
    format!(
        "found one bracket on either side of a name that has two brackets in line {line}; \
         expected two brackets on either side"
    )
}

/// How many brackets, in words.
fn brackets(count: usize) -> String {
    match count {
        0 => "no bracket".to_owned(),
        1 => "one bracket".to_owned(),
        2 => "two brackets".to_owned(),
        more => format!("{more} brackets"),
    }
}

/// Whether a name is one that can stand between brackets, so that nothing but these is wrong.
fn is_plain(name: &str) -> bool {
    let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    !name.is_empty() && name.chars().all(good)
}

/// A line that looks like a header: with a bracket before a name, or with one behind a plain name.
fn header(line: &str, start: usize, number: usize) -> Option<Header<'_>> {
    let text = line.split('#').next().unwrap_or_default().trim();
    let name = text.trim_start_matches('[');
    let before = text.len() - name.len();
    let (name, rest) = name.split_at(name.find(']').unwrap_or(name.len()));
    let behind = rest.chars().take_while(|c| *c == ']').count();
    let name = name.trim();
    let looks_like_one = before > 0 || (behind > 0 && is_plain(name));
    looks_like_one.then(|| Header {
        line: start..start + line.trim_end_matches(['\r', '\n']).len(),
        number,
        name,
        brackets: (before, behind),
        broken: false,
    })
}
