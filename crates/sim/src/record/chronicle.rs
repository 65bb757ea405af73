//! The chronicle: every happening gets a number, enters the running hash, and waits to be saved.

use crate::{
    campus::talks::{Talk, Talks},
    tools::{Happening, HappeningKind, Happenings, Violation},
};
use bevy::prelude::*;
use collegium_core::time::{Clock, SimTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is counted while a campus runs: the summary of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Calls carried out.
    pub done: u64,
    /// Calls refused, by reason.
    pub refused: BTreeMap<String, u64>,
    /// Conversations begun.
    pub conversations: u64,
    /// Lines said.
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
    /// Seconds they waited.
    pub waited_seconds: u64,
    /// The longest wait in seconds.
    pub longest_wait: u64,
    /// Queues given up.
    pub gave_up: u64,
    /// Thoughts of all kinds: insights, diary pages, associations.
    pub thoughts: Thoughts,
}

/// What is counted of thoughts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thoughts {
    /// Insights kept.
    pub insights: u64,
    /// Insights joined to ones that said nearly the same.
    pub joined: u64,
    /// Insights refused, by reason.
    pub refused: BTreeMap<String, u64>,
    /// Pages of diaries.
    pub diaries: u64,
    /// Associations of wandering minds.
    pub musings: u64,
}

impl Tally {
    fn count(&mut self, happening: &Happening) {
        match happening.kind {
            HappeningKind::Done => self.done += 1,
            HappeningKind::Refused => {
                if let Some(refusal) = happening.refusal {
                    *self.refused.entry(refusal.word().to_owned()).or_default() += 1;
                }
            }
            HappeningKind::TalkBegan => self.conversations += 1,
            HappeningKind::Said => self.lines += 1,
            HappeningKind::Joined => self.joined += 1,
            HappeningKind::Learned => {
                self.overheard += u64::from(happening.text.starts_with("overheard"));
            }
            HappeningKind::Attended => self.attended += 1,
            HappeningKind::Late => {
                self.attended += 1;
                self.late += 1;
                self.late_seconds += u64::from(happening.number);
            }
            HappeningKind::Missed => self.missed += 1,
            HappeningKind::Violation => {
                if let Some(violation) = happening.violation {
                    *self
                        .violations
                        .entry(violation.word().to_owned())
                        .or_default() += 1;
                }
            }
            HappeningKind::Served => {
                self.served += 1;
                self.waited_seconds += u64::from(happening.number);
                self.longest_wait = self.longest_wait.max(u64::from(happening.number));
            }
            HappeningKind::GaveUp => self.gave_up += 1,
            HappeningKind::Reflected => self.thoughts.insights += 1,
            HappeningKind::Merged => self.thoughts.joined += 1,
            HappeningKind::Dismissed => {
                let reason = happening.text.split(':').next().unwrap_or_default();
                *self.thoughts.refused.entry(reason.to_owned()).or_default() += 1;
            }
            HappeningKind::Diary => self.thoughts.diaries += 1,
            HappeningKind::Mused => self.thoughts.musings += 1,
            _ => {}
        }
    }

    /// How often a norm was broken.
    pub fn violations(&self, norm: Violation) -> u64 {
        self.violations.get(norm.word()).copied().unwrap_or(0)
    }
}

/// Where the log stands: the number of events, their running hash, and what was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Events so far.
    pub events: u64,
    /// BLAKE3 over the hash before and the bytes of each tick's events, tick by tick.
    pub hash: [u8; 32],
    /// What was counted.
    pub tally: Tally,
}

impl Head {
    /// The hash in hexadecimal digits.
    pub fn hex(&self) -> String {
        blake3::Hash::from_bytes(self.hash).to_hex().to_string()
    }
}

/// An event of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// Its number, from 0.
    pub seq: u64,
    /// Its tick.
    pub tick: u64,
    /// Its time.
    pub at: SimTime,
    /// What happened.
    pub happening: Happening,
}

/// The event log of a campus.
#[derive(Resource, Clone, Debug, Default)]
pub struct Chronicle {
    /// Where it stands.
    pub head: Head,
    /// Events not yet taken out by whoever saves or shows them.
    pub pending: Vec<Logged>,
    /// Conversations that have ended and are not yet taken out, with when they ended.
    pub talks: Vec<(u32, SimTime, Talk)>,
    /// Whether events are kept for taking out, or only hashed and counted.
    pub keeps: bool,
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

/// Enters the happenings of the tick into the log.
///
/// # Errors
/// When a happening cannot be turned into bytes, which no happening's shape allows.
pub fn chronicle(
    clock: Res<Clock>,
    mut happenings: ResMut<Happenings>,
    mut talks: ResMut<Talks>,
    mut chronicle: ResMut<Chronicle>,
) -> Result {
    let ended = std::mem::take(&mut talks.ended);
    happenings.perceived = 0;
    if happenings.list.is_empty() {
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
    for happening in happenings.list.drain(..) {
        let bytes = std::mem::take(buffer);
        *buffer = postcard::to_extend(&(clock.tick, &happening), bytes)?;
        head.tally.count(&happening);
        if *keeps {
            pending.push(Logged {
                seq: head.events,
                tick: clock.tick,
                at: clock.now,
                happening,
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
