//! The save file: one SQLite database (WAL) per run. `docs/save-file.md` documents its tables.

use super::{Logged, Site, calls, vectors};
use crate::{
    campus::{Invitations, talks::Talk},
    memory::{Grounds, Memory, MemoryKind, Predicate, TextKey},
    social::Ledger,
    tools::{Names, SimEvent},
};
use collegium_core::{ids::PlaceId, time::SimTime};
use collegium_llm::Call;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, params};
use std::{
    collections::BTreeMap,
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

/// Marks a SQLite file as a Collegium save: “CLGM”.
const APPLICATION_ID: u32 = 0x434c_474d;

/// The version of the tables.
pub const SCHEMA_VERSION: u32 = 8;

/// How long to wait for another process to let go of a save.
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(300);

const SCHEMA: &str = "
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, grp TEXT NOT NULL, persona TEXT NOT NULL);
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, building TEXT NOT NULL);
CREATE TABLE events (seq INTEGER PRIMARY KEY, tick INTEGER NOT NULL, time INTEGER NOT NULL, agent INTEGER, place INTEGER, other INTEGER,
  kind TEXT NOT NULL, event TEXT);
CREATE TABLE memories (agent INTEGER NOT NULL, n INTEGER NOT NULL, time INTEGER NOT NULL, kind TEXT NOT NULL, importance INTEGER NOT NULL,
  about INTEGER, place INTEGER, text TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT, depth INTEGER NOT NULL, evidence TEXT, expires INTEGER,
  PRIMARY KEY (agent, n)) WITHOUT ROWID;
CREATE TABLE conversations (id INTEGER PRIMARY KEY, opener INTEGER NOT NULL, other INTEGER NOT NULL, place INTEGER, began INTEGER NOT NULL,
  ended INTEGER NOT NULL);
CREATE TABLE members (conversation INTEGER NOT NULL, agent INTEGER NOT NULL, PRIMARY KEY (conversation, agent)) WITHOUT ROWID;
CREATE TABLE lines (conversation INTEGER NOT NULL, n INTEGER NOT NULL, speaker INTEGER NOT NULL, time INTEGER NOT NULL, text TEXT NOT NULL,
  addressee INTEGER NOT NULL, act TEXT, PRIMARY KEY (conversation, n)) WITHOUT ROWID;
CREATE TABLE facts (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, agent INTEGER, place INTEGER, arose INTEGER NOT NULL, until INTEGER NOT NULL,
  importance INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE knowledge (n INTEGER PRIMARY KEY, fact INTEGER NOT NULL, agent INTEGER NOT NULL, since INTEGER NOT NULL, source TEXT NOT NULL,
  origin INTEGER, by INTEGER);
CREATE TABLE invitations (id INTEGER PRIMARY KEY, host INTEGER NOT NULL, guest INTEGER NOT NULL, what TEXT NOT NULL, place INTEGER NOT NULL,
  begins INTEGER NOT NULL, invited INTEGER NOT NULL, answered INTEGER, accepted INTEGER, planned INTEGER, attended INTEGER);
CREATE TABLE keyframes (tick INTEGER PRIMARY KEY, time INTEGER NOT NULL, events INTEGER NOT NULL, hash TEXT NOT NULL, data BLOB NOT NULL);
";

/// Why a save could not be made, read or written.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// No file of that name.
    #[error("{0}: no such save; expected a .campus file (`collegium run --save NAME` makes one)")]
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
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The version that can be read.
        expected: u32,
    },
    /// Made by an older Collegium.
    #[error(
        "{path}: has save version {found}, made by an older Collegium; this one reads version {expected}. It was left untouched"
    )]
    Older {
        /// The file.
        path: PathBuf,
        /// Its version.
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
    /// Damaged.
    #[error("{0}: is damaged ({1}); it was left untouched")]
    Damaged(PathBuf, String),
    /// Another process has it open.
    #[error("{0}: is in use by another Collegium; close that one first, or choose another name")]
    InUse(PathBuf),
    /// Anything else that SQLite says.
    #[error("{0}: {1}")]
    Sqlite(PathBuf, rusqlite::Error),
    /// The disk.
    #[error("{0}: {1}")]
    Io(PathBuf, std::io::Error),
}

/// What a save says of its run once and for all.
#[derive(Clone, Debug)]
pub struct Header {
    /// The resolved scenario, as the simulation packs it.
    pub scenario: Vec<u8>,
    /// The map, likewise.
    pub map: Vec<u8>,
    /// The scenario's name, for lists of saves.
    pub title: String,
    /// The seed, likewise.
    pub seed: u64,
    /// Which embedder made the vectors of its memories.
    pub embedder: String,
    /// The versions of the rooms that made it.
    pub rooms: BTreeMap<String, u32>,
}

/// A state of the whole world in the save.
#[derive(Clone, Debug)]
pub struct Keyframe {
    /// Its tick.
    pub tick: u64,
    /// Its time.
    pub at: SimTime,
    /// The number of events before it.
    pub events: u64,
    /// The log's hash there.
    pub hash: String,
    /// The state, packed.
    pub data: Vec<u8>,
}

/// What is committed at once: everything since the last commit and the state that goes with it.
pub struct Batch<'a> {
    /// New events.
    pub events: &'a [Logged],
    /// New memories: agent, number, memory.
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

/// An open save.
#[derive(Debug)]
pub struct SaveFile {
    pub(super) path: PathBuf,
    pub(super) connection: Connection,
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
        let draft = Self { path, connection };
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

    fn fill(&self, header: &Header, names: &Names<'_>) -> rusqlite::Result<()> {
        let db = &self.connection;
        let transaction = db.unchecked_transaction()?;
        db.execute_batch(SCHEMA)?;
        db.execute_batch(calls::SCHEMA)?;
        db.execute_batch(vectors::SCHEMA)?;
        db.pragma_update(None, "application_id", APPLICATION_ID)?;
        db.pragma_update(None, "user_version", SCHEMA_VERSION)?;
        let mut meta = db.prepare("INSERT INTO meta (key, value) VALUES (?1, ?2)")?;
        meta.execute(params!["scenario", header.scenario])?;
        meta.execute(params!["map", header.map])?;
        meta.execute(params!["title", header.title])?;
        meta.execute(params!["seed", header.seed.to_string()])?;
        vectors::note(&transaction, &header.embedder, 0)?;
        let rooms = serde_json::to_string(&header.rooms).unwrap_or_default();
        meta.execute(params!["rooms", rooms])?;
        meta.execute(params!["collegium", env!("CARGO_PKG_VERSION")])?;
        let mut people = db.prepare(
            "INSERT INTO people (id, name, role, grp, persona) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for (i, (persona, _)) in names.scenario.people.iter().enumerate() {
            let json = serde_json::to_string(persona).unwrap_or_default();
            people.execute(params![
                i as i64,
                persona.name,
                persona.role.word(),
                persona.group,
                json
            ])?;
        }
        let mut places =
            db.prepare("INSERT INTO places (id, name, kind, building) VALUES (?1, ?2, ?3, ?4)")?;
        for (i, place) in names.map.places.iter().enumerate() {
            places.execute(params![
                i as i64,
                place.name,
                place.kind.word(),
                place.building
            ])?;
        }
        transaction.commit()
    }

    /// Opens a save after checking it. A file that is refused is left as it is.
    ///
    /// # Errors
    /// When it is missing, foreign, newer, damaged or in use.
    pub fn open(path: &Path) -> Result<Self, SaveError> {
        inspect(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|e| classify(path, e))?;
        let save = Self {
            path: path.to_owned(),
            connection,
        };
        save.configure()?;
        Ok(save)
    }

    fn configure(&self) -> Result<(), SaveError> {
        let db = &self.connection;
        // With an exclusive lock the index of the log is kept in memory; a file of it that a killed
        // process has left is of no use.
        let leftover = beside(&self.path, "-shm");
        let set = || -> rusqlite::Result<()> {
            db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
            db.pragma_update(None, "journal_mode", "WAL")?;
            db.pragma_update(None, "synchronous", "NORMAL")?;
            db.busy_timeout(PATIENCE)?;
            // Takes the lock now, so that a second process is refused at the start and not at its
            // first commit.
            db.execute_batch("BEGIN IMMEDIATE; COMMIT;")
        };
        set().map_err(|e| classify(&self.path, e))?;
        // Mostly there is none.
        let _ = std::fs::remove_file(leftover);
        Ok(())
    }

    /// Says what a SQLite error means for this save.
    pub(super) fn error(&self, error: rusqlite::Error) -> SaveError {
        classify(&self.path, error)
    }

    /// Where it lies.
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

    /// Commits everything since the last commit, all or nothing.
    ///
    /// # Errors
    /// When it cannot be written; then nothing of it is.
    pub fn commit(&mut self, batch: &Batch<'_>, names: &Names<'_>) -> Result<(), SaveError> {
        write(&mut self.connection, batch, names).map_err(|e| classify(&self.path, e))
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

    /// The last committed state; none when nothing was committed yet.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn last_keyframe(&self) -> Result<Option<Keyframe>, SaveError> {
        self.connection
            .query_row(
                "SELECT tick, time, events, hash, data FROM keyframes ORDER BY tick DESC LIMIT 1",
                [],
                |row| {
                    Ok(Keyframe {
                        tick: row.get::<_, i64>(0)? as u64,
                        at: SimTime(row.get(1)?),
                        events: row.get::<_, i64>(2)? as u64,
                        hash: row.get(3)?,
                        data: row.get(4)?,
                    })
                },
            )
            .optional()
            .map_err(|e| self.error(e))
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
                    object: row.get::<_, Option<String>>(7)?.map(String::into_boxed_str),
                    grounds: grounds.map(Box::new),
                };
                Ok((row.get(11)?, memory))
            })?;
            rows.collect()
        };
        read().map_err(|e| self.error(e))
    }
}

/// What belongs to an event, as JSON: none where its kind says all.
fn payload(event: &SimEvent) -> rusqlite::Result<Option<String>> {
    let wrong = |e: serde_json::Error| rusqlite::Error::ToSqlConversionFailure(e.into());
    let mut json = serde_json::to_value(event).map_err(wrong)?;
    // The word of the kind stands in a column of its own.
    Ok(json
        .get_mut(event.kind())
        .map(|fields| fields.take().to_string()))
}

/// Writes a batch in one transaction.
fn write(db: &mut Connection, batch: &Batch<'_>, names: &Names<'_>) -> rusqlite::Result<()> {
    let transaction = db.transaction()?;
    {
        let mut events = transaction.prepare_cached(
            "INSERT INTO events (seq, tick, time, agent, place, other, kind, event)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        for Logged {
            seq,
            tick,
            at,
            occurrence,
        } in batch.events
        {
            events.execute(params![
                *seq as i64,
                *tick as i64,
                at.0,
                occurrence.agent.map(|a| a.0),
                occurrence.place.map(|p| p.0),
                occurrence.event.with().map(|a| a.0),
                occurrence.event.kind(),
                payload(&occurrence.event)?,
            ])?;
        }
        let mut memories = transaction.prepare_cached(
            "INSERT OR REPLACE INTO memories (agent, n, time, kind, importance, about, place, text, predicate, object, depth, evidence, expires)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?;
        for (agent, n, m) in &batch.memories {
            let (about, place) = (m.about.map(|a| a.0), m.place.map(|p| p.0));
            memories.execute(params![
                agent,
                n,
                m.at.0,
                m.kind.word(),
                m.importance,
                about,
                place,
                m.text,
                m.predicate.word(),
                m.object.as_deref(),
                m.depth(),
                m.grounds
                    .as_ref()
                    .and_then(|g| serde_json::to_string(&g.evidence).ok()),
                m.expires().map(|e| e.0),
            ])?;
        }
        let mut talks = transaction.prepare_cached(
            "INSERT INTO conversations (id, opener, other, place, began, ended) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        let mut lines = transaction
            .prepare_cached("INSERT INTO lines (conversation, n, speaker, time, text, addressee, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        let mut members = transaction
            .prepare_cached("INSERT INTO members (conversation, agent) VALUES (?1, ?2)")?;
        for (number, ended, talk) in batch.talks {
            talks.execute(params![
                number,
                talk.opener().0,
                talk.other().0,
                talk.place.map(|p| p.0),
                talk.began.0,
                ended.0
            ])?;
            for (n, line) in talk.lines.iter().enumerate() {
                let act = line.speech.act.map(|a| a.word());
                lines.execute(params![
                    number,
                    n as i64,
                    line.speaker.0,
                    line.at.0,
                    line.text,
                    line.to.0,
                    act
                ])?;
            }
            for agent in &talk.all {
                members.execute(params![number, agent.0])?;
            }
        }
        calls::write(&transaction, batch.calls)?;
        vectors::write(&transaction, batch.vectors.0, &batch.vectors.1)?;
        write_facts(&transaction, batch, names)?;
        let frame = &batch.keyframe;
        transaction
            .prepare_cached(
                "INSERT OR REPLACE INTO keyframes (tick, time, events, hash, data) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![frame.tick as i64, frame.at.0, frame.events as i64, frame.hash, frame.data])?;
    }
    transaction.commit()
}

/// Writes the facts, who has come to know them, how far invitations have come, and what has emerged
/// of it.
fn write_facts(
    db: &rusqlite::Transaction<'_>,
    batch: &Batch<'_>,
    names: &Names<'_>,
) -> rusqlite::Result<()> {
    let mut facts = db.prepare_cached(
        "INSERT INTO facts (id, kind, agent, place, arose, until, importance, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (n, f) in batch.ledger.facts.since(batch.facts) {
        let text = f.text(batch.invitations, names);
        let (who, place) = (f.who.map(|a| a.0), f.place.map(|p| p.0));
        facts.execute(params![
            n,
            f.kind.word(),
            who,
            place,
            f.arose.0,
            f.until.0,
            f.importance,
            text
        ])?;
    }
    let mut knowledge = db.prepare_cached(
        "INSERT INTO knowledge (n, fact, agent, since, source, origin, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (n, k) in batch.ledger.log.since(batch.knowledge) {
        let from = k.from.map(|a| a.0);
        knowledge.execute(params![
            n,
            k.fact,
            k.agent.0,
            k.since.0,
            k.source.word(),
            from,
            k.by
        ])?;
    }
    let mut invitations = db.prepare_cached(
        "INSERT OR REPLACE INTO invitations (id, host, guest, what, place, begins, invited, answered, accepted, planned, attended)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    for (n, i) in batch.invitations.list.with_gone() {
        let (answered, accepted) = (
            i.answered.map(|(at, _)| at.0),
            i.answered.map(|(_, yes)| yes),
        );
        let (planned, attended) = (i.planned.map(|at| at.0), i.attended.map(|at| at.0));
        let what = names.occasion(&i.to);
        let (host, guest) = (i.host.0, i.guest.0);
        invitations.execute(params![
            n,
            host,
            guest,
            what,
            i.place.0,
            i.begins.0,
            i.invited.0,
            answered,
            accepted,
            planned,
            attended
        ])?;
    }
    db.prepare_cached("INSERT OR REPLACE INTO meta (key, value) VALUES ('emergence', ?1)")?
        .execute(params![batch.emergence])?;
    Ok(())
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
    let verdict: String = db
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|e| classify(path, e))?;
    if verdict != "ok" {
        return Err(SaveError::Damaged(path.to_owned(), verdict));
    }
    Ok(())
}

/// Opens a save for a look. Without a log beside it the file is opened as immutable, so that not
/// even an index file is made next to it.
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
    Ok(db)
}

/// Makes sure that a new name in a folder outlives a loss of power, where the system can.
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    let _ = folder;
    Ok(())
}

/// A file that SQLite keeps beside a save.
fn beside(path: &Path, suffix: &str) -> PathBuf {
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
