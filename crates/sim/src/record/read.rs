//! Reading back what a campus goes on from: the header, the last state, and memories.

use super::{
    fault::{MOST_SHOWN, SaveError, misread, unfit},
    parts::{Header, Keyframe},
    save::SaveFile,
    table::Table,
};
use crate::memory::{Grounds, Memory, MemoryKind, Object, Predicate};
use collegium_core::{
    cleaned::Cleaned,
    files::MOST_TEXT,
    ids::PlaceId,
    text::{clipped, harmless_lines},
    time::SimTime,
};
use rusqlite::{OptionalExtension as _, Row};
use serde::Deserialize;

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

    /// Those memories of an agent whose numbers lie in some ranges, with their numbers, in order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn memories(
        &self,
        agent: u32,
        ranges: impl Iterator<Item = std::ops::Range<u32>>,
    ) -> Result<Vec<(u32, Memory)>, SaveError> {
        let mut all = Vec::new();
        for range in ranges {
            all.extend(self.memories_in(agent, &range)?);
        }
        Ok(all)
    }

    fn memories_in(
        &self,
        agent: u32,
        range: &std::ops::Range<u32>,
    ) -> Result<Vec<(u32, Memory)>, SaveError> {
        let read = || -> rusqlite::Result<Vec<(u32, Memory)>> {
            let mut query = self.connection.prepare_cached(
                "SELECT time, kind, importance, about, place, text, predicate, object, depth, evidence, expires, n
                 FROM memories WHERE agent = ?1 AND n >= ?2 AND n < ?3 ORDER BY n",
            )?;
            let rows = query.query_map([agent, range.start, range.end], |row| {
                let (kind, predicate): (String, String) = (row.get(1)?, row.get(6)?);
                let (evidence, expires): (Option<String>, Option<u32>) =
                    (row.get(9)?, row.get(10)?);
                let depth = row.get(8)?;
                let grounds =
                    (depth > 0 || evidence.is_some() || expires.is_some()).then(|| Grounds {
                        evidence: evidence
                            .and_then(|e| serde_json::from_str(&e).ok())
                            .unwrap_or_default(),
                        depth,
                        expires: expires.map(SimTime),
                    });
                let memory = Memory {
                    at: SimTime(row.get(0)?),
                    kind: MemoryKind::parse(&kind).map_err(misread)?,
                    importance: row.get(2)?,
                    about: row
                        .get::<_, Option<u32>>(3)?
                        .map(collegium_core::ids::AgentId),
                    place: row.get::<_, Option<u16>>(4)?.map(PlaceId),
                    text: harmless_lines(&row.get::<_, String>(5)?).into_owned(),
                    predicate: Predicate::parse(&predicate).map_err(misread)?,
                    object: row
                        .get::<_, Option<String>>(7)?
                        .map(|object| {
                            let mut object = serde_json::Deserializer::from_str(&object);
                            Object::deserialize(Cleaned(&mut object))
                        })
                        .transpose()
                        .map_err(|e| misread(clipped(&e.to_string(), MOST_SHOWN)))?,
                    grounds: grounds.map(Box::new),
                };
                Ok((row.get(11)?, memory))
            })?;
            rows.collect()
        };
        read().map_err(|e| self.unreadable(Table::Memories, e))
    }
}
