//! The same seed gives the same log: over threads, stops, snapshots and many campuses in one
//! process.

#![expect(
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR, MINUTE, SimTime},
};
use collegium_sim::{
    campus::{Invitations, people::Activity, scenario::Overrides, talks::Talks},
    memory::Episodic,
    record::Tallied,
    simulation::{Campus, Saver, resume, testing},
    social::Ledger,
};

fn after(mut campus: Campus, seconds: u32) -> String {
    let end = campus.clock().start.plus(seconds);
    campus.run_until(end);
    campus.head().hex()
}

#[test]
fn one_and_two_threads_write_the_same_log() {
    for people in [25, 120] {
        let one = after(testing::campus(5, people, 1), 8 * HOUR);
        assert_eq!(one, after(testing::campus(5, people, 2), 8 * HOUR));
        assert_eq!(one, after(testing::campus(5, people, 7), 8 * HOUR));
    }
}

#[test]
fn what_is_forgotten_stays_in_the_save_and_a_resumed_run_goes_on_without_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.campus");
    let mut campus = testing::campus(1, 8, 1);
    let start = campus.clock().start;
    let mut saver = Saver::create(&path, &mut campus, 12 * HOUR).unwrap();
    for _ in 0..26 {
        campus.run_until(saver.next());
        saver.commit(&mut campus).unwrap();
    }
    drop(saver);
    let (mut again, saver) = resume(&path, 1, 12 * HOUR).unwrap();
    assert!(again.snapshot() == campus.snapshot());
    let end = start.plus(15 * DAY);
    campus.run_until(end);
    again.run_until(end);
    assert_eq!(again.head().hex(), campus.head().hex());
    drop(saver);
    let rows = rusqlite::Connection::open(&path).unwrap();
    let count = |sql: &str| -> u32 { rows.query_row(sql, [], |row| row.get(0)).unwrap() };
    let (mut held, mut had) = (0, 0);
    for agent in 0..campus.people() as u32 {
        let stream = campus.get::<Episodic>(AgentId(agent)).unwrap();
        (held, had) = (held + stream.len() as u32, had + stream.count());
        let of = format!("SELECT COUNT(*) FROM memories WHERE agent = {agent}");
        let last = format!("SELECT MAX(n) + 1 FROM memories WHERE agent = {agent}");
        assert_eq!(count(&of), count(&last), "a row for each memory there was");
    }
    assert!(
        held < had,
        "somebody has forgotten something: {held} of {had}"
    );
    let ledger = campus.world().resource::<Ledger>();
    let invitations = campus.world().resource::<Invitations>();
    for (what, held, had) in [
        ("facts", ledger.facts.len(), ledger.facts.count()),
        ("knowledge", ledger.log.len(), ledger.log.count()),
        (
            "invitations",
            invitations.list.len(),
            invitations.list.count(),
        ),
    ] {
        assert!((held as u32) < had, "{what}: {held} of {had}");
    }
    assert_eq!(
        count("SELECT COUNT(*) FROM facts"),
        count("SELECT MAX(id) + 1 FROM facts")
    );
    assert_eq!(
        count("SELECT COUNT(*) FROM knowledge"),
        count("SELECT MAX(n) + 1 FROM knowledge")
    );
}

#[test]
fn another_seed_writes_another_log() {
    assert_ne!(
        after(testing::campus(1, 25, 1), 3 * HOUR),
        after(testing::campus(2, 25, 1), 3 * HOUR)
    );
}

#[test]
fn stops_of_any_length_change_nothing() {
    let whole = after(testing::campus(3, 25, 1), DAY);
    let mut campus = testing::campus(3, 25, 1);
    let end = campus.clock().start.plus(DAY);
    let mut length = 7;
    while campus.clock().now < end {
        // As the app does: sometimes tick by tick, sometimes in long stretches.
        let limit = campus.clock().now.plus(length).min(end);
        campus.run_until(limit);
        length = if length > 3000 { 7 } else { length * 3 + 1 };
    }
    assert_eq!(campus.head().hex(), whole);
}

/// Steps on until a conversation is in full swing.
fn into_a_talk(campus: &mut Campus) {
    let end = campus.clock().start.plus(DAY);
    while campus.clock().now < end {
        let limit = campus.clock().now.plus(10);
        campus.step(limit);
        if campus
            .world()
            .resource::<Talks>()
            .live
            .values()
            .any(|t| t.lines.len() >= 2)
        {
            return;
        }
    }
    panic!("nobody talked all day");
}

#[test]
fn a_snapshot_in_the_middle_of_a_talk_goes_on_as_if_nothing_had_been() {
    let mut campus = testing::campus(4, 25, 1);
    campus.run_until(campus.clock().start.plus(6 * HOUR));
    into_a_talk(&mut campus);
    let talking = campus
        .persons()
        .filter(|p| p.activity.talk.is_some())
        .count();
    assert!(talking >= 2);
    let snapshot = campus.snapshot();
    let (scenario, map) = (campus.scenario().clone(), campus.map().clone());
    let end = campus.clock().now.plus(5 * HOUR);
    campus.run_until(end);
    // Restored on another thread, twice.
    let ends: Vec<(String, collegium_sim::simulation::Snapshot)> = (0..2)
        .map(|threads| {
            let (scenario, map, snapshot) = (scenario.clone(), map.clone(), snapshot.clone());
            std::thread::Builder::new()
                .spawn(move || {
                    let mut copy = Campus::restore(scenario, map, snapshot, threads + 1);
                    copy.run_until(end);
                    (copy.head().hex(), copy.snapshot())
                })
                .unwrap()
                .join()
                .unwrap()
        })
        .collect();
    for (hash, state) in ends {
        assert_eq!(hash, campus.head().hex());
        assert!(
            state == campus.snapshot(),
            "the states differ though the logs do not"
        );
    }
}

#[test]
fn many_campuses_live_side_by_side() {
    let alone = after(testing::campus(9, 12, 1), 4 * HOUR);
    let mut many: Vec<Campus> = (0..40)
        .map(|i| testing::campus(if i % 2 == 0 { 9 } else { 100 + i }, 12, 1))
        .collect();
    let end = many[0].clock().start.plus(4 * HOUR);
    while many[0].clock().now < end {
        for campus in &mut many {
            let limit = campus.clock().now.plus(10 * MINUTE).min(end);
            campus.run_until(limit);
        }
    }
    for campus in many.iter().step_by(2) {
        assert_eq!(campus.head().hex(), alone);
    }
    assert!(
        many.iter()
            .skip(1)
            .step_by(2)
            .all(|c| c.head().hex() != alone)
    );
}

#[test]
fn a_branch_goes_its_own_way_without_touching_its_origin() {
    let mut campus = testing::campus(6, 10, 1);
    campus.run_until(campus.clock().start.plus(2 * HOUR));
    let before = campus.snapshot();
    let mut branch = campus.branch();
    branch.run_until(branch.clock().now.plus(HOUR));
    assert!(campus.snapshot() == before);
    assert_ne!(branch.head().hex(), campus.head().hex());
}

#[test]
fn generated_people_come_from_the_seed() {
    let names = |seed| {
        let (scenario, _) = testing::load(
            "hundred",
            Overrides {
                seed: Some(seed),
                ..Overrides::default()
            },
        );
        scenario
            .people
            .iter()
            .map(|(p, _)| p.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(1).len(), 100);
    assert_eq!(names(1), names(1));
    assert_ne!(names(1), names(2));
}

#[test]
fn a_week_passes_and_everybody_still_lives() {
    let mut campus = testing::campus(2, 25, 1);
    campus.keep_events(false);
    campus.run_until(SimTime(7 * DAY + 6 * HOUR));
    let tally = &campus.head().tally;
    assert!(tally.get(Tallied::Attended) > 60, "{tally:?}");
    assert!(tally.get(Tallied::Conversations) > 300, "{tally:?}");
    for i in 0..25 {
        let agent = AgentId(i);
        let activity = campus.get::<Activity>(agent).unwrap();
        assert!(
            campus.clock().now.since(activity.since) < 12 * HOUR,
            "{} has been {} for long",
            campus.names().person(agent),
            activity.doing
        );
    }
}
