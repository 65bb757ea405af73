//! The chronicle: every event gets a number, enters the running hash, and waits to be saved.

use super::tally::Tally;
use crate::{
    campus::talks::{Talk, Talks},
    room::Grows,
    tools::{Names, Occurrence, Occurrences, SimEvent, tell},
};
use bevy::prelude::*;
use collegium_core::{
    i18n::Words,
    ids::AgentId,
    text::harmless_lines,
    time::{Clock, SimTime},
};
use serde::{Deserialize, Serialize};

/// Where the log stands: the number of events, their running hash, and what was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogHead {
    /// How many events there are so far, from the beginning of the run.
    pub events: u64,
    /// BLAKE3 over the hash before and the bytes of each tick's events, tick by tick.
    pub hash: [u8; 32],
    /// What was counted of them.
    pub tally: Tally,
}

impl LogHead {
    /// The hash in hexadecimal digits.
    pub fn hex(&self) -> String {
        blake3::Hash::from_bytes(self.hash).to_hex().to_string()
    }
}

/// An event as it stands in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// Its place in the log, from 0.
    pub seq: u64,
    /// The tick in which it happened, from 0.
    pub tick: u64,
    /// The moment at which it happened.
    pub at: SimTime,
    /// What happened, to whom and where.
    pub occurrence: Occurrence,
}

impl Logged {
    /// The event as a sentence, in the language of the words. What steers or hides in a row of a
    /// save that somebody passed on is visible in it.
    pub fn text(&self, words: &Words, names: &Names<'_>) -> String {
        let text = tell::event(words, &self.occurrence, names);
        harmless_lines(&text).into_owned()
    }

    /// As a JSON object: numbers, names, the event itself, and the event in words.
    ///
    /// # Errors
    /// When the event cannot be written as JSON, which no event's shape allows.
    pub fn json(&self, words: &Words, names: &Names<'_>) -> serde_json::Result<serde_json::Value> {
        let Occurrence {
            agent,
            place,
            ref event,
            ..
        } = self.occurrence;
        let person = |id: AgentId| names.person(id);
        let mut fields = serde_json::to_value(event)?;
        let call = match event {
            SimEvent::Done { call } | SimEvent::Refused { call, .. } => Some(call.to_json(names)),
            _ => None,
        };
        Ok(serde_json::json!({
            "seq": self.seq, "tick": self.tick, "time": self.at.0, "when": self.at.to_string(),
            "agent": agent.map(person), "other": event.with().map(person),
            "place": place.map(|p| names.place(p)), "kind": event.kind(), "call": call,
            "event": fields.get_mut(event.kind()).map(serde_json::Value::take),
            "text": self.text(words, names),
        }))
    }
}

/// The event log of a campus.
#[derive(Resource, Clone, Debug, Default)]
pub struct Chronicle {
    /// How long the log is, its hash and what was counted.
    pub head: LogHead,
    /// Events not yet taken out by whoever saves or shows them.
    pub pending: Vec<Logged>,
    /// Conversations that have ended and are not yet taken out, with when they ended.
    pub talks: Vec<(u32, SimTime, Talk)>,
    /// Whether events are kept for taking out, or only hashed and counted.
    keeps: bool,
    buffer: Vec<u8>,
}

impl Chronicle {
    /// A log at its beginning, whose events are kept for taking out.
    pub fn keeping() -> Self {
        Self {
            keeps: true,
            ..Self::default()
        }
    }
}

impl Grows for Chronicle {
    fn hold(&mut self, hold: bool) {
        self.keeps = hold;
    }

    fn saved(&mut self) {
        self.pending.clear();
        self.talks.clear();
    }
}

/// Enters what happened in the tick into the log.
///
/// # Errors
/// When an event cannot be turned into bytes, which no event's shape allows.
pub fn chronicle(
    clock: Res<Clock>,
    mut occurrences: ResMut<Occurrences>,
    mut talks: ResMut<Talks>,
    mut chronicle: ResMut<Chronicle>,
) -> Result {
    let ended = std::mem::take(&mut talks.ended);
    occurrences.perceived = 0;
    if occurrences.list.is_empty() {
        return Ok(());
    }
    let Chronicle {
        head,
        pending,
        talks,
        keeps,
        buffer,
    } = &mut *chronicle;
    buffer.clear();
    buffer.extend_from_slice(&head.hash);
    for occurrence in occurrences.list.drain(..) {
        let bytes = std::mem::take(buffer);
        *buffer = postcard::to_extend(&(clock.tick, &occurrence), bytes)?;
        head.tally.count(&occurrence.event);
        if *keeps {
            pending.push(Logged {
                seq: head.events,
                tick: clock.tick,
                at: clock.now,
                occurrence,
            });
        }
        head.events += 1;
    }
    head.hash = *blake3::hash(buffer).as_bytes();
    if *keeps {
        talks.extend(
            ended
                .into_iter()
                .map(|(number, talk)| (number, clock.now, talk)),
        );
    }
    Ok(())
}
