//! What stands in a save is what was written, every change by hand is found, and it takes little
//! room.

use collegium_core::{
    dice::{Dice, Draw},
    time::{DAY, HOUR},
};
use collegium_llm::{
    Broker, Settings, Usages,
    secrets::Secrets,
    settings::{Api, Embeddings, Profile},
};
use collegium_sim::{
    campus::{people::MindKind, scenario::Overrides},
    record::{SaveError, SaveFile},
    simulation::{Campus, Correspondence, Endpoint, Saver, VerifyError, testing, verify},
};
use mock_llm::{Options, Server};
use rusqlite::Connection;
use std::{error::Error, path::Path, sync::Arc, time::Duration};

type Tried<T = ()> = Result<T, Box<dyn Error>>;

/// How many changes are tried, and how many times entries are exchanged by which rows are found.
const CHANGES: u64 = 1000;
const EXCHANGES: u64 = 400;

/// A save with something in every table: minds are driven by a model, and vectors are a server's.
fn save(path: &Path) -> Tried {
    let server = Server::start(Options {
        log_limit: 0,
        ..Options::default()
    })?;
    let base_url = format!("{}/v1", server.url());
    let overrides = Overrides {
        agents: Some(6),
        mind: Some(MindKind::Model(String::new())),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    let mut campus = Campus::new(scenario, map, 1);
    let profile = Profile::new("mock", Api::OpenAi, &base_url, "mock-llm");
    let vectors = Embeddings {
        base_url,
        model: "vectors".to_owned(),
        key_env: None,
        key: None,
        dimensions: 32,
        timeout: Duration::from_secs(5),
        max_batch: 64,
    };
    let vectors = Endpoint::new(vectors, Secrets::default())?;
    campus.use_embedder(Some(Arc::new(vectors)));
    let mut saver = Saver::create(path, &mut campus, HOUR)?;
    let broker = Broker::start(Settings::of(profile))?;
    let mut mail = Correspondence::new(Box::new(broker), 0, Usages::default());
    let until = campus.clock().now.plus(14 * HOUR);
    while campus.clock().now < until {
        let next = saver.next();
        mail.run_until(&mut campus, next, |_, _| true);
        saver.commit(&mut campus)?;
    }
    Ok(())
}

#[test]
fn a_thousand_changes_by_hand_are_found() -> Tried {
    let folder = tempfile::tempdir()?;
    let whole = folder.path().join("whole.campus");
    save(&whole)?;
    SaveFile::look(&whole)?.check_rows()?;
    let bytes = std::fs::read(&whole)?;
    let path = folder.path().join("changed.campus");
    let dice = Dice { seed: 1 };
    let (mut done, mut touched) = (0, std::collections::BTreeSet::new());
    for moment in 0..CHANGES * 4 {
        std::fs::write(&path, &bytes)?;
        let db = Connection::open(&path)?;
        let told = mischief::change(&db, &mut dice.stream(0, Draw::of("test"), moment))?;
        drop(db);
        let Some(told) = told else { continue };
        let found = SaveFile::look(&path).and_then(|save| save.check_rows());
        assert!(
            matches!(found, Err(SaveError::Damaged(..))),
            "{told:?}: {found:?}"
        );
        touched.insert(told.table);
        done += 1;
        if done == CHANGES {
            break;
        }
    }
    assert_eq!(done, CHANGES);
    assert!(touched.len() >= 15, "{touched:?}");
    for table in ["calls", "texts", "vectors"] {
        assert!(touched.contains(table), "{table}: {touched:?}");
    }
    every_exchange_is_found(&whole, &path)?;
    assert_eq!(verify(&whole)?.differs, None);
    Ok(())
}

/// Where rows are as they were, and are not found where they are looked for, a save is refused
/// before a wrong row is taken out of it.
fn every_exchange_is_found(whole: &Path, path: &Path) -> Tried {
    let bytes = std::fs::read(whole)?;
    let db = Connection::open(whole)?;
    let dice = Dice { seed: 2 };
    let mut touched = std::collections::BTreeSet::new();
    for moment in 0..EXCHANGES {
        let (mut changed, mut dice) = (bytes.clone(), dice.stream(0, Draw::of("test"), moment));
        let Some(told) = mischief::tangle(&db, &mut changed, &mut dice)? else {
            continue;
        };
        std::fs::write(path, changed)?;
        let looked = SaveFile::look(path).map(drop);
        for found in [looked, SaveFile::open(path).map(drop)] {
            assert!(
                matches!(found, Err(SaveError::Damaged(..))),
                "{told:?}: {found:?}"
            );
        }
        touched.insert((told.table, told.what));
    }
    let index = touched
        .iter()
        .filter(|(name, _)| name == "sqlite_autoindex_texts_1");
    assert_eq!(index.count(), 2, "{touched:?}");
    for table in ["meta", "memory_rows", "vectors"] {
        assert!(
            touched.iter().any(|(name, _)| name == table),
            "{table}: {touched:?}"
        );
    }
    Ok(())
}

#[test]
fn a_save_is_verified_and_a_changed_one_is_not() -> Tried {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("one.campus");
    let mut campus = testing::campus(3, 5, 1);
    let mut saver = Saver::create(&path, &mut campus, HOUR)?;
    campus.run_until(campus.clock().now.plus(20 * HOUR));
    saver.commit(&mut campus)?;
    drop(saver);
    let found = verify(&path)?;
    assert_eq!(found.differs, None);
    assert_eq!(
        (found.kept, found.events),
        (found.found, campus.head().events)
    );
    for change in [
        "DELETE FROM event_rows WHERE seq = 9",
        "UPDATE memory_rows SET importance = 255",
        "UPDATE event_rows SET seq = seq + 1 WHERE seq = (SELECT MAX(seq) FROM event_rows)",
        "INSERT INTO event_rows SELECT seq + 90000, tick, time, agent, place, other, kind, fields, text \
         FROM event_rows WHERE seq = 4",
    ] {
        let changed = folder.path().join("changed.campus");
        std::fs::copy(&path, &changed)?;
        Connection::open(&changed)?.execute_batch(change)?;
        let why = verify(&changed).err().ok_or(change)?;
        assert!(matches!(why, VerifyError::Resume(_)), "{change}: {why}");
    }
    Ok(())
}

#[test]
fn a_save_is_looked_at_where_nothing_can_be_written() -> Tried {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("one.campus");
    let mut campus = testing::campus(3, 3, 1);
    let mut saver = Saver::create(&path, &mut campus, HOUR)?;
    campus.run_until(campus.clock().now.plus(10 * HOUR));
    saver.commit(&mut campus)?;
    drop(saver);
    let before = std::fs::read(&path)?;
    let mut rights = std::fs::metadata(&path)?.permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights)?;
    let save = SaveFile::look(&path)?;
    save.check_rows()?;
    assert!(!save.events(None, 10)?.is_empty());
    assert_eq!(verify(&path)?.differs, None);
    drop(save);
    let beside: Vec<_> = std::fs::read_dir(folder.path())?.collect();
    assert_eq!(beside.len(), 1, "nothing is left beside it");
    assert_eq!(std::fs::read(&path)?, before);
    Ok(())
}

#[test]
fn a_new_save_takes_away_what_killed_processes_have_begun_there() -> Tried {
    let folder = tempfile::tempdir()?;
    for name in [
        ".new-Ab12cD.campus-draft",
        ".new-Ab12cD.campus-draft-journal",
    ] {
        std::fs::write(folder.path().join(name), "half")?;
    }
    let path = folder.path().join("one.campus");
    drop(Saver::create(&path, &mut testing::campus(3, 3, 1), HOUR)?);
    let names: Vec<_> = std::fs::read_dir(folder.path())?
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert_eq!(names, ["one.campus"]);
    Ok(())
}

#[test]
fn a_save_is_read_beside_the_program_that_writes_it() -> Tried {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("one.campus");
    let mut campus = testing::campus(3, 3, 1);
    let mut saver = Saver::create(&path, &mut campus, HOUR)?;
    let mut go_on = |hours: u32| -> Tried<usize> {
        campus.run_until(campus.clock().now.plus(hours * HOUR));
        saver.commit(&mut campus)?;
        let save = SaveFile::look(&path)?;
        Ok(save.events(None, usize::MAX)?.len())
    };
    let early = go_on(10)?;
    let save = SaveFile::look(&path)?;
    let later = go_on(4)?;
    assert!(later > early, "{later} events after {early}");
    // Who began to read before sees what was there then, and it is whole.
    assert_eq!(save.events(None, usize::MAX)?.len(), early);
    save.check_rows()?;
    drop(save);
    assert_eq!(verify(&path)?.differs, None);
    assert!(go_on(2)? > later, "the one that writes goes on");
    assert!(SaveFile::open(&path).is_err(), "nobody else may write");
    drop(saver);
    let beside: Vec<_> = std::fs::read_dir(folder.path())?.collect();
    assert_eq!(beside.len(), 1, "nothing is left beside it: {beside:?}");
    Ok(())
}

#[test]
fn where_a_save_is_missing_those_that_are_there_are_named() -> Tried {
    let folder = tempfile::tempdir()?;
    let missing = folder.path().join("none.campus");
    let said = || match SaveFile::look(&missing) {
        Err(error) => Ok(error.to_string()),
        Ok(_) => Err("it was opened"),
    };
    assert!(said()?.contains("--save NAME"), "{}", said()?);
    for name in ["week.campus", "day.campus", "notes.txt"] {
        std::fs::write(folder.path().join(name), "")?;
    }
    assert!(said()?.ends_with("there is day, week"), "{}", said()?);
    Ok(())
}

#[test]
fn a_day_takes_little_room() -> Tried {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("day.campus");
    let mut campus = testing::campus(1, 25, 1);
    let mut saver = Saver::create(&path, &mut campus, HOUR)?;
    let end = campus.clock().start.plus(DAY);
    while campus.clock().now < end {
        campus.run_until(saver.next());
        saver.commit(&mut campus)?;
    }
    drop(saver);
    assert!(std::fs::metadata(&path)?.len() < 6_000_000);
    Ok(())
}
