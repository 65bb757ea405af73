//! Goals that people set themselves when they look back: met or given up, remembered and counted; and
//! what models are told of one's courses.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use bevy::prelude::*;
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::{Clock, DAY, SimTime},
};
use collegium_llm::{Outcome, Purpose};
use collegium_sim::{
    campus::{
        PlaceKind, Pursuit, Roster, Routine,
        people::{Action, Learning, MindKind, Obstacle, Stands, Toward},
        scenario::Overrides,
    },
    memory::{Episodic, Object, Predicate},
    mind::{
        plans::{Departure, Hindrance, Plan, PlanItem},
        reflect::Reflecting,
        tendency::{self, Tendency},
    },
    record::Tallied,
    simulation::{Campus, CampusPlugins, step, testing},
    tools::SimEvent,
};
use std::collections::BTreeMap;

/// Whether the memories of somebody have one of a goal that ended so.
fn remembers(stream: &Episodic, toward: Toward, stands: Stands) -> bool {
    let predicate = if stands == Stands::Met {
        Predicate::Reached
    } else {
        Predicate::GaveUpOn
    };
    let object = Some(Object::Ended { toward, stands });
    let mut all = stream.since(SimTime(0));
    all.any(|(_, m)| m.predicate == predicate && m.object == object && !m.text.is_empty())
}

#[test]
fn goals_are_set_met_and_given_up() {
    let mut campus = testing::campus(2, 25, 1);
    campus.run_until(campus.clock().start.plus(9 * DAY));
    let (mut set, mut met) = (0, 0);
    let mut given_up: BTreeMap<&str, u32> = BTreeMap::new();
    for logged in campus.take_events() {
        let SimEvent::Goal { toward, stands } = logged.occurrence.event else {
            continue;
        };
        let who = logged.occurrence.agent.unwrap();
        match stands {
            Stands::Set => set += 1,
            Stands::Met => met += 1,
            Stands::GivenUp(why) => *given_up.entry(why.word()).or_default() += 1,
        }
        let remembered = remembers(campus.get::<Episodic>(who).unwrap(), toward, stands);
        assert_eq!(
            remembered,
            stands != Stands::Set,
            "{who:?} {toward:?} {stands:?}"
        );
    }
    println!("{set} goals set, {met} met, given up: {given_up:?}");
    let let_go: u32 = given_up.values().sum();
    assert!(
        set > 20 && met > 3 && let_go > 3,
        "{set} {met} {given_up:?}"
    );
    let tally = &campus.head().tally;
    assert_eq!(tally.get(Tallied::GoalsMet), met);
    assert_eq!(tally.get(Tallied::GoalsGivenUp), u64::from(let_go));
    let (mut open, again) = (0, campus.branch());
    for who in (0..25).map(AgentId) {
        let mind = campus.get::<Reflecting>(who).unwrap();
        open += mind.goals.open.len();
        assert_eq!(mind, again.get::<Reflecting>(who).unwrap());
        assert!(mind.goals.ended.iter().all(|g| g.stands != Stands::Set));
    }
    assert_eq!(open as u64, set - met - u64::from(let_go));
}

/// A campus in which somebody's inner life can be changed.
struct Planted(App);

impl Planted {
    fn change(&mut self, who: AgentId, change: impl FnOnce(&mut Reflecting, &mut Plan, SimTime)) {
        let world = self.0.world_mut();
        let now = world.resource::<Clock>().now;
        let entity = world.resource::<Roster>().entity(who);
        let mut minds = world.query::<(&mut Reflecting, &mut Plan)>();
        let (mut mind, mut plan) = minds.get_mut(world, entity).unwrap();
        change(&mut mind, &mut plan, now);
    }

    fn get<C: Component>(&self, who: AgentId) -> &C {
        let entity = self.0.world().resource::<Roster>().entity(who);
        self.0.world().get::<C>(entity).unwrap()
    }

    fn run(&mut self, until: SimTime) {
        while self.0.world().resource::<Clock>().now < until {
            step(self.0.world_mut(), until);
        }
    }
}

/// Sets somebody a goal, with the tendency that it comes from.
fn aim(mind: &mut Reflecting, toward: Toward, now: SimTime) {
    let sways = Tendency {
        toward,
        hours: None,
        strength: 0.05,
        until: now.plus(tendency::LASTS),
        thought: 0,
    };
    tendency::take_up(&mut mind.tendencies, sways, now);
    assert!(mind.goals.set(toward, None, 0, now));
}

#[test]
fn a_goal_is_met_by_what_one_does_and_given_up_for_what_the_plans_say() {
    let (scenario, map) = testing::first_week();
    let lived_in: Vec<PlaceId> = scenario.people.iter().filter_map(|(p, _)| p.home).collect();
    let mut empty = (0..)
        .zip(&map.places)
        .filter(|(n, place)| place.kind == PlaceKind::Bedroom && !lived_in.contains(&PlaceId(*n)));
    let nobodys = PlaceId(empty.next().unwrap().0);
    let mut app = App::new();
    app.add_plugins(CampusPlugins {
        scenario,
        map,
        threads: 1,
    });
    app.finish();
    let mut campus = Planted(app);
    campus.run(SimTime(DAY / 2));
    let (one, other) = (AgentId(0), AgentId(1));
    let (eat, there) = (Toward::Action(Action::Eat), Toward::Place(nobodys));
    for who in [one, other] {
        campus.change(who, |mind, _, now| {
            aim(mind, eat, now);
            aim(mind, there, now);
        });
    }
    campus.run(SimTime(2 * DAY - 600));
    let ended = |campus: &Planted, who: AgentId, toward: Toward| {
        let goals = &campus.get::<Reflecting>(who).goals;
        let ended = goals.ended.iter().find(|g| g.toward == toward);
        ended.map(|g| g.stands)
    };
    assert_eq!(ended(&campus, one, eat), None, "two days are not three");
    // What stood in the plan of one of them gave way to something that mattered more.
    campus.change(other, |_, plan, now| {
        let part = PlanItem {
            from: now.minus(7200),
            to: now.minus(3600),
            action: Action::Rest,
            place: Some(nobodys),
            what: Pursuit::Routine(Routine::Free),
        };
        plan.departures.push(Departure {
            at: now.minus(7200),
            part,
            instead: Action::Study,
            because: Hindrance::Outweighed,
            moved: None,
        });
    });
    campus.run(SimTime(6 * DAY - 600));
    for (who, why) in [(one, Obstacle::NoTime), (other, Obstacle::Outweighed)] {
        assert_eq!(ended(&campus, who, eat), Some(Stands::Met));
        let given_up = Stands::GivenUp(why);
        assert_eq!(ended(&campus, who, there), Some(given_up));
        let stream = campus.get::<Episodic>(who);
        assert!(remembers(stream, eat, Stands::Met) && remembers(stream, there, given_up));
        let mind = campus.get::<Reflecting>(who);
        let sways = |toward| mind.tendencies.iter().any(|t| t.toward == toward);
        assert!(!sways(there), "what is given up sways nobody any more");
    }
}

#[test]
fn models_are_told_what_one_understands_and_what_the_last_test_came_to() {
    let overrides = Overrides {
        agents: Some(8),
        mind: Some(MindKind::Model(String::new())),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    let mut campus = Campus::new(scenario, map, 1);
    let until = campus.clock().start.plus(6 * DAY);
    let asked = testing::run_answered(&mut campus, until, |request| {
        let schema = serde_json::from_str(&request.prompt.schema).unwrap();
        Outcome::Ok(mock_llm::answer(&schema, &request.prompt.user, request.id).to_string())
    });
    let mut tests: BTreeMap<AgentId, SimTime> = BTreeMap::new();
    for logged in campus.take_events() {
        if let (SimEvent::Tested { .. }, Some(who)) =
            (&logged.occurrence.event, logged.occurrence.agent)
        {
            tests.entry(who).or_insert(logged.at);
        }
    }
    let mut told = BTreeMap::new();
    for request in asked {
        if !matches!(request.purpose, Purpose::Plan | Purpose::Questions) {
            continue;
        }
        let (who, user) = (request.agent, &request.prompt.user);
        let takes = campus.get::<Learning>(who).unwrap().all().next().is_some();
        let tested = tests.get(&who).is_some_and(|at| *at <= request.asked);
        let understood = user.lines().filter(|line| line.contains(" %")).count();
        assert_eq!(understood, usize::from(takes), "{user}");
        assert_eq!(user.contains("/100"), tested, "{user}");
        *told.entry((request.purpose.word(), tested)).or_insert(0) += 1;
    }
    println!("{told:?}");
    for purpose in [Purpose::Plan, Purpose::Questions] {
        assert!(told.contains_key(&(purpose.word(), true)), "{told:?}");
        assert!(told.contains_key(&(purpose.word(), false)), "{told:?}");
    }
}
