//! The save file: one SQLite database (WAL) per run. `docs/save-file.md` documents its tables.

use super::{
    Logged, Site,
    hold::Hold,
    schema::{self, Table},
    seal::{Seal, Writer},
    strings::Strings,
    vectors, write,
};
use crate::{
    campus::{Invitations, talks::Talk},
    memory::{Grounds, Memory, MemoryKind, Predicate, TextKey},
    social::Ledger,
    tools::Names,
};
use collegium_core::{ids::PlaceId, time::SimTime};
use collegium_llm::Call;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, ToSql, params};
use std::{
    collections::BTreeMap,
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

/// Marks a SQLite file as a Collegium save: “CLGM”.
const APPLICATION_ID: u32 = 0x434c_474d;

/// The version of the save file's tables: saves of other versions are refused.
pub const SCHEMA_VERSION: u32 = 10;

/// How long to wait for another process to let go of a save.
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(300);

/// Why a save could not be made, read or written.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// No file of that name.
    #[error("{0}: no such save; {others}", others = others(.0))]
    Missing(PathBuf),
    /// A file of that name is there already.
    #[error(
        "{0}: a save of that name exists; go on with `--resume`, or choose another name with `--save`"
    )]
    Exists(PathBuf),
    /// A name that cannot be a file's name.
    #[error(
        "save name “{0}”: expected letters, digits, dots, dashes or underscores, not beginning with a dot, at most 80 of them"
    )]
    BadName(String),
    /// Not a Collegium save.
    #[error("{0}: is not a Collegium save ({1}); it was left untouched")]
    Foreign(PathBuf, String),
    /// Made by a newer Collegium.
    #[error(
        "{path}: has save version {found}, made by a newer Collegium; this one reads version {expected}. It was left untouched"
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
        "{path}: has save version {found}, made by an older Collegium; this one reads version {expected}. It was left untouched"
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
    #[error("{0}: rooms of it do not fit this Collegium ({1}). It was left untouched")]
    Rooms(PathBuf, String),
    /// Something of the campus cannot be turned into bytes.
    #[error("{0}: the state cannot be written ({1})")]
    Unwritable(PathBuf, String),
    /// A save whose pages or rows are not as they were written: which, and what was found.
    #[error("{0}: is damaged ({1}); it was left untouched")]
    Damaged(PathBuf, String),
    /// Another process has it open.
    #[error("{0}: is in use by another Collegium; close that one first, or choose another name")]
    InUse(PathBuf),
    /// Anything else that SQLite says.
    #[error("{0}: {1}")]
    Sqlite(PathBuf, rusqlite::Error),
    /// The system refuses something with a file or folder.
    #[error("{0}: {1}")]
    Io(PathBuf, std::io::Error),
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
        .filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned()))
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

/// What a save says of its run once and for all.
#[derive(Clone, Debug)]
pub struct Header {
    /// The resolved scenario, as the simulation packs it.
    pub scenario: Vec<u8>,
    /// The map, as the simulation packs it.
    pub map: Vec<u8>,
    /// The scenario's title, for lists of saves.
    pub title: String,
    /// The seed of every roll of the run.
    pub seed: u64,
    /// Which embedder made the vectors of its memories.
    pub embedder: String,
    /// The versions of the rooms that made it.
    pub rooms: BTreeMap<String, u32>,
}

/// A state of the whole world in the save.
#[derive(Clone, Debug)]
pub struct Keyframe {
    /// The tick after which it was taken.
    pub tick: u64,
    /// The moment of the run at that tick.
    pub at: SimTime,
    /// The number of events before it.
    pub events: u64,
    /// The log's hash there.
    pub hash: String,
    /// The tick of the keyframe whose state this one changes; none for a whole state.
    pub base: Option<u64>,
    /// The state, or what has changed in it, packed.
    pub data: Vec<u8>,
}

/// What is committed at once: everything since the last commit and the state that goes with it.
pub struct Batch<'a> {
    /// The events since the last commit, in order.
    pub events: &'a [Logged],
    /// The memories since the last commit: agent, number, memory.
    pub memories: Vec<(u32, u32, &'a Memory)>,
    /// Conversations that have ended.
    pub talks: &'a [(u32, SimTime, Talk)],
    /// Calls to language models that have been answered.
    pub calls: &'a [Call],
    /// Which embedder makes vectors, and those of its vectors that are new; none for the built-in
    /// one.
    pub vectors: (&'a str, Vec<(TextKey, Vec<f32>)>),
    /// Every fact and who knows it; those before `facts` and `knowledge` are saved already.
    pub ledger: &'a Ledger,
    /// How many facts are saved already.
    pub facts: u32,
    /// How much of who knows what is saved already.
    pub knowledge: u32,
    /// The invitations that may have changed.
    pub invitations: &'a Invitations,
    /// What has emerged, as JSON.
    pub emergence: String,
    /// The state after them.
    pub keyframe: Keyframe,
}

/// Checks a save's name.
///
/// # Errors
/// When it is not fit to be the name of a file.
pub fn check_name(name: &str) -> Result<(), SaveError> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    if name.is_empty()
        || name.chars().count() > 80
        || name.starts_with('.')
        || !name.chars().all(fits)
    {
        return Err(SaveError::BadName(name.to_owned()));
    }
    Ok(())
}

/// Where the save of a name lies.
pub fn save_path(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!(
        "{}.campus",
        name.strip_suffix(".campus").unwrap_or(name)
    ))
}

/// An open save, to be read or written to.
#[derive(Debug)]
pub struct SaveFile {
    pub(super) path: PathBuf,
    pub(super) connection: Connection,
    strings: Strings,
    seal: Seal,
    /// The right to write it; none for a draft, and where one only reads. Given back last.
    _hold: Option<Hold>,
}

impl SaveFile {
    /// Begins a new save in memory, with its header, people and places; it becomes a file by
    /// [`SaveFile::publish`].
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn draft(site: &Site, header: &Header, names: &Names<'_>) -> Result<Self, SaveError> {
        let path = site.path();
        let connection =
            Connection::open_in_memory().map_err(|e| SaveError::Sqlite(path.clone(), e))?;
        let mut draft = Self {
            path,
            connection,
            strings: Strings::default(),
            seal: Seal::default(),
            _hold: None,
        };
        draft.fill(header, names).map_err(|e| draft.error(e))?;
        Ok(draft)
    }

    /// Makes a file of a draft, whole or not at all: under a temporary name first, then, where
    /// nobody has the name yet, under its own. Of many processes that want one name one gets it.
    ///
    /// # Errors
    /// When the name is taken, or the file cannot be made.
    pub fn publish(self, site: &Site) -> Result<Self, SaveError> {
        let failed = |e| SaveError::Io(site.path(), e);
        let folder = site.folder();
        std::fs::create_dir_all(&folder).map_err(failed)?;
        let mut fresh = tempfile::Builder::new()
            .prefix(".new-")
            .suffix(".campus-draft")
            .tempfile_in(&folder)
            .map_err(failed)?
            .into_temp_path();
        self.connection
            .execute("VACUUM INTO ?1", [fresh.to_string_lossy()])
            .map_err(|e| self.error(e))?;
        File::open(&fresh)
            .and_then(|file| file.sync_all())
            .map_err(failed)?;
        for path in site.candidates() {
            match fresh.persist_noclobber(&path) {
                Ok(()) => {
                    sync_folder(&folder).map_err(failed)?;
                    return Self::open(&path);
                }
                Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
                    fresh = error.path;
                }
                Err(error) => return Err(SaveError::Io(path, error.error)),
            }
        }
        Err(SaveError::Exists(site.path()))
    }

    fn fill(&mut self, header: &Header, names: &Names<'_>) -> rusqlite::Result<()> {
        let db = &self.connection;
        let transaction = db.unchecked_transaction()?;
        schema::create(db)?;
        db.pragma_update(None, "application_id", APPLICATION_ID)?;
        db.pragma_update(None, "user_version", SCHEMA_VERSION)?;
        let mut writer = Writer::new(&transaction, &mut self.seal);
        let rooms = serde_json::to_string(&header.rooms).unwrap_or_default();
        let said: [(&str, &dyn ToSql); 6] = [
            ("scenario", &header.scenario),
            ("map", &header.map),
            ("title", &header.title),
            ("seed", &header.seed.to_string()),
            ("rooms", &rooms),
            ("collegium", &env!("CARGO_PKG_VERSION")),
        ];
        for (key, value) in said {
            writer.add(Table::Meta, &[&key, value])?;
        }
        vectors::note(&mut writer, &header.embedder, 0)?;
        for (i, (persona, _)) in names.scenario.people.iter().enumerate() {
            let json = serde_json::to_string(persona).unwrap_or_default();
            writer.add(
                Table::People,
                params![
                    i as i64,
                    persona.name,
                    persona.role.word(),
                    persona.group,
                    json
                ],
            )?;
        }
        for (i, place) in names.map.places.iter().enumerate() {
            writer.add(
                Table::Places,
                params![i as i64, place.name, place.kind.word(), place.building],
            )?;
        }
        writer.seal()?;
        transaction.commit()
    }

    /// Opens a save after checking it. A file that is refused is left as it is.
    ///
    /// # Errors
    /// When it is missing, foreign, newer, damaged or in use.
    pub fn open(path: &Path) -> Result<Self, SaveError> {
        inspect(path)?;
        let hold = Hold::take(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|e| classify(path, e))?;
        let mut save = Self {
            path: path.to_owned(),
            connection,
            strings: Strings::default(),
            seal: Seal::default(),
            _hold: Some(hold),
        };
        save.configure()?;
        save.seal = Seal::of(&save.connection).map_err(|e| save.error(e))?;
        Ok(save)
    }

    /// Opens a save to read from it only: as it is now, whatever a running program adds to it
    /// meanwhile. It may lie where nothing can be written.
    ///
    /// # Errors
    /// As [`SaveFile::open`].
    pub fn look(path: &Path) -> Result<Self, SaveError> {
        inspect(path)?;
        let connection = open_to_read(path, PATIENCE)?;
        connection
            .execute_batch("BEGIN; SELECT COUNT(*) FROM meta")
            .map_err(|e| classify(path, e))?;
        Ok(Self {
            path: path.to_owned(),
            connection,
            strings: Strings::default(),
            seal: Seal::default(),
            _hold: None,
        })
    }

    fn configure(&self) -> Result<(), SaveError> {
        let db = &self.connection;
        let set = || -> rusqlite::Result<()> {
            db.pragma_update(None, "journal_mode", "WAL")?;
            db.pragma_update(None, "synchronous", "NORMAL")?;
            db.busy_timeout(PATIENCE)?;
            // Makes the log and its index now, by which readers see that somebody writes.
            db.execute_batch("BEGIN IMMEDIATE; COMMIT;")
        };
        set().map_err(|e| classify(&self.path, e))
    }

    /// Says what a SQLite error means for this save.
    pub(super) fn error(&self, error: rusqlite::Error) -> SaveError {
        classify(&self.path, error)
    }

    /// The file that it lies in.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The bytes that the save takes with everything committed in it, its journal's share included.
    ///
    /// # Errors
    /// When SQLite cannot tell.
    pub fn bytes(&self) -> Result<u64, SaveError> {
        let ask = |what: &str| -> rusqlite::Result<i64> {
            self.connection
                .pragma_query_value(None, what, |row| row.get(0))
        };
        let bytes = ask("page_count").and_then(|pages| Ok(pages * ask("page_size")?));
        Ok(bytes.map_err(|e| self.error(e))?.unsigned_abs())
    }

    /// Goes through every page of the file.
    ///
    /// # Errors
    /// When one of them is damaged.
    pub fn check_pages(&self) -> Result<(), SaveError> {
        let verdict: String = self
            .connection
            .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
            .map_err(|e| self.error(e))?;
        if verdict == "ok" {
            return Ok(());
        }
        Err(SaveError::Damaged(self.path.clone(), verdict))
    }

    /// Sums up the rows of every table and compares them with the seal.
    ///
    /// # Errors
    /// When rows were changed, taken out, doubled or added since they were written: in which
    /// tables, and how many.
    pub fn check_rows(&self) -> Result<(), SaveError> {
        let sums = || {
            let found = Seal::sum_up(&self.connection)?;
            let mut why = found.differs(&Seal::of(&self.connection)?);
            if !Seal::is_whole(&self.connection)? {
                why.push("seal: not one row for each table".to_owned());
            }
            Ok(why)
        };
        let why = sums().map_err(|e| self.error(e))?;
        if why.is_empty() {
            return Ok(());
        }
        Err(SaveError::Damaged(self.path.clone(), why.join("; ")))
    }

    /// Commits everything since the last commit, all or nothing.
    ///
    /// # Errors
    /// When it cannot be written; then nothing of it is.
    pub fn commit(&mut self, batch: &Batch<'_>, names: &Names<'_>) -> Result<(), SaveError> {
        self.write(|writer, strings| write::all(writer, strings, batch, names))
    }

    /// Writes in one transaction and under the seal, all or nothing.
    ///
    /// # Errors
    /// When it cannot be written; then nothing of it is.
    pub(super) fn write(
        &mut self,
        rows: impl FnOnce(&mut Writer<'_>, &mut Strings) -> rusqlite::Result<()>,
    ) -> Result<(), SaveError> {
        let mut seal = self.seal.clone();
        let write = || -> rusqlite::Result<()> {
            let transaction = self.connection.transaction()?;
            let mut writer = Writer::new(&transaction, &mut seal);
            rows(&mut writer, &mut self.strings)?;
            writer.seal()?;
            transaction.commit()
        };
        match write() {
            Ok(()) => {
                self.seal = seal;
                Ok(())
            }
            Err(error) => {
                // What it was about to keep is not kept.
                self.strings = Strings::default();
                Err(self.error(error))
            }
        }
    }

    /// The header.
    ///
    /// # Errors
    /// When it is not whole.
    pub fn header(&self) -> Result<Header, SaveError> {
        let blob = |key: &str| {
            self.connection
                .query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| {
                    row.get::<_, Vec<u8>>(0)
                })
        };
        let text = |key: &str| {
            self.connection
                .query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| {
                    row.get::<_, String>(0)
                })
        };
        let read = || -> rusqlite::Result<Header> {
            Ok(Header {
                scenario: blob("scenario")?,
                map: blob("map")?,
                title: text("title")?,
                seed: text("seed")?.parse().unwrap_or(0),
                embedder: text("embedder").optional()?.unwrap_or_default(),
                rooms: serde_json::from_str(&text("rooms")?).unwrap_or_default(),
            })
        };
        read().map_err(|e| {
            SaveError::Damaged(self.path.clone(), format!("its header cannot be read: {e}"))
        })
    }

    /// The last committed state, and the whole one that it changes where it is not whole itself.
    /// None when nothing was committed yet.
    ///
    /// # Errors
    /// When they cannot be read, or the whole one is not there.
    pub fn last_keyframe(&self) -> Result<Option<(Keyframe, Option<Keyframe>)>, SaveError> {
        let read = |tick: Option<u64>| {
            let mut query = self.connection.prepare_cached(
                "SELECT tick, time, events, hash, base, data FROM keyframes
                 WHERE ?1 IS NULL OR tick = ?1 ORDER BY tick DESC LIMIT 1",
            )?;
            let row = query.query_row([tick.map(|tick| tick as i64)], |row| {
                Ok(Keyframe {
                    tick: row.get::<_, i64>(0)? as u64,
                    at: SimTime(row.get(1)?),
                    events: row.get::<_, i64>(2)? as u64,
                    hash: row.get(3)?,
                    base: row.get::<_, Option<i64>>(4)?.map(|tick| tick as u64),
                    data: row.get(5)?,
                })
            });
            row.optional()
        };
        let Some(last) = read(None).map_err(|e| self.error(e))? else {
            return Ok(None);
        };
        let Some(tick) = last.base else {
            return Ok(Some((last, None)));
        };
        match read(Some(tick)).map_err(|e| self.error(e))? {
            Some(base) if base.base.is_none() && tick < last.tick => Ok(Some((last, Some(base)))),
            _ => {
                let what = format!("the whole state of tick {tick} is missing");
                Err(SaveError::Damaged(self.path.clone(), what))
            }
        }
    }

    /// Those memories of an agent whose numbers lie in some ranges, with their numbers, in order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn memories(
        &self,
        agent: u32,
        ranges: impl Iterator<Item = std::ops::Range<u32>>,
    ) -> Result<Vec<(u32, Memory)>, SaveError> {
        let mut all = Vec::new();
        for range in ranges {
            all.extend(self.memories_in(agent, &range)?);
        }
        Ok(all)
    }

    fn memories_in(
        &self,
        agent: u32,
        range: &std::ops::Range<u32>,
    ) -> Result<Vec<(u32, Memory)>, SaveError> {
        let read = || -> rusqlite::Result<Vec<(u32, Memory)>> {
            let mut query = self.connection.prepare_cached(
                "SELECT time, kind, importance, about, place, text, predicate, object, depth, evidence, expires, n
                 FROM memories WHERE agent = ?1 AND n >= ?2 AND n < ?3 ORDER BY n",
            )?;
            let rows = query.query_map([agent, range.start, range.end], |row| {
                let (kind, predicate): (String, String) = (row.get(1)?, row.get(6)?);
                let (evidence, expires): (Option<String>, Option<u32>) =
                    (row.get(9)?, row.get(10)?);
                let wrong = |e: String| rusqlite::Error::ToSqlConversionFailure(e.into());
                let depth = row.get(8)?;
                let grounds =
                    (depth > 0 || evidence.is_some() || expires.is_some()).then(|| Grounds {
                        evidence: evidence
                            .and_then(|e| serde_json::from_str(&e).ok())
                            .unwrap_or_default(),
                        depth,
                        expires: expires.map(SimTime),
                    });
                let memory = Memory {
                    at: SimTime(row.get(0)?),
                    kind: MemoryKind::parse(&kind).map_err(wrong)?,
                    importance: row.get(2)?,
                    about: row
                        .get::<_, Option<u32>>(3)?
                        .map(collegium_core::ids::AgentId),
                    place: row.get::<_, Option<u16>>(4)?.map(PlaceId),
                    text: row.get(5)?,
                    predicate: Predicate::parse(&predicate).map_err(wrong)?,
                    object: row
                        .get::<_, Option<String>>(7)?
                        .map(|object| serde_json::from_str(&object))
                        .transpose()
                        .map_err(|e| wrong(e.to_string()))?,
                    grounds: grounds.map(Box::new),
                };
                Ok((row.get(11)?, memory))
            })?;
            rows.collect()
        };
        read().map_err(|e| self.error(e))
    }
}

/// Looks at a file without changing it: is it a whole save of a known version?
fn inspect(path: &Path) -> Result<(), SaveError> {
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
    let db = open_to_read(path, PATIENCE)?;
    // Going through every page would take the longer the older the save is; what is read of it is
    // checked when it is read.
    db.query_row("SELECT COUNT(*) FROM meta", [], |_| Ok(()))
        .map_err(|e| classify(path, e))
}

/// Opens a save for a look. Without a log beside it the file is opened as immutable, so that not
/// even an index file is made next to it.
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
    match schema::is_ours(&db).map_err(|e| classify(path, e))? {
        true => Ok(db),
        false => Err(SaveError::Foreign(
            path.to_owned(),
            "its tables are not those of a save".to_owned(),
        )),
    }
}

/// Makes sure that a new name in a folder outlives a loss of power, where the system can.
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    let _ = folder;
    Ok(())
}

/// A file that SQLite keeps beside a save.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
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

/// Says what a SQLite error means for a save.
pub(super) fn classify(path: &Path, error: rusqlite::Error) -> SaveError {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            SaveError::InUse(path.to_owned())
        }
        Some(ErrorCode::NotADatabase) => {
            SaveError::Foreign(path.to_owned(), "it is not a SQLite database".to_owned())
        }
        Some(ErrorCode::DatabaseCorrupt) => SaveError::Damaged(path.to_owned(), error.to_string()),
        _ => SaveError::Sqlite(path.to_owned(), error),
    }
}
