//! What is concluded of people: who is company, what they speak of, how they behave, and where one
//! meets them.

use super::{
    reflection::{Finding, Item, Reflection},
    slots::{by_place_and_slot, hour_of, slot_hours},
};
use crate::{
    campus::people::Came,
    memory::{Concern, Memory, MemoryKind, Object, Predicate},
    mind::{reflect::insight_words::Pattern, tendency::Toward},
    tools::News,
};
use collegium_core::{ids::AgentId, time::HOUR};
use std::collections::BTreeMap;

impl Reflection<'_> {
    /// Those whom one spoke with, met or was annoyed by, one by one.
    pub(super) fn of_people(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
        let mut by_person: BTreeMap<AgentId, Vec<Item<'_>>> = BTreeMap::new();
        for item in items
            .iter()
            .filter(|(_, m)| !matches!(m.kind, MemoryKind::Thought | MemoryKind::Diary))
        {
            if let Some(other) = item.1.about.filter(|a| *a != self.agent) {
                by_person.entry(other).or_default().push(*item);
            }
        }
        by_person.retain(|_, items| self.is_fresh(items));
        for (person, items) in &by_person {
            let chats = those(items, |m| m.kind == MemoryKind::Chat);
            all.extend(self.company(*person, &chats));
            all.extend(self.interest(*person, &chats));
            let rude = those(items, |m| {
                matches!(m.predicate, Predicate::PushedIn | Predicate::WasLoud)
            });
            if rude.len() >= 2 {
                let (pattern, concern) = (Pattern::Inconsiderate, Concern::Manners);
                all.push(self.of_one(*person, pattern, &rude, concern, -0.08));
            }
            let meetings = those(items, |m| m.predicate == Predicate::WillMeet);
            if meetings.len() >= 2 {
                let (pattern, concern) = (Pattern::Arranged, Concern::Company);
                all.push(self.of_one(*person, pattern, &meetings, concern, 0.08));
            }
            self.encounters(*person, items, all);
        }
    }

    /// A finding about one person that draws one to them, or away from them where `pull` is below
    /// zero.
    fn of_one(
        &self,
        person: AgentId,
        pattern: Pattern,
        items: &[Item<'_>],
        topic: Concern,
        pull: f32,
    ) -> Finding {
        let fill = [("p", self.names.first(person))];
        Finding {
            about: Some(person),
            wishes: vec![(Toward::Person(person), None, pull)],
            ..self.finding(pattern, items, &fill, 5, topic)
        }
    }

    /// Whom one talks with often.
    fn company(&self, person: AgentId, chats: &[Item<'_>]) -> Option<Finding> {
        if chats.len() < 3 || !self.is_fresh(chats) {
            return None;
        }
        let closeness = self.social.closeness(person);
        let pattern = if closeness >= 5.0 {
            Pattern::CloseCompany
        } else {
            Pattern::NewCompany
        };
        let n = chats.len().to_string();
        let fill = [("p", self.names.first(person)), ("n", n.as_str())];
        let importance = (4.0 + closeness / 3.0) as u8;
        let pull = 0.06 + 0.01 * closeness.min(6.0);
        Some(Finding {
            about: Some(person),
            wishes: vec![(Toward::Person(person), None, pull)],
            ..self.finding(pattern, chats, &fill, importance, Concern::Company)
        })
    }

    /// Where and when somebody is met again and again: on different days, or hours apart.
    fn encounters(&self, person: AgentId, items: &[Item<'_>], all: &mut Vec<Finding>) {
        for ((place, slot), met) in by_place_and_slot(items.iter().copied()) {
            if met.len() < 3 || !self.is_fresh(&met) {
                continue;
            }
            let mut moments: Vec<u32> = met.iter().map(|(_, m)| m.at.0 / HOUR).collect();
            moments.dedup();
            if moments.len() < 3 {
                continue;
            }
            let hour = hour_of(&met);
            let fill = [
                ("p", self.names.first(person)),
                ("place", self.names.place(place)),
                ("hour", hour.as_str()),
            ];
            let mut found = self.finding(Pattern::Encounter, &met, &fill, 4, Concern::Encounter);
            (found.about, found.place) = (Some(person), Some(place));
            if self.social.closeness(person) >= 4.0 {
                found
                    .wishes
                    .push((Toward::Place(place), Some(slot_hours(slot)), 0.05));
            }
            all.push(found);
        }
    }

    /// What somebody keeps speaking of: what several of their talks were about, a new one among
    /// them.
    fn interest(&self, person: AgentId, chats: &[Item<'_>]) -> Option<Finding> {
        let last = &chats[chats.len().saturating_sub(12)..];
        let words = self.names.words_of(self.agent);
        let mut subjects: BTreeMap<String, Vec<Item<'_>>> = BTreeMap::new();
        for chat in last {
            let subject = chat.1.object.as_ref();
            if let Some(subject) = subject.and_then(|o| o.name(words, self.names)) {
                subjects.entry(subject).or_default().push(*chat);
            }
        }
        let (subject, items) = subjects
            .into_iter()
            .filter(|(_, items)| items.len() >= 2 && self.is_fresh(items))
            .max_by_key(|(_, items)| items.len())?;
        let fill = [("p", self.names.first(person)), ("what", subject.as_str())];
        let pattern = match items.last()?.1.object {
            Some(Object::Task(whose, task)) if self.has_ended(whose, task) => {
                Pattern::TheirTaskDone
            }
            _ => Pattern::Interest,
        };
        Some(Finding {
            about: Some(person),
            ..self.finding(pattern, &items, &fill, 5, Concern::Interest)
        })
    }
}

impl Reflection<'_> {
    /// Whether one has heard that a task of somebody is done.
    fn has_ended(&self, whose: AgentId, task: u16) -> bool {
        let done = News::Worked {
            who: whose,
            task,
            came: Came::Whole,
        };
        let says = Some(Object::News(done));
        self.recent().any(|(_, m)| m.object == says)
    }
}

/// Those memories of which something holds.
fn those<'a>(items: &[Item<'a>], holds: impl Fn(&Memory) -> bool) -> Vec<Item<'a>> {
    items.iter().copied().filter(|(_, m)| holds(m)).collect()
}
