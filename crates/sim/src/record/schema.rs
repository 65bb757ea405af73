//! The tables of a save. `docs/save-file.md` documents them.

use super::{
    parts::{calls, vectors},
    seal, strings,
};
use rusqlite::Connection;
use std::{collections::BTreeSet, sync::OnceLock};

/// What the simulation enters. Texts lie in `strings`; the views give them back in their places.
const SCHEMA: &str = "
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, grp TEXT NOT NULL, persona TEXT NOT NULL);
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, building TEXT NOT NULL);
CREATE TABLE event_rows (seq INTEGER PRIMARY KEY, tick INTEGER NOT NULL, time INTEGER NOT NULL, agent INTEGER, place INTEGER, other INTEGER,
  kind INTEGER NOT NULL, fields INTEGER, text INTEGER);
CREATE VIEW events AS SELECT seq, tick, time, agent, place, other, k.text AS kind,
  CASE WHEN t.text IS NULL THEN f.text ELSE json_set(f.text, '$.text', t.text) END AS event
  FROM event_rows e JOIN strings k ON k.id = e.kind LEFT JOIN strings f ON f.id = e.fields LEFT JOIN strings t ON t.id = e.text;
CREATE TABLE memory_rows (agent INTEGER NOT NULL, n INTEGER NOT NULL, time INTEGER NOT NULL, kind INTEGER NOT NULL, importance INTEGER NOT NULL,
  about INTEGER, place INTEGER, text INTEGER NOT NULL, predicate INTEGER NOT NULL, object INTEGER, depth INTEGER NOT NULL, evidence TEXT,
  expires INTEGER, PRIMARY KEY (agent, n)) WITHOUT ROWID;
CREATE VIEW memories AS SELECT agent, n, time, k.text AS kind, importance, about, place, t.text AS text, p.text AS predicate, o.text AS object,
  depth, evidence, expires FROM memory_rows m JOIN strings k ON k.id = m.kind JOIN strings t ON t.id = m.text
  JOIN strings p ON p.id = m.predicate LEFT JOIN strings o ON o.id = m.object;
CREATE TABLE conversations (id INTEGER PRIMARY KEY, opener INTEGER NOT NULL, other INTEGER NOT NULL, place INTEGER, began INTEGER NOT NULL,
  ended INTEGER NOT NULL);
CREATE TABLE members (conversation INTEGER NOT NULL, agent INTEGER NOT NULL, PRIMARY KEY (conversation, agent)) WITHOUT ROWID;
CREATE TABLE line_rows (conversation INTEGER NOT NULL, n INTEGER NOT NULL, speaker INTEGER NOT NULL, time INTEGER NOT NULL, text INTEGER NOT NULL,
  addressee INTEGER NOT NULL, act INTEGER, PRIMARY KEY (conversation, n)) WITHOUT ROWID;
CREATE VIEW lines AS SELECT conversation, n, speaker, time, t.text AS text, addressee, a.text AS act
  FROM line_rows l JOIN strings t ON t.id = l.text LEFT JOIN strings a ON a.id = l.act;
CREATE TABLE facts (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, agent INTEGER, place INTEGER, arose INTEGER NOT NULL, until INTEGER NOT NULL,
  importance INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE knowledge (n INTEGER PRIMARY KEY, fact INTEGER NOT NULL, agent INTEGER NOT NULL, since INTEGER NOT NULL, source TEXT NOT NULL,
  origin INTEGER, by INTEGER);
CREATE TABLE invitations (id INTEGER PRIMARY KEY, host INTEGER NOT NULL, guest INTEGER NOT NULL, what TEXT NOT NULL, place INTEGER NOT NULL,
  begins INTEGER NOT NULL, invited INTEGER NOT NULL, answered INTEGER, accepted INTEGER, planned INTEGER, attended INTEGER);
CREATE TABLE keyframes (tick INTEGER PRIMARY KEY, time INTEGER NOT NULL, events INTEGER NOT NULL, hash TEXT NOT NULL, base INTEGER,
  data BLOB NOT NULL);
";

/// Makes the tables in an empty database.
///
/// # Errors
/// When one of them is there already, or the database cannot be written.
pub(super) fn create(db: &Connection) -> rusqlite::Result<()> {
    for tables in [
        strings::SCHEMA,
        SCHEMA,
        calls::SCHEMA,
        vectors::SCHEMA,
        seal::SCHEMA,
    ] {
        db.execute_batch(tables)?;
    }
    Ok(())
}

/// How everything in a database was made that is not made by itself.
fn made(db: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    // Nobody's are longer, and of many the first are enough to see that they are others.
    let sql = "SELECT substr(sql, 1, 4096) FROM sqlite_schema WHERE sql IS NOT NULL LIMIT 100";
    let mut query = db.prepare(sql)?;
    let all = query.query_map([], |row| row.get(0))?;
    all.collect()
}

/// Whether a database holds the tables of a save and nothing else. A file from elsewhere may hold
/// others of the same names: views that never end, triggers that act when something is written.
///
/// # Errors
/// When it cannot be read.
pub(super) fn is_ours(db: &Connection) -> rusqlite::Result<bool> {
    static OURS: OnceLock<BTreeSet<String>> = OnceLock::new();
    let ours = match OURS.get() {
        Some(ours) => ours,
        None => {
            let fresh = Connection::open_in_memory()?;
            create(&fresh)?;
            let ours = made(&fresh)?;
            OURS.get_or_init(|| ours)
        }
    };
    Ok(made(db)? == *ours)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::table::Table;

    #[test]
    fn every_table_but_the_seal_stands_under_it_with_all_its_columns() {
        let db = Connection::open_in_memory().unwrap();
        create(&db).unwrap();
        let list = |sql: &str| -> Vec<String> {
            let mut query = db.prepare(sql).unwrap();
            let rows = query.query_map([], |row| row.get(0)).unwrap();
            rows.map(Result::unwrap).collect()
        };
        let mut tables = list("SELECT name FROM sqlite_schema WHERE type = 'table'");
        tables.retain(|name| name != "seal");
        for table in Table::ALL {
            let name = table.name();
            assert!(tables.iter().any(|t| t == name), "{name}");
            tables.retain(|t| t != name);
            let ordered = format!("SELECT name FROM pragma_table_info('{name}') ORDER BY cid");
            assert_eq!(list(&ordered), table.columns(), "{name}");
            let key =
                format!("SELECT name FROM pragma_table_info('{name}') WHERE pk > 0 ORDER BY pk");
            assert_eq!(list(&key), table.columns()[..table.key()], "{name}");
        }
        assert!(tables.is_empty(), "{tables:?}");
    }

    #[test]
    fn a_table_more_a_view_or_a_trigger_is_seen() {
        let fresh = || {
            let db = Connection::open_in_memory().unwrap();
            create(&db).unwrap();
            db
        };
        assert!(is_ours(&fresh()).unwrap());
        assert!(!is_ours(&Connection::open_in_memory().unwrap()).unwrap());
        for change in [
            "CREATE TABLE more (a)",
            "CREATE TRIGGER t AFTER INSERT ON event_rows BEGIN DELETE FROM meta; END",
            "ALTER TABLE people ADD COLUMN more",
            "CREATE INDEX i ON people (name)",
            "DROP TABLE meta; CREATE VIEW meta AS WITH RECURSIVE c(key, value) AS \
             (SELECT 1, 1 UNION ALL SELECT key + 1, 1 FROM c) SELECT * FROM c",
        ] {
            let db = fresh();
            db.execute_batch(change).unwrap();
            assert!(!is_ours(&db).unwrap(), "{change}");
        }
    }
}
