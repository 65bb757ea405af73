//! Drafts of saves: files under a temporary name, which get a save's name when they are whole.
//! Whoever makes one holds it as writers hold saves. One that nobody holds was left by a process
//! that was killed.

use super::site::OF_SQLITE;
use std::{
    collections::BTreeSet,
    fs::{self, OpenOptions},
    io, iter,
    path::Path,
};
use tempfile::NamedTempFile;
use training::files::{Hold, LOCK, beside};

/// What the names of drafts begin and end with.
const BEGIN: &str = ".new-";
const END: &str = ".campus-draft";

/// Makes an empty draft in a folder. It is held for as long as it is there: until it has another
/// name, or is dropped and goes away.
///
/// # Errors
/// When no file can be made there.
pub(super) fn begin(folder: &Path) -> io::Result<NamedTempFile<Hold>> {
    let mut named = tempfile::Builder::new();
    named.prefix(BEGIN).suffix(END).make_in(folder, |path| {
        // Held before there is a file: no draft that somebody makes is ever without its hold. A
        // name that is taken makes another be tried.
        let Some(hold) = Hold::try_take(path)? else {
            return Err(io::ErrorKind::AlreadyExists.into());
        };
        make(path)?;
        Ok(hold)
    })
}

/// Makes a file that is not there yet, for its owner only.
fn make(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path).map(drop)
}

/// Takes away the drafts in a folder that nobody holds, with what stands beside them. What cannot
/// be taken away stays: it is in nobody's way.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let drafts: BTreeSet<String> = entries
        .flatten()
        .filter_map(|entry| draft_of(entry.file_name().to_str()?))
        .collect();
    for draft in drafts {
        let draft = folder.join(draft);
        // Held while it goes, so that nobody makes one of that name meanwhile.
        if let Ok(Some(_hold)) = Hold::try_take(&draft) {
            for suffix in iter::once("").chain(OF_SQLITE) {
                let _ = fs::remove_file(beside(&draft, suffix));
            }
        }
    }
}

/// The draft that a file is, or stands beside.
fn draft_of(name: &str) -> Option<String> {
    let (own, suffix) = name.strip_prefix(BEGIN)?.split_once(END)?;
    let ours = suffix.is_empty() || suffix == LOCK || OF_SQLITE.contains(&suffix);
    ours.then(|| format!("{BEGIN}{own}{END}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> io::Result<Vec<String>> {
        let name =
            |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = fs::read_dir(folder)?.map(name).collect::<io::Result<_>>()?;
        names.sort();
        Ok(names)
    }

    #[test]
    fn drafts_that_nobody_holds_go_away_and_others_stay() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let held = begin(folder.path())?;
        let own = held.path().file_name().unwrap_or_default();
        let own = own.to_string_lossy().into_owned();
        let others = [
            "other.campus",
            "other.campus-wal",
            ".new-x.campus-draft.txt",
        ];
        let left = [
            ".new-a.campus-draft",
            ".new-a.campus-draft-journal",
            ".new-b.campus-draft-wal",
            ".new-b.campus-draft-shm",
            ".new-c.campus-draft-lock",
        ];
        for name in others.iter().chain(&left) {
            fs::write(folder.path().join(name), "")?;
        }
        sweep(folder.path());
        let mut stay: Vec<String> = others.map(str::to_owned).into();
        stay.extend([format!("{own}{LOCK}"), own]);
        stay.sort();
        assert_eq!(names(folder.path())?, stay);
        drop(held);
        stay.retain(|name| others.contains(&name.as_str()));
        assert_eq!(names(folder.path())?, stay, "a draft goes with its hold");
        Ok(())
    }

    #[test]
    fn of_many_who_make_drafts_at_once_nobody_loses_one() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        let many = || {
            for _ in 0..50 {
                sweep(folder);
                let draft = begin(folder)?;
                fs::write(draft.path(), "whole")?;
                sweep(folder);
                if fs::read(draft.path())? != b"whole" {
                    return Err(io::Error::other("another one"));
                }
            }
            Ok(())
        };
        std::thread::scope(|scope| {
            let all: Vec<_> = (0..16).map(|_| scope.spawn(many)).collect();
            for one in all {
                one.join()
                    .map_err(|_| io::Error::other("a thread panicked"))??;
            }
            io::Result::Ok(())
        })?;
        assert_eq!(names(folder)?, [""; 0], "nothing is left");
        Ok(())
    }
}
