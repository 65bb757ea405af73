//! `collegium demos`, `export` and `evaluate`: datasets of decisions, and what heads are worth.

use super::{
    Failure, args,
    out::{json, out},
    progress::bar,
    scenarios::scenario_file,
};
use anyhow::Context as _;
use collegium_core::text::Shown as _;
use collegium_learning::{
    collect::Field,
    conduct_options::ConductChoice,
    dataset::Dataset,
    demos::{DemonstrationSettings, demonstrate},
    evaluate::{Contender, Evaluation, evaluate as compare},
    finetune,
    json::write_json,
    llm_expert::{self, advise},
};
use collegium_llm::Broker;
use collegium_sim::{
    conduct::{Change, Decider, Decides, Measure},
    simulation,
};
use std::{io::Write as _, path::Path, process::ExitCode};
use training::files::write_whole;

/// The number of threads asked for; all cores without one.
fn threads(given: Option<usize>) -> usize {
    given.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from))
}

/// A scenario as a field for campuses.
fn field(scenario: &str, persons: Option<usize>) -> Result<Field, Failure> {
    Ok(Field::open(&scenario_file(scenario)?, persons, true)?)
}

/// Records demonstrations.
///
/// # Errors
/// When an option is out of range, a file is refused, or the dataset cannot be written.
pub fn demos(options: &args::DemosArgs) -> Result<ExitCode, Failure> {
    if options.out.join("manifest.json").exists() {
        anyhow::bail!(
            "--out {}: there is a dataset already; choose another folder",
            options.out.shown()
        );
    }
    let field = field(&options.scenario, options.persons)?;
    let (lived_by, model) = match options.expert.split_once(':') {
        Some(("model", profile)) => (&options.lived_by, Some(profile)),
        _ if options.expert == "model" => (&options.lived_by, Some("")),
        _ => (&options.expert, None),
    };
    // Whom to ask is found out before campuses are lived.
    let model = model
        .map(|profile| correspondent(options, profile))
        .transpose()?;
    let wanted = DemonstrationSettings {
        expert: ConductChoice::of(lived_by).decider()?,
        days: options.days,
        seeds: (0..options.runs)
            .map(|i| options.seed.wrapping_add(i))
            .collect(),
        coverage: f64::from(options.coverage) / 100.0,
        threads: threads(options.threads),
    };
    let lived = bar(options.runs, options.json, "campuses");
    let mut data = demonstrate(&field, &wanted, &|| lived.inc(1))?;
    lived.finish_and_clear();
    if let Some((mut model, wanted)) = model {
        data = advised(options, &data, &wanted, &mut model)?;
    }
    data.save(&options.out, options.jsonl)?;
    if options.json {
        let saved = Dataset::load(&options.out)?;
        writeln!(out(), "{}", json(&saved.manifest)?)?;
    } else {
        tell_demos(options, &data)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What a model would have done at the decisions of a dataset.
fn advised(
    options: &args::DemosArgs,
    data: &Dataset,
    wanted: &llm_expert::AdviceSettings,
    model: &mut Broker,
) -> Result<Dataset, Failure> {
    let most = data.rows.len().min(wanted.most) as u64;
    let asked = bar(most, options.json, "decisions asked about");
    let advice = advise(data, wanted, model, &mut |done| {
        asked.set_position(done as u64);
    })?;
    asked.finish_and_clear();
    if let Some(why) = &advice.stopped {
        tracing::warn!("the model stopped answering; what it has answered is kept: {why}");
    }
    if !options.json {
        let total = advice.usages.total();
        writeln!(
            out(),
            "{} requests, {} answered, {} tokens",
            total.requests,
            total.ok + total.repaired,
            total.tokens()
        )?;
    }
    Ok(advice.data)
}

/// Says what was recorded, and what it is good for.
fn tell_demos(options: &args::DemosArgs, data: &Dataset) -> Result<(), Failure> {
    let (mut out, m) = (out(), &data.manifest);
    writeln!(
        out,
        "{}: {} decisions of {} people in {} campuses of {} days, by {}",
        options.out.shown(),
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
    // Who acts by luck shows what acts are worth; an expert is to be imitated.
    let next = if ConductChoice::of(&options.expert) == ConductChoice::Decider(Decides::Rule) {
        "lessons"
    } else {
        "train bc --data"
    };
    writeln!(out, "next: collegium {next} {}", options.out.shown())?;
    Ok(())
}

/// The model that is the expert, and what it is to be asked.
fn correspondent(
    options: &args::DemosArgs,
    profile: &str,
) -> Result<(Broker, llm_expert::AdviceSettings), Failure> {
    let settings = simulation::settings(options.settings.as_deref())?;
    let Some(settings) = settings.filter(|s| !s.profiles.is_empty()) else {
        anyhow::bail!(
            "--expert {}: there are no settings with a model; copy collegium.example.toml to {}, \
             or name a file with --settings",
            options.expert,
            simulation::USUAL_SETTINGS
        );
    };
    if !profile.is_empty() {
        settings
            .profile(profile)
            .map_err(|e| anyhow::anyhow!("--expert {}: {e}", options.expert))?;
    }
    let wanted = llm_expert::AdviceSettings {
        profile: profile.to_owned(),
        most: options.most,
        seed: options.seed,
    };
    Ok((Broker::start(settings)?, wanted))
}

/// Writes a dataset in another form.
///
/// # Errors
/// When the dataset is refused or the file cannot be written.
pub fn export(options: &args::ExportArgs) -> Result<ExitCode, Failure> {
    let data = Dataset::load(&options.dataset)?;
    match options.format {
        args::ExportForm::Finetune => finetune::export(&data.rows, &options.out)?,
        args::ExportForm::Jsonl => data.export_jsonl(&options.out)?,
    }
    writeln!(
        out(),
        "{}: {} decisions",
        options.out.shown(),
        data.rows.len()
    )?;
    Ok(ExitCode::SUCCESS)
}

/// Compares deciders over paired seeds.
///
/// # Errors
/// When an option is out of range, a head or scenario is refused, or a file cannot be written.
pub fn evaluate(options: &args::EvaluateArgs) -> Result<ExitCode, Failure> {
    let mut contenders = vec![Contender {
        name: "Base".to_owned(),
        decider: Decider::Rule,
        lessons: None,
    }];
    for word in &options.heads {
        let (name, head) = word.split_once('=').unwrap_or((word, word));
        let (decider, lessons) = match ConductChoice::of(head).change()? {
            Change::Decider(decider) => (decider, None),
            Change::Lessons(lessons) => (Decider::Rule, lessons),
        };
        anyhow::ensure!(
            contenders.iter().all(|c| c.name != name),
            "{word}: there is a contender “{name}” already; give it another name with NAME={head}"
        );
        contenders.push(Contender {
            name: name.to_owned(),
            decider,
            lessons,
        });
    }
    let field = field(&options.scenario, options.persons)?;
    let seeds: Vec<u64> = (0..options.seeds)
        .map(|i| options.seed.wrapping_add(i))
        .collect();
    let bar = bar(
        options.seeds * contenders.len() as u64,
        options.json,
        "campuses",
    );
    let found = compare(
        &field,
        &contenders,
        &seeds,
        options.days,
        threads(options.threads),
        &|| bar.inc(1),
    )?;
    bar.finish_and_clear();
    if let Some(folder) = &options.out {
        write_evaluation(&found, folder, options.stages)?;
    }
    let mut out = out();
    if options.json {
        writeln!(out, "{}", json(&found)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "{}", found.markdown(options.stages))?;
    for i in 1..found.scores.len() {
        let (Some(base), Some(own)) = (
            found.found(0, 0, Measure::Violations),
            found.found(i, 0, Measure::Violations),
        ) else {
            continue;
        };
        let part = own.mean.estimate / base.mean.estimate.max(1e-9) * 100.0;
        writeln!(
            out,
            "{}: {part:.0} % of the built-in rule's violations",
            found.scores[i].name
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Table, plots and values in a folder.
fn write_evaluation(found: &Evaluation, folder: &Path, stages: bool) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).with_context(|| folder.shown())?;
    write_whole(&folder.join("evaluation.md"), found.markdown(stages))?;
    write_json(&folder.join("evaluation.json"), found)?;
    for (name, svg) in found.plots()? {
        write_whole(&folder.join(name), svg)?;
    }
    Ok(())
}
