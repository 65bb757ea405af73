//! A disk that is full, and a reader that has gone: whoever could not be told is not told that all
//! is well.

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
