//! How much people talk with each other.

use super::society::Society;
use collegium_core::time::DAY;

/// Conversations that were begun, for each person and day.
pub(super) fn begun_each_day(society: &Society<'_>) -> f64 {
    let days = f64::from(society.now.since(society.start).max(1)) / f64::from(DAY);
    society.talks as f64 / society.people() / days
}
