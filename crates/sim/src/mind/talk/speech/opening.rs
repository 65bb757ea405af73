//! How an exchange is opened: the line for a matter and a topic.

use crate::{
    campus::{
        exchange::{Matter, Step},
        talks::{SpeechAct, Topic},
    },
    mind::thinking::LineAsk,
};
use collegium_core::ids::AgentId;

/// The line that opens an exchange.
pub(super) fn line(with: AgentId, matter: Matter, topic: Topic) -> LineAsk {
    let act = match matter {
        Matter::Gossip | Matter::Retold => SpeechAct::Gossip,
        Matter::Story | Matter::Secret | Matter::Lapse => SpeechAct::Remember,
        _ if matter.asks() => SpeechAct::Ask,
        _ => SpeechAct::Tell,
    };
    LineAsk::new(with, act, topic).in_step(Step::opening(matter))
}
