use super::*;
use crate::{campus::testing, memory::Acquaintance, social::Ledger};
use collegium_core::time::HOUR;
use std::collections::BTreeMap;

/// What a sentence comes to that somebody says who knows nobody but those of their courses.
fn said(line: &str, hears: &[&str]) -> Claims {
    let (scenario, map) = testing::first_week();
    let names = Names {
        map: &map,
        scenario: &scenario,
    };
    let (agent, ledger) = (AgentId(0), Ledger::of(&scenario));
    let persona = &scenario.people[0].0;
    let known = persona.relationships.iter().map(|r| {
        let known = Acquaintance::new(r.kind, r.closeness, String::new());
        (r.with, known)
    });
    let by = Claimant {
        agent,
        persona,
        timetable: &Timetable::default(),
        social: &SocialMemory::of(known.collect::<BTreeMap<_, _>>()),
        ledger: &ledger,
        plans: vec![SimTime(14 * HOUR + 10 * MINUTE)],
        heard: hears.to_vec(),
        repeats: vec![&persona.task],
        near: &[],
        now: SimTime(10 * HOUR),
        names,
    };
    claims(line, &by, &Lexicon::of(&names))
}

fn of(known: u32, wrong: u32, invented: u32) -> Claims {
    Claims {
        known,
        wrong,
        invented,
    }
}

#[test]
fn what_one_can_know_is_known_and_what_nobody_knows_is_invented() {
    let (scenario, map) = testing::first_week();
    let friend = scenario.people[0].0.relationships[0].with;
    let friend = scenario.people[friend.0 as usize].0.first_name();
    assert_eq!(said(&format!("I met {friend} today."), &[]), of(1, 0, 0));
    let place = &map.places[3].name;
    assert_eq!(said(&format!("See you at {place}!"), &[]), of(1, 0, 0));
    assert_eq!(
        said("Yesterday I met Zorblax. He was kind.", &[]),
        of(0, 0, 1)
    );
    assert_eq!(
        said("Yesterday I met Zorblax.", &["Zorblax waits outside."]),
        of(1, 0, 0),
        "one may speak of whom one has heard of"
    );
    assert_eq!(
        said("I am well, and you? It is nice here.", &[]),
        of(0, 0, 0)
    );
}

#[test]
fn people_whom_one_does_not_know_are_not_spoken_of() {
    let (scenario, _) = testing::first_week();
    let knows = |who: AgentId| {
        let me = &scenario.people[0].0;
        let courses = &scenario.term.courses;
        let together = |c: &crate::campus::courses::Course| {
            let is_in = |a| c.students.contains(&a) || c.teacher == Some(a);
            is_in(AgentId(0)) && is_in(who)
        };
        me.relationships.iter().any(|r| r.with == who) || courses.iter().any(together)
    };
    let stranger = (1..25).map(AgentId).find(|who| !knows(*who)).unwrap();
    let name = &scenario.people[stranger.0 as usize].0.name;
    assert_eq!(said(&format!("You know {name}."), &[]), of(0, 0, 1));
}

#[test]
fn times_and_places_of_events_and_courses_are_held_against_them() {
    let (scenario, map) = testing::first_week();
    let event = scenario.events.iter().find(|e| !e.hidden).unwrap();
    let (title, at) = (&event.title, event.begins.of_day());
    let clock = |of_day: u32| format!("{:02}:{:02}", of_day / HOUR, of_day / MINUTE % 60);
    let line = |time: u32| format!("The {title} begins at {}.", clock(time));
    assert_eq!(said(&line(at), &[]), of(1, 0, 0));
    assert_eq!(said(&line(at - 2 * HOUR + 7 * MINUTE), &[]), of(0, 1, 0));
    let elsewhere = (0..)
        .zip(&map.places)
        .find(|(n, _)| PlaceId(*n) != event.place)
        .unwrap();
    let line = format!("The {title} is in {}.", elsewhere.1.name);
    assert_eq!(said(&line, &[]), of(0, 1, 0));
    let course = &scenario.term.courses[0];
    let right = clock(course.sessions[0].from);
    let line = |time: &str| format!("{} is at {time}, is it not.", course.title);
    assert_eq!(said(&line(&right), &[]), of(1, 0, 0));
    assert_eq!(said(&line("03:33"), &[]), of(0, 1, 0));
}

#[test]
fn secret_events_are_for_those_who_have_heard_of_them() {
    let (scenario, _) = testing::first_week();
    let ledger = Ledger::of(&scenario);
    let secret = (0..)
        .zip(&scenario.events)
        .find(|(n, e)| e.hidden && ledger.of_event(AgentId(0), *n, &scenario).is_empty())
        .unwrap();
    let title = &secret.1.title;
    assert_eq!(said(&format!("Come to the {title}."), &[]), of(0, 0, 1));
    let told = format!("There will be a {title} soon");
    assert_eq!(
        said(&format!("Come to the {title}."), &[&told]),
        of(1, 0, 0)
    );
}

#[test]
fn times_are_those_of_ones_day() {
    assert_eq!(said("I have to leave at 14:10.", &[]), of(1, 0, 0));
    assert_eq!(said("I have to leave at 03:33.", &[]), of(0, 0, 1));
    assert_eq!(
        said("Meet me at 03:33.", &["How about 03:33?"]),
        of(1, 0, 0)
    );
}

#[test]
fn what_is_repeated_word_for_word_or_only_asked_is_nobodys_claim() {
    let (scenario, _) = testing::first_week();
    let task = &scenario.people[0].0.task;
    let line = |more: &str| format!("You wanted to {task}{more}.");
    assert_eq!(said(&line(""), &[]), of(0, 0, 0));
    assert_eq!(said(&line(" with Zorblax"), &[]), of(0, 0, 1));
    assert_eq!(said("How about tea at 03:33?", &[]), of(0, 0, 0));
    assert_eq!(said("There is tea at 03:33.", &[]), of(0, 0, 1));
}
