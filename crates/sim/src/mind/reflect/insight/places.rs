//! What is concluded of places: where one waits, and where one is turned away.

use super::{
    reflection::{Finding, Item, Reflection},
    slots::{by_place_and_slot, hour_of, slot_hours},
};
use crate::{
    memory::{Concern, MemoryKind, Object, Predicate},
    mind::{reflect::insight_words::Pattern, state::Action, tendency::Toward},
};
use collegium_core::time::HOUR;

impl Reflection<'_> {
    /// Queues and full places, by the hour at which they are so.
    pub(super) fn of_places(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
        let of = |predicates: &[Predicate]| {
            let chosen: Vec<Item<'_>> = items
                .iter()
                .copied()
                .filter(|(_, m)| m.kind == MemoryKind::Deed && predicates.contains(&m.predicate))
                .collect();
            by_place_and_slot(chosen.into_iter())
        };
        let kinds: [(Pattern, &[Predicate]); 2] = [
            (Pattern::Queue, &[Predicate::WaitedFor, Predicate::GaveUp]),
            (Pattern::Turned, &[Predicate::CouldNot]),
        ];
        for (pattern, predicates) in kinds {
            for ((place, slot), met) in of(predicates) {
                let of_a_full_place = |(_, m): &Item<'_>| {
                    m.predicate != Predicate::CouldNot
                        || matches!(&m.object, Some(Object::Refusal(why)) if why.of_the_place())
                };
                let met: Vec<Item<'_>> = met.into_iter().filter(of_a_full_place).collect();
                if met.len() < 2 {
                    continue;
                }
                let hour = hour_of(&met);
                let fill = [("place", self.names.place(place)), ("hour", hour.as_str())];
                let mut found = self.finding(pattern, &met, &fill, 5, Concern::Crowd);
                found.place = Some(place);
                let (from, to) = slot_hours(slot);
                found
                    .wishes
                    .push((Toward::Place(place), Some((from, to)), -0.14));
                if pattern == Pattern::Queue {
                    // Hungry people go before the rush.
                    found.wishes.push((
                        Toward::Action(Action::Eat),
                        Some((from.saturating_sub(HOUR), from)),
                        0.1,
                    ));
                }
                all.push(found);
            }
        }
    }
}
