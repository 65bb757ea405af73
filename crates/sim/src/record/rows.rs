//! Reading a save's rows back: people, and events for people and for screens.

use super::{
    Logged,
    save::{SaveError, SaveFile, classify, open_to_read},
};
use crate::tools::{Happening, HappeningKind, Violation};
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::SimTime,
};
use rusqlite::params;
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
    let db = open_to_read(path, Duration::ZERO)?;
    let read = || -> rusqlite::Result<Glance> {
        Ok(Glance {
            title: db.query_row("SELECT value FROM meta WHERE key = 'title'", [], |row| {
                row.get(0)
            })?,
            at: SimTime(db.query_row("SELECT MAX(time) FROM keyframes", [], |row| row.get(0))?),
            people: db.query_row("SELECT COUNT(*) FROM people", [], |row| row.get(0))?,
        })
    };
    read().map_err(|e| classify(path, e))
}

/// A row of the event log, with names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRow {
    seq: i64,
    tick: i64,
    at: SimTime,
    agent: Option<String>,
    kind: String,
    call: Option<String>,
    outcome: Option<String>,
    place: Option<String>,
    other: Option<String>,
    number: i64,
    text: String,
}

impl EventRow {
    /// The row as a JSON object.
    pub fn json(&self) -> serde_json::Value {
        let call: Option<serde_json::Value> = self
            .call
            .as_deref()
            .and_then(|c| serde_json::from_str(c).ok());
        serde_json::json!({
            "seq": self.seq, "tick": self.tick, "time": self.at.0, "when": self.at.to_string(), "agent": self.agent, "kind": self.kind,
            "call": call, "outcome": self.outcome, "place": self.place, "other": self.other, "number": self.number, "text": self.text,
        })
    }
}

impl std::fmt::Display for EventRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = |part: &Option<String>| part.clone().unwrap_or_default();
        write!(
            f,
            "{}  {:<22} {:<12}",
            self.at,
            word(&self.agent),
            self.kind
        )?;
        for part in [&self.call, &self.outcome, &self.other, &self.place]
            .into_iter()
            .flatten()
        {
            write!(f, " {part}")?;
        }
        if !self.text.is_empty() {
            write!(f, " “{}”", self.text)?;
        }
        Ok(())
    }
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
        read().map_err(|e| self.error(e))
    }

    /// The newest events, oldest first: those of one agent, or of everybody.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn events(&self, agent: Option<u32>, most: usize) -> Result<Vec<EventRow>, SaveError> {
        let read = || -> rusqlite::Result<Vec<EventRow>> {
            let mut query = self.connection.prepare(
                "SELECT seq, tick, time, p.name, e.kind, call, outcome, l.name, o.name, number, text FROM events e
                 LEFT JOIN people p ON p.id = e.agent LEFT JOIN places l ON l.id = e.place LEFT JOIN people o ON o.id = e.other
                 WHERE ?1 IS NULL OR e.agent = ?1 OR e.other = ?1 ORDER BY seq DESC LIMIT ?2",
            )?;
            let rows = query.query_map(params![agent, most as i64], |row| {
                Ok(EventRow {
                    seq: row.get(0)?,
                    tick: row.get(1)?,
                    at: SimTime(row.get(2)?),
                    agent: row.get(3)?,
                    kind: row.get(4)?,
                    call: row.get(5)?,
                    outcome: row.get(6)?,
                    place: row.get(7)?,
                    other: row.get(8)?,
                    number: row.get(9)?,
                    text: row.get(10)?,
                })
            })?;
            let mut rows: Vec<EventRow> = rows.collect::<rusqlite::Result<_>>()?;
            rows.reverse();
            Ok(rows)
        };
        read().map_err(|e| self.error(e))
    }

    /// The newest happenings, oldest first, as far as their rows tell: calls and the reasons of
    /// refusals are left out.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn recent(&self, most: usize) -> Result<Vec<Logged>, SaveError> {
        let read = || -> rusqlite::Result<Vec<Logged>> {
            let mut query = self.connection.prepare(
                "SELECT seq, tick, time, agent, kind, outcome, place, other, number, text FROM events ORDER BY seq DESC LIMIT ?1",
            )?;
            let rows = query.query_map(params![most as i64], |row| {
                let kind: String = row.get(4)?;
                let outcome: Option<String> = row.get(5)?;
                // A kind of a newer version is passed over.
                let Ok(kind) = HappeningKind::parse(&kind) else {
                    return Ok(None);
                };
                let happening = Happening {
                    agent: row.get::<_, Option<u32>>(3)?.map(AgentId),
                    place: row.get::<_, Option<u16>>(6)?.map(PlaceId),
                    with: row.get::<_, Option<u32>>(7)?.map(AgentId),
                    number: row.get(8)?,
                    text: row.get(9)?,
                    violation: outcome.and_then(|word| Violation::parse(&word).ok()),
                    ..Happening::new(kind)
                };
                let (seq, tick) = (row.get::<_, i64>(0)? as u64, row.get::<_, i64>(1)? as u64);
                Ok(Some(Logged {
                    seq,
                    tick,
                    at: SimTime(row.get(2)?),
                    happening,
                }))
            })?;
            let mut rows: Vec<Logged> = rows
                .collect::<rusqlite::Result<Vec<_>>>()?
                .into_iter()
                .flatten()
                .collect();
            rows.reverse();
            Ok(rows)
        };
        read().map_err(|e| self.error(e))
    }
}
