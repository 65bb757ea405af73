//! Files that are no whole save of this program's: refused, and left alone.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::time::HOUR;
use collegium_sim::{
    campus::scenario::Overrides,
    record::{SaveError, SaveFile, glance, save_path},
    simulation::{Campus, ResumeError, Saver, resume, setting, testing},
};
use std::{path::Path, sync::Arc};

/// A save of three hours, closed.
fn small_save(folder: &Path) -> std::path::PathBuf {
    let path = save_path(folder, "small");
    let mut campus: Campus = testing::campus(1, 8, 1);
    let mut saver = Saver::create(&path, &mut campus, HOUR).unwrap();
    campus.run_until(campus.clock().start.plus(3 * HOUR));
    saver.commit(&mut campus).unwrap();
    path
}

fn refusal(path: &Path) -> SaveError {
    match resume(path, 1, HOUR) {
        Err(ResumeError::Save(error)) => error,
        Ok(_) => panic!("{} was accepted", path.display()),
    }
}

#[test]
fn bad_saves_are_refused_and_left_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let good = std::fs::read(small_save(folder.path())).unwrap();
    let check = |name: &str, bytes: Vec<u8>, expected: &str| {
        let path = folder.path().join(format!("{name}.campus"));
        std::fs::write(&path, &bytes).unwrap();
        let message = refusal(&path).to_string();
        assert!(message.contains(expected), "{name}: {message}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "{name} was changed");
        let beside: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .filter(|n| n.starts_with(&format!("{name}.")) && n != &format!("{name}.campus"))
            .collect();
        assert!(beside.is_empty(), "{beside:?}");
    };
    check("empty", Vec::new(), "not a SQLite database");
    check(
        "text",
        b"this is not a save, but it is long enough to look at: ".repeat(9),
        "not a SQLite database",
    );
    check("short", good[..good.len() / 2].to_vec(), "cut short");
    let mut newer = good.clone();
    newer[60..64].copy_from_slice(&99u32.to_be_bytes());
    check("newer", newer, "newer Collegium");
    let mut foreign = good.clone();
    foreign[68..72].copy_from_slice(&[0; 4]);
    check("foreign", foreign, "another program");
    let mut damaged = good.clone();
    for byte in &mut damaged[4096..12_288] {
        *byte ^= 0x5a;
    }
    check("damaged", damaged, "damaged");
    let missing = folder.path().join("missing.campus");
    assert!(matches!(refusal(&missing), SaveError::Missing(_)));
}

#[test]
fn a_damaged_state_is_refused_without_a_panic() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_save(folder.path());
    let (blob, tick): (Vec<u8>, i64) = {
        let db = rusqlite::Connection::open(&path).unwrap();
        db.query_row(
            "SELECT data, tick FROM keyframes ORDER BY tick DESC LIMIT 1",
            [],
            |r| Ok((r.get(0)?, r.get(1)?)),
        )
        .unwrap()
    };
    for round in 0..60usize {
        let mut bad = blob.clone();
        let at = (round * 7919) % bad.len();
        bad[at] ^= 1 << (round % 8);
        if round % 3 == 0 {
            bad.truncate(at);
        }
        let db = rusqlite::Connection::open(&path).unwrap();
        db.execute(
            "UPDATE keyframes SET data = ?1 WHERE tick = ?2",
            rusqlite::params![bad, tick],
        )
        .unwrap();
        drop(db);
        assert!(matches!(refusal(&path), SaveError::Damaged(..)));
    }
}

#[test]
fn what_is_wrong_with_a_row_is_told_shortly_and_with_its_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_save(folder.path());
    let good = std::fs::read(&path).unwrap();
    let long = "[".repeat(400_000);
    let text = |id: &str| format!("UPDATE strings SET text = ?1 WHERE id = ({id})");
    let bad_kind = "memories: a row cannot be read: found “[[[";
    for (change, expected) in [
        (text("SELECT kind FROM memory_rows LIMIT 1"), bad_kind),
        (text("SELECT predicate FROM memory_rows LIMIT 1"), bad_kind),
        (
            "UPDATE memory_rows SET importance = ?1".to_owned(),
            "memories: a row cannot be read: importance: found a text; expected something else",
        ),
        (
            text("SELECT kind FROM event_rows LIMIT 1"),
            "events: a row cannot be read: found “[[[",
        ),
        (
            text("SELECT fields FROM event_rows WHERE fields IS NOT NULL LIMIT 1"),
            "events: a row cannot be read: ",
        ),
        (
            "UPDATE people SET name = CAST(?1 AS BLOB)".to_owned(),
            "people: a row cannot be read: name: found bytes; expected something else",
        ),
        (
            "UPDATE meta SET value = ?1 WHERE key = 'scenario'".to_owned(),
            "its header cannot be read: value: found a text; expected something else",
        ),
    ] {
        std::fs::write(&path, &good).unwrap();
        let db = rusqlite::Connection::open(&path).unwrap();
        assert!(db.execute(&change, [&long]).unwrap() > 0, "{change}");
        drop(db);
        let read = || -> Result<(), SaveError> {
            let save = SaveFile::look(&path)?;
            save.header()?;
            save.people()?;
            save.events(None, 10_000)?;
            save.memories(0, std::iter::once(0..u32::MAX)).map(drop)
        };
        let told = read().unwrap_err().to_string();
        assert!(told.contains(expected), "{change}: {told}");
        for words in ["Conversion", "Invalid", "index", "type"] {
            assert!(!told.contains(words), "{change}: {told}");
        }
        assert!(told.len() < 1000, "{change}: {} bytes", told.len());
    }
}

#[test]
fn texts_of_rows_and_of_scenarios_hide_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = save_path(folder.path(), "bad");
    let (scenario, map) = testing::load("first-week", Overrides::default());
    let mut scenario = Arc::unwrap_or_clone(scenario);
    scenario.people[0].0.name.push('\u{202e}');
    let mut campus = Campus::new(Arc::new(scenario), map, 1);
    let mut saver = Saver::create(&path, &mut campus, HOUR).unwrap();
    campus.run_until(campus.clock().start.plus(HOUR));
    saver.commit(&mut campus).unwrap();
    drop(saver);
    let db = rusqlite::Connection::open(&path).unwrap();
    let sql = "UPDATE strings SET text = ?1 || text WHERE id IN (SELECT text FROM memory_rows)";
    assert!(db.execute(sql, ["\u{200b}\u{1b}"]).unwrap() > 0);
    drop(db);
    let save = SaveFile::look(&path).unwrap();
    let (scenario, _) = setting(&save.header().unwrap(), &path).unwrap();
    assert!(scenario.people[0].0.name.ends_with("‹U+202E›"));
    let memories = save.memories(0, std::iter::once(0..u32::MAX)).unwrap();
    assert!(!memories.is_empty());
    for (_, memory) in memories {
        assert!(memory.text.starts_with("‹U+200B›␛"), "{}", memory.text);
    }
}

#[test]
fn a_save_in_use_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = save_path(folder.path(), "used");
    let mut campus = testing::campus(1, 3, 1);
    let _saver = Saver::create(&path, &mut campus, HOUR).unwrap();
    assert!(
        matches!(refusal(&path), SaveError::InUse(_)),
        "{}",
        refusal(&path)
    );
}

#[test]
fn a_save_with_a_view_in_the_place_of_a_table_is_refused_before_it_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = save_path(folder.path(), "a");
    drop(Saver::create(&path, &mut testing::campus(1, 2, 1), HOUR).unwrap());
    let db = rusqlite::Connection::open(&path).unwrap();
    // Whoever asks it for a value waits for good.
    let sql = "DROP TABLE meta; CREATE VIEW meta AS WITH RECURSIVE c(key, value) AS \
               (SELECT '', '' UNION ALL SELECT key, value FROM c) SELECT * FROM c";
    db.execute_batch(sql).unwrap();
    drop(db);
    let refused = resume(&path, 1, HOUR).map(|_| ()).unwrap_err().to_string();
    assert!(refused.contains("not those of a save"), "{refused}");
    assert!(glance(&path).is_err());
}
