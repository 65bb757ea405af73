//! A round of each part of `collegium torture`.

use std::process::Command;

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
