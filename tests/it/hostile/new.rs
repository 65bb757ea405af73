//! Projects that `collegium new` makes: whole or not at all, whatever is interrupted.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

/// `collegium new mine`, in a folder.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_collegium"));
    command
        .args(["new", "mine"])
        .current_dir(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// What the program says when it has made a project; panics when it has not.
fn made(folder: &Path) {
    let output = program(folder).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

/// All files in a folder and those within it, by their paths seen from there.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut found, mut open) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(within) = open.pop() {
        // What is being written may have another name, or be gone, by now.
        for entry in fs::read_dir(within).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                found.insert(name, fs::read(path).unwrap_or_default());
            }
        }
    }
    found
}

/// Begins a project and kills it as soon as so many of its files are there, if it lives so long.
fn killed(folder: &Path, files_there: usize) {
    let mut begun = program(folder).spawn().unwrap();
    while files(folder).len() < files_there && begun.try_wait().unwrap().is_none() {
        sleep(Duration::from_millis(1));
    }
    // Mostly it is at work still.
    let _ = begun.kill();
    begun.wait().unwrap();
}

#[test]
fn a_project_whose_maker_is_killed_is_whole_or_can_be_made_again() {
    let folder = tempfile::tempdir().unwrap();
    made(folder.path());
    let whole = files(&folder.path().join("mine"));
    assert!(whole.len() > 40, "{}", whole.len());
    for there in [0, 1, 5, 20, whole.len() - 1, whole.len()] {
        for empty in [false, true] {
            let folder = tempfile::tempdir().unwrap();
            let mine = folder.path().join("mine");
            if empty {
                fs::create_dir(&mine).unwrap();
            }
            killed(folder.path(), there);
            if !empty && mine.exists() {
                assert!(files(&mine) == whole, "{there} files: it is half");
                continue;
            }
            // Of one that is made within a folder the last step may be half done.
            if files(&mine) != whole {
                made(folder.path());
            }
            assert!(files(&mine) == whole, "{there} files, empty: {empty}");
            let beside: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
            assert_eq!(beside.len(), 1, "{there} files: {beside:?}");
        }
    }
}

#[test]
fn what_is_there_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let mine = folder.path().join("mine");
    fs::create_dir(&mine).unwrap();
    fs::write(mine.join("notes.txt"), "mine").unwrap();
    // Somebody's own, though it is named like what replaces folders.
    fs::create_dir(folder.path().join("mine.old")).unwrap();
    let output = program(folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("something is there already"), "{said}");
    assert_eq!(files(&mine).len(), 1);
    fs::remove_file(mine.join("notes.txt")).unwrap();
    made(folder.path());
    assert!(folder.path().join("mine.old").is_dir());
}
