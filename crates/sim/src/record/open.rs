//! Looking at the file of a save before it is trusted: whether it is one, whole, of this version.

use super::{
    fault::{SaveError, classify},
    schema,
    site::beside,
};
use rusqlite::{Connection, OpenFlags};
use std::{fs::File, io::Read as _, path::Path};

/// Marks a SQLite file as a Collegium save: “CLGM”.
pub(super) const APPLICATION_ID: u32 = 0x434c_474d;

/// The version of the save file's tables: saves of other versions are refused.
pub(super) const SCHEMA_VERSION: u32 = 10;

/// How long to wait for another process to let go of a save.
pub(super) const PATIENCE: std::time::Duration = std::time::Duration::from_millis(300);

/// How many steps of SQLite's machine a look at a save may take, and how many more for each byte of
/// it: some times what is needed. The pages of a file from elsewhere may lead to each other without
/// end.
const MOST_STEPS: (u64, u64) = (5_000_000, 4);

/// How many steps are taken between two looks at how many there were.
const STEPS_AT_ONCE: u64 = 1000;

/// Looks at a file without changing it: is it a whole save of a known version?
///
/// # Errors
/// When it is missing, foreign, older, newer, cut short or in use.
pub(super) fn inspect(path: &Path) -> Result<(), SaveError> {
    if !path.is_file() {
        return Err(SaveError::Missing(path.to_owned()));
    }
    let mut head = [0u8; 100];
    let mut file = File::open(path).map_err(|e| SaveError::Io(path.to_owned(), e))?;
    if file.read_exact(&mut head).is_err() || !head.starts_with(b"SQLite format 3\0") {
        return Err(SaveError::Foreign(
            path.to_owned(),
            "it is not a SQLite database".to_owned(),
        ));
    }
    let word = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    if word(68) != APPLICATION_ID {
        return Err(SaveError::Foreign(
            path.to_owned(),
            "another program made this database".to_owned(),
        ));
    }
    if word(60) > SCHEMA_VERSION {
        return Err(SaveError::Newer {
            path: path.to_owned(),
            found: word(60),
            expected: SCHEMA_VERSION,
        });
    }
    if word(60) < SCHEMA_VERSION {
        return Err(SaveError::Older {
            path: path.to_owned(),
            found: word(60),
            expected: SCHEMA_VERSION,
        });
    }
    let page = match u16::from_be_bytes([head[16], head[17]]) {
        1 => 65_536,
        n => u64::from(n),
    };
    let length = file
        .metadata()
        .map_err(|e| SaveError::Io(path.to_owned(), e))?
        .len();
    // A process killed while it moved the log's pages into the file leaves a header that is ahead
    // of it; the log beside it has the rest.
    let log = std::fs::metadata(beside(path, "-wal")).map_or(0, |m| m.len());
    if length < page * u64::from(word(28)) && log == 0 {
        let what = format!(
            "it is cut short: {length} bytes of {}",
            page * u64::from(word(28))
        );
        return Err(SaveError::Damaged(path.to_owned(), what));
    }
    check_pages(path, &open_to_read(path, PATIENCE)?)
}

/// Goes through every page of a save: each is there, belongs to one table, and holds rows that can
/// be read. Whatever is asked of it after that comes to an end.
///
/// # Errors
/// When one of them is damaged.
fn check_pages(path: &Path, db: &Connection) -> Result<(), SaveError> {
    let verdict: String = db
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|e| classify(path, e))?;
    if verdict == "ok" {
        return Ok(());
    }
    Err(SaveError::Damaged(path.to_owned(), verdict))
}

/// Opens a save for a look of so many steps, see [`MOST_STEPS`]; its pages are not checked. Without
/// a log beside it the file is opened as immutable, so that not even an index file is made next to
/// it.
///
/// # Errors
/// When it is missing, foreign, damaged, or in use for longer than `patience`.
pub(super) fn open_to_read(
    path: &Path,
    patience: std::time::Duration,
) -> Result<Connection, SaveError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = if beside(path, "-wal").exists() {
        Connection::open_with_flags(path, flags)
    } else {
        Connection::open_with_flags(immutable_uri(path), flags | OpenFlags::SQLITE_OPEN_URI)
    };
    let db = opened.map_err(|e| classify(path, e))?;
    db.busy_timeout(patience).map_err(|e| classify(path, e))?;
    let length = std::fs::metadata(path).map_or(0, |m| m.len());
    let mut left = (MOST_STEPS.0 + MOST_STEPS.1 * length) / STEPS_AT_ONCE;
    let tired = move || {
        left = left.saturating_sub(1);
        left == 0
    };
    db.progress_handler(STEPS_AT_ONCE as i32, Some(tired))
        .map_err(|e| classify(path, e))?;
    match schema::is_ours(&db).map_err(|e| classify(path, e))? {
        true => Ok(db),
        false => Err(SaveError::Foreign(
            path.to_owned(),
            "its tables are not those of a save".to_owned(),
        )),
    }
}

/// The URI under which SQLite reads a file as one that nobody changes.
fn immutable_uri(path: &Path) -> String {
    let escaped: String = path
        .to_string_lossy()
        .chars()
        .map(|c| match c {
            '%' => "%25".to_owned(),
            '?' => "%3f".to_owned(),
            '#' => "%23".to_owned(),
            c => c.to_string(),
        })
        .collect();
    format!("file:{escaped}?immutable=1")
}
