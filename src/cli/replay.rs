//! `collegium replay`: the event log of a save, in words or as JSON, and its verification.

use super::{
    Failure, args,
    out::{json, out},
};
use collegium_core::{
    input::{did_you_mean, meant},
    text::harmless,
};
use collegium_sim::{
    record::{Logged, SaveFile, check_name, save_path},
    simulation::{Campus, Replay as Playback, load, setting},
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
pub fn replay(options: &args::Replay) -> Result<ExitCode, Failure> {
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

/// Runs a save's scenario from the beginning to where the save stands, and compares the hashes.
fn verify(options: &args::Replay, path: &std::path::Path) -> Result<ExitCode, Failure> {
    let (saved, saver) = load(path, 1, 3600)?;
    saver.check_pages()?;
    let mut again = Campus::new(saved.scenario().clone(), saved.map().clone(), 1);
    again.keep_events(false);
    let cassette = saver.cassette()?;
    let calls = cassette.rows.len();
    // Every answer of a model and every vector comes from the save: no network is needed.
    Playback::new(&cassette)
        .with_vectors(saver.vectors()?)
        .with_changes(saved.conduct().history())
        .run_until(&mut again, saved.clock().now)?;
    let (kept, found) = (saved.head().hex(), again.head().hex());
    let same = kept == found;
    let mut out = out();
    if options.json {
        let told = serde_json::json!({"verified": same, "log_hash": kept, "replayed_hash": found,
            "events": saved.head().events, "calls": calls});
        writeln!(out, "{}", json(&told)?)?;
    } else if same {
        writeln!(
            out,
            "verified: {} events until {}, hash {kept}",
            saved.head().events,
            saved.clock().now
        )?;
    } else {
        writeln!(
            out,
            "not the same: the save has {kept}, a run from its beginning gives {found} (another version of Collegium made it, or it was changed)"
        )?;
    }
    Ok(if same {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
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

fn print(options: &args::Replay, path: &std::path::Path) -> Result<ExitCode, Failure> {
    let save = SaveFile::open(path)?;
    let people = save.people()?;
    let agent = match &options.agent {
        None => None,
        Some(name) => {
            let found =
                meant(name, people.iter().map(|(_, n)| n.as_str())).and_then(|i| people.get(i));
            let near = did_you_mean(name, people.iter().map(|(_, n)| n.as_str()));
            Some(
                found
                    .ok_or_else(|| {
                        anyhow::anyhow!(
                            "--agent “{name}”: nobody of that name is in the save{near}"
                        )
                    })?
                    .0,
            )
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
