//! Inviting: whom somebody asks to what, when and where, and who says yes.

use super::speaker::Speaker;
use crate::{
    campus::{
        CampusMap, PlaceKind,
        commitments::commitments,
        invitations::{Cause, Occasion},
        people::{Persona, Relation, Role},
        talks::{SpeechAct, Topic},
    },
    mind::thinking::LineAsk,
};
use collegium_core::{
    dice::{Draw, Stream},
    ids::AgentId,
    time::{DAY, HOUR, MINUTE, SimTime},
};

const ACCEPTS: Draw = Draw::of("talk: whether to accept an invitation");

/// What somebody would invite another to, and how much they wish to: to an event of theirs, else to
/// what they have invited others to, else to something new.
pub(super) fn invite(
    me: &Speaker<'_>,
    with: AgentId,
    map: &CampusMap,
    roll: &mut Stream,
) -> Option<(f32, LineAsk)> {
    let other = me.names.persona(with)?;
    if let Some(asked) = to_an_event(me, with, other) {
        return Some((0.35, asked));
    }
    let known = me.social.known.get(&with)?;
    if known.kind == Relation::Rival || me.now.hour() > 21.5 {
        return None;
    }
    if let Some(to) = to_more(me, with) {
        let wish = 0.7 + 0.5 * me.persona.traits.sociability;
        return Some((wish, asked(with, to)));
    }
    to_something_new(me, (with, other), map, roll)
}

/// The line that tells the first event that somebody hosts, that is to come, and that the other
/// may come to and does not know of.
fn to_an_event(me: &Speaker<'_>, with: AgentId, other: &Persona) -> Option<LineAsk> {
    let events = (0..).zip(&me.names.scenario.events);
    let mut theirs = events.filter(|(number, event)| {
        event.hidden
            && event.hosts.contains(&me.agent)
            && event.invites(&other.group)
            && event.begins > me.now
            && !event.hosts.contains(&with)
            && !me.invitations.knows_of(with, &Occasion::Event(*number))
    });
    let (number, _) = theirs.next()?;
    Some(LineAsk {
        occasion: Some(Occasion::Event(number)),
        tells: event_fact(me, number).into_iter().collect(),
        ..LineAsk::new(with, SpeechAct::Invite, Topic::Event(number))
    })
}

/// A gathering that others are invited to, for one more: of a course for those who take it, any
/// other for those who are close.
fn to_more(me: &Speaker<'_>, with: AgentId) -> Option<Occasion> {
    let hosted = me.invitations.hosted(me.agent, me.now);
    let to = hosted.filter(|to| !me.invitations.knows_of(with, to))?;
    let shared = match to {
        Occasion::Gathering {
            course: Some(c), ..
        } => {
            let course = me.names.scenario.term.courses.get(usize::from(c));
            course.is_some_and(|c| c.students.contains(&with))
        }
        _ => me.social.closeness(with) >= 2.5,
    };
    shared.then_some(to)
}

/// A gathering that nobody has thought of yet, now and then and with those who are close: to study
/// together for what both take, or for leisure.
fn to_something_new(
    me: &Speaker<'_>,
    (with, other): (AgentId, &Persona),
    map: &CampusMap,
    roll: &mut Stream,
) -> Option<(f32, LineAsk)> {
    let (traits, closeness) = (&me.persona.traits, me.social.closeness(with));
    if !roll.chance(0.12 + 0.25 * traits.sociability) || closeness < 2.5 {
        return None;
    }
    let courses = (0..).zip(&me.names.scenario.term.courses);
    let both = courses.filter(|(_, course)| {
        course.students.contains(&me.agent) && course.students.contains(&with)
    });
    let shared: Vec<u16> = both.map(|(number, _)| number).collect();
    let students = me.persona.role == Role::Student && other.role == Role::Student;
    let (cause, course) = match roll.pick(&shared) {
        Some(course) if students && roll.chance(0.25 + 0.4 * traits.diligence) => {
            (Cause::Study, Some(*course))
        }
        _ => (
            *roll.pick(&[Cause::Meal, Cause::Coffee, Cause::Walk, Cause::Play])?,
            None,
        ),
    };
    let to = gathering(me, cause, course, map, roll)?;
    Some((0.35 + 0.06 * closeness, asked(with, to)))
}

/// The line that invites to something of one's own.
fn asked(with: AgentId, to: Occasion) -> LineAsk {
    let (act, topic) = match to {
        Occasion::Gathering {
            course: Some(course),
            ..
        } => (SpeechAct::Arrange, Topic::Course(course)),
        _ => (SpeechAct::Invite, Topic::Plans),
    };
    LineAsk {
        occasion: Some(to),
        ..LineAsk::new(with, act, topic)
    }
}

/// The fact by which an event is known to somebody.
fn event_fact(me: &Speaker<'_>, event: u16) -> Option<u32> {
    let about = |n: &u32| {
        me.ledger
            .fact(*n)
            .is_some_and(|f| f.event(me.names.scenario) == Some(event))
    };
    me.ledger.known_to(me.agent).find(about)
}

/// A time and a place for something of one's own, where one is free and the place is open.
fn gathering(
    me: &Speaker<'_>,
    cause: Cause,
    course: Option<u16>,
    map: &CampusMap,
    roll: &mut Stream,
) -> Option<Occasion> {
    let (kinds, hours, seconds): (&[PlaceKind], &[u32], u32) = match cause {
        Cause::Meal => (&[PlaceKind::Cafeteria], &[18, 12], 45 * MINUTE),
        Cause::Coffee => (&[PlaceKind::Cafe], &[10, 15, 16], 40 * MINUTE),
        Cause::Walk => (
            &[PlaceKind::Lawn, PlaceKind::Plaza],
            &[17, 18, 12],
            40 * MINUTE,
        ),
        Cause::Play => (
            &[PlaceKind::MusicRoom, PlaceKind::CommonRoom],
            &[19, 20],
            HOUR,
        ),
        Cause::Study => (
            &[PlaceKind::CommonRoom, PlaceKind::Library],
            &[16, 19, 15, 20],
            75 * MINUTE,
        ),
    };
    let midnight = me.now.minus(me.now.of_day());
    let times: Vec<SimTime> = (0..2)
        .flat_map(|day| {
            hours
                .iter()
                .map(move |h| midnight.plus(day * DAY + h * HOUR + 15 * MINUTE))
        })
        .filter(|t| *t > me.now.plus(75 * MINUTE) && free(me, *t, t.plus(seconds)))
        .collect();
    let begins = *roll.pick(&times)?;
    let open = |p: &collegium_core::ids::PlaceId| {
        map.place(*p).is_open(begins)
            && map
                .place(*p)
                .is_open(begins.plus(seconds.saturating_sub(MINUTE)))
    };
    let places: Vec<_> = kinds
        .iter()
        .flat_map(|kind| map.of_kind(*kind))
        .filter(open)
        .collect();
    Some(Occasion::Gathering {
        cause,
        course,
        place: *roll.pick(&places)?,
        begins,
        seconds,
    })
}

/// Whether somebody has nothing else between two moments, on whichever day.
fn free(me: &Speaker<'_>, begins: SimTime, ends: SimTime) -> bool {
    let day = begins.day();
    let later = || commitments(me.agent, me.persona, me.timetable, me.names.scenario, day);
    !me.timetable.clashes(begins, ends)
        && (day == me.now.day() || later().iter().all(|c| c.ends <= begins || ends <= c.begins))
}

/// Whether somebody says yes to an invitation; none where they have something else then, or there
/// is no such invitation.
pub fn accepts(me: &Speaker<'_>, number: u32) -> Option<bool> {
    let invitation = me.invitations.list.get(number)?;
    let goes_anyway =
        matches!(invitation.to, Occasion::Event(e) if me.timetable.events.contains(&e));
    if goes_anyway {
        return Some(true);
    }
    if !free(me, invitation.begins, invitation.ends) {
        return None;
    }
    let traits = &me.persona.traits;
    let known = me.social.known.get(&invitation.host);
    if known.is_some_and(|k| k.kind == Relation::Rival) {
        return Some(false);
    }
    // A stranger's invitation is accepted by about three in ten, a friend's by half, more for what
    // the whole campus goes to.
    let base = match invitation.to {
        Occasion::Event(_) => 0.25,
        Occasion::Gathering {
            cause: Cause::Study,
            ..
        } => 0.1 + 0.35 * traits.diligence,
        Occasion::Gathering { .. } => 0.15,
    };
    let mut roll = me.dice.stream(me.agent.0, ACCEPTS, u64::from(number));
    Some(roll.chance(base + 0.3 * traits.sociability + 0.035 * known.map_or(0.0, |k| k.closeness)))
}
