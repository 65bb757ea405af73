//! A disk that is full, a file that may not grow, and a reader that has gone: whoever could not be
//! told is not told that all is well.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use std::{
    fs::File,
    io::pipe,
    process::{Command, Output, Stdio},
};

fn run(args: &[&str], stdout: Stdio) -> Output {
    Command::new(env!("CARGO_BIN_EXE_collegium"))
        .args(args)
        .stdout(stdout)
        .output()
        .unwrap()
}

#[test]
fn what_cannot_be_printed_is_no_success() {
    let printed: [&[&str]; 7] = [
        &["--help"],
        &["-h"],
        &["help"],
        &["bench", "--help"],
        &["gold", "--help"],
        &["man"],
        &["licences"],
    ];
    for args in printed {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = run(args, full.into());
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {said}");
        assert!(said.starts_with("collegium: "), "{args:?}: {said}");
        // Whoever reads no further has read enough.
        let (reader, closed) = pipe().unwrap();
        drop(reader);
        let output = run(args, closed.into());
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*said), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn where_a_file_may_not_grow_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    // Too little for any save, and for what a run adds to one; in units of half a KiB or of a whole
    // one, by the shell.
    for (most, begun) in [("100", false), ("400", true)] {
        let saves = folder.path().join(most);
        let output = Command::new("sh")
            .args(["-c", "ulimit -f \"$1\"; shift; exec \"$0\" \"$@\""])
            .args([env!("CARGO_BIN_EXE_collegium"), most])
            .args(["run", "--scenario", "quick-look", "--days", "3", "--saves"])
            .arg(&saves)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{most}: {said}");
        assert!(
            said.contains("collegium: ") && said.contains("cannot be written any further"),
            "{most}: {said}"
        );
        // What was committed before is whole.
        let saves = saves.to_str().unwrap();
        let check = ["check", "quick-look-1", "--saves", saves];
        let whole = run(&check, Stdio::null());
        assert_eq!(whole.status.success(), begun, "{most}: {whole:?}");
    }
}
