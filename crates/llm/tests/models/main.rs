//! The broker against a server that speaks all three protocols and fails in every way.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

mod beside;
mod breaker;
mod by_hand;
mod endings;
mod faults;
mod hostile;
mod limits;
mod streams;

use collegium_core::{ids::AgentId, time::SimTime};
use collegium_llm::{
    Answer, Broker, Fault, Outcome, Prompt, Purpose, Request, Settings,
    secrets::Key,
    settings::{Api, Profile},
};
use mock_llm::{FaultKind, Options, Server};
use std::time::{Duration, Instant};

const SCHEMA: &str = r#"{"type": "object", "additionalProperties": false, "required": ["say", "minutes"], "properties": {
    "say": {"type": "string", "minLength": 1, "maxLength": 80}, "minutes": {"type": "integer", "minimum": 5, "maximum": 15}}}"#;

fn server(script: &[Option<FaultKind>]) -> Server {
    start(Options {
        script: script.to_vec(),
        ..Options::default()
    })
}

fn start(options: Options) -> Server {
    Server::start(options).unwrap()
}

fn profile(server: &Server, api: Api) -> Profile {
    let base = if api == Api::OpenAi {
        format!("{}/v1", server.url())
    } else {
        server.url()
    };
    let mut profile = Profile::new("main", api, &base, "mock-llm");
    profile.timeout = Duration::from_millis(400);
    profile.deadline = Duration::from_secs(8);
    profile.backoff = Duration::from_millis(5);
    profile.breaker_failures = 1000;
    profile
}

fn request(id: u64) -> Request {
    Request {
        id,
        agent: AgentId(id as u32),
        purpose: Purpose::Line,
        asked: SimTime(0),
        profile: String::new(),
        name: format!("Person {id}"),
        group: "Students".into(),
        prompt: Prompt {
            system: "You are a student.".into(),
            user: format!("Say something to person {id}."),
            schema: SCHEMA.into(),
            most_tokens: 200,
        },
    }
}

#[expect(clippy::disallowed_methods, reason = "real servers take real time")]
fn now() -> Instant {
    Instant::now()
}

fn all(broker: &Broker) -> Vec<Answer> {
    let mut answers = Vec::new();
    let begun = now();
    while broker.in_flight() > 0 {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "{:?} and {} more",
            answers,
            broker.in_flight()
        );
        answers.extend(broker.wait(Duration::from_millis(200)));
    }
    answers.sort_by_key(|answer| answer.id);
    answers
}

fn ask(settings: Settings, requests: impl IntoIterator<Item = Request>) -> Vec<Answer> {
    let broker = Broker::start(settings).unwrap();
    requests
        .into_iter()
        .for_each(|request| broker.submit(request));
    all(&broker)
}

fn one(settings: Settings) -> Answer {
    let answers = ask(settings, [request(1)]);
    assert_eq!(answers.len(), 1);
    answers.into_iter().next().unwrap()
}

/// The answer's JSON, which must be of the right shape.
fn text(answer: &Answer) -> &str {
    let (Outcome::Ok(text) | Outcome::Repaired(text, _)) = &answer.outcome else {
        panic!("{answer:?}")
    };
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    assert!(
        value["say"].is_string() && (5..=15).contains(&value["minutes"].as_i64().unwrap()),
        "{text}"
    );
    text
}

fn fell_back(answer: &Answer) -> (Fault, &str) {
    let Outcome::FellBack(fault, what) = &answer.outcome else {
        panic!("{answer:?}")
    };
    (*fault, what)
}

#[test]
fn all_three_protocols_answer_by_schema() {
    for api in Api::ALL {
        let server = start(Options {
            key: Some("sk-0123456789".into()),
            ..Options::default()
        });
        let mut profile = profile(&server, *api);
        (profile.price_in, profile.price_out) = (2.0, 10.0);
        profile.key = Key::new("sk-0123456789");
        let answer = one(Settings::of(profile));
        text(&answer);
        assert!(matches!(answer.outcome, Outcome::Ok(_)), "{answer:?}");
        assert_eq!((answer.model.as_str(), answer.usage.calls), ("main", 1));
        let usage = answer.usage;
        assert!(usage.tokens_in > 5 && usage.tokens_out > 5, "{usage:?}");
        assert_eq!(usage.micros, usage.tokens_in * 2 + usage.tokens_out * 10);
        assert_eq!(server.count(), 1);
    }
}

#[test]
fn equal_requests_fly_together() {
    let server = start(Options {
        latency: Duration::from_millis(100),
        ..Options::default()
    });
    let same = |id| Request { id, ..request(1) };
    let answers = ask(
        Settings::of(profile(&server, Api::OpenAi)),
        [same(1), same(2), same(3), request(4)],
    );
    assert_eq!(
        answers.iter().map(|a| a.id).collect::<Vec<_>>(),
        [1, 2, 3, 4]
    );
    assert_eq!(server.count(), 2);
    assert_eq!(text(&answers[0]), text(&answers[2]));
    assert_eq!(
        answers.iter().map(|a| a.usage.calls).collect::<Vec<_>>(),
        [1, 0, 0, 1],
        "counted once"
    );
    assert!(answers.iter().all(|a| a.usage.milliseconds >= 90));
}
