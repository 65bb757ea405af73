//! Sixteen runs are started at once in one folder: each has a save of its own, which is whole and
//! is what its scenario comes to.

use super::{Failure, Ground, Part, at, good};
use crate::cli::child::Running;
use std::fs;

pub(super) const PART: Part = Part {
    name: "crowd",
    about: "sixteen runs are started at once in one folder; each has a save, and it verifies",
    share: 2,
    run,
};

/// How many processes at once.
const MANY: u64 = 16;

fn run(ground: &mut Ground<'_>) -> Result<(), Failure> {
    let mut round = 0;
    while ground.time() {
        let saves = ground.place(&format!("round-{round}"))?;
        let mut children = Vec::new();
        for one in 0..MANY {
            let seed = (round * MANY + one).to_string();
            let arguments = [
                "run",
                "--scenario",
                "quick-look",
                "--days",
                "2",
                "--saves",
                ".",
                "--seed",
                &seed,
            ];
            let mut program = at(&saves, &arguments)?;
            let running = Running::start(&mut program)?;
            children.push((program, running));
        }
        for (program, running) in children {
            let output = running.end(ground.stop)?;
            ground.tried("runs", good(&program, &output));
        }
        let mut names: Vec<String> = fs::read_dir(&saves)?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        names.sort();
        if names.len() as u64 != MANY {
            let found = format!(
                "{} files where {MANY} saves should be: {names:?}",
                names.len()
            );
            ground.failed(found);
        }
        for name in &names {
            let verified = ground.works(&saves, &["replay", name, "--saves", ".", "--verify"])?;
            match verified {
                Ok(_) => ground.count("saves verified", 1),
                Err(why) => ground.failed(why),
            }
        }
        if ground.trial.failed.is_empty() {
            fs::remove_dir_all(&saves)?;
        }
        round += 1;
    }
    Ok(())
}
