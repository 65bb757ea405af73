//! Looking at the file of a save before it is trusted: whether it is one, whole, of this version.

use super::{
    bounds::bounded,
    fault::{SaveError, classify},
    schema,
    site::OF_SQLITE,
};
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::Path,
    time::Duration,
};
use training::files::{beside, file_or_nothing};

/// Marks a SQLite file as a Collegium save: “CLGM”.
pub(super) const APPLICATION_ID: u32 = 0x434c_474d;

/// The version of the save file's tables: saves of other versions are refused.
pub(super) const SCHEMA_VERSION: u32 = 11;

/// How long to wait for another process to let go of a save.
pub(super) const PATIENCE: Duration = Duration::from_millis(300);

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
    let log = fs::metadata(beside(path, "-wal")).map_or(0, |m| m.len());
    if length < page * u64::from(word(28)) && log == 0 {
        let what = format!(
            "it is cut short: {length} bytes of {}",
            page * u64::from(word(28))
        );
        return Err(SaveError::Damaged(path.to_owned(), what));
    }
    check_pages(path, &open_to_read(path, PATIENCE)?)
}

/// Goes through every page of a save: each is there, belongs to one table, holds rows that can be
/// read, and every row is found where its key and the indexes lead. Whatever is asked of it after
/// that comes to an end, and to the same by any way.
///
/// # Errors
/// When one of them is damaged.
fn check_pages(path: &Path, db: &Connection) -> Result<(), SaveError> {
    let verdict: String = db
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
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
/// When it is missing, foreign, damaged, or in use for longer than `patience`; when something
/// stands beside it where SQLite keeps files, and is none.
pub(super) fn open_to_read(path: &Path, patience: Duration) -> Result<Connection, SaveError> {
    none_but_files(path).map_err(|e| SaveError::Io(path.to_owned(), e))?;
    if !beside(path, "-wal").exists() {
        return ours(path, by_uri(path, "immutable=1"), patience);
    }
    match ours(path, Connection::open_with_flags(path, READING), patience) {
        // The index of the log is missing and cannot be made. Whoever writes a save has one.
        Err(error) if cannot_be_opened(&error) && !beside(path, "-shm").exists() => {
            ours(path, without_index(path), patience)
        }
        opened => opened,
    }
}

/// How a save is opened for a look.
const READING: OpenFlags = OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// Refuses what stands beside a save under the names of SQLite's files and is none: SQLite would
/// wait, or say something else of it.
fn none_but_files(path: &Path) -> io::Result<()> {
    // SQLite looks beside what a link leads to.
    let led = fs::canonicalize(path).ok().filter(|_| path.is_symlink());
    let save = led.as_deref().unwrap_or(path);
    OF_SQLITE
        .iter()
        .try_for_each(|suffix| file_or_nothing(&beside(save, suffix)))
}

/// Goes on with a database that was opened, where it is a save.
fn ours(
    path: &Path,
    opened: rusqlite::Result<Connection>,
    patience: Duration,
) -> Result<Connection, SaveError> {
    let db = opened.map_err(|e| classify(path, e))?;
    bounded(&db)
        .and_then(|()| db.busy_timeout(patience))
        .map_err(|e| classify(path, e))?;
    let length = fs::metadata(path).map_or(0, |m| m.len());
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

/// Whether SQLite could not open one of the files that it needs.
fn cannot_be_opened(error: &SaveError) -> bool {
    matches!(error, SaveError::Sqlite(_, e) if e.sqlite_error_code() == Some(ErrorCode::CannotOpen))
}

/// Opens a save with a log beside it where nothing can be written: as one that nobody else opens,
/// so that the index of the log is kept in memory. The locks that this needs are left out, for
/// nobody may take them there.
fn without_index(path: &Path) -> rusqlite::Result<Connection> {
    let no_locks = if cfg!(windows) {
        "vfs=win32-none"
    } else {
        "vfs=unix-none"
    };
    let db = by_uri(path, no_locks)?;
    db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    Ok(db)
}

/// Opens a file for a look by a URI that tells SQLite more.
fn by_uri(path: &Path, more: &str) -> rusqlite::Result<Connection> {
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
    let uri = format!("file:{escaped}?{more}");
    Connection::open_with_flags(uri, READING | OpenFlags::SQLITE_OPEN_URI)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::BTreeMap, error::Error, path::PathBuf};

    /// The tables of a save, all of them in its log, as a process leaves them that is killed; there
    /// is no index beside them.
    fn killed(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
        let (written, left) = (folder.join("written"), folder.join("left"));
        fs::create_dir(&written)?;
        fs::create_dir(&left)?;
        let db = Connection::open(written.join("a.campus"))?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        schema::create(&db)?;
        db.execute("INSERT INTO meta VALUES ('title', 'newest')", [])?;
        for name in ["a.campus", "a.campus-wal"] {
            fs::copy(written.join(name), left.join(name))?;
        }
        Ok(left.join("a.campus"))
    }

    fn title(db: &Connection) -> rusqlite::Result<String> {
        db.query_row("SELECT value FROM meta WHERE key = 'title'", [], |r| {
            r.get(0)
        })
    }

    /// What the files of a folder hold, by their paths.
    fn files(folder: &Path) -> io::Result<BTreeMap<PathBuf, Vec<u8>>> {
        let each = |entry: io::Result<fs::DirEntry>| {
            let path = entry?.path();
            Ok((path.clone(), fs::read(path)?))
        };
        fs::read_dir(folder)?.map(each).collect()
    }

    #[test]
    fn a_log_is_read_without_an_index_and_nothing_is_written() -> Result<(), Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let path = killed(folder.path())?;
        let left = folder.path().join("left");
        let before = files(&left)?;
        let db = ours(&path, without_index(&path), PATIENCE)?;
        assert_eq!(title(&db)?, "newest");
        drop(db);
        assert!(files(&left)? == before, "{:?}", files(&left)?.keys());
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_log_is_read_where_no_index_can_be_made() -> Result<(), Box<dyn Error>> {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir()?;
        let path = killed(folder.path())?;
        let left = folder.path().join("left");
        fs::set_permissions(&left, fs::Permissions::from_mode(0o555))?;
        let title = open_to_read(&path, PATIENCE).map(|db| title(&db));
        // So that it can be taken away.
        fs::set_permissions(&left, fs::Permissions::from_mode(0o755))?;
        assert_eq!(title??, "newest");
        Ok(())
    }
}
