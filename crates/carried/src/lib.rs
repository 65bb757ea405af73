//! The files that Collegium carries within itself, so that it works wherever it is copied to:
//! scenarios with their people, maps with their tilesets, art, fonts, texts and policy heads.
//!
//! Only bytes by name are here; which file is meant where is decided by `collegium_core::files`.

use flate2::read::DeflateDecoder;
use include_dir::{Dir, include_dir};
use std::{io::Read as _, sync::OnceLock};

/// The carried folders, each with its name in the project.
static FOLDERS: [(&str, Dir<'static>); 3] = [
    ("assets", include_dir!("$CARGO_MANIFEST_DIR/../../assets")),
    (
        "scenarios",
        include_dir!("$CARGO_MANIFEST_DIR/../../scenarios"),
    ),
    (
        "training/heads",
        include_dir!("$CARGO_MANIFEST_DIR/../../training/heads"),
    ),
];

/// A file that is carried packed, and unpacked when it is wanted for the first time.
struct Packed {
    name: &'static str,
    packed: &'static [u8],
    whole: OnceLock<Vec<u8>>,
}

impl Packed {
    const fn of(name: &'static str, packed: &'static [u8]) -> Self {
        Self {
            name,
            packed,
            whole: OnceLock::new(),
        }
    }

    fn whole(&self) -> &[u8] {
        self.whole.get_or_init(|| {
            let mut whole = Vec::new();
            // What is carried was packed when the program was built.
            match DeflateDecoder::new(self.packed).read_to_end(&mut whole) {
                Ok(_) => whole,
                Err(_) => Vec::new(),
            }
        })
    }
}

/// The folder of the maps, which are carried packed.
const MAPS: &str = "maps";

// The maps, by their names.
include!(concat!(env!("OUT_DIR"), "/maps.rs"));

/// The folder that holds a name, and what is left of the name in it.
fn within(name: &str) -> Option<(&'static Dir<'static>, &str)> {
    FOLDERS.iter().find_map(|(folder, dir)| {
        let rest = name.strip_prefix(folder)?;
        match rest.strip_prefix('/') {
            Some(rest) => Some((dir, rest)),
            None => rest.is_empty().then_some((dir, "")),
        }
    })
}

fn dir(name: &str) -> Option<&'static Dir<'static>> {
    match within(name)? {
        (dir, "") => Some(dir),
        (dir, rest) => dir.get_dir(rest),
    }
}

/// The bytes of a file by its name in the project, such as `maps/larkmoor.tmx`, with `/` between
/// its parts; none where no such file is carried.
pub fn file(name: &str) -> Option<&'static [u8]> {
    if let Some(map) = name.strip_prefix(MAPS).and_then(|n| n.strip_prefix('/')) {
        let packed = PACKED.iter().find(|packed| packed.name == map)?;
        return Some(packed.whole());
    }
    let (dir, rest) = within(name)?;
    Some(dir.get_file(rest)?.contents())
}

/// Whether a file of that name is carried; see [`file`].
pub fn has(name: &str) -> bool {
    match name.strip_prefix(MAPS).and_then(|n| n.strip_prefix('/')) {
        Some(map) => PACKED.iter().any(|packed| packed.name == map),
        None => file(name).is_some(),
    }
}

/// The names of the files in a folder, without those of the folders within it, sorted; none where
/// no such folder is carried.
pub fn list(folder: &str) -> Option<Vec<&'static str>> {
    if folder.trim_end_matches('/') == MAPS {
        return Some(PACKED.iter().map(|packed| packed.name).collect());
    }
    let mut names: Vec<&str> = dir(folder)?
        .files()
        .filter_map(|file| file.path().file_name()?.to_str())
        .collect();
    names.sort_unstable();
    Some(names)
}

/// The names of all files in a folder and the folders within it, from the project's root on,
/// sorted.
pub fn all(folder: &str) -> Vec<String> {
    fn walk(name: &str, dir: &Dir<'_>, found: &mut Vec<String>) {
        let parts = |path: &std::path::Path| -> Option<String> {
            let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
            Some(parts?.join("/"))
        };
        for file in dir.files() {
            found.extend(parts(file.path()).map(|path| format!("{name}/{path}")));
        }
        for dir in dir.dirs() {
            walk(name, dir, found);
        }
    }
    let mut found = Vec::new();
    if folder.trim_end_matches('/') == MAPS {
        let names = PACKED.iter().map(|packed| packed.name);
        found.extend(names.map(|name| format!("{MAPS}/{name}")));
    }
    for (name, whole) in &FOLDERS {
        if let Some((own, _)) = within(folder)
            && std::ptr::eq(own, whole)
            && let Some(dir) = dir(folder)
        {
            walk(name, dir, &mut found);
        }
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_run_needs_is_there() {
        for name in [
            "scenarios/first-week.toml",
            "scenarios/terms/autumn.toml",
            "maps/larkmoor.tmx",
            "assets/tiles/terrain.tsx",
            "assets/tiles/terrain.png",
            "assets/words/en.ftl",
            "assets/prompts/en/plan.md",
            "assets/speech/en.toml",
            "training/heads/bc.json",
        ] {
            assert!(
                has(name) && file(name).is_some_and(|bytes| !bytes.is_empty()),
                "{name}"
            );
        }
        for name in [
            "maps",
            "maps/",
            "assets/none.png",
            "src/main.rs",
            "",
            "mapslarkmoor.tmx",
        ] {
            assert!(!has(name) && file(name).is_none(), "{name}");
        }
    }

    #[test]
    fn maps_come_back_as_they_were() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../maps/");
        assert_eq!(all("maps").len(), PACKED.len());
        for packed in &PACKED {
            let written = std::fs::read(format!("{folder}{}", packed.name)).unwrap();
            let carried = file(&format!("maps/{}", packed.name));
            assert!(carried == Some(&written[..]), "{}", packed.name);
            assert!(packed.packed.len() * 4 < written.len(), "{}", packed.name);
        }
    }

    #[test]
    fn folders_are_listed() {
        assert_eq!(
            list("maps"),
            Some(vec!["first-house.tmx", "larkmoor.tmx", "northmoor.tmx"])
        );
        assert!(list("scenarios/personas").is_some_and(|names| names.len() >= 25));
        assert!(list("none").is_none());
        let all = all("scenarios");
        assert!(all.contains(&"scenarios/personas/amara-okafor.toml".to_owned()));
        assert!(all.iter().all(|name| file(name).is_some()));
    }
}
