//! Finding the project's files (pictures, maps, scenarios) from wherever the program was started.

use std::path::{Path, PathBuf};

/// Finds a file or folder that is named relative to the project: in the current folder, beside `near` or above it, beside the program or above it.
pub fn find(name: &Path, near: &Path) -> Option<PathBuf> {
    let program = std::env::current_exe().ok();
    let folders = std::iter::once(Path::new(""))
        .chain(near.ancestors().skip(1))
        .chain(program.iter().flat_map(|p| p.ancestors().skip(1)));
    folders.map(|folder| folder.join(name)).find(|path| path.exists())
}

/// Finds a map: where the scenario says, or of the same name in the project's `maps`.
pub fn find_map(file: &Path) -> Option<PathBuf> {
    if file.exists() {
        return Some(file.to_owned());
    }
    find(file, file).or_else(|| find(&Path::new("maps").join(file.file_name()?), file))
}

/// The first name `stem-1`, `stem-2`, … for which `taken` says no.
pub fn free_name(stem: &str, taken: impl Fn(&str) -> bool) -> String {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut stem: String = stem.chars().map(|c| if fits(c) { c } else { '-' }).take(60).collect();
    if stem.is_empty() {
        stem = "run".to_owned();
    }
    (1u32..).map(|n| format!("{stem}-{n}")).find(|name| !taken(name)).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_free_number_is_taken() {
        assert_eq!(free_name("first-week", |_| false), "first-week-1");
        assert_eq!(free_name("first-week", |n| n != "first-week-3"), "first-week-3");
        assert_eq!(free_name("a b/c", |_| false), "a-b-c-1");
        assert_eq!(free_name("", |_| false), "run-1");
    }

    #[test]
    fn files_are_found_above() {
        let folder = tempfile::tempdir().unwrap();
        let maps = folder.path().join("maps");
        std::fs::create_dir_all(&maps).unwrap();
        std::fs::write(maps.join("meadow-for-this-test.tmx"), "").unwrap();
        let near = folder.path().join("scenarios/deep/one.toml");
        assert_eq!(
            find(Path::new("maps/meadow-for-this-test.tmx"), &near),
            Some(maps.join("meadow-for-this-test.tmx"))
        );
        assert_eq!(find(Path::new("maps/no-such-map.tmx"), &near), None);
        assert_eq!(
            find_map(&folder.path().join("old/meadow-for-this-test.tmx")),
            Some(maps.join("meadow-for-this-test.tmx"))
        );
    }
}
