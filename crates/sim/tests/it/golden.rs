//! Golden runs: the log of a few hours of each scenario, by its hash. A change of behaviour shows
//! here; when it is meant, renew the file with `COLLEGIUM_BLESS=1 cargo test
//! -p collegium-sim --test it golden`.

use collegium_core::time::HOUR;
use collegium_sim::{
    campus::scenario::Overrides,
    simulation::{Campus, testing},
};
use std::fmt::Write as _;

#[test]
fn the_logs_are_as_they_were() {
    let mut found = String::new();
    for (name, hours) in [("quick-look", 24), ("first-week", 30), ("hundred", 8)] {
        let (scenario, map) = testing::load(name, Overrides::default());
        let mut campus = Campus::new(scenario, map, 1);
        campus.run_until(campus.clock().start.plus(hours * HOUR));
        writeln!(
            found,
            "{name} {hours} h: {} events, {}",
            campus.head().events,
            campus.head().hex()
        )
        .unwrap();
    }
    let file = testing::project_file("crates/sim/tests/it/golden.txt");
    if std::env::var_os("COLLEGIUM_BLESS").is_some() {
        std::fs::write(&file, &found).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap();
    assert_eq!(
        found, kept,
        "the behaviour has changed; if that is meant, run this test with COLLEGIUM_BLESS=1"
    );
}
