//! Perception: what is near and in sight becomes percepts, the salient ones memories.

use crate::{
    campus::{
        Ground, Roster, Setting, Tile,
        neighbourhood::Neighbourhood,
        people::{Activity, Body, Doing, Engagement},
    },
    memory::{
        Episodic, Memory, MemoryKind, Object, Perceived, Percept, Predicate, ShortTerm,
        SocialMemory,
    },
    mind::talk::encounter::Encounters,
    tools::{Breach, Deed, Names, News, Occurrence, Occurrences, SimEvent, Walkers, tell},
};
use bevy::prelude::*;
use collegium_core::{
    i18n::Words,
    ids::{AgentId, PlaceId},
    time::{Clock, DAY, SimTime},
};
use std::{cmp::Reverse, collections::BTreeMap};

/// Whether somebody takes notice of what is around.
fn attentive(activity: &Activity) -> bool {
    activity.doing != Doing::Sleeping && activity.doing != Doing::Washing
}

/// Reads of a person that perception needs.
type Seen<'w> = (&'w Body, &'w Activity);

/// What perception changes.
type Senses<'w> = (&'w mut ShortTerm, &'w mut Episodic, &'w mut SocialMemory);

/// What perception changes of one person.
type SensesItem<'w> = (Mut<'w, ShortTerm>, Mut<'w, Episodic>, Mut<'w, SocialMemory>);

/// Somebody who is near and in sight of who walks, and not noticed lately.
struct Passed {
    who: AgentId,
    tile: Tile,
    /// How close they are to who walks; none for a stranger.
    closeness: Option<f32>,
}

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
    let (perception, now) = (setting.0.perception, clock.now);
    let names = Names {
        map: &ground.0,
        scenario: &setting.0,
    };
    let mut near: Vec<Passed> = Vec::new();
    for walker in walkers.0.iter().copied() {
        let entity = roster.entity(walker);
        let (body, activity) = seen.get(entity)?;
        let here = body.tile;
        let (_, _, social) = senses.get(entity)?;
        near.clear();
        neighbourhood.around(here, i16::from(perception.radius), |who, tile| {
            if who != walker
                && social.unnoticed(who, now)
                && !(who < walker && walkers.0.contains(&who))
                && ground.0.grid.sees(here, tile)
            {
                let closeness = social.known.get(&who).map(|known| known.closeness);
                near.push(Passed {
                    who,
                    tile,
                    closeness,
                });
            }
        });
        // What stands out most is noticed first: those who are close at heart. Closeness is 0 or
        // more, so its bits are in its order; + 0.0 makes 0 of −0.
        near.sort_unstable_by_key(|passed| {
            let closeness = passed.closeness.unwrap_or(0.0) + 0.0;
            (Reverse(closeness.to_bits()), passed.who)
        });
        for passed in near.iter().take(usize::from(perception.attention)) {
            let other_entity = roster.entity(passed.who);
            let (_, other_activity) = seen.get(other_entity)?;
            let [mut own, mut others] = senses.get_many_mut([entity, other_entity])?;
            if passed.closeness.is_some() || others.2.known.contains_key(&walker) {
                encounters.0.push((walker, passed.who));
            }
            let place = ground.0.place_of(passed.tile);
            let sight = Sight {
                of: passed.who,
                doing: other_activity.doing,
                place,
                at: now,
            };
            sight.notice(walker, &mut own, &names);
            if attentive(other_activity) {
                let sight = Sight {
                    of: walker,
                    doing: activity.doing,
                    place: ground.0.place_of(here),
                    at: now,
                };
                sight.notice(passed.who, &mut others, &names);
            }
        }
    }
    Ok(())
}

/// One person in sight of another.
struct Sight {
    of: AgentId,
    doing: Doing,
    place: Option<PlaceId>,
    at: SimTime,
}

impl Sight {
    /// Somebody takes notice, unless they have lately.
    fn notice(&self, viewer: AgentId, senses: &mut SensesItem<'_>, names: &Names<'_>) {
        let (short, episodic, social) = senses;
        if !social.unnoticed(self.of, self.at) {
            return;
        }
        let (closeness, keeps) = social.notices(self.of, self.at);
        let percept = Percept {
            at: self.at,
            subject: Some(self.of),
            what: Perceived::Doing(self.doing),
            place: self.place,
            salience: (1.0 + closeness / 2.0) as u8,
        };
        if keeps {
            episodic.remember(Memory {
                at: self.at,
                kind: MemoryKind::Observation,
                importance: 2,
                about: Some(self.of),
                place: self.place,
                text: in_words(names.words_of(viewer), &percept, names),
                predicate: Predicate::Does,
                object: Some(Object::Doing(self.doing)),
                grounds: None,
            });
        }
        short.take_in(percept);
    }
}

/// A percept in a sentence without a full stop.
pub(in crate::mind) fn in_words(words: &Words, percept: &Percept, names: &Names<'_>) -> String {
    match &percept.what {
        Perceived::Event(text) => text.to_string(),
        Perceived::Doing(doing) => {
            tell::doing(words, percept.subject, *doing, percept.place, names)
        }
    }
}

/// How much an event stands out for those around, and how important it is to them; 0 for no
/// memory, none for what nobody notices.
fn remarkable(occurrence: &Occurrence) -> Option<(u8, u8)> {
    occurrence.agent?;
    Some(match &occurrence.event {
        SimEvent::Violation { breach } => match breach {
            Breach::QueueCutting { .. } => (7, 5),
            Breach::Noise { .. } => (6, 4),
            Breach::Lateness { .. } => (5, 3),
        },
        SimEvent::TalkBegan { .. } => (3, 0),
        SimEvent::Arranged { .. } => (4, 2),
        _ => return None,
    })
}

/// What somebody remembers of an event beside its words.
struct Remembered {
    kind: MemoryKind,
    importance: u8,
    predicate: Predicate,
    object: Option<Object>,
}

impl Remembered {
    /// Something that was done or has happened, and to what.
    fn deed(importance: u8, predicate: Predicate, object: Option<Object>) -> Self {
        Self {
            kind: MemoryKind::Deed,
            importance,
            predicate,
            object,
        }
    }

    /// Something planned.
    fn plan(importance: u8, predicate: Predicate, object: Option<Object>) -> Self {
        Self {
            kind: MemoryKind::Plan,
            ..Self::deed(importance, predicate, object)
        }
    }

    /// What was done for somebody else.
    fn of_deed(deed: &Deed) -> Self {
        let object = Some(Object::Deed(deed.clone()));
        Self::deed(deed.does().importance(), Predicate::Is, object)
    }

    /// Takes it in, and keeps it when it matters enough.
    fn keep(
        self,
        text: String,
        occurrence: &Occurrence,
        about: Option<AgentId>,
        at: SimTime,
        short: &mut ShortTerm,
        episodic: &mut Episodic,
    ) {
        short.take_in(percept(occurrence, at, &text, self.importance));
        let known = matches!(occurrence.event, SimEvent::Refused { .. })
            && was_refused(
                episodic,
                self.predicate,
                self.object.as_ref(),
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
                text,
                predicate: self.predicate,
                object: self.object,
                grounds: None,
            });
        }
    }
}

/// What somebody remembers of what happened to itself; none where it is nothing to remember.
fn own(occurrence: &Occurrence) -> Option<Remembered> {
    let (deed, plan) = (Remembered::deed, Remembered::plan);
    Some(match &occurrence.event {
        SimEvent::Served { item, waited } => {
            let (importance, predicate) = if *waited >= tell::LONG_WAIT {
                (3, Predicate::WaitedFor)
            } else {
                (1, Predicate::Had)
            };
            deed(importance, predicate, Some(Object::Item(*item)))
        }
        SimEvent::GaveUp { item, .. } => deed(4, Predicate::GaveUp, Some(Object::Item(*item))),
        SimEvent::Attended { what } => {
            deed(3, Predicate::Attended, Some(Object::Engagement(*what)))
        }
        SimEvent::Late { what, .. } => {
            deed(5, Predicate::CameLate, Some(Object::Engagement(*what)))
        }
        SimEvent::Missed { course } => {
            let class = Engagement::Class(*course, 0);
            deed(6, Predicate::Missed, Some(Object::Engagement(class)))
        }
        SimEvent::Arranged { at, .. } => plan(5, Predicate::WillMeet, Some(Object::Place(*at))),
        SimEvent::Learned { news, .. } => {
            let importance = if matches!(news, News::Life { .. }) {
                3
            } else {
                4
            };
            Remembered {
                kind: MemoryKind::Observation,
                ..deed(importance, Predicate::Is, Some(Object::News(*news)))
            }
        }
        SimEvent::Invited { to, .. } => deed(3, Predicate::Is, Some(Object::Occasion(*to))),
        SimEvent::Replied { to, .. } => plan(4, Predicate::Is, Some(Object::Occasion(*to))),
        SimEvent::Posted { .. } => deed(2, Predicate::Posted, None),
        SimEvent::Planned { .. } => plan(3, Predicate::Plans, None),
        SimEvent::Deed { deed } => Remembered::of_deed(deed),
        SimEvent::Refused { why, .. } => deed(2, Predicate::CouldNot, Some(Object::Refusal(*why))),
        _ => return None,
    })
}

/// Whether somebody could not do something in a place for a reason that it met there today already:
/// the queue that is full still is nothing new.
fn was_refused(
    stream: &Episodic,
    predicate: Predicate,
    why: Option<&Object>,
    place: Option<PlaceId>,
    now: SimTime,
) -> bool {
    let today = SimTime(now.day() * DAY);
    stream
        .since(today)
        .any(|(_, m)| m.predicate == predicate && m.place == place && m.object.as_ref() == why)
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
    let mut importances = BTreeMap::new();
    for (offset, occurrence) in occurrences.list.iter().enumerate().skip(first) {
        if let Some(agent) = occurrence.agent {
            let about = occurrence.event.with().or(Some(agent));
            let (mut short, mut episodic, mut social) = senses.get_mut(roster.entity(agent))?;
            if let Some(remembered) = own(occurrence) {
                let text = tell::recalled(names.words_of(agent), occurrence, &names);
                remembered.keep(
                    text,
                    occurrence,
                    about,
                    clock.now,
                    &mut short,
                    &mut episodic,
                );
            }
            if let SimEvent::Deed { deed } = &occurrence.event {
                let (with, warmth) = (deed.does().with(), deed.does().warmth());
                social.warm_to(with, warmth);
                let (mut short, mut episodic, mut social) = senses.get_mut(roster.entity(with))?;
                social.warm_to(agent, warmth);
                let text = tell::received(names.words_of(with), occurrence, &names);
                Remembered::of_deed(deed).keep(
                    text,
                    occurrence,
                    Some(agent),
                    clock.now,
                    &mut short,
                    &mut episodic,
                );
            }
        }
        let (Some(tile), Some((salience, importance))) = (occurrence.tile, remarkable(occurrence))
        else {
            continue;
        };
        neighbourhood.around(tile, radius, |who, at| {
            if Some(who) != occurrence.agent && ground.0.grid.sees(at, tile) {
                witnessed.push((who, Reverse(salience), offset));
            }
        });
        importances.insert(offset, importance);
    }
    // Everybody takes in so much at once and no more: what stands out most first.
    witnessed.sort_unstable();
    let mut taken = (None, 0u8);
    for (viewer, Reverse(salience), offset) in witnessed {
        taken = if taken.0 == Some(viewer) {
            (taken.0, taken.1 + 1)
        } else {
            (Some(viewer), 1)
        };
        let (_, activity) = seen.get(roster.entity(viewer))?;
        if taken.1 > setting.0.perception.attention || !attentive(activity) {
            continue;
        }
        let importance = importances.get(&offset).copied().unwrap_or(0);
        let occurrence = &occurrences.list[offset];
        let text = tell::seen(names.words_of(viewer), occurrence, &names);
        let (mut short, mut episodic, _) = senses.get_mut(roster.entity(viewer))?;
        short.take_in(percept(occurrence, clock.now, &text, salience));
        if importance > 0 {
            let (predicate, object) = seen_as(&occurrence.event);
            episodic.remember(Memory {
                at: clock.now,
                kind: MemoryKind::Observation,
                importance,
                about: occurrence.agent,
                place: occurrence.place,
                text,
                predicate,
                object,
                grounds: None,
            });
        }
    }
    Ok(())
}

/// What a memory of an event that was seen says of whom it happened to: the predicate, and the
/// object where it is not a person.
fn seen_as(event: &SimEvent) -> (Predicate, Option<Object>) {
    match event {
        SimEvent::Violation { breach } => match breach {
            Breach::QueueCutting { .. } => (Predicate::PushedIn, None),
            Breach::Noise { .. } => (Predicate::WasLoud, None),
            Breach::Lateness { what, .. } => (Predicate::CameLate, Some(Object::Engagement(*what))),
        },
        SimEvent::Arranged { at, .. } => (Predicate::WillMeet, Some(Object::Place(*at))),
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
