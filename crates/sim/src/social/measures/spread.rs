//! Who knows the planted facts over time: read off the ledger instead of asked in interviews, so
//! nobody is counted who has no source.

use super::society::Society;
use crate::{
    social::facts::Fact,
    tools::{News, tell},
};
use collegium_core::time::{HOUR, SimTime};
use serde::Serialize;

/// How a fact has spread.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The fact's number in the ledger.
    pub fact: u32,
    /// What it says, in a sentence.
    pub text: String,
    /// How many knew it at first.
    pub known_at_start: usize,
    /// How many know it now.
    pub known: usize,
    /// The share of all people that know it now, 0 to 1.
    pub share: f64,
    /// For each hour since the start in which somebody learned it: the hour, and how many knew it
    /// at its end.
    pub by_hour: Vec<(u32, usize)>,
}

/// Whether a fact's spread is watched: those the scenario plants, and events that only their hosts
/// know at first.
fn watched(fact: &Fact) -> bool {
    matches!(fact.news, News::Planted(_) | News::Event(_))
}

/// How the facts whose spread is watched have spread since the start.
pub(super) fn facts(society: &Society<'_>) -> Vec<Spread> {
    let Society {
        ledger,
        start,
        names,
        ..
    } = society;
    let mut all = Vec::new();
    for (n, fact) in ledger.facts.iter().filter(|(_, f)| watched(f)) {
        let knowers: Vec<SimTime> = ledger
            .log
            .iter()
            .filter(|(_, k)| k.fact == n)
            .map(|(_, k)| k.since)
            .collect();
        let mut by_hour: Vec<(u32, usize)> = Vec::new();
        for (before, since) in knowers.iter().enumerate() {
            let hour = since.since(*start) / HOUR;
            match by_hour.last_mut() {
                Some(last) if last.0 == hour => last.1 = before + 1,
                _ => by_hour.push((hour, before + 1)),
            }
        }
        all.push(Spread {
            fact: n,
            text: fact.text(&tell::ENGLISH, names),
            known_at_start: knowers.iter().filter(|since| **since <= *start).count(),
            known: knowers.len(),
            share: knowers.len() as f64 / society.people(),
            by_hour,
        });
    }
    all
}
