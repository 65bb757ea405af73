//! What the measures are worked out from.

use crate::{
    campus::Invitations,
    memory::SocialMemory,
    social::{claims::Claimed, ledger::Ledger},
    tools::Names,
};
use collegium_core::time::SimTime;

/// What there is to measure.
pub struct Society<'a> {
    /// Who knows what, and from whom.
    pub ledger: &'a Ledger,
    /// What people have claimed.
    pub claims: &'a Claimed,
    /// What each person remembers of others.
    pub social: Vec<&'a SocialMemory>,
    /// The invitations that were made.
    pub invitations: &'a Invitations,
    /// How many conversations there were.
    pub talks: u64,
    /// When the run began.
    pub start: SimTime,
    /// The moment it has come to.
    pub now: SimTime,
    /// Names, and the scenario.
    pub names: Names<'a>,
}

impl Society<'_> {
    /// How many people there are, to divide by: one where there is nobody.
    pub(super) fn people(&self) -> f64 {
        self.social.len().max(1) as f64
    }
}
