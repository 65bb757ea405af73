//! Inner life: people reflect a few times a day, what they conclude rests on what they remember,
//! nothing is thought twice, and each part can be switched off.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR},
};
use collegium_llm::{Answer, Outcome, Purpose, Request, Usage};
use collegium_sim::{
    campus::{
        people::{Activity, Doing, MindKind},
        scenario::Overrides,
    },
    memory::{Embedder as _, Episodic, Hashed, Memory, MemoryKind, dot, gates},
    mind::reflect::{Musing, Reflecting, SelfSummary},
    record::Tallied,
    simulation::{Campus, Saver, resume, testing},
};
use std::sync::Arc;

fn two_days(overrides: Overrides) -> Campus {
    let (scenario, map) = testing::load("first-week", overrides);
    let mut campus = Campus::new(scenario, map, 1);
    campus.run_until(campus.clock().start.plus(2 * DAY));
    campus
}

fn people(campus: &Campus) -> impl Iterator<Item = AgentId> {
    (0..campus.people() as u32).map(AgentId)
}

fn of_kind(stream: &Episodic, kind: MemoryKind) -> Vec<(u32, &Memory)> {
    stream.iter().filter(|(_, m)| m.kind == kind).collect()
}

#[test]
fn people_reflect_write_and_wander() {
    let campus = two_days(Overrides::default());
    let (mut rounds, mut deepest, mut thoughts, mut musings, mut tendencies) = (0, 0, 0, 0, 0);
    for agent in people(&campus) {
        let stream = campus.get::<Episodic>(agent).unwrap();
        let reflecting = campus.get::<Reflecting>(agent).unwrap();
        let names = campus.names();
        let name = names.person(agent);
        // One person may be luckier, or unluckier, than most; how often people reflect on average
        // is held tighter below.
        assert!(
            (1..=9).contains(&reflecting.rounds),
            "{name}: {} reflections in two days",
            reflecting.rounds
        );
        rounds += reflecting.rounds;
        tendencies += reflecting.tendencies.len();
        let thought = of_kind(stream, MemoryKind::Thought);
        thoughts += thought.len();
        for (at, memory) in &thought {
            let evidence = memory.evidence();
            assert!(
                !evidence.is_empty(),
                "{name}: “{}” rests on nothing",
                memory.text
            );
            assert!(
                evidence.iter().all(|i| i < at),
                "{name}: {evidence:?} of {at}"
            );
            assert!(evidence.is_sorted(), "{evidence:?}");
            let deepest_evidence = evidence
                .iter()
                .map(|i| stream.get(*i).unwrap().depth())
                .max()
                .unwrap();
            assert!(
                memory.depth() > deepest_evidence,
                "{name}: “{}”",
                memory.text
            );
            assert!(
                memory
                    .expires()
                    .is_some_and(|e| e >= memory.at.plus(gates::KEPT_FOR)),
                "{name}: {memory:?}"
            );
            assert!(
                (1..=10).contains(&memory.importance)
                    && !gates::blank(&memory.text)
                    && !memory.text.contains('{')
            );
            deepest = deepest.max(memory.depth());
        }
        for (i, (a, one)) in thought.iter().enumerate() {
            for (b, other) in &thought[i + 1..] {
                let likeness = dot(&stream.vector(*a), &stream.vector(*b));
                assert!(
                    likeness <= gates::SAME,
                    "{name}: “{}” and “{}”: {likeness}",
                    one.text,
                    other.text
                );
            }
        }
        let pages = of_kind(stream, MemoryKind::Diary);
        assert_eq!(
            pages.len(),
            2,
            "{name}: {:?}",
            pages.iter().map(|p| p.1.at.to_string()).collect::<Vec<_>>()
        );
        let summary = campus.get::<SelfSummary>(agent).unwrap();
        assert!(
            summary.text.chars().count() > 20 && summary.since == pages[1].1.at,
            "{summary:?}"
        );
        musings += usize::from(campus.get::<Musing>(agent).unwrap().day.is_some());
    }
    let rate = f64::from(rounds) / 50.0;
    assert!(
        (1.0..=4.0).contains(&rate),
        "{rate} reflections per agent-day"
    );
    assert!(deepest >= 2, "no thought about thoughts in two days");
    assert!(
        thoughts > 100 && musings > 3 && tendencies > 20,
        "{thoughts} thoughts, {musings} musings, {tendencies}"
    );
    let tally = &campus.head().tally;
    assert_eq!(tally.get(Tallied::Diaries), 50);
    assert_eq!(
        tally.get(Tallied::Dismissed),
        0,
        "the built-in mind was refused: {tally:?}"
    );
    println!("{rate} reflections per agent-day; {tally:?}; deepest {deepest}");
}

#[test]
fn each_part_can_be_switched_off() {
    let without = |word: &str| {
        two_days(Overrides {
            without: vec![word.to_owned()],
            agents: Some(8),
            ..Overrides::default()
        })
    };
    let campus = without("reflection");
    let tally = &campus.head().tally;
    for none in [Tallied::Insights, Tallied::Merged, Tallied::Diaries] {
        assert_eq!(tally.get(none), 0, "{none:?}");
    }
    assert!(people(&campus).all(|a| campus.get::<SelfSummary>(a).unwrap().text.is_empty()));
    let campus = without("mind_wandering");
    let tally = &campus.head().tally;
    assert_eq!(tally.get(Tallied::Musings), 0);
    assert!(tally.get(Tallied::Insights) > 0);
    assert!(people(&campus).all(|a| campus.get::<Musing>(a).unwrap().ideas.is_empty()));
    let campus = without("task_resonance");
    assert_eq!(campus.scenario().retrieval.weights.resonance, 0.0);
}

/// A campus of people who ask a model.
fn with_a_model() -> Campus {
    let mind = Some(MindKind::Model(String::new()));
    let (scenario, map) = testing::load(
        "first-week",
        Overrides {
            agents: Some(6),
            mind,
            ..Overrides::default()
        },
    );
    let mut scenario = Arc::unwrap_or_clone(scenario);
    scenario.reflection_threshold = 20;
    Campus::new(Arc::new(scenario), map, 1)
}

/// What a model might answer; for insights one good one, one without evidence there is, one against
/// identity and one that says nothing.
fn answer(request: &Request) -> Answer {
    let json = match request.purpose {
        Purpose::Questions => {
            r#"{"questions": ["What do I like here?", "Whom do I trust?", "What is left to do?"]}"#.to_owned()
        }
        Purpose::Insights => {
            let schema: serde_json::Value = serde_json::from_str(&request.prompt.schema).unwrap();
            let most = schema.pointer("/properties/insights/items/properties/because/items/maximum").unwrap();
            let beyond = most.as_i64().unwrap() + 1;
            format!(
                r#"{{"insights": [
                    {{"insight": "Reflection number {} shows me how I live", "because": [1, 2], "importance": 7}},
                    {{"insight": "What I never saw matters most to me", "because": [{beyond}], "importance": 9}},
                    {{"insight": "I am 99 years old and I know it", "because": [1], "importance": 5}},
                    {{"insight": "This is blank", "because": [1], "importance": 5}}]}}"#,
                request.id
            )
        }
        Purpose::Diary => {
            r#"{"diary": "It rained all day and I read.", "self_summary": "I am calm and I read a lot these days."}"#
                .to_owned()
        }
        _ => {
            return Answer {
                id: request.id,
                outcome: Outcome::FellBack(collegium_llm::Fault::NoProfile, String::new()),
                model: String::new(),
                faults: Vec::new(),
                repairs: Vec::new(),
                put_aside: None,
                usage: Usage::default(),
            };
        }
    };
    Answer {
        id: request.id,
        outcome: Outcome::Ok(json),
        model: "test".to_owned(),
        faults: Vec::new(),
        repairs: Vec::new(),
        put_aside: None,
        usage: Usage::default(),
    }
}

/// Runs to an hour of the first day, answering each request in the tick after it was asked.
fn run(campus: &mut Campus, hours: u32, mut seen: impl FnMut(&Request)) {
    let end = campus.clock().start.plus(hours * HOUR);
    while campus.clock().now < end {
        campus.step(end);
        let requests = campus.take_requests();
        for request in &requests {
            let doing = campus.get::<Activity>(request.agent).unwrap().doing;
            assert_ne!(
                doing,
                Doing::Sleeping,
                "a model is asked for {} asleep",
                request.name
            );
            seen(request);
        }
        campus.deliver(requests.iter().map(answer).collect());
    }
}

#[test]
fn what_a_model_thinks_passes_the_same_gates() {
    let mut campus = with_a_model();
    let mut longest = 0;
    run(&mut campus, 20, |request| {
        if matches!(
            request.purpose,
            Purpose::Questions | Purpose::Insights | Purpose::Diary
        ) {
            let prompt = &request.prompt;
            assert!(
                prompt.user.len() > 60 && !prompt.user.contains("{{"),
                "{prompt:?}"
            );
            longest =
                longest.max((prompt.system.len() + prompt.user.len() + prompt.schema.len()) / 4);
        }
    });
    let tally = &campus.head().tally;
    let refused = |word: &str| tally.of(Tallied::Dismissed, word);
    let (insights, joined) = (tally.get(Tallied::Insights), tally.get(Tallied::Merged));
    assert!(insights > 0, "{tally:?}");
    assert!(tally.get(Tallied::Diaries) > 0, "{tally:?}");
    assert!(refused("no_evidence") > 0, "{tally:?}");
    assert_eq!(refused("no_evidence"), refused("contradiction"));
    assert_eq!(refused("no_evidence"), refused("empty"));
    assert_eq!(insights + joined, refused("empty"));
    assert!(longest < 1300, "a prompt of about {longest} tokens");
    let summaries = people(&campus)
        .filter(|a| {
            campus
                .get::<SelfSummary>(*a)
                .unwrap()
                .text
                .starts_with("I am calm")
        })
        .count();
    assert!(summaries > 0);
    println!("longest prompt about {longest} tokens; {tally:?}");
}

#[test]
fn a_save_in_the_middle_of_a_reflection_goes_on_as_if_nothing_had_been() {
    let mut whole = with_a_model();
    run(&mut whole, 14, |_| {});
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inner.campus");
    let mut campus = with_a_model();
    let mut saver = Saver::create(&path, &mut campus, HOUR).unwrap();
    let end = campus.clock().start.plus(14 * HOUR);
    let mut broken = false;
    while campus.clock().now < end {
        campus.step(end);
        let requests = campus.take_requests();
        let reflects = requests.iter().any(|r| r.purpose == Purpose::Insights);
        if reflects && !broken {
            // Asked and not answered: the process ends here, and another goes on.
            saver.commit(&mut campus).unwrap();
            drop(saver);
            broken = true;
            (campus, saver) = resume(&path, 1, HOUR).unwrap();
            let again = campus.take_requests();
            assert_eq!(again, requests);
            campus.deliver(again.iter().map(answer).collect());
            continue;
        }
        campus.deliver(requests.iter().map(answer).collect());
    }
    assert!(broken, "nobody reflected");
    assert_eq!(campus.head().hex(), whole.head().hex());
    assert!(
        campus.snapshot() == whole.snapshot(),
        "the states differ though the logs do not"
    );
}

#[test]
fn thoughts_and_what_came_to_mind_are_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("thoughts.campus");
    let mut campus = testing::campus(1, 25, 1);
    let mut saver = Saver::create(&path, &mut campus, HOUR).unwrap();
    let end = campus.clock().start.plus(2 * DAY);
    while campus.clock().now < end {
        campus.run_until(saver.next().min(end));
        saver.commit_if_due(&mut campus).unwrap();
    }
    saver.commit(&mut campus).unwrap();
    drop(saver);
    // Written with another embedder: the vectors are made anew, and the save says so.
    let embedder = |set: Option<&str>| {
        let db = rusqlite::Connection::open(&path).unwrap();
        if let Some(word) = set {
            db.execute("UPDATE meta SET value = ?1 WHERE key = 'embedder'", [word])
                .unwrap();
        }
        db.query_row("SELECT value FROM meta WHERE key = 'embedder'", [], |row| {
            row.get::<_, String>(0)
        })
        .unwrap()
    };
    assert_eq!(embedder(None), Hashed.id());
    assert_eq!(embedder(Some("another-1")), "another-1");
    let (again, saver) = resume(&path, 1, HOUR).unwrap();
    drop(saver);
    assert_eq!(embedder(None), Hashed.id());
    let mut touched = 0;
    for agent in people(&campus) {
        let (one, other) = (
            campus.get::<Episodic>(agent).unwrap(),
            again.get::<Episodic>(agent).unwrap(),
        );
        assert!(one == other, "{}", campus.names().person(agent));
        touched += one.kept().touched.len();
    }
    assert!(touched > 20, "only {touched} memories came to mind");
    assert!(
        campus.head().tally.get(Tallied::Merged) > 0,
        "no thought was joined to another"
    );
}
