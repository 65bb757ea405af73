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
    let midnight = SimTime(day * DAY);
    let mut wanted: Vec<(u8, Commitment)> = Vec::new();
    for (c, s, begins, ends) in scenario.term.sessions_on(day) {
        let course = &scenario.term.courses[c as usize];
        if course.teacher == Some(agent) {
            wanted.push((
                0,
                Commitment {
                    what: Engagement::Teach(c, s),
                    place: course.room,
                    begins,
                    ends,
                },
            ));
        } else if course.students.contains(&agent) {
            wanted.push((
                1,
                Commitment {
                    what: Engagement::Class(c, s),
                    place: course.room,
                    begins,
                    ends,
                },
            ));
        }
    }
    for (i, shift) in persona.shifts.iter().enumerate() {
        if shift.hours.days.contains(midnight.weekday()) {
            let (begins, ends) = (
                midnight.plus(shift.hours.from),
                midnight.plus(shift.hours.to),
            );
            wanted.push((
                2,
                Commitment {
                    what: Engagement::Shift(i as u8),
                    place: shift.place,
                    begins,
                    ends,
                },
            ));
        }
    }
    for meeting in timetable.meetings.iter().filter(|m| m.begins.day() == day) {
        wanted.push((3, meeting.clone()));
    }
    for (i, event) in scenario.events.iter().enumerate() {
        let knows = !event.hidden || timetable.events.contains(&(i as u16));
        if event.begins.day() == day && knows && event.invites(&persona.group) {
            let what = Engagement::Event(i as u16);
            wanted.push((
                4,
                Commitment {
                    what,
                    place: event.place,
                    begins: event.begins,
                    ends: event.ends,
                },
            ));
        }
    }
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
