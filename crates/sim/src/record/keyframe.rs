//! The states in a save, from which one can go on.

use super::{seal::Writer, table::Table};
use collegium_core::time::SimTime;
use rusqlite::params;

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
    /// The bytes of the state, or of what has changed in it, packed.
    pub data: Vec<u8>,
}

impl Keyframe {
    /// Enters it. Of the states before the last whole one only whole ones stay.
    ///
    /// # Errors
    /// When the save cannot be read or written.
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> rusqlite::Result<()> {
        writer.put(
            Table::Keyframes,
            params![
                self.tick as i64,
                self.at.0,
                self.events as i64,
                self.hash,
                self.base.map(|tick| tick as i64),
                self.data
            ],
        )?;
        // Whoever goes on begins with this one: of what lies before, whole states are enough. Those lie
        // behind the last whole one; to look further would cost the more the older the save is.
        let old = "base IS NOT NULL AND tick < ?1 AND tick > \
               (SELECT IFNULL(MAX(tick), -1) FROM keyframes WHERE base IS NULL AND tick < ?1)";
        writer.remove(Table::Keyframes, old, self.tick as i64)
    }
}
