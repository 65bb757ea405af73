//! `collegium run`: a campus headless, with a progress bar, a save and a summary.

use super::{Failure, args, models, summary::Summary};
use crate::{
    campus::scenario::{self, MOST_PEOPLE, Overrides},
    record::{check_name, free_name, save_path},
    simulation::{Campus, Correspondence, Saver, load},
    time::SimTime,
};
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    io::{IsTerminal as _, Write as _},
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

/// Simulated seconds between two looks at the progress bar and for Ctrl-C.
const STRETCH: u32 = 600;

/// Runs a campus headless.
///
/// # Errors
/// When a file is refused or the save cannot be written.
#[expect(clippy::disallowed_methods, reason = "the wall time of a run is what its summary reports")]
pub fn run(options: &args::Run) -> Result<ExitCode, Failure> {
    let every = args::autosave_seconds(options.autosave)?;
    anyhow::ensure!((1..=256).contains(&options.threads), "--threads {}: expected 1 to 256", options.threads);
    let (mut campus, mut saver, end) = match &options.resume {
        Some(name) => {
            check_name(name)?;
            let (mut campus, mut saver) = load(&save_path(&options.saves, name), options.threads, every)?;
            let end = args::end(options, campus.clock().start)?;
            let before = campus.vectors().id().to_owned();
            let embedder = models::embedder(&options.minds, &campus)?;
            saver.use_embedder(&mut campus, embedder)?;
            if before != campus.vectors().id() {
                let now = campus.vectors().id();
                writeln!(
                    std::io::stderr(),
                    "the save has vectors by {before}; from now on they are made by {now}, all anew"
                )?;
            }
            (campus, saver, end)
        }
        None => begin(options, every)?,
    };
    if end < campus.clock().now {
        anyhow::bail!(
            "the save stands at {} already, after the end asked for ({end}); --hours, --days and --until count from the scenario's start",
            campus.clock().now
        );
    }
    let mut correspondence = models::correspond(&options.minds, &campus, saver.ledger()?)?;
    if let Some(correspondence) = &correspondence
        && !options.json
    {
        writeln!(std::io::stderr(), "{}", models::estimate(&campus, &correspondence.ledger, end))?;
    }
    let began = Instant::now();
    let bar = bar(options, &campus, end);
    let interrupted = advance(&mut campus, &mut saver, correspondence.as_mut(), end, bar)?;
    let wall = began.elapsed().as_secs_f64();
    let ledger = correspondence.map(|c| c.ledger);
    Summary::of(&campus, wall, saver.path(), ledger).print(options.json, interrupted)?;
    Ok(if interrupted { ExitCode::from(130) } else { ExitCode::SUCCESS })
}

/// Builds a campus with a new save, and finds out when its run is to end.
fn begin(options: &args::Run, every: u32) -> Result<(Campus, Saver, SimTime), Failure> {
    if let Some(agents) = options.agents {
        anyhow::ensure!((1..=MOST_PEOPLE).contains(&agents), "--agents {agents}: expected 1 to {MOST_PEOPLE}");
    }
    let overrides = Overrides {
        agents: options.agents,
        seed: options.seed,
        mind: options.minds.mind.map(|m| m.kind(options.minds.model.as_deref())),
        without: options.minds.without.clone(),
    };
    let (scenario, map) = scenario::load(&args::scenario_file(&options.scenario)?, overrides)?;
    // Everything that can be wrong with the arguments is found out before a save is made.
    let end = args::end(options, scenario.start)?;
    let path = match &options.save {
        Some(name) => {
            check_name(name)?;
            save_path(&options.saves, name)
        }
        None => {
            let taken = |name: &str| save_path(&options.saves, name).exists();
            save_path(&options.saves, &free_name(&scenario.name, taken))
        }
    };
    let mut campus = Campus::new(Arc::new(scenario), Arc::new(map), options.threads);
    campus.use_embedder(models::embedder(&options.minds, &campus)?);
    let saver = Saver::create(&path, &mut campus, every)?;
    Ok((campus, saver, end))
}

fn bar(options: &args::Run, campus: &Campus, end: SimTime) -> ProgressBar {
    if options.json || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::from(end.since(campus.clock().now)));
    if let Ok(style) = ProgressStyle::with_template("{bar:40.cyan/blue} {percent:>3}%  {msg}  {elapsed} / ~{eta}") {
        bar.set_style(style);
    }
    bar
}

/// Runs to the end, committing when it is time; true when somebody pressed Ctrl-C.
fn advance(
    campus: &mut Campus,
    saver: &mut Saver,
    mut correspondence: Option<&mut Correspondence>,
    end: SimTime,
    bar: ProgressBar,
) -> Result<bool, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    // Without the handler Ctrl-C loses what was done since the last commit, and nothing else.
    let _ = ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed));
    let from = campus.clock().now;
    while campus.clock().now < end && !stop.load(Ordering::Relaxed) {
        let stretch = campus.clock().now.plus(STRETCH).min(end).min(saver.next().max(campus.clock().now.plus(1)));
        match &mut correspondence {
            None => campus.run_until(stretch),
            Some(correspondence) => correspondence.run_until(campus, stretch, |campus, ledger| {
                bar.set_position(u64::from(campus.clock().now.since(from)));
                if !bar.is_hidden() {
                    bar.set_message(models::meter(campus, ledger));
                }
                !stop.load(Ordering::Relaxed)
            }),
        }
        saver.commit_if_due(campus)?;
        bar.set_position(u64::from(campus.clock().now.since(from)));
        if !bar.is_hidden() && correspondence.is_none() {
            bar.set_message(campus.clock().now.to_string());
        }
    }
    saver.commit(campus)?;
    bar.finish_and_clear();
    Ok(stop.load(Ordering::Relaxed))
}
