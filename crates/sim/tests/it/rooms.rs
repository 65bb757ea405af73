//! Rooms that declare themselves: in somebody's own `App`, as a sub-app, and in saves.

use bevy::{app::SubApp, prelude::*};
use collegium_core::time::{Clock, DAY, HOUR};
use collegium_sim::{
    campus::people::Body,
    record::{Chronicle, SaveError},
    simulation::{CampusPlugins, ResumeError, Saver, resume, step, testing},
};

#[test]
fn a_campus_lives_alike_in_any_app() {
    let (scenario, map) = testing::first_week();
    let mut campus = testing::campus(scenario.seed, scenario.people.len(), 1);
    let until = scenario.start.plus(DAY);
    campus.run_until(until);

    let mut app = App::new();
    app.add_plugins(CampusPlugins {
        scenario,
        map,
        threads: 1,
    });
    app.finish();
    // Its people are this app's entities, and may have components of its own.
    let mut people = app.world_mut().query_filtered::<Entity, With<Body>>();
    let people: Vec<Entity> = people.iter(app.world()).collect();
    assert_eq!(people.len(), campus.people());
    for person in people {
        app.world_mut()
            .entity_mut(person)
            .insert(Name::new("somebody"));
    }
    while app.world().resource::<Clock>().now < until {
        step(app.world_mut(), until);
    }
    assert_eq!(
        app.world().resource::<Chronicle>().head.hex(),
        campus.head().hex()
    );
}

#[test]
fn a_campus_goes_on_as_a_sub_app() {
    let mut one = testing::campus(3, 8, 1);
    one.run_until(one.clock().start.plus(4 * HOUR));
    let two = one.branch();
    let mut app: SubApp = two.into_sub_app();
    for _ in 0..50 {
        app.update();
    }
    let clock = *app.world().resource::<Clock>();
    one.run_until(clock.now);
    assert!(clock.now > one.clock().start.plus(4 * HOUR));
    assert_eq!(
        app.world().resource::<Chronicle>().head.hex(),
        one.head().hex()
    );
}

/// Why a save is refused after its rooms' versions were changed.
fn refusal(change: &str) -> Result<String, Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("rooms.campus");
    drop(Saver::create(&path, &mut testing::campus(1, 2, 1), HOUR)?);
    rusqlite::Connection::open(&path)?.execute(
        &format!("UPDATE meta SET value = {change} WHERE key = 'rooms'"),
        [],
    )?;
    match resume(&path, 1, HOUR) {
        Err(ResumeError::Save(SaveError::Rooms(_, why))) => Ok(why),
        Err(other) => Err(other.into()),
        Ok(_) => Ok("nothing".to_owned()),
    }
}

#[test]
fn a_save_whose_rooms_are_older_or_newer_is_refused_room_by_room() {
    let why = |change| refusal(change).unwrap_or_else(|e| e.to_string());
    assert_eq!(why("value"), "nothing");
    assert_eq!(
        why("json_set(value, '$.conduct', 99, '$.memory', 0)"),
        "conduct is newer: found 99, expected 5; memory is older: found 0, expected 5"
    );
    assert_eq!(
        why("json_remove(json_set(value, '$.garden', 1), '$.mind')"),
        "garden is not known here; mind is not in the save"
    );
    let long = why("json_object('0' || char(8238) || printf('%.*c', 100000, 'x'), 1)");
    assert!(
        long.starts_with("0‹U+202E›xxx") && long.contains("x… is not known here; "),
        "{long}"
    );
    assert!(long.len() < 2000, "{long}");
}
