//! The shape of `collegium.toml` as people write it, and its checks.

use super::{Api, Embeddings, Limits, Minds, Profile, Settings, Structured};
use crate::{request::Purpose, secrets::Environment};
use collegium_core::input::{BadInput, Source, did_you_mean};
use serde::Deserialize;
use std::{collections::BTreeMap, ops::RangeInclusive, sync::Arc, time::Duration};
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
pub(super) fn parse(source: &Source, environment: &Environment) -> Result<Settings, BadInput> {
    let file: SettingsFile = source.toml().map_err(with_hint)?;
    let mut settings = Settings::default();
    for (name, written) in &file.models {
        let profile = profile(source, environment, name, written)?;
        settings.profiles.insert(name.clone(), Arc::new(profile));
    }
    for written in file.models.values() {
        named(source, &settings, written.get_ref().step_down.as_ref())?;
    }
    no_circles(source, &settings, &file)?;
    settings.minds = minds(source, &settings, &file.minds)?;
    settings.budget = budget(source, &file.budget)?;
    settings.embeddings = match &file.embeddings {
        Some(written) => Some(embeddings(source, environment, written)?),
        None => None,
    };
    Ok(settings)
}

/// Offers the nearest of the expected keys for a mistyped one.
fn with_hint(mut bad: BadInput) -> BadInput {
    if bad.what.starts_with("unknown field") {
        let mut words = bad.what.split('`').skip(1).step_by(2);
        if let Some(found) = words.next() {
            let hint = did_you_mean(found, words);
            bad.what.push_str(&hint);
        }
    }
    bad
}

fn profile(
    source: &Source,
    environment: &Environment,
    name: &str,
    written: &Spanned<ProfileFile>,
) -> Result<Profile, BadInput> {
    let file = written.get_ref();
    if name.is_empty()
        || !name
            .chars()
            .all(|c| c.is_alphanumeric() || "-_.".contains(c))
    {
        let what =
            format!("found the profile name “{name}”; expected letters, digits, -, _ and . only");
        return Err(source.error(written.span(), what));
    }
    let api = word(source, &file.api, Api::parse)?;
    let base_url = match &file.base_url {
        Some(text) => url(source, text)?,
        None => api.protocol().home().to_owned(),
    };
    let mut made = Profile::new(name, api, &base_url, &filled(source, &file.model)?);
    (made.key_env, made.key) = key(source, environment, file.key_env.as_ref())?;
    made.timeout = seconds(source, &file.timeout_seconds, 0.01..=3600.0, 60.0)?;
    let three = made.timeout.as_secs_f64() * 3.0;
    made.deadline = seconds(source, &file.deadline_seconds, 0.01..=86_400.0, three)?;
    made.max_concurrent = whole(source, &file.max_concurrent, 1..=1024)?.unwrap_or(4) as usize;
    made.requests_per_minute = whole(source, &file.requests_per_minute, 1..=1_000_000)?;
    made.tokens_per_minute = whole(source, &file.tokens_per_minute, 1..=1_000_000_000_000)?;
    made.price_in = number(source, &file.price_in, 0.0..=1e6)?.unwrap_or(0.0);
    made.price_cached = number(source, &file.price_cached, 0.0..=1e6)?.unwrap_or(made.price_in);
    made.price_out = number(source, &file.price_out, 0.0..=1e6)?.unwrap_or(0.0);
    if let Some(text) = &file.structured {
        made.structured = word(source, text, Structured::parse)?;
    }
    made.step_down = file.step_down.as_ref().map(|text| text.get_ref().clone());
    made.tokens_per_run = whole(source, &file.tokens_per_run, 0..=i64::MAX)?;
    made.micros_per_run = money(source, &file.money_per_run)?;
    made.temperature = number(source, &file.temperature, 0.0..=2.0)?;
    if let Some(table) = &file.extra {
        match serde_json::to_value(table) {
            Ok(serde_json::Value::Object(map)) => made.extra = map,
            _ => {
                return Err(source.error(
                    written.span(),
                    "extra cannot be written as JSON; expected plain values",
                ));
            }
        }
    }
    made.attempts = whole(source, &file.attempts, 1..=20)?.unwrap_or(4) as u32;
    made.backoff = seconds(source, &file.backoff_seconds, 0.0..=60.0, 0.5)?;
    made.breaker_failures = whole(source, &file.breaker_failures, 1..=1000)?.unwrap_or(5) as u32;
    made.breaker_rest = seconds(source, &file.breaker_seconds, 0.01..=3600.0, 30.0)?;
    Ok(made)
}

fn minds(source: &Source, settings: &Settings, file: &MindsFile) -> Result<Minds, BadInput> {
    let patience = whole(source, &file.patience_seconds, 0..=86_400)?.unwrap_or(0) as u32;
    let mut minds = Minds {
        model: named(source, settings, file.model.as_ref())?,
        patience_seconds: patience,
        ..Minds::default()
    };
    for (purpose, profile) in &file.purposes {
        let purpose = Purpose::parse(purpose).map_err(|what| {
            source.error(profile.span(), format!("under [minds.purposes]: {what}"))
        })?;
        minds
            .purposes
            .extend(named(source, settings, Some(profile))?.map(|name| (purpose, name)));
    }
    for (written, made) in [
        (&file.groups, &mut minds.groups),
        (&file.people, &mut minds.people),
    ] {
        for (who, profile) in written {
            made.extend(named(source, settings, Some(profile))?.map(|name| (who.clone(), name)));
        }
    }
    Ok(minds)
}

fn budget(source: &Source, file: &BudgetFile) -> Result<Limits, BadInput> {
    Ok(Limits {
        tokens_per_run: whole(source, &file.tokens_per_run, 0..=i64::MAX)?,
        tokens_per_agent: whole(source, &file.tokens_per_agent, 0..=i64::MAX)?,
        tokens_per_agent_day: whole(source, &file.tokens_per_agent_day, 0..=i64::MAX)?,
        micros_per_run: money(source, &file.money_per_run)?,
        micros_per_day: money(source, &file.money_per_day)?,
    })
}

fn embeddings(
    source: &Source,
    environment: &Environment,
    file: &EmbeddingsFile,
) -> Result<Embeddings, BadInput> {
    let (key_env, key) = key(source, environment, file.key_env.as_ref())?;
    let dimensions = Some(file.dimensions.clone());
    Ok(Embeddings {
        base_url: url(source, &file.base_url)?,
        model: filled(source, &file.model)?,
        key_env,
        key,
        dimensions: whole(source, &dimensions, 8..=16_384)?.unwrap_or(8) as usize,
        timeout: seconds(source, &file.timeout_seconds, 0.01..=3600.0, 60.0)?,
        max_batch: whole(source, &file.max_batch, 1..=2048)?.unwrap_or(64) as usize,
    })
}

/// A profile's name, which must be one that the settings have.
fn named(
    source: &Source,
    settings: &Settings,
    name: Option<&Spanned<String>>,
) -> Result<Option<String>, BadInput> {
    let Some(name) = name else { return Ok(None) };
    match settings.profile(name.get_ref()) {
        Ok(profile) => Ok(Some(profile.name.clone())),
        Err(what) => Err(source.error(name.span(), what)),
    }
}

/// Refuses profiles that step down in a circle.
fn no_circles(source: &Source, settings: &Settings, file: &SettingsFile) -> Result<(), BadInput> {
    for (start, written) in &file.models {
        let mut path = vec![start.as_str()];
        let mut here = settings.profiles.get(start);
        while let Some(next) = here.and_then(|profile| profile.step_down.as_deref()) {
            let seen = path.contains(&next);
            path.push(next);
            if seen {
                let span = written
                    .get_ref()
                    .step_down
                    .as_ref()
                    .map_or_else(|| written.span(), Spanned::span);
                let what = format!(
                    "found profiles that step down in a circle ({}); expected the last of them to have no step_down",
                    path.join(" → ")
                );
                return Err(source.error(span, what));
            }
            here = settings.profiles.get(next);
        }
    }
    Ok(())
}

fn key(
    source: &Source,
    environment: &Environment,
    variable: Option<&Spanned<String>>,
) -> Result<(Option<String>, Option<crate::secrets::Key>), BadInput> {
    let Some(variable) = variable else {
        return Ok((None, None));
    };
    let name = variable.get_ref();
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    // A key that was pasted here must not be repeated in a message: only its place is named.
    if name.is_empty()
        || !plain
        || name.starts_with(|c: char| c.is_ascii_digit())
        || name.len() > 64
    {
        let what = "key_env is not the name of a variable; expected one like OPENAI_API_KEY, with the key itself in the \
                    environment or in .env";
        return Err(source.error(variable.span(), what));
    }
    // Anything else that stands in the environment is nobody's business: settings are passed around.
    let upper = name.to_ascii_uppercase();
    if !["_KEY", "_TOKEN"].iter().any(|end| upper.ends_with(end)) {
        let what = format!(
            "key_env names the variable {name}; expected one whose name ends in _KEY or _TOKEN, so that settings \
             from elsewhere cannot send other variables to a server"
        );
        return Err(source.error(variable.span(), what));
    }
    Ok((Some(name.clone()), environment.key(name)))
}

fn word<T>(
    source: &Source,
    text: &Spanned<String>,
    parse: fn(&str) -> Result<T, String>,
) -> Result<T, BadInput> {
    parse(text.get_ref()).map_err(|what| source.error(text.span(), what))
}

fn filled(source: &Source, text: &Spanned<String>) -> Result<String, BadInput> {
    let trimmed = text.get_ref().trim();
    if trimmed.is_empty() {
        return Err(source.error(
            text.span(),
            "found an empty name; expected what the server calls the model",
        ));
    }
    Ok(trimmed.to_owned())
}

fn url(source: &Source, text: &Spanned<String>) -> Result<String, BadInput> {
    let written = text.get_ref().trim().trim_end_matches('/');
    let bad = |what: String| source.error(text.span(), what);
    let parsed = reqwest::Url::parse(written).map_err(|error| {
        bad(format!("found an address that cannot be understood ({error}); expected one like http://localhost:8080/v1"))
    })?;
    if !parsed.username().is_empty() || parsed.password().is_some() {
        return Err(bad(
            "found a name or password in the address; expected key_env with the name of a variable"
                .into(),
        ));
    }
    if !matches!(parsed.scheme(), "http" | "https") || parsed.host().is_none() {
        return Err(bad(format!(
            "found “{written}”; expected an address that begins with http:// or https://"
        )));
    }
    Ok(written.to_owned())
}

fn number(
    source: &Source,
    value: &Number,
    range: RangeInclusive<f64>,
) -> Result<Option<f64>, BadInput> {
    let Some(value) = value else { return Ok(None) };
    let found = *value.get_ref();
    if range.contains(&found) {
        return Ok(Some(found));
    }
    let what = format!(
        "found {found}; expected a number from {} to {}",
        range.start(),
        range.end()
    );
    Err(source.error(value.span(), what))
}

fn whole(
    source: &Source,
    value: &Whole,
    range: RangeInclusive<i64>,
) -> Result<Option<u64>, BadInput> {
    let Some(value) = value else { return Ok(None) };
    let found = *value.get_ref();
    if range.contains(&found) {
        return Ok(Some(found.unsigned_abs()));
    }
    let what = if *range.end() == i64::MAX {
        format!(
            "found {found}; expected a whole number from {} on",
            range.start()
        )
    } else {
        format!(
            "found {found}; expected a whole number from {} to {}",
            range.start(),
            range.end()
        )
    };
    Err(source.error(value.span(), what))
}

fn seconds(
    source: &Source,
    value: &Number,
    range: RangeInclusive<f64>,
    otherwise: f64,
) -> Result<Duration, BadInput> {
    Ok(Duration::from_secs_f64(
        number(source, value, range)?.unwrap_or(otherwise),
    ))
}

/// Money in millionths.
fn money(source: &Source, value: &Number) -> Result<Option<u64>, BadInput> {
    Ok(number(source, value, 0.0..=1e9)?.map(|units| (units * 1e6).round() as u64))
}
