//! How a line is put together: which sentences of the stocks it takes, and what fills their gaps.

use super::{
    idiolect::{Idiolect, join},
    invite::accepts,
    speaker::{Speaker, Utterance},
    trust::names,
};
use crate::{
    campus::{
        exchange::{Matter, Part, Step},
        invitations::{Cause, Occasion},
        people::{Engagement, Role},
        talks::{Exchange, SpeechAct, Talk, Topic},
    },
    mind::{
        stock::{Stock, stock},
        thinking::LineAsk,
    },
};
use collegium_core::dice::Stream;

/// Puts one line together.
pub(super) struct Composer<'a> {
    pub(super) me: &'a Speaker<'a>,
    pub(super) ask: &'a LineAsk,
    pub(super) talk: Option<&'a Talk>,
    pub(super) stock: &'static Stock,
    way: Idiolect,
    accepts: Option<bool>,
    /// Whether the other is called by name where there is a gap for it.
    pub(super) calls: bool,
    /// Whether two sentences are said where one was said before.
    twofold: bool,
}

impl<'a> Composer<'a> {
    pub(super) fn new(me: &'a Speaker<'a>, ask: &'a LineAsk, talk: Option<&'a Talk>) -> Self {
        Self {
            me,
            ask,
            talk,
            stock: stock(me.persona.language),
            way: Idiolect::of(me.agent, me.persona, me.dice),
            accepts: None,
            calls: false,
            twofold: false,
        }
    }

    /// The same line, with the other's name in it, or with more said.
    pub(super) fn saying_more(mut self, calls: bool, twofold: bool) -> Self {
        (self.calls, self.twofold) = (calls, twofold);
        self
    }

    pub(super) fn compose(mut self, roll: &mut Stream) -> Utterance {
        let text = self.act(roll);
        Utterance {
            text,
            tells: self.ask.tells.clone(),
            accepts: self.accepts,
        }
    }

    /// A sentence under a key, its gaps filled with `more` and with what every line may have.
    pub(super) fn say(
        &self,
        table: &str,
        key: &str,
        more: &[(&str, &str)],
        roll: &mut Stream,
    ) -> String {
        let value = |name: &str| match more.iter().find(|(n, _)| *n == name) {
            Some((_, value)) => Some((*value).to_owned()).filter(|v| !v.is_empty()),
            None => self.gap(name),
        };
        self.stock.pick(table, key, &value, roll)
    }

    fn act(&mut self, roll: &mut Stream) -> String {
        match self.ask.act {
            SpeechAct::Greet => self.greet(roll),
            SpeechAct::Invite | SpeechAct::Arrange => self.invite(roll),
            SpeechAct::Reply => self.reply(roll),
            SpeechAct::Thank => self.say("thank", "any", &[], roll),
            SpeechAct::Apologise => self.say("apologise", "any", &[], roll),
            SpeechAct::Part => self.part(roll),
            _ => match self.ask.step {
                Some(step) => self.in_step(&step, roll),
                None => self.outside(roll),
            },
        }
    }

    /// A line that is part of an exchange.
    fn in_step(&self, step: &Step, roll: &mut Stream) -> String {
        let own = step.matter == Matter::News && step.part.opens() && self.is_of_oneself();
        let key = if own {
            "opens_own".to_owned()
        } else {
            self.stock.key_of(step)
        };
        let table = step.matter.word();
        let text = self.say(table, &key, &[], roll);
        if !self.twofold || !adds_up(step) {
            return text;
        }
        let more = self.say(table, &key, &[], roll);
        if more == text {
            text
        } else {
            join(&text, &more)
        }
    }

    /// Whether what is told names the one who tells it.
    fn is_of_oneself(&self) -> bool {
        let fact = self.ask.tells.first();
        let fact = fact.and_then(|n| self.me.ledger.fact(*n));
        let words = fact.and_then(|f| f.news.own_words(&self.me.names));
        words.is_some_and(|words| names(self.me, &words, self.me.agent))
    }

    /// What is said to something that stands outside of exchanges: a reply to an invitation, an
    /// apology, a thank-you, somebody who joins, words of which only the words are known.
    fn outside(&self, roll: &mut Stream) -> String {
        let key = match (self.ask.act, self.ask.topic) {
            (SpeechAct::React, Topic::Courtesy) if self.was_thanked() => "welcome",
            (SpeechAct::React, Topic::Courtesy) => "courtesy",
            (SpeechAct::React, Topic::Day) => "join",
            (SpeechAct::React, Topic::Invitation(n)) => {
                let yes = self.me.invitations.list.get(n);
                if yes.is_some_and(|i| i.planned.is_some()) {
                    "yes"
                } else {
                    "no"
                }
            }
            _ => "unsure",
        };
        self.say("react", key, &[], roll)
    }

    /// Whether the last line was a thank-you.
    fn was_thanked(&self) -> bool {
        let last = self.talk.and_then(|t| t.lines.last());
        last.is_some_and(|l| l.speech.act == Some(SpeechAct::Thank))
    }

    fn greet(&self, roll: &mut Stream) -> String {
        let me = self.me;
        let joins = self.talk.is_some();
        let closeness = me.social.closeness(self.ask.with);
        let hour = me.now.hour();
        let teacher = me
            .names
            .persona(self.ask.with)
            .is_some_and(|p| p.role == Role::Teacher);
        let talked = me.social.known.get(&self.ask.with).and_then(|k| k.talked);
        let again = talked.is_some_and(|t| t.day() == me.now.day());
        let key = match () {
            () if joins => "joins",
            () if again => "again",
            () if teacher && me.persona.role == Role::Student => "formal",
            () if closeness > 6.0 && roll.chance(0.5) => "close",
            () if hour < 11.0 && roll.chance(0.7) => "morning",
            () if hour >= 18.0 && roll.chance(0.7) => "evening",
            () => self.way.register.word(),
        };
        let hello = self.say("greet", key, &[], roll);
        match self.ask.step {
            Some(step) => join(&hello, &self.in_step(&step, roll)),
            None => hello,
        }
    }

    fn invite(&self, roll: &mut Stream) -> String {
        let called = &self.me.names;
        match self.ask.occasion {
            None => String::new(),
            Some(Occasion::Event(e)) => {
                let Some(event) = called.scenario.events.get(usize::from(e)) else {
                    return String::new();
                };
                let when = self.stock.when(event.begins, self.me.now, roll);
                let values = [
                    ("event", event.title.as_str()),
                    ("when", &when),
                    ("where", called.place(event.place)),
                ];
                self.say("invite", "event", &values, roll)
            }
            Some(
                to @ Occasion::Gathering {
                    course,
                    place,
                    begins,
                    ..
                },
            ) => {
                let when = self.stock.when(begins, self.me.now, roll);
                let what = self.say("what", what_for(&to), &[], roll);
                let course = course.map(|c| self.course(c).0).unwrap_or_default();
                let values = [
                    ("when", when.as_str()),
                    ("where", called.place(place)),
                    ("what", &what),
                    ("course", &course),
                ];
                let key = if course.is_empty() { "own" } else { "study" };
                self.say("invite", key, &values, roll)
            }
        }
    }

    fn reply(&mut self, roll: &mut Stream) -> String {
        let number = self.ask.invitation;
        let Some(invitation) = number.and_then(|n| self.me.invitations.list.get(n)) else {
            return String::new();
        };
        let decision = number.and_then(|n| accepts(self.me, n));
        self.accepts = Some(decision == Some(true));
        let key = match decision {
            Some(true) => "yes",
            Some(false) => "no",
            None => "clash",
        };
        let when = self.stock.when(invitation.begins, self.me.now, roll);
        let what = match invitation.to {
            Occasion::Event(e) => self.event(e),
            to @ Occasion::Gathering { .. } => self.say("what", what_for(&to), &[], roll),
        };
        let values = [
            ("when", when.as_str()),
            ("what", &what),
            ("where", self.me.names.place(invitation.place)),
        ];
        self.say("reply", key, &values, roll)
    }

    /// A goodbye: with an excuse where something was asked, with what comes next where that is
    /// soon, with what was spoken of last, or by the hour.
    fn part(&self, roll: &mut Stream) -> String {
        let asked = self.talk.and_then(|t| t.asked(self.me.agent));
        if asked.is_some_and(|e| e.step.matter.asks()) {
            return self.say("part", "unanswered", &[], roll);
        }
        if let Some(text) = self.off(roll) {
            return text;
        }
        let last = self.talk.and_then(|t| t.exchanges.last());
        if let Some(text) = last.and_then(|last| self.closes(last, roll)) {
            return text;
        }
        let crowd = self.talk.is_some_and(|t| t.members.len() > 2);
        let key = match () {
            () if crowd => "group",
            () if self.me.now.hour() >= 20.5 => "night",
            () => self.way.register.word(),
        };
        self.say("part", key, &[], roll)
    }

    /// A goodbye that says where one has to be soon.
    fn off(&self, roll: &mut Stream) -> Option<String> {
        let now = self.me.now;
        let next = self.me.timetable.next(now)?;
        let soon = next.begins > now && next.begins.since(now) < 1800;
        if !soon || !roll.chance(0.7) {
            return None;
        }
        let what = match next.what {
            Engagement::Class(c, _) | Engagement::Teach(c, _) => self.course(c).0,
            Engagement::Event(e) => self.event(e),
            Engagement::Shift(_) => self.say("what", "shift", &[], roll),
            Engagement::Meeting(with) => self.me.names.first(with).to_owned(),
        };
        let key = match next.what {
            Engagement::Meeting(_) => "off_meeting",
            Engagement::Shift(_) => "off_shift",
            _ => "off",
        };
        let time = next.begins.clock();
        let text = self.say("part", key, &[("what", &what), ("time", &time)], roll);
        (!text.is_empty()).then_some(text)
    }

    /// A goodbye that comes back to what was spoken of last.
    fn closes(&self, last: &Exchange, roll: &mut Stream) -> Option<String> {
        let matter: Matter = last.step.matter;
        let mine = last.by == self.me.agent;
        let key = if mine == matter.asks() {
            "closes"
        } else {
            "closes_own"
        };
        if last.step.part == Part::Opens || !roll.chance(0.75) {
            return None;
        }
        let ask = LineAsk {
            topic: last.topic,
            step: Some(last.step),
            ..self.ask.clone()
        };
        let about = Composer {
            ask: &ask,
            ..Composer::new(self.me, &ask, self.talk)
        };
        let text = about.say(matter.word(), key, &[], roll);
        (!text.is_empty()).then_some(text)
    }
}

/// Whether two sentences of a part of an exchange can stand beside each other: opinions and
/// courtesies do, what says the same fact twice does not.
const fn adds_up(step: &Step) -> bool {
    let one_fact = matches!(
        step.matter,
        Matter::Next | Matter::Seen | Matter::Going | Matter::Meet | Matter::Wish
    );
    !(step.part.opens() || one_fact && matches!(step.part, Part::Answers))
}

/// The key of what a gathering is for: a meal is called by its hour.
pub(super) fn what_for(to: &Occasion) -> &'static str {
    match to {
        Occasion::Gathering {
            cause: Cause::Meal,
            begins,
            ..
        } if begins.hour() < 15.0 => "lunch",
        Occasion::Gathering { cause, .. } => cause.word(),
        Occasion::Event(_) => "event",
    }
}
