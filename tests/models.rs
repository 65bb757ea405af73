//! The broker against a server that speaks all three protocols and fails in every way.

use collegium::{
    campus::AgentId,
    llm::{
        Answer, Broker, CallRecord, Cassette, EmbeddingClient, EmbeddingError, Fault, HealthState, Ledger, Model,
        Outcome, Player, Prompt, Purpose, Request, Settings,
        probe::{KeyState, probe},
        secrets::Key,
        settings::{Api, Embeddings, Limits, Profile, Structured},
    },
    time::SimTime,
};
use std::{
    sync::mpsc,
    time::{Duration, Instant},
};
use understudy::{FaultKind, Options, Server};

const SCHEMA: &str = r#"{"type": "object", "additionalProperties": false, "required": ["say", "minutes"], "properties": {
    "say": {"type": "string", "minLength": 1, "maxLength": 80}, "minutes": {"type": "integer", "minimum": 5, "maximum": 15}}}"#;

fn server(script: &[Option<FaultKind>]) -> Server {
    start(Options { script: script.to_vec(), ..Options::default() })
}

fn start(options: Options) -> Server {
    Server::start(options).unwrap()
}

fn profile(server: &Server, api: Api) -> Profile {
    let base = if api == Api::OpenAi { format!("{}/v1", server.url()) } else { server.url() };
    let mut profile = Profile::new("main", api, &base, "understudy");
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

fn all(broker: &Broker) -> Vec<Answer> {
    let mut answers = Vec::new();
    let begun = Instant::now();
    while broker.in_flight() > 0 {
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?} and {} more", answers, broker.in_flight());
        answers.extend(broker.wait(Duration::from_millis(200)));
    }
    answers.sort_by_key(|answer| answer.id);
    answers
}

fn ask(settings: Settings, requests: impl IntoIterator<Item = Request>) -> Vec<Answer> {
    let broker = Broker::start(settings).unwrap();
    requests.into_iter().for_each(|request| broker.submit(request));
    all(&broker)
}

fn one(settings: Settings) -> Answer {
    let answers = ask(settings, [request(1)]);
    assert_eq!(answers.len(), 1);
    answers.into_iter().next().unwrap()
}

/// The answer's JSON, which must be of the right shape.
fn text(answer: &Answer) -> &str {
    let (Outcome::Ok(text) | Outcome::Repaired(text, _)) = &answer.outcome else { panic!("{answer:?}") };
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    assert!(value["say"].is_string() && (5..=15).contains(&value["minutes"].as_i64().unwrap()), "{text}");
    text
}

fn fell_back(answer: &Answer) -> (Fault, &str) {
    let Outcome::FellBack(fault, what) = &answer.outcome else { panic!("{answer:?}") };
    (*fault, what)
}

#[test]
fn all_three_protocols_answer_by_schema() {
    for api in Api::ALL {
        let server = start(Options { key: Some("sk-0123456789".into()), ..Options::default() });
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
            assert!(matches!(answer.outcome, Outcome::Ok(_)), "{kind}: {answer:?}");
            assert_eq!((answer.faults.as_slice(), answer.usage.calls), ([fault].as_slice(), 2), "{kind}");
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
            assert_eq!(answer.outcome, Outcome::Repaired(text(&answer).into(), vec![fault]), "{kind}");
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
        let server = start(Options { fault_rate: 1.0, faults: vec![kind], ..Options::default() });
        let answer = one(Settings::of(profile(&server, Api::OpenAi)));
        let (found, what) = fell_back(&answer);
        assert_eq!((found, answer.usage.calls), (fault, calls), "{kind}: {what}");
        assert!(what.contains("profile main"), "{what}");
        assert_eq!(answer.faults.len(), calls as usize);
    }
}

#[test]
fn a_server_that_hangs_is_given_up_at_the_deadline() {
    for kind in [FaultKind::Hang, FaultKind::SlowDrip] {
        let server = start(Options { fault_rate: 1.0, faults: vec![kind], ..Options::default() });
        let mut profile = profile(&server, Api::Ollama);
        (profile.timeout, profile.deadline) = (Duration::from_millis(100), Duration::from_millis(250));
        let begun = Instant::now();
        let answer = one(Settings::of(profile));
        assert_eq!(fell_back(&answer).0, Fault::Timeout);
        assert!(begun.elapsed() < Duration::from_millis(1500), "{:?}", begun.elapsed());
        assert!(answer.usage.milliseconds >= 200, "{:?}", answer.usage);
    }
}

#[test]
fn retry_after_is_obeyed_up_to_the_deadline() {
    let server = server(&[Some(FaultKind::RateLimitedRetryAfter)]);
    let begun = Instant::now();
    let broker = Broker::start(Settings::of(profile(&server, Api::OpenAi))).unwrap();
    broker.submit(request(1));
    while server.count() == 0 {
        std::thread::sleep(Duration::from_millis(2));
    }
    std::thread::sleep(Duration::from_millis(50));
    broker.submit(request(2));
    all(&broker).iter().for_each(|answer| drop(text(answer).to_owned()));
    assert!(begun.elapsed() >= Duration::from_secs(1));
    drop(broker);
    let short = start(Options {
        script: vec![Some(FaultKind::RateLimitedRetryAfter)],
        retry_after: 3600,
        ..Options::default()
    });
    let begun = Instant::now();
    let answer = one(Settings::of(profile(&short, Api::OpenAi)));
    assert_eq!(fell_back(&answer).0, Fault::RateLimited);
    assert!(begun.elapsed() < Duration::from_secs(1), "nobody waits for what comes too late");
}

#[test]
fn a_server_that_knows_no_schemas_is_asked_in_other_ways_from_then_on() {
    for api in Api::ALL {
        let server = start(Options { schema_support: false, ..Options::default() });
        let broker = Broker::start(Settings::of(profile(&server, *api))).unwrap();
        broker.submit(request(1));
        let first = all(&broker).remove(0);
        let refused = server.count();
        broker.submit(request(2));
        let second = all(&broker).remove(0);
        assert!(first.faults.contains(&Fault::Rejected), "{first:?}");
        assert!(!second.faults.contains(&Fault::Rejected), "{second:?}");
        assert_eq!(broker.health()[0].structured, "JSON mode");
        assert!(refused >= 2);
        drop(broker);
        let mut fixed = profile(&server, *api);
        fixed.structured = Structured::Schema;
        assert_eq!(fell_back(&one(Settings::of(fixed))).0, Fault::Rejected);
    }
}

#[test]
fn equal_requests_fly_together() {
    let server = start(Options { latency: Duration::from_millis(100), ..Options::default() });
    let same = |id| Request { id, ..request(1) };
    let answers = ask(Settings::of(profile(&server, Api::OpenAi)), [same(1), same(2), same(3), request(4)]);
    assert_eq!(answers.iter().map(|a| a.id).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(server.count(), 2);
    assert_eq!(text(&answers[0]), text(&answers[2]));
    assert_eq!(answers.iter().map(|a| a.usage.calls).collect::<Vec<_>>(), [1, 0, 0, 1], "counted once");
    assert!(answers.iter().all(|a| a.usage.milliseconds >= 90));
}

#[test]
fn no_more_calls_at_once_than_allowed() {
    let server = start(Options { latency: Duration::from_millis(30), ..Options::default() });
    let mut profile = profile(&server, Api::OpenAi);
    profile.max_concurrent = 3;
    let answers = ask(Settings::of(profile), (1..=12).map(request));
    assert_eq!(answers.len(), 12);
    assert_eq!(server.tally().most_open, 3);
}

#[test]
fn limits_per_minute_hold_back_what_is_too_much() {
    let server = server(&[]);
    for tokens in [false, true] {
        let mut profile = profile(&server, Api::OpenAi);
        profile.deadline = Duration::from_millis(300);
        if tokens {
            profile.tokens_per_minute = Some(100);
        } else {
            profile.requests_per_minute = Some(1);
        }
        let answers = ask(Settings::of(profile), (1..=2).map(request));
        let held: Vec<_> =
            answers.iter().filter(|a| matches!(a.outcome, Outcome::FellBack(Fault::RateLimited, _))).collect();
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
    assert!(last.contains("profile main") && last.contains("profile cheap"), "{last}");
    let spent = broker.spent();
    assert!(spent.profiles["main"].micros <= 300_000 && spent.profiles["cheap"].tokens <= 400, "{spent:?}");
}

#[test]
fn budgets_of_an_agent_and_its_day_are_its_own() {
    let server = server(&[]);
    let mut settings = Settings::of(profile(&server, Api::Gemini));
    settings.budget = Limits { tokens_per_agent_day: Some(350), ..Limits::default() };
    let broker = Broker::start(settings).unwrap();
    let asked = |id, agent, day: u32| {
        broker.submit(Request { agent: AgentId(agent), asked: SimTime(day * 86_400), ..request(id) });
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
        matches!(health.state, HealthState::Open { seconds: 1 }) && health.last_error.contains("500"),
        "{health:?}"
    );
    std::thread::sleep(Duration::from_millis(320));
    broker.submit(request(6));
    text(&all(&broker)[0]);
    assert_eq!(broker.health()[0].state, HealthState::Ok);
}

#[test]
fn an_open_breaker_steps_down_first() {
    let bad = start(Options { fault_rate: 1.0, faults: vec![FaultKind::ServerError], ..Options::default() });
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
    assert!(answers.iter().any(|a| a.faults.contains(&Fault::CircuitOpen)), "{answers:?}");
}

#[test]
fn wrong_keys_models_and_addresses_are_told() {
    let server = start(Options { key: Some("right".into()), ..Options::default() });
    let mut wrong = profile(&server, Api::OpenAi);
    wrong.key = Key::new("sk-wrong-0123456789");
    let answer = one(Settings::of(wrong.clone()));
    assert_eq!((fell_back(&answer).0, answer.usage.calls), (Fault::Rejected, 1), "{answer:?}");
    assert!(fell_back(&answer).1.contains("401") && !fell_back(&answer).1.contains("0123456789"));
    wrong.key = None;
    wrong.key_env = Some("COLLEGIUM_NO_SUCH_KEY".into());
    let answer = one(Settings::of(wrong.clone()));
    assert!(fell_back(&answer).1.contains("set COLLEGIUM_NO_SUCH_KEY"), "{answer:?}");
    let mut nobody = Profile::new("main", Api::Ollama, "http://127.0.0.1:1", "m");
    nobody.backoff = Duration::from_millis(1);
    let answer = one(Settings::of(nobody));
    assert_eq!((fell_back(&answer).0, answer.usage.calls), (Fault::Connection, 4));
    let nameless = Request { profile: "mian".into(), ..request(1) };
    let answer = ask(Settings::of(wrong), [nameless]).remove(0);
    assert_eq!(
        fell_back(&answer),
        (Fault::NoProfile, "found the profile “mian”; expected one of main; did you mean “main”?")
    );
    assert_eq!(fell_back(&one(Settings::default())).0, Fault::NoProfile);
}

#[test]
fn everything_can_be_cancelled() {
    let server = start(Options { fault_rate: 1.0, faults: vec![FaultKind::Hang], ..Options::default() });
    let mut profile = profile(&server, Api::OpenAi);
    (profile.timeout, profile.deadline) = (Duration::from_secs(60), Duration::from_secs(180));
    let broker = Broker::start(Settings::of(profile)).unwrap();
    (1..=20).map(request).for_each(|request| broker.submit(request));
    while server.count() < 4 {
        std::thread::sleep(Duration::from_millis(2));
    }
    let health = &broker.health()[0];
    assert_eq!((health.in_flight, health.queued), (4, 16));
    broker.cancel_all();
    let begun = Instant::now();
    let answers = all(&broker);
    assert!(begun.elapsed() < Duration::from_secs(2));
    assert_eq!(answers.len(), 20);
    assert!(answers.iter().all(|answer| fell_back(answer).0 == Fault::Cancelled));
    assert_eq!(broker.health()[0].in_flight, 0);
}

#[test]
fn dropping_the_broker_never_hangs() {
    let server = start(Options { fault_rate: 1.0, faults: vec![FaultKind::Hang], ..Options::default() });
    let mut profile = profile(&server, Api::OpenAi);
    profile.timeout = Duration::from_secs(60);
    let broker = Broker::start(Settings::of(profile)).unwrap();
    (1..=20).map(request).for_each(|request| broker.submit(request));
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
    ended.recv_timeout(Duration::from_secs(2)).expect("the broker ends at once");
}

/// Many requests against every fault at once: each is answered exactly once.
#[test]
fn every_request_is_answered_exactly_once_among_all_faults() {
    let server = start(Options { fault_rate: 0.3, seed: 3, drip: Duration::from_millis(50), ..Options::default() });
    for api in Api::ALL {
        let mut profile = profile(&server, *api);
        (profile.timeout, profile.max_concurrent) = (Duration::from_millis(150), 16);
        let answers = ask(Settings::of(profile), (1..=60).map(request));
        assert_eq!(answers.iter().map(|a| a.id).collect::<Vec<_>>(), (1..=60).collect::<Vec<_>>());
        let usable = answers.iter().filter(|a| !matches!(a.outcome, Outcome::FellBack(..))).count();
        answers.iter().filter(|a| !matches!(a.outcome, Outcome::FellBack(..))).for_each(|a| drop(text(a).to_owned()));
        assert!(usable >= 54, "{usable} of 60");
    }
}

#[test]
fn a_cassette_of_a_run_answers_as_the_run_did() {
    let server = start(Options {
        fault_rate: 0.3,
        faults: vec![FaultKind::Prose, FaultKind::ServerError],
        ..Options::default()
    });
    let requests: Vec<Request> = (1..=20).map(request).collect();
    let answers = ask(Settings::of(profile(&server, Api::OpenAi)), requests.clone());
    let (mut cassette, mut ledger) = (Cassette::default(), Ledger::default());
    for (request, answer) in requests.iter().zip(&answers) {
        cassette.record(request, request.id, answer);
        ledger.add(request.purpose, answer);
        let line = CallRecord::new(request, answer).line();
        let record: CallRecord = serde_json::from_str(&line).unwrap();
        assert_eq!((record.id, record.user.as_str()), (request.id, request.prompt.user.as_str()));
    }
    let mut player = Player::new(&cassette);
    player.submit(requests.clone());
    let mut played = player.collect(Duration::ZERO);
    played.sort_by_key(|answer| answer.id);
    assert_eq!(played, answers);
    let total = ledger.total();
    assert_eq!((total.requests, total.ok + total.repaired), (20, 20));
    assert!(total.repaired > 0 && total.faults["server"] > 0, "{total:?}");
    assert_eq!(total.calls as usize, server.count());
}

#[test]
fn a_probe_tells_what_is_there_and_what_to_do() {
    let server = start(Options { key: Some("right".into()), ..Options::default() });
    let plain = start(Options { schema_support: false, ..Options::default() });
    let named = |name: &str, mut profile: Profile| {
        profile.name = name.into();
        profile
    };
    let mut good = profile(&server, Api::Gemini);
    (good.key_env, good.key) = (Some("A_KEY".into()), Key::new("right"));
    let mut keyless = good.clone();
    keyless.key = None;
    let mut wrong = profile(&plain, Api::Ollama);
    wrong.model = "understudi".into();
    let settings = Settings::default()
        .with(named("a", good))
        .with(named("b", keyless))
        .with(named("c", wrong))
        .with(named("d", Profile::new("d", Api::Ollama, "http://127.0.0.1:1", "m")));
    let reports = probe(&settings);
    let [a, b, c, d] = reports.as_slice() else { panic!("{reports:?}") };
    assert!(a.usable() && a.reachable && a.advice.is_empty() && a.milliseconds.is_some(), "{a:?}");
    assert_eq!((&a.key, a.model_listed, a.schema), (&KeyState::Present("A_KEY".into()), Some(true), Some(true)));
    assert!(!b.usable() && b.advice[0].contains("Set A_KEY"), "{b:?}");
    assert!(
        c.usable() && c.model_listed == Some(false) && c.schema == Some(false) && c.structured == "JSON mode",
        "{c:?}"
    );
    assert!(c.advice[0].contains("did you mean “understudy”?") && c.advice[0].contains("ollama pull"), "{c:?}");
    assert!(!d.reachable && d.advice[0].contains("ollama serve"), "{d:?}");
}

#[test]
fn texts_become_vectors() {
    use FaultKind::{
        Dropped, Empty, Hang, Huge, Impossible, InvalidUtf8, NotJson, Prose, RateLimited, ServerError, Truncated,
        WrongTypes,
    };
    let settings = |server: &Server, dimensions| Embeddings {
        base_url: format!("{}/v1", server.url()),
        model: "vectors".into(),
        key_env: None,
        key: None,
        dimensions,
        timeout: Duration::from_millis(250),
        max_batch: 2,
    };
    let good = server(&[]);
    let client = EmbeddingClient::new(settings(&good, 32)).unwrap();
    let texts = ["a lecture about volcanoes", "the volcanoes lecture", "lunch at noon", "", "x"];
    let vectors = client.embed(&texts).unwrap();
    let dot = |a: usize, b: usize| -> f32 { vectors[a].iter().zip(&vectors[b]).map(|(x, y)| x * y).sum() };
    assert!(vectors.len() == 5 && vectors.iter().all(|v| v.len() == 32));
    assert!((0..5).all(|n| (dot(n, n) - 1.0).abs() < 1e-5) && dot(0, 1) > dot(0, 2));
    assert_eq!(good.count(), 4, "three batches, the first asked again for the right length");
    assert!(client.embed(&[]).unwrap().is_empty());
    for fault in
        [RateLimited, ServerError, Hang, Dropped, Truncated, Prose, Empty, WrongTypes, Huge, Impossible, NotJson]
    {
        let server = server(&[Some(fault)]);
        let found = EmbeddingClient::new(settings(&server, 64)).unwrap().embed(&["a"]);
        assert!(found.is_ok() && server.count() == 2, "{fault}: {found:?}");
    }
    for fault in [ServerError, Impossible] {
        let never = start(Options { fault_rate: 1.0, faults: vec![fault], ..Options::default() });
        let found = EmbeddingClient::new(settings(&never, 64)).unwrap().embed(&["a"]);
        assert!(matches!(found, Err(EmbeddingError::Unavailable(_) | EmbeddingError::Shape(_))), "{fault}: {found:?}");
    }
    let spoilt = server(&[Some(InvalidUtf8)]);
    assert!(EmbeddingClient::new(settings(&spoilt, 64)).unwrap().embed(&["a"]).is_ok());
    let locked = start(Options { key: Some("right".into()), ..Options::default() });
    let mut wrong = settings(&locked, 64);
    wrong.key = Key::new("sk-wrong-0123456789");
    let error = EmbeddingClient::new(wrong).unwrap().embed(&["a"]).unwrap_err();
    assert!(matches!(error, EmbeddingError::Rejected(_)) && !error.to_string().contains("0123456789"), "{error}");
}

/// A server by hand, for what the understudy does not do: answers each request (head and body) with what the function gives.
fn by_hand(respond: impl Fn(&str) -> (u16, String, String) + Send + 'static) -> (String, mpsc::Receiver<String>) {
    use std::io::{Read as _, Write as _};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (seen, requests) = mpsc::channel();
    std::thread::Builder::new()
        .spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let (mut bytes, mut chunk) = (Vec::new(), [0; 65536]);
                loop {
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    let length: Option<usize> =
                        text.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next()?.parse().ok());
                    if let (Some(length), Some(head)) = (length, text.find("\r\n\r\n"))
                        && bytes.len() >= head + 4 + length
                    {
                        let (status, headers, body) = respond(&text);
                        // The test may have ended.
                        let _ = seen.send(text);
                        let length = body.len();
                        let head = format!(
                            "HTTP/1.1 {status} X\r\ncontent-length: {length}\r\nconnection: close\r\n{headers}\r\n"
                        );
                        let _ = stream.write_all((head + &body).as_bytes());
                        break;
                    }
                    match stream.read(&mut chunk) {
                        Ok(0) | Err(_) => break,
                        Ok(read) => bytes.extend_from_slice(&chunk[..read]),
                    }
                }
            }
        })
        .unwrap();
    (url, requests)
}

/// OpenAI's form of a good answer, without a report of tokens.
fn good_answer() -> (u16, String, String) {
    let content = r#"{\"say\":\"Hello there\",\"minutes\":5}"#;
    let body = format!(r#"{{"choices":[{{"message":{{"content":"{content}"}},"finish_reason":"stop"}}]}}"#);
    (200, String::new(), body)
}

fn quick(url: &str) -> Profile {
    let mut profile = Profile::new("main", Api::OpenAi, url, "m");
    (profile.timeout, profile.deadline) = (Duration::from_secs(2), Duration::from_secs(8));
    profile.backoff = Duration::from_millis(5);
    profile
}

#[test]
fn refusals_that_name_their_reason_are_learnt_from() {
    // As llama-cpp-python does, with status 500, and as OpenAI's newer models do.
    let (url, requests) = by_hand(|request| {
        let refuse = |status, words: &str| (status, String::new(), format!(r#"{{"error":{{"message":"{words}"}}}}"#));
        if request.contains("json_schema") {
            refuse(500, "1 validation error: {'loc': ('body', 'response_format', 'type'), 'input': 'json_schema'}")
        } else if request.contains("\"max_tokens\"") {
            refuse(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
        } else if request.contains("\"temperature\"") {
            refuse(400, "Unsupported value: 'temperature' does not support 0.5 with this model.")
        } else {
            good_answer()
        }
    });
    let mut profile = quick(&url);
    (profile.temperature, profile.breaker_failures, profile.attempts) = (Some(0.5), 1, 1);
    let broker = Broker::start(Settings::of(profile)).unwrap();
    for id in 1..=2 {
        broker.submit(request(id));
        let answer = all(&broker).remove(0);
        text(&answer);
        assert_eq!(answer.usage.calls, if id == 1 { 4 } else { 1 });
        // Nothing was reported, so the tokens were counted.
        assert!(answer.usage.tokens_in > 40 && (10..20).contains(&answer.usage.tokens_out), "{:?}", answer.usage);
    }
    let last = requests.try_iter().last().unwrap();
    assert!(last.contains(r#""type":"json_object""#) && last.contains(r#""schema":{"#), "{last}");
    assert_eq!(broker.health()[0].structured, "JSON schema");
}

#[test]
fn a_date_to_come_back_at_is_obeyed_and_redirects_are_not() {
    let times = std::sync::atomic::AtomicU32::new(0);
    let (url, _requests) = by_hand(move |_| match times.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
        0 => {
            let headers = "retry-after: Sun, 06 Nov 1994 08:49:38 GMT\r\ndate: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
            (503, headers.to_owned(), String::new())
        }
        1 => good_answer(),
        _ => (307, "location: http://127.0.0.1:1/\r\n".to_owned(), String::new()),
    });
    let broker = Broker::start(Settings::of(quick(&url))).unwrap();
    let begun = Instant::now();
    broker.submit(request(1));
    text(&all(&broker)[0]);
    assert!(begun.elapsed() >= Duration::from_secs(1));
    broker.submit(request(2));
    let answer = all(&broker).remove(0);
    assert!(fell_back(&answer).0 == Fault::Rejected && fell_back(&answer).1.contains("base_url"), "{answer:?}");
}

#[test]
fn keys_that_servers_repeat_are_taken_out() {
    let (url, requests) = by_hand(|request| {
        let key = request.split("Bearer ").nth(1).unwrap().split("\r\n").next().unwrap().to_owned();
        (401, String::new(), format!(r#"{{"error":{{"message":"Incorrect API key provided: {key}"}}}}"#))
    });
    let mut profile = quick(&url);
    profile.key = Key::new("sk-proj-abcdefghijklmnop");
    let broker = Broker::start(Settings::of(profile)).unwrap();
    broker.submit(request(1));
    let answer = all(&broker).remove(0);
    assert!(requests.recv().unwrap().contains("sk-proj-abcdefghijklmnop"), "it is sent");
    let shown = format!("{answer:?} {:?} {:?}", broker.health(), broker.settings());
    assert!(!shown.contains("abcdefgh") && shown.contains("Incorrect API key provided: [key]"), "{shown}");
}

#[test]
fn errors_are_named_to_the_model_and_long_answers_get_more_room() {
    let times = std::sync::atomic::AtomicU32::new(0);
    let (url, requests) = by_hand(move |_| {
        let say = |content: &str, finish: &str| {
            let body = serde_json::json!({"choices": [{"message": {"content": content}, "finish_reason": finish}]});
            (200, String::new(), body.to_string())
        };
        match times.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
            0 => say(r#"{"say": "Hi", "minutes": 90}"#, "stop"),
            1 => say(r#"{"say": "Hi there, this is a long"#, "length"),
            _ => say(r#"{"say": "Hi", "minutes": 9}"#, "stop"),
        }
    });
    let answer = one(Settings::of(quick(&url)));
    text(&answer);
    assert_eq!(answer.faults, [Fault::WrongShape, Fault::Truncated]);
    let bodies: Vec<serde_json::Value> = requests
        .try_iter()
        .map(|request| serde_json::from_str(request.split("\r\n\r\n").nth(1).unwrap()).unwrap())
        .collect();
    let told = bodies[1]["messages"].as_array().unwrap();
    assert_eq!(told.len(), 4, "system, question, wrong answer, its errors");
    assert!(told[3]["content"].as_str().unwrap().contains("at /minutes: 90 is more than 15"), "{told:?}");
    assert_eq!(bodies.iter().map(|b| b["max_tokens"].as_u64().unwrap()).collect::<Vec<_>>(), [200, 200, 400]);
    assert_eq!(bodies[2]["messages"], bodies[1]["messages"]);
}

#[test]
fn urgent_requests_go_first() {
    let (url, requests) = by_hand(|_| {
        std::thread::sleep(Duration::from_millis(20));
        good_answer()
    });
    let mut profile = quick(&url);
    profile.max_concurrent = 1;
    let broker = Broker::start(Settings::of(profile)).unwrap();
    let purposes = [Purpose::Diary, Purpose::Diary, Purpose::Plan, Purpose::Line, Purpose::Plan, Purpose::Act];
    for (id, purpose) in (1..).zip(purposes) {
        broker.submit(Request { purpose, ..request(id) });
        while id == 1 && broker.health()[0].in_flight == 0 {
            std::thread::yield_now();
        }
    }
    all(&broker);
    let order: Vec<char> =
        requests.try_iter().map(|r| r.split("to person ").nth(1).unwrap().chars().next().unwrap()).collect();
    assert_eq!(order, ['1', '4', '6', '3', '5', '2'], "the first was under way before the others came");
}

/// What the room costs, to be run by hand: `cargo nextest run --release --test models --run-ignored only --no-capture`.
#[test]
#[ignore = "prints figures"]
fn figures() {
    let server = start(Options { log_limit: 0, ..Options::default() });
    let mut profile = profile(&server, Api::OpenAi);
    (profile.max_concurrent, profile.timeout, profile.deadline) =
        (32, Duration::from_secs(30), Duration::from_secs(90));
    let begun = Instant::now();
    let answers = ask(Settings::of(profile), (1..=3000).map(request));
    let calls: u32 = answers.iter().map(|answer| answer.usage.calls).sum();
    println!("broker: {:.0} requests/s over one core's server, {calls} calls", 3000.0 / begun.elapsed().as_secs_f64());
    let steps: Vec<_> = (0..40).map(|n| serde_json::json!({"say": format!("step {n}"), "minutes": 10})).collect();
    let text = format!("<think>hm</think>Sure:\n```json\n{}\n```", serde_json::json!({"steps": steps}));
    let begun = Instant::now();
    for _ in 0..1000 {
        collegium::llm::extract::extract(&text, |_| true).unwrap();
    }
    println!("extract: {:.1} µs for {} bytes in prose", begun.elapsed().as_secs_f64() * 1e3, text.len());
    let schema = collegium::llm::validate::Schema::compile(SCHEMA).unwrap();
    let value = serde_json::json!({"say": "Hello", "minutes": "10 minutes", "more": 1});
    let begun = Instant::now();
    for _ in 0..1000 {
        schema.check(value.clone()).unwrap();
    }
    println!("validate with coercion: {:.1} µs", begun.elapsed().as_secs_f64() * 1e3);
    let begun = Instant::now();
    collegium::llm::tokens::count("x");
    println!("tokens: vocabulary loaded in {:.0} ms", begun.elapsed().as_secs_f64() * 1e3);
    let prose = "Maya wakes at six, eats in the refectory and reads about volcanoes in the library. ".repeat(1000);
    let begun = Instant::now();
    let tokens = collegium::llm::tokens::count(&prose);
    println!("tokens: {:.1} MB/s ({tokens})", prose.len() as f64 / 1e6 / begun.elapsed().as_secs_f64());
}
