//! What happened is kept in a save as it is told.

use collegium_core::time::HOUR;
use collegium_sim::{
    campus::{people::Engagement, scenario::Overrides},
    memory::{Episodic, Memory, Object, Predicate},
    record::{Chronicle, Logged, SaveFile},
    simulation::{Campus, Saver, testing},
    tools::{Breach, Occurrence, SimEvent, tell},
};

#[test]
fn a_save_gives_back_the_events_of_a_day_and_tells_them_alike() {
    let (scenario, map) = testing::load("quick-look", Overrides::default());
    let mut campus = Campus::new(scenario, map, 1);
    campus.run_until(campus.clock().now.plus(24 * HOUR));
    let mut lived: Vec<Logged> = campus.world().resource::<Chronicle>().pending.clone();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("day.campus");
    drop(Saver::create(&path, &mut campus, HOUR).unwrap());
    let file = SaveFile::open(&path).unwrap();
    for logged in &mut lived {
        logged.occurrence.tile = None;
    }
    let kept = file.events(None, usize::MAX >> 1).unwrap();
    assert!(kept.len() > 100);
    assert_eq!(kept, lived);
    let names = campus.names();
    for logged in &kept {
        let json = logged.json(&tell::ENGLISH, &names).unwrap();
        assert_eq!(json["kind"], logged.occurrence.event.kind());
        assert_eq!(json["text"], logged.text(&tell::ENGLISH, &names));
    }
}

#[test]
fn nobody_says_or_remembers_the_name_of_a_text() {
    let (scenario, map) = testing::load("first-week", Overrides::default());
    let mut campus = Campus::new(scenario, map, 1);
    campus.run_until(campus.clock().start.plus(40 * HOUR));
    let events = campus.take_events();
    let said = events.iter().filter_map(|e| match &e.occurrence.event {
        SimEvent::Said { text, .. }
        | SimEvent::Posted { text }
        | SimEvent::Mused { text, .. }
        | SimEvent::Reflected { text, .. }
        | SimEvent::Diary { text, .. } => Some(text.as_str()),
        _ => None,
    });
    let streams: Vec<&Episodic> = campus.persons().filter_map(|p| campus.get(p.id)).collect();
    let remembered = streams.iter().flat_map(|stream| stream.iter());
    let texts: Vec<&str> = remembered
        .map(|(_, m)| m.text.as_str())
        .chain(said)
        .collect();
    assert!(texts.len() > 2000, "{}", texts.len());
    for text in texts {
        assert!(!text.contains(['_', '{', '$']), "{text}");
    }
}

#[test]
fn who_comes_late_is_told_of_once_and_remembers_it() {
    let (scenario, map) = testing::load("first-week", Overrides::default());
    let mut campus = Campus::new(scenario, map, 1);
    campus.run_until(campus.clock().start.plus(23 * HOUR));
    let events = campus.take_events();
    let late: Vec<(&Logged, Engagement)> = events
        .iter()
        .filter_map(|logged| match logged.occurrence.event {
            SimEvent::Violation {
                breach: Breach::Lateness { what, .. },
            } => Some((logged, what)),
            _ => None,
        })
        .collect();
    assert!(
        late.iter()
            .any(|(_, what)| matches!(what, Engagement::Class(..)))
    );
    assert!(
        late.iter()
            .any(|(_, what)| matches!(what, Engagement::Shift(_)))
    );
    for (logged, what) in late {
        let agent = logged.occurrence.agent.unwrap();
        let same = |other: &&Logged| {
            let Occurrence {
                agent: who, event, ..
            } = &other.occurrence;
            let came = matches!(
                event,
                SimEvent::Attended { .. } | SimEvent::Violation { .. }
            );
            other.tick == logged.tick && *who == Some(agent) && came && tell::is_told(event)
        };
        assert_eq!(events.iter().filter(same).count(), 1, "{what:?}");
        let stream = campus.get::<Episodic>(agent).unwrap();
        let came_late = |m: &Memory| {
            m.at == logged.at
                && m.predicate == Predicate::CameLate
                && m.object == Some(Object::Engagement(what))
        };
        assert!(stream.iter().any(|(_, m)| came_late(m)), "{what:?}");
    }
}
