//! What servers do wrong, and what becomes of a request then.

use crate::{all, ask, fell_back, now, one, profile, request, server, start, text};
use collegium_llm::{
    Broker, Fault, Outcome, Request, Settings,
    secrets::Key,
    settings::{Api, Profile, Structured},
};
use mock_llm::{FaultKind, Options};
use std::time::Duration;

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
