//! The university for a thousand: that there is a bed, a seat and a served counter for everybody,
//! and that a day on it goes by without people being turned away.

use collegium_core::{
    ids::PlaceId,
    time::{HOUR, MINUTE, SimTime},
};
use collegium_sim::{
    campus::{
        CampusMap, PlaceKind, SpotKind,
        courses::Course,
        people::{Doing, Role},
        scenario::{Overrides, Scenario},
    },
    simulation::{Campus, PersonView, testing},
    tools::SimEvent,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

fn thousand() -> (Arc<Scenario>, Arc<CampusMap>) {
    testing::load("thousand", Overrides::default())
}

#[test]
fn everybody_has_a_bed_of_their_own() {
    let (scenario, map) = thousand();
    assert_eq!(scenario.people.len(), 1000);
    let mut beds = BTreeSet::new();
    for (persona, _) in &scenario.people {
        let bed = persona
            .bed
            .unwrap_or_else(|| panic!("{} has none", persona.name));
        assert!(beds.insert(bed), "{} shares one", persona.name);
        let spot = map.spot(bed);
        assert_eq!((spot.kind, Some(spot.place)), (SpotKind::Bed, persona.home));
        assert_eq!(map.place(spot.place).kind, PlaceKind::Bedroom);
    }
}

#[test]
fn courses_fit_their_rooms_and_no_room_is_used_twice_at_once() {
    let (scenario, map) = thousand();
    let courses = &scenario.term.courses;
    assert!(courses.len() >= 100);
    let mut taken: BTreeMap<(PlaceId, usize), Vec<(u32, u32)>> = BTreeMap::new();
    for course in courses {
        let room = map.place(course.room);
        let seats = [SpotKind::Desk, SpotKind::Seat].map(|k| map.spots_of(course.room, k).count());
        let seats: usize = seats.into_iter().sum();
        assert!(
            course.students.len() <= seats,
            "{}: {seats} seats",
            course.code
        );
        assert!(seats < room.capacity as usize, "{}", room.name);
        let teacher = course.teacher.map(|t| &scenario.people[t.0 as usize].0);
        assert!(
            teacher.is_some_and(|t| t.role == Role::Teacher),
            "{}",
            course.code
        );
        for session in &course.sessions {
            for day in (0..7).filter(|day| session.days.contains(*day)) {
                let hours = taken.entry((course.room, day)).or_default();
                let free = |(from, to): &(u32, u32)| session.to <= *from || *to <= session.from;
                assert!(hours.iter().all(free), "{} in {}", course.code, room.name);
                hours.push((session.from, session.to));
            }
        }
    }
    for (number, (persona, _)) in scenario.people.iter().enumerate() {
        let studies = |c: &&Course| c.students.iter().any(|s| s.0 as usize == number);
        let many = courses.iter().filter(studies).count();
        let least = if persona.role == Role::Student { 3 } else { 0 };
        assert!(many >= least, "{} takes {many} courses", persona.name);
    }
}

#[test]
fn every_counter_has_staff_at_all_opening_hours() {
    let (scenario, map) = thousand();
    let shifts = || scenario.people.iter().flat_map(|(p, _)| &p.shifts);
    let mut counters = 0;
    for (id, place) in (0..).map(PlaceId).zip(&map.places) {
        if place.prices.is_empty() {
            continue;
        }
        counters += 1;
        for quarter in 0..7 * 24 * 4 {
            let now = SimTime(quarter * 15 * MINUTE);
            let there = shifts().filter(|s| s.place == id && s.hours.covers(now));
            let least = if place.is_open(now) { 2 } else { 0 };
            assert!(there.count() >= least, "{} at {now}", place.name);
        }
        let behind = map.spots_of(id, SpotKind::Staff).count();
        assert!(
            behind >= 3,
            "{}: {behind} places behind the counter",
            place.name
        );
    }
    assert!(counters >= 20, "{counters} counters");
}

/// Of all calls of a day less than three in a hundred are refused because a place is full, nothing
/// in it is free, or nobody serves; everybody has meals, and sleeps in their bed.
#[test]
fn a_day_of_a_thousand_turns_few_away_and_feeds_them_all() {
    let (scenario, map) = thousand();
    let people = scenario.people.len();
    let mut campus = Campus::new(scenario, map, 1);
    let start = campus.clock().start;
    let (mut calls, mut refused) = (0u32, 0u32);
    let mut meals = vec![0u32; people];
    let mut slept = BTreeSet::new();
    for hour in 1..=24 {
        campus.run_until(start.plus(hour * HOUR));
        for logged in campus.take_events() {
            let Some(who) = logged.occurrence.agent else {
                continue;
            };
            match logged.occurrence.event {
                SimEvent::Done { .. } => calls += 1,
                SimEvent::Refused { why, .. } => {
                    calls += 1;
                    let words = ["full", "no_free_spot", "nobody_serves", "queue_full"];
                    refused += u32::from(words.contains(&why.word()));
                }
                SimEvent::Served { item, .. } if item.is_meal() => meals[who.0 as usize] += 1,
                _ => {}
            }
        }
        let in_bed = |p: &PersonView<'_>| {
            p.activity.doing == Doing::Sleeping && p.body.spot == p.persona.bed
        };
        slept.extend(campus.persons().filter(in_bed).map(|p| p.id));
    }
    assert_eq!(slept.len(), people);
    assert!(refused * 100 < calls * 3, "{refused} of {calls}");
    assert!(meals.iter().all(|n| *n > 0), "{meals:?}");
    assert!(meals.iter().sum::<u32>() as usize > 2 * people);
}
