//! Reading a save's rows back: people, and events.

use super::{
    chronicle::Logged,
    fault::{MOST_SHOWN, SaveError, classify, misread},
    open::open_to_read,
    read::said,
    save::SaveFile,
    table::Table,
};
use crate::tools::{Occurrence, SimEvent};
use collegium_core::{
    cleaned::Cleaned,
    ids::{AgentId, PlaceId},
    text::clipped,
    time::SimTime,
};
use rusqlite::{ToSql, params};
use serde::Deserialize;
use std::{path::Path, time::Duration};

/// What a list of saves shows of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// The scenario's title.
    pub title: String,
    /// When it was last committed.
    pub at: SimTime,
    /// How many people there are.
    pub people: u32,
}

/// Looks at a save without opening it for good: no lock is waited for, and where no other process
/// has it open, nothing is left beside it.
///
/// # Errors
/// When it is in use, or no save.
pub fn glance(path: &Path) -> Result<Glance, SaveError> {
    // To open a pipe waits for somebody at its other end.
    if !path.is_file() {
        return Err(SaveError::Missing(path.to_owned()));
    }
    let db = open_to_read(path, Duration::ZERO)?;
    let read = || -> rusqlite::Result<Glance> {
        Ok(Glance {
            title: db.query_row("SELECT value FROM meta WHERE key = 'title'", [], said)?,
            at: SimTime(db.query_row(
                "SELECT time FROM keyframes ORDER BY tick DESC LIMIT 1",
                [],
                |row| row.get(0),
            )?),
            // People have the numbers from 0 on. Counting goes through pages without a look at how
            // many there were.
            people: db.query_row("SELECT IFNULL(MAX(id), -1) + 1 FROM people", [], |row| {
                row.get(0)
            })?,
        })
    };
    read().map_err(|e| classify(path, e))
}

impl SaveFile {
    /// The people of the save: number and name.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn people(&self) -> Result<Vec<(u32, String)>, SaveError> {
        let read = || -> rusqlite::Result<Vec<(u32, String)>> {
            let mut query = self
                .connection
                .prepare("SELECT id, name FROM people ORDER BY id")?;
            query
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        };
        read().map_err(|e| self.unreadable(Table::People, e))
    }

    /// The newest events, oldest first: those of one agent, or of everybody. On which tile they
    /// happened is not kept.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn events(&self, agent: Option<u32>, most: usize) -> Result<Vec<Logged>, SaveError> {
        let newest = "WHERE ?1 IS NULL OR agent = ?1 OR other = ?1 ORDER BY seq DESC LIMIT ?2";
        let mut rows = self.logged(newest, params![agent, most as i64])?;
        rows.reverse();
        Ok(rows)
    }

    /// So many events from a number on, in their order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn events_from(&self, seq: u64, most: usize) -> Result<Vec<Logged>, SaveError> {
        let next = "WHERE seq >= ?1 ORDER BY seq LIMIT ?2";
        self.logged(next, params![seq as i64, most as i64])
    }

    /// The events that a condition selects.
    fn logged(&self, condition: &str, values: &[&dyn ToSql]) -> Result<Vec<Logged>, SaveError> {
        let read = || -> rusqlite::Result<Vec<Logged>> {
            let select = "SELECT seq, tick, time, agent, place, kind, event FROM events";
            let mut query = self.connection.prepare(&format!("{select} {condition}"))?;
            let rows = query.query_map(values, |row| {
                let (kind, fields): (String, Option<String>) = (row.get(5)?, row.get(6)?);
                Ok(Logged {
                    seq: row.get::<_, i64>(0)? as u64,
                    tick: row.get::<_, i64>(1)? as u64,
                    at: SimTime(row.get(2)?),
                    occurrence: Occurrence {
                        agent: row.get::<_, Option<u32>>(3)?.map(AgentId),
                        place: row.get::<_, Option<u16>>(4)?.map(PlaceId),
                        tile: None,
                        event: event(&kind, fields.as_deref())?,
                    },
                })
            })?;
            rows.collect()
        };
        read().map_err(|e| self.unreadable(Table::Events, e))
    }
}

/// Reads an event from the word of its kind and what belongs to it.
fn event(kind: &str, fields: Option<&str>) -> rusqlite::Result<SimEvent> {
    if !SimEvent::KINDS.contains(&kind) {
        let found = clipped(kind, MOST_SHOWN);
        return Err(misread(format!("found “{found}”; expected an event")));
    }
    let wrong = |e: serde_json::Error| misread(clipped(&e.to_string(), MOST_SHOWN));
    let event = match fields {
        None => serde_json::Value::from(kind),
        Some(fields) => {
            let fields: serde_json::Value = serde_json::from_str(fields).map_err(wrong)?;
            serde_json::json!({ kind: fields })
        }
    };
    SimEvent::deserialize(Cleaned(event)).map_err(wrong)
}
