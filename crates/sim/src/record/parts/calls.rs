//! Calls to language models in the save: the cassette from which a run can be replayed without a
//! network, and the log of every prompt.

use super::part::{Part, Sources};
use crate::{
    mind::thought_queue,
    record::{fault::misread, seal::Writer, strings::Strings, table::Table},
};
use collegium_llm::{Call, Outcome};
use rusqlite::{Connection, OptionalExtension as _, params, types::ValueRef};

/// The tables. Texts that come again from call to call (the stable part of a prompt, a schema) are
/// kept once.
pub(in crate::record) const SCHEMA: &str = "
CREATE TABLE texts (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, text TEXT NOT NULL);
CREATE TABLE calls (id INTEGER PRIMARY KEY, tick INTEGER NOT NULL, asked INTEGER NOT NULL, agent INTEGER NOT NULL, purpose TEXT NOT NULL,
  profile TEXT NOT NULL, model TEXT NOT NULL, outcome TEXT NOT NULL, calls INTEGER NOT NULL, tokens_in INTEGER NOT NULL,
  tokens_cached INTEGER NOT NULL, tokens_out INTEGER NOT NULL, micros INTEGER NOT NULL, milliseconds INTEGER NOT NULL,
  system INTEGER NOT NULL, user TEXT NOT NULL, schema INTEGER NOT NULL, most_tokens INTEGER NOT NULL, answer TEXT NOT NULL);
";

/// The calls to models that were answered.
#[derive(Debug)]
pub(super) struct Calls;

impl Part for Calls {
    fn write(
        &self,
        from: &Sources<'_>,
        writer: &mut Writer<'_>,
        _: &mut Strings,
    ) -> rusqlite::Result<()> {
        for Call {
            tick,
            request,
            answer,
        } in &from.world.resource::<thought_queue::Calls>().0
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
}

/// The number of a text that is kept once.
fn text_id(writer: &mut Writer<'_>, text: &str) -> rusqlite::Result<i64> {
    let hash = *blake3::hash(text.as_bytes()).as_bytes();
    let known: Option<(i64, String)> = writer
        .db()
        .prepare_cached("SELECT id, text FROM texts WHERE hash = ?1")?
        .query_row([hash.as_slice()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    // A call that names another text than it was made with would be one that never was.
    let other = || misread("texts: one stands under the hash of another");
    match known {
        Some((id, kept)) if kept == text => return Ok(id),
        Some(_) => return Err(other()),
        None => {}
    }
    let last = "SELECT IFNULL(MAX(id), 0) + 1 FROM texts";
    let id: i64 = writer.db().query_row(last, [], |row| row.get(0))?;
    if writer.add(Table::Texts, params![id, hash.as_slice(), text])? {
        Ok(id)
    } else {
        Err(other())
    }
}

/// How many texts stand under a hash that is not theirs.
///
/// # Errors
/// When they cannot be read.
pub(in crate::record) fn misnamed(db: &Connection) -> rusqlite::Result<usize> {
    let mut query = db.prepare("SELECT hash, text FROM texts")?;
    let mut rows = query.query([])?;
    let mut others = 0;
    while let Some(row) = rows.next()? {
        let theirs = match (row.get_ref(0)?, row.get_ref(1)?) {
            (ValueRef::Blob(hash), ValueRef::Text(text)) => {
                blake3::hash(text).as_bytes().as_slice() == hash
            }
            _ => false,
        };
        others += usize::from(!theirs);
    }
    Ok(others)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::seal::Seal;

    #[test]
    fn a_text_under_the_hash_of_another_is_found_and_is_never_taken_for_it() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(SCHEMA).unwrap();
        let mut seal = Seal::default();
        let mut writer = Writer::new(&db, &mut seal);
        let mut id = |text: &str| text_id(&mut writer, text);
        assert_eq!((id("one").unwrap(), id("two").unwrap()), (1, 2));
        assert_eq!(id("one").unwrap(), 1, "it is kept once");
        assert_eq!(misnamed(&db).unwrap(), 0);
        let exchange = "UPDATE texts SET text = CASE id WHEN 1 THEN 'two' ELSE 'one' END";
        db.execute_batch(exchange).unwrap();
        assert_eq!(misnamed(&db).unwrap(), 2);
        for text in ["one", "two"] {
            let why = id(text).unwrap_err().to_string();
            assert!(why.contains("hash of another"), "{text}: {why}");
        }
        assert_eq!(id("three").unwrap(), 3);
    }
}
