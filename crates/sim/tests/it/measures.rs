//! Measures move: a change that is planted moves each in the right direction, and none is the same
//! in all runs of those who are compared.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use super::conduct::always;
use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR, MINUTE},
};
use collegium_sim::{
    campus::{
        people::{Activity, Commitment, Doing, Engagement, Persona, Stay, Timetable},
        scenario::{Overrides, Scenario},
    },
    conduct::{
        Act, Change, Decider, Lessons, Measure, Whom,
        points::{Focus, Greet, Help, Queue, SetOff, Voice},
    },
    simulation::{Campus, testing},
    tools::{Destination, Move, ToolCall},
};
use std::{collections::BTreeMap, sync::Arc};

/// What a run came to, by measure; without those of which nothing was due.
type Values = BTreeMap<Measure, f64>;

fn values(campus: &Campus, days: u32) -> Values {
    let measures = campus.conduct().counts().measures(25.0 * f64::from(days));
    measures
        .into_iter()
        .filter_map(|(measure, value)| Some((measure, value?)))
        .collect()
}

/// Three days of the first week in which something is planted.
fn planted(plant: impl FnOnce(&mut Scenario), live: impl FnOnce(&mut Campus, u32)) -> Values {
    const DAYS: u32 = 3;
    let (scenario, map) = testing::load(
        "first-week",
        Overrides {
            seed: Some(11),
            ..Overrides::default()
        },
    );
    let mut scenario = (*scenario).clone();
    plant(&mut scenario);
    let mut campus = Campus::new(Arc::new(scenario), map, 1);
    live(&mut campus, DAYS);
    values(&campus, DAYS)
}

fn lives(campus: &mut Campus, days: u32) {
    let end = campus.clock().start.plus(days * DAY);
    campus.run_until(end);
}

/// The same with everybody always doing something where it is possible.
fn with(act: impl Into<Act>) -> Values {
    let act = act.into();
    planted(
        |_| (),
        |campus, days| {
            campus.mount(&Whom::Everybody, &always(act));
            lives(campus, days);
        },
    )
}

/// People sleep through every commitment of a kind: they go to bed half an hour before it.
fn asleep(kind: fn(Engagement) -> bool) -> Values {
    planted(
        |_| (),
        |campus, days| {
            let end = campus.clock().start.plus(days * DAY);
            while campus.clock().now < end {
                let now = campus.clock().now;
                campus.run_until(now.plus(10 * MINUTE).min(end));
                let now = campus.clock().now;
                for agent in (0..25).map(AgentId) {
                    let timetable = campus.get::<Timetable>(agent).unwrap();
                    let near = |c: &&Commitment| {
                        kind(c.what) && c.begins <= now.plus(30 * MINUTE) && now < c.ends
                    };
                    let sleeps = timetable.today.iter().find(near).map(|c| c.ends);
                    let doing = campus.get::<Activity>(agent).unwrap().doing;
                    let home = campus.get::<Persona>(agent).unwrap().home;
                    if let (Some(ends), Some(home)) = (sleeps, home)
                        && !matches!(doing, Doing::Sleeping | Doing::Walking)
                    {
                        let to_bed = ToolCall::Move(Move {
                            to: Destination::Place(home),
                            then: Some(Stay {
                                doing: Doing::Sleeping,
                                seconds: ends.since(now) + HOUR,
                            }),
                            hurry: true,
                        });
                        let _ = campus.call(agent, &to_bed).unwrap();
                    }
                }
            }
        },
    )
}

#[test]
fn figures() {
    let base = planted(|_| (), lives);
    let show = |name: &str, other: Values| {
        println!("== {name}");
        for (m, v) in &base {
            println!("{m}: {v:.4} -> {:?}", other.get(m));
        }
    };
    show("late", with(SetOff::Late));
    show("skip", with(SetOff::Skip));
    show("break", with(Focus::BreakOff));
    show("hush", with(Voice::Hush));
    show("cut", with(Queue::CutIn));
    show("asleep", asleep(|_| true));
    show(
        "poor",
        planted(|s| s.people.iter_mut().for_each(|p| p.1 = 0), lives),
    );
    show(
        "off",
        planted(
            |s| {
                s.features.reflection = false;
                s.features.planning = false;
                s.people.iter_mut().for_each(|p| p.0.memories.clear());
            },
            lives,
        ),
    );
}
