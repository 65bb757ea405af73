//! `collegium run`: a campus headless, with a progress bar, a save and a summary.

use super::{Failure, args, models, scenarios::scenario_file, signals::Stop, summary::Summary};
use collegium_core::time::{MINUTE, SimTime};
use collegium_llm::Usages;
use collegium_sim::{
    campus::scenario::{self, Overrides},
    record::{SaveError, Site, check_name, save_path},
    simulation::{Campus, Correspondence, Saver, load},
};
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    io::IsTerminal as _,
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

/// Simulated seconds between two looks at the progress bar.
const STRETCH: u32 = 600;

/// Runs a campus headless.
///
/// # Errors
/// When a file is refused or the save cannot be written.
#[expect(
    clippy::disallowed_methods,
    reason = "the wall time of a run is what its summary reports"
)]
pub fn run(options: &args::RunArgs) -> Result<ExitCode, Failure> {
    let every = options.autosave * MINUTE;
    let (mut campus, opened, end) = match &options.resume {
        Some(name) => {
            let minds = &options.minds;
            anyhow::ensure!(
                minds.without.is_empty() && minds.mind != Some(args::MindArg::Model),
                "--without and --mind model belong to the beginning of a run; what --resume goes \
                 on with keeps its minds (--mind builtin lets the built-in mind answer in the \
                 place of models)"
            );
            check_name(name)?;
            let (campus, saver) = load(&save_path(&options.saves, name), options.threads, every)?;
            // What was changed by hand would lead to another future, and nobody would know.
            saver.check_rows()?;
            let end = options.end(campus.clock().start)?;
            let mut campus = campus;
            options.conduct.asked().go_on(&mut campus)?;
            (campus, Opened::Save(Box::new(saver)), end)
        }
        None => begin(options)?,
    };
    if end < campus.clock().now {
        anyhow::bail!(
            "the save stands at {} already, after the end asked for ({end}); --hours, --days and \
             --until count from the scenario's start",
            campus.clock().now
        );
    }
    if end == campus.clock().now {
        tracing::info!(
            "the save stands at {end} already: there is nothing left to do (--hours, --days and \
             --until count from the scenario's start)"
        );
    }
    let usages = match &opened {
        Opened::Save(saver) => saver.usages()?,
        Opened::New(_) => Usages::default(),
    };
    let mut correspondence = models::correspond(&options.minds, &campus, usages)?;
    let embedder = models::embedder(&options.minds, &campus)?;
    // Everything that can be wrong has been found out before a save is made or changed.
    let mut saver = match opened {
        Opened::Save(mut saver) => {
            let before = campus.vectors().id().to_owned();
            saver.use_embedder(&mut campus, embedder)?;
            let now = campus.vectors().id();
            if now != before {
                tracing::info!(
                    "the save has vectors by {before}; from now on {now} makes them, all anew"
                );
            }
            saver
        }
        Opened::New(site) => {
            campus.use_embedder(embedder);
            Box::new(Saver::create(site, &mut campus, every)?)
        }
    };
    if let Some(correspondence) = &correspondence
        && !options.json
    {
        tracing::info!("{}", models::estimate(&campus, correspondence, end));
    }
    let began = Instant::now();
    let bar = bar(options, &campus, end);
    let stop = advance(
        &mut campus,
        &mut saver,
        correspondence.as_mut(),
        end,
        (bar, !options.json),
    )?;
    let wall = began.elapsed().as_secs_f64();
    let usages = correspondence.map(|c| c.usages);
    Summary::of(&campus, wall, saver.path(), usages).print(options.json, stop.asked())?;
    Ok(stop.exit_code())
}

/// The save of a run: one that is there, or where a new one will lie.
enum Opened {
    Save(Box<Saver>),
    New(Site),
}

/// Builds a campus, and finds out where its save will lie and when its run is to end.
fn begin(options: &args::RunArgs) -> Result<(Campus, Opened, SimTime), Failure> {
    let overrides = Overrides {
        agents: options.agents,
        seed: options.seed,
        mind: options
            .minds
            .mind
            .map(|m| m.kind(options.minds.model.as_deref())),
        without: options.minds.without.clone(),
    };
    let (scenario, map) = scenario::load(&scenario_file(&options.scenario)?, overrides)?;
    let end = options.end(scenario.start)?;
    let site = match &options.save {
        Some(name) => {
            check_name(name)?;
            let path = save_path(&options.saves, name);
            if path.exists() {
                return Err(SaveError::Exists(path).into());
            }
            Site::At(path)
        }
        None => Site::free(&options.saves, &scenario.name),
    };
    let mut campus = Campus::new(Arc::new(scenario), Arc::new(map), options.threads);
    options.conduct.asked().begin(&mut campus)?;
    Ok((campus, Opened::New(site), end))
}

fn bar(options: &args::RunArgs, campus: &Campus, end: SimTime) -> ProgressBar {
    if options.json || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::from(end.since(campus.clock().now)));
    if let Ok(style) =
        ProgressStyle::with_template("{bar:40.cyan/blue} {percent:>3}%  {msg}  {elapsed} / ~{eta}")
    {
        bar.set_style(style);
    }
    bar
}

/// How often, in real time, a run with language models is committed, and tells how far it is where
/// no progress bar is.
const COMMIT: Duration = Duration::from_secs(30);

/// Runs to the end, or until it is asked to stop, committing when it is time. Gives whether it was.
#[expect(
    clippy::disallowed_methods,
    reason = "what has been paid for is saved by the wall clock"
)]
fn advance(
    campus: &mut Campus,
    saver: &mut Saver,
    mut correspondence: Option<&mut Correspondence>,
    end: SimTime,
    (bar, tells): (ProgressBar, bool),
) -> Result<Stop, Failure> {
    let stop = Stop::listen();
    let from = campus.clock().now;
    let mut told = Instant::now();
    while campus.clock().now < end && !stop.asked() {
        let stretch = campus
            .clock()
            .now
            .plus(STRETCH)
            .min(end)
            .min(saver.next().max(campus.clock().now.plus(1)));
        match &mut correspondence {
            None => {
                while campus.clock().now < stretch && !stop.asked() {
                    campus.step(stretch);
                }
            }
            Some(correspondence) => {
                let began = Instant::now();
                correspondence.run_until(campus, stretch, |campus, usages| {
                    bar.set_position(u64::from(campus.clock().now.since(from)));
                    if !bar.is_hidden() {
                        bar.set_message(models::meter(campus, usages));
                    }
                    !stop.asked() && began.elapsed() < COMMIT
                });
                if told.elapsed() > COMMIT || began.elapsed() > COMMIT {
                    told = Instant::now();
                    if bar.is_hidden() && tells {
                        tracing::info!("{}", models::meter(campus, &correspondence.usages));
                    }
                    // What has been paid for is kept, however slowly simulated time goes by.
                    saver.commit(campus)?;
                }
            }
        }
        saver.commit_if_due(campus)?;
        bar.set_position(u64::from(campus.clock().now.since(from)));
        if !bar.is_hidden() && correspondence.is_none() {
            bar.set_message(campus.clock().now.to_string());
        }
    }
    saver.commit(campus)?;
    bar.finish_and_clear();
    Ok(stop)
}
