//! A day of several numbers of people, each beside the first.

use super::{
    super::{super::signals::Stop, args::GrowthArgs, median},
    DAY_SAVE, Failure, begin, live,
    meter::{Folder, size_of_save},
    resume,
};
use collegium_core::time::DAY;
use indicatif::ProgressBar;
use serde::Serialize;
use std::{fs, path::Path};

/// How many days of the first number of people are lived right before a day of another number, and
/// as many right after: whatever else the machine does at the time then slows both.
const NEIGHBOURS: u32 = 4;

/// One day of so many people: medians over the repeats.
#[derive(Debug, Serialize)]
pub(super) struct Size {
    pub(super) people: usize,
    pub(super) steps_per_second: f64,
    /// Beside days of the first number of people, lived right before and after.
    pub(super) beside_first: f64,
    pub(super) seconds: f64,
    pub(super) save_bytes: u64,
    pub(super) resume_seconds: f64,
}

/// One day, several times.
pub(super) fn one_day(
    options: &GrowthArgs,
    people: usize,
    folder: &Folder,
    bar: &ProgressBar,
    stop: &Stop,
) -> Result<Size, Failure> {
    let first = options.people.first().copied().unwrap_or(people);
    let (mut speeds, mut shares, mut times) = (Vec::new(), Vec::new(), Vec::new());
    let (mut bytes, mut resumes) = (0, f64::INFINITY);
    for repeat in 0..options.repeats {
        let path = folder.save(&format!("{people}-{repeat}"));
        let neighbours = || -> Result<(f64, f64), Failure> {
            let path = folder.save("neighbour");
            let mut all = (0.0, 0.0);
            for _ in 0..if people == first { 0 } else { NEIGHBOURS } {
                let (steps, seconds) = live_day(options, first, &path, stop)?;
                all = (all.0 + steps, all.1 + seconds);
                fs::remove_file(&path)?;
            }
            Ok(all)
        };
        let before = neighbours()?;
        let (steps, seconds) = live_day(options, people, &path, stop)?;
        let after = neighbours()?;
        speeds.push(steps / seconds);
        times.push(seconds);
        let beside = (before.0 + after.0) / (before.1 + after.1);
        shares.push(if people == first {
            1.0
        } else {
            steps / seconds / beside
        });
        bytes = size_of_save(&path);
        if repeat + 1 == options.repeats {
            resumes = resume(&path, options.repeats)?;
        }
        // The first day of all is kept for the window.
        if repeat == 0 && people == first {
            fs::rename(&path, folder.save(DAY_SAVE))?;
        } else {
            fs::remove_file(&path)?;
        }
        bar.inc(1);
    }
    Ok(Size {
        people,
        steps_per_second: median(speeds),
        beside_first: median(shares),
        seconds: median(times),
        save_bytes: bytes,
        resume_seconds: resumes,
    })
}

/// A day of a new campus, and its save: the agent-steps, and the seconds they took.
fn live_day(
    options: &GrowthArgs,
    people: usize,
    path: &Path,
    stop: &Stop,
) -> Result<(f64, f64), Failure> {
    let (mut campus, mut saver) = begin(options, people, path)?;
    let end = campus.clock().start.plus(DAY);
    let seconds = live(&mut campus, &mut saver, end, stop)?;
    saver.commit(&mut campus)?;
    Ok((campus.steps().run as f64, seconds))
}
