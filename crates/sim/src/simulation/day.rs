//! A new day: its classes go on the agenda, its timetables are made, and on Mondays people are paid.

use crate::{
    campus::{
        commitments::commitments,
        courses::Term,
        people::{Came, Role},
    },
    tools::{Agenda, Due, Occurrence, SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::{
    ids::AgentId,
    time::{Clock, SimTime},
};
use std::sync::Arc;

/// What a student gets each Monday, in cents: three meals a day, and some for the rest.
const STIPEND: u32 = 15_000;

/// What somebody on the staff gets each Monday, in cents.
const WAGE: u32 = 24_000;

/// Whether a day begins with this tick; the first of a scenario begins with the scenario.
pub fn begins(clock: Res<Clock>) -> bool {
    clock.begins_day()
}

/// Puts the class sessions of a day on the agenda that begin at a moment or later.
pub fn hold_classes(agenda: &mut Agenda, term: &Term, day: u32, from: SimTime) {
    for (course, session, begins, ends) in term.sessions_on(day) {
        if begins >= from {
            agenda.put(begins, Due::ClassBegins(course, session));
            agenda.put(ends, Due::ClassEnds(course, session));
        }
    }
}

/// At midnight the new day's classes go on the agenda, and everybody's timetable is made.
///
/// # Errors
/// Never for people of the roster.
pub fn begin_day(mut stage: Stage) -> Result {
    let (now, day) = (stage.now(), stage.now().day());
    stage.register.present.clear();
    let setting = Arc::clone(&stage.setting.0);
    // A day that begins within a tick has its first classes in that tick.
    hold_classes(&mut stage.agenda, &setting.term, day, SimTime(0));
    let dawn = Occurrence::of(None, SimEvent::NewDay);
    stage.occurrences.list.push(dawn);
    for i in 0..stage.roster.len() {
        let agent = AgentId(i as u32);
        let mut person = stage.person(agent)?;
        let today = commitments(agent, person.persona, &person.timetable, &setting, day);
        let task = person.works.task;
        let gives_up = !person.persona.tasks.is_empty() && person.works.gives_up(now);
        person.timetable.today = today;
        person.timetable.settled.clear();
        person.timetable.meetings.retain(|m| m.ends.day() >= day);
        if gives_up {
            stage.came_of(agent, task, Came::GivenUp)?;
        }
        let mut person = stage.person(agent)?;
        if now.weekday() == 0 {
            let cents = if person.persona.role == Role::Student {
                STIPEND
            } else {
                WAGE
            };
            person.purse.cents = person.purse.cents.saturating_add(cents);
            stage.note(agent, SimEvent::Paid { cents })?;
        }
    }
    Ok(())
}
