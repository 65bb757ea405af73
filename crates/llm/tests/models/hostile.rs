//! Servers that mean harm: keys in good answers, numbers beyond belief, brackets without end.

use crate::{all, by_hand, fell_back, now, one, profile, request, start, text};
use collegium_llm::{
    Broker, Settings,
    probe::probe,
    secrets::Key,
    settings::{Api, Limits, Profile},
};
use mock_llm::Options;
use std::time::Duration;

const KEY: &str = "sk-Qx7vB2mZ9tLw4RcE";

#[test]
fn a_key_in_a_good_answer_is_taken_out_of_it() {
    for api in Api::ALL {
        let server = start(Options {
            key: Some(KEY.to_owned()),
            echo: [KEY, "c2stUXg3dkIybVo5dEx3NFJjRQ", "EcR4wLt9Zm2Bv7xQ-ks"]
                .map(str::to_owned)
                .to_vec(),
            models: vec!["mock-llm".to_owned(), format!("model-of-{KEY}")],
            ..Options::default()
        });
        let mut profile = profile(&server, *api);
        (profile.key, profile.key_env) = (Key::new(KEY), Some("A_KEY".to_owned()));
        let broker = Broker::start(Settings::of(profile.clone())).unwrap();
        (1..=8).for_each(|id| broker.submit(request(id)));
        let mut hidden = 0;
        for answer in all(&broker) {
            hidden += usize::from(text(&answer).contains("[key]"));
            let whole = format!("{answer:?}").to_lowercase();
            assert!(!whole.contains("qx7vb2mz9"), "{whole}");
            assert!(!whole.contains("c2stuxg3dk"), "{whole}");
            assert!(!whole.contains("ecr4wlt9zm"), "{whole}");
        }
        assert!(
            hidden >= 4,
            "{hidden}: most texts are long enough for an echo"
        );
        let report = format!("{:?}", probe(&Settings::of(profile)));
        assert!(report.contains("model-of-[key]"), "{report}");
        assert!(!report.contains("Qx7vB2mZ9"), "{report}");
    }
}

#[test]
fn a_key_of_one_server_is_not_told_to_another() {
    let server = start(Options::default());
    let mut first = profile(&server, Api::OpenAi);
    (first.key, first.key_env) = (Key::new(KEY), Some("A_KEY".to_owned()));
    let mut second = profile(&server, Api::Ollama);
    second.name = "second".to_owned();
    let settings = Settings::of(second).with(first);
    let broker = Broker::start(settings).unwrap();
    let mut asked = request(1);
    asked.prompt.user = format!("What do you think of {KEY}, the word?");
    broker.submit(asked);
    text(&all(&broker)[0]);
    let log = format!("{:?}", server.log());
    assert!(
        log.contains("What do you think of [key], the word?"),
        "{log}"
    );
    assert!(!log.contains("Qx7vB2mZ9"), "{log}");
}

#[test]
fn numbers_of_tokens_beyond_belief_are_counted_instead() {
    for boast in [u64::MAX, u64::MAX / 2 + 1, 1 << 40, 1_000_000] {
        for api in Api::ALL {
            let server = start(Options {
                boast: Some(boast),
                ..Options::default()
            });
            let mut settings = Settings::of(profile(&server, *api));
            settings.budget = Limits {
                tokens_per_run: Some(20_000),
                ..Limits::default()
            };
            let broker = Broker::start(settings).unwrap();
            for id in 1..=4 {
                broker.submit(request(id));
                let answer = all(&broker).remove(0);
                text(&answer);
                let usage = answer.usage;
                assert!((1..500).contains(&usage.tokens_in), "{boast}: {usage:?}");
                assert!((1..500).contains(&usage.tokens_out), "{boast}: {usage:?}");
            }
        }
    }
}

#[test]
fn brackets_without_end_cost_little() {
    let content = "[".repeat(1_000_000);
    let body = serde_json::json!({"choices": [{"message": {"content": content}}]}).to_string();
    let (url, _asked) = by_hand::by_hand(move |_| (200, String::new(), body.clone()));
    // The vocabulary is loaded beforehand.
    collegium_llm::tokens::count("a");
    let mut profile = Profile::new("main", Api::OpenAi, &url, "m");
    profile.timeout = Duration::from_secs(20);
    let begun = now();
    let answer = one(Settings::of(profile));
    let took = begun.elapsed();
    println!("{took:?}");
    fell_back(&answer);
    assert!(took < Duration::from_secs(4), "{took:?}");
}

#[test]
fn settings_without_end_are_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("collegium.toml");
    // Ten gigabytes of which none is on the disk.
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(10 << 30).unwrap();
    let error = Settings::load(&path).unwrap_err().to_string();
    assert!(error.contains("is too large"), "{error}");
    if cfg!(unix) {
        let error = Settings::load("/dev/zero".as_ref()).unwrap_err();
        let error = error.to_string();
        assert!(error.contains("expected a regular file"), "{error}");
    }
}
