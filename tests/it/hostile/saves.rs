//! Saves: resumed runs equal unbroken ones, killed processes lose nothing committed, and names are
//! taken once.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::time::HOUR;
use collegium_sim::{
    record::{SaveFile, save_path},
    simulation::{Saver, resume, testing},
};
use std::{
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_collegium"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::piped())
        .stdout(Stdio::piped());
    command
}

fn run_json(saves: &Path, args: &[&str]) -> serde_json::Value {
    let output = program()
        .arg("run")
        .arg("--json")
        .arg("--saves")
        .arg(saves)
        .args(args)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Starts sixteen runs at once in one folder and waits for them; gives how they ended.
fn sixteen_at_once(saves: &Path, args: &[&str]) -> Vec<std::process::Output> {
    let children: Vec<_> = (0..16)
        .map(|seed: u32| {
            program()
                .args([
                    "run",
                    "--json",
                    "--scenario",
                    "quick-look",
                    "--hours",
                    "0.2",
                ])
                .args(["--seed", &seed.to_string(), "--saves"])
                .arg(saves)
                .args(args)
                .spawn()
                .unwrap()
        })
        .collect();
    children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap())
        .collect()
}

/// The saves of a folder, and whatever else lies in it.
fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn sixteen_runs_at_once_make_sixteen_saves() {
    let folder = tempfile::tempdir().unwrap();
    let ends = sixteen_at_once(folder.path(), &[]);
    let mut hashes: Vec<String> = Vec::new();
    for end in &ends {
        let text = String::from_utf8_lossy(&end.stderr);
        assert!(end.status.success(), "{text}");
        let summary: serde_json::Value = serde_json::from_slice(&end.stdout).unwrap();
        let save = summary["save"].as_str().unwrap().to_owned();
        let (campus, _) = resume(Path::new(&save), 1, HOUR).unwrap();
        assert_eq!(campus.head().hex(), summary["log_hash"].as_str().unwrap());
        hashes.push(save);
    }
    hashes.sort();
    hashes.dedup();
    assert_eq!(hashes.len(), 16, "each run has a save of its own");
    assert_eq!(names_in(folder.path()).len(), 16, "nothing else is left");
}

#[test]
fn a_save_of_other_rooms_is_refused_room_by_room_by_every_command() {
    let folder = tempfile::tempdir().unwrap();
    run_json(
        folder.path(),
        &["--scenario", "quick-look", "--hours", "0.2", "--save", "a"],
    );
    let path = save_path(folder.path(), "a");
    let db = rusqlite::Connection::open(&path).unwrap();
    let change = "json_remove(json_set(value, '$.conduct', 99, '$.memory', 0), '$.mind')";
    let sql = format!("UPDATE meta SET value = {change} WHERE key = 'rooms'");
    assert_eq!(db.execute(&sql, []).unwrap(), 1);
    drop(db);
    let before = std::fs::read(&path).unwrap();
    for args in [
        &["replay", "a"][..],
        &["replay", "a", "--json"],
        &["replay", "a", "--verify"],
        &["calls", "a"],
        &["run", "--resume", "a", "--hours", "1"],
    ] {
        let told = program()
            .args(args)
            .arg("--saves")
            .arg(folder.path())
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&told.stderr);
        assert_eq!(told.status.code(), Some(1), "{args:?}: {text}");
        assert!(told.stdout.is_empty(), "{args:?}");
        for room in [
            "conduct is newer: found 99, expected ",
            "memory is older: found 0, expected ",
            "mind is not in the save",
        ] {
            assert!(text.contains(room), "{args:?}: {text}");
        }
    }
    assert_eq!(std::fs::read(&path).unwrap(), before, "it was touched");
}

#[test]
fn of_sixteen_runs_that_want_one_name_one_gets_it() {
    let folder = tempfile::tempdir().unwrap();
    let ends = sixteen_at_once(folder.path(), &["--save", "same"]);
    let won: Vec<_> = ends.iter().filter(|end| end.status.success()).collect();
    assert_eq!(won.len(), 1);
    for lost in ends.iter().filter(|end| !end.status.success()) {
        let text = String::from_utf8_lossy(&lost.stderr);
        assert!(text.contains("exists") || text.contains("in use"), "{text}");
    }
    let summary: serde_json::Value = serde_json::from_slice(&won[0].stdout).unwrap();
    let (campus, _) = resume(&save_path(folder.path(), "same"), 1, HOUR).unwrap();
    assert_eq!(campus.head().hex(), summary["log_hash"].as_str().unwrap());
    assert_eq!(campus.scenario().seed, summary["seed"].as_u64().unwrap());
    assert_eq!(names_in(folder.path()), ["same.campus"]);
}

#[test]
fn a_resumed_run_equals_an_unbroken_one() {
    let folder = tempfile::tempdir().unwrap();
    let whole = run_json(folder.path(), &["--days", "1", "--save", "whole"]);
    let mut last = serde_json::Value::Null;
    run_json(folder.path(), &["--hours", "1.37", "--save", "parts"]);
    for hours in ["4", "7.5", "7.6", "20", "24"] {
        last = run_json(folder.path(), &["--hours", hours, "--resume", "parts"]);
    }
    for key in [
        "log_hash",
        "events",
        "conversations",
        "classes",
        "violations",
        "deeds",
        "queues",
        "thoughts",
        "tool_calls",
        "refusals",
        "simulated_seconds",
    ] {
        assert_eq!(whole[key], last[key], "{key}");
    }
    let rows = |name: &str| {
        let db = rusqlite::Connection::open(save_path(folder.path(), name)).unwrap();
        let count = |table: &str| {
            db.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| {
                r.get::<_, i64>(0)
            })
            .unwrap()
        };
        [
            count("events"),
            count("memories"),
            count("conversations"),
            count("lines"),
            count("people"),
        ]
    };
    assert_eq!(rows("whole"), rows("parts"));
    assert_eq!(rows("whole")[0], whole["events"].as_i64().unwrap());
}

#[test]
fn a_killed_run_goes_on_from_its_last_commit() {
    let folder = tempfile::tempdir().unwrap();
    let whole = run_json(
        folder.path(),
        &["--days", "2", "--agents", "40", "--save", "whole"],
    );
    let wall = Duration::from_secs_f64(whole["wall_seconds"].as_f64().unwrap());
    let mut kills = 0;
    let mut round = 0u32;
    while kills < 20 {
        round += 1;
        assert!(
            round < 200,
            "the process was too quick to be killed: {kills} kills"
        );
        let name = format!("killed-{round}");
        let path = save_path(folder.path(), &name);
        let mut first = true;
        // Killed again and again until it has come to the end.
        for attempt in 0..6u32 {
            let mut command = program();
            command
                .args(["run", "--json", "--days", "2", "--autosave", "20"])
                .arg("--saves")
                .arg(folder.path());
            if first {
                command.args(["--agents", "40", "--save", &name]);
            } else {
                command.args(["--resume", &name]);
            }
            let mut child = command.spawn().unwrap();
            // Moments spread over the run by a fixed scattering.
            let share = f64::from((round * 6 + attempt).wrapping_mul(2_654_435_769) >> 8)
                / f64::from(1u32 << 24);
            std::thread::sleep(wall.mul_f64(share * 0.9) + Duration::from_millis(15));
            let running = child.try_wait().unwrap().is_none();
            child.kill().unwrap();
            child.wait().unwrap();
            kills += u32::from(running);
            if !path.exists() {
                continue;
            }
            match resume(&path, 1, HOUR) {
                Ok(_) => first = false,
                // Killed while the file was being made: nothing was committed, nothing is lost.
                Err(error) => {
                    assert!(first, "{error}");
                    for suffix in ["", "-wal", "-shm"] {
                        let _ = std::fs::remove_file(
                            folder.path().join(format!("{name}.campus{suffix}")),
                        );
                    }
                }
            }
        }
        let end = if first {
            run_json(
                folder.path(),
                &["--days", "2", "--agents", "40", "--save", &name],
            )
        } else {
            run_json(folder.path(), &["--days", "2", "--resume", &name])
        };
        assert_eq!(end["log_hash"], whole["log_hash"], "after kills in {name}");
        assert_eq!(end["events"], whole["events"]);
    }
}

#[test]
fn an_existing_save_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = save_path(folder.path(), "small");
    drop(Saver::create(&path, &mut testing::campus(1, 8, 1), HOUR).unwrap());
    let output = program()
        .args(["run", "--hours", "1", "--save", "small", "--saves"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("exists"));
    let other = program()
        .args(["run", "--hours", "1", "--save", "../evil", "--saves"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&other.stderr).contains("save name"));
}

/// A run that goes on for long, when it has a save and something in it, and that save. `command`
/// starts the program.
#[cfg(unix)]
fn long_run(mut command: Command, saves: &Path) -> (std::process::Child, std::path::PathBuf) {
    let child = command
        .args([
            "run", "--days", "600", "--save", "long", "--quiet", "--saves",
        ])
        .arg(saves)
        .spawn()
        .unwrap();
    let path = save_path(saves, "long");
    for _ in 0..600 {
        if path.exists() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    std::thread::sleep(Duration::from_millis(300));
    (child, path)
}

#[cfg(unix)]
fn send(signal: &str, child: &std::process::Child) {
    let sent = Command::new("kill")
        .args(["-s", signal, &child.id().to_string()])
        .status();
    assert!(sent.unwrap().success());
}

#[cfg(unix)]
#[test]
fn each_signal_ends_a_run_with_a_code_of_its_own_and_leaves_a_save_that_goes_on() {
    // Whoever starts the tests with `nohup` has their programs pass HUP over.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let passed_over = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let passed_over = passed_over.map_or(0, |mask| u64::from_str_radix(mask.trim(), 16).unwrap());
    for (signal, number, code) in [("HUP", 1, 129), ("INT", 2, 130), ("TERM", 15, 143)] {
        if passed_over >> (number - 1) & 1 == 1 {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let saves = folder.path().join("saves");
        let command = Command::new(env!("CARGO_BIN_EXE_collegium"));
        let (mut child, path) = long_run(command, &saves);
        send(signal, &child);
        let ended = child.wait().unwrap();
        assert_eq!(ended.code(), Some(code), "{signal}");
        SaveFile::look(&path).unwrap().check_rows().unwrap();
        let (campus, _) = resume(&path, 1, HOUR).unwrap();
        assert!(campus.clock().now > campus.clock().start, "{signal}");
    }
}

#[test]
fn a_run_does_not_go_on_with_rows_that_were_changed() {
    let folder = tempfile::tempdir().unwrap();
    let save = ["--save", "one", "--scenario", "quick-look"];
    run_json(folder.path(), &[&save[..], &["--hours", "2"]].concat());
    let db = rusqlite::Connection::open(save_path(folder.path(), "one")).unwrap();
    db.execute_batch("DELETE FROM event_rows WHERE seq = 3")
        .unwrap();
    db.close().unwrap();
    let output = program()
        .args(["run", "--resume", "one", "--hours", "3", "--saves"])
        .arg(folder.path())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("events: rows missing: 1"), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_run_goes_on_after_a_signal_that_it_was_started_to_pass_over() {
    let folder = tempfile::tempdir().unwrap();
    // As `nohup` starts it.
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' HUP; exec \"$0\" \"$@\""]);
    command.arg(env!("CARGO_BIN_EXE_collegium"));
    let (mut child, path) = long_run(command, folder.path());
    send("HUP", &child);
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(child.try_wait().unwrap(), None, "it has ended");
    send("TERM", &child);
    assert_eq!(child.wait().unwrap().code(), Some(143));
    SaveFile::look(&path).unwrap().check_rows().unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_killed_run_is_read_where_nothing_can_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let command = Command::new(env!("CARGO_BIN_EXE_collegium"));
    let (mut child, path) = long_run(command, folder.path());
    let log = path.with_extension("campus-wal");
    for _ in 0..1200 {
        if std::fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it has done is in its log, of which there is no index any more.
    assert!(std::fs::metadata(&log).unwrap().len() > 0);
    std::fs::remove_file(path.with_extension("campus-shm")).unwrap();
    let before = names_in(folder.path());
    let there = |script: &str| {
        let mount = "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" || exit 97; ";
        Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-c"])
            .arg(format!("{mount}{script}"))
            .arg(env!("CARGO_BIN_EXE_collegium"))
            .arg(folder.path())
            .output()
    };
    // Not every system lets one mount.
    if !there("! touch \"$1/x\"").is_ok_and(|output| output.status.success()) {
        return;
    }
    for command in ["replay", "check"] {
        let told = there(&format!("exec \"$0\" {command} long --saves \"$1\"")).unwrap();
        let text = String::from_utf8_lossy(&told.stderr);
        assert!(told.status.success(), "{command}: {text}");
        assert!(!told.stdout.is_empty(), "{command}");
    }
    assert_eq!(names_in(folder.path()), before);
}
