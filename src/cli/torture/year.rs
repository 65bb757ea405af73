//! A simulated year whose process is killed every simulated week and started again.

use super::{Failure, Ground, Part, at};
use crate::cli::child::{End, kill_when};
use collegium_core::time::{DAY, SimTime};
use collegium_sim::record::{SaveFile, save_path};
use std::{cell::Cell, path::Path, time::Duration};

pub(super) const PART: Part = Part {
    name: "year",
    about: "a year of 25 people is killed every simulated week and gone on with; it verifies",
    share: 0,
    run,
};

const DAYS: u32 = 365;
const WEEK: u32 = 7;

/// How long one waits between two looks into the save.
const LOOK: Duration = Duration::from_millis(20);

/// The moment of the newest event of a save, which its program is writing.
fn reached(save: &Path) -> Option<SimTime> {
    let events = SaveFile::look(save).ok()?.events(None, 1).ok()?;
    Some(events.last()?.at)
}

fn run(ground: &mut Ground<'_>) -> Result<(), Failure> {
    let days = DAYS.to_string();
    let begin = ["run", "--days", &days, "--saves", ".", "--save", "year"];
    let resume = ["run", "--resume", "year", "--days", &days, "--saves", "."];
    let save = save_path(ground.folder, "year");
    let mut week = 1;
    loop {
        let arguments: &[&str] = if week == 1 { &begin } else { &resume };
        let due = SimTime(week * WEEK * DAY);
        let looked = Cell::new(0_u32);
        let ripe = || {
            looked.set(looked.get() + 1);
            std::thread::sleep(LOOK);
            reached(&save).is_some_and(|now| now >= due)
        };
        match kill_when(at(ground.folder, arguments)?, ground.stop, ripe)? {
            End::Killed => ground.tried("kills", Ok(())),
            End::Own(status) if status.success() => break,
            End::Own(status) => {
                let why = format!("the run ended with {status} in week {week}");
                ground.failed(why);
                return Ok(());
            }
        }
        week += 1;
    }
    let verify = ["replay", "year", "--saves", ".", "--verify"];
    for arguments in [&["check", "year", "--saves", "."][..], &verify] {
        let found = ground.works(ground.folder, arguments)?;
        ground.tried(arguments[0], found.map(drop));
    }
    Ok(())
}
