//! The floors of ARCHITECTURE.md, kept: no rooms of a crate go in a circle; no file of `src/desktop`
//! or of `crates/sim`, nor the tests in it, imports from a room that is listed above its own; in
//! `src/desktop` no files go in a circle, and nor do those of the rooms of `crates/sim` but for a
//! few. (That crates use lower ones only, Cargo sees to.)

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// A module's path below the root of what is looked at: `["map", "camera"]`.
type Module = Vec<String>;

/// For each module of some code the modules that it imports from.
type Imports = BTreeMap<Module, BTreeSet<Module>>;

/// A file of the project.
fn project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A file's code, and the tests at its end.
fn parts(code: &str) -> (&str, &str) {
    code.split_once("#[cfg(test)]\nmod ").unwrap_or((code, ""))
}

/// How many `#` a text without escapes is closed with; none where `before` opens a usual text.
fn raw(before: &str) -> Option<usize> {
    let start = before.trim_end_matches('#');
    let word = start.rsplit(|c: char| !c.is_alphanumeric()).next();
    matches!(word, Some("r" | "br")).then_some(before.len() - start.len())
}

/// Code without comments and texts in quotes.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut letters = code.chars().peekable();
    let mut before = ' ';
    while let Some(c) = letters.next() {
        match (c, letters.peek()) {
            ('/', Some('/')) => {
                letters.by_ref().find(|c| *c == '\n');
                bare.push('\n');
            }
            // A quote after an apostrophe is a letter, `'"'`.
            ('"', _) if before != '\'' && raw(&bare).is_some() => {
                let end = format!("\"{}", "#".repeat(raw(&bare).unwrap_or(0)));
                let mut text = String::new();
                while !text.ends_with(&end) {
                    let Some(c) = letters.next() else { break };
                    text.push(c);
                }
            }
            ('"', _) if before != '\'' => {
                while let Some(c) = letters.next() {
                    match c {
                        '\\' => {
                            letters.next();
                        }
                        '"' => break,
                        _ => {}
                    }
                }
            }
            _ => bare.push(c),
        }
        before = c;
    }
    bare
}

/// The paths that a path with groups stands for, `a::{b, c::d}`, as words; and what comes after it.
fn paths(text: &str) -> (Vec<Module>, &str) {
    let mut rest = text.trim_start();
    let mut so_far = Module::new();
    loop {
        if let Some(inner) = rest.strip_prefix('{') {
            rest = inner.trim_start();
            let mut all = Vec::new();
            while !rest.is_empty() && !rest.starts_with('}') {
                let (found, after) = paths(rest);
                for path in found {
                    all.push(so_far.iter().cloned().chain(path).collect());
                }
                // Another name (`as`) and what is no path (`*`) are stepped over.
                let after = after.trim_start();
                let after = after.strip_prefix("as ").map_or(after, |name| {
                    name.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_')
                });
                let after = after
                    .trim_start()
                    .trim_start_matches([',', '*'])
                    .trim_start();
                rest = if after.len() < rest.len() { after } else { "" };
            }
            return (all, rest.strip_prefix('}').unwrap_or(rest));
        }
        let end = rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        if end == 0 {
            return (vec![so_far], rest);
        }
        so_far.push(rest[..end].to_owned());
        rest = &rest[end..];
        match rest.strip_prefix("::") {
            Some(after) => rest = after,
            None => return (vec![so_far], rest),
        }
    }
}

/// The paths in a piece of code that begin at the crate, above, or here; or in a `use`.
fn named(code: &str) -> Vec<Module> {
    let mut all = Vec::new();
    for start in ["crate::", "super::", "use "] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            // Who may see something, `pub(in crate::mind)`, is no import.
            if before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':')
                && !code[..at].ends_with("(in ")
            {
                let from = if start == "use " {
                    at + start.len()
                } else {
                    at
                };
                all.extend(paths(&code[from..]).0);
            }
        }
    }
    all
}

/// The files of a folder and the modules that they are.
fn modules(folder: &Path, at: &Module, found: &mut BTreeMap<Module, PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut module = at.clone();
        if path.is_dir() {
            module.push(stem);
            modules(&path, &module, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            if stem != "mod" && stem != "lib" {
                module.push(stem);
            }
            found.insert(module, path);
        }
    }
}

/// Who imports from whom below `folder`, whose modules lie below `root` in their crate; with what
/// their tests import, or without it.
fn imports(folder: &Path, root: &[&str], with_tests: bool) -> Imports {
    let mut files = BTreeMap::new();
    modules(folder, &Module::new(), &mut files);
    let mut imports = Imports::new();
    if !with_tests {
        files.retain(|module, _| module.last().is_none_or(|name| name != "tests"));
    }
    for (module, file) in &files {
        let code = std::fs::read_to_string(file).unwrap();
        let (code, tests) = parts(&code);
        let mut all: Vec<(Module, Module)> = named(&bare(code))
            .into_iter()
            .map(|path| (module.clone(), path))
            .collect();
        if with_tests {
            let at: Module = module.iter().cloned().chain(["tests".to_owned()]).collect();
            let found = named(&bare(tests)).into_iter();
            all.extend(found.map(|path| (at.clone(), path)));
        }
        let mut from = BTreeSet::new();
        for (mut target, path) in all {
            let mut path = path.into_iter().peekable();
            match path.peek().map(String::as_str) {
                Some("crate") => {
                    path.next();
                    target.clear();
                    if !root
                        .iter()
                        .all(|part| path.next().as_deref() == Some(*part))
                    {
                        continue;
                    }
                }
                Some("super") => {
                    while path.next_if(|part| part == "super").is_some() {
                        target.pop();
                    }
                }
                Some("self") => {
                    path.next();
                }
                // A name alone is another crate, or a module within this one.
                _ => {}
            }
            target.extend(path);
            while !files.contains_key(&target) {
                target.pop();
            }
            // A name alone that is none of our modules leads back here.
            if target != *module {
                from.insert(target);
            }
        }
        imports.insert(module.clone(), from);
    }
    imports
}

/// The room that a cell of a table names: `room/` or `room.rs`.
fn room(cell: &str) -> Option<&str> {
    let name = cell.trim().strip_prefix('`')?.strip_suffix('`')?;
    name.strip_suffix('/').or(name.strip_suffix(".rs"))
}

/// Which rooms ARCHITECTURE.md lists between two of its lines, the lowest first.
fn listed(from: &str, to: &str) -> Vec<String> {
    let text = std::fs::read_to_string(project("ARCHITECTURE.md")).unwrap();
    let (_, after) = text.split_once(from).unwrap();
    let part = after.split(to).next().unwrap();
    let mut rooms: Vec<String> = part
        .lines()
        .filter(|line| line.starts_with('|'))
        .filter_map(|line| line.split('|').filter_map(room).next_back())
        .map(str::to_owned)
        .collect();
    rooms.reverse();
    rooms
}

/// Every import from a room that is listed above the importer's own, or is not listed.
fn upward(imports: &Imports, rooms: &[String]) -> Vec<String> {
    let floor = |module: &Module| {
        let room = module.first()?;
        Some(rooms.iter().position(|r| r == room).unwrap_or(usize::MAX))
    };
    let mut wrong = Vec::new();
    for (module, from) in imports {
        let Some(own) = floor(module) else { continue };
        if own == usize::MAX {
            wrong.push(format!("{} is not listed", module.join("/")));
        }
        for target in from {
            if floor(target).is_none_or(|above| above > own) {
                wrong.push(format!("{} → {}", module.join("/"), target.join("/")));
            }
        }
    }
    wrong
}

/// A circle of modules that import from each other, if there is one.
fn circle(imports: &Imports) -> Option<String> {
    let mut left = imports.clone();
    // Whoever imports only from those that are settled is settled.
    loop {
        let settled: Vec<Module> = left
            .iter()
            .filter(|(_, from)| from.iter().all(|m| !left.contains_key(m)))
            .map(|(module, _)| module.clone())
            .collect();
        if settled.is_empty() {
            break;
        }
        left.retain(|module, _| !settled.contains(module));
    }
    let mut at = left.keys().next()?;
    let mut way: Vec<&Module> = Vec::new();
    while !way.contains(&at) {
        way.push(at);
        at = left[at].iter().find(|m| left.contains_key(*m))?;
    }
    way.push(at);
    let way = way.into_iter().skip_while(|m| *m != at);
    Some(way.map(|m| m.join("/")).collect::<Vec<_>>().join(" → "))
}

/// The folders whose files go in a circle, a sub-folder counting as one: in most of them the files
/// use what their `mod.rs` holds.
fn in_circles(imports: &Imports) -> BTreeMap<String, String> {
    let folders: BTreeSet<&[String]> = imports
        .keys()
        .filter_map(|m| m.split_last().map(|(_, folder)| folder))
        .filter(|folder| !folder.is_empty())
        .collect();
    let mut found = BTreeMap::new();
    for folder in folders {
        let own = |module: &Module| {
            let name = module.strip_prefix(folder)?.first();
            Some(vec![name.cloned().unwrap_or_else(|| "mod".to_owned())])
        };
        let mut within = Imports::new();
        for (module, from) in imports {
            let Some(file) = own(module) else { continue };
            let from = from.iter().filter_map(own).filter(|m| *m != file);
            within.entry(file.clone()).or_default().extend(from);
        }
        found.extend(circle(&within).map(|way| (folder.join("/"), way)));
    }
    found
}

/// The folders of the simulation whose files still go in a circle. None is to be added.
const ROUND: [&str; 6] = [
    "campus",
    "campus/map",
    "campus/scenario",
    "conduct",
    "simulation",
    "tools",
];

/// Modules taken together into the rooms of their crate: the first word of each; the root is none.
fn in_rooms(imports: &Imports) -> Imports {
    let room = |module: &Module| Some(vec![module.first()?.clone()]);
    let mut rooms = Imports::new();
    for (module, from) in imports {
        let Some(own) = room(module) else { continue };
        let from = from.iter().filter_map(room).filter(|r| *r != own);
        rooms.entry(own.clone()).or_default().extend(from);
    }
    rooms
}

/// The folders that hold the code of a crate: the members of the workspace, and the two that the
/// program itself is made of.
fn crates() -> Vec<(PathBuf, Vec<&'static str>)> {
    let members = std::fs::read_dir(project("crates")).unwrap();
    let mut all: Vec<_> = members
        .map(|member| (member.unwrap().path().join("src"), vec![]))
        .collect();
    all.push((project("training/src"), vec![]));
    all.push((project("src/cli"), vec!["cli"]));
    all.push((project("src/desktop"), vec!["desktop"]));
    all.sort();
    all
}

#[test]
fn no_rooms_of_a_crate_go_in_a_circle() {
    let mut found = BTreeMap::new();
    let mut seen = 0;
    for (folder, root) in crates() {
        let rooms = in_rooms(&imports(&folder, &root, false));
        seen += rooms.len();
        found.extend(circle(&rooms).map(|way| (folder, way)));
    }
    assert!(seen > 100, "the code was not found: {seen} rooms");
    assert_eq!(found, BTreeMap::new());
}

#[test]
fn rooms_of_the_desktop_app_use_those_below_them_and_no_files_go_in_a_circle() {
    let imports = |with_tests| imports(&project("src/desktop"), &["desktop"], with_tests);
    let rooms = listed("## The rooms of the desktop app", "\n## ");
    let found = upward(&imports(true), &rooms);
    assert_eq!(found, [""; 0], "the order: {rooms:?}");
    let imports = imports(false);
    assert!(imports.len() > 30, "the desktop app's code was not found");
    assert_eq!(circle(&imports), None);
}

#[test]
fn rooms_of_the_simulation_use_those_below_them() {
    let imports = |with_tests| imports(&project("crates/sim/src"), &[], with_tests);
    let rooms = listed("`crates/learning/`", "`crates/llm/`");
    let found = upward(&imports(true), &rooms);
    assert_eq!(found, [""; 0], "the order: {rooms:?}");
    let imports = imports(false);
    assert!(imports.len() > 60, "the simulation's code was not found");
    let round = in_circles(&imports);
    assert!(round.keys().eq(ROUND.iter()), "{round:#?}");
}

#[test]
fn an_import_from_above_and_a_circle_are_found() {
    let code = "//! super::not\nuse super::{a::B as _, c::{D, self as e}};\npub(in crate::no) fn f() { crate::top::g(\"super::no\") }\n\
                #[cfg(test)]\nmod tests { use super::x; }";
    let (code, tests) = parts(code);
    assert_eq!(named(&bare(tests)), [["super", "x"], ["super", "x"]]);
    let quoted = "f(r#\"a \" super::no\"#, r\"\\\", b\"super::no\"); super::yes()";
    assert_eq!(named(&bare(quoted)), [["super", "yes"]]);
    let found: Vec<String> = named(&bare(code)).iter().map(|p| p.join("/")).collect();
    assert_eq!(
        found,
        [
            "crate/top/g",
            "super/a/B",
            "super/c/D",
            "super/c/self",
            "super/a/B",
            "super/c/D",
            "super/c/self"
        ]
    );
    let module = |name: &str| name.split('/').map(str::to_owned).collect::<Module>();
    let graph = |edges: &[(&str, &str)]| {
        let mut graph = Imports::new();
        for (from, to) in edges {
            graph.entry(module(to)).or_default();
            graph.entry(module(from)).or_default().insert(module(to));
        }
        graph
    };
    let rooms = ["low".to_owned(), "high".to_owned()];
    let right = graph(&[("high/a", "low/b"), ("high/a", "high/c")]);
    assert_eq!((upward(&right, &rooms), circle(&right)), (vec![], None));
    let wrong = graph(&[
        ("low/b", "high/a"),
        ("high/a", "high/c"),
        ("high/c", "high/a"),
    ]);
    assert_eq!(upward(&wrong, &rooms), ["low/b → high/a"]);
    assert_eq!(circle(&wrong).as_deref(), Some("high/a → high/c → high/a"));
    assert!(in_circles(&right).is_empty());
    assert_eq!(in_circles(&wrong)["high"], "a → c → a");
    let through_a_room = graph(&[("high/a", "high/b/x"), ("high/b/y", "high/a")]);
    assert_eq!(circle(&through_a_room), None);
    assert_eq!(in_circles(&through_a_room)["high"], "a → b → a");
}
