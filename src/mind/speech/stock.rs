//! The stocks of speech: `assets/speech/LANGUAGE.toml`, built into the program and read once.

use crate::{campus::people::Language, dice::Stream, time::SimTime};
use std::{collections::BTreeMap, sync::LazyLock};

/// What can be said in one language: lists of sentences with placeholders, by table and key.
#[derive(Debug, Default)]
pub struct Stock {
    weekdays: Vec<String>,
    tables: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

const FILES: [(Language, &str); 3] = [
    (Language::English, include_str!("../../../assets/speech/en.toml")),
    (Language::Chinese, include_str!("../../../assets/speech/zh.toml")),
    (Language::Vietnamese, include_str!("../../../assets/speech/vi.toml")),
];

static STOCKS: LazyLock<Vec<Stock>> = LazyLock::new(|| FILES.iter().map(|(_, text)| Stock::read(text)).collect());

/// The stock of a language.
pub fn stock(language: Language) -> &'static Stock {
    let at = FILES.iter().position(|(l, _)| *l == language).unwrap_or(0);
    &STOCKS[at]
}

/// What stands for a placeholder; none where there is nothing to put there.
pub type Values<'a> = dyn Fn(&str) -> Option<String> + 'a;

impl Stock {
    fn read(text: &str) -> Self {
        // A test reads every file; one that cannot be read would leave people silent there.
        let Ok(file) = toml::from_str::<toml::Table>(text) else { return Self::default() };
        let words = |value: &toml::Value| -> Vec<String> {
            let list = value.as_array().map_or(&[][..], Vec::as_slice);
            list.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect()
        };
        let mut stock = Self::default();
        for (name, value) in &file {
            match value.as_table() {
                Some(table) => {
                    stock.tables.insert(name.clone(), table.iter().map(|(k, v)| (k.clone(), words(v))).collect());
                }
                None => stock.weekdays = words(value),
            }
        }
        stock
    }

    /// The sentences under a key.
    pub fn list(&self, table: &str, key: &str) -> &[String] {
        self.tables.get(table).and_then(|t| t.get(key)).map_or(&[], Vec::as_slice)
    }

    /// A sentence under a key with everything filled in; empty where no sentence has all it needs.
    pub fn pick(&self, table: &str, key: &str, values: &Values<'_>, roll: &mut Stream) -> String {
        let list = self.list(table, key);
        let first = roll.index(list.len());
        let filled = (0..list.len()).find_map(|i| fill(&list[(first + i) % list.len()], values));
        filled.map_or_else(String::new, |text| tidy(&text))
    }

    /// A moment as one says it at `now`.
    pub fn when(&self, moment: SimTime, now: SimTime, roll: &mut Stream) -> String {
        let key = match moment.day().saturating_sub(now.day()) {
            0 => "today",
            1 => "tomorrow",
            _ => "day",
        };
        self.pick(
            "when",
            key,
            &|name| (name == "time").then(|| moment.clock()).or_else(|| Some(self.weekday(moment))),
            roll,
        )
    }

    /// The day of the week.
    pub fn weekday(&self, moment: SimTime) -> String {
        self.weekdays.get(moment.weekday()).cloned().unwrap_or_default()
    }

    #[cfg(test)]
    fn keys(&self) -> BTreeMap<String, Vec<String>> {
        let all =
            self.tables.iter().flat_map(|(t, keys)| keys.iter().map(move |(k, v)| (format!("{t}.{k}"), v.clone())));
        all.collect()
    }
}

/// Puts values in the place of `{name}`; none when one is missing. What is put in is not looked through again.
pub fn fill(template: &str, values: &Values<'_>) -> Option<String> {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        text.push_str(before);
        text.push_str(&values(name)?);
        rest = after;
    }
    text.push_str(rest);
    Some(text)
}

/// Makes sentences of what was filled in: a capital at the beginning of each, and one mark at the end.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let (mut begins, mut last) = (true, ' ');
    for c in text.chars() {
        // A title that is a question needs no second mark.
        if matches!((last, c), ('?', '?' | '.') | ('？', '？' | '。') | ('!', '.')) {
            continue;
        }
        if begins && c.is_alphabetic() {
            tidied.extend(c.to_uppercase());
            begins = false;
        } else {
            tidied.push(c);
            begins = (begins || last_ends(last)) && c == ' ' || begins && !c.is_alphanumeric();
        }
        last = c;
    }
    tidied
}

const fn last_ends(c: char) -> bool {
    matches!(c, '.' | '!' | '?')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn placeholders(list: &[String]) -> BTreeSet<String> {
        list.iter()
            .flat_map(|t| t.split('{').skip(1).filter_map(|p| p.split_once('}')).map(|(n, _)| n.to_owned()))
            .collect()
    }

    #[test]
    fn all_languages_have_the_same_keys_and_placeholders() {
        let english = stock(Language::English).keys();
        assert!(english.len() > 90, "{}", english.len());
        for (language, _) in FILES {
            let keys = stock(language).keys();
            assert_eq!(keys.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{language}");
            assert_eq!(stock(language).weekdays.len(), 7, "{language}");
            for (key, list) in keys {
                assert!(!list.is_empty() && list.iter().all(|t| !t.trim().is_empty()), "{language} {key}");
                assert_eq!(placeholders(&list), placeholders(&english[&key]), "{language} {key}");
            }
        }
    }

    #[test]
    fn sentences_are_tidied() {
        assert_eq!(tidy("see friends, from 19:30 on."), "See friends, from 19:30 on.");
        assert_eq!(tidy("Don't ask. plan the route: half done."), "Don't ask. Plan the route: half done.");
        assert_eq!(tidy("How do you find How Do We Know??"), "How do you find How Do We Know?");
        assert_eq!(tidy("“go on”"), "“Go on”");
        assert_eq!(tidy("今天18:30？"), "今天18:30？");
    }

    #[test]
    fn what_is_filled_in_is_data() {
        let values = |name: &str| (name == "you").then(|| "{me}{".to_owned());
        assert_eq!(fill("Hi {you}.", &values).as_deref(), Some("Hi {me}{."));
        assert_eq!(fill("Hi {who}.", &values), None);
    }
}
