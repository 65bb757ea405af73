//! Calls to language models in the save: the cassette from which a run can be replayed without a
//! network, and the log of every prompt.

use super::{seal::Writer, table::Table};
use collegium_llm::{Call, Outcome};
use rusqlite::{OptionalExtension as _, params};

/// The tables. Texts that come again from call to call (the stable part of a prompt, a schema) are
/// kept once.
pub(super) const SCHEMA: &str = "
CREATE TABLE texts (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, text TEXT NOT NULL);
CREATE TABLE calls (id INTEGER PRIMARY KEY, tick INTEGER NOT NULL, asked INTEGER NOT NULL, agent INTEGER NOT NULL, purpose TEXT NOT NULL,
  profile TEXT NOT NULL, model TEXT NOT NULL, outcome TEXT NOT NULL, calls INTEGER NOT NULL, tokens_in INTEGER NOT NULL,
  tokens_cached INTEGER NOT NULL, tokens_out INTEGER NOT NULL, micros INTEGER NOT NULL, milliseconds INTEGER NOT NULL,
  system INTEGER NOT NULL, user TEXT NOT NULL, schema INTEGER NOT NULL, most_tokens INTEGER NOT NULL, answer TEXT NOT NULL);
";

/// Enters answered calls to models; a text that comes again is kept once.
///
/// # Errors
/// When the save cannot be read or written.
pub(super) fn write(writer: &mut Writer<'_>, calls: &[Call]) -> rusqlite::Result<()> {
    for Call {
        tick,
        request,
        answer,
    } in calls
    {
        let (prompt, usage) = (&request.prompt, answer.usage);
        let outcome = match &answer.outcome {
            Outcome::Ok(_) => "ok",
            Outcome::Repaired(..) => "repaired",
            Outcome::FellBack(fault, _) => fault.word(),
        };
        let json = serde_json::to_string(answer).unwrap_or_default();
        let texts = [
            text_id(writer, &prompt.system)?,
            text_id(writer, &prompt.schema)?,
        ];
        writer.add(
            Table::Calls,
            params![
                request.id as i64,
                *tick as i64,
                request.asked.0,
                request.agent.0,
                request.purpose.word(),
                request.profile,
                answer.model,
                outcome,
                usage.calls,
                usage.tokens_in as i64,
                usage.tokens_cached as i64,
                usage.tokens_out as i64,
                usage.micros as i64,
                usage.milliseconds as i64,
                texts[0],
                prompt.user,
                texts[1],
                prompt.most_tokens,
                json,
            ],
        )?;
    }
    Ok(())
}

/// The number of a text that is kept once.
fn text_id(writer: &mut Writer<'_>, text: &str) -> rusqlite::Result<i64> {
    let hash = *blake3::hash(text.as_bytes()).as_bytes();
    let known = writer
        .db()
        .prepare_cached("SELECT id FROM texts WHERE hash = ?1")?
        .query_row([hash.as_slice()], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    let last = "SELECT IFNULL(MAX(id), 0) + 1 FROM texts";
    let id: i64 = writer.db().query_row(last, [], |row| row.get(0))?;
    writer.add(Table::Texts, params![id, hash.as_slice(), text])?;
    Ok(id)
}
