//! What is fixed for somebody on a day.

use super::{
    people::{Commitment, Engagement, Persona, Timetable},
    scenario::Scenario,
};
use collegium_core::{
    ids::AgentId,
    time::{DAY, SimTime},
};

/// What is fixed for somebody on a day, in order of time and without overlaps: what one teaches
/// comes before classes, classes before shifts, shifts before meetings, meetings before events.
pub fn commitments(
    agent: AgentId,
    persona: &Persona,
    timetable: &Timetable,
    scenario: &Scenario,
    day: u32,
) -> Vec<Commitment> {
    let mut wanted = Vec::new();
    wanted.extend(classes(agent, scenario, day));
    wanted.extend(shifts(persona, day).map(|shift| (Rank::Shift, shift)));
    let meetings = timetable.meetings.iter();
    let meetings = meetings.filter(|m| m.begins.day() == day).cloned();
    wanted.extend(meetings.map(|meeting| (Rank::Meeting, meeting)));
    let events = events(persona, timetable, scenario, day);
    wanted.extend(events.map(|event| (Rank::Event, event)));
    wanted.sort_by_key(|(rank, c)| (*rank, c.begins));
    let mut chosen: Vec<Commitment> = Vec::new();
    for (_, commitment) in wanted {
        if chosen
            .iter()
            .all(|c| commitment.ends <= c.begins || c.ends <= commitment.begins)
        {
            chosen.push(commitment);
        }
    }
    chosen.sort_by_key(|c| c.begins);
    chosen
}

/// What goes before what where two overlap, the first before all others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Teach,
    Class,
    Shift,
    Meeting,
    Event,
}

/// The sessions of courses that somebody teaches or is enrolled in.
fn classes(
    agent: AgentId,
    scenario: &Scenario,
    day: u32,
) -> impl Iterator<Item = (Rank, Commitment)> {
    let sessions = scenario.term.sessions_on(day).into_iter();
    sessions.filter_map(move |(c, s, begins, ends)| {
        let course = &scenario.term.courses[c as usize];
        let (rank, what) = if course.teacher == Some(agent) {
            (Rank::Teach, Engagement::Teach(c, s))
        } else if course.students.contains(&agent) {
            (Rank::Class, Engagement::Class(c, s))
        } else {
            return None;
        };
        let class = Commitment {
            what,
            place: course.room,
            begins,
            ends,
        };
        Some((rank, class))
    })
}

/// The shifts that somebody has on a day of the week.
fn shifts(persona: &Persona, day: u32) -> impl Iterator<Item = Commitment> {
    let midnight = SimTime(day * DAY);
    let shifts = persona.shifts.iter().enumerate();
    let today = shifts.filter(move |(_, s)| s.hours.days.contains(midnight.weekday()));
    today.map(move |(i, shift)| Commitment {
        what: Engagement::Shift(i as u8),
        place: shift.place,
        begins: midnight.plus(shift.hours.from),
        ends: midnight.plus(shift.hours.to),
    })
}

/// The events that somebody is invited to and knows of.
fn events(
    persona: &Persona,
    timetable: &Timetable,
    scenario: &Scenario,
    day: u32,
) -> impl Iterator<Item = Commitment> {
    let events = (0..).zip(&scenario.events);
    let theirs = events.filter(move |(i, event)| {
        let knows = !event.hidden || timetable.events.contains(i);
        event.begins.day() == day && knows && event.invites(&persona.group)
    });
    theirs.map(|(i, event)| Commitment {
        what: Engagement::Event(i),
        place: event.place,
        begins: event.begins,
        ends: event.ends,
    })
}
