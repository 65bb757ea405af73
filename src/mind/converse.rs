//! Conversations of the built-in mind: looking around for company, opening, taking turns, parting, arranging to meet.

use super::{
    act::{Mind, Voice},
    speech::{self, Speaker},
};
use crate::{
    campus::{AgentId, Noise, PlaceKind, Tile, people::Doing},
    conduct,
    dice::Purpose,
    time::{DAY, Due, HOUR, MINUTE, SimTime},
    tools::{self, Stage, ToolCall, free_for_talk},
};
use bevy::prelude::*;

/// Conversations whose next line is due in this tick.
#[derive(Resource, Clone, Debug, Default)]
pub struct LinesDue(pub Vec<u32>);

/// Those who look around in this tick.
#[derive(Resource, Clone, Debug, Default)]
pub struct Lookers(pub Vec<AgentId>);

/// How near somebody must be to be spoken to.
const NEAR: i16 = 3;

/// What somebody would say to another next, as a call; none when the place forbids it.
pub(super) fn say_to(
    stage: &Stage,
    voices: &Query<Voice<'static>>,
    agent: AgentId,
    other: AgentId,
) -> Result<Option<ToolCall>> {
    let person = stage.look(agent)?;
    let talk = person.activity.talk.and_then(|t| stage.talks.live.get(&t));
    let spoken = talk.map_or(0, |t| t.lines.len() as u64);
    let moment = stage.clock.tick.wrapping_mul(16).wrapping_add(spoken);
    let noise = stage.map().place_of(person.body.tile).map_or(Noise::Normal, |p| stage.map().place(p).noise);
    let mut voice = stage.dice.stream(agent.0, Purpose::Voice, moment);
    let traits = &person.persona.traits;
    if talk.is_none() && !conduct::dares_to_talk(traits, noise, &mut voice) {
        return Ok(None);
    }
    let (plan, episodic, social) = voices.get(stage.roster.entity(agent))?;
    let speaker = Speaker {
        agent,
        persona: person.persona,
        plan,
        episodic,
        social,
        doing: person.activity.doing,
        now: stage.now(),
    };
    let mut roll = stage.dice.stream(agent.0, Purpose::Speech, moment);
    let text: String =
        speech::line(&speaker, other, talk, &stage.names(), &mut roll).chars().take(tools::LONGEST_TEXT).collect();
    Ok(Some(ToolCall::Talk { with: other, text, loud: conduct::speaks_up(traits, noise, &mut voice) }))
}

/// Speaks the lines that are due, and ends the conversations that are over.
///
/// # Errors
/// Never for people of the roster.
pub fn converse(mut stage: Stage, mut due: ResMut<LinesDue>, voices: Query<Voice<'static>>) -> Result {
    for number in std::mem::take(&mut due.0) {
        let Some(talk) = stage.talks.live.get(&number) else { continue };
        if talk.next_at > stage.now() {
            continue;
        }
        let (speaker, over) = (talk.next_speaker(), talk.lines.len() >= usize::from(talk.length));
        let partner = talk.partner(speaker);
        if over {
            arrange(&mut stage, &voices, number)?;
            tools::end_talk(&mut stage, number)?;
            continue;
        }
        let said = match say_to(&stage, &voices, speaker, partner)? {
            Some(call) => tools::call(&mut stage, speaker, &call)?.is_ok(),
            None => false,
        };
        if !said {
            tools::end_talk(&mut stage, number)?;
        }
    }
    Ok(())
}

/// Those who get on well sometimes arrange to meet again.
fn arrange(stage: &mut Stage, voices: &Query<Voice<'static>>, number: u32) -> Result {
    let Some(talk) = stage.talks.live.get(&number) else { return Ok(()) };
    let (agent, with, lines) = (talk.opener, talk.other, talk.lines.len());
    let (_, _, social) = voices.get(stage.roster.entity(agent))?;
    let closeness = social.closeness(with);
    let mut roll = stage.dice.stream(agent.0, Purpose::Talk, stage.clock.tick ^ 0x0a44_a49e);
    let sociability = stage.look(agent)?.persona.traits.sociability;
    if lines < 4 || !roll.chance(0.025 * closeness * (0.4 + sociability)) {
        return Ok(());
    }
    let now = stage.now();
    let hours = [17, 18, 19, 20, 12, 16];
    let today = now.minus(now.of_day());
    let candidates: Vec<SimTime> = (0..2)
        .flat_map(|day| hours.map(|h| today.plus(day * DAY + h * HOUR + 30 * MINUTE)))
        .filter(|t| *t > now.plus(90 * MINUTE))
        .collect();
    let places: Vec<_> = [PlaceKind::Cafe, PlaceKind::Plaza, PlaceKind::Lawn, PlaceKind::CommonRoom]
        .into_iter()
        .flat_map(|kind| stage.map().of_kind(kind).collect::<Vec<_>>())
        .collect();
    let (Some(begins), Some(place)) = (roll.pick(&candidates).copied(), roll.pick(&places).copied()) else {
        return Ok(());
    };
    if stage.map().place(place).is_open(begins) && stage.map().place(place).is_open(begins.plus(45 * MINUTE)) {
        // A refusal (a clash, say) is recorded like any other; they simply do not meet.
        let _ = tools::call(stage, agent, &ToolCall::Schedule { with, place, begins, seconds: 45 * MINUTE })?;
    }
    Ok(())
}

/// Those who stay somewhere look around now and then: for company, and at the clock.
///
/// # Errors
/// Never for people of the roster.
pub fn look_around(
    mut stage: Stage,
    mut lookers: ResMut<Lookers>,
    mut minds: Query<Mind<'static>>,
    voices: Query<Voice<'static>>,
) -> Result {
    let now = stage.now();
    for agent in std::mem::take(&mut lookers.0) {
        let entity = stage.roster.entity(agent);
        // A look that was put off meanwhile has its own entry on the agenda.
        if minds.get(entity)?.2.looks_around > now {
            continue;
        }
        let person = stage.look(agent)?;
        let (doing, talking) = (person.activity.doing, person.activity.talk.is_some());
        if matches!(doing, Doing::Idle | Doing::Sleeping | Doing::InClass | Doing::Teaching) {
            continue;
        }
        if doing == Doing::Queueing && must_go(&stage, agent)? {
            let (mut current, _, mut habits, ..) = minds.get_mut(entity)?;
            current.steps.clear();
            habits.avoid.push((super::Action::Eat, now.plus(30 * MINUTE)));
            tools::give_up_queue(&mut stage, agent)?;
            continue;
        }
        if !talking
            && free_for_talk(doing)
            && doing != Doing::Studying
            && let Some(other) = company(&stage, &voices, agent)?
            && let Some(call) = say_to(&stage, &voices, agent, other)?
            && tools::call(&mut stage, agent, &call)?.is_ok()
        {
            set_length(&mut stage, &voices, agent, other)?;
        }
        let mut roll = stage.dice.stream(agent.0, Purpose::Talk, stage.clock.tick ^ 0x10_07);
        let next = now.plus(roll.between(200.0, 480.0) as u32);
        minds.get_mut(entity)?.2.looks_around = next;
        stage.agenda.put(next, Due::Reconsider(agent));
    }
    Ok(())
}

/// Whether somebody has to leave for its next commitment.
fn must_go(stage: &Stage, agent: AgentId) -> Result<bool> {
    let person = stage.look(agent)?;
    let now = stage.now();
    Ok(person.timetable.next(now).is_some_and(|c| {
        let walk = stage.map().distance(person.body.tile, stage.map().entrance(c.place)).unwrap_or(0) * 5;
        stage.map().place_of(person.body.tile) != Some(c.place) && now.plus(walk) >= c.begins
    }))
}

/// Whom somebody would speak to of those nearby, if to anybody.
fn company(stage: &Stage, voices: &Query<Voice<'static>>, agent: AgentId) -> Result<Option<AgentId>> {
    let person = stage.look(agent)?;
    let now = stage.now();
    let traits = person.persona.traits;
    let (_, _, social) = voices.get(stage.roster.entity(agent))?;
    let mut near: Vec<(AgentId, Tile)> = Vec::new();
    stage.neighbourhood.around(person.body.tile, NEAR, |who, tile| {
        if who != agent {
            near.push((who, tile));
        }
    });
    let lonely = 1.0 - person.needs.level(crate::campus::people::Need::Company, now);
    let mut roll = stage.dice.stream(agent.0, Purpose::Talk, stage.clock.tick.wrapping_mul(3));
    let mut best: Option<(f32, AgentId)> = None;
    for (who, tile) in near {
        let other = stage.look(who)?;
        let pause = social.known.get(&who).and_then(|k| k.talked.map(|at| (at, k.closeness)));
        let lately = pause
            .is_some_and(|(at, closeness)| now.since(at) < if closeness > 6.0 { 40 * MINUTE } else { 100 * MINUTE });
        if lately
            || other.activity.talk.is_some()
            || !free_for_talk(other.activity.doing)
            || !stage.hears(person.body.tile, tile, false)
        {
            continue;
        }
        let known = social.known.contains_key(&who);
        let busy = if matches!(other.activity.doing, Doing::Working | Doing::Studying) { 0.3 } else { 1.0 };
        let wish = (traits.sociability * (0.3 + 0.6 * lonely) + 0.035 * social.closeness(who))
            * if known { 1.0 } else { 0.35 }
            * busy;
        if roll.chance(wish) && best.is_none_or(|(w, _)| wish > w) {
            best = Some((wish, who));
        }
    }
    Ok(best.map(|(_, who)| who))
}

/// How many lines the two will exchange.
pub(super) fn set_length(stage: &mut Stage, voices: &Query<Voice<'static>>, agent: AgentId, other: AgentId) -> Result {
    let (_, _, social) = voices.get(stage.roster.entity(agent))?;
    let closeness = social.closeness(other);
    let sociability = stage.look(agent)?.persona.traits.sociability + stage.look(other)?.persona.traits.sociability;
    let mut roll = stage.dice.stream(agent.0, Purpose::Talk, stage.clock.tick ^ 0x7a1c);
    let lines = 3.0 + 2.0 * sociability + closeness / 2.5 + 2.0 * roll.bell();
    if let Some(number) = stage.look(agent)?.activity.talk
        && let Some(talk) = stage.talks.live.get_mut(&number)
    {
        talk.length = (lines.clamp(4.0, 12.0) as u8) & !1;
    }
    Ok(())
}
