//! Campuses whose minds are driven by models: a day goes on whatever comes back.

use collegium::{
    campus::{AgentId, people::MindKind, scenario::Overrides},
    llm::{Fault, Outcome, Purpose, Request},
    mind::Plan,
    simulation::{Campus, testing},
    time::{DAY, HOUR, SimTime},
};

fn campus(agents: usize) -> Campus {
    let overrides =
        Overrides { agents: Some(agents), mind: Some(MindKind::Model(String::new())), ..Overrides::default() };
    let (scenario, map) = testing::load("first-week", overrides);
    Campus::new(scenario, map, 1)
}

/// What a model might answer: any value of the right shape.
fn plausible(request: &Request) -> Outcome {
    let schema = serde_json::from_str(&request.prompt.schema).unwrap();
    Outcome::Ok(understudy::answer(&schema, &request.prompt.user, request.id).to_string())
}

#[test]
fn a_day_with_answers_of_the_right_shape_goes_on() {
    let mut campus = campus(6);
    let asked = testing::run_answered(&mut campus, SimTime(DAY), plausible);
    let count = |purpose: Purpose| asked.iter().filter(|r| r.purpose == purpose).count();
    let counts: Vec<_> = Purpose::ALL.iter().map(|p| (p.word(), count(*p))).collect();
    println!("{counts:?}, {:?}", campus.head().tally);
    assert!(count(Purpose::Plan) >= 6, "everybody plans the day");
    assert!(count(Purpose::Steps) >= 12, "{} times were steps worked out", count(Purpose::Steps));
    assert!(count(Purpose::Act) > 0);
    assert!(campus.head().tally.done > 200, "{:?}", campus.head().tally);
    assert!(asked.iter().all(|r| !(1..5).contains(&(r.asked.of_day() / HOUR))), "nobody thinks while asleep");
    for i in 0..6 {
        let plan = campus.get::<Plan>(AgentId(i)).unwrap();
        for pair in plan.items.windows(2) {
            assert!(pair[0].to <= pair[1].from, "{pair:?}");
        }
    }
}

#[test]
fn a_day_without_any_answer_is_a_day_of_the_built_in_mind() {
    let mut campus = campus(6);
    let asked = testing::run_answered(&mut campus, SimTime(DAY), |_| {
        Outcome::FellBack(Fault::Timeout, "nobody answers".to_owned())
    });
    assert!(!asked.is_empty());
    let tally = &campus.head().tally;
    assert!(tally.done > 200 && tally.attended > 0, "{tally:?}");
}

#[test]
fn the_same_answers_give_the_same_log() {
    let run = || {
        let mut campus = campus(5);
        testing::run_answered(&mut campus, SimTime(DAY / 2), plausible);
        campus.head().hex()
    };
    assert_eq!(run(), run());
}
