//! What somebody tells of their own life: which memory fits the other and what was just said.

use super::{
    opening::line,
    speaker::Speaker,
    trust::{SECRET, may_hear_story},
};
use crate::{
    campus::{
        exchange::{Matter, Part},
        talks::{Talk, Topic},
    },
    memory::{Cue, Memory, MemoryKind},
    mind::thinking::LineAsk,
    tools::News,
};
use collegium_core::{dice::Stream, ids::AgentId};

/// How much a memory must have to do with what was just told to come to mind at it, of 1.
const REMINDS: f32 = 0.3;

/// The line that tells a memory of one's own life: one that the other has not heard. With
/// [`Part::Returns`] it is one of which the last line reminds.
pub(super) fn story(
    me: &Speaker<'_>,
    with: AgentId,
    talk: Option<&Talk>,
    part: Part,
    roll: &mut Stream,
) -> Option<LineAsk> {
    let said = talk.and_then(|t| t.lines.iter().rev().find(|l| !l.speech.tells.is_empty()));
    let said = said.or_else(|| talk.and_then(|t| t.lines.last()));
    let said = said.map_or("", |l| l.text.as_str());
    let reminded = part == Part::Returns;
    let query = if reminded {
        said.to_owned()
    } else {
        format!("{} {said} {}", me.names.person(with), me.persona.task)
    };
    let settings = me.names.scenario.retrieval;
    let cue = Cue {
        settings: &settings,
        now: me.now,
        query: &query,
        task: &me.persona.task,
        most: 4,
    };
    let fits = |m: &Memory| m.kind == MemoryKind::Seed && may_hear_story(me, m, with, talk);
    let found = me.episodic.recall(&cue, fits);
    let told = |fact: u32| {
        me.social.knows_that_knows(with, fact)
            || talk.is_some_and(|t| t.lines.iter().any(|l| l.speech.tells.contains(&fact)))
    };
    let untold: Vec<(u32, u32, u8)> = found
        .iter()
        .filter(|found| !reminded || found.scored.parts.relevance.raw >= REMINDS)
        .filter_map(|found| {
            let memory = me.episodic.get(found.number)?;
            let fact = life(me, found.number)?;
            (!told(fact)).then_some((found.number, fact, memory.importance))
        })
        .collect();
    let (number, fact, importance) = if reminded {
        untold.first().copied()?
    } else {
        roll.pick(&untold).copied()?
    };
    let matter = if importance >= SECRET {
        Matter::Secret
    } else {
        Matter::Story
    };
    let mut ask = line(with, matter, Topic::Memory(me.agent));
    ask.step = ask.step.map(|step| step.on(part, None));
    Some(LineAsk {
        memory: Some(number),
        tells: vec![fact],
        ..ask
    })
}

/// The fact that a memory from before the scenario is: those come first in a stream.
fn life(me: &Speaker<'_>, memory: u32) -> Option<u32> {
    let story = News::Life {
        who: me.agent,
        memory: memory as u16,
    };
    let mine = |n: &u32| me.ledger.fact(*n).is_some_and(|f| f.news == story);
    me.ledger.known_to(me.agent).find(mine)
}
