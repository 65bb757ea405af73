//! Calls to language models in the save: the cassette from which a run can be replayed without a
//! network, and the log of every prompt.

use super::{
    save::{SaveError, SaveFile},
    schema::Table,
    seal::Writer,
};
use collegium_core::{ids::AgentId, time::SimTime};
use collegium_llm::{Answer, Call, CallRecord, Outcome, Prompt, Purpose, Request, Usages};
use rusqlite::{OptionalExtension as _, Row, params};

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

fn call(row: &Row<'_>) -> rusqlite::Result<Call> {
    let purpose: String = row.get("purpose")?;
    let answer: String = row.get("answer")?;
    let answer: Answer = serde_json::from_str(&answer)
        .map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
    Ok(Call {
        tick: row.get::<_, i64>("tick")? as u64,
        request: Request {
            id: row.get::<_, i64>("id")? as u64,
            agent: AgentId(row.get("agent")?),
            purpose: Purpose::parse(&purpose)
                .map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?,
            asked: SimTime(row.get("asked")?),
            profile: row.get("profile")?,
            name: row.get("name")?,
            group: row.get("grp")?,
            prompt: Prompt {
                system: row.get("system_text")?,
                user: row.get("user")?,
                schema: row.get("schema_text")?,
                most_tokens: row.get("most_tokens")?,
            },
        },
        answer,
    })
}

impl SaveFile {
    /// Hands every committed call to `each`, in the order of the requests.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn each_call(&self, mut each: impl FnMut(Call)) -> Result<(), SaveError> {
        let mut read = || -> rusqlite::Result<()> {
            let mut query = self.connection.prepare_cached(
                "SELECT c.*, s.text AS system_text, t.text AS schema_text, p.name AS name, p.grp AS grp
                 FROM calls c JOIN texts s ON s.id = c.system JOIN texts t ON t.id = c.schema JOIN people p ON p.id = c.agent
                 ORDER BY c.id",
            )?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                each(call(row)?);
            }
            Ok(())
        };
        read().map_err(|e| self.error(e))
    }

    /// The simulated time from the first committed state to the last.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn span(&self) -> Result<(SimTime, SimTime), SaveError> {
        self.connection
            .query_row("SELECT MIN(time), MAX(time) FROM keyframes", [], |row| {
                Ok((SimTime(row.get(0)?), SimTime(row.get(1)?)))
            })
            .map_err(|e| self.error(e))
    }

    /// The statistics of every committed call.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn usages(&self) -> Result<Usages, SaveError> {
        let mut usages = Usages::default();
        self.each_call(|call| usages.add(call.request.purpose, &call.answer))?;
        Ok(usages)
    }

    /// The call log as lines of JSON.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn call_log(&self) -> Result<Vec<String>, SaveError> {
        let mut lines = Vec::new();
        self.each_call(|call| lines.push(CallRecord::new(&call.request, &call.answer).line()))?;
        Ok(lines)
    }
}
