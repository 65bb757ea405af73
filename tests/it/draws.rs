//! What luck decides: no two purposes have one name, for they would share their dice.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// The files of code in a folder and those below it.
fn files(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files(&path, found)?;
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

/// The names that some code gives to purposes, but for those of its tests; empty where it gives
/// something that is no text.
fn names(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = code.lines().filter(|l| !l.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    let given = code.split("Draw::of(").skip(1);
    given
        .map(|rest| {
            let text = rest.trim_start().strip_prefix('"');
            let name = text.and_then(|text| text.split('"').next());
            name.unwrap_or_default().to_owned()
        })
        .collect()
}

#[test]
fn no_two_purposes_have_one_name() -> io::Result<()> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    files(&project.join("src"), &mut all)?;
    files(&project.join("training/src"), &mut all)?;
    for member in fs::read_dir(project.join("crates"))? {
        files(&member?.path().join("src"), &mut all)?;
    }
    let mut named: BTreeMap<String, u32> = BTreeMap::new();
    for file in all {
        for name in names(&fs::read_to_string(file)?) {
            *named.entry(name).or_default() += 1;
        }
    }
    assert!(named.len() > 30, "the purposes were not found: {named:?}");
    assert!(!named.contains_key(""), "a purpose has no name of its own");
    named.retain(|_, times| *times > 1);
    assert_eq!(named, BTreeMap::new());
    Ok(())
}

#[test]
fn a_name_is_found_wherever_it_stands() {
    let code = "/// As `Draw::of(\"told\")`.\nconst A: Draw = Draw::of(\"a\");\n\
                f(Draw::of(\n    \"b: c\",\n), Draw::of(d));\n\
                #[cfg(test)]\nmod tests { Draw::of(\"test\") }";
    assert_eq!(names(code), ["a", "b: c", ""]);
}
