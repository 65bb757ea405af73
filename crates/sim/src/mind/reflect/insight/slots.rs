//! Memories by place and by slot of the day.

use super::reflection::Item;
use collegium_core::{
    ids::PlaceId,
    time::{DAY, HOUR, MINUTE, SimTime},
};
use std::collections::BTreeMap;

/// Hours of a slot of the day.
const SLOT: u32 = 2 * HOUR;

/// When a slot begins and ends, in seconds of the day.
pub(super) fn slot_hours(slot: u32) -> (u32, u32) {
    (slot * SLOT, (slot + 1) * SLOT)
}

/// Memories by place and by slot of the day.
pub(super) fn by_place_and_slot<'a>(
    items: impl Iterator<Item = Item<'a>>,
) -> BTreeMap<(PlaceId, u32), Vec<Item<'a>>> {
    let mut found: BTreeMap<(PlaceId, u32), Vec<Item<'a>>> = BTreeMap::new();
    for item in items {
        if let Some(place) = item.1.place {
            found
                .entry((place, item.1.at.of_day() / SLOT))
                .or_default()
                .push(item);
        }
    }
    found
}

/// The mean hour of some memories, to the next half hour.
pub(super) fn hour_of(items: &[Item<'_>]) -> String {
    let sum: u64 = items.iter().map(|(_, m)| u64::from(m.at.of_day())).sum();
    let mean = (sum / items.len().max(1) as u64) as u32;
    let half = (mean + 15 * MINUTE) / (30 * MINUTE) * 30 * MINUTE;
    SimTime(half % DAY).clock()
}
