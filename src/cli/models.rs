//! Language models on the command line: joining a run with its models, the estimate before it, the
//! meter during it, and the calls of a save.

use super::{
    Failure, args,
    out::{json, out},
};
use collegium_core::{
    text::{harmless, harmless_json},
    time::{DAY, HOUR, SimTime},
};
use collegium_llm::{Outcome, Usages, probe, tokens};
use collegium_sim::{
    memory::Embedder,
    record::{SaveFile, check_name, save_path},
    simulation::{self, Campus, Correspondence, Endpoint, USUAL_SETTINGS},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write as _,
    path::Path,
    process::ExitCode,
    sync::Arc,
};

/// What a model-driven mind takes in tokens a day, by `llama_cpp_check/tokens.sh 3` on the scenario
/// of 25 with the stand-in for a model: used for the estimate before a run.
const TOKENS_PER_AGENT_DAY: f64 = 33_000.0;

/// Joins a run with its models; none when no mind of the campus is driven by one.
///
/// # Errors
/// When the settings are missing or refused, or name no profile that a mind asks for.
pub fn correspond(
    options: &args::MindsArgs,
    campus: &Campus,
    usages: Usages,
) -> Result<Option<Correspondence>, Failure> {
    let without = options.mind == Some(args::MindArg::Builtin);
    let joined = Correspondence::join(campus, options.settings.as_deref(), without, usages)?;
    anyhow::ensure!(
        joined.is_some() || options.model.is_none(),
        "--model is for model-driven minds; add --mind model"
    );
    Ok(joined)
}

/// The embedder of a run ([`Endpoint::of_run`]).
///
/// # Errors
/// As there.
pub fn embedder(
    options: &args::MindsArgs,
    campus: &Campus,
) -> Result<Option<Arc<dyn Embedder>>, Failure> {
    let without = options.mind == Some(args::MindArg::Builtin);
    Ok(Endpoint::of_run(
        campus,
        options.settings.as_deref(),
        without,
        None,
    )?)
}

/// What a run is likely to cost, in a sentence: from what it has cost so far where it goes on, else
/// from what was measured.
pub fn estimate(campus: &Campus, correspondence: &Correspondence, end: SimTime) -> String {
    let before = &correspondence.usages;
    let clock = campus.clock();
    let minds = campus.model_profiles().count();
    let days = f64::from(end.since(clock.now)) / f64::from(DAY);
    let lived = minds as f64 * f64::from(clock.now.since(clock.start)) / f64::from(DAY);
    let (each, whence) = if lived > 0.5 {
        (
            before.total().tokens() as f64 / lived,
            "as so far in this run",
        )
    } else {
        (
            TOKENS_PER_AGENT_DAY,
            "as measured with a stand-in for a model and the scenario of 25",
        )
    };
    let tokens = each * minds as f64 * days;
    // Of the tokens measured about one in nine was an answer's.
    let cost = match correspondence.prices {
        Some((input, output)) if input + output > 0.0 => {
            format!(
                ", about {:.2} in money",
                tokens / 1e6 * (input * 8.0 + output) / 9.0
            )
        }
        _ => String::new(),
    };
    format!(
        "{minds} model-driven minds for {days:.1} days: about {} tokens ({} per mind and day, \
         {whence}){cost}",
        thousands(tokens),
        thousands(each)
    )
}

/// The line beside the progress bar: time, tokens and money so far, what is being waited for.
pub fn meter(campus: &Campus, usages: &Usages) -> String {
    let total = usages.total();
    let waiting = campus.waiting();
    let cost = if total.micros > 0 {
        format!(" · {:.2}", total.cost())
    } else {
        String::new()
    };
    let fallback = if total.fallback > 0 {
        format!(
            " · {:.0} % by the built-in mind",
            100.0 * total.fallback_share()
        )
    } else {
        String::new()
    };
    format!(
        "{} · {} tokens{cost}{fallback} · {waiting} waiting",
        campus.clock().now,
        thousands(total.tokens() as f64)
    )
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
pub fn calls(options: &args::CallsArgs) -> Result<ExitCode, Failure> {
    let name = options
        .save
        .strip_suffix(".campus")
        .unwrap_or(&options.save);
    check_name(name)?;
    let path = save_path(&options.saves, name);
    let save = SaveFile::look(&path)?;
    simulation::fits_rooms(&save.header()?, &path)?;
    let mut out = out();
    if options.log {
        for line in save.call_log()? {
            write!(out, "{}", harmless_json(&line))?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let usages = save.usages()?;
    let counted = if options.count {
        Some(Counted::of(&save)?)
    } else {
        None
    };
    if options.json {
        let mut report = usages.report();
        if let Some(counted) = &counted {
            report["counted"] = counted.json();
        }
        writeln!(out, "{}", json(&report)?)?;
    } else {
        table(&mut out, &usages)?;
        if let Some(counted) = &counted {
            counted.print(&mut out)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Tokens counted with one tokenizer, so that runs with different servers can be compared.
struct Counted {
    /// By purpose: requests, and tokens of prompts, schemas and answers.
    purposes: BTreeMap<&'static str, [usize; 4]>,
    /// Agents that asked, times simulated days.
    agent_days: f64,
    asleep: usize,
}

impl Counted {
    fn of(save: &SaveFile) -> Result<Self, Failure> {
        let mut purposes: BTreeMap<&'static str, [usize; 4]> = BTreeMap::new();
        let mut agents = BTreeSet::new();
        let mut asleep = 0;
        save.each_call(|call| {
            let prompt = &call.request.prompt;
            let answer = match &call.answer.outcome {
                Outcome::Ok(text) | Outcome::Repaired(text, _) => tokens::count(text),
                Outcome::FellBack(..) => 0,
            };
            let sums = purposes.entry(call.request.purpose.word()).or_default();
            // Repeated calls send the prompt again.
            let calls = call.answer.usage.calls.max(1) as usize;
            sums[0] += 1;
            sums[1] += calls * (tokens::count(&prompt.system) + tokens::count(&prompt.user));
            sums[2] += calls * tokens::count(&prompt.schema);
            sums[3] += answer;
            agents.insert(call.request.agent);
            asleep += usize::from((HOUR..4 * HOUR).contains(&call.request.asked.of_day()));
        })?;
        let (from, to) = save.span()?;
        Ok(Self {
            purposes,
            agent_days: agents.len() as f64 * f64::from(to.since(from)) / f64::from(DAY),
            asleep,
        })
    }

    fn total(&self) -> [usize; 4] {
        self.purposes.values().fold([0; 4], |mut sum, one| {
            sum.iter_mut().zip(one).for_each(|(s, o)| *s += o);
            sum
        })
    }

    fn per_day(&self, tokens: usize) -> f64 {
        if self.agent_days > 0.0 {
            tokens as f64 / self.agent_days
        } else {
            0.0
        }
    }

    fn json(&self) -> serde_json::Value {
        let shape = |s: &[usize; 4]| {
            serde_json::json!({"requests": s[0], "tokens_in": s[1], "tokens_schema": s[2],
                "tokens_out": s[3],
                "per_agent_day": self.per_day(s[1] + s[3]).round(),
                "per_agent_day_with_schema": self.per_day(s[1] + s[2] + s[3]).round()})
        };
        let purposes: serde_json::Map<String, serde_json::Value> = self
            .purposes
            .iter()
            .map(|(purpose, sums)| ((*purpose).to_owned(), shape(sums)))
            .collect();
        serde_json::json!({"tokenizer": "cl100k_base", "agent_days": self.agent_days,
            "total": shape(&self.total()),
            "purposes": purposes, "requests_between_1_and_4_at_night": self.asleep})
    }

    fn print(&self, out: &mut impl std::io::Write) -> std::io::Result<()> {
        writeln!(
            out,
            "\ncounted with cl100k_base over {:.1} agent-days:",
            self.agent_days
        )?;
        writeln!(
            out,
            "{:<14}{:>9}{:>12}{:>12}{:>12}{:>16}",
            "", "requests", "prompts", "schemas", "answers", "per agent-day"
        )?;
        let rows = self
            .purposes
            .iter()
            .map(|(purpose, sums)| (*purpose, *sums))
            .chain([("total", self.total())]);
        for (name, [requests, prompts, schemas, answers]) in rows {
            let each = self.per_day(prompts + answers);
            writeln!(
                out,
                "{name:<14}{requests:>9}{prompts:>12}{schemas:>12}{answers:>12}{each:>16.0}"
            )?;
        }
        Ok(())
    }
}

fn table(out: &mut impl std::io::Write, usages: &Usages) -> std::io::Result<()> {
    let total = usages.total();
    if total.requests == 0 {
        return writeln!(out, "no calls: every mind of this save is the built-in one");
    }
    writeln!(
        out,
        "{:<22}{:>9}{:>7}{:>10}{:>10}{:>12}{:>12}{:>10}{:>9}",
        "", "requests", "ok", "repaired", "fallback", "tokens in", "tokens out", "p50 ms", "cost"
    )?;
    let mut row = |name: &str, s: &collegium_llm::usages::Sums| {
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
    for (purpose, sums) in &usages.purposes {
        row(purpose, sums)?;
    }
    for (model, sums) in &usages.models {
        let name = match model.as_str() {
            "" => "(built-in mind)".into(),
            model => harmless(model),
        };
        row(&name, sums)?;
    }
    row("total", &total)?;
    let faults: Vec<String> = total
        .faults
        .iter()
        .map(|(kind, n)| format!("{kind} {n}"))
        .collect();
    if !faults.is_empty() {
        writeln!(out, "faults: {}", harmless(&faults.join(", ")))?;
    }
    for (what, counts) in [
        ("repaired", &total.repairs),
        ("put aside", &total.put_aside),
    ] {
        let list: Vec<String> = counts
            .iter()
            .map(|(kind, n)| format!("{kind} {n}"))
            .collect();
        if !list.is_empty() {
            writeln!(out, "{what}: {}", harmless(&list.join(", ")))?;
        }
    }
    writeln!(
        out,
        "decided by a model: {:.1} % of the thoughts",
        100.0 * total.decided_share()
    )?;
    Ok(())
}

/// Probes the models of the settings, for `doctor`. True when there is none that does not work.
///
/// # Errors
/// When the settings are refused or standard output cannot be written.
pub fn doctor(out: &mut impl std::io::Write, file: Option<&Path>) -> Result<bool, Failure> {
    let Some(settings) = simulation::settings(file)? else {
        writeln!(
            out,
            "  -  language models: no settings; none is needed. To use one, copy \
             collegium.example.toml to {USUAL_SETTINGS}; a project that `collegium new DIR` makes \
             has it"
        )?;
        return Ok(true);
    };
    let mut good = true;
    for report in probe::probe(&settings) {
        good &= report.usable();
        let word = |yes: bool| if yes { "ok  " } else { "  - " };
        let time = report
            .milliseconds
            .map_or_else(String::new, |ms| format!(", {ms} ms"));
        writeln!(
            out,
            "{} model {} ({} {}, {}): {}{time}",
            word(report.usable()),
            harmless(&report.profile),
            report.api,
            harmless(&report.model),
            harmless(&report.base_url),
            if report.answers {
                format!(
                    "answers by {}",
                    report.structured.map_or("", collegium_llm::Level::word)
                )
            } else {
                "does not answer".to_owned()
            }
        )?;
        for advice in &report.advice {
            // Advice repeats what a server said.
            writeln!(out, "       {}", harmless(advice))?;
        }
    }
    Ok(good)
}
