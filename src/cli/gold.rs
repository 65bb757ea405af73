//! `collegium gold`: what the learning algorithms compute and learn, beside published numbers.

use super::{Failure, args, out::out};
use collegium_core::text::{harmless_lines, markdown};
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
pub fn gold(options: &args::GoldArgs) -> Result<ExitCode, Failure> {
    if options.list {
        list()?;
        return Ok(ExitCode::SUCCESS);
    }
    let select = match (&options.checks, options.quick) {
        (names, _) if !names.is_empty() => Select::Named(names.clone()),
        (_, true) => Select::Quick,
        _ => Select::All,
    };
    let teller = Teller::new(options);
    let checks = run(&select, options.seeds, &|event| teller.tell(event))?;
    if let Ok(Some(error)) = teller.problem.into_inner() {
        return Err(error);
    }
    if options.json {
        writeln!(out(), "{}", json(&checks))?;
    } else {
        summarize(&checks)?;
    }
    Ok(if checks.iter().all(|c| c.passed) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Says which checks there are.
fn list() -> Result<(), Failure> {
    let mut out = out();
    for entry in entries() {
        writeln!(
            out,
            "{:<28} {:<6} {}",
            entry.name,
            format!("{:?}", entry.speed()).to_lowercase(),
            entry.expected
        )?;
    }
    Ok(())
}

/// Says which checks do not pass, and how many do.
fn summarize(checks: &[CheckResult]) -> Result<(), Failure> {
    let mut out = out();
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
    Ok(())
}

/// Tells how the checks go on, and keeps what they come to.
struct Teller<'a> {
    options: &'a args::GoldArgs,
    bar: ProgressBar,
    /// When the check began that runs.
    began: Mutex<Instant>,
    /// Why a result could not be kept.
    problem: Mutex<Option<Failure>>,
}

#[expect(
    clippy::disallowed_methods,
    reason = "checks are told with the time they took"
)]
impl<'a> Teller<'a> {
    fn new(options: &'a args::GoldArgs) -> Self {
        let shown = !options.json && std::io::stderr().is_terminal();
        let bar = if shown {
            ProgressBar::new(0)
        } else {
            ProgressBar::hidden()
        };
        if let Ok(style) = ProgressStyle::with_template("{bar:30.cyan/blue} {percent:>3}%  {msg}") {
            bar.set_style(style);
        }
        Self {
            options,
            bar,
            began: Mutex::new(Instant::now()),
            problem: Mutex::new(None),
        }
    }

    /// Tells an event; says that the checks are to go on.
    fn tell(&self, event: &CheckEvent<'_>) -> bool {
        match event {
            CheckEvent::Began { name, index, of } => {
                if let Ok(mut began) = self.began.lock() {
                    *began = Instant::now();
                }
                self.bar.set_length(0);
                let mut err = std::io::stderr();
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
                self.bar.set_length(*total);
                self.bar.set_position(*done);
                self.bar.set_message(format!(
                    "seed {seed}{}",
                    score.map_or_else(String::new, |s| format!(", {s:.1}"))
                ));
            }
            CheckEvent::Ended(check) => self.ended(check),
        }
        true
    }

    fn ended(&self, check: &CheckResult) {
        self.bar.set_length(0);
        let began = self.began.lock();
        let seconds = began.map_or(0.0, |b| b.elapsed().as_secs_f64());
        let check = CheckResult {
            wall: Some(seconds),
            ..check.clone()
        };
        let _ = writeln!(
            std::io::stderr(),
            "{} ({seconds:.1} s)",
            if check.passed { "ok" } else { "FAILED" }
        );
        if let Some(folder) = &self.options.keep
            && let Err(error) = keep(folder, &check, &self.options.machine)
            && let Ok(mut problem) = self.problem.lock()
        {
            *problem = Some(error);
        }
    }
}

/// Puts a result among those that are kept, draws its curve, and writes the page anew.
fn keep(folder: &Path, check: &CheckResult, machine: &str) -> Result<(), Failure> {
    let gold = folder.join("gold");
    let all = report::keep(&gold, std::slice::from_ref(check))?;
    report::draw(&gold, std::slice::from_ref(check))?;
    let drawn = |file: &str| gold.join(file).exists();
    let machine = harmless_lines(machine);
    let page = report::markdown(&all, &machine, "gold", &drawn, &markdown);
    Ok(write_whole(&folder.join("GOLD.md"), page)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::text::first_harmful;

    #[test]
    fn the_page_holds_no_markup_of_others() {
        let folder = tempfile::tempdir().unwrap();
        let check = CheckResult {
            name: "a|<b>\u{202e}".to_owned(),
            source: "`c`\u{1b}[2J".to_owned(),
            ..CheckResult::default()
        };
        keep(folder.path(), &check, "here\u{200b}\nand there").unwrap();
        let page = std::fs::read_to_string(folder.path().join("GOLD.md")).unwrap();
        assert_eq!(first_harmful(&page, true), None, "{page}");
        for part in [
            "here‹U+200B›\nand there\n",
            "a\\|\\<b\\>‹U+202E›",
            "\\`c\\`␛[2J",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
}
