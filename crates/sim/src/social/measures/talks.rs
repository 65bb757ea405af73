//! How much people talk with each other.

use super::seen::Seen;
use collegium_core::time::DAY;

/// Conversations that were begun, for each person and day.
pub(super) fn begun_each_day(seen: &Seen<'_>) -> f64 {
    let days = f64::from(seen.now.since(seen.start).max(1)) / f64::from(DAY);
    seen.talks as f64 / seen.people() / days
}
