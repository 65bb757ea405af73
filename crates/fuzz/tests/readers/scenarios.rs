//! Scenarios, with the terms, personas and policies that they name; and the campus that is made of one.

use crate::{Replaced, TRIES, Trial, changes, said_well, small_campus, texts};
use bolero::check;
use collegium_core::time::HOUR;
use collegium_fuzz::damaged;
use collegium_sim::{
    campus::scenario::{self, Overrides},
    simulation::Campus,
};
use std::{path::Path, sync::Arc};

/// Files that are no scenario of their own.
const PARTS: [&str; 4] = ["ada.toml", "ben.toml", "habits.toml", "term.toml"];

/// Of more people than these no campus is made: it would take longer than all the rest.
const MOST_PEOPLE: usize = 12;

/// Reads a scenario; one that is taken must fit its map, and people must be able to live in it.
fn read(file: &Path) {
    match scenario::load(file, Overrides::default()) {
        Ok((scenario, map)) => {
            assert_eq!(scenario.fits(&map), Ok(()));
            if scenario.people.len() > MOST_PEOPLE {
                return;
            }
            let mut campus = Campus::new(Arc::new(scenario), Arc::new(map), 1);
            let until = campus.clock().now.plus(HOUR / 2);
            while campus.clock().now < until {
                campus.step(until);
                // Nobody answers.
                campus.take_requests();
            }
        }
        Err(error) => said_well(&error.to_string()),
    }
}

#[test]
fn scenarios_of_any_kind() {
    let trial = Trial::of("scenarios");
    let folder = small_campus();
    let texts = texts("scenarios");
    let read_as = |name: &str, bytes: &[u8]| {
        let _replaced = Replaced::by(folder.path().join(name), bytes);
        let start = if PARTS.contains(&name) {
            "small.toml"
        } else {
            name
        };
        trial.take(name, bytes, || read(&folder.path().join(start)));
    };
    for good in ["small.toml", "plain.toml"] {
        scenario::load(&folder.path().join(good), Overrides::default()).unwrap();
    }
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
