//! The folder of a training: one at a time trains in it.

use crate::{LearnError, Result};
use std::{
    fs, io,
    path::{Path, PathBuf},
};
use training::files::{Hold, LOCK, beside};

/// The file that makes a folder one of a training. Whoever trains has the right to write it.
pub(super) const SESSION: &str = "session.json";

/// The right to train in a folder, given back when it is dropped, and by the system where its
/// process is killed.
#[derive(Debug)]
pub struct TrainingFolder {
    path: PathBuf,
    /// Whether the folder was made with it.
    made: bool,
    hold: Option<Hold>,
}

impl TrainingFolder {
    /// Takes a folder to begin a training in; it is made where it is not there.
    ///
    /// # Errors
    /// When somebody else trains in it, or it cannot be made or written to.
    pub fn begin(path: &Path) -> Result<Self> {
        let made = !path.exists();
        fs::create_dir_all(path).map_err(LearnError::file(path))?;
        Self::take(path, made)
    }

    /// Takes a folder to go on with the training in it.
    ///
    /// # Errors
    /// When it is not there, somebody else trains in it, or it cannot be written to.
    pub fn go_on(path: &Path) -> Result<Self> {
        if !path.is_dir() {
            let expected = "the folder of a training session";
            return Err(LearnError::wrong(path, "no folder", expected));
        }
        Self::take(path, false)
    }

    fn take(path: &Path, made: bool) -> Result<Self> {
        let mut folder = Self {
            path: path.to_owned(),
            made,
            hold: None,
        };
        folder.hold = match Hold::take(&path.join(SESSION)) {
            Ok(Some(hold)) => Some(hold),
            Ok(None) => return Err(LearnError::InUse(path.to_owned())),
            // Whoever made it has just let go of it, and taken it away.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(LearnError::InUse(path.to_owned()));
            }
            Err(error) => return Err(LearnError::file(path)(error)),
        };
        Ok(folder)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether there is a training in it.
    pub fn is_taken(&self) -> bool {
        self.path.join(SESSION).exists()
    }

    /// Takes away all that is in it.
    ///
    /// # Errors
    /// When something cannot be taken away.
    pub fn clear(&self) -> Result<()> {
        let session = self.path.join(SESSION);
        let lock = beside(&session, LOCK);
        // Without its file there is no training, whatever else is left when this is interrupted.
        if self.is_taken() {
            fs::remove_file(&session).map_err(LearnError::file(&session))?;
        }
        for entry in fs::read_dir(&self.path).map_err(LearnError::file(&self.path))? {
            let entry = entry.map_err(LearnError::file(&self.path))?;
            let path = entry.path();
            if path == lock {
                continue;
            }
            let removed = match entry.file_type() {
                Ok(kind) if kind.is_dir() => fs::remove_dir_all(&path),
                Ok(_) => fs::remove_file(&path),
                Err(error) => Err(error),
            };
            removed.map_err(LearnError::file(path))?;
        }
        Ok(())
    }
}

impl Drop for TrainingFolder {
    fn drop(&mut self) {
        // What the lock is on lies in the folder.
        self.hold = None;
        if self.made {
            // Where something was written it stays.
            let _ = fs::remove_dir(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_one_trainings_and_goes_where_nothing_came_of_it() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("runs/one");
        let said = TrainingFolder::go_on(&path).unwrap_err().to_string();
        assert!(said.contains("runs/one: found no folder"), "{said}");
        let held = TrainingFolder::begin(&path).unwrap();
        for again in [TrainingFolder::begin(&path), TrainingFolder::go_on(&path)] {
            assert!(
                matches!(&again, Err(LearnError::InUse(at)) if *at == path),
                "{again:?}"
            );
        }
        drop(held);
        assert!(!path.exists());
        fs::create_dir_all(&path).unwrap();
        drop(TrainingFolder::begin(&path).unwrap());
        assert!(path.exists(), "it was there before");
    }

    #[test]
    fn all_but_the_right_to_it_is_cleared() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("one");
        let held = TrainingFolder::begin(&path).unwrap();
        fs::create_dir(path.join("plots")).unwrap();
        for name in [SESSION, "metrics.jsonl", "plots/a.svg"] {
            fs::write(path.join(name), "x").unwrap();
        }
        assert!(held.is_taken());
        held.clear().unwrap();
        assert!(!held.is_taken());
        assert!(matches!(
            TrainingFolder::begin(&path),
            Err(LearnError::InUse(_))
        ));
        assert_eq!(fs::read_dir(&path).unwrap().count(), 1);
    }
}
