//! What people write is checked: one message with file, line and column, what was found and what
//! was expected; and no panic ever.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

mod all_at_once;
mod garbled;
mod groups;
mod many;
mod maps;
mod scenarios;
mod small;

use collegium_sim::{
    campus::{
        map,
        scenario::{self, Overrides},
    },
    conduct::Lessons,
    simulation::testing::project_file,
};
use std::{fs, path::Path};

/// A copy of the project's scenario folder and map in a folder of its own.
fn copy(folder: &Path) {
    for sub in [
        "scenarios/personas",
        "scenarios/terms",
        "maps",
        "assets/tiles",
    ] {
        fs::create_dir_all(folder.join(sub)).unwrap();
        for entry in fs::read_dir(project_file(sub)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, folder.join(sub).join(path.file_name().unwrap())).unwrap();
            }
        }
    }
    fs::copy(
        project_file("scenarios/first-week.toml"),
        folder.join("scenarios/first-week.toml"),
    )
    .unwrap();
}

fn message(folder: &Path) -> String {
    match scenario::load(
        &folder.join("scenarios/first-week.toml"),
        Overrides::default(),
    ) {
        Ok(_) => panic!("it was accepted"),
        Err(error) => error.to_string(),
    }
}

/// Loads the copied scenario after one replacement in one of its files, and gives the message.
fn broken(file: &str, from: &str, to: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no “{from}”");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    message(folder.path())
}

#[test]
fn characters_that_nobody_sees_are_refused_and_never_shown() {
    for (file, from, to) in [
        (
            "scenarios/first-week.toml",
            "title = \"",
            "title = \"\\u001b[2J",
        ),
        (
            "scenarios/first-week.toml",
            "seed = 1",
            "seed = 1\n\"x\\u202Ey\" = 1",
        ),
        (
            "scenarios/personas/amara-okafor.toml",
            "name = \"",
            "name = \"\\u200b",
        ),
        (
            "maps/larkmoor.tmx",
            "name=\"Classroom 1\"",
            "name=\"Class\u{202e}room 1\"",
        ),
        (
            "maps/larkmoor.tmx",
            "name=\"Classroom 1\"",
            "name=\"Class&#155;room 1\"",
        ),
    ] {
        let message = broken(file, from, to);
        assert!(message.contains("which nobody sees"), "{message}");
        assert!(
            collegium_core::text::first_harmful(&message, true).is_none(),
            "{message:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn devices_and_pipes_are_not_read() {
    use std::process::Command;
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let file = folder.path().join("maps/larkmoor.tmx");
    let good = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        good.replacen("../assets/tiles/terrain.tsx", "own.tsx", 1),
    )
    .unwrap();
    let tiles = folder.path().join("maps/own.tsx");
    assert!(
        Command::new("mkfifo")
            .arg(&tiles)
            .status()
            .unwrap()
            .success()
    );
    let error = map::load(&file).unwrap_err().to_string();
    assert!(error.contains("no regular file"), "{error}");
    fs::remove_file(&tiles).unwrap();
    std::os::unix::fs::symlink("/dev/zero", &tiles).unwrap();
    let error = map::load(&file).unwrap_err().to_string();
    assert!(error.contains("own.tsx"), "{error}");
    let endless = Path::new("/dev/zero");
    let errors = [
        map::load(endless).unwrap_err().to_string(),
        scenario::load(endless, Overrides::default())
            .unwrap_err()
            .to_string(),
        Lessons::read(endless).unwrap_err().to_string(),
    ];
    for error in errors {
        assert!(error.contains("expected a regular file"), "{error}");
    }
}
