//! Arranging to meet: two friends who are beside each other fix when and where they meet again
//! today, for what the one wants who proposes it: to study for what both take, or a meal.

use crate::{
    campus::{
        PlaceKind,
        people::{Doing, Engagement, Need, Role},
    },
    memory::Predicate,
    mind::{
        state::Mind,
        talk::converse::{NEAR, Voices},
    },
    tools::{self, Schedule, Stage, free_for_talk},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    ids::{AgentId, PlaceId},
    time::{HOUR, MINUTE, SimTime},
};

/// Whether somebody proposes to meet, what for and where.
const PROPOSES: Draw = Draw::of("arranging: whether to propose to meet");

/// How close two must be to each other for it, 0 to 10.
const CLOSE: f32 = 4.0;

/// How long ago they may have talked last: who has not spoken with somebody asks them first.
const LATELY: u32 = 2 * HOUR;

/// The least time between an arrangement and the meeting.
const AHEAD: u32 = 75 * MINUTE;

/// What two meet for: at which hours, where, and for how long.
struct Purpose {
    hours: &'static [u32],
    kinds: &'static [PlaceKind],
    seconds: u32,
}

const STUDY: Purpose = Purpose {
    hours: &[15, 16, 19],
    kinds: &[PlaceKind::Library, PlaceKind::CommonRoom],
    seconds: 75 * MINUTE,
};

const MEAL: Purpose = Purpose {
    hours: &[12, 18],
    kinds: &[PlaceKind::Cafeteria],
    seconds: 45 * MINUTE,
};

/// Lets somebody who has a moment, and a friend beside them, arrange to meet later today: once a
/// day, and now and then. Gives whether they did.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn arrange(
    stage: &mut Stage,
    minds: &Query<Mind<'static>>,
    voices: &Voices,
    agent: AgentId,
) -> Result<bool> {
    let person = stage.look(agent)?;
    let leisure = matches!(
        person.activity.doing,
        Doing::Resting | Doing::Coffee | Doing::Eating | Doing::Waiting
    );
    let (now, traits) = (stage.now(), person.persona.traits);
    let mut roll = stage.dice.stream(agent.0, PROPOSES, stage.clock.tick);
    if !leisure
        || !roll.chance(0.04 + 0.1 * traits.sociability)
        || minds.get(stage.roster.entity(agent))?.4.is_model()
        || has_arranged(stage, voices, agent)?
    {
        return Ok(false);
    }
    let Some(with) = friend(stage, voices, agent)? else {
        return Ok(false);
    };
    let shared = stage
        .setting
        .0
        .term
        .courses
        .iter()
        .any(|course| course.students.contains(&agent) && course.students.contains(&with));
    let students = [agent, with].map(|who| {
        stage
            .look(who)
            .is_ok_and(|person| person.persona.role == Role::Student)
    });
    let hunger = 1.0 - person.needs.level(Need::Food, now);
    let studies = shared && students == [true; 2] && roll.chance(0.3 + 0.5 * traits.diligence);
    let purpose = if studies {
        STUDY
    } else if roll.chance(0.4 + 0.5 * hunger) {
        MEAL
    } else {
        return Ok(false);
    };
    let Some(begins) = time(stage, [agent, with], &purpose)? else {
        return Ok(false);
    };
    let ends = begins.plus(purpose.seconds - MINUTE);
    let map = stage.map();
    let open =
        |place: &PlaceId| map.place(*place).is_open(begins) && map.place(*place).is_open(ends);
    let places = purpose.kinds.iter().flat_map(|kind| map.of_kind(*kind));
    let places: Vec<PlaceId> = places.filter(open).collect();
    let Some(place) = roll.pick(&places).copied() else {
        return Ok(false);
    };
    let call = Schedule {
        with,
        place,
        begins,
        seconds: purpose.seconds,
    };
    Ok(tools::call(stage, agent, &call.into())?.is_ok())
}

/// Whether somebody has arranged something today, or is to meet somebody still.
fn has_arranged(stage: &Stage, voices: &Voices, agent: AgentId) -> Result<bool> {
    let now = stage.now();
    let (_, episodic, ..) = voices.get(stage.roster.entity(agent))?;
    let midnight = now.minus(now.of_day());
    let today = episodic
        .since(midnight)
        .any(|(_, m)| m.predicate == Predicate::WillMeet && m.about != Some(agent));
    let timetable = stage.look(agent)?.timetable;
    let meets = |what| matches!(what, Engagement::Meeting(_));
    let later = timetable.meetings.iter();
    Ok(today || later.into_iter().any(|c| c.begins > now && meets(c.what)))
}

/// The friend beside somebody who is as close to them as they to the friend, and whom they have
/// talked with lately: the closest.
fn friend(stage: &Stage, voices: &Voices, agent: AgentId) -> Result<Option<AgentId>> {
    let here = stage.look(agent)?.body.tile;
    let (.., mine, _) = voices.get(stage.roster.entity(agent))?;
    let attention = usize::from(stage.setting.0.perception.attention);
    let near = stage
        .neighbourhood
        .nearest(here, NEAR, attention, |who, tile| {
            who != agent && stage.hears(here, tile, false)
        });
    let mut best: Option<(f32, AgentId)> = None;
    for who in near {
        let (.., theirs, _) = voices.get(stage.roster.entity(who))?;
        let talked = mine.known.get(&who).and_then(|known| known.talked);
        let lately = talked.is_some_and(|at| stage.now().since(at) < LATELY);
        let closeness = mine.closeness(who).min(theirs.closeness(agent));
        let free = free_for_talk(stage.look(who)?.activity.doing);
        if lately && free && closeness >= CLOSE && best.is_none_or(|(most, _)| closeness > most) {
            best = Some((closeness, who));
        }
    }
    Ok(best.map(|(_, who)| who))
}

/// The first time of the day at which both are free and up.
fn time(stage: &Stage, both: [AgentId; 2], purpose: &Purpose) -> Result<Option<SimTime>> {
    let now = stage.now();
    let midnight = now.minus(now.of_day());
    let times = purpose.hours.iter();
    let times = times.map(|hour| midnight.plus(hour * HOUR + 15 * MINUTE));
    for begins in times.filter(|begins| *begins > now.plus(AHEAD)) {
        let ends = begins.plus(purpose.seconds);
        let mut free = true;
        for who in both {
            let person = stage.look(who)?;
            let up = person.persona.sleeps < person.persona.wakes
                || ends.of_day() + HOUR <= person.persona.sleeps;
            free &= up && !person.timetable.clashes(begins, ends);
        }
        if free {
            return Ok(Some(begins));
        }
    }
    Ok(None)
}
