//! `collegium bench growth`: what a run costs as it grows, in days and in people. One core,
//! recording on, the built-in mind.

mod aims;
mod fit;
mod long;
mod meter;
mod others;
mod sizes;
mod told;

use super::{
    super::{
        Failure,
        out::{json, out},
        progress::bar,
        scenarios::scenario_file,
        signals::Stop,
    },
    args::GrowthArgs,
    median,
};
use collegium_core::time::{HOUR, SimTime};
use collegium_sim::{
    campus::scenario::{self, Overrides},
    simulation::{Campus, Saver, load},
};
use fit::Exponents;
use long::{Run, long};
#[cfg(feature = "desktop")]
pub(super) use meter::memory;
use meter::{Folder, Watch, cpu_seconds};
use others::{AppStart, Year, app_start, year};
use serde::Serialize;
use sizes::{Size, one_day};
use std::{io::Write as _, path::Path, process::ExitCode, sync::Arc};

/// The save of the long run, and that of a day of the first number of people.
const RUN_SAVE: &str = "run";
const DAY_SAVE: &str = "day";

/// Everything that is found.
#[derive(Debug, Serialize)]
struct Growth {
    /// What seconds are: `cpu` time of the thread that steps where the system tells it, else
    /// `wall`.
    clock: &'static str,
    /// A run of many days.
    run: Run,
    /// One day of several numbers of people.
    sizes: Vec<Size>,
    /// A run of a year; none unless it was asked for.
    year: Option<Year>,
    /// How long the window takes to start; none unless it was asked for.
    app_start: Option<AppStart>,
    /// How costs grow.
    exponents: Exponents,
    /// What the figures are to be, and whether they are.
    aims: Vec<aims::Aim>,
}

/// Measures a long run, and days of several numbers of people. Asked to stop, it ends with nothing
/// told and nothing left.
///
/// # Errors
/// When a value is out of range, the scenario is refused, the saves cannot be written or read, or
/// standard output cannot be written.
pub fn bench(options: &GrowthArgs) -> Result<ExitCode, Failure> {
    let stop = Stop::listen();
    let folder = Folder::new()?;
    let found = measure(options, &folder, &stop);
    if stop.asked() {
        return Ok(stop.exit_code());
    }
    let growth = found?;
    let mut out = out();
    if options.json {
        writeln!(out, "{}", json(&growth)?)?;
    } else {
        growth.print(&mut out)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Takes all measurements.
fn measure(options: &GrowthArgs, folder: &Folder, stop: &Stop) -> Result<Growth, Failure> {
    let first = options.people.first().copied().unwrap_or(25);
    let days = options.days + options.repeats * options.people.len() as u32;
    let bar = bar(u64::from(days), options.json, "days");
    // The long run comes first: the peak of the process is then its own.
    let mut run = long(options, first, folder, &bar, stop)?;
    let sizes: Vec<Size> = options
        .people
        .iter()
        .map(|people| one_day(options, *people, folder, &bar, stop))
        .collect::<Result<_, _>>()?;
    bar.finish_and_clear();
    let year = options
        .year
        .map(|days| year(options, first, days, run.save_bytes_a_day, folder, stop))
        .transpose()?;
    let app_start = options
        .app
        .then(|| {
            app_start(
                options,
                &folder.save(DAY_SAVE),
                &folder.save(RUN_SAVE),
                folder,
                stop,
            )
        })
        .transpose()?;
    if let Some(day) = sizes.first() {
        run.resume_beside_day = run.resume_seconds / day.resume_seconds;
    }
    let exponents = Exponents::of(&run, &sizes);
    let clock = if cpu_seconds().is_some() {
        "cpu"
    } else {
        "wall"
    };
    let mut growth = Growth {
        clock,
        run,
        sizes,
        year,
        app_start,
        exponents,
        aims: Vec::new(),
    };
    growth.aims = growth.find_aims();
    Ok(growth)
}

/// Simulated seconds between two commits, as `collegium run` has them.
const AUTOSAVE: u32 = 3 * HOUR;

/// A campus of so many people with its save, as `collegium run` has it.
fn begin(options: &GrowthArgs, people: usize, save: &Path) -> Result<(Campus, Saver), Failure> {
    let overrides = Overrides {
        agents: Some(people),
        ..Overrides::default()
    };
    let (scenario, map) = scenario::load(&scenario_file(&options.scenario)?, overrides)?;
    let mut campus = Campus::new(Arc::new(scenario), Arc::new(map), 1);
    let saver = Saver::create(save, &mut campus, AUTOSAVE)?;
    Ok((campus, saver))
}

/// Lives until a moment, saving as it goes. Gives the seconds it took.
fn live(campus: &mut Campus, saver: &mut Saver, end: SimTime, stop: &Stop) -> Result<f64, Failure> {
    let watch = Watch::start();
    while campus.clock().now < end {
        anyhow::ensure!(!stop.asked(), "stopped");
        campus.run_until(saver.next().min(end));
        saver.commit_if_due(campus)?;
    }
    Ok(watch.seconds())
}

/// Seconds to go on with a save: the median of several times.
fn resume(path: &Path, repeats: u32) -> Result<f64, Failure> {
    let mut all = Vec::new();
    for _ in 0..repeats {
        let watch = Watch::start();
        let opened = load(path, 1, AUTOSAVE)?;
        all.push(watch.seconds());
        drop(opened);
    }
    Ok(median(all))
}
