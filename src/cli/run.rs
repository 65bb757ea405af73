//! `collegium run`: a campus headless, with a progress bar, a save and a summary.

use super::{
    Failure, args, metrics::Metrics, models, scenarios::scenario_file, signals::Stop,
    summary::Summary, trace,
};
use collegium_core::time::{MINUTE, SimTime};
use collegium_llm::Usages;
use collegium_sim::{
    campus::scenario::{self, Overrides},
    record::{SaveError, Site, check_name, save_path},
    simulation::{Campus, Correspondence, Saver, load, look},
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
        Some(name) => go_on(options, name, every)?,
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
        Opened::Save(saver) | Opened::Read(saver) => saver.usages()?,
        Opened::New(_) => Usages::default(),
    };
    let mut correspondence = models::correspond(&options.minds, &campus, usages)?;
    let embedder = models::embedder(&options.minds, &campus)?;
    trace::look_on(options, correspondence.as_mut())?;
    let metrics = match &options.watch.metrics {
        Some(folder) => {
            let usages = correspondence.as_ref().map(|c| c.usages.clone());
            let usages = usages.unwrap_or_default();
            let goes_on = options.resume.is_some();
            Some(Metrics::begin(folder, &campus, goes_on, &usages)?)
        }
        None => None,
    };
    // Everything that can be wrong has been found out before a save is made or changed.
    let saver = match opened {
        Opened::Save(mut saver) => {
            let before = campus.vectors().id().to_owned();
            saver.use_embedder(&mut campus, embedder)?;
            let now = campus.vectors().id();
            if now != before {
                tracing::info!(
                    "the save has vectors by {before}; from now on {now} makes them, all anew"
                );
            }
            Some(saver)
        }
        Opened::Read(saver) => {
            saver.lend_vectors(&mut campus, embedder)?;
            None
        }
        Opened::New(site) => {
            campus.use_embedder(embedder);
            match options.no_save {
                true => None,
                false => Some(Box::new(Saver::create(site, &mut campus, every)?)),
            }
        }
    };
    let next = SimTime((campus.clock().now.0 / every + 1) * every);
    let mut keeping = Keeping {
        saver,
        metrics,
        every,
        next,
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
        &mut keeping,
        correspondence.as_mut(),
        end,
        (bar, !options.json),
    )?;
    let wall = began.elapsed().as_secs_f64();
    let save = keeping.saver.as_ref().map(|saver| saver.path());
    if let Some((request, answer)) = correspondence.as_ref().and_then(Correspondence::failed) {
        return Err(trace::stopped(request, answer, save));
    }
    let usages = correspondence.map(|c| c.usages);
    Summary::of(&campus, wall, save, usages).print(options.json, stop.asked())?;
    Ok(stop.exit_code())
}

/// Opens the save that a run goes on with, and finds out when it is to end.
fn go_on(
    options: &args::RunArgs,
    name: &str,
    every: u32,
) -> Result<(Campus, Opened, SimTime), Failure> {
    let minds = &options.minds;
    anyhow::ensure!(
        minds.without.is_empty()
            && minds.policies.is_none()
            && minds.mind != Some(args::MindArg::Model),
        "--without, --policies and --mind model belong to the beginning of a run; what --resume goes on with \
         keeps its minds (--mind builtin lets the built-in mind answer in the place of models)"
    );
    check_name(name)?;
    let path = save_path(&options.saves, name);
    let (mut campus, saver) = match options.no_save {
        true => look(&path, options.threads)?,
        false => load(&path, options.threads, every)?,
    };
    // What was changed by hand would lead to another future, and nobody would know.
    saver.check_rows()?;
    let clock = campus.clock();
    let end = options.end(clock.start, clock.now, clock.tick_seconds)?;
    options.conduct.asked().go_on(&mut campus)?;
    let opened = match options.no_save {
        true => Opened::Read(Box::new(saver)),
        false => Opened::Save(Box::new(saver)),
    };
    Ok((campus, opened, end))
}

/// The save of a run: one that is there, to be written or only read, or where a new one will lie.
enum Opened {
    Save(Box<Saver>),
    Read(Box<Saver>),
    New(Site),
}

/// What is kept of a run as it goes: its save, where it has one, and its figures.
struct Keeping {
    saver: Option<Box<Saver>>,
    metrics: Option<Metrics>,
    /// Simulated seconds between two commits.
    every: u32,
    /// When the next commit is due.
    next: SimTime,
}

impl Keeping {
    /// Keeps everything since the last time; where nothing is saved, it is let go of.
    fn commit(&mut self, campus: &mut Campus, usages: Option<&Usages>) -> Result<(), Failure> {
        if let Some(metrics) = &mut self.metrics {
            metrics.write(campus, usages.unwrap_or(&Usages::default()))?;
        }
        match &mut self.saver {
            Some(saver) => saver.commit(campus)?,
            None => campus.let_go(),
        }
        self.next = SimTime((campus.clock().now.0 / self.every + 1) * self.every);
        Ok(())
    }
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
        policies: options.minds.policies.clone(),
    };
    let (scenario, map) = scenario::load(&scenario_file(&options.scenario)?, overrides)?;
    let end = options.end(scenario.start, scenario.start, scenario.tick_seconds)?;
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
    let traced = matches!(options.watch.trace, Some(None));
    if options.json || traced || !std::io::stderr().is_terminal() {
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
    keeping: &mut Keeping,
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
            .min(keeping.next.max(campus.clock().now.plus(1)));
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
                    keeping.commit(campus, Some(&correspondence.usages))?;
                }
            }
        }
        if campus.clock().now >= keeping.next {
            keeping.commit(campus, correspondence.as_deref().map(|c| &c.usages))?;
        }
        if correspondence
            .as_ref()
            .is_some_and(|c| c.failed().is_some())
        {
            break;
        }
        bar.set_position(u64::from(campus.clock().now.since(from)));
        if !bar.is_hidden() && correspondence.is_none() {
            bar.set_message(campus.clock().now.to_string());
        }
    }
    keeping.commit(campus, correspondence.as_deref().map(|c| &c.usages))?;
    bar.finish_and_clear();
    Ok(stop)
}
