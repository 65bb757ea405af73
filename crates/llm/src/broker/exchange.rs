//! One question put to one profile until an answer comes: its turn in line, its budget, its
//! breaker, and repeated attempts.

use super::{
    Hub,
    call::{self, CallFailure},
    flight::SoFar,
    lane::{Lane, Quirks},
};
use crate::{
    backoff,
    budget::{Cost, Reservation},
    endpoint::{self, ChatRequest, ChatRole, Completion, Reported, stream::ENDED_EARLY},
    limits::Ticket,
    request::{Fault, Request},
    settings::Profile,
    tokens,
};
use serde_json::Value;
use std::time::Duration;
use tokio::time::Instant;
use tracing::Instrument as _;

/// Why a profile gave no usable answer.
#[derive(Debug)]
pub(super) struct GaveUp {
    pub(super) fault: Fault,
    /// A sentence without a full stop and without keys.
    pub(super) what: String,
    /// Whether another profile may do better.
    pub(super) elsewhere: bool,
}

/// Who asks, and until when.
pub(super) struct Asker<'a> {
    pub(super) hub: &'a Hub,
    pub(super) request: &'a Request,
    pub(super) turn: Ticket,
    pub(super) deadline: Instant,
    pub(super) key: [u8; 32],
}

/// What is asked at this point of the dialogue.
pub(super) struct Question<'a> {
    pub(super) turns: &'a [(ChatRole, String)],
    pub(super) schema: &'a Value,
    pub(super) most_tokens: u32,
}

/// Asks until there is a reply, or no hope of one.
///
/// # Errors
/// When there is no hope: why, and whether another profile may be asked.
pub(super) async fn exchange(
    asker: &Asker<'_>,
    lane: &Lane,
    question: &Question<'_>,
    so_far: &mut SoFar,
) -> Result<Completion, GaveUp> {
    let profile = &*lane.profile;
    if let Some(variable) = profile.missing_key() {
        so_far.faults.push(Fault::Rejected);
        let what = format!(
            "the key of profile {} is missing: set {variable} in the environment or in .env",
            profile.name
        );
        return Err(GaveUp {
            fault: Fault::Rejected,
            what,
            elsewhere: true,
        });
    }
    let mut attempt = 0;
    let mut relearnt = 0;
    loop {
        let mut used = lane.quirks();
        used.streams &= asker.hub.so_far.listens_to(asker.request);
        let ask = ChatRequest {
            system: &asker.request.prompt.system,
            turns: question.turns,
            schema: question.schema,
            level: used.level,
            most_tokens: question.most_tokens,
            completion_tokens: used.completion_tokens,
            with_temperature: used.with_temperature,
            stream: used.streams,
        };
        let (failure, learnt) = match once(asker, lane, &ask, used, so_far).await? {
            Ok(reply) => return Ok(reply),
            Err(failed) => failed,
        };
        // A refusal that names what it does not like is asked again without it. It counts as no
        // attempt, but there are only a few of them.
        if learnt && relearnt < 6 {
            so_far.faults.push(Fault::Rejected);
            relearnt += 1;
            continue;
        }
        so_far.faults.push(failure.fault);
        attempt += 1;
        let gave_up = |what: String| GaveUp {
            fault: failure.fault,
            what: format!("profile {}: {what}", profile.name),
            elsewhere: true,
        };
        if !failure.passing || attempt >= most_attempts(profile, &failure) {
            return Err(gave_up(failure.what));
        }
        let pause = failure
            .after
            .unwrap_or_else(|| backoff::pause(profile.backoff, attempt - 1, &asker.key));
        let now = Instant::now();
        if now + pause >= asker.deadline {
            if failure.after.is_some() {
                // Others need not be told the same one by one.
                lane.leave_alone(now, now + pause);
            }
            return Err(gave_up(format!(
                "{}; the deadline comes before the next attempt",
                failure.what
            )));
        }
        if failure.after.is_some() {
            // What the server asks of one call it means for all.
            lane.gate.hold(now + pause);
        }
        tokio::time::sleep(pause).await;
    }
}

fn learns(lane: &Lane, used: Quirks, failure: &CallFailure) -> bool {
    // llama-cpp-python refuses `json_schema` with 500, llama.cpp grammars that it cannot make.
    let names_it = || {
        ["grammar", "schema", "response_format"]
            .iter()
            .any(|word| failure.what.contains(word))
    };
    // llama-cpp-python breaks a stream off when another request comes.
    let broke_off = used.streams && failure.what.contains(ENDED_EARLY);
    let refusal = broke_off
        || matches!(failure.status, 400 | 415 | 422 | 501)
        || (failure.status == 500 && names_it());
    refusal && lane.learn(used, failure.status, &failure.what)
}

/// Fewer attempts where each costs much time, or where another profile stands ready.
fn most_attempts(profile: &Profile, failure: &CallFailure) -> u32 {
    match failure.fault {
        Fault::TooLarge => profile.attempts.min(2),
        Fault::Timeout if profile.step_down.is_some() => profile.attempts.min(2),
        _ => profile.attempts,
    }
}

/// One attempt; a failure with whether something was learnt from it. The outer error ends all
/// attempts.
async fn once(
    asker: &Asker<'_>,
    lane: &Lane,
    ask: &ChatRequest<'_>,
    used: Quirks,
    so_far: &mut SoFar,
) -> Result<Result<Completion, (CallFailure, bool)>, GaveUp> {
    let profile = &*lane.profile;
    if lane.is_open(Instant::now()) {
        return Err(open(profile, so_far));
    }
    let limited = asker.hub.budget.limited(profile);
    let tokens_in = if limited || profile.tokens_per_minute.is_some() {
        prompt_tokens(ask)
    } else {
        0
    };
    let estimate = tokens_in + u64::from(ask.most_tokens);
    if limited {
        // Only a look, so that what will not fit does not stand in line; the sum is set aside when
        // the turn has come.
        drop(reserve(asker, profile, tokens_in, ask.most_tokens, so_far)?);
    }
    so_far.waits = Some((lane.gate.clone(), estimate));
    let permit = lane.gate.enter(asker.turn, estimate).await;
    so_far.waits = None;
    let Some(permit) = permit else {
        return Err(GaveUp {
            fault: Fault::Cancelled,
            what: "the models' thread is ending".to_owned(),
            elsewhere: false,
        });
    };
    let reservation = if limited {
        Some(reserve(asker, profile, tokens_in, ask.most_tokens, so_far)?)
    } else {
        None
    };
    // It may have opened while this call waited.
    let Some(trial) = lane.admit(Instant::now()) else {
        return Err(open(profile, so_far));
    };
    so_far.usage.calls += 1;
    profile.name.clone_into(&mut so_far.model);
    let begun = Instant::now();
    let span = tracing::debug_span!(
        "model call",
        profile = %profile.name,
        purpose = asker.request.purpose.word(),
        agent = ?asker.request.agent,
    );
    let so_far_said = |text: String| asker.hub.so_far.hear(asker.request.id, text);
    let called = call::call(
        lane,
        endpoint::post(&profile.served(), ask),
        ask.most_tokens,
        ask.stream.then_some(&so_far_said),
    );
    match called.instrument(span).await {
        Ok(reply) => {
            trial.success(begun.elapsed().as_millis() as u64);
            let reported = reply.usage.unwrap_or_else(|| Reported {
                tokens_in: prompt_tokens(ask),
                tokens_cached: 0,
                tokens_out: tokens::count(&reply.text) as u64,
            });
            permit.settle(reported.tokens_in.saturating_add(reported.tokens_out));
            let spent = so_far.count(profile, reported);
            match reservation {
                Some(reservation) => reservation.settle(spent),
                None => {
                    asker
                        .hub
                        .budget
                        .note(asker.request.agent, asker.request.asked, profile, spent);
                }
            }
            Ok(Ok(reply))
        }
        Err(failure) => {
            asker.hub.so_far.forget(asker.request.id);
            let learnt = learns(lane, used, &failure);
            trial.failure(Instant::now(), &failure.what, failure.counts && !learnt);
            Ok(Err((failure, learnt)))
        }
    }
}

fn open(profile: &Profile, so_far: &mut SoFar) -> GaveUp {
    so_far.faults.push(Fault::CircuitOpen);
    let what = format!(
        "profile {} has failed too often lately and is left alone for a while",
        profile.name
    );
    GaveUp {
        fault: Fault::CircuitOpen,
        what,
        elsewhere: true,
    }
}

fn reserve(
    asker: &Asker<'_>,
    profile: &Profile,
    tokens_in: u64,
    most_tokens: u32,
    so_far: &mut SoFar,
) -> Result<Reservation, GaveUp> {
    let tokens_out = u64::from(most_tokens);
    let cost = Cost {
        tokens: tokens_in + tokens_out,
        micros: profile.micros(tokens_in, 0, tokens_out),
    };
    asker
        .hub
        .budget
        .reserve(asker.request.agent, asker.request.asked, profile, cost)
        .map_err(|what| {
            so_far.faults.push(Fault::Budget);
            GaveUp {
                fault: Fault::Budget,
                what,
                elsewhere: true,
            }
        })
}

/// The tokens of what is sent, with some for the frame around each turn.
fn prompt_tokens(ask: &ChatRequest) -> u64 {
    let turns: usize = ask
        .turns
        .iter()
        .map(|(_, text)| tokens::count(text) + 4)
        .sum();
    let schema = if ask.schema.is_null() {
        0
    } else {
        tokens::count(&ask.schema.to_string())
    };
    (tokens::count(ask.system) + 4 + turns + schema) as u64
}

/// How long at most until the deadline.
pub(super) fn deadline(profile: &Profile, asked: Instant) -> Instant {
    asked + profile.deadline.min(Duration::from_secs(86_400 * 365))
}
