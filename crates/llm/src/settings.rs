//! The settings of language models: what `collegium.toml` says, checked, with the keys of the
//! servers. See `docs/models.md`.

mod agreed;
mod file;

pub use super::endpoint::Api;
use super::{
    endpoint::{Level, ServedModel},
    request::{Purpose, Request},
    secrets::{Key, KeyVariables, Secrets},
};
pub(crate) use agreed::is_here;
pub use agreed::{Agreed, Sending};
use collegium_core::{
    input::{BadInputs, Source, did_you_mean},
    named,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
    time::Duration,
};

named! {
    /// How answers of the right shape are asked for.
    Structured {
        /// The strictest way that the server accepts.
        Auto = "auto",
        /// By JSON schema, always.
        Schema = "schema",
        /// By the server's JSON mode.
        Json = "json",
        /// By the prompt alone, which has the schema.
        Text = "text",
    }
}

impl Structured {
    /// How strictly a server is asked at first.
    pub const fn first_level(self) -> Level {
        match self {
            Self::Auto | Self::Schema => Level::Schema,
            Self::Json => Level::Json,
            Self::Text => Level::Text,
        }
    }
}

/// A model at a server, and how to deal with it.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The name by which settings and people call it.
    pub name: String,
    /// The protocol that its server speaks.
    pub api: Api,
    /// The server, without a slash at the end.
    pub base_url: String,
    /// What the server calls the model.
    pub model: String,
    /// The variable that holds the key.
    pub key_env: Option<String>,
    /// The key, when that variable is set.
    pub key: Option<Key>,
    /// The longest that one call may take, 0.01 to 3600 s.
    pub timeout: Duration,
    /// The longest from asking to answer, with everything in between, 0.01 to 86400 s.
    pub deadline: Duration,
    /// The most calls at the same time, 1 to 1024.
    pub max_concurrent: usize,
    /// The most calls within any minute, 1 to 1000000; no limit without.
    pub requests_per_minute: Option<u64>,
    /// The most tokens, in and out, within any minute, from 1 on; no limit without.
    pub tokens_per_minute: Option<u64>,
    /// Price of a million tokens of the prompt, 0 to 1000000, in whichever money.
    pub price_in: f64,
    /// Price of a million tokens of the prompt that the server had in its cache, 0 to 1000000.
    pub price_cached: f64,
    /// Price of a million tokens of the answer, 0 to 1000000.
    pub price_out: f64,
    /// How answers of the right shape are asked for.
    pub structured: Structured,
    /// The profile that is asked when this one's budget is spent or it does not work.
    pub step_down: Option<String>,
    /// Tokens that a run may spend here, from 0 on; no limit without.
    pub tokens_per_run: Option<u64>,
    /// Millionths of money that a run may spend here, from 0 on; no limit without.
    pub micros_per_run: Option<u64>,
    /// How freely the model chooses its words, 0 (always the likeliest) to 2; the server's own
    /// choice when none is given.
    pub temperature: Option<f64>,
    /// Fields put into every request body as they are.
    pub extra: serde_json::Map<String, serde_json::Value>,
    /// Attempts at a call that fails for reasons that may pass, 1 to 20.
    pub attempts: u32,
    /// The first pause between attempts at its longest, 0 to 60 s; it doubles from one to the next.
    pub backoff: Duration,
    /// Failures in a row after which the model is left alone for a while, 1 to 1000.
    pub breaker_failures: u32,
    /// How long that is at first, 0.01 to 3600 s.
    pub breaker_rest: Duration,
}

impl Profile {
    /// What requests tell of it.
    pub fn served(&self) -> ServedModel<'_> {
        ServedModel {
            api: self.api,
            base_url: &self.base_url,
            name: &self.model,
            temperature: self.temperature,
            extra: &self.extra,
        }
    }

    /// A profile with every setting at its default.
    pub fn new(name: &str, api: Api, base_url: &str, model: &str) -> Self {
        Self {
            name: name.to_owned(),
            api,
            base_url: base_url.trim_end_matches('/').to_owned(),
            model: model.to_owned(),
            key_env: None,
            key: None,
            timeout: Duration::from_secs(60),
            deadline: Duration::from_secs(180),
            max_concurrent: 4,
            requests_per_minute: None,
            tokens_per_minute: None,
            price_in: 0.0,
            price_cached: 0.0,
            price_out: 0.0,
            structured: Structured::Auto,
            step_down: None,
            tokens_per_run: None,
            micros_per_run: None,
            temperature: None,
            extra: serde_json::Map::new(),
            attempts: 4,
            backoff: Duration::from_millis(500),
            breaker_failures: 5,
            breaker_rest: Duration::from_secs(30),
        }
    }

    /// What so many tokens cost, in millionths: prices are per million tokens.
    pub fn micros(&self, tokens_in: u64, tokens_cached: u64, tokens_out: u64) -> u64 {
        let fresh = tokens_in.saturating_sub(tokens_cached) as f64;
        let cost = fresh * self.price_in
            + tokens_cached as f64 * self.price_cached
            + tokens_out as f64 * self.price_out;
        cost.ceil() as u64
    }

    /// The variable of the key when it should be set and is not.
    pub fn missing_key(&self) -> Option<&str> {
        if self.key.is_none() {
            self.key_env.as_deref()
        } else {
            None
        }
    }
}

/// Who is asked for what.
#[derive(Clone, Debug, Default)]
pub struct Minds {
    /// The profile for everything that nothing below names.
    pub model: Option<String>,
    /// Simulated seconds that the clock may run on past a question before it waits for the answer,
    /// 0 to 86400.
    pub patience_seconds: u32,
    /// The profile for each purpose that has one of its own.
    pub purposes: BTreeMap<Purpose, String>,
    /// The profile for each group that has one of its own, by the group's name.
    pub groups: BTreeMap<String, String>,
    /// The profile for each person who has one of their own, by the full name.
    pub people: BTreeMap<String, String>,
}

/// What may be spent. Nothing is limited where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The most tokens of a whole run, in and out; none for no limit.
    pub tokens_per_run: Option<u64>,
    /// Tokens of each agent in a run; none for no limit.
    pub tokens_per_agent: Option<u64>,
    /// Tokens of each agent on each simulated day; none for no limit.
    pub tokens_per_agent_day: Option<u64>,
    /// Millionths of money of a run; none for no limit.
    pub micros_per_run: Option<u64>,
    /// Millionths of money on each simulated day; none for no limit.
    pub micros_per_day: Option<u64>,
}

/// The server that turns texts into vectors.
#[derive(Clone, Debug)]
pub struct Embeddings {
    /// The server, without a slash at the end.
    pub base_url: String,
    /// What the server calls the model.
    pub model: String,
    /// The variable that holds the key.
    pub key_env: Option<String>,
    /// The key, when that variable is set.
    pub key: Option<Key>,
    /// Numbers in a vector, 8 to 16384; asked for where the server can choose, and checked.
    pub dimensions: usize,
    /// The longest that one call may take, 0.01 to 3600 s.
    pub timeout: Duration,
    /// The most texts in one call, 1 to 2048.
    pub max_batch: usize,
}

/// Everything that `collegium.toml` says about models.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The profiles, by their names.
    pub profiles: BTreeMap<String, Arc<Profile>>,
    /// Who is asked for what.
    pub minds: Minds,
    /// What may be spent.
    pub budget: Limits,
    /// The server that turns texts into vectors; none for the built-in embedder.
    pub embeddings: Option<Embeddings>,
}

impl Settings {
    /// Reads a settings file, and the keys from the environment and from `.env` in the working
    /// directory.
    ///
    /// # Errors
    /// Everything that is wrong, each with file, line and column, what was found and what was
    /// expected; a server for a key that the user has not agreed to is wrong too.
    pub fn load(path: &Path) -> Result<Self, BadInputs> {
        Self::load_as(path, Agreed::read()?)
    }

    /// Where a settings file would send keys that are set, beside servers on this machine.
    ///
    /// # Errors
    /// As [`Settings::load`], whatever was agreed to.
    pub fn sendings(path: &Path) -> Result<BTreeSet<Sending>, BadInputs> {
        let settings = Self::load_as(path, Agreed::all())?;
        let profiles = settings.profiles.values();
        let servers = profiles
            .map(|p| (&p.key, &p.key_env, &p.base_url))
            .chain((settings.embeddings.iter()).map(|e| (&e.key, &e.key_env, &e.base_url)));
        Ok(servers
            .filter(|(key, ..)| key.is_some())
            .filter_map(|(_, variable, url)| Sending::of(variable.as_deref()?, url))
            .collect())
    }

    fn load_as(path: &Path, agreed: Agreed) -> Result<Self, BadInputs> {
        let environment = KeyVariables::read(Path::new("."))?;
        file::parse(&Source::read(path)?, &environment, &agreed)
    }

    /// Reads settings from a text in memory.
    ///
    /// # Errors
    /// As [`Settings::load`].
    pub fn parse(
        source: &Source,
        environment: &KeyVariables,
        agreed: &Agreed,
    ) -> Result<Self, BadInputs> {
        file::parse(source, environment, agreed)
    }

    /// Every key that is set, to be kept out of what comes from servers.
    pub fn secrets(&self) -> Secrets {
        let profiles = self.profiles.values().filter_map(|p| p.key.as_ref());
        let embeddings = self.embeddings.iter().filter_map(|e| e.key.as_ref());
        Secrets::of(profiles.chain(embeddings))
    }

    /// Every key that is set, with its variable: to be found as [`Secrets::whole`] has it.
    pub fn keys(&self) -> Vec<(String, Secrets)> {
        let profiles = self.profiles.values().map(|p| (&p.key_env, &p.key));
        let embeddings = self.embeddings.iter().map(|e| (&e.key_env, &e.key));
        let all = profiles.chain(embeddings);
        let named: BTreeMap<&str, &Key> = all
            .filter_map(|(variable, key)| Some((variable.as_deref()?, key.as_ref()?)))
            .collect();
        let own = |(variable, key): (&str, &Key)| (variable.to_owned(), Secrets::whole(key));
        named.into_iter().map(own).collect()
    }

    /// Settings of one profile, which is asked for everything.
    pub fn of(profile: Profile) -> Self {
        let minds = Minds {
            model: Some(profile.name.clone()),
            ..Minds::default()
        };
        Self {
            profiles: BTreeMap::from([(profile.name.clone(), Arc::new(profile))]),
            minds,
            ..Self::default()
        }
    }

    /// Adds a profile, in the place of one of the same name.
    #[must_use]
    pub fn with(mut self, profile: Profile) -> Self {
        self.profiles
            .insert(profile.name.clone(), Arc::new(profile));
        self
    }

    /// Has one profile asked for everything, whatever the settings say.
    ///
    /// # Errors
    /// When there is no profile of this name, naming those that there are.
    pub fn all_from(mut self, name: &str) -> Result<Self, String> {
        let model = Some(self.profile(name)?.name.clone());
        self.minds = Minds {
            model,
            patience_seconds: self.minds.patience_seconds,
            ..Minds::default()
        };
        Ok(self)
    }

    /// A profile by its name.
    ///
    /// # Errors
    /// When there is none, naming those that there are.
    pub fn profile(&self, name: &str) -> Result<&Arc<Profile>, String> {
        self.profiles.get(name).ok_or_else(|| {
            if self.profiles.is_empty() {
                return format!(
                    "found the profile “{name}”; expected [models.{name}] in the settings"
                );
            }
            let names: Vec<&str> = self.profiles.keys().map(String::as_str).collect();
            let hint = did_you_mean(name, names.iter().copied());
            format!(
                "found the profile “{name}”; expected one of {}{hint}",
                names.join(", ")
            )
        })
    }

    /// The name of the profile that a request goes to. The most particular choice wins: the
    /// request's own, then the person's, the purpose's, the group's, the default; without a default
    /// the only profile, where there is just one.
    pub fn choice(&self, request: &Request) -> Option<&str> {
        if !request.profile.is_empty() {
            // The settings' own copy of the name where there is one, so that the answer does not
            // borrow the request.
            return self
                .profiles
                .get_key_value(&request.profile)
                .map(|(name, _)| name.as_str());
        }
        let minds = &self.minds;
        let only = || {
            if self.profiles.len() == 1 {
                self.profiles.keys().next()
            } else {
                None
            }
        };
        minds
            .people
            .get(&request.name)
            .or_else(|| minds.purposes.get(&request.purpose))
            .or_else(|| minds.groups.get(&request.group))
            .or(minds.model.as_ref())
            .or_else(only)
            .map(String::as_str)
    }

    /// The profile that a request goes to.
    ///
    /// # Errors
    /// When there is none: a sentence that says what to write into the settings.
    pub fn choose(&self, request: &Request) -> Result<&Arc<Profile>, String> {
        if !request.profile.is_empty() {
            return self.profile(&request.profile);
        }
        match self.choice(request) {
            Some(name) => self.profile(name),
            None => Err(
                "no model is chosen; expected model = \"NAME\" under [minds] in the settings"
                    .to_owned(),
            ),
        }
    }
}

#[cfg(test)]
mod tests;
