//! What stands beside the broker: cassettes and statistics, the probe, vectors; and what all of it
//! costs.

use super::{SCHEMA, ask, now, profile, request, server, start};
use collegium_llm::{
    CallRecord, Cassette, EmbeddingClient, EmbeddingError, Model, Player, Request, Settings,
    Usages,
    probe::{KeyState, probe},
    secrets::{Key, Secrets},
    settings::{Api, Embeddings, Profile},
};
use mock_llm::{FaultKind, Options, Server};
use std::time::Duration;

#[test]
fn a_cassette_of_a_run_answers_as_the_run_did() {
    let server = start(Options {
        fault_rate: 0.5,
        faults: vec![FaultKind::Prose, FaultKind::ServerError],
        ..Options::default()
    });
    let requests: Vec<Request> = (1..=20).map(request).collect();
    let answers = ask(
        Settings::of(profile(&server, Api::OpenAi)),
        requests.clone(),
    );
    let (mut cassette, mut usages) = (Cassette::default(), Usages::default());
    for (request, answer) in requests.iter().zip(&answers) {
        cassette.record(request, request.id, answer);
        usages.add(request.purpose, answer);
        let line = CallRecord::new(request, answer).line();
        let record: CallRecord = serde_json::from_str(&line).unwrap();
        assert_eq!(
            (record.id, record.user.as_str()),
            (request.id, request.prompt.user.as_str())
        );
    }
    let mut player = Player::new(&cassette);
    player.submit(requests.clone());
    let mut played = player.collect(Duration::ZERO);
    played.sort_by_key(|answer| answer.id);
    assert_eq!(played, answers);
    let total = usages.total();
    assert_eq!((total.requests, total.ok + total.repaired), (20, 20));
    assert!(
        total.repaired > 0 && total.faults["server"] > 0,
        "{total:?}"
    );
    assert_eq!(total.calls as usize, server.count());
}

#[test]
fn a_probe_tells_what_is_there_and_what_to_do() {
    let server = start(Options {
        key: Some("right".into()),
        ..Options::default()
    });
    let plain = start(Options {
        schema_support: false,
        ..Options::default()
    });
    let named = |name: &str, mut profile: Profile| {
        profile.name = name.into();
        profile
    };
    let mut good = profile(&server, Api::Gemini);
    (good.key_env, good.key) = (Some("A_KEY".into()), Key::new("right"));
    let mut keyless = good.clone();
    keyless.key = None;
    let mut wrong = profile(&plain, Api::Ollama);
    wrong.model = "mock-lm".into();
    let settings = Settings::default()
        .with(named("a", good))
        .with(named("b", keyless))
        .with(named("c", wrong))
        .with(named(
            "d",
            Profile::new("d", Api::Ollama, "http://127.0.0.1:1", "m"),
        ));
    let reports = probe(&settings);
    let [a, b, c, d] = reports.as_slice() else {
        panic!("{reports:?}")
    };
    assert!(
        a.usable() && a.reachable && a.advice.is_empty() && a.milliseconds.is_some(),
        "{a:?}"
    );
    assert_eq!(
        (&a.key, a.model_listed, a.schema),
        (&KeyState::Present("A_KEY".into()), Some(true), Some(true))
    );
    assert!(!b.usable() && b.advice[0].contains("Set A_KEY"), "{b:?}");
    assert!(
        c.usable()
            && c.model_listed == Some(false)
            && c.schema == Some(false)
            && c.structured == Some(collegium_llm::Level::Json),
        "{c:?}"
    );
    assert!(
        c.advice[0].contains("did you mean “mock-llm”?") && c.advice[0].contains("ollama pull"),
        "{c:?}"
    );
    assert!(
        !d.reachable && d.advice[0].contains("ollama serve"),
        "{d:?}"
    );
}

#[test]
fn texts_become_vectors() {
    use FaultKind::{
        Dropped, Empty, Hang, Huge, Impossible, InvalidUtf8, NotJson, Prose, RateLimited,
        ServerError, Truncated, WrongTypes,
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
    let client = EmbeddingClient::new(settings(&good, 32), Secrets::default()).unwrap();
    let texts = [
        "a lecture about volcanoes",
        "the volcanoes lecture",
        "lunch at noon",
        "",
        "x",
    ];
    let vectors = client.embed(&texts).unwrap();
    let dot = |a: usize, b: usize| -> f32 {
        vectors[a].iter().zip(&vectors[b]).map(|(x, y)| x * y).sum()
    };
    assert!(vectors.len() == 5 && vectors.iter().all(|v| v.len() == 32));
    assert!((0..5).all(|n| (dot(n, n) - 1.0).abs() < 1e-5) && dot(0, 1) > dot(0, 2));
    assert_eq!(
        good.count(),
        4,
        "three batches, the first asked again for the right length"
    );
    assert!(client.embed(&[]).unwrap().is_empty());
    for fault in [
        RateLimited,
        ServerError,
        Hang,
        Dropped,
        Truncated,
        Prose,
        Empty,
        WrongTypes,
        Huge,
        Impossible,
        NotJson,
    ] {
        let server = server(&[Some(fault)]);
        let found = EmbeddingClient::new(settings(&server, 64), Secrets::default())
            .unwrap()
            .embed(&["a"]);
        assert!(found.is_ok() && server.count() == 2, "{fault}: {found:?}");
    }
    for fault in [ServerError, Impossible] {
        let never = start(Options {
            fault_rate: 1.0,
            faults: vec![fault],
            ..Options::default()
        });
        let found = EmbeddingClient::new(settings(&never, 64), Secrets::default())
            .unwrap()
            .embed(&["a"]);
        assert!(
            matches!(
                found,
                Err(EmbeddingError::Unavailable(_) | EmbeddingError::Shape(_))
            ),
            "{fault}: {found:?}"
        );
    }
    let spoilt = server(&[Some(InvalidUtf8)]);
    assert!(
        EmbeddingClient::new(settings(&spoilt, 64), Secrets::default())
            .unwrap()
            .embed(&["a"])
            .is_ok()
    );
    let locked = start(Options {
        key: Some("right".into()),
        ..Options::default()
    });
    let mut wrong = settings(&locked, 64);
    wrong.key = Key::new("sk-wrong-0123456789");
    let secrets = Secrets::of(&wrong.key);
    let error = EmbeddingClient::new(wrong, secrets)
        .unwrap()
        .embed(&["a"])
        .unwrap_err();
    assert!(
        matches!(error, EmbeddingError::Rejected(_)) && !error.to_string().contains("0123456789"),
        "{error}"
    );
}

#[test]
fn no_key_is_among_the_texts_that_become_vectors() {
    let server = start(Options::default());
    let settings = Embeddings {
        base_url: format!("{}/v1", server.url()),
        model: "vectors".into(),
        key_env: None,
        key: None,
        dimensions: 32,
        timeout: Duration::from_secs(5),
        max_batch: 8,
    };
    // That of another server of the same settings.
    let key = Key::new("sk-Qx7vB2mZ9tLw4RcE");
    let client = EmbeddingClient::new(settings, Secrets::of(&key)).unwrap();
    let texts = [
        "they said sk-Qx7vB2mZ9tLw4RcE",
        "EcR4wLt9Zm2Bv7xQ-ks",
        "lunch",
    ];
    assert_eq!(client.embed(&texts).unwrap().len(), 3);
    for seen in server.log() {
        let sent = seen.body["input"].to_string();
        assert!(
            sent.contains("lunch") && sent.contains("they said"),
            "{sent}"
        );
        assert!(!sent.contains("Qx7v") && !sent.contains("Bv7x"), "{sent}");
    }
    assert!(server.count() > 0);
}

/// What the room costs, to be run by hand: `cargo nextest run --release --test models --run-ignored
/// only --no-capture`.
#[test]
#[ignore = "prints figures"]
fn figures() {
    let server = start(Options {
        log_limit: 0,
        ..Options::default()
    });
    let mut profile = profile(&server, Api::OpenAi);
    (profile.max_concurrent, profile.timeout, profile.deadline) =
        (32, Duration::from_secs(30), Duration::from_secs(90));
    let begun = now();
    let answers = ask(Settings::of(profile), (1..=3000).map(request));
    let calls: u32 = answers.iter().map(|answer| answer.usage.calls).sum();
    println!(
        "broker: {:.0} requests/s over one core's server, {calls} calls",
        3000.0 / begun.elapsed().as_secs_f64()
    );
    let steps: Vec<_> = (0..40)
        .map(|n| serde_json::json!({"say": format!("step {n}"), "minutes": 10}))
        .collect();
    let text = format!(
        "<think>hm</think>Sure:\n```json\n{}\n```",
        serde_json::json!({"steps": steps})
    );
    let begun = now();
    for _ in 0..1000 {
        collegium_llm::extract::extract(&text, |_| true).unwrap();
    }
    println!(
        "extract: {:.1} µs for {} bytes in prose",
        begun.elapsed().as_secs_f64() * 1e3,
        text.len()
    );
    let schema = collegium_llm::validate::Schema::compile(SCHEMA).unwrap();
    let value = serde_json::json!({"say": "Hello", "minutes": "10 minutes", "more": 1});
    let begun = now();
    for _ in 0..1000 {
        schema.check(value.clone()).unwrap();
    }
    println!(
        "validate with coercion: {:.1} µs",
        begun.elapsed().as_secs_f64() * 1e3
    );
    let begun = now();
    collegium_llm::tokens::count("x");
    println!(
        "tokens: vocabulary loaded in {:.0} ms",
        begun.elapsed().as_secs_f64() * 1e3
    );
    let prose =
        "Maya wakes at six, eats in the refectory and reads about volcanoes in the library. "
            .repeat(1000);
    let begun = now();
    let tokens = collegium_llm::tokens::count(&prose);
    println!(
        "tokens: {:.1} MB/s ({tokens})",
        prose.len() as f64 / 1e6 / begun.elapsed().as_secs_f64()
    );
}
