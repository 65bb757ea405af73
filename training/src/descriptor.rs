//! What a learning algorithm says of itself: its name, what it learns from, and how a learner of it
//! is made from the settings of a plan.

use crate::error::{Error, Result};
use crate::learner::Method;
use serde::Serialize;
use serde::de::DeserializeOwned;

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
