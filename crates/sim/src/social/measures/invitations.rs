//! How far invitations come: made, answered, accepted, planned, kept.

use super::society::Society;
use crate::campus::invitations::Funnel;

/// How many have come how far.
pub(super) fn funnel(society: &Society<'_>) -> Funnel {
    society.invitations.funnel(society.now)
}
