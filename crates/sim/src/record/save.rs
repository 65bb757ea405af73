//! The save file: one SQLite database (WAL) per run. `docs/save-file.md` documents its tables.

use super::{
    bounds::bounded,
    draft,
    fault::{SaveError, classify, unreadable},
    header::Header,
    keyframe::Keyframe,
    open::{APPLICATION_ID, PATIENCE, SCHEMA_VERSION, inspect, open_to_read},
    parts::{self, Part, Sources, calls, vectors},
    schema,
    seal::{Seal, Writer},
    site::Site,
    strings::Strings,
    table::Table,
};
use crate::tools::Names;
use rusqlite::{Connection, OpenFlags, ToSql, params};
use std::{
    fs::File,
    path::{Path, PathBuf},
};
use training::files::Hold;

/// An open save, to be read or written to.
#[derive(Debug)]
pub struct SaveFile {
    pub(super) path: PathBuf,
    pub(super) connection: Connection,
    /// What it has apart from its states.
    pub(super) parts: Vec<Box<dyn Part>>,
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
        let connection = Connection::open_in_memory();
        Self::begun(path, connection, header, names)
    }

    /// A save that lies nowhere and goes when it is let go of, to be compared with the one at
    /// `path`.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn scratch(path: &Path, header: &Header, names: &Names<'_>) -> Result<Self, SaveError> {
        // A file without a name, which SQLite makes when memory does not do.
        Self::begun(path.to_owned(), Connection::open(""), header, names)
    }

    fn begun(
        path: PathBuf,
        connection: rusqlite::Result<Connection>,
        header: &Header,
        names: &Names<'_>,
    ) -> Result<Self, SaveError> {
        let connection = connection.map_err(|e| SaveError::Sqlite(path.clone(), e))?;
        let mut draft = Self {
            path,
            connection,
            parts: parts::all(),
            strings: Strings::default(),
            seal: Seal::default(),
            _hold: None,
        };
        draft.fill(header, names).map_err(|e| draft.error(e))?;
        Ok(draft)
    }

    /// Makes a file of a draft, whole or not at all: under a temporary name first, then, where
    /// nobody has the name yet, under its own. Of many processes that want one name one gets it.
    /// What processes that were killed have left of theirs in that folder goes away.
    ///
    /// # Errors
    /// When the name is taken, or the file cannot be made.
    pub fn publish(self, site: &Site) -> Result<Self, SaveError> {
        let failed = |e| SaveError::Io(site.path(), e);
        let folder = site.folder();
        std::fs::create_dir_all(&folder).map_err(failed)?;
        draft::sweep(&folder);
        let mut fresh = draft::begin(&folder).map_err(failed)?;
        self.connection
            .execute("VACUUM INTO ?1", [fresh.path().to_string_lossy()])
            .map_err(|e| self.error(e))?;
        File::open(fresh.path())
            .and_then(|file| file.sync_all())
            .map_err(failed)?;
        for path in site.candidates() {
            match fresh.persist_noclobber(&path) {
                Ok(hold) => {
                    // There is no draft any more.
                    drop(hold);
                    sync_folder(&folder).map_err(failed)?;
                    return Self::open(&path);
                }
                Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
                    fresh = error.file;
                }
                Err(error) => return Err(SaveError::Io(path, error.error)),
            }
        }
        Err(SaveError::Exists(site.path()))
    }

    fn fill(&mut self, header: &Header, names: &Names<'_>) -> rusqlite::Result<()> {
        let db = &self.connection;
        // What is too long to be read back is not written.
        bounded(db)?;
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
        let hold = Hold::take(path)
            .map_err(|e| SaveError::Io(path.to_owned(), e))?
            .ok_or_else(|| SaveError::InUse(path.to_owned()))?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|e| classify(path, e))?;
        let mut save = Self {
            path: path.to_owned(),
            connection,
            parts: parts::all(),
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
        // Its pages are sound: whatever is asked of it comes to an end.
        connection
            .progress_handler(0, None::<fn() -> bool>)
            .map_err(|e| classify(path, e))?;
        connection
            .execute_batch("BEGIN; SELECT key FROM meta LIMIT 1")
            .map_err(|e| classify(path, e))?;
        Ok(Self {
            path: path.to_owned(),
            connection,
            parts: parts::all(),
            strings: Strings::default(),
            seal: Seal::default(),
            _hold: None,
        })
    }

    fn configure(&self) -> Result<(), SaveError> {
        let db = &self.connection;
        let set = || -> rusqlite::Result<()> {
            bounded(db)?;
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

    /// Says what an error means that came of reading a table of this save.
    pub(super) fn unreadable(&self, table: Table, error: rusqlite::Error) -> SaveError {
        unreadable(&self.path, table, error)
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

    /// Sums up the rows of every table and compares them with the seal, and the texts of calls with
    /// their hashes.
    ///
    /// # Errors
    /// When rows were changed, taken out, doubled or added since they were written: in which
    /// tables, and how many. When a text stands under the hash of another: how many do.
    pub fn check_rows(&self) -> Result<(), SaveError> {
        let sums = || {
            let found = Seal::sum_up(&self.connection)?;
            let mut why = found.differs(&Seal::of(&self.connection)?);
            if !Seal::is_whole(&self.connection)? {
                why.push("seal: not one row for each table".to_owned());
            }
            let others = calls::misnamed(&self.connection)?;
            if others > 0 {
                why.push(format!(
                    "texts: rows under the hash of another text: {others}"
                ));
            }
            Ok(why)
        };
        let why = sums().map_err(|e| self.error(e))?;
        if why.is_empty() {
            return Ok(());
        }
        Err(SaveError::Damaged(self.path.clone(), why.join("; ")))
    }

    /// Seals the rows as they are now: what somebody could do who knows how.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    #[cfg(test)]
    pub(crate) fn seal_anew(path: &Path) -> Result<(), SaveError> {
        let mut save = Self::open(path)?;
        save.seal = Seal::sum_up(&save.connection).map_err(|e| save.error(e))?;
        save.write(|_, _| Ok(()))
    }

    /// In what this save tells of its run otherwise than another one, table by table; nothing where
    /// they tell the same.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn differs(&self, other: &Self) -> Result<Vec<String>, SaveError> {
        let told = |save: &Self| Seal::told(&save.connection).map_err(|e| save.error(e));
        Ok(told(self)?.differs(&told(other)?))
    }

    /// Commits everything since the last commit and the state that goes with it, all or nothing.
    ///
    /// # Errors
    /// When it cannot be written; then nothing of it is.
    pub fn commit(&mut self, from: &Sources<'_>, state: &Keyframe) -> Result<(), SaveError> {
        let parts = std::mem::take(&mut self.parts);
        let written = self.write(|writer, strings| {
            for part in &parts {
                part.write(from, writer, strings)?;
            }
            state.write(writer)
        });
        self.parts = parts;
        written?;
        self.has_all(from);
        Ok(())
    }

    /// Notes that the save has everything that there is now.
    pub fn has_all(&mut self, from: &Sources<'_>) {
        for part in &mut self.parts {
            part.saved(from);
        }
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
}

/// Makes sure that a new name in a folder outlives a loss of power, where the system can.
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    let _ = folder;
    Ok(())
}
