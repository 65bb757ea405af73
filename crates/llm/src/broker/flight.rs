//! A request's way from submission to its answer, shared by equal requests that are under way
//! together.

use super::{
    Hub,
    dialogue::talk,
    exchange::{Asker, deadline},
    lock,
};
use crate::{
    budget::Cost,
    endpoint::Reported,
    limits::{Gate, Ticket, rank},
    repair::Repair,
    request::{Answer, Fault, Outcome, Request, Usage},
    settings::Profile,
};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};
use tokio::{sync::watch, time::Instant};

/// A request's key and the profile it goes to: what makes two requests the same.
type Same = ([u8; 32], String);

/// Who waits for each flight: the numbers of requests and when they were asked. The first has
/// started it.
#[derive(Default)]
pub(super) struct Flights(Mutex<BTreeMap<Same, Vec<(u64, Instant)>>>);

/// What a flight has cost and met with so far.
#[derive(Default)]
pub(super) struct SoFar {
    pub(super) usage: Usage,
    pub(super) faults: Vec<Fault>,
    /// What was done to the answer.
    pub(super) repairs: Vec<Repair>,
    /// The profile that was asked last.
    pub(super) model: String,
    /// The gate at which the flight waits just now, and the tokens it wants to spend there.
    pub(super) waits: Option<(Gate, u64)>,
}

impl SoFar {
    /// Adds the tokens of a call; its cost.
    pub(super) fn count(&mut self, profile: &Profile, used: Reported) -> Cost {
        let micros = profile.micros(used.tokens_in, used.tokens_cached, used.tokens_out);
        let usage = &mut self.usage;
        for (sum, more) in [
            (&mut usage.tokens_in, used.tokens_in),
            (&mut usage.tokens_cached, used.tokens_cached),
            (&mut usage.tokens_out, used.tokens_out),
            (&mut usage.micros, micros),
        ] {
            *sum = sum.saturating_add(more);
        }
        Cost {
            tokens: used.tokens_in.saturating_add(used.tokens_out),
            micros,
        }
    }
}

/// The promise to answer all who wait for a flight. Dropped without an answer, it answers that the
/// run has ended.
pub(super) struct Landing {
    hub: Arc<Hub>,
    same: Same,
    landed: bool,
}

impl Landing {
    /// Joins the flight of an equal request, or makes ready for a new one, which must then be
    /// flown.
    pub(super) fn board(hub: &Arc<Hub>, request: &Request, asked: Instant) -> Option<Self> {
        let same = (
            request.key(),
            hub.settings.choice(request).unwrap_or_default().to_owned(),
        );
        let mut flights = lock(&hub.flights.0);
        let waiting = flights.entry(same.clone()).or_default();
        waiting.push((request.id, asked));
        let first = waiting.len() == 1;
        drop(flights);
        first.then(|| Self {
            hub: Arc::clone(hub),
            same,
            landed: false,
        })
    }

    /// Answers all who wait. The cost is told to the first only, so that sums are right.
    fn land(mut self, outcome: Outcome, so_far: SoFar) {
        self.landed = true;
        self.answer(outcome, so_far);
    }

    fn answer(&self, outcome: Outcome, mut so_far: SoFar) {
        let waiting = lock(&self.hub.flights.0)
            .remove(&self.same)
            .unwrap_or_default();
        for (id, asked) in waiting {
            if matches!(outcome, Outcome::FellBack(..)) {
                self.hub.so_far.forget(id);
            }
            let milliseconds = asked.elapsed().as_millis() as u64;
            let usage = Usage {
                milliseconds,
                ..std::mem::take(&mut so_far.usage)
            };
            let faults = std::mem::take(&mut so_far.faults);
            self.hub.deliver(Answer {
                id,
                outcome: outcome.clone(),
                model: so_far.model.clone(),
                faults,
                repairs: so_far.repairs.clone(),
                put_aside: None,
                usage,
            });
        }
    }
}

impl Drop for Landing {
    fn drop(&mut self) {
        if !self.landed {
            self.answer(
                cancelled(),
                SoFar {
                    faults: vec![Fault::Cancelled],
                    ..SoFar::default()
                },
            );
        }
    }
}

fn cancelled() -> Outcome {
    Outcome::FellBack(
        Fault::Cancelled,
        "the run ended before the answer came".to_owned(),
    )
}

/// Flies: asks one profile after another until there is an answer, the deadline comes, or
/// everything is cancelled.
pub(super) async fn fly(
    landing: Landing,
    request: Box<Request>,
    number: u64,
    asked: Instant,
    mut cancel: watch::Receiver<u64>,
) {
    let hub = Arc::clone(&landing.hub);
    let mut so_far = SoFar::default();
    let outcome = tokio::select! {
        biased;
        // An error means that the broker is gone.
        _ = cancel.changed() => {
            so_far.faults.push(Fault::Cancelled);
            cancelled()
        }
        outcome = route(&hub, &request, number, asked, &mut so_far) => outcome,
    };
    landing.land(outcome, so_far);
}

async fn route(
    hub: &Hub,
    request: &Request,
    number: u64,
    asked: Instant,
    so_far: &mut SoFar,
) -> Outcome {
    let chosen = match hub.settings.choose(request) {
        Ok(profile) => profile,
        Err(what) => {
            so_far.faults.push(Fault::NoProfile);
            return Outcome::FellBack(Fault::NoProfile, what);
        }
    };
    let deadline = deadline(chosen, asked);
    let turn = Ticket {
        rank: rank(request.purpose),
        number,
    };
    let asker = Asker {
        hub,
        request,
        turn,
        deadline,
        key: request.key(),
    };
    match tokio::time::timeout_at(deadline, stepping_down(&asker, &chosen.name, so_far)).await {
        Ok(outcome) => outcome,
        Err(_) => {
            let seconds = chosen.deadline.as_secs_f64();
            let held = so_far
                .waits
                .as_ref()
                .is_some_and(|(gate, tokens)| gate.holds(Instant::now(), *tokens));
            let (fault, why) = if held {
                (Fault::RateLimited, "its rate limits left no room")
            } else if so_far.usage.calls == 0 {
                (Fault::Timeout, "it never came to its turn")
            } else {
                (Fault::Timeout, "its calls failed or took too long")
            };
            so_far.faults.push(fault);
            Outcome::FellBack(
                fault,
                format!(
                    "profile {}: no usable answer within {seconds} s: {why}",
                    chosen.name
                ),
            )
        }
    }
}

/// Asks a profile, then those that it steps down to.
async fn stepping_down(asker: &Asker<'_>, first: &str, so_far: &mut SoFar) -> Outcome {
    let hub = asker.hub;
    let schema = match hub.schemas.get(&asker.request.prompt.schema) {
        Ok(schema) => schema,
        Err(what) => {
            so_far.faults.push(Fault::Rejected);
            return Outcome::FellBack(Fault::Rejected, what);
        }
    };
    let mut before = String::new();
    let mut lane = hub.lanes.get(first);
    while let Some(here) = lane {
        match talk(asker, here, &schema, so_far).await {
            Ok(outcome) => return outcome,
            Err(gave_up) => {
                let what = format!("{before}{}", gave_up.what);
                lane = here
                    .profile
                    .step_down
                    .as_ref()
                    .filter(|_| gave_up.elsewhere)
                    .and_then(|name| hub.lanes.get(name));
                if lane.is_none() {
                    return Outcome::FellBack(gave_up.fault, what);
                }
                before = format!("{what}; then ");
            }
        }
    }
    Outcome::FellBack(Fault::NoProfile, format!("profile {first} is not there"))
}
