//! The command line: the desktop app when nothing else is asked for, and the headless commands.

mod args;
mod bench;
mod doctor;
mod gold;
mod invented;
mod learn;
mod lessons;
mod models;
mod replay;
mod run;
mod summary;
mod train;

use clap::Parser as _;
use std::process::ExitCode;

/// What went wrong, for people: one message, and what to do.
pub type Failure = anyhow::Error;

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let args = match args::Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let code = if error.use_stderr() {
                ExitCode::from(2)
            } else {
                ExitCode::SUCCESS
            };
            // Printing fails only when nobody reads; there is nothing left to say then.
            let _ = error.print();
            return code;
        }
    };
    let outcome = match args.command {
        None => desktop(args.app),
        Some(args::Command::Run(run)) => run::run(&run),
        Some(args::Command::Doctor(doctor)) => doctor::doctor(&doctor),
        Some(args::Command::Replay(replay)) => replay::replay(&replay),
        Some(args::Command::Calls(calls)) => models::calls(&calls),
        Some(args::Command::Bench(bench)) => bench::bench(&bench),
        Some(args::Command::Demos(demos)) => learn::demos(&demos),
        Some(args::Command::Export(export)) => learn::export(&export),
        Some(args::Command::Train(train)) => train::train(&train),
        Some(args::Command::Evaluate(evaluate)) => learn::evaluate(&evaluate),
        Some(args::Command::Lessons(lessons)) => lessons::lessons(&lessons),
        Some(args::Command::Gold(gold)) => gold::gold(&gold),
    };
    match outcome {
        Ok(code) => code,
        // Whoever reads has read enough.
        Err(error)
            if error
                .downcast_ref::<std::io::Error>()
                .is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe) =>
        {
            ExitCode::SUCCESS
        }
        Err(error) => {
            report(&error);
            ExitCode::FAILURE
        }
    }
}

/// Says what went wrong on standard error.
#[expect(clippy::print_stderr, reason = "the command line speaks to people")]
fn report(error: &Failure) {
    eprintln!("collegium: {error:#}");
}

#[cfg(feature = "desktop")]
fn desktop(app: args::App) -> Result<ExitCode, Failure> {
    crate::desktop::run(app.options()?)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(not(feature = "desktop"))]
fn desktop(_: args::App) -> Result<ExitCode, Failure> {
    anyhow::bail!(
        "this build has no desktop app; run the campus headless with `collegium run --days 1`"
    )
}
