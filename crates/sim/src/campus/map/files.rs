//! The files of a map: the map itself, the tilesets and templates that it names, and their
//! pictures. Only regular files within the map's folder are read, or within the data folder where
//! the map lies in a folder `maps` of one, or within the project, and what the program carries.

use collegium_core::{
    files::{self, CARRIED, moved, tidy},
    input::{did_you_mean, read_file},
};
use std::{
    io,
    path::{Path, PathBuf},
};

/// The bytes of a file of at most `most`, on disk or carried.
///
/// # Errors
/// What was found and expected instead.
pub(super) fn read(file: &Path, most: u64) -> Result<Vec<u8>, String> {
    read_file(&moved(file), most)
}

/// Whether there is a regular file, on disk or carried.
pub(super) fn is_file(file: &Path) -> bool {
    files::is_file(&moved(file))
}

/// Which file beside one that is not there may be meant, to be put behind a message.
pub(super) fn instead_of(file: &Path) -> String {
    let folder = moved(file).parent().map(Path::to_owned).unwrap_or_default();
    let beside = files::list(&folder).unwrap_or_default();
    let names = beside.iter().filter_map(|path| path.file_name()?.to_str());
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    did_you_mean(&name, names)
}

/// The first bytes of a regular file, on disk or carried.
///
/// # Errors
/// When it is not there or cannot be read.
pub(super) fn beginning(file: &Path, wanted: usize) -> io::Result<Vec<u8>> {
    files::beginning(&moved(file), wanted)
}

/// The folder within which the files of a map must lie.
pub(super) fn root_of(map: &Path) -> PathBuf {
    let map = tidy(&absolute(map));
    let folder = map.parent().unwrap_or(Path::new("/"));
    match (folder.file_name(), folder.parent()) {
        (Some(name), Some(data)) if name == "maps" => data.to_owned(),
        _ => folder.to_owned(),
    }
}

/// Whether a path leads to a carried file, or to a place within `root` or the project.
pub(super) fn within(root: &Path, path: &Path) -> bool {
    let found = moved(path);
    let project = files::project().map(|folder| tidy(&absolute(&folder.join("x"))));
    let project = project.as_deref().and_then(Path::parent);
    found.starts_with(CARRIED)
        || lies_in(root, &found)
        || project.is_some_and(|project| lies_in(project, &found))
}

/// Whether a path lies in a folder, by its words and by the links along it.
fn lies_in(folder: &Path, path: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let path = absolute(path);
    // Where nothing is, its folder tells.
    let there = match path.parent() {
        Some(folder) if !path.is_file() => real(folder),
        _ => real(&path),
    };
    tidy(&path).starts_with(folder) && there.starts_with(real(folder))
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_folder_of_the_map_or_of_its_data_is_within() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(root_of(Path::new("a.tmx")), here);
        let root = root_of(Path::new("maps/a.tmx"));
        assert_eq!(root, here);
        let good = |path: &str| within(&root, Path::new(path));
        assert!(good("maps/../assets/tiles/own.tsx"));
        assert!(!good("maps/../../secret.tsx"));
        assert!(!good("/dev/zero"));
        let root = root_of(Path::new("/x/own/a.tmx"));
        assert_eq!(root, Path::new("/x/own"));
        assert!(!within(&root, Path::new("/x/own/../own.tsx")));
        assert!(within(&root, Path::new("/x/own/own.tsx")));
        // What is carried may be named from anywhere.
        assert!(within(&root, Path::new("/x/assets/tiles/walls.tsx")));
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_folder_are_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let map = folder.path().join("own/a.tmx");
        std::fs::create_dir(folder.path().join("own")).unwrap();
        std::fs::write(folder.path().join("out.tsx"), "").unwrap();
        let link = folder.path().join("own/in.tsx");
        std::os::unix::fs::symlink(folder.path().join("out.tsx"), &link).unwrap();
        assert!(!within(&root_of(&map), &link));
    }
}
