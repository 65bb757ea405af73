//! What emerges: who knows the planted facts over time, how dense the network of acquaintances is, how far invitations come.
//!
//! The measures of Generative Agents (Park et al. 2023, section 7), from provenance instead of interviews: that somebody knows a fact is read off
//! the ledger, so nobody is counted who has no source.

use super::facts::{Fact, FactKind, Form, Ledger};
use crate::{
    campus::{AgentId, invitations::Funnel, scenario::Scenario},
    memory::SocialMemory,
    time::{HOUR, SimTime},
    tools::Names,
};
use serde::Serialize;

/// How a fact has spread.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// Its number.
    pub fact: u32,
    /// The fact.
    pub text: String,
    /// Who knew it at first.
    pub known_at_start: usize,
    /// Who knows it now.
    pub known: usize,
    /// The share of all people that is.
    pub share: f64,
    /// For each hour since the start in which somebody learned it: the hour, and how many knew it at its end.
    pub by_hour: Vec<(u32, usize)>,
}

/// Everything that is measured.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Emergence {
    /// The planted facts.
    pub facts: Vec<Spread>,
    /// Density of the network of mutual acquaintances at the start: `2|E| / (n (n - 1))`.
    pub density_start: f64,
    /// The same now.
    pub density: f64,
    /// How far invitations have come.
    pub invitations: Funnel,
    /// People who know a fact without having been told, read, seen or heard it; none, by the way facts are kept.
    pub hallucinated: usize,
    /// Conversations that were begun, per person and day.
    pub conversations_per_agent_day: f64,
}

/// Whether a fact's spread is watched: those the scenario plants, and events that only their hosts know at first.
fn watched(fact: &Fact) -> bool {
    matches!(fact.kind, FactKind::Planted | FactKind::Event) && !matches!(fact.form, Form::Seed(_))
}

/// How the planted facts have spread among `people` people since `start`.
pub fn spread(ledger: &Ledger, people: usize, start: SimTime, names: &Names<'_>) -> Vec<Spread> {
    let mut all = Vec::new();
    for (n, fact) in ledger.facts.iter().enumerate().filter(|(_, f)| watched(f)) {
        let knowers: Vec<SimTime> = ledger.log.iter().filter(|k| k.fact == n as u32).map(|k| k.since).collect();
        let mut by_hour: Vec<(u32, usize)> = Vec::new();
        for (before, since) in knowers.iter().enumerate() {
            let hour = since.since(start) / HOUR;
            match by_hour.last_mut() {
                Some(last) if last.0 == hour => last.1 = before + 1,
                _ => by_hour.push((hour, before + 1)),
            }
        }
        all.push(Spread {
            fact: n as u32,
            text: fact.text(&[], names),
            known_at_start: knowers.iter().filter(|since| **since <= start).count(),
            known: knowers.len(),
            share: knowers.len() as f64 / people.max(1) as f64,
            by_hour,
        });
    }
    all
}

/// The density of a network of `people` in which `knows` says who knows whom; an edge counts when both know each other.
pub fn density(people: usize, knows: impl Fn(AgentId, AgentId) -> bool) -> f64 {
    if people < 2 {
        return 0.0;
    }
    let ids = |n: usize| (0..n).map(|i| AgentId(i as u32));
    let edges: usize = ids(people).map(|a| ids(a.0 as usize).filter(|b| knows(a, *b) && knows(*b, a)).count()).sum();
    2.0 * edges as f64 / (people as f64 * (people as f64 - 1.0))
}

/// Those who know a fact although nobody whom they could have it from knew it before.
pub fn without_source(ledger: &Ledger) -> usize {
    let knew = |agent: AgentId, fact: u32, by: SimTime| {
        ledger.log.iter().any(|k| k.agent == agent && k.fact == fact && k.since <= by)
    };
    ledger.log.iter().filter(|k| k.from.is_some_and(|from| !knew(from, k.fact, k.since))).count()
}

/// Whether a scenario says that somebody knows somebody at the start.
pub fn knows_at_start(scenario: &Scenario, a: AgentId, b: AgentId) -> bool {
    scenario.people.get(a.0 as usize).is_some_and(|(p, _)| p.relationships.iter().any(|r| r.with == b))
}

/// Everything at once. `social` gives what each person remembers of others, `talks` is how many conversations there were.
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
    let knows_now = |a: AgentId, b: AgentId| {
        social.get(a.0 as usize).and_then(|s| s.known.get(&b)).is_some_and(|k| k.talks > 0)
            || knows_at_start(scenario, a, b)
    };
    Emergence {
        facts: spread(ledger, people, start, names),
        density_start: density(people, |a, b| knows_at_start(scenario, a, b)),
        density: density(people, knows_now),
        invitations: funnel,
        hallucinated: without_source(ledger),
        conversations_per_agent_day: talks as f64 / people.max(1) as f64 / days,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::social::facts::{Knowledge, Source};

    #[test]
    fn density_counts_mutual_edges_only() {
        let edges = [(0, 1), (1, 0), (1, 2), (3, 2), (2, 3)];
        let d = density(4, |a, b| edges.contains(&(a.0, b.0)));
        assert!((d - 2.0 / 6.0).abs() < 1e-12, "{d}");
        assert_eq!(density(1, |_, _| true), 0.0);
        assert!((density(9, |_, _| true) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn knowledge_out_of_nothing_is_found() {
        let (scenario, _) = crate::simulation::testing::first_week();
        let mut ledger = Ledger::of(&scenario);
        assert_eq!(without_source(&ledger), 0);
        let of = |from: u32| Knowledge {
            fact: 0,
            agent: AgentId(5),
            since: scenario.start.plus(10),
            source: Source::Told,
            from: Some(AgentId(from)),
            by: Some(1),
        };
        let stranger = (0..25).find(|a| !ledger.knows(AgentId(*a), 0) && *a != 5).unwrap();
        ledger.learn(of(stranger));
        assert_eq!(without_source(&ledger), 1);
    }
}
