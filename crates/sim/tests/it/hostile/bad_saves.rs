//! Files that are no whole save of this program's: refused, and left alone.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::{text::Shown as _, time::HOUR};
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
        Ok(_) => panic!("{} was accepted", path.shown()),
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
            save.memories(0, &(0..u32::MAX)).map(drop)
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
    let memories = save.memories(0, &(0..u32::MAX)).unwrap();
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

#[cfg(unix)]
#[test]
fn what_is_no_file_beside_a_save_is_named_and_nobody_waits_for_it() {
    let pipe = |at: &Path| {
        let made = std::process::Command::new("mkfifo").arg(at).status();
        assert!(made.unwrap().success());
    };
    let folder = tempfile::tempdir().unwrap();
    let path = small_save(folder.path());
    for ending in ["campus-wal", "campus-shm", "campus-journal"] {
        let beside = path.with_extension(ending);
        let refused = || {
            let message = refusal(&path).to_string();
            let named = message.contains(&format!("small.{ending} is no regular file"));
            assert!(named, "{ending}: {message}");
            assert!(glance(&path).is_err(), "{ending}");
            std::fs::remove_file(&beside).unwrap();
        };
        pipe(&beside);
        refused();
        std::os::unix::fs::symlink(&path, &beside).unwrap();
        refused();
    }
    assert!(resume(&path, 1, HOUR).is_ok());
    let path = save_path(folder.path(), "pipe");
    pipe(&path);
    assert!(matches!(glance(&path), Err(SaveError::Missing(_))));
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

/// A page of a tree that leads to another page as often as there is room for.
fn leading_to(child: u32, size: usize, of_keys: bool) -> Vec<u8> {
    let mut page = vec![0; size];
    // A row of one key, “!”, and an empty value.
    let key: &[u8] = if of_keys {
        &[6, 3, 0x0f, 0x0c, b'!', 0, 0]
    } else {
        &[1]
    };
    let cell: Vec<u8> = child.to_be_bytes().iter().chain(key).copied().collect();
    let (mut at, mut cells) = (size, 0_usize);
    while at - cell.len() >= 12 + 2 * (cells + 1) {
        at -= cell.len();
        page[at..at + cell.len()].copy_from_slice(&cell);
        let pointer = 12 + 2 * cells;
        page[pointer..pointer + 2].copy_from_slice(&(at as u16).to_be_bytes());
        cells += 1;
    }
    page[0] = if of_keys { 2 } else { 5 };
    page[3..5].copy_from_slice(&(cells as u16).to_be_bytes());
    page[5..7].copy_from_slice(&(at as u16).to_be_bytes());
    page[8..12].copy_from_slice(&child.to_be_bytes());
    page
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "how long a refusal takes is what is tested"
)]
fn pages_that_lead_to_each_other_without_end_stop_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let good = small_save(folder.path());
    for table in ["meta", "people", "keyframes", "strings", "sqlite_schema"] {
        let path = save_path(folder.path(), table);
        std::fs::copy(&good, &path).unwrap();
        let db = rusqlite::Connection::open(&path).unwrap();
        db.pragma_update(None, "journal_mode", "DELETE").unwrap();
        let (root, of_keys): (usize, bool) = match table {
            "sqlite_schema" => (1, false),
            _ => db
                .query_row(
                    "SELECT rootpage, sql LIKE '%WITHOUT ROWID%' FROM sqlite_schema
                     WHERE name = ?1 AND type = 'table'",
                    [table],
                    |row| Ok((row.get::<_, u32>(0)? as usize, row.get(1)?)),
                )
                .unwrap(),
        };
        db.close().unwrap();
        let mut bytes = std::fs::read(&path).unwrap();
        let size = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
        let pages = bytes.len() / size;
        let place = (root - 1) * size;
        let old = bytes[place..place + size].to_vec();
        // Each of eight pages leads to the next some hundred times, the last to the old one.
        let levels = 8;
        for level in 0..levels {
            let next = (pages + 2 + level) as u32;
            bytes.extend(leading_to(next, size, of_keys));
        }
        bytes.extend(old);
        let first = leading_to((pages + 1) as u32, size, of_keys);
        // The first page of a file begins with its header.
        if root > 1 {
            bytes[place..place + size].copy_from_slice(&first);
        } else {
            let inner = leading_to((pages + 1) as u32, size - 100, of_keys);
            bytes[100..size].copy_from_slice(&inner);
        }
        let all = (bytes.len() / size) as u32;
        bytes[28..32].copy_from_slice(&all.to_be_bytes());
        std::fs::write(&path, bytes).unwrap();
        let began = std::time::Instant::now();
        // It may tell what it can see, but soon.
        let _ = glance(&path);
        let message = refusal(&path).to_string();
        assert!(!message.is_empty(), "{table}");
        let seconds = began.elapsed().as_secs_f64();
        assert!(seconds < 10.0, "{table} took {seconds:.1} s: {message}");
    }
}

#[test]
fn memories_that_cannot_be_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let good = small_save(folder.path());
    for change in ["importance = 255", "about = 4000000", "place = 60000"] {
        let path = save_path(folder.path(), "changed");
        std::fs::copy(&good, &path).unwrap();
        let db = rusqlite::Connection::open(&path).unwrap();
        db.execute_batch(&format!("UPDATE memory_rows SET {change}"))
            .unwrap();
        db.close().unwrap();
        let message = refusal(&path).to_string();
        assert!(message.contains("cannot be"), "{change}: {message}");
    }
}
