//! What people say to each other without a model: lines follow one another, roles count, secrets are
//! kept, and nobody says what was said.

use collegium_core::{ids::AgentId, time::DAY};
use collegium_sim::{
    campus::{
        courses::Course,
        exchange::{Matter, Part},
        people::Role,
        talks::{Talk, Talks, Topic},
    },
    memory::SocialMemory,
    record::Logged,
    simulation::{Campus, testing},
    social::{FactKind, Ledger},
    tools::{Gesture, SimEvent, ToolCall},
};
use std::collections::{BTreeMap, BTreeSet};

/// Two days of the first week: every talk as it was when it was last seen under way.
fn two_days(seed: u64) -> (Campus, Vec<Talk>, Vec<Logged>) {
    let mut campus = testing::campus(seed, 25, 1);
    let end = campus.clock().start.plus(2 * DAY);
    let mut seen: BTreeMap<u32, Talk> = BTreeMap::new();
    while campus.clock().now < end {
        campus.step(end);
        let talks = campus.world().resource::<Talks>();
        let now = talks.live.iter().map(|(n, talk)| (*n, talk));
        let all = now.chain(talks.ended.iter().map(|(n, talk)| (*n, talk)));
        for (number, talk) in all {
            seen.insert(number, talk.clone());
        }
    }
    let events = campus.take_events();
    (campus, seen.into_values().collect(), events)
}

#[test]
fn each_line_is_a_part_of_an_exchange_that_calls_for_it() {
    let (_, talks, _) = two_days(11);
    let (mut answered, mut asked, mut followed) = (0, 0, 0);
    let mut matters = BTreeSet::new();
    for talk in &talks {
        let mut under_way = None;
        for (n, line) in talk.lines.iter().enumerate() {
            let Some(step) = line.speech.step else {
                continue;
            };
            matters.insert(step.matter.word());
            match step.part {
                Part::Opens | Part::Returns => {
                    asked += u32::from(step.matter.asks());
                    under_way = Some((step.matter, line.speech.topic, line.speaker));
                }
                part => {
                    let (matter, topic, by) = under_way.unwrap();
                    assert_eq!(
                        (matter, topic),
                        (step.matter, line.speech.topic),
                        "{talk:#?}"
                    );
                    if part == Part::Answers {
                        assert_ne!(by, line.speaker, "{talk:#?}");
                        answered += u32::from(matter.asks());
                    }
                    followed += u32::from(part == Part::Follows);
                }
            }
            let before = talk.lines[..n].iter();
            assert!(before.into_iter().all(|l| l.text != line.text), "{talk:#?}");
        }
    }
    assert!(
        asked > 150 && answered * 10 >= asked * 8,
        "{answered} of {asked}"
    );
    assert!(followed > 150, "{followed}");
    assert!(matters.len() >= 20, "{matters:?}");
}

#[test]
fn people_speak_of_courses_as_those_who_take_them_and_give_them() {
    let (campus, talks, _) = two_days(12);
    let names = campus.names();
    let courses: &[Course] = &names.scenario.term.courses;
    let role = |who: AgentId| names.persona(who).map(|p| p.role);
    let mut spoken = BTreeSet::new();
    for talk in &talks {
        for line in &talk.lines {
            let (Some(step), Topic::Course(number)) = (line.speech.step, line.speech.topic) else {
                continue;
            };
            if !step.part.opens() {
                continue;
            }
            let course = &courses[usize::from(number)];
            let takes = |who: AgentId| course.students.contains(&who);
            let gives = |who: AgentId| course.teacher == Some(who);
            let (by, to) = (line.speaker, line.to);
            match step.matter {
                Matter::Course | Matter::Ahead | Matter::Missed | Matter::Tease => {
                    assert!(!gives(by) && !gives(to), "{line:?}");
                }
                Matter::Taught => assert!(gives(by) && takes(to), "{line:?}"),
                Matter::Pupil => assert!(takes(by) && gives(to), "{line:?}"),
                Matter::Teaching => {
                    assert!(gives(to) && role(by) != Some(Role::Student), "{line:?}");
                }
                _ => {}
            }
            // Of an hour nobody speaks before one was held.
            if matches!(step.matter, Matter::Course | Matter::Taught | Matter::Pupil) {
                let begun = course.sessions.iter().any(|s| {
                    (0..=line.at.day()).any(|day| {
                        let midnight = collegium_core::time::SimTime(day * DAY);
                        s.days.contains(midnight.weekday()) && midnight.plus(s.from) < line.at
                    })
                });
                assert!(begun, "{line:?}");
            }
            spoken.insert(step.matter.word());
        }
    }
    assert!(spoken.len() >= 3, "{spoken:?}");
    // Those who work here do not introduce themselves to each other.
    let introduced = talks.iter().flat_map(|t| &t.lines).filter(|l| {
        let step = l.speech.step.filter(|s| s.matter == Matter::Meet);
        let works = |who| role(who) != Some(Role::Student);
        step.is_some_and(|s| s.part.opens()) && works(l.speaker) && works(l.to)
    });
    assert_eq!(introduced.count(), 0);
}

#[test]
fn secrets_are_told_to_the_trusted_and_never_to_whom_they_name() {
    let (campus, talks, _) = two_days(13);
    let ledger = campus.world().resource::<Ledger>();
    let names = campus.names();
    let mut told = 0;
    for talk in &talks {
        for line in &talk.lines {
            for fact in line.speech.tells.iter().filter_map(|n| ledger.fact(*n)) {
                if fact.kind() != FactKind::Personal {
                    continue;
                }
                told += 1;
                let text = fact.news.own_words(&names).unwrap();
                assert!(
                    fact.who() == Some(line.speaker) || fact.importance < 7,
                    "a secret is passed on: {line:?}"
                );
                let first = names.first(line.to);
                assert!(
                    !text
                        .split(|c: char| !c.is_alphanumeric())
                        .any(|w| w == first),
                    "{first} hears of themselves: {line:?}"
                );
                if fact.importance >= 7 {
                    let social = campus.get::<SocialMemory>(line.speaker).unwrap();
                    assert!(social.closeness(line.to) > 4.0, "{line:?}");
                }
            }
        }
    }
    assert!(told > 40, "{told}");
}

#[test]
fn who_serves_is_thanked_and_hardly_a_line_comes_again() {
    let (_, talks, events) = two_days(14);
    let thanked = events.iter().filter(|e| {
        matches!(&e.occurrence.event,
            SimEvent::Done { call: ToolCall::Gesture(sign) } if sign.gesture == Gesture::Thank)
    });
    assert!(thanked.count() > 20);
    let lines: Vec<&str> = talks
        .iter()
        .flat_map(|t| t.lines.iter().map(|l| l.text.as_str()))
        .collect();
    let distinct: BTreeSet<&str> = lines.iter().copied().collect();
    let repeats = 1.0 - distinct.len() as f64 / lines.len() as f64;
    let mut again: BTreeMap<&str, u32> = BTreeMap::new();
    lines.iter().for_each(|l| *again.entry(l).or_default() += 1);
    for (line, times) in again.iter().filter(|(_, times)| **times > 1) {
        println!("{times} {line}");
    }
    assert!(
        lines.len() > 800 && repeats < 0.02,
        "{repeats} of {}",
        lines.len()
    );
}
