//! Two days of the first week with ten seeds: how far news get, whether plans are kept, and whether
//! those who walk to somebody find them. `--no-capture` shows the figures that
//! `docs/social.md` gives.

use collegium_core::{
    ids::AgentId,
    time::{DAY, SimTime},
};
use collegium_sim::{
    campus::scenario::Overrides,
    conduct::{ConductState, measures::ScheduleAdherence},
    mind::{Plan, plans::Hindrance},
    simulation::{Campus, testing},
    tools::{Destination, Refusal, SimEvent, ToolCall},
};
use std::collections::{BTreeMap, BTreeSet};

/// How many seeds, and how many days of each.
const SEEDS: u64 = 10;
const DAYS: u32 = 2;

/// What a run of one seed came to, by the name of the figure.
type Figures = BTreeMap<&'static str, f64>;

/// Walks to people: how many, how many of them ended without a word or a gift, and how many people
/// queued more than once in a day where nobody serves.
#[derive(Default)]
struct Walks {
    all: u32,
    wordless: u32,
    twice: usize,
}

impl Walks {
    fn of(campus: &mut Campus) -> Self {
        let mut walks = Self::default();
        let mut on_the_way: BTreeMap<AgentId, AgentId> = BTreeMap::new();
        let mut unserved = BTreeSet::new();
        for logged in campus.take_events() {
            let Some(agent) = logged.occurrence.agent else {
                continue;
            };
            match &logged.occurrence.event {
                SimEvent::Done {
                    call: ToolCall::Move(way),
                } => {
                    walks.wordless += u32::from(on_the_way.remove(&agent).is_some());
                    if let Destination::Person(who) = way.to {
                        walks.all += 1;
                        on_the_way.insert(agent, who);
                    }
                }
                // Whoever is met on the way there is found as well.
                SimEvent::TalkBegan { with, .. } => {
                    on_the_way.remove(&agent);
                    if on_the_way.get(with) == Some(&agent) {
                        on_the_way.remove(with);
                    }
                }
                SimEvent::Done {
                    call: ToolCall::Talk(_) | ToolCall::Give(_),
                } => {
                    on_the_way.remove(&agent);
                }
                SimEvent::Done {
                    call: ToolCall::Gesture(_),
                } => {}
                SimEvent::Done { .. } => {
                    walks.wordless += u32::from(on_the_way.remove(&agent).is_some());
                }
                SimEvent::Refused { call, why } => {
                    let again =
                        *why == Refusal::NobodyServes && !unserved.insert((agent, logged.at.day()));
                    walks.twice += usize::from(again);
                    let sought = matches!(
                        call,
                        ToolCall::Move(way) if matches!(way.to, Destination::Person(_))
                    );
                    walks.all += u32::from(sought);
                    let failed = sought || on_the_way.remove(&agent).is_some();
                    walks.wordless += u32::from(failed);
                }
                _ => {}
            }
        }
        walks
    }
}

fn run(seed: u64) -> Figures {
    let overrides = Overrides {
        seed: Some(seed),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    let mut campus = Campus::new(scenario, map, 1);
    let end: SimTime = campus.clock().start.plus(DAYS * DAY);
    campus.run_until(end);
    let seen = campus.emergence();
    let share = |fact: usize| seen.facts.get(fact).map_or(0.0, |f| f.share);
    let counted = |count| -> f64 {
        let people = campus.persons();
        let states = people.filter_map(|p| campus.get::<ConductState>(p.id));
        states.map(|s| f64::from(s.counts.get(count))).sum()
    };
    let moments = counted(ScheduleAdherence::PlanMoments);
    let kept = counted(ScheduleAdherence::PlanKept);
    let reasoned = counted(ScheduleAdherence::PlanLeftForAReason);
    let funnel = seen.invitations;
    let of = |n: usize, all: usize| n as f64 / all.max(1) as f64;
    let plans = campus.persons().filter_map(|p| campus.get::<Plan>(p.id));
    let departures: Vec<Hindrance> = plans
        .flat_map(|p| p.departures.iter().map(|d| d.because))
        .collect();
    let because = |why| {
        let of = departures.iter().filter(|d| **d == why).count();
        of as f64 / departures.len().max(1) as f64
    };
    let (outweighed, impossible, failed) = (
        because(Hindrance::Outweighed),
        because(Hindrance::Impossible),
        because(Hindrance::Failed),
    );
    let walks = Walks::of(&mut campus);
    Figures::from([
        ("fair", share(0)),
        ("candidacy", share(1)),
        ("density", seen.density),
        ("accepted of invited", of(funnel.accepted, funnel.invited)),
        ("attended when it came", of(funnel.attended, funnel.settled)),
        ("plan kept", kept / moments),
        ("rest with a reason", reasoned / (moments - kept)),
        ("left: outweighed", outweighed),
        ("left: impossible", impossible),
        ("left: failed", failed),
        ("walks to people", f64::from(walks.all)),
        (
            "walks without a word",
            f64::from(walks.wordless) / f64::from(walks.all.max(1)),
        ),
        ("queued twice unserved", walks.twice as f64),
    ])
}

#[test]
fn news_spread_to_some_and_plans_are_kept_over_ten_seeds() {
    let runs: Vec<Figures> = std::thread::scope(|scope| {
        let all: Vec<_> = (1..=SEEDS)
            .map(|seed| scope.spawn(move || run(seed)))
            .collect();
        all.into_iter().filter_map(|one| one.join().ok()).collect()
    });
    assert_eq!(runs.len() as u64, SEEDS);
    let all = |name: &str| -> Vec<f64> { runs.iter().map(|r| r[name]).collect() };
    let mean = |name: &str| all(name).iter().sum::<f64>() / runs.len() as f64;
    let least = |name: &str| all(name).into_iter().fold(f64::MAX, f64::min);
    let most = |name: &str| all(name).into_iter().fold(f64::MIN, f64::max);
    for name in runs[0].keys() {
        let spread: f64 = all(name).iter().map(|x| (x - mean(name)).powi(2)).sum();
        let interval = 1.96 * (spread / (runs.len() - 1) as f64 / runs.len() as f64).sqrt();
        let (mean, least, most) = (mean(name), least(name), most(name));
        println!("{name:24} {mean:7.3} ± {interval:.3} [{least:.3} .. {most:.3}]");
    }
    let within = |name: &str, from: f64, to: f64| {
        let mean = mean(name);
        assert!(
            (from..=to).contains(&mean),
            "{name}: {mean} {:?}",
            all(name)
        );
    };
    within("candidacy", 0.2, 0.5);
    within("fair", 0.3, 0.7);
    within("density", 0.6, 0.8);
    // The paper: five of twelve who were invited came.
    within("accepted of invited", 0.3, 0.6);
    within("attended when it came", 0.3, 0.55);
    within("plan kept", 0.75, 1.0);
    within("rest with a reason", 0.9, 1.0);
    within("walks without a word", 0.0, 0.1);
    within("queued twice unserved", 0.0, 0.0);
    assert!(least("walks to people") > 20.0);
    for news in ["candidacy", "fair"] {
        assert!(
            most(news) - least(news) > 0.1,
            "seeds differ: {:?}",
            all(news)
        );
    }
}
