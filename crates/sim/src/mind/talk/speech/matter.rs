//! What a line is about, in words of the speaker's language: courses, events and facts.

use super::compose::{Composer, what_for};
use crate::{
    campus::invitations::Occasion,
    social::Fact,
    tools::{News, tell},
};
use collegium_core::{
    dice::Draw,
    ids::{AgentId, PlaceId},
    time::SimTime,
};

/// How a moment is said, and which words a fact is told in.
pub(super) const WHEN: Draw = Draw::of("talk: how a moment is said");

impl Composer<'_> {
    /// Title and teacher of a course.
    pub(super) fn course(&self, number: u16) -> (String, Option<AgentId>) {
        let course = self.me.names.scenario.term.courses.get(usize::from(number));
        course.map_or_else(Default::default, |c| (c.title.clone(), c.teacher))
    }

    pub(super) fn event(&self, number: u16) -> String {
        let events = &self.me.names.scenario.events;
        let event = events.get(usize::from(number));
        event.map_or_else(String::new, |e| e.title.clone())
    }

    /// Title, beginning and place of an event.
    pub(super) fn of_event(&self, number: u16) -> Option<(Option<String>, SimTime, PlaceId)> {
        let event = self.me.names.scenario.events.get(usize::from(number))?;
        Some((Some(event.title.clone()), event.begins, event.place))
    }

    /// What is to come that a fact is about: its title where it has one, when and where; none where
    /// it is about nothing to come.
    pub(super) fn to_come(&self, fact: &Fact) -> Option<(Option<String>, SimTime, PlaceId)> {
        match fact.news {
            News::Gathering { begins, place, .. } => Some((None, begins, place)),
            _ => self.of_event(fact.event(self.me.names.scenario)?),
        }
    }

    /// A fact in words of the speaker's language.
    pub(super) fn fact(&self, number: u32) -> String {
        let (me, names) = (self.me, &self.me.names);
        let Some(fact) = me.ledger.fact(number).copied() else {
            return String::new();
        };
        let mut roll = me.dice.stream(me.agent.0, WHEN, u64::from(number));
        let roll = &mut roll;
        let who = fact.who().map_or("", |w| names.first(w));
        let to_come = self.to_come(&fact);
        let when = to_come.as_ref().map_or_else(String::new, |(_, begins, _)| {
            self.stock.when(*begins, me.now, roll)
        });
        let place = to_come.map_or("", |(_, _, place)| names.place(place));
        let there = |at: Option<PlaceId>| at.map_or("", |p| names.place(p));
        let (key, values): (&str, Vec<(&str, String)>) = match fact.news {
            News::Planted(_) => return fact.text(names.words_of(me.agent), names),
            News::Event(e) => ("event", vec![("event", self.event(e))]),
            News::Gathering { to, .. } => {
                let what = match to {
                    Occasion::Gathering { .. } => self.say("what", what_for(&to), &[], roll),
                    Occasion::Event(e) => self.event(e),
                };
                ("gathering", vec![("what", what)])
            }
            News::Pushed { passed, place, .. } => {
                let whom = names.first(passed).to_owned();
                (
                    "pushed",
                    vec![("whom", whom), ("where", there(place).to_owned())],
                )
            }
            News::Loud { place, .. } => ("loud", vec![("where", there(place).to_owned())]),
            News::Missed { course, .. } => ("missed", vec![("course", self.course(course).0)]),
            News::Worked { who, task, came } => {
                ("worked", vec![("deed", tell::work(names, who, task, came))])
            }
            News::Scored { course, result, .. } => {
                let score = result.to_string();
                let course = self.course(course).0;
                ("scored", vec![("course", course), ("score", score)])
            }
            News::Life { .. } => {
                let memory = fact.news.own_words(names).unwrap_or_default();
                return memory.into_owned();
            }
        };
        let mut all = vec![("who", who), ("when", when.as_str())];
        if !values.iter().any(|(name, _)| *name == "where") {
            all.push(("where", place));
        }
        all.extend(values.iter().map(|(name, value)| (*name, value.as_str())));
        self.say("fact", key, &all, roll)
    }
}
