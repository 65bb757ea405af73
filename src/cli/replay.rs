//! `collegium replay`: the event log of a save, in words or as JSON, and its verification.

use super::{
    Failure, args,
    out::{json, out},
};
use collegium_core::{
    input::{meant, there_are},
    text::harmless,
};
use collegium_sim::{
    record::{Logged, SaveFile, check_name, save_path},
    simulation::{self, setting},
    tools::{
        Names,
        tell::{ENGLISH, is_told},
    },
};
use std::{io::Write as _, process::ExitCode};

/// Prints or verifies a save.
///
/// # Errors
/// When the save is refused, or nobody has the name asked for.
pub fn replay(options: &args::ReplayArgs) -> Result<ExitCode, Failure> {
    let name = options
        .save
        .strip_suffix(".campus")
        .unwrap_or(&options.save);
    check_name(name)?;
    let path = save_path(&options.saves, name);
    if options.verify {
        verify(options, &path)
    } else {
        print(options, &path)
    }
}

/// Checks the rows of a save, runs its scenario again from the beginning to where it stands, and
/// compares.
fn verify(options: &args::ReplayArgs, path: &std::path::Path) -> Result<ExitCode, Failure> {
    let found = simulation::verify(path)?;
    let mut out = out();
    if options.json {
        let told = serde_json::json!({"verified": found.differs.is_none(), "log_hash": found.kept,
            "replayed_hash": found.found, "events": found.events, "calls": found.calls,
            "differs": found.differs});
        writeln!(out, "{}", json(&told)?)?;
    } else if let Some(why) = &found.differs {
        writeln!(
            out,
            "not the same: {why} (the save has {}, a run from its beginning gives {}; another version of Collegium made it, or it was changed)",
            found.kept, found.found
        )?;
    } else {
        writeln!(
            out,
            "verified: {} events until {}, hash {}",
            found.events, found.until, found.kept
        )?;
    }
    Ok(match found.differs {
        None => ExitCode::SUCCESS,
        Some(_) => ExitCode::FAILURE,
    })
}

/// Checks that the rows of a save are as they were written, without running it.
///
/// # Errors
/// When they are not, or the save is refused.
pub fn check(options: &args::CheckArgs) -> Result<ExitCode, Failure> {
    let name = options
        .save
        .strip_suffix(".campus")
        .unwrap_or(&options.save);
    check_name(name)?;
    let save = SaveFile::look(&save_path(&options.saves, name))?;
    save.check_rows()?;
    writeln!(out(), "{name}: every row is as it was written")?;
    Ok(ExitCode::SUCCESS)
}

/// The newest events, oldest first: all of them, or those that a reader is told of.
fn newest(
    save: &SaveFile,
    agent: Option<u32>,
    last: usize,
    all: bool,
) -> Result<Vec<Logged>, Failure> {
    let mut most = last;
    loop {
        let mut events = save.events(agent, most)?;
        let whole = events.len() < most;
        events.retain(|e| all || is_told(&e.occurrence.event));
        if all || whole || events.len() >= last {
            events.drain(..events.len().saturating_sub(last));
            return Ok(events);
        }
        // Most of what is not told stands between what is.
        most = most.saturating_mul(4).min(usize::MAX >> 1);
    }
}

fn print(options: &args::ReplayArgs, path: &std::path::Path) -> Result<ExitCode, Failure> {
    let save = SaveFile::look(path)?;
    let people = save.people()?;
    let agent = match &options.agent {
        None => None,
        Some(name) => {
            let names: Vec<&str> = people.iter().map(|(_, n)| n.as_str()).collect();
            let found = meant(name, names.iter().copied()).and_then(|i| people.get(i));
            let person = found.ok_or_else(|| {
                let there = there_are(name, &names);
                anyhow::anyhow!("--agent “{name}”: nobody of that name is in the save{there}")
            })?;
            Some(person.0)
        }
    };
    let mut out = out();
    let (scenario, map) = setting(&save.header()?, path)?;
    let names = Names {
        map: &map,
        scenario: &scenario,
    };
    let all = options.all || options.json;
    for event in newest(&save, agent, options.last, all)? {
        if options.json {
            writeln!(out, "{}", json(&event.json(&ENGLISH, &names)?)?)?;
        } else {
            // One line an event, whatever was said.
            let text = event.text(&ENGLISH, &names).to_string();
            writeln!(out, "{}  {}", event.at, harmless(&text))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
