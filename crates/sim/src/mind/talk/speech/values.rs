//! What fills the gaps of a line: names, titles, times, tasks and stories, in words of the
//! speaker's language.

use super::{
    compose::Composer,
    outline::{last_seen, next},
};
use crate::{
    campus::{
        Pursuit,
        exchange::{Gist, Matter, Part},
        people::{Engagement, Persona},
        pursuits::Routine,
        talks::Topic,
    },
    memory::Memory,
    mind::state::PlanItem,
    tools::{News, tell},
};
use collegium_core::{
    i18n::bare,
    ids::AgentId,
    time::{MINUTE, SimTime},
};

/// The most characters of a post that is quoted to whoever wrote it.
const QUOTED: usize = 90;

impl Composer<'_> {
    /// What stands for a gap of the line; none where there is nothing to put there.
    pub(super) fn gap(&self, name: &str) -> Option<String> {
        if name == "call" {
            // People call each other by name now and then, and need not.
            return Some(self.call());
        }
        value(self, name).filter(|value| !value.is_empty())
    }

    /// The other's name as one calls them within a sentence, or nothing.
    fn call(&self) -> String {
        if !self.calls {
            return String::new();
        }
        let name = self.me.names.first(self.ask.with);
        let list = self.stock.list("what", "call");
        list.first().map_or_else(String::new, |s| s.with(name))
    }
}

/// What stands for a gap, which may be empty.
fn value(line: &Composer<'_>, name: &str) -> Option<String> {
    let me = line.me;
    let persona = me.persona;
    Some(match name {
        "you" => me.names.first(line.ask.with).to_owned(),
        "me" => persona.first_name().to_owned(),
        "day" => line.stock.weekday(me.now),
        "campus" => me.names.map.title(),
        "place" => me.names.place(me.place?).to_owned(),
        "group" => words(line).label("group", &persona.group).into_owned(),
        "role" => words(line).label("role", persona.role.word()).into_owned(),
        "origin" => persona.origin.split(',').next()?.to_owned(),
        "taught" => taught(line, me.agent)?,
        "yours" => taught(line, line.ask.with)?,
        "their_group" => {
            let other = me.names.persona(line.ask.with)?;
            words(line).label("group", &other.group).into_owned()
        }
        "course" => course(line)?,
        "teacher" => teacher(line)?,
        "event" | "when" | "where" => of_what_is_to_come(line, name)?,
        "task" | "goal" => of_a_life(line, name)?,
        "who" => who(line)?,
        "fact" => line.fact(line.ask.tells.first().copied()?),
        "memory" => bare(&memory(line)?.text).into_owned(),
        "score" => score(line)?,
        "deed" => deed(line)?,
        "meal" => meal(line, me.now),
        "seen_at" => me.names.place(seen(line)?.place?).to_owned(),
        "seen_when" => about(seen(line)?.at),
        "plan" | "time" => of_the_plan(line, name)?,
        "post" => post(line)?,
        _ => return None,
    })
}

fn words(line: &Composer<'_>) -> &'static collegium_core::i18n::Words {
    line.me.names.words_of(line.me.agent)
}

/// The course that it is about: that of the topic, or the next in the plan of whoever is asked.
fn course(line: &Composer<'_>) -> Option<String> {
    let number = match line.ask.topic {
        Topic::Course(course) => course,
        Topic::Plans => match planned(line)?.what {
            Pursuit::Engagement(Engagement::Class(c, _) | Engagement::Teach(c, _)) => c,
            _ => return None,
        },
        _ => return None,
    };
    Some(line.course(number).0)
}

/// Who gives the course it is about, where that is neither of the two.
fn teacher(line: &Composer<'_>) -> Option<String> {
    let Topic::Course(course) = line.ask.topic else {
        return None;
    };
    let courses = &line.me.names.scenario.term.courses;
    let teacher = courses.get(usize::from(course))?.teacher?;
    let apart = teacher != line.me.agent && teacher != line.ask.with;
    apart.then(|| line.me.names.first(teacher).to_owned())
}

/// The first course that somebody gives.
fn taught(line: &Composer<'_>, who: AgentId) -> Option<String> {
    let mut courses = line.me.names.scenario.term.courses.iter();
    Some(courses.find(|c| c.teacher == Some(who))?.title.clone())
}

/// What of an event, or of a fact about one, belongs into a gap.
fn of_what_is_to_come(line: &Composer<'_>, name: &str) -> Option<String> {
    let me = line.me;
    let (event, begins, place) = match line.ask.topic {
        Topic::Fact(n) => line.to_come(&me.ledger.fact(n).copied()?)?,
        Topic::Event(n) => line.of_event(n)?,
        Topic::Plans => match planned(line)?.what {
            Pursuit::Engagement(Engagement::Event(n)) => line.of_event(n)?,
            _ => return None,
        },
        _ => return None,
    };
    Some(match name {
        "event" => event?,
        "when" => {
            let mut roll = me.dice.stream(me.agent.0, super::matter::WHEN, 0);
            line.stock.when(begins, me.now, &mut roll)
        }
        _ => me.names.place(place).to_owned(),
    })
}

/// What somebody has to do or wants: their own as they say it, that of the other turned to them.
fn of_a_life(line: &Composer<'_>, name: &str) -> Option<String> {
    let (whose, text) = match (name, line.ask.topic) {
        ("task", Topic::Task(whose, task)) => (whose, line.me.names.task(whose, task)?.to_owned()),
        ("task", Topic::Here) => (line.me.agent, line.me.persona.task.clone()),
        ("goal", Topic::Goal(whose, n)) => {
            let goals = &persona(line, whose)?.goals;
            (whose, goals.get(usize::from(n))?.clone())
        }
        _ => return None,
    };
    let text = bare(&text).into_owned();
    Some(if whose == line.me.agent {
        text
    } else {
        line.stock.turned_to_you(&text)
    })
}

fn persona<'a>(line: &Composer<'a>, who: AgentId) -> Option<&'a Persona> {
    line.me.names.persona(who)
}

/// Whom it is about: the person of the topic, or somebody whom a story names and both may know.
fn who(line: &Composer<'_>) -> Option<String> {
    let me = line.me;
    match line.ask.topic {
        Topic::Person(who) => Some(me.names.first(who).to_owned()),
        Topic::Memory(teller) => {
            let lines = line.talk?.lines.iter();
            let told = lines.rev().find(|l| l.speaker == teller)?;
            let fact = me.ledger.fact(told.speech.tells.first().copied()?)?;
            let text = fact.news.own_words(&me.names)?;
            let named = |who: &&AgentId| {
                **who != teller && **who != me.agent && super::trust::names(me, &text, **who)
            };
            let who = me.social.known.keys().find(named)?;
            Some(me.names.first(*who).to_owned())
        }
        Topic::Plans => match planned(line)?.what {
            Pursuit::Engagement(Engagement::Meeting(who)) => Some(me.names.first(who).to_owned()),
            _ => None,
        },
        _ => None,
    }
}

fn memory<'a>(line: &Composer<'a>) -> Option<&'a Memory> {
    line.me.episodic.get(line.ask.memory?)
}

/// The meal of an hour.
fn meal(line: &Composer<'_>, at: SimTime) -> String {
    let key = match at.hour() {
        hour if hour < 10.5 => "breakfast",
        hour if hour < 17.0 => "midday",
        _ => "evening",
    };
    let list = line.stock.list("what", key);
    list.first()
        .map_or_else(String::new, |s| s.plain().to_owned())
}

fn seen<'a>(line: &Composer<'a>) -> Option<&'a Memory> {
    match line.ask.topic {
        Topic::Person(who) => last_seen(line.me, who),
        _ => None,
    }
}

/// A moment to the quarter of an hour, as one remembers and plans it.
fn about(moment: SimTime) -> String {
    let quarter = 15 * MINUTE;
    SimTime((moment.0 + quarter / 2) / quarter * quarter).clock()
}

/// What comes next in the plan of the one who answers, where it is they who speak.
fn planned<'a>(line: &Composer<'a>) -> Option<&'a PlanItem> {
    next(line.me).map(|(_, item)| item)
}

fn of_the_plan(line: &Composer<'_>, name: &str) -> Option<String> {
    let (gist, item) = next(line.me)?;
    let mine = line
        .ask
        .step
        .is_some_and(|s| s.matter != Matter::Next || matches!(s.part, Part::Answers | Part::Adds));
    if !mine {
        return None;
    }
    if name == "time" {
        let fixed = matches!(item.what, Pursuit::Engagement(_)) || gist == Gist::Work;
        return Some(if fixed {
            item.from.clock()
        } else {
            about(item.from)
        });
    }
    match &item.what {
        Pursuit::Words(own) => Some(bare(own).into_owned()),
        Pursuit::Routine(Routine::Breakfast | Routine::Lunch | Routine::Dinner) => {
            Some(meal(line, item.from))
        }
        _ => None,
    }
}

/// What the other has posted, without its end and not all of it.
fn post(line: &Composer<'_>) -> Option<String> {
    let Topic::Post(number) = line.ask.topic else {
        return None;
    };
    let post = line.me.around.feed?.posts.get(number)?;
    let text = bare(&post.text).into_owned();
    (text.chars().count() <= QUOTED).then_some(text)
}

/// What was got done of which the line tells.
fn deed(line: &Composer<'_>) -> Option<String> {
    let told = line.me.ledger.fact(line.ask.tells.first().copied()?)?;
    match told.news {
        News::Worked { who, task, came } => Some(tell::work(&line.me.names, who, task, came)),
        _ => None,
    }
}

/// The result that the line tells of.
fn score(line: &Composer<'_>) -> Option<String> {
    let told = line.me.ledger.fact(line.ask.tells.first().copied()?)?;
    match told.news {
        News::Scored { result, .. } => Some(result.to_string()),
        _ => None,
    }
}
