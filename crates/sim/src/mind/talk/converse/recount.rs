//! Which memories a line of the built-in mind rests on: those of the facts that it tells, of what it
//! is about, and of the last talk that it goes back to.

use crate::{
    campus::talks::{SpeechAct, Topic},
    memory::{Memory, MemoryKind, Object, Predicate},
    mind::{
        recollect::{is_of_event, newest},
        recollection::Recollection,
        talk::speech::Speaker,
    },
    tools::News,
};
use collegium_core::ids::AgentId;

/// What a line rests on that somebody said to another.
pub(super) fn of_line(
    me: &Speaker<'_>,
    with: AgentId,
    act: SpeechAct,
    topic: Topic,
    tells: &[u32],
) -> Recollection {
    let told = tells.iter().filter_map(|fact| of_fact(me, *fact));
    let mut used: Vec<u32> = told.collect();
    // What a farewell or a thank-you is about needs no memory.
    if !matches!(act, SpeechAct::Part | SpeechAct::Introduce) {
        used.extend(of_topic(me, with, act, topic));
    }
    Recollection::of(used)
}

/// The memory by which somebody knows a fact: of being told, reading or seeing it, or of living it.
fn of_fact(me: &Speaker<'_>, number: u32) -> Option<u32> {
    let news = me.ledger.fact(number)?.news;
    if let News::Life { who, memory } = news
        && who == me.agent
    {
        // What a life begins with is what its stream begins with.
        return me.episodic.get(u32::from(memory)).map(|_| memory.into());
    }
    let since = me.ledger.since(me.agent, number);
    let facts = &me.names.scenario.facts;
    newest(me.episodic, |memory| {
        let seen = match news {
            News::Pushed { .. } => memory.predicate == Predicate::PushedIn,
            News::Loud { .. } => memory.predicate == Predicate::WasLoud,
            News::Missed { .. } => memory.predicate == Predicate::Missed,
            News::Scored { .. } => memory.predicate == Predicate::Scored,
            News::Worked { .. } => memory.predicate == Predicate::GotDone,
            News::Event(event) => is_of_event(memory, event, facts),
            _ => false,
        };
        let then = matches!(news, News::Event(_)) || since == Some(memory.at);
        seen && then || memory.object.as_ref().is_some_and(|o| o.is_of(&news))
    })
}

/// The memory of what a line is about, where it goes back to one.
fn of_topic(me: &Speaker<'_>, with: AgentId, act: SpeechAct, topic: Topic) -> Option<u32> {
    let talked = |memory: &Memory| memory.kind == MemoryKind::Chat;
    match topic {
        Topic::Fact(number) => of_fact(me, number),
        Topic::Event(event) => {
            let facts = &me.names.scenario.facts;
            newest(me.episodic, |memory| is_of_event(memory, event, facts))
        }
        Topic::Invitation(number) => {
            let to = me.invitations.list.get(number)?.to;
            newest(me.episodic, |m| m.object == Some(Object::Occasion(to)))
        }
        Topic::Plans if act == SpeechAct::Tell => newest(me.episodic, |memory| {
            memory.predicate == Predicate::Plans && memory.at.day() == me.now.day()
        }),
        // What is asked after at a greeting is what one talked about.
        Topic::Course(_) | Topic::Person(_) | Topic::Task(..) | Topic::Goal(..) => {
            let object = Object::of_talk(topic);
            newest(me.episodic, |memory| {
                let with_them = memory.about == Some(with) || act != SpeechAct::Greet;
                talked(memory) && with_them && memory.object == object
            })
        }
        _ => None,
    }
}
