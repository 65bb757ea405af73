//! Vectors in the save: which embedder was used from when on, and what one that is not built in has
//! answered.

use super::{
    save::{SaveError, SaveFile},
    schema::Table,
    seal::Writer,
};
use crate::memory::TextKey;

/// The tables. A vector is its numbers as 32-bit floats, little end first.
pub(super) const SCHEMA: &str = "
CREATE TABLE embedders (tick INTEGER PRIMARY KEY, embedder TEXT NOT NULL);
CREATE TABLE vectors (embedder TEXT NOT NULL, hash BLOB NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (embedder, hash)) WITHOUT ROWID;
";

/// Enters vectors of an embedder; one that is there stays as it is.
///
/// # Errors
/// When the save cannot be read or written.
pub(super) fn write(
    writer: &mut Writer<'_>,
    embedder: &str,
    vectors: &[(TextKey, Vec<f32>)],
) -> rusqlite::Result<()> {
    for (key, vector) in vectors {
        let bytes: Vec<u8> = vector.iter().flat_map(|x| x.to_le_bytes()).collect();
        writer.add(Table::Vectors, &[&embedder, &key.as_slice(), &bytes])?;
    }
    Ok(())
}

/// Notes which embedder makes the vectors from a tick on.
///
/// # Errors
/// When the save cannot be read or written.
pub(super) fn note(writer: &mut Writer<'_>, embedder: &str, tick: u64) -> rusqlite::Result<()> {
    let tick = tick as i64;
    writer.put(Table::Meta, &[&"embedder", &embedder])?;
    // What was noted for later ticks never came to be: the run goes on from this one.
    writer.remove(Table::Embedders, "tick > ?1", tick)?;
    writer.put(Table::Embedders, &[&tick, &embedder])
}

impl SaveFile {
    /// The vectors recorded of an embedder.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn vectors(&self, embedder: &str) -> Result<Vec<(TextKey, Vec<f32>)>, SaveError> {
        let read = || -> rusqlite::Result<Vec<(TextKey, Vec<f32>)>> {
            let mut query = self.connection.prepare_cached(
                "SELECT hash, vector FROM vectors WHERE embedder = ?1 ORDER BY hash",
            )?;
            let rows = query.query_map([embedder], |row| {
                let bytes: Vec<u8> = row.get(1)?;
                let (numbers, _) = bytes.as_chunks::<4>();
                Ok((
                    row.get(0)?,
                    numbers
                        .iter()
                        .map(|four| f32::from_le_bytes(*four))
                        .collect(),
                ))
            })?;
            rows.collect()
        };
        read().map_err(|e| self.error(e))
    }

    /// The embedders of the run, each with the tick from which on it was used, in their order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn embedders(&self) -> Result<Vec<(u64, String)>, SaveError> {
        let read = || -> rusqlite::Result<Vec<(u64, String)>> {
            let mut query = self
                .connection
                .prepare_cached("SELECT tick, embedder FROM embedders ORDER BY tick")?;
            let rows =
                query.query_map([], |row| Ok((row.get::<_, i64>(0)? as u64, row.get(1)?)))?;
            rows.collect()
        };
        read().map_err(|e| self.error(e))
    }

    /// Notes that vectors are made by another embedder from a tick on.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_embedder(&mut self, embedder: &str, tick: u64) -> Result<(), SaveError> {
        self.write(|writer, _| note(writer, embedder, tick))
    }
}
