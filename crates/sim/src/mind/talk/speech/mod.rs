//! What the built-in mind says: lines made from stocks of speech, persona, plan, memories, facts
//! and what was just said, never from a model.

mod choose;
mod idiolect;
pub(in crate::mind) mod stock;

pub use choose::{LineAsk, accepts, choose, tellable};
pub use idiolect::{Idiolect, Register};

use crate::{
    campus::{
        Invitations,
        invitations::Occasion,
        people::{Doing, Engagement, Persona, Role, Timetable},
        talks::{Act, Talk, Topic},
    },
    memory::{Cue, Episodic, Memory, MemoryKind, SocialMemory},
    mind::{
        builtin::outlook::Outlook,
        state::{Action, Plan},
    },
    social::{Fact, FactKind, Form, Ledger},
    tools::Names,
};
use collegium_core::{
    dice::{Dice, Stream},
    i18n::Language,
    ids::{AgentId, PlaceId},
    time::SimTime,
};
use idiolect::join;
use stock::{Stock, stock};

/// What a speaker goes by.
pub struct Speaker<'a> {
    /// Its number.
    pub agent: AgentId,
    /// Who it is.
    pub persona: &'a Persona,
    /// Its plan of the day.
    pub plan: &'a Plan,
    /// What is fixed.
    pub timetable: &'a Timetable,
    /// Its memories.
    pub episodic: &'a Episodic,
    /// Whom it knows.
    pub social: &'a SocialMemory,
    /// Who knows which facts; of it the speaker uses what it knows itself.
    pub ledger: &'a Ledger,
    /// Invitations.
    pub invitations: &'a Invitations,
    /// What it is doing.
    pub doing: Doing,
    /// Where it is.
    pub place: Option<PlaceId>,
    /// Now.
    pub now: SimTime,
    /// The dice.
    pub dice: Dice,
    /// Turns numbers into names.
    pub names: Names<'a>,
}

/// What a line says besides its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// The facts it tells.
    pub tells: Vec<u32>,
    /// The answer to an invitation, when it gives one.
    pub accepts: Option<bool>,
}

/// How often another wording is tried when somebody has said these very words before.
const TRIES: usize = 8;

/// Finds the words of a line.
pub fn words(me: &Speaker<'_>, ask: &LineAsk, talk: Option<&Talk>, roll: &mut Stream) -> Words {
    let mut found = Words::default();
    for _ in 0..TRIES {
        found = Composer::new(me, ask, talk).compose(roll);
        found.text = found
            .text
            .chars()
            .take(crate::tools::LONGEST_TEXT)
            .collect();
        if !found.text.is_empty() && !me.social.has_said(&found.text) && !repeats(talk, &found.text)
        {
            return found;
        }
    }
    found
}

/// Whether a line says nearly what was said before in the talk: four of five words the same.
pub fn repeats(talk: Option<&Talk>, text: &str) -> bool {
    let words = |text: &str| {
        const BEGIN: u64 = 0xcbf2_9ce4_8422_2325;
        let hash = |h: u64, c: char| (h ^ u64::from(u32::from(c))).wrapping_mul(0x100_0000_01b3);
        let mut all: Vec<u64> = Vec::with_capacity(text.len() / 4);
        let words = text.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|w| !w.is_empty()) {
            // Scripts without spaces are compared sign by sign.
            if word.chars().any(|c| c as u32 > 0x2e80) {
                all.extend(word.chars().map(|c| hash(BEGIN, c)));
            } else {
                all.push(word.chars().flat_map(char::to_lowercase).fold(BEGIN, hash));
            }
        }
        all.sort_unstable();
        all.dedup();
        all
    };
    let Some(talk) = talk else { return false };
    let new = words(text);
    talk.lines.iter().any(|line| {
        let old = words(&line.text);
        let both = new.iter().filter(|w| old.binary_search(w).is_ok()).count();
        let either = new.len() + old.len() - both;
        either > 0 && both * 5 >= either * 4
    })
}

/// Puts one line together.
struct Composer<'a> {
    me: &'a Speaker<'a>,
    ask: &'a LineAsk,
    talk: Option<&'a Talk>,
    stock: &'static Stock,
    way: Idiolect,
    tells: Vec<u32>,
    accepts: Option<bool>,
}

impl<'a> Composer<'a> {
    fn new(me: &'a Speaker<'a>, ask: &'a LineAsk, talk: Option<&'a Talk>) -> Self {
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

    fn compose(mut self, roll: &mut Stream) -> Words {
        let text = self.act(roll);
        let coloured = !matches!(self.ask.act, Act::Greet | Act::Introduce | Act::Apologise);
        let mut text = if coloured {
            self.way
                .colour(text, self.me.persona.role, self.stock, roll)
        } else {
            text
        };
        let crowd =
            self.talk.is_some_and(|t| t.members.len() > 2) && coloured && self.ask.act != Act::Part;
        if crowd && !text.contains(self.me.names.first(self.ask.with)) {
            let you =
                |name: &str| (name == "you").then(|| self.me.names.first(self.ask.with).to_owned());
            text = self.way.address(text, self.stock, &you, roll);
        }
        Words {
            text,
            tells: self.tells,
            accepts: self.accepts,
        }
    }

    fn say(&self, table: &str, key: &str, more: &[(&str, &str)], roll: &mut Stream) -> String {
        let value = |name: &str| match more.iter().find(|(n, _)| *n == name) {
            Some((_, value)) => Some((*value).to_owned()).filter(|v| !v.is_empty()),
            None => self.common(name),
        };
        self.stock.pick(table, key, &value, roll)
    }

    /// What stands for the placeholders that every line may use.
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
            "day" => self.stock.weekday(me.now),
            _ => return None,
        };
        Some(text).filter(|t| !t.is_empty())
    }

    fn act(&mut self, roll: &mut Stream) -> String {
        match self.ask.act {
            Act::Greet => self.greet(roll),
            Act::Introduce => {
                let back = self
                    .talk
                    .is_some_and(|t| !t.lines.is_empty() && t.members.contains(&self.me.agent));
                self.say("introduce", if back { "back" } else { "first" }, &[], roll)
            }
            Act::Answer => self.answer(roll),
            Act::Tell => self.tell(roll),
            Act::Remember => self.remember(roll),
            Act::Gossip => {
                let Some(fact) = self.tells.first().copied() else {
                    return self.tell_plans(roll);
                };
                let (who, words) = (self.who(), self.fact(fact, roll));
                self.say("tell", "gossip", &[("who", &who), ("fact", &words)], roll)
            }
            Act::Ask => self.about("ask", roll),
            Act::React => self.react(roll),
            Act::Invite | Act::Arrange => self.invite(roll),
            Act::Reply => self.reply(roll),
            Act::Comfort => self.say("comfort", "any", &[], roll),
            Act::Thank => self.say("thank", "any", &[], roll),
            Act::Apologise => self.say("apologise", "any", &[], roll),
            Act::Part => self.part(roll),
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
        let names = &self.me.names;
        let (course, event, task, goal, who) = match self.ask.topic {
            Topic::Course(c) => (
                self.course(c).0,
                String::new(),
                String::new(),
                String::new(),
                String::new(),
            ),
            Topic::Event(e) => (
                String::new(),
                self.event(e),
                String::new(),
                String::new(),
                String::new(),
            ),
            Topic::Task(who) => {
                let task = names
                    .persona(who)
                    .map_or("", |p| p.task.trim_end_matches('.'))
                    .to_owned();
                (
                    String::new(),
                    String::new(),
                    task,
                    String::new(),
                    String::new(),
                )
            }
            Topic::Goal(who, n) => {
                let goal = names.persona(who).and_then(|p| p.goals.get(usize::from(n)));
                let goal = goal.map_or("", |g| g.trim_end_matches('.')).to_owned();
                (
                    String::new(),
                    String::new(),
                    String::new(),
                    goal,
                    String::new(),
                )
            }
            _ => (
                String::new(),
                String::new(),
                String::new(),
                String::new(),
                self.who(),
            ),
        };
        let values: [(&str, &str); 5] = [
            ("course", &course),
            ("event", &event),
            ("task", &task),
            ("goal", &goal),
            ("who", &who),
        ];
        let text = self.say(table, self.ask.topic.word(), &values, roll);
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
            Topic::Task(who) if who == me.agent && !me.persona.task.is_empty() => self.say(
                "answer",
                "task",
                &[("task", me.persona.task.trim_end_matches('.'))],
                roll,
            ),
            Topic::Goal(who, n) => {
                let n = if who == me.agent {
                    usize::from(n)
                } else {
                    roll.index(me.persona.goals.len())
                };
                let goal = me
                    .persona
                    .goals
                    .get(n)
                    .map_or("", |g| g.trim_end_matches('.'));
                let text = self.say("answer", "goal", &[("goal", goal)], roll);
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
                let plan = item.text.trim_end_matches('.');
                self.say(
                    table,
                    "plans",
                    &[("plan", plan), ("time", &item.from.clock())],
                    roll,
                )
            }
            None => self.say("answer", "plans_none", &[], roll),
        }
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
        let Some(memory) = self.memory_to_tell(roll) else {
            return self.tell_plans(roll);
        };
        let words = memory.text.trim().trim_end_matches('.');
        let private =
            memory.kind == MemoryKind::Seed && self.me.social.closeness(self.ask.with) >= 5.0;
        let seed = self
            .me
            .persona
            .memories
            .iter()
            .position(|m| m.text == memory.text);
        if let Some(seed) = seed {
            let mine = |n: &u32| {
                self.me.ledger.fact(*n).is_some_and(|f| {
                    f.form == Form::Seed(seed as u16) && f.who == Some(self.me.agent)
                })
            };
            self.tells
                .extend(self.me.ledger.known_to(self.me.agent).find(mine));
        }
        self.say(
            "tell",
            if private { "secret" } else { "remember" },
            &[("memory", words)],
            roll,
        )
    }

    fn memory_to_tell(&self, roll: &mut Stream) -> Option<&'a Memory> {
        let me = self.me;
        let partner = self.ask.with;
        let told = |m: &Memory| {
            self.talk.is_some_and(|t| {
                t.lines
                    .iter()
                    .any(|l| l.text.contains(m.text.trim_end_matches('.')))
            })
        };
        let theirs = me.names.persona(partner).map_or("", Persona::first_name);
        let said = self
            .talk
            .and_then(|t| t.lines.last())
            .map_or("", |l| l.text.as_str());
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
            let kind = match m.kind {
                // The graver, the closer one has to be.
                MemoryKind::Seed => closeness + 4.5 >= f32::from(m.importance),
                MemoryKind::Deed => m.importance >= 5,
                _ => false,
            };
            kind && !told(m) && !m.text.contains(theirs)
        });
        roll.pick(&found)
            .and_then(|found| me.episodic.get(found.number))
    }

    fn react(&self, roll: &mut Stream) -> String {
        let last = self
            .talk
            .and_then(|t| t.lines.iter().rev().find(|l| l.speaker != self.me.agent));
        let warm = roll.chance(0.2 + 0.7 * self.me.persona.traits.courtesy);
        let opener = self.say("react", if warm { "warm" } else { "dry" }, &[], roll);
        let told = last.map_or(&[][..], |l| &l.speech.tells);
        // Whoever knew it before it was told just now has it from somewhere else.
        let knew = told.iter().any(|f| {
            let since = self.me.ledger.since(self.me.agent, *f);
            since.is_some_and(|since| last.is_some_and(|l| since < l.at))
        });
        let who = self.who();
        let specific = match (last.and_then(|l| l.speech.act), self.ask.topic) {
            (Some(Act::Reply), Topic::Invitation(n)) => {
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
            l.speaker != self.me.agent && matches!(l.speech.act, Some(Act::Ask | Act::Greet))
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
            let what = match next.what {
                Engagement::Shift(n) => self
                    .me
                    .persona
                    .shifts
                    .get(usize::from(n))
                    .map_or("", |s| &s.what)
                    .to_owned(),
                what => self.me.names.engagement(what),
            };
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

    /// The one whom it is about.
    fn who(&self) -> String {
        match self.ask.topic {
            Topic::Person(who) => self.me.names.first(who).to_owned(),
            _ => String::new(),
        }
    }

    /// Title and teacher of a course.
    fn course(&self, number: u16) -> (String, String) {
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

    fn event(&self, number: u16) -> String {
        self.me
            .names
            .scenario
            .events
            .get(usize::from(number))
            .map_or_else(String::new, |e| e.title.clone())
    }

    /// When and where something is that a fact is about; both empty where it is about nothing to
    /// come.
    fn when_and_where(&self, fact: &Fact, roll: &mut Stream) -> (String, String) {
        let names = &self.me.names;
        let (begins, place) = match fact.form {
            Form::Gathering(n) => match self.me.invitations.list.get(n) {
                Some(invitation) => (invitation.begins, invitation.place),
                None => return Default::default(),
            },
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
    fn fact(&self, number: u32, roll: &mut Stream) -> String {
        let (me, names) = (self.me, &self.me.names);
        let Some(fact) = me.ledger.fact(number).copied() else {
            return String::new();
        };
        let who = fact
            .who
            .map_or_else(String::new, |w| names.first(w).to_owned());
        let (when, place) = self.when_and_where(&fact, roll);
        let here = fact.place.map_or("", |p| names.place(p));
        match fact.form {
            Form::Planted(_) => fact.text(me.invitations, names),
            Form::Event(e) => {
                let event = self.event(e);
                self.say(
                    "fact",
                    "event",
                    &[("event", &event), ("when", &when), ("where", &place)],
                    roll,
                )
            }
            Form::Gathering(n) => {
                let what = me
                    .invitations
                    .list
                    .get(n)
                    .map_or_else(String::new, |i| match i.to {
                        Occasion::Gathering { cause, .. } => {
                            self.say("what", cause.word(), &[], roll)
                        }
                        Occasion::Event(e) => self.event(e),
                    });
                let values = [
                    ("who", who.as_str()),
                    ("when", &when),
                    ("where", &place),
                    ("what", &what),
                ];
                self.say("fact", "gathering", &values, roll)
            }
            Form::Pushed(whom) => self.say(
                "fact",
                "pushed",
                &[("who", &who), ("whom", names.first(whom)), ("where", here)],
                roll,
            ),
            Form::Loud => self.say("fact", "loud", &[("who", &who), ("where", here)], roll),
            Form::Missed(c) => self.say(
                "fact",
                "missed",
                &[("who", &who), ("course", &self.course(c).0)],
                roll,
            ),
            Form::Seed(n) => {
                let memory = fact
                    .who
                    .and_then(|w| names.persona(w))
                    .and_then(|p| p.memories.get(usize::from(n)));
                let memory = memory.map_or("", |m| m.text.trim_end_matches('.'));
                let key = if fact.kind == FactKind::Personal && fact.who == Some(me.agent) {
                    "mine"
                } else {
                    "seed"
                };
                self.say("fact", key, &[("who", &who), ("memory", memory)], roll)
            }
        }
    }
}

/// A post about something remembered.
pub fn post(outlook: &Outlook<'_>, memory: &str) -> String {
    let mut roll = outlook.dice.stream(
        outlook.agent.0,
        collegium_core::dice::Purpose::Post,
        outlook.tick,
    );
    let lead = stock(outlook.persona.language).pick("post", "lead", &|_| None, &mut roll);
    let text = format!("{} {}.", lead, memory.trim().trim_end_matches('.'));
    text.chars().take(crate::tools::LONGEST_TEXT).collect()
}

/// A post that invites to an event, in a language.
pub fn event_post(
    language: Language,
    event: &str,
    begins: SimTime,
    place: &str,
    now: SimTime,
    roll: &mut Stream,
) -> String {
    let stock = stock(language);
    let when = stock.when(begins, now, roll);
    let value = |name: &str| {
        let text = match name {
            "event" => event,
            "when" => &when,
            "where" => place,
            _ => return None,
        };
        Some(text.to_owned())
    };
    stock.pick("post", "event", &value, roll)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::talks::{Line, Speech};

    #[test]
    fn near_repeats_are_found() {
        let mut talk = Talk::new(AgentId(0), AgentId(1), None, SimTime(0));
        let line = |text: &str| Line {
            speaker: AgentId(0),
            to: AgentId(1),
            at: SimTime(0),
            text: text.to_owned(),
            speech: Speech::default(),
        };
        talk.lines
            .push(line("The club fair is on Wednesday, at the fountain"));
        talk.lines.push(line("今天的菜怎么样？"));
        assert!(repeats(
            Some(&talk),
            "the club fair is on Wednesday at the FOUNTAIN!"
        ));
        assert!(repeats(Some(&talk), "今天的菜怎么样！"));
        assert!(!repeats(
            Some(&talk),
            "The club fair? I have never been to one."
        ));
        assert!(!repeats(None, "The club fair"));
    }
}
