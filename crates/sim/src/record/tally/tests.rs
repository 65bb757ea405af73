use super::*;
use crate::{
    campus::{
        Item,
        people::{Engagement, Obstacle, Stands, Toward},
    },
    room::read_harmless,
    tools::{Breach, Deed, Flaw, Give, Handover, How, News, Norm, Refusal, Source, ToolCall},
};
use collegium_core::ids::AgentId;
use std::collections::BTreeSet;

const SOMEBODY: AgentId = AgentId(1);

fn call() -> ToolCall {
    let (with, item) = (SOMEBODY, Item::ALL[0]);
    let lend = false;
    Give { with, item, lend }.into()
}

fn handed(how: How) -> SimEvent {
    let (with, item) = (SOMEBODY, Item::ALL[0]);
    Handover { with, item, how }.into()
}

fn served(waited: u32) -> SimEvent {
    let item = Item::ALL[0];
    SimEvent::Served { item, waited }
}

fn refused() -> SimEvent {
    SimEvent::Refused {
        call: call(),
        why: Refusal::Asleep,
    }
}

fn dismissed(flaw: Flaw) -> SimEvent {
    SimEvent::Dismissed {
        flaw,
        fixed: None,
        about: None,
        text: String::new(),
    }
}

fn goal(stands: Stands) -> SimEvent {
    let toward = Toward::SettingOffEarly;
    SimEvent::Goal { toward, stands }
}

/// Events, and which counts each of them moves.
fn cases() -> Vec<(SimEvent, Vec<Tallied>)> {
    let (with, talk, memory, about) = (SOMEBODY, 0, 0, None);
    let (text, item) = (String::new, Item::ALL[0]);
    let late = |what| SimEvent::Violation {
        breach: Breach::Lateness { what, seconds: 300 },
    };
    let learned = |source| SimEvent::Learned {
        fact: 0,
        source,
        from: None,
        news: News::Planted(0),
    };
    let what = Engagement::Class(0, 0);
    vec![
        (SimEvent::Done { call: call() }, vec![Tallied::Done]),
        (refused(), vec![Tallied::Refused, Tallied::Refusals]),
        (
            SimEvent::TalkBegan { with, talk },
            vec![Tallied::Conversations],
        ),
        (
            SimEvent::Said {
                with,
                talk,
                text: text(),
            },
            vec![Tallied::Lines],
        ),
        (SimEvent::Joined { with, talk }, vec![Tallied::Joined]),
        (learned(Source::Overheard), vec![Tallied::Overheard]),
        (learned(Source::Told), vec![]),
        (SimEvent::Attended { what }, vec![Tallied::Attended]),
        (
            late(what),
            vec![
                Tallied::Attended,
                Tallied::Late,
                Tallied::Lateness,
                Tallied::Violations,
            ],
        ),
        (late(Engagement::Shift(0)), vec![Tallied::Violations]),
        (SimEvent::Missed { course: 0 }, vec![Tallied::Missed]),
        (
            SimEvent::Tested {
                course: 0,
                result: 60,
                expected: 50,
            },
            vec![Tallied::TestResults],
        ),
        (
            SimEvent::Violation {
                breach: Breach::Noise { to: with },
            },
            vec![Tallied::Violations],
        ),
        (
            served(90),
            vec![Tallied::Served, Tallied::Wait, Tallied::LongestWait],
        ),
        (SimEvent::GaveUp { item, waited: 90 }, vec![Tallied::GaveUp]),
        (handed(How::Given), vec![Tallied::Deeds]),
        (handed(How::Lent), vec![Tallied::Deeds]),
        (handed(How::Returned), vec![Tallied::Deeds]),
        (
            SimEvent::Reflected {
                memory,
                about,
                text: text(),
            },
            vec![Tallied::Insights],
        ),
        (
            SimEvent::Merged {
                memory,
                about,
                text: text(),
            },
            vec![Tallied::Merged],
        ),
        (dismissed(Flaw::Empty), vec![Tallied::Dismissed]),
        (
            SimEvent::Diary {
                memory,
                text: text(),
            },
            vec![Tallied::Diaries],
        ),
        (
            SimEvent::Mused {
                memory,
                about,
                text: text(),
            },
            vec![Tallied::Musings],
        ),
        (goal(Stands::Set), vec![]),
        (goal(Stands::Met), vec![Tallied::GoalsMet]),
        (
            goal(Stands::GivenUp(Obstacle::NoTime)),
            vec![Tallied::GoalsGivenUp],
        ),
        (SimEvent::Arrived, vec![]),
        (SimEvent::NewDay, vec![]),
        (SimEvent::Left { with, talk }, vec![]),
    ]
}

/// What is counted of some events.
fn of(events: impl IntoIterator<Item = SimEvent>) -> Tally {
    let mut tally = Tally::default();
    for event in events {
        tally.count(&event);
    }
    tally
}

/// A save's bytes of sums by name.
fn saved(sums: &[(&str, u64)]) -> Vec<u8> {
    let sums: BTreeMap<&str, u64> = sums.iter().copied().collect();
    postcard::to_allocvec(&sums).unwrap()
}

/// What stands on a line.
fn line(tally: &Tally, about: &str) -> String {
    let mut lines = tally.lines().into_iter();
    lines.find(|(line, _)| *line == about).unwrap().1
}

#[test]
fn each_count_moves_on_its_events_and_on_no_others() {
    let mut moved_by_some = BTreeSet::new();
    for (event, expected) in cases() {
        let kind = event.kind();
        let tally = of([event]);
        let all = Tallied::ALL.iter().copied();
        let moved: BTreeSet<Tallied> = all.filter(|what| tally.get(*what) > 0).collect();
        let expected: BTreeSet<Tallied> = expected.into_iter().collect();
        assert_eq!(moved, expected, "{kind}");
        moved_by_some.extend(moved);
    }
    let all: BTreeSet<Tallied> = Tallied::ALL.iter().copied().collect();
    assert_eq!(moved_by_some, all, "some are moved by no event here");
}

#[test]
fn what_is_counted_by_words_has_all_of_them() {
    for how in How::ALL {
        let word = how.word();
        assert!(Deed::words().contains(&word), "{word}");
        let tally = of([handed(*how), handed(*how)]);
        assert_eq!(tally.of(Tallied::Deeds, word), 2);
        assert_eq!(tally.get(Tallied::Deeds), 2);
    }
    for flaw in Flaw::ALL {
        let tally = of([dismissed(*flaw)]);
        assert_eq!(tally.of(Tallied::Dismissed, flaw.word()), 1);
        assert_eq!(tally.of(Tallied::Dismissed, "no such flaw"), 0);
    }
    let tally = of([refused()]);
    assert_eq!(tally.of(Tallied::Refusals, Refusal::Asleep.word()), 1);
    assert_eq!(tally.of(Tallied::Refusals, Flaw::Empty.word()), 0);
}

#[test]
fn seconds_are_averaged_and_the_most_of_them_kept() {
    let tally = of([served(60), served(180), served(0)]);
    assert_eq!(tally.get(Tallied::Served), 3);
    assert_eq!(tally.get(Tallied::Wait), 240);
    assert_eq!(tally.get(Tallied::LongestWait), 180);
    let json = tally.json();
    assert_eq!(json["queues"]["mean_wait_seconds"], 80.0);
    assert_eq!(json["queues"]["longest_wait_seconds"], 180);
    assert_eq!(json["mean_lateness_seconds"], 0.0);
}

#[test]
fn names_and_lines_are_of_one_count_each() {
    let (mut names, mut lines) = (BTreeSet::new(), Vec::<&str>::new());
    for what in Tallied::ALL {
        let entry = what.entry();
        assert!(names.insert(entry.name), "{} stands twice", entry.name);
        assert_eq!(entry.told.matches("{}").count(), 1, "{}", entry.told);
        if lines.last() != Some(&entry.line) {
            assert!(!entry.detail, "{} is a detail of nothing", entry.name);
            lines.push(entry.line);
        }
        let parts = entry.parts();
        for text in parts.iter().chain([&entry.name]) {
            assert!(!text.contains(BETWEEN), "{text}");
        }
        assert_eq!(parts.iter().collect::<BTreeSet<_>>().len(), parts.len());
        for part in parts {
            assert_eq!(known(&key(*what, part)), Some((*what, part)));
        }
    }
    let once: BTreeSet<_> = lines.iter().collect();
    assert_eq!(once.len(), lines.len(), "apart from each other: {lines:?}");
}

#[test]
fn every_count_is_told() {
    let json = serde_json::Value::Object(Tally::default().json());
    for what in Tallied::ALL {
        let path = format!("/{}", what.entry().name.replace('.', "/"));
        assert!(json.pointer(&path).is_some(), "{path} in {json}");
    }
    for norm in Norm::SEEN {
        assert_eq!(json["violations"][norm.word()], 0);
    }
    let tally = of([served(60), served(120), handed(How::Lent), refused()]);
    assert_eq!(
        line(&tally, "queues"),
        "2 served (after 1.5 min on average, 2.0 min at most), 0 gave up"
    );
    assert_eq!(line(&tally, "deeds"), "gave 0, lent 1, gave back 0");
    assert_eq!(line(&tally, "tool calls"), "0 done, 1 refused (asleep 1)");
    assert_eq!(
        line(&tally, "thoughts"),
        "0 insights, 0 joined to earlier ones, 0 diary pages, 0 associations, 0 goals met"
    );
    let tally = Tally::default();
    assert_eq!(line(&tally, "tool calls"), "0 done, 0 refused");
}

#[test]
fn a_save_has_every_sum_again() {
    let tally = of(cases().into_iter().map(|(event, _)| event));
    let bytes = postcard::to_allocvec(&tally).unwrap();
    assert_eq!(read_harmless::<Tally>(&bytes).unwrap(), tally);
    for end in 0..bytes.len() {
        assert!(read_harmless::<Tally>(&bytes[..end]).is_err(), "{end}");
    }
    let bytes = postcard::to_allocvec(&Tally::default()).unwrap();
    assert_eq!(read_harmless::<Tally>(&bytes).unwrap(), Tally::default());
}

#[test]
fn a_sum_that_is_not_counted_is_refused() {
    for name in [
        "",
        "/",
        "tool_calls",
        "tool_calls.undone",
        "tool_calls.done/often",
        "refusals",
        "refusals/",
        "refusals/because",
        "deeds/gave/back",
    ] {
        let read = read_harmless::<Tally>(&saved(&[(name, 1)]));
        assert!(read.is_err(), "{name}: {read:?}");
    }
    let told = serde_json::from_str::<Tally>(r#"{"tool_calls.undone": 1}"#).unwrap_err();
    let told = told.to_string();
    assert!(
        told.contains("“tool_calls.undone” is not counted"),
        "{told}"
    );
}

#[test]
fn a_sum_of_a_save_may_be_any_number() {
    let bytes = saved(&[
        ("tool_calls.done", u64::MAX),
        ("deeds/gave", u64::MAX),
        ("deeds/lent", 1),
        ("mean_lateness_seconds", u64::MAX),
        ("queues.longest_wait_seconds", u64::MAX),
        ("queues.served", 0),
    ]);
    let mut tally: Tally = read_harmless(&bytes).unwrap();
    for (event, _) in cases() {
        tally.count(&event);
    }
    for what in [Tallied::Done, Tallied::Deeds, Tallied::LongestWait] {
        assert_eq!(tally.get(what), u64::MAX, "{what:?}");
    }
    assert_eq!(tally.get(Tallied::Served), 1);
    assert!(tally.json()["mean_lateness_seconds"].is_number());
    assert!(!tally.lines().is_empty());
    // What is 0 is not kept, so that tallies with equal sums are equal.
    let none: Tally = read_harmless(&saved(&[("queues.served", 0)])).unwrap();
    assert_eq!(none, Tally::default());
}
