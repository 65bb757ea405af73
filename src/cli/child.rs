//! This program again, as processes of their own: what is started, watched, killed and started anew
//! by measurements and by torture.

use super::Failure;
use anyhow::Context as _;
use std::{
    ffi::OsStr,
    process::{Child, Command, ExitStatus, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How long one waits between two looks at a process.
const LOOK: Duration = Duration::from_millis(5);

/// The time, for what is measured.
#[expect(
    clippy::disallowed_methods,
    reason = "how long processes take is measured"
)]
pub fn now() -> Instant {
    Instant::now()
}

/// This program with some arguments; what it writes is kept for whoever waits for it.
///
/// # Errors
/// When the system does not tell where the program is.
pub fn program<S: AsRef<OsStr>>(
    arguments: impl IntoIterator<Item = S>,
) -> Result<Command, Failure> {
    let mut program = Command::new(std::env::current_exe().context("this program's own file")?);
    program
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    Ok(program)
}

/// The words of a command as one types them, for messages.
pub fn words(program: &Command) -> String {
    let words: Vec<_> = program.get_args().map(|a| a.to_string_lossy()).collect();
    format!("collegium {}", words.join(" "))
}

/// Runs a program to its end, which must be a good one.
///
/// # Errors
/// When it cannot be started, or ends with another status than 0: with what it said.
pub fn done(mut program: Command) -> Result<Output, Failure> {
    let output = program.output()?;
    anyhow::ensure!(
        output.status.success(),
        "`{}` ended with {}: {}",
        words(&program),
        output.status,
        String::from_utf8_lossy(&output.stderr).trim()
    );
    Ok(output)
}

/// How a process ended that was to be killed.
#[derive(Debug)]
pub enum End {
    /// It was killed, by a signal that it cannot hear.
    Killed,
    /// It had come to its own end before.
    Own(ExitStatus),
}

/// Runs a program, which says nothing, and kills it as soon as somebody says so.
///
/// # Errors
/// When it cannot be started, killed or waited for.
pub fn kill_when(mut program: Command, mut ripe: impl FnMut() -> bool) -> Result<End, Failure> {
    program.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child: Child = program.spawn()?;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(End::Own(status));
        }
        if ripe() {
            child.kill()?;
            let status = child.wait()?;
            return Ok(if status.code().is_some() {
                End::Own(status)
            } else {
                End::Killed
            });
        }
        thread::sleep(LOOK);
    }
}
