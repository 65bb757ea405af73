//! `collegium demos`, `export` and `evaluate`: datasets of decisions, and what heads are worth.

use super::{Failure, args};
use crate::{
    campus::scenario::MOST_PEOPLE,
    conduct::{Change, Decider, Measure, Whom},
    learning::{
        collect::Field,
        dataset::Dataset,
        demos::{Wanted, demonstrate},
        evaluate::{Contender, Evaluation, evaluate as compare},
        finetune,
        heads::{self, decider},
        lessons,
    },
    simulation::Campus,
};
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    io::{IsTerminal as _, Write as _},
    path::Path,
    process::ExitCode,
};

/// A bar over so many campuses; hidden where nobody looks.
pub(super) fn bar(len: u64, hidden: bool, what: &'static str) -> ProgressBar {
    if hidden || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(len).with_message(what);
    if let Ok(style) = ProgressStyle::with_template("{bar:40.cyan/blue} {pos}/{len} {msg}  {elapsed} / ~{eta}") {
        bar.set_style(style);
    }
    bar
}

/// The number of threads asked for; all cores without one.
///
/// # Errors
/// When it is out of range.
fn threads(given: Option<usize>) -> Result<usize, Failure> {
    let threads = given.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    anyhow::ensure!((1..=256).contains(&threads), "--threads {threads}: expected 1 to 256");
    Ok(threads)
}

/// A scenario as a field for campuses.
fn field(scenario: &str, persons: Option<usize>) -> Result<Field, Failure> {
    if let Some(persons) = persons {
        anyhow::ensure!((1..=MOST_PEOPLE).contains(&persons), "--persons {persons}: expected 1 to {MOST_PEOPLE}");
    }
    Ok(Field::open(&args::scenario_file(scenario)?, persons, true)?)
}

/// Records demonstrations.
///
/// # Errors
/// When an option is out of range, a file is refused, or the dataset cannot be written.
pub fn demos(options: &args::Demos) -> Result<ExitCode, Failure> {
    anyhow::ensure!((1..=365).contains(&options.days), "--days {}: expected 1 to 365", options.days);
    anyhow::ensure!((1..=10_000).contains(&options.runs), "--runs {}: expected 1 to 10000", options.runs);
    anyhow::ensure!((1..=100).contains(&options.coverage), "--coverage {}: expected 1 to 100", options.coverage);
    if options.out.join("manifest.json").exists() {
        anyhow::bail!("--out {}: there is a dataset already; choose another folder", options.out.display());
    }
    let field = field(&options.scenario, options.persons)?;
    let wanted = Wanted {
        expert: decider(&options.expert)?,
        days: options.days,
        seeds: (0..options.runs).map(|i| options.seed.wrapping_add(i)).collect(),
        coverage: f64::from(options.coverage) / 100.0,
        threads: threads(options.threads)?,
    };
    let bar = bar(options.runs, options.json, "campuses");
    let data = demonstrate(&field, &wanted, &|| bar.inc(1))?;
    bar.finish_and_clear();
    data.save(&options.out, options.jsonl)?;
    let (mut out, m) = (std::io::stdout().lock(), &data.manifest);
    if options.json {
        writeln!(out, "{}", serde_json::to_string(&Dataset::load(&options.out)?.manifest)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(
        out,
        "{}: {} decisions of {} people in {} campuses of {} days, by {}",
        options.out.display(),
        m.rows,
        m.persons,
        m.seeds.len(),
        m.days,
        m.expert
    )?;
    writeln!(
        out,
        "mean reward {:.4} a decision, {:.3} norms broken a person and day, coverage {:.0} %",
        m.mean_reward,
        m.violations,
        m.coverage * 100.0
    )?;
    for (point, count) in &m.points {
        writeln!(out, "  {:<10} {count}", point)?;
    }
    writeln!(out, "next: collegium train bc --data {}", options.out.display())?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a dataset in another form.
///
/// # Errors
/// When the dataset is refused or the file cannot be written.
pub fn export(options: &args::Export) -> Result<ExitCode, Failure> {
    let data = Dataset::load(&options.dataset)?;
    match options.format {
        args::Form::Finetune => finetune::export(&data.rows, &options.out)?,
        args::Form::Jsonl => data.export_jsonl(&options.out)?,
    }
    writeln!(std::io::stdout(), "{}: {} decisions", options.out.display(), data.rows.len())?;
    Ok(ExitCode::SUCCESS)
}

/// Compares deciders over paired seeds.
///
/// # Errors
/// When an option is out of range, a head or scenario is refused, or a file cannot be written.
pub fn evaluate(options: &args::Evaluate) -> Result<ExitCode, Failure> {
    anyhow::ensure!((1..=365).contains(&options.days), "--days {}: expected 1 to 365", options.days);
    anyhow::ensure!((1..=10_000).contains(&options.seeds), "--seeds {}: expected 1 to 10000", options.seeds);
    let mut contenders = vec![Contender { name: "Base".to_owned(), decider: Decider::Rule, lessons: None }];
    for word in &options.heads {
        let (name, head) = word.split_once('=').unwrap_or((word, word));
        let (decider, lessons) = match head.strip_prefix("lessons:") {
            Some(file) => (Decider::Rule, lessons::book(file)?),
            None => (decider(head)?, None),
        };
        contenders.push(Contender { name: name.to_owned(), decider, lessons });
    }
    let field = field(&options.scenario, options.persons)?;
    let seeds: Vec<u64> = (0..options.seeds).map(|i| options.seed.wrapping_add(i)).collect();
    let bar = bar(options.seeds * contenders.len() as u64, options.json, "campuses");
    let found = compare(&field, &contenders, &seeds, options.days, threads(options.threads)?, &|| bar.inc(1))?;
    bar.finish_and_clear();
    if let Some(folder) = &options.out {
        write_evaluation(&found, folder)?;
    }
    let mut out = std::io::stdout().lock();
    if options.json {
        writeln!(out, "{}", serde_json::to_string(&found)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "{}", found.markdown())?;
    for i in 1..found.scores.len() {
        let (Some(base), Some(own)) = (found.found(0, Measure::Violations), found.found(i, Measure::Violations)) else {
            continue;
        };
        let part = own.mean.estimate / base.mean.estimate.max(1e-9) * 100.0;
        writeln!(out, "{}: {part:.0} % of the built-in rule's violations", found.scores[i].name)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Table, plots and values in a folder.
fn write_evaluation(found: &Evaluation, folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("evaluation.md"), found.markdown())?;
    std::fs::write(folder.join("evaluation.json"), serde_json::to_string_pretty(found)?)?;
    for (name, svg) in found.plots()? {
        std::fs::write(folder.join(name), svg)?;
    }
    Ok(())
}

/// Mounts heads as the command line says, or else as the scenario does. Each word is `WHO`, for everybody, or `GROUP=WHO`.
///
/// # Errors
/// When there is no such group or head.
pub(super) fn mount(campus: &mut Campus, words: &[String]) -> Result<(), Failure> {
    if words.is_empty() {
        return Ok(heads::mount_scenario(campus)?);
    }
    change(campus, "--heads", words, |who| Ok(Change::Decider(decider(who)?)))
}

/// Teaches lessons as the command line says, or else as the scenario does. Each word is `FILE` or `off`, for everybody, or `GROUP=FILE`.
///
/// # Errors
/// When there is no such group, or a file is refused.
pub(super) fn teach(campus: &mut Campus, words: &[String]) -> Result<(), Failure> {
    if words.is_empty() {
        return Ok(lessons::teach_scenario(campus)?);
    }
    change(campus, "--lessons", words, |file| Ok(Change::Lessons(lessons::book(file)?)))
}

/// Changes the conduct of everybody or of groups, as the words of an option say.
fn change(
    campus: &mut Campus,
    option: &str,
    words: &[String],
    read: impl Fn(&str) -> Result<Change, Failure>,
) -> Result<(), Failure> {
    for word in words {
        let (whom, what) = match word.split_once('=') {
            Some((group, what)) => {
                anyhow::ensure!(
                    campus.scenario().people.iter().any(|(p, _)| p.group == group),
                    "{option} {word}: nobody is of the group “{group}”"
                );
                (Whom::Group(group.to_owned()), what)
            }
            None => (Whom::Everybody, word.as_str()),
        };
        campus.change(&whom, &read(what)?);
    }
    Ok(())
}
