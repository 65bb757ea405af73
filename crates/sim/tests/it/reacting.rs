//! Reacting: what is perceived and stands out gives both minds reason to think again, and what was
//! done about it stays with the plan of the day.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be, and says what it measured"
)]

use crate::conduct::always;
use collegium_core::{
    ids::AgentId,
    time::{DAY, SimTime},
};
use collegium_llm::{Outcome, Purpose, Request};
use collegium_sim::{
    campus::{
        Pursuit,
        people::{MindKind, Timetable},
        scenario::Overrides,
    },
    conduct::{Whom, points::SetOff},
    mind::{
        CameUp, Plan, PlanItem,
        plans::{Did, GaveWay, Reaction},
    },
    simulation::{Campus, testing},
    tools::{SimEvent, ToolCall},
};
use serde_json::{Value, json};

/// Everybody's reactions of the day.
fn reactions(campus: &Campus) -> Vec<(AgentId, Reaction)> {
    let all = (0..campus.people() as u32).map(AgentId);
    all.flat_map(|agent| {
        let plan = campus.get::<Plan>(agent).unwrap();
        let kept = plan.reactions.iter().cloned();
        kept.map(|reaction| (agent, reaction)).collect::<Vec<_>>()
    })
    .collect()
}

#[test]
fn what_is_agreed_upon_enters_the_plan_and_what_it_displaces_gives_way() {
    let (mut agreed, mut gave_way) = (0, 0);
    for seed in 1..=10 {
        let mut campus = testing::campus(seed, 25, 1);
        campus.run_until(SimTime(22 * DAY / 24));
        for (_, reaction) in reactions(&campus) {
            if let (CameUp::Agreed(what), Did::Added(part)) = (&reaction.because, &reaction.did) {
                assert_eq!(part.what, Pursuit::Engagement(*what));
                agreed += 1;
                gave_way += reaction.changed.len();
                for change in &reaction.changed {
                    match change.became {
                        GaveWay::Shortened(at) => assert_eq!(at, part.from),
                        GaveWay::Moved(at) => assert!(at > reaction.at),
                        GaveWay::Dropped => {}
                    }
                }
            }
        }
        for agent in (0..25).map(AgentId) {
            let plan = campus.get::<Plan>(agent).unwrap();
            let fixed = |i: &&PlanItem| matches!(i.what, Pursuit::Engagement(_));
            for commitment in &campus.get::<Timetable>(agent).unwrap().today {
                // A shift goes by the scenario's own words.
                let there = |i: &PlanItem| i.from == commitment.begins;
                let left = plan.departures.iter().any(|d| there(&d.part));
                let there = left || plan.items.iter().any(there);
                assert!(there, "{agent:?} {commitment:?}");
            }
            for part in plan.items.iter().filter(fixed) {
                let free = |i: &&PlanItem| !matches!(i.what, Pursuit::Engagement(_));
                for other in plan.items.iter().filter(free) {
                    let bed = other.what == Pursuit::Routine(collegium_sim::campus::Routine::Bed);
                    let apart = other.to <= part.from || part.to <= other.from;
                    let shift = matches!(other.what, Pursuit::Words(_));
                    assert!(apart || bed || shift, "{part:?} {other:?}");
                }
            }
        }
    }
    println!("{agreed} agreed upon, {gave_way} parts gave way");
    assert!(agreed > 10 && gave_way > 3, "{agreed} {gave_way}");
}

#[test]
fn who_misses_a_class_catches_up_on_it() {
    let mut campus = testing::campus(3, 25, 1);
    campus.keep_events(true);
    campus.mount(&Whom::Everybody, &always(SetOff::Skip));
    campus.run_until(SimTime(DAY - 1));
    let mut meant = Vec::new();
    for (agent, reaction) in reactions(&campus) {
        if let (CameUp::Missed(_), Did::Added(part)) = (&reaction.because, &reaction.did) {
            assert!(part.from > reaction.at);
            let Pursuit::CatchUp(course) = part.what else {
                continue;
            };
            let title = &campus.scenario().term.courses[usize::from(course)].title;
            meant.push((agent, reaction.at, title.clone()));
        }
    }
    assert!(meant.len() >= 8, "{meant:?}");
    let studied: Vec<(AgentId, SimTime, String)> = campus
        .take_events()
        .into_iter()
        .filter_map(|logged| match logged.occurrence.event {
            SimEvent::Done {
                call: ToolCall::Study(study),
            } => Some((logged.occurrence.agent?, logged.at, study.subject)),
            _ => None,
        })
        .collect();
    let caught_up = |(agent, at, title): &&(AgentId, SimTime, String)| {
        let did = |s: &&(AgentId, SimTime, String)| s.0 == *agent && s.1 > *at && s.2 == *title;
        studied.iter().any(|s| did(&s))
    };
    let kept = meant.iter().filter(caught_up).count();
    println!("{kept} of {} caught up the same day", meant.len());
    assert!(2 * kept > meant.len(), "{kept} of {}", meant.len());
}

#[test]
fn grave_news_of_a_friend_are_taken_to_heart() {
    let (mut heard, mut meant) = (0, 0);
    for seed in 1..=6 {
        let mut campus = testing::campus(seed, 25, 1);
        campus.run_until(SimTime(DAY - 1));
        for (_, reaction) in reactions(&campus) {
            if let CameUp::Heard(news) = reaction.because {
                heard += 1;
                if let Did::Added(part) = reaction.did {
                    assert_eq!(Some(part.what), news.who().map(Pursuit::See));
                    meant += 1;
                }
            }
        }
    }
    println!("{heard} took news to heart, {meant} found time");
    assert!(heard > 3 && meant > 0);
}

fn model_campus(agents: usize) -> Campus {
    let overrides = Overrides {
        agents: Some(agents),
        mind: Some(MindKind::Model(String::new())),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    Campus::new(scenario, map, 1)
}

/// Any answer of the right shape, but for acts, which `act` answers.
fn acting(act: impl Fn(&Request) -> Value) -> impl FnMut(&Request) -> Outcome {
    move |request| {
        let schema = serde_json::from_str(&request.prompt.schema).unwrap();
        let answer = match request.purpose {
            Purpose::Act => act(request),
            _ => mock_llm::answer(&schema, &request.prompt.user, request.id),
        };
        Outcome::Ok(answer.to_string())
    }
}

#[test]
fn a_model_plans_the_rest_of_the_day_anew_and_its_reason_is_kept() {
    let mut campus = model_campus(8);
    let asked = testing::run_answered(
        &mut campus,
        SimTime(22 * DAY / 24),
        acting(|_| {
            let evening = json!({
                "from": "20:00", "to": "20:45", "do": "study", "place": "Library",
                "what": "read what the others read"
            });
            let call = json!({"tool": "revise", "items": [evening]});
            json!({"thought": "the day has to look otherwise now", "used": [], "call": call})
        }),
    );
    let acts = asked.iter().filter(|r| r.purpose == Purpose::Act);
    assert!(acts.clone().count() > 0);
    for act in acts {
        // In a free moment there is nothing to choose but whom to turn to.
        let free = act.prompt.user.contains("a free moment");
        assert_ne!(act.prompt.schema.contains("\"revise\""), free);
    }
    let revised: Vec<_> = reactions(&campus)
        .into_iter()
        .filter(|(_, r)| r.did == Did::Revised)
        .collect();
    let mut kept = 0;
    for (agent, reaction) in revised {
        assert_eq!(reaction.thought, "the day has to look otherwise now");
        let plan = campus.get::<Plan>(agent).unwrap();
        // Whoever left the plan later has moved what was in it.
        if plan.departures.iter().any(|d| d.at > reaction.at) {
            continue;
        }
        kept += 1;
        let read = |i: &PlanItem| i.what == Pursuit::Words("read what the others read".to_owned());
        assert!(plan.items.iter().any(read), "{:?}", plan.items);
        for pair in plan.items.windows(2) {
            assert!(pair[0].to <= pair[1].from, "{pair:?}");
        }
    }
    assert!(kept > 0, "nobody kept to what they had revised");
}

#[test]
fn a_model_chooses_itself_whom_it_turns_to_and_what_it_says() {
    let mut campus = model_campus(12);
    campus.keep_events(true);
    let asked = testing::run_answered(
        &mut campus,
        SimTime(20 * DAY / 24),
        acting(|request| {
            let prompt = &request.prompt.user;
            let near = prompt.lines().find_map(|l| l.strip_prefix("In earshot: "));
            // Of those in reach the last that is named, who is rarely the one a rule would take.
            let last = near.and_then(|l| l.trim_end_matches('.').split(", ").last());
            let free = prompt.contains("a free moment");
            let call = match last.filter(|_| free && !prompt.contains("Observation")) {
                Some(with) => json!({
                    "tool": "talk", "with": with, "text": "I have wanted to ask you something."
                }),
                None => json!({"tool": "done"}),
            };
            json!({"thought": "why not", "used": [], "call": call})
        }),
    );
    let moments = asked
        .iter()
        .filter(|r| r.purpose == Purpose::Act && r.prompt.user.contains("a free moment"));
    let moments = moments.count();
    let said = campus.take_events().into_iter().filter(|l| {
        matches!(&l.occurrence.event, SimEvent::Said { text, .. }
            if text == "I have wanted to ask you something.")
    });
    let said = said.count();
    println!("{moments} free moments, {said} times they spoke");
    assert!(moments > 5 && 2 * said > moments, "{said} of {moments}");
    // Who says that there is nothing to be done goes on, and that is kept.
    let went_on = |(_, r): &(AgentId, Reaction)| r.did == Did::WentOn && r.thought == "why not";
    assert!(reactions(&campus).iter().any(went_on));
}
