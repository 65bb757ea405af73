//! Walking, arriving, and finishing what one does.

use super::{Due, SimEvent, Stage, counter, spots::Stand};
use crate::campus::{
    Facing, Item, PlaceKind, SpotKind, Tile,
    people::{Activity, Doing, Need, Posture, Stay},
};
use bevy::prelude::*;
use collegium_core::ids::AgentId;

/// Tenths of a tile per second: at a walk and in a hurry. Two tiles in ten seconds cross a large
/// campus in ten minutes.
pub const PACE: [u32; 2] = [2, 3];

/// Sets somebody on the way to `stand`, there to do what `then` says. The caller has checked that
/// there is a way.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn set_out(
    stage: &mut Stage,
    agent: AgentId,
    stand: Stand,
    mut path: Vec<Tile>,
    then: Option<Stay>,
    hurry: bool,
) -> Result {
    counter::leave_queue(stage, agent)?;
    leave_talk(stage, agent)?;
    match stand {
        Stand::Spot(spot, _) => stage.hold_spot(agent, spot)?,
        Stand::Floor(_) => stage.release_spot(agent)?,
    }
    stage.begin(agent, Doing::Walking, None)?;
    path.reverse();
    let arrives = path.is_empty();
    let set_out_in = stage.map().place_of(stage.look(agent)?.body.tile);
    let mut person = stage.person(agent)?;
    person.activity.then = then;
    // What they set out for says what their mind is on there.
    person.activity.focus = None;
    person.body.path = path;
    person.body.hurries = hurry;
    person.body.stride = 0;
    person.body.set_out_in = set_out_in;
    if arrives {
        return arrive(stage, agent);
    }
    stage.pose(agent, Posture::Standing)?;
    stage.walkers.0.insert(agent);
    Ok(())
}

/// Moves everybody who walks by one tick.
///
/// # Errors
/// Never for people of the roster.
pub fn walk(stage: &mut Stage) -> Result {
    let seconds = stage.clock.tick_seconds;
    let walkers: Vec<AgentId> = stage.walkers.0.iter().copied().collect();
    for agent in walkers {
        let mut person = stage.person(agent)?;
        let body = &mut *person.body;
        body.trail.clear();
        body.trail.push(body.tile);
        body.stride += (PACE[usize::from(body.hurries)] * seconds) as u16;
        let from = body.tile;
        while body.stride >= 10
            && let Some(next) = body.path.pop()
        {
            body.stride -= 10;
            body.facing = Facing::towards(body.tile, next);
            body.tile = next;
            body.trail.push(next);
        }
        let (to, there) = (body.tile, body.path.is_empty());
        if to != from {
            stage.neighbourhood.walk(agent, from, to);
        }
        if there {
            stage.walkers.0.remove(&agent);
            arrive(stage, agent)?;
        }
    }
    Ok(())
}

/// The end of a walk: takes the spot and begins what was meant to be done there.
fn arrive(stage: &mut Stage, agent: AgentId) -> Result {
    let person = stage.look(agent)?;
    let (tile, spot, queueing) = (
        person.body.tile,
        person.body.spot,
        person.activity.doing == Doing::Queueing,
    );
    let (then, set_out_in) = (person.activity.then, person.body.set_out_in);
    let place = stage.map().place_of(tile);
    let spot = spot
        .map(|s| *stage.map().spot(s))
        .filter(|s| s.tile == tile);
    let mut person = stage.person(agent)?;
    person.body.stride = 0;
    if let Some(spot) = spot {
        person.body.facing = spot.facing;
    }
    let posture = match spot.map(|spot| spot.kind) {
        Some(SpotKind::Seat | SpotKind::Desk) => Posture::Sitting,
        Some(SpotKind::Bed) => Posture::Lying,
        _ => Posture::Standing,
    };
    stage.pose(agent, posture)?;
    if queueing {
        return Ok(());
    }
    if place.is_none() || place != set_out_in {
        stage.note(agent, SimEvent::Arrived)?;
    }
    stage.count_in(agent, place)?;
    match then {
        Some(stay) => settle_down(stage, agent, stay),
        None => stage.begin(agent, Doing::Idle, None),
    }
}

/// Begins a stay where somebody is.
fn settle_down(stage: &mut Stage, agent: AgentId, stay: Stay) -> Result {
    let now = stage.now();
    let place = stage.look(agent)?.body.counts_in;
    let kind = place.map(|p| stage.map().place(p).kind);
    let mut until = now.plus(stay.seconds.max(1));
    if let Some(closes) = place.and_then(|p| stage.map().place(p).closes(now))
        && !matches!(stay.doing, Doing::Working | Doing::Teaching)
    {
        until = until.min(closes);
    }
    stage.begin(agent, stay.doing, Some(until))?;
    if kind == Some(PlaceKind::Gate) && matches!(stay.doing, Doing::Sleeping | Doing::InTown) {
        stage.pose(agent, Posture::Away)?;
    }
    if matches!(stay.doing, Doing::Eating | Doing::Coffee | Doing::AtEvent) {
        eat(&mut stage.person(agent)?, now);
    }
    Ok(())
}

/// Takes food and drink out of the bag.
fn eat(person: &mut super::PersonItem, now: collegium_core::time::SimTime) {
    let eats: f32 = person.bag.items().map(Item::nourishment).sum();
    person.bag.things.retain(|t| t.item.nourishment() <= 0.0);
    person.needs.add(Need::Food, eats, now);
}

/// Ends an activity whose time has come: the person is free to decide.
///
/// # Errors
/// Never for people of the roster.
pub fn finish(stage: &mut Stage, agent: AgentId, number: u32) -> Result {
    let Activity {
        number: current,
        doing,
        talk,
        ..
    } = *stage.look(agent)?.activity;
    if current != number {
        return Ok(());
    }
    let now = stage.now();
    if let Some(talk) = talk
        && let Some(live) = stage.talks.live.get_mut(&talk)
        && !live.leaving.contains(&agent)
    {
        // One does not walk away in the middle of a talk: one says goodbye when the next line is
        // due, and then the activity ends.
        live.leaving.push(agent);
        stage
            .agenda
            .put(now.plus(50), Due::ActivityEnds(agent, number));
        return Ok(());
    }
    leave_talk(stage, agent)?;
    let woke = doing == Doing::Sleeping;
    if matches!(
        stage.look(agent)?.body.posture,
        Posture::Lying | Posture::Away
    ) {
        stage.pose(agent, Posture::Standing)?;
    }
    let seconds = now.since(stage.look(agent)?.activity.since);
    stage.note(
        agent,
        if woke {
            SimEvent::Woke { seconds }
        } else {
            SimEvent::Finished { doing, seconds }
        },
    )?;
    stage.begin(agent, Doing::Idle, None)
}

/// Whether somebody doing that may be spoken to, and may speak.
pub const fn free_for_talk(doing: Doing) -> bool {
    matches!(
        doing,
        Doing::Idle
            | Doing::Eating
            | Doing::Coffee
            | Doing::Resting
            | Doing::Browsing
            | Doing::Waiting
            | Doing::Queueing
            | Doing::Playing
            | Doing::AtEvent
            | Doing::Working
            | Doing::Studying
            | Doing::Chatting
            | Doing::OnPhone
    )
}

/// Leaves the conversation somebody is in, if they are in one; a conversation of two is then over.
///
/// # Errors
/// Never for people of the roster.
pub fn leave_talk(stage: &mut Stage, agent: AgentId) -> Result {
    let Some(number) = stage.look(agent)?.activity.talk else {
        return Ok(());
    };
    let Some(talk) = stage.talks.live.get_mut(&number) else {
        return Ok(());
    };
    if talk.members.len() <= 2 {
        return end_talk(stage, number);
    }
    talk.members.retain(|m| *m != agent);
    talk.leaving.retain(|m| *m != agent);
    if talk.turn == agent {
        talk.waits = None;
        talk.turn = talk.members[0];
    }
    let with = talk.partner(agent);
    let due = talk.next_at;
    stage.agenda.put(due, Due::Line(number));
    free_from_talk(stage, agent)?;
    stage.note(agent, SimEvent::Left { with, talk: number })
}

/// Takes somebody out of a talk that is over for them.
fn free_from_talk(stage: &mut Stage, agent: AgentId) -> Result {
    let mut person = stage.person(agent)?;
    person.activity.talk = None;
    if person.activity.doing == Doing::Chatting && person.activity.until.is_none() {
        stage.begin(agent, Doing::Idle, None)?;
    }
    Ok(())
}

/// Ends a conversation.
///
/// # Errors
/// Never for people of the roster.
pub fn end_talk(stage: &mut Stage, number: u32) -> Result {
    let Some(talk) = stage.talks.live.remove(&number) else {
        return Ok(());
    };
    let (opener, other, lines) = (talk.opener(), talk.other(), talk.lines.len());
    let members = talk.members.clone();
    stage.talks.ended.push((number, talk));
    for agent in members {
        free_from_talk(stage, agent)?;
    }
    let ended = SimEvent::TalkEnded {
        with: other,
        talk: number,
        lines: lines as u32,
    };
    stage.note(opener, ended)
}
