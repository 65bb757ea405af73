//! The plan of a training: which algorithm on what, with which settings. A TOML file, or the
//! algorithm's usual plan with a few things changed.

use super::{LearnError, Result, conduct_options::ConductChoice};
use collegium_core::input::{Source, did_you_mean};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use training::{algorithm::Hyperparameters, learner::Method, speed::Load};

pub use training::algorithm::Algorithm;

/// The algorithm of a word.
///
/// # Errors
/// For any other word, naming those there are.
pub fn algorithm(word: &str) -> Result<Algorithm> {
    Algorithm::of(word).ok_or_else(|| {
        let words = Algorithm::words();
        let near = did_you_mean(word, words.iter().copied());
        LearnError::setting(
            "algorithm",
            word,
            format!("one of {}{near}", words.join(", ")),
        )
    })
}

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
    /// Campuses side by side in a round (online).
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
    /// When the file cannot be read, or says something that is not known.
    pub fn read(file: &std::path::Path) -> Result<Self> {
        let table: toml::Table = Source::read(file)?.toml()?;
        let word = table.get("algorithm").and_then(toml::Value::as_str);
        let Some(word) = word else {
            return Err(LearnError::wrong(
                file,
                "no `algorithm`",
                "one, such as algorithm = \"ppo\"",
            ));
        };
        // What the file leaves out is as the algorithm's usual plan has it.
        let usual = toml::Table::try_from(Self::usual(algorithm(word)?));
        let mut whole = usual.map_err(|e| LearnError::wrong(file, e, "a training plan"))?;
        whole.extend(table);
        let plan: Self = whole.try_into().map_err(|e: toml::de::Error| {
            LearnError::wrong(file, e.message(), "a training plan")
        })?;
        plan.check()?;
        Ok(plan)
    }

    /// Refuses plans that cannot be.
    ///
    /// # Errors
    /// With the first thing that is wrong.
    pub fn check(&self) -> Result<()> {
        let least = [
            ("worlds", self.worlds as u64),
            ("days", u64::from(self.days)),
            ("rounds", self.rounds),
        ];
        if let Some((what, _)) = least.iter().find(|(_, n)| *n == 0) {
            return Err(LearnError::setting(*what, 0, "at least 1"));
        }
        if !(self.coverage > 0.0 && self.coverage <= 1.0) {
            return Err(LearnError::setting(
                "coverage",
                self.coverage,
                "above 0, at most 1",
            ));
        }
        if self.algorithm.needs_data() && self.data.is_none() {
            let expected = "a dataset: make one with `collegium demos`, and name it with --data";
            return Err(LearnError::setting("data", "none", expected));
        }
        if self.lora_rank > 0 && (self.start.is_none() || !self.algorithm.adapters) {
            return Err(LearnError::setting(
                "lora_rank",
                self.lora_rank,
                "0, or behaviour cloning with a head to begin with",
            ));
        }
        let bad = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        if self.name.is_empty() || self.name.starts_with('.') || self.name.contains(bad) {
            return Err(LearnError::setting(
                "name",
                &self.name,
                "letters, digits, - and _",
            ));
        }
        if !matches!(ConductChoice::of(&self.name), ConductChoice::Head(_)) {
            return Err(LearnError::setting(
                "name",
                &self.name,
                "a name that does not mean somebody else at decision points",
            ));
        }
        if self.data.is_some() && !self.algorithm.needs_data() {
            let found = format!("a dataset for {}", self.algorithm.word);
            return Err(LearnError::setting(
                "data",
                found,
                "none: it learns from campuses that it lives through",
            ));
        }
        if self.settings.contains_key("adversarial") && !self.algorithm.adversarial() {
            let found = format!("settings of a discriminator for {}", self.algorithm.word);
            return Err(LearnError::setting(
                "settings.adversarial",
                found,
                "none: it has no discriminator",
            ));
        }
        if self.settings.contains_key("hidden") && self.start.is_some() {
            return Err(LearnError::setting(
                "settings.hidden",
                "widths",
                "none where a head to begin with has its own",
            ));
        }
        self.method()?;
        Ok(())
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
    }
}
