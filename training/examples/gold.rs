//! Runs gold checks and keeps what came of them: `gold [--long | --all | NAME…] [--seeds N] [--keep training] [--json] [--list]`.
//!
//! With `--keep DIR`, results are put in `DIR/gold/results.json` after every check, curves beside it, and the page in `DIR/GOLD.md`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]
#![expect(clippy::disallowed_methods, reason = "the caller measures time, and this is one")]

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Instant;
use training::gold::{Check, Event, Select, entries, json, report, run};

struct Wanted {
    select: Select,
    seeds: Option<usize>,
    keep: Option<PathBuf>,
    json: bool,
    machine: String,
}

fn wanted() -> Result<Wanted, String> {
    let mut found = Wanted {
        select: Select::Quick,
        seeds: None,
        keep: None,
        json: false,
        machine: "Run on a machine not described.".into(),
    };
    let mut names = Vec::new();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut next = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--long" => found.select = Select::Long,
            "--all" => found.select = Select::All,
            "--seeds" => found.seeds = Some(next()?.parse().map_err(|e| format!("--seeds: {e}"))?),
            "--keep" => found.keep = Some(next()?.into()),
            "--machine" => found.machine = next()?,
            "--json" => found.json = true,
            "--list" => {
                entries().iter().for_each(|e| println!("{:?}\t{}\t{}", e.speed(), e.name, e.expected));
                std::process::exit(0);
            }
            _ if word.starts_with("--") => return Err(format!("unknown: {word}")),
            _ => names.push(word),
        }
    }
    if !names.is_empty() {
        found.select = Select::Named(names);
    }
    Ok(found)
}

fn write(directory: &Path, check: &Check, machine: &str) -> Result<(), training::error::Error> {
    let gold = directory.join("gold");
    let all = report::keep(&gold, std::slice::from_ref(check))?;
    report::draw(&gold, std::slice::from_ref(check))?;
    let page = report::markdown(&all, machine, "gold", &|file| gold.join(file).exists());
    let path = directory.join("GOLD.md");
    std::fs::write(&path, page).map_err(|e| training::error::Error::io(path, e))
}

fn main() -> std::process::ExitCode {
    let wanted = match wanted() {
        Ok(wanted) => wanted,
        Err(problem) => {
            eprintln!("{problem}");
            return std::process::ExitCode::from(2);
        }
    };
    let began = Mutex::new((Instant::now(), Instant::now()));
    let tell = |event: &Event<'_>| {
        let Ok(mut clock) = began.lock() else { return false };
        match event {
            Event::Began { name, index, of } => {
                *clock = (Instant::now(), Instant::now());
                eprintln!("[{}/{of}] {name}", index + 1);
            }
            Event::Progress { seed, done, total, score, .. } => {
                if clock.1.elapsed().as_secs_f64() > 5.0 {
                    clock.1 = Instant::now();
                    eprintln!(
                        "    seed {seed}: {done} of {total}, {score:.3?}, {:.0} s",
                        clock.0.elapsed().as_secs_f64()
                    );
                }
            }
            Event::Ended(check) => {
                let wall = clock.0.elapsed().as_secs_f64();
                let check = Check { wall: Some(wall), ..(*check).clone() };
                eprintln!(
                    "    {} {wall:.1} s: {} ({})",
                    if check.passed { "ok" } else { "FAILED" },
                    check.value,
                    check.expected
                );
                if let Some(directory) = &wanted.keep
                    && let Err(problem) = write(directory, &check, &wanted.machine)
                {
                    eprintln!("{problem}");
                    return false;
                }
            }
        }
        true
    };
    match run(&wanted.select, wanted.seeds, &tell) {
        Ok(checks) => {
            if wanted.json {
                println!("{:#}", json(&checks));
            }
            let failed = checks.iter().filter(|check| !check.passed).count();
            eprintln!("{} of {} passed", checks.len() - failed, checks.len());
            std::process::ExitCode::from(u8::from(failed > 0))
        }
        Err(problem) => {
            eprintln!("{problem}");
            std::process::ExitCode::from(2)
        }
    }
}
