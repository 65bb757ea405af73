//! Language models on the command line: joining a run with its models, the estimate before it, the meter during it, and the calls of a save.

use super::{Failure, args};
use crate::{
    campus::{AgentId, people::MindKind},
    llm::{Broker, Ledger, Model, Player, Settings, probe},
    record::{SaveFile, check_name, save_path},
    simulation::{Campus, Correspondence},
    time::{DAY, SimTime},
};
use std::{io::Write as _, path::Path, process::ExitCode};

/// Where settings are looked for when none are named.
const DEFAULT_SETTINGS: &str = "collegium.toml";

/// What an agent-day costs in tokens, by `collegium bench tokens` on the scenario of 25: used for the estimate before a run.
const TOKENS_PER_AGENT_DAY: f64 = 40_000.0;

/// Joins a run with its models; none when no mind of the campus is driven by one.
///
/// # Errors
/// When the settings are missing or refused, or name no profile that a mind asks for.
pub fn correspond(options: &args::Minds, campus: &Campus, ledger: Ledger) -> Result<Option<Correspondence>, Failure> {
    let profiles: Vec<&str> = (0..campus.people())
        .filter_map(|i| match campus.get::<MindKind>(AgentId(i as u32)) {
            Some(MindKind::Model(profile)) => Some(profile.as_str()),
            _ => None,
        })
        .collect();
    if profiles.is_empty() {
        anyhow::ensure!(
            options.model.is_none() || options.mind == Some(args::Mind::Model),
            "--model is for model-driven minds; add --mind model"
        );
        return Ok(None);
    }
    if options.mind == Some(args::Mind::Builtin) {
        // A save whose minds are driven by models, gone on with without any: the built-in mind answers in their place.
        return Ok(Some(Correspondence::new(Box::new(Player::default()), 0, ledger)));
    }
    let settings = settings(options.settings.as_deref())?.ok_or_else(|| {
        anyhow::anyhow!(
            "minds are to be driven by a model, but there are no settings; copy collegium.example.toml to {DEFAULT_SETTINGS}, name a file \
             with --settings, or run with --mind builtin"
        )
    })?;
    for profile in profiles.iter().filter(|p| !p.is_empty()) {
        settings.profile(profile).map_err(|what| anyhow::anyhow!("--model: {what}"))?;
    }
    anyhow::ensure!(
        !settings.profiles.is_empty(),
        "the settings hold no profile; expected [models.NAME] with api, base_url and model (see collegium.example.toml)"
    );
    let patience = settings.minds.patience_seconds;
    let model: Box<dyn Model> = Box::new(Broker::start(settings)?);
    Ok(Some(Correspondence::new(model, patience, ledger)))
}

/// The settings of a file; of the usual one where none is named, if that exists.
///
/// # Errors
/// When they are refused.
pub fn settings(file: Option<&Path>) -> Result<Option<Settings>, Failure> {
    let usual = Path::new(DEFAULT_SETTINGS);
    match file {
        Some(file) => Ok(Some(Settings::load(file)?)),
        None if usual.is_file() => Ok(Some(Settings::load(usual)?)),
        None => Ok(None),
    }
}

/// What a run is likely to cost, in a sentence: from what it has cost so far where it goes on, else from what was measured.
pub fn estimate(campus: &Campus, before: &Ledger, end: SimTime) -> String {
    let clock = campus.clock();
    let minds = (0..campus.people())
        .filter(|i| campus.get::<MindKind>(AgentId(*i as u32)).is_some_and(MindKind::is_model))
        .count();
    let days = f64::from(end.since(clock.now)) / f64::from(DAY);
    let lived = minds as f64 * f64::from(clock.now.since(clock.start)) / f64::from(DAY);
    let (each, whence) = if lived > 0.5 {
        (before.total().tokens() as f64 / lived, "as so far in this run")
    } else {
        (TOKENS_PER_AGENT_DAY, "as measured with the scenario of 25")
    };
    format!(
        "{minds} model-driven minds for {days:.1} days: about {} tokens ({} per mind and day, {whence})",
        thousands(each * minds as f64 * days),
        thousands(each)
    )
}

/// The line beside the progress bar: time, tokens and money so far, what is being waited for.
pub fn meter(campus: &Campus, ledger: &Ledger) -> String {
    let total = ledger.total();
    let waiting = campus.waiting();
    let cost = if total.micros > 0 { format!(" · {:.2}", total.cost()) } else { String::new() };
    let fallback = if total.fallback > 0 {
        format!(" · {:.0} % by the built-in mind", 100.0 * total.fallback_share())
    } else {
        String::new()
    };
    format!("{} · {} tokens{cost}{fallback} · {waiting} waiting", campus.clock().now, thousands(total.tokens() as f64))
}

/// A number in a short form: 950, 12k, 3.4M.
fn thousands(n: f64) -> String {
    if n < 1e3 {
        format!("{n:.0}")
    } else if n < 1e6 {
        format!("{:.0}k", n / 1e3)
    } else {
        format!("{:.1}M", n / 1e6)
    }
}

/// Prints the calls of a save: their statistics, or the log.
///
/// # Errors
/// When the save is refused.
pub fn calls(options: &args::Calls) -> Result<ExitCode, Failure> {
    let name = options.save.strip_suffix(".campus").unwrap_or(&options.save);
    check_name(name)?;
    let save = SaveFile::open(&save_path(&options.saves, name))?;
    let mut out = std::io::stdout().lock();
    if options.log {
        for line in save.call_log()? {
            write!(out, "{line}")?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let ledger = save.ledger()?;
    if options.json {
        writeln!(out, "{}", ledger.report())?;
    } else {
        table(&mut out, &ledger)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn table(out: &mut impl std::io::Write, ledger: &Ledger) -> std::io::Result<()> {
    let total = ledger.total();
    if total.requests == 0 {
        return writeln!(out, "no calls: every mind of this save is the built-in one");
    }
    writeln!(
        out,
        "{:<22}{:>9}{:>7}{:>10}{:>10}{:>12}{:>12}{:>10}{:>9}",
        "", "requests", "ok", "repaired", "fallback", "tokens in", "tokens out", "p50 ms", "cost"
    )?;
    let mut row = |name: &str, s: &crate::llm::ledger::Sums| {
        writeln!(
            out,
            "{name:<22}{:>9}{:>7}{:>10}{:>10}{:>12}{:>12}{:>10}{:>9.2}",
            s.requests,
            s.ok,
            s.repaired,
            s.fallback,
            s.tokens_in,
            s.tokens_out,
            s.times.share(0.5),
            s.cost()
        )
    };
    for (purpose, sums) in &ledger.purposes {
        row(purpose, sums)?;
    }
    for (model, sums) in &ledger.models {
        row(if model.is_empty() { "(built-in mind)" } else { model }, sums)?;
    }
    row("total", &total)?;
    let faults: Vec<String> = total.faults.iter().map(|(kind, n)| format!("{kind} {n}")).collect();
    if !faults.is_empty() {
        writeln!(out, "faults: {}", faults.join(", "))?;
    }
    Ok(())
}

/// Probes the models of the settings, for `doctor`. True when there is none that does not work.
///
/// # Errors
/// When the settings are refused or standard output cannot be written.
pub fn doctor(out: &mut impl std::io::Write, file: Option<&Path>) -> Result<bool, Failure> {
    let Some(settings) = settings(file)? else {
        writeln!(
            out,
            "  -  language models: no settings; none is needed. To use one, copy collegium.example.toml to {DEFAULT_SETTINGS}"
        )?;
        return Ok(true);
    };
    let mut good = true;
    for report in probe::probe(&settings) {
        good &= report.usable();
        let word = |yes: bool| if yes { "ok  " } else { "  - " };
        let time = report.milliseconds.map_or_else(String::new, |ms| format!(", {ms} ms"));
        writeln!(
            out,
            "{} model {} ({} {}, {}): answers by {}{time}",
            word(report.usable()),
            report.profile,
            report.api,
            report.model,
            report.base_url,
            report.structured
        )?;
        for advice in &report.advice {
            writeln!(out, "       {advice}")?;
        }
    }
    Ok(good)
}
