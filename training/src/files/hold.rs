//! Who may write something: one at a time. Readers need nothing.

use std::fs::{File, Metadata, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What the name of the file ends with on which there is a lock while something is written.
pub const LOCK: &str = "-lock";

/// How often another process is asked again to let go, and how long after.
const TRIES: u32 = 15;
const PAUSE: Duration = Duration::from_millis(20);

/// The right to write a file, and whatever that file stands for: given back when it is dropped,
/// and by the system where its process is killed. It is a lock on an empty file beside the other:
/// one on the file itself would be in SQLite's way on some systems.
#[derive(Debug)]
pub struct Hold {
    path: PathBuf,
    _file: File,
}

impl Hold {
    /// Takes the right to write a file; nothing where another process has it and keeps it.
    ///
    /// # Errors
    /// When the file beside it cannot be made.
    pub fn take(written: &Path) -> io::Result<Option<Self>> {
        for _ in 0..TRIES {
            if let Some(hold) = Self::try_take(written)? {
                return Ok(Some(hold));
            }
            std::thread::sleep(PAUSE);
        }
        Ok(None)
    }

    /// Takes the right to write a file where nobody has it at this moment.
    ///
    /// # Errors
    /// When the file beside it cannot be made.
    pub fn try_take(written: &Path) -> io::Result<Option<Self>> {
        let path = beside(written, LOCK);
        file_or_nothing(&path)?;
        let mut options = File::options();
        let options = options.create(true).truncate(false).write(true);
        let file = options.open(&path)?;
        let has = lock(&file, &path)?;
        Ok(has.then(|| Self { path, _file: file }))
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // Before the lock goes, so that nobody's but our own file is taken away.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Locks an open file for as long as it is open. Says whether it is ours: nobody else has locked
/// it, and it has its name still.
///
/// # Errors
/// Where the system knows no locks, or refuses.
pub(super) fn lock(file: &File, path: &Path) -> io::Result<bool> {
    match file.try_lock() {
        // Whoever had it before may have taken away the file that was opened.
        Ok(()) => is_there(file, path),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Whether an open file is the one that has that name now.
fn is_there(file: &File, path: &Path) -> io::Result<bool> {
    let named = match std::fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        named => named?,
    };
    Ok(same(&file.metadata()?, &named))
}

#[cfg(unix)]
fn same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Elsewhere an open file keeps its name.
#[cfg(not(unix))]
const fn same(_: &Metadata, _: &Metadata) -> bool {
    true
}

/// Where a file beside another lies.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Refuses what stands where a file is looked for and is none: to open a pipe waits for somebody at
/// its other end, and a link leads elsewhere.
///
/// # Errors
/// When something is there that is no regular file.
pub fn file_or_nothing(path: &Path) -> io::Result<()> {
    match std::fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => Err(io::Error::other(format!(
            "{} is no regular file; move it away",
            crate::error::shown(path)
        ))),
        // Whoever opens it is told what else is wrong with it.
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_writes_and_nothing_is_left_beside() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("one.campus");
        let first = Hold::take(&file).unwrap();
        assert!(first.is_some());
        assert!(Hold::take(&file).unwrap().is_none());
        drop(first);
        // What a killed process leaves is in nobody's way.
        std::fs::write(beside(&file, LOCK), "").unwrap();
        let third = Hold::take(&file).unwrap();
        assert!(third.is_some());
        drop(third);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_is_no_file_is_not_taken_for_a_lock() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("one.campus");
        std::fs::create_dir(beside(&file, LOCK)).unwrap();
        let said = Hold::take(&file).unwrap_err().to_string();
        assert!(said.contains("regular"), "{said}");
    }

    #[test]
    fn of_many_threads_one_at_a_time_writes() {
        let folder = tempfile::tempdir().unwrap();
        let (file, inside) = (folder.path().join("one.campus"), folder.path().join("in"));
        let one = || {
            let mut took = 0_u32;
            for _ in 0..50 {
                if let Some(hold) = Hold::take(&file).unwrap() {
                    // Fails where somebody else is in.
                    std::fs::create_dir(&inside).unwrap();
                    std::fs::remove_dir(&inside).unwrap();
                    drop(hold);
                    took += 1;
                }
            }
            took
        };
        let took: u32 = std::thread::scope(|scope| {
            let all: Vec<_> = (0..8).map(|_| scope.spawn(one)).collect();
            all.into_iter().map(|one| one.join().unwrap()).sum()
        });
        assert!(took > 0);
    }
}
