//! Whose turn it is in a conversation, and who joins it.

use super::{
    approach::{Approach, Approaches},
    ask::ask_for_line,
    voice::{NEAR, Voices, must_go},
};
use crate::{
    campus::{
        people::Doing,
        talks::{MOST_MEMBERS, Talk, Topic},
    },
    conduct::Conducting,
    mind::thought_queue::{Heard, ThoughtQueue},
    social::Ledger,
    tools::{self, Due, Stage, free_for_talk},
};
use bevy::prelude::*;
use collegium_core::{dice::Draw, ids::AgentId, time::MINUTE};

/// Whether somebody nearby joins a talk.
const JOINS: Draw = Draw::of("talk: whether to join");

/// Conversations whose next line is due in this tick.
#[derive(Resource, Clone, Debug, Default)]
pub struct LinesDue(pub Vec<u32>);

/// How long a talk waits for a model's line, in simulated seconds; then it ends.
const PATIENCE: u32 = 10 * MINUTE;

/// Sees to the conversations whose next line is due: who speaks, to whom, and what for.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn begin_lines(
    mut stage: Stage,
    ledger: Res<Ledger>,
    mut due: ResMut<LinesDue>,
    mut approaches: ResMut<Approaches>,
    mut thoughts: ResMut<ThoughtQueue>,
    mut heard: ResMut<Heard>,
    voices: Voices,
    conduct: Conducting,
) -> Result {
    let now = stage.now();
    for number in std::mem::take(&mut due.0) {
        let Some(talk) = stage.talks.live.get(&number) else {
            continue;
        };
        if talk.next_at > now || talk.waits.is_some_and(|until| until > now) {
            continue;
        }
        if talk.waits.is_some() {
            tools::end_talk(&mut stage, number)?;
            continue;
        }
        let agent = next_speaker(talk);
        let with = talk.partner(agent);
        if must_go(&stage, agent)?
            && let Some(talk) = stage.talks.live.get_mut(&number)
            && !talk.leaving.contains(&agent)
        {
            talk.leaving.push(agent);
        }
        let Some(talk) = stage.talks.live.get_mut(&number) else {
            continue;
        };
        (talk.turn, talk.waits) = (agent, Some(now.plus(PATIENCE)));
        let queues = (&mut *thoughts, &mut *heard);
        let asked = ask_for_line(
            &stage,
            (&ledger, &conduct),
            &voices,
            queues,
            (agent, with, Some(number)),
            None,
        )?;
        if asked {
            stage.agenda.put(now.plus(PATIENCE), Due::Line(number));
        }
        approaches.0.extend(joins(&stage, &voices, number)?);
    }
    Ok(())
}

/// Who speaks next: who is about to leave, or whose turn it is.
fn next_speaker(talk: &Talk) -> AgentId {
    let last = talk.lines.last().map(|l| l.speaker);
    talk.leaving
        .iter()
        .copied()
        .find(|a| Some(*a) != last)
        .unwrap_or(talk.turn)
}

/// Somebody nearby who would like to join a talk.
fn joins(stage: &Stage, voices: &Voices, number: u32) -> Result<Option<Approach>> {
    let Some(talk) = stage.talks.live.get(&number) else {
        return Ok(None);
    };
    let room =
        talk.members.len() < MOST_MEMBERS && talk.lines.len() + 3 < usize::from(talk.length).max(5);
    if !room || talk.lines.len().is_multiple_of(2) || talk.topic == Topic::Courtesy {
        return Ok(None);
    }
    let tile = stage.look(talk.turn)?.body.tile;
    let attention = usize::from(stage.setting.0.perception.attention);
    let near = stage
        .neighbourhood
        .nearest(tile, NEAR, attention, |who, there| {
            !talk.all.contains(&who) && stage.hears(tile, there, false)
        });
    for agent in near {
        let person = stage.look(agent)?;
        let leisure = !matches!(
            person.activity.doing,
            Doing::Working | Doing::Studying | Doing::Queueing | Doing::Idle
        );
        if person.activity.talk.is_some() || !leisure || !free_for_talk(person.activity.doing) {
            continue;
        }
        let (.., social, _) = voices.get(stage.roster.entity(agent))?;
        let closest = |a: &AgentId, b: &AgentId| {
            social
                .closeness(*a)
                .total_cmp(&social.closeness(*b))
                .then(b.cmp(a))
        };
        let Some(with) = talk.members.iter().copied().max_by(closest) else {
            continue;
        };
        let mut roll = stage.dice.stream(agent.0, JOINS, stage.clock.tick);
        let wish = 0.1 * person.persona.traits.sociability + 0.035 * social.closeness(with);
        if roll.chance(wish) {
            return Ok(Some(Approach {
                agent,
                with,
                act: None,
                failing: false,
            }));
        }
    }
    Ok(None)
}
