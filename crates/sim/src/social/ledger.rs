//! Who knows which facts, since when and from whom. A fact has a number; nobody knows one without
//! a source.

use super::facts::{Fact, FactKind, Source};
use crate::{
    campus::{Numbered, scenario::Scenario},
    memory::{Memory, Predicate},
    room::Grows,
    tools::{Names, News},
};
use bevy::prelude::*;
use collegium_core::{
    ids::AgentId,
    time::{DAY, SimTime},
};
use serde::{Deserialize, Serialize};

/// That somebody knows a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowledge {
    /// The fact's number in the ledger.
    pub fact: u32,
    /// The person who knows it.
    pub agent: AgentId,
    /// When they came to know it.
    pub since: SimTime,
    /// How they came to know it.
    pub source: Source,
    /// The person who told or wrote it; none where nobody did.
    pub from: Option<AgentId>,
    /// The number of the conversation (told, overheard) or post (read).
    pub by: Option<u32>,
}

/// The facts that are of use, and who knows them since when.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// What there is to know, by number.
    pub facts: Numbered<Fact>,
    /// Who came to know them, in order of time.
    pub log: Numbered<Knowledge>,
    /// How many came to know something from somebody who did not know it.
    unsourced: usize,
    /// An index of the log by person: the facts that each knows, sorted by their numbers. What
    /// somebody knows is told by the log alone, from which the index is made anew when a save is
    /// read. It stands here and not with the people so that nothing is learned in one and not in
    /// the other.
    #[serde(skip)]
    known: Vec<Vec<Known>>,
}

/// What a person's own list has of a fact that they know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    fact: u32,
    since: SimTime,
    source: Source,
}

/// How long after its end a fact is still held, in simulated seconds: nobody tells it any more, but
/// talks may be about it.
const HELD: u32 = DAY;

impl Grows for Ledger {
    fn hold(&mut self, hold: bool) {
        self.facts.hold(hold);
        self.log.hold(hold);
    }

    fn saved(&mut self) {
        self.facts.saved();
        self.log.saved();
    }
}

impl Ledger {
    /// What people know at the beginning of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let mut ledger = Self {
            known: vec![Vec::new(); scenario.people.len()],
            ..Self::default()
        };
        let now = scenario.start;
        let ids = || (0..scenario.people.len()).map(|i| AgentId(i as u32));
        for (n, planted) in scenario.facts.iter().enumerate() {
            let event = planted
                .event
                .and_then(|e| scenario.events.get(usize::from(e)));
            let fact = ledger.add(Fact {
                news: News::Planted(n as u16),
                arose: now,
                until: event.map_or(now.plus(3650 * DAY), |e| e.ends),
                importance: planted.importance,
            });
            for who in &planted.known_by {
                ledger.plant(*who, fact, now);
            }
        }
        for (n, event) in scenario.events.iter().enumerate() {
            // What everybody invited knows anyway needs no fact of its own: nobody tells it to
            // anybody.
            if !event.hidden || scenario.facts.iter().any(|f| f.event == Some(n as u16)) {
                continue;
            }
            let fact = ledger.add(Fact {
                news: News::Event(n as u16),
                arose: now,
                until: event.ends,
                importance: 6,
            });
            for who in &event.hosts {
                ledger.plant(*who, fact, now);
            }
        }
        for who in ids() {
            for (n, memory) in scenario.people[who.0 as usize]
                .0
                .memories
                .iter()
                .enumerate()
            {
                let fact = ledger.add(Fact {
                    news: News::Life {
                        who,
                        memory: n as u16,
                    },
                    arose: now,
                    until: now.plus(3650 * DAY),
                    importance: memory.importance,
                });
                ledger.plant(who, fact, now);
            }
        }
        ledger
    }

    /// Adds a fact that nobody knows yet, and gives its number.
    pub fn add(&mut self, fact: Fact) -> u32 {
        self.facts.add(fact)
    }

    fn plant(&mut self, agent: AgentId, fact: u32, now: SimTime) {
        self.learn(Knowledge {
            fact,
            agent,
            since: now,
            source: Source::Planted,
            from: None,
            by: None,
        });
    }

    /// Notes that somebody knows a fact; false when they knew it already, or there is no such fact.
    pub fn learn(&mut self, knowledge: Knowledge) -> bool {
        let Some(known) = self.known.get_mut(knowledge.agent.0 as usize) else {
            return false;
        };
        let Knowledge {
            fact,
            since,
            source,
            from,
            ..
        } = knowledge;
        let Err(at) = known.binary_search_by_key(&fact, |k| k.fact) else {
            return false;
        };
        if self.facts.get(fact).is_none() {
            return false;
        }
        known.insert(
            at,
            Known {
                fact,
                since,
                source,
            },
        );
        // What somebody wrote while they knew it is read after they have forgotten it as well.
        let written = source == Source::Read;
        let knew = written || from.is_none_or(|from| self.knows(from, fact));
        self.unsourced += usize::from(!knew);
        self.log.add(knowledge);
        true
    }

    /// Lets go what nobody can use any more: news and gatherings that have been over for a day, and
    /// who knew of them. What the scenario plants, its events and what people tell of their own
    /// lives stay.
    pub fn forget(&mut self, now: SimTime) {
        self.facts.retain(|_, fact| {
            let passes = matches!(
                fact.kind(),
                FactKind::News | FactKind::Invitation | FactKind::Result
            );
            !passes || fact.until.plus(HELD) > now
        });
        let facts = &self.facts;
        self.log.retain(|_, k| facts.get(k.fact).is_some());
        for known in &mut self.known {
            known.retain(|k| facts.get(k.fact).is_some());
        }
    }

    /// Lets people forget what fades for them.
    pub fn fade(&mut self, fades: impl Fn(&Knowledge, &Fact) -> bool) {
        let Self {
            facts, log, known, ..
        } = self;
        log.retain(|_, k| {
            let fades = facts.get(k.fact).is_some_and(|fact| fades(k, fact));
            if fades && let Some(known) = known.get_mut(k.agent.0 as usize) {
                known.retain(|one| one.fact != k.fact);
            }
            !fades
        });
    }

    /// How many came to know something from somebody who did not know it: none, by the way facts
    /// are kept.
    pub const fn unsourced(&self) -> usize {
        self.unsourced
    }

    fn known(&self, agent: AgentId, fact: u32) -> Option<&Known> {
        let known = self.known.get(agent.0 as usize)?;
        let at = known.binary_search_by_key(&fact, |k| k.fact).ok()?;
        known.get(at)
    }

    /// Whether somebody knows a fact.
    pub fn knows(&self, agent: AgentId, fact: u32) -> bool {
        self.known(agent, fact).is_some()
    }

    /// How somebody came to know a fact; none when they do not know it.
    pub fn source_of(&self, agent: AgentId, fact: u32) -> Option<Source> {
        self.known(agent, fact).map(|k| k.source)
    }

    /// Since when somebody knows a fact; none when they do not know it.
    pub fn since(&self, agent: AgentId, fact: u32) -> Option<SimTime> {
        self.known(agent, fact).map(|k| k.since)
    }

    /// The facts somebody knows, by number.
    pub fn known_to(&self, agent: AgentId) -> impl Iterator<Item = u32> {
        let known = self.known.get(agent.0 as usize);
        known.into_iter().flatten().map(|k| k.fact)
    }

    /// The fact of a number; none where there is none, or it is not held any more.
    pub fn fact(&self, number: u32) -> Option<&Fact> {
        self.facts.get(number)
    }

    /// Makes the lists of who knows what from the log, after a save was read.
    pub fn index(&mut self, people: usize) {
        self.known = vec![Vec::new(); people];
        for (_, entry) in self.log.iter() {
            let (fact, since, source) = (entry.fact, entry.since, entry.source);
            if let Some(known) = self.known.get_mut(entry.agent.0 as usize) {
                known.push(Known {
                    fact,
                    since,
                    source,
                });
            }
        }
        for known in &mut self.known {
            known.sort_unstable_by_key(|k| k.fact);
        }
    }

    /// The facts that somebody knows and that one of their memories is of: what they were told or
    /// have read, by what that is about; what they have seen, by what was seen of whom.
    pub fn remembered_in(&self, agent: AgentId, memory: &Memory) -> Vec<u32> {
        let holds = |n: &u32| {
            let Some(fact) = self.fact(*n).filter(|f| f.kind() != FactKind::Personal) else {
                return false;
            };
            // The same is said of many gatherings and queues: then the moment tells which is meant.
            let now = self.since(agent, *n) == Some(memory.at);
            let seen = match fact.news {
                News::Planted(_) | News::Event(_) => false,
                _ if !now => return false,
                News::Pushed { .. } => memory.predicate == Predicate::PushedIn,
                News::Loud { .. } => memory.predicate == Predicate::WasLoud,
                News::Missed { .. } => memory.predicate == Predicate::Missed,
                News::Scored { .. } => memory.predicate == Predicate::Scored,
                News::Worked { .. } => memory.predicate == Predicate::GotDone,
                News::Gathering { .. } | News::Life { .. } => false,
            };
            seen && memory.about == fact.who()
                || memory
                    .object
                    .as_ref()
                    .is_some_and(|object| object.is_of(&fact.news))
        };
        self.known_to(agent).filter(holds).collect()
    }

    /// The facts that somebody knows of an event.
    pub fn of_event(&self, agent: AgentId, event: u16, scenario: &Scenario) -> Vec<u32> {
        let of = |n: &u32| {
            self.fact(*n)
                .is_some_and(|f| f.event(scenario) == Some(event))
        };
        self.known_to(agent).filter(of).collect()
    }

    /// The facts that somebody knows and that a text of their own words names: events by their
    /// title, others by their words.
    pub fn named_in(&self, agent: AgentId, text: &str, names: &Names<'_>) -> Vec<u32> {
        let said = text.to_lowercase();
        let names_it = |fact: &Fact| match fact.event(names.scenario) {
            Some(event) => names
                .scenario
                .events
                .get(usize::from(event))
                .is_some_and(|e| said.contains(&e.title.to_lowercase())),
            None if fact.kind() == FactKind::Personal => false,
            None => said.contains(&fact.text(names.words_of(agent), names).to_lowercase()),
        };
        self.known_to(agent)
            .filter(|n| self.fact(*n).is_some_and(names_it))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{campus::testing, social::arise::NEWS, tools::tell};

    #[test]
    fn a_fact_is_learned_once_and_only_when_there_is_one() {
        let (scenario, _) = testing::first_week();
        let mut ledger = Ledger::of(&scenario);
        let entry = |fact, agent| Knowledge {
            fact,
            agent: AgentId(agent),
            since: SimTime(9),
            source: Source::Told,
            from: Some(AgentId(0)),
            by: None,
        };
        let fact = ledger.facts.count() - 1;
        assert!(
            !ledger.knows(AgentId(3), fact)
                && ledger.learn(entry(fact, 3))
                && ledger.knows(AgentId(3), fact)
        );
        assert!(!ledger.learn(entry(fact, 3)));
        assert!(!ledger.learn(entry(99_999, 3)) && !ledger.learn(entry(fact, 9_999)));
        let mut copy = ledger.clone();
        copy.index(scenario.people.len());
        assert_eq!(copy, ledger);
    }

    #[test]
    fn knowledge_out_of_nothing_is_found() {
        let (scenario, _) = testing::first_week();
        let mut ledger = Ledger::of(&scenario);
        assert_eq!(ledger.unsourced(), 0);
        let stranger = (0..25)
            .find(|a| !ledger.knows(AgentId(*a), 0) && *a != 5)
            .unwrap();
        ledger.learn(Knowledge {
            fact: 0,
            agent: AgentId(5),
            since: scenario.start.plus(10),
            source: Source::Told,
            from: Some(AgentId(stranger)),
            by: Some(1),
        });
        assert_eq!(ledger.unsourced(), 1);
    }

    #[test]
    fn news_leave_a_day_after_nobody_tells_them_any_more() {
        let (scenario, _) = testing::first_week();
        let mut ledger = Ledger::of(&scenario);
        let before = ledger.clone();
        let news = ledger.add(Fact {
            news: News::Loud {
                who: Some(AgentId(1)),
                place: None,
            },
            arose: SimTime(0),
            until: SimTime(NEWS),
            importance: 3,
        });
        let hears = |from: Option<AgentId>, agent| Knowledge {
            fact: news,
            agent: AgentId(agent),
            since: SimTime(9),
            source: Source::Told,
            from,
            by: None,
        };
        ledger.learn(hears(None, 1));
        ledger.learn(hears(Some(AgentId(1)), 2));
        ledger.forget(SimTime(NEWS + HELD - 1));
        assert!(ledger.knows(AgentId(2), news) && ledger.source_of(AgentId(2), news).is_some());
        ledger.forget(SimTime(NEWS + HELD));
        assert!(ledger.fact(news).is_none() && !ledger.knows(AgentId(2), news));
        assert_eq!(ledger.known, before.known, "and nothing else leaves");
        assert_eq!(ledger.facts.len(), before.facts.len());
        assert_eq!(
            (ledger.log.len(), ledger.unsourced()),
            (before.log.len(), 0)
        );
        // A save still gets the rows of both.
        assert_eq!(ledger.facts.since(before.facts.count()).count(), 1);
        assert_eq!(ledger.log.since(before.log.count()).count(), 2);
    }

    #[test]
    fn a_memory_is_of_what_it_is_about_and_of_nothing_else() {
        let (scenario, _) = testing::first_week();
        let mut ledger = Ledger::of(&scenario);
        let (me, loud, at) = (AgentId(0), AgentId(1), SimTime(99));
        let fact = ledger.add(Fact {
            news: News::Loud {
                who: Some(loud),
                place: None,
            },
            arose: at,
            until: SimTime(NEWS),
            importance: 3,
        });
        ledger.learn(Knowledge {
            fact,
            agent: me,
            since: at,
            source: Source::Witnessed,
            from: None,
            by: None,
        });
        let seen = |at, about| {
            let memory = Memory {
                at,
                about: Some(about),
                predicate: Predicate::WasLoud,
                ..Memory::default()
            };
            ledger.remembered_in(me, &memory)
        };
        assert_eq!(seen(at, loud), [fact]);
        assert!(seen(SimTime(98), loud).is_empty() && seen(at, AgentId(2)).is_empty());
    }

    #[test]
    fn planted_facts_are_known_to_few() {
        let (scenario, map) = testing::first_week();
        let ledger = Ledger::of(&scenario);
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let planted: Vec<(u32, Fact)> = ledger
            .facts
            .iter()
            .filter(|(_, f)| f.kind() == FactKind::Planted)
            .map(|(n, f)| (n, *f))
            .collect();
        assert!(planted.len() >= 2);
        for (n, fact) in planted {
            let knowers = (0..25).filter(|a| ledger.knows(AgentId(*a), n)).count();
            assert!(
                (1..=2).contains(&knowers),
                "{}",
                fact.text(&tell::ENGLISH, &names)
            );
        }
    }

    #[test]
    fn a_text_names_only_facts_its_author_knows() {
        let (scenario, map) = testing::first_week();
        let ledger = Ledger::of(&scenario);
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let host = scenario
            .events
            .iter()
            .find(|e| e.hidden)
            .map(|e| e.hosts[0])
            .unwrap();
        let stranger = (0..25)
            .map(AgentId)
            .find(|a| scenario.events.iter().all(|e| !e.hosts.contains(a)))
            .unwrap();
        let text = "Come to the CLUB FAIR!";
        assert_eq!(ledger.named_in(host, text, &names).len(), 1);
        assert!(ledger.named_in(stranger, text, &names).is_empty());
    }
}
