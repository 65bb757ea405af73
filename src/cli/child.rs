//! This program again, as processes of their own: what is started, watched, killed and started anew
//! by measurements and by torture.

use super::{Failure, signals::Stop};
use anyhow::Context as _;
use std::{
    ffi::OsStr,
    fs::File,
    io::{Read as _, Seek as _},
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

/// This program with some arguments.
///
/// # Errors
/// When the system does not tell where the program is.
pub fn program<S: AsRef<OsStr>>(
    arguments: impl IntoIterator<Item = S>,
) -> Result<Command, Failure> {
    let mut program = Command::new(std::env::current_exe().context("this program's own file")?);
    program.args(arguments).stdin(Stdio::null());
    Ok(program)
}

/// The words of a command as one types them, for messages.
pub fn words(program: &Command) -> String {
    let words: Vec<_> = program.get_args().map(|a| a.to_string_lossy()).collect();
    format!("collegium {}", words.join(" "))
}

/// A program at work. One that nobody waits for any more is killed.
#[derive(Debug)]
pub struct Running {
    child: Child,
    /// What it writes to standard output and standard error. Files, for it is read at the end only,
    /// and may be more than pipes hold.
    said: [File; 2],
}

impl Running {
    /// Starts a program. What it writes is kept for whoever waits for it.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(program: &mut Command) -> Result<Self, Failure> {
        let said = [tempfile::tempfile()?, tempfile::tempfile()?];
        program
            .stdout(said[0].try_clone()?)
            .stderr(said[1].try_clone()?);
        let child = program.spawn()?;
        Ok(Self { child, said })
    }

    /// How it ended and what it has written; nothing while it is at work.
    ///
    /// # Errors
    /// When the system does not tell; and where it is at work and this process was asked to stop.
    pub fn ended(&mut self, stop: &Stop) -> Result<Option<Output>, Failure> {
        match self.child.try_wait()? {
            Some(status) => Ok(Some(self.output(status)?)),
            None if stop.asked() => anyhow::bail!("stopped"),
            None => Ok(None),
        }
    }

    /// Waits for its end.
    ///
    /// # Errors
    /// As [`Running::ended`].
    pub fn end(mut self, stop: &Stop) -> Result<Output, Failure> {
        loop {
            if let Some(output) = self.ended(stop)? {
                return Ok(output);
            }
            thread::sleep(LOOK);
        }
    }

    /// Kills it, and gives what it has written.
    ///
    /// # Errors
    /// When it cannot be killed or waited for.
    pub fn kill(mut self) -> Result<Output, Failure> {
        self.child.kill()?;
        let status = self.child.wait()?;
        self.output(status)
    }

    fn output(&mut self, status: ExitStatus) -> Result<Output, Failure> {
        let [stdout, stderr] = &mut self.said;
        Ok(Output {
            status,
            stdout: whole(stdout)?,
            stderr: whole(stderr)?,
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both do nothing where it has ended and was waited for.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Everything in a file.
fn whole(file: &mut File) -> std::io::Result<Vec<u8>> {
    let mut all = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut all)?;
    Ok(all)
}

/// Runs a program to its end.
///
/// # Errors
/// When it cannot be started or waited for, or this process was asked to stop: then it is killed.
pub fn output(program: &mut Command, stop: &Stop) -> Result<Output, Failure> {
    Running::start(program)?.end(stop)
}

/// Runs a program to its end, which must be a good one.
///
/// # Errors
/// As [`output`]; and when it ends with another status than 0: with what it said.
pub fn done(mut program: Command, stop: &Stop) -> Result<Output, Failure> {
    let told = output(&mut program, stop)?;
    anyhow::ensure!(
        told.status.success(),
        "`{}` ended with {}: {}",
        words(&program),
        told.status,
        String::from_utf8_lossy(&told.stderr).trim()
    );
    Ok(told)
}

/// How a process ended that was to be killed.
#[derive(Debug)]
pub enum End {
    /// It was killed, by a signal that it cannot hear.
    Killed,
    /// It had come to its own end before.
    Own(ExitStatus),
}

/// Runs a program and kills it as soon as somebody says so.
///
/// # Errors
/// When it cannot be started, killed or waited for, or this process was asked to stop: then it is
/// killed.
pub fn kill_when(
    mut program: Command,
    stop: &Stop,
    mut ripe: impl FnMut() -> bool,
) -> Result<End, Failure> {
    let mut running = Running::start(&mut program)?;
    loop {
        if let Some(output) = running.ended(stop)? {
            return Ok(End::Own(output.status));
        }
        if ripe() {
            let status = running.kill()?.status;
            return Ok(if status.code().is_some() {
                End::Own(status)
            } else {
                End::Killed
            });
        }
        thread::sleep(LOOK);
    }
}
