//! Folders of files that are there whole or not at all, where nothing was.

use super::{PARTIAL, builder, folder, prefix, sync_folder};
use crate::error::{Error, Result};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What the names begin with of folders in which [`folder_new`] makes what goes into an empty one.
const WITHIN: &str = ".new.";

/// Whether [`folder_new`] may make a folder of a name: nothing is there, or an empty one, or one in
/// which somebody was killed who made it.
///
/// # Errors
/// Where something else than a folder is there, or the system refuses.
pub fn is_free(path: &Path) -> Result<bool> {
    let entries = match std::fs::read_dir(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(true),
        entries => entries.map_err(|e| Error::io(path, e))?,
    };
    let mut empty = true;
    for entry in entries {
        let entry = entry.map_err(|e| Error::io(path, e))?;
        if is_begun(&entry, WITHIN) {
            return Ok(true);
        }
        empty = false;
    }
    Ok(empty)
}

/// Makes a folder of files by `fill`, with those above it, where one is free ([`is_free`]). Until
/// all of it is written it lies under a temporary name beside the place; or within it, where a
/// folder is there, which may be somebody's working folder. What those who were killed have left of
/// that goes away.
///
/// Of many who make the same folder at once at least one does; others may find theirs gone, and
/// fail. `fill` must not make the folder that it is given.
///
/// # Errors
/// Where `fill` fails, the place is taken or the system refuses; of what was not whole then nothing
/// is left.
pub fn folder_new<E: From<Error>>(
    path: &Path,
    fill: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), E> {
    let io = |e| Error::io(path, e);
    if !is_free(path)? {
        return Err(io(std::io::ErrorKind::AlreadyExists.into()).into());
    }
    let there = path.is_dir();
    let (above, prefix) = match there {
        true => (path, WITHIN.to_owned()),
        false => (folder(path), prefix(path)),
    };
    std::fs::create_dir_all(above).map_err(io)?;
    // Of many who put each other's away, the last who begins has one that nobody puts away.
    let others = put_away(above, &prefix).map_err(io)?;
    let fresh = builder(&prefix).tempdir_in(above).map_err(io)?;
    // Until now it said of an unfinished folder that it is one.
    drop(others);
    fill(fresh.path())?;
    sync_folder(fresh.path()).map_err(io)?;
    if there {
        move_into(fresh.path(), path).map_err(io)?;
    } else {
        std::fs::rename(fresh.path(), path).map_err(io)?;
        // It has another name now.
        let _ = fresh.keep();
    }
    sync_folder(above).map_err(io)?;
    Ok(())
}

/// Whether an entry is a folder that [`folder_new`] has begun, by its name.
fn is_begun(entry: &std::fs::DirEntry, prefix: &str) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    let own = name
        .strip_prefix(prefix)
        .and_then(|rest| rest.strip_suffix(PARTIAL));
    own.is_some_and(|own| own.len() == 6 && own.chars().all(|c| c.is_ascii_alphanumeric()))
        && entry.file_type().is_ok_and(|kind| kind.is_dir())
}

/// Puts the folders that [`folder_new`] has begun somewhere into one that goes away when it is
/// dropped: none where there are none. Whoever is still at work on one of them finds nothing in its
/// place, and puts no half of it anywhere.
fn put_away(above: &Path, prefix: &str) -> std::io::Result<Option<TempDir>> {
    // Where a folder may not be listed, what was begun there stays.
    let begun: Vec<PathBuf> = std::fs::read_dir(above)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| is_begun(entry, prefix))
        .map(|entry| entry.path())
        .collect();
    if begun.is_empty() {
        return Ok(None);
    }
    let away = builder(prefix).tempdir_in(above)?;
    for (i, one) in begun.iter().enumerate() {
        // It may have been put away by somebody else, or come to its end.
        let _ = std::fs::rename(one, away.path().join(i.to_string()));
    }
    Ok(Some(away))
}

/// Moves what lies in a folder into another, but for what is there.
fn move_into(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if place.exists() {
            continue;
        }
        // Somebody else may have put theirs there at this moment.
        if let Err(error) = std::fs::rename(entry.path(), &place)
            && !place.exists()
        {
            return Err(error);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::write_whole;

    /// Fills a folder with two files, one of them in a folder of its own.
    fn two_files(folder: &Path) -> Result<()> {
        std::fs::create_dir(folder.join("a")).map_err(|e| Error::io(folder, e))?;
        write_whole(&folder.join("a/x"), "x")?;
        write_whole(&folder.join("y"), "y")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let name = |entry: std::fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let mut names: Vec<String> = entries.map(|entry| name(entry.unwrap())).collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_folder_is_there_whole_or_not_at_all() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("some/c");
        let half = |folder: &Path| -> Result<()> {
            two_files(folder)?;
            Err(Error::data("half", "half", "all"))
        };
        assert!(folder_new(&path, half).is_err());
        assert_eq!(names(&dir.path().join("some")), [""; 0]);
        assert!(is_free(&path).unwrap());
        folder_new(&path, two_files).unwrap();
        assert_eq!(names(&path), ["a", "y"]);
        assert_eq!(names(&dir.path().join("some")), ["c"]);
        assert!(!is_free(&path).unwrap());
        assert!(is_free(&path.join("y")).is_err(), "a file");
        // Into an empty folder nothing half goes either.
        let empty = dir.path().join("empty");
        std::fs::create_dir(&empty).unwrap();
        assert!(folder_new(&empty, half).is_err());
        assert_eq!(names(&empty), [""; 0]);
        folder_new(&empty, two_files).unwrap();
        assert_eq!(names(&empty), ["a", "y"]);
    }

    #[test]
    fn what_a_killed_one_has_begun_of_a_new_folder_goes_away_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("c");
        let others = [".c.other", ".c.Ab12cD.partial.txt", ".d.Ab12cD.partial"];
        for name in others.iter().chain(&[".c.Ab12cD.partial"]) {
            std::fs::create_dir(dir.path().join(name)).unwrap();
        }
        std::fs::write(dir.path().join(".c.Ef34gH.partial"), "somebody's file").unwrap();
        folder_new(&path, two_files).unwrap();
        let mut stay = others.map(str::to_owned).to_vec();
        stay.extend(["c".to_owned(), ".c.Ef34gH.partial".to_owned()]);
        stay.sort();
        assert_eq!(names(dir.path()), stay);
        // Killed while things were moved into a folder.
        let some = dir.path().join("some");
        std::fs::create_dir_all(some.join(".new.Ab12cD.partial/a")).unwrap();
        std::fs::write(some.join("y"), "y").unwrap();
        assert!(is_free(&some).unwrap());
        folder_new(&some, two_files).unwrap();
        assert_eq!(names(&some), ["a", "y"]);
        assert_eq!(std::fs::read_to_string(some.join("a/x")).unwrap(), "x");
    }

    #[test]
    fn of_many_who_make_one_new_folder_at_once_it_is_whole() {
        let dir = tempfile::tempdir().unwrap();
        for round in 0..20 {
            let path = dir.path().join(round.to_string());
            if round % 2 == 0 {
                std::fs::create_dir(&path).unwrap();
            }
            let made = std::thread::scope(|scope| {
                let one = || folder_new(&path, two_files).is_ok();
                let all: Vec<_> = (0..8).map(|_| scope.spawn(one)).collect();
                let done = all.into_iter().map(|one| one.join().unwrap());
                done.filter(|made| *made).count()
            });
            assert!(made > 0, "{round}: nobody has made it");
            let mut found = names(&path);
            found.retain(|name| !name.ends_with(PARTIAL));
            assert_eq!(found, ["a", "y"], "{round}");
            assert_eq!(names(&path.join("a")), ["x"], "{round}");
        }
    }
}
