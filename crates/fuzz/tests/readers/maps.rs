//! Maps, with the tilesets and templates that they name.

use crate::{Replaced, TRIES, Trial, changes, said_well, small_campus, texts};
use bolero::check;
use collegium_core::ids::PlaceId;
use collegium_fuzz::damaged;
use collegium_sim::campus::map;
use std::path::Path;

/// Reads a map; one that is taken must hold what maps of saves must hold, and have ways.
fn read(file: &Path) {
    match map::load(file) {
        Ok(map) => {
            assert_eq!(map.validate(), Ok(()));
            for i in 0..map.places.len() as u16 {
                let to = map.entrance(PlaceId(i));
                map.path(map.entrance(PlaceId(0)), to, 0);
            }
            assert!(map::drawing(file).is_ok(), "read, and not drawn");
        }
        Err(error) => {
            said_well(&error.to_string());
            assert!(!error.problems.is_empty());
            for problem in &error.problems {
                said_well(&problem.to_string());
            }
        }
    }
}

#[test]
fn maps_of_any_kind() {
    let trial = Trial::of("maps");
    let folder = small_campus();
    let texts = texts("maps");
    let read_as = |name: &str, bytes: &[u8]| {
        let _replaced = Replaced::by(folder.path().join(name), bytes);
        let map = if name.ends_with(".tmx") {
            name
        } else {
            "small.tmx"
        };
        trial.take(name, bytes, || read(&folder.path().join(map)));
    };
    assert_eq!(map::check(&folder.path().join("small.tmx")), []);
    assert_eq!(map::check(&folder.path().join("packed.tmx")), []);
    for (name, bytes) in &texts {
        read_as(name, bytes);
    }
    let read_as = std::panic::AssertUnwindSafe(read_as);
    check!()
        .with_iterations(TRIES)
        .with_generator(changes())
        .for_each(|(which, _, damage)| {
            let (name, bytes) = &texts[usize::from(*which) % texts.len()];
            read_as(name, &damaged(bytes, damage));
        });
}
