//! Facts, and who knows them since when and from whom. A fact has a number; nobody knows one
//! without a source.

use crate::{
    campus::{
        Invitations, Numbered,
        invitations::{Invitation, Occasion},
        people::{Commitment, Engagement},
        scenario::Scenario,
    },
    memory::SocialMemory,
    tools::{Breach, Names, News, SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Purpose,
    ids::{AgentId, PlaceId},
    named,
    time::{DAY, HOUR, SimTime},
};
use serde::{Deserialize, Serialize};

named! {
    /// What kind of fact it is.
    FactKind {
        /// Planted by the scenario.
        Planted = "planted",
        /// An event of the scenario.
        Event = "event",
        /// A gathering that somebody invites to.
        Invitation = "invitation",
        /// Something that happened.
        News = "news",
        /// Something of somebody's own life.
        Personal = "personal",
    }
}

pub use crate::tools::Source;

/// What a fact says; its words come from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// A planted fact of the scenario.
    Planted(u16),
    /// An event of the scenario.
    Event(u16),
    /// What an invitation is to.
    Gathering(u32),
    /// Somebody pushed in front of somebody in a queue.
    Pushed(AgentId),
    /// Somebody was loud where people want quiet.
    Loud,
    /// Somebody missed a class of a course.
    Missed(u16),
    /// A memory that a persona begins with.
    Seed(u16),
}

/// A fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its kind.
    pub kind: FactKind,
    /// What it says.
    pub form: Form,
    /// Whom it is about, when it is about somebody.
    pub who: Option<AgentId>,
    /// Where.
    pub place: Option<PlaceId>,
    /// Since when there is something to know.
    pub arose: SimTime,
    /// Until when it is worth telling.
    pub until: SimTime,
    /// 1 to 10.
    pub importance: u8,
}

impl Fact {
    /// What it says, whole; none when what it came from is gone.
    pub fn news(&self, invitations: &Invitations) -> Option<News> {
        let (who, place) = (self.who, self.place);
        Some(match self.form {
            Form::Planted(n) => News::Planted(n),
            Form::Event(n) => News::Event(n),
            Form::Gathering(n) => {
                let invitation = invitations.list.get_unsaved(n)?;
                News::Gathering {
                    host: invitation.host,
                    to: invitation.to,
                    place: invitation.place,
                    begins: invitation.begins,
                }
            }
            Form::Pushed(passed) => News::Pushed { who, passed, place },
            Form::Loud => News::Loud { who, place },
            Form::Missed(course) => News::Missed { who, course },
            Form::Seed(memory) => News::Life { who: who?, memory },
        })
    }

    /// The fact in a neutral sentence, without a full stop, in the language of the scenario.
    pub fn text(&self, invitations: &Invitations, names: &Names<'_>) -> String {
        self.news(invitations)
            .map_or_else(String::new, |news| news.text(names))
    }

    /// The event it is about.
    pub fn event(&self, scenario: &Scenario) -> Option<u16> {
        match self.form {
            Form::Event(n) => Some(n),
            Form::Planted(n) => scenario.facts.get(usize::from(n)).and_then(|f| f.event),
            _ => None,
        }
    }
}

/// That somebody knows a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowledge {
    /// The fact.
    pub fact: u32,
    /// Who knows it.
    pub agent: AgentId,
    /// Since when.
    pub since: SimTime,
    /// How it came to know it.
    pub source: Source,
    /// From whom.
    pub from: Option<AgentId>,
    /// In which conversation (told, overheard) or post (read).
    pub by: Option<u32>,
}

/// The facts that are of use, and who knows them since when.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// The facts.
    pub facts: Numbered<Fact>,
    /// Who came to know them, in order of time.
    pub log: Numbered<Knowledge>,
    /// How many came to know something from somebody who did not know it.
    unsourced: usize,
    /// For each agent the facts it knows, sorted by their numbers; made from the log.
    #[serde(skip)]
    known: Vec<Vec<Known>>,
}

/// What an agent's own list has of a fact that it knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    fact: u32,
    since: SimTime,
    source: Source,
}

/// How long after its end a fact is still held, in simulated seconds: nobody tells it any more, but
/// talks may be about it.
const HELD: u32 = DAY;

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
                kind: FactKind::Planted,
                form: Form::Planted(n as u16),
                who: None,
                place: event.map(|e| e.place),
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
                kind: FactKind::Event,
                form: Form::Event(n as u16),
                who: None,
                place: Some(event.place),
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
                    kind: FactKind::Personal,
                    form: Form::Seed(n as u16),
                    who: Some(who),
                    place: None,
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

    /// Notes that somebody knows a fact; false when it knew it already, or there is no such fact.
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
        let knew = from.is_none_or(|from| self.knows(from, fact));
        self.unsourced += usize::from(!knew);
        self.log.add(knowledge);
        true
    }

    /// Lets go what nobody can use any more: news and gatherings that have been over for a day, and
    /// who knew of them. What the scenario plants, its events and what people tell of their own
    /// lives stay.
    pub fn forget(&mut self, now: SimTime) {
        self.facts.retain(|_, fact| {
            let passes = matches!(fact.kind, FactKind::News | FactKind::Invitation);
            !passes || fact.until.plus(HELD) > now
        });
        let facts = &self.facts;
        self.log.retain(|_, k| facts.get(k.fact).is_some());
        for known in &mut self.known {
            known.retain(|k| facts.get(k.fact).is_some());
        }
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

    /// How somebody came to know a fact; none when it does not know it.
    pub fn source_of(&self, agent: AgentId, fact: u32) -> Option<Source> {
        self.known(agent, fact).map(|k| k.source)
    }

    /// Since when somebody knows a fact; none when it does not know it.
    pub fn since(&self, agent: AgentId, fact: u32) -> Option<SimTime> {
        self.known(agent, fact).map(|k| k.since)
    }

    /// The facts somebody knows, by number.
    pub fn known_to(&self, agent: AgentId) -> impl Iterator<Item = u32> {
        let known = self.known.get(agent.0 as usize);
        known.into_iter().flatten().map(|k| k.fact)
    }

    /// A fact.
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

    /// The facts that somebody knows and that a text names: events by their title, others by their
    /// words.
    pub fn named_in(
        &self,
        agent: AgentId,
        text: &str,
        invitations: &Invitations,
        names: &Names<'_>,
    ) -> Vec<u32> {
        let said = text.to_lowercase();
        let names_it = |fact: &Fact| match fact.event(names.scenario) {
            Some(event) => names
                .scenario
                .events
                .get(usize::from(event))
                .is_some_and(|e| said.contains(&e.title.to_lowercase())),
            None if fact.kind == FactKind::Personal => false,
            None => said.contains(&fact.text(invitations, names).to_lowercase()),
        };
        self.known_to(agent)
            .filter(|n| self.fact(*n).is_some_and(names_it))
            .collect()
    }
}

/// Lets somebody learn a fact: into the ledger and the log. Who learns of an event may make up its
/// mind to go.
///
/// # Errors
/// Never for people of the roster.
pub fn teach(
    stage: &mut Stage,
    ledger: &mut Ledger,
    knowledge: Knowledge,
    closeness: f32,
) -> Result<bool> {
    if !ledger.learn(knowledge) {
        return Ok(false);
    }
    let Knowledge {
        fact: number,
        agent,
        source,
        from,
        ..
    } = knowledge;
    let Some(fact) = ledger.fact(number).copied() else {
        return Ok(false);
    };
    if let Some(news) = fact.news(&stage.invitations) {
        let learned = SimEvent::Learned {
            fact: number,
            source,
            from,
            news,
        };
        stage.note(agent, learned)?;
    }
    let event = fact.event(&stage.setting.0);
    if let Some(event) = event
        && !stage
            .invitations
            .list
            .iter()
            .any(|(_, i)| i.guest == agent && i.to == Occasion::Event(event))
        && wants_to_go(stage, agent, event, closeness)?
    {
        go_to(stage, agent, event)?;
    }
    Ok(true)
}

/// Whether somebody would go to an event that it hears of from somebody so close to it.
fn wants_to_go(stage: &Stage, agent: AgentId, event: u16, closeness: f32) -> Result<bool> {
    let person = stage.look(agent)?;
    let Some(what) = stage.setting.0.events.get(usize::from(event)) else {
        return Ok(false);
    };
    if !what.invites(&person.persona.group) || person.timetable.clashes(what.begins, what.ends) {
        return Ok(false);
    }
    let mut roll = stage
        .dice
        .stream(agent.0, Purpose::Taste, u64::from(event) | 1 << 61);
    Ok(roll.chance(0.2 + 0.5 * person.persona.traits.sociability + 0.03 * closeness))
}

/// Enters an event into somebody's timetable.
fn go_to(stage: &mut Stage, agent: AgentId, event: u16) -> Result {
    let Some((place, begins, ends)) = stage
        .setting
        .0
        .events
        .get(usize::from(event))
        .map(|e| (e.place, e.begins, e.ends))
    else {
        return Ok(());
    };
    let today = stage.now().day();
    let mut person = stage.person(agent)?;
    if begins.0 > 0 && !person.timetable.events.contains(&event) {
        person.timetable.enter(
            Commitment {
                what: Engagement::Event(event),
                place,
                begins,
                ends,
            },
            today,
        );
    }
    Ok(())
}

/// Lets those who take part in a talk, and those who overhear it, learn what its last line told.
/// Gives who was told what, so that speaker and listeners can note what the other now knows;
/// `closeness` says how close somebody feels to another.
///
/// # Errors
/// Never for people of the roster.
pub fn spread(
    stage: &mut Stage,
    ledger: &mut Ledger,
    number: u32,
    closeness: &dyn Fn(AgentId, AgentId) -> f32,
) -> Result<Vec<(AgentId, u32)>> {
    let Some(talk) = stage.talks.live.get(&number) else {
        return Ok(Vec::new());
    };
    let Some(line) = talk.lines.last().filter(|l| !l.speech.tells.is_empty()) else {
        return Ok(Vec::new());
    };
    let (speaker, members, loud, now) =
        (line.speaker, talk.members.clone(), talk.loud, stage.now());
    let tells: Vec<u32> = line
        .speech
        .tells
        .iter()
        .copied()
        .filter(|f| ledger.knows(speaker, *f))
        .collect();
    let tile = stage.look(speaker)?.body.tile;
    let earshot = crate::tools::EARSHOT[usize::from(loud)] as i16;
    let attention = usize::from(stage.setting.0.perception.attention);
    let overhear = stage
        .neighbourhood
        .nearest(tile, earshot, attention, |who, there| {
            !members.contains(&who) && stage.hears(tile, there, loud)
        });
    let (from, by) = (Some(speaker), Some(number));
    let mut told = Vec::new();
    for fact in tells {
        for agent in members.iter().copied().filter(|m| *m != speaker) {
            let known = Knowledge {
                fact,
                agent,
                since: now,
                source: Source::Told,
                from,
                by,
            };
            teach(stage, ledger, known, closeness(agent, speaker))?;
            told.push((agent, fact));
        }
        for agent in overhear.iter().copied() {
            let activity = stage.look(agent)?.activity;
            let listens = crate::tools::free_for_talk(activity.doing) && activity.talk.is_none();
            let mut roll = stage.dice.stream(
                agent.0,
                Purpose::Talk,
                stage.clock.tick ^ u64::from(fact) << 32,
            );
            // Most of what is said nearby goes past one, unless it is said out loud.
            if listens && roll.chance(if loud { 0.15 } else { 0.07 }) {
                let known = Knowledge {
                    fact,
                    agent,
                    since: now,
                    source: Source::Overheard,
                    from,
                    by,
                };
                teach(stage, ledger, known, closeness(agent, speaker))?;
            }
        }
    }
    Ok(told)
}

/// How long news are worth telling.
const NEWS: u32 = 30 * HOUR;

/// Makes facts of what happened in this tick: broken norms, missed classes, gatherings; and finds
/// those that posts tell.
///
/// # Errors
/// Never for people of the roster.
pub fn arise(mut stage: Stage, mut ledger: ResMut<Ledger>) -> Result {
    let now = stage.now();
    for i in 0..stage.occurrences.list.len() {
        let occurrence = &stage.occurrences.list[i];
        let (Some(who), place, tile) = (occurrence.agent, occurrence.place, occurrence.tile) else {
            continue;
        };
        let (form, importance) = match occurrence.event {
            SimEvent::Violation {
                breach:
                    Breach::QueueCutting {
                        passed: Some(passed),
                    },
            } => (Form::Pushed(passed), 4),
            SimEvent::Violation {
                breach: Breach::Noise { .. },
            } => (Form::Loud, 3),
            SimEvent::Missed { course } => (Form::Missed(course), 4),
            SimEvent::Invited { invitation, .. } => {
                host(&mut stage, &mut ledger, invitation)?;
                continue;
            }
            SimEvent::Said { talk, .. } => {
                said(&mut stage, &mut ledger, talk)?;
                continue;
            }
            SimEvent::Posted { .. } => {
                posted(&mut stage, &mut ledger, who);
                continue;
            }
            _ => continue,
        };
        let today = |f: &Fact| f.form == form && f.who == Some(who) && f.arose.day() == now.day();
        if ledger.facts.iter().rev().take(64).any(|(_, f)| today(f)) {
            continue;
        }
        let until = now.plus(NEWS);
        let fact = ledger.add(Fact {
            kind: FactKind::News,
            form,
            who: Some(who),
            place,
            arose: now,
            until,
            importance,
        });
        let mut witnesses = vec![who];
        match (form, tile) {
            (Form::Missed(course), _) => {
                witnesses.extend(
                    stage
                        .register
                        .present
                        .iter()
                        .filter(|p| p.0 == course)
                        .map(|p| p.2),
                );
            }
            (_, Some(tile)) => stage.neighbourhood.around(tile, 5, |other, there| {
                if other != who && stage.map().grid.sees(there, tile) {
                    witnesses.push(other);
                }
            }),
            _ => {}
        }
        for agent in witnesses {
            let (source, from) = (Source::Witnessed, None);
            teach(
                &mut stage,
                &mut ledger,
                Knowledge {
                    fact,
                    agent,
                    since: now,
                    source,
                    from,
                    by: None,
                },
                0.0,
            )?;
        }
    }
    Ok(())
}

/// A gathering becomes a fact with its first invitation.
fn host(stage: &mut Stage, ledger: &mut Ledger, number: u32) -> Result {
    let Some(invitation) = stage.invitations.list.get(number).copied() else {
        return Ok(());
    };
    let Invitation {
        host, guest, to, ..
    } = invitation;
    let now = stage.now();
    if !matches!(to, Occasion::Gathering { .. }) {
        return Ok(());
    }
    let first = stage
        .invitations
        .list
        .iter()
        .find(|(_, i)| i.host == host && i.to == to)
        .map_or(number, |(n, _)| n);
    let known = ledger
        .facts
        .iter()
        .rev()
        .find(|(_, f)| f.form == Form::Gathering(first))
        .map(|(n, _)| n);
    let fact = match known {
        Some(fact) => fact,
        None => {
            let fact = ledger.add(Fact {
                kind: FactKind::Invitation,
                form: Form::Gathering(first),
                who: Some(host),
                place: Some(invitation.place),
                arose: now,
                until: invitation.begins,
                importance: 4,
            });
            let (source, from) = (Source::Witnessed, None);
            teach(
                stage,
                ledger,
                Knowledge {
                    fact,
                    agent: host,
                    since: now,
                    source,
                    from,
                    by: None,
                },
                0.0,
            )?;
            fact
        }
    };
    let by = stage.look(guest)?.activity.talk;
    let told = Knowledge {
        fact,
        agent: guest,
        since: now,
        source: Source::Told,
        from: Some(host),
        by,
    };
    teach(stage, ledger, told, 0.0)?;
    Ok(())
}

/// A line of which only the words are known tells the facts that they name.
fn said(stage: &mut Stage, ledger: &mut Ledger, talk: u32) -> Result {
    let Some(line) = stage.talks.live.get(&talk).and_then(|t| t.lines.last()) else {
        return Ok(());
    };
    if line.speech.act.is_some() || line.at != stage.now() || !line.speech.tells.is_empty() {
        return Ok(());
    }
    let tells = ledger.named_in(line.speaker, &line.text, &stage.invitations, &stage.names());
    if tells.is_empty() {
        return Ok(());
    }
    if let Some(line) = stage
        .talks
        .live
        .get_mut(&talk)
        .and_then(|t| t.lines.last_mut())
    {
        line.speech.tells = tells;
    }
    spread(stage, ledger, talk, &|_, _| 0.0)?;
    Ok(())
}

/// Finds the facts that the newest post of somebody tells.
fn posted(stage: &mut Stage, ledger: &mut Ledger, author: AgentId) {
    let newest = stage
        .feed
        .posts
        .iter()
        .rev()
        .find(|(_, p)| p.author == author);
    let Some((number, post)) = newest else {
        return;
    };
    let tells = ledger.named_in(author, &post.text, &stage.invitations, &stage.names());
    if let Some(post) = stage.feed.posts.get_mut(number) {
        post.tells = tells;
    }
}

/// How many of the newest unread posts somebody reads at once.
const READ_AT_ONCE: u32 = 5;

/// Lets somebody read the newest posts it has not read, and learn what they tell. Gives how many it
/// read.
///
/// # Errors
/// Never for people of the roster.
pub fn read_feed(
    stage: &mut Stage,
    ledger: &mut Ledger,
    reader: AgentId,
    social: &mut SocialMemory,
) -> Result<usize> {
    let count = stage.feed.posts.count();
    let from = social
        .read
        .max(count.saturating_sub(READ_AT_ONCE))
        .min(count);
    social.read = count;
    let mut read = 0;
    for n in from..count {
        let Some(post) = stage.feed.posts.get(n) else {
            continue;
        };
        read += 1;
        let (author, tells) = (post.author, post.tells.clone());
        // A feed is skimmed: of half of the posts nothing stays.
        let mut roll = stage
            .dice
            .stream(reader.0, Purpose::Post, u64::from(n) | 1 << 62);
        let takes_in = author != reader && roll.chance(0.5);
        for fact in tells.into_iter().filter(|_| takes_in) {
            let (from, by, since) = (Some(author), Some(n), stage.now());
            let read = Knowledge {
                fact,
                agent: reader,
                since,
                source: Source::Read,
                from,
                by,
            };
            teach(stage, ledger, read, social.closeness(author))?;
            social.learns(author, fact);
        }
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::testing;

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
    fn news_leave_a_day_after_nobody_tells_them_any_more() {
        let (scenario, _) = testing::first_week();
        let mut ledger = Ledger::of(&scenario);
        let before = ledger.clone();
        let news = ledger.add(Fact {
            kind: FactKind::News,
            form: Form::Loud,
            who: Some(AgentId(1)),
            place: None,
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
            .filter(|(_, f)| f.kind == FactKind::Planted)
            .map(|(n, f)| (n, *f))
            .collect();
        assert!(planted.len() >= 2);
        for (n, fact) in planted {
            let knowers = (0..25).filter(|a| ledger.knows(AgentId(*a), n)).count();
            assert!(
                (1..=2).contains(&knowers),
                "{}",
                fact.text(&Invitations::default(), &names)
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
        let none = Invitations::default();
        assert_eq!(ledger.named_in(host, text, &none, &names).len(), 1);
        assert!(ledger.named_in(stranger, text, &none, &names).is_empty());
    }
}
