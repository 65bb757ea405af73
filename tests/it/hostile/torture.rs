//! A round of each part of `collegium torture`.

use std::process::Command;

/// The words of the processes but one that are at work in a folder, or name it.
#[cfg(target_os = "linux")]
fn at_work_for(folder: &std::path::Path, but: u32) -> Vec<String> {
    let name = folder.to_string_lossy();
    let ours = |process: &std::path::Path| {
        let id: u32 = process.file_name()?.to_str()?.parse().ok()?;
        let words = std::fs::read(process.join("cmdline")).ok()?;
        let words = String::from_utf8_lossy(&words).replace('\0', " ");
        let there = std::fs::read_link(process.join("cwd")).ok()?;
        let ours = there.starts_with(folder) || words.contains(&*name);
        (ours && id != but).then_some(words)
    };
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter_map(|entry| ours(&entry.path())).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn who_is_asked_to_stop_leaves_no_programs_and_no_files() {
    use std::{process::Stdio, thread::sleep, time::Duration};
    let year = [
        "--days",
        "1",
        "--people",
        "25",
        "--repeats",
        "1",
        "--year",
        "365",
    ];
    for (command, options) in [
        (["torture", "kills"], &["--minutes", "1"][..]),
        (["torture", "crowd"], &["--minutes", "1"][..]),
        (["bench", "growth"], &year[..]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().canonicalize().unwrap();
        let mut stopped = Command::new(env!("CARGO_BIN_EXE_collegium"))
            .args(command)
            .args(options)
            .env("TMPDIR", &folder)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let id = stopped.id();
        let mut waited = 0;
        while at_work_for(&folder, id).is_empty() {
            waited += 1;
            assert!(waited < 1200, "{command:?} has started nothing");
            sleep(Duration::from_millis(50));
        }
        let sent = Command::new("kill")
            .args(["-s", "TERM", &id.to_string()])
            .status();
        assert!(sent.unwrap().success());
        assert_eq!(stopped.wait().unwrap().code(), Some(143), "{command:?}");
        assert_eq!(at_work_for(&folder, id), [""; 0], "{command:?}");
        let left: Vec<_> = std::fs::read_dir(&folder).unwrap().collect();
        assert!(left.is_empty(), "{command:?}: {left:?}");
    }
}

#[test]
fn what_is_killed_filled_changed_and_lied_to_stays_whole() {
    let done = Command::new(env!("CARGO_BIN_EXE_collegium"))
        .args(["torture", "--minutes", "0", "--json"])
        .output()
        .unwrap();
    let told: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert!(done.status.success(), "{told:#}");
    let parts = told.as_array().unwrap();
    let names: Vec<_> = parts.iter().map(|p| p["part"].as_str().unwrap()).collect();
    assert_eq!(names, ["kills", "disk", "edits", "faults", "crowd"]);
    for part in parts {
        assert_eq!(part["failed"], serde_json::json!([]), "{part:#}");
        let tried = part["tried"].as_u64().unwrap();
        assert!(tried > 0 || part["skipped"].is_string(), "{part:#}");
    }
}

#[test]
fn torture_names_its_parts() {
    let done = Command::new(env!("CARGO_BIN_EXE_collegium"))
        .args(["torture", "everything"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(2), "{said}");
    for part in ["kills", "disk", "edits", "faults", "crowd", "year"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}
