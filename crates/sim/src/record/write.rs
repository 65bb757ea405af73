//! Writing what is new into a save, in one transaction.

use super::{
    Logged, calls,
    save::{Batch, Keyframe},
    strings::Strings,
    vectors,
};
use crate::{
    campus::talks::Talk,
    memory::Memory,
    tools::{Names, SimEvent, tell},
};
use collegium_core::time::SimTime;
use rusqlite::{Connection, Transaction, params};

/// Writes a batch in one transaction.
pub(super) fn all(
    db: &mut Connection,
    strings: &mut Strings,
    batch: &Batch<'_>,
    names: &Names<'_>,
) -> rusqlite::Result<()> {
    let transaction = db.transaction()?;
    events(&transaction, strings, batch.events)?;
    memories(&transaction, strings, &batch.memories)?;
    talks(&transaction, strings, batch.talks)?;
    calls::write(&transaction, batch.calls)?;
    vectors::write(&transaction, batch.vectors.0, &batch.vectors.1)?;
    facts(&transaction, batch, names)?;
    keyframe(&transaction, &batch.keyframe)?;
    transaction.commit()
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
    transaction: &Transaction<'_>,
    strings: &mut Strings,
    events: &[Logged],
) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO event_rows (seq, tick, time, agent, place, other, kind, fields, text)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for Logged {
        seq,
        tick,
        at,
        occurrence,
    } in events
    {
        let (fields, text) = fields(&occurrence.event)?;
        let mut id = |text: Option<String>| text.map(|t| strings.id(transaction, &t)).transpose();
        let (fields, text) = (id(fields)?, id(text)?);
        insert.execute(params![
            *seq as i64,
            *tick as i64,
            at.0,
            occurrence.agent.map(|a| a.0),
            occurrence.place.map(|p| p.0),
            occurrence.event.with().map(|a| a.0),
            strings.id(transaction, occurrence.event.kind())?,
            fields,
            text,
        ])?;
    }
    Ok(())
}

fn memories(
    transaction: &Transaction<'_>,
    strings: &mut Strings,
    memories: &[(u32, u32, &Memory)],
) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare_cached(
        "INSERT OR REPLACE INTO memory_rows
           (agent, n, time, kind, importance, about, place, text, predicate, object, depth, evidence, expires)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?;
    for (agent, n, m) in memories {
        let mut id = |text: &str| strings.id(transaction, text);
        insert.execute(params![
            agent,
            n,
            m.at.0,
            id(m.kind.word())?,
            m.importance,
            m.about.map(|a| a.0),
            m.place.map(|p| p.0),
            id(&m.text)?,
            id(m.predicate.word())?,
            m.object.as_deref().map(id).transpose()?,
            m.depth(),
            m.grounds
                .as_ref()
                .and_then(|g| serde_json::to_string(&g.evidence).ok()),
            m.expires().map(|e| e.0),
        ])?;
    }
    Ok(())
}

fn talks(
    transaction: &Transaction<'_>,
    strings: &mut Strings,
    ended: &[(u32, SimTime, Talk)],
) -> rusqlite::Result<()> {
    let mut talks = transaction.prepare_cached(
        "INSERT INTO conversations (id, opener, other, place, began, ended) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let mut lines = transaction.prepare_cached(
        "INSERT INTO line_rows (conversation, n, speaker, time, text, addressee, act)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let mut members =
        transaction.prepare_cached("INSERT INTO members (conversation, agent) VALUES (?1, ?2)")?;
    for (number, ended, talk) in ended {
        talks.execute(params![
            number,
            talk.opener().0,
            talk.other().0,
            talk.place.map(|p| p.0),
            talk.began.0,
            ended.0
        ])?;
        for (n, line) in talk.lines.iter().enumerate() {
            let mut id = |text: &str| strings.id(transaction, text);
            let act = line.speech.act.map(|a| id(a.word())).transpose()?;
            lines.execute(params![
                number,
                n as i64,
                line.speaker.0,
                line.at.0,
                id(&line.text)?,
                line.to.0,
                act
            ])?;
        }
        for agent in &talk.all {
            members.execute(params![number, agent.0])?;
        }
    }
    Ok(())
}

fn keyframe(transaction: &Transaction<'_>, frame: &Keyframe) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO keyframes (tick, time, events, hash, base, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            frame.tick as i64,
            frame.at.0,
            frame.events as i64,
            frame.hash,
            frame.base.map(|tick| tick as i64),
            frame.data
        ])?;
    // Whoever goes on begins with this one: of what lies before, whole states are enough.
    transaction
        .prepare_cached("DELETE FROM keyframes WHERE base IS NOT NULL AND tick < ?1")?
        .execute([frame.tick as i64])?;
    Ok(())
}

/// Writes the facts, who has come to know them, how far invitations have come, and what has emerged
/// of it.
fn facts(db: &Transaction<'_>, batch: &Batch<'_>, names: &Names<'_>) -> rusqlite::Result<()> {
    let mut facts = db.prepare_cached(
        "INSERT INTO facts (id, kind, agent, place, arose, until, importance, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (n, f) in batch.ledger.facts.since(batch.facts) {
        let text = f.text(&tell::ENGLISH, batch.invitations, names);
        let (who, place) = (f.who.map(|a| a.0), f.place.map(|p| p.0));
        facts.execute(params![
            n,
            f.kind.word(),
            who,
            place,
            f.arose.0,
            f.until.0,
            f.importance,
            text
        ])?;
    }
    let mut knowledge = db.prepare_cached(
        "INSERT INTO knowledge (n, fact, agent, since, source, origin, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (n, k) in batch.ledger.log.since(batch.knowledge) {
        let from = k.from.map(|a| a.0);
        knowledge.execute(params![
            n,
            k.fact,
            k.agent.0,
            k.since.0,
            k.source.word(),
            from,
            k.by
        ])?;
    }
    let mut invitations = db.prepare_cached(
        "INSERT OR REPLACE INTO invitations (id, host, guest, what, place, begins, invited, answered, accepted, planned, attended)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    for (n, i) in batch.invitations.list.with_gone() {
        let (answered, accepted) = (
            i.answered.map(|(at, _)| at.0),
            i.answered.map(|(_, yes)| yes),
        );
        let (planned, attended) = (i.planned.map(|at| at.0), i.attended.map(|at| at.0));
        let what = tell::occasion(&tell::ENGLISH, &i.to, &names);
        let (host, guest) = (i.host.0, i.guest.0);
        invitations.execute(params![
            n,
            host,
            guest,
            what,
            i.place.0,
            i.begins.0,
            i.invited.0,
            answered,
            accepted,
            planned,
            attended
        ])?;
    }
    db.prepare_cached("INSERT OR REPLACE INTO meta (key, value) VALUES ('emergence', ?1)")?
        .execute(params![batch.emergence])?;
    Ok(())
}
