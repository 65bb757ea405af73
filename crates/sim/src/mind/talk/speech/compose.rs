//! How a line is put together: what is done with it, and the words for that.

use super::{
    idiolect::{Idiolect, join},
    invite::accepts,
    speaker::{Speaker, Utterance},
};
use crate::{
    campus::{
        Pursuit,
        invitations::Occasion,
        people::{Doing, Persona, Role},
        talks::{SpeechAct, Talk, Topic},
    },
    memory::{Cue, Memory, MemoryKind},
    mind::{
        state::{Action, PlanItem},
        stock::{Stock, stock},
        thinking::LineAsk,
    },
    tools::{News, tell},
};
use collegium_core::{dice::Stream, i18n::bare};
use std::borrow::Cow;

/// Puts one line together.
pub(super) struct Composer<'a> {
    pub(super) me: &'a Speaker<'a>,
    pub(super) ask: &'a LineAsk,
    talk: Option<&'a Talk>,
    pub(super) stock: &'static Stock,
    way: Idiolect,
    tells: Vec<u32>,
    accepts: Option<bool>,
}

impl<'a> Composer<'a> {
    pub(super) fn new(me: &'a Speaker<'a>, ask: &'a LineAsk, talk: Option<&'a Talk>) -> Self {
        let way = Idiolect::of(me.agent, me.persona, me.dice);
        Self {
            me,
            ask,
            talk,
            stock: stock(me.persona.language),
            way,
            tells: ask.tells.clone(),
            accepts: None,
        }
    }

    pub(super) fn compose(mut self, roll: &mut Stream) -> Utterance {
        let text = self.act(roll);
        let coloured = !matches!(
            self.ask.act,
            SpeechAct::Greet | SpeechAct::Introduce | SpeechAct::Apologise
        );
        let mut text = if coloured {
            self.way
                .colour(text, self.me.persona.role, self.stock, roll)
        } else {
            text
        };
        let crowd = self.talk.is_some_and(|t| t.members.len() > 2)
            && coloured
            && self.ask.act != SpeechAct::Part;
        if crowd && !text.contains(self.me.names.first(self.ask.with)) {
            let you =
                |name: &str| (name == "you").then(|| self.me.names.first(self.ask.with).to_owned());
            text = self.way.address(text, self.stock, &you, roll);
        }
        Utterance {
            text,
            tells: self.tells,
            accepts: self.accepts,
        }
    }

    pub(super) fn say(
        &self,
        table: &str,
        key: &str,
        more: &[(&str, &str)],
        roll: &mut Stream,
    ) -> String {
        let value = |name: &str| match more.iter().find(|(n, _)| *n == name) {
            Some((_, value)) => Some((*value).to_owned()).filter(|v| !v.is_empty()),
            None => self.common(name),
        };
        self.stock.pick(table, key, &value, roll)
    }

    /// What stands for the gaps that every line may have.
    fn common(&self, name: &str) -> Option<String> {
        let me = self.me;
        let text = match name {
            "you" => me.names.first(self.ask.with).to_owned(),
            "me" => me.persona.first_name().to_owned(),
            "group" => me.persona.group.clone(),
            "origin" => me
                .persona
                .origin
                .split(',')
                .next()
                .unwrap_or_default()
                .to_owned(),
            "place" => me.names.place(me.place?).to_owned(),
            "campus" => me.names.map.title(),
            "day" => self.stock.weekday(me.now),
            _ => return None,
        };
        Some(text).filter(|t| !t.is_empty())
    }

    fn act(&mut self, roll: &mut Stream) -> String {
        match self.ask.act {
            SpeechAct::Greet => self.greet(roll),
            SpeechAct::Introduce => {
                let back = self
                    .talk
                    .is_some_and(|t| !t.lines.is_empty() && t.members.contains(&self.me.agent));
                self.say("introduce", if back { "back" } else { "first" }, &[], roll)
            }
            SpeechAct::Answer => self.answer(roll),
            SpeechAct::Tell => self.tell(roll),
            SpeechAct::Remember => self.remember(roll),
            SpeechAct::Gossip => {
                let Some(fact) = self.tells.first().copied() else {
                    return self.tell_plans(roll);
                };
                let (who, words) = (self.who(), self.fact(fact, roll));
                self.say("tell", "gossip", &[("who", &who), ("fact", &words)], roll)
            }
            SpeechAct::Ask => self.about("ask", roll),
            SpeechAct::React => self.react(roll),
            SpeechAct::Invite | SpeechAct::Arrange => self.invite(roll),
            SpeechAct::Reply => self.reply(roll),
            SpeechAct::Comfort => self.say("comfort", "any", &[], roll),
            SpeechAct::Thank => self.say("thank", "any", &[], roll),
            SpeechAct::Apologise => self.say("apologise", "any", &[], roll),
            SpeechAct::Part => self.part(roll),
        }
    }

    fn greet(&self, roll: &mut Stream) -> String {
        let me = self.me;
        let closeness = me.social.closeness(self.ask.with);
        let teacher = me
            .names
            .persona(self.ask.with)
            .is_some_and(|p| p.role == Role::Teacher);
        let register = match self.way.register {
            _ if teacher && me.persona.role == Role::Student => "formal",
            _ if closeness > 6.0 && roll.chance(0.6) => "close",
            register => register.word(),
        };
        let hello = self.say("greet", register, &[], roll);
        let question = match self.ask.topic {
            Topic::Day => self.say("greet", "day", &[], roll),
            Topic::Here => {
                let key = match me.doing {
                    Doing::Eating | Doing::Coffee => "eating",
                    Doing::Queueing => "queueing",
                    Doing::Studying => "studying",
                    Doing::Working => "working",
                    _ => "day",
                };
                self.say("greet", key, &[], roll)
            }
            _ => self.about("greet", roll),
        };
        join(&hello, &question)
    }

    /// A sentence of a table about the topic at hand.
    fn about(&self, table: &str, roll: &mut Stream) -> String {
        let persona = |who| self.me.names.persona(who);
        let (name, value) = match self.ask.topic {
            Topic::Course(course) => ("course", self.course(course).0),
            Topic::Event(event) => ("event", self.event(event)),
            Topic::Task(who) => (
                "task",
                persona(who).map_or(String::new(), |p| bare(&p.task).into_owned()),
            ),
            Topic::Goal(who, n) => {
                let goal = persona(who).and_then(|p| p.goals.get(usize::from(n)));
                (
                    "goal",
                    goal.map_or(String::new(), |goal| bare(goal).into_owned()),
                )
            }
            _ => ("who", self.who()),
        };
        let text = self.say(table, self.ask.topic.word(), &[(name, &value)], roll);
        if text.is_empty() {
            self.say(
                if table == "greet" { "greet" } else { "ask" },
                if table == "greet" { "day" } else { "plans" },
                &[],
                roll,
            )
        } else {
            text
        }
    }

    fn answer(&self, roll: &mut Stream) -> String {
        let me = self.me;
        match self.ask.topic {
            Topic::Course(c) => {
                self.say("answer", "course", &[("course", &self.course(c).0)], roll)
            }
            Topic::Event(e) => self.say("answer", "event", &[("event", &self.event(e))], roll),
            Topic::Fact(n) => {
                let fact = me.ledger.fact(n).copied();
                let (when, place) = fact.map_or((String::new(), String::new()), |f| {
                    self.when_and_where(&f, roll)
                });
                let detail = self.say(
                    "answer",
                    "fact",
                    &[("when", &when), ("where", &place)],
                    roll,
                );
                if detail.is_empty() {
                    self.say("answer", "fact_plain", &[], roll)
                } else {
                    detail
                }
            }
            Topic::Here if self.talk.is_some_and(|t| t.lines.len() == 1) => {
                let does_it = self.say("answer", "here", &[], roll);
                if roll.chance(0.6) {
                    self.mood(roll)
                } else {
                    does_it
                }
            }
            Topic::Here => self.say("answer", "here", &[], roll),
            Topic::Task(who) if who == me.agent && !me.persona.task.is_empty() => {
                self.say("answer", "task", &[("task", &bare(&me.persona.task))], roll)
            }
            Topic::Goal(who, n) => {
                let n = if who == me.agent {
                    usize::from(n)
                } else {
                    roll.index(me.persona.goals.len())
                };
                let goal = me.persona.goals.get(n);
                let goal = goal.map_or(Cow::Borrowed(""), |goal| bare(goal));
                let text = self.say("answer", "goal", &[("goal", &goal)], roll);
                if text.is_empty() {
                    self.mood(roll)
                } else {
                    text
                }
            }
            Topic::Person(_) => self.say("answer", "person", &[("who", &self.who())], roll),
            Topic::Memory(_) => self.say("answer", "memory", &[], roll),
            Topic::Plans => self.plans("answer", roll),
            _ => {
                let mood = self.mood(roll);
                if roll.chance(0.6) {
                    join(&mood, &self.plans("answer", roll))
                } else {
                    mood
                }
            }
        }
    }

    /// How somebody is, by the hour and by character.
    fn mood(&self, roll: &mut Stream) -> String {
        let (hour, energy) = (self.me.now.hour(), self.me.persona.traits.energy);
        let key = match () {
            () if hour < 9.0 && energy < 0.6 => "day_early",
            () if hour > 20.0 && energy < 0.7 => "day_late",
            () if roll.chance(0.25 + 0.6 * energy) => "day_good",
            () => "day_low",
        };
        self.say("answer", key, &[], roll)
    }

    /// What is next in the plan of the day.
    fn plans(&self, table: &str, roll: &mut Stream) -> String {
        let me = self.me;
        let eats = matches!(me.doing, Doing::Eating | Doing::Coffee | Doing::AtEvent);
        let ahead: Vec<_> = me
            .plan
            .items
            .iter()
            .filter(|i| {
                i.from > me.now.plus(600)
                    && i.action != Action::Sleep
                    && !(eats && i.action == Action::Eat)
            })
            .take(3)
            .collect();
        match roll.pick(&ahead) {
            Some(item) => {
                let plan = self.pursuit(&item.what);
                let (plan, time) = (bare(&plan), item.from.clock());
                let values = [("plan", &*plan), ("time", time.as_str())];
                // One can be late for what others wait with, and for nothing else.
                if item.action == Action::Attend && roll.chance(0.3) {
                    let text = self.say(table, "plans_fixed", &values, roll);
                    if !text.is_empty() {
                        return text;
                    }
                }
                self.say(table, "plans", &values, roll)
            }
            None => self.say("answer", "plans_none", &[], roll),
        }
    }

    /// What a part of a plan is for, as it stands in a sentence of the speaker's.
    fn pursuit<'p>(&self, what: &'p Pursuit) -> Cow<'p, str> {
        let words = self.me.names.words_of(self.me.agent);
        tell::pursuit(words, what, &self.me.names)
    }

    fn tell_plans(&self, roll: &mut Stream) -> String {
        self.plans("tell", roll)
    }

    fn tell(&mut self, roll: &mut Stream) -> String {
        match self.ask.topic {
            Topic::Fact(n) => {
                let words = self.fact(n, roll);
                self.say("tell", "fact", &[("fact", &words)], roll)
            }
            Topic::Plans => self.tell_plans(roll),
            _ => {
                let text = self.about("tell", roll);
                if text.is_empty() {
                    self.tell_plans(roll)
                } else {
                    text
                }
            }
        }
    }

    /// Something remembered that fits the other and what was said; a memory of one's own life is a
    /// fact that the other then knows.
    fn remember(&mut self, roll: &mut Stream) -> String {
        let Some((number, memory)) = self.memory_to_tell(roll) else {
            return self.tell_plans(roll);
        };
        // The sentence around it has an end of its own.
        let words = bare(&memory.text);
        let private =
            memory.kind == MemoryKind::Seed && self.me.social.closeness(self.ask.with) >= 5.0;
        if memory.kind == MemoryKind::Seed {
            self.tells.extend(self.life(number));
        }
        self.say(
            "tell",
            if private { "secret" } else { "remember" },
            &[("memory", &words)],
            roll,
        )
    }

    /// The fact that a memory from before the scenario is: those come first in a stream.
    fn life(&self, memory: u32) -> Option<u32> {
        let me = self.me;
        let story = News::Life {
            who: me.agent,
            memory: memory as u16,
        };
        let mine = |n: &u32| me.ledger.fact(*n).is_some_and(|f| f.news == story);
        me.ledger.known_to(me.agent).find(mine)
    }

    /// A memory to tell and its number: of one's own life any that was not told in this talk, of
    /// what one did one in a talk; never what is about the other.
    fn memory_to_tell(&self, roll: &mut Stream) -> Option<(u32, &'a Memory)> {
        let me = self.me;
        let partner = self.ask.with;
        let lines = self.talk.map_or(&[][..], |t| &t.lines);
        let told = |fact: u32| lines.iter().any(|l| l.speech.tells.contains(&fact));
        let told_a_deed = lines.iter().any(|l| {
            let remembers = l.speech.act == Some(SpeechAct::Remember);
            remembers && l.speaker == me.agent && l.speech.tells.is_empty()
        });
        let theirs = me.names.persona(partner).map_or("", Persona::first_name);
        let said = lines.last().map_or("", |l| l.text.as_str());
        let query = format!("{} {said} {}", me.names.person(partner), me.persona.task);
        let settings = me.names.scenario.retrieval;
        let cue = Cue {
            settings: &settings,
            now: me.now,
            query: &query,
            task: &me.persona.task,
            most: 6,
        };
        let closeness = me.social.closeness(partner);
        let found = me.episodic.recall(&cue, |m| {
            match m.kind {
                // The graver, the closer one has to be. Whom it names stands in the scenario's own
                // words only.
                MemoryKind::Seed => {
                    closeness + 4.5 >= f32::from(m.importance) && !m.text.contains(theirs)
                }
                MemoryKind::Deed => m.importance >= 5 && !told_a_deed && m.about != Some(partner),
                _ => false,
            }
        });
        let untold: Vec<(u32, &Memory)> = found
            .iter()
            .filter_map(|found| Some((found.number, me.episodic.get(found.number)?)))
            .filter(|(n, m)| m.kind != MemoryKind::Seed || !self.life(*n).is_some_and(told))
            .collect();
        roll.pick(&untold).copied()
    }

    fn react(&self, roll: &mut Stream) -> String {
        let last = self
            .talk
            .and_then(|t| t.lines.iter().rev().find(|l| l.speaker != self.me.agent));
        let warm = roll.chance(0.2 + 0.7 * self.me.persona.traits.courtesy);
        let opener = self.say("react", if warm { "warm" } else { "dry" }, &[], roll);
        let told = last.map_or(&[][..], |l| &l.speech.tells);
        // Whoever knew it before they were told just now has it from somewhere else.
        let knew = told.iter().any(|f| {
            let since = self.me.ledger.since(self.me.agent, *f);
            since.is_some_and(|since| last.is_some_and(|l| since < l.at))
        });
        let who = self.who();
        let specific = match (last.and_then(|l| l.speech.act), self.ask.topic) {
            (Some(SpeechAct::Reply), Topic::Invitation(n)) => {
                let yes = self
                    .me
                    .invitations
                    .list
                    .get(n)
                    .is_some_and(|i| i.planned.is_some());
                self.say("react", if yes { "yes" } else { "no" }, &[], roll)
            }
            (_, Topic::Fact(_)) if knew => self.say("react", "fact_known", &[], roll),
            (_, Topic::Course(c)) => {
                self.say("react", "course", &[("teacher", &self.course(c).1)], roll)
            }
            (_, Topic::Person(_)) => self.say("react", "person", &[("who", &who)], roll),
            (_, Topic::Invitation(_)) => self.say("react", "day", &[], roll),
            (_, topic) => self.say("react", topic.word(), &[], roll),
        };
        match roll.index(6) {
            0 if self.ask.topic != Topic::Courtesy => opener,
            1 => specific,
            _ if self.ask.topic == Topic::Courtesy => specific,
            _ => join(&opener, &specific),
        }
    }

    fn invite(&self, roll: &mut Stream) -> String {
        let Some(occasion) = self.ask.occasion else {
            return self.tell_plans(roll);
        };
        let names = &self.me.names;
        match occasion {
            Occasion::Event(e) => {
                let Some(event) = names.scenario.events.get(usize::from(e)) else {
                    return self.tell_plans(roll);
                };
                let when = self.stock.when(event.begins, self.me.now, roll);
                let values = [
                    ("event", event.title.as_str()),
                    ("when", &when),
                    ("where", names.place(event.place)),
                ];
                self.say("invite", "event", &values, roll)
            }
            Occasion::Gathering {
                cause,
                course,
                place,
                begins,
                ..
            } => {
                let when = self.stock.when(begins, self.me.now, roll);
                let what = self.say("what", cause.word(), &[], roll);
                let course = course.map(|c| self.course(c).0).unwrap_or_default();
                let values = [
                    ("when", when.as_str()),
                    ("where", names.place(place)),
                    ("what", &what),
                    ("course", &course),
                ];
                self.say(
                    "invite",
                    if course.is_empty() { "own" } else { "study" },
                    &values,
                    roll,
                )
            }
        }
    }

    fn reply(&mut self, roll: &mut Stream) -> String {
        let Some(invitation) = self
            .ask
            .invitation
            .and_then(|n| self.me.invitations.list.get(n))
        else {
            return self.mood(roll);
        };
        let decision = self.ask.invitation.and_then(|n| accepts(self.me, n));
        self.accepts = Some(decision == Some(true));
        let key = match decision {
            Some(true) => "yes",
            Some(false) => "no",
            None => "clash",
        };
        let when = self.stock.when(invitation.begins, self.me.now, roll);
        self.say("reply", key, &[("when", &when)], roll)
    }

    fn part(&self, roll: &mut Stream) -> String {
        let crowd = self.talk.is_some_and(|t| t.members.len() > 2);
        let last = self.talk.and_then(|t| t.lines.last());
        if last.is_some_and(|l| {
            l.speaker != self.me.agent
                && matches!(l.speech.act, Some(SpeechAct::Ask | SpeechAct::Greet))
        }) {
            return self.say("part", "unanswered", &[], roll);
        }
        let next = self
            .me
            .timetable
            .next(self.me.now)
            .filter(|c| c.begins.since(self.me.now) < 1800);
        if let Some(next) = next
            && next.begins > self.me.now
            && roll.chance(0.7)
        {
            let item = PlanItem::of(next, self.me.persona);
            let what = self.pursuit(&item.what);
            let text = self.say(
                "part",
                "off",
                &[("plan", &what), ("time", &next.begins.clock())],
                roll,
            );
            if !text.is_empty() {
                return text;
            }
        }
        self.say(
            "part",
            if crowd {
                "group"
            } else {
                self.way.register.word()
            },
            &[],
            roll,
        )
    }
}
