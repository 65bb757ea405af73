//! The plan of a training: which algorithm on what, with which settings. A TOML file, or the
//! algorithm's usual plan with a few things changed.

use super::{LearnError, Result};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::path::PathBuf;
use training::{
    algo::{
        adversarial::{AdversarialConfig, Order, RewardScale},
        airl::AirlConfig,
        bc::BcConfig,
        cql::CqlConfig,
        disc::DiscConfig,
        drail::DrailConfig,
        gail::GailConfig,
        grpo::GrpoConfig,
        iql::IqlConfig,
        ppo::PpoConfig,
        sac::SacConfig,
    },
    learner::Method,
    nets::lora::LoraConfig,
    speed::Load,
};

/// An algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Algorithm {
    /// Behaviour cloning.
    Bc,
    /// Implicit Q-learning, offline.
    Iql,
    /// Conservative Q-learning, offline.
    Cql,
    /// Proximal policy optimisation, online.
    Ppo,
    /// Discrete soft actor-critic, online.
    Sac,
    /// Group relative policy optimisation, online.
    Grpo,
    /// Generative adversarial imitation, online with demonstrations.
    Gail,
    /// Adversarial inverse reinforcement learning, online with demonstrations.
    Airl,
    /// Diffusion rewards adversarial imitation, online with demonstrations.
    Drail,
    /// DRAIL's ablation: unconditional diffusion.
    DrailUn,
}

impl Algorithm {
    /// All, with their words.
    pub const ALL: [(Algorithm, &'static str); 10] = [
        (Algorithm::Bc, "bc"),
        (Algorithm::Iql, "iql"),
        (Algorithm::Cql, "cql"),
        (Algorithm::Ppo, "ppo"),
        (Algorithm::Sac, "sac"),
        (Algorithm::Grpo, "grpo"),
        (Algorithm::Gail, "gail"),
        (Algorithm::Airl, "airl"),
        (Algorithm::Drail, "drail"),
        (Algorithm::DrailUn, "drail-un"),
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(a, _)| *a == self)
            .map_or("", |(_, word)| word)
    }

    /// The algorithm of a word.
    ///
    /// # Errors
    /// For any other word, naming those there are.
    pub fn parse(word: &str) -> Result<Self> {
        Self::ALL
            .iter()
            .find(|(_, w)| *w == word)
            .map(|(a, _)| *a)
            .ok_or_else(|| {
                let words: Vec<&str> = Self::ALL.iter().map(|(_, w)| *w).collect();
                let near = collegium_core::input::did_you_mean(word, words.iter().copied());
                LearnError::setting(
                    "algorithm",
                    word,
                    format!("one of {}{near}", words.join(", ")),
                )
            })
    }

    /// Whether it learns from a dataset alone.
    pub const fn offline(self) -> bool {
        matches!(self, Algorithm::Bc | Algorithm::Iql | Algorithm::Cql)
    }

    /// Whether it needs demonstrations.
    pub const fn needs_data(self) -> bool {
        !matches!(self, Algorithm::Ppo | Algorithm::Sac | Algorithm::Grpo)
    }

    /// Whether it learns by a discriminator's rewards.
    pub const fn adversarial(self) -> bool {
        matches!(
            self,
            Algorithm::Gail | Algorithm::Airl | Algorithm::Drail | Algorithm::DrailUn
        )
    }
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

/// The plan of a training.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Plan {
    /// The algorithm.
    pub algorithm: Algorithm,
    /// The name of the head that comes of it.
    pub name: String,
    /// Seed of everything.
    pub seed: u64,
    /// The scenario.
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

impl Default for Plan {
    fn default() -> Self {
        Self::usual(Algorithm::Bc)
    }
}

impl Plan {
    /// The usual plan of an algorithm.
    pub fn usual(algorithm: Algorithm) -> Self {
        Self {
            algorithm,
            name: algorithm.word().to_owned(),
            seed: 1,
            scenario: PathBuf::from("scenarios/first-week.toml"),
            persons: None,
            worlds: if algorithm == Algorithm::Grpo { 2 } else { 8 },
            days: 1,
            rounds: match algorithm {
                Algorithm::Bc => 40,
                Algorithm::Iql | Algorithm::Cql => 20,
                _ => 40,
            },
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
        let text = std::fs::read_to_string(file).map_err(LearnError::file(file))?;
        let table: toml::Table =
            toml::from_str(&text).map_err(|e| LearnError::wrong(file, e, "a training plan"))?;
        let word = table.get("algorithm").and_then(toml::Value::as_str);
        let Some(word) = word else {
            return Err(LearnError::wrong(
                file,
                "no `algorithm`",
                "one, such as algorithm = \"ppo\"",
            ));
        };
        // What the file leaves out is as the algorithm's usual plan has it.
        let usual = toml::Table::try_from(Self::usual(Algorithm::parse(word)?));
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
        if self.lora_rank > 0 && (self.start.is_none() || self.algorithm != Algorithm::Bc) {
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
        if ["off", "rule", "expert"].contains(&self.name.as_str()) {
            return Err(LearnError::setting(
                "name",
                &self.name,
                "a name that does not mean somebody else at decision points",
            ));
        }
        if self.data.is_some() && !self.algorithm.needs_data() {
            let found = format!("a dataset for {}", self.algorithm.word());
            return Err(LearnError::setting(
                "data",
                found,
                "none: it learns from campuses that it lives through",
            ));
        }
        if self.settings.contains_key("adversarial") && !self.algorithm.adversarial() {
            let found = format!("settings of a discriminator for {}", self.algorithm.word());
            return Err(LearnError::setting(
                "settings.adversarial",
                found,
                "none: it has no discriminator",
            ));
        }
        if self.settings.contains_key("epochs") && self.algorithm == Algorithm::Bc {
            return Err(LearnError::setting(
                "settings.epochs",
                "passes",
                "rounds = N: a round is one pass",
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
    pub fn method(&self) -> Result<Method> {
        Ok(match self.algorithm {
            Algorithm::Bc => {
                let adapter = LoraConfig {
                    rank: self.lora_rank,
                    ..LoraConfig::default()
                };
                Method::Bc {
                    config: self.bc()?,
                    adapter: (self.lora_rank > 0).then_some(adapter),
                }
            }
            Algorithm::Iql => Method::Iql(self.iql()?),
            Algorithm::Cql => Method::Cql(self.cql()?),
            Algorithm::Ppo => Method::Ppo {
                config: self.ppo()?,
                adversarial: None,
            },
            Algorithm::Sac => Method::Sac(self.sac()?),
            Algorithm::Grpo => Method::Grpo(self.grpo()?),
            Algorithm::Gail | Algorithm::Airl | Algorithm::Drail | Algorithm::DrailUn => {
                Method::Ppo {
                    config: self.ppo()?,
                    adversarial: Some(Box::new(self.adversarial()?)),
                }
            }
        })
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

    /// Settings: the usual ones of campuses, with what the plan says in their place.
    fn settings<T: Serialize + DeserializeOwned>(
        &self,
        usual: T,
        table: &toml::Table,
    ) -> Result<T> {
        let wrong = |e: &dyn std::fmt::Display| {
            LearnError::setting(
                "settings",
                e.to_string().trim().to_owned(),
                "settings of this algorithm",
            )
        };
        let mut whole = toml::Table::try_from(usual).map_err(|e| wrong(&e))?;
        whole.extend(table.clone());
        whole
            .try_into()
            .map_err(|e: toml::de::Error| wrong(&e.message()))
    }

    /// Without the discriminator's table, which is no setting of the policy's learner.
    fn policy_settings(&self) -> toml::Table {
        let mut table = self.settings.clone();
        table.remove("adversarial");
        table
    }

    /// Behaviour cloning's settings.
    fn bc(&self) -> Result<BcConfig> {
        let usual = BcConfig {
            batch_size: 256,
            learning_rate: 2e-3,
            hidden: vec![64, 64],
            ..BcConfig::default()
        };
        self.settings(usual, &self.settings)
    }

    /// IQL's settings.
    fn iql(&self) -> Result<IqlConfig> {
        let usual = IqlConfig {
            steps: self.rounds * 1000,
            hidden: vec![64, 64],
            norm_obs: false,
            ..IqlConfig::default()
        };
        self.settings(usual, &self.settings)
    }

    /// CQL's settings.
    fn cql(&self) -> Result<CqlConfig> {
        let usual = CqlConfig {
            steps: self.rounds * 1000,
            batch_size: 256,
            learning_rate: 3e-4,
            target_every: 500,
            hidden: vec![64, 64],
            ..CqlConfig::default()
        };
        self.settings(usual, &self.settings)
    }

    /// PPO's settings.
    fn ppo(&self) -> Result<PpoConfig> {
        let usual = PpoConfig {
            learning_rate: 1e-3,
            gamma: 0.95,
            num_minibatches: 8,
            truncation_bootstrap: true,
            ..PpoConfig::default()
        };
        self.settings(usual, &self.policy_settings())
    }

    /// SAC's settings.
    fn sac(&self) -> Result<SacConfig> {
        let usual = SacConfig {
            gamma: 0.95,
            update_frequency: 8,
            batch_size: 128,
            ..SacConfig::small()
        };
        self.settings(usual, &self.settings)
    }

    /// GRPO's settings.
    ///
    /// # Errors
    /// Where the plan has one that is not known.
    pub fn grpo(&self) -> Result<GrpoConfig> {
        self.settings(
            GrpoConfig {
                ent_coef: 0.01,
                ..GrpoConfig::heads()
            },
            &self.settings,
        )
    }

    /// The discriminator's settings and how it goes together with the policy:
    /// `[settings.adversarial]`.
    fn adversarial(&self) -> Result<AdversarialConfig> {
        let (order, disc) = match self.algorithm {
            Algorithm::Airl => (Order::Imitation, DiscConfig::Airl(AirlConfig::default())),
            // With the released code's own noise it fails where paired noise does not
            // (training/GOLD.md).
            Algorithm::Drail => (Order::Drail, DiscConfig::Drail(DrailConfig::paired())),
            Algorithm::DrailUn => (
                Order::Drail,
                DiscConfig::Drail(DrailConfig {
                    conditional: false,
                    ..DrailConfig::default()
                }),
            ),
            _ => (Order::Drail, DiscConfig::Gail(GailConfig::default())),
        };
        let usual = AdversarialConfig {
            order,
            disc,
            demo_batch_size: 256,
            disc_epochs: 2,
            reward_scale: RewardScale::Returns,
            // A campus' day ends for everybody alike, so that its length tells nothing; only the
            // number of decisions differs.
            allow_variable_horizon: true,
            ..AdversarialConfig::default()
        };
        let table = self
            .settings
            .get("adversarial")
            .and_then(toml::Value::as_table)
            .cloned()
            .unwrap_or_default();
        self.settings(usual, &table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_plans_hold_and_read_back() {
        for (algorithm, word) in Algorithm::ALL {
            let data = algorithm.needs_data().then(|| "demos/x".into());
            let plan = Plan {
                data,
                ..Plan::usual(algorithm)
            };
            plan.check().unwrap();
            assert_eq!(Algorithm::parse(word).unwrap(), algorithm);
            let text = toml::to_string(&plan).unwrap();
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("plan.toml");
            std::fs::write(&file, text).unwrap();
            assert_eq!(Plan::read(&file).unwrap(), plan);
        }
    }

    #[test]
    fn impossible_plans_are_refused_in_words() {
        let message = |text: &str| {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("plan.toml");
            std::fs::write(&file, text).unwrap();
            Plan::read(&file).unwrap_err().to_string()
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
