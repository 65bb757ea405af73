//! The command line: what is wrong with the arguments is said in a line, and nothing is left behind.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it must be")]

use std::process::Command;

fn run(folder: &std::path::Path, args: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_collegium"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(args)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("TMPDIR", folder)
        .output()
        .unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), text)
}

#[test]
fn mistakes_are_named_and_leave_no_save() {
    let folder = tempfile::tempdir().unwrap();
    let saves = folder.path().join("saves");
    let saves = saves.to_str().unwrap();
    let cases: [(&[&str], &str); 12] = [
        (&["--days", "0"], "--days"),
        (&["--hours", "nan"], "--hours"),
        (&["--days", "1e12"], "--days"),
        (&["--until", "Foo"], "--until"),
        (&["--until", "Mun 08:00"], "did you mean “Mon”"),
        (&["--scenario", "frist-week"], "did you mean “first-week”"),
        (&["--agents", "0"], "--agents"),
        (&["--agents", "99999"], "--agents"),
        (&["--resume", "none"], "no such save"),
        (&["--threads", "0"], "--threads"),
        (&["--autosave", "0"], "--autosave"),
        (&["--save", "a/b"], "save name"),
    ];
    for (args, expected) in cases {
        let mut all = vec!["run", "--saves", saves];
        all.extend(args);
        let (good, text) = run(folder.path(), &all);
        assert!(!good, "{args:?}");
        assert!(text.contains(expected), "{args:?}: {text}");
        assert_eq!(text.trim().lines().count(), 1, "{args:?}: {text}");
        assert!(!text.contains("panicked"));
    }
    assert!(!std::path::Path::new(saves).exists(), "a save was left behind");
}

#[test]
fn without_a_display_the_headless_way_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (good, text) = run(folder.path(), &[]);
    assert!(!good);
    assert!(text.contains("collegium run --days 1"), "{text}");
    assert_eq!(text.trim().lines().count(), 1, "{text}");
}

#[test]
fn the_summary_and_the_json_say_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let saves = folder.path().to_str().unwrap();
    let (good, text) = run(folder.path(), &["run", "--hours", "5", "--saves", saves, "--save", "plain"]);
    assert!(good, "{text}");
    let (_, json) = run(folder.path(), &["run", "--hours", "5", "--saves", saves, "--save", "json", "--json"]);
    let json: serde_json::Value = serde_json::from_str(json.trim()).unwrap();
    for key in [
        "scenario",
        "seed",
        "people",
        "simulated_seconds",
        "agent_steps",
        "skipped_agent_steps",
        "wall_seconds",
        "agent_steps_per_second",
        "log_hash",
        "events",
        "tool_calls",
        "refusals",
        "conversations",
        "classes",
        "violations",
        "save",
    ] {
        assert!(!json[key].is_null(), "{key}");
    }
    assert!(text.contains(json["log_hash"].as_str().unwrap()), "{text}");
    assert!(text.contains("agent-steps per second"));
    let (good, text) = run(folder.path(), &["replay", "plain", "--saves", saves, "--verify"]);
    assert!(good && text.starts_with("verified"), "{text}");
    let (good, text) = run(folder.path(), &["doctor", "--map", "maps/larkmoor.tmx"]);
    assert!(good, "{text}");
}
