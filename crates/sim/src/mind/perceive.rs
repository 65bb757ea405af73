//! Perception: what is near and in sight becomes percepts, the salient ones memories.

use crate::{
    campus::{
        Ground, Roster, Setting, Tile,
        neighbourhood::Neighbourhood,
        people::{Activity, Body, Doing, Engagement, Posture},
    },
    memory::{
        Episodic, Memory, MemoryKind, Perceived, Percept, Predicate, ShortTerm, SocialMemory,
    },
    mind::talk::encounter::Encounters,
    tools::{Breach, DeedMemory, Names, News, Occurrence, Occurrences, SimEvent, Source, Walkers},
};
use bevy::prelude::*;
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::{Clock, DAY, MINUTE, SimTime},
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
        what: Perceived::Doing(activity.doing),
        place,
        salience,
    };
    if social.keeps_in_mind(other, clock.now) {
        episodic.remember(Memory {
            at: clock.now,
            kind: MemoryKind::Observation,
            importance: 2,
            about: Some(other),
            place,
            text: in_words(&percept, &names),
            predicate: Predicate::Does,
            object: Some(activity.doing.word().into()),
            grounds: None,
        });
    }
    short.take_in(percept);
    Ok(())
}

/// A percept in a sentence without a full stop.
pub(in crate::mind) fn in_words(percept: &Percept, names: &Names<'_>) -> String {
    match (&percept.what, percept.subject) {
        (Perceived::Event(text), _) => text.to_string(),
        (Perceived::Doing(doing), who) => {
            let who = who.map_or("somebody", |who| names.person(who));
            let at = percept.place.map_or("on the way", |p| names.place(p));
            format!("{who} is {doing} ({at})")
        }
    }
}

/// What stands out of an event for those around, and how much it matters to them: the words,
/// salience, importance (0 for no memory).
fn remarkable(occurrence: &Occurrence, names: &Names<'_>) -> Option<(String, u8, u8)> {
    let who = names.person(occurrence.agent?);
    Some(match &occurrence.event {
        SimEvent::Violation { breach } => match breach {
            Breach::QueueCutting { passed } => {
                let passed = passed.map_or("somebody", |w| names.person(w));
                let text = format!("{who} pushed in front of {passed} in the queue");
                (text, 7, 5)
            }
            Breach::Noise { .. } => {
                let text = format!("{who} was talking out loud where people want quiet");
                (text, 6, 4)
            }
            Breach::Lateness { what, seconds } => {
                let (minutes, what) = (seconds / MINUTE, names.engagement(*what));
                (format!("{who} came {minutes} minutes late to {what}"), 5, 3)
            }
        },
        SimEvent::TalkBegan { with, .. } => {
            let text = format!("{who} began to talk with {}", names.person(*with));
            (text, 3, 0)
        }
        SimEvent::Arranged { with, at, begins } => {
            let (with, at) = (names.person(*with), names.place(*at));
            let text = format!("{who} and {with} arranged to meet: {at}, {begins}");
            (text, 4, 2)
        }
        _ => return None,
    })
}

/// What somebody remembers of an event.
struct Remembered {
    text: String,
    kind: MemoryKind,
    importance: u8,
    predicate: Predicate,
    object: Option<String>,
}

impl Remembered {
    /// Something that was done or has happened, and nothing said of it but its words.
    fn deed(importance: u8, text: String) -> Self {
        Self {
            text,
            kind: MemoryKind::Deed,
            importance,
            predicate: Predicate::Is,
            object: None,
        }
    }

    /// What was done for somebody else, as the tool has it.
    fn of_deed(recalled: DeedMemory) -> Self {
        let DeedMemory {
            text,
            importance,
            object,
        } = recalled;
        Self::deed(importance, text).of(Predicate::Is, Some(object))
    }

    /// The same as something planned.
    fn planned(self) -> Self {
        let kind = MemoryKind::Plan;
        Self { kind, ..self }
    }

    /// Says of it what was done, and to what.
    fn of(self, predicate: Predicate, object: Option<String>) -> Self {
        Self {
            predicate,
            object,
            ..self
        }
    }

    /// Takes it in, and keeps it when it matters enough.
    fn keep(
        self,
        occurrence: &Occurrence,
        about: Option<AgentId>,
        at: SimTime,
        short: &mut ShortTerm,
        episodic: &mut Episodic,
    ) {
        short.take_in(percept(occurrence, at, &self.text, self.importance));
        let known = matches!(occurrence.event, SimEvent::Refused { .. })
            && was_refused(
                episodic,
                self.predicate,
                self.object.as_deref(),
                occurrence.place,
                at,
            );
        if self.importance > 1 && !known {
            episodic.remember(Memory {
                at,
                kind: self.kind,
                importance: self.importance,
                about,
                place: occurrence.place,
                text: self.text,
                predicate: self.predicate,
                object: self.object.map(String::into_boxed_str),
                grounds: None,
            });
        }
    }
}

/// What somebody remembers of what happened to itself.
fn own(occurrence: &Occurrence, names: &Names<'_>) -> Option<Remembered> {
    let place = occurrence.place.map_or("on the way", |p| names.place(p));
    let deed = Remembered::deed;
    Some(match &occurrence.event {
        SimEvent::Served { item, waited } => {
            let (ware, minutes) = (item.word(), waited / MINUTE);
            let object = Some(ware.to_owned());
            if minutes >= 8 {
                let text = format!("I waited {minutes} minutes for {ware} at {place}");
                deed(3, text).of(Predicate::WaitedFor, object)
            } else {
                deed(1, format!("I had {ware} at {place}")).of(Predicate::Had, object)
            }
        }
        SimEvent::GaveUp { item, .. } => {
            let ware = item.word();
            deed(4, format!("I gave up waiting for {ware} at {place}"))
                .of(Predicate::GaveUp, Some(ware.to_owned()))
        }
        SimEvent::Attended { what } => {
            let what = names.engagement(*what);
            deed(3, format!("I was in {what}")).of(Predicate::Attended, Some(what))
        }
        SimEvent::Late { what, seconds } => {
            let (what, minutes) = (names.engagement(*what), seconds / MINUTE);
            deed(5, format!("I came {minutes} minutes late to {what}"))
                .of(Predicate::CameLate, Some(what))
        }
        SimEvent::Missed { course } => {
            let what = names.engagement(Engagement::Class(*course, 0));
            deed(6, format!("I missed {what}")).of(Predicate::Missed, Some(what))
        }
        SimEvent::Arranged { with, at, begins } => {
            let (with, at) = (names.person(*with), names.place(*at));
            deed(5, format!("I will meet {with}: {at}, {begins}"))
                .of(Predicate::WillMeet, Some(at.to_owned()))
                .planned()
        }
        SimEvent::Learned {
            source, from, news, ..
        } => {
            let from = from.map_or("somebody", |w| names.person(w));
            let told = *source == Source::Told;
            let verb = if told { "told me" } else { "said" };
            // What somebody told of its own life is nobody else's news.
            let (text, importance) = match (news, news.own_words(names)) {
                (News::Life { .. }, Some(story)) => (format!("{from} {verb}: “{story}”"), 3),
                _ => (format!("{from} {verb}: {}", news.text(names)), 4),
            };
            Remembered {
                kind: MemoryKind::Observation,
                object: Some(news.matter(names)),
                ..deed(importance, text)
            }
        }
        SimEvent::Invited {
            with, to, begins, ..
        } => {
            let (with, what) = (names.person(*with), names.occasion(to));
            deed(3, format!("I invited {with}: {what}, {begins}"))
                .of(Predicate::Is, Some(names.matter(to)))
        }
        SimEvent::Replied {
            with, to, accept, ..
        } => {
            let (with, what) = (names.person(*with), names.occasion(to));
            let reply = if *accept { "yes" } else { "no" };
            let text = format!("I said {reply} to the invitation of {with}: {what}");
            deed(4, text)
                .of(Predicate::Is, Some(names.matter(to)))
                .planned()
        }
        SimEvent::Posted { text } => {
            deed(2, format!("I posted: {text}")).of(Predicate::Posted, None)
        }
        SimEvent::Planned { parts } => {
            let parts: Vec<String> = parts
                .iter()
                .map(|(from, what)| format!("{} {what}", from.clock()))
                .collect();
            deed(3, format!("My plan for today: {}", parts.join(", ")))
                .of(Predicate::Plans, None)
                .planned()
        }
        SimEvent::Deed { deed } => {
            let [mine, _] = deed.does().recalled(names, occurrence.agent?);
            Remembered::of_deed(mine)
        }
        SimEvent::Refused { call, why } => deed(2, format!("I could not {}: {why}", call.name()))
            .of(Predicate::CouldNot, Some(why.word().to_owned())),
        _ => return None,
    })
}

/// Whether somebody could not do something in a place for a reason that it met there today already:
/// the queue that is full still is nothing new.
fn was_refused(
    stream: &Episodic,
    predicate: Predicate,
    why: Option<&str>,
    place: Option<PlaceId>,
    now: SimTime,
) -> bool {
    let today = SimTime(now.day() * DAY);
    stream
        .since(today)
        .any(|(_, m)| m.predicate == predicate && m.place == place && m.object.as_deref() == why)
}

/// What happened is remembered by whom it happened to, and noticed by those who see it.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn notice_events(
    clock: Res<Clock>,
    ground: Res<Ground>,
    setting: Res<Setting>,
    roster: Res<Roster>,
    neighbourhood: Res<Neighbourhood>,
    mut occurrences: ResMut<Occurrences>,
    seen: Query<Seen<'static>>,
    mut senses: Query<Senses<'static>>,
) -> Result {
    let names = Names {
        map: &ground.0,
        scenario: &setting.0,
    };
    let radius = i16::from(setting.0.perception.radius);
    let first = occurrences.perceived;
    occurrences.perceived = occurrences.list.len();
    let mut witnessed = Vec::new();
    let mut remarks = Vec::new();
    for (offset, occurrence) in occurrences.list.iter().enumerate().skip(first) {
        if let Some(agent) = occurrence.agent {
            let about = occurrence.event.with().or(Some(agent));
            let (mut short, mut episodic, mut social) = senses.get_mut(roster.entity(agent))?;
            if let Some(remembered) = own(occurrence, &names) {
                remembered.keep(occurrence, about, clock.now, &mut short, &mut episodic);
            }
            if let SimEvent::Deed { deed } = &occurrence.event {
                let deed = deed.does();
                social.warm_to(deed.with(), deed.warmth());
                let [_, theirs] = deed.recalled(&names, agent);
                let (mut short, mut episodic, mut social) =
                    senses.get_mut(roster.entity(deed.with()))?;
                social.warm_to(agent, deed.warmth());
                let theirs = Remembered::of_deed(theirs);
                theirs.keep(
                    occurrence,
                    Some(agent),
                    clock.now,
                    &mut short,
                    &mut episodic,
                );
            }
        }
        let (Some(tile), Some(remark)) = (occurrence.tile, remarkable(occurrence, &names)) else {
            continue;
        };
        neighbourhood.around(tile, radius, |who, at| {
            if Some(who) != occurrence.agent && ground.0.grid.sees(at, tile) {
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
        let occurrence = &occurrences.list[offset];
        let (mut short, mut episodic, _) = senses.get_mut(roster.entity(viewer))?;
        short.take_in(percept(occurrence, clock.now, text, *salience));
        if *importance > 0 {
            let (predicate, object) = seen_as(&occurrence.event, &names);
            episodic.remember(Memory {
                at: clock.now,
                kind: MemoryKind::Observation,
                importance: *importance,
                about: occurrence.agent,
                place: occurrence.place,
                text: text.clone(),
                predicate,
                object: object.map(String::into_boxed_str),
                grounds: None,
            });
        }
    }
    Ok(())
}

/// What a memory of an event that was seen says of whom it happened to: the predicate, and the
/// object where it is not a person.
fn seen_as(event: &SimEvent, names: &Names<'_>) -> (Predicate, Option<String>) {
    match event {
        SimEvent::Violation { breach } => match breach {
            Breach::QueueCutting { .. } => (Predicate::PushedIn, None),
            Breach::Noise { .. } => (Predicate::WasLoud, None),
            Breach::Lateness { what, .. } => (Predicate::CameLate, Some(names.engagement(*what))),
        },
        SimEvent::Arranged { at, .. } => (Predicate::WillMeet, Some(names.place(*at).to_owned())),
        _ => (Predicate::Is, None),
    }
}

fn percept(occurrence: &Occurrence, at: SimTime, text: &str, salience: u8) -> Percept {
    Percept {
        at,
        subject: occurrence.agent,
        what: Perceived::Event(text.into()),
        place: occurrence.place,
        salience,
    }
}
