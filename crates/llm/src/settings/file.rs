//! The shape of `collegium.toml` as people write it, and its checks.

use super::{Agreed, Api, Embeddings, Limits, Minds, Profile, Sending, Settings, Structured};
use crate::{
    request::Purpose,
    secrets::{Key, KeyVariables, Secrets},
};
use collegium_core::{
    input::{BadInput, BadInputs, Mistakes, Source},
    text::Shown as _,
};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::{
    collections::BTreeMap,
    ops::{Range, RangeInclusive},
    sync::Arc,
    time::Duration,
};
use toml::Spanned;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SettingsFile {
    models: BTreeMap<String, Spanned<ProfileFile>>,
    minds: MindsFile,
    budget: BudgetFile,
    embeddings: Option<EmbeddingsFile>,
}

type Number = Option<Spanned<f64>>;
type Whole = Option<Spanned<i64>>;
type Text = Option<Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    api: Spanned<String>,
    base_url: Text,
    model: Spanned<String>,
    key_env: Text,
    timeout_seconds: Number,
    deadline_seconds: Number,
    max_concurrent: Whole,
    requests_per_minute: Whole,
    tokens_per_minute: Whole,
    price_in: Number,
    price_cached: Number,
    price_out: Number,
    structured: Text,
    step_down: Text,
    tokens_per_run: Whole,
    money_per_run: Number,
    temperature: Number,
    extra: Option<toml::Table>,
    attempts: Whole,
    backoff_seconds: Number,
    breaker_failures: Whole,
    breaker_seconds: Number,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct MindsFile {
    model: Text,
    patience_seconds: Whole,
    purposes: BTreeMap<String, Spanned<String>>,
    groups: BTreeMap<String, Spanned<String>>,
    people: BTreeMap<String, Spanned<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct BudgetFile {
    tokens_per_run: Whole,
    tokens_per_agent: Whole,
    tokens_per_agent_day: Whole,
    money_per_run: Number,
    money_per_day: Number,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EmbeddingsFile {
    base_url: Spanned<String>,
    model: Spanned<String>,
    key_env: Text,
    dimensions: Spanned<i64>,
    timeout_seconds: Number,
    max_batch: Whole,
}

/// Reads and checks a settings file.
///
/// # Errors
/// Everything that is wrong. A key may have been pasted anywhere, so no value is shown with it, and
/// a key that is set is nowhere in it.
pub(super) fn parse(
    source: &Source,
    environment: &KeyVariables,
    agreed: &Agreed,
) -> Result<Settings, BadInputs> {
    let (mut source, mut mistakes) = (source.clone(), Mistakes::default());
    let file: SettingsFile = source.toml_with(&mut mistakes).unwrap_or_default();
    let keys = keys(&file, environment);
    let mut check = Checker {
        source: &source,
        environment,
        agreed,
        keys: &keys,
        mistakes,
    };
    let mut settings = Settings::default();
    for (name, written) in &file.models {
        let profile = check.profile(name, written);
        settings.profiles.insert(name.clone(), Arc::new(profile));
    }
    for written in file.models.values() {
        check.named(&settings, written.get_ref().step_down.as_ref());
    }
    check.no_circles(&settings, &file);
    settings.minds = check.minds(&settings, &file.minds);
    settings.budget = check.budget(&file.budget);
    settings.embeddings = file
        .embeddings
        .as_ref()
        .map(|written| check.embeddings(written));
    let told = |bad: BadInput| {
        bad.discreet().without(|text| {
            let scrub = |text: String, (_, key): &(&str, Secrets)| key.scrub(&text).into_owned();
            keys.iter().fold(text.to_owned(), scrub)
        })
    };
    let checked = check.mistakes.none_in(settings);
    checked.map_err(|BadInputs(all)| BadInputs(all.into_iter().map(told).collect()))
}

/// The keys that are set, each with its variable.
fn keys<'f>(file: &'f SettingsFile, environment: &KeyVariables) -> Vec<(&'f str, Secrets)> {
    let models = file.models.values().map(|model| &model.get_ref().key_env);
    let all = models.chain(file.embeddings.iter().map(|server| &server.key_env));
    all.flatten()
        .map(|variable| variable.get_ref().as_str())
        .filter(|variable| fits_as_variable(variable).is_ok())
        .filter_map(|variable| Some((variable, Secrets::whole(&environment.key(variable)?))))
        .collect()
}

/// Checks one part after the other, and notes what is wrong: what is made of a wrong part is never
/// used.
struct Checker<'a> {
    source: &'a Source,
    environment: &'a KeyVariables,
    agreed: &'a Agreed,
    keys: &'a [(&'a str, Secrets)],
    mistakes: Mistakes,
}

impl Checker<'_> {
    fn profile(&mut self, name: &str, written: &Spanned<ProfileFile>) -> Profile {
        let file = written.get_ref();
        if name.is_empty()
            || !name
                .chars()
                .all(|c| c.is_alphanumeric() || "-_.".contains(c))
        {
            let what = format!(
                "found the profile name “{name}”; expected letters, digits, -, _ and . only"
            );
            self.note(written.span(), what);
        }
        self.keep_out(&written.span(), name);
        let api = self.word(&file.api, Api::parse).unwrap_or(Api::OpenAi);
        let base_url = match &file.base_url {
            Some(text) => self.url(text),
            None => api.protocol().home().to_owned(),
        };
        let mut made = Profile::new(name, api, &base_url, &self.filled(&file.model));
        (made.key_env, made.key) =
            self.key(file.key_env.as_ref(), &base_url, file.base_url.as_ref());
        made.timeout = self.seconds(&file.timeout_seconds, 0.01..=3600.0, 60.0);
        let three = made.timeout.as_secs_f64() * 3.0;
        made.deadline = self.seconds(&file.deadline_seconds, 0.01..=86_400.0, three);
        made.max_concurrent = self.whole(&file.max_concurrent, 1..=1024).unwrap_or(4) as usize;
        made.requests_per_minute = self.whole(&file.requests_per_minute, 1..=1_000_000);
        made.tokens_per_minute = self.whole(&file.tokens_per_minute, 1..=1_000_000_000_000);
        made.price_in = self.number(&file.price_in, 0.0..=1e6).unwrap_or(0.0);
        let cached = self.number(&file.price_cached, 0.0..=1e6);
        made.price_cached = cached.unwrap_or(made.price_in);
        made.price_out = self.number(&file.price_out, 0.0..=1e6).unwrap_or(0.0);
        let structured = file.structured.as_ref();
        made.structured = structured
            .and_then(|text| self.word(text, Structured::parse))
            .unwrap_or(made.structured);
        made.step_down = file.step_down.as_ref().map(|text| text.get_ref().clone());
        made.tokens_per_run = self.whole(&file.tokens_per_run, 0..=i64::MAX);
        made.micros_per_run = self.money(&file.money_per_run);
        made.temperature = self.number(&file.temperature, 0.0..=2.0);
        if let Some(table) = &file.extra {
            let place = self.source.span_of(&["models", name, "extra"]);
            match serde_json::to_value(table) {
                Ok(Value::Object(map)) => {
                    self.keep_out_of_all(&place, &map);
                    made.extra = map;
                }
                _ => {
                    let what = "extra cannot be written as JSON; expected plain values";
                    self.note(written.span(), what);
                }
            }
        }
        made.attempts = self.whole(&file.attempts, 1..=20).unwrap_or(4) as u32;
        made.backoff = self.seconds(&file.backoff_seconds, 0.0..=60.0, 0.5);
        let failures = self.whole(&file.breaker_failures, 1..=1000);
        made.breaker_failures = failures.unwrap_or(5) as u32;
        made.breaker_rest = self.seconds(&file.breaker_seconds, 0.01..=3600.0, 30.0);
        made
    }

    fn minds(&mut self, settings: &Settings, file: &MindsFile) -> Minds {
        let patience = self.whole(&file.patience_seconds, 0..=86_400);
        let mut minds = Minds {
            model: self.named(settings, file.model.as_ref()),
            patience_seconds: patience.unwrap_or(0) as u32,
            ..Minds::default()
        };
        for (word, profile) in &file.purposes {
            let name = self.named(settings, Some(profile));
            match Purpose::parse(word) {
                Ok(purpose) => minds.purposes.extend(name.map(|name| (purpose, name))),
                Err(what) => self.note(profile.span(), format!("under [minds.purposes]: {what}")),
            }
        }
        for (written, made) in [
            (&file.groups, &mut minds.groups),
            (&file.people, &mut minds.people),
        ] {
            for (who, profile) in written {
                self.keep_out(&profile.span(), who);
                let name = self.named(settings, Some(profile));
                made.extend(name.map(|name| (who.clone(), name)));
            }
        }
        minds
    }

    fn budget(&mut self, file: &BudgetFile) -> Limits {
        Limits {
            tokens_per_run: self.whole(&file.tokens_per_run, 0..=i64::MAX),
            tokens_per_agent: self.whole(&file.tokens_per_agent, 0..=i64::MAX),
            tokens_per_agent_day: self.whole(&file.tokens_per_agent_day, 0..=i64::MAX),
            micros_per_run: self.money(&file.money_per_run),
            micros_per_day: self.money(&file.money_per_day),
        }
    }

    fn embeddings(&mut self, file: &EmbeddingsFile) -> Embeddings {
        let base_url = self.url(&file.base_url);
        let (key_env, key) = self.key(file.key_env.as_ref(), &base_url, Some(&file.base_url));
        let dimensions = Some(file.dimensions.clone());
        Embeddings {
            base_url,
            model: self.filled(&file.model),
            key_env,
            key,
            dimensions: self.whole(&dimensions, 8..=16_384).unwrap_or(8) as usize,
            timeout: self.seconds(&file.timeout_seconds, 0.01..=3600.0, 60.0),
            max_batch: self.whole(&file.max_batch, 1..=2048).unwrap_or(64) as usize,
        }
    }

    /// A profile's name, which must be one that the settings have.
    fn named(&mut self, settings: &Settings, name: Option<&Spanned<String>>) -> Option<String> {
        let name = name?;
        match settings.profile(name.get_ref()) {
            Ok(profile) => Some(profile.name.clone()),
            Err(_) if self.source.has_lost(name.get_ref()) => None,
            Err(what) => {
                self.note(name.span(), what);
                None
            }
        }
    }

    /// Refuses profiles that step down in a circle; each circle is named once.
    fn no_circles(&mut self, settings: &Settings, file: &SettingsFile) {
        let mut told: Vec<&str> = Vec::new();
        for (start, written) in &file.models {
            let mut path = vec![start.as_str()];
            let mut here = settings.profiles.get(start);
            while let Some(next) = here.and_then(|profile| profile.step_down.as_deref()) {
                let seen = path.contains(&next);
                path.push(next);
                if seen {
                    if !path.iter().any(|name| told.contains(name)) {
                        let step_down = written.get_ref().step_down.as_ref();
                        let span = step_down.map_or_else(|| written.span(), Spanned::span);
                        let what = format!(
                            "found profiles that step down in a circle ({}); expected the last of \
                             them to have no step_down",
                            path.join(" → ")
                        );
                        self.note(span, what);
                    }
                    told.extend(&path);
                    break;
                }
                here = settings.profiles.get(next);
            }
        }
    }

    /// A key by its variable, for the server with an address, which stands where it was written.
    fn key(
        &mut self,
        variable: Option<&Spanned<String>>,
        base_url: &str,
        written: Option<&Spanned<String>>,
    ) -> (Option<String>, Option<Key>) {
        let Some(variable) = variable else {
            return (None, None);
        };
        let name = variable.get_ref();
        if let Err(what) = fits_as_variable(name) {
            self.note(variable.span(), what);
            return (None, None);
        }
        let key = self.environment.key(name);
        // Where an address was lost, another stands in its place.
        let known = key.is_some() && self.source.is_whole();
        let sending = known.then(|| Sending::of(name, base_url)).flatten();
        if let Some(sending) = sending.filter(|sending| !self.agreed.holds(sending)) {
            let what = format!(
                "the key in {name} would go to {}, which was not agreed to; if that is meant: \
                 collegium agree --settings {}",
                sending.server,
                self.source.file.shown()
            );
            self.note(written.unwrap_or(variable).span(), what);
        }
        (Some(name.clone()), key)
    }

    fn word<T>(
        &mut self,
        text: &Spanned<String>,
        parse: fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        parse(text.get_ref())
            .map_err(|what| self.note(text.span(), what))
            .ok()
    }

    fn filled(&mut self, text: &Spanned<String>) -> String {
        let trimmed = text.get_ref().trim();
        if trimmed.is_empty() {
            let what = "found an empty name; expected what the server calls the model";
            self.note(text.span(), what);
        }
        self.keep_out(&text.span(), trimmed);
        trimmed.to_owned()
    }

    fn url(&mut self, text: &Spanned<String>) -> String {
        let written = text.get_ref().trim().trim_end_matches('/');
        if !self.keep_out(&text.span(), written)
            && let Err(what) = fits_as_url(written)
        {
            self.note(text.span(), what);
        }
        written.to_owned()
    }

    /// Refuses a text that holds a key; settings are saved and shown. True when it does.
    fn keep_out(&mut self, span: &Range<usize>, text: &str) -> bool {
        let mut keys = self.keys.iter();
        let Some((variable, _)) = keys.find(|(_, key)| key.are_in(text)) else {
            return false;
        };
        let what = format!(
            "found the key in {variable}; expected it nowhere but in the environment or in .env, \
             for what stands here is saved and shown"
        );
        self.note(span.clone(), what);
        true
    }

    /// The same for all names and texts of a table, once.
    fn keep_out_of_all(&mut self, span: &Range<usize>, table: &Map<String, Value>) -> bool {
        table
            .iter()
            .any(|(name, value)| self.keep_out(span, name) || self.keep_out_of(span, value))
    }

    fn keep_out_of(&mut self, span: &Range<usize>, value: &Value) -> bool {
        match value {
            Value::String(text) => self.keep_out(span, text),
            Value::Array(all) => all.iter().any(|one| self.keep_out_of(span, one)),
            Value::Object(table) => self.keep_out_of_all(span, table),
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }

    fn number(&mut self, value: &Number, range: RangeInclusive<f64>) -> Option<f64> {
        let value = value.as_ref()?;
        let found = *value.get_ref();
        if range.contains(&found) {
            return Some(found);
        }
        let what = format!(
            "found {found}; expected a number from {} to {}",
            range.start(),
            range.end()
        );
        self.note(value.span(), what);
        None
    }

    fn whole(&mut self, value: &Whole, range: RangeInclusive<i64>) -> Option<u64> {
        let value = value.as_ref()?;
        let found = *value.get_ref();
        if range.contains(&found) {
            return Some(found.unsigned_abs());
        }
        let from = range.start();
        let what = match *range.end() {
            i64::MAX => format!("found {found}; expected a whole number from {from} on"),
            to => format!("found {found}; expected a whole number from {from} to {to}"),
        };
        self.note(value.span(), what);
        None
    }

    fn seconds(&mut self, value: &Number, range: RangeInclusive<f64>, otherwise: f64) -> Duration {
        Duration::from_secs_f64(self.number(value, range).unwrap_or(otherwise))
    }

    /// An amount of money, 0 to 1e9, in millionths.
    fn money(&mut self, value: &Number) -> Option<u64> {
        Some((self.number(value, 0.0..=1e9)? * 1e6).round() as u64)
    }

    fn note(&mut self, span: Range<usize>, what: impl Into<String>) {
        self.mistakes.note(self.source.error(span, what));
    }
}

/// Whether a variable can be one that holds a key. A key that was pasted here must not be repeated
/// in a message: only its place is named.
fn fits_as_variable(name: &str) -> Result<(), String> {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if name.is_empty()
        || !plain
        || name.starts_with(|c: char| c.is_ascii_digit())
        || name.len() > 64
    {
        return Err(
            "key_env is not the name of a variable; expected one like OPENAI_API_KEY, with the \
             key itself in the environment or in .env"
                .to_owned(),
        );
    }
    // Anything else that stands in the environment is nobody's business: settings are passed
    // around.
    let upper = name.to_ascii_uppercase();
    if !["_KEY", "_TOKEN"].iter().any(|end| upper.ends_with(end)) {
        return Err(format!(
            "key_env names the variable {name}; expected one whose name ends in _KEY or _TOKEN, \
             so that settings from elsewhere cannot send other variables to a server"
        ));
    }
    Ok(())
}

/// Whether an address can be one of a server.
fn fits_as_url(written: &str) -> Result<(), String> {
    let parsed = reqwest::Url::parse(written).map_err(|error| {
        format!(
            "found an address that cannot be understood ({error}); expected one like \
             http://localhost:8080/v1"
        )
    })?;
    if !parsed.username().is_empty() || parsed.password().is_some() {
        return Err(
            "found a name or password in the address; expected key_env with the name of a variable"
                .to_owned(),
        );
    }
    if !matches!(parsed.scheme(), "http" | "https") || parsed.host().is_none() {
        return Err(format!(
            "found “{written}”; expected an address that begins with http:// or https://"
        ));
    }
    if parsed.query().is_some() || parsed.fragment().is_some() {
        return Err(
            "found a ? or # in the address; expected one like http://localhost:8080/v1, to which \
             the path of each call can be added"
                .to_owned(),
        );
    }
    Ok(())
}
