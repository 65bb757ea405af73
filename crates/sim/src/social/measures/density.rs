//! How dense the network of those is who know each other.

use super::society::Society;
use crate::campus::scenario::Scenario;
use collegium_core::ids::AgentId;
use std::collections::BTreeSet;

/// The density at the start.
pub(super) fn at_start(society: &Society<'_>) -> f64 {
    density(&known_at_start(society.names.scenario))
}

/// The density now: those count who knew each other at the start or have talked since.
pub(super) fn now(society: &Society<'_>) -> f64 {
    let mut known = known_at_start(society.names.scenario);
    for (known, social) in known.iter_mut().zip(&society.social) {
        let talked = social.known.iter().filter(|(_, k)| k.talks > 0);
        known.extend(talked.map(|(who, _)| *who));
    }
    density(&known)
}

/// The density, 0 to 1, of a network in which each person knows those of their list; an edge counts
/// when both know each other.
fn density(known: &[Vec<AgentId>]) -> f64 {
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
fn known_at_start(scenario: &Scenario) -> Vec<Vec<AgentId>> {
    scenario
        .people
        .iter()
        .map(|(p, _)| p.relationships.iter().map(|r| r.with).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
