//! A run whose minds are driven by models that answer badly every fifth time; one of its two
//! servers dies in the middle. The run goes on to its end, is whole, and can be replayed without
//! them.

use super::{Failure, Ground, Part, at, good};
use crate::cli::child::{Running, now};
use anyhow::Context as _;
use mock_llm::{Options, Server};
use serde_json::Value;
use std::{fs, thread, time::Duration};

pub(super) const PART: Part = Part {
    name: "faults",
    about: "models answer badly every fifth time and one of two servers dies; the run goes on, and \
            verifies",
    share: 4,
    run,
};

/// The share of requests that meet a fault.
const FAULTS: f64 = 0.2;

/// How many requests the first server answers before it dies.
const DIES_AFTER: usize = 60;

/// How long a run may take, in seconds; one that hangs is a failure.
const PATIENCE: u64 = 600;

fn run(ground: &mut Ground<'_>) -> Result<(), Failure> {
    let mut round = 0;
    while ground.time() {
        let folder = ground.place(&format!("round-{round}"))?;
        let found = one(ground, &folder, round)?;
        let failed = found.is_err();
        ground.tried("runs", found);
        if !failed {
            fs::remove_dir_all(&folder)?;
        }
        round += 1;
    }
    Ok(())
}

/// A server with faults.
fn server(seed: u64) -> Result<Server, Failure> {
    Server::start(Options {
        seed,
        fault_rate: FAULTS,
        drip: Duration::from_millis(50),
        ..Options::default()
    })
    .context("a model server on 127.0.0.1")
}

/// Two profiles: one that dies, and one that is asked in its place.
fn settings(first: &Server, second: &Server) -> String {
    let profile = |name: &str, server: &Server, more: &str| {
        format!(
            "[models.{name}]\napi = \"openai\"\nbase_url = \"{}/v1\"\nmodel = \"mock-llm\"\n\
             timeout_seconds = 0.4\nbackoff_seconds = 0.02\nbreaker_seconds = 1\n{more}\n",
            server.url()
        )
    };
    let profiles = [
        profile("first", first, "step_down = \"second\"\n"),
        profile("second", second, ""),
    ];
    format!("{}{}[minds]\nmodel = \"first\"\n", profiles[0], profiles[1])
}

/// A run of some hours.
fn one(
    ground: &mut Ground<'_>,
    folder: &std::path::Path,
    round: u64,
) -> Result<Result<(), String>, Failure> {
    let seed = round.wrapping_mul(2);
    let (first, second) = (server(seed)?, server(seed.wrapping_add(1))?);
    fs::write(folder.join("collegium.toml"), settings(&first, &second))?;
    let seed = round.to_string();
    let mut program = at(
        folder,
        &[
            "run",
            "--agents",
            "8",
            "--hours",
            "12",
            "--mind",
            "model",
            "--seed",
            &seed,
            "--saves",
            ".",
            "--save",
            "one",
            "--json",
            "--settings",
            "collegium.toml",
        ],
    )?;
    let mut running = Running::start(&mut program)?;
    let began = now();
    let mut first = Some(first);
    let output = loop {
        if let Some(output) = running.ended(ground.stop)? {
            break output;
        }
        if began.elapsed() > Duration::from_secs(PATIENCE) {
            let said = running.kill()?.stderr;
            let said = String::from_utf8_lossy(&said);
            return Ok(Err(format!(
                "it hung for {PATIENCE} s (seed {round}): {}",
                said.trim()
            )));
        }
        if first
            .as_ref()
            .is_some_and(|server| server.count() >= DIES_AFTER)
            && let Some(dead) = first.take()
        {
            ground.count("requests before one died", dead.count() as u64);
            drop(dead);
            ground.count("servers that died", 1);
        }
        thread::sleep(Duration::from_millis(5));
    };
    if let Err(why) = good(&program, &output) {
        return Ok(Err(why));
    }
    let told: Value = match serde_json::from_slice(&output.stdout) {
        Ok(told) => told,
        Err(error) => return Ok(Err(format!("it printed no JSON: {error}"))),
    };
    for figure in ["requests", "ok", "repaired", "fallback"] {
        let count = told
            .pointer(&format!("/model/{figure}"))
            .and_then(Value::as_u64);
        ground.count(figure, count.unwrap_or(0));
    }
    if first.is_some() {
        ground.count("runs in which no server died", 1);
    }
    let verified = ground.works(folder, &["replay", "one", "--saves", ".", "--verify"])?;
    Ok(verified.map(drop))
}
