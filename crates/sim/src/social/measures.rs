//! What emerges: who knows the planted facts over time, how dense the network of acquaintances is,
//! how far invitations come.
//!
//! The measures of Generative Agents (Park et al. 2023, section 7), from provenance instead of
//! interviews: that somebody knows a fact is read off the ledger, so nobody is counted who has no
//! source.

use super::{
    facts::{Fact, FactKind, Form},
    ledger::Ledger,
};
use crate::{
    campus::{Invitations, invitations::Funnel, scenario::Scenario},
    memory::SocialMemory,
    tools::{Names, tell},
};
use collegium_core::{
    ids::AgentId,
    time::{HOUR, SimTime},
};
use serde::Serialize;
use std::collections::BTreeSet;

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

/// What has emerged in a run: how far news, invitations and acquaintance have come.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Emergence {
    /// How the facts whose spread is watched have spread.
    pub facts: Vec<Spread>,
    /// Density of the network of mutual acquaintances at the start: `2|E| / (n (n - 1))`, 0 to 1.
    pub density_start: f64,
    /// That density now, 0 to 1.
    pub density: f64,
    /// How far invitations have come.
    pub invitations: Funnel,
    /// People who know a fact without having been told, read, seen or heard it; none, by the way
    /// facts are kept.
    pub hallucinated: usize,
    /// Conversations that were begun, per person and day.
    pub conversations_per_agent_day: f64,
}

/// Whether a fact's spread is watched: those the scenario plants, and events that only their hosts
/// know at first.
fn watched(fact: &Fact) -> bool {
    matches!(fact.kind, FactKind::Planted | FactKind::Event) && !matches!(fact.form, Form::Life(_))
}

/// How the planted facts have spread among `people` people since `start`.
pub fn spread(ledger: &Ledger, people: usize, start: SimTime, names: &Names<'_>) -> Vec<Spread> {
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
            let hour = since.since(start) / HOUR;
            match by_hour.last_mut() {
                Some(last) if last.0 == hour => last.1 = before + 1,
                _ => by_hour.push((hour, before + 1)),
            }
        }
        all.push(Spread {
            fact: n,
            text: fact.text(&tell::ENGLISH, &Invitations::default(), names),
            known_at_start: knowers.iter().filter(|since| **since <= start).count(),
            known: knowers.len(),
            share: knowers.len() as f64 / people.max(1) as f64,
            by_hour,
        });
    }
    all
}

/// The density, 0 to 1, of a network in which each person knows those of their list; an edge counts
/// when both know each other.
pub fn density(known: &[Vec<AgentId>]) -> f64 {
    let people = known.len();
    if people < 2 {
        return 0.0;
    }
    let lists: Vec<BTreeSet<AgentId>> = known
        .iter()
        .map(|list| list.iter().copied().collect())
        .collect();
    let mutual = |a: usize, b: AgentId| {
        (b.0 as usize) < a
            && lists
                .get(b.0 as usize)
                .is_some_and(|l| l.contains(&AgentId(a as u32)))
    };
    let edges: usize = lists
        .iter()
        .enumerate()
        .map(|(a, list)| list.iter().filter(|b| mutual(a, **b)).count())
        .sum();
    2.0 * edges as f64 / (people as f64 * (people as f64 - 1.0))
}

/// Whom each person knows at the start of a scenario.
pub fn known_at_start(scenario: &Scenario) -> Vec<Vec<AgentId>> {
    scenario
        .people
        .iter()
        .map(|(p, _)| p.relationships.iter().map(|r| r.with).collect())
        .collect()
}

/// Everything at once. `social` gives what each person remembers of others, `talks` is how many
/// conversations there were.
pub fn measure(
    ledger: &Ledger,
    social: &[&SocialMemory],
    funnel: Funnel,
    talks: u64,
    (start, now): (SimTime, SimTime),
    names: &Names<'_>,
) -> Emergence {
    let people = social.len();
    let scenario = names.scenario;
    let days = f64::from(now.since(start).max(1)) / 86_400.0;
    let before = known_at_start(scenario);
    let talked = |s: &SocialMemory| {
        s.known
            .iter()
            .filter(|(_, k)| k.talks > 0)
            .map(|(who, _)| *who)
            .collect()
    };
    let mut now_known: Vec<Vec<AgentId>> = social.iter().map(|s| talked(s)).collect();
    for (now, before) in now_known.iter_mut().zip(&before) {
        now.extend(before);
    }
    Emergence {
        facts: spread(ledger, people, start, names),
        density_start: density(&before),
        density: density(&now_known),
        invitations: funnel,
        hallucinated: ledger.unsourced(),
        conversations_per_agent_day: talks as f64 / people.max(1) as f64 / days,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::social::{facts::Source, ledger::Knowledge};

    #[test]
    fn density_counts_mutual_edges_only() {
        let lists = |lists: &[&[u32]]| -> Vec<Vec<AgentId>> {
            lists
                .iter()
                .map(|l| l.iter().copied().map(AgentId).collect())
                .collect()
        };
        let d = density(&lists(&[&[1], &[0, 2], &[3], &[2, 2]]));
        assert!((d - 2.0 / 6.0).abs() < 1e-12, "{d}");
        assert_eq!(density(&lists(&[&[0]])), 0.0);
        assert!((density(&lists(&[&[1, 2], &[0, 2, 9], &[0, 1]])) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn knowledge_out_of_nothing_is_found() {
        let (scenario, _) = crate::campus::testing::first_week();
        let mut ledger = Ledger::of(&scenario);
        assert_eq!(ledger.unsourced(), 0);
        let of = |from: u32| Knowledge {
            fact: 0,
            agent: AgentId(5),
            since: scenario.start.plus(10),
            source: Source::Told,
            from: Some(AgentId(from)),
            by: Some(1),
        };
        let stranger = (0..25)
            .find(|a| !ledger.knows(AgentId(*a), 0) && *a != 5)
            .unwrap();
        ledger.learn(of(stranger));
        assert_eq!(ledger.unsourced(), 1);
    }
}
