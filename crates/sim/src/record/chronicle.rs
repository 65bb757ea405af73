//! The chronicle: every event gets a number, enters the running hash, and waits to be saved.

use crate::{
    campus::{
        people::Engagement,
        talks::{Talk, Talks},
    },
    room::Grows,
    tools::{Breach, Names, Norm, Occurrence, Occurrences, SimEvent, Source, tell},
};
use bevy::prelude::*;
use collegium_core::{
    i18n::Words,
    ids::AgentId,
    text::harmless_lines,
    time::{Clock, SimTime},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is counted while a campus runs: the summary of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Calls carried out.
    pub done: u64,
    /// Calls refused, by reason.
    pub refused: BTreeMap<String, u64>,
    /// Conversations that were begun.
    pub conversations: u64,
    /// Lines that were said.
    pub lines: u64,
    /// How often somebody joined a conversation.
    pub joined: u64,
    /// How often somebody learned a fact by overhearing it.
    pub overheard: u64,
    /// Class attendances, late ones included.
    pub attended: u64,
    /// Late ones among them.
    pub late: u64,
    /// Class sessions missed.
    pub missed: u64,
    /// Seconds by which the late ones were late.
    pub late_seconds: u64,
    /// Norm violations, by norm.
    pub violations: BTreeMap<String, u64>,
    /// People served at counters.
    pub served: u64,
    /// Seconds they waited in all.
    pub waited_seconds: u64,
    /// The longest wait, in seconds.
    pub longest_wait: u64,
    /// Queues given up.
    pub gave_up: u64,
    /// Thoughts of all kinds: insights, diary pages, associations.
    pub thoughts: Thoughts,
}

/// What is counted of thoughts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thoughts {
    /// Insights that were kept.
    pub insights: u64,
    /// Insights joined to ones that said nearly the same.
    pub joined: u64,
    /// Insights refused, by reason.
    pub refused: BTreeMap<String, u64>,
    /// Diary pages that were written.
    pub diaries: u64,
    /// Associations of wandering minds.
    pub musings: u64,
}

impl Tally {
    fn count(&mut self, event: &SimEvent) {
        match event {
            SimEvent::Done { .. } => self.done += 1,
            SimEvent::Refused { why, .. } => {
                *self.refused.entry(why.word().to_owned()).or_default() += 1;
            }
            SimEvent::TalkBegan { .. } => self.conversations += 1,
            SimEvent::Said { .. } => self.lines += 1,
            SimEvent::Joined { .. } => self.joined += 1,
            SimEvent::Learned { source, .. } => {
                self.overheard += u64::from(*source == Source::Overheard);
            }
            SimEvent::Attended { .. } => self.attended += 1,
            SimEvent::Missed { .. } => self.missed += 1,
            SimEvent::Violation { breach } => {
                if let Breach::Lateness {
                    what: Engagement::Class(..),
                    seconds,
                } = breach
                {
                    self.attended += 1;
                    self.late += 1;
                    self.late_seconds += u64::from(*seconds);
                }
                let norm = breach.norm().word().to_owned();
                *self.violations.entry(norm).or_default() += 1;
            }
            SimEvent::Served { waited, .. } => {
                self.served += 1;
                self.waited_seconds += u64::from(*waited);
                self.longest_wait = self.longest_wait.max(u64::from(*waited));
            }
            SimEvent::GaveUp { .. } => self.gave_up += 1,
            SimEvent::Reflected { .. } => self.thoughts.insights += 1,
            SimEvent::Merged { .. } => self.thoughts.joined += 1,
            SimEvent::Dismissed { flaw, .. } => {
                let reason = flaw.word().to_owned();
                *self.thoughts.refused.entry(reason).or_default() += 1;
            }
            SimEvent::Diary { .. } => self.thoughts.diaries += 1,
            SimEvent::Mused { .. } => self.thoughts.musings += 1,
            _ => {}
        }
    }

    /// How often a norm was broken.
    pub fn violations(&self, norm: Norm) -> u64 {
        self.violations.get(norm.word()).copied().unwrap_or(0)
    }
}

/// Where the log stands: the number of events, their running hash, and what was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogHead {
    /// Events so far, from the beginning of the run.
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
