//! The texts of the program and the code that says them agree: no text is asked for that is not
//! there, and none is there that nobody asks for.

use collegium_core::text::Shown as _;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

/// Kinds of which every word of the simulation has a text; which words there are is checked where
/// they are shown.
const KINDS: [&str; 50] = [
    "month",
    "season",
    "sky",
    "routine",
    "doing",
    "role",
    "relation",
    "item",
    "an-item",
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
    "repair",
    "unfit",
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
    "chain-ending",
    "hindrance",
    "obstacle",
    "toward",
    "news-worked",
    "recalled",
    "received",
    "seen",
    "urgent",
    "manner",
    "lacking",
    "feeling",
    "intent",
];

/// Every key of a file with the names of the values it has places for.
fn places(source: &str) -> BTreeMap<&str, BTreeSet<String>> {
    let mut all: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut now = "";
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_alphabetic())
            && let Some((key, _)) = line.split_once('=')
        {
            now = key.trim_end();
            all.insert(now, BTreeSet::new());
        }
        for part in line.split('$').skip(1) {
            let name = part
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '-')
                .collect();
            all.entry(now).or_default().insert(name);
        }
    }
    all
}

/// All code in a folder, file by file.
fn code(folder: &Path, found: &mut Vec<(String, String)>) -> io::Result<()> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        entries.push(entry?.path());
    }
    entries.sort();
    for path in entries {
        if path.is_dir() {
            code(&path, found)?;
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push((path.shown(), fs::read_to_string(&path)?));
        }
    }
    Ok(())
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
fn the_code_and_the_files_agree() -> io::Result<()> {
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    code(&root.join("src/desktop"), &mut files)?;
    let told = files.len();
    assert!(told > 20, "the desktop app's code was not found");
    // Where the simulation tells of events, calls, decisions and lessons.
    code(&root.join("crates/sim/src"), &mut files)?;
    // What people say has sentences of its own, which are asked for likewise.
    files.retain(|(file, _)| !file.contains("/mind/talk/speech/"));
    assert!(
        files.len() > told + 100,
        "the simulation's code was not found"
    );
    let source = fs::read_to_string(root.join("assets/words/en.ftl"))?;
    let english = places(&source);
    let of_a_kind = |key: &str| {
        KINDS.iter().any(|kind| {
            key.strip_prefix(kind)
                .is_some_and(|rest| rest.starts_with('-'))
        })
    };
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
                KINDS.contains(&kind.as_str()) || of_a_kind(&kind),
                "{file}: the kind “{kind}” is not in the list of this test"
            );
        }
    }
    let unused: Vec<_> = english
        .keys()
        .filter(|key| !used.contains(**key) && !of_a_kind(key))
        .collect();
    assert!(unused.is_empty(), "texts that nobody shows: {unused:?}");
    Ok(())
}

/// All files of a folder but what is built or hidden, by their paths from the root.
fn files(root: &Path, folder: &Path, found: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Of what is hidden, the settings and checks of the project count.
        let hidden = name.starts_with('.') && !matches!(name.as_str(), ".cargo" | ".ci");
        if hidden || name == "target" {
            continue;
        }
        let path = entry.path();
        let at = path.strip_prefix(root).unwrap_or(&path).shown();
        if path.is_dir() {
            found.insert(format!("{at}/"));
            files(root, &path, found)?;
        } else {
            found.insert(at);
        }
    }
    Ok(())
}

/// What the program writes or people make: docs may name it, and it is not there.
const MADE: [&str; 6] = [
    "saves/",
    "runs/",
    "demos/",
    "heads/",
    "collegium.toml",
    "assets/prompts/LANGUAGE/line.md",
];

#[test]
fn the_files_that_docs_name_are_there() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = BTreeSet::new();
    files(root, root, &mut all)?;
    let there = |name: &str| {
        let end = format!("/{name}");
        all.iter().any(|file| file == name || file.ends_with(&end))
    };
    let pages = all.iter().filter(|file| {
        let page = file.strip_prefix("docs/").unwrap_or(file);
        page.ends_with(".md") && !page.contains('/')
    });
    let mut named = 0;
    let mut lost = Vec::new();
    for page in pages {
        let text = fs::read_to_string(root.join(page))?;
        for name in text.split('`').skip(1).step_by(2) {
            let plain = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
            let file = [".rs", ".md", ".toml", ".ftl", "/"]
                .iter()
                .any(|end| name.len() > end.len() && name.ends_with(end));
            if !file || !name.chars().all(plain) || MADE.contains(&name) {
                continue;
            }
            named += 1;
            if !there(name) {
                lost.push(format!("{page}: {name}"));
            }
        }
    }
    assert!(named > 100, "{named}");
    assert!(lost.is_empty(), "docs name what is not there: {lost:?}");
    Ok(())
}
