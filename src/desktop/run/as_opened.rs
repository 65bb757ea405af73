//! The save as it was when it was opened, for whoever leaves without saving: a copy beside it, for
//! as long as the run is open.

use std::{
    fs, io,
    path::{Path, PathBuf},
};
use training::files::{beside, file_or_nothing};

/// What the name of the copy ends with.
const COPY: &str = "-as-opened";

/// The log that SQLite keeps beside a save, and the index of that log.
const LOG: &str = "-wal";
const INDEX: &str = "-shm";

/// How a save can be put back; dropped, it leaves the save as it is.
#[derive(Debug)]
pub struct AsOpened {
    save: PathBuf,
    /// The copy; none for a save that was not there.
    copy: Option<PathBuf>,
}

impl AsOpened {
    /// Keeps a save as it is now. Nobody may write it meanwhile.
    ///
    /// # Errors
    /// When it cannot be copied; then nothing is left of the copy.
    pub fn keep(save: &Path) -> io::Result<Self> {
        let copy = beside(save, COPY);
        let kept = Self {
            save: save.to_owned(),
            copy: Some(copy.clone()),
        };
        kept.clear();
        for end in ["", LOG] {
            let (from, to) = (beside(save, end), beside(&copy, end));
            file_or_nothing(&to)?;
            // A log with nothing in it says nothing.
            let says = fs::metadata(&from).is_ok_and(|found| found.len() > 0);
            if end.is_empty() || says {
                fs::copy(from, to)?;
            }
        }
        Ok(kept)
    }

    /// Of a save that is made only now.
    pub fn nothing(save: &Path) -> Self {
        Self {
            save: save.to_owned(),
            copy: None,
        }
    }

    /// Puts the save back as it was, or takes it away where it was not there. Nobody may have it
    /// open.
    ///
    /// # Errors
    /// When that cannot be done.
    pub fn put_back(mut self) -> io::Result<()> {
        for end in [LOG, INDEX] {
            remove(&beside(&self.save, end))?;
        }
        let Some(copy) = self.copy.take() else {
            return remove(&self.save);
        };
        let log = beside(&copy, LOG);
        if log.is_file() {
            fs::rename(log, beside(&self.save, LOG))?;
        }
        fs::rename(copy, &self.save)
    }

    fn clear(&self) {
        if let Some(copy) = &self.copy {
            for end in ["", LOG] {
                // What stays is in nobody's way, and the next copy takes its place.
                let _ = remove(&beside(copy, end));
            }
        }
    }
}

impl Drop for AsOpened {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Removes a file, where there is one.
fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::time::HOUR;
    use collegium_sim::{
        campus::scenario::Overrides,
        record::save_path,
        simulation::{Campus, Saver, load, look, testing},
    };

    #[test]
    fn a_save_is_put_back_as_it_was_opened() {
        let folder = tempfile::tempdir().unwrap();
        let path = save_path(folder.path(), "a");
        let (scenario, map) = testing::load("quick-look", Overrides::default());
        let mut campus = Campus::new(scenario, map, 1);
        let mut saver = Saver::create(&path, &mut campus, HOUR).unwrap();
        campus.run_until(campus.clock().start.plus(HOUR));
        saver.commit(&mut campus).unwrap();
        drop((campus, saver));
        let before = fs::read(&path).unwrap();

        let (mut campus, mut saver) = load(&path, 1, HOUR).unwrap();
        let opened = AsOpened::keep(&path).unwrap();
        saver.use_embedder(&mut campus, None).unwrap();
        let stood = campus.clock().now;
        campus.run_until(stood.plus(HOUR));
        saver.commit(&mut campus).unwrap();
        let later = campus.clock().now;
        drop((campus, saver));
        assert_eq!(look(&path, 1).unwrap().0.clock().now, later);
        opened.put_back().unwrap();
        assert_eq!(look(&path, 1).unwrap().0.clock().now, stood);
        assert!(fs::read(&path).unwrap() == before, "other bytes");

        drop(AsOpened::keep(&path).unwrap());
        assert_eq!(look(&path, 1).unwrap().0.clock().now, stood);
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 1, "only the save is there");
        AsOpened::nothing(&path).put_back().unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
