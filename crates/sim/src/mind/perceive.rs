//! Perception: what is near and in sight becomes percepts, the salient ones memories.

use crate::{
    campus::{
        Ground, Roster, Setting, Tile,
        neighbourhood::Neighbourhood,
        people::{Activity, Body, Came, Doing, Engagement, Stands},
    },
    memory::{
        Episodic, Memory, MemoryKind, Object, Perceived, Percept, Predicate, ShortTerm,
        SocialMemory,
    },
    mind::{
        chain::is_observed,
        react::{self, Stirred},
        state::Deliberation,
        talk::encounter::Encounters,
    },
    tools::{Breach, Deed, Names, News, Occurrence, Occurrences, SimEvent, Walkers, tell},
};
use bevy::{ecs::system::SystemParam, prelude::*};
use collegium_core::{
    i18n::Words,
    ids::{AgentId, PlaceId},
    time::{Clock, DAY, SimTime},
};
use std::cmp::Reverse;

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
    /// How close they are to who walks, 0 to 10; none for a stranger.
    closeness: Option<f32>,
}

/// Where and when things are noticed.
#[derive(SystemParam)]
pub struct Around<'w> {
    clock: Res<'w, Clock>,
    ground: Res<'w, Ground>,
    setting: Res<'w, Setting>,
    roster: Res<'w, Roster>,
    neighbourhood: Res<'w, Neighbourhood>,
}

impl Around<'_> {
    fn names(&self) -> Names<'_> {
        Names {
            map: &self.ground.0,
            scenario: &self.setting.0,
        }
    }
}

/// Those who walk notice whom they pass, and are noticed.
///
/// # Errors
/// Never for people of the roster.
pub fn notice_people(
    around: Around,
    walkers: Res<Walkers>,
    seen: Query<Seen<'static>>,
    mut senses: Query<Senses<'static>>,
    mut encounters: ResMut<Encounters>,
) -> Result {
    let (perception, now, names) = (
        around.setting.0.perception,
        around.clock.now,
        around.names(),
    );
    let roster = &around.roster;
    let mut near: Vec<Passed> = Vec::new();
    for walker in walkers.0.iter().copied() {
        let entity = roster.entity(walker);
        let (body, activity) = seen.get(entity)?;
        let here = body.tile;
        let (_, _, social) = senses.get(entity)?;
        near.clear();
        let radius = i16::from(perception.radius);
        around.neighbourhood.around(here, radius, |who, tile| {
            if who != walker
                && social.unnoticed(who, now)
                && !(who < walker && walkers.0.contains(&who))
                && around.ground.0.grid.sees(here, tile)
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
            let place = around.ground.0.place_of(passed.tile);
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
                    place: around.ground.0.place_of(here),
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
        Perceived::Observed(observed) => observed.told(words, names),
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

/// What somebody remembers of what happened to themselves; none where it is nothing to remember.
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
        SimEvent::Violation {
            breach: Breach::Lateness { what, .. },
        } => deed(5, Predicate::CameLate, Some(Object::Engagement(*what))),
        SimEvent::Missed { course } => {
            let class = Engagement::Class(*course, 0);
            deed(6, Predicate::Missed, Some(Object::Engagement(class)))
        }
        SimEvent::Worked { task, came } => {
            let (importance, predicate) = match came {
                Came::Part(_) => (5, Predicate::GotDone),
                Came::Whole => (8, Predicate::GotDone),
                Came::GivenUp => (7, Predicate::GaveUpOn),
            };
            let work = Object::Work {
                task: *task,
                came: *came,
            };
            deed(importance, predicate, Some(work))
        }
        // That one sets oneself a goal is what the thought says by which one does.
        SimEvent::Goal { toward, stands } => {
            let (importance, predicate) = match stands {
                Stands::Set => return None,
                Stands::Met => (6, Predicate::Reached),
                Stands::GivenUp(_) => (5, Predicate::GaveUpOn),
            };
            let ended = Object::Ended {
                toward: *toward,
                stands: *stands,
            };
            deed(importance, predicate, Some(ended))
        }
        SimEvent::Tested {
            course,
            result,
            expected,
        } => {
            // The further it lies from what was expected, the more it moves.
            let importance = 4 + result.abs_diff(*expected).min(50) / 10;
            let test = Object::Test {
                course: *course,
                result: *result,
                expected: *expected,
            };
            deed(importance, Predicate::Scored, Some(test))
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
        SimEvent::Found { finds, .. } => {
            // That nothing was found is soon forgotten.
            let importance = if finds.is_empty() { 1 } else { 3 };
            Remembered {
                kind: MemoryKind::Observation,
                ..deed(
                    importance,
                    Predicate::Knows,
                    Some(Object::Found(finds.clone())),
                )
            }
        }
        SimEvent::Posted { .. } => deed(2, Predicate::Posted, None),
        SimEvent::Planned { .. } => plan(3, Predicate::Plans, None),
        SimEvent::Deed { deed } => Remembered::of_deed(deed),
        SimEvent::Refused { why, .. } => deed(2, Predicate::CouldNot, Some(Object::Refusal(*why))),
        _ => return None,
    })
}

/// Whether somebody could not do something in a place for a reason that they met there today
/// already: the queue that is full still is nothing new.
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
pub fn notice_events(
    around: Around,
    mut occurrences: ResMut<Occurrences>,
    seen: Query<Seen<'static>>,
    mut senses: Query<Senses<'static>>,
    mut deliberations: Query<&mut Deliberation>,
    mut stirred: ResMut<Stirred>,
) -> Result {
    let first = occurrences.perceived;
    occurrences.perceived = occurrences.list.len();
    let happened = occurrences.list.get(first..).unwrap_or_default();
    for occurrence in happened {
        if let Some(agent) = occurrence.agent {
            remember(&around, agent, occurrence, &mut senses)?;
            let heard = match occurrence.event {
                SimEvent::Said { with, .. } => with,
                _ => agent,
            };
            observe(&around, heard, occurrence, &mut deliberations)?;
            stir(&around, occurrence, &senses, &mut stirred)?;
        }
    }
    // Everybody takes in so much at once and no more: what stands out most first.
    let attention = usize::from(around.setting.0.perception.attention);
    for glimpses in glimpses(&around, happened).chunk_by(|a, b| a.viewer == b.viewer) {
        let (_, activity) = seen.get(around.roster.entity(glimpses[0].viewer))?;
        if attentive(activity) {
            for glimpse in &glimpses[..attention.min(glimpses.len())] {
                glimpse.take_in(&around, happened, &mut senses)?;
            }
        }
    }
    Ok(())
}

/// Those remember an event whom it happened to, and those for whom something was done.
fn remember(
    around: &Around,
    agent: AgentId,
    occurrence: &Occurrence,
    senses: &mut Query<Senses<'static>>,
) -> Result {
    let (names, now) = (around.names(), around.clock.now);
    let (mut short, mut episodic, mut social) = senses.get_mut(around.roster.entity(agent))?;
    if let Some(remembered) = own(occurrence) {
        let text = tell::recalled(names.words_of(agent), occurrence, &names);
        let about = occurrence.event.with().or(Some(agent));
        remembered.keep(text, occurrence, about, now, &mut short, &mut episodic);
    }
    if let SimEvent::Deed { deed } = &occurrence.event {
        let (with, warmth) = (deed.does().with(), deed.does().warmth());
        social.warm_to(with, warmth);
        let (mut short, mut episodic, mut social) = senses.get_mut(around.roster.entity(with))?;
        social.warm_to(agent, warmth);
        let text = tell::received(names.words_of(with), occurrence, &names);
        let received = Remembered::of_deed(deed);
        received.keep(
            text,
            occurrence,
            Some(agent),
            now,
            &mut short,
            &mut episodic,
        );
    }
    Ok(())
}

/// Notes whom an event gives reason to think again, and who may have agreed to something by it.
fn stir(
    around: &Around,
    occurrence: &Occurrence,
    senses: &Query<Senses<'static>>,
    stirred: &mut Stirred,
) -> Result {
    if react::may_fix(&occurrence.event) {
        let both = [occurrence.agent, occurrence.event.with()];
        stirred.agreed.extend(both.into_iter().flatten());
    }
    let closeness = |of: AgentId, to: AgentId| {
        let social = senses.get(around.roster.entity(of)).ok();
        social.map_or(0.0, |(_, _, social)| social.closeness(to))
    };
    stirred
        .thinks
        .extend(react::stirs(occurrence, &around.names(), closeness));
    Ok(())
}

/// Who thinks about something observes what comes of their last call.
fn observe(
    around: &Around,
    agent: AgentId,
    occurrence: &Occurrence,
    deliberations: &mut Query<&mut Deliberation>,
) -> Result {
    let entity = around.roster.entity(agent);
    if is_observed(occurrence, agent) && deliberations.get(entity)?.observes() {
        deliberations.get_mut(entity)?.happened(occurrence);
    }
    Ok(())
}

/// That somebody sees what happens to somebody else. In the order in which they are taken in: by
/// who sees it, what stands out most first, and then as it happened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Glimpse {
    viewer: AgentId,
    salience: Reverse<u8>,
    /// Its index among the events that happened.
    event: usize,
    importance: u8,
}

/// What anybody sees of some events, in order.
fn glimpses(around: &Around, happened: &[Occurrence]) -> Vec<Glimpse> {
    let mut all = Vec::new();
    for (event, occurrence) in happened.iter().enumerate() {
        let (Some(tile), Some((salience, importance))) = (occurrence.tile, remarkable(occurrence))
        else {
            continue;
        };
        let radius = i16::from(around.setting.0.perception.radius);
        around.neighbourhood.around(tile, radius, |viewer, at| {
            if Some(viewer) != occurrence.agent && around.ground.0.grid.sees(at, tile) {
                all.push(Glimpse {
                    viewer,
                    salience: Reverse(salience),
                    event,
                    importance,
                });
            }
        });
    }
    all.sort_unstable();
    all
}

impl Glimpse {
    /// It becomes a percept, and a memory where it matters.
    fn take_in(
        &self,
        around: &Around,
        happened: &[Occurrence],
        senses: &mut Query<Senses<'static>>,
    ) -> Result {
        let (names, now) = (around.names(), around.clock.now);
        let occurrence = &happened[self.event];
        let text = tell::seen(names.words_of(self.viewer), occurrence, &names);
        let (mut short, mut episodic, _) = senses.get_mut(around.roster.entity(self.viewer))?;
        short.take_in(percept(occurrence, now, &text, self.salience.0));
        if self.importance > 0 {
            let (predicate, object) = seen_as(&occurrence.event);
            episodic.remember(Memory {
                at: now,
                kind: MemoryKind::Observation,
                importance: self.importance,
                about: occurrence.agent,
                place: occurrence.place,
                text,
                predicate,
                object,
                grounds: None,
            });
        }
        Ok(())
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campus::Item,
        tools::tell::{has_text, samples},
    };
    use collegium_core::i18n::Language;

    #[test]
    fn whatever_is_remembered_has_words_in_every_language() {
        for language in Language::ALL.iter().copied() {
            let words = Words::new(language);
            let mut asked = 0;
            let shift = Engagement::Shift(0);
            let class = Engagement::Class(0, 0);
            let teach = Engagement::Teach(0, 0);
            let late = [shift, class, teach].map(|what| SimEvent::Violation {
                breach: Breach::Lateness { what, seconds: 300 },
            });
            let waited = SimEvent::Served {
                item: Item::ALL[0],
                waited: tell::LONG_WAIT,
            };
            for event in samples::all().into_iter().chain(late).chain([waited]) {
                let deed = matches!(event, SimEvent::Deed { .. });
                let occurrence = Occurrence::of(Some(AgentId(0)), event);
                let kept = [
                    ("recalled", own(&occurrence).is_some()),
                    ("received", deed),
                    ("seen", remarkable(&occurrence).is_some()),
                ];
                for (kind, _) in kept.iter().filter(|(_, kept)| *kept) {
                    let event = &occurrence.event;
                    assert!(
                        has_text(kind, &words, event),
                        "{kind} {language:?}: {event:?}"
                    );
                    asked += 1;
                }
            }
            assert!(asked > 20, "{asked}");
        }
    }
}
