//! Counters: joining a queue, moving up, being served, giving up.

use super::{Due, SimEvent, Stage};
use crate::campus::{
    SpotKind,
    people::{Doing, Posture},
};
use bevy::prelude::*;
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::SimTime,
};

/// Whether somebody is at work behind the counter of a place.
pub(super) fn staffed(stage: &Stage, place: PlaceId) -> bool {
    if stage.occupancy.unseen_staff[place.0 as usize] {
        return true;
    }
    stage.map().spots_of(place, SpotKind::Staff).any(|spot| {
        stage.occupancy.spots[spot.0 as usize].is_some_and(|who| {
            stage
                .look(who)
                .is_ok_and(|p| p.activity.doing == Doing::Working)
        })
    })
}

/// Seconds that serving one person takes.
fn service_seconds(stage: &Stage, place: PlaceId) -> u32 {
    let rate = stage.map().place(place).serves_per_minute.max(0.01);
    let seconds = (60.0 / rate) as u32;
    if staffed(stage, place) {
        seconds.max(1)
    } else {
        seconds.max(1) * 3
    }
}

/// Puts the next service of a place on the agenda.
pub(super) fn schedule_service(stage: &mut Stage, place: PlaceId) {
    let at = stage.now().plus(service_seconds(stage, place));
    if let Some(counter) = stage.counters.0.get_mut(&place) {
        counter.serves_at = Some(at);
        stage.agenda.put(at, Due::Served(place));
    }
}

/// Lets everybody in a queue walk to where they should stand.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn move_up(stage: &mut Stage, place: PlaceId) -> Result {
    let line = stage.map().place(place).queue.clone();
    let waiting: Vec<AgentId> = stage
        .counters
        .0
        .get(&place)
        .map(|c| c.queue.iter().map(|w| w.agent).collect())
        .unwrap_or_default();
    for (i, agent) in waiting.into_iter().enumerate() {
        let Some(target) = line.get(i.min(line.len().saturating_sub(1))).copied() else {
            return Ok(());
        };
        let person = stage.look(agent)?;
        let aims = person
            .body
            .path
            .first()
            .copied()
            .unwrap_or(person.body.tile);
        if aims == target {
            continue;
        }
        let from = person.body.tile;
        if let Some(mut path) = stage.map().path(from, target, 0) {
            path.reverse();
            let mut person = stage.person(agent)?;
            person.body.path = path;
            person.body.hurries = false;
            stage.pose(agent, Posture::Standing)?;
            stage.walkers.0.insert(agent);
        }
    }
    Ok(())
}

/// Serves the first in a queue, if they stand at the counter.
///
/// # Errors
/// Never for people of the roster.
pub fn serve(stage: &mut Stage, place: PlaceId, moment: SimTime) -> Result {
    let Some(counter) = stage.counters.0.get_mut(&place) else {
        return Ok(());
    };
    if counter.serves_at != Some(moment) {
        return Ok(());
    }
    let Some(first) = counter.queue.front().copied() else {
        counter.serves_at = None;
        return Ok(());
    };
    if !stage.map().place(place).is_open(stage.now()) {
        return turn_away(stage, place);
    }
    let at_counter = stage.map().place(place).queue.first().copied();
    let body = &stage.look(first.agent)?.body;
    if Some(body.tile) != at_counter || !body.path.is_empty() {
        let at = stage.now().plus(stage.clock.tick_seconds);
        if let Some(counter) = stage.counters.0.get_mut(&place) {
            counter.serves_at = Some(at);
        }
        stage.agenda.put(at, Due::Served(place));
        return Ok(());
    }
    let price = stage.map().place(place).price(first.item).unwrap_or(0);
    if let Some(counter) = stage.counters.0.get_mut(&place) {
        counter.queue.pop_front();
        counter.serves_at = None;
    }
    let waited = stage.now().since(first.since);
    let mut person = stage.person(first.agent)?;
    let pays = person.purse.cents >= price;
    if pays {
        person.purse.cents -= price;
        person.bag.put(first.item);
    }
    let item = first.item;
    stage.note(
        first.agent,
        if pays {
            SimEvent::Served { item, waited }
        } else {
            SimEvent::GaveUp { item, waited }
        },
    )?;
    stage.begin(first.agent, Doing::Idle, None)?;
    if stage
        .counters
        .0
        .get(&place)
        .is_some_and(|c| !c.queue.is_empty())
    {
        schedule_service(stage, place);
        move_up(stage, place)?;
    }
    Ok(())
}

/// Sends everybody in a queue away.
fn turn_away(stage: &mut Stage, place: PlaceId) -> Result {
    let waiting: Vec<AgentId> = stage
        .counters
        .0
        .get(&place)
        .map(|c| c.queue.iter().map(|w| w.agent).collect())
        .unwrap_or_default();
    for agent in waiting {
        leave_queue(stage, agent)?;
        stage.begin(agent, Doing::Idle, None)?;
    }
    Ok(())
}

/// Gives up waiting: the person is free to decide.
///
/// # Errors
/// Never for people of the roster.
pub fn give_up_queue(stage: &mut Stage, agent: AgentId) -> Result {
    leave_queue(stage, agent)?;
    super::walk::leave_talk(stage, agent)?;
    stage.begin(agent, Doing::Idle, None)
}

/// Leaves the queue somebody stands in, if they stand in one.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn leave_queue(stage: &mut Stage, agent: AgentId) -> Result {
    if stage.look(agent)?.activity.doing != Doing::Queueing {
        return Ok(());
    }
    let now = stage.now();
    let found = stage.counters.0.iter_mut().find_map(|(place, counter)| {
        let at = counter.queue.iter().position(|w| w.agent == agent)?;
        let waiting = counter.queue.remove(at)?;
        if counter.queue.is_empty() {
            counter.serves_at = None;
        }
        Some((*place, waiting))
    });
    if let Some((place, waiting)) = found {
        stage.walkers.0.remove(&agent);
        stage.person(agent)?.body.path.clear();
        let gave_up = SimEvent::GaveUp {
            item: waiting.item,
            waited: now.since(waiting.since),
        };
        stage.note(agent, gave_up)?;
        move_up(stage, place)?;
    }
    Ok(())
}
