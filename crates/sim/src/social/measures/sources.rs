//! What people say, and whether they can know it.

use super::{super::claims::Claimed, society::Society};

/// The claims of all lines so far.
pub(super) const fn claims(society: &Society<'_>) -> Claimed {
    *society.claims
}
