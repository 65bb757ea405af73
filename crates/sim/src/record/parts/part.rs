//! What a part of a save is.

use crate::{
    memory::Vectors,
    record::{seal::Writer, strings::Strings, table::Table},
    tools::Names,
};
use bevy::prelude::World;
use rusqlite::Connection;

/// Where what is saved comes from.
pub struct Sources<'a> {
    /// The campus.
    pub world: &'a World,
    /// The vectors of everybody's memories.
    pub vectors: &'a Vectors,
    /// The scenario and the map, by which texts are told.
    pub names: &'a Names<'a>,
}

/// Something that a save has apart from its states, and how much of it the save has.
pub(in crate::record) trait Part: std::fmt::Debug + Send {
    /// Writes what the save lacks.
    ///
    /// # Errors
    /// When something cannot be put into a row, or the save cannot be read or written.
    fn write(
        &self,
        from: &Sources<'_>,
        writer: &mut Writer<'_>,
        strings: &mut Strings,
    ) -> rusqlite::Result<()>;

    /// Notes that the save has everything that there is now.
    fn saved(&mut self, from: &Sources<'_>) {
        let _ = from;
    }

    /// Reads back what no state holds, into a world that has come out of one.
    ///
    /// # Errors
    /// When it cannot be read, with the table; or does not fit.
    fn refill(&self, world: &mut World, db: &Connection) -> Result<(), (Table, rusqlite::Error)> {
        let _ = (world, db);
        Ok(())
    }
}
