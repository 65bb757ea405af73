//! What is concluded of earlier thoughts: thoughts about thoughts.

use super::reflection::{Finding, Item, Reflection};
use crate::{
    memory::{Concern, MemoryKind},
    mind::{reflect::insight_words::Pattern, tendency::Toward},
};
use collegium_core::ids::AgentId;
use std::collections::{BTreeMap, BTreeSet};

impl Reflection<'_> {
    /// Thoughts about thoughts.
    pub(super) fn of_thoughts(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
        let thoughts: Vec<Item<'_>> = items
            .iter()
            .copied()
            .filter(|(_, m)| m.kind == MemoryKind::Thought)
            .collect();
        // What deeper thoughts have drawn on already is not drawn on again.
        let used: BTreeSet<u32> = thoughts
            .iter()
            .flat_map(|(_, m)| m.evidence().iter().copied())
            .collect();
        let fresh: Vec<Item<'_>> = thoughts
            .iter()
            .copied()
            .filter(|(i, m)| !used.contains(i) && m.depth() < 4)
            .collect();
        let mut by_person: BTreeMap<AgentId, Vec<Item<'_>>> = BTreeMap::new();
        for item in &fresh {
            if let Some(person) = item.1.about.filter(|a| *a != self.agent) {
                by_person.entry(person).or_default().push(*item);
            }
        }
        for (person, about) in by_person.iter().filter(|(_, about)| about.len() >= 2) {
            let mut found = self.finding(
                Pattern::PersonMatters,
                about,
                &[("p", self.names.first(*person))],
                7,
                Concern::Person,
            );
            found.about = Some(*person);
            found.wishes.push((Toward::Person(*person), None, 0.1));
            all.push(found);
        }
        let of = |group: fn(Concern) -> bool| -> Vec<Item<'_>> {
            fresh
                .iter()
                .copied()
                .filter(|(_, m)| m.concern().is_some_and(group))
                .collect()
        };
        let (people, work) = (of(Concern::of_people), of(Concern::of_work));
        let (hand, crowd) = (of(Concern::of_lapses), of(|c| c == Concern::Crowd));
        if hand.len() >= 2 {
            let mut found = self.finding(Pattern::OutOfHand, &hand, &[], 7, Concern::Oneself);
            found.wishes.push((Toward::SettingOffEarly, None, 0.8));
            all.push(found);
        }
        if crowd.len() >= 2 {
            all.push(self.finding(Pattern::Crowded, &crowd, &[], 6, Concern::Oneself));
        }
        if people.len() >= 3 && people.len() > 2 * work.len() {
            all.push(self.finding(Pattern::ForPeople, &people, &[], 7, Concern::Oneself));
        }
        if work.len() >= 3 && work.len() > 2 * people.len() {
            all.push(self.finding(Pattern::ForWork, &work, &[], 7, Concern::Oneself));
        }
    }
}
