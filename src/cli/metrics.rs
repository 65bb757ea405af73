//! `run --metrics DIR`: what calls to models have come to by purpose and by model, a JSON file each,
//! every call that failed, and a log of each person.

use super::{Failure, out::Harmless};
use anyhow::Context as _;
use collegium_core::{
    ids::AgentId,
    text::{Shown as _, one_line},
};
use collegium_llm::{Call, CallRecord, Outcome, Usages, usages::Sums};
use collegium_sim::{
    record::{Chronicle, Logged},
    simulation::Campus,
    tools::{
        Names, SimEvent,
        tell::{ENGLISH, is_told},
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};
use training::files::{file_or_nothing, is_free, write_whole};

/// How many characters of a name are in the name of a file.
const MOST_IN_NAMES: usize = 60;

/// The folder of figures of a run, and what of them has been written.
pub struct Metrics {
    folder: PathBuf,
    /// The file of each person's log.
    logs: Vec<PathBuf>,
    /// Lines that are not written yet.
    lines: BTreeMap<AgentId, String>,
    failures: String,
    /// The first event that has not been taken in.
    seen: u64,
}

impl Metrics {
    /// Begins with a folder that is free; or, where a run goes on, with the one that it has.
    ///
    /// # Errors
    /// When there is something else, or it cannot be made.
    pub fn begin(
        folder: &Path,
        campus: &Campus,
        goes_on: bool,
        usages: &Usages,
    ) -> Result<Self, Failure> {
        let shown = folder.shown();
        let free = is_free(folder).with_context(|| format!("--metrics {shown}"))?;
        anyhow::ensure!(
            free || (goes_on && folder.join("total.json").is_file()),
            "--metrics {shown}: found a folder with something in it; expected one that is empty or \
             not there yet, or with --resume the one of that run"
        );
        for part in ["purposes", "models", "people"] {
            let made = fs::create_dir_all(folder.join(part));
            made.with_context(|| format!("--metrics {shown}"))?;
        }
        let names = file_names(campus.persons().map(|p| p.persona.name.as_str()));
        let mut metrics = Self {
            logs: names
                .into_iter()
                .map(|name| folder.join("people").join(format!("{name}.log")))
                .collect(),
            folder: folder.to_owned(),
            lines: BTreeMap::new(),
            failures: String::new(),
            seen: if goes_on { campus.head().events } else { 0 },
        };
        metrics.write(campus, usages)?;
        Ok(metrics)
    }

    /// Takes in what has happened since the last time: events and calls that the next commit takes
    /// away.
    fn take_in(&mut self, campus: &Campus) {
        let names = campus.names();
        if let Some(chronicle) = campus.world().get_resource::<Chronicle>() {
            let first = chronicle
                .pending
                .partition_point(|logged| logged.seq < self.seen);
            for logged in &chronicle.pending[first..] {
                self.seen = logged.seq + 1;
                self.note(logged, &names);
            }
        }
        for call in campus.calls() {
            self.failed(call);
        }
    }

    /// Writes an event into the logs of those who did it or heard it.
    fn note(&mut self, logged: &Logged, names: &Names<'_>) {
        let event = &logged.occurrence.event;
        let done = matches!(event, SimEvent::Done { .. });
        let refused = matches!(event, SimEvent::Dismissed { .. } | SimEvent::Merged { .. });
        if !is_told(event) && !done && !refused {
            return;
        }
        let text = logged.text(&ENGLISH, names);
        let text = one_line(&text, usize::MAX);
        let mut line = |who: AgentId, what: &str| {
            let lines = self.lines.entry(who).or_default();
            lines.push_str(&format!("{}  {what:<8}{text}\n", logged.at));
        };
        if let Some(who) = logged.occurrence.agent {
            line(who, word(event));
        }
        if let Some(other) = event.with().filter(|_| shared(event)) {
            line(other, "heard");
        }
    }

    /// Notes a call that left the model's place to the built-in mind.
    fn failed(&mut self, call: &Call) {
        if !matches!(call.answer.outcome, Outcome::FellBack(..)) {
            return;
        }
        let record = CallRecord::new(&call.request, &call.answer);
        self.failures.push_str(&format!(
            "{}  {}  {} of {}: {}: {}\n",
            record.asked,
            one_line(&record.name, usize::MAX),
            record.purpose,
            match record.model.as_str() {
                "" => "no model",
                model => model,
            },
            record.outcome,
            one_line(&record.answer, usize::MAX)
        ));
    }

    /// Brings the folder up to date. To be called once before each commit, which takes events and
    /// calls away.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, campus: &Campus, usages: &Usages) -> Result<(), Failure> {
        self.take_in(campus);
        for (who, lines) in std::mem::take(&mut self.lines) {
            if let Some(log) = self.logs.get(who.0 as usize) {
                append(log, &lines)?;
            }
        }
        append(
            &self.folder.join("failures.log"),
            &std::mem::take(&mut self.failures),
        )?;
        self.figures("purposes", &usages.purposes)?;
        self.figures("models", &usages.models)?;
        let total = self.folder.join("total.json");
        put(&total, "everything", &usages.total())
    }

    fn figures(&self, part: &str, sums: &BTreeMap<String, Sums>) -> Result<(), Failure> {
        let names = sums.keys().map(|name| match name.as_str() {
            "" => "no-model",
            name => name,
        });
        let files = file_names(names);
        for (file, (name, sums)) in files.into_iter().zip(sums) {
            let path = self.folder.join(part).join(format!("{file}.json"));
            put(&path, name, sums)?;
        }
        Ok(())
    }
}

/// Writes sums as a JSON file of its own.
fn put(path: &Path, name: &str, sums: &Sums) -> Result<(), Failure> {
    let mut report = sums.report();
    report["name"] = name.into();
    let text = serde_json::to_string_pretty(&report)?;
    write_whole(path, format!("{text}\n"))?;
    Ok(())
}

/// Adds lines at the end of a file, of which nothing steers or hides.
fn append(path: &Path, lines: &str) -> Result<(), Failure> {
    let written = || {
        file_or_nothing(path)?;
        let file = File::options().append(true).create(true).open(path)?;
        let mut file = Harmless::of(file);
        file.write_all(lines.as_bytes())?;
        file.flush()
    };
    written().with_context(|| format!("{} cannot be written", path.shown()))
}

/// Whether an event is the other's as much as the one's who did it: nobody hears another's
/// thoughts.
const fn shared(event: &SimEvent) -> bool {
    matches!(
        event,
        SimEvent::TalkBegan { .. }
            | SimEvent::Said { .. }
            | SimEvent::Joined { .. }
            | SimEvent::Left { .. }
            | SimEvent::Arranged { .. }
            | SimEvent::Invited { .. }
            | SimEvent::Replied { .. }
            | SimEvent::Deed { .. }
    )
}

/// What an event is to the one who it happens to.
const fn word(event: &SimEvent) -> &'static str {
    match event {
        SimEvent::Said { .. } | SimEvent::Posted { .. } => "said",
        SimEvent::Planned { .. }
        | SimEvent::Thought { .. }
        | SimEvent::Reflected { .. }
        | SimEvent::Merged { .. }
        | SimEvent::Dismissed { .. }
        | SimEvent::Diary { .. }
        | SimEvent::Mused { .. } => "thought",
        SimEvent::Learned { .. } => "learnt",
        _ => "did",
    }
}

/// Names of files for names, each its own: what cannot be part of one becomes a dash.
fn file_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    names
        .enumerate()
        .map(|(number, name)| {
            let fit = |c: char| match c {
                c if c.is_alphanumeric() || matches!(c, '-' | '_') => c,
                _ => '-',
            };
            let mut file: String = name.chars().map(fit).take(MOST_IN_NAMES).collect();
            // Some systems take names in other letters for the same.
            if file.is_empty() || !taken.insert(file.to_lowercase()) {
                file.push_str(&format!("-{number}"));
                taken.insert(file.to_lowercase());
            }
            file
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_file_of_its_own() {
        let names = ["Ada Byron", "Ada/Byron", "ada byron", "", "李 明"];
        let files = file_names(names.into_iter());
        assert_eq!(
            files,
            ["Ada-Byron", "Ada-Byron-1", "ada-byron-2", "-3", "李-明"]
        );
    }

    #[test]
    fn nobody_hears_the_thoughts_of_others() {
        let mused = SimEvent::Mused {
            memory: 1,
            about: Some(AgentId(1)),
            text: String::new(),
        };
        assert!(!shared(&mused) && word(&mused) == "thought");
        let said = SimEvent::Said {
            with: AgentId(1),
            talk: 1,
            text: String::new(),
        };
        assert!(shared(&said) && word(&said) == "said");
    }
}
