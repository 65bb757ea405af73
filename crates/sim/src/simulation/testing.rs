//! Campuses for tests, benchmarks and examples.

use super::Campus;
use crate::campus::{
    CampusMap,
    scenario::{self, Overrides, Scenario},
};
use collegium_core::time::SimTime;
use collegium_llm::{Answer, Outcome, Request, Usage};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// A file of the project.
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
    reason = "only tests and benchmarks come here, and they stop at once when the project's own files are broken"
)]
pub fn load(name: &str, overrides: Overrides) -> (Arc<Scenario>, Arc<CampusMap>) {
    match scenario::load(&project_file(&format!("scenarios/{name}.toml")), overrides) {
        Ok((scenario, map)) => (Arc::new(scenario), Arc::new(map)),
        Err(error) => panic!("{error}"),
    }
}

/// The scenario `first-week` with its map.
pub fn first_week() -> (Arc<Scenario>, Arc<CampusMap>) {
    load("first-week", Overrides::default())
}

/// A campus of `first-week` with a seed and a number of people.
pub fn campus(seed: u64, agents: usize, threads: usize) -> Campus {
    let (scenario, map) = load(
        "first-week",
        Overrides {
            seed: Some(seed),
            agents: Some(agents),
            ..Overrides::default()
        },
    );
    Campus::new(scenario, map, threads)
}

/// Runs until `limit`, with every request to a model answered by `answer` before the next tick.
/// Gives the requests.
pub fn run_answered(
    campus: &mut Campus,
    limit: SimTime,
    mut answer: impl FnMut(&Request) -> Outcome,
) -> Vec<Request> {
    let mut asked = Vec::new();
    while campus.clock().now < limit {
        campus.step(limit);
        let requests = campus.take_requests();
        let answers = requests.iter().map(|r| Answer {
            id: r.id,
            outcome: answer(r),
            model: "test".to_owned(),
            faults: Vec::new(),
            usage: Usage {
                calls: 1,
                ..Usage::default()
            },
        });
        campus.deliver(answers.collect());
        asked.extend(requests);
    }
    asked
}
