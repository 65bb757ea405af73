//! `collegium torture`: the promises of the record, tried by force. Programs are killed at any
//! moment, disks run full, rows are changed by hand, models answer badly and die, many runs are
//! started at once; and after each it is looked whether everything is whole and can be gone on
//! with.
//!
//! A part is a file here and a line in [`PARTS`].

mod args;
mod crowd;
mod disk;
mod edits;
mod faults;
mod kills;
mod year;

pub use args::TortureArgs;

use super::{
    Failure,
    child::{self, now},
    out::{json, out},
    progress,
    signals::Stop,
};
use anyhow::Context as _;
use collegium_core::{
    dice::{Dice, Draw, Stream},
    text::Shown as _,
};
use indicatif::ProgressBar;
use serde::Serialize;
use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Output},
    time::{Duration, Instant},
};

/// What is done by force in a round.
const ROUND: Draw = Draw::of("torture: a round");

/// A part of torture.
pub struct Part {
    /// As it is named on the command line.
    pub name: &'static str,
    /// What is done, and what must hold after it, in a line.
    pub about: &'static str,
    /// How much of the time it has beside the others; 0 for one that is only done when it is named,
    /// and takes as long as it takes.
    share: u32,
    run: fn(&mut Ground<'_>) -> Result<(), Failure>,
}

/// All parts, in the order in which they are done.
pub const PARTS: &[Part] = &[
    kills::PART,
    disk::PART,
    edits::PART,
    faults::PART,
    crowd::PART,
    year::PART,
];

/// What came of a part.
#[derive(Debug, Default, Serialize)]
struct Trial {
    part: &'static str,
    /// How often something was done by force.
    tried: u64,
    /// What did not hold, one sentence each.
    failed: Vec<String>,
    /// Why it could not be done here.
    skipped: Option<String>,
    /// What was done, by kind, and other figures.
    figures: BTreeMap<String, u64>,
    seconds: f64,
}

/// Where a part is done, and until when.
struct Ground<'a> {
    folder: &'a Path,
    until: Instant,
    dice: Dice,
    bar: &'a ProgressBar,
    stop: &'a Stop,
    trial: Trial,
}

impl Ground<'_> {
    /// Whether there is time for another round. The first is always done, unless somebody has asked
    /// to stop.
    fn time(&self) -> bool {
        !self.stop.asked() && (self.trial.tried == 0 || now() < self.until)
    }

    /// The dice of a round.
    fn stream(&self, round: u64) -> Stream {
        self.dice.stream(0, ROUND, round)
    }

    /// Counts something that was done, and what did not hold after it.
    fn tried(&mut self, what: &str, found: Result<(), String>) {
        self.trial.tried += 1;
        self.count(what, 1);
        if let Err(why) = found {
            self.failed(format!("{what}: {why}"));
        }
        let (tried, failed) = (self.trial.tried, self.trial.failed.len());
        self.bar.set_message(format!(
            "{}: {tried} tried, {failed} failed",
            self.trial.part
        ));
    }

    /// Notes what did not hold. Nothing is said of programs that are being stopped with this one.
    fn failed(&mut self, why: String) {
        if !self.stop.asked() {
            self.trial.failed.push(why);
        }
    }

    /// Adds to a figure.
    fn count(&mut self, what: &str, more: u64) {
        *self.trial.figures.entry(what.to_owned()).or_default() += more;
    }

    /// A folder of the ground, made when it is not there.
    fn place(&self, name: &str) -> Result<PathBuf, Failure> {
        let place = self.folder.join(name);
        fs::create_dir_all(&place).with_context(|| place.shown())?;
        Ok(place)
    }

    /// Runs a program to its end.
    fn output(&self, program: &mut Command) -> Result<Output, Failure> {
        child::output(program, self.stop)
    }

    /// Runs this program in a folder, where it should do its work.
    fn works(&self, folder: &Path, arguments: &[&str]) -> Result<Result<Output, String>, Failure> {
        let mut program = at(folder, arguments)?;
        let output = self.output(&mut program)?;
        Ok(good(&program, &output).map(|()| output))
    }
}

/// This program with some arguments, at work in a folder, where no project of the user's is looked
/// for.
fn at(folder: &Path, arguments: &[&str]) -> Result<Command, Failure> {
    let mut program = child::program(arguments)?;
    program
        .current_dir(folder)
        .env_remove("COLLEGIUM_DATA")
        .env_remove("RUST_LOG");
    Ok(program)
}

/// What must hold of a program that should have done its work: it has, and it has not panicked.
fn good(program: &Command, output: &Output) -> Result<(), String> {
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() && !said.contains("panicked") {
        return Ok(());
    }
    Err(format!(
        "`{}` ended with {}: {}",
        child::words(program),
        output.status,
        said.trim()
    ))
}

/// The hash of the log that a run has printed as JSON.
fn log_hash(output: &Output) -> Result<String, String> {
    let told: serde_json::Value =
        serde_json::from_slice(&output.stdout).map_err(|e| e.to_string())?;
    match told.get("log_hash").and_then(|hash| hash.as_str()) {
        Some(hash) => Ok(hash.to_owned()),
        None => Err("it has printed no hash of its log".to_owned()),
    }
}

/// Does the parts that were asked for, and tells what came of them: so far, where it is asked to
/// stop.
///
/// # Errors
/// When a part has no name like that, the folder cannot be made, or this program cannot be started
/// or read; what does not hold is told, and is no error.
pub fn torture(options: &TortureArgs) -> Result<ExitCode, Failure> {
    let parts: Vec<&Part> = if options.parts.is_empty() {
        PARTS.iter().filter(|part| part.share > 0).collect()
    } else {
        let named = |name: &String| PARTS.iter().find(|part| part.name == name);
        options.parts.iter().filter_map(named).collect()
    };
    let stop = Stop::listen();
    let above = options.folder.clone().unwrap_or_else(std::env::temp_dir);
    let folder = fs::create_dir_all(&above)
        .and_then(|()| {
            let mut named = tempfile::Builder::new();
            named.prefix("collegium-torture-").tempdir_in(&above)
        })
        .context("--folder")?;
    let bar = progress::bar(parts.len() as u64, options.json, "");
    let shares: u32 = parts.iter().map(|part| part.share).sum();
    let mut trials = Vec::new();
    for part in parts {
        let place = folder.path().join(part.name);
        fs::create_dir_all(&place)?;
        let share = f64::from(part.share) / f64::from(shares.max(1));
        let began = now();
        let mut ground = Ground {
            folder: &place,
            until: began + Duration::from_secs_f64(options.minutes * 60.0 * share),
            dice: Dice { seed: options.seed },
            bar: &bar,
            stop: &stop,
            trial: Trial {
                part: part.name,
                ..Trial::default()
            },
        };
        bar.set_message(part.name);
        let done = (part.run)(&mut ground).with_context(|| part.name);
        ground.trial.seconds = began.elapsed().as_secs_f64();
        trials.push(ground.trial);
        // A part that was broken off says so as an error.
        if stop.asked() {
            break;
        }
        done?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    let failed = trials.iter().any(|trial| !trial.failed.is_empty());
    // What lies there is kept where something has failed, and goes otherwise.
    let kept = failed.then(|| folder.keep());
    let told = tell(options, &trials, kept.as_deref());
    if stop.asked() {
        // Whether it could be told or not: the terminal may be gone.
        return Ok(stop.exit_code());
    }
    told?;
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Tells what came of the parts, and where what is left of them lies.
fn tell(options: &TortureArgs, trials: &[Trial], kept: Option<&Path>) -> Result<(), Failure> {
    let mut out = out();
    if options.json {
        writeln!(out, "{}", json(&trials)?)?;
    } else {
        for trial in trials {
            trial.print(&mut out)?;
        }
    }
    if let Some(kept) = kept
        && !options.json
    {
        writeln!(out, "what is left lies in {}", kept.shown())?;
    }
    Ok(())
}

impl Trial {
    fn print(&self, out: &mut impl std::io::Write) -> Result<(), Failure> {
        let figures: Vec<String> = self
            .figures
            .iter()
            .map(|(what, count)| format!("{count} {what}"))
            .collect();
        if let Some(why) = &self.skipped {
            writeln!(out, "{:<8} skipped: {why}", self.part)?;
            return Ok(());
        }
        writeln!(
            out,
            "{:<8} {} tried, {} failed, {:.0} s ({})",
            self.part,
            self.tried,
            self.failed.len(),
            self.seconds,
            figures.join(", ")
        )?;
        for why in &self.failed {
            writeln!(out, "  FAILED {why}")?;
        }
        Ok(())
    }
}
