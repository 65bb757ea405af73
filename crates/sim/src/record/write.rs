//! Writing what is new into a save.

use super::{
    calls,
    chronicle::Logged,
    parts::{Commit, Keyframe},
    seal::Writer,
    strings::Strings,
    table::Table,
    vectors,
};
use crate::{
    campus::talks::Talk,
    memory::Memory,
    tools::{Names, SimEvent, tell},
};
use collegium_core::time::SimTime;
use rusqlite::params;

/// Writes everything of a batch: events, memories, talks, calls, vectors, facts and the state.
///
/// # Errors
/// When something of it cannot be put into a row, or the save cannot be read or written.
pub(super) fn all(
    writer: &mut Writer<'_>,
    strings: &mut Strings,
    batch: &Commit<'_>,
    names: &Names<'_>,
) -> rusqlite::Result<()> {
    events(writer, strings, batch.events)?;
    memories(writer, strings, &batch.memories)?;
    talks(writer, strings, batch.talks)?;
    calls::write(writer, batch.calls)?;
    vectors::write(writer, batch.vectors.0, &batch.vectors.1)?;
    facts(writer, batch, names)?;
    keyframe(writer, &batch.keyframe)
}

/// What belongs to an event, as JSON: none where its kind says all; and apart from it the text,
/// where it has one.
fn fields(event: &SimEvent) -> rusqlite::Result<(Option<String>, Option<String>)> {
    let wrong = |e: serde_json::Error| rusqlite::Error::ToSqlConversionFailure(e.into());
    let mut json = serde_json::to_value(event).map_err(wrong)?;
    // The word of the kind stands in a column of its own.
    let Some(mut fields) = json.get_mut(event.kind()).map(serde_json::Value::take) else {
        return Ok((None, None));
    };
    let text = match fields
        .as_object_mut()
        .and_then(|fields| fields.remove("text"))
    {
        Some(serde_json::Value::String(text)) => Some(text),
        _ => None,
    };
    Ok((Some(fields.to_string()), text))
}

fn events(
    writer: &mut Writer<'_>,
    strings: &mut Strings,
    events: &[Logged],
) -> rusqlite::Result<()> {
    for Logged {
        seq,
        tick,
        at,
        occurrence,
    } in events
    {
        let (fields, text) = fields(&occurrence.event)?;
        let mut id = |text: Option<String>| text.map(|t| strings.id(writer, &t)).transpose();
        let (fields, text) = (id(fields)?, id(text)?);
        let kind = strings.id(writer, occurrence.event.kind())?;
        writer.add(
            Table::Events,
            params![
                *seq as i64,
                *tick as i64,
                at.0,
                occurrence.agent.map(|a| a.0),
                occurrence.place.map(|p| p.0),
                occurrence.event.with().map(|a| a.0),
                kind,
                fields,
                text,
            ],
        )?;
    }
    Ok(())
}

fn memories(
    writer: &mut Writer<'_>,
    strings: &mut Strings,
    memories: &[(u32, u32, &Memory)],
) -> rusqlite::Result<()> {
    for (agent, n, m) in memories {
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
    }
    Ok(())
}

fn talks(
    writer: &mut Writer<'_>,
    strings: &mut Strings,
    ended: &[(u32, SimTime, Talk)],
) -> rusqlite::Result<()> {
    for (number, ended, talk) in ended {
        writer.add(
            Table::Talks,
            params![
                number,
                talk.opener().0,
                talk.other().0,
                talk.place.map(|p| p.0),
                talk.began.0,
                ended.0
            ],
        )?;
        for (n, line) in talk.lines.iter().enumerate() {
            let mut id = |text: &str| strings.id(writer, text);
            let act = line.speech.act.map(|a| id(a.word())).transpose()?;
            let text = id(&line.text)?;
            writer.add(
                Table::Lines,
                params![
                    number,
                    n as i64,
                    line.speaker.0,
                    line.at.0,
                    text,
                    line.to.0,
                    act
                ],
            )?;
        }
        for agent in &talk.all {
            writer.add(Table::Members, params![number, agent.0])?;
        }
    }
    Ok(())
}

fn keyframe(writer: &mut Writer<'_>, frame: &Keyframe) -> rusqlite::Result<()> {
    writer.put(
        Table::Keyframes,
        params![
            frame.tick as i64,
            frame.at.0,
            frame.events as i64,
            frame.hash,
            frame.base.map(|tick| tick as i64),
            frame.data
        ],
    )?;
    // Whoever goes on begins with this one: of what lies before, whole states are enough. Those lie
    // behind the last whole one; to look further would cost the more the older the save is.
    let old = "base IS NOT NULL AND tick < ?1 AND tick > \
               (SELECT IFNULL(MAX(tick), -1) FROM keyframes WHERE base IS NULL AND tick < ?1)";
    writer.remove(Table::Keyframes, old, frame.tick as i64)
}

/// Writes the facts, who has come to know them, how far invitations have come, and what has emerged
/// of it.
fn facts(writer: &mut Writer<'_>, batch: &Commit<'_>, names: &Names<'_>) -> rusqlite::Result<()> {
    for (n, f) in batch.ledger.facts.since(batch.facts) {
        let text = f.text(&tell::ENGLISH, names);
        let (who, place) = (f.who().map(|a| a.0), f.place(names.scenario).map(|p| p.0));
        writer.add(
            Table::Facts,
            params![
                n,
                f.kind().word(),
                who,
                place,
                f.arose.0,
                f.until.0,
                f.importance,
                text
            ],
        )?;
    }
    for (n, k) in batch.ledger.log.since(batch.knowledge) {
        let from = k.from.map(|a| a.0);
        writer.add(
            Table::Knowledge,
            params![n, k.fact, k.agent.0, k.since.0, k.source.word(), from, k.by],
        )?;
    }
    for (n, i) in &batch.changed {
        let (answered, accepted) = (
            i.answered.map(|(at, _)| at.0),
            i.answered.map(|(_, yes)| yes),
        );
        let (planned, attended) = (i.planned.map(|at| at.0), i.attended.map(|at| at.0));
        let what = tell::occasion(&tell::ENGLISH, &i.to, names);
        writer.put(
            Table::Invitations,
            params![
                n,
                i.host.0,
                i.guest.0,
                what,
                i.place.0,
                i.begins.0,
                i.invited.0,
                answered,
                accepted,
                planned,
                attended
            ],
        )?;
    }
    writer.put(Table::Meta, params!["emergence", batch.emergence])
}
