//! What a line of the built-in mind is for, and what it is about: rules that follow the talk.

use super::{
    courses::task_of,
    opening::line,
    outline::{answer, colleagues},
    speaker::Speaker,
    story::story,
    turn::turn,
};
use crate::{
    campus::{
        CampusMap,
        exchange::{Gist, Matter, Part},
        people::Doing,
        talks::{Exchange, Line, SpeechAct, Talk, Topic},
    },
    mind::{stock::stock, thinking::LineAsk},
};
use collegium_core::{dice::Stream, ids::AgentId, time::MINUTE};

/// For how long a talk goes on at most, in seconds.
const LONGEST: u32 = 12 * MINUTE;

/// What the next line of `me` to `with` is for. `talk` is the one they are in, or that `me` joins;
/// none when this line opens one.
pub fn choose(
    me: &Speaker<'_>,
    with: AgentId,
    talk: Option<&Talk>,
    map: &CampusMap,
    roll: &mut Stream,
) -> LineAsk {
    let Some(talk) = talk else {
        return greet(me, with, map, roll);
    };
    let part = || LineAsk::new(with, SpeechAct::Part, Topic::Day);
    if !talk.members.contains(&me.agent) {
        return join(me, with, talk);
    }
    if let Some(number) = me.invitations.pending(with, me.agent, me.now) {
        let topic = Topic::Invitation(number);
        return LineAsk {
            invitation: Some(number),
            ..LineAsk::new(with, SpeechAct::Reply, topic)
        };
    }
    if talk.leaving.contains(&me.agent) || me.now.since(talk.began) > LONGEST {
        return part();
    }
    let heard = talk.lines.iter().rev().find(|l| l.speaker != me.agent);
    if let Some(ask) = heard.and_then(|last| follows(me, talk, last, roll)) {
        return ask;
    }
    if talk.lines.len() + 1 >= usize::from(talk.length) {
        return part();
    }
    turn(me, with, Some(talk), map, roll).unwrap_or_else(part)
}

/// What a line calls for that somebody else said last; none where `me` may say whatever comes to
/// mind.
fn follows(me: &Speaker<'_>, talk: &Talk, last: &Line, roll: &mut Stream) -> Option<LineAsk> {
    let (topic, heard, with) = (last.speech.topic, last.speech.act, last.speaker);
    match heard {
        Some(SpeechAct::Apologise | SpeechAct::Thank) => {
            return Some(LineAsk::new(with, SpeechAct::React, Topic::Courtesy));
        }
        Some(SpeechAct::Reply) => {
            return Some(LineAsk::new(with, to_a_reply(me, topic, roll), topic));
        }
        // Words of which only the words are known: a question is answered.
        None if last.to == me.agent && last.text.trim_end().ends_with(['?', '？']) => {
            return Some(LineAsk::new(with, SpeechAct::Answer, Topic::Day));
        }
        _ => {}
    }
    // Whoever joins is welcomed before the talk goes on.
    if heard == Some(SpeechAct::Greet) && last.speech.step.is_none() {
        return Some(LineAsk::new(with, SpeechAct::React, Topic::Day));
    }
    let exchange = talk.exchanges.last()?;
    let here = |who: AgentId| {
        let there = talk.members.contains(&who) && who != me.agent;
        if there { who } else { with }
    };
    let spare = usize::from(talk.length).saturating_sub(talk.lines.len());
    match exchange.step.part {
        Part::Opens | Part::Returns
            if exchange.to == me.agent
                || exchange.by != me.agent && !talk.members.contains(&exchange.to) =>
        {
            Some(answers(me, talk, exchange, here(exchange.by)))
        }
        Part::Answers if exchange.by == me.agent && exchange.sure => {
            goes_on(me, exchange, Part::Follows, here(exchange.to))
        }
        Part::Follows if exchange.to == me.agent && spare > 1 => {
            let (reminded, adds) = (roll.chance(0.6), roll.chance(0.5));
            let with = here(exchange.by);
            // What was told of a life reminds of something of one's own.
            let like_it = (reminded && reminds(exchange))
                .then(|| story(me, with, Some(talk), Part::Returns, roll));
            let returned = like_it
                .flatten()
                .or_else(|| returns(me, talk, exchange, with, roll));
            let added = || goes_on(me, exchange, Part::Adds, with);
            returned.or_else(|| adds.then(added).flatten())
        }
        _ => None,
    }
}

/// Whether something was told of a life.
const fn reminds(exchange: &Exchange) -> bool {
    matches!(
        exchange.step.matter,
        Matter::Story | Matter::Secret | Matter::Retold
    )
}

/// The answer to what was asked or told, with what it comes to.
fn answers(me: &Speaker<'_>, talk: &Talk, exchange: &Exchange, with: AgentId) -> LineAsk {
    let opened = talk.lines.iter().rev().find(|l| l.speaker == exchange.by);
    let told = opened.map_or(&[][..], |l| &l.speech.tells);
    // Whoever knew it before they were told just now has it from somewhere else.
    let knew = told.iter().any(|f| {
        let since = me.ledger.since(me.agent, *f);
        since.is_some_and(|since| opened.is_some_and(|l| since < l.at))
    });
    let gist = answer(me, exchange, told, knew);
    let act = match gist {
        _ if exchange.step.matter == Matter::Meet => SpeechAct::Introduce,
        Some(Gist::Grave) => SpeechAct::Comfort,
        _ if exchange.step.matter.asks() => SpeechAct::Answer,
        _ => SpeechAct::React,
    };
    LineAsk::new(with, act, exchange.topic).in_step(exchange.step.on(Part::Answers, gist))
}

/// The next part of an exchange, where the stocks have words for it.
fn goes_on(me: &Speaker<'_>, exchange: &Exchange, part: Part, with: AgentId) -> Option<LineAsk> {
    let step = exchange.step.on(part, exchange.step.gist);
    let stock = stock(me.persona.language);
    if stock.of_step(&step).is_empty() {
        return None;
    }
    let act = if part == Part::Follows {
        SpeechAct::React
    } else {
        SpeechAct::Answer
    };
    Some(LineAsk::new(with, act, exchange.topic).in_step(step))
}

/// The question that one was asked, asked in return.
fn returns(
    me: &Speaker<'_>,
    talk: &Talk,
    exchange: &Exchange,
    with: AgentId,
    roll: &mut Stream,
) -> Option<LineAsk> {
    let matter = exchange.step.matter;
    let task = task_of(me, with);
    let topic = match (matter, exchange.topic) {
        (Matter::Day | Matter::Morning | Matter::Next | Matter::Ahead | Matter::Course, t) => t,
        (Matter::Task, _) => Topic::Task(with, task.unwrap_or_default()),
        _ => return None,
    };
    let once = talk.exchanges.iter().filter(|e| e.step.matter == matter);
    if once.count() > 1 || matter == Matter::Task && task.is_none() || !roll.chance(0.55) {
        return None;
    }
    let mut ask = line(with, matter, topic);
    if matter != Matter::Task {
        ask.step = ask.step.map(|step| step.on(Part::Returns, None));
    }
    Some(ask)
}

/// What follows the reply to an invitation: the courteous thank for a yes.
fn to_a_reply(me: &Speaker<'_>, topic: Topic, roll: &mut Stream) -> SpeechAct {
    let planned = |n: u32| {
        me.invitations
            .list
            .get(n)
            .is_some_and(|i| i.planned.is_some())
    };
    let yes = matches!(topic, Topic::Invitation(n) if planned(n));
    let courteous = roll.chance(0.3 + 0.4 * me.persona.traits.courtesy);
    if yes && courteous {
        SpeechAct::Thank
    } else {
        SpeechAct::React
    }
}

/// Whether two have never talked and do not know each other by their work.
fn are_strangers(me: &Speaker<'_>, with: AgentId) -> bool {
    let known = me.social.known.get(&with);
    known.is_none_or(|known| known.talks == 0 && known.note.is_empty() && known.closeness < 1.0)
        && !colleagues(me, with)
}

/// The line with which somebody joins a talk: a greeting, or their name.
fn join(me: &Speaker<'_>, with: AgentId, talk: &Talk) -> LineAsk {
    if are_strangers(me, with) && talk.asked(with).is_none() {
        let ask = line(with, Matter::Meet, Topic::Day);
        return LineAsk {
            act: SpeechAct::Introduce,
            ..ask
        };
    }
    LineAsk::new(with, SpeechAct::Greet, Topic::Day)
}

/// The first line to somebody: a greeting, with what is worth asking after or telling at once.
fn greet(me: &Speaker<'_>, with: AgentId, map: &CampusMap, roll: &mut Stream) -> LineAsk {
    if are_strangers(me, with) {
        let ask = line(with, Matter::Meet, Topic::Day);
        return LineAsk {
            act: SpeechAct::Introduce,
            ..ask
        };
    }
    let known = me.social.known.get(&with);
    let theirs = task_of(me, with).map(|task| Topic::Task(with, task));
    let ask = match theirs.filter(|topic| known.is_some_and(|k| k.topics.contains(topic))) {
        Some(topic) if roll.chance(0.5) => {
            let mut ask = line(with, Matter::Task, topic);
            ask.step = ask.step.map(|step| step.on(Part::Returns, None));
            Some(ask)
        }
        _ => by_what_they_do(me, with, roll),
    };
    let today = known
        .and_then(|k| k.talked)
        .is_some_and(|t| t.day() == me.now.day());
    let ask = ask.or_else(|| {
        // How the day goes is asked once a day.
        let matter = if me.now.hour() < 10.5 {
            Matter::Morning
        } else {
            Matter::Day
        };
        (!today && roll.chance(0.5)).then(|| line(with, matter, Topic::Day))
    });
    let ask = ask.or_else(|| turn(me, with, None, map, roll));
    let ask = ask.unwrap_or_else(|| line(with, Matter::Next, Topic::Plans));
    LineAsk {
        act: SpeechAct::Greet,
        ..ask
    }
}

/// What is asked of somebody by what both are doing.
fn by_what_they_do(me: &Speaker<'_>, with: AgentId, roll: &mut Stream) -> Option<LineAsk> {
    let matter = match (me.doing, me.around.theirs?) {
        (Doing::Eating, Doing::Eating) => Matter::Meal,
        (Doing::Queueing, Doing::Queueing) => Matter::Queue,
        (_, Doing::Studying) => Matter::Study,
        (_, Doing::Working) => Matter::Shift,
        _ => return None,
    };
    roll.chance(0.45).then(|| line(with, matter, Topic::Here))
}
