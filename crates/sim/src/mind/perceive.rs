//! Perception: what is near and in sight becomes percepts, the salient ones memories.

use crate::{
    campus::{
        Ground, Roster, Setting, Tile,
        neighbourhood::Neighbourhood,
        people::{Activity, Body, Doing, Posture},
    },
    memory::{Episodic, Memory, MemoryKind, Percept, Predicate, ShortTerm, SocialMemory},
    mind::talk::encounter::Encounters,
    tools::{Happening, HappeningKind, Happenings, Names, Violation, Walkers},
};
use bevy::prelude::*;
use collegium_core::{
    ids::AgentId,
    time::{Clock, SimTime},
};
use std::cmp::Reverse;

/// Whether somebody takes notice of what is around.
fn attentive(activity: &Activity, body: &Body) -> bool {
    body.posture != Posture::Away
        && activity.doing != Doing::Sleeping
        && activity.doing != Doing::Washing
}

/// Reads of a person that perception needs.
type Seen<'w> = (&'w Body, &'w Activity);

/// What perception changes.
type Senses<'w> = (&'w mut ShortTerm, &'w mut Episodic, &'w mut SocialMemory);

/// Those who walk notice whom they pass, and are noticed.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn notice_people(
    clock: Res<Clock>,
    ground: Res<Ground>,
    setting: Res<Setting>,
    roster: Res<Roster>,
    walkers: Res<Walkers>,
    neighbourhood: Res<Neighbourhood>,
    seen: Query<Seen<'static>>,
    mut senses: Query<Senses<'static>>,
    mut encounters: ResMut<Encounters>,
) -> Result {
    let perception = setting.0.perception;
    let mut near: Vec<(AgentId, Tile)> = Vec::new();
    for walker in walkers.0.iter().copied() {
        let (body, _) = seen.get(roster.entity(walker))?;
        let here = body.tile;
        near.clear();
        neighbourhood.around(here, i16::from(perception.radius), |who, tile| {
            if who != walker {
                near.push((who, tile));
            }
        });
        let (_, _, social) = senses.get(roster.entity(walker))?;
        near.retain(|(other, tile)| {
            social.unnoticed(*other, clock.now)
                && ground.0.grid.sees(here, *tile)
                && !(other.0 < walker.0 && walkers.0.contains(other))
                && seen
                    .get(roster.entity(*other))
                    .is_ok_and(|(body, _)| body.posture != Posture::Away)
        });
        // What stands out most is noticed first: those who are close at heart.
        if near.len() > 1 {
            // Closeness is 0 or more, so its bits are in its order; + 0.0 makes 0 of −0.
            near.sort_by_cached_key(|(who, _)| {
                (Reverse((social.closeness(*who) + 0.0).to_bits()), *who)
            });
        }
        for (other, tile) in near.iter().copied().take(usize::from(perception.attention)) {
            let (other_body, other_activity) = seen.get(roster.entity(other))?;
            let known = |social: &SocialMemory, whom: &AgentId| social.known.contains_key(whom);
            if known(senses.get(roster.entity(walker))?.2, &other)
                || known(senses.get(roster.entity(other))?.2, &walker)
            {
                encounters.0.push((walker, other));
            }
            notice(
                walker,
                other,
                other_activity,
                tile,
                &clock,
                &ground,
                &setting,
                &roster,
                &mut senses,
            )?;
            if attentive(other_activity, other_body) {
                let (_, activity) = seen.get(roster.entity(walker))?;
                notice(
                    other,
                    walker,
                    activity,
                    here,
                    &clock,
                    &ground,
                    &setting,
                    &roster,
                    &mut senses,
                )?;
            }
        }
    }
    Ok(())
}

/// One person notices another.
#[expect(
    clippy::too_many_arguments,
    reason = "called from one system only, with that system's parameters"
)]
fn notice(
    viewer: AgentId,
    other: AgentId,
    activity: &Activity,
    tile: Tile,
    clock: &Clock,
    ground: &Ground,
    setting: &Setting,
    roster: &Roster,
    senses: &mut Query<Senses<'static>>,
) -> Result {
    let (mut short, mut episodic, mut social) = senses.get_mut(roster.entity(viewer))?;
    if !social.notices(other, clock.now) {
        return Ok(());
    }
    let names = Names {
        map: &ground.0,
        scenario: &setting.0,
    };
    let place = ground.0.place_of(tile);
    let closeness = social.closeness(other);
    let salience = (1.0 + closeness / 2.0) as u8;
    let percept = Percept {
        at: clock.now,
        subject: Some(other),
        text: sighting(other, activity.doing, place, &names),
        place,
        salience,
    };
    if closeness >= 4.0 {
        episodic.remember(Memory {
            at: clock.now,
            kind: MemoryKind::Observation,
            importance: 2,
            about: Some(other),
            place,
            text: percept.text.clone(),
            predicate: Predicate::Does,
            object: Some(activity.doing.word().into()),
            grounds: None,
        });
    }
    short.take_in(percept);
    Ok(())
}

fn sighting(
    other: AgentId,
    doing: Doing,
    place: Option<collegium_core::ids::PlaceId>,
    names: &Names<'_>,
) -> String {
    let at = place.map_or("on the way", |p| names.place(p));
    format!("{} is {doing} ({at})", names.person(other))
}

/// What stands out of a happening for those around, and how much it matters to them: the words,
/// salience, importance (0 for no memory).
fn remarkable(happening: &Happening, names: &Names<'_>) -> Option<(String, u8, u8)> {
    let who = names.person(happening.agent?);
    let with = happening.with.map_or("somebody", |w| names.person(w));
    Some(match happening.kind {
        HappeningKind::Violation => match happening.violation? {
            Violation::QueueCutting => (
                format!("{who} pushed in front of {with} in the queue"),
                7,
                5,
            ),
            Violation::Noise => (
                format!("{who} was talking out loud where people want quiet"),
                6,
                4,
            ),
            Violation::Lateness => (
                format!(
                    "{who} came {} minutes late to {}",
                    happening.number / 60,
                    happening.text
                ),
                5,
                3,
            ),
        },
        HappeningKind::TalkBegan => (format!("{who} began to talk with {with}"), 3, 0),
        HappeningKind::Arranged => (
            format!("{who} and {with} arranged to meet: {}", happening.text),
            4,
            2,
        ),
        _ => return None,
    })
}

/// What somebody remembers of what happened to itself: the words and the importance.
fn own(happening: &Happening, names: &Names<'_>) -> Option<(String, MemoryKind, u8)> {
    let me = "I";
    let place = happening.place.map_or("on the way", |p| names.place(p));
    let with = happening.with.map_or("somebody", |w| names.person(w));
    let minutes = happening.number / 60;
    Some(match happening.kind {
        HappeningKind::Served if minutes >= 8 => (
            format!(
                "{me} waited {minutes} minutes for {} at {place}",
                happening.text
            ),
            MemoryKind::Deed,
            3,
        ),
        HappeningKind::Served => (
            format!("{me} had {} at {place}", happening.text),
            MemoryKind::Deed,
            1,
        ),
        HappeningKind::GaveUp => (
            format!("{me} gave up waiting for {} at {place}", happening.text),
            MemoryKind::Deed,
            4,
        ),
        HappeningKind::Attended => (
            format!("{me} was in {}", happening.text),
            MemoryKind::Deed,
            3,
        ),
        HappeningKind::Late => (
            format!("{me} came {minutes} minutes late to {}", happening.text),
            MemoryKind::Deed,
            5,
        ),
        HappeningKind::Missed => (
            format!("{me} missed {}", happening.text),
            MemoryKind::Deed,
            6,
        ),
        HappeningKind::Arranged => (
            format!("{me} will meet {with}: {}", happening.text),
            MemoryKind::Plan,
            5,
        ),
        HappeningKind::Learned => {
            let (how, fact) = happening.text.split_once(": ")?;
            let verb = if how == "told" { "told me" } else { "said" };
            // What somebody told of its own life is nobody else's news.
            match fact.split_once(" says: “") {
                Some((_, story)) => (
                    format!("{with} {verb}: “{story}"),
                    MemoryKind::Observation,
                    3,
                ),
                None => (format!("{with} {verb}: {fact}"), MemoryKind::Observation, 4),
            }
        }
        HappeningKind::Invited => (
            format!("{me} invited {with}: {}", happening.text),
            MemoryKind::Deed,
            3,
        ),
        HappeningKind::Replied => {
            let (reply, what) = happening.text.split_once(": ")?;
            (
                format!("{me} said {reply} to the invitation of {with}: {what}"),
                MemoryKind::Plan,
                4,
            )
        }
        HappeningKind::Posted => (
            format!("{me} posted: {}", happening.text),
            MemoryKind::Deed,
            2,
        ),
        HappeningKind::Planned => (
            format!("My plan for today: {}", happening.text),
            MemoryKind::Plan,
            3,
        ),
        HappeningKind::Refused => (
            format!(
                "{me} could not {}: {}",
                happening.call.as_ref()?.name(),
                happening.refusal?
            ),
            MemoryKind::Deed,
            2,
        ),
        _ => return None,
    })
}

/// What happened is remembered by whom it happened to, and noticed by those who see it.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn notice_happenings(
    clock: Res<Clock>,
    ground: Res<Ground>,
    setting: Res<Setting>,
    roster: Res<Roster>,
    neighbourhood: Res<Neighbourhood>,
    mut happenings: ResMut<Happenings>,
    seen: Query<Seen<'static>>,
    mut senses: Query<Senses<'static>>,
) -> Result {
    let names = Names {
        map: &ground.0,
        scenario: &setting.0,
    };
    let radius = i16::from(setting.0.perception.radius);
    let first = happenings.perceived;
    happenings.perceived = happenings.list.len();
    let mut witnessed = Vec::new();
    let mut remarks = Vec::new();
    for (offset, happening) in happenings.list.iter().enumerate().skip(first) {
        if let Some(agent) = happening.agent
            && let Some((text, kind, importance)) = own(happening, &names)
        {
            let (mut short, mut episodic, _) = senses.get_mut(roster.entity(agent))?;
            short.take_in(percept(happening, clock.now, text.clone(), importance));
            if importance > 1 {
                episodic.remember(Memory {
                    at: clock.now,
                    kind,
                    importance,
                    about: happening.with.or(Some(agent)),
                    place: happening.place,
                    text,
                    predicate: predicate(happening),
                    object: object(happening),
                    grounds: None,
                });
            }
        }
        let (Some(tile), Some(remark)) = (happening.tile, remarkable(happening, &names)) else {
            continue;
        };
        neighbourhood.around(tile, radius, |who, at| {
            if Some(who) != happening.agent && ground.0.grid.sees(at, tile) {
                witnessed.push((who, Reverse(remark.1), offset));
            }
        });
        remarks.push((offset, remark));
    }
    // Everybody takes in so much at once and no more: what stands out most first.
    witnessed.sort_unstable();
    let mut taken = (None, 0u8);
    for (viewer, _, offset) in witnessed {
        taken = if taken.0 == Some(viewer) {
            (taken.0, taken.1 + 1)
        } else {
            (Some(viewer), 1)
        };
        let (body, activity) = seen.get(roster.entity(viewer))?;
        if taken.1 > setting.0.perception.attention || !attentive(activity, body) {
            continue;
        }
        let Some((_, (text, salience, importance))) = remarks.iter().find(|(at, _)| *at == offset)
        else {
            continue;
        };
        let happening = &happenings.list[offset];
        let (mut short, mut episodic, _) = senses.get_mut(roster.entity(viewer))?;
        short.take_in(percept(happening, clock.now, text.clone(), *salience));
        if *importance > 0 {
            let (about, place, text) = (happening.agent, happening.place, text.clone());
            episodic.remember(Memory {
                at: clock.now,
                kind: MemoryKind::Observation,
                importance: *importance,
                about,
                place,
                text,
                predicate: predicate(happening),
                object: object(happening),
                grounds: None,
            });
        }
    }
    Ok(())
}

/// The predicate of what somebody remembers of a happening.
fn predicate(happening: &Happening) -> Predicate {
    match happening.kind {
        HappeningKind::Served if happening.number >= 8 * 60 => Predicate::WaitedFor,
        HappeningKind::Served => Predicate::Had,
        HappeningKind::GaveUp => Predicate::GaveUp,
        HappeningKind::Attended => Predicate::Attended,
        HappeningKind::Late => Predicate::CameLate,
        HappeningKind::Missed => Predicate::Missed,
        HappeningKind::Arranged => Predicate::WillMeet,
        HappeningKind::Posted => Predicate::Posted,
        HappeningKind::Planned => Predicate::Plans,
        HappeningKind::Refused => Predicate::CouldNot,
        HappeningKind::Violation => match happening.violation {
            Some(Violation::QueueCutting) => Predicate::PushedIn,
            Some(Violation::Noise) => Predicate::WasLoud,
            _ => Predicate::CameLate,
        },
        _ => Predicate::Is,
    }
}

/// The object of what somebody remembers of a happening, where it is not a person.
fn object(happening: &Happening) -> Option<Box<str>> {
    match (happening.kind, happening.refusal) {
        (HappeningKind::Refused, Some(refusal)) => Some(refusal.word().into()),
        (HappeningKind::Planned | HappeningKind::Posted, _) => None,
        _ if happening.text.is_empty() => None,
        _ => Some(happening.text.as_str().into()),
    }
}

fn percept(happening: &Happening, at: SimTime, text: String, salience: u8) -> Percept {
    Percept {
        at,
        subject: happening.agent,
        text,
        place: happening.place,
        salience,
    }
}
