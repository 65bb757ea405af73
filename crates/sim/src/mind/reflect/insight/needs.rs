//! What is concluded of needs: loneliness, work without play, tiredness.

use super::reflection::{Finding, Item, Reflection};
use crate::{
    campus::people::Need,
    memory::{Concern, MemoryKind},
    mind::{reflect::insight_words::Pattern, state::Action, tendency::Toward},
};
use collegium_core::time::{DAY, HOUR};

impl Reflection<'_> {
    /// What one lacks, with the deeds of the last day behind it.
    pub(super) fn of_needs(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
        let day: Vec<Item<'_>> = items
            .iter()
            .copied()
            .filter(|(_, m)| self.now.since(m.at) < DAY)
            .collect();
        let level = |need| self.needs.level(need, self.now);
        let chats: Vec<Item<'_>> = day
            .iter()
            .copied()
            .filter(|(_, m)| m.kind == MemoryKind::Chat)
            .collect();
        let deeds: Vec<Item<'_>> = day
            .iter()
            .copied()
            .filter(|(_, m)| m.kind == MemoryKind::Deed)
            .collect();
        if level(Need::Company) < 0.4 && chats.len() <= 1 && !deeds.is_empty() {
            let mut found = self.finding(Pattern::Lonely, &deeds, &[], 5, Concern::Need);
            found
                .wishes
                .push((Toward::Action(Action::Socialise), None, 0.12));
            all.push(found);
        }
        if level(Need::Fun) < 0.35 && deeds.len() >= 3 {
            let mut found = self.finding(Pattern::AllWork, &deeds, &[], 5, Concern::Need);
            found.wishes.push((Toward::Action(Action::Play), None, 0.1));
            all.push(found);
        }
        if level(Need::Sleep) < 0.3 && self.now.of_day() < 19 * HOUR && !deeds.is_empty() {
            let mut found = self.finding(Pattern::Tired, &deeds, &[], 5, Concern::Need);
            found
                .wishes
                .push((Toward::Action(Action::Sleep), Some((20 * HOUR, DAY)), 0.08));
            all.push(found);
        }
    }
}
