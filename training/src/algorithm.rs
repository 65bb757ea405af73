//! The learning algorithms there are. Each describes itself in its own file, and is registered by
//! one line of [`ALL`]: plans, options, lists and documentation follow.

use crate::algo::disc::{airl, drail, gail};
use crate::algo::{bc, cql, grpo, iql, ppo, sac};
use crate::descriptor::{AlgorithmKind, Data, Descriptor};
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
    use crate::descriptor::Hyperparameters;

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
