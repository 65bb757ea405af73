//! What texts about an event have places for: who, with whom, where, what, why and how much.

use super::{
    fixed::fixed,
    news::{news, work},
    phrase::{
        an_item, day_and_time, engagement, finds as told_finds, money, occasion, place, pursuit,
        toward as told_toward,
    },
};
use crate::{
    campus::people::{Came, Engagement, Stands},
    tools::{Answered, Breach, Decides, Names, Occurrence, SimEvent},
};
use collegium_core::{
    i18n::{Value, Words, key},
    ids::AgentId,
};
use std::borrow::Cow;

/// The word under which the texts have an event: `event-` and this.
pub(super) fn text_of(event: &SimEvent) -> Cow<'static, str> {
    match event {
        SimEvent::Violation { breach } => format!("violation_{}", breach.norm().word()).into(),
        SimEvent::Learned { source, .. } => format!("learned_{}", source.word()).into(),
        SimEvent::Thought { answered, .. } => match answered {
            Answered::Ok => "thought_ok",
            Answered::Repaired => "thought_repaired",
            Answered::FellBack(_) => "thought_fell_back",
        }
        .into(),
        SimEvent::Taught { book: None } => "taught_off".into(),
        SimEvent::Found { finds, .. } if finds.is_empty() => "found_nothing".into(),
        SimEvent::Deed { deed } => deed.does().word().into(),
        SimEvent::Worked { came, .. } => match came {
            Came::Part(_) => "worked_part",
            Came::Whole => "worked_whole",
            Came::GivenUp => "worked_given_up",
        }
        .into(),
        SimEvent::Goal { stands, .. } => match stands {
            Stands::Set => "goal_set",
            Stands::Met => "goal_met",
            Stands::GivenUp(_) => "goal_given_up",
        }
        .into(),
        other => other.kind().into(),
    }
}

/// What texts about an event may have places for.
pub(super) fn values<'a>(
    words: &'a Words,
    occurrence: &'a Occurrence,
    names: &'a Names<'_>,
) -> Vec<(&'static str, Value<'a>)> {
    let person = |id: Option<AgentId>| id.map(|id| names.person(id));
    let somebody = words.say(key("somebody"));
    let mut values: Vec<(&'static str, Value<'a>)> = vec![
        ("who", person(occurrence.agent).unwrap_or_default().into()),
        (
            "with",
            person(occurrence.event.with()).unwrap_or(somebody).into(),
        ),
        ("place", place(words, occurrence.place, names).into()),
    ];
    values.extend(what(words, &occurrence.event, names).map(|what| ("what", what)));
    values.extend(call(words, &occurrence.event, names).map(|call| ("call", call)));
    values.extend(why(words, occurrence, names).map(|why| ("why", why)));
    match &occurrence.event {
        SimEvent::Served { waited: time, .. }
        | SimEvent::GaveUp { waited: time, .. }
        | SimEvent::Violation {
            breach: Breach::Lateness { seconds: time, .. },
        } => values.push(("minutes", (time / 60).into())),
        SimEvent::Tested {
            result, expected, ..
        } => {
            values.push(("result", u32::from(*result).into()));
            values.push(("expected", u32::from(*expected).into()));
        }
        SimEvent::Worked { task, came } => {
            let what = occurrence.agent.map(|who| work(names, who, *task, *came));
            values.push(("what", what.unwrap_or_default().into()));
        }
        SimEvent::Paid { cents } => {
            values.push(("money", money(*cents).into()));
        }
        SimEvent::Invited { begins, .. } => {
            values.push(("time", day_and_time(words, *begins).into()));
        }
        SimEvent::Replied { accept, .. } => {
            let reply = if *accept {
                key("reply-yes")
            } else {
                key("reply-no")
            };
            values.push(("reply", words.say(reply).into()));
        }
        SimEvent::Found { query, .. } => values.push(("query", query.as_str().into())),
        SimEvent::Deed { deed } => values.extend(deed.does().values(words)),
        _ => {}
    }
    values
}

/// What an event is about, where its texts say that.
fn what<'a>(words: &'a Words, event: &'a SimEvent, names: &'a Names<'_>) -> Option<Value<'a>> {
    Some(match event {
        SimEvent::Finished { doing, .. } => words.label("doing", doing.word()).into(),
        SimEvent::Served { item, .. } | SimEvent::GaveUp { item, .. } => {
            an_item(words, *item).into()
        }
        SimEvent::ClassBegan { course }
        | SimEvent::ClassEnded { course }
        | SimEvent::Missed { course }
        | SimEvent::Tested { course, .. } => {
            engagement(words, Engagement::Class(*course, 0), names).into()
        }
        SimEvent::Attended { what }
        | SimEvent::Violation {
            breach: Breach::Lateness { what, .. },
        } => engagement(words, *what, names).into(),
        SimEvent::Planned { parts } => {
            let parts: Vec<String> = parts
                .iter()
                .map(|(from, what)| format!("{} {}", from.clock(), pursuit(words, what, names)))
                .collect();
            parts.join(", ").into()
        }
        SimEvent::Arranged { at, begins, .. } => {
            let at = ("place", names.place(*at).into());
            let time = ("time", day_and_time(words, *begins).into());
            words.say_with("appointment", &[at, time]).into()
        }
        SimEvent::Thought { purpose, .. } => words.label("purpose", purpose.word()).into(),
        SimEvent::Said { text, .. }
        | SimEvent::Posted { text }
        | SimEvent::Reflected { text, .. }
        | SimEvent::Merged { text, .. }
        | SimEvent::Diary { text, .. }
        | SimEvent::Mused { text, .. }
        | SimEvent::Dismissed { text, .. } => text.as_str().into(),
        SimEvent::Learned { news: fact, .. } => news(words, fact, names).into(),
        SimEvent::Invited { to, .. } | SimEvent::Replied { to, .. } => {
            occasion(words, to, names).into()
        }
        SimEvent::Goal { toward, .. } => told_toward(words, *toward, names).into(),
        SimEvent::Found { finds, .. } => told_finds(words, finds, names).into(),
        SimEvent::Mounted { by } => match by.as_ref().map(|head| head.name.as_str()) {
            Decides::Head(name) => name.into(),
            other => words.label("decider", other.name()).into(),
        },
        SimEvent::Taught { book } => book.as_ref().map_or("", |book| &book.name).into(),
        SimEvent::Done { .. }
        | SimEvent::Refused { .. }
        | SimEvent::Paid { .. }
        | SimEvent::Deed { .. }
        | SimEvent::Arrived
        | SimEvent::Woke { .. }
        | SimEvent::NewDay
        | SimEvent::Violation { .. }
        | SimEvent::Worked { .. }
        | SimEvent::TalkBegan { .. }
        | SimEvent::TalkEnded { .. }
        | SimEvent::Joined { .. }
        | SimEvent::Left { .. } => return None,
    })
}

/// What somebody did or wanted to do with a tool.
fn call<'a>(words: &'a Words, event: &'a SimEvent, names: &'a Names<'_>) -> Option<Value<'a>> {
    match event {
        SimEvent::Done { call } | SimEvent::Refused { call, .. } => {
            Some(call.told(words, names).into())
        }
        _ => None,
    }
}

/// Why something was refused, or did not come about.
fn why<'a>(
    words: &'a Words,
    occurrence: &'a Occurrence,
    names: &'a Names<'_>,
) -> Option<Value<'a>> {
    match &occurrence.event {
        SimEvent::Refused { why, .. } => Some(words.label("refusal", why.word()).into()),
        SimEvent::Goal {
            stands: Stands::GivenUp(why),
            ..
        } => Some(words.label("obstacle", why.word()).into()),
        SimEvent::Thought {
            answered: Answered::FellBack(fault),
            ..
        } => Some(words.label("fault", fault.word()).into()),
        SimEvent::Dismissed {
            flaw, fixed: what, ..
        } => Some(match (what, occurrence.agent) {
            (Some(what), Some(who)) => fixed(words, *what, who, names).into(),
            _ => words.label("flaw", flaw.word()).into(),
        }),
        _ => None,
    }
}
