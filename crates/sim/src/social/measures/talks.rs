//! How much people talk with each other.

use super::seen::Seen;

/// Conversations that were begun, for each person and day.
pub(super) fn begun_each_day(seen: &Seen<'_>) -> f64 {
    let days = f64::from(seen.now.since(seen.start).max(1)) / 86_400.0;
    seen.talks as f64 / seen.people() / days
}
