//! Measures move: a change that is planted moves each in the right direction, and none is the same
//! in all runs of those who are compared.

#![expect(
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
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

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

/// What each planted change moves, and whether it goes up.
type Moved<'a> = (&'a Values, &'a Values, &'a [(Measure, bool)]);

#[test]
fn a_planted_change_moves_each_measure_in_the_right_direction() {
    use Measure as M;
    let base = planted(|_| (), lives);
    let [early, late, skips] = [SetOff::Early, SetOff::Late, SetOff::Skip].map(with);
    let [keeps_on, breaks_off] = [Focus::KeepOn, Focus::BreakOff].map(with);
    let [hushes, loud] = [Voice::Hush, Voice::SpeakUp].map(with);
    let (cuts, passes, declines) = (with(Queue::CutIn), with(Greet::PassBy), with(Help::Decline));
    let abed = asleep(|what| matches!(what, Engagement::Event(_) | Engagement::Meeting(_)));
    // Nobody has any money until they are paid on Monday, so they go hungry.
    let poor = planted(|s| s.people.iter_mut().for_each(|p| p.1 = 0), lives);
    // Nobody knows anybody, has lived through anything or is at anything.
    let newcomers = planted(
        |scenario| {
            scenario.features.reflection = false;
            scenario.features.planning = false;
            scenario.facts.clear();
            for (person, _) in &mut scenario.people {
                person.memories.clear();
                person.relationships.clear();
                person.tasks.clear();
                person.task.clear();
            }
        },
        lives,
    );
    let moved: &[Moved] = &[
        (
            &early,
            &late,
            &[
                (M::Violations, true),
                (M::ClassLateness, true),
                (M::WorkLateness, true),
                (M::EventLateness, true),
                (M::MeetingLateness, true),
            ],
        ),
        (
            &base,
            &skips,
            &[(M::ClassAttendance, false), (M::Understanding, false)],
        ),
        (
            &keeps_on,
            &breaks_off,
            &[
                (M::Breaks, true),
                (M::StudyFocus, false),
                (M::TasksDone, false),
            ],
        ),
        (
            &base,
            &hushes,
            &[(M::TalkTime, false), (M::ClosenessGained, false)],
        ),
        (&base, &loud, &[(M::Noise, true)]),
        (&base, &cuts, &[(M::QueueCutting, true)]),
        (&base, &passes, &[(M::Courtesy, false)]),
        (&base, &declines, &[(M::Cooperation, false)]),
        (
            &base,
            &abed,
            // Whoever has overslept comes late to the next part of their plan.
            &[
                (M::EventAttendance, false),
                (M::MeetingAttendance, false),
                (M::TaskLatency, true),
            ],
        ),
        (
            &base,
            &poor,
            &[(M::Wellbeing, false), (M::ScheduleAdherence, false)],
        ),
        (
            &base,
            &newcomers,
            &[
                (M::RememberingDecisions, false),
                (M::RememberingLines, false),
            ],
        ),
    ];
    let mut left: BTreeSet<Measure> = Measure::ALL.iter().copied().collect();
    let mut wrong = Vec::new();
    for (before, after, measures) in moved {
        for (measure, up) in *measures {
            left.remove(measure);
            let pair = (before.get(measure), after.get(measure));
            let right = matches!(pair, (Some(b), Some(a)) if if *up { a > b } else { a < b });
            println!("{measure}: {pair:?}");
            if !right {
                wrong.push((measure, pair));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(left.is_empty(), "nothing is planted for {left:?}");
}

/// What the rule-based contenders of the shipped comparison keep by what they are: the expert does
/// none of it, whatever the seed.
const KEPT_BY_THE_EXPERT: [Measure; 8] = [
    Measure::QueueCutting,
    Measure::Noise,
    Measure::Breaks,
    Measure::Courtesy,
    Measure::Cooperation,
    Measure::ClassAttendance,
    Measure::EventAttendance,
    Measure::MeetingAttendance,
];

#[test]
fn no_measure_is_the_same_in_all_runs_of_a_contender() {
    // With the fair, which is on the third day.
    const DAYS: u32 = 4;
    let lessons = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../training/heads/norms.toml"
    );
    let lessons = Arc::new(Lessons::read(std::path::Path::new(lessons)).unwrap());
    let contenders = [
        ("rule", Change::Decider(Decider::Rule)),
        ("lessons", Change::Lessons(Some(lessons))),
        ("expert", Change::Decider(Decider::Expert)),
    ];
    let mut constant = Vec::new();
    let mut all: BTreeMap<Measure, BTreeSet<u64>> = BTreeMap::new();
    for (name, change) in &contenders {
        let runs: Vec<Values> = (1..=6)
            .map(|seed| {
                let mut campus = testing::campus(seed, 25, 1);
                campus.change(&Whom::Everybody, change);
                lives(&mut campus, DAYS);
                values(&campus, DAYS)
            })
            .collect();
        for measure in Measure::ALL {
            let found = runs.iter().filter_map(|run| run.get(measure));
            let found: BTreeSet<u64> = found.map(|value| value.to_bits()).collect();
            let kept = match *name {
                "expert" => KEPT_BY_THE_EXPERT.contains(measure),
                // One of the lessons is not to cut in.
                "lessons" => *measure == Measure::QueueCutting,
                _ => false,
            };
            if found.len() < 2 && !kept {
                constant.push((name, measure));
            }
            all.entry(*measure).or_default().extend(found);
        }
    }
    assert!(all.values().all(|values| values.len() > 2), "{all:?}");
    assert!(constant.is_empty(), "{constant:?}");
}
