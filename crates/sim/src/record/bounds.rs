//! How much is read of a save at once: one from elsewhere may hold more than there is memory.

use rusqlite::{Connection, limits::Limit};

/// The longest value of a row, and the longest row, that is read from a save or written into one,
/// in bytes. The longest that the simulation writes are states: 2.2 MB for a thousand people.
pub(super) const LONGEST: i32 = 64 << 20;

/// Lets SQLite refuse what is longer than [`LONGEST`] before there is memory for it.
///
/// # Errors
/// When SQLite knows no such bound.
pub(super) fn bounded(db: &Connection) -> rusqlite::Result<()> {
    db.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
    Ok(())
}
