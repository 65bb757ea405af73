//! `collegium gold`: what the learning algorithms compute and learn, beside published numbers.

use super::{Failure, args, out::out};
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    io::{IsTerminal as _, Write as _},
    path::Path,
    process::ExitCode,
    sync::Mutex,
    time::Instant,
};
use training::files::write_whole;
use training::gold::{CheckEvent, CheckResult, Select, entries, json, report, run};

/// Runs the checks that were asked for; fails when one does not pass.
///
/// # Errors
/// When there is no check of a name, or results cannot be kept or printed.
#[expect(
    clippy::disallowed_methods,
    reason = "checks are told with the time they took"
)]
pub fn gold(options: &args::GoldArgs) -> Result<ExitCode, Failure> {
    let mut out = out();
    if options.list {
        for entry in entries() {
            writeln!(
                out,
                "{:<28} {:<6} {}",
                entry.name,
                format!("{:?}", entry.speed()).to_lowercase(),
                entry.expected
            )?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let select = match (&options.checks, options.quick) {
        (names, _) if !names.is_empty() => Select::Named(names.clone()),
        (_, true) => Select::Quick,
        _ => Select::All,
    };
    let began = Mutex::new(Instant::now());
    let problem = Mutex::new(None);
    let shown = !options.json && std::io::stderr().is_terminal();
    let bar = if shown {
        ProgressBar::new(0)
    } else {
        ProgressBar::hidden()
    };
    if let Ok(style) = ProgressStyle::with_template("{bar:30.cyan/blue} {percent:>3}%  {msg}") {
        bar.set_style(style);
    }
    let tell = |event: &CheckEvent<'_>| {
        let mut err = std::io::stderr();
        match event {
            CheckEvent::Began { name, index, of } => {
                if let Ok(mut began) = began.lock() {
                    *began = Instant::now();
                }
                bar.set_length(0);
                let _ = write!(err, "[{}/{of}] {name} … ", index + 1);
                let _ = err.flush();
            }
            CheckEvent::Progress {
                seed,
                done,
                total,
                score,
                ..
            } => {
                bar.set_length(*total);
                bar.set_position(*done);
                bar.set_message(format!(
                    "seed {seed}{}",
                    score.map_or_else(String::new, |s| format!(", {s:.1}"))
                ));
            }
            CheckEvent::Ended(check) => {
                bar.set_length(0);
                let seconds = began.lock().map_or(0.0, |b| b.elapsed().as_secs_f64());
                let check = CheckResult {
                    wall: Some(seconds),
                    ..(*check).clone()
                };
                let _ = writeln!(
                    err,
                    "{} ({seconds:.1} s)",
                    if check.passed { "ok" } else { "FAILED" }
                );
                if let Some(folder) = &options.keep
                    && let Err(error) = keep(folder, &check, &options.machine)
                    && let Ok(mut problem) = problem.lock()
                {
                    *problem = Some(error);
                }
            }
        }
        true
    };
    let checks = run(&select, options.seeds, &tell)?;
    if let Ok(Some(error)) = problem.into_inner() {
        return Err(error);
    }
    let good = checks.iter().all(|c| c.passed);
    if options.json {
        writeln!(out, "{}", json(&checks))?;
    } else {
        for check in checks.iter().filter(|c| !c.passed) {
            writeln!(
                out,
                "{}: found {}; expected {} ({})",
                check.name, check.value, check.expected, check.source
            )?;
        }
        writeln!(
            out,
            "{} of {} checks pass",
            checks.iter().filter(|c| c.passed).count(),
            checks.len()
        )?;
    }
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Puts a result among those that are kept, draws its curve, and writes the page anew.
fn keep(folder: &Path, check: &CheckResult, machine: &str) -> Result<(), Failure> {
    let gold = folder.join("gold");
    let all = report::keep(&gold, std::slice::from_ref(check))?;
    report::draw(&gold, std::slice::from_ref(check))?;
    let page = report::markdown(&all, machine, "gold", &|file| gold.join(file).exists());
    Ok(write_whole(&folder.join("GOLD.md"), page)?)
}
