//! Settings from elsewhere, which would send somebody's key to a server of theirs.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

/// Addresses of this kind are for documentation: there is no server at any.
const SETTINGS: &str = "[models.x]\napi = \"openai\"\nbase_url = \"http://192.0.2.1:9/v1\"\n\
                        model = \"m\"\nkey_env = \"MINE_API_KEY\"\ntimeout_seconds = 0.05\n\
                        attempts = 1\n\n[minds]\nmodel = \"x\"\n";

/// Runs the program for a user whose home is `folder`; gives whether it went well, and what it
/// said.
fn run(folder: &Path, args: &[&str], says: &str) -> (bool, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_collegium"))
        .current_dir(folder)
        .args(args)
        .env("HOME", folder)
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("MINE_API_KEY", "sk-0123456789abcdef")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not ask has ended before it is told.
    let _ = child.stdin.take().unwrap().write_all(says.as_bytes());
    let output = child.wait_with_output().unwrap();
    let mut text = String::from_utf8(output.stdout).unwrap();
    text += &String::from_utf8(output.stderr).unwrap();
    (output.status.success(), text)
}

#[test]
fn a_key_goes_to_a_new_server_only_when_its_owner_agrees() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    std::fs::write(folder.join("collegium.toml"), SETTINGS).unwrap();
    let refusals: [&[&str]; 2] = [
        &["run", "--days", "0.01", "--mind", "model"],
        &["doctor", "--settings", "collegium.toml"],
    ];
    for args in refusals {
        let (good, said) = run(folder, args, "");
        assert!(!good, "{args:?}: {said}");
        for part in [
            "collegium.toml:3:12",
            "MINE_API_KEY",
            "http://192.0.2.1:9",
            "agree",
        ] {
            assert!(said.contains(part), "{args:?}: {part} in {said}");
        }
        assert!(!said.contains("0123456789"), "{said}");
    }
    // Who cannot be asked has not agreed, whatever comes in by a pipe.
    let (good, said) = run(folder, &["agree"], "y\n");
    assert!(!good && said.contains("--yes"), "{said}");
    assert!(!folder.join("config").exists());

    let (good, said) = run(folder, &["agree", "--yes"], "");
    assert!(
        good && said.contains("MINE_API_KEY to http://192.0.2.1:9"),
        "{said}"
    );
    let (good, said) = run(folder, &["agree"], "");
    assert!(good && said.contains("no key anywhere new"), "{said}");
    let (_, said) = run(folder, &["doctor", "--settings", "collegium.toml"], "");
    assert!(said.contains("does not answer"), "{said}");

    // The same server at another port is another server.
    let moved = SETTINGS.replace(":9/", ":10/");
    std::fs::write(folder.join("collegium.toml"), moved).unwrap();
    let (good, said) = run(folder, &["doctor", "--settings", "collegium.toml"], "");
    assert!(!good && said.contains("http://192.0.2.1:10"), "{said}");
}
