//! Why a save could not be made, read or written.

use super::{bounds::LONGEST, table::Table};
use collegium_core::text::{Shown as _, clipped, harmless};
use rusqlite::{ErrorCode, ffi, types::Type};
use std::{
    fmt, io,
    path::{Path, PathBuf},
};

/// Why a save could not be made, read or written.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// No file of that name.
    #[error("{path}: no such save; {others}", path = named(.0), others = others(.0))]
    Missing(PathBuf),
    /// A file of that name is there already.
    #[error(
        "{path}: a save of that name exists; go on with `--resume`, or choose another name with `--save`",
        path = named(.0)
    )]
    Exists(PathBuf),
    /// A name that cannot be a file's name.
    #[error(
        "save name “{name}”: expected letters, digits, dots, dashes or underscores, not beginning with a dot, at most 80 of them",
        name = harmless(.0)
    )]
    BadName(String),
    /// Not a Collegium save.
    #[error("{path}: is not a Collegium save ({1}); it was left untouched", path = named(.0))]
    Foreign(PathBuf, String),
    /// Made by a newer Collegium.
    #[error(
        "{path}: has save version {found}, made by a newer Collegium; this one reads version {expected}. It was left untouched",
        path = named(path)
    )]
    Newer {
        /// The file that was refused.
        path: PathBuf,
        /// The version that it has.
        found: u32,
        /// The version that can be read.
        expected: u32,
    },
    /// Made by an older Collegium.
    #[error(
        "{path}: has save version {found}, made by an older Collegium; this one reads version {expected}. It was left untouched",
        path = named(path)
    )]
    Older {
        /// The file that was refused.
        path: PathBuf,
        /// The version that it has.
        found: u32,
        /// The version that can be read.
        expected: u32,
    },
    /// Rooms of it are older, newer or others than this program's.
    #[error(
        "{path}: rooms of it do not fit this Collegium ({1}). It was left untouched",
        path = named(.0)
    )]
    Rooms(PathBuf, String),
    /// Something of the campus cannot be turned into bytes.
    #[error("{path}: the state cannot be written ({1})", path = named(.0))]
    Unwritable(PathBuf, String),
    /// A save whose pages or rows are not as they were written: which, and what was found.
    #[error("{path}: is damaged ({1}); it was left untouched", path = named(.0))]
    Damaged(PathBuf, String),
    /// Another process has it open.
    #[error(
        "{path}: is in use by another Collegium; close that one first, or choose another name",
        path = named(.0)
    )]
    InUse(PathBuf),
    /// Anything else that SQLite says.
    #[error("{path}: {why}", path = named(.0), why = told(.1))]
    Sqlite(PathBuf, rusqlite::Error),
    /// The system refuses something with a file or folder.
    #[error("{path}: {why}", path = named(.0), why = told(.1))]
    Io(PathBuf, io::Error),
}

/// A save's path, in one line.
fn named(path: &Path) -> String {
    path.shown()
}

/// What the system or SQLite says, in one line: it may name a path too.
fn told(error: &impl fmt::Display) -> String {
    harmless(&error.to_string()).into_owned()
}

/// What there is in the place of a save that is missing.
fn others(path: &Path) -> String {
    let entries = path
        .parent()
        .and_then(|folder| std::fs::read_dir(folder).ok());
    let mut names: Vec<String> = entries
        .into_iter()
        .flat_map(|entries| entries.flatten().map(|entry| entry.path()))
        .filter(|file| file.extension().is_some_and(|ending| ending == "campus"))
        .filter_map(|file| Some(harmless(&file.file_stem()?.to_string_lossy()).into_owned()))
        .collect();
    names.sort();
    if names.is_empty() {
        return "expected a .campus file (`collegium run --save NAME` makes one)".to_owned();
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let rest = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    format!("there is {}{rest}", names.join(", "))
}

/// How many saves are named where one is missing.
const NAMED: usize = 8;

/// How many characters are shown of what a row holds.
pub(super) const MOST_SHOWN: usize = 80;

/// How many characters are shown of what is wrong with a row.
const MOST_TOLD: usize = 600;

/// That a text of a row does not say what it is to say, in a sentence.
pub(super) fn misread(why: impl Into<String>) -> rusqlite::Error {
    let why: String = why.into();
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, why.into())
}

/// What is wrong with what a row holds, in plain words; none for errors of another kind.
pub(super) fn unfit(error: &rusqlite::Error) -> Option<String> {
    use rusqlite::Error;
    let why = match error {
        Error::FromSqlConversionFailure(_, _, why) => why.to_string(),
        Error::IntegralValueOutOfRange(_, number) => {
            format!("found the number {number}, which is out of range")
        }
        Error::InvalidColumnType(_, column, kind) => {
            let found = match kind {
                Type::Null => "nothing",
                Type::Integer | Type::Real => "a number",
                Type::Text => "a text",
                Type::Blob => "bytes",
            };
            format!("{column}: found {found}; expected something else")
        }
        Error::QueryReturnedNoRows => "a row is missing".to_owned(),
        Error::SqliteFailure(failure, _) if failure.code == ErrorCode::TooBig => {
            format!("it is larger than {LONGEST} bytes")
        }
        _ => return None,
    };
    Some(harmless(&clipped(&why, MOST_TOLD)).into_owned())
}

/// Says what an error means that came of reading a table of a save.
pub(super) fn unreadable(path: &Path, table: Table, error: rusqlite::Error) -> SaveError {
    let why = match (unfit(&error), error.sqlite_error_code()) {
        (Some(why), _) => why,
        // The tables are ours: SQLite itself stumbles only over JSON that is none.
        (None, Some(ErrorCode::Unknown)) => "what belongs to it is no JSON".to_owned(),
        (None, _) => return classify(path, error),
    };
    let what = format!("{}: a row cannot be read: {why}", table.told());
    SaveError::Damaged(path.to_owned(), what)
}

/// What is said where nothing more can be written.
const CUT_OFF: &str = "it cannot be written any further; the disk fails, or files may not grow as \
                       large as it has to (`ulimit -f`)";

/// Whether SQLite could not write what it has to, into the save or beside it. (Of a full disk it
/// speaks by itself.)
fn is_cut_off(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error().map(|error| error.extended_code);
    matches!(
        code,
        Some(ffi::SQLITE_IOERR_WRITE | ffi::SQLITE_IOERR_SHMSIZE)
    )
}

/// Says what a SQLite error means for a save.
pub(super) fn classify(path: &Path, error: rusqlite::Error) -> SaveError {
    if let Some(why) = unfit(&error) {
        let what = format!("a row cannot be read: {why}");
        return SaveError::Damaged(path.to_owned(), what);
    }
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            SaveError::InUse(path.to_owned())
        }
        Some(ErrorCode::NotADatabase) => {
            SaveError::Foreign(path.to_owned(), "it is not a SQLite database".to_owned())
        }
        Some(ErrorCode::OperationInterrupted) => {
            SaveError::Damaged(path.to_owned(), "its pages have no end".to_owned())
        }
        Some(ErrorCode::DatabaseCorrupt) => SaveError::Damaged(path.to_owned(), error.to_string()),
        Some(ErrorCode::SystemIoFailure) if is_cut_off(&error) => {
            SaveError::Io(path.to_owned(), io::Error::other(CUT_OFF))
        }
        _ => SaveError::Sqlite(path.to_owned(), error),
    }
}
