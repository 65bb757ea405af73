//! How much is asked at once, in a minute and for how much money.

use crate::{all, ask, fell_back, profile, request, server, start};
use collegium_core::{ids::AgentId, time::SimTime};
use collegium_llm::{
    Broker, Fault, Outcome, Request, Settings,
    settings::{Api, Limits},
};
use mock_llm::Options;
use std::time::Duration;

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
