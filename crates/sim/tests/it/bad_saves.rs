//! Files that are no whole save of this program's: refused, and left alone.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::time::HOUR;
use collegium_sim::{
    record::{SaveError, glance, save_path},
    simulation::{Campus, ResumeError, Saver, resume, testing},
};
use std::path::Path;

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
