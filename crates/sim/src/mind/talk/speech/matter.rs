//! What a line is about, in words of the speaker's language: people, courses, events and facts.

use super::compose::Composer;
use crate::{
    campus::{invitations::Occasion, talks::Topic},
    social::Fact,
    tools::News,
};
use collegium_core::{dice::Stream, ids::PlaceId};

impl Composer<'_> {
    /// The one whom it is about.
    pub(super) fn who(&self) -> String {
        match self.ask.topic {
            Topic::Person(who) => self.me.names.first(who).to_owned(),
            _ => String::new(),
        }
    }

    /// Title and teacher of a course.
    pub(super) fn course(&self, number: u16) -> (String, String) {
        let course = self.me.names.scenario.term.courses.get(usize::from(number));
        let teacher =
            |c: &crate::campus::courses::Course| c.teacher.filter(|t| *t != self.me.agent);
        course.map_or_else(Default::default, |c| {
            (
                c.title.clone(),
                teacher(c).map_or_else(String::new, |t| self.me.names.first(t).to_owned()),
            )
        })
    }

    pub(super) fn event(&self, number: u16) -> String {
        self.me
            .names
            .scenario
            .events
            .get(usize::from(number))
            .map_or_else(String::new, |e| e.title.clone())
    }

    /// When and where something is that a fact is about; both empty where it is about nothing to
    /// come.
    pub(super) fn when_and_where(&self, fact: &Fact, roll: &mut Stream) -> (String, String) {
        let names = &self.me.names;
        let (begins, place) = match fact.news {
            News::Gathering { begins, place, .. } => (begins, place),
            _ => match fact
                .event(names.scenario)
                .and_then(|e| names.scenario.events.get(usize::from(e)))
            {
                Some(event) => (event.begins, event.place),
                None => return Default::default(),
            },
        };
        (
            self.stock.when(begins, self.me.now, roll),
            names.place(place).to_owned(),
        )
    }

    /// A fact in words of the speaker's language.
    pub(super) fn fact(&self, number: u32, roll: &mut Stream) -> String {
        let (me, names) = (self.me, &self.me.names);
        let Some(fact) = me.ledger.fact(number).copied() else {
            return String::new();
        };
        let who = fact
            .who()
            .map_or_else(String::new, |w| names.first(w).to_owned());
        let (when, place) = self.when_and_where(&fact, roll);
        let there = |at: Option<PlaceId>| at.map_or("", |p| names.place(p));
        match fact.news {
            News::Planted(_) => fact.text(names.words_of(me.agent), names),
            News::Event(e) => {
                let event = self.event(e);
                self.say(
                    "fact",
                    "event",
                    &[("event", &event), ("when", &when), ("where", &place)],
                    roll,
                )
            }
            News::Gathering { to, .. } => {
                let what = match to {
                    Occasion::Gathering { cause, .. } => self.say("what", cause.word(), &[], roll),
                    Occasion::Event(e) => self.event(e),
                };
                let values = [
                    ("who", who.as_str()),
                    ("when", &when),
                    ("where", &place),
                    ("what", &what),
                ];
                self.say("fact", "gathering", &values, roll)
            }
            News::Pushed { passed, place, .. } => {
                let values = [
                    ("who", who.as_str()),
                    ("whom", names.first(passed)),
                    ("where", there(place)),
                ];
                self.say("fact", "pushed", &values, roll)
            }
            News::Loud { place, .. } => {
                let values = [("who", who.as_str()), ("where", there(place))];
                self.say("fact", "loud", &values, roll)
            }
            News::Missed { course, .. } => self.say(
                "fact",
                "missed",
                &[("who", &who), ("course", &self.course(course).0)],
                roll,
            ),
            News::Life { who: whose, .. } => {
                let memory = fact.news.own_words(names).unwrap_or_default();
                let key = if whose == me.agent { "mine" } else { "seed" };
                self.say("fact", key, &[("who", &who), ("memory", &memory)], roll)
            }
        }
    }
}
