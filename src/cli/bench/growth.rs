//! `collegium bench growth`: what a run costs as it grows, in days and in people. One core,
//! recording on, the built-in mind.

use super::{
    super::{
        Failure, args, learn,
        out::{json, out},
    },
    median,
};
use collegium_core::time::{DAY, HOUR, SimTime};
use collegium_sim::{
    campus::scenario::{self, Overrides},
    simulation::{Campus, Saver, load},
};
use indicatif::ProgressBar;
use serde::Serialize;
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Instant,
};

/// Days of a week.
const WEEK: u32 = 7;

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
    /// How costs grow.
    exponents: Exponents,
}

/// A run of many days.
#[derive(Debug, Serialize)]
struct Run {
    people: usize,
    days: u32,
    weeks: Vec<Week>,
    /// The last whole week's speed as a share of the first's; none for less than two weeks.
    last_beside_first: Option<f64>,
    seconds: f64,
    save_bytes: u64,
    save_bytes_a_day: f64,
    /// The most memory the process ever held (VmHWM); none where the system does not tell.
    peak_bytes: Option<u64>,
    /// Seconds to open the save, check it and rebuild the campus.
    resume_seconds: f64,
    /// The same beside the save after the first day.
    resume_beside_day: f64,
}

/// Some days of a run.
#[derive(Debug, Serialize)]
struct Week {
    /// The last day of it, counted from 1.
    until_day: u32,
    /// How many days it has; the last may be short.
    days: u32,
    /// Agent-steps of ten simulated seconds a second: the median of its days.
    steps_per_second: f64,
    /// Seconds for all its days.
    seconds: f64,
    /// The save at its end.
    save_bytes: u64,
    /// Memory in use at its end.
    resident_bytes: Option<u64>,
}

/// One day of so many people: medians over the repeats.
#[derive(Debug, Serialize)]
struct Size {
    people: usize,
    steps_per_second: f64,
    /// Beside the first number of people.
    beside_first: f64,
    seconds: f64,
    save_bytes: u64,
    resume_seconds: f64,
}

/// Exponents `b` of `cost = a · xᵇ`, fitted by least squares on logarithms; none where there are
/// fewer than two points.
#[derive(Debug, Serialize)]
struct Exponents {
    /// Seconds of a week by its number: 0 where the last costs what the first does.
    week_seconds_by_week: Option<f64>,
    /// The save by days: 1 where each day adds the same.
    save_by_days: Option<f64>,
    /// Memory in use by days: 0 where it stays.
    memory_by_days: Option<f64>,
    /// Seconds for an agent-step by people: 0 where it stays.
    step_seconds_by_people: Option<f64>,
    /// The save of a day by people: 1 where each person adds the same.
    save_by_people: Option<f64>,
}

/// Measures a long run, and days of several numbers of people.
///
/// # Errors
/// When a value is out of range, the scenario is refused, the saves cannot be written or read, or
/// standard output cannot be written.
pub fn bench(options: &args::Growth) -> Result<ExitCode, Failure> {
    let first = options.people.first().copied().unwrap_or(25);
    let folder = Folder::new()?;
    let days = options.days + options.repeats * options.people.len() as u32;
    let bar = learn::bar(u64::from(days), options.json, "days");
    // The long run comes first: the peak of the process is then its own.
    let mut run = long(options, first, &folder, &bar)?;
    let mut sizes: Vec<Size> = Vec::new();
    for people in &options.people {
        let mut size = one_day(options, *people, &folder, &bar)?;
        let beside = sizes
            .first()
            .map_or(size.steps_per_second, |s| s.steps_per_second);
        size.beside_first = size.steps_per_second / beside;
        sizes.push(size);
    }
    bar.finish_and_clear();
    if let Some(day) = sizes.first() {
        run.resume_beside_day = run.resume_seconds / day.resume_seconds;
    }
    let exponents = Exponents::of(&run, &sizes);
    let clock = if cpu_seconds().is_some() {
        "cpu"
    } else {
        "wall"
    };
    let growth = Growth {
        clock,
        run,
        sizes,
        exponents,
    };
    let mut out = out();
    if options.json {
        writeln!(out, "{}", json(&growth)?)?;
    } else {
        growth.print(&mut out)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Simulated seconds between two commits, as `collegium run` has them.
const AUTOSAVE: u32 = 3 * HOUR;

/// A campus of so many people with its save, as `collegium run` has it.
fn begin(options: &args::Growth, people: usize, save: &Path) -> Result<(Campus, Saver), Failure> {
    let overrides = Overrides {
        agents: Some(people),
        ..Overrides::default()
    };
    let (scenario, map) = scenario::load(&args::scenario_file(&options.scenario)?, overrides)?;
    let mut campus = Campus::new(Arc::new(scenario), Arc::new(map), 1);
    let saver = Saver::create(save, &mut campus, AUTOSAVE)?;
    Ok((campus, saver))
}

/// Lives until a moment, saving as it goes. Gives the seconds it took.
fn live(campus: &mut Campus, saver: &mut Saver, end: SimTime) -> Result<f64, Failure> {
    let watch = Watch::start();
    while campus.clock().now < end {
        campus.run_until(saver.next().min(end));
        saver.commit_if_due(campus)?;
    }
    Ok(watch.seconds())
}

/// The run of many days.
fn long(
    options: &args::Growth,
    people: usize,
    folder: &Folder,
    bar: &ProgressBar,
) -> Result<Run, Failure> {
    let path = folder.save("run");
    let (mut campus, mut saver) = begin(options, people, &path)?;
    let start = campus.clock().start;
    let mut weeks = Vec::new();
    let mut week: Vec<(f64, f64)> = Vec::new();
    for day in 1..=options.days {
        let before = campus.steps().run;
        let seconds = live(&mut campus, &mut saver, start.plus(day * DAY))?;
        week.push(((campus.steps().run - before) as f64 / seconds, seconds));
        bar.inc(1);
        if day % WEEK == 0 || day == options.days {
            weeks.push(Week {
                until_day: day,
                days: week.len() as u32,
                steps_per_second: median(week.iter().map(|d| d.0).collect()),
                seconds: week.iter().map(|d| d.1).sum(),
                save_bytes: saver.bytes()?,
                resident_bytes: memory("VmRSS:"),
            });
            week.clear();
        }
    }
    let peak_bytes = memory("VmHWM:");
    saver.commit(&mut campus)?;
    drop((campus, saver));
    let whole: Vec<f64> = weeks
        .iter()
        .filter(|w| w.days == WEEK)
        .map(|w| w.steps_per_second)
        .collect();
    let save_bytes = size_of_save(&path);
    Ok(Run {
        people,
        days: options.days,
        last_beside_first: (whole.len() > 1).then(|| whole[whole.len() - 1] / whole[0]),
        seconds: weeks.iter().map(|w| w.seconds).sum(),
        weeks,
        save_bytes,
        save_bytes_a_day: save_bytes as f64 / f64::from(options.days),
        peak_bytes,
        resume_seconds: resume(&path, options.repeats)?,
        resume_beside_day: f64::NAN,
    })
}

/// One day, several times.
fn one_day(
    options: &args::Growth,
    people: usize,
    folder: &Folder,
    bar: &ProgressBar,
) -> Result<Size, Failure> {
    let (mut speeds, mut times, mut bytes, mut resumes) =
        (Vec::new(), Vec::new(), 0, f64::INFINITY);
    for repeat in 0..options.repeats {
        let path = folder.save(&format!("{people}-{repeat}"));
        let (mut campus, mut saver) = begin(options, people, &path)?;
        let end = campus.clock().start.plus(DAY);
        let seconds = live(&mut campus, &mut saver, end)?;
        speeds.push(campus.steps().run as f64 / seconds);
        times.push(seconds);
        saver.commit(&mut campus)?;
        drop((campus, saver));
        bytes = size_of_save(&path);
        if repeat + 1 == options.repeats {
            resumes = resume(&path, options.repeats)?;
        }
        fs::remove_file(&path)?;
        bar.inc(1);
    }
    Ok(Size {
        people,
        steps_per_second: median(speeds),
        beside_first: 1.0,
        seconds: median(times),
        save_bytes: bytes,
        resume_seconds: resumes,
    })
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

/// The bytes of a save that is closed.
fn size_of_save(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |data| data.len())
}

/// Seconds that this thread has been on a core, where the system tells.
fn cpu_seconds() -> Option<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// A figure of this process's memory in bytes, where the system tells.
fn memory(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix(name))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// Measures time on a core, which other programs do not disturb, or else by the wall clock.
struct Watch {
    cpu: Option<f64>,
    wall: Instant,
}

impl Watch {
    #[expect(clippy::disallowed_methods, reason = "time is what is measured")]
    fn start() -> Self {
        Self {
            wall: Instant::now(),
            cpu: cpu_seconds(),
        }
    }

    fn seconds(&self) -> f64 {
        match (self.cpu, cpu_seconds()) {
            (Some(from), Some(to)) => to - from,
            _ => self.wall.elapsed().as_secs_f64(),
        }
    }
}

/// A folder for the saves of a measurement, which goes with it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self, Failure> {
        let name = format!("collegium-growth-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    fn save(&self, name: &str) -> PathBuf {
        self.0.join(format!("{name}.campus"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed lies in the system's folder for such things.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The exponent `b` of `y = a · xᵇ` through some points, by least squares on logarithms.
fn exponent(points: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let points: Vec<(f64, f64)> = points
        .filter(|(x, y)| *x > 0.0 && *y > 0.0)
        .map(|(x, y)| (x.ln(), y.ln()))
        .collect();
    let count = points.len() as f64;
    let mean_x = points.iter().map(|p| p.0).sum::<f64>() / count;
    let mean_y = points.iter().map(|p| p.1).sum::<f64>() / count;
    let spread: f64 = points.iter().map(|p| (p.0 - mean_x).powi(2)).sum();
    let shared: f64 = points.iter().map(|p| (p.0 - mean_x) * (p.1 - mean_y)).sum();
    (points.len() > 1 && spread > 0.0).then(|| shared / spread)
}

impl Exponents {
    fn of(run: &Run, sizes: &[Size]) -> Self {
        let weeks = || run.weeks.iter().filter(|w| w.days == WEEK);
        let by_days = |of: fn(&Week) -> f64| {
            exponent(run.weeks.iter().map(|w| (f64::from(w.until_day), of(w))))
        };
        let by_people =
            |of: fn(&Size) -> f64| exponent(sizes.iter().map(|s| (s.people as f64, of(s))));
        Self {
            week_seconds_by_week: exponent(
                weeks().map(|w| (f64::from(w.until_day / WEEK), w.seconds)),
            ),
            save_by_days: by_days(|w| w.save_bytes as f64),
            memory_by_days: by_days(|w| w.resident_bytes.unwrap_or(0) as f64),
            step_seconds_by_people: by_people(|s| 1.0 / s.steps_per_second),
            save_by_people: by_people(|s| s.save_bytes as f64),
        }
    }
}

/// Bytes as megabytes.
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

impl Growth {
    fn print(&self, out: &mut impl std::io::Write) -> Result<(), Failure> {
        let run = &self.run;
        writeln!(
            out,
            "{} people, {} days; seconds are {} time",
            run.people, run.days, self.clock
        )?;
        writeln!(
            out,
            "  until day     steps/s    seconds        save      memory"
        )?;
        for week in &run.weeks {
            let memory = week
                .resident_bytes
                .map_or_else(|| "–".to_owned(), |b| format!("{:.0} MB", megabytes(b)));
            writeln!(
                out,
                "  {:>9} {:>11.0} {:>10.2} {:>8.1} MB {memory:>11}",
                week.until_day,
                week.steps_per_second,
                week.seconds,
                megabytes(week.save_bytes)
            )?;
        }
        if let Some(share) = run.last_beside_first {
            writeln!(out, "last week beside the first  {share:>8.2}")?;
        }
        writeln!(out, "the whole run               {:>8.1} s", run.seconds)?;
        writeln!(
            out,
            "save                        {:>8.1} MB, {:.2} MB a day",
            megabytes(run.save_bytes),
            run.save_bytes_a_day / 1e6
        )?;
        if let Some(peak) = run.peak_bytes {
            writeln!(
                out,
                "peak memory                 {:>8.0} MB",
                megabytes(peak)
            )?;
        }
        writeln!(
            out,
            "resuming it                 {:>8.1} ms, {:.1} × that of a day",
            run.resume_seconds * 1e3,
            run.resume_beside_day
        )?;
        writeln!(
            out,
            "\none day\n  people     steps/s   beside    seconds        save   resuming"
        )?;
        for size in &self.sizes {
            writeln!(
                out,
                "  {:>6} {:>11.0} {:>8.2} {:>10.2} {:>8.1} MB {:>7.1} ms",
                size.people,
                size.steps_per_second,
                size.beside_first,
                size.seconds,
                megabytes(size.save_bytes),
                size.resume_seconds * 1e3
            )?;
        }
        let e = &self.exponents;
        writeln!(
            out,
            "\ncost = a · xᵇ, fitted                b   (b where nothing grows)"
        )?;
        for (what, fitted, aim) in [
            ("seconds of a week by week", e.week_seconds_by_week, 0),
            ("save by days", e.save_by_days, 1),
            ("memory by days", e.memory_by_days, 0),
            ("seconds of a step by people", e.step_seconds_by_people, 0),
            ("save of a day by people", e.save_by_people, 1),
        ] {
            let fitted = fitted.map_or_else(|| "–".to_owned(), |b| format!("{b:.2}"));
            writeln!(out, "  {what:<30} {fitted:>6}   ({aim})")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_are_those_of_powers() {
        let powers = |b: f64| (1..9).map(move |x| (f64::from(x), 3.0 * f64::from(x).powf(b)));
        for b in [-1.0, 0.0, 0.5, 2.0] {
            let fitted = exponent(powers(b)).unwrap();
            assert!((fitted - b).abs() < 1e-9, "{fitted} for {b}");
        }
        // One point, or several at one place, say nothing; what is not above nothing is left out.
        assert_eq!(exponent([(2.0, 3.0)].into_iter()), None);
        assert_eq!(exponent([(2.0, 3.0), (2.0, 4.0)].into_iter()), None);
        assert_eq!(exponent([(2.0, 3.0), (4.0, 0.0)].into_iter()), None);
    }
}
