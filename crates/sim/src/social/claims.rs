//! Claims: what is said about people, places, times and events, checked against what its speaker
//! can know. It is for words that a model has made, of which nothing else tells what they say; the
//! built-in mind's lines are checked in the same way, as a control.

mod clock;
mod lexicon;

pub use lexicon::Lexicon;

use super::ledger::Ledger;
use crate::{
    campus::people::{Commitment, Persona, Timetable},
    memory::SocialMemory,
    tools::{Names, News},
};
use bevy::prelude::Resource;
use clock::Clocked;
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::{DAY, MINUTE, SimTime},
};
use lexicon::{Found, Subject};
use serde::{Deserialize, Serialize};

/// What is said of something, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// Its speaker can know it.
    Known,
    /// It is of something that there is, and is not so.
    Wrong,
    /// There is nothing of the kind, or its speaker cannot have heard of it.
    Invented,
}

/// How many sentences make a claim, by what was found of it. A sentence counts by its worst claim;
/// those that claim nothing are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Those that the speaker can know.
    pub known: u32,
    /// Those that say of something what is not so: another time or place of an event or a course.
    pub wrong: u32,
    /// Those of people, events and times that there are not, or that the speaker cannot know.
    pub invented: u32,
}

impl Claims {
    /// Adds others.
    pub const fn add(&mut self, other: Claims) {
        self.known = self.known.saturating_add(other.known);
        self.wrong = self.wrong.saturating_add(other.wrong);
        self.invented = self.invented.saturating_add(other.invented);
    }
}

/// The claims of all lines of a run, by who made the words.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claimed {
    /// Those in the words of models.
    pub model: Claims,
    /// Those in the words of the built-in mind.
    pub built_in: Claims,
}

impl Claimed {
    /// Adds those of a line.
    pub const fn add(&mut self, claims: Claims, by_model: bool) {
        if by_model {
            self.model.add(claims);
        } else {
            self.built_in.add(claims);
        }
    }
}

/// Somebody who says something, and what they can know it from.
pub struct Claimant<'a> {
    /// Their number.
    pub agent: AgentId,
    /// Who they are.
    pub persona: &'a Persona,
    /// What is fixed for them.
    pub timetable: &'a Timetable,
    /// Whom they know.
    pub social: &'a SocialMemory,
    /// The facts, and who knows them.
    pub ledger: &'a Ledger,
    /// Moments of their plan, of what they are invited to and of what they remember for it.
    pub plans: Vec<SimTime>,
    /// What they have heard in this talk, what they remember for it and what they are, in words.
    pub heard: Vec<&'a str>,
    /// What is repeated word for word, as a task or a post is: what these words name is not claimed
    /// by whoever repeats them.
    pub repeats: Vec<&'a str>,
    /// Who is near them: whom one sees one can speak of.
    pub near: &'a [AgentId],
    /// The moment.
    pub now: SimTime,
    /// Names, and the scenario.
    pub names: Names<'a>,
}

/// What the sentences of a line claim.
pub fn claims(line: &str, by: &Claimant<'_>, lexicon: &Lexicon) -> Claims {
    let mut claims = Claims::default();
    let repeated = by.repeats.iter().filter(|words| !words.is_empty());
    let line = repeated.fold(line.to_owned(), |line, words| line.replace(words, ""));
    let sentences = line.split_inclusive(['!', '?', '。', '！', '？', ';', '\n']);
    for sentence in sentences.flat_map(|part| part.split_inclusive(". ")) {
        let found = lexicon.find(sentence);
        let clocked = clock::times(sentence);
        match by.worst(&found, &clocked, sentence) {
            Some(Verdict::Known) => claims.known += 1,
            Some(Verdict::Wrong) => claims.wrong += 1,
            Some(Verdict::Invented) => claims.invented += 1,
            None => {}
        }
    }
    claims
}

impl Claimant<'_> {
    /// The worst of what a sentence claims; none where it claims nothing.
    fn worst(&self, found: &[Found<'_>], clocked: &[Clocked], sentence: &str) -> Option<Verdict> {
        let mut worst = found.iter().map(|found| self.subject(found)).max();
        // A time or a place in a sentence about a single event or course is that one's.
        let held: Vec<&Subject> = found
            .iter()
            .filter_map(|f| f.subject)
            .filter(|s| matches!(s, Subject::Event(_) | Subject::Course(_)))
            .collect();
        let places: Vec<PlaceId> = found
            .iter()
            .filter_map(|f| match f.subject {
                Some(Subject::Place(place)) => Some(*place),
                _ => None,
            })
            .collect();
        let asks = sentence.trim_end().ends_with(['?', '？']);
        for time in clocked {
            let verdict = match held.as_slice() {
                [Subject::Event(event)] => self.event_at(*event, *time),
                [Subject::Course(course)] => self.course_at(*course, *time),
                // Who asks about a time, or proposes one, does not say that anything is then.
                _ if asks => continue,
                _ => self.knows_time(*time, sentence),
            };
            worst = worst.max(Some(verdict));
        }
        if let ([held], [place]) = (held.as_slice(), places.as_slice())
            && !asks
            && self.place_of(held).is_some_and(|of| of != *place)
        {
            worst = worst.max(Some(Verdict::Wrong));
        }
        worst
    }

    /// What is found of something that is named.
    fn subject(&self, found: &Found<'_>) -> Verdict {
        let can_know = match found.subject {
            None => false,
            Some(Subject::Place(_) | Subject::Course(_)) => true,
            Some(Subject::People(people)) => people.iter().any(|who| self.knows_of(*who)),
            Some(Subject::Event(event)) => self.knows_event(*event),
        };
        if can_know || self.has_heard(&found.text) {
            Verdict::Known
        } else {
            Verdict::Invented
        }
    }

    /// Whether they have been told it in these words, or remember it.
    fn has_heard(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        self.heard
            .iter()
            .any(|text| text.to_lowercase().contains(&words))
    }

    fn knows_of(&self, who: AgentId) -> bool {
        let courses = &self.names.scenario.term.courses;
        let in_course = |agent: AgentId, course: &crate::campus::courses::Course| {
            course.teacher == Some(agent) || course.students.contains(&agent)
        };
        who == self.agent
            || self.near.contains(&who)
            || self.social.known.contains_key(&who)
            || courses
                .iter()
                .any(|c| in_course(self.agent, c) && in_course(who, c))
            || self.ledger.known_to(self.agent).any(|fact| {
                let fact = self.ledger.fact(fact);
                fact.is_some_and(|fact| fact.who() == Some(who))
            })
    }

    fn knows_event(&self, event: u16) -> bool {
        let scenario = self.names.scenario;
        let held = scenario.events.get(usize::from(event));
        held.is_some_and(|e| !e.hidden || e.hosts.contains(&self.agent))
            || self.timetable.events.contains(&event)
            || !self.ledger.of_event(self.agent, event, scenario).is_empty()
    }

    fn event_at(&self, event: u16, time: Clocked) -> Verdict {
        let held = self.names.scenario.events.get(usize::from(event));
        let right = held.is_some_and(|e| time.is(e.begins) || time.is(e.ends));
        if right {
            Verdict::Known
        } else {
            Verdict::Wrong
        }
    }

    fn course_at(&self, course: u16, time: Clocked) -> Verdict {
        let held = self.names.scenario.term.courses.get(usize::from(course));
        let right = held.is_some_and(|c| {
            let mut sessions = c.sessions.iter();
            sessions.any(|s| time.is(SimTime(s.from)) || time.is(SimTime(s.to)))
        });
        if right {
            Verdict::Known
        } else {
            Verdict::Wrong
        }
    }

    fn place_of(&self, subject: &Subject) -> Option<PlaceId> {
        let scenario = self.names.scenario;
        match subject {
            Subject::Event(event) => scenario
                .events
                .get(usize::from(*event))
                .map(|event| event.place),
            Subject::Course(course) => scenario
                .term
                .courses
                .get(usize::from(*course))
                .map(|course| course.room),
            Subject::Place(_) | Subject::People(_) => None,
        }
    }

    /// Whether a time is one of theirs or one that anybody can look up: of their timetable, plans,
    /// shifts and nights, of courses, of events that they know of, of opening hours, or now.
    fn knows_time(&self, time: Clocked, sentence: &str) -> Verdict {
        let scenario = self.names.scenario;
        let near_now = time.distance(self.now) <= 15 * MINUTE;
        let of_commitment = |c: &Commitment| time.is(c.begins) || time.is(c.ends);
        let mut fixed = self.timetable.today.iter().chain(&self.timetable.meetings);
        let persona = self.persona;
        let shifts = persona.shifts.iter().map(|shift| &shift.hours);
        let sessions = scenario.term.courses.iter().flat_map(|c| &c.sessions);
        let open = self.names.map.places.iter().flat_map(|p| &p.open);
        let mut hours = shifts.chain(sessions).chain(open);
        let known = near_now
            || fixed.any(of_commitment)
            || self.plans.iter().any(|moment| time.is(*moment))
            || [persona.wakes, persona.sleeps]
                .iter()
                .any(|s| time.is(SimTime(*s)))
            || hours.any(|h| time.is(SimTime(h.from)) || time.is(SimTime(h.to % DAY)))
            || (0..).zip(&scenario.events).any(|(n, event)| {
                (time.is(event.begins) || time.is(event.ends)) && self.knows_event(n)
            })
            || self.ledger.known_to(self.agent).any(|fact| {
                let news = self.ledger.fact(fact).map(|fact| fact.news);
                matches!(news, Some(News::Gathering { begins, .. }) if time.is(begins))
            })
            || time
                .words(sentence)
                .is_some_and(|words| self.has_heard(words));
        if known {
            Verdict::Known
        } else {
            Verdict::Invented
        }
    }
}

#[cfg(test)]
mod tests;
