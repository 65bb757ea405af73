//! The project's own scenarios and maps, for tests, benchmarks and examples.

use super::{
    CampusMap,
    scenario::{self, Overrides, Scenario},
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// The path of a file, by its name from the project's root on.
pub fn project_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name)
}

/// A scenario of the project with its map.
///
/// # Panics
/// When it does not load: the project's own scenarios must.
#[expect(
    clippy::panic,
    reason = "only tests and benchmarks come here, and they stop at once when the project's own \
              files are broken"
)]
pub fn load(name: &str, overrides: Overrides) -> (Arc<Scenario>, Arc<CampusMap>) {
    match scenario::load(&project_file(&format!("scenarios/{name}.toml")), overrides) {
        Ok((scenario, map)) => (Arc::new(scenario), Arc::new(map)),
        Err(error) => panic!("{error}"),
    }
}

/// The scenario `first-week`, with its map and nothing overridden.
pub fn first_week() -> (Arc<Scenario>, Arc<CampusMap>) {
    load("first-week", Overrides::default())
}
