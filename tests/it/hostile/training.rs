//! Trainings that want one folder, and folders in which nobody can train.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_learning::train::TrainingFolder;
use std::{path::Path, process::Command};

/// Trains with these options, of which the last takes a folder; gives what was said on standard
/// error of a training that is refused.
fn refused(options: &[&str], folder: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_collegium"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .arg("train")
        .args(options)
        .arg(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{options:?}: {said}");
    said
}

#[test]
fn a_folder_in_which_somebody_trains_is_refused_and_untouched() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("run");
    let held = TrainingFolder::begin(&folder).unwrap();
    let session = folder.join("session.json");
    std::fs::write(&session, "somebody's").unwrap();
    for options in [
        &["ppo", "--out"][..],
        &["ppo", "--overwrite", "--out"],
        &["--resume"],
    ] {
        let said = refused(options, &folder);
        let expected = format!(
            "{}: is in use by another Collegium",
            folder.to_string_lossy()
        );
        assert!(said.contains(&expected), "{options:?}: {said}");
        assert_eq!(std::fs::read(&session).unwrap(), b"somebody's");
    }
    drop(held);
    let said = refused(&["ppo", "--out"], &folder);
    assert!(said.contains("a training is there already"), "{said}");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("file");
    std::fs::write(&file, "").unwrap();
    let folder = file.join("run");
    let said = refused(&["ppo", "--out"], &folder);
    assert!(
        said.contains(&folder.to_string_lossy().into_owned()),
        "{said}"
    );
}
