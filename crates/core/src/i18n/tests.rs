//! The files of texts are sound: they parse, and they agree with each other.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// Every key of a file with the names of the values it has places for.
fn places(source: &str) -> BTreeMap<&str, BTreeSet<String>> {
    let mut all: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut now = "";
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some(key) = keys(line).next() {
            now = key;
            assert!(
                all.insert(key, BTreeSet::new()).is_none(),
                "{key} stands there twice"
            );
        }
        for part in line.split('$').skip(1) {
            let name = part
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '-')
                .collect();
            all.get_mut(now).unwrap().insert(name);
        }
    }
    all
}

#[test]
fn every_file_can_be_read() {
    for language in Language::ALL.iter().copied() {
        if let Err((_, errors)) = FluentResource::try_new(language.source().to_owned()) {
            panic!("{}.ftl: {errors:?}", language.word());
        }
    }
}

#[test]
fn every_language_has_the_same_texts_with_the_same_places() {
    let english = places(Language::English.source());
    assert!(english.len() > 200);
    for language in Language::ALL.iter().copied() {
        let other = places(language.source());
        let lacks: Vec<_> = english
            .keys()
            .filter(|key| !other.contains_key(*key))
            .collect();
        let more: Vec<_> = other
            .keys()
            .filter(|key| !english.contains_key(*key))
            .collect();
        assert!(
            lacks.is_empty() && more.is_empty(),
            "{}.ftl lacks {lacks:?}, and has {more:?}",
            language.word()
        );
        for (key, values) in &english {
            // A plural may be all there is to a number in English; the other way round a number
            // would be lost.
            assert_eq!(values, &other[key], "{key} in {}.ftl", language.word());
        }
    }
}

#[test]
fn every_text_can_be_filled_in() {
    for language in Language::ALL.iter().copied() {
        let (words, all) = (Words::new(language), places(language.source()));
        for (key, names) in &all {
            for n in [0, 1, 2, 7] {
                let values: Vec<(&str, Value<'_>)> =
                    names.iter().map(|name| (name.as_str(), n.into())).collect();
                let text = words.say_with(key, &values);
                assert!(
                    !text.contains(['{', '}', '$', '\u{2068}']) && text != *key || *key == text,
                    "{key}: {text}"
                );
                assert!(!text.contains('{'), "{key}: {text}");
            }
            assert_eq!(words.plain.contains_key(*key), names.is_empty(), "{key}");
        }
    }
}

#[test]
fn what_a_language_lacks_is_said_in_english_and_what_english_lacks_as_it_is() {
    let mut words = Words::new(Language::Chinese);
    assert_eq!(words.say("help"), "帮助");
    assert_eq!(words.say("no-such-text"), "no-such-text");
    assert_eq!(words.say_with("no-such-text", &[]), "no-such-text");
    words.bundles.remove(0);
    words.cut.clear();
    assert_eq!(
        words.say_with("about-knows", &[("n", 1.into())]),
        "Knows 1 person"
    );
    assert_eq!(
        words.say_with("about-knows", &[("n", 3.into())]),
        "Knows 3 people"
    );
    assert_eq!(
        words.label("doing", "new_kind_of_thing"),
        "new kind of thing"
    );
    assert_eq!(words.label("doing", "in_class"), "上课");
    assert!(words.label_with("event", "unheard_of", &[]).is_none());
}

#[test]
fn texts_that_are_cut_read_as_fluent_has_them() {
    for language in Language::ALL.iter().copied() {
        let (words, all) = (Words::new(language), places(language.source()));
        assert!(words.cut.len() > 100);
        let mut slow = Words::new(language);
        slow.cut.clear();
        for (key, names) in all.iter().filter(|(key, _)| words.cut.contains_key(**key)) {
            let values: Vec<(&str, Value<'_>)> = names
                .iter()
                .enumerate()
                .map(|(i, name)| {
                    let value = if i % 2 == 0 {
                        Value::from(1234.5 + i as f64)
                    } else {
                        Value::from("a “word” {")
                    };
                    (name.as_str(), value)
                })
                .collect();
            assert_eq!(words.say_with(key, &values), slow.say_with(key, &values));
            assert_eq!(words.say_with(key, &[]), slow.say_with(key, &[]));
        }
    }
}

#[test]
fn a_sentence_in_another_has_no_stop_of_its_own() {
    let cases = [
        ("I was there. ", "I was there"),
        ("门开着。", "门开着"),
        ("She said “Come in.”", "She said “Come in”"),
        ("She said “Come in?”", "She said “Come in?”"),
        ("Really?", "Really?"),
        ("", ""),
    ];
    for (sentence, bare) in cases {
        assert_eq!(super::bare(sentence), bare);
    }
}
