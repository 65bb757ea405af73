//! Looking around during a stay: for company, for those who lack something, at the clock, at the
//! campus feed.

use crate::{
    campus::{
        About,
        people::{Doing, Need},
        talks::MOST_MEMBERS,
    },
    conduct::Conducting,
    mind::{
        builtin::{
            arranging::arrange,
            giving::{Giving, hand_over},
            looking_up::look_up,
        },
        state::{Action, Mind},
        talk::{
            converse::{Approach, Approaches, NEAR, Voices, must_go},
            encounter::looks_up_from_books,
            speech,
        },
        why::CameUp,
    },
    social::{self, Ledger},
    tools::{self, Due, Stage, ToolCall, free_for_talk},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    ids::AgentId,
    time::{DAY, HOUR, MINUTE, SimTime},
};

/// When somebody looks around next.
const NEXT_LOOK: Draw = Draw::of("look around: when next");
/// Whom somebody speaks to.
const COMPANY: Draw = Draw::of("look around: whom to speak to");
/// Whether somebody who is alone reads the feed or writes on it, and what.
const ALONE: Draw = Draw::of("look around: what to do alone");

/// How long those in class keep their eyes on it, in seconds.
const IN_CLASS: u32 = 10 * MINUTE;

/// Those who look around in this tick.
#[derive(Resource, Clone, Debug, Default)]
pub struct Lookers(pub Vec<AgentId>);

/// Those who stay somewhere look around now and then: for company, at the clock, at the feed.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn look_around(
    mut stage: Stage,
    mut ledger: ResMut<Ledger>,
    mut lookers: ResMut<Lookers>,
    mut approaches: ResMut<Approaches>,
    mut minds: Query<Mind<'static>>,
    mut voices: Voices,
    mut conduct: Conducting,
    mut giving: Query<&mut Giving>,
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
        if !talking && hand_over(&mut stage, &mut minds, &voices, &mut giving, agent)? {
            continue;
        }
        if matches!(doing, Doing::InClass | Doing::Teaching) {
            look_again(&mut stage, &mut minds, agent, now.plus(IN_CLASS))?;
            continue;
        }
        if matches!(doing, Doing::Idle | Doing::Sleeping) {
            continue;
        }
        if doing == Doing::Queueing && must_go(&stage, agent)? {
            let (mut current, _, mut habits, ..) = minds.get_mut(entity)?;
            current.steps.clear();
            habits.avoid.push((Action::Eat, now.plus(30 * MINUTE)));
            tools::give_up_queue(&mut stage, agent)?;
            continue;
        }
        if !talking && free_for_talk(doing) && doing != Doing::Studying {
            arrange(&mut stage, &minds, &voices, agent)?;
            match company(&stage, &voices, agent)? {
                // A model chooses itself whom it turns to of those in reach, and what for.
                // Where its model does not answer, the rule does.
                Some(_) if asks_model(&minds, entity, now)? => {
                    let (.., mut deliberation, _) = minds.get_mut(entity)?;
                    if deliberation.stirred(CameUp::Company, now) {
                        stage.undecided.0.insert(agent);
                    }
                }
                Some(with) => approaches.0.push(Approach {
                    agent,
                    with,
                    act: None,
                    failing: false,
                }),
                None => alone(&mut stage, &mut ledger, &mut minds, &mut voices, agent)?,
            }
        }
        if doing == Doing::Studying && !talking {
            looks_up_from_books(&mut stage, &mut conduct, &mut minds, &mut voices, agent)?;
        }
        let mut roll = stage.dice.stream(agent.0, NEXT_LOOK, stage.clock.tick);
        let next = now.plus(roll.between(200.0, 480.0) as u32);
        look_again(&mut stage, &mut minds, agent, next)?;
    }
    Ok(())
}

/// Whether somebody's model is asked what to do now.
fn asks_model(minds: &Query<Mind<'static>>, person: Entity, now: SimTime) -> Result<bool> {
    let (.., deliberation, kind) = minds.get(person)?;
    Ok(kind.is_model() && deliberation.left_to_built_in <= now)
}

/// Puts the next look around on the agenda.
fn look_again(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    agent: AgentId,
    at: SimTime,
) -> Result {
    minds.get_mut(stage.roster.entity(agent))?.2.looks_around = at;
    stage.agenda.put(at, Due::Reconsider(agent));
    Ok(())
}

/// Whom somebody would speak to of those nearby, if to anybody.
fn company(stage: &Stage, voices: &Voices, agent: AgentId) -> Result<Option<AgentId>> {
    let person = stage.look(agent)?;
    let now = stage.now();
    let traits = person.persona.traits;
    let (_, _, social, _) = voices.get(stage.roster.entity(agent))?;
    let here = person.body.tile;
    let attention = usize::from(stage.setting.0.perception.attention);
    let near = stage
        .neighbourhood
        .nearest(here, NEAR, attention, |who, tile| {
            who != agent && stage.hears(here, tile, false)
        });
    let lonely = 1.0 - person.needs.level(Need::Company, now);
    let mut roll = stage.dice.stream(agent.0, COMPANY, stage.clock.tick);
    let mut best: Option<(f32, AgentId)> = None;
    for who in near {
        let other = stage.look(who)?;
        let pause = social
            .known
            .get(&who)
            .and_then(|k| k.talked.map(|at| (at, k.closeness)));
        let lately = pause.is_some_and(|(at, closeness)| {
            now.since(at)
                < if closeness > 6.0 {
                    40 * MINUTE
                } else {
                    100 * MINUTE
                }
        });
        let full = other.activity.talk.is_some_and(|number| {
            stage
                .talks
                .live
                .get(&number)
                .is_none_or(|t| t.members.len() >= MOST_MEMBERS || t.all.contains(&agent))
        });
        if lately || full || !free_for_talk(other.activity.doing) {
            continue;
        }
        let known = social.known.contains_key(&who);
        let busy = if matches!(other.activity.doing, Doing::Working | Doing::Studying) {
            0.3
        } else {
            1.0
        };
        // To join others takes more than to speak to somebody alone, but for friends.
        let joins = if other.activity.talk.is_none() {
            1.0
        } else {
            0.3 + 0.07 * social.closeness(who)
        };
        let wish = (traits.sociability * (0.3 + 0.6 * lonely) + 0.035 * social.closeness(who))
            * if known { 1.0 } else { 0.5 }
            * busy
            * joins;
        if roll.chance(wish) && best.is_none_or(|(w, _)| wish > w) {
            best = Some((wish, who));
        }
    }
    Ok(best.map(|(_, who)| who))
}

/// What somebody does who has a moment and no company: reads the feed, or writes of the event they
/// host.
fn alone(
    stage: &mut Stage,
    ledger: &mut Ledger,
    minds: &mut Query<Mind<'static>>,
    voices: &mut Voices,
    agent: AgentId,
) -> Result {
    let person = stage.look(agent)?;
    let leisure = matches!(
        person.activity.doing,
        Doing::Resting
            | Doing::Coffee
            | Doing::Eating
            | Doing::Waiting
            | Doing::OnPhone
            | Doing::Queueing
    );
    let mut roll = stage.dice.stream(agent.0, ALONE, stage.clock.tick);
    if !leisure {
        return Ok(());
    }
    let sociability = person.persona.traits.sociability;
    let entity = stage.roster.entity(agent);
    let unread = social::heed::reads_feed(*stage.dice, agent, sociability)
        && voices.get(entity)?.2.read < stage.feed.posts.count();
    if unread && roll.chance(0.15 + 0.15 * sociability) {
        let (_, _, mut social, _) = voices.get_mut(entity)?;
        social::read_feed(stage, ledger, agent, &mut social)?;
        return Ok(());
    }
    if look_up(stage, ledger, minds, voices, agent)? {
        return Ok(());
    }
    let now = stage.now();
    let idle = matches!(
        stage.look(agent)?.activity.doing,
        Doing::Resting | Doing::Waiting
    );
    if !idle
        || minds.get(entity)?.2.hours_since(Action::Post, now) < 20.0
        || !roll.chance(0.4 * sociability)
    {
        return Ok(());
    }
    let setting = std::sync::Arc::clone(&stage.setting.0);
    let hosted = setting.events.iter().zip(0..).find(|(e, _)| {
        e.hidden
            && e.hosts.contains(&agent)
            && e.begins > now.plus(HOUR)
            && e.begins.since(now) < 3 * DAY
    });
    if let Some((event, number)) = hosted {
        let place = stage.map().place(event.place).name.clone();
        let language = stage.look(agent)?.persona.language;
        let text = speech::event_post(language, &event.title, event.begins, &place, now, &mut roll);
        let about = About::Event(number);
        if tools::call(stage, agent, &ToolCall::Post(tools::Post { text, about }))?.is_ok() {
            minds.get_mut(entity)?.2.last[Action::Post as usize] = Some(now);
        }
    }
    Ok(())
}
