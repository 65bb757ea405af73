//! `collegium train`: trains policy heads, with a progress bar, metrics as JSON lines, checkpoints
//! to go on from, and plots.

use super::{
    Failure, args,
    out::{json, out},
    progress::bar,
    scenarios::scenario_file,
    signals::Stop,
};
use anyhow::Context as _;
use collegium_core::text::{Shown as _, harmless};
use collegium_learning::{
    plan::TrainingPlan,
    train::{Device, RoundReport, Session, TrainingFolder, session_folder},
};
use collegium_sim::conduct::Whom;
use std::{collections::BTreeMap, io::Write as _, path::Path, process::ExitCode, time::Instant};
use training::{
    files::write_whole,
    metrics::{MetricName, Metrics, MetricsLog},
    plot::{Labels, Series, curves},
};

/// Trains, or goes on with a training.
///
/// # Errors
/// When an option, a plan or a file is refused; when a loss turns non-finite: the last good
/// checkpoint is kept.
#[expect(
    clippy::disallowed_methods,
    reason = "how fast a training goes is told to people"
)]
pub fn train(options: &args::TrainArgs) -> Result<ExitCode, Failure> {
    let (mut session, held) = open(options)?;
    let folder = held.path();
    // Whoever goes on means the head of that training.
    let overwrite = options.overwrite || options.resume.is_some();
    check_free(options, &session, folder, overwrite)?;
    let (began, from) = (Instant::now(), session.round());
    let stop = Stop::listen();
    let last = rounds(options, &mut session, folder, &stop)?;
    if !session.done() {
        writeln!(
            out(),
            "stopped after {} of {} rounds; go on with: collegium train --resume {}",
            session.round(),
            session.plan().rounds,
            folder.shown()
        )?;
        return Ok(stop.exit_code());
    }
    let heads = session.save_heads(&options.heads, overwrite, &last)?;
    let seconds = began.elapsed().as_secs_f64();
    if options.json {
        let metrics: BTreeMap<&str, f64> = last.iter().collect();
        let found = serde_json::json!({
            "heads": heads, "folder": folder, "rounds": session.round(), "seconds": seconds,
            "metrics": metrics,
        });
        writeln!(out(), "{}", json(&found)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut out = out();
    writeln!(out, "{} rounds in {seconds:.1} s", session.round() - from)?;
    for (name, value) in last.iter() {
        writeln!(out, "  {name:<32} {value:.4}")?;
    }
    for head in &heads {
        writeln!(out, "{}", options.heads.join(head).shown())?;
    }
    let words: Vec<String> = heads
        .iter()
        .zip(session.whom())
        .map(|(head, whom)| mounted(head, &whom))
        .collect();
    writeln!(
        out,
        "run with {}: collegium run --heads {}",
        if heads.len() > 1 { "them" } else { "it" },
        words.join(",")
    )?;
    writeln!(out, "metrics, checkpoint and plots: {}", folder.shown())?;
    Ok(ExitCode::SUCCESS)
}

/// Refuses a training that has nothing left to do, or whose head would take the place of another.
fn check_free(
    options: &args::TrainArgs,
    session: &Session,
    folder: &Path,
    overwrite: bool,
) -> Result<(), Failure> {
    let file = |name: &str| options.heads.join(format!("{name}.safetensors"));
    if session.done() {
        // Who was stopped between the last round and its heads has these still to be written.
        let mut heads = session.heads()?.into_iter();
        anyhow::ensure!(
            heads.any(|head| !file(head.name()).exists()),
            "{}: {} of {} rounds are done; give more with --rounds",
            folder.shown(),
            session.round(),
            session.plan().rounds
        );
    }
    let taken = file(&session.plan().name);
    anyhow::ensure!(
        overwrite || !taken.exists(),
        "--name {}: {} is there already; choose another name, or --overwrite",
        session.plan().name,
        taken.shown()
    );
    Ok(())
}

/// All rounds, until they are done or somebody stops them: metrics are logged, the state is kept,
/// curves are drawn. Gives what was measured last.
fn rounds(
    options: &args::TrainArgs,
    session: &mut Session,
    folder: &Path,
    stop: &Stop,
) -> Result<Metrics, Failure> {
    // From the beginning on there is something to go on from.
    session.save(folder)?;
    let (mut log, lines) = MetricsLog::go_on(folder.join("metrics.jsonl"), session.round())?;
    let (mut curves, mut last) = (Curves::new(), Metrics::new());
    for (round, metrics) in lines {
        add(&mut curves, round, &metrics);
        last = metrics;
    }
    let bar = bar(session.plan().rounds, options.json, "rounds");
    bar.set_position(session.round());
    while !session.done() && !stop.asked() {
        let report = match session.advance() {
            Ok(report) => report,
            Err(error) => {
                // What was learned before is whole: it is kept, and the message says where to go
                // on.
                session.save(folder)?;
                anyhow::bail!(
                    "{error} (round {}; the state before it is kept in {})",
                    session.round() + 1,
                    folder.shown()
                );
            }
        };
        log.write(report.round, &report.metrics)?;
        add(&mut curves, report.round as f64, &report.metrics);
        bar.set_position(report.round);
        bar.set_message(told(&report));
        if report.round.is_multiple_of(options.every.max(1)) {
            session.save(folder)?;
        }
        last = report.metrics;
    }
    bar.finish_and_clear();
    session.save(folder)?;
    plot(folder, &curves)?;
    Ok(last)
}

/// How a head is mounted by the command line for whom it was trained.
fn mounted(head: &str, whom: &Whom) -> String {
    match whom {
        Whom::Group(group) if group.contains(' ') => format!("\"{group}={head}\""),
        Whom::Group(group) => format!("{group}={head}"),
        _ => head.to_owned(),
    }
}

/// A fresh session, or one that goes on, and its folder, in which nobody else trains meanwhile.
fn open(options: &args::TrainArgs) -> Result<(Session, TrainingFolder), Failure> {
    if let Some(folder) = &options.resume {
        let held = TrainingFolder::go_on(folder)?;
        let plan = training::checkpoint::read_json(
            &folder.join("plan.json"),
            "the plan of a training session",
        )?;
        let mut session = Session::resume(folder, device(options.device, &plan)?)?;
        if let Some(rounds) = options.rounds {
            session.set_rounds(rounds);
        }
        return Ok((session, held));
    }
    let plan = plan(options)?;
    let folder = options
        .out
        .clone()
        .unwrap_or_else(|| session_folder(&plan.name));
    let held = TrainingFolder::begin(&folder)?;
    if options.overwrite && held.is_taken() {
        held.clear()?;
    }
    anyhow::ensure!(
        !held.is_taken(),
        "{}: a training is there already; go on with --resume {}, begin anew with --overwrite, or \
         choose another --out",
        folder.shown(),
        folder.shown()
    );
    let device = device(options.device, &plan)?;
    Ok((Session::new(plan, device)?, held))
}

/// The device that was asked for, and what is said of the choice.
fn device(wanted: args::DeviceArg, plan: &TrainingPlan) -> Result<Device, Failure> {
    if wanted == args::DeviceArg::Cpu {
        return Ok(Device::Cpu);
    }
    let (device, why) = gpu(wanted, plan)?;
    let place = if device == Device::Cpu {
        "the CPU"
    } else {
        "the GPU"
    };
    tracing::info!("training on {place}: {why}");
    Ok(device)
}

/// The GPU where there is one that is right, and in `auto` the quicker one; and why.
#[cfg(feature = "gpu")]
fn gpu(wanted: args::DeviceArg, plan: &TrainingPlan) -> Result<(Device, String), Failure> {
    use training::{backend, parity, speed};
    let opened = match backend::open(false) {
        Ok(opened) => opened,
        Err(error) => return Ok((Device::Cpu, error.to_string())),
    };
    let failed = |check: &str| format!("{} fails the parity gate ({check})", opened.name);
    if wanted == args::DeviceArg::Gpu {
        let device = Device::Gpu(opened.device);
        let checks = parity::gate(&device);
        return Ok(match checks.iter().find(|check| !check.passed) {
            Some(check) => (Device::Cpu, failed(&check.name)),
            None => (device, format!("{} passes the parity gate", opened.name)),
        });
    }
    let load = plan.load()?;
    let choice = speed::choose(&opened.device, &load)?;
    let why = match &choice.failed {
        Some(check) => failed(check),
        None => format!(
            "a step of {} rows through {:?} takes {:.2} ms on the CPU, {:.2} ms on {}",
            load.batch,
            load.hidden,
            1e3 * choice.cpu,
            1e3 * choice.gpu,
            opened.name
        ),
    };
    Ok((choice.device, why))
}

/// Without the feature there is no GPU.
#[cfg(not(feature = "gpu"))]
fn gpu(_: args::DeviceArg, _: &TrainingPlan) -> Result<(Device, String), Failure> {
    Ok((
        Device::Cpu,
        "this build has no GPU in it (feature `gpu`)".to_owned(),
    ))
}

/// The plan that the options make.
fn plan(options: &args::TrainArgs) -> Result<TrainingPlan, Failure> {
    let mut plan = match (&options.plan, &options.algorithm) {
        (Some(file), _) => TrainingPlan::read(file)?,
        (None, Some(algorithm)) => TrainingPlan::usual(*algorithm),
        (None, None) => anyhow::bail!("name an algorithm, or a plan with --plan"),
    };
    if options.plan.is_none() || options.scenario.is_some() {
        plan.scenario = scenario_file(options.scenario.as_deref().unwrap_or("first-week"))?;
    }
    plan.data = options.data.clone().or(plan.data);
    plan.start = options.start.clone().or(plan.start);
    plan.name = options.name.clone().unwrap_or(plan.name);
    plan.rounds = options.rounds.unwrap_or(plan.rounds);
    plan.worlds = options.worlds.unwrap_or(plan.worlds);
    plan.persons = options.persons.or(plan.persons);
    plan.seed = options.seed.unwrap_or(plan.seed);
    plan.coverage = options
        .coverage
        .map_or(plan.coverage, |percent| f64::from(percent) / 100.0);
    plan.per_group |= options.per_group;
    for word in &options.set {
        let Some((name, value)) = word.split_once('=') else {
            anyhow::bail!("--set {word}: expected NAME=VALUE, such as learning_rate=0.001");
        };
        let table: toml::Table = toml::from_str(&format!("{name} = {value}"))
            .or_else(|_| toml::from_str(&format!("{name} = {value:?}")))
            .map_err(|e| anyhow::anyhow!("--set {word}: {}", e.message()))?;
        plan.settings.extend(table);
    }
    plan.check()?;
    Ok(plan)
}

/// What the bar says of a round.
fn told(report: &RoundReport) -> String {
    let wanted = [
        "charts/episodic_return",
        "bc/prob_true_act",
        "disc/disc_acc",
        "losses/policy_loss",
    ];
    let found = wanted
        .iter()
        .filter_map(|name| Some((name, report.metrics.get(name)?)))
        .take(2);
    let parts: Vec<String> = found
        .map(|(name, value)| format!("{} {value:.3}", MetricName::of(name).short))
        .collect();
    format!("rounds  {}", parts.join("  "))
}

/// Measures by name, each with its rounds and values.
type Curves = BTreeMap<String, Vec<(f64, f64)>>;

fn add(curves: &mut Curves, round: f64, metrics: &Metrics) {
    for (name, value) in metrics.iter().filter(|(_, value)| value.is_finite()) {
        let curve = curves.entry(name.to_owned()).or_default();
        curve.push((round, value));
    }
}

/// A plot of every metric, as SVG. Metrics may come from a folder that somebody passed on.
fn plot(folder: &Path, measured: &Curves) -> Result<(), Failure> {
    let plots = folder.join("plots");
    std::fs::create_dir_all(&plots).with_context(|| plots.shown())?;
    for (name, points) in measured.iter().filter(|(_, points)| points.len() > 1) {
        let name = harmless(name);
        let line = Series {
            name: name.to_string(),
            points: points.clone(),
            band: Vec::new(),
        };
        let svg = curves(&Labels::new(&name, "round", &name), &[line])?;
        write_whole(&plots.join(format!("{}.svg", name.replace('/', "-"))), svg)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::text::first_harmful;

    #[test]
    fn names_of_metrics_hide_nothing_in_plots() {
        let folder = tempfile::tempdir().unwrap();
        let points = vec![(0.0, 1.0), (1.0, 2.0)];
        let measured = Curves::from([("a\u{200b}/loss\u{202e}".to_owned(), points)]);
        plot(folder.path(), &measured).unwrap();
        let file = folder.path().join("plots/a‹U+200B›-loss‹U+202E›.svg");
        let svg = std::fs::read_to_string(file).unwrap();
        assert_eq!(first_harmful(&svg, true), None);
        assert!(svg.contains("loss‹U+202E›"), "{svg}");
    }
}
