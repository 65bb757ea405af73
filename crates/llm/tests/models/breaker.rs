//! Servers that are left alone for a while.

use crate::{all, ask, fell_back, profile, request, server, start, text};
use collegium_llm::{Broker, Fault, HealthState, Settings, settings::Api};
use mock_llm::{FaultKind, Options};
use std::time::Duration;

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
