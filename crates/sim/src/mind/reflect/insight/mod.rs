//! The built-in mind's reflection: what it asks itself, and what it concludes from counts over its
//! own memories. Every finding cites the memories it was counted from.

mod duties;
mod goals;
mod needs;
mod people;
mod places;
mod reflection;
mod slots;
mod thoughts;

pub use reflection::{Finding, Reflection};

use crate::{
    campus::people::Need,
    memory::{MemoryKind, Predicate},
    mind::reflect::insight_words::{self as words, Subject},
};
use collegium_core::i18n::bare;
use reflection::Item;
use std::collections::{BTreeMap, BTreeSet};

impl Reflection<'_> {
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

    /// What they conclude: at most `most`, those that have something new to rest on and touch the
    /// statements first.
    pub fn conclude(&self, statements: &[u32], most: usize) -> Vec<Finding> {
        let items: Vec<Item<'_>> = self.recent().collect();
        let mut all = Vec::new();
        self.of_people(&items, &mut all);
        self.of_places(&items, &mut all);
        self.of_duties(&items, &mut all);
        self.of_task(&items, &mut all);
        self.of_goals(&items, &mut all);
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campus::{
            Item,
            people::{ByNeed, Came, Engagement, Needs, Obstacle, Stands, Works},
            testing,
        },
        memory::{Concern, Episodic, Memory, Object, SocialMemory},
        mind::{state::Action, tendency::Toward},
        tools::{Names, News},
    };
    use collegium_core::{
        ids::{AgentId, PlaceId},
        time::{HOUR, SimTime},
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
            works: &Works::default(),
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
    fn goals_that_ended_and_tasks_that_others_finished_are_known() {
        let ended = |stands| Object::Ended {
            toward: Toward::Person(AgentId(4)),
            stands,
        };
        let given_up = Stands::GivenUp(Obstacle::NoChance);
        let of_it = |stands| {
            let waited = deed(8, Predicate::WaitedFor, 3, Object::Item(Item::Lunch));
            let it_is = deed(9, Predicate::Reached, 1, ended(stands));
            let found = concluded(vec![waited, it_is], 0);
            found.into_iter().find(|f| f.topic == Concern::Goal)
        };
        let (met, let_go) = (of_it(Stands::Met).unwrap(), of_it(given_up).unwrap());
        assert_eq!((met.about, met.evidence.len()), (Some(AgentId(4)), 1));
        assert_ne!(met.text, let_go.text);
        // Who keeps speaking of a task, and has done it by what one has heard.
        let (scenario, _) = testing::first_week();
        let task = &scenario.people[4].0.task_of(1).unwrap().what;
        let chat = |hour| Memory {
            about: Some(AgentId(4)),
            kind: MemoryKind::Chat,
            ..deed(hour, Predicate::TalkedWith, 2, Object::Task(AgentId(4), 1))
        };
        let heard = |task, came| {
            let who = AgentId(4);
            let news = News::Worked { who, task, came };
            deed(10, Predicate::Knows, 2, Object::News(news))
        };
        let interest = |heard: Memory| {
            let found = concluded(vec![chat(8), heard, chat(14)], 0);
            let found = found.into_iter().find(|f| f.topic == Concern::Interest);
            found.map(|f| f.text).unwrap()
        };
        let (part, whole) = (
            interest(heard(1, Came::Part(0))),
            interest(heard(1, Came::Whole)),
        );
        assert!(
            part.contains(&*bare(task)) && whole.contains(&*bare(task)),
            "{part} {whole}"
        );
        assert_eq!(
            part,
            interest(heard(0, Came::Whole)),
            "another task is done"
        );
        assert_ne!(part, whole);
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
