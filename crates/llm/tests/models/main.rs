//! The broker against a server that speaks all three protocols and fails in every way.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

mod beside;
mod by_hand;
mod hostile;

use collegium_core::{ids::AgentId, time::SimTime};
use collegium_llm::{
    Answer, Broker, Fault, HealthState, Outcome, Prompt, Purpose, Request, Settings,
    secrets::Key,
    settings::{Api, Limits, Profile, Structured},
};
use mock_llm::{FaultKind, Options, Server};
use std::{
    sync::mpsc,
    time::{Duration, Instant},
};

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

/// What becomes of one fault that is followed by good answers.
#[test]
fn every_fault_is_survived() {
    for api in Api::ALL {
        for (kind, fault) in [
            (FaultKind::RateLimited, Fault::RateLimited),
            (FaultKind::ServerError, Fault::Server),
            (FaultKind::Hang, Fault::Timeout),
            (FaultKind::SlowDrip, Fault::Timeout),
            (FaultKind::Dropped, Fault::Connection),
            (FaultKind::Huge, Fault::TooLarge),
        ] {
            let server = server(&[Some(kind)]);
            let answer = one(Settings::of(profile(&server, *api)));
            text(&answer);
            assert!(
                matches!(answer.outcome, Outcome::Ok(_)),
                "{kind}: {answer:?}"
            );
            assert_eq!(
                (answer.faults.as_slice(), answer.usage.calls),
                ([fault].as_slice(), 2),
                "{kind}"
            );
        }
        for (kind, fault, calls) in [
            (FaultKind::Truncated, Fault::Truncated, 2),
            (FaultKind::Prose, Fault::NotJson, 1),
            (FaultKind::Think, Fault::NotJson, 1),
            (FaultKind::Empty, Fault::Empty, 2),
            (FaultKind::WrongTypes, Fault::WrongShape, 2),
            (FaultKind::NotJson, Fault::NotJson, 2),
        ] {
            let server = server(&[Some(kind)]);
            let answer = one(Settings::of(profile(&server, *api)));
            text(&answer);
            assert_eq!(
                answer.outcome,
                Outcome::Repaired(text(&answer).into(), vec![fault]),
                "{kind}"
            );
            assert_eq!(answer.usage.calls, calls, "{kind}");
        }
        let server = server(&[Some(FaultKind::InvalidUtf8)]);
        text(&one(Settings::of(profile(&server, *api))));
    }
}

#[test]
fn a_server_that_never_gets_better_is_given_up() {
    for (kind, fault, calls) in [
        (FaultKind::RateLimited, Fault::RateLimited, 4),
        (FaultKind::ServerError, Fault::Server, 4),
        (FaultKind::Dropped, Fault::Connection, 4),
        (FaultKind::Huge, Fault::TooLarge, 2),
        (FaultKind::Empty, Fault::Empty, 3),
        (FaultKind::WrongTypes, Fault::WrongShape, 3),
        (FaultKind::NotJson, Fault::NotJson, 3),
        (FaultKind::Truncated, Fault::Truncated, 4),
    ] {
        let server = start(Options {
            fault_rate: 1.0,
            faults: vec![kind],
            ..Options::default()
        });
        let answer = one(Settings::of(profile(&server, Api::OpenAi)));
        let (found, what) = fell_back(&answer);
        assert_eq!(
            (found, answer.usage.calls),
            (fault, calls),
            "{kind}: {what}"
        );
        assert!(what.contains("profile main"), "{what}");
        assert_eq!(answer.faults.len(), calls as usize);
    }
}

#[test]
fn a_server_that_hangs_is_given_up_at_the_deadline() {
    for kind in [FaultKind::Hang, FaultKind::SlowDrip] {
        let server = start(Options {
            fault_rate: 1.0,
            faults: vec![kind],
            ..Options::default()
        });
        let mut profile = profile(&server, Api::Ollama);
        (profile.timeout, profile.deadline) =
            (Duration::from_millis(100), Duration::from_millis(250));
        let begun = now();
        let answer = one(Settings::of(profile));
        assert_eq!(fell_back(&answer).0, Fault::Timeout);
        assert!(
            begun.elapsed() < Duration::from_millis(1500),
            "{:?}",
            begun.elapsed()
        );
        assert!(answer.usage.milliseconds >= 200, "{:?}", answer.usage);
    }
}

#[test]
fn retry_after_is_obeyed_up_to_the_deadline() {
    let server = server(&[Some(FaultKind::RateLimitedRetryAfter)]);
    let begun = now();
    let broker = Broker::start(Settings::of(profile(&server, Api::OpenAi))).unwrap();
    broker.submit(request(1));
    while server.count() == 0 {
        std::thread::sleep(Duration::from_millis(2));
    }
    std::thread::sleep(Duration::from_millis(50));
    broker.submit(request(2));
    all(&broker)
        .iter()
        .for_each(|answer| drop(text(answer).to_owned()));
    assert!(begun.elapsed() >= Duration::from_secs(1));
    drop(broker);
    let short = start(Options {
        script: vec![Some(FaultKind::RateLimitedRetryAfter)],
        retry_after: 3600,
        ..Options::default()
    });
    let begun = now();
    let broker = Broker::start(Settings::of(profile(&short, Api::OpenAi))).unwrap();
    for (id, fault) in [(1, Fault::RateLimited), (2, Fault::CircuitOpen)] {
        broker.submit(request(id));
        assert_eq!(fell_back(&all(&broker)[0]).0, fault);
    }
    assert_eq!(
        short.count(),
        1,
        "a server that asks for an hour is left alone"
    );
    assert!(
        begun.elapsed() < Duration::from_secs(1),
        "nobody waits for what comes too late"
    );
}

#[test]
fn a_server_that_knows_no_schemas_is_asked_in_other_ways_from_then_on() {
    for api in Api::ALL {
        let server = start(Options {
            schema_support: false,
            ..Options::default()
        });
        let broker = Broker::start(Settings::of(profile(&server, *api))).unwrap();
        broker.submit(request(1));
        let first = all(&broker).remove(0);
        let refused = server.count();
        broker.submit(request(2));
        let second = all(&broker).remove(0);
        assert!(first.faults.contains(&Fault::Rejected), "{first:?}");
        assert!(!second.faults.contains(&Fault::Rejected), "{second:?}");
        assert_eq!(broker.health()[0].structured, collegium_llm::Level::Json);
        assert!(refused >= 2);
        drop(broker);
        let mut fixed = profile(&server, *api);
        fixed.structured = Structured::Schema;
        assert_eq!(fell_back(&one(Settings::of(fixed))).0, Fault::Rejected);
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

#[test]
fn no_more_calls_at_once_than_allowed() {
    let server = start(Options {
        latency: Duration::from_millis(30),
        ..Options::default()
    });
    let mut profile = profile(&server, Api::OpenAi);
    profile.max_concurrent = 3;
    let answers = ask(Settings::of(profile), (1..=12).map(request));
    assert_eq!(answers.len(), 12);
    assert_eq!(server.tally().most_open, 3);
}

#[test]
fn limits_per_minute_hold_back_what_is_too_much() {
    let server = server(&[]);
    // Loading the vocabulary may take longer than the deadline here.
    collegium_llm::tokens::count("a");
    for tokens in [false, true] {
        let mut profile = profile(&server, Api::OpenAi);
        profile.deadline = Duration::from_millis(300);
        if tokens {
            profile.tokens_per_minute = Some(100);
        } else {
            profile.requests_per_minute = Some(1);
        }
        let answers = ask(Settings::of(profile), (1..=2).map(request));
        let held: Vec<_> = answers
            .iter()
            .filter(|a| matches!(a.outcome, Outcome::FellBack(Fault::RateLimited, _)))
            .collect();
        assert_eq!(held.len(), 1, "{answers:?}");
        assert!(fell_back(held[0]).1.contains("rate limits"));
    }
    assert_eq!(server.count(), 2);
}

#[test]
fn budgets_step_down_to_cheaper_profiles_and_then_to_none() {
    let (dear, cheap) = (server(&[]), server(&[]));
    let mut first = profile(&dear, Api::OpenAi);
    (first.price_out, first.micros_per_run) = (1000.0, Some(300_000));
    first.step_down = Some("cheap".into());
    let mut second = profile(&cheap, Api::Ollama);
    second.name = "cheap".into();
    second.tokens_per_run = Some(400);
    let broker = Broker::start(Settings::of(first).with(second)).unwrap();
    let mut models = Vec::new();
    let mut last = String::new();
    for id in 1..=40 {
        broker.submit(request(id));
        let answer = all(&broker).remove(0);
        match &answer.outcome {
            Outcome::FellBack(fault, what) => {
                assert_eq!(*fault, Fault::Budget);
                last.clone_from(what);
                models.push(String::new());
            }
            _ => models.push(answer.model.clone()),
        }
    }
    models.dedup();
    assert_eq!(models, ["main", "cheap", ""]);
    assert!(
        last.contains("profile main") && last.contains("profile cheap"),
        "{last}"
    );
    let spent = broker.spent();
    assert!(
        spent.profiles["main"].micros <= 300_000 && spent.profiles["cheap"].tokens <= 400,
        "{spent:?}"
    );
}

#[test]
fn budgets_of_an_agent_and_its_day_are_its_own() {
    let server = server(&[]);
    let mut settings = Settings::of(profile(&server, Api::Gemini));
    settings.budget = Limits {
        tokens_per_agent_day: Some(350),
        ..Limits::default()
    };
    let broker = Broker::start(settings).unwrap();
    let asked = |id, agent, day: u32| {
        broker.submit(Request {
            agent: AgentId(agent),
            asked: SimTime(day * 86_400),
            ..request(id)
        });
        let answer = all(&broker).remove(0);
        !matches!(answer.outcome, Outcome::FellBack(Fault::Budget, _))
    };
    assert!(asked(1, 1, 0));
    while asked(2, 1, 0) {}
    assert!(asked(3, 2, 0), "another agent");
    assert!(asked(4, 1, 1), "another day");
    assert!(!asked(5, 1, 0));
}

#[test]
fn the_breaker_opens_and_closes() {
    let script = vec![Some(FaultKind::ServerError); 3];
    let server = server(&script);
    let mut failing = profile(&server, Api::OpenAi);
    (failing.breaker_failures, failing.attempts) = (3, 1);
    failing.breaker_rest = Duration::from_millis(300);
    let broker = Broker::start(Settings::of(failing.clone())).unwrap();
    let mut outcomes = Vec::new();
    for id in 1..=5 {
        broker.submit(request(id));
        outcomes.push(fell_back(&all(&broker)[0]).0);
    }
    use Fault::{CircuitOpen, Server as Failed};
    assert_eq!(outcomes, [Failed, Failed, Failed, CircuitOpen, CircuitOpen]);
    assert_eq!(server.count(), 3, "an open breaker keeps calls away");
    let health = &broker.health()[0];
    assert!(
        matches!(health.state, HealthState::Open { seconds: 1 })
            && health.last_error.contains("500"),
        "{health:?}"
    );
    std::thread::sleep(Duration::from_millis(320));
    broker.submit(request(6));
    text(&all(&broker)[0]);
    assert_eq!(broker.health()[0].state, HealthState::Ok);
}

#[test]
fn an_open_breaker_steps_down_first() {
    let bad = start(Options {
        fault_rate: 1.0,
        faults: vec![FaultKind::ServerError],
        ..Options::default()
    });
    let good = server(&[]);
    let mut first = profile(&bad, Api::OpenAi);
    (first.breaker_failures, first.step_down) = (4, Some("other".into()));
    let mut second = profile(&good, Api::Gemini);
    second.name = "other".into();
    let answers = ask(Settings::of(first).with(second), (1..=6).map(request));
    for answer in &answers {
        text(answer);
        assert_eq!(answer.model, "other");
    }
    assert!(
        answers
            .iter()
            .any(|a| a.faults.contains(&Fault::CircuitOpen)),
        "{answers:?}"
    );
}

#[test]
fn wrong_keys_models_and_addresses_are_told() {
    let server = start(Options {
        key: Some("right".into()),
        ..Options::default()
    });
    let mut wrong = profile(&server, Api::OpenAi);
    wrong.key = Key::new("sk-wrong-0123456789");
    let answer = one(Settings::of(wrong.clone()));
    assert_eq!(
        (fell_back(&answer).0, answer.usage.calls),
        (Fault::Rejected, 1),
        "{answer:?}"
    );
    assert!(fell_back(&answer).1.contains("401") && !fell_back(&answer).1.contains("0123456789"));
    wrong.key = None;
    wrong.key_env = Some("COLLEGIUM_NO_SUCH_KEY".into());
    let answer = one(Settings::of(wrong.clone()));
    assert!(
        fell_back(&answer).1.contains("set COLLEGIUM_NO_SUCH_KEY"),
        "{answer:?}"
    );
    let mut nobody = Profile::new("main", Api::Ollama, "http://127.0.0.1:1", "m");
    nobody.backoff = Duration::from_millis(1);
    let answer = one(Settings::of(nobody));
    assert_eq!(
        (fell_back(&answer).0, answer.usage.calls),
        (Fault::Connection, 4)
    );
    let nameless = Request {
        profile: "mian".into(),
        ..request(1)
    };
    let answer = ask(Settings::of(wrong), [nameless]).remove(0);
    assert_eq!(
        fell_back(&answer),
        (
            Fault::NoProfile,
            "found the profile “mian”; expected one of main; did you mean “main”?"
        )
    );
    assert_eq!(fell_back(&one(Settings::default())).0, Fault::NoProfile);
}

#[test]
fn everything_can_be_cancelled() {
    let server = start(Options {
        fault_rate: 1.0,
        faults: vec![FaultKind::Hang],
        ..Options::default()
    });
    let mut profile = profile(&server, Api::OpenAi);
    (profile.timeout, profile.deadline) = (Duration::from_secs(60), Duration::from_secs(180));
    let broker = Broker::start(Settings::of(profile)).unwrap();
    (1..=20)
        .map(request)
        .for_each(|request| broker.submit(request));
    while server.count() < 4 {
        std::thread::sleep(Duration::from_millis(2));
    }
    let health = &broker.health()[0];
    assert_eq!((health.in_flight, health.queued), (4, 16));
    broker.cancel_all();
    let begun = now();
    let answers = all(&broker);
    assert!(begun.elapsed() < Duration::from_secs(2));
    assert_eq!(answers.len(), 20);
    assert!(
        answers
            .iter()
            .all(|answer| fell_back(answer).0 == Fault::Cancelled)
    );
    assert_eq!(broker.health()[0].in_flight, 0);
}

#[test]
fn dropping_the_broker_never_hangs() {
    let server = start(Options {
        fault_rate: 1.0,
        faults: vec![FaultKind::Hang],
        ..Options::default()
    });
    let mut profile = profile(&server, Api::OpenAi);
    profile.timeout = Duration::from_secs(60);
    let broker = Broker::start(Settings::of(profile)).unwrap();
    (1..=20)
        .map(request)
        .for_each(|request| broker.submit(request));
    while server.count() < 4 {
        std::thread::sleep(Duration::from_millis(2));
    }
    let (done, ended) = mpsc::channel();
    std::thread::Builder::new()
        .spawn(move || {
            drop(broker);
            done.send(()).unwrap();
        })
        .unwrap();
    ended
        .recv_timeout(Duration::from_secs(2))
        .expect("the broker ends at once");
}

/// Many requests against every fault at once: each is answered exactly once.
#[test]
fn every_request_is_answered_exactly_once_among_all_faults() {
    let server = start(Options {
        fault_rate: 0.3,
        seed: 3,
        drip: Duration::from_millis(50),
        ..Options::default()
    });
    for api in Api::ALL {
        let mut profile = profile(&server, *api);
        (profile.timeout, profile.max_concurrent) = (Duration::from_millis(150), 16);
        let answers = ask(Settings::of(profile), (1..=60).map(request));
        assert_eq!(
            answers.iter().map(|a| a.id).collect::<Vec<_>>(),
            (1..=60).collect::<Vec<_>>()
        );
        let usable = answers
            .iter()
            .filter(|a| !matches!(a.outcome, Outcome::FellBack(..)))
            .count();
        answers
            .iter()
            .filter(|a| !matches!(a.outcome, Outcome::FellBack(..)))
            .for_each(|a| drop(text(a).to_owned()));
        assert!(usable >= 54, "{usable} of 60");
    }
}
