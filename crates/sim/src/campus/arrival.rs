//! How people begin: in bed, or up and about, each in their place.

use super::{
    Ground, PlaceKind, Posture, Roster, Setting, SpotKind, Tile,
    commitments::commitments,
    counters::Occupancy,
    neighbourhood::Neighbourhood,
    people::{
        Activity, Body, ByNeed, Commitment, Doing, Engagement, Learning, MindKind, Need, Needs,
        Persona, Purse, Timetable, Works,
    },
};
use bevy::prelude::*;
use collegium_core::{
    dice::{Dice, Draw},
    ids::{AgentId, PlaceId},
    time::{DAY, HOUR, MINUTE, SimTime},
};

/// How rested, hungry and so on people are at the start.
const NEEDS: Draw = Draw::of("campus: needs at the start");
/// What they know of their courses before the first lesson.
const KNOWS: Draw = Draw::of("campus: what is understood at the start");

/// Somebody who is new, with the scenario they come from.
struct Newcomer<'a> {
    id: AgentId,
    persona: &'a Persona,
    setting: &'a Setting,
    now: SimTime,
}

impl<'a> Newcomer<'a> {
    /// None for what is no person.
    fn of(world: &'a World, person: Entity) -> Option<Self> {
        let setting = world.get_resource::<Setting>()?;
        Some(Self {
            id: *world.get(person)?,
            persona: world.get(person)?,
            setting,
            now: setting.0.start,
        })
    }

    /// When they get up on the first day, given what is fixed then.
    fn rises(&self, today: &[Commitment]) -> SimTime {
        let first = today
            .iter()
            .find(|c| c.ends > self.now)
            .map_or(self.now.plus(DAY), |c| c.begins.minus(20 * MINUTE));
        let midnight = self.now.minus(self.now.of_day());
        midnight.plus(self.persona.wakes).min(first)
    }
}

/// What is fixed on the first day; hosts know of their hidden events.
pub(super) fn timetable(world: &World, person: Entity) -> Timetable {
    let Some(new) = Newcomer::of(world, person) else {
        return Timetable::default();
    };
    let scenario = &new.setting.0;
    let hosted = scenario.events.iter().enumerate();
    let timetable = Timetable {
        events: hosted
            .filter(|(_, e)| e.hidden && e.hosts.contains(&new.id))
            .map(|(n, _)| n as u16)
            .collect(),
        ..Timetable::default()
    };
    let today = commitments(new.id, new.persona, &timetable, scenario, new.now.day());
    Timetable { today, ..timetable }
}

/// Sleep until it is time to get up, or nothing yet. Needs the timetable.
pub(super) fn activity(world: &World, person: Entity) -> Activity {
    let (Some(new), Some(timetable)) =
        (Newcomer::of(world, person), world.get::<Timetable>(person))
    else {
        return Activity::default();
    };
    let rises = new.rises(&timetable.today);
    let asleep = rises > new.now.plus(15 * MINUTE)
        && new.persona.wakes.saturating_sub(new.now.of_day()) < 8 * HOUR;
    if !asleep {
        return Activity::default();
    }
    Activity {
        doing: Doing::Sleeping,
        since: new.now,
        until: Some(rises),
        number: 1,
        ..Activity::default()
    }
}

/// At work when the shift has begun, else at home. Needs the timetable and the activity.
pub(super) fn body(world: &World, person: Entity) -> Body {
    let (Some(new), Some(timetable), Some(activity)) = (
        Newcomer::of(world, person),
        world.get::<Timetable>(person),
        world.get::<Activity>(person),
    ) else {
        return Body::default();
    };
    let on_shift = timetable.today.iter().find(|c| {
        matches!(c.what, Engagement::Shift(_))
            && c.begins <= new.now.plus(15 * MINUTE)
            && c.ends > new.now
    });
    let body = match on_shift {
        Some(shift) => at_work(world, shift.place),
        None => at_home(world, &new),
    };
    let posture = match activity.doing {
        Doing::Sleeping if new.persona.home.is_some() => Posture::Lying,
        Doing::Sleeping => Posture::Away,
        _ => Posture::Standing,
    };
    Body { posture, ..body }
}

/// Rested, hungry and so on by how long they have been up. Needs the timetable and the activity.
pub(super) fn needs(world: &World, person: Entity) -> Needs {
    let (Some(new), Some(timetable), Some(activity)) = (
        Newcomer::of(world, person),
        world.get::<Timetable>(person),
        world.get::<Activity>(person),
    ) else {
        return Needs::default();
    };
    let dice = Dice {
        seed: new.setting.0.seed,
    };
    let mut roll = dice.stream(new.id.0, NEEDS, 0);
    let hours_up = new.now.since(new.rises(&timetable.today)) as f32 / HOUR as f32;
    let mut level =
        |base: f32, fall: f32| (base - fall * hours_up + 0.06 * roll.bell()).clamp(0.1, 1.0);
    let levels = ByNeed::each(|need| match need {
        Need::Sleep => level(0.93, 0.06),
        Need::Food => level(0.38, -0.02),
        Need::Company => level(0.6, 0.03),
        Need::Fun => level(0.62, 0.03),
        Need::Hygiene => level(0.6, -0.02),
    });
    let mut needs = Needs::new(levels, new.now);
    needs.turn_to(activity.doing, &new.persona.traits, new.now);
    needs
}

/// Somewhat of each course that they take, the diligent more: they have read ahead.
pub(super) fn learning(world: &World, person: Entity) -> Learning {
    let Some(new) = Newcomer::of(world, person) else {
        return Learning::default();
    };
    let dice = Dice {
        seed: new.setting.0.seed,
    };
    let courses = (0..).zip(&new.setting.0.term.courses);
    let taken = courses.filter(|(_, course)| course.students.contains(&new.id));
    let levels = taken.map(|(number, _): (u16, _)| {
        let mut roll = dice.stream(new.id.0, KNOWS, number.into());
        let level = 0.2 + 0.15 * new.persona.traits.diligence + 0.05 * roll.bell();
        (number, level.clamp(0.05, 0.6))
    });
    Learning::new(levels, new.now)
}

/// At the beginning of their first task.
pub(super) fn works(world: &World, person: Entity) -> Works {
    Newcomer::of(world, person).map_or_else(Works::default, |new| Works::new(new.now))
}

/// Everybody has the task on their mind at which they are.
pub(super) fn turn_to_tasks(world: &mut World) {
    let mut people = world.query::<(&mut Persona, &Works)>();
    for (mut persona, works) in people.iter_mut(world) {
        persona.turn_to(works);
    }
}

/// What the scenario gives them to spend.
pub(super) fn purse(world: &World, person: Entity) -> Purse {
    let cents = Newcomer::of(world, person)
        .and_then(|new| Some(new.setting.0.people.get(new.id.0 as usize)?.1));
    Purse {
        cents: cents.unwrap_or_default(),
    }
}

/// The mind that the scenario gives them.
pub(super) fn mind(world: &World, person: Entity) -> MindKind {
    world
        .get::<Persona>(person)
        .map_or_else(MindKind::default, |persona| persona.mind.clone())
}

/// Enters somebody among those who are near, and in the spot and place where they count.
pub(super) fn enter(world: &mut World, person: Entity) {
    let (Some(id), Some(body)) = (
        world.get::<AgentId>(person).copied(),
        world.get::<Body>(person),
    ) else {
        return;
    };
    let (tile, spot, place) = (body.tile, body.spot, body.counts_in);
    if body.posture != Posture::Away {
        world.resource_mut::<Neighbourhood>().enter(id, tile);
    }
    let mut occupancy = world.resource_mut::<Occupancy>();
    // A state that was changed by hand may name what the map does not have.
    if let Some(taken) = spot.and_then(|spot| occupancy.spots.get_mut(spot.0 as usize)) {
        *taken = Some(id);
    }
    if let Some(count) = place.and_then(|place| occupancy.people.get_mut(place.0 as usize)) {
        *count += 1;
    }
}

/// Whether everybody's body, as a save says, is on the map.
///
/// # Errors
/// For the first whose body is not: who it is, and why.
pub(super) fn check(world: &World) -> Result<(), String> {
    let map = &world.resource::<Ground>().0;
    for person in &world.resource::<Roster>().0 {
        let name = world
            .get::<Persona>(*person)
            .map_or("somebody", |p| &p.name);
        let body = world.get::<Body>(*person);
        body.map_or(Ok(()), |body| body.fits(map))
            .map_err(|why| format!("{name}: {why}"))?;
    }
    Ok(())
}

/// The body of somebody at home: in their bed, or at the gate.
fn at_home(world: &World, new: &Newcomer<'_>) -> Body {
    let map = &world.resource::<Ground>().0;
    let (spot, place) = match (new.persona.bed, new.persona.home) {
        (Some(bed), Some(home)) => (Some(bed), Some(home)),
        (None, Some(home)) => (None, Some(home)),
        _ => (None, map.of_kind(PlaceKind::Gate).next()),
    };
    let standing = |p| {
        let tiles = &map.place(p).standing;
        if tiles.is_empty() {
            map.entrance(p)
        } else {
            tiles[new.id.0 as usize % tiles.len()]
        }
    };
    let tile = spot
        .map(|s| map.spot(s).tile)
        .or(place.map(standing))
        .unwrap_or_else(|| anywhere(map));
    Body {
        tile,
        spot,
        counts_in: place,
        set_out_in: None,
        ..Body::default()
    }
}

/// The body of somebody whose shift has begun: at a free spot behind the counter, or somewhere in
/// the place.
fn at_work(world: &World, place: PlaceId) -> Body {
    let (map, occupancy) = (&world.resource::<Ground>().0, world.resource::<Occupancy>());
    let spot = map
        .spots_of(place, SpotKind::Staff)
        .find(|s| occupancy.spots[s.0 as usize].is_none());
    let tile = spot.map_or_else(
        || map.place(place).standing.first().copied(),
        |s| Some(map.spot(s).tile),
    );
    Body {
        tile: tile.unwrap_or_else(|| map.entrance(place)),
        spot,
        counts_in: Some(place),
        set_out_in: None,
        ..Body::default()
    }
}

/// A walkable tile, for maps without a gate.
fn anywhere(map: &super::CampusMap) -> Tile {
    let outdoors = map
        .places
        .iter()
        .find(|p| p.kind.outdoors() && !p.standing.is_empty());
    let place = outdoors.or_else(|| map.places.iter().find(|p| !p.standing.is_empty()));
    place.map_or_else(Default::default, |p| p.standing[0])
}
