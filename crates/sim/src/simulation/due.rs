//! What is due in a tick: activities end, counters serve, classes begin and end, a new day begins.

use crate::{
    campus::{
        commitments::commitments,
        people::{Engagement, MindKind, Role},
    },
    conduct::{Conducting, measures::EventAttendance},
    memory::{Episodic, SocialMemory},
    mind::{CameUp, Deliberation, Habits, builtin::look_around::Lookers, talk::converse::LinesDue},
    social::Ledger,
    tools::{self, Due, Occurrence, SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::{
    ids::AgentId,
    time::{DAY, SimTime},
};

/// Takes everything that is due off the agenda and sees to it, in order.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn take_due(
    mut stage: Stage,
    mut lines: ResMut<LinesDue>,
    mut lookers: ResMut<Lookers>,
    mut habits: Query<&mut Habits>,
    mut minds: Query<(&MindKind, &mut Deliberation)>,
    mut conduct: Conducting,
    mut ledger: ResMut<Ledger>,
    mut minds_at_night: Query<(&mut Episodic, &mut SocialMemory)>,
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
                missed(&mut stage, &mut minds, course, session)?;
                class(&mut stage, SimEvent::ClassEnded { course }, course);
            }
            Due::NewDay => {
                new_day(&mut stage, &mut habits, &mut conduct)?;
                forget(&mut stage, &mut ledger, &mut minds_at_night)?;
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

/// Notes who of those enrolled did not come; a model-driven mind thinks about it.
fn missed(
    stage: &mut Stage,
    minds: &mut Query<(&MindKind, &mut Deliberation)>,
    course: u16,
    session: u8,
) -> Result {
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
        let (mind, mut deliberation) = minds.get_mut(stage.roster.entity(agent))?;
        if mind.is_model() {
            deliberation.comes_up(CameUp::Missed(Engagement::Class(course, session)));
        }
    }
    Ok(())
}

/// What a student gets each Monday, in cents.
const STIPEND: u32 = 9_000;

/// What somebody on the staff gets each Monday, in cents.
const WAGE: u32 = 24_000;

/// At midnight what nobody can use any more is let go, what has faded is forgotten, and ties fade.
fn forget(
    stage: &mut Stage,
    ledger: &mut Ledger,
    minds: &mut Query<(&mut Episodic, &mut SocialMemory)>,
) -> Result {
    let now = stage.now();
    ledger.forget(now);
    stage.invitations.forget(now);
    stage.feed.forget(now);
    for entity in &stage.roster.0 {
        let (mut stream, mut social) = minds.get_mut(*entity)?;
        stream.forget(now);
        social.fade();
    }
    Ok(())
}

/// Midnight: timetables of the new day, classes on the agenda, habits begun anew.
fn new_day(stage: &mut Stage, habits: &mut Query<&mut Habits>, conduct: &mut Conducting) -> Result {
    let now = stage.now();
    let day = now.day();
    stage.agenda.put(SimTime((day + 1) * DAY), Due::NewDay);
    stage.register.present.clear();
    for (course, session, begins, ends) in stage.setting.0.term.sessions_on(day) {
        stage.agenda.put(begins, Due::ClassBegins(course, session));
        stage.agenda.put(ends, Due::ClassEnds(course, session));
    }
    let dawn = Occurrence::of(None, SimEvent::NewDay);
    stage.occurrences.list.push(dawn);
    let setting = std::sync::Arc::clone(&stage.setting.0);
    conduct.new_day();
    for i in 0..stage.roster.len() {
        let agent = AgentId(i as u32);
        let mut person = stage.person(agent)?;
        let today = commitments(agent, person.persona, &person.timetable, &setting, day);
        let events = person
            .timetable
            .today
            .iter()
            .filter(|c| matches!(c.what, Engagement::Event(_)));
        conduct.count(agent, EventAttendance::EventsDue, events.count() as u32);
        person.timetable.today = today;
        person.timetable.settled.clear();
        person.timetable.meetings.retain(|m| m.ends.day() >= day);
        if now.weekday() == 0 {
            let cents = if person.persona.role == Role::Student {
                STIPEND
            } else {
                WAGE
            };
            person.purse.cents = person.purse.cents.saturating_add(cents);
            stage.note(agent, SimEvent::Paid { cents })?;
        }
        let mut habit = habits.get_mut(stage.roster.entity(agent))?;
        habit.study_planned = 0;
    }
    Ok(())
}
