//! Finding the project's files (pictures, maps, scenarios) from wherever the program was started.

use std::path::{Path, PathBuf};

/// Finds a file or folder that is named relative to the project: in the current folder, beside
/// `near` or above it, beside the program or above it.
pub fn find(name: &Path, near: &Path) -> Option<PathBuf> {
    let program = std::env::current_exe().ok();
    let folders = std::iter::once(Path::new(""))
        .chain(near.ancestors().skip(1))
        .chain(program.iter().flat_map(|p| p.ancestors().skip(1)));
    folders
        .map(|folder| folder.join(name))
        .find(|path| path.exists())
}

/// Finds a map: where the scenario says, or of the same name in the project's `maps`.
pub fn find_map(file: &Path) -> Option<PathBuf> {
    if file.exists() {
        return Some(file.to_owned());
    }
    find(file, file).or_else(|| find(&Path::new("maps").join(file.file_name()?), file))
}

#[cfg(test)]
mod tests {
    use super::*;

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
