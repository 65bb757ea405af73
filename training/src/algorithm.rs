//! The learning algorithms there are. Each describes itself in its own file, and is registered by
//! one line of [`ALL`]: plans, options, lists and documentation follow.

use crate::algo::disc::{airl, drail, gail};
use crate::algo::{bc, cql, grpo, iql, ppo, sac};
use crate::error::{Error, Result};
use crate::learner::Method;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt::Write as _;

/// All, in the order in which they are listed.
static ALL: [&Descriptor; 10] = [
    &bc::ALGORITHM,
    &iql::ALGORITHM,
    &cql::ALGORITHM,
    &ppo::ALGORITHM,
    &sac::ALGORITHM,
    &grpo::ALGORITHM,
    &gail::ALGORITHM,
    &airl::ALGORITHM,
    &drail::ALGORITHM,
    &drail::UNCONDITIONAL,
];

/// What an algorithm says of itself.
#[derive(Debug)]
pub struct Descriptor {
    /// Its word in plans, options and cards of heads, and after `algorithm-` in the app's texts.
    pub word: &'static str,
    /// What it is, in a line of Markdown.
    pub title: &'static str,
    /// How it comes by what it learns from.
    pub kind: AlgorithmKind,
    /// What its dataset must hold.
    pub data: Data,
    /// Whether it can train adapters over a head to begin with ([`Hyperparameters::lora_rank`]).
    pub adapters: bool,
    /// Rounds of its usual plan.
    pub rounds: u64,
    /// Campuses side by side in a round of its usual plan.
    pub worlds: usize,
    /// How it learns, with the usual settings for heads of campuses and what is given in their
    /// place.
    pub method: fn(&Hyperparameters<'_>) -> Result<Box<dyn Method>>,
    /// How the names of the gold checks begin that hold it.
    pub gold: &'static [&'static str],
}

/// How an algorithm comes by what it learns from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlgorithmKind {
    /// From a dataset alone.
    Offline,
    /// From campuses that are lived by its heads, by the rewards there.
    Online,
    /// From such campuses, by the rewards of a discriminator that knows demonstrations.
    Adversarial,
}

impl AlgorithmKind {
    /// All.
    pub const ALL: [AlgorithmKind; 3] = [
        AlgorithmKind::Offline,
        AlgorithmKind::Online,
        AlgorithmKind::Adversarial,
    ];

    /// Its word, after `learns-` in the app's texts.
    pub const fn word(self) -> &'static str {
        match self {
            AlgorithmKind::Offline => "offline",
            AlgorithmKind::Online => "online",
            AlgorithmKind::Adversarial => "adversarial",
        }
    }
}

/// What a dataset must hold for an algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Data {
    /// It takes no dataset.
    None,
    /// What was done, each decision by itself.
    Acts,
    /// What was done, and what was seen after.
    Steps,
    /// What was done, what that brought, and what was seen after.
    Rewards,
}

/// What a plan gives an algorithm in the place of what is usual.
#[derive(Clone, Copy, Debug)]
pub struct Hyperparameters<'a> {
    /// Rounds of the training, at least 1.
    pub rounds: u64,
    /// The rank of adapters over the head to begin with; 0 for none.
    pub lora_rank: usize,
    /// Settings that are not the usual ones; those of a discriminator in the table `adversarial`.
    pub settings: &'a toml::Table,
}

impl Hyperparameters<'_> {
    /// The learner's settings: the usual ones, with what is given in their place.
    ///
    /// # Errors
    /// Where one is not known, or of another kind.
    pub fn settings<T: Serialize + DeserializeOwned>(&self, usual: T) -> Result<T> {
        let mut own = self.settings.clone();
        own.remove("adversarial");
        merged("settings", usual, own)
    }

    /// The settings of a discriminator and of how it goes together with the policy, alike.
    ///
    /// # Errors
    /// As [`Hyperparameters::settings`].
    pub fn adversarial<T: Serialize + DeserializeOwned>(&self, usual: T) -> Result<T> {
        let own = self.settings.get("adversarial");
        let own = own.and_then(toml::Value::as_table).cloned();
        merged("settings.adversarial", usual, own.unwrap_or_default())
    }
}

fn merged<T: Serialize + DeserializeOwned>(
    what: &'static str,
    usual: T,
    own: toml::Table,
) -> Result<T> {
    let wrong = |found: &str| Error::config(what, found.trim(), "settings of this algorithm");
    let mut whole = toml::Table::try_from(usual).map_err(|e| wrong(&e.to_string()))?;
    whole.extend(own);
    whole
        .try_into()
        .map_err(|e: toml::de::Error| wrong(e.message()))
}

/// An algorithm that is registered. In files it is its word.
#[derive(Clone, Copy)]
pub struct Algorithm(&'static Descriptor);

impl Algorithm {
    /// All, in the order in which they are listed.
    pub fn all() -> impl Iterator<Item = Algorithm> {
        ALL.into_iter().map(Algorithm)
    }

    /// What all of them are called in options, in order.
    pub fn words() -> Vec<&'static str> {
        ALL.iter().map(|known| known.word).collect()
    }

    /// The algorithm of a word; nothing for any other.
    pub fn of(word: &str) -> Option<Self> {
        Self::all().find(|known| known.word == word)
    }

    /// Whether it learns from a dataset alone.
    pub fn offline(self) -> bool {
        self.kind == AlgorithmKind::Offline
    }

    /// Whether it needs a dataset.
    pub fn needs_data(self) -> bool {
        self.data != Data::None
    }

    /// Whether it learns by a discriminator's rewards.
    pub fn adversarial(self) -> bool {
        self.kind == AlgorithmKind::Adversarial
    }
}

impl std::ops::Deref for Algorithm {
    type Target = Descriptor;

    fn deref(&self) -> &Descriptor {
        self.0
    }
}

impl Default for Algorithm {
    /// The first that is listed: behaviour cloning.
    fn default() -> Self {
        Algorithm(ALL[0])
    }
}

impl PartialEq for Algorithm {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

impl Eq for Algorithm {}

impl std::fmt::Debug for Algorithm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word)
    }
}

impl Serialize for Algorithm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word)
    }
}

impl<'de> Deserialize<'de> for Algorithm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Algorithm::of(&word).ok_or_else(|| {
            let words = Algorithm::words().join(", ");
            serde::de::Error::custom(format!("algorithm `{word}`, expected one of {words}"))
        })
    }
}

/// The table of the documentation.
pub fn markdown() -> String {
    let mut table = String::from("| word | what it is | learns from |\n| --- | --- | --- |\n");
    for known in ALL {
        let from = match (known.kind, known.data) {
            (AlgorithmKind::Offline, Data::Rewards) => "a dataset with rewards",
            (AlgorithmKind::Offline, _) => "a dataset",
            (AlgorithmKind::Online, _) => "campuses, by the rewards",
            (AlgorithmKind::Adversarial, _) => "campuses, and demonstrations",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(table, "| `{}` | {} | {from} |", known.word, known.title);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::algo::{adversarial::AdversarialConfig, ppo::PpoConfig};

    #[test]
    fn each_is_known_by_its_word_and_held_by_gold_checks() {
        let checks: Vec<String> = crate::gold::entries().into_iter().map(|e| e.name).collect();
        for algorithm in Algorithm::all() {
            assert_eq!(Algorithm::of(algorithm.word), Some(algorithm));
            let text = serde_json::to_string(&algorithm).unwrap();
            assert_eq!(text, format!("{:?}", algorithm.word));
            assert_eq!(serde_json::from_str::<Algorithm>(&text).unwrap(), algorithm);
            assert!(!algorithm.gold.is_empty(), "{algorithm:?}");
            for name in algorithm.gold {
                assert!(checks.iter().any(|c| c.starts_with(name)), "{name}");
            }
            let dataset = matches!(
                algorithm.kind,
                AlgorithmKind::Offline | AlgorithmKind::Adversarial
            );
            assert_eq!(algorithm.needs_data(), dataset, "{algorithm:?}");
        }
        let said = serde_json::from_str::<Algorithm>("\"pppo\"").unwrap_err();
        assert!(said.to_string().contains("pppo") && said.to_string().contains("ppo, sac"));
    }

    #[test]
    fn settings_are_the_usual_ones_but_for_what_is_asked() {
        let table: toml::Table = "learning_rate = 0.5\n[adversarial]\ndemo_batch_size = 7"
            .parse()
            .unwrap();
        let given = Hyperparameters {
            rounds: 3,
            lora_rank: 0,
            settings: &table,
        };
        let ppo: PpoConfig = given.settings(PpoConfig::default()).unwrap();
        assert_eq!(ppo.learning_rate, 0.5);
        let other: AdversarialConfig = given.adversarial(AdversarialConfig::default()).unwrap();
        assert_eq!(other.demo_batch_size, 7);
        let table: toml::Table = "learning_rat = 0.5".parse().unwrap();
        let given = Hyperparameters {
            settings: &table,
            ..given
        };
        let said = given
            .settings(PpoConfig::default())
            .unwrap_err()
            .to_string();
        assert!(said.contains("learning_rat"), "{said}");
    }
}
