//! Looking things up: when and where something is on that one has half heard of, or means to go to.

use crate::{
    campus::people::{Doing, Engagement},
    memory::{Episodic, Object},
    mind::{state::Mind, talk::converse::Voices},
    social::{Ledger, Source},
    tools::{self, Find, Search, Stage},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    ids::AgentId,
    time::{DAY, HOUR},
};

/// Whether somebody who has a moment looks something up.
const LOOKS: Draw = Draw::of("looking up: whether to look it up");

/// How long nobody looks anything up again, in seconds.
const PAUSE: u32 = 5 * HOUR;

/// How far ahead events are looked up that one means to go to, in seconds.
const SOON: u32 = 36 * HOUR;

/// Lets somebody who has nothing to do look up an event: one that they only overheard somebody
/// speak of, rather than one that they mean to go to. Gives whether they did.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn look_up(
    stage: &mut Stage,
    ledger: &Ledger,
    minds: &Query<Mind<'static>>,
    voices: &Voices,
    agent: AgentId,
) -> Result<bool> {
    let entity = stage.roster.entity(agent);
    let idle = matches!(
        stage.look(agent)?.activity.doing,
        Doing::Resting | Doing::Waiting
    );
    if !idle || minds.get(entity)?.4.is_model() {
        return Ok(false);
    }
    let mut roll = stage.dice.stream(agent.0, LOOKS, stage.clock.tick);
    let chance = roll.unit();
    // Most moments nobody thinks of it, and nothing is gone through.
    if chance > HALF_HEARD {
        return Ok(false);
    }
    let (_, episodic, ..) = voices.get(entity)?;
    let Some((event, wish)) = wanted(stage, ledger, episodic, agent)? else {
        return Ok(false);
    };
    let setting = std::sync::Arc::clone(&stage.setting.0);
    let Some(event) = setting
        .events
        .get(usize::from(event))
        .filter(|_| chance < wish)
    else {
        return Ok(false);
    };
    let query = event.title.clone();
    Ok(tools::call(stage, agent, &Search { query }.into())?.is_ok())
}

/// How likely somebody looks up in a moment what they have half heard of.
const HALF_HEARD: f32 = 0.35;

/// How likely they look up what they mean to go to.
const MEANT: f32 = 0.12;

/// The event that somebody would look up, and how likely they do; none where there is none, or where
/// they looked something up just before.
fn wanted(
    stage: &Stage,
    ledger: &Ledger,
    episodic: &Episodic,
    agent: AgentId,
) -> Result<Option<(u16, f32)>> {
    let now = stage.now();
    let lately = || {
        let from = now.minus((2 * DAY).min(now.0));
        episodic
            .since(from)
            .filter_map(move |(_, m)| match &m.object {
                Some(Object::Found(finds)) => Some((m.at, finds)),
                _ => None,
            })
    };
    if lately().any(|(at, _)| now.since(at) < PAUSE) {
        return Ok(None);
    }
    let person = stage.look(agent)?;
    let scenario = &*stage.setting.0;
    let new = |number: u16| {
        let known = lately().any(|(_, finds)| finds.contains(&Find::Event(number)));
        let event = scenario.events.get(usize::from(number));
        event.is_some_and(|e| e.begins > now && e.invites(&person.persona.group)) && !known
    };
    let heard = ledger.known_to(agent).filter_map(|fact| {
        let overheard = ledger.source_of(agent, fact) == Some(Source::Overheard);
        let event = ledger.fact(fact)?.event(scenario)?;
        (overheard && !person.timetable.events.contains(&event)).then_some(event)
    });
    if let Some(event) = heard.into_iter().find(|event| new(*event)) {
        return Ok(Some((event, HALF_HEARD)));
    }
    let today = person.timetable.today.iter().filter_map(|c| match c.what {
        Engagement::Event(event) => Some(event),
        _ => None,
    });
    let soon = |event: &u16| {
        let event = scenario.events.get(usize::from(*event));
        event.is_some_and(|event| event.begins.since(now) < SOON)
    };
    let mut meant = today.chain(person.timetable.events.iter().copied());
    let found = meant.find(|event| soon(event) && new(*event));
    Ok(found.map(|event| (event, MEANT)))
}
