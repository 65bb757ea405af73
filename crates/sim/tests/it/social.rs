//! What people have to do with each other: facts spread only from those who know them, talks grow
//! and shrink, invitations come so far.

#![expect(
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::{
    i18n::Language,
    ids::AgentId,
    time::{DAY, HOUR, SimTime},
};
use collegium_llm::{Answer, Fault, Outcome, Purpose, Request, Usage};
use collegium_sim::{
    campus::{
        Invitations,
        people::{Activity, Doing, MindKind},
        scenario::Overrides,
        talks::{MOST_MEMBERS, SpeechAct, Talk, Talks},
    },
    memory::SocialMemory,
    record::Logged,
    simulation::{Campus, Saver, resume, testing},
    social::{Claims, FactKind, Knowledge, Ledger, Source},
    tools::{SimEvent, tell},
};
use std::collections::{BTreeMap, BTreeSet};

/// Runs a campus and gives every line that was said, and every event.
fn days(mut campus: Campus, days: u32) -> (Campus, Vec<Logged>) {
    let end = campus.clock().start.plus(days * DAY);
    campus.run_until(end);
    let events = campus.take_events();
    (campus, events)
}

fn lines(events: &[Logged]) -> Vec<&str> {
    events
        .iter()
        .filter_map(|e| match &e.occurrence.event {
            SimEvent::Said { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

/// How many events are of a kind.
fn count(events: &[Logged], is: impl Fn(&SimEvent) -> bool) -> usize {
    events.iter().filter(|e| is(&e.occurrence.event)).count()
}

#[test]
fn three_days_of_the_first_week() {
    let (campus, events) = days(testing::campus(1, 25, 1), 3);
    let said = lines(&events);
    let distinct: BTreeSet<&str> = said.iter().copied().collect();
    let repeats = 1.0 - distinct.len() as f64 / said.len() as f64;
    let joined = count(&events, |e| matches!(e, SimEvent::Joined { .. }));
    let emergence = campus.emergence();
    println!(
        "{} talks, {} lines, {} joined, {} left, repeats {repeats:.3}, learned {}, {emergence:#?}",
        count(&events, |e| matches!(e, SimEvent::TalkBegan { .. })),
        said.len(),
        joined,
        count(&events, |e| matches!(e, SimEvent::Left { .. })),
        count(&events, |e| matches!(e, SimEvent::Learned { .. })),
    );
    if std::env::var_os("COLLEGIUM_SHOW").is_some() {
        let mut by: BTreeMap<&str, usize> = BTreeMap::new();
        said.iter().for_each(|l| *by.entry(l).or_default() += 1);
        let mut worst: Vec<_> = by.into_iter().filter(|(_, n)| *n > 1).collect();
        worst.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        worst
            .iter()
            .take(30)
            .for_each(|(l, n)| println!("{n:4} {l}"));
        let names = campus.names();
        for e in events.iter().filter(|e| e.seq > 3000 && e.seq < 4200) {
            if tell::is_told(&e.occurrence.event) {
                println!("{} {}", e.at.clock(), e.text(&tell::ENGLISH, &names));
            }
        }
    }
    assert!(said.len() > 1500, "{}", said.len());
    assert!(repeats < 0.02, "{repeats}");
    assert!(joined > 20, "talks of three and more occur");
    let ledger = campus.world().resource::<Ledger>();
    assert!(
        ledger
            .log
            .iter()
            .any(|(_, k)| k.source == Source::Overheard)
    );
    assert!(ledger.log.iter().any(|(_, k)| k.source == Source::Told));
    assert_eq!(ledger.unsourced(), 0);
    let claimed = emergence.claims.built_in;
    assert!(
        claimed.known > 500 && 50 * (claimed.wrong + claimed.invented) < claimed.known,
        "{claimed:?}"
    );
    assert_eq!(emergence.claims.model, Claims::default());
    for fact in &emergence.facts {
        assert!((1..=2).contains(&fact.known_at_start), "{fact:?}");
        // How far it goes is another thing in each seed (`spreading.rs`).
        assert!(fact.known > fact.known_at_start, "{fact:?}");
        assert!(
            fact.by_hour
                .windows(2)
                .all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1),
            "{fact:?}"
        );
    }
    assert!(emergence.density > emergence.density_start, "{emergence:?}");
    let f = emergence.invitations;
    assert!(f.invited > 5 && f.attended > 0, "{f:?}");
    assert!(
        f.invited >= f.answered
            && f.answered >= f.accepted
            && f.accepted >= f.planned
            && f.planned >= f.attended
    );
}

#[test]
fn facts_come_only_from_those_who_know_them() {
    let (campus, events) = days(testing::campus(7, 25, 1), 2);
    let ledger = campus.world().resource::<Ledger>();
    let mut known: BTreeMap<(AgentId, u32), (u32, SimTime)> = BTreeMap::new();
    let mut learned = 0;
    // Nothing is saved here, so what is forgotten waits in the ledger.
    let all: BTreeMap<u32, &Knowledge> = ledger.log.since(0).collect();
    for (number, entry) in all {
        match (entry.source, entry.from) {
            (Source::Planted | Source::Witnessed | Source::LookedUp, None) => {}
            (Source::Told | Source::Overheard | Source::Read, Some(from)) => {
                learned += 1;
                let (_, since) = known
                    .get(&(from, entry.fact))
                    .unwrap_or_else(|| panic!("{entry:?} has no source"));
                assert!(
                    *since <= entry.since && entry.by.is_some() && from != entry.agent,
                    "{entry:?}"
                );
            }
            other => panic!("{other:?} in {entry:?}"),
        }
        // Who has forgotten something may hear of it again.
        let before = known.insert((entry.agent, entry.fact), (number, entry.since));
        let forgotten = before.is_none_or(|(n, _)| ledger.log.get(n).is_none());
        assert!(forgotten, "{entry:?} twice");
    }
    assert!(learned > 50, "{learned}");
    // What was planted was known at the start; everything later is in the log as well.
    let late = ledger
        .log
        .since(0)
        .filter(|(_, k)| k.source != Source::Planted)
        .count();
    let logged = count(&events, |e| matches!(e, SimEvent::Learned { .. }));
    assert_eq!(late, logged);
    assert!(ledger.facts.iter().any(|(_, f)| f.kind() == FactKind::News));
}

#[test]
fn talks_grow_and_shrink_and_everybody_takes_part() {
    let mut campus = testing::campus(3, 25, 1);
    let end = campus.clock().start.plus(DAY);
    let (mut largest, mut groups) = (0, 0);
    while campus.clock().now < end {
        campus.step(end);
        for (number, talk) in &campus.world().resource::<Talks>().live {
            let Talk {
                members, all, turn, ..
            } = talk;
            assert!((2..=MOST_MEMBERS).contains(&members.len()), "{talk:?}");
            assert!(
                members.contains(turn) && members.iter().all(|m| all.contains(m)),
                "{talk:?}"
            );
            for member in members {
                assert_eq!(campus.get::<Activity>(*member).unwrap().talk, Some(*number));
            }
            largest = largest.max(members.len());
            groups += usize::from(members.len() > 2);
        }
        for person in campus.persons() {
            let talk = person.activity.talk;
            let live = talk.is_none_or(|n| {
                campus
                    .world()
                    .resource::<Talks>()
                    .live
                    .get(&n)
                    .is_some_and(|t| t.members.contains(&person.id))
            });
            assert!(live, "{} is in a talk that is over", person.persona.name);
        }
    }
    assert!(
        largest >= 4 && groups > 50,
        "largest {largest}, {groups} ticks of groups"
    );
}

/// Steps on until a talk of three or more is in full swing.
fn into_a_group(campus: &mut Campus) {
    let end = campus.clock().start.plus(2 * DAY);
    while campus.clock().now < end {
        campus.step(end);
        if campus
            .world()
            .resource::<Talks>()
            .live
            .values()
            .any(|t| t.members.len() > 2 && t.lines.len() > 4)
        {
            return;
        }
    }
    panic!("no three people talked together");
}

#[test]
fn a_save_in_the_middle_of_a_group_goes_on_to_the_same_log() {
    let mut campus = testing::campus(4, 25, 1);
    campus.run_until(SimTime(11 * HOUR));
    into_a_group(&mut campus);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("group.campus");
    drop(Saver::create(&path, &mut campus, HOUR).unwrap());
    let end = campus.clock().now.plus(8 * HOUR);
    campus.run_until(end);
    let (mut again, saver) = resume(&path, 1, HOUR).unwrap();
    again.run_until(end);
    assert_eq!(again.head().hex(), campus.head().hex());
    assert!(
        again.snapshot() == campus.snapshot(),
        "the states differ though the logs do not"
    );
    drop(saver);
    let db = rusqlite::Connection::open(&path).unwrap();
    let count = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert!(count("SELECT COUNT(*) FROM facts WHERE kind = 'planted'") >= 2);
    assert!(
        count("SELECT COUNT(*) FROM knowledge WHERE source = 'told' AND origin IS NOT NULL") > 0
    );
    let kept: Vec<u8> = db
        .query_row(
            "SELECT value FROM meta WHERE key = 'emergence'",
            [],
            |row| row.get(0),
        )
        .unwrap_or_else(|_| {
            db.query_row(
                "SELECT value FROM meta WHERE key = 'emergence'",
                [],
                |row| row.get::<_, String>(0),
            )
            .unwrap()
            .into()
        });
    let kept: serde_json::Value = serde_json::from_slice(&kept).unwrap();
    assert!(
        kept["facts"].as_array().is_some_and(|f| f.len() >= 2),
        "{kept}"
    );
}

#[test]
fn conversations_are_about_something_and_answers_fit() {
    let (campus, _) = days(testing::campus(5, 25, 1), 1);
    let mut asked = 0;
    let mut fitting = 0;
    let mut topics = BTreeSet::new();
    let mut campus = campus;
    let end = campus.clock().now.plus(DAY);
    let mut seen: BTreeMap<u32, Talk> = BTreeMap::new();
    while campus.clock().now < end {
        campus.step(end);
        for (number, talk) in &campus.world().resource::<Talks>().live {
            seen.insert(*number, talk.clone());
        }
    }
    for talk in seen.values() {
        for pair in talk.lines.windows(2) {
            topics.insert(pair[0].speech.topic.word());
            if pair[0].speech.act == Some(SpeechAct::Ask) && pair[1].speaker == pair[0].to {
                asked += 1;
                let answers = pair[1].speech.act == Some(SpeechAct::Answer)
                    && pair[1].speech.topic == pair[0].speech.topic;
                fitting += u32::from(
                    answers
                        || matches!(pair[1].speech.act, Some(SpeechAct::Part | SpeechAct::Reply)),
                );
            }
        }
    }
    assert!(
        asked > 40 && fitting * 10 >= asked * 9,
        "{fitting} of {asked} questions were answered"
    );
    assert!(topics.len() >= 8, "{topics:?}");
}

#[test]
fn impressions_are_kept_and_relationships_change() {
    let (campus, _) = days(testing::campus(2, 25, 1), 2);
    let (mut summaries, mut feelings, mut changed) = (0, BTreeSet::new(), 0);
    for person in campus.persons() {
        let social = campus.get::<SocialMemory>(person.id).unwrap();
        for (other, known) in &social.known {
            assert!((0.0..=10.0).contains(&known.closeness));
            if known.talks > 0 {
                summaries += usize::from(!known.summary.is_empty());
                feelings.insert(known.feeling.word());
                let before = person
                    .persona
                    .relationships
                    .iter()
                    .find(|r| r.with == *other)
                    .map_or(0.5, |r| r.closeness);
                changed += usize::from((known.closeness - before).abs() > 0.05);
            }
        }
    }
    assert!(
        summaries > 50 && changed > 50 && feelings.len() >= 4,
        "{summaries} {changed} {feelings:?}"
    );
}

#[test]
fn people_speak_their_language() {
    for (language, signs) in [
        (Language::Chinese, "的你我了"),
        (Language::Vietnamese, "ạôơưđế"),
    ] {
        let (scenario, map) = testing::load("quick-look", Overrides::default());
        let mut scenario = (*scenario).clone();
        for (persona, _) in &mut scenario.people {
            persona.language = language;
        }
        let mut campus = Campus::new(std::sync::Arc::new(scenario), map, 1);
        campus.run_until(campus.clock().start.plus(2 * DAY));
        let events = campus.take_events();
        let said = lines(&events);
        assert!(said.len() > 10, "{}", said.len());
        let native = said
            .iter()
            .filter(|l| l.chars().any(|c| signs.contains(c) || c as u32 > 0x1e00))
            .count();
        assert!(
            native * 10 >= said.len() * 9,
            "{language}: {native} of {} lines: {said:?}",
            said.len()
        );
    }
}

#[test]
fn who_is_invited_and_says_yes_has_it_in_its_timetable() {
    let (campus, events) = days(testing::campus(1, 25, 1), 2);
    let invitations = &campus.world().resource::<Invitations>().list;
    assert!(!invitations.is_empty());
    for (_, invitation) in invitations.iter() {
        if invitation.planned.is_some() {
            assert!(
                invitation.answered.is_some_and(|(_, yes)| yes),
                "{invitation:?}"
            );
        }
        if let Some(at) = invitation.attended {
            assert!(
                invitation.planned.is_some_and(|p| p <= at) && at < invitation.ends,
                "{invitation:?}"
            );
        }
    }
    let funnel = campus.world().resource::<Invitations>();
    let funnel = funnel.funnel(campus.clock().now);
    assert_eq!(
        count(&events, |e| matches!(e, SimEvent::Invited { .. })),
        funnel.invited
    );
    assert_eq!(
        count(&events, |e| matches!(e, SimEvent::Replied { .. })),
        funnel.answered
    );
}

/// Runs ten model-driven people until midnight; `answer` plays the model, and gives nothing where no
/// answer ever comes.
fn with_models(mut answer: impl FnMut(&Request) -> Option<Outcome>) -> (Campus, Vec<Logged>) {
    let overrides = Overrides {
        agents: Some(10),
        mind: Some(MindKind::Model(String::new())),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    let mut campus = Campus::new(scenario, map, 1);
    let end = campus.clock().start.plus(18 * HOUR);
    while campus.clock().now < end {
        campus.step(end);
        let requests = campus.take_requests();
        let answers = requests.iter().filter_map(|r| {
            let outcome = answer(r)?;
            Some(Answer {
                id: r.id,
                outcome,
                model: "test".to_owned(),
                faults: Vec::new(),
                repairs: Vec::new(),
                put_aside: None,
                usage: Usage::default(),
            })
        });
        campus.deliver(answers.collect());
    }
    let events = campus.take_events();
    (campus, events)
}

/// An answer of the right shape where a line or an impression is asked for; whatever else is asked
/// for falls back.
fn sensible(request: &Request, words: &str) -> Outcome {
    let schema: serde_json::Value =
        serde_json::from_str(&request.prompt.schema).unwrap_or_default();
    let properties = &schema["properties"];
    match request.purpose {
        Purpose::Line => {
            let tells: Vec<_> = properties["tells"]["items"]["enum"].as_array().into_iter().flatten().take(1).collect();
            let answer = &properties["answer"]["enum"][0];
            Outcome::Ok(
                serde_json::json!({"say": words, "tells": tells, "answer": answer, "leaves": false}).to_string(),
            )
        }
        Purpose::Impression => Outcome::Ok(
            serde_json::json!({"summary": words, "feeling": "curious", "closeness_change": 0.2, "remember": words, "importance": 4})
                .to_string(),
        ),
        _ => Outcome::FellBack(Fault::Cancelled, String::new()),
    }
}

#[test]
fn a_models_words_are_said_and_its_impressions_kept() {
    let mut asked = 0;
    let (campus, events) = with_models(|request| {
        asked += 1;
        assert!(!request.prompt.system.is_empty() && !request.prompt.user.is_empty());
        Some(sensible(request, &format!("thought number {}", request.id)))
    });
    let said = lines(&events);
    assert!(asked > 40 && said.len() > 30, "{asked} {}", said.len());
    assert!(
        said.iter()
            .filter(|l| l.starts_with("thought number"))
            .count()
            * 10
            > said.len() * 9,
        "{said:?}"
    );
    let curious = campus.persons().filter(|p| {
        let social = campus.get::<SocialMemory>(p.id).unwrap();
        social
            .known
            .values()
            .any(|k| k.summary.starts_with("thought number") && k.feeling.word() == "curious")
    });
    assert!(curious.count() > 3);
    assert_eq!(campus.world().resource::<Ledger>().unsourced(), 0);
    let told = campus
        .world()
        .resource::<Ledger>()
        .log
        .iter()
        .filter(|(_, k)| k.source == Source::Told)
        .count();
    // Not all of what is told stays.
    assert!(told > 2, "{told}");
}

#[test]
fn nonsense_and_silence_of_a_model_stop_nobody() {
    let nonsense = [
        "{\"say\": \"\", \"tells\": [], \"answer\": \"none\", \"leaves\": false}",
        "{\"say\": \"always the same words\", \"tells\": [99999], \"answer\": \"accept\", \"leaves\": false}",
        "{\"teleport\": \"everywhere\"}",
        "not even JSON",
    ];
    let (campus, events) = with_models(|r| {
        Some(Outcome::Ok(
            nonsense[r.id as usize % nonsense.len()].to_owned(),
        ))
    });
    let said = lines(&events);
    assert!(said.len() > 30, "{}", said.len());
    assert!(
        said.iter()
            .filter(|l| **l == "always the same words")
            .count()
            * 2
            < said.len()
    );
    assert_eq!(campus.world().resource::<Ledger>().unsourced(), 0);
    let (campus, _) = with_models(|_| None);
    for person in campus.persons() {
        let since = campus.clock().now.since(person.activity.since);
        let idle = matches!(
            person.activity.doing,
            Doing::Idle | Doing::Chatting | Doing::Queueing | Doing::Waiting
        );
        assert!(
            !idle || since < HOUR,
            "{} is stuck {}",
            person.persona.name,
            person.activity.doing
        );
    }
    for talk in campus.world().resource::<Talks>().live.values() {
        assert!(campus.clock().now.since(talk.began) < HOUR, "{talk:?}");
    }
}
