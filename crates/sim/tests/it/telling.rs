//! What happened is kept in a save as it is told.

use collegium_core::time::HOUR;
use collegium_sim::{
    campus::scenario::Overrides,
    record::{Chronicle, Logged, SaveFile},
    simulation::{Campus, Saver, testing},
    tools::tell,
};

#[test]
fn a_save_gives_back_the_events_of_a_day_and_tells_them_alike() {
    let (scenario, map) = testing::load("quick-look", Overrides::default());
    let mut campus = Campus::new(scenario, map, 1);
    let noon = campus.clock().now.plus(4 * HOUR);
    campus.run_until(noon);
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
