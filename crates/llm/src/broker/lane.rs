//! What the broker knows about a profile while it runs: its gate, its breaker, what its server can
//! do, and how it is doing.

use super::lock;
use crate::{
    breaker::Breaker,
    endpoint::Level,
    http::client,
    limits::Gate,
    secrets::Secrets,
    settings::{Profile, Structured},
};
use serde::Serialize;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};
use tokio::time::Instant;

/// Calls whose time is remembered.
const REMEMBERED: usize = 32;

/// How a profile is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HealthState {
    /// Nothing has been asked yet.
    Unused,
    /// The last call went well.
    Ok,
    /// It answers, but needs more than half of the time allowed.
    Slow,
    /// The last call failed.
    Failing,
    /// It has failed too often and is left alone for so many seconds more.
    Open {
        /// Seconds, rounded up.
        seconds: u64,
    },
}

/// How a profile is doing, for screens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Health {
    /// The profile's name in the settings.
    pub profile: String,
    /// What its server calls the model.
    pub model: String,
    /// How it is doing.
    pub state: HealthState,
    /// How many calls are under way.
    pub in_flight: usize,
    /// How many calls wait for their turn.
    pub queued: usize,
    /// How many calls were made since the broker began.
    pub calls: u64,
    /// Those of them that failed.
    pub failed: u64,
    /// The middle one of the last call times in milliseconds.
    pub median_ms: Option<u64>,
    /// How its server is asked for the right shape at present.
    pub structured: Level,
    /// What went wrong last, without keys; empty when nothing did.
    pub last_error: String,
}

/// What has been learnt about a server.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quirks {
    pub(super) level: Level,
    pub(super) completion_tokens: bool,
    pub(super) with_temperature: bool,
    /// Whether answers can come piece by piece.
    pub(super) streams: bool,
}

struct LaneState {
    breaker: Breaker,
    quirks: Quirks,
    times: VecDeque<u64>,
    calls: u64,
    failed: u64,
    failing: bool,
    last_error: String,
}

pub(super) struct Lane {
    pub(super) profile: Arc<Profile>,
    /// What no answer and no error may contain.
    pub(super) secrets: Arc<Secrets>,
    pub(super) client: reqwest::Client,
    pub(super) gate: Gate,
    state: Mutex<LaneState>,
}

/// A call that the breaker let through; unless told how it went, it told nothing.
pub(super) struct Trial<'a> {
    lane: &'a Lane,
    told: bool,
}

impl Trial<'_> {
    pub(super) fn success(mut self, milliseconds: u64) {
        self.told = true;
        let mut state = lock(&self.lane.state);
        state.breaker.success();
        state.failing = false;
        if state.times.len() == REMEMBERED {
            state.times.pop_front();
        }
        state.times.push_back(milliseconds);
    }

    /// A failure; `counts` when it says something about the server rather than the request.
    pub(super) fn failure(mut self, now: Instant, what: &str, counts: bool) {
        self.told = true;
        let mut state = lock(&self.lane.state);
        let closed = state.breaker.open_for(now).is_none();
        if counts {
            state.breaker.failure(now);
        } else {
            // The server is there, since it refused.
            state.breaker.undecided(now);
        }
        state.failing = true;
        state.failed += 1;
        what.clone_into(&mut state.last_error);
        if counts && closed && state.breaker.open_for(now).is_some() {
            // Said once until it answers again, not of every trial.
            tracing::warn!(
                "the model {} fails again and again; until it answers, another mind steps in: {}",
                self.lane.profile.name,
                state.last_error
            );
        }
    }
}

impl Drop for Trial<'_> {
    fn drop(&mut self) {
        if !self.told {
            lock(&self.lane.state).breaker.undecided(Instant::now());
        }
    }
}

impl Lane {
    pub(super) fn new(profile: Arc<Profile>, secrets: Arc<Secrets>) -> Result<Self, String> {
        let client = client(&profile.base_url, profile.timeout)?;
        let gate = Gate::new(
            profile.max_concurrent,
            profile.requests_per_minute,
            profile.tokens_per_minute,
        );
        let state = LaneState {
            breaker: Breaker::new(profile.breaker_failures, profile.breaker_rest),
            quirks: Quirks {
                level: profile.structured.first_level(),
                completion_tokens: false,
                with_temperature: true,
                streams: true,
            },
            times: VecDeque::new(),
            calls: 0,
            failed: 0,
            failing: false,
            last_error: String::new(),
        };
        Ok(Self {
            profile,
            secrets,
            client,
            gate,
            state: Mutex::new(state),
        })
    }

    /// Whether the breaker is open, without asking for a trial.
    pub(super) fn is_open(&self, now: Instant) -> bool {
        lock(&self.state)
            .breaker
            .open_for(now)
            .is_some_and(|rest| !rest.is_zero())
    }

    /// Asks the breaker to let a call through.
    pub(super) fn admit(&self, now: Instant) -> Option<Trial<'_>> {
        let mut state = lock(&self.state);
        let admitted = state.breaker.admit(now, self.profile.timeout * 2);
        state.calls += u64::from(admitted);
        drop(state);
        // Made only when admitted: dropping one has a meaning, and locks again.
        admitted.then(|| Trial {
            lane: self,
            told: false,
        })
    }

    /// Leaves the server alone for as long as it asks.
    pub(super) fn leave_alone(&self, now: Instant, until: Instant) {
        lock(&self.state).breaker.rest_until(now, until);
    }

    pub(super) fn quirks(&self) -> Quirks {
        lock(&self.state).quirks
    }

    /// Learns from a refusal of a call that was made with `used`; whether there is another way to
    /// ask.
    pub(super) fn learn(&self, used: Quirks, status: u16, words: &str) -> bool {
        let mut state = lock(&self.state);
        let known = &mut state.quirks;
        let words = words.to_lowercase();
        let any = |list: &[&str]| list.iter().any(|word| words.contains(word));
        if !used.completion_tokens && any(&["max_completion_tokens"]) {
            known.completion_tokens = true;
            return true;
        }
        if used.with_temperature && self.profile.temperature.is_some() && any(&["temperature"]) {
            known.with_temperature = false;
            return true;
        }
        if used.streams && any(&["stream"]) {
            known.streams = false;
            return true;
        }
        let about_shape = status == 501
            || any(&[
                "response_format",
                "responseformat",
                "schema",
                "json_object",
                "grammar",
                "mime",
                "structured",
                "'format'",
            ])
            || any(&[
                "\"format\"",
                "`format`",
                "format must",
                "invalid format",
                "unknown format",
                "json mode",
            ]);
        if !about_shape || self.profile.structured != Structured::Auto {
            return false;
        }
        // Another call may have learnt the same meanwhile.
        if known.level == used.level {
            match used.level.next(self.profile.api) {
                Some(next) => known.level = next,
                None => return false,
            }
        }
        true
    }

    pub(super) fn health(&self, now: Instant) -> Health {
        let state = lock(&self.state);
        let (in_flight, queued) = self.gate.load();
        let mut times: Vec<u64> = state.times.iter().copied().collect();
        times.sort_unstable();
        let median_ms = times.get(times.len() / 2).copied();
        let slow =
            median_ms.is_some_and(|ms| u128::from(ms) * 2 > self.profile.timeout.as_millis());
        let health = match state.breaker.open_for(now) {
            Some(rest) => HealthState::Open {
                seconds: rest.as_secs_f64().ceil() as u64,
            },
            None if state.failing => HealthState::Failing,
            None if state.calls == 0 => HealthState::Unused,
            None if slow => HealthState::Slow,
            None => HealthState::Ok,
        };
        Health {
            profile: self.profile.name.clone(),
            model: self.profile.model.clone(),
            state: health,
            in_flight,
            queued,
            calls: state.calls,
            failed: state.failed,
            median_ms,
            structured: state.quirks.level,
            last_error: state.last_error.clone(),
        }
    }
}
