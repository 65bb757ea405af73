//! The executor: calls are checked against the world, whoever makes them and however foolish they
//! are.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::{
    ids::{AgentId, PlaceId},
    time::{DAY, HOUR, MINUTE, SimTime},
};
use collegium_sim::{
    campus::{
        Bag, Item, SpotKind,
        counters::{Counters, Occupancy},
        neighbourhood::Neighbourhood,
        people::{Activity, Body, Doing, Engagement, Posture, Purse, Stay},
    },
    simulation::{Campus, PersonView, testing},
    tools::{self, Destination, Refusal, ToolCall},
};
use proptest::prelude::*;

fn at(hour: f32) -> Campus {
    let mut campus = testing::campus(1, 25, 1);
    campus.run_until(SimTime((hour * HOUR as f32) as u32));
    campus
}

fn who(campus: &Campus, name: &str) -> AgentId {
    campus
        .persons()
        .find(|p| p.persona.name.starts_with(name))
        .unwrap()
        .id
}

fn place(campus: &Campus, name: &str) -> PlaceId {
    campus.map().find(name).unwrap()
}

fn go(campus: &Campus, name: &str, doing: Option<Doing>) -> ToolCall {
    ToolCall::Move(tools::Move {
        to: Destination::Place(place(campus, name)),
        then: doing.map(|doing| Stay {
            doing,
            seconds: 600,
        }),
        hurry: false,
    })
}

/// Somebody who is awake, on the campus, and in nothing that matters.
fn anybody(campus: &Campus) -> AgentId {
    campus.persons().find(free).unwrap().id
}

/// Whether somebody could be called upon to do something else.
fn free(p: &PersonView<'_>) -> bool {
    p.body.posture != Posture::Away
        && p.activity.talk.is_none()
        && !matches!(
            p.activity.doing,
            Doing::Sleeping
                | Doing::Walking
                | Doing::Queueing
                | Doing::Working
                | Doing::InClass
                | Doing::Teaching
        )
}

/// Makes the call and expects a refusal of that name.
fn refused(campus: &mut Campus, agent: AgentId, call: &ToolCall, word: &str) {
    let before = campus.snapshot();
    match campus.call(agent, call).unwrap() {
        Err(refusal) => assert_eq!(refusal.word(), word, "{call:?}"),
        Ok(_) => panic!("{call:?} was carried out; expected {word}"),
    }
    // A refusal changes nothing but the log.
    assert!(
        campus.snapshot() == before,
        "{call:?} was refused and yet changed something"
    );
}

#[test]
fn moves_are_refused_for_a_reason() {
    let mut night = at(23.5);
    let sleeper = night
        .persons()
        .find(|p| p.activity.doing == Doing::Sleeping)
        .unwrap()
        .id;
    let call = go(&night, "Fountain Plaza", None);
    refused(&mut night, sleeper, &call, "asleep");
    let mut campus = at(15.0);
    let agent = anybody(&campus);
    let call = go(&campus, "Fountain Plaza", Some(Doing::Washing));
    refused(&mut campus, agent, &call, "no_free_spot");
    let call = go(&campus, "Fountain Plaza", Some(Doing::InClass));
    assert!(campus.call(agent, &call).unwrap().is_err());
    let call = ToolCall::Move(tools::Move {
        to: Destination::Place(place(&campus, "Fountain Plaza")),
        then: Some(Stay {
            doing: Doing::Resting,
            seconds: 13 * HOUR,
        }),
        hurry: false,
    });
    refused(&mut campus, agent, &call, "bad_length");
    refused(
        &mut campus,
        agent,
        &ToolCall::Move(tools::Move {
            to: Destination::Person(agent),
            then: None,
            hurry: false,
        }),
        "nobody",
    );
    refused(
        &mut campus,
        agent,
        &ToolCall::Move(tools::Move {
            to: Destination::Person(AgentId(9999)),
            then: None,
            hurry: false,
        }),
        "nobody",
    );
    refused(
        &mut campus,
        agent,
        &ToolCall::Move(tools::Move {
            to: Destination::Place(PlaceId(9999)),
            then: None,
            hurry: false,
        }),
        "no_way",
    );
    // A bedroom of somebody who is out.
    let stranger = campus
        .persons()
        .find(|p| {
            p.id != agent
                && p.persona.home.is_some_and(|home| {
                    p.body.counts_in != Some(home)
                        && campus.persons().all(|q| q.body.counts_in != Some(home))
                })
        })
        .unwrap();
    let room = stranger.persona.home.unwrap();
    let call = ToolCall::Move(tools::Move {
        to: Destination::Place(room),
        then: None,
        hurry: false,
    });
    refused(&mut campus, agent, &call, "not_your_room");
    let mut late = at(22.6);
    let shop = place(&late, "Campus Shop");
    let works = |p: &PersonView<'_>| p.persona.shifts.iter().any(|s| s.place == shop);
    let agent = late.persons().find(|p| free(p) && !works(p)).unwrap().id;
    let call = go(&late, "Campus Shop", None);
    refused(&mut late, agent, &call, "closed");
}

#[test]
fn a_full_place_lets_nobody_in() {
    let mut campus = at(15.0);
    let lodge = place(&campus, "Porter's Lodge");
    let capacity = campus.map().place(lodge).capacity as usize;
    let mut refusals = 0;
    for i in 0..25 {
        let call = ToolCall::Move(tools::Move {
            to: Destination::Place(lodge),
            then: None,
            hurry: false,
        });
        if campus.call(AgentId(i), &call).unwrap() == Err(Refusal::Full { place: lodge }) {
            refusals += 1;
        }
    }
    assert!(refusals > 0);
    let inside = campus
        .persons()
        .filter(|p| p.body.counts_in == Some(lodge))
        .count();
    assert!(inside <= capacity, "{inside} of {capacity}");
}

#[test]
fn buying_needs_a_counter_money_and_staff() {
    let mut campus = at(12.5);
    let agent = anybody(&campus);
    let somewhere = campus
        .map()
        .place_of(campus.get::<Body>(agent).unwrap().tile);
    let elsewhere = campus.persons().find(|p| {
        let here = campus.map().place_of(p.body.tile);
        p.activity.doing != Doing::Sleeping
            && here.is_some_and(|h| campus.map().place(h).prices.is_empty())
    });
    let elsewhere = elsewhere.unwrap().id;
    refused(
        &mut campus,
        elsewhere,
        &ToolCall::Buy(tools::Buy {
            item: Item::Book,
            cut_in: false,
        }),
        "not_sold",
    );
    assert!(somewhere.is_some());
}

#[test]
fn words_need_somebody_in_earshot() {
    let mut campus = at(15.0);
    let agent = anybody(&campus);
    let tile = campus.get::<Body>(agent).unwrap().tile;
    let far = campus.persons().find(|p| {
        p.body.tile.distance(tile) > 20
            && p.activity.talk.is_none()
            && p.activity.doing == Doing::Resting
    });
    if let Some(far) = far.map(|p| p.id) {
        refused(
            &mut campus,
            agent,
            &ToolCall::Talk(tools::Talk {
                with: far,
                text: "Hello".to_owned(),
                loud: true,
            }),
            "out_of_earshot",
        );
    }
    refused(
        &mut campus,
        agent,
        &ToolCall::Talk(tools::Talk {
            with: agent,
            text: "Hello".to_owned(),
            loud: false,
        }),
        "nobody",
    );
    let other = AgentId(u32::from(agent.0 == 0));
    refused(
        &mut campus,
        agent,
        &ToolCall::Talk(tools::Talk {
            with: other,
            text: "  ".to_owned(),
            loud: false,
        }),
        "bad_text",
    );
    refused(
        &mut campus,
        agent,
        &ToolCall::Talk(tools::Talk {
            with: other,
            text: "x".repeat(501),
            loud: false,
        }),
        "bad_text",
    );
    refused(
        &mut campus,
        agent,
        &ToolCall::Post(tools::Post {
            ..tools::Post::default()
        }),
        "bad_text",
    );
    refused(
        &mut campus,
        agent,
        &ToolCall::Search(tools::Search {
            query: "y".repeat(900),
        }),
        "bad_text",
    );
}

#[test]
fn commitments_are_for_those_who_have_them() {
    let mut campus = at(15.0);
    let agent = anybody(&campus);
    refused(
        &mut campus,
        agent,
        &ToolCall::Attend(tools::Attend {
            what: Engagement::Class(999, 0),
        }),
        "not_yours",
    );
    let cook = who(&campus, "Thandeka");
    let _ = campus
        .call(
            cook,
            &ToolCall::Attend(tools::Attend {
                what: Engagement::Shift(250),
            }),
        )
        .unwrap()
        .unwrap_err();
    let now = campus.clock().now;
    let plaza = place(&campus, "Fountain Plaza");
    let other = AgentId(u32::from(agent.0 == 0));
    let meet = |begins, seconds| {
        ToolCall::Schedule(tools::Schedule {
            with: other,
            place: plaza,
            begins,
            seconds,
        })
    };
    refused(
        &mut campus,
        agent,
        &meet(now.minus(60), 30 * MINUTE),
        "bad_time",
    );
    refused(
        &mut campus,
        agent,
        &meet(now.plus(15 * DAY), 30 * MINUTE),
        "bad_time",
    );
    refused(&mut campus, agent, &meet(now.plus(HOUR), 60), "bad_length");
}

/// Any call at all, sensible or not.
fn calls() -> impl Strategy<Value = ToolCall> {
    let doing = prop::sample::select(Doing::ALL.to_vec());
    let stay = prop::option::of(
        (doing, 0u32..50_000).prop_map(|(doing, seconds)| Stay { doing, seconds }),
    );
    let to = prop_oneof![
        (0u16..90).prop_map(|p| Destination::Place(PlaceId(p))),
        (0u32..30).prop_map(|a| Destination::Person(AgentId(a)))
    ];
    let engagement = prop_oneof![
        (0u16..20, 0u8..4).prop_map(|(c, s)| Engagement::Class(c, s)),
        (0u16..20, 0u8..4).prop_map(|(c, s)| Engagement::Teach(c, s)),
        (0u8..6).prop_map(Engagement::Shift),
        (0u16..12).prop_map(Engagement::Event),
        (0u32..30).prop_map(|a| Engagement::Meeting(AgentId(a))),
    ];
    prop_oneof![
        (to, stay, any::<bool>()).prop_map(|(to, then, hurry)| ToolCall::Move(tools::Move {
            to,
            then,
            hurry
        })),
        (0u32..30, ".{0,60}", any::<bool>()).prop_map(|(a, text, loud)| ToolCall::Talk(
            tools::Talk {
                with: AgentId(a),
                text,
                loud
            }
        )),
        engagement.prop_map(|what| ToolCall::Attend(tools::Attend { what })),
        (prop::sample::select(Item::ALL.to_vec()), any::<bool>())
            .prop_map(|(item, cut_in)| ToolCall::Buy(tools::Buy { item, cut_in })),
        ("[a-z ]{0,30}", 0u32..50_000)
            .prop_map(|(subject, seconds)| ToolCall::Study(tools::Study { subject, seconds })),
        ".{0,40}".prop_map(|text| {
            ToolCall::Post(tools::Post {
                text,
                ..tools::Post::default()
            })
        }),
        (0u32..30, 0u16..90, any::<u32>(), 0u32..20_000).prop_map(|(a, p, t, seconds)| {
            ToolCall::Schedule(tools::Schedule {
                with: AgentId(a),
                place: PlaceId(p),
                begins: SimTime(t),
                seconds,
            })
        }),
        ".{0,40}".prop_map(|query| ToolCall::Search(tools::Search { query })),
        (
            0u32..30,
            prop::sample::select(Item::ALL.to_vec()),
            any::<bool>()
        )
            .prop_map(|(a, item, lend)| ToolCall::Give(tools::Give {
                with: AgentId(a),
                item,
                lend
            })),
    ]
}

/// What must hold of every world.
fn sound(campus: &Campus) -> Result<(), TestCaseError> {
    let map = campus.map();
    let occupancy = campus.world().resource::<Occupancy>();
    let neighbourhood = campus.world().resource::<Neighbourhood>();
    let mut counts = vec![0u32; map.places.len()];
    for person in campus.persons() {
        let name = &person.persona.name;
        let body = person.body;
        let tile = body.tile;
        let spot = body.spot.map(|s| (s, *map.spot(s)));
        let passes = map.grid.walkable(tile)
            || spot.is_some_and(|(_, s)| s.tile == tile)
            || map
                .spots
                .iter()
                .any(|s| s.tile == tile && !matches!(s.kind, SpotKind::Serve));
        prop_assert!(passes, "{name} stands in a wall at {tile:?}");
        if let Some((id, _)) = spot {
            prop_assert_eq!(
                occupancy.spots[id.0 as usize],
                Some(person.id),
                "{}'s spot",
                name
            );
        }
        if let Some(place) = body.counts_in {
            counts[place.0 as usize] += 1;
        }
        let mut near = false;
        neighbourhood.around(tile, 0, |who, _| near |= who == person.id);
        prop_assert_eq!(near, body.posture != Posture::Away, "{}", name);
        prop_assert!(
            campus.get::<Purse>(person.id).unwrap().cents < 100_000_000,
            "{name} has spent money it had not"
        );
        prop_assert!(campus.get::<Bag>(person.id).unwrap().things.len() < 200);
        prop_assert_eq!(
            person.activity.doing == Doing::Walking,
            !body.path.is_empty() && person.activity.doing != Doing::Queueing,
            "{}",
            name
        );
        for step in body.path.iter().rev().skip(1).rev() {
            let last = body.path.first() == Some(step);
            prop_assert!(
                map.grid.walkable(*step) || last,
                "{name} means to walk through a wall"
            );
        }
    }
    prop_assert_eq!(&counts, &occupancy.people);
    for (place, counter) in &campus.world().resource::<Counters>().0 {
        for waiting in &counter.queue {
            let activity = campus.get::<Activity>(waiting.agent).unwrap();
            prop_assert_eq!(
                activity.doing,
                Doing::Queueing,
                "in the queue of {}",
                map.place(*place).name
            );
        }
    }
    let held = occupancy.spots.iter().flatten().count();
    prop_assert_eq!(
        held,
        campus.persons().filter(|p| p.body.spot.is_some()).count()
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_call_breaks_the_world(hour in 6u32..30, list in proptest::collection::vec((0u32..25, calls(), 0u32..5), 1..80)) {
        let mut campus = testing::campus(7, 25, 1);
        campus.run_until(SimTime(hour * HOUR));
        for (agent, call, ticks) in list {
            let before = campus.snapshot();
            if let Err(refusal) = campus.call(AgentId(agent), &call).unwrap() {
                prop_assert!(campus.snapshot() == before, "{call:?} was refused and changed something");
                let (tool, word) = (call.schema(), refusal.word());
                prop_assert!(tool.refusals.contains(&word), "{word} is not in the list of {}", tool.name);
            }
            for _ in 0..ticks {
                let limit = campus.clock().now.plus(10);
                campus.step(limit);
            }
            sound(&campus)?;
        }
    }
}

#[test]
fn a_whole_day_keeps_the_world_sound() {
    let mut campus = testing::campus(11, 60, 1);
    let end = campus.clock().start.plus(DAY);
    while campus.clock().now < end {
        campus.run_until(campus.clock().now.plus(5 * MINUTE));
        sound(&campus).unwrap();
    }
}
