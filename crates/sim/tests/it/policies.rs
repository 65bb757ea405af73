//! Lifestyle policies of one run in another: what was thought out need not be asked again.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::{ids::AgentId, time::DAY};
use collegium_llm::{Outcome, Purpose, Request};
use collegium_sim::{
    campus::{
        people::MindKind,
        scenario::{Overrides, policies},
    },
    mind::model::Lifestyle,
    simulation::{Campus, testing},
};
use std::{fs, path::PathBuf};

/// A campus of six model-driven people.
fn campus(seed: u64, policies: Option<PathBuf>) -> Campus {
    let overrides = Overrides {
        agents: Some(6),
        seed: Some(seed),
        mind: Some(MindKind::Model(String::new())),
        policies,
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    Campus::new(scenario, map, 1)
}

fn plausible(request: &Request) -> Outcome {
    let schema = serde_json::from_str(&request.prompt.schema).unwrap();
    Outcome::Ok(mock_llm::answer(&schema, &request.prompt.user, request.id).to_string())
}

/// Two days; how often days and steps were thought out.
fn two_days(campus: &mut Campus) -> (usize, usize, usize) {
    let until = campus.clock().start.plus(2 * DAY);
    let asked = testing::run_answered(campus, until, plausible);
    let count = |purpose: Purpose| asked.iter().filter(|r| r.purpose == purpose).count();
    (count(Purpose::Plan), count(Purpose::Steps), asked.len())
}

fn text(campus: &Campus) -> String {
    let people = campus.persons().filter_map(|person| {
        let lifestyle = campus.get::<Lifestyle>(person.id)?;
        Some((person.persona.name.as_str(), lifestyle.policy(person.id)))
    });
    policies::text(people, campus.map())
}

#[test]
fn what_was_thought_out_in_one_run_is_not_asked_in_another() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("habits.toml");
    let mut first = campus(1, None);
    let (plans, steps, all) = two_days(&mut first);
    fs::write(&file, text(&first)).unwrap();

    let fresh = campus(2, Some(file.clone()));
    assert_eq!(
        text(&fresh),
        text(&first),
        "what is written is read as the same"
    );
    let mut alike = campus(2, Some(file));
    let mut without = campus(2, None);
    let (plans_with, steps_with, all_with) = two_days(&mut alike);
    let (plans_without, steps_without, all_without) = two_days(&mut without);
    println!(
        "seed 1: {plans} plans, {steps} steps of {all}; seed 2 without: {plans_without}, \
         {steps_without} of {all_without}; with: {plans_with}, {steps_with} of {all_with}"
    );
    assert!(
        4 * plans_with <= 3 * plans_without,
        "{plans_with} of {plans_without}"
    );
    assert!(
        2 * steps_with <= steps_without,
        "{steps_with} of {steps_without}"
    );
    let reused = |campus: &Campus| campus.get::<Lifestyle>(AgentId(0)).unwrap().plans_reused;
    assert!(reused(&alike) > 0);
}

#[test]
fn policies_for_everyone_are_everybodys() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("habits.toml");
    let text = "version = 1\n[[people]]\nname = \"everyone\"\n[[people.steps]]\ntask = \"read\"\n\
                do = \"study\"\nopen = true\ncompany = false\n\
                steps = [{ minutes = 10, do = \"studying\", what = \"read a chapter\" }]\n";
    fs::write(&file, text).unwrap();
    let campus = campus(1, Some(file));
    for person in campus.persons() {
        let policy = campus
            .get::<Lifestyle>(person.id)
            .unwrap()
            .policy(person.id);
        assert_eq!(policy.steps.len(), 1);
        assert_eq!(policy.steps[0].steps[0].seconds, 600);
    }
}
