//! Who may write a save: one at a time. Readers need nothing, for SQLite lets them see what was
//! committed last.

use super::{
    fault::SaveError,
    site::{LOCK, beside, file_or_nothing},
};
use std::{
    fs::{File, Metadata, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    time::Duration,
};

/// How often another process is asked again to let go, and how long after.
const TRIES: u32 = 15;
const PAUSE: Duration = Duration::from_millis(20);

/// The right to write a save, given back when it is dropped, and by the system where its process
/// is killed. It is a lock on an empty file beside the save: one on the save itself would be in
/// SQLite's way on some systems.
#[derive(Debug)]
pub(super) struct Hold {
    path: PathBuf,
    _file: File,
}

impl Hold {
    /// Takes the right to write a save.
    ///
    /// # Errors
    /// When another process has it, or the file beside the save cannot be made.
    pub(super) fn take(save: &Path) -> Result<Self, SaveError> {
        for _ in 0..TRIES {
            match Self::try_take(save) {
                Ok(Some(hold)) => return Ok(hold),
                Ok(None) => std::thread::sleep(PAUSE),
                Err(error) => return Err(SaveError::Io(save.to_owned(), error)),
            }
        }
        Err(SaveError::InUse(save.to_owned()))
    }

    /// Takes the right to write a save, or a draft of one, where nobody has it at this moment.
    ///
    /// # Errors
    /// When the file beside the save cannot be made.
    pub(super) fn try_take(save: &Path) -> io::Result<Option<Self>> {
        let path = beside(save, LOCK);
        file_or_nothing(&path)?;
        let mut options = OpenOptions::new();
        let options = options.create(true).truncate(false).write(true);
        let file = options.open(&path)?;
        match file.try_lock() {
            // Whoever had it before may have taken away the file that was opened.
            Ok(()) if is_there(&file, &path)? => Ok(Some(Self { path, _file: file })),
            Ok(()) | Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // Before the lock goes, so that nobody's but our own file is taken away.
        let _ = std::fs::remove_file(&self.path);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_writes_and_nothing_is_left_beside() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let save = folder.path().join("one.campus");
        let first = Hold::take(&save);
        assert!(first.is_ok(), "{first:?}");
        let second = Hold::take(&save);
        assert!(matches!(second, Err(SaveError::InUse(_))), "{second:?}");
        drop(first);
        let third = Hold::take(&save);
        assert!(third.is_ok(), "{third:?}");
        drop(third);
        assert_eq!(std::fs::read_dir(folder.path())?.count(), 0);
        Ok(())
    }

    #[test]
    fn what_is_no_file_is_not_taken_for_a_lock() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let save = folder.path().join("one.campus");
        std::fs::create_dir(beside(&save, LOCK))?;
        let hold = Hold::take(&save);
        assert!(
            matches!(&hold, Err(SaveError::Io(_, why)) if why.to_string().contains("regular")),
            "{hold:?}"
        );
        Ok(())
    }

    #[test]
    fn of_many_threads_one_at_a_time_writes() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let (save, inside) = (folder.path().join("one.campus"), folder.path().join("in"));
        let took = std::thread::scope(|scope| {
            let one = || {
                let mut took = 0;
                for _ in 0..50 {
                    if let Ok(hold) = Hold::take(&save) {
                        // Fails where somebody else is in.
                        std::fs::create_dir(&inside)?;
                        std::fs::remove_dir(&inside)?;
                        drop(hold);
                        took += 1;
                    }
                }
                io::Result::Ok(took)
            };
            let all: Vec<_> = (0..8).map(|_| scope.spawn(one)).collect();
            let mut took = 0;
            for one in all {
                took += one
                    .join()
                    .map_err(|_| io::Error::other("a thread panicked"))??;
            }
            io::Result::Ok(took)
        })?;
        assert!(took > 0);
        Ok(())
    }
}
