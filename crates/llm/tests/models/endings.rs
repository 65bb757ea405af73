//! Requests that nobody waits for any more.

use crate::{all, fell_back, now, profile, request, start};
use collegium_llm::{Broker, Fault, Settings, settings::Api};
use mock_llm::{FaultKind, Options};
use std::{sync::mpsc, time::Duration};

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
