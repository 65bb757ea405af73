//! Vectors in the save: which embedder was used from when on, and what one that is not built in has
//! answered.

use super::{seal::Writer, table::Table};
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
