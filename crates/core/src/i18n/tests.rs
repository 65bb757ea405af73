//! The files of texts are sound: they parse, they agree with each other, and with what the code
//! asks for.

use super::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Kinds of which every word of the simulation has a text; which words there are is checked where
/// they are shown.
const KINDS: [&str; 31] = [
    "routine",
    "doing",
    "role",
    "relation",
    "item",
    "action",
    "part",
    "memory",
    "need",
    "trait",
    "refusal",
    "mind",
    "group",
    "engagement",
    "event",
    "cause",
    "fault",
    "flaw",
    "purpose",
    "reply",
    "gesture",
    "decider",
    "algorithm",
    "learns",
    "measure",
    "measured",
    "point",
    "act",
    "feature",
    "unit",
    "lesson",
];

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

/// All code in a folder, file by file.
fn code(folder: &Path, found: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            code(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push((
                path.display().to_string(),
                std::fs::read_to_string(&path).unwrap(),
            ));
        }
    }
}

/// The keys that a piece of code names, and whether each is said with values. `label` gives kinds.
fn named(text: &str, call: &str) -> Vec<String> {
    let text: String = text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("( \"", "(\"");
    let parts = text.split(call).skip(1);
    parts
        .filter_map(|rest| Some(rest.strip_prefix('"')?.split_once('"')?.0.to_owned()))
        .collect()
}

#[test]
fn the_code_and_the_files_agree() {
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    code(&root.join("src/desktop"), &mut files);
    let told = files.len();
    assert!(told > 20, "the desktop app's code was not found");
    // Where the simulation tells of events, calls and decisions.
    code(&root.join("crates/sim/src/tools"), &mut files);
    let decisions = root.join("crates/sim/src/mind/state.rs");
    let text = std::fs::read_to_string(&decisions).unwrap();
    files.push((decisions.display().to_string(), text));
    assert!(files.len() > told + 10, "the tools' code was not found");
    let english = places(Language::English.source());
    let mut used: BTreeSet<String> = BTreeSet::new();
    for (file, text) in &files {
        for key in named(text, ".say(").into_iter().chain(named(text, "key(")) {
            let values = english
                .get(key.as_str())
                .unwrap_or_else(|| panic!("{file}: no text “{key}” in en.ftl"));
            assert!(
                values.is_empty(),
                "{file}: “{key}” has places for {values:?}; use say_with"
            );
            used.insert(key);
        }
        for key in named(text, ".say_with(") {
            let values = english
                .get(key.as_str())
                .unwrap_or_else(|| panic!("{file}: no text “{key}” in en.ftl"));
            assert!(
                !values.is_empty(),
                "{file}: “{key}” has no places for values; use say"
            );
            used.insert(key);
        }
        let kinds = [
            ".label(",
            ".label_with(",
            "title(words, ",
            "title(screen.words, ",
        ]
        .iter()
        .flat_map(|call| named(text, call));
        for kind in kinds {
            assert!(
                KINDS.contains(&kind.as_str()),
                "{file}: the kind “{kind}” is not in the list of this test"
            );
        }
    }
    let of_a_kind = |key: &str| {
        KINDS.iter().any(|kind| {
            key.strip_prefix(kind)
                .is_some_and(|rest| rest.starts_with('-'))
        })
    };
    let unused: Vec<_> = english
        .keys()
        .filter(|key| !used.contains(**key) && !of_a_kind(key))
        .collect();
    assert!(unused.is_empty(), "texts that nobody shows: {unused:?}");
}

#[test]
fn what_a_language_lacks_is_said_in_english_and_what_english_lacks_as_it_is() {
    let mut words = Words::new(Language::Chinese);
    assert_eq!(words.say("help"), "帮助");
    assert_eq!(words.say("no-such-text"), "no-such-text");
    assert_eq!(words.say_with("no-such-text", &[]), "no-such-text");
    words.bundles.remove(0);
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
