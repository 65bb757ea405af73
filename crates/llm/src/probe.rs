//! Trying out the profiles of the settings, for `collegium doctor`: can the server be reached, is
//! the model there, how is it asked for JSON, how long does it take; and what to do about what is
//! wrong.

mod get;

use super::{
    broker::Broker,
    endpoint::{self, Level},
    request::{Outcome, Prompt, Purpose, Request},
    secrets::Secrets,
    settings::{Profile, Settings, Structured},
};
use collegium_core::{ids::AgentId, time::SimTime};
use serde::Serialize;
use std::{sync::Arc, time::Duration};

/// The most that listing the models may take.
const LISTING: Duration = Duration::from_secs(10);
/// The schema of the trial question.
const SCHEMA: &str = r#"{"type":"object","properties":{"word":{"type":"string","minLength":1}},"required":["word"],"additionalProperties":false}"#;

/// Whether a profile has its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyState {
    /// The settings name none.
    NotNamed,
    /// The variable of this name is set.
    Present(String),
    /// The variable of this name is not set.
    Missing(String),
}

/// What trying out a profile has shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProbeReport {
    /// The name of the profile that was tried.
    pub profile: String,
    /// Its protocol's word.
    pub api: String,
    /// The server that was tried.
    pub base_url: String,
    /// What the server calls the model.
    pub model: String,
    /// Whether the key is there.
    pub key: KeyState,
    /// Whether anything answered at the address.
    pub reachable: bool,
    /// Whether the server lists the model; none when it lists none at all.
    pub model_listed: Option<bool>,
    /// Some of the models that it lists.
    pub models: Vec<String>,
    /// Whether it gave a usable answer to a trial question.
    pub answers: bool,
    /// Whether it can be held to a JSON schema; none when that could not be tried.
    pub schema: Option<bool>,
    /// How it is asked for JSON: `JSON schema`, `JSON mode` or `prompt only`.
    pub structured: Option<Level>,
    /// Milliseconds of the trial question.
    pub milliseconds: Option<u64>,
    /// Tokens of the answer per second, where it took long enough to tell.
    pub tokens_per_second: Option<u64>,
    /// What is wrong and what to do next, in sentences; empty when all is well.
    pub advice: Vec<String>,
}

impl ProbeReport {
    /// Whether the profile can be used.
    pub const fn usable(&self) -> bool {
        self.answers
    }
}

/// Tries out all profiles at once and waits for the results, in the order of their names. Makes one
/// small call to each model.
pub fn probe(settings: &Settings) -> Vec<ProbeReport> {
    let secrets = &settings.secrets();
    std::thread::scope(|scope| {
        let begun: Vec<_> = settings
            .profiles
            .values()
            .map(|profile| {
                let trial = std::thread::Builder::new().name("probe".to_owned());
                (
                    profile,
                    trial
                        .spawn_scoped(scope, || probe_one(profile, secrets))
                        .ok(),
                )
            })
            .collect();
        begun
            .into_iter()
            .map(|(profile, thread)| {
                thread
                    .and_then(|thread| thread.join().ok())
                    .unwrap_or_else(|| empty(profile))
            })
            .collect()
    })
}

fn empty(profile: &Profile) -> ProbeReport {
    let key = match (&profile.key_env, &profile.key) {
        (None, _) => KeyState::NotNamed,
        (Some(variable), Some(_)) => KeyState::Present(variable.clone()),
        (Some(variable), None) => KeyState::Missing(variable.clone()),
    };
    ProbeReport {
        profile: profile.name.clone(),
        api: profile.api.word().to_owned(),
        base_url: profile.base_url.clone(),
        model: profile.model.clone(),
        key,
        reachable: false,
        model_listed: None,
        models: Vec::new(),
        answers: false,
        schema: None,
        structured: None,
        milliseconds: None,
        tokens_per_second: None,
        advice: Vec::new(),
    }
}

/// Tries out one profile. No secret is in what its server says.
fn probe_one(profile: &Arc<Profile>, secrets: &Secrets) -> ProbeReport {
    let mut report = try_all(profile);
    for text in report.models.iter_mut().chain(&mut report.advice) {
        *text = secrets.scrub(text).into_owned();
    }
    report
}

/// Tries out one profile, step by step.
fn try_all(profile: &Arc<Profile>) -> ProbeReport {
    let mut report = empty(profile);
    if let KeyState::Missing(variable) = &report.key {
        report.advice.push(format!(
            "Set {variable} to the server's key, in the environment or in a file .env here."
        ));
    }
    match get::get(
        profile,
        &profile.api.protocol().models_url(&profile.served()),
        profile.timeout.min(LISTING),
    ) {
        Ok((status, body)) => {
            report.reachable = true;
            listed(profile, status, &body, &mut report);
        }
        Err(what) => {
            report.advice.push(unreachable(profile, &what));
            return report;
        }
    }
    if !matches!(report.key, KeyState::Missing(_)) {
        try_out(profile, &mut report);
    }
    report
}

fn unreachable(profile: &Profile, what: &str) -> String {
    let next = match profile.api.protocol().to_start() {
        Some(next) => next,
        None if profile.base_url.contains("localhost")
            || profile.base_url.contains("127.0.0.1") =>
        {
            "Start the server, or put its address into base_url."
        }
        None => "Check base_url and the network.",
    };
    format!("{} cannot be reached ({what}). {next}", profile.base_url)
}

/// Reads the list of models.
fn listed(profile: &Profile, status: u16, body: &[u8], report: &mut ProbeReport) {
    if matches!(status, 401 | 403) {
        let whose = profile
            .key_env
            .as_deref()
            .map_or("no key; name its variable in key_env".to_owned(), |v| {
                format!("the key in {v}; check that it belongs to this server")
            });
        report
            .advice
            .push(format!("The server refuses (status {status}) {whose}."));
        return;
    }
    let Some(models) = endpoint::models(profile.api, body).filter(|_| status == 200) else {
        return;
    };
    let wanted = profile.model.trim_start_matches("models/");
    let there = models
        .iter()
        .any(|model| model == wanted || model.strip_suffix(":latest") == Some(wanted));
    report.model_listed = Some(there);
    report.models = models.iter().take(12).cloned().collect();
    if !there {
        let near = collegium_core::input::did_you_mean(wanted, models.iter().map(String::as_str));
        let near = if near.is_empty() { "." } else { &near };
        let next = match profile.api.protocol().to_fetch(wanted) {
            Some(how) => format!("{how}, or name one that is there"),
            None => "Name one that is there".to_owned(),
        };
        let some = if report.models.is_empty() {
            "none".to_owned()
        } else {
            report.models.join(", ")
        };
        report.advice.push(format!(
            "The server does not list the model {wanted}{near} {next}: {some}."
        ));
    }
}

/// Asks a small question the way the campus asks.
fn try_out(profile: &Arc<Profile>, report: &mut ProbeReport) {
    let mut alone = Profile::clone(profile);
    (alone.step_down, alone.attempts) = (None, 2);
    let broker = match Broker::start(Settings::of(alone)) {
        Ok(broker) => broker,
        Err(error) => {
            report.advice.push(format!("{error}."));
            return;
        }
    };
    broker.submit(question());
    let answer = loop {
        // Every request is answered by its deadline, so this ends.
        if let Some(answer) = broker.wait(Duration::from_secs(1)).pop() {
            break answer;
        }
    };
    report.structured = broker.health().first().map(|health| health.structured);
    match answer.outcome {
        Outcome::Ok(_) | Outcome::Repaired(..) => report.answers = true,
        Outcome::FellBack(_, what) => {
            let slow = answer.usage.milliseconds >= profile.timeout.as_millis() as u64;
            let next = if slow {
                " Raise timeout_seconds, or choose a smaller model."
            } else {
                ""
            };
            report
                .advice
                .push(format!("It gives no usable answer: {what}.{next}"));
            return;
        }
    }
    let ms = answer.usage.milliseconds;
    report.milliseconds = Some(ms);
    report.tokens_per_second = (answer.usage.tokens_out.saturating_mul(1000))
        .checked_div(ms)
        .filter(|_| ms >= 50);
    if matches!(profile.structured, Structured::Auto | Structured::Schema) {
        let can = matches!(report.structured, Some(Level::Schema | Level::OlderSchema));
        report.schema = Some(can);
        if !can {
            let what = "The server cannot be held to a JSON schema; answers will be checked and \
                        corrected instead.";
            report.advice.push(what.to_owned());
        }
    }
    if u128::from(ms) * 2 > profile.timeout.as_millis() {
        let seconds = profile.timeout.as_secs_f64();
        report.advice.push(format!(
            "A small question took {:.1} of {seconds} seconds: raise timeout_seconds, or choose a \
             smaller model.",
            ms as f64 / 1000.0
        ));
    }
}

fn question() -> Request {
    Request {
        id: 1,
        agent: AgentId(0),
        purpose: Purpose::Act,
        asked: SimTime(0),
        profile: String::new(),
        name: String::new(),
        group: String::new(),
        prompt: Prompt {
            system: "You answer in JSON.".to_owned(),
            user: "Name one fruit: {\"word\": \"…\"}".to_owned(),
            schema: SCHEMA.to_owned(),
            most_tokens: 400,
        },
    }
}
