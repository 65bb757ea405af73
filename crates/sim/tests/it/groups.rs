//! Groups with objectives of their own: plans, days, prompts and rewards heed them.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::{ids::AgentId, time::DAY};
use collegium_llm::{Outcome, Purpose};
use collegium_sim::{
    campus::{
        people::{Aim, Aims, Doing, MindKind},
        scenario::{self, Overrides, Scenario},
    },
    conduct::RewardTerm,
    simulation::{Campus, testing},
    tools::SimEvent,
};
use std::{fs, sync::Arc};

/// How long those of a group do something in six days, in hours a person, where their group wants
/// what it wants: the mean over three seeds, for a group is a few people.
fn hours(aims: Option<&Aims>, doing: Doing) -> (f64, f64) {
    let each = (1..=3).map(|seed| hours_of(seed, aims.cloned(), doing));
    each.fold((0.0, 0.0), |(of_group, of_others), (theirs, others)| {
        (of_group + theirs / 3.0, of_others + others / 3.0)
    })
}

/// The same with one seed.
fn hours_of(seed: u64, aims: Option<Aims>, doing: Doing) -> (f64, f64) {
    let overrides = Overrides {
        seed: Some(seed),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    let mut scenario = Scenario::clone(&scenario);
    let group = scenario.people[0].0.group.clone();
    let member: Vec<bool> = scenario
        .people
        .iter()
        .map(|(p, _)| p.group == group)
        .collect();
    if let Some(aims) = aims {
        let people = scenario.people.iter_mut().zip(&member);
        for ((person, _), _) in people.filter(|(_, member)| **member) {
            person.aims = aims.clone();
        }
    }
    let mut campus = Campus::new(Arc::new(scenario), map, 1);
    campus.run_until(campus.clock().start.plus(6 * DAY));
    let (mut of_group, mut of_others) = (0_u32, 0_u32);
    for logged in campus.take_events() {
        let Some(AgentId(who)) = logged.occurrence.agent else {
            continue;
        };
        match logged.occurrence.event {
            SimEvent::Finished {
                doing: done,
                seconds,
            } if done == doing => match member[who as usize] {
                true => of_group += seconds,
                false => of_others += seconds,
            },
            _ => {}
        }
    }
    let each = |seconds: u32, member_is: bool| {
        let persons = member.iter().filter(|m| **m == member_is).count();
        f64::from(seconds) / 3600.0 / persons as f64
    };
    (each(of_group, true), each(of_others, false))
}

#[test]
fn days_follow_what_the_group_wants() {
    for (aim, doing) in [
        (Aim::Exercise, Doing::Exercising),
        (Aim::Study, Doing::Studying),
    ] {
        let wants = |weight| Aims::new("x".to_owned(), [(aim, weight)]);
        let (plain, _) = hours(None, doing);
        let (more, others) = hours(Some(&wants(1.0)), doing);
        let (less, _) = hours(Some(&wants(-1.0)), doing);
        println!("{aim}: {less:.2} h, {plain:.2} h, {more:.2} h; others {others:.2} h");
        assert!(more > 1.15 * plain, "{aim}: {plain} to {more}");
        assert!(less < 0.7 * plain, "{aim}: {plain} to {less}");
    }
}

/// A scenario of three people in which those of biology have an objective.
fn of_biology() -> (Scenario, Arc<collegium_sim::campus::CampusMap>) {
    let folder = tempfile::tempdir().unwrap();
    let scenarios = testing::project_file("scenarios");
    let text = fs::read_to_string(scenarios.join("quick-look.toml")).unwrap();
    let place = |part: &str| format!("\"{}/{part}", scenarios.to_str().unwrap());
    let text = text
        .replace("\"../maps/", &place("../maps/"))
        .replace("\"terms/", &place("terms/"))
        .replace("\"personas/", &place("personas/"));
    let group = "\n[[groups]]\nname = \"biology\"\nobjective = \"get the greenhouse ready for the \
                 fair.\"\nweights = { exercise = -0.25, focus = 0.5, noise = 1.0 }\n";
    let file = folder.path().join("own.toml");
    fs::write(&file, text + group).unwrap();
    let overrides = Overrides {
        mind: Some(MindKind::Model(String::new())),
        ..Overrides::default()
    };
    let (scenario, map) = scenario::load(&file, overrides).unwrap();
    (scenario, Arc::new(map))
}

#[test]
fn an_objective_is_a_goal_and_weighs_rewards() {
    let (scenario, _) = of_biology();
    let objective = "get the greenhouse ready for the fair";
    for (person, _) in &scenario.people {
        let member = person.group == "biology";
        assert_eq!(person.goals.last().is_some_and(|g| g == objective), member);
        assert_eq!(person.aims.objective == objective, member);
        // What is rewarded is done: focus is for study.
        let wanted = if member { 0.5 } else { 0.0 };
        assert_eq!(person.aims.weight(Aim::Study), wanted);
    }
    let mut terms = [0.0; collegium_sim::conduct::TERMS];
    terms[RewardTerm::Noise as usize] = -1.0;
    let weighed = |group: &str| scenario.reward_weights(group).sum(&terms);
    assert_eq!((weighed("biology"), weighed("music")), (-2.0, -1.0));
}

#[test]
fn models_are_told_what_the_group_wants() {
    let (scenario, map) = of_biology();
    let groups: Vec<String> = scenario
        .people
        .iter()
        .map(|(p, _)| p.group.clone())
        .collect();
    let mut campus = Campus::new(Arc::new(scenario), map, 1);
    let until = campus.clock().start.plus(DAY / 2);
    let asked = testing::run_answered(&mut campus, until, |request| {
        let schema = serde_json::from_str(&request.prompt.schema).unwrap();
        Outcome::Ok(mock_llm::answer(&schema, &request.prompt.user, request.id).to_string())
    });
    let told =
        "Your group (biology) wants of everybody in it: get the greenhouse ready for the fair.";
    for request in &asked {
        let member = groups[request.agent.0 as usize] == "biology";
        assert_eq!(
            request.prompt.system.contains(told),
            member,
            "{}",
            request.prompt.system
        );
    }
    let plans = asked.iter().filter(|r| r.purpose == Purpose::Plan);
    assert!(plans.count() >= 3);
    assert!(groups.iter().any(|g| g == "biology") && groups.iter().any(|g| g != "biology"));
}
