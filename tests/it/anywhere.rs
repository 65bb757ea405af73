//! The program copied alone into an empty folder: it carries what it needs, and says where what it
//! makes goes.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

/// A folder with nothing but the program in it, and a home for its user.
struct Elsewhere {
    folder: TempDir,
    home: TempDir,
}

impl Elsewhere {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("collegium");
        // A link is as good as a copy where it can be made: the program is large.
        let from = env!("CARGO_BIN_EXE_collegium");
        if std::fs::hard_link(from, &program).is_err() {
            std::fs::copy(from, &program).unwrap();
        }
        Self {
            folder,
            home: tempfile::tempdir().unwrap(),
        }
    }

    fn run(&self, within: &Path, args: &[&str]) -> Output {
        Command::new(self.folder.path().join("collegium"))
            .current_dir(within)
            .args(args)
            .env_clear()
            .env("HOME", self.home.path())
            .output()
            .unwrap()
    }

    fn data(&self) -> PathBuf {
        self.home.path().join(".local/share/collegium")
    }
}

fn text(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

fn hash(output: &Output) -> String {
    assert!(output.status.success(), "{}", text(output));
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    summary["log_hash"].as_str().unwrap().to_owned()
}

#[test]
#[cfg(target_os = "linux")]
fn alone_in_an_empty_folder_it_runs_and_resumes_elsewhere() {
    let there = Elsewhere::new();
    let here = there.folder.path();
    let doctor = there.run(here, &["doctor"]);
    assert!(doctor.status.success(), "{}", text(&doctor));
    assert!(text(&doctor).contains("First week"), "{}", text(&doctor));
    assert!(
        text(&doctor).contains(there.data().to_str().unwrap()),
        "{}",
        text(&doctor)
    );
    let good = there.run(here, &["run", "--hours", "1", "--save", "alone"]);
    assert!(good.status.success(), "{}", text(&good));
    let save = there.data().join("saves/alone.campus");
    assert!(
        text(&good).contains(save.to_str().unwrap()),
        "{}",
        text(&good)
    );
    assert_eq!(
        std::fs::read_dir(here).unwrap().count(),
        1,
        "something was left beside the program"
    );
    // A head comes with it, as the map and the scenarios do.
    let map = there.run(here, &["doctor", "--map", "maps/larkmoor.tmx"]);
    assert!(map.status.success(), "{}", text(&map));
    let headed = there.run(here, &["run", "--hours", "1", "--heads", "bc", "--json"]);
    assert!(headed.status.success(), "{}", text(&headed));
    // The same log as in the project, and the run goes on in another folder.
    let inside = Command::new(env!("CARGO_BIN_EXE_collegium"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["run", "--hours", "2", "--json", "--saves"])
        .arg(there.home.path().join("inside"))
        .output()
        .unwrap();
    let other = tempfile::tempdir().unwrap();
    let resumed = there.run(
        other.path(),
        &["run", "--resume", "alone", "--hours", "2", "--json"],
    );
    assert_eq!(hash(&inside), hash(&resumed));
}

#[test]
fn what_a_new_project_says_of_itself_is_true() {
    let there = Elsewhere::new();
    let made = there.run(there.folder.path(), &["new", "mine"]);
    assert!(text(&made).contains("README.md"), "{}", text(&made));
    let mine = there.folder.path().join("mine");
    let page = std::fs::read_to_string(mine.join("README.md")).unwrap();
    // Each file that it names is there, and it names each that is.
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `"));
    let named: Vec<&str> = rows
        .filter_map(|row| Some(row.split_once('`')?.0))
        .collect();
    for name in &named {
        assert!(mine.join(name).exists(), "{name}");
    }
    let files = |folder: &str| std::fs::read_dir(mine.join(folder)).unwrap();
    for folder in ["", "scenarios", "maps"] {
        for entry in files(folder) {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(&mine).unwrap().to_str().unwrap();
            let known = name == "README.md" || named.iter().any(|n| n.starts_with(name));
            assert!(known, "{name} is not named");
        }
    }
    // Its commands do what it says; the first needs a display.
    let commands = page
        .lines()
        .filter_map(|line| line.strip_prefix("collegium "));
    let mut done = 0;
    for (i, command) in commands.enumerate() {
        let (command, _) = command.split_once('#').unwrap();
        let output = there.run(&mine, &command.split_whitespace().collect::<Vec<_>>());
        let said = text(&output);
        assert!(
            output.status.success() || (i == 0 && said.contains("no display")),
            "{said}"
        );
        done += 1;
    }
    assert_eq!(done, 3);
    assert!(mine.join("saves/monday.campus").is_file());
}

#[test]
fn a_new_project_wins_over_what_is_carried() {
    let there = Elsewhere::new();
    let here = there.folder.path();
    let made = there.run(here, &["new", "mine"]);
    assert!(made.status.success(), "{}", text(&made));
    let again = there.run(here, &["new", "mine"]);
    assert!(!again.status.success() && text(&again).contains("something is there already"));
    let mine = here.join("mine");
    let scenario = mine.join("scenarios/first-week.toml");
    let changed =
        std::fs::read_to_string(&scenario)
            .unwrap()
            .replacen("First week", "Our own week", 1);
    std::fs::write(&scenario, changed).unwrap();
    for (within, args) in [
        (mine.as_path(), vec!["doctor", "--scenario", "first-week"]),
        (
            here,
            vec!["doctor", "--scenario", "first-week", "--data", "mine"],
        ),
        (
            here,
            vec!["--data", "mine", "doctor", "--scenario", "first-week"],
        ),
    ] {
        let told = there.run(within, &args);
        assert!(
            text(&told).contains("Our own week"),
            "{args:?}: {}",
            text(&told)
        );
    }
    // Without a map of its own, the project stands on the carried one.
    std::fs::remove_dir_all(mine.join("maps")).unwrap();
    std::fs::remove_dir_all(mine.join("assets")).unwrap();
    let run = there.run(&mine, &["run", "--hours", "0.5", "--save", "own"]);
    assert!(run.status.success(), "{}", text(&run));
    assert!(mine.join("saves/own.campus").is_file());
}

#[test]
fn a_folder_without_data_is_one_message() {
    let there = Elsewhere::new();
    let empty = tempfile::tempdir().unwrap();
    let folder = empty.path().to_str().unwrap();
    for (data, expected) in [(folder, "holds none of"), ("no-such", "is not a folder")] {
        let told = there.run(there.folder.path(), &["run", "--data", data]);
        assert_eq!(told.status.code(), Some(1));
        assert!(text(&told).contains(expected), "{}", text(&told));
        assert_eq!(text(&told).lines().count(), 1, "{}", text(&told));
    }
}

#[test]
fn help_man_completions_and_licences_are_printed() {
    let there = Elsewhere::new();
    for (args, expected) in [
        (&["--help"][..], "Exit codes:"),
        (&["run", "--help"], "Examples:"),
        (&["man"], ".TH collegium 1"),
        (&["man", "run"], "\\-\\-resume"),
        (&["completions", "bash"], "_collegium()"),
        (&["completions", "zsh"], "#compdef collegium"),
        (&["licences"], "Third-party notices"),
    ] {
        let told = there.run(there.folder.path(), args);
        assert!(told.status.success(), "{args:?}: {}", text(&told));
        assert!(text(&told).contains(expected), "{args:?}: {}", text(&told));
    }
    let wrong = there.run(there.folder.path(), &["--speed", "60", "run"]);
    assert_eq!(wrong.status.code(), Some(2), "{}", text(&wrong));
    assert!(text(&wrong).contains("--speed"), "{}", text(&wrong));
}

#[test]
fn notes_are_as_loud_as_asked_for() {
    let there = Elsewhere::new();
    let saves = there.home.path().join("s");
    let mut args = vec!["run", "--hours", "0.2", "--saves", saves.to_str().unwrap()];
    let plain = there.run(there.folder.path(), &args);
    assert!(plain.stderr.is_empty(), "{}", text(&plain));
    args.push("-v");
    let loud = there.run(there.folder.path(), &args);
    let told = String::from_utf8_lossy(&loud.stderr);
    assert!(told.contains("save{file="), "{told}");
}
