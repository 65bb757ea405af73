//! Inviting: whom somebody asks to what, when and where, and who says yes.

use super::speaker::Speaker;
use crate::{
    campus::{
        CampusMap, PlaceKind,
        commitments::commitments,
        invitations::{Cause, Occasion},
        people::{Relation, Role},
        talks::{SpeechAct, Topic},
    },
    mind::thinking::LineAsk,
};
use collegium_core::{
    dice::{Draw, Stream},
    ids::AgentId,
    time::{DAY, HOUR, MINUTE, SimTime},
};

/// What somebody would invite another to, and how much they wish to.
pub(super) fn invite(
    me: &Speaker<'_>,
    with: AgentId,
    map: &CampusMap,
    roll: &mut Stream,
) -> Option<(f32, LineAsk)> {
    let scenario = me.names.scenario;
    let other = me.names.persona(with)?;
    for (number, event) in scenario.events.iter().enumerate() {
        let to = Occasion::Event(number as u16);
        let hosts = event.hidden && event.hosts.contains(&me.agent) && event.invites(&other.group);
        if hosts
            && event.begins > me.now
            && !event.hosts.contains(&with)
            && !me.invitations.knows_of(with, &to)
        {
            let tells = event_fact(me, number as u16).into_iter().collect();
            let ask = LineAsk::new(with, SpeechAct::Invite, Topic::Event(number as u16));
            return Some((
                0.35,
                LineAsk {
                    occasion: Some(to),
                    tells,
                    ..ask
                },
            ));
        }
    }
    let traits = &me.persona.traits;
    let closeness = me.social.closeness(with);
    let known = me.social.known.get(&with)?;
    if known.kind == Relation::Rival || me.now.hour() > 21.5 {
        return None;
    }
    if let Some(to) = me
        .invitations
        .hosted(me.agent, me.now)
        .filter(|to| !me.invitations.knows_of(with, to))
    {
        let shared = match to {
            Occasion::Gathering {
                course: Some(c), ..
            } => scenario
                .term
                .courses
                .get(usize::from(c))
                .is_some_and(|c| c.students.contains(&with)),
            _ => closeness >= 2.5,
        };
        if shared {
            return Some((0.7 + 0.5 * traits.sociability, asked(with, to)));
        }
    }
    if !roll.chance(0.12 + 0.25 * traits.sociability) || closeness < 2.5 {
        return None;
    }
    let shared: Vec<u16> = (0..scenario.term.courses.len())
        .filter(|c| {
            let students = &scenario.term.courses[*c].students;
            students.contains(&me.agent) && students.contains(&with)
        })
        .map(|c| c as u16)
        .collect();
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
    let base = match invitation.to {
        Occasion::Event(_) => 0.35,
        Occasion::Gathering {
            cause: Cause::Study,
            ..
        } => 0.2 + 0.35 * traits.diligence,
        Occasion::Gathering { .. } => 0.25,
    };
    let mut roll = me
        .dice
        .stream(me.agent.0, Draw::Taste, u64::from(number) | 1 << 60);
    Some(roll.chance(base + 0.3 * traits.sociability + 0.035 * known.map_or(0.0, |k| k.closeness)))
}
