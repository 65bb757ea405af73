//! Learning: demonstrations and experience from campuses, training of policy heads on them, and
//! what the heads are worth.
//!
//! The package `training` knows how to learn and nothing of campuses; this room knows campuses and
//! hands their decisions over. A head that was trained is a file with a card beside it ([`heads`]);
//! whoever drives a campus mounts it.

pub mod collect;
pub mod conduct_options;
pub mod dataset;
pub mod demos;
pub mod evaluate;
pub mod finetune;
pub mod heads;
pub mod json;
pub mod lessons;
pub mod llm_expert;
pub mod plan;
pub mod train;

use collegium_core::{
    input::{BadInput, BadInputs},
    text::{Shown as _, clipped, harmless},
};
use std::path::PathBuf;

/// How many characters are told of what was found in a file.
const MOST_SHOWN: usize = 300;

/// What can go wrong in this room: one message that says where, what was found and what was
/// expected.
#[derive(Debug, thiserror::Error)]
pub enum LearnError {
    /// In a learner, a checkpoint or a head's file.
    #[error(transparent)]
    Training(#[from] training::error::Error),
    /// A scenario or a map.
    #[error(transparent)]
    Scenario(#[from] collegium_sim::campus::scenario::ScenarioError),
    /// A file that people write, with everything that is wrong in it.
    #[error(transparent)]
    Input(#[from] BadInputs),
    /// A file that cannot be read or written.
    #[error("{}: {cause}", path.shown())]
    File {
        /// The file it is about.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A file that is not what it should be.
    #[error(
        "{}: found {}; expected {}",
        path.shown(),
        harmless(found),
        harmless(expected)
    )]
    Wrong {
        /// The file it is about.
        path: PathBuf,
        /// What stands in the file.
        found: String,
        /// What could stand there.
        expected: String,
    },
    /// A folder in which another process trains.
    #[error(
        "{}: is in use by another Collegium; let that one end first, or take another folder",
        .0.shown()
    )]
    InUse(PathBuf),
    /// A setting or a name.
    #[error(
        "{}: found {}; expected {}",
        harmless(what),
        harmless(found),
        harmless(expected)
    )]
    Setting {
        /// The name of the setting, or what the name is of.
        what: String,
        /// The value or name that was given.
        found: String,
        /// What could stand there.
        expected: String,
    },
}

impl From<BadInput> for LearnError {
    fn from(mistake: BadInput) -> Self {
        Self::Input(mistake.into())
    }
}

impl LearnError {
    /// A file that cannot be read or written.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |cause| Self::File { path, cause }
    }

    /// A file that is not what it should be. Of a long text that stands in it the beginning is told.
    pub(crate) fn wrong(
        path: impl Into<PathBuf>,
        found: impl ToString,
        expected: impl Into<String>,
    ) -> Self {
        Self::Wrong {
            path: path.into(),
            found: clipped(&found.to_string(), MOST_SHOWN).into_owned(),
            expected: expected.into(),
        }
    }

    /// A setting or a name.
    pub(crate) fn setting(
        what: impl Into<String>,
        found: impl ToString,
        expected: impl Into<String>,
    ) -> Self {
        Self::Setting {
            what: what.into(),
            found: found.to_string(),
            expected: expected.into(),
        }
    }
}

/// What an operation of this room gives.
pub type Result<T> = std::result::Result<T, LearnError>;
