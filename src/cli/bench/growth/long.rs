//! The run of many days, and its last week beside its first.

use super::{
    super::{super::signals::Stop, args::GrowthArgs, median},
    Failure, RUN_SAVE, begin, live,
    meter::{Folder, memory, size_of_save},
    resume,
};
use collegium_core::time::{DAY, HOUR};
use collegium_sim::simulation::{Campus, Saver};
use indicatif::ProgressBar;
use serde::Serialize;

/// Days of a week.
pub(super) const WEEK: u32 = 7;

/// The save of the first week, while it is lived again.
const FIRST_SAVE: &str = "first";

/// Simulated seconds that one campus lives before it is the other's turn: whatever else the machine
/// does then slows both.
const TURN: u32 = 3 * HOUR;

/// A run of many days.
#[derive(Debug, Serialize)]
pub(super) struct Run {
    pub(super) people: usize,
    pub(super) days: u32,
    pub(super) weeks: Vec<Week>,
    /// The last whole week's speed as a share of the first's, both lived in turn; none for less than
    /// two weeks.
    pub(super) last_beside_first: Option<f64>,
    /// The same of events a second: in the last week more may happen than in the first.
    pub(super) last_beside_first_by_events: Option<f64>,
    pub(super) seconds: f64,
    pub(super) save_bytes: u64,
    pub(super) save_bytes_a_day: f64,
    /// The most bytes the process ever held (VmHWM); none where the system does not tell.
    pub(super) peak_bytes: Option<u64>,
    /// Seconds to open the save, check it and rebuild the campus.
    pub(super) resume_seconds: f64,
    /// The same beside the save after the first day.
    pub(super) resume_beside_day: f64,
}

/// Some days of a run.
#[derive(Debug, Serialize)]
pub(super) struct Week {
    /// The last day of it, counted from 1.
    pub(super) until_day: u32,
    /// How many days it has; the last may be short.
    pub(super) days: u32,
    /// Agent-steps of ten simulated seconds a second: the median of its days.
    pub(super) steps_per_second: f64,
    /// Seconds for all its days.
    pub(super) seconds: f64,
    /// The save at its end, in bytes.
    pub(super) save_bytes: u64,
    /// Memory in use at its end, in bytes; none where the system does not tell.
    pub(super) resident_bytes: Option<u64>,
}

/// The run of many days. While its last whole week is lived, another campus lives the first.
pub(super) fn long(
    options: &GrowthArgs,
    people: usize,
    folder: &Folder,
    bar: &ProgressBar,
    stop: &Stop,
) -> Result<Run, Failure> {
    let path = folder.save(RUN_SAVE);
    let (mut campus, mut saver) = begin(options, people, &path)?;
    let start = campus.clock().start;
    let mut weeks = Vec::new();
    let mut week: Vec<(f64, f64)> = Vec::new();
    let whole = options.days / WEEK;
    let last_week = (whole.max(2) - 1) * WEEK..whole * WEEK;
    let mut first: Option<(Campus, Saver)> = None;
    // Of the last week, and of the first beside it.
    let mut in_turns = [Lived::default(); 2];
    for day in 1..=options.days {
        if day == last_week.start + 1 && !last_week.is_empty() {
            first = Some(begin(options, people, &folder.save(FIRST_SAVE))?);
        }
        let before = campus.steps().run;
        let end = start.plus(day * DAY);
        let seconds = match &mut first {
            None => live(&mut campus, &mut saver, end, stop)?,
            Some(first) => {
                let two = [(&mut campus, &mut saver), (&mut first.0, &mut first.1)];
                let lived = in_turn(two, stop)?;
                for (all, day) in in_turns.iter_mut().zip(lived) {
                    all.steps += day.steps;
                    all.events += day.events;
                    all.seconds += day.seconds;
                }
                lived[0].seconds
            }
        };
        if day == last_week.end {
            first = None;
        }
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
    let save_bytes = size_of_save(&path);
    let beside = |of: fn(&Lived) -> f64| {
        let [last, first] = in_turns.map(|week| of(&week) / week.seconds);
        (!last_week.is_empty()).then_some(last / first)
    };
    Ok(Run {
        people,
        days: options.days,
        last_beside_first: beside(|week| week.steps),
        last_beside_first_by_events: beside(|week| week.events),
        seconds: weeks.iter().map(|w| w.seconds).sum(),
        weeks,
        save_bytes,
        save_bytes_a_day: save_bytes as f64 / f64::from(options.days),
        peak_bytes,
        resume_seconds: resume(&path, options.repeats)?,
        resume_beside_day: f64::NAN,
    })
}

/// What was lived, and how many seconds of the wall clock it took.
#[derive(Clone, Copy, Default)]
struct Lived {
    steps: f64,
    events: f64,
    seconds: f64,
}

/// A day of two campuses, a turn each: what each has lived.
fn in_turn(mut two: [(&mut Campus, &mut Saver); 2], stop: &Stop) -> Result<[Lived; 2], Failure> {
    let mut lived = [Lived::default(); 2];
    for _ in 0..DAY / TURN {
        for ((campus, saver), lived) in two.iter_mut().zip(&mut lived) {
            let (steps, events) = (campus.steps().run, campus.head().events);
            let end = campus.clock().now.plus(TURN);
            lived.seconds += live(campus, saver, end, stop)?;
            lived.steps += (campus.steps().run - steps) as f64;
            lived.events += (campus.head().events - events) as f64;
        }
    }
    Ok(lived)
}
