//! The stocks of speech: `assets/speech/LANGUAGE.toml`, read once.

use crate::campus::exchange::Step;
use collegium_core::{
    dice::Stream,
    files,
    i18n::Language,
    sentence::{GapValues, Sentence},
    time::SimTime,
};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

/// What can be said and written in one language: lists of sentences with gaps, by table and key.
#[derive(Debug, Default)]
pub struct Stock {
    weekdays: Vec<String>,
    /// Words of the first person, with those of the second.
    yours: Vec<(String, String)>,
    tables: BTreeMap<String, BTreeMap<String, Vec<Sentence>>>,
}

static STOCKS: LazyLock<Vec<(Language, Stock)>> = LazyLock::new(|| {
    let read = |language: &Language| {
        let name = format!("assets/speech/{}.toml", language.word());
        (*language, files::text(&name, Stock::read))
    };
    Language::ALL.iter().map(read).collect()
});

/// The sentences and words that people speak with in a language.
pub fn stock(language: Language) -> &'static Stock {
    let at = STOCKS.iter().position(|(l, _)| *l == language).unwrap_or(0);
    &STOCKS[at].1
}

impl Stock {
    fn read(text: &str) -> Result<Self, String> {
        #[derive(Deserialize)]
        struct File {
            weekdays: [String; 7],
            yours: Vec<(String, String)>,
            #[serde(flatten)]
            tables: BTreeMap<String, BTreeMap<String, Vec<String>>>,
        }
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut stock = Self {
            weekdays: file.weekdays.into(),
            yours: file.yours,
            ..Self::default()
        };
        for (table, keys) in file.tables {
            let read = stock.tables.entry(table).or_default();
            for (key, list) in keys {
                let sentences: Result<_, _> = list.iter().map(|t| Sentence::read(t)).collect();
                read.insert(key, sentences.map_err(|bad| bad.to_string())?);
            }
        }
        Ok(stock)
    }

    /// The sentences under a key.
    pub fn list(&self, table: &str, key: &str) -> &[Sentence] {
        self.tables
            .get(table)
            .and_then(|t| t.get(key))
            .map_or(&[], Vec::as_slice)
    }

    /// The key under which a part of an exchange stands: one of its own for what the answer comes
    /// to, where there is one.
    pub fn key_of(&self, step: &Step) -> String {
        let part = step.part.word();
        let own = step.gist.map(|gist| format!("{part}_{}", gist.word()));
        own.filter(|key| !self.list(step.matter.word(), key).is_empty())
            .unwrap_or_else(|| part.to_owned())
    }

    /// The sentences of a part of an exchange.
    pub fn of_step(&self, step: &Step) -> &[Sentence] {
        self.list(step.matter.word(), &self.key_of(step))
    }

    /// Words of somebody about themselves, turned to them: “my” becomes “your”.
    pub fn turned_to_you(&self, words: &str) -> String {
        let turn = |word: &str| {
            let at = self.yours.iter().find(|(mine, _)| mine == word);
            at.map_or_else(|| word.to_owned(), |(_, yours)| yours.clone())
        };
        // Scripts without spaces are turned sign by sign.
        if words.contains(|c: char| c as u32 > 0x2e80) {
            return words.chars().map(|c| turn(&c.to_string())).collect();
        }
        let all: Vec<String> = words.split(' ').map(turn).collect();
        all.join(" ")
    }

    /// A sentence under a key with everything filled in; empty where no sentence has all it needs.
    pub fn pick(
        &self,
        table: &str,
        key: &str,
        values: &GapValues<'_>,
        roll: &mut Stream,
    ) -> String {
        let list = self.list(table, key);
        let first = roll.index(list.len());
        // Parts of sentences keep their small letters.
        let whole = !matches!(table, "when" | "what" | "fact");
        let filled =
            (0..list.len()).find_map(|i| list[(first + i) % list.len()].fill(values, whole));
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

    /// The name of a moment's day of the week.
    pub fn weekday(&self, moment: SimTime) -> String {
        self.day_of_week(moment.weekday())
    }

    /// A day of the week by its number, 0 for Monday.
    pub fn day_of_week(&self, number: usize) -> String {
        let day = self.weekdays.get(number % 7);
        day.cloned().unwrap_or_default()
    }

    #[cfg(test)]
    fn keys(&self) -> BTreeMap<String, Vec<Sentence>> {
        let all = self.tables.iter().flat_map(|(t, keys)| {
            keys.iter()
                .map(move |(k, v)| (format!("{t}.{k}"), v.clone()))
        });
        all.collect()
    }
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

    /// The gaps of sentences, but for how the other is addressed, which languages do differently.
    fn gaps(list: &[Sentence]) -> BTreeSet<String> {
        list.iter()
            .flat_map(Sentence::names)
            .filter(|name| !matches!(*name, "you" | "call"))
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn all_languages_have_the_same_keys_and_gaps() {
        let english = stock(Language::English).keys();
        assert!(english.len() > 90, "{}", english.len());
        for language in Language::ALL.iter().copied() {
            let keys = stock(language).keys();
            assert_eq!(
                keys.keys().collect::<Vec<_>>(),
                english.keys().collect::<Vec<_>>(),
                "{language}"
            );
            for (key, list) in keys {
                assert!(
                    !list.is_empty() && list.iter().all(|s| !s.with("x").trim().is_empty()),
                    "{language} {key}"
                );
                assert_eq!(gaps(&list), gaps(&english[&key]), "{language} {key}");
            }
        }
    }

    #[test]
    fn sentences_are_tidied() {
        for (said, tidied) in [
            ("How do you find Why??", "How do you find Why?"),
            ("The last hour was Why?.", "The last hour was Why?"),
            ("为什么？？好的。", "为什么？好的。"),
            ("Fine.", "Fine."),
        ] {
            assert_eq!(tidy(said.to_owned()), tidied);
        }
    }

    #[test]
    fn sentences_are_templates_and_are_filled_like_templates() {
        let mut engine = minijinja::Environment::new();
        engine.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
        let mut compared = 0;
        for language in Language::ALL {
            let name = format!("assets/speech/{}.toml", language.word());
            let text = files::read_to_string(&files::carried(&name)).unwrap();
            let file: toml::Table = toml::from_str(&text).unwrap();
            let tables = file.values().filter_map(toml::Value::as_table);
            let lists = tables.flat_map(|table| table.values());
            for written in lists.flat_map(|list| list.as_array().unwrap()) {
                let written = written.as_str().unwrap();
                let sentence = Sentence::read(written).unwrap();
                let value = |name: &str| format!("“{name}” {{ }} 1");
                let values: BTreeMap<&str, String> =
                    sentence.names().map(|name| (name, value(name))).collect();
                let rendered = engine.render_str(written, &values).unwrap();
                let filled = sentence.fill(&|name| Some(value(name)), false).unwrap();
                assert_eq!(filled, rendered, "{written}");
                compared += 1;
            }
        }
        assert!(compared > 1500, "{compared}");
    }
}
