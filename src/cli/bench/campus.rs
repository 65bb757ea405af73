//! `collegium bench campus`: how fast a campus steps as an environment, and what observations,
//! minds and heads cost. One thread, nothing saved.

use super::{
    super::{
        Failure,
        out::{json, out},
        scenarios::scenario_file,
    },
    args::CampusArgs,
    median,
};
use collegium_core::{ids::AgentId, time::DAY};
use collegium_learning::{
    collect::{Episode, Field},
    conduct_options::ConductChoice,
};
use collegium_sim::{
    conduct::{Decider, Mounted, Whom},
    simulation::Campus,
};
use serde::Serialize;
use std::{
    io::Write as _,
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

/// What is measured of a campus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Mode {
    /// As it runs.
    Plain,
    /// With everybody's observation and mask after every tick.
    Observed,
    /// With the head that was named for everybody, observed at decision points only.
    Head,
    /// With a head of its own for everybody.
    OwnHeads,
}

impl Mode {
    const ALL: [(Mode, &'static str); 4] = [
        (Mode::Plain, "built-in rule"),
        (Mode::Observed, "and everybody observed each tick"),
        (Mode::Head, "one head for everybody"),
        (Mode::OwnHeads, "a head of its own for each"),
    ];
}

/// What was found: medians over the repeats.
#[derive(Debug, Serialize)]
struct Found {
    people: usize,
    mode: Mode,
    /// Agent-steps of ten simulated seconds a second, of the ticks that were run.
    steps_per_second: f64,
    /// The same of the ticks in which nobody is asked anything: people walk, and notice whom they
    /// pass.
    quiet_steps_per_second: f64,
    /// The share of the ticks that were run in which nobody is asked.
    quiet_share: f64,
    /// Seconds of wall time for a simulated day.
    day_seconds: f64,
    /// Decisions of conduct in the day.
    decisions: u32,
}

/// Measures campuses of several sizes.
///
/// # Errors
/// When the scenario or the head is refused, or standard output cannot be written.
pub fn bench(options: &CampusArgs) -> Result<ExitCode, Failure> {
    let Decider::Head(head) = ConductChoice::of(&options.head).decider()? else {
        anyhow::bail!(
            "--head {}: expected the name of a head, such as bc",
            options.head
        )
    };
    let mut out = out();
    let mut all = Vec::new();
    if !options.json {
        writeln!(
            out,
            "people  what                                steps/s   with nobody asked   (of ticks)   a day"
        )?;
    }
    for people in &options.persons {
        let field = Field::open(&scenario_file("first-week")?, Some(*people), true)?;
        for (mode, what) in Mode::ALL {
            let found = measure(&field, mode, &head, options.repeats)?;
            if !options.json {
                writeln!(
                    out,
                    "{:>6}  {what:<32} {:>10.0} {:>19.0} {:>11.0} % {:>7.3} s",
                    found.people,
                    found.steps_per_second,
                    found.quiet_steps_per_second,
                    100.0 * found.quiet_share,
                    found.day_seconds
                )?;
            }
            all.push(found);
        }
    }
    if options.json {
        writeln!(out, "{}", json(&all)?)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn measure(field: &Field, mode: Mode, head: &Arc<Mounted>, repeats: u32) -> Result<Found, Failure> {
    let (mut all, mut quiet, mut days, mut share, mut decisions) =
        (Vec::new(), Vec::new(), Vec::new(), 0.0, 0);
    for repeat in 0..repeats {
        let mut campus = field.campus(Episode {
            seed: 1 + u64::from(repeat),
            weekday: None,
            days: 1,
        });
        prepare(&mut campus, mode, head)?;
        let people = campus.people() as f64;
        let day = live(&mut campus);
        let total = (day.quiet + day.asked).as_secs_f64();
        all.push((day.quiet_ticks + day.asked_ticks) as f64 * people / total);
        quiet.push(day.quiet_ticks as f64 * people / day.quiet.as_secs_f64());
        days.push(total);
        share = day.quiet_ticks as f64 / (day.quiet_ticks + day.asked_ticks).max(1) as f64;
        decisions = campus
            .conduct()
            .counts()
            .get(collegium_sim::conduct::Count::Decisions);
    }
    Ok(Found {
        people: field.scenario().people.len(),
        mode,
        steps_per_second: median(all),
        quiet_steps_per_second: median(quiet),
        quiet_share: share,
        day_seconds: median(days),
        decisions,
    })
}

/// Mounts heads, or has everybody observed.
fn prepare(campus: &mut Campus, mode: Mode, head: &Arc<Mounted>) -> Result<(), Failure> {
    match mode {
        Mode::Plain => {}
        Mode::Observed => campus.watch(true),
        Mode::Head => drop(campus.mount(&Whom::Everybody, &Decider::Head(Arc::clone(head)))),
        Mode::OwnHeads => {
            for i in 0..campus.people() {
                let mut parts = head.parts().clone();
                parts.name = format!("{}-{i}", parts.name);
                let own = Mounted::try_from(parts)?;
                campus.mount(
                    &Whom::Person(AgentId(i as u32)),
                    &Decider::Head(Arc::new(own)),
                );
            }
        }
    }
    Ok(())
}

/// The wall time of a day, by whether anybody was asked.
#[derive(Default)]
struct Day {
    quiet: Duration,
    quiet_ticks: u64,
    asked: Duration,
    asked_ticks: u64,
}

#[expect(clippy::disallowed_methods, reason = "wall time is what is measured")]
fn live(campus: &mut Campus) -> Day {
    let mut day = Day::default();
    let end = campus.clock().start.plus(DAY);
    while campus.clock().now < end {
        let asks = campus.asks();
        let began = Instant::now();
        campus.step(end);
        let took = began.elapsed();
        if asks {
            day.asked += took;
            day.asked_ticks += 1;
        } else {
            day.quiet += took;
            day.quiet_ticks += 1;
        }
    }
    day
}
