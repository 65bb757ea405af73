//! The program with a server of vectors: settings name it, and saves keep what it answered.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_sim::{memory::Hashed, record::save_path};
use mock_llm::{Options, Server};
use std::{path::Path, process::Command};

/// The program with these arguments: whether it went well, and what it said.
fn program(folder: &Path, args: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_collegium"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(args)
        .args(["--saves", folder.to_str().unwrap()])
        .output()
        .unwrap();
    let text = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    (output.status.success(), text)
}

#[test]
fn the_command_line_uses_the_settings_server() {
    let server = Server::start(Options {
        log_limit: 0,
        ..Options::default()
    })
    .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.toml");
    let write = |dimensions: u32, url: &str| {
        let text = format!(
            "[embeddings]\nbase_url = \"{url}\"\nmodel = \"vectors\"\ndimensions = {dimensions}\ntimeout_seconds = 0.5\n"
        );
        std::fs::write(&file, text).unwrap();
    };
    write(128, &format!("{}/v1", server.url()));
    let settings = ["--settings", file.to_str().unwrap()];
    let (ok, text) = program(
        folder.path(),
        &[
            &[
                "run", "--agents", "8", "--hours", "24", "--save", "far", "--json",
            ][..],
            &settings,
        ]
        .concat(),
    );
    assert!(ok, "{text}");
    let summary: serde_json::Value = serde_json::from_str(text.trim()).unwrap();
    assert_eq!(summary["embeddings"]["embedder"], "vectors-128-384-signs-1");
    assert!(
        summary["embeddings"]["texts"].as_u64().unwrap() > 50,
        "{text}"
    );
    let path = save_path(folder.path(), "far");
    let db = rusqlite::Connection::open(&path).unwrap();
    let count = "SELECT count(*) FROM vectors";
    let vectors: i64 = db.query_row(count, [], |row| row.get(0)).unwrap();
    assert!(vectors > 50, "{vectors}");
    drop(db);
    let (ok, text) = program(folder.path(), &["replay", "far", "--verify"]);
    assert!(ok && text.contains("verified"), "{text}");
    // A wrong server address is said and does no harm; without settings the built-in embedder goes
    // on.
    write(128, "http://127.0.0.1:1/v1");
    let (ok, text) = program(
        folder.path(),
        &[&["run", "--resume", "far", "--hours", "34"][..], &settings].concat(),
    );
    assert!(ok && text.contains("does not answer"), "{text}");
    let (ok, text) = program(
        folder.path(),
        &[
            "run", "--resume", "far", "--hours", "40", "--mind", "builtin",
        ],
    );
    assert!(
        ok && text.contains(Hashed::ID) && text.contains("anew"),
        "{text}"
    );
    let (ok, text) = program(folder.path(), &["replay", "far", "--verify"]);
    assert!(ok && text.contains("verified"), "{text}");
}
