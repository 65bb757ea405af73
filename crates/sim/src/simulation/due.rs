//! What is due in a tick: activities end, counters serve, classes begin and end.

use crate::{
    campus::people::Need,
    mind::{builtin::look_around::Lookers, talk::converse::LinesDue},
    tools::{self, Due, Occurrence, SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::{dice::Draw, ids::AgentId};

/// How lucky somebody is in a test.
const LUCK: Draw = Draw::of("courses: luck in a test");

/// Takes everything that is due off the agenda and sees to it, in order.
///
/// # Errors
/// Never for people of the roster.
pub fn take_due(
    mut stage: Stage,
    mut lines: ResMut<LinesDue>,
    mut lookers: ResMut<Lookers>,
) -> Result {
    let now = stage.now();
    while let Some((moment, due)) = stage.agenda.take(now) {
        match due {
            Due::ActivityEnds(agent, number) => tools::finish(&mut stage, agent, number)?,
            Due::Reconsider(agent) => lookers.0.push(agent),
            Due::Served(place) => tools::serve(&mut stage, place, moment)?,
            Due::Line(number) => lines.0.push(number),
            Due::ClassBegins(course, _) => {
                class(&mut stage, SimEvent::ClassBegan { course }, course);
            }
            Due::ClassEnds(course, session) => {
                missed(&mut stage, course, session)?;
                tested(&mut stage, course, session)?;
                class(&mut stage, SimEvent::ClassEnded { course }, course);
            }
        }
    }
    Ok(())
}

fn class(stage: &mut Stage, event: SimEvent, course: u16) {
    let Some(course_data) = stage.setting.0.term.courses.get(course as usize) else {
        return;
    };
    let occurrence = Occurrence {
        place: Some(course_data.room),
        ..Occurrence::of(course_data.teacher, event)
    };
    stage.occurrences.list.push(occurrence);
}

/// Notes who of those enrolled did not come.
fn missed(stage: &mut Stage, course: u16, session: u8) -> Result {
    let Some(data) = stage.setting.0.term.courses.get(course as usize) else {
        return Ok(());
    };
    let absent: Vec<AgentId> = data
        .students
        .iter()
        .copied()
        .filter(|s| !stage.register.present.contains(&(course, session, *s)))
        .collect();
    for agent in absent {
        stage.note(agent, SimEvent::Missed { course })?;
    }
    Ok(())
}

/// Those who sit in the last lesson of a week write its test.
fn tested(stage: &mut Stage, course: u16, session: u8) -> Result {
    let now = stage.now();
    let test = stage.setting.0.term.test(course, now.day());
    if !test.is_some_and(|(s, begins, _)| s == session && begins.day() == now.day()) {
        return Ok(());
    }
    let present = stage.register.present.iter();
    let present = present.filter(|p| (p.0, p.1) == (course, session));
    let mut students: Vec<AgentId> = present.map(|p| p.2).collect();
    students.sort_unstable();
    for agent in students {
        let draw = LUCK.nth(course.into());
        let luck = stage.dice.stream(agent.0, draw, stage.clock.tick).bell();
        let mut person = stage.person(agent)?;
        let rested = person.needs.level(Need::Sleep, now);
        if let Some(test) = person.learning.tested(course, rested, luck, now) {
            let (result, expected) = (test.result, test.expected);
            let event = SimEvent::Tested {
                course,
                result,
                expected,
            };
            stage.note(agent, event)?;
        }
    }
    Ok(())
}
