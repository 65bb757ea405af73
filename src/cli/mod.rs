//! The command line: the desktop app when nothing else is asked for, and the headless commands.

mod agree;
mod args;
mod bench;
mod child;
mod doctor;
mod gold;
mod help;
mod invented;
mod learn;
mod lessons;
mod licences;
mod metrics;
mod models;
mod notes;
mod out;
mod own;
mod policies;
mod progress;
mod replay;
mod run;
mod scenarios;
mod signals;
mod summary;
mod torture;
mod trace;
mod train;
mod values;

use clap::{FromArgMatches as _, error::ErrorKind, parser::ValueSource};
use collegium_core::{
    files,
    text::{clipped, first_harmful, harmless, harmless_lines},
};
use std::{ffi::OsString, io::Write as _, path::Path, process::ExitCode};

/// What went wrong, for people: one message, and what to do.
pub type Failure = anyhow::Error;

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    signals::let_writes_fail();
    let outcome = match read() {
        Ok(args) => perform(args),
        Err(error) => print(&error),
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

/// How many characters of an argument are shown.
const MOST_SHOWN: usize = 200;

/// Reads the arguments of the process.
fn read() -> Result<args::Args, clap::Error> {
    let mut command = help::grouped();
    // Every message that names a value is to be one line. (The first is the program itself.)
    let broken = std::env::args_os()
        .skip(1)
        .map(|arg| arg.to_string_lossy().into_owned())
        .find(|arg| arg.contains('\n'));
    if let Some(arg) = broken {
        let what = format!(
            "found an end of a line in “{}”; expected every argument in one line\n",
            harmless(&clipped(&arg, MOST_SHOWN))
        );
        return Err(command.error(ErrorKind::InvalidValue, what));
    }
    let matches = command.try_get_matches_from_mut(std::env::args_os())?;
    if let Some(name) = matches.subcommand_name() {
        // The app's options before a command would be passed over.
        let given = command
            .get_arguments()
            .filter(|arg| !["verbose", "quiet", "project"].contains(&arg.get_id().as_str()))
            .find(|arg| {
                matches
                    .try_contains_id(arg.get_id().as_str())
                    .is_ok_and(|known| known)
                    && matches.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine)
            })
            .map(ToString::to_string);
        if let Some(given) = given {
            let what = format!(
                "{given} before `{name}` is an option of the desktop app; put it behind `{name}`, \
                 if that knows it\n"
            );
            return Err(command.error(ErrorKind::ArgumentConflict, what));
        }
    }
    args::Args::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// Prints help, or what is wrong with the arguments.
///
/// # Errors
/// When help cannot be written.
fn print(said: &clap::Error) -> Result<ExitCode, Failure> {
    let steers = |arg: OsString| first_harmful(&arg.to_string_lossy(), false).is_some();
    if said.use_stderr() && std::env::args_os().any(steers) {
        // It names arguments as they are.
        let text = said.render().to_string();
        let _ = write!(std::io::stderr(), "{}", harmless_lines(&text));
        return Ok(ExitCode::from(2));
    }
    let printed = said.print().and_then(|()| std::io::stdout().flush());
    if said.use_stderr() {
        // Where nobody reads it, the exit code says it.
        return Ok(ExitCode::from(2));
    }
    printed?;
    Ok(ExitCode::SUCCESS)
}

/// Does what the arguments ask for.
fn perform(args: args::Args) -> Result<ExitCode, Failure> {
    let named = args.command.as_ref().and_then(args::Commands::project);
    use_project(named.or(args.project.folder.as_deref()))?;
    let Some(command) = args.command else {
        return desktop(&args.everywhere, args.app);
    };
    notes::begin(&args.everywhere, None)?;
    match command {
        args::Commands::Run(run) => run::run(&run),
        args::Commands::Doctor(doctor) => doctor::doctor(&doctor),
        args::Commands::Replay(replay) => replay::replay(&replay),
        args::Commands::Check(check) => replay::check(&check),
        args::Commands::Calls(calls) => models::calls(&calls),
        args::Commands::Policies(policies) => policies::policies(&policies),
        args::Commands::Agree(agree) => agree::agree(&agree),
        args::Commands::Bench(bench) => bench::bench(&bench),
        args::Commands::Demos(demos) => learn::demos(&demos),
        args::Commands::Export(export) => learn::export(&export),
        args::Commands::Train(train) => train::train(&train),
        args::Commands::Evaluate(evaluate) => learn::evaluate(&evaluate),
        args::Commands::Lessons(lessons) => lessons::lessons(&lessons),
        args::Commands::Gold(gold) => gold::gold(&gold),
        args::Commands::Torture(torture) => torture::torture(&torture),
        args::Commands::New(new) => own::new(&new),
        args::Commands::Completions(completions) => help::completions(&completions),
        args::Commands::Man(man) => help::man(&man),
        args::Commands::Licences => licences::licences(),
    }
}

/// Looks for files in the project of `--data`, or else of `COLLEGIUM_DATA`.
fn use_project(named: Option<&Path>) -> Result<(), Failure> {
    if let Some(folder) = named {
        return files::use_data(folder).map_err(|error| anyhow::anyhow!("--data {error}"));
    }
    match std::env::var_os("COLLEGIUM_DATA").filter(|folder| !folder.is_empty()) {
        Some(folder) => files::use_data(Path::new(&folder))
            .map_err(|error| anyhow::anyhow!("COLLEGIUM_DATA={error}")),
        None => Ok(()),
    }
}

/// Says what went wrong on standard error.
fn report(error: &Failure) {
    let text = harmless_lines(&format!("{error:#}")).into_owned();
    // Where nobody reads it, the exit code says it.
    let _ = writeln!(std::io::stderr(), "collegium: {text}");
}

#[cfg(feature = "desktop")]
fn desktop(everywhere: &args::Everywhere, app: args::AppArgs) -> Result<ExitCode, Failure> {
    let warnings = crate::desktop::Warnings::default();
    notes::begin(everywhere, Some(Box::new(warnings.clone())))?;
    crate::desktop::run(app.options()?, warnings)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(not(feature = "desktop"))]
fn desktop(_: &args::Everywhere, _: args::AppArgs) -> Result<ExitCode, Failure> {
    anyhow::bail!(
        "this build has no desktop app; run the campus headless with `collegium run --days 1`"
    )
}
