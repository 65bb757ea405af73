//! The executor: checks a call against the world and carries it out, or says why not.

use super::{LONGEST_TEXT, Refusal, SimEvent, Stage, ToolCall, tool::Tried};
use crate::campus::{people::Doing, talks::Speech};
use collegium_core::ids::AgentId;

/// Carries out `call` for `agent`, or refuses it. Either way the outcome is noted as an event.
///
/// # Errors
/// Never for people of the roster.
pub fn call(stage: &mut Stage, agent: AgentId, call: &ToolCall) -> Tried {
    speak(stage, agent, call, Speech::default())
}

/// Like [`call`], for a `talk` call of which is known what it is for and what it tells.
///
/// # Errors
/// Never for people of the roster.
pub fn speak(stage: &mut Stage, agent: AgentId, call: &ToolCall, speech: Speech) -> Tried {
    let before = stage.occurrences.list.len();
    let asleep = stage.look(agent)?.activity.doing == Doing::Sleeping;
    let outcome = if asleep {
        Err(Refusal::Asleep)
    } else {
        call.carry_out(stage, agent, speech)?
    };
    let call = call.clone();
    stage.note(
        agent,
        match &outcome {
            Ok(_) => SimEvent::Done { call },
            Err(why) => SimEvent::Refused { call, why: *why },
        },
    )?;
    // What the call brought about comes after the call itself.
    stage.occurrences.list[before..].rotate_right(1);
    Ok(outcome)
}

/// Whether a text is one that can be said or written.
pub(super) fn good_text(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= LONGEST_TEXT
}
