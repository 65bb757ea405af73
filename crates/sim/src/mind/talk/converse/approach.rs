//! Turning to somebody: to open a talk, to join one, or to apologise.

use super::{
    ask::ask_for_line,
    voice::{Voices, other},
};
use crate::{
    campus::{
        people::{Doing, Role},
        talks::SpeechAct,
    },
    conduct::{self, Conducting, Point, Situation},
    mind::{
        outcome::refused,
        state::Mind,
        thought_queue::{Heard, ThoughtQueue},
    },
    social::Ledger,
    tools::{self, Breach, Gesture, Sign, SimEvent, Stage, ToolCall},
};
use bevy::prelude::*;
use collegium_core::{dice::Draw, ids::AgentId, time::MINUTE};

/// Whether somebody who was served says thank you.
const THANKS: Draw = Draw::of("talk: whether to thank who serves");

/// How near whoever serves stands, in tiles.
const SERVES: i16 = 5;

/// Somebody turns to somebody, to open a conversation or to join one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approach {
    /// The person who turns to somebody.
    pub agent: AgentId,
    /// The person they turn to.
    pub with: AgentId,
    /// What for; none for whatever there is to say.
    pub act: Option<SpeechAct>,
    /// Whether it is the step of an action that fails with it.
    pub failing: bool,
}

/// Those who turn to somebody in this tick.
#[derive(Resource, Clone, Debug, Default)]
pub struct Approaches(pub Vec<Approach>);

/// Lets those who turn to somebody find words: to open a talk, to join one, or to apologise.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn approach(
    mut stage: Stage,
    ledger: Res<Ledger>,
    mut approaches: ResMut<Approaches>,
    mut thoughts: ResMut<ThoughtQueue>,
    mut heard: ResMut<Heard>,
    mut minds: Query<Mind<'static>>,
    voices: Voices,
    mut conduct: Conducting,
) -> Result {
    approaches.0.extend(courtesies(&stage, &mut conduct)?);
    thanks(&mut stage)?;
    for Approach {
        agent,
        with,
        act,
        failing,
    } in std::mem::take(&mut approaches.0)
    {
        let person = stage.look(agent)?;
        let waits = {
            let (.., mind) = voices.get(stage.roster.entity(agent))?;
            mind.is_model() && thoughts.waits(agent, |p| p == collegium_llm::Purpose::Line)
        };
        // An apology is called over, if need be.
        let heard_there = stage.hears(
            person.body.tile,
            stage.look(with)?.body.tile,
            act == Some(SpeechAct::Apologise),
        );
        let may = !waits && person.activity.talk.is_none() && heard_there;
        let dares =
            may && (act.is_some() || dares_to_talk(&stage, &mut conduct, &voices, agent, with)?);
        if !dares {
            if failing {
                refused(&mut stage, &mut minds, agent, None)?;
            }
            continue;
        }
        let number = stage.look(with)?.activity.talk;
        let queues = (&mut *thoughts, &mut *heard);
        let asked = ask_for_line(
            &stage,
            (&ledger, &conduct),
            &voices,
            queues,
            (agent, with, number),
            act,
        )?;
        if asked && stage.look(agent)?.activity.doing == Doing::Idle {
            let until = stage.now().plus(2 * MINUTE);
            stage.begin(agent, Doing::Chatting, Some(until))?;
        }
    }
    Ok(())
}

/// Whether somebody speaks to somebody, here and now.
fn dares_to_talk(
    stage: &Stage,
    conduct: &mut Conducting,
    voices: &Voices,
    agent: AgentId,
    with: AgentId,
) -> Result<bool> {
    let other = Some(other(stage, voices, agent, with, false)?);
    let situation = Situation {
        other,
        ..conduct::situation(stage, agent, Point::Talk)?
    };
    Ok(conduct::decide(conduct, stage, agent, situation)? == conduct::points::Talk::Begin)
}

/// Those who were just served thank whoever serves there, the courteous nearly always.
fn thanks(stage: &mut Stage) -> Result {
    let served: Vec<AgentId> = stage
        .occurrences
        .list
        .iter()
        .filter(|o| matches!(o.event, SimEvent::Served { .. }))
        .filter_map(|o| o.agent)
        .collect();
    for agent in served {
        let person = stage.look(agent)?;
        let tile = person.body.tile;
        let likely = 0.35 + 0.6 * person.persona.traits.courtesy;
        let mut roll = stage.dice.stream(agent.0, THANKS, stage.clock.tick);
        let mut near = Vec::new();
        stage.neighbourhood.around(tile, SERVES, |who, there| {
            near.push((tile.distance(there), who));
        });
        near.sort_unstable();
        let mut serving = None;
        for (_, who) in near {
            let other = stage.look(who)?;
            let works = other.activity.doing == Doing::Working
                && matches!(
                    other.persona.role,
                    Role::Cook | Role::Barista | Role::Shopkeeper
                );
            if works && who != agent {
                serving = Some(who);
                break;
            }
        }
        if let Some(with) = serving.filter(|_| roll.chance(likely)) {
            let gesture = Gesture::Thank;
            // Whoever has turned away meanwhile is not thanked.
            let _ = tools::call(stage, agent, &ToolCall::Gesture(Sign { with, gesture }))?;
        }
    }
    Ok(())
}

/// Those who have just broken a norm at somebody's cost and are courteous enough to say so.
fn courtesies(stage: &Stage, conduct: &mut Conducting) -> Result<Vec<Approach>> {
    let mut all = Vec::new();
    for occurrence in &stage.occurrences.list {
        let Some(agent) = occurrence.agent else {
            continue;
        };
        if let Some(Breach::QueueCutting { passed: Some(with) }) = occurrence.event.breach() {
            let with = *with;
            let situation = conduct::situation(stage, agent, Point::Amends)?;
            if conduct::decide(conduct, stage, agent, situation)?
                == conduct::points::Amends::Apologise
            {
                all.push(Approach {
                    agent,
                    with,
                    act: Some(SpeechAct::Apologise),
                    failing: false,
                });
            }
        }
    }
    Ok(all)
}
