//! What people remember, a row each; states hold only which memories there are.

use super::part::{Part, Sources};
use crate::{
    campus::Roster,
    memory::{Episodic, Grounds, Memory, MemoryKind, Object, Predicate},
    record::{
        fault::{MOST_SHOWN, misread},
        seal::Writer,
        strings::Strings,
        table::Table,
    },
};
use bevy::prelude::World;
use collegium_core::{
    cleaned::Cleaned,
    ids::{AgentId, PlaceId},
    text::{clipped, harmless_lines},
    time::SimTime,
};
use rusqlite::{Connection, params};
use serde::Deserialize;
use std::ops::Range;

/// How many memories of each person the save has, counted from their first.
#[derive(Debug, Default)]
pub(super) struct Memories {
    saved: Vec<u32>,
}

/// Everybody's stream, in the order of their numbers.
fn streams(world: &World) -> impl Iterator<Item = Option<&Episodic>> {
    let roster = &world.resource::<Roster>().0;
    roster.iter().map(move |person| world.get(*person))
}

impl Part for Memories {
    fn write(
        &self,
        from: &Sources<'_>,
        writer: &mut Writer<'_>,
        strings: &mut Strings,
    ) -> rusqlite::Result<()> {
        for (i, stream) in streams(from.world).enumerate() {
            let saved = self.saved.get(i).copied().unwrap_or(0);
            for (n, memory) in stream.iter().flat_map(|stream| stream.unsaved(saved)) {
                write(writer, strings, (i as u32, n), memory)?;
            }
        }
        Ok(())
    }

    fn saved(&mut self, from: &Sources<'_>) {
        let counts = streams(from.world).map(|stream| stream.map_or(0, Episodic::count));
        self.saved = counts.collect();
    }

    fn refill(&self, world: &mut World, db: &Connection) -> Result<(), (Table, rusqlite::Error)> {
        let wrong = |error| (Table::Memories, error);
        for (i, person) in world.resource::<Roster>().0.clone().into_iter().enumerate() {
            let Some(mut stream) = world.get_mut::<Episodic>(person) else {
                continue;
            };
            let mut memories = Vec::new();
            for range in stream.awaits() {
                memories.extend(read(db, i as u32, range).map_err(wrong)?);
            }
            if !stream.refill(memories) {
                let why = format!("memories of person {i} are missing");
                return Err(wrong(misread(why)));
            }
        }
        Ok(())
    }
}

/// Writes a memory: whose, which of theirs, what.
fn write(
    writer: &mut Writer<'_>,
    strings: &mut Strings,
    (agent, n): (u32, u32),
    m: &Memory,
) -> rusqlite::Result<()> {
    let mut id = |text: &str| strings.id(writer, text);
    let (kind, text, predicate) = (id(m.kind.word())?, id(&m.text)?, id(m.predicate.word())?);
    // A fact of ours is always written.
    let object = m
        .object
        .as_ref()
        .and_then(|o| serde_json::to_string(o).ok());
    let object = object.as_deref().map(id).transpose()?;
    let evidence = m
        .grounds
        .as_ref()
        .and_then(|g| serde_json::to_string(&g.evidence).ok());
    writer.put(
        Table::Memories,
        params![
            agent,
            n,
            m.at.0,
            kind,
            m.importance,
            m.about.map(|a| a.0),
            m.place.map(|p| p.0),
            text,
            predicate,
            object,
            m.depth(),
            evidence,
            m.expires().map(|e| e.0),
        ],
    )?;
    Ok(())
}

/// The memories of an agent whose numbers lie in a range, with their numbers, in order.
///
/// # Errors
/// When they cannot be read.
pub fn read(
    db: &Connection,
    agent: u32,
    range: &Range<u32>,
) -> rusqlite::Result<Vec<(u32, Memory)>> {
    let mut query = db.prepare_cached(
                "SELECT time, kind, importance, about, place, text, predicate, object, depth, evidence, expires, n
                 FROM memories WHERE agent = ?1 AND n >= ?2 AND n < ?3 ORDER BY n",
            )?;
    let rows = query.query_map([agent, range.start, range.end], |row| {
        let (kind, predicate): (String, String) = (row.get(1)?, row.get(6)?);
        let (evidence, expires): (Option<String>, Option<u32>) = (row.get(9)?, row.get(10)?);
        let depth = row.get(8)?;
        let grounds = (depth > 0 || evidence.is_some() || expires.is_some()).then(|| Grounds {
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
            about: row.get::<_, Option<u32>>(3)?.map(AgentId),
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
}
