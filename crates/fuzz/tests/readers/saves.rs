//! Saves: the file itself, what is packed in it, beneath its checksums, and its rows.

use crate::{TRIES, Trial, changes, said_well, small_campus};
use bolero::check;
use collegium_core::time::HOUR;
use collegium_fuzz::{Damage, damaged};
use collegium_sim::{
    campus::scenario::{self, Overrides},
    record::{self, SaveFile, pack},
    simulation::{self, Campus, Saver},
    tools::{Names, tell::ENGLISH},
};
use rusqlite::{Connection, types::Value};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// What is packed: key or column, and how it is looked up and put back.
const PACKED: [(&str, &str); 3] = [
    (
        "SELECT value FROM meta WHERE key = 'scenario'",
        "UPDATE meta SET value = ?1 WHERE key = 'scenario'",
    ),
    (
        "SELECT value FROM meta WHERE key = 'map'",
        "UPDATE meta SET value = ?1 WHERE key = 'map'",
    ),
    (
        "SELECT data FROM keyframes WHERE base IS NULL ORDER BY tick DESC LIMIT 1",
        "UPDATE keyframes SET data = ?1, base = NULL",
    ),
];

/// Columns of rows that are read again.
const COLUMNS: [(&str, &str); 26] = [
    ("meta", "value"),
    ("people", "name"),
    ("people", "id"),
    ("strings", "text"),
    ("strings", "text"),
    ("strings", "text"),
    ("strings", "id"),
    ("event_rows", "fields"),
    ("event_rows", "text"),
    ("event_rows", "time"),
    ("event_rows", "kind"),
    ("event_rows", "agent"),
    ("event_rows", "place"),
    ("memory_rows", "time"),
    ("memory_rows", "kind"),
    ("memory_rows", "importance"),
    ("memory_rows", "about"),
    ("memory_rows", "place"),
    ("memory_rows", "text"),
    ("memory_rows", "predicate"),
    ("memory_rows", "object"),
    ("memory_rows", "evidence"),
    ("keyframes", "base"),
    ("keyframes", "time"),
    ("keyframes", "hash"),
    ("keyframes", "events"),
];

/// Bytes with their checksum before them, as a save holds them.
fn checked(packed: &[u8]) -> Vec<u8> {
    [blake3::hash(packed).as_bytes().as_slice(), packed].concat()
}

/// A save of the small campus, and the columns that the rows of some tables have.
fn small_save(folder: &Path) -> PathBuf {
    let start = folder.join("small.toml");
    let (scenario, map) = scenario::load(&start, Overrides::default()).unwrap();
    let mut campus = Campus::new(Arc::new(scenario), Arc::new(map), 1);
    let file = folder.join("small.campus");
    let until = campus.clock().now.plus(6 * HOUR);
    while campus.clock().now < until {
        campus.step(until);
    }
    // Its only state is whole, and stands on no other.
    drop(Saver::create(&file, &mut campus, 3600).unwrap());
    file
}

/// Reads a save in every way there is, and goes on from it for so many ticks. What stands beneath
/// the checksum of a state is believed: it is read, and nobody goes on from it.
fn read(file: &Path, ticks: usize) {
    let told = || -> Result<(), record::SaveError> {
        record::glance(file)?;
        let save = SaveFile::open(file)?;
        save.people()?;
        save.usages()?;
        save.call_log()?;
        let (scenario, map) = simulation::setting(&save.header()?, file)?;
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        for event in save.events(None, 10_000)? {
            event.text(&ENGLISH, &names);
            // An event that has no JSON is said to have none.
            let _ = event.json(&ENGLISH, &names);
        }
        Ok(())
    };
    if let Err(error) = told() {
        said_well(&collegium_core::text::harmless(&error.to_string()));
    }
    match simulation::resume(file, 1, 3600) {
        Ok((mut campus, mut saver)) => {
            for _ in 0..ticks {
                let until = campus.clock().now.plus(HOUR);
                campus.step(until);
            }
            // What cannot be written is said.
            let _ = saver.commit(&mut campus);
        }
        Err(error) => said_well(&collegium_core::text::harmless(&error.to_string())),
    }
}

/// Changes one row of one table.
fn change_row(db: &Connection, which: usize, at: usize, damage: &[Damage]) {
    let (table, column) = COLUMNS[which % COLUMNS.len()];
    let rows: i64 = db
        .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
            row.get(0)
        })
        .unwrap();
    if rows == 0 {
        return;
    }
    let at = at as i64 % rows;
    // Tables without numbers of their own are told by all of their key.
    let order = match table {
        "meta" => "key",
        "memory_rows" => "agent, n",
        _ => "1",
    };
    let found: Value = db
        .query_row(
            &format!("SELECT {column} FROM {table} ORDER BY {order} LIMIT 1 OFFSET ?1"),
            [at],
            |row| row.get(0),
        )
        .unwrap();
    let new = match found {
        Value::Text(text) => {
            let bytes = damaged(text.as_bytes(), damage);
            Value::Text(String::from_utf8_lossy(&bytes).into_owned())
        }
        Value::Blob(bytes) => Value::Blob(damaged(&bytes, damage)),
        Value::Integer(number) => {
            let text = damaged(number.to_string().as_bytes(), damage);
            let text = String::from_utf8_lossy(&text).into_owned();
            text.parse()
                .map_or_else(|_| Value::Text(text), Value::Integer)
        }
        Value::Null | Value::Real(_) => Value::Integer(damage[0].0.into()),
    };
    let (key, value) = match table {
        "meta" => ("key", "key"),
        "memory_rows" => ("agent * 1000000 + n", "agent * 1000000 + n"),
        "keyframes" => ("tick", "tick"),
        "event_rows" => ("seq", "seq"),
        _ => ("id", "id"),
    };
    let sql = format!(
        "UPDATE OR IGNORE {table} SET {column} = ?1 WHERE {key} = \
         (SELECT {value} FROM {table} ORDER BY {order} LIMIT 1 OFFSET ?2)"
    );
    // A value that the table does not take is none that a save could hold.
    let _ = db.execute(&sql, rusqlite::params![new, at]);
}

#[test]
fn saves_of_any_kind() {
    let trial = Trial::of("saves");
    let folder = small_campus();
    let file = small_save(folder.path());
    simulation::resume(&file, 1, 3600).unwrap();
    let good = fs::read(&file).unwrap();
    let db = Connection::open(&file).unwrap();
    let packed = PACKED.map(|(get, _)| {
        let bytes: Vec<u8> = db.query_row(get, [], |row| row.get(0)).unwrap();
        pack::unpack(&bytes, &[]).unwrap()
    });
    drop(db);
    let copy = folder.path().join("copy.campus");
    let fresh = |bytes: &[u8]| {
        for log in ["copy.campus-wal", "copy.campus-shm"] {
            // Mostly there is none.
            let _ = fs::remove_file(folder.path().join(log));
        }
        fs::write(&copy, bytes).unwrap();
    };
    let trial = std::panic::AssertUnwindSafe(&trial);
    let fresh = std::panic::AssertUnwindSafe(fresh);
    check!()
        .with_iterations(TRIES)
        .with_generator(changes())
        .for_each(|(kind, which, damage)| {
            let which = usize::from(*which);
            match kind % 8 {
                // The head of the file, or any of it.
                0 => {
                    let (head, rest) = good.split_at(4096);
                    fresh(&[&damaged(head, damage), rest].concat());
                }
                1 => fresh(&damaged(&good, damage)),
                // What is packed, before and after packing.
                2..=5 => {
                    fresh(&good);
                    let (_, put) = PACKED[which % 3];
                    let plain = &packed[which % 3];
                    // Where bytes come or go, hardly anything can be read behind them.
                    let kinds = if kind % 8 == 5 { u8::MAX } else { 2 };
                    let damage: Vec<Damage> = damage
                        .iter()
                        .map(|(at, kind, with)| (*at, kind % kinds, *with))
                        .collect();
                    let bytes = if kind % 8 == 2 {
                        checked(&damaged(&pack::pack(plain, &[]).unwrap()[32..], &damage))
                    } else {
                        pack::pack(&damaged(plain, &damage), &[]).unwrap()
                    };
                    let db = Connection::open(&copy).unwrap();
                    db.execute(put, [bytes]).unwrap();
                }
                _ => {
                    fresh(&good);
                    let db = Connection::open(&copy).unwrap();
                    change_row(&db, which, damage[0].0 as usize, damage);
                }
            }
            let bytes = fs::read(&copy).unwrap();
            let forged = (2..=5).contains(&(kind % 8)) && which % 3 == 2;
            let ticks = if forged { 0 } else { 20 };
            trial.take("copy.campus", &bytes, || read(&copy, ticks));
        });
}
