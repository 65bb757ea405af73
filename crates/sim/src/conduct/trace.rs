//! The decisions of a run with what they brought, for demonstrations, training and measures.

use super::{
    observe::Observation,
    points::{Act, Point},
    reward::{Brought, TERMS, Violations},
    situation::ActMask,
};
use collegium_core::{ids::AgentId, time::SimTime};

/// One decision, and what it brought until its agent's next one.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// The person who decided.
    pub agent: AgentId,
    /// When they decided.
    pub at: SimTime,
    /// The decision point that came up.
    pub point: Point,
    /// What was seen there, number by number.
    pub observation: Observation,
    /// The acts that were possible.
    pub mask: ActMask,
    /// The act that was done.
    pub act: Act,
    /// What the built-in rule would have done.
    pub rule: Act,
    /// Natural logarithm of the probability with which the head did it; 0 for the rule and the
    /// expert.
    pub log_prob: f32,
    /// What it brought, term by term in the order of the reward's terms, unweighted.
    pub rewards: [f32; TERMS],
    /// Norms broken since.
    pub violations: Violations,
}

/// The decisions since the last time they were taken out, agent by agent; the last of each is still
/// open.
#[derive(Clone, Debug, Default)]
pub(super) struct Trace {
    pub closed: Vec<Decided>,
    pub open: Vec<Option<Decided>>,
}

impl Trace {
    /// The open decision of an agent.
    pub fn open(&mut self, agent: AgentId) -> &mut Option<Decided> {
        let at = agent.0 as usize;
        if self.open.len() <= at {
            self.open.resize(at + 1, None);
        }
        &mut self.open[at]
    }

    /// Adds to what an agent's last decision brought.
    pub fn credit(&mut self, agent: AgentId, brought: &Brought) {
        if let Some(decided) = self.open(agent) {
            for (sum, term) in decided.rewards.iter_mut().zip(&brought.terms) {
                *sum += term;
            }
            decided.violations = decided.violations.and(brought.broken);
        }
    }

    /// Opens a new decision of an agent and closes the one before.
    pub fn begin(&mut self, decided: Decided) {
        let before = self.open(decided.agent).replace(decided);
        self.closed.extend(before);
    }

    /// Takes out the closed decisions in the order in which they were closed; with `all`, the open
    /// ones too, which are closed by that.
    pub fn take(&mut self, all: bool) -> Vec<Decided> {
        let mut taken = std::mem::take(&mut self.closed);
        if all {
            taken.extend(self.open.iter_mut().filter_map(Option::take));
        }
        taken
    }
}
