//! Reading back what a campus goes on from: the header, the last state, and memories.

use super::{
    fault::{SaveError, misread, unfit},
    header::Header,
    keyframe::Keyframe,
    parts::memories,
    save::SaveFile,
    table::Table,
};
use crate::memory::Memory;
use bevy::prelude::World;
use collegium_core::{files::MOST_TEXT, time::SimTime};
use rusqlite::{OptionalExtension as _, Row};
use std::ops::Range;

/// A text that a save says of its run, never longer than the file may be that it comes from.
///
/// # Errors
/// When it is no text, or a longer one.
pub(super) fn said(row: &Row<'_>) -> rusqlite::Result<String> {
    // Looked at before it is copied.
    let found = row.get_ref(0)?.as_bytes();
    if found.is_ok_and(|bytes| bytes.len() as u64 > MOST_TEXT) {
        return Err(misread(format!("it is larger than {MOST_TEXT} bytes")));
    }
    row.get(0)
}

impl SaveFile {
    /// What the save says of its run: scenario, map, seed, embedder, versions of the rooms.
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
                .query_row("SELECT value FROM meta WHERE key = ?1", [key], said)
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
            let why = unfit(&e).unwrap_or_else(|| e.to_string());
            SaveError::Damaged(
                self.path.clone(),
                format!("its header cannot be read: {why}"),
            )
        })
    }

    /// The last committed state, and the whole one that it changes where it is not whole itself.
    /// None when nothing was committed yet.
    ///
    /// # Errors
    /// When they cannot be read, or the whole one is not there.
    pub fn last_keyframe(&self) -> Result<Option<(Keyframe, Option<Keyframe>)>, SaveError> {
        let Some(last) = self.keyframe(None)? else {
            return Ok(None);
        };
        let Some(tick) = last.base else {
            return Ok(Some((last, None)));
        };
        match self.keyframe(Some(tick))? {
            Some(base) if base.base.is_none() && tick < last.tick => Ok(Some((last, Some(base)))),
            _ => {
                let what = format!("the whole state of tick {tick} is missing");
                Err(SaveError::Damaged(self.path.clone(), what))
            }
        }
    }

    /// The keyframe of a tick, or the last one; none where there is none.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn keyframe(&self, tick: Option<u64>) -> Result<Option<Keyframe>, SaveError> {
        let read = || {
            let mut query = self.connection.prepare_cached(
                "SELECT tick, time, events, hash, base, data FROM keyframes
                 WHERE ?1 IS NULL OR tick = ?1 ORDER BY tick DESC LIMIT 1",
            )?;
            let row = query.query_row([tick.map(|tick| tick as i64)], |row| {
                Ok(Keyframe {
                    tick: row.get::<_, i64>(0)? as u64,
                    at: SimTime(row.get(1)?),
                    events: row.get::<_, i64>(2)? as u64,
                    hash: row.get(3)?,
                    base: row.get::<_, Option<i64>>(4)?.map(|tick| tick as u64),
                    data: row.get(5)?,
                })
            });
            row.optional()
        };
        read().map_err(|e| self.unreadable(Table::Keyframes, e))
    }

    /// The ticks of the keyframes that hold a whole state, in order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn whole_states(&self) -> Result<Vec<u64>, SaveError> {
        let read = || -> rusqlite::Result<Vec<u64>> {
            let mut query = self
                .connection
                .prepare("SELECT tick FROM keyframes WHERE base IS NULL ORDER BY tick")?;
            let ticks = query.query_map([], |row| Ok(row.get::<_, i64>(0)? as u64))?;
            ticks.collect()
        };
        read().map_err(|e| self.unreadable(Table::Keyframes, e))
    }

    /// The memories of an agent whose numbers lie in a range, with their numbers, in order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn memories(
        &self,
        agent: u32,
        range: &Range<u32>,
    ) -> Result<Vec<(u32, Memory)>, SaveError> {
        memories::read(&self.connection, agent, range)
            .map_err(|e| self.unreadable(Table::Memories, e))
    }

    /// Reads back what no state holds, into a world that has come out of one.
    ///
    /// # Errors
    /// When it cannot be read, or does not fit.
    pub fn refill(&self, world: &mut World) -> Result<(), SaveError> {
        for part in &self.parts {
            let refilled = part.refill(world, &self.connection);
            refilled.map_err(|(table, e)| self.unreadable(table, e))?;
        }
        Ok(())
    }
}
