//! Vectors in the save: which embedder was used from when on, and what one that is not built in has
//! answered.

use super::part::{Part, Sources};
use crate::record::{seal::Writer, strings::Strings, table::Table};
use collegium_core::time::Clock;
use rusqlite::{Connection, OptionalExtension as _};

/// The tables. A vector is its numbers as 32-bit floats, little end first.
pub(in crate::record) const SCHEMA: &str = "
CREATE TABLE embedders (tick INTEGER PRIMARY KEY, embedder TEXT NOT NULL);
CREATE TABLE vectors (embedder TEXT NOT NULL, hash BLOB NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (embedder, hash)) WITHOUT ROWID;
";

/// Whose vectors the save has, and how many of them.
#[derive(Debug, Default)]
pub(super) struct VectorRows {
    embedder: String,
    count: usize,
}

impl Part for VectorRows {
    fn write(
        &self,
        from: &Sources<'_>,
        writer: &mut Writer<'_>,
        _: &mut Strings,
    ) -> rusqlite::Result<()> {
        let embedder = from.vectors.id();
        // Somebody may have changed it between two commits.
        note(writer, embedder, from.world.resource::<Clock>().tick)?;
        let saved = if self.embedder == embedder {
            self.count
        } else {
            0
        };
        // One that is there stays as it is.
        for (key, vector) in from.vectors.since(saved) {
            let bytes: Vec<u8> = vector.iter().flat_map(|x| x.to_le_bytes()).collect();
            writer.add(Table::Vectors, &[&embedder, &key.as_slice(), &bytes])?;
        }
        Ok(())
    }

    fn saved(&mut self, from: &Sources<'_>) {
        from.vectors.id().clone_into(&mut self.embedder);
        self.count = from.vectors.count();
    }
}

/// The embedder that makes the vectors, as it was noted last; none before the first.
///
/// # Errors
/// When the save cannot be read.
pub(in crate::record) fn noted(db: &Connection) -> rusqlite::Result<Option<String>> {
    let mut query = db.prepare_cached("SELECT value FROM meta WHERE key = 'embedder'")?;
    query.query_row([], |row| row.get(0)).optional()
}

/// Notes which embedder makes the vectors from a tick on, where it is another one than before.
///
/// # Errors
/// When the save cannot be read or written.
pub(in crate::record) fn note(
    writer: &mut Writer<'_>,
    embedder: &str,
    tick: u64,
) -> rusqlite::Result<()> {
    if noted(writer.db())?.as_deref() == Some(embedder) {
        return Ok(());
    }
    let tick = tick as i64;
    writer.put(Table::Meta, &[&"embedder", &embedder])?;
    // What was noted for later ticks never came to be: the run goes on from this one.
    writer.remove(Table::Embedders, "tick > ?1", tick)?;
    writer.put(Table::Embedders, &[&tick, &embedder])
}
