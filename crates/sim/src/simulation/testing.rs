//! Campuses for tests, benchmarks and examples.

pub use crate::campus::testing::{first_week, load, project_file};

use super::Campus;
use crate::campus::scenario::Overrides;
use collegium_core::time::SimTime;
use collegium_llm::{Answer, Outcome, Request, Usage};

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
            repairs: Vec::new(),
            put_aside: None,
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
