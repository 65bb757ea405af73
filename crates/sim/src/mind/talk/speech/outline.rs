//! What an exchange comes to: which answer a question gets, by what is the case; what is said to
//! it then; and which courses two have to do with, and how.

use super::{speaker::Speaker, trust};
use crate::{
    campus::{
        Pursuit,
        exchange::{Gist, Matter},
        people::{Engagement, Role, Standing},
        pursuits::Routine,
        talks::{Exchange, Topic},
    },
    memory::{Memory, MemoryKind, Object, Predicate},
    mind::state::{Action, PlanItem},
    tools::News,
};
use collegium_core::{
    dice::Draw,
    ids::AgentId,
    time::{DAY, HOUR, SimTime},
};

/// What somebody thinks of something, once for all or for a day.
const THINKS: Draw = Draw::of("talk: what somebody thinks of something");

/// How much of a course one must understand to explain some of it, 0 to 1.
const CAN_EXPLAIN: f32 = 0.3;

/// For how long somebody remembers where they saw whom, in seconds.
const SEEN: u32 = 4 * HOUR;

/// What somebody thinks of something: an opinion that they keep.
fn thinks(me: &Speaker<'_>, of: u64, likely: f32) -> Gist {
    let mut roll = me.dice.stream(me.agent.0, THINKS, of);
    if roll.chance(likely) {
        Gist::Yes
    } else {
        Gist::No
    }
}

/// The same, for a day.
fn thinks_today(me: &Speaker<'_>, matter: Matter, likely: f32) -> Gist {
    let of = (matter as u64) << 32 | u64::from(me.now.day());
    thinks(me, of, likely)
}

/// What somebody thinks of a course.
pub(super) fn of_course(me: &Speaker<'_>, course: u16) -> Gist {
    let likely = 0.3 + 0.5 * me.persona.traits.diligence;
    thinks(me, 1 << 48 | u64::from(course), likely)
}

/// What an answer of `me` comes to. `told` is what was told, for what tells something.
pub(super) fn answer(me: &Speaker<'_>, of: &Exchange, told: &[u32], knew: bool) -> Option<Gist> {
    let traits = &me.persona.traits;
    let warm = 0.35 + 0.6 * traits.courtesy;
    Some(match (of.step.matter, of.topic) {
        (Matter::Meet, _) => match me.persona.role {
            Role::Student => Gist::Student,
            Role::Teacher => Gist::Teacher,
            _ => Gist::Staff,
        },
        (Matter::Morning, _) if me.around.rested > 0.75 => Gist::Yes,
        (Matter::Day, _) if me.around.rested < 0.3 => Gist::No,
        (Matter::Morning, _) => Gist::No,
        (Matter::Day, _) => {
            let left = me.timetable.today.iter().filter(|c| c.begins > me.now);
            if left.count() >= 2 {
                Gist::Mixed
            } else {
                Gist::Yes
            }
        }
        (Matter::Shift | Matter::Queue, _) => {
            thinks_today(me, of.step.matter, 0.3 + 0.4 * traits.energy)
        }
        (Matter::Meal, _) => thinks_today(me, Matter::Meal, 0.65),
        (Matter::Task, _) if me.works.standing(me.now) == Standing::Going => Gist::Yes,
        (Matter::Task, _) if me.works.standing(me.now) == Standing::Stuck => Gist::No,
        (Matter::Study | Matter::Task, _) => {
            thinks_today(me, of.step.matter, 0.25 + 0.5 * traits.diligence)
        }
        (Matter::Course | Matter::Taught | Matter::Ahead, Topic::Course(c)) => of_course(me, c),
        (Matter::Explain, Topic::Course(c)) if me.learning.level(c) < CAN_EXPLAIN => Gist::No,
        (Matter::Result, _) => told.first().map_or(Gist::Mixed, |fact| went(me, *fact)),
        (Matter::Pupil | Matter::Teaching, Topic::Course(c)) => thinks(
            me,
            2 << 48 | u64::from(me.now.day()) << 16 | u64::from(c),
            0.65,
        ),
        (Matter::Advice | Matter::Burden | Matter::Hope, _) => {
            thinks(me, 3 << 48 | u64::from(of.by.0), warm)
        }
        (Matter::Next, _) => next(me).map_or(Gist::Free, |(gist, _)| gist),
        (Matter::Seen, Topic::Person(who)) if last_seen(me, who).is_some() => Gist::Yes,
        (Matter::Seen, _) => Gist::No,
        (Matter::Going, Topic::Event(e)) => goes(me, e),
        (Matter::News | Matter::Gossip | Matter::Retold, _) if knew => Gist::Known,
        (Matter::News, Topic::Fact(n)) => {
            let event = me.ledger.fact(n).and_then(|f| f.event(me.names.scenario));
            event.map_or(Gist::Heard, |e| goes(me, e))
        }
        (Matter::Gossip, Topic::Person(who)) => {
            if me.social.closeness(who) > 4.0 {
                Gist::No
            } else {
                Gist::Yes
            }
        }
        (Matter::Story | Matter::Secret, _) if weighs(me, told) => Gist::Grave,
        (Matter::Post, _) => thinks(me, 5 << 48 | u64::from(of.by.0), warm),
        _ => Gist::Yes,
    })
}

/// How a test went of which a fact tells.
fn went(me: &Speaker<'_>, fact: u32) -> Gist {
    match me.ledger.fact(fact).map(|f| f.news) {
        Some(News::Scored { result, .. }) if result >= 65 => Gist::Yes,
        Some(News::Scored { result, .. }) if result < 45 => Gist::No,
        _ => Gist::Mixed,
    }
}

/// Whether something told of somebody's life weighs on them.
fn weighs(me: &Speaker<'_>, told: &[u32]) -> bool {
    let weight = |f: &u32| me.ledger.fact(*f).map_or(0, |f| f.importance);
    told.iter().any(|f| weight(f) >= trust::SECRET)
}

/// Whether somebody goes to an event: yes where it stands in their timetable, no where they have
/// something else then.
fn goes(me: &Speaker<'_>, event: u16) -> Gist {
    let Some(what) = me.names.scenario.events.get(usize::from(event)) else {
        return Gist::Mixed;
    };
    let planned = me.timetable.events.contains(&event)
        || !what.hidden && what.invites(&me.persona.group) && what.begins > me.now;
    let day = what.begins.day() == me.now.day();
    let clash = me.timetable.today.iter().any(|c| {
        c.begins < what.ends && what.begins < c.ends && c.what != Engagement::Event(event)
    });
    match () {
        () if !what.invites(&me.persona.group) || day && clash => Gist::No,
        () if planned => thinks_event(me, event),
        () => Gist::Mixed,
    }
}

/// Whether somebody who may go to an event says that they will.
fn thinks_event(me: &Speaker<'_>, event: u16) -> Gist {
    if me.timetable.events.contains(&event) {
        return Gist::Yes;
    }
    let likely = 0.35 + 0.5 * me.persona.traits.sociability;
    match thinks(me, 6 << 48 | u64::from(event), likely) {
        Gist::Yes => Gist::Yes,
        _ => Gist::Mixed,
    }
}

/// What comes next in somebody's day that is worth a word, and what kind of thing it is.
pub(super) fn next<'a>(me: &Speaker<'a>) -> Option<(Gist, &'a PlanItem)> {
    let ahead = me
        .plan
        .items
        .iter()
        .filter(|i| i.from > me.now.plus(600) && i.from.day() == me.now.day());
    ahead.into_iter().find_map(|item| {
        let gist = match &item.what {
            Pursuit::Engagement(Engagement::Class(..)) => Gist::Class,
            Pursuit::Engagement(Engagement::Teach(..)) => Gist::Teach,
            Pursuit::Engagement(Engagement::Event(_)) => Gist::Event,
            Pursuit::Engagement(Engagement::Meeting(_)) => Gist::Meeting,
            Pursuit::Routine(Routine::Breakfast | Routine::Lunch | Routine::Dinner) => Gist::Meal,
            Pursuit::Routine(Routine::Gym) => Gist::Sport,
            // The scenario tells of shifts in words of its own, which fit no sentence.
            Pursuit::Engagement(Engagement::Shift(_)) => Gist::Work,
            Pursuit::Words(_) if item.action == Action::Attend => Gist::Work,
            Pursuit::Words(own) if me.persona.is_task(own) => Gist::Own,
            Pursuit::Words(_) | Pursuit::Routine(_) | Pursuit::CatchUp(_) | Pursuit::See(_) => {
                return None;
            }
        };
        Some((gist, item))
    })
}

/// Where and when somebody last saw another, today and lately.
pub(super) fn last_seen<'a>(me: &Speaker<'a>, who: AgentId) -> Option<&'a Memory> {
    let lately = me.now.minus(SEEN.min(me.now.0));
    let seen = |m: &&Memory| {
        m.about == Some(who)
            && m.place.is_some()
            && matches!(m.kind, MemoryKind::Observation | MemoryKind::Chat)
    };
    let all = me.episodic.since(lately).map(|(_, m)| m).rev();
    all.into_iter().find(seen)
}

/// Whether somebody was in an hour of a course, as a student or its teacher, in the last week.
pub(super) fn has_sat_in(me: &Speaker<'_>, course: u16) -> bool {
    let week = me.now.minus((8 * DAY).min(me.now.0));
    let of_it = |m: &Memory| {
        let class = matches!(m.object, Some(Object::Engagement(
            Engagement::Class(c, _) | Engagement::Teach(c, _))) if c == course);
        let was = matches!(m.predicate, Predicate::Attended | Predicate::CameLate);
        m.kind == MemoryKind::Deed && class && was
    };
    me.episodic.since(week).any(|(_, m)| of_it(m))
}

/// Whether an hour of a course was held since the campus began.
fn was_held(me: &Speaker<'_>, course: u16) -> bool {
    let scenario = me.names.scenario;
    let Some(course) = scenario.term.courses.get(usize::from(course)) else {
        return false;
    };
    let today = me.now.day();
    (today.saturating_sub(7)..=today).any(|day| {
        let midnight = SimTime(day * DAY);
        let held = |s: &collegium_core::time::DayHours| {
            s.days.contains(midnight.weekday())
                && midnight.plus(s.from) >= scenario.start
                && midnight.plus(s.to) <= me.now
        };
        scenario.term.teaches_on(day) && course.sessions.iter().any(held)
    })
}

/// How two people may talk of a course, by what they have to do with it: none where one of them
/// has nothing to do with it, or nothing can be said of it yet.
pub(super) fn on_course(me: &Speaker<'_>, with: AgentId, number: u16) -> Option<Matter> {
    let course = me.names.scenario.term.courses.get(usize::from(number))?;
    let takes = |who: AgentId| course.students.contains(&who);
    let teaches = |who: AgentId| course.teacher == Some(who);
    let sat = || has_sat_in(me, number);
    match () {
        () if takes(me.agent) && takes(with) && sat() => Some(Matter::Course),
        () if takes(me.agent) && takes(with) && !was_held(me, number) => Some(Matter::Ahead),
        () if teaches(me.agent) && takes(with) && sat() => Some(Matter::Taught),
        () if takes(me.agent) && teaches(with) && sat() => Some(Matter::Pupil),
        () if teaches(with) && me.persona.role != Role::Student && was_held(me, number) => {
            Some(Matter::Teaching)
        }
        () => None,
    }
}

/// Whether two know each other by their work, whoever has talked with whom: those who teach and
/// work at the same place.
pub(super) fn colleagues(me: &Speaker<'_>, with: AgentId) -> bool {
    let works = |role: Role| role != Role::Student;
    works(me.persona.role) && me.names.persona(with).is_some_and(|p| works(p.role))
}
