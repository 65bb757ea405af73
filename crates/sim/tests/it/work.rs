//! What work comes to: courses are understood by those who study, and tests show it.

use collegium_core::{
    i18n::bare,
    ids::AgentId,
    time::{DAY, SimTime},
};
use collegium_sim::{
    campus::{
        exchange::{Gist, Matter, Part},
        people::{Aim, Aims, Came, Learning, Persona, Role, Works},
        scenario::{Overrides, Scenario},
        talks::{Talk, Talks},
    },
    memory::{Episodic, MemoryKind, Object, Predicate},
    simulation::{Campus, testing},
    social::Ledger,
    tools::{News, SimEvent},
};
use std::{collections::BTreeMap, sync::Arc};

/// A campus of the first week in which every other student's group wants study as much as that, and
/// the others' as little.
fn divided(seed: u64, weight: f32) -> (Campus, Vec<bool>) {
    let overrides = Overrides {
        seed: Some(seed),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    let mut scenario = Scenario::clone(&scenario);
    let mut studious = vec![false; scenario.people.len()];
    let people = scenario.people.iter_mut().zip(&mut studious);
    let students = people.filter(|((p, _), _)| p.role == Role::Student);
    for (n, ((person, _), studies)) in students.enumerate() {
        *studies = n % 2 == 0;
        let weight = if *studies { weight } else { -weight };
        person.aims = Aims::new("x".to_owned(), [(Aim::Study, weight)]);
    }
    (Campus::new(Arc::new(scenario), map, 1), studious)
}

#[test]
fn those_who_study_do_better_in_the_tests_of_two_weeks() {
    for seed in 1..=3 {
        let (mut campus, studious) = divided(seed, 1.0);
        campus.run_until(campus.clock().start.plus(14 * DAY));
        let mut marks = [(0_u32, 0_u32); 2];
        for logged in campus.take_events() {
            let Some(AgentId(who)) = logged.occurrence.agent else {
                continue;
            };
            // What the first week's tests show was mostly there before.
            if let SimEvent::Tested { result, .. } = logged.occurrence.event
                && logged.at.day() >= 7
            {
                let (sum, times) = &mut marks[usize::from(studious[who as usize])];
                (*sum, *times) = (*sum + u32::from(result), *times + 1);
            }
        }
        let [little, much] = marks.map(|(sum, times)| f64::from(sum) / f64::from(times));
        println!("seed {seed}: {much:.1} and {little:.1} of 100, {marks:?}");
        assert!(marks.iter().all(|(_, times)| *times > 10), "{marks:?}");
        assert!(much > little + 3.0, "seed {seed}: {much} and {little}");
    }
}

#[test]
fn a_test_is_written_once_a_week_remembered_known_and_told() {
    let mut campus = testing::campus(5, 25, 1);
    let end = campus.clock().start.plus(7 * DAY);
    let mut seen: BTreeMap<u32, Talk> = BTreeMap::new();
    while campus.clock().now < end {
        campus.step(end);
        let live = &campus.world().resource::<Talks>().live;
        seen.extend(live.iter().map(|(number, talk)| (*number, talk.clone())));
    }
    let exchanges = || seen.values().flat_map(|talk| &talk.exchanges);
    let explained = exchanges().filter(|exchange| {
        let step = exchange.step;
        step.matter == Matter::Explain && step.part != Part::Opens && step.gist == Some(Gist::Yes)
    });
    let explained = explained.count();
    let results = exchanges().filter(|exchange| exchange.step.matter == Matter::Result);
    let results = results.count();
    println!("{explained} explanations, {results} results told");
    assert!(explained > 0 && results > 0, "{explained} {results}");
    let tests: Vec<(AgentId, SimTime, u16, u8)> = campus
        .take_events()
        .into_iter()
        .filter_map(|logged| match logged.occurrence.event {
            SimEvent::Tested { course, result, .. } => {
                Some((logged.occurrence.agent?, logged.at, course, result))
            }
            _ => None,
        })
        .collect();
    assert!(tests.len() > 10, "{tests:?}");
    let term = &campus.scenario().term;
    for (who, at, course, result) in &tests {
        let (_, _, ends) = term.test(*course, at.day()).unwrap();
        assert_eq!(*at, ends);
        let again = tests.iter().filter(|t| t.0 == *who && t.2 == *course);
        assert_eq!(again.count(), 1);
        let stream = campus.get::<Episodic>(*who).unwrap();
        let of_it = stream.since(*at).any(|(_, m)| {
            m.predicate == Predicate::Scored
                && m.kind == MemoryKind::Deed
                && matches!(&m.object, Some(Object::Test { course: c, result: r, .. })
                    if (c, r) == (course, result))
        });
        assert!(of_it, "{who:?} forgot {course}");
        let grasp = campus.get::<Learning>(*who).unwrap().of(*course).unwrap();
        assert_eq!(grasp.last.unwrap().result, *result);
    }
    // Somebody else has heard of some of them.
    let ledger = campus.world().resource::<Ledger>();
    let heard = ledger.facts.iter().any(|(number, fact)| {
        let News::Scored { who, .. } = fact.news else {
            return false;
        };
        let mut others = (0..25).map(AgentId).filter(|other| *other != who);
        others.any(|other| ledger.knows(other, number))
    });
    assert!(heard);
}

#[test]
fn tasks_end_the_next_begin_and_others_hear_of_it() {
    let mut campus = testing::campus(3, 25, 1);
    let first: Vec<String> = (0..25)
        .map(|who| campus.get::<Persona>(AgentId(who)).unwrap().task.clone())
        .collect();
    campus.run_until(campus.clock().start.plus(10 * DAY));
    let (mut parts, mut ends, mut given_up) = (0, Vec::new(), 0);
    for logged in campus.take_events() {
        if let SimEvent::Worked { task, came } = logged.occurrence.event {
            match came {
                Came::Part(_) => parts += 1,
                Came::Whole => ends.push((logged.occurrence.agent.unwrap(), task)),
                Came::GivenUp => given_up += 1,
            }
        }
    }
    println!(
        "{parts} parts, {} tasks done, {given_up} given up",
        ends.len()
    );
    assert!(parts > 20 && ends.len() >= 5, "{parts} {ends:?}");
    let ledger = campus.world().resource::<Ledger>();
    let mut heard = 0;
    for (who, task) in &ends {
        let works = campus.get::<Works>(*who).unwrap();
        assert!(works.task > *task);
        let persona = campus.get::<Persona>(*who).unwrap();
        assert_eq!(persona.task, persona.task_of(works.task).unwrap().what);
        assert!(persona.is_task(persona.next_work()));
        if *task == 0 {
            assert_ne!(persona.task, first[who.0 as usize]);
        }
        let stream = campus.get::<Episodic>(*who).unwrap();
        let whole = Object::Work {
            task: *task,
            came: Came::Whole,
        };
        assert!(stream.since(SimTime(0)).any(|(_, m)| {
            m.predicate == Predicate::GotDone && m.object.as_ref() == Some(&whole)
        }));
        heard += (0..25)
            .map(AgentId)
            .filter(|other| other != who)
            .filter(|other| {
                ledger.known_to(*other).any(|number| {
                    let news = ledger.fact(number).map(|fact| fact.news);
                    matches!(news, Some(News::Worked { who: whose, task: its, came: Came::Whole })
                        if (whose, its) == (*who, *task))
                })
            })
            .count();
    }
    println!("{heard} times somebody else knows of a task that is done");
    assert!(heard > 0);
    // Talks were about the task that was on somebody's mind then.
    let names = campus.names();
    let mut later = 0;
    for who in (0..25).map(AgentId) {
        let stream = campus.get::<Episodic>(who).unwrap();
        for (_, memory) in stream.since(SimTime(0)) {
            let Some(Object::Task(whose, task)) = memory.object else {
                continue;
            };
            let persona = campus.get::<Persona>(whose).unwrap();
            let then = persona.task_of(task).unwrap().what.clone();
            let named = memory
                .object
                .as_ref()
                .unwrap()
                .name(names.words_of(who), &names);
            assert_eq!(named.unwrap(), bare(&then));
            assert!(campus.get::<Works>(whose).unwrap().task >= task);
            later += u32::from(task > 0);
        }
    }
    println!("{later} memories of talks about a later task than the first");
    assert!(later > 0);
    // What is saved has the same tasks on their minds.
    let again = campus.branch();
    for who in (0..25).map(AgentId) {
        let task = |campus: &Campus| campus.get::<Persona>(who).unwrap().task.clone();
        assert_eq!(task(&campus), task(&again));
    }
}
