//! Two trainings in one folder: the second is refused for as long as the first is there, whichever
//! way it ends.
//!
//! The process that trains is this test's own program, told by a variable to hold a folder.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test, which waits for another process by the clock"
)]

use collegium_learning::{LearnError, train::TrainingFolder};
use std::{
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// The folder that the other process holds.
const FOLDER: &str = "COLLEGIUM_TEST_HELD";

/// How long it holds it, and how long is waited for it to do so.
const LONG: Duration = Duration::from_secs(60);

#[test]
#[ignore = "is run by the other test, as a process of its own"]
fn a_process_that_holds_a_folder() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let _held = TrainingFolder::begin(Path::new(&folder)).unwrap();
    std::thread::sleep(LONG);
}

/// Begins the other process and waits until it holds the folder.
fn begin(folder: &Path) -> Child {
    let child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "hostile::folder::a_process_that_holds_a_folder",
            "--ignored",
        ])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let began = Instant::now();
    while TrainingFolder::go_on(folder).is_ok() {
        assert!(began.elapsed() < LONG, "it does not hold the folder");
        std::thread::sleep(Duration::from_millis(50));
    }
    child
}

#[test]
fn a_folder_in_use_is_refused_until_the_other_has_ended() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("run");
    std::fs::create_dir(&folder).unwrap();
    let mut child = begin(&folder);
    for again in [
        TrainingFolder::begin(&folder),
        TrainingFolder::go_on(&folder),
    ] {
        let said = again.map(drop).unwrap_err();
        assert!(matches!(said, LearnError::InUse(_)), "{said}");
        let said = said.to_string();
        assert!(
            said.contains("is in use by another Collegium")
                && said.contains(&folder.to_string_lossy().into_owned()),
            "{said}"
        );
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // The file on which the lock was is left, and in nobody's way.
    assert!(folder.join("session.json-lock").exists());
    drop(TrainingFolder::begin(&folder).unwrap());
    drop(TrainingFolder::go_on(&folder).unwrap());
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
}
