//! Campuses whose minds are driven by models: a day goes on whatever comes back.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops where something is not as it must be, and says what it measured"
)]

use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR, SimTime},
};
use collegium_llm::{
    Broker, Cassette, Fault, Outcome, Purpose, Request, Settings, Usages,
    settings::{Api, Profile},
};
use collegium_sim::{
    campus::{
        people::{Activity, MindKind},
        scenario::Overrides,
    },
    mind::{Plan, talk::converse::LineAnswer, thought_queue::ThoughtQueue},
    record::Tallied,
    simulation::{Campus, Correspondence, Replay, testing},
};
use std::{collections::BTreeSet, time::Duration};

fn campus(agents: usize) -> Campus {
    let overrides = Overrides {
        agents: Some(agents),
        mind: Some(MindKind::Model(String::new())),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    Campus::new(scenario, map, 1)
}

/// What a model might answer: any value of the right shape.
fn plausible(request: &Request) -> Outcome {
    let schema = serde_json::from_str(&request.prompt.schema).unwrap();
    Outcome::Ok(mock_llm::answer(&schema, &request.prompt.user, request.id).to_string())
}

#[test]
fn a_day_with_answers_of_the_right_shape_goes_on() {
    let mut campus = campus(6);
    let asked = testing::run_answered(&mut campus, SimTime(DAY), plausible);
    let count = |purpose: Purpose| asked.iter().filter(|r| r.purpose == purpose).count();
    let counts: Vec<_> = Purpose::ALL.iter().map(|p| (p.word(), count(*p))).collect();
    println!("{counts:?}, {:?}", campus.head().tally);
    assert!(count(Purpose::Plan) >= 6, "everybody plans the day");
    assert!(
        count(Purpose::Steps) >= 12,
        "{} times were steps worked out",
        count(Purpose::Steps)
    );
    assert!(count(Purpose::Act) > 0);
    let tally = &campus.head().tally;
    assert!(tally.get(Tallied::Done) > 200, "{tally:?}");
    assert!(
        asked
            .iter()
            .all(|r| !(1..5).contains(&(r.asked.of_day() / HOUR))),
        "nobody thinks while asleep"
    );
    for i in 0..6 {
        let plan = campus.get::<Plan>(AgentId(i)).unwrap();
        for pair in plan.items.windows(2) {
            assert!(pair[0].to <= pair[1].from, "{pair:?}");
        }
    }
}

#[test]
fn a_day_without_any_answer_is_a_day_of_the_built_in_mind() {
    let mut campus = campus(6);
    let asked = testing::run_answered(&mut campus, SimTime(DAY), |_| {
        Outcome::FellBack(Fault::Timeout, "nobody answers".to_owned())
    });
    assert!(!asked.is_empty());
    let tally = &campus.head().tally;
    assert!(tally.get(Tallied::Done) > 200, "{tally:?}");
    assert!(tally.get(Tallied::Attended) > 0, "{tally:?}");
}

#[test]
fn the_same_answers_give_the_same_log() {
    let run = || {
        let mut campus = campus(5);
        testing::run_answered(&mut campus, SimTime(DAY / 2), plausible);
        campus.head().hex()
    };
    assert_eq!(run(), run());
}

/// Runs so many hours with a model that writes at a pace; with the log's digest, and the words that
/// were seen while they were written, where somebody looks on.
fn written_before_our_eyes(
    api: Api,
    hours: u32,
    listens: bool,
) -> (String, BTreeSet<String>, Vec<String>) {
    let server = mock_llm::Server::start(mock_llm::Options {
        pace: Duration::from_millis(2),
        ..mock_llm::Options::default()
    })
    .unwrap();
    let base = if api == Api::OpenAi {
        format!("{}/v1", server.url())
    } else {
        server.url()
    };
    let profile = Profile::new("writing", api, &base, "mock-llm");
    let broker = Broker::start(Settings::of(profile)).unwrap();
    let mut campus = campus(6);
    let mut mail = Correspondence::new(Box::new(broker), 0, Usages::default());
    if listens {
        mail.listen();
    }
    let until = campus.clock().start.plus(hours * HOUR);
    let mut seen = BTreeSet::new();
    while campus.clock().now < until {
        let goes_on = mail.exchange(&mut campus, Duration::from_millis(3));
        seen.extend(mail.lines_so_far(&campus).into_values());
        if goes_on {
            campus.step(until);
            let waits = |id| {
                campus
                    .world()
                    .resource::<ThoughtQueue>()
                    .waits(id, |p| p == Purpose::Line)
            };
            let left = mail.lines_so_far(&campus);
            assert!(
                left.keys().all(|id| waits(*id)),
                "shown and no longer written: {left:?}"
            );
        }
    }
    let lines = campus
        .calls()
        .iter()
        .filter(|call| call.request.purpose == Purpose::Line);
    let lines = lines.filter_map(|call| match &call.answer.outcome {
        Outcome::Ok(text) | Outcome::Repaired(text, _) => LineAnswer::words_so_far(text),
        Outcome::FellBack(..) => None,
    });
    (campus.head().hex(), seen, lines.collect())
}

#[test]
fn a_line_is_seen_while_it_is_written_and_who_looks_on_changes_nothing() {
    for api in Api::ALL {
        let (unseen, nothing, _) = written_before_our_eyes(*api, 3, false);
        let (digest, seen, lines) = written_before_our_eyes(*api, 3, true);
        assert_eq!(digest, unseen, "{api:?}");
        let whole = |words: &String| lines.contains(words);
        assert!(nothing.iter().all(whole), "{api:?}: {nothing:?}");
        let begun = seen.iter().filter(|words| !whole(words)).count();
        assert!(begun > 3, "{api:?}: {seen:?}");
        for words in &seen {
            assert!(
                lines.iter().any(|line| line.starts_with(words)),
                "{api:?}: “{words}” is the beginning of no line"
            );
        }
    }
}

/// A model behind a server that fails one time in five, in every way there is.
fn failing(api: Api, seed: u64) -> (mock_llm::Server, Broker) {
    let server = mock_llm::Server::start(mock_llm::Options {
        seed,
        fault_rate: 0.2,
        faults: mock_llm::FaultKind::ALL.to_vec(),
        retry_after: 1,
        ..mock_llm::Options::default()
    })
    .unwrap();
    let base = if api == Api::OpenAi {
        format!("{}/v1", server.url())
    } else {
        server.url()
    };
    let mut profile = Profile::new("failing", api, &base, "mock-llm");
    profile.timeout = Duration::from_millis(400);
    profile.deadline = Duration::from_millis(2500);
    profile.backoff = Duration::from_millis(5);
    profile.max_concurrent = 16;
    let broker = Broker::start(Settings::of(profile)).unwrap();
    (server, broker)
}

/// Runs a day of so many people against a failing server; nobody may be stuck, and the run can be
/// replayed without it.
fn a_failing_day(api: Api, agents: usize, hours: u32) {
    let (server, broker) = failing(api, 7);
    let mut campus = campus(agents);
    let mut mail = Correspondence::new(Box::new(broker), 0, Usages::default());
    let until = campus.clock().start.plus(hours * HOUR);
    let mut cassette = Cassette::default();
    while campus.clock().now < until {
        let next = campus.clock().now.plus(HOUR).min(until);
        mail.run_until(&mut campus, next, |_, _| true);
    }
    for call in campus.calls() {
        cassette.record(&call.request, call.tick, &call.answer);
    }
    let total = mail.usages.total();
    println!(
        "{api:?}: {} requests, {} calls, {} ok, {} repaired, {} fell back ({:.1} %), faults {:?}; the server injected {:?}",
        total.requests,
        total.calls,
        total.ok,
        total.repaired,
        total.fallback,
        100.0 * total.fallback_share(),
        total.faults,
        server.tally().faults
    );
    assert!(campus.clock().now >= until);
    assert!(total.requests as usize >= 3 * agents && total.ok > 0 && total.repaired > 0);
    assert!(
        total.fallback_share() < 0.2,
        "repeating and repairing must save most of what fails"
    );
    for i in 0..agents as u32 {
        let activity = campus.get::<Activity>(AgentId(i)).unwrap();
        let since = campus.clock().now.since(activity.since);
        assert!(
            since < 11 * HOUR,
            "#{i} has been {} for {since} s",
            activity.doing
        );
    }
    let mut again = self::campus(agents);
    Replay::new(&cassette)
        .run_until(&mut again, campus.clock().now)
        .unwrap();
    assert_eq!(
        again.head().hex(),
        campus.head().hex(),
        "a replay from the cassette gives the same log"
    );
}

#[test]
fn a_day_of_twenty_five_with_one_fault_in_five_finishes() {
    a_failing_day(Api::OpenAi, 25, 18);
}

#[test]
fn a_morning_with_faults_finishes_with_ollamas_protocol() {
    a_failing_day(Api::Ollama, 6, 5);
}

#[test]
fn a_morning_with_faults_finishes_with_geminis_protocol() {
    a_failing_day(Api::Gemini, 6, 5);
}
