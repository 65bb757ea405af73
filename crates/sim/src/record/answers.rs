//! Reading back what models and embedders have answered.

use super::{
    fault::{MOST_SHOWN, SaveError, misread},
    parts::vectors,
    save::SaveFile,
    table::Table,
};
use crate::memory::TextKey;
use collegium_core::{ids::AgentId, text::clipped, time::SimTime};
use collegium_llm::{Answer, Call, CallRecord, Prompt, Purpose, Request, Usages};
use rusqlite::Row;

fn call(row: &Row<'_>) -> rusqlite::Result<Call> {
    let purpose: String = row.get("purpose")?;
    let answer: String = row.get("answer")?;
    let answer: Answer =
        serde_json::from_str(&answer).map_err(|e| misread(clipped(&e.to_string(), MOST_SHOWN)))?;
    Ok(Call {
        tick: row.get::<_, i64>("tick")? as u64,
        request: Request {
            id: row.get::<_, i64>("id")? as u64,
            agent: AgentId(row.get("agent")?),
            purpose: Purpose::parse(&purpose).map_err(misread)?,
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
        read().map_err(|e| self.unreadable(Table::Calls, e))
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
            .map_err(|e| self.unreadable(Table::Keyframes, e))
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

    /// The vectors recorded of an embedder.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn vectors(&self, embedder: &str) -> Result<Vec<(TextKey, Vec<f32>)>, SaveError> {
        let read = || -> rusqlite::Result<Vec<(TextKey, Vec<f32>)>> {
            let mut query = self.connection.prepare_cached(
                "SELECT hash, vector FROM vectors WHERE embedder = ?1 ORDER BY hash",
            )?;
            let rows = query.query_map([embedder], |row| {
                let bytes: Vec<u8> = row.get(1)?;
                let (numbers, _) = bytes.as_chunks::<4>();
                Ok((
                    row.get(0)?,
                    numbers
                        .iter()
                        .map(|four| f32::from_le_bytes(*four))
                        .collect(),
                ))
            })?;
            rows.collect()
        };
        read().map_err(|e| self.unreadable(Table::Vectors, e))
    }

    /// The embedders of the run, each with the tick from which on it was used, in their order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn embedders(&self) -> Result<Vec<(u64, String)>, SaveError> {
        let read = || -> rusqlite::Result<Vec<(u64, String)>> {
            let mut query = self
                .connection
                .prepare_cached("SELECT tick, embedder FROM embedders ORDER BY tick")?;
            let rows =
                query.query_map([], |row| Ok((row.get::<_, i64>(0)? as u64, row.get(1)?)))?;
            rows.collect()
        };
        read().map_err(|e| self.unreadable(Table::Embedders, e))
    }

    /// Notes that vectors are made by another embedder from a tick on; where it is the same one,
    /// nothing is written.
    ///
    /// # Errors
    /// When the save cannot be read or written.
    pub fn set_embedder(&mut self, embedder: &str, tick: u64) -> Result<(), SaveError> {
        let noted = vectors::noted(&self.connection);
        if noted.map_err(|e| self.error(e))?.as_deref() == Some(embedder) {
            return Ok(());
        }
        self.write(|writer, _| vectors::note(writer, embedder, tick))
    }
}
