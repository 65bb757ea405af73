//! What a line that was said changes: who knows what, whose turn it is, how long the talk goes on.

use super::voice::Voices;
use crate::{
    campus::talks::SpeechAct,
    social::{self, Ledger},
    tools::Stage,
};
use bevy::prelude::*;
use collegium_core::{dice::Draw, ids::AgentId};

/// Whose turn it is among several.
const TURN: Draw = Draw::of("talk: whose turn it is");
/// How many lines a talk is to have.
const LENGTH: Draw = Draw::of("talk: how long it is");

/// Lets the last line of a talk be learned from, and speaker and listeners note what the others now
/// know.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn share(
    stage: &mut Stage,
    ledger: &mut Ledger,
    voices: &mut Voices,
    agent: AgentId,
    number: u32,
) -> Result {
    let told = {
        let entities = stage.roster.0.clone();
        let closeness = |a: AgentId, b: AgentId| {
            entities
                .get(a.0 as usize)
                .and_then(|e| voices.get(*e).ok())
                .map_or(0.0, |(_, _, s, _)| s.closeness(b))
        };
        social::spread(stage, ledger, number, &closeness)?
    };
    for (listener, fact) in told {
        let about = ledger.fact(fact).and_then(|f| f.who());
        let news = ledger
            .fact(fact)
            .is_some_and(|f| f.kind() == social::FactKind::News);
        let (_, _, mut social, _) = voices.get_mut(stage.roster.entity(listener))?;
        social.learns(agent, fact);
        // Gossip changes how one sees the one whom it is about: news of broken norms for the worse,
        // stories for the better.
        if let Some(about) = about.filter(|w| *w != agent && *w != listener) {
            social.warm_to(about, if news { -0.12 } else { 0.05 });
        }
        let (_, _, mut social, _) = voices.get_mut(stage.roster.entity(agent))?;
        social.learns(listener, fact);
    }
    Ok(())
}

/// Among several, whoever was not asked anything may be passed over: the turn goes to who has been
/// silent, the sociable rather.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn pass_turn(stage: &mut Stage, number: u32, act: SpeechAct) -> Result {
    let asks = matches!(
        act,
        SpeechAct::Ask
            | SpeechAct::Greet
            | SpeechAct::Introduce
            | SpeechAct::Invite
            | SpeechAct::Arrange
            | SpeechAct::Apologise
    );
    let Some(talk) = stage
        .talks
        .live
        .get(&number)
        .filter(|t| t.members.len() > 2 && !asks)
    else {
        return Ok(());
    };
    let Some(last) = talk
        .lines
        .last()
        .map(|l| l.speaker)
        .filter(|l| *l != talk.turn && talk.waits.is_none())
    else {
        return Ok(());
    };
    // What was asked waits for its answer, and an answer for who asked.
    if let Some(who) = talk.awaited().filter(|who| *who != last) {
        if let Some(talk) = stage.talks.live.get_mut(&number) {
            talk.turn = who;
        }
        return Ok(());
    }
    let mut roll = stage.dice.stream(number, TURN, stage.clock.tick);
    let mut best: Option<(f32, AgentId)> = None;
    for member in talk.others(last) {
        let sociability = stage.look(member)?.persona.traits.sociability;
        let silent = talk.silent_for(member).min(8) as f32;
        let weight = (1.0 + silent) * (0.4 + sociability) * (0.5 + roll.unit());
        if best.is_none_or(|(w, _)| weight > w) {
            best = Some((weight, member));
        }
    }
    if let (Some((_, member)), Some(talk)) = (best, stage.talks.live.get_mut(&number)) {
        talk.turn = member;
    }
    Ok(())
}

/// How many lines those who begin to talk will exchange.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn set_length(
    stage: &mut Stage,
    voices: &Voices,
    number: u32,
    act: SpeechAct,
) -> Result {
    let Some((agent, other)) = stage
        .talks
        .live
        .get(&number)
        .map(|t| (t.opener(), t.other()))
    else {
        return Ok(());
    };
    let (.., social, _) = voices.get(stage.roster.entity(agent))?;
    let closeness = social.closeness(other);
    let sociability = stage.look(agent)?.persona.traits.sociability
        + stage.look(other)?.persona.traits.sociability;
    let mut roll = stage.dice.stream(agent.0, LENGTH, stage.clock.tick);
    let lines = 3.5 + 2.0 * sociability + closeness / 2.2 + 2.0 * roll.bell();
    if let Some(talk) = stage.talks.live.get_mut(&number) {
        talk.length = if act == SpeechAct::Apologise {
            3
        } else {
            lines.clamp(4.0, 13.0) as u8
        };
    }
    Ok(())
}
