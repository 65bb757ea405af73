//! The stocks of speech: `assets/speech/LANGUAGE.toml`, read once.

use collegium_core::{dice::Stream, files, i18n::Language, time::SimTime};
use std::{collections::BTreeMap, sync::LazyLock};

/// What can be said in one language: lists of sentences with placeholders, by table and key.
#[derive(Debug, Default)]
pub struct Stock {
    weekdays: Vec<String>,
    tables: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

static STOCKS: LazyLock<Vec<(Language, Stock)>> = LazyLock::new(|| {
    let read = |language: &Language| {
        let name = format!("assets/speech/{}.toml", language.word());
        (*language, files::text(&name, Stock::read))
    };
    Language::ALL.iter().map(read).collect()
});

/// The stock of a language.
pub fn stock(language: Language) -> &'static Stock {
    let at = STOCKS.iter().position(|(l, _)| *l == language).unwrap_or(0);
    &STOCKS[at].1
}

/// What stands for a placeholder; none where there is nothing to put there.
pub type Values<'a> = dyn Fn(&str) -> Option<String> + 'a;

impl Stock {
    fn read(text: &str) -> Result<Self, toml::de::Error> {
        let file: toml::Table = toml::from_str(text)?;
        let words = |value: &toml::Value| -> Vec<String> {
            let list = value.as_array().map_or(&[][..], Vec::as_slice);
            list.iter()
                .filter_map(|v| v.as_str().map(str::to_owned))
                .collect()
        };
        let mut stock = Self::default();
        for (name, value) in &file {
            match value.as_table() {
                Some(table) => {
                    stock.tables.insert(
                        name.clone(),
                        table.iter().map(|(k, v)| (k.clone(), words(v))).collect(),
                    );
                }
                None => stock.weekdays = words(value),
            }
        }
        Ok(stock)
    }

    /// The sentences under a key.
    pub fn list(&self, table: &str, key: &str) -> &[String] {
        self.tables
            .get(table)
            .and_then(|t| t.get(key))
            .map_or(&[], Vec::as_slice)
    }

    /// A sentence under a key with everything filled in; empty where no sentence has all it needs.
    pub fn pick(&self, table: &str, key: &str, values: &Values<'_>, roll: &mut Stream) -> String {
        let list = self.list(table, key);
        let first = roll.index(list.len());
        // Parts of sentences keep their small letters.
        let whole = !matches!(table, "when" | "what" | "fact");
        let filled =
            (0..list.len()).find_map(|i| fill(&list[(first + i) % list.len()], values, whole));
        filled.map_or_else(String::new, tidy)
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
            &|name| {
                (name == "time")
                    .then(|| moment.clock())
                    .or_else(|| Some(self.weekday(moment)))
            },
            roll,
        )
    }

    /// The day of the week.
    pub fn weekday(&self, moment: SimTime) -> String {
        self.weekdays
            .get(moment.weekday())
            .cloned()
            .unwrap_or_default()
    }

    #[cfg(test)]
    fn keys(&self) -> BTreeMap<String, Vec<String>> {
        let all = self.tables.iter().flat_map(|(t, keys)| {
            keys.iter()
                .map(move |(k, v)| (format!("{t}.{k}"), v.clone()))
        });
        all.collect()
    }
}

/// Puts values in the place of `{name}`; none when one is missing. What is put in is not looked
/// through again. In whole sentences what begins one gets a capital.
pub fn fill(template: &str, values: &Values<'_>, whole: bool) -> Option<String> {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        text.push_str(before);
        let value = values(name)?;
        let begins = match before.trim_end().chars().next_back() {
            Some(last) => matches!(last, '.' | '!' | '?') && before.ends_with(' '),
            None => text.is_empty(),
        };
        let mut letters = value.chars();
        match letters.next() {
            Some(first) if whole && begins => {
                text.extend(first.to_uppercase());
                text.push_str(letters.as_str());
            }
            _ => text.push_str(&value),
        }
        rest = after;
    }
    text.push_str(rest);
    Some(text)
}

/// Titles that are questions need no second mark.
fn tidy(text: String) -> String {
    if !text.contains(['?', '？', '!']) {
        return text;
    }
    [
        ("??", "?"),
        ("?.", "?"),
        ("？？", "？"),
        ("？。", "？"),
        ("!.", "!"),
    ]
    .iter()
    .fold(text, |t, (from, to)| t.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn placeholders(list: &[String]) -> BTreeSet<String> {
        list.iter()
            .flat_map(|t| {
                t.split('{')
                    .skip(1)
                    .filter_map(|p| p.split_once('}'))
                    .map(|(n, _)| n.to_owned())
            })
            .collect()
    }

    #[test]
    fn all_languages_have_the_same_keys_and_placeholders() {
        let english = stock(Language::English).keys();
        assert!(english.len() > 90, "{}", english.len());
        for language in Language::ALL.iter().copied() {
            let keys = stock(language).keys();
            assert_eq!(
                keys.keys().collect::<Vec<_>>(),
                english.keys().collect::<Vec<_>>(),
                "{language}"
            );
            assert_eq!(stock(language).weekdays.len(), 7, "{language}");
            for (key, list) in keys {
                assert!(
                    !list.is_empty() && list.iter().all(|t| !t.trim().is_empty()),
                    "{language} {key}"
                );
                assert_eq!(
                    placeholders(&list),
                    placeholders(&english[&key]),
                    "{language} {key}"
                );
            }
        }
    }

    #[test]
    fn sentences_are_tidied() {
        let say = |template: &str, value: &str, whole| {
            tidy(fill(template, &|_| Some(value.to_owned()), whole).unwrap())
        };
        assert_eq!(
            say("{plan}, from {time} on.", "see friends", true),
            "See friends, from see friends on."
        );
        assert_eq!(
            say("Don't ask. {task}: half done.", "plan it", true),
            "Don't ask. Plan it: half done."
        );
        assert_eq!(
            say("The last hour of {course} was good.", "Why?", true),
            "The last hour of Why? was good."
        );
        assert_eq!(
            say("How do you find {course}?", "Why?", true),
            "How do you find Why?"
        );
        assert_eq!(
            say("{day} at {time}", "thứ Hai", false),
            "thứ Hai at thứ Hai"
        );
        assert_eq!(say("今天{time}？", "18:30", true), "今天18:30？");
    }

    #[test]
    fn what_is_filled_in_is_data() {
        let values = |name: &str| (name == "you").then(|| "{me}{".to_owned());
        assert_eq!(
            fill("Hi {you}.", &values, true).as_deref(),
            Some("Hi {me}{.")
        );
        assert_eq!(fill("Hi {who}.", &values, true), None);
    }
}
