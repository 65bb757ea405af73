//! The built-in mind's reflection: what it asks itself, and what it concludes from counts over its
//! own memories. Every finding cites the memories it was counted from.

use crate::{
    campus::people::{Need, Needs, Persona, Role},
    memory::{Concern, Cue, Episodic, Memory, MemoryKind, Object, Predicate, SocialMemory, gates},
    mind::{
        reflect::insight_words::{self as words, Pattern, Subject},
        state::Action,
        tendency::Toward,
    },
    tools::{Names, tell},
};
use collegium_core::{
    i18n::{Language, bare},
    ids::{AgentId, PlaceId},
    time::{DAY, HOUR, MINUTE, SimTime},
};
use std::collections::{BTreeMap, BTreeSet};

/// How far back a reflection counts, in simulated seconds.
const WINDOW: u32 = 7 * DAY;

/// What somebody reflects on.
pub struct Reflection<'a> {
    /// Who.
    pub agent: AgentId,
    /// Who it is.
    pub persona: &'a Persona,
    /// What it remembers.
    pub stream: &'a Episodic,
    /// Whom it knows.
    pub social: &'a SocialMemory,
    /// How tired, hungry or lonely it is.
    pub needs: &'a Needs,
    /// Names of people and places.
    pub names: &'a Names<'a>,
    /// The moment of the reflection.
    pub now: SimTime,
    /// The first memory since the last reflection.
    pub since: u32,
}

/// Something an insight wants changed.
pub type Wish = (Toward, Option<(u32, u32)>, f32);

/// A conclusion with what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// In words.
    pub text: String,
    /// The memories it was counted from, in order.
    pub evidence: Vec<u32>,
    /// How poignant it is, 1 to 10.
    pub importance: u8,
    /// Whom it is about.
    pub about: Option<AgentId>,
    /// Where it happens.
    pub place: Option<PlaceId>,
    /// What it is about, by which findings of one kind are found again.
    pub topic: Concern,
    /// What it wants changed.
    pub wishes: Vec<Wish>,
}

/// A memory with its place in the stream.
type Item<'a> = (u32, &'a Memory);

impl<'a> Reflection<'a> {
    fn language(&self) -> Language {
        self.persona.language
    }

    /// What counts: live memories of the last days.
    fn recent(&self) -> impl DoubleEndedIterator<Item = Item<'a>> {
        let now = self.now;
        self.stream
            .since(now.minus(WINDOW))
            .filter(move |(_, m)| m.lives(now))
    }

    /// Whether some memories, in order, have something new among them: nothing else is concluded.
    fn is_fresh(&self, items: &[Item<'_>]) -> bool {
        items.last().is_some_and(|(i, _)| *i >= self.since)
    }

    fn finding(
        &self,
        pattern: Pattern,
        items: &[Item<'_>],
        fill: &[(&str, &str)],
        importance: u8,
        topic: Concern,
    ) -> Finding {
        // Who keeps its own words for a thing says it the same way again; the gates can then tell.
        let own = self
            .agent
            .0
            .wrapping_mul(7)
            .wrapping_add(pattern as u32 * 5);
        let first = items.len().saturating_sub(gates::MOST_EVIDENCE);
        Finding {
            text: words::say(pattern, self.language(), own, fill),
            evidence: items[first..].iter().map(|(i, _)| *i).collect(),
            importance,
            about: None,
            place: None,
            topic,
            wishes: Vec::new(),
        }
    }

    /// What one should have been at, in words.
    fn duty(&self, memory: &Memory) -> Option<String> {
        let duty = memory.object.as_ref()?.duty()?;
        let words = self.names.words_of(self.agent);
        Some(tell::engagement(words, duty, self.names))
    }

    /// The questions of a reflection: what the new memories are most about, weighed by importance.
    pub fn questions(&self, statements: &[u32]) -> Vec<String> {
        let mut weights: BTreeMap<(Subject, String), u32> = BTreeMap::new();
        let mut add = |subject, name: &str, weight: u32| {
            *weights.entry((subject, name.to_owned())).or_default() += weight;
        };
        for memory in statements.iter().filter_map(|i| self.stream.get(*i)) {
            let weight = u32::from(memory.importance);
            if let Some(other) = memory.about.filter(|a| *a != self.agent) {
                add(Subject::Person, self.names.first(other), weight);
            }
            match memory.predicate {
                Predicate::Attended | Predicate::CameLate | Predicate::Missed
                    if memory.kind == MemoryKind::Deed =>
                {
                    if let Some(duty) = self.duty(memory) {
                        add(Subject::Course, &duty, weight + 1);
                    }
                }
                Predicate::WaitedFor | Predicate::GaveUp | Predicate::CouldNot => {
                    if let Some(place) = memory.place {
                        add(Subject::Place, self.names.place(place), weight + 1);
                    }
                }
                _ => {}
            }
        }
        if !self.persona.task.is_empty() {
            add(Subject::Task, &bare(&self.persona.task), 9);
        }
        let worst = Need::ALL
            .iter()
            .map(|n| 1.0 - self.needs.level(*n, self.now))
            .fold(0.0, f32::max);
        add(Subject::Myself, "", (worst * 14.0) as u32);
        let mut ordered: Vec<((Subject, String), u32)> = weights.into_iter().collect();
        ordered.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut asked: Vec<(Subject, String)> = Vec::new();
        for ((subject, name), _) in ordered {
            // At most two of a kind, so that not everything is about people.
            if asked.len() < 3 && asked.iter().filter(|(s, _)| *s == subject).count() < 2 {
                asked.push((subject, name));
            }
        }
        asked
            .iter()
            .map(|(subject, name)| words::ask(*subject, self.language(), name))
            .collect()
    }

    /// What it concludes: at most `most`, those that have something new to rest on and touch the
    /// statements first.
    pub fn conclude(&self, statements: &[u32], most: usize) -> Vec<Finding> {
        let items: Vec<Item<'_>> = self.recent().collect();
        let mut all = Vec::new();
        self.of_people(&items, &mut all);
        self.of_places(&items, &mut all);
        self.of_duties(&items, &mut all);
        self.of_task(&items, &mut all);
        self.of_needs(&items, &mut all);
        self.of_thoughts(&items, &mut all);
        let asked: BTreeSet<u32> = statements.iter().copied().collect();
        all.retain(|f| f.evidence.iter().any(|i| *i >= self.since));
        let touched = |f: &Finding| {
            f.evidence
                .iter()
                .filter(|i| asked.contains(i))
                .count()
                .min(3)
        };
        all.sort_by_key(|f| std::cmp::Reverse(touched(f) + usize::from(f.importance)));
        // Each kind of finding once or twice, so that a round is not about one thing alone.
        let mut kept: Vec<Finding> = Vec::new();
        for finding in all {
            if kept.len() < most && kept.iter().filter(|k| k.topic == finding.topic).count() < 2 {
                kept.push(finding);
            }
        }
        kept
    }

    fn of_people(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
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
            let name = self.names.first(*person);
            let closeness = self.social.closeness(*person);
            let chats: Vec<Item<'_>> = items
                .iter()
                .copied()
                .filter(|(_, m)| m.kind == MemoryKind::Chat)
                .collect();
            if chats.len() >= 3 && self.is_fresh(&chats) {
                let pattern = if closeness >= 5.0 {
                    Pattern::CloseCompany
                } else {
                    Pattern::NewCompany
                };
                let n = chats.len().to_string();
                let mut found = self.finding(
                    pattern,
                    &chats,
                    &[("p", name), ("n", &n)],
                    (4.0 + closeness / 3.0) as u8,
                    Concern::Company,
                );
                found.about = Some(*person);
                found.wishes.push((
                    Toward::Person(*person),
                    None,
                    0.06 + 0.01 * closeness.min(6.0),
                ));
                all.push(found);
            }
            if let Some(mut found) = self.interest(name, &chats) {
                found.about = Some(*person);
                all.push(found);
            }
            let rude: Vec<Item<'_>> = items
                .iter()
                .copied()
                .filter(|(_, m)| matches!(m.predicate, Predicate::PushedIn | Predicate::WasLoud))
                .collect();
            if rude.len() >= 2 {
                let mut found = self.finding(
                    Pattern::Inconsiderate,
                    &rude,
                    &[("p", name)],
                    5,
                    Concern::Manners,
                );
                found.about = Some(*person);
                found.wishes.push((Toward::Person(*person), None, -0.08));
                all.push(found);
            }
            let meetings: Vec<Item<'_>> = items
                .iter()
                .copied()
                .filter(|(_, m)| m.predicate == Predicate::WillMeet)
                .collect();
            if meetings.len() >= 2 {
                let mut found = self.finding(
                    Pattern::Arranged,
                    &meetings,
                    &[("p", name)],
                    5,
                    Concern::Company,
                );
                found.about = Some(*person);
                found.wishes.push((Toward::Person(*person), None, 0.08));
                all.push(found);
            }
            self.encounters(*person, items, all);
        }
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
    fn interest(&self, name: &str, chats: &[Item<'_>]) -> Option<Finding> {
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
        let fill = [("p", name), ("what", subject.as_str())];
        Some(self.finding(Pattern::Interest, &items, &fill, 5, Concern::Interest))
    }

    fn of_places(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
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

    fn of_duties(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
        let mut by_duty: BTreeMap<String, [Vec<Item<'_>>; 3]> = BTreeMap::new();
        let mut late = Vec::new();
        for item in items.iter().filter(|(_, m)| m.kind == MemoryKind::Deed) {
            let n = match item.1.predicate {
                Predicate::Attended => 0,
                Predicate::CameLate => 1,
                Predicate::Missed => 2,
                _ => continue,
            };
            if n == 1 {
                late.push(*item);
            }
            by_duty
                .entry(self.duty(item.1).unwrap_or_default())
                .or_default()[n]
                .push(*item);
        }
        for (what, [in_time, late, missed]) in &by_duty {
            let fill = [("what", what.as_str())];
            if late.len() >= 2 {
                let mut found = self.finding(Pattern::LateTo, late, &fill, 6, Concern::Late);
                found.wishes.push((Toward::SettingOffEarly, None, 0.4));
                all.push(found);
            }
            if !missed.is_empty() {
                let mut found = self.finding(Pattern::Missed, missed, &fill, 6, Concern::Missed);
                found
                    .wishes
                    .push((Toward::Action(Action::Attend), None, 0.05));
                all.push(found);
            }
            if in_time.len() >= 2 && late.is_empty() && missed.is_empty() {
                all.push(self.finding(Pattern::Steady, in_time, &fill, 4, Concern::Steady));
            }
        }
        if late.len() >= 3 {
            let mut found = self.finding(Pattern::LateOften, &late, &[], 6, Concern::Late);
            found.wishes.push((Toward::SettingOffEarly, None, 0.6));
            all.push(found);
        }
    }

    /// Whether the long-term task moves: whether what is lived has to do with it.
    fn of_task(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
        let task = &*bare(&self.persona.task);
        if task.is_empty() {
            return;
        }
        let settings = self.names.scenario.retrieval;
        let cue = Cue {
            settings: &settings,
            now: self.now,
            query: task,
            task: "",
            most: 6,
        };
        let lived = |m: &Memory| {
            matches!(
                m.kind,
                MemoryKind::Chat | MemoryKind::Deed | MemoryKind::Observation
            ) && self.now.since(m.at) < 2 * DAY
        };
        let near: Vec<Item<'_>> = self
            .stream
            .retrieve(&cue, lived)
            .into_iter()
            .filter(|s| s.scored.parts.relevance.raw > 0.3)
            .filter_map(|s| Some((s.number, self.stream.get(s.number)?)))
            .collect();
        let works = matches!(self.persona.role, Role::Student | Role::Teacher);
        let mut evidence = near.clone();
        evidence.sort_by_key(|(i, _)| *i);
        if near.len() >= 3 {
            all.push(self.finding(
                Pattern::TaskMoves,
                &evidence,
                &[("what", task)],
                6,
                Concern::Task,
            ));
        } else if near.len() <= 1 {
            // What it planned and did instead is what says so.
            let plans = items
                .iter()
                .copied()
                .filter(|(_, m)| m.kind == MemoryKind::Plan);
            let deeds = items
                .iter()
                .copied()
                .filter(|(_, m)| m.kind == MemoryKind::Deed);
            let mut instead: Vec<Item<'_>> =
                plans.rev().take(2).chain(deeds.rev().take(3)).collect();
            instead.sort_by_key(|(i, _)| *i);
            if instead.len() >= 3 {
                let mut found = self.finding(
                    Pattern::TaskStuck,
                    &instead,
                    &[("what", task)],
                    6,
                    Concern::Task,
                );
                if works {
                    found
                        .wishes
                        .push((Toward::Action(Action::Study), None, 0.07));
                }
                all.push(found);
            }
        }
    }

    fn of_needs(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
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

    /// Thoughts about thoughts.
    fn of_thoughts(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
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

/// Hours of a slot of the day.
const SLOT: u32 = 2 * HOUR;

fn slot_hours(slot: u32) -> (u32, u32) {
    (slot * SLOT, (slot + 1) * SLOT)
}

/// Memories by place and by slot of the day.
fn by_place_and_slot<'a>(
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
fn hour_of(items: &[Item<'_>]) -> String {
    let sum: u64 = items.iter().map(|(_, m)| u64::from(m.at.of_day())).sum();
    let mean = (sum / items.len().max(1) as u64) as u32;
    let half = (mean + 15 * MINUTE) / (30 * MINUTE) * 30 * MINUTE;
    SimTime(half % DAY).clock()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::{
        Item,
        people::{ByNeed, Engagement},
        testing,
    };

    /// Memories of a first day, and what is concluded of them.
    fn concluded(memories: Vec<Memory>, since: u32) -> Vec<Finding> {
        let (scenario, map) = testing::first_week();
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let stream = Episodic::of(memories);
        let reflection = Reflection {
            agent: AgentId(0),
            persona: &scenario.people[0].0,
            stream: &stream,
            social: &SocialMemory::default(),
            needs: &Needs::new(ByNeed::each(|_| 0.9), SimTime(0)),
            names: &names,
            now: SimTime(15 * HOUR),
            since,
        };
        let all: Vec<u32> = (0..stream.count()).collect();
        assert_eq!(reflection.questions(&all).len(), 3);
        reflection.conclude(&all, 5)
    }

    fn deed(hour: u32, predicate: Predicate, place: u16, object: Object) -> Memory {
        Memory {
            at: SimTime(hour * HOUR),
            kind: MemoryKind::Deed,
            importance: 4,
            about: Some(AgentId(0)),
            place: Some(PlaceId(place)),
            text: format!("{predicate} {object:?}"),
            predicate,
            object: Some(object),
            grounds: None,
        }
    }

    /// A session of the first course.
    fn class(session: u8) -> Object {
        Object::Engagement(Engagement::Class(0, session))
    }

    #[test]
    fn who_waits_twice_learns_to_go_earlier() {
        let found = concluded(
            vec![
                deed(12, Predicate::WaitedFor, 3, Object::Item(Item::Lunch)),
                deed(13, Predicate::GaveUp, 3, Object::Item(Item::Lunch)),
            ],
            0,
        );
        let queue = found
            .iter()
            .find(|f| f.topic == Concern::Crowd)
            .expect("a finding about the queue");
        assert_eq!(queue.evidence, [0, 1]);
        assert!(queue.wishes.contains(&(
            Toward::Place(PlaceId(3)),
            Some((12 * HOUR, 14 * HOUR)),
            -0.14
        )));
        assert!(queue.wishes.contains(&(
            Toward::Action(Action::Eat),
            Some((11 * HOUR, 12 * HOUR)),
            0.1
        )));
    }

    #[test]
    fn who_comes_late_twice_sets_off_earlier_and_nothing_is_concluded_twice() {
        let memories = vec![
            deed(9, Predicate::CameLate, 1, class(0)),
            deed(11, Predicate::CameLate, 1, class(1)),
        ];
        let found = concluded(memories.clone(), 0);
        assert!(
            found
                .iter()
                .any(|f| f.topic == Concern::Late && f.text.contains("BIO101")),
            "{found:?}"
        );
        // Nothing new since the last time: nothing to conclude.
        assert!(concluded(memories, 2).is_empty());
    }

    #[test]
    fn talks_show_company_and_interests() {
        let chat = |hour, about: Object| Memory {
            about: Some(AgentId(4)),
            kind: MemoryKind::Chat,
            ..deed(hour, Predicate::TalkedWith, 2, about)
        };
        let found = concluded(
            vec![
                chat(8, Object::Course(1)),
                chat(11, Object::Course(1)),
                chat(14, Object::Person(AgentId(2))),
            ],
            0,
        );
        let company = found
            .iter()
            .find(|f| f.topic == Concern::Company)
            .expect("a finding about company");
        assert_eq!(
            (company.evidence.as_slice(), company.about),
            (&[0, 1, 2][..], Some(AgentId(4)))
        );
        let interest = found
            .iter()
            .find(|f| f.topic == Concern::Interest)
            .expect("a finding about an interest");
        let (scenario, _) = testing::first_week();
        assert!(
            interest.text.contains(&scenario.term.courses[1].title) && interest.evidence == [0, 1],
            "{interest:?}"
        );
    }

    #[test]
    fn thoughts_about_one_person_become_a_deeper_one() {
        let thought = |concern| Memory {
            kind: MemoryKind::Thought,
            about: Some(AgentId(4)),
            ..deed(10, Predicate::Thinks, 2, Object::Concern(concern))
        };
        let thoughts = vec![thought(Concern::Company), thought(Concern::Interest)];
        let found = concluded(thoughts, 0);
        assert!(
            found
                .iter()
                .any(|f| f.topic == Concern::Person && f.evidence == [0, 1]),
            "{found:?}"
        );
    }
}
