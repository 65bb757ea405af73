//! What is due in a tick: activities end, counters serve, classes begin and end.

use crate::{
    mind::{builtin::look_around::Lookers, talk::converse::LinesDue},
    tools::{self, Due, Occurrence, SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::ids::AgentId;

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
