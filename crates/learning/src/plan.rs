//! The plan of a training: which algorithm on what, with which settings. A TOML file, or the
//! algorithm's usual plan with a few things changed.

use super::{LearnError, Result, conduct_options::ConductChoice};
use collegium_core::input::{Mistakes, Source};
use collegium_sim::conduct::Decides;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use training::{
    descriptor::Hyperparameters,
    learner::{Load, Method},
};

pub use training::algorithm::Algorithm;

/// How GRPO makes its groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grouping {
    /// Rollouts branched from the same saved state: the same person, the same moment, other
    /// actions.
    #[default]
    Branches,
    /// People of the same persona group.
    Persona,
}

/// How many people a scenario has, about.
const USUAL_PERSONS: usize = 25;

/// How many decisions somebody makes in a day, about.
const DECISIONS_A_DAY: usize = 40;

/// What is to be trained, on what, and how long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrainingPlan {
    /// How is learned.
    pub algorithm: Algorithm,
    /// The name of the head that comes of it.
    pub name: String,
    /// The seed of weights, batches and campuses.
    pub seed: u64,
    /// The scenario's file.
    pub scenario: PathBuf,
    /// How many people; all that the scenario names without a number.
    pub persons: Option<usize>,
    /// How many campuses are run side by side in a round (online).
    pub worlds: usize,
    /// Simulated days of each (online).
    pub days: u32,
    /// Rounds: episodes of all worlds and an update on them (online), passes over the dataset
    /// (behaviour cloning), or thousands of gradient steps (offline reinforcement).
    pub rounds: u64,
    /// The dataset: what is learned from (offline), or demonstrations (adversarial).
    pub data: Option<PathBuf>,
    /// The part of the people whose demonstrations are used, 0 to 1.
    pub coverage: f64,
    /// The head to begin with; a fresh one without.
    pub start: Option<String>,
    /// Whether every persona group gets a head of its own.
    pub per_group: bool,
    /// The rank of adapters over the head to begin with (behaviour cloning); 0 for none.
    pub lora_rank: usize,
    /// How groups are made (GRPO).
    pub grouping: Grouping,
    /// Threads for campuses; 0 for all cores.
    pub threads: usize,
    /// The algorithm's own settings that are not its usual ones.
    pub settings: toml::Table,
}

impl Default for TrainingPlan {
    fn default() -> Self {
        Self::usual(Algorithm::default())
    }
}

impl TrainingPlan {
    /// The usual plan of an algorithm.
    pub fn usual(algorithm: Algorithm) -> Self {
        Self {
            algorithm,
            name: algorithm.word.to_owned(),
            seed: 1,
            scenario: PathBuf::from("scenarios/first-week.toml"),
            persons: None,
            worlds: algorithm.worlds,
            days: 1,
            rounds: algorithm.rounds,
            data: None,
            coverage: 1.0,
            start: None,
            per_group: false,
            lora_rank: 0,
            grouping: Grouping::Branches,
            threads: 0,
            settings: toml::Table::new(),
        }
    }

    /// Reads a plan.
    ///
    /// # Errors
    /// When the file cannot be read, or with everything in it that is not known or cannot be.
    pub fn read(file: &std::path::Path) -> Result<Self> {
        let (mut source, mut mistakes) = (Source::read(file)?, Mistakes::default());
        let read: Option<Self> = source.toml_with(&mut mistakes);
        let table = source.toml::<toml::Table>().unwrap_or_default();
        if !table.contains_key("algorithm") {
            let what = "no `algorithm`; expected one, such as algorithm = \"ppo\"";
            mistakes.note(source.error(0..0, what));
        }
        let word = table.get("algorithm").and_then(toml::Value::as_str);
        let known = word.and_then(Algorithm::of).is_some();
        let mut plan = read.unwrap_or_default();
        if mistakes.is_empty() {
            // What the file leaves out is as the algorithm's usual plan has it.
            let whole = toml::Table::try_from(Self::usual(plan.algorithm)).map(|mut usual| {
                usual.extend(table);
                usual
            });
            let wrong = |e: &dyn std::fmt::Display| LearnError::wrong(file, e, "a training plan");
            let whole = whole.map_err(|e| wrong(&e))?;
            plan = whole
                .try_into()
                .map_err(|e: toml::de::Error| wrong(&e.message()))?;
        }
        // What can be in a plan hangs on its algorithm.
        for mistake in plan.mistakes().into_iter().filter(|_| known) {
            let key = match &mistake {
                LearnError::Setting { what, .. } => what.as_str(),
                _ => "settings",
            };
            let path: Vec<&str> = key.split('.').collect();
            mistakes.note(source.error(source.span_of(&path), mistake.to_string()));
        }
        Ok(mistakes.none_in(plan)?)
    }

    /// Refuses plans that cannot be.
    ///
    /// # Errors
    /// With the first thing that is wrong.
    pub fn check(&self) -> Result<()> {
        self.mistakes().into_iter().next().map_or(Ok(()), Err)
    }

    /// What cannot be so.
    fn mistakes(&self) -> Vec<LearnError> {
        let mut all = Vec::new();
        let mut wrong = |what: &str, found: &dyn std::fmt::Display, expected: &str| {
            all.push(LearnError::setting(what, found, expected));
        };
        for (what, number) in [
            ("worlds", self.worlds as u64),
            ("days", u64::from(self.days)),
            ("rounds", self.rounds),
        ] {
            if number == 0 {
                wrong(what, &0, "at least 1");
            }
        }
        if !(self.coverage > 0.0 && self.coverage <= 1.0) {
            wrong("coverage", &self.coverage, "above 0, at most 1");
        }
        if self.lora_rank > 0 && (self.start.is_none() || !self.algorithm.adapters) {
            let expected = "0, or behaviour cloning with a head to begin with";
            wrong("lora_rank", &self.lora_rank, expected);
        }
        let bad = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        if self.name.is_empty() || self.name.starts_with('.') || self.name.contains(bad) {
            wrong("name", &self.name, "letters, digits, - and _");
        } else if !matches!(
            ConductChoice::of(&self.name),
            ConductChoice::Decider(Decides::Head(_))
        ) {
            let expected = "a name that does not mean somebody else at decision points";
            wrong("name", &self.name, expected);
        }
        let word = self.algorithm.word;
        if self.algorithm.needs_data() && self.data.is_none() {
            let expected = "a dataset: make one with `collegium demos`, and name it with --data";
            wrong("data", &"none", expected);
        }
        if self.data.is_some() && !self.algorithm.needs_data() {
            let found = format!("a dataset for {word}");
            wrong(
                "data",
                &found,
                "none: it learns from campuses that it lives through",
            );
        }
        if self.settings.contains_key("adversarial") && !self.algorithm.adversarial() {
            let found = format!("settings of a discriminator for {word}");
            wrong(
                "settings.adversarial",
                &found,
                "none: it has no discriminator",
            );
        }
        if self.settings.contains_key("hidden") && self.start.is_some() {
            let expected = "none where a head to begin with has its own";
            wrong("settings.hidden", &"widths", expected);
        }
        all.extend(self.method().err());
        all
    }

    /// How is learned, with all settings.
    ///
    /// # Errors
    /// Where the plan has a setting that is not known.
    pub fn method(&self) -> Result<Box<dyn Method>> {
        let given = Hyperparameters {
            rounds: self.rounds,
            lora_rank: self.lora_rank,
            settings: &self.settings,
        };
        Ok((self.algorithm.method)(&given)?)
    }

    /// What a gradient step is made of, as nearly as can be told before campuses are lived; for
    /// choosing a device.
    ///
    /// # Errors
    /// Where the plan has a setting that is not known.
    pub fn load(&self) -> Result<Load> {
        let rows = self.worlds
            * self.persons.unwrap_or(USUAL_PERSONS)
            * self.days as usize
            * DECISIONS_A_DAY;
        Ok(self.method()?.load(&super::heads::head_shape(), rows))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_plans_hold_and_read_back() {
        for algorithm in Algorithm::all() {
            let data = algorithm.needs_data().then(|| "demos/x".into());
            let plan = TrainingPlan {
                data,
                ..TrainingPlan::usual(algorithm)
            };
            plan.check().unwrap();
            let text = toml::to_string(&plan).unwrap();
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("plan.toml");
            std::fs::write(&file, text).unwrap();
            assert_eq!(TrainingPlan::read(&file).unwrap(), plan);
        }
    }

    #[test]
    fn the_table_of_algorithms_is_that_of_the_code() {
        let file = collegium_sim::simulation::testing::project_file("docs/learning.md");
        let text = std::fs::read_to_string(&file).unwrap();
        let (before, rest) = text.split_once("## Algorithms\n\n").unwrap();
        let (_, after) = rest.split_once("\n\n").unwrap();
        let table = training::algorithm::markdown();
        let expected = format!("{before}## Algorithms\n\n{table}\n{after}");
        if std::env::var_os("COLLEGIUM_BLESS").is_some() {
            std::fs::write(&file, &expected).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(file).unwrap(),
            expected,
            "run the tests with COLLEGIUM_BLESS=1 to renew docs/learning.md"
        );
    }

    #[test]
    fn plans_of_before_read_as_ever() {
        let text = r#"{"algorithm": "drail-un", "name": "x", "seed": 4, "scenario": "s.toml",
            "persons": null, "worlds": 8, "days": 1, "rounds": 40, "data": "demos/x",
            "coverage": 1.0, "start": null, "per_group": false, "lora_rank": 0,
            "grouping": "branches", "threads": 0,
            "settings": {"adversarial": {"disc_epochs": 3}}}"#;
        let plan: TrainingPlan = serde_json::from_str(text).unwrap();
        assert_eq!((plan.algorithm.word, plan.seed), ("drail-un", 4));
        plan.check().unwrap();
        let other =
            serde_json::from_str::<TrainingPlan>(&text.replace("drail-un", "drill")).unwrap_err();
        assert!(other.to_string().contains("drill"), "{other}");
    }

    #[test]
    fn impossible_plans_are_refused_in_words() {
        let message = |text: &str| {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("plan.toml");
            std::fs::write(&file, text).unwrap();
            TrainingPlan::read(&file).unwrap_err().to_string()
        };
        for (text, needle) in [
            ("rounds = 3", "algorithm"),
            ("algorithm = \"pppo\"", "ppo"),
            ("algorithm = \"bc\"", "collegium demos"),
            ("algorithm = \"ppo\"\nworlds = 0", "worlds"),
            ("algorithm = \"ppo\"\ncolour = 1", "colour"),
            (
                "algorithm = \"ppo\"\n[settings]\nlearning_rat = 1.0",
                "learning_rat",
            ),
            (
                "algorithm = \"gail\"\ndata = \"x\"\n[settings.adversarial]\nordr = \"drail\"",
                "ordr",
            ),
            ("algorithm = \"ppo\"\nname = \"../x\"", "name"),
            ("algorithm = \"ppo\"\nname = \"expert\"", "somebody else"),
            ("algorithm = \"ppo\"\ndata = \"x\"", "a dataset for ppo"),
            (
                "algorithm = \"ppo\"\n[settings.adversarial]\nx = 1",
                "no discriminator",
            ),
            (
                "algorithm = \"bc\"\ndata = \"x\"\n[settings]\nepochs = 3",
                "rounds = N",
            ),
            ("algorithm = \"ppo\"\ncoverage = 1.5", "coverage"),
        ] {
            let message = message(text);
            assert!(message.contains(needle), "{text}: {message}");
        }
        let all = message(
            "algorithm = \"ppo\"\nworlds = 0\ndays = \"two\"\ncoverage = 1.5\ncolour = 1\n\
             name = \"../x\"\n[settings.adversarial]\nx = 1\n",
        );
        for place in ["2:10", "3:8", "4:12", "5:1", "6:8", "7:"] {
            let place = format!("plan.toml:{place}");
            assert!(all.contains(&place), "{place}: {all}");
        }
        let nothing_else = message("algorithm = \"pppo\"\ndata = \"x\"");
        assert!(!nothing_else.contains("data"), "{nothing_else}");
    }
}
