//! The gold checks: what is learned and computed here, held against numbers that others published
//! or that can be worked out exactly.
//!
//! Every check's criterion is fixed in code from its source, never from our own result. [`run`] is
//! told which to run and calls back as it goes on; time is measured by who calls. [`json`] prints
//! results, [`report`] keeps them beside the published numbers in `training/GOLD.md`.

mod adversarial;
mod drail;
mod learn;
mod offline;
pub mod report;
mod seals;
pub mod vectors;
mod worlds;

use crate::error::{Error, Result};
use crate::plot::{Map, Series};
use crate::seed::{Use, stream};
use crate::stats::{self, Bootstrap, Interval};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicBool, Ordering};

/// How long a check takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckLength {
    /// Seconds: all of them together less than a minute.
    #[default]
    Quick,
    /// Minutes to hours: training over several seeds.
    Long,
}

/// What came of a check, with all that is reported of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckResult {
    /// Its name, as `ppo/CartPole-v1`.
    pub name: String,
    /// Whether the criterion is met.
    pub passed: bool,
    /// What was found, in words.
    pub value: String,
    /// The criterion, with the published number.
    pub expected: String,
    /// Where that is from.
    pub source: String,
    /// How long it takes.
    pub speed: CheckLength,
    /// What was run: steps and seeds, and where that is less than the published protocol.
    pub protocol: String,
    /// The number of each seed, for long checks.
    pub runs: Vec<f64>,
    /// Their mean with a 95 % bootstrap interval.
    pub mean: Option<Interval>,
    /// Their interquartile mean with a 95 % bootstrap interval.
    pub iqm: Option<Interval>,
    /// Seconds it took, where who called measured them.
    pub wall: Option<f64>,
    /// Named intermediate values, a mean over seeds each with its interval.
    pub details: Vec<(String, Interval)>,
    /// Learning curves, one a seed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub curves: Vec<Series>,
    /// Named maps, of the first seed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub maps: Vec<(String, Map)>,
}

/// What is told while checks run.
#[derive(Clone, Copy, Debug)]
pub enum CheckEvent<'a> {
    /// A check has begun.
    Began {
        /// The check's name.
        name: &'a str,
        /// Its place among those that run, from 0.
        index: usize,
        /// How many checks there are.
        of: usize,
    },
    /// A seed of a long check has come further.
    Progress {
        /// The check's name.
        name: &'a str,
        /// The seed that goes on.
        seed: u64,
        /// What is done of `total`: steps.
        done: u64,
        /// All there is to do for this seed.
        total: u64,
        /// How good it is now, in the check's own measure.
        score: Option<f64>,
    },
    /// A check is over.
    Ended(&'a CheckResult),
}

/// Which checks to run.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Select {
    /// Those that take seconds to minutes.
    #[default]
    Quick,
    /// Those that train over several seeds.
    Long,
    /// Every check there is.
    All,
    /// Those of these names; a name that no check has stands for all that begin with it.
    Named(Vec<String>),
}

impl Select {
    fn takes(&self, entry: &GoldCheck, all: &[String]) -> bool {
        let named = |name: &String| {
            entry.name == *name || (!all.contains(name) && entry.name.starts_with(name.as_str()))
        };
        match self {
            Select::Quick => entry.speed() == CheckLength::Quick,
            Select::Long => entry.speed() == CheckLength::Long,
            Select::All => true,
            Select::Named(names) => names.iter().any(named),
        }
    }
}

/// What one seed came to.
#[derive(Clone, Debug, Default)]
pub(crate) struct SeedResult {
    /// The number that is judged.
    pub value: f64,
    /// What else is worth reporting; the same names in every run.
    pub more: Vec<(String, f64)>,
    /// How it got there: steps and value.
    pub curve: Vec<(f64, f64)>,
    /// What is to be drawn.
    pub maps: Vec<(String, Map)>,
}

/// What is said of a check's numbers.
#[derive(Clone, Debug)]
pub(crate) struct Assessment {
    pub passed: bool,
    pub value: String,
}

impl Assessment {
    pub(crate) fn new(passed: bool, value: impl Into<String>) -> Self {
        Assessment {
            passed,
            value: value.into(),
        }
    }
}

/// Where a check tells how far it is.
pub(crate) struct Teller<'a> {
    name: &'a str,
    seed: u64,
    tell: &'a (dyn Fn(&CheckEvent<'_>) -> bool + Sync),
    stopped: &'a AtomicBool,
}

impl Teller<'_> {
    /// Tells; gives `false` when the check should stop.
    pub(crate) fn tell(&self, done: u64, total: u64, score: Option<f64>) -> bool {
        let event = CheckEvent::Progress {
            name: self.name,
            seed: self.seed,
            done,
            total,
            score,
        };
        if !(self.tell)(&event) {
            self.stopped.store(true, Ordering::Relaxed);
        }
        !self.stopped.load(Ordering::Relaxed)
    }
}

/// A long check's protocol.
pub(crate) struct Long {
    /// Seeds that are run unless told.
    pub seeds: usize,
    /// What is run, with steps.
    pub protocol: String,
    /// Seeds of the published protocol, to say where fewer are run.
    pub published_seeds: usize,
    /// Runs the protocol once, with that seed.
    pub run: Box<dyn Fn(u64, &Teller<'_>) -> Result<SeedResult> + Send + Sync>,
    /// Judges all seeds, with their mean and interquartile mean.
    pub judge: Box<dyn Fn(&[SeedResult], Interval, Interval) -> Assessment + Send + Sync>,
}

enum Body {
    Quick(Box<dyn Fn(&Teller<'_>) -> Result<Assessment> + Send + Sync>),
    Long(Long),
}

/// A check that can be run.
pub struct GoldCheck {
    /// What it is chosen and reported by.
    pub name: String,
    /// The criterion, with the published number.
    pub expected: String,
    /// Where that is from.
    pub source: String,
    body: Body,
}

impl GoldCheck {
    pub(crate) fn quick(
        name: impl Into<String>,
        expected: impl Into<String>,
        source: impl Into<String>,
        run: impl Fn(&Teller<'_>) -> Result<Assessment> + Send + Sync + 'static,
    ) -> Self {
        let (name, expected, source) = (name.into(), expected.into(), source.into());
        GoldCheck {
            name,
            expected,
            source,
            body: Body::Quick(Box::new(run)),
        }
    }

    pub(crate) fn long(
        name: impl Into<String>,
        expected: impl Into<String>,
        source: impl Into<String>,
        long: Long,
    ) -> Self {
        GoldCheck {
            name: name.into(),
            expected: expected.into(),
            source: source.into(),
            body: Body::Long(long),
        }
    }

    /// How long it takes.
    pub fn speed(&self) -> CheckLength {
        match self.body {
            Body::Quick(_) => CheckLength::Quick,
            Body::Long(_) => CheckLength::Long,
        }
    }
}

/// All checks, in the order in which they run: the quick ones first.
pub fn entries() -> Vec<GoldCheck> {
    let mut all = vectors::entries();
    all.extend(worlds::entries());
    all.extend(offline::entries());
    all.extend(learn::entries());
    all.extend(adversarial::entries());
    all.extend(seals::entries());
    all.extend(drail::entries());
    all.sort_by_key(|entry| entry.speed() == CheckLength::Long);
    all
}

/// Runs checks, one after another; seeds of one side by side on rayon's threads. `seeds` overrides
/// how many a long check has. `tell` is told of every event, and stops everything by giving
/// `false`: then what was finished is given. A check that cannot go on has failed, with what went
/// wrong as its value.
///
/// # Errors
/// Where no check is selected.
pub fn run(
    select: &Select,
    seeds: Option<usize>,
    tell: &(dyn Fn(&CheckEvent<'_>) -> bool + Sync),
) -> Result<Vec<CheckResult>> {
    let names: Vec<String> = entries().into_iter().map(|entry| entry.name).collect();
    let chosen: Vec<GoldCheck> = entries()
        .into_iter()
        .filter(|entry| select.takes(entry, &names))
        .collect();
    if chosen.is_empty() {
        let names = names.join(", ");
        let found = match select {
            Select::Named(wanted) => wanted.join(", "),
            _ => "none".to_owned(),
        };
        return Err(Error::data(
            "gold checks",
            found,
            format!("the beginning of one of: {names}"),
        ));
    }
    let stopped = AtomicBool::new(false);
    let mut checks = Vec::with_capacity(chosen.len());
    for (index, entry) in chosen.iter().enumerate() {
        if !tell(&CheckEvent::Began {
            name: &entry.name,
            index,
            of: chosen.len(),
        }) {
            break;
        }
        let check = one(entry, seeds, tell, &stopped);
        if stopped.load(Ordering::Relaxed) {
            break;
        }
        let go_on = tell(&CheckEvent::Ended(&check));
        checks.push(check);
        if !go_on {
            break;
        }
    }
    Ok(checks)
}

fn one(
    entry: &GoldCheck,
    seeds: Option<usize>,
    tell: &(dyn Fn(&CheckEvent<'_>) -> bool + Sync),
    stopped: &AtomicBool,
) -> CheckResult {
    let teller = |seed| Teller {
        name: &entry.name,
        seed,
        tell,
        stopped,
    };
    let mut check = CheckResult {
        name: entry.name.clone(),
        expected: entry.expected.clone(),
        source: entry.source.clone(),
        speed: entry.speed(),
        ..CheckResult::default()
    };
    let said = match &entry.body {
        Body::Quick(run) => run(&teller(1)),
        Body::Long(long) => several(
            long,
            seeds.unwrap_or(long.seeds).max(1),
            &teller,
            &mut check,
        ),
    };
    match said {
        Ok(verdict) => (check.passed, check.value) = (verdict.passed, verdict.value),
        Err(problem) => check.value = format!("could not be run: {problem}"),
    }
    check
}

fn several<'a>(
    long: &Long,
    seeds: usize,
    teller: &(dyn Fn(u64) -> Teller<'a> + Sync),
    check: &mut CheckResult,
) -> Result<Assessment> {
    check.protocol = format!(
        "{}, {seeds} seed{}",
        long.protocol,
        if seeds == 1 { "" } else { "s" }
    );
    if seeds < long.published_seeds {
        check.protocol += &format!(" (published: {})", long.published_seeds);
    }
    let runs = (1..=seeds as u64)
        .into_par_iter()
        .map(|seed| (long.run)(seed, &teller(seed)))
        .collect::<Result<Vec<_>>>()?;
    check.runs = runs.iter().map(|run| run.value).collect();
    check.curves = runs
        .iter()
        .zip(1..)
        .filter(|(run, _)| !run.curve.is_empty())
        .map(|(run, seed): (&SeedResult, u64)| Series {
            name: format!("seed {seed}"),
            points: run.curve.clone(),
            band: Vec::new(),
        })
        .collect();
    check.maps = runs.first().map(|run| run.maps.clone()).unwrap_or_default();
    let names = runs.first().map(|run| {
        run.more
            .iter()
            .map(|(name, _)| name.clone())
            .collect::<Vec<_>>()
    });
    for (i, name) in names.unwrap_or_default().into_iter().enumerate() {
        let column: Vec<f64> = runs
            .iter()
            .filter_map(|run| run.more.get(i).map(|(_, value)| *value))
            .collect();
        check.details.push((name, interval(&column, stats::mean)?));
    }
    let (mean, iqm) = (
        interval(&check.runs, stats::mean)?,
        interval(&check.runs, stats::iqm)?,
    );
    (check.mean, check.iqm) = (Some(mean), Some(iqm));
    Ok((long.judge)(&runs, mean, iqm))
}

/// A 95 % bootstrap interval, always drawn alike.
pub(crate) fn interval(
    numbers: &[f64],
    of: impl Fn(&[f64]) -> Result<f64, stats::StatsError>,
) -> Result<Interval> {
    let mut dice = stream(0, Use::Bootstrap, 0);
    stats::bootstrap(numbers, of, Bootstrap::default(), &mut dice)
        .map_err(|e| Error::data("numbers of runs", e, "finite numbers"))
}

/// A number with two to four digits, as one reads it.
pub(crate) fn show(x: f64) -> String {
    match x.abs() {
        a if a >= 100.0 => format!("{x:.1}"),
        a if a >= 10.0 => format!("{x:.2}"),
        a if a >= 0.01 || a == 0.0 => format!("{x:.3}"),
        _ => format!("{x:.1e}"),
    }
}

/// An estimate with its interval, as one reads it.
pub(crate) fn shown(x: Interval) -> String {
    format!("{} [{}, {}]", show(x.estimate), show(x.low), show(x.high))
}

/// Results as JSON: `{"checks": [{"name", "passed", "value", "expected", "source"}]}`.
pub fn json(checks: &[CheckResult]) -> serde_json::Value {
    let one = |check: &CheckResult| {
        serde_json::json!({
            "name": check.name,
            "passed": check.passed,
            "value": check.value,
            "expected": check.expected,
            "source": check.source,
        })
    };
    serde_json::json!({ "checks": checks.iter().map(one).collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_criteria_stand() {
        let all = entries();
        let mut names: Vec<_> = all.iter().map(|entry| entry.name.clone()).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all.len());
        assert!(
            all.iter()
                .all(|e| !e.expected.is_empty() && !e.source.is_empty())
        );
        assert!(
            all.iter().any(|e| e.speed() == CheckLength::Long)
                && all[0].speed() == CheckLength::Quick
        );
    }

    #[test]
    fn a_run_can_be_chosen_followed_and_stopped() {
        let events = std::sync::Mutex::new(Vec::new());
        let tell = |event: &CheckEvent<'_>| {
            events.lock().unwrap().push(match event {
                CheckEvent::Began { name, of, .. } => format!("began {name} of {of}"),
                CheckEvent::Progress { .. } => "progress".to_owned(),
                CheckEvent::Ended(check) => format!("ended {} {}", check.name, check.passed),
            });
            true
        };
        let checks = run(&Select::Named(vec!["vectors/gae".into()]), None, &tell).unwrap();
        assert!(checks.len() == 1 && checks[0].passed, "{checks:?}");
        assert_eq!(
            *events.lock().unwrap(),
            ["began vectors/gae of 1", "ended vectors/gae true"]
        );
        let text = json(&checks).to_string();
        assert!(
            text.starts_with(r#"{"checks":[{"#) && text.contains(r#""passed":true"#),
            "{text}"
        );
        assert!(run(&Select::Named(vec!["nothing".into()]), None, &|_| true).is_err());
        assert!(run(&Select::Quick, None, &|_| false).unwrap().is_empty());
    }

    /// All quick checks of a family, as they are in `collegium gold --quick`.
    fn pass(family: &str) {
        let quick = entries()
            .into_iter()
            .filter(|e| e.speed() == CheckLength::Quick && e.name.starts_with(family));
        let names: Vec<String> = quick.map(|entry| entry.name).collect();
        assert!(!names.is_empty());
        for check in run(&Select::Named(names), None, &|_| true).unwrap() {
            assert!(
                check.passed,
                "{}: {} instead of {}",
                check.name, check.value, check.expected
            );
        }
    }

    #[test]
    fn worlds_are_gold() {
        pass("worlds/");
    }

    #[test]
    fn offline_learners_are_gold() {
        pass("offline/");
    }

    #[test]
    fn small_learners_are_gold() {
        pass("learn/");
    }

    #[test]
    fn the_ocean_is_gold() {
        pass("ocean/");
    }

    #[test]
    fn imitation_is_gold() {
        pass("imitation/");
    }

    #[test]
    fn seeds_are_put_together_and_failures_said() {
        let entry = |fail: bool| {
            let long = Long {
                seeds: 3,
                protocol: "10 steps".into(),
                published_seeds: 5,
                run: Box::new(move |seed, teller| {
                    teller.tell(10, 10, None);
                    if fail {
                        return Err(Error::data("x", 1, "y"));
                    }
                    Ok(SeedResult {
                        value: seed as f64,
                        more: vec![("other".into(), 1.0)],
                        curve: vec![(0.0, 1.0)],
                        ..SeedResult::default()
                    })
                }),
                judge: Box::new(|runs, mean, _| {
                    Assessment::new(runs.len() == 3, show(mean.estimate))
                }),
            };
            GoldCheck::long("a/b", "≥ 1", "nowhere", long)
        };
        let stopped = AtomicBool::new(false);
        let found = one(&entry(false), None, &|_| true, &stopped);
        assert!(
            found.passed && found.value == "2.000" && found.runs == [1.0, 2.0, 3.0],
            "{found:?}"
        );
        assert_eq!(found.protocol, "10 steps, 3 seeds (published: 5)");
        assert!(
            found.mean.unwrap().holds(2.0)
                && found.details[0].1.estimate == 1.0
                && found.curves.len() == 3
        );
        let failed = one(&entry(true), Some(1), &|_| true, &stopped);
        assert!(
            !failed.passed && failed.value.contains("could not be run"),
            "{failed:?}"
        );
    }
}
