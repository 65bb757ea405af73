//! What is measured on the program as people start it: a year that is killed and gone on with, and
//! the window over a short and a long save.

use super::{Failure, GrowthArgs, meter::Folder, meter::size_of_save};
use crate::cli::{
    bench::median,
    child::{End, done, kill_when, now, output, program},
    signals::Stop,
};
use serde::Serialize;
use std::{fs, path::Path, process::Command};

/// A run of many days that is killed on its way and gone on with.
#[derive(Debug, Serialize)]
pub(super) struct Year {
    pub days: u32,
    /// How often the process was killed.
    pub kills: u32,
    /// Seconds by the wall clock, over all its processes.
    pub seconds: f64,
    pub save_bytes: u64,
    /// Whether running it again from its beginning comes to every row of it.
    pub verified: bool,
    /// Seconds by the wall clock to find that out.
    pub verify_seconds: f64,
}

/// The window's start: seconds by the wall clock until a first whole picture is drawn, the campus
/// is saved and the program has ended.
#[derive(Debug, Serialize)]
pub(super) struct AppStart {
    /// With the save of a day.
    pub day_seconds: f64,
    /// With the save of the long run.
    pub run_seconds: f64,
    /// The second beside the first.
    pub beside_day: f64,
}

/// This program with some arguments and the folder of the saves.
fn saving(arguments: &[&str], folder: &Folder) -> Result<Command, Failure> {
    let mut program = program(arguments)?;
    program.arg("--saves").arg(folder.path());
    Ok(program)
}

/// Lives many days, is killed when its save holds a third of what it should come to, and again at
/// two thirds, and verifies what came of it.
pub(super) fn year(
    options: &GrowthArgs,
    people: usize,
    days: u32,
    bytes_a_day: f64,
    folder: &Folder,
    stop: &Stop,
) -> Result<Year, Failure> {
    let (people, all) = (people.to_string(), days.to_string());
    let save = folder.save("year");
    let begin = [
        "run",
        "--scenario",
        &options.scenario,
        "--agents",
        &people,
        "--days",
        &all,
        "--save",
        "year",
    ];
    let resume = ["run", "--resume", "year", "--days", &all];
    let mut kills = 0;
    let watch = now();
    for third in 1..=3_u32 {
        let words: &[&str] = if third == 1 { &begin } else { &resume };
        let program = saving(words, folder)?;
        if third == 3 {
            done(program, stop)?;
            break;
        }
        let due = bytes_a_day * f64::from(days * third) / 3.0;
        match kill_when(program, stop, || size_of_save(&save) as f64 >= due)? {
            End::Killed => kills += 1,
            End::Own(status) => anyhow::ensure!(status.success(), "a run ended with {status}"),
        }
    }
    let seconds = watch.elapsed().as_secs_f64();
    let watch = now();
    let mut verify = saving(&["replay", "year", "--verify"], folder)?;
    let verified = output(&mut verify, stop)?.status.success();
    Ok(Year {
        days,
        kills,
        seconds,
        save_bytes: size_of_save(&save),
        verified,
        verify_seconds: watch.elapsed().as_secs_f64(),
    })
}

/// Starts the window with the save of a day and with that of the long run, in turn.
pub(super) fn app_start(
    options: &GrowthArgs,
    day: &Path,
    run: &Path,
    folder: &Folder,
    stop: &Stop,
) -> Result<AppStart, Failure> {
    let (mut days, mut runs) = (Vec::new(), Vec::new());
    for _ in 0..options.repeats {
        for (save, all) in [(day, &mut days), (run, &mut runs)] {
            // The window goes on with its save: each start gets one as it was.
            fs::copy(save, folder.save("start"))?;
            let picture = folder.path().join("start.png");
            let picture = picture.to_string_lossy();
            let mut program = saving(&["--resume", "start", "--after", "0"], folder)?;
            program.args(["--screenshot", &picture]);
            let watch = now();
            done(program, stop)?;
            all.push(watch.elapsed().as_secs_f64());
        }
    }
    let (day_seconds, run_seconds) = (median(days), median(runs));
    Ok(AppStart {
        day_seconds,
        run_seconds,
        beside_day: run_seconds / day_seconds,
    })
}
