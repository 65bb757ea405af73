//! Lines that come piece by piece, for whoever looks on.

use super::{
    all,
    by_hand::{by_hand, good_answer, quick},
    fell_back, now, profile, request, start, text,
};
use collegium_llm::{
    Answer, Broker, Fault, Outcome, Purpose, Request, Settings,
    settings::{Api, Profile},
};
use mock_llm::{FaultKind, Options, Server};
use std::time::Duration;

fn listening(profile: Profile) -> Broker {
    let broker = Broker::start(Settings::of(profile)).unwrap();
    broker.listen();
    broker
}

fn at_a_pace(script: &[Option<FaultKind>]) -> Server {
    start(Options {
        script: script.to_vec(),
        pace: Duration::from_millis(8),
        ..Options::default()
    })
}

/// What is seen of a request until its answer is there, and the answer.
fn watch(broker: &Broker, id: u64) -> (Vec<String>, Answer) {
    let mut seen: Vec<String> = Vec::new();
    let begun = now();
    loop {
        assert!(begun.elapsed() < Duration::from_secs(20));
        let text = broker.so_far().remove(&id).unwrap_or_default();
        if seen.last() != Some(&text) {
            seen.push(text);
        }
        if let Some(answer) = broker.wait(Duration::from_millis(2)).pop() {
            return (seen, answer);
        }
    }
}

#[test]
fn a_line_grows_and_is_the_one_that_would_have_come_at_once() {
    for api in Api::ALL {
        let server = at_a_pace(&[]);
        let profile = profile(&server, *api);
        let broker = listening(Profile {
            timeout: Duration::from_secs(5),
            ..profile.clone()
        });
        broker.submit(request(1));
        let (seen, streamed) = watch(&broker, 1);
        assert!(seen.len() > 3, "{api:?}: {seen:?}");
        assert!(
            seen.windows(2).all(|two| two[1].starts_with(&two[0])),
            "{api:?}: {seen:?}"
        );
        assert!(broker.so_far().is_empty(), "collected and still there");
        assert!(matches!(streamed.outcome, Outcome::Ok(_)));
        let at_once = super::one(Settings::of(profile));
        assert_eq!(streamed.outcome, at_once.outcome, "{api:?}");
        assert_eq!(
            (streamed.usage.tokens_in, streamed.usage.tokens_out),
            (at_once.usage.tokens_in, at_once.usage.tokens_out),
            "{api:?}"
        );
    }
}

#[test]
fn only_lines_are_streamed_and_only_for_who_listens() {
    let server = start(Options::default());
    let profile = profile(&server, Api::OpenAi);
    let broker = listening(profile.clone());
    broker.submit(Request {
        purpose: Purpose::Plan,
        ..request(1)
    });
    all(&broker);
    super::one(Settings::of(profile));
    let streams = |broker: &Broker| {
        broker.submit(request(2));
        all(broker);
        server.log().last().unwrap().body["stream"].clone()
    };
    assert!(server.log().iter().all(|seen| seen.body["stream"] == false));
    assert_eq!(streams(&broker), true);
}

#[test]
fn a_server_that_does_not_stream_is_asked_without() {
    let server = start(Options {
        streaming: false,
        ..Options::default()
    });
    let broker = listening(profile(&server, Api::OpenAi));
    for id in [1, 2] {
        broker.submit(request(id));
        text(&all(&broker)[0]);
    }
    let asked: Vec<bool> = server
        .log()
        .iter()
        .map(|seen| seen.body["stream"] == true)
        .collect();
    assert_eq!(asked, [true, false, false]);
}

#[test]
fn what_is_refused_or_breaks_off_does_not_stay() {
    for api in Api::ALL {
        let server = at_a_pace(&[Some(FaultKind::NotJson), Some(FaultKind::Dropped), None]);
        let broker = listening(Profile {
            timeout: Duration::from_secs(5),
            ..profile(&server, *api)
        });
        broker.submit(request(1));
        let (seen, answer) = watch(&broker, 1);
        text(&answer);
        assert_eq!(server.count(), 3, "{api:?}");
        let last = seen.last().unwrap();
        assert!(
            seen.iter()
                .any(|text| !text.is_empty() && !last.starts_with(text)),
            "{api:?}: nothing of the first attempt was seen: {seen:?}"
        );
        let server = at_a_pace(&[Some(FaultKind::NotJson); 3]);
        let broker = listening(Profile {
            timeout: Duration::from_secs(5),
            ..profile(&server, *api)
        });
        broker.submit(request(1));
        let begun = now();
        while server.count() < 3 || server.tally().open > 0 {
            assert!(begun.elapsed() < Duration::from_secs(20));
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(100));
        assert_eq!(broker.in_flight(), 1);
        assert!(
            broker.so_far().is_empty(),
            "refused for good and still there"
        );
        assert_eq!(fell_back(&all(&broker)[0]).0, Fault::NotJson);
    }
}

#[test]
fn every_fault_is_met_in_a_stream_as_without_one() {
    for api in Api::ALL {
        for fault in FaultKind::ALL {
            if matches!(
                fault,
                FaultKind::Hang | FaultKind::SlowDrip | FaultKind::Huge
            ) {
                continue;
            }
            let outcome = |listens: bool| {
                let server = start(Options {
                    script: vec![Some(*fault)],
                    retry_after: 0,
                    ..Options::default()
                });
                let broker = Broker::start(Settings::of(profile(&server, *api))).unwrap();
                if listens {
                    broker.listen();
                }
                broker.submit(request(1));
                let answer = all(&broker).remove(0);
                (answer.outcome, answer.faults)
            };
            let (plain, streamed) = (outcome(false), outcome(true));
            assert_eq!(plain.0, streamed.0, "{api:?} {fault:?}");
        }
    }
}

#[test]
fn a_stream_that_is_ended_for_others_is_no_answer() {
    // As llama-cpp-python does when another request comes.
    let (url, requests) = by_hand(|request| {
        if request.contains("\"stream\":true") {
            let begun = r#"{"choices":[{"delta":{"content":"{\"say\":\"Hel"}}]}"#;
            let kind = "content-type: text/event-stream\r\n".to_owned();
            return (200, kind, format!("data: {begun}\n\ndata: [DONE]\n\n"));
        }
        good_answer()
    });
    let broker = listening(quick(&url));
    for id in [1, 2] {
        broker.submit(request(id));
        let answer = all(&broker).remove(0);
        assert!(text(&answer).contains("Hello there"), "{answer:?}");
    }
    drop(broker);
    assert_eq!(
        requests.iter().take(3).count(),
        3,
        "the second is not streamed"
    );
    assert!(requests.try_recv().is_err());
}
