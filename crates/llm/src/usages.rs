//! The statistics of calls, as Affordable Generative Agents keeps them: by purpose and by model,
//! with failures and their reasons, time, tokens and cost. Made of requests and answers only, so
//! that they can be made again from a cassette.

use super::{
    repair::{Repair, Unfit},
    request::{Answer, Fault, Outcome, Purpose, Request, Usage},
};
use collegium_core::{ids::AgentId, time::SimTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Times up to this are counted in classes of a quarter of an octave: 2^(n/4) ms, up to 4 hours.
const CLASSES: usize = 96;

/// How long answers took, counted in classes, so that shares of them can be told without keeping
/// each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// All milliseconds together.
    pub sum: u64,
    /// The longest of them, in milliseconds.
    pub longest: u64,
    counts: BTreeMap<u8, u64>,
}

/// The upper end of a class in milliseconds: octaves in four equal steps.
fn class_end(class: usize) -> u64 {
    let octave = 1_u64 << (class / 4);
    octave + octave * (class as u64 % 4 + 1) / 4
}

impl Times {
    fn add(&mut self, milliseconds: u64) {
        self.sum = self.sum.saturating_add(milliseconds);
        self.longest = self.longest.max(milliseconds);
        let class = (0..CLASSES)
            .find(|class| milliseconds <= class_end(*class))
            .unwrap_or(CLASSES - 1);
        *self.counts.entry(class as u8).or_default() += 1;
    }

    /// The time that a share (0 to 1) of the answers kept within, to within a quarter; 0 when there
    /// are none.
    pub fn share(&self, share: f64) -> u64 {
        let all: u64 = self.counts.values().sum();
        let wanted = (all as f64 * share).ceil() as u64;
        let mut seen = 0;
        for (class, count) in &self.counts {
            seen += count;
            if seen >= wanted.max(1) {
                return class_end(usize::from(*class)).min(self.longest);
            }
        }
        0
    }

    fn merge(&mut self, other: &Self) {
        self.sum = self.sum.saturating_add(other.sum);
        self.longest = self.longest.max(other.longest);
        for (class, count) in &other.counts {
            *self.counts.entry(*class).or_default() += count;
        }
    }
}

/// The sums of one purpose, one model, or everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    /// Requests that have come back, with an answer of a model or without.
    pub requests: u64,
    /// How many of them were answered well at once.
    pub ok: u64,
    /// How many were answered after something was mended or asked for again.
    pub repaired: u64,
    /// How many were left to the built-in mind.
    pub fallback: u64,
    /// Everything that went wrong on the way, by its word.
    pub faults: BTreeMap<String, u64>,
    /// Why requests were left to the built-in mind, by its word.
    pub reasons: BTreeMap<String, u64>,
    /// What was repaired of answers, by its word.
    pub repairs: BTreeMap<String, u64>,
    /// Answers that were put aside where they met the world, by the reason.
    pub put_aside: BTreeMap<String, u64>,
    /// Calls made, repeated ones included.
    pub calls: u64,
    /// Tokens of the prompts, in all calls.
    pub tokens_in: u64,
    /// Those of them that servers had in their cache.
    pub tokens_cached: u64,
    /// Tokens of the answers, in all calls.
    pub tokens_out: u64,
    /// Cost in millionths of the unit that prices are in.
    pub micros: u64,
    /// Milliseconds from asking to answer.
    pub times: Times,
}

impl Sums {
    fn add(&mut self, answer: &Answer) {
        self.requests += 1;
        match &answer.outcome {
            Outcome::Ok(_) => self.ok += 1,
            Outcome::Repaired(..) => self.repaired += 1,
            Outcome::FellBack(fault, _) => {
                self.fallback += 1;
                *self.reasons.entry(fault.word().to_owned()).or_default() += 1;
            }
        }
        for fault in &answer.faults {
            *self.faults.entry(fault.word().to_owned()).or_default() += 1;
        }
        for repair in &answer.repairs {
            let word = repair.what.word().to_owned();
            *self.repairs.entry(word).or_default() += 1;
        }
        if let Some(why) = answer.put_aside {
            *self.put_aside.entry(why.word().to_owned()).or_default() += 1;
        }
        let Usage {
            calls,
            tokens_in,
            tokens_cached,
            tokens_out,
            micros,
            milliseconds,
        } = answer.usage;
        self.calls += u64::from(calls);
        self.tokens_in = self.tokens_in.saturating_add(tokens_in);
        self.tokens_cached = self.tokens_cached.saturating_add(tokens_cached);
        self.tokens_out = self.tokens_out.saturating_add(tokens_out);
        self.micros = self.micros.saturating_add(micros);
        self.times.add(milliseconds);
    }

    fn merge(&mut self, other: &Self) {
        self.requests += other.requests;
        self.ok += other.ok;
        self.repaired += other.repaired;
        self.fallback += other.fallback;
        for (mine, others) in [
            (&mut self.faults, &other.faults),
            (&mut self.reasons, &other.reasons),
            (&mut self.repairs, &other.repairs),
            (&mut self.put_aside, &other.put_aside),
        ] {
            for (word, count) in others {
                *mine.entry(word.clone()).or_default() += count;
            }
        }
        self.calls += other.calls;
        self.tokens_in = self.tokens_in.saturating_add(other.tokens_in);
        self.tokens_cached = self.tokens_cached.saturating_add(other.tokens_cached);
        self.tokens_out = self.tokens_out.saturating_add(other.tokens_out);
        self.micros = self.micros.saturating_add(other.micros);
        self.times.merge(&other.times);
    }

    /// Tokens of prompts and answers together.
    pub const fn tokens(&self) -> u64 {
        self.tokens_in.saturating_add(self.tokens_out)
    }

    /// Cost in the unit of the prices.
    pub fn cost(&self) -> f64 {
        self.micros as f64 / 1e6
    }

    /// The share of requests that were decided by a model's answer, 0 to 1: neither without one nor
    /// with one that was put aside.
    pub fn decided_share(&self) -> f64 {
        let aside: u64 = self.put_aside.values().sum();
        if self.requests == 0 {
            0.0
        } else {
            (self.ok + self.repaired).saturating_sub(aside) as f64 / self.requests as f64
        }
    }

    /// The share of requests that were left to the built-in mind, 0 to 1.
    pub fn fallback_share(&self) -> f64 {
        if self.requests == 0 {
            0.0
        } else {
            self.fallback as f64 / self.requests as f64
        }
    }

    /// As JSON for people and scripts, with p50 and p95 in place of the classes of times.
    pub fn report(&self) -> serde_json::Value {
        serde_json::json!({
            "requests": self.requests, "ok": self.ok, "repaired": self.repaired,
            "fallback": self.fallback,
            "decided_share": self.decided_share(),
            "repairs": self.repairs, "put_aside": self.put_aside,
            "errors": self.faults, "fallback_reasons": self.reasons, "calls": self.calls,
            "tokens_in": self.tokens_in, "tokens_cached": self.tokens_cached,
            "tokens_out": self.tokens_out,
            "cost": self.cost(),
            "milliseconds": {"sum": self.times.sum, "p50": self.times.share(0.5),
                "p95": self.times.share(0.95),
                "longest": self.times.longest},
        })
    }
}

/// The statistics of a run's calls.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usages {
    /// The sums of each purpose, by its word.
    pub purposes: BTreeMap<String, Sums>,
    /// By profile; under “” what was answered by none.
    pub models: BTreeMap<String, Sums>,
}

impl Usages {
    /// Adds an answered request.
    pub fn add(&mut self, purpose: Purpose, answer: &Answer) {
        match self.purposes.get_mut(purpose.word()) {
            Some(sums) => sums.add(answer),
            None => self
                .purposes
                .entry(purpose.word().to_owned())
                .or_default()
                .add(answer),
        }
        match self.models.get_mut(&answer.model) {
            Some(sums) => sums.add(answer),
            None => self
                .models
                .entry(answer.model.clone())
                .or_default()
                .add(answer),
        }
    }

    /// The sums of all purposes together.
    pub fn total(&self) -> Sums {
        let mut total = Sums::default();
        self.purposes.values().for_each(|sums| total.merge(sums));
        total
    }

    /// As JSON for people and scripts: `total`, `purposes`, `models`.
    pub fn report(&self) -> serde_json::Value {
        let all = |sums: &BTreeMap<String, Sums>| -> serde_json::Map<String, serde_json::Value> {
            sums.iter()
                .map(|(name, sums)| (name.clone(), sums.report()))
                .collect()
        };
        serde_json::json!({
            "total": self.total().report(), "purposes": all(&self.purposes),
            "models": all(&self.models),
        })
    }
}

/// A line of the call log: everything about a request and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallRecord {
    /// The request's number.
    pub id: u64,
    /// The person whose mind asked.
    pub agent: AgentId,
    /// Their full name.
    pub name: String,
    /// The word of the act of thinking.
    pub purpose: String,
    /// When, in seconds of simulated time.
    pub asked: SimTime,
    /// The profile that was asked.
    pub model: String,
    /// `ok`, `repaired` or the reason for falling back.
    pub outcome: String,
    /// What went wrong on the way.
    pub faults: Vec<String>,
    /// What was done to the answer so that it could be used.
    pub repairs: Vec<Repair>,
    /// Why it was put aside where it met the world.
    pub put_aside: Option<Unfit>,
    /// What asking has cost, all calls together.
    pub usage: Usage,
    /// The part of the prompt that stays the same.
    pub system: String,
    /// The part of the prompt that was new.
    pub user: String,
    /// The answer's JSON text, or the sentence that says why there is none.
    pub answer: String,
}

impl CallRecord {
    /// The line for an answered request.
    pub fn new(request: &Request, answer: &Answer) -> Self {
        let words = |faults: &[Fault]| faults.iter().map(|fault| fault.word().to_owned()).collect();
        let (outcome, text) = match &answer.outcome {
            Outcome::Ok(text) => ("ok", text),
            Outcome::Repaired(text, _) => ("repaired", text),
            Outcome::FellBack(fault, what) => (fault.word(), what),
        };
        Self {
            id: request.id,
            agent: request.agent,
            name: request.name.clone(),
            purpose: request.purpose.word().to_owned(),
            asked: request.asked,
            model: answer.model.clone(),
            outcome: outcome.to_owned(),
            faults: words(&answer.faults),
            repairs: answer.repairs.clone(),
            put_aside: answer.put_aside,
            usage: answer.usage,
            system: request.prompt.system.clone(),
            user: request.prompt.user.clone(),
            answer: text.clone(),
        }
    }

    /// The line as JSON, with a line break at its end.
    pub fn line(&self) -> String {
        // Strings and numbers always have a JSON form.
        serde_json::to_string(self).unwrap_or_default() + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(outcome: Outcome, model: &str, milliseconds: u64) -> Answer {
        let faults = match &outcome {
            Outcome::Repaired(_, faults) => faults.clone(),
            Outcome::FellBack(fault, _) => vec![Fault::Server, *fault],
            Outcome::Ok(_) => vec![],
        };
        let usage = Usage {
            calls: 2,
            tokens_in: 100,
            tokens_cached: 40,
            tokens_out: 10,
            micros: 7,
            milliseconds,
        };
        Answer {
            id: 1,
            outcome,
            model: model.into(),
            faults,
            repairs: Vec::new(),
            put_aside: None,
            usage,
        }
    }

    #[test]
    fn sums_by_purpose_and_model() {
        let mut usages = Usages::default();
        for ms in 1..=100 {
            usages.add(
                Purpose::Line,
                &answer(Outcome::Ok("{}".into()), "small", ms * 10),
            );
        }
        usages.add(
            Purpose::Plan,
            &answer(
                Outcome::Repaired("{}".into(), vec![Fault::NotJson]),
                "big",
                50,
            ),
        );
        usages.add(
            Purpose::Plan,
            &answer(Outcome::FellBack(Fault::Timeout, "x".into()), "big", 5000),
        );
        let total = usages.total();
        assert_eq!(
            (total.requests, total.ok, total.repaired, total.fallback),
            (102, 100, 1, 1)
        );
        assert_eq!(
            (total.tokens(), total.micros, total.calls),
            (102 * 110, 102 * 7, 204)
        );
        assert_eq!(
            total.faults,
            BTreeMap::from([
                ("not_json".into(), 1),
                ("server".into(), 1),
                ("timeout".into(), 1)
            ])
        );
        assert_eq!(total.reasons, BTreeMap::from([("timeout".into(), 1)]));
        assert_eq!(usages.models["small"].requests, 100);
        let times = &usages.purposes["line"].times;
        assert!(
            (500..=650).contains(&times.share(0.5)),
            "{}",
            times.share(0.5)
        );
        assert!(
            (950..=1000).contains(&times.share(0.95)),
            "{}",
            times.share(0.95)
        );
        assert_eq!(Times::default().share(0.5), 0);
        let saved: Usages = serde_json::from_str(&serde_json::to_string(&usages).unwrap()).unwrap();
        assert_eq!(saved, usages);
        let saved: Usages = postcard::from_bytes(&postcard::to_stdvec(&usages).unwrap()).unwrap();
        assert_eq!(saved, usages);
        assert_eq!(usages.report()["purposes"]["plan"]["errors"]["timeout"], 1);
    }
}
