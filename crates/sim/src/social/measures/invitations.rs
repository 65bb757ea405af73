//! How far invitations come: made, answered, accepted, planned, kept.

use super::seen::Seen;
use crate::campus::invitations::Funnel;

/// How many have come how far.
pub(super) fn funnel(seen: &Seen<'_>) -> Funnel {
    seen.invitations.funnel()
}
