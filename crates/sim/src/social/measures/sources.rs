//! Who knows what nobody can have told them.

use super::society::Society;

/// How many came to know something from somebody who did not know it.
pub(super) fn unsourced(society: &Society<'_>) -> usize {
    society.ledger.unsourced()
}

#[cfg(test)]
mod tests {
    use crate::social::{Knowledge, Ledger, Source};
    use collegium_core::ids::AgentId;

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
